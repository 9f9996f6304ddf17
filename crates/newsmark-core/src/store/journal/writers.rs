use std::collections::HashMap;

use crate::model::{AnnotationId, FieldPath, SourceField, SourceId};

/// Something that entries change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EditTarget {
    Mark(AnnotationId),
    Card,
    Source(SourceId),
    Sources,
    SignOffs,
    Conflicts,
    DismissedProposals,
}

/// A part of a record that is written in stretches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// The whole record, and with it each part.
    Whole,
    /// A mark's category, and with it each field but the note.
    Category,
    Field(FieldPath),
    Origins,
    Dismissed,
    Comments,
    Card(&'static str),
    Source(SourceField),
}

/// Which entry last wrote each part of each record.
///
/// A stretch says which entry wrote what it was taken from. So a reader that
/// misses an entry leaves out what builds on it, and nothing else.
#[derive(Debug, Default)]
pub struct Writers {
    /// How many first entries the project had before the first that is noted here.
    start: u64,
    /// The entry's number plus one.
    last: HashMap<(EditTarget, Slot), u64>,
    /// What stood there before each note, so that a batch that does not fit can be taken back.
    noted: Vec<((EditTarget, Slot), Option<u64>)>,
}

impl Writers {
    /// The writers from the entry `start` on: those before it are in the project.
    pub fn from(start: u64) -> Writers {
        Writers { start, ..Writers::default() }
    }

    /// Whether the part stands as it did when `n_entries` ended with the entry that last wrote it.
    pub fn has(&self, record: EditTarget, slot: Slot, n_entries: u64) -> bool {
        let last = self.of(record, slot);
        // What was written before the base is in the base: no note of it is needed, nor may one be there.
        if n_entries <= self.start { last == 0 } else { last == n_entries }
    }

    /// How many entries there are up to the last that wrote that part; 0 where none did.
    pub fn of(&self, record: EditTarget, slot: Slot) -> u64 {
        let last = |record, slot| self.last.get(&(record, slot)).copied().unwrap_or_default();
        let category = match slot {
            Slot::Field(path) if path != FieldPath::Note => last(record, Slot::Category),
            _ => 0,
        };
        // A whole table takes each source with it.
        let table = if matches!(record, EditTarget::Source(_)) { last(EditTarget::Sources, Slot::Whole) } else { 0 };
        last(record, slot).max(last(record, Slot::Whole)).max(category).max(table)
    }

    /// The entry that ends the first `n_entries` wrote that part.
    pub fn note(&mut self, record: EditTarget, slot: Slot, n_entries: u64) {
        let before = self.last.insert((record, slot), n_entries);
        self.noted.push(((record, slot), before));
    }

    /// All notes made until here stay.
    pub fn keep(&mut self) {
        self.noted.clear();
    }

    /// Takes back the notes made since the last [`keep`](Writers::keep).
    pub fn take_back(&mut self) {
        // From the last back, so that a part noted twice ends as it was before the first.
        while let Some((key, before)) = self.noted.pop() {
            match before {
                Some(before) => self.last.insert(key, before),
                None => self.last.remove(&key),
            };
        }
    }
}
