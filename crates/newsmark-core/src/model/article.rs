use jiff::civil::Date;
use unicode_bidi::{BidiClass, bidi_class};

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

    /// Whether `text` runs from right to left; text without a strong character does not.
    pub fn is_right_to_left(self, text: &str) -> bool {
        match self {
            Direction::Auto => first_strong_is_right_to_left(text).unwrap_or(false),
            Direction::LeftToRight => false,
            Direction::RightToLeft => true,
        }
    }
}

impl Card {
    /// The fields that a person reads, by their labels, in the order of a form; empty is unknown.
    pub fn written(&self) -> [(&'static str, String); 7] {
        [
            ("Title", self.title.value.clone()),
            ("Outlet", self.outlet.clone()),
            ("Byline", self.byline.clone()),
            ("Published", self.published.map(|day| day.to_string()).unwrap_or_default()),
            ("Address", self.url.clone()),
            ("Language", self.language.clone()),
            ("Direction", self.direction.label().to_owned()),
        ]
    }
}

impl Article {
    /// Whether the article's margin stands on the right: by the card, else by
    /// the first strong character of the text.
    pub fn is_right_to_left(&self) -> bool {
        self.card.direction.is_right_to_left(&self.text)
    }
}

/// The direction of the first strong character outside isolates; `None` where there is none.
fn first_strong_is_right_to_left(text: &str) -> Option<bool> {
    let mut isolates = 0_usize;
    for c in text.chars() {
        match bidi_class(c) {
            BidiClass::LRI | BidiClass::RLI | BidiClass::FSI => isolates += 1,
            BidiClass::PDI => isolates = isolates.saturating_sub(1),
            BidiClass::L if isolates == 0 => return Some(false),
            BidiClass::R | BidiClass::AL if isolates == 0 => return Some(true),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn direction_comes_from_the_first_strong_character() {
        assert!(Direction::Auto.is_right_to_left("17 («قُتل»)"));
        assert!(!Direction::Auto.is_right_to_left("46 people: قُتل"));
        assert!(!Direction::Auto.is_right_to_left("46 – 17"));
        assert!(!Direction::Auto.is_right_to_left("\u{2067}قتل\u{2069} killed"));
        assert!(Direction::RightToLeft.is_right_to_left("46 people"));
    }
}
