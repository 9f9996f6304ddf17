use super::FieldPath;
use crate::model::{Anchored, AnnotationId, Category, HouseholdSize, SourceId, Vocabulary};

/// What a field holds, as forms and reports see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// Words of the article, or words typed for them; `None` is unknown.
    Words(Option<Anchored<String>>),
    /// The editor's own words; empty is unknown.
    Text(String),
    /// A term, by its index in the vocabulary.
    Choice(&'static Vocabulary, usize),
    /// A count; `None` is unknown.
    Number(Option<u64>),
    /// Persons a household; `None` is unknown.
    Size(Option<HouseholdSize>),
    /// A source of the project; `None` is unknown.
    Source(Option<SourceId>),
    /// Another mark of the project; `None` is none.
    Mark(Option<AnnotationId>),
}

impl FieldValue {
    /// Whether it is typed letter by letter, so that a run of changes is one step.
    pub fn is_typed(&self) -> bool {
        match self {
            FieldValue::Words(_) | FieldValue::Text(_) | FieldValue::Number(_) | FieldValue::Size(_) => true,
            FieldValue::Choice(..) | FieldValue::Source(_) | FieldValue::Mark(_) => false,
        }
    }

    /// Whether nothing is known: the vocabulary's first term, no words, no number.
    pub fn is_unknown(&self) -> bool {
        match self {
            FieldValue::Words(words) => words.is_none(),
            FieldValue::Text(text) => text.is_empty(),
            // Every vocabulary begins with its unknown term.
            FieldValue::Choice(_, index) => *index == 0,
            FieldValue::Number(number) => number.is_none(),
            FieldValue::Size(size) => size.is_none(),
            FieldValue::Source(source) => source.is_none(),
            FieldValue::Mark(mark) => mark.is_none(),
        }
    }
}

/// A field that the annotation does not have, or a value of another kind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{category} has no field “{path}” for such a value", category = .category.name())]
pub struct WrongField {
    /// The annotation's category.
    pub category: Category,
    /// The field asked for.
    pub path: FieldPath,
}
