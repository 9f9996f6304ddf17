use super::{BadQuery, Folds, Pattern};

/// What a person looks for, as the find bar holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words, or the regular expression.
    pub needle: String,
    /// Whether capital letters differ from small ones.
    pub match_case: bool,
    /// Whether a hit begins and ends at word boundaries (Unicode Standard Annex 29).
    pub whole_word: bool,
    /// Whether the needle is a regular expression. It reads the text as it is
    /// written, one paragraph at a time.
    pub regular_expression: bool,
    /// Whether diacritics, vowel signs, tatweel, the forms of alef, typographic
    /// quotes, dashes and spaces differ from their plain forms.
    pub match_diacritics: bool,
}

impl Query {
    /// What may differ between the words looked for and those found.
    pub fn folds(&self) -> Folds {
        Folds { case: !self.match_case, forms: !self.match_diacritics }
    }

    /// The query made ready; an empty one finds nothing.
    pub fn pattern(&self) -> Result<Pattern, BadQuery> {
        Pattern::new(self)
    }
}
