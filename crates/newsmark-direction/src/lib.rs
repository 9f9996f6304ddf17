#![doc = include_str!("../README.md")]

use unicode_bidi::{BidiClass, bidi_class};

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
