use std::fmt;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

/// Who did something: a name, trimmed and in Unicode NFC, never empty. Cloning shares it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Person(Arc<str>);

impl Person {
    /// The person of that name; `None` where nothing is left after trimming.
    pub fn new(name: &str) -> Option<Person> {
        // One name typed on two systems is one person, and a line end within a name would break lists and logs.
        let name: String = name.chars().filter(|c| !c.is_control()).nfc().collect();
        let name = name.trim();
        (!name.is_empty()).then(|| Person(name.into()))
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn two_spellings_of_one_name_are_one_person() {
        assert_eq!(Person::new(" Zoe\u{308} "), Person::new("Zo\u{eb}"));
    }

    proptest! {
        #[test]
        fn a_person_s_name_is_read_as_the_same_person(name in ".{0,12}") {
            if let Some(person) = Person::new(&name) {
                prop_assert_eq!(Person::new(person.name()), Some(person.clone()));
            }
        }
    }

    #[test]
    fn a_blank_name_is_nobody() {
        assert_eq!(Person::new(" \t"), None);
    }
}
