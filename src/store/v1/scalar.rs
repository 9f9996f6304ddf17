//! Values that the file writes as one string and that a wrong spelling makes unreadable.

use std::borrow::Cow;
use std::fmt::Display;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::model::{AnnotationId, Digest, Person};

/// An annotation's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Id(pub AnnotationId);

/// A person's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name<'a>(pub Cow<'a, Person>);

/// A day, as `2026-03-14`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day(pub jiff::civil::Date);

/// A SHA-256 in hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sha256(pub Digest);

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Id, D::Error> {
        parsed(deserializer).map(Id)
    }
}

impl Serialize for Name<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.name())
    }
}

impl<'de> Deserialize<'de> for Name<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let person = Person::new(&name).ok_or_else(|| de::Error::custom("a name is never empty"))?;
        Ok(Name(Cow::Owned(person)))
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        let written = String::deserialize(deserializer)?;
        let day = written.parse::<jiff::civil::Date>().ok().filter(|day| day.to_string() == written);
        day.map(Day).ok_or_else(|| de::Error::custom(format_args!("“{written}” is not a day written as 2026-03-14")))
    }
}

impl Serialize for Sha256 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Sha256 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Sha256, D::Error> {
        parsed(deserializer).map(Sha256)
    }
}

fn parsed<'de, D: Deserializer<'de>, T: FromStr<Err: Display>>(deserializer: D) -> Result<T, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
}
