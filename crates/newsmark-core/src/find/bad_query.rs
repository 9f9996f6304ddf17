use thiserror::Error;

/// Why a query can find nothing, as a sentence for the person who wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BadQuery {
    /// There are no characters in it that count.
    #[error("Only diacritics and invisible characters: match diacritics to find them")]
    FoldsToNothing,
    /// The regular expression cannot be read.
    #[error("The expression cannot be read at character {place}: {why}")]
    Expression {
        /// Where, in code points from 1.
        place: usize,
        /// What is wrong there, without a capital or a full stop.
        why: String,
    },
    /// The regular expression is longer than any that is looked for.
    #[error("The expression is longer than {most} characters: search for a part of it")]
    TooLong {
        /// The most characters that one may have.
        most: usize,
    },
    /// The regular expression would need too much memory.
    #[error("The expression is too large")]
    TooLarge,
}

impl BadQuery {
    /// What the parser says of `expression`, with its place.
    pub(super) fn parsing(expression: &str, error: &regex_syntax::Error) -> BadQuery {
        let (offset, why) = match error {
            regex_syntax::Error::Parse(error) => (error.span().start.offset, error.kind().to_string()),
            regex_syntax::Error::Translate(error) => (error.span().start.offset, error.kind().to_string()),
            _ => (0, "it is not a regular expression".to_owned()),
        };
        let before = expression.char_indices().take_while(|(at, _)| *at < offset).count();
        BadQuery::Expression { place: before + 1, why }
    }
}
