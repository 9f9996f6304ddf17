/// One of the things that a [`Choice`](super::Choice) offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChoiceEntry<'a> {
    /// What the field and its list show.
    pub label: &'a str,
    /// What is meant by it: one sentence, shown under the list while the entry is marked.
    pub definition: &'a str,
}
