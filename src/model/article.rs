use jiff::civil::Date;
use unicode_bidi::BidiClass;

use super::{Anchored, Digest, Text};

/// An article: its text, which never changes, and its card, which may.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The text.
    pub text: Text,
    /// What is known about it.
    pub card: Card,
}

/// What is known about an article; an empty string is unknown.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Card {
    /// The headline, resting on the words of the text where they are in it.
    pub title: Anchored<String>,
    /// Who published it.
    pub outlet: String,
    /// Who wrote it, as the outlet says.
    pub byline: String,
    /// The day of publication, against which "on Sunday" is understood.
    pub published: Option<Date>,
    /// Where it was found.
    pub url: String,
    /// A BCP 47 tag as `en` or `ar`.
    pub language: String,
    /// Which way its paragraphs run.
    pub direction: Direction,
    /// The file or paste that it came from.
    pub original: Original,
}

/// What an article was read from.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Original {
    /// The file's name without its folder, or how the text came in.
    pub name: String,
    /// The encoding's name in the WHATWG Encoding Standard.
    pub encoding: String,
    /// The SHA-256 of the file's bytes.
    pub sha256: Option<Digest>,
}

/// Which way paragraphs run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum Direction {
    /// Each paragraph by its own first strong character (UAX #9, rules P2 and P3).
    #[default]
    Auto,
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Direction {
    /// Every direction, in the order in which a list shows them.
    pub const ALL: [Direction; 3] = [Direction::Auto, Direction::LeftToRight, Direction::RightToLeft];

    /// How the window writes it.
    pub fn label(self) -> &'static str {
        match self {
            Direction::Auto => "From the text",
            Direction::LeftToRight => "Left to right",
            Direction::RightToLeft => "Right to left",
        }
    }
}

impl Article {
    /// Whether the article's margin stands on the right: by the card, else by
    /// the first strong character of the text.
    pub fn is_right_to_left(&self) -> bool {
        match self.card.direction {
            Direction::Auto => first_strong_is_right_to_left(&self.text),
            Direction::LeftToRight => false,
            Direction::RightToLeft => true,
        }
    }
}

/// Whether the first strong character runs from right to left; text without one does not.
pub fn first_strong_is_right_to_left(text: &str) -> bool {
    text.chars()
        .find_map(|c| match unicode_bidi::bidi_class(c) {
            BidiClass::L => Some(false),
            BidiClass::R | BidiClass::AL => Some(true),
            _ => None,
        })
        .unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn direction_comes_from_the_first_strong_character() {
        assert!(first_strong_is_right_to_left("17 («قُتل»)"));
        assert!(!first_strong_is_right_to_left("46 people: قُتل"));
        assert!(!first_strong_is_right_to_left("46 – 17"));
    }
}
