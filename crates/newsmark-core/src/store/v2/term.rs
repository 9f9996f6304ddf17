use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, DeserializeSeed, EnumAccess, VariantAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::{
    Anonymity, CasualtyCause, Certainty, CheckWorthiness, ClaimKind, Convention, Dimension, DisplacementCause,
    DisplacementTerm, FigureRole, Grading, GroupKind, Harm, Interest, LinkKind, Measure, Medium, Precision, Qualifier,
    QuoteKind, Responsibility, ScopeKind, Severity, Sex, SourceKind, Stance, Status, Unit, Verification, Victims,
};

/// A term of a closed list as the file writes it: the bare name, `Killed`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::store) struct Term<T>(pub T);

/// A closed list whose members have names that never change.
pub(in crate::store) trait Named: Copy + Default + 'static {
    /// The list's name.
    const LIST: &'static str;
    /// The members' names.
    const NAMES: &'static [&'static str];

    /// The member's place in `NAMES`.
    fn index(self) -> usize;
    /// The member of that name.
    fn named(name: &str) -> Option<Self>;
}

macro_rules! named {
    ($($list:ident)+) => {
        $(impl Named for $list {
            const LIST: &'static str = $list::VOCABULARY.name;
            const NAMES: &'static [&'static str] = &{
                let terms = $list::VOCABULARY.terms;
                let mut names = [""; $list::VOCABULARY.terms.len()];
                let mut index = 0;
                while index < names.len() {
                    names[index] = terms[index].name;
                    index += 1;
                }
                names
            };

            fn index(self) -> usize {
                self as usize
            }

            fn named(name: &str) -> Option<$list> {
                $list::from_name(name)
            }
        })+

        #[cfg(test)]
        fn every_list_is_read_as_written() {
            $(tests::every_name_is_read_as_written($list::ALL);)+
        }
    };
}
named! {
    Anonymity CasualtyCause Certainty CheckWorthiness ClaimKind Convention Dimension DisplacementCause
    DisplacementTerm FigureRole Grading GroupKind Harm Interest LinkKind Measure Medium Precision Qualifier QuoteKind
    Responsibility ScopeKind Severity Sex SourceKind Stance Status Unit Verification Victims
}

impl<T: Named> Serialize for Term<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let index = self.0.index();
        serializer.serialize_unit_variant(T::LIST, index as u32, T::NAMES[index])
    }
}

impl<'de, T: Named> Deserialize<'de> for Term<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Term<T>, D::Error> {
        deserializer.deserialize_enum(T::LIST, T::NAMES, TermVisitor(PhantomData)).map(Term)
    }
}

struct TermVisitor<T>(PhantomData<T>);

impl<'de, T: Named> Visitor<'de> for TermVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "one of {}", T::NAMES.join(", "))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<T, A::Error> {
        let (term, variant) = data.variant_seed(TermName(self.0))?;
        variant.unit_variant()?;
        Ok(term)
    }
}

struct TermName<T>(PhantomData<T>);

impl<'de, T: Named> DeserializeSeed<'de> for TermName<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<T: Named> Visitor<'_> for TermName<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "one of {}", T::NAMES.join(", "))
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<T, E> {
        T::named(name).ok_or_else(|| E::unknown_variant(name, T::NAMES))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub fn every_name_is_read_as_written<T: Named + PartialEq + fmt::Debug>(members: &[T]) {
        for &member in members {
            let written = ron::to_string(&Term(member)).unwrap();
            assert_eq!(written, T::NAMES[member.index()]);
            assert_eq!(ron::from_str::<Term<T>>(&written).unwrap().0, member);
        }
    }

    #[test]
    fn every_term_of_every_list_is_read_as_it_is_written() {
        super::every_list_is_read_as_written();
    }

    #[test]
    fn a_name_that_is_in_no_list_is_refused_with_those_that_are() {
        let error = ron::from_str::<Term<QuoteKind>>("Drect").unwrap_err().to_string();
        assert!(error.contains("Direct") && error.contains("Drect"), "{error}");
    }
}
