use std::fmt;

use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// The version that a project file says it is; `None` where it says none.
///
/// Reading stops there: what follows may be of a version that only a newer
/// program understands. The field stands first in what this program writes,
/// and is looked for further on in what others have sorted.
pub fn version(text: &str) -> Option<u64> {
    let mut found = None;
    let mut deserializer = ron::Deserializer::from_str(text).ok()?;
    // What is wrong with the rest is told by whoever reads the whole.
    let _ = Probe(&mut found).deserialize(&mut deserializer);
    found
}

struct Probe<'f>(&'f mut Option<u64>);

impl<'de> DeserializeSeed<'de> for Probe<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_struct("File", &["version"], self)
    }
}

impl<'de> Visitor<'de> for Probe<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a project")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        // Fields before it are passed over unread, whatever a newer version may have put there.
        while let Some(Key { is_version }) = map.next_key()? {
            if is_version {
                *self.0 = Some(map.next_value()?);
                return Ok(());
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

struct Key {
    is_version: bool,
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(KeyVisitor)
    }
}

struct KeyVisitor;

impl Visitor<'_> for KeyVisitor {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E>(self, name: &str) -> Result<Key, E> {
        Ok(Key { is_version: name == "version" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_found_whatever_follows_it() {
        assert_eq!(version("(version: 7, nobody: [knows"), Some(7));
        assert_eq!(version("// A project\n(article: (text: r#\"v\"#, a: {1: ()}), version: 2)"), Some(2));
        assert_eq!(version("(article: ())"), None);
        assert_eq!(version("version: 1"), None);
        assert_eq!(version(&"(".repeat(1_000_000)), None);
        assert_eq!(version("(version: \"one\")"), None);
    }
}
