/// Where the caret goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// One grapheme to the left on the screen.
    Left,
    /// One grapheme to the right on the screen.
    Right,
    /// One word to the left on the screen.
    WordLeft,
    /// One word to the right on the screen.
    WordRight,
    /// A line up.
    Up,
    /// A line down.
    Down,
    /// To the start of the line.
    LineStart,
    /// To the end of the line.
    LineEnd,
    /// To the paragraph before.
    ParagraphUp,
    /// To the paragraph after.
    ParagraphDown,
    /// A view up.
    PageUp,
    /// A view down.
    PageDown,
    /// To the start of the article.
    Start,
    /// To the end of the article.
    End,
}
