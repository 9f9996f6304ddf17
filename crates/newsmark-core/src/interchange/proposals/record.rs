//! The record of a suggestion: an object with the fields that `newsmark show --json` writes.

use serde_json::{Map, Value};

use super::SpanJson;
use super::error::BadSuggestion;
use crate::model::{
    Anchor, Anchored, AnnotationId, Category, Details, FieldPath, FieldValue, HouseholdSize, ItemId, RecordList, Span,
};

/// Longest value that an error quotes, in letters: the value may be a whole article.
const LONGEST_QUOTED: usize = 40;

/// Most items of one list: a sentence names a few.
const MOST_ITEMS: usize = 100;

/// Reads a record of `category`; `id` reads the name of another mark, `span` a span of the article.
pub(super) fn details(
    category: Category,
    written: Map<String, Value>,
    id: &dyn Fn(&str) -> AnnotationId,
    span: &dyn Fn(&SpanJson) -> Result<Span, BadSuggestion>,
) -> Result<Details, BadSuggestion> {
    let record = Record { id, span };
    let mut details = category.unknown();
    let mut written = Value::Object(written);
    for path in FieldPath::of(category) {
        record.put(&mut details, path, &path.to_string(), &mut written)?;
    }
    for &list in RecordList::of(category) {
        let items = match written.as_object_mut().and_then(|written| written.shift_remove(list.name())) {
            None | Some(Value::Null) => continue,
            Some(Value::Array(items)) if items.len() <= MOST_ITEMS => items,
            Some(other) => return Err(wrong(list.name(), &other)),
        };
        for (n, mut item) in items.into_iter().enumerate() {
            // Its own id says nothing beyond the file; what is accepted gets another.
            let id = ItemId::from_u64(n as u64 + 1);
            if let Some(item) = item.as_object_mut() {
                item.shift_remove("id");
            }
            details.add_item(list.unknown(id));
            for path in list.fields(id) {
                let name = path.to_string();
                let (_, within) = name.split_once("].").unwrap_or_default();
                record.put(&mut details, path, within, &mut item)?;
            }
            nothing_left(&item, list.name())?;
        }
    }
    nothing_left(&written, "")?;
    Ok(details)
}

struct Record<'r> {
    id: &'r dyn Fn(&str) -> AnnotationId,
    span: &'r dyn Fn(&SpanJson) -> Result<Span, BadSuggestion>,
}

impl Record<'_> {
    /// Takes the value of a field out of what is written, where the names of its path lead, and puts it into the record.
    fn put(
        &self,
        details: &mut Details,
        path: FieldPath,
        name: &str,
        written: &mut Value,
    ) -> Result<(), BadSuggestion> {
        let Some(value) = taken(written, name).filter(|value| !value.is_null()) else { return Ok(()) };
        let Some(held) = details.field(path) else { return Ok(()) };
        let read = self.value(&held, &value)?.ok_or_else(|| wrong(name, &value))?;
        // A grade and a verdict are reached by a person, whatever a program thinks.
        if matches!(path, FieldPath::Grading | FieldPath::Verification) && !read.is_unknown() {
            return Err(BadSuggestion::Decided(name.to_owned()));
        }
        details.set_field(path, read).map_err(|_| wrong(name, &value))
    }

    /// The value in the kind that the field holds; `None` for one of another kind.
    fn value(&self, held: &FieldValue, value: &Value) -> Result<Option<FieldValue>, BadSuggestion> {
        Ok(match held {
            FieldValue::Words(_) => self.words(value)?.map(|words| FieldValue::Words(Some(words))),
            FieldValue::Text(_) => value.as_str().map(|text| FieldValue::Text(text.to_owned())),
            FieldValue::Choice(vocabulary, _) => {
                let index = vocabulary.terms.iter().position(|term| Some(term.name) == value.as_str());
                index.map(|index| FieldValue::Choice(vocabulary, index))
            }
            FieldValue::Number(_) => value.as_u64().map(|number| FieldValue::Number(Some(number))),
            FieldValue::Size(_) => {
                let size = value.as_number().and_then(|number| number.to_string().parse::<HouseholdSize>().ok());
                size.map(|size| FieldValue::Size(Some(size)))
            }
            // The table of sources is the project's own; a source is proposed by the words that name it.
            FieldValue::Source(_) => value.as_str().map(|_| FieldValue::Source(None)),
            FieldValue::Mark(_) => value.as_str().map(|name| FieldValue::Mark(Some((self.id)(name)))),
        })
    }

    /// Words as a string, or as `{"value", "words", "at"}`.
    fn words(&self, value: &Value) -> Result<Option<Anchored<String>>, BadSuggestion> {
        let Value::Object(written) = value else { return Ok(value.as_str().map(Anchored::typed)) };
        if let Some(unknown) = written.keys().find(|key| !matches!(key.as_str(), "value" | "words" | "at")) {
            return Err(BadSuggestion::UnknownField(unknown.clone()));
        }
        let at = match written.get("at") {
            None | Some(Value::Null) => None,
            Some(at) => Some(serde_json::from_value::<SpanJson>(at.clone()).map_err(|_| wrong("at", at))?),
        };
        let at = at.as_ref().map(self.span).transpose()?;
        let text = |key: &str| written.get(key).and_then(Value::as_str).map(str::to_owned);
        let (words, value) = (text("words"), text("value"));
        Ok(match (value.or_else(|| words.clone()), words, at) {
            (Some(value), Some(words), at) => Some(Anchored { value, anchor: Some(Anchor { words, at }) }),
            (Some(value), None, None) => Some(Anchored::typed(value)),
            _ => None,
        })
    }
}

/// Takes the value out of objects in objects that a name with full stops leads to.
fn taken(written: &mut Value, name: &str) -> Option<Value> {
    let object = written.as_object_mut()?;
    match name.split_once('.') {
        None => object.shift_remove(name),
        Some((head, rest)) => taken(object.get_mut(head)?, rest),
    }
}

/// Whether every field that is written was one of the record.
fn nothing_left(written: &Value, within: &str) -> Result<(), BadSuggestion> {
    let Value::Object(object) = written else { return Err(wrong(within, written)) };
    for (name, value) in object {
        let path = if within.is_empty() { name.clone() } else { format!("{within}.{name}") };
        match value {
            // An object on the way to fields, all of which were taken.
            Value::Object(inner) if !inner.is_empty() => nothing_left(value, &path)?,
            Value::Object(_) => {}
            _ => return Err(BadSuggestion::UnknownField(cut(&path))),
        }
    }
    Ok(())
}

fn wrong(field: &str, value: &Value) -> BadSuggestion {
    BadSuggestion::Value { field: field.to_owned(), value: cut(&value.to_string()) }
}

/// The beginning of what a file says, with what a terminal would obey escaped.
fn cut(written: &str) -> String {
    let shown: String = written.chars().take(LONGEST_QUOTED).collect();
    let shown = shown.escape_debug().to_string().replace("\\\"", "\"");
    if written.chars().count() > LONGEST_QUOTED { format!("{shown}…") } else { shown }
}
