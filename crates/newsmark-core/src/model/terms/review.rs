use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// How far an annotation has come.
    Status {
        Draft "Draft" "Its author is at work on it",
        Submitted "Submitted" "Its author is done and it waits for a reviewer",
        Approved "Approved" "A reviewer agreed",
        ChangesRequested "Changes requested" "A reviewer sent it back",
        Rejected "Rejected" "A reviewer decided against it",
    }
}
