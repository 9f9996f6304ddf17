/// Whether marks were made with proposals, as a clause: "made with proposals on".
///
/// Agreement of two people says little where both accepted what a program proposed, so that it is never left out beside
/// the numbers, not even where it is unknown.
///
/// ```
/// use newsmark_core::review::describe_proposals;
///
/// assert_eq!(describe_proposals(Some(false)), "made with proposals off");
/// assert_eq!(describe_proposals(None), "made with proposals unknown");
/// ```
pub fn describe_proposals(made_with: Option<bool>) -> &'static str {
    match made_with {
        Some(true) => "made with proposals on",
        Some(false) => "made with proposals off",
        None => "made with proposals unknown",
    }
}
