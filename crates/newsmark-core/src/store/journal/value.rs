use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::model::{AnnotationId, FieldValue, SourceId};
use crate::store::CodePoints;
use crate::store::v2::{Anchored, Id, Size};

/// What a field holds, as the journal writes it.
#[derive(Debug, Serialize, Deserialize)]
pub enum Value<'a> {
    Words(Option<Anchored<'a>>),
    Text(Cow<'a, str>),
    /// A term of the field's list, by its name.
    Term(Cow<'a, str>),
    Number(Option<u64>),
    Size(Option<Size>),
    Source(Option<Id<SourceId>>),
    Mark(Option<Id<AnnotationId>>),
}

impl Value<'static> {
    /// The value with its offsets in code points.
    pub fn of(value: FieldValue, index: &CodePoints) -> Value<'static> {
        match value {
            FieldValue::Words(words) => Value::Words(words.map(|words| Anchored {
                at: words.anchor.as_ref().and_then(|anchor| anchor.at).map(|span| index.range(span)),
                words: words.anchor.map(|anchor| Cow::Owned(anchor.words)),
                value: Cow::Owned(words.value),
            })),
            FieldValue::Text(text) => Value::Text(Cow::Owned(text)),
            FieldValue::Choice(list, term) => {
                Value::Term(Cow::Borrowed(list.terms.get(term).map_or("", |term| term.name)))
            }
            FieldValue::Number(number) => Value::Number(number),
            FieldValue::Size(size) => Value::Size(size.map(Size)),
            FieldValue::Source(source) => Value::Source(source.map(Id)),
            FieldValue::Mark(mark) => Value::Mark(mark.map(Id)),
        }
    }
}

impl Value<'_> {
    /// The value for a field that holds `like`; `None` where that chooses of a list without the term.
    pub fn read(&self, like: &FieldValue, index: &CodePoints) -> Option<FieldValue> {
        Some(match self {
            Value::Words(words) => FieldValue::Words(words.clone().map(|words| words.into_model(index))),
            Value::Text(text) => FieldValue::Text(text.clone().into_owned()),
            Value::Term(name) => {
                let FieldValue::Choice(list, _) = like else { return None };
                FieldValue::Choice(list, list.terms.iter().position(|term| term.name == name)?)
            }
            Value::Number(number) => FieldValue::Number(*number),
            Value::Size(size) => FieldValue::Size(size.map(|size| size.0)),
            Value::Source(source) => FieldValue::Source(source.map(|id| id.0)),
            Value::Mark(mark) => FieldValue::Mark(mark.map(|id| id.0)),
        })
    }
}
