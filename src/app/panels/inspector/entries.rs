use std::collections::HashMap;

use crate::model::{AnnotationId, FieldPath, FieldValue};

/// What is typed into fields whose value it is not, or not yet: wrong numbers, names being looked for.
#[derive(Debug, Default)]
pub struct Entries(HashMap<(AnnotationId, FieldPath), TypedEntry>);

/// What is typed into one field.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedEntry {
    /// The letters.
    pub typed: String,
    /// The value when typing began.
    pub before: FieldValue,
    /// The value that the field was given last; another one ends the entry, as undo does.
    pub set: FieldValue,
}

impl Entries {
    /// What is typed into a field that has `value`.
    pub fn of(&mut self, id: AnnotationId, path: FieldPath, value: &FieldValue) -> Option<TypedEntry> {
        let key = (id, path);
        if self.0.get(&key).is_some_and(|entry| entry.set != *value) {
            self.0.remove(&key);
        }
        self.0.get(&key).cloned()
    }

    /// Keeps what is typed.
    pub fn keep(&mut self, id: AnnotationId, path: FieldPath, entry: TypedEntry) {
        self.0.insert((id, path), entry);
    }

    /// Forgets what was typed; answers what it was.
    pub fn forget(&mut self, id: AnnotationId, path: FieldPath) -> Option<TypedEntry> {
        self.0.remove(&(id, path))
    }
}
