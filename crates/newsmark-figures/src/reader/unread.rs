//! Why words are read as no number.

use thiserror::Error;

/// What keeps words from being a figure; each tells itself in a sentence without a full stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Unread {
    /// No number phrase stands in the words.
    #[error("No number stands in these words")]
    NoNumber,
    /// Beyond 64 bits.
    #[error("The number is larger than any count can be (18,446,744,073,709,551,615)")]
    TooLarge,
    /// "-5": a count is never negative.
    #[error("A negative number cannot be a count")]
    Negative,
    /// "2.5" without a scale that makes it whole.
    #[error("A number with a fraction cannot be a count")]
    NotWhole,
    /// "between 40 and 20".
    #[error("The range goes down, from {from} to {to}: which of them is the lower one is for an editor to say")]
    Reversed {
        /// The first number.
        from: u64,
        /// The second, which is smaller.
        to: u64,
    },
    /// "no reports of casualties": unknown, which is not none.
    #[error("That there are no reports says nothing about how many: the number is unknown, not 0")]
    NotReported,
    /// Digits or number words that count nothing.
    #[error("{}", .0.sentence())]
    NotAQuantity(NotAQuantity),
}

/// What a number is that counts nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAQuantity {
    /// A day, or a day and a month.
    Date,
    /// A year or several.
    Year,
    /// "aged 34".
    Age,
    /// A time of day.
    Time,
    /// An amount of money.
    Money,
    /// Part of a name: "7th Brigade", "Resolution 2254".
    Name,
    /// "fifth".
    Ordinal,
    /// A house in a street.
    Address,
    /// A phone number, a version, a code.
    Code,
    /// "3–1".
    Score,
    /// "two-thirds", "one in five".
    Share,
    /// Part of an adjective: "a three-day truce".
    Compound,
    /// "three times the rate".
    Multiple,
    /// Whose parent is told of: "the mother of four".
    Children,
}

impl NotAQuantity {
    fn sentence(self) -> &'static str {
        match self {
            NotAQuantity::Date => "A date is not a count",
            NotAQuantity::Year => "A year is not a count",
            NotAQuantity::Age => "An age is not a count",
            NotAQuantity::Time => "A time of day is not a count",
            NotAQuantity::Money => "An amount of money is not a count",
            NotAQuantity::Name => "A number in a name is not a count",
            NotAQuantity::Ordinal => "A place in an order is not a count",
            NotAQuantity::Address => "A number in an address is not a count",
            NotAQuantity::Code => "A code, a version or a phone number is not a count",
            NotAQuantity::Score => "The score of a match is not a count",
            NotAQuantity::Share => "A fraction is not a count",
            NotAQuantity::Compound => "A number within an adjective is not a count",
            NotAQuantity::Multiple => "A multiple of something else is not a count",
            NotAQuantity::Children => "How many children somebody has is not a count of the people told of",
        }
    }
}
