//! A field that an earlier version has not: absent, or its value as it stands, without `Some(…)`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Writes the value; a field that is `None` is skipped before it comes here.
pub fn serialize<S: Serializer, T: Serialize>(field: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
    match field {
        Some(value) => value.serialize(serializer),
        None => serializer.serialize_none(),
    }
}

/// Reads a value that is there, so that a file of version 1 that names the field is told even where nothing is known
/// in it.
pub fn deserialize<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
