use serde_json::{Map, Value, json};

use super::known;
use super::span::AnchoredJson;
use crate::model::{Details, FieldPath, FieldValue, RecordList};
use crate::store::CodePoints;

/// A record with its fields by the names of their paths, nested: `figure.low` is
/// `{"figure": {"low": …}}`. A list is an array of objects, each with its `"id"`.
pub(super) fn details(points: &CodePoints, details: &Details) -> Value {
    let mut record = Map::new();
    for path in FieldPath::of(details.category()) {
        put(&mut record, &path.to_string(), value(points, details, path));
    }
    for &list in RecordList::of(details.category()) {
        let items = details.items(list).into_iter().map(|id| {
            let mut item = Map::new();
            item.insert("id".to_owned(), json!(id.to_string()));
            for path in list.fields(id) {
                let written = path.to_string();
                // The name without its list and its id, which are the array and the object here.
                let (_, within) = written.split_once("].").unwrap_or_default();
                put(&mut item, within, value(points, details, path));
            }
            Value::Object(item)
        });
        record.insert(list.name().to_owned(), Value::Array(items.collect()));
    }
    Value::Object(record)
}

fn value(points: &CodePoints, details: &Details, path: FieldPath) -> Value {
    match details.field(path) {
        None => Value::Null,
        Some(FieldValue::Words(words)) => json!(words.as_ref().map(|words| AnchoredJson::of(points, words))),
        Some(FieldValue::Text(text)) => json!(known(&text)),
        Some(FieldValue::Choice(vocabulary, index)) => json!(vocabulary.terms[index].name),
        Some(FieldValue::Number(number)) => json!(number),
        Some(FieldValue::Size(size)) => json!(size.map(|size| f64::from(size.hundredths()) / 100.0)),
        Some(FieldValue::Source(source)) => json!(source.map(|id| id.to_string())),
        Some(FieldValue::Mark(mark)) => json!(mark.map(|id| id.to_string())),
    }
}

/// Puts a value where its path leads, through the objects on the way.
fn put(record: &mut Map<String, Value>, path: &str, value: Value) {
    match path.split_once('.') {
        None => {
            record.insert(path.to_owned(), value);
        }
        Some((head, rest)) => {
            let inner = record.entry(head).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(inner) = inner {
                put(inner, rest, value);
            }
        }
    }
}
