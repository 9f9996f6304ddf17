//! The projects of a data set in the order of their names, packed: a large library has millions.

use std::fmt;

use newsmark_core::model::Digest;
use newsmark_core::store::Stamp;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The projects of a data set in the order of their names, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Projects(Vec<(Box<str>, Entry)>);

/// A project file as it was when it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// The length in bytes.
    pub size: u64,
    /// When its bytes changed last, in nanoseconds since 1970.
    pub modified: i64,
    /// When anything about it changed last, likewise.
    pub changed: i64,
    /// Whether it had rested long enough that another change would have left other times.
    pub settled: bool,
    /// The SHA-256 of its bytes; absent where they could not be read.
    #[serde(with = "digest")]
    pub sha256: Option<Digest>,
    /// The year that its rows stand under.
    pub year: i16,
    /// Whether somebody had it open.
    #[serde(default)]
    pub locked: bool,
    /// Why it could not be read.
    #[serde(default)]
    pub error: Option<Box<str>>,
}

impl Entry {
    /// One that was found and not yet read.
    pub fn found(stamp: &Stamp, locked: bool) -> Entry {
        let Stamp { size, modified, changed } = *stamp;
        Entry { size, modified, changed, locked, ..Entry::default() }
    }

    /// Its length and times.
    pub fn stamp(&self) -> Stamp {
        Stamp { size: self.size, modified: self.modified, changed: self.changed }
    }

    /// Whether the file that `found` tells of is still what was read.
    pub fn is_of(&self, found: &Entry) -> bool {
        self.settled && self.stamp() == found.stamp() && self.locked == found.locked
    }
}

impl Projects {
    /// Those projects, whose names differ.
    pub fn new(mut projects: Vec<(Box<str>, Entry)>) -> Projects {
        projects.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        Projects(projects)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Where the project of that name stands.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.0.binary_search_by(|(other, _)| (**other).cmp(name)).ok()
    }

    /// What is known of the project of that name.
    pub fn get(&self, name: &str) -> Option<&Entry> {
        Some(&self.0[self.position(name)?].1)
    }

    /// The project at a place.
    pub fn at(&self, place: usize) -> (&str, &Entry) {
        let (name, entry) = &self.0[place];
        (name, entry)
    }

    /// Puts what was read of the project at a place there.
    pub fn set(&mut self, place: usize, entry: Entry) {
        self.0[place].1 = entry;
    }

    /// Leaves out those at places where `is_kept` says no.
    pub fn keep(&mut self, is_kept: impl Fn(usize) -> bool) {
        let mut place = 0;
        self.0.retain(|_| {
            place += 1;
            is_kept(place - 1)
        });
    }

    /// All, in their order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.0.iter().map(|(name, entry)| (&**name, entry))
    }

    /// What is known of all, in their order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.0.iter().map(|(_, entry)| entry)
    }
}

impl Serialize for Projects {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Projects {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Projects, D::Error> {
        struct ProjectsVisitor;
        impl<'de> Visitor<'de> for ProjectsVisitor {
            type Value = Projects;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("projects by their names")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Projects, A::Error> {
                let mut projects = Vec::new();
                while let Some(project) = map.next_entry()? {
                    projects.push(project);
                }
                let mut projects = Projects::new(projects);
                // A manifest is a file that anybody can have written to.
                projects.0.dedup_by(|(one, _), (other, _)| one == other);
                Ok(projects)
            }
        }
        deserializer.deserialize_map(ProjectsVisitor)
    }
}

/// A digest as a manifest has it: its digits, or nothing.
mod digest {
    use newsmark_core::model::Digest;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(digest: &Option<Digest>, serializer: S) -> Result<S::Ok, S::Error> {
        match digest {
            Some(digest) => serializer.collect_str(digest),
            None => serializer.serialize_none(),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Digest>, D::Error> {
        let written = Option::<String>::deserialize(deserializer)?;
        written.map(|written| written.parse().map_err(D::Error::custom)).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_projects_is_a_map_in_json_and_is_read_from_one_in_any_order() {
        let json = r#"{"b.ron":{"size":2,"modified":0,"changed":0,"settled":true,"sha256":null,"year":2020},
            "a.ron":{"size":1,"modified":0,"changed":0,"settled":true,"sha256":null,"year":2021},
            "b.ron":{"size":3,"modified":0,"changed":0,"settled":true,"sha256":null,"year":2022}}"#;
        let projects: Projects = serde_json::from_str(json).unwrap();
        assert_eq!(projects.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["a.ron", "b.ron"]);
        assert_eq!(projects.get("a.ron").map(|entry| entry.year), Some(2021));
        assert_eq!(projects.get("c.ron"), None);
        let again: Projects = serde_json::from_str(&serde_json::to_string(&projects).unwrap()).unwrap();
        assert_eq!(again, projects);
    }

    #[test]
    fn a_digest_is_its_digits() {
        let entry = Entry { sha256: Some(Digest::of(b"abc")), ..Entry::default() };
        let json = serde_json::to_string(&entry).unwrap();
        assert!(json.contains(&format!("\"sha256\":\"{}\"", Digest::of(b"abc"))), "{json}");
        assert_eq!(serde_json::from_str::<Entry>(&json).unwrap(), entry);
        assert!(serde_json::from_str::<Entry>(&json.replace("ba78", "BA78")).is_err());
    }
}
