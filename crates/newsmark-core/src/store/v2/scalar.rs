//! Values that the file writes as one string and that a wrong spelling makes unreadable.

use std::borrow::Cow;
use std::fmt::Display;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::model::{Digest, FieldPath, HouseholdSize, Part, Person, Time};

/// An id, of an annotation, a source, an item or a comment, or a fingerprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) struct Id<T>(pub T);

/// The path of a field, as `figure.low`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) struct Path(pub FieldPath);

/// The name of a part of an annotation: `boundary`, `category`, `status` or a field's path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) struct PartName(pub Part);

/// A moment, as `2026-03-14T12:05:00Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) struct Moment(pub Time);

/// Persons a household, as a number with at most two decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) struct Size(pub HouseholdSize);

/// A person's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) struct Name<'a>(pub Cow<'a, Person>);

/// A day, as `2026-03-14`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) struct Day(pub jiff::civil::Date);

/// A SHA-256 in hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) struct Sha256(pub Digest);

impl<T: Display> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de, T: FromStr<Err: Display>> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Id<T>, D::Error> {
        parsed(deserializer).map(Id)
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Path {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Path, D::Error> {
        let written = String::deserialize(deserializer)?;
        let path = written.parse().map_err(|()| de::Error::custom(format_args!("“{written}” is not a field")))?;
        Ok(Path(path))
    }
}

impl Serialize for PartName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for PartName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<PartName, D::Error> {
        parsed(deserializer).map(PartName)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Moment, D::Error> {
        parsed(deserializer).map(Moment)
    }
}

impl Serialize for Size {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0.hundredths()) / 100.0)
    }
}

impl<'de> Deserialize<'de> for Size {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Size, D::Error> {
        let written = f64::deserialize(deserializer)?;
        // Shortest decimals give back the same size; what is no size has other ones.
        format!("{written}").parse().map(Size).map_err(de::Error::custom)
    }
}

impl<'a> Name<'a> {
    /// The person as the file writes it.
    pub fn of(person: &'a Person) -> Name<'a> {
        Name(Cow::Borrowed(person))
    }

    /// The person in the model.
    pub fn into_model(self) -> Person {
        self.0.into_owned()
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
