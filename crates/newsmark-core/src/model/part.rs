use std::fmt;
use std::str::FromStr;

use super::FieldPath;

/// A part of an annotation that can differ from another version of it, with a
/// spelling that files and reports keep: `boundary`, `category`, `status`, or
/// the field's own, as `figure.low`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Where it stands.
    Boundary,
    /// Its category, and with it the whole record.
    Category,
    /// How far it has come.
    Status,
    /// A field of its record, or its note.
    Field(FieldPath),
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Part::Boundary => f.write_str("boundary"),
            Part::Category => f.write_str("category"),
            Part::Status => f.write_str("status"),
            Part::Field(path) => path.fmt(f),
        }
    }
}

/// A string that names no part of an annotation.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no part of an annotation")]
pub struct NotAPart(pub String);

impl FromStr for Part {
    type Err = NotAPart;

    /// Reads what `Display` writes and nothing else.
    fn from_str(written: &str) -> Result<Part, NotAPart> {
        match written {
            "boundary" => Ok(Part::Boundary),
            "category" => Ok(Part::Category),
            "status" => Ok(Part::Status),
            field => field.parse().map(Part::Field).map_err(|()| NotAPart(field.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Category, ItemId, RecordList};

    #[test]
    fn every_part_is_read_as_it_is_written() {
        let mut parts = vec![Part::Boundary, Part::Category, Part::Status, Part::Field(FieldPath::Note)];
        for category in Category::ALL {
            parts.extend(FieldPath::of(category).into_iter().map(Part::Field));
            let lists = RecordList::of(category).iter();
            parts.extend(lists.flat_map(|list| list.fields(ItemId::from_u64(7))).map(Part::Field));
        }
        for part in parts {
            assert_eq!(part.to_string().parse(), Ok(part));
        }
        assert_eq!("Boundary".parse::<Part>(), Err(NotAPart("Boundary".to_owned())));
    }
}
