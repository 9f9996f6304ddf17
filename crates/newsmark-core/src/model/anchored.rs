use super::{Span, Text};

/// A value together with the article's words it was taken from, where it was.
///
/// The value is what the editor means and may be worded otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Anchored<T> {
    /// What the editor means.
    pub value: T,
    /// The words it rests on; `None` for a value that was typed.
    pub anchor: Option<Anchor>,
}

/// Words of the article that a value rests on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Anchor {
    /// The words, verbatim.
    pub words: String,
    /// Where they stand; `None` where they were not found again.
    pub at: Option<Span>,
}

impl Anchor {
    /// Where the words stand in `text`; `None` where that is beyond its end or within one of its characters, as in a
    /// text that is not the one they were taken from.
    pub fn within(&self, text: &Text) -> Option<Span> {
        // A string gives nothing for a range beyond it or within a character, and so tells both at once.
        self.at.filter(|at| text.get(at.range()).is_some())
    }
}

impl Anchored<String> {
    /// A value that was typed and rests on no words.
    pub fn typed(value: impl Into<String>) -> Anchored<String> {
        Anchored { value: value.into(), anchor: None }
    }

    /// The words of `span` as a value that rests on them. The value has the
    /// line ends and runs of spaces made single spaces; the anchor keeps them.
    pub fn taken(text: &Text, span: Span) -> Anchored<String> {
        let words = text.words(span);
        // A name that wraps over a line end in the article is one name.
        let value = words.split_whitespace().collect::<Vec<_>>().join(" ");
        Anchored { value, anchor: Some(Anchor { words: words.to_owned(), at: Some(span) }) }
    }
}
