use newsmark_figures::{Convention, Precision, Qualifier, Unit, Vocabulary};

/// A member of some vocabulary.
pub(super) trait Chosen {
    /// The list that it is of.
    fn vocabulary(&self) -> &'static Vocabulary;
    /// Its place in the list.
    fn index(&self) -> usize;
    /// Becomes the member at `index` of `vocabulary`; answers false for another list or beyond its end.
    fn choose(&mut self, vocabulary: &Vocabulary, index: usize) -> bool;
}

/// Makes members of vocabularies what fields of records hold.
macro_rules! chosen {
    ($($name:ident)+) => {
        $(impl $crate::model::vocabulary::Chosen for $name {
            fn vocabulary(&self) -> &'static $crate::model::Vocabulary {
                Self::VOCABULARY
            }

            fn index(&self) -> usize {
                *self as usize
            }

            fn choose(&mut self, vocabulary: &$crate::model::Vocabulary, index: usize) -> bool {
                // An index says nothing without its list: the third cause of casualties is not the third of
                // displacement.
                let member = Self::ALL.get(index).copied().filter(|_| vocabulary == Self::VOCABULARY);
                member.map(|member| *self = member).is_some()
            }
        })+
    };
}
pub(crate) use chosen;

// The lists that the number reader answers in.
chosen! { Convention Precision Qualifier Unit }

/// Defines an enum whose members are the terms of a [`Vocabulary`] that a field chooses from.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($terms:tt)+ }) => {
        newsmark_figures::vocabulary! {
            $(#[$doc])*
            $name { $($terms)+ }
        }

        $crate::model::vocabulary::chosen! { $name }
    };
}
pub(crate) use vocabulary;
