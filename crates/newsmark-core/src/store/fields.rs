use std::fmt;

use ron::value::RawValue;
use serde::de::{DeserializeOwned, DeserializeSeed, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::elide::elided_within;

/// The fields of a RON struct or map, each to be read on its own, so that a bad one harms no other.
pub struct Fields {
    /// Name and value of each field that could be told apart, in order.
    pub fields: Vec<(String, Box<RawValue>)>,
    /// Why the rest could not, where that is so.
    pub broken: Option<String>,
}

impl Fields {
    /// Reads the fields of a struct up to the first place where the text is no RON.
    pub fn of(text: &str) -> Fields {
        Fields::collected(text, Keyed::Struct)
    }

    /// Reads the entries of a map with strings as keys up to the first place where the text is no RON.
    pub fn of_map(text: &str) -> Fields {
        Fields::collected(text, Keyed::Map)
    }

    fn collected(text: &str, keyed: Keyed) -> Fields {
        let mut fields = Vec::new();
        let outcome = ron::Deserializer::from_str(text).map_err(|error| error.to_string()).and_then(|mut source| {
            // What was collected before an error stays in `fields`, which the caller lends.
            let outcome = Collect(&mut fields, keyed).deserialize(&mut source).and_then(|()| source.end());
            outcome.map_err(|error| source.span_error(error).to_string())
        });
        Fields { fields, broken: outcome.err().map(|why| elided_within(&why)) }
    }
}

/// Reads the value of one field.
pub fn read<T: DeserializeOwned>(value: &RawValue) -> Result<T, String> {
    ron::from_str(value.get_ron())
        .map_err(|error| format!("cannot be read ({})", elided_within(&error.code.to_string())))
}

/// What the names of the fields are in RON.
#[derive(Clone, Copy)]
enum Keyed {
    /// Identifiers.
    Struct,
    /// Strings.
    Map,
}

struct Collect<'f>(&'f mut Vec<(String, Box<RawValue>)>, Keyed);

impl<'de> DeserializeSeed<'de> for Collect<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.1 {
            // No names are given: RON reads any field then, and this reader is for those that this version does not
            // know.
            Keyed::Struct => deserializer.deserialize_struct("Settings", &[], self),
            Keyed::Map => deserializer.deserialize_map(self),
        }
    }
}

impl<'de> Visitor<'de> for Collect<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("fields with their values")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let keyed = self.1;
        let mut next = || match keyed {
            Keyed::Struct => map.next_entry().map(|entry| entry.map(|(Name(name), value)| (name, value))),
            Keyed::Map => map.next_entry(),
        };
        while let Some(entry) = next()? {
            self.0.push(entry);
        }
        Ok(())
    }
}

struct Name(String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Name, D::Error> {
        deserializer.deserialize_identifier(NameVisitor)
    }
}

struct NameVisitor;

impl Visitor<'_> for NameVisitor {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E>(self, name: &str) -> Result<Name, E> {
        Ok(Name(name.to_owned()))
    }
}
