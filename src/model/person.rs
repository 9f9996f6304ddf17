use std::fmt;

use unicode_normalization::UnicodeNormalization;

/// Who did something: a name, trimmed and in Unicode NFC, never empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Person(String);

impl Person {
    /// The person of that name; `None` where nothing is left after trimming.
    pub fn new(name: &str) -> Option<Person> {
        let name: String = name.trim().nfc().filter(|c| !c.is_control()).collect();
        (!name.is_empty()).then_some(Person(name))
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

    #[test]
    fn two_spellings_of_one_name_are_one_person() {
        assert_eq!(Person::new(" Zoe\u{308} "), Person::new("Zo\u{eb}"));
    }

    #[test]
    fn a_blank_name_is_nobody() {
        assert_eq!(Person::new(" \t"), None);
    }
}
