use super::type_ahead::TypeAhead;

/// What an open list remembers from one pass to the next.
#[derive(Clone, Debug, Default)]
pub(super) struct ListState {
    /// The marked entry.
    pub marked: usize,
    /// Whether the mark was moved by a key, so that the list scrolls to it.
    pub reveal: bool,
    /// The letters typed last, where no entry fits them.
    pub unfitting: Option<String>,
    /// The letters typed so far.
    pub search: TypeAhead,
    /// The entry that was marked before the first letter: letters that fit nothing lead back to it, so that Enter
    /// never takes what only the first of them fitted.
    pub searched_from: usize,
}
