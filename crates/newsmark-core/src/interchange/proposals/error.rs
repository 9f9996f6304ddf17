use super::MAX_PROPOSAL_BYTES;

/// Why a file of proposals was not read; a sentence for a person.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProposalsError {
    /// More bytes than are read.
    #[error(
        "The file of proposals has {} MB and may have {} MB. Nothing was read",
        size.div_ceil(1 << 20),
        MAX_PROPOSAL_BYTES >> 20
    )]
    TooLarge {
        /// Its size in bytes.
        size: usize,
    },
    /// No JSON, or not in the shape of proposals; with what is wrong where.
    #[error("This is no file of proposals: {0}. Nothing was read")]
    NotProposals(String),
    /// The proposals are of another text.
    #[error("These proposals are of another text than this article. Nothing was read")]
    OtherText,
    /// The program has no name, or none on one line.
    #[error("The file does not name its maker on one line of at most 100 letters. Nothing was read")]
    Maker,
    /// A suggestion is wrong.
    #[error("Suggestion {n} cannot be read: {why}. Nothing was read")]
    Suggestion {
        /// Its place in the list, counted from 1.
        n: usize,
        /// What is wrong.
        why: BadSuggestion,
    },
}

/// What is wrong with a suggestion.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadSuggestion {
    /// No category that there is.
    #[error("its category is none of Casualties, Displacement, Quotes and Claims")]
    Category,
    /// Nothing but white space, or nothing at all.
    #[error("it has no words")]
    NoWords,
    /// A span that is empty or ends beyond the text.
    #[error("{start}–{end} is no span of the article")]
    OutOfRange {
        /// The first code point.
        start: usize,
        /// The code point after the last.
        end: usize,
    },
    /// A span that cuts what is read as one character.
    #[error("{start}–{end} begins or ends within a character")]
    WithinCharacter {
        /// The first code point.
        start: usize,
        /// The code point after the last.
        end: usize,
    },
    /// The words that a span names do not stand there.
    #[error("{start}–{end} of the article are other words than it says")]
    OtherWords {
        /// The first code point.
        start: usize,
        /// The code point after the last.
        end: usize,
    },
    /// A field that the record does not have.
    #[error("its category has no field “{0}”")]
    UnknownField(String),
    /// A value that the field cannot hold.
    #[error("{field} cannot be {value}")]
    Value {
        /// The field.
        field: String,
        /// The value as JSON, cut.
        value: String,
    },
    /// A field that only a person fills.
    #[error("{0} is a person’s to decide and cannot be proposed")]
    Decided(String),
    /// A probability beyond 0 to 1.
    #[error("its probability is no number from 0 to 1")]
    Probability,
    /// No tier that there is.
    #[error("its tier is neither Likely nor Possible")]
    Tier,
    /// A rule without a name on one line.
    #[error("its rule has no name on one line of at most 100 letters")]
    Rule,
    /// Two suggestions have one id.
    #[error("another suggestion has its id")]
    SameId,
}
