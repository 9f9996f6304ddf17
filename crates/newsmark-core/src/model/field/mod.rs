//! The fields of records, each with a path that files and reports keep.

mod access;
mod list;
mod part;
mod path;
mod slot;
mod value;

pub use list::{Item, RecordList};
pub use part::{AttributionPart, EvidencePart, FigurePart, GroupPart, LinkPart, NamedVictimPart, PlacePart, WhenPart};
pub use path::FieldPath;
pub use value::{FieldValue, WrongField};
