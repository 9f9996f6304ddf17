//! What the chain calls a token: its part in an attribution, and on which side of the cue the content stands.

/// The part of a token in an attribution.
///
/// A label says on which side of its cue the content is, and the words between the parts have labels of their own, so
/// that a chain that looks one token back keeps in mind what is still to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Label(u8);

impl Label {
    /// No part of any attribution.
    pub const OUTSIDE: Label = Label(0);
    /// First word of a source whose content follows: "**the** mayor said it rained".
    pub const SOURCE: Label = Label(1);
    /// First word of a cue whose content follows.
    pub const CUE: Label = Label(3);
    /// First word of content after its cue.
    pub const CONTENT: Label = Label(5);
    /// Words between the parts of an attribution whose content follows.
    pub const BETWEEN: Label = Label(7);
    /// First word of content before its cue.
    pub const CONTENT_BEFORE: Label = Label(8);
    /// Words between content and what comes after it.
    pub const BETWEEN_AFTER: Label = Label(10);
    /// First word of a source after its content.
    pub const SOURCE_AFTER: Label = Label(11);
    /// First word of a cue after its content.
    pub const CUE_AFTER: Label = Label(13);
    /// First word of content that goes on after a cue or an interruption.
    pub const MORE_CONTENT: Label = Label(15);
    /// Words between content and where it goes on.
    pub const BETWEEN_MORE: Label = Label(17);

    /// How many labels there are.
    pub const COUNT: usize = 18;

    /// All labels in the order of their indices.
    pub fn all() -> impl Iterator<Item = Label> {
        (0..Label::COUNT as u8).map(Label)
    }

    /// The label with this index; [`Label::OUTSIDE`] for one that is none.
    pub fn from_index(index: usize) -> Label {
        u8::try_from(index).ok().filter(|index| usize::from(*index) < Label::COUNT).map_or(Label::OUTSIDE, Label)
    }

    /// Its index, less than [`Label::COUNT`].
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The label of the words after the first of the same part; itself where the part has one label.
    pub fn inside(self) -> Label {
        if self.begins() { Label(self.0 + 1) } else { self }
    }

    /// Whether it is the first word of a part.
    pub fn begins(self) -> bool {
        matches!(self.0, 1 | 3 | 5 | 8 | 11 | 13 | 15)
    }

    /// The label of the first word of the same part; `None` for words that are of no part.
    pub fn part(self) -> Option<Label> {
        match self.0 {
            1 | 3 | 5 | 8 | 11 | 13 | 15 => Some(self),
            2 | 4 | 6 | 9 | 12 | 14 | 16 => Some(Label(self.0 - 1)),
            _ => None,
        }
    }

    /// Whether the word is content.
    pub fn is_content(self) -> bool {
        matches!(self.part(), Some(Label::CONTENT | Label::CONTENT_BEFORE | Label::MORE_CONTENT))
    }

    /// Its letter in the file of the model.
    pub fn letter(self) -> char {
        char::from(b'a' + self.0)
    }

    /// The label with this letter.
    pub fn from_letter(letter: char) -> Option<Label> {
        Label::all().find(|label| label.letter() == letter)
    }
}
