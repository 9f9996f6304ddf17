use crate::model::Span;

/// A word, a number or a mark of punctuation with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// The place of its sentence among [`Words::sentences`](super::Words::sentences).
    pub sentence: usize,
    /// The place of the outermost quotation around it among [`Words::quotations`](super::Words::quotations); the marks
    /// of a quotation belong to it.
    pub quotation: Option<usize>,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with an apostrophe or full stops between them.
    Word,
    /// It begins with a digit.
    Number,
    /// A mark that opens a quotation, outermost or inner.
    Opens,
    /// A mark that closes a quotation, outermost or inner.
    Closes,
    /// Any other mark.
    Mark,
}
