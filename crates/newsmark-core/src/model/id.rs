use std::fmt;
use std::str::FromStr;

/// Crockford's base 32 in lower case: no i, l, o, u, so that no two look alike.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Defines an opaque 64-bit id of its own type.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        ///
        /// An opaque 64-bit number, written as a short string of Crockford's base 32
        /// in lower case. Skins mint ids and pass them in; an id is never used again,
        /// so that the files of two people can be merged by id.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl $name {
            /// An id from a random number; the low 50 bits are kept, ten letters.
            pub fn from_u64(random: u64) -> $name {
                // Ten letters of five bits. Among 2^50 numbers a million ids of one project clash with a chance of one
                // in two thousand, and clashes are looked for where ids are given.
                $name(random & ((1 << 50) - 1))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write(self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            /// Reads what `Display` writes and nothing else, so that an id has one spelling.
            fn from_str(written: &str) -> Result<$name, NotAnId> {
                read(written).map($name)
            }
        }
    };
}

id! {
    /// Names one annotation for as long as its project lives.
    AnnotationId
}

id! {
    /// Names one source for as long as its project lives.
    SourceId
}

id! {
    /// Names one item of a record's list: a group, a named victim, a piece of evidence, a link.
    ItemId
}

id! {
    /// Names one comment for as long as its project lives.
    CommentId
}

impl AnnotationId {
    /// The number that it is.
    pub(super) fn number(self) -> u64 {
        self.0
    }
}

/// A string that is not an id as this program writes it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not an id: an id is 1 to 13 of the letters 0–9 and a–z without i, l, o and u")]
pub struct NotAnId(pub String);

fn write(number: u64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    // Five bits a letter, and one letter for nought.
    let digits = (64 - number.leading_zeros()).div_ceil(5).max(1);
    for digit in (0..digits).rev() {
        let letter = ALPHABET[(number >> (digit * 5)) as usize & 31];
        write!(f, "{}", letter as char)?;
    }
    Ok(())
}

fn read(written: &str) -> Result<u64, NotAnId> {
    let refuse = || NotAnId(written.to_owned());
    // A leading nought would give one id two names, and files are compared by their bytes.
    let is_one_spelling = !written.is_empty() && (written == "0" || !written.starts_with('0'));
    let mut number: u64 = 0;
    for letter in written.bytes() {
        let digit = ALPHABET.iter().position(|&known| known == letter).ok_or_else(refuse)?;
        // Thirteen letters hold 65 bits: the product tells where the last ones go beyond 64.
        number = number.checked_mul(32).ok_or_else(refuse)? | digit as u64;
    }
    if is_one_spelling { Ok(number) } else { Err(refuse()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_id_is_read_as_it_is_written(number: u64) {
            let id = AnnotationId(number);
            prop_assert_eq!(id.to_string().parse(), Ok(id));
        }

        #[test]
        fn no_string_is_read_as_an_id_that_is_written_otherwise(written in "\\PC{0,15}") {
            if let Ok(id) = written.parse::<AnnotationId>() {
                prop_assert_eq!(id.to_string(), written);
            }
        }

        #[test]
        fn letters_of_the_alphabet_are_read_as_one_id_or_none(written in "[0-9a-z]{0,15}") {
            if let Ok(id) = written.parse::<ItemId>() {
                prop_assert_eq!(id.to_string(), written);
            }
        }
    }

    #[test]
    fn a_minted_id_has_at_most_ten_letters() {
        assert_eq!(AnnotationId::from_u64(u64::MAX).to_string(), "zzzzzzzzzz");
        assert_eq!(AnnotationId::from_u64(0).to_string(), "0");
    }
}
