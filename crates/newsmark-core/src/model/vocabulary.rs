/// A closed list of terms that a field chooses from. Two of one name are the same.
#[derive(Debug, Eq)]
pub struct Vocabulary {
    /// The list's name, as in the file format's documentation.
    pub name: &'static str,
    /// The terms, the unknown one first: it is the default.
    pub terms: &'static [Term],
}

impl PartialEq for Vocabulary {
    fn eq(&self, other: &Vocabulary) -> bool {
        self.name == other.name
    }
}

/// One term of a [`Vocabulary`].
#[derive(Debug, PartialEq, Eq)]
pub struct Term {
    /// How the file and JSON write it.
    pub name: &'static str,
    /// How the window writes it.
    pub label: &'static str,
    /// What the field's standards mean by it; one sentence.
    pub definition: &'static str,
}

/// A member of some vocabulary.
pub(super) trait Chosen {
    /// The list that it is of.
    fn vocabulary(&self) -> &'static Vocabulary;
    /// Its place in the list.
    fn index(&self) -> usize;
    /// Becomes the member at `index` of `vocabulary`; answers false for another list or beyond its end.
    fn choose(&mut self, vocabulary: &Vocabulary, index: usize) -> bool;
}

/// Defines an enum whose members are the terms of a [`Vocabulary`], the first the default.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($term:ident $label:literal $definition:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = $definition] $term,)+
        }

        impl $name {
            /// Every member, in the order in which a list shows them.
            pub const ALL: &'static [$name] = &[$($name::$term,)+];

            /// The terms with their labels and definitions, in the order of `ALL`.
            pub const VOCABULARY: &'static $crate::model::Vocabulary = &$crate::model::Vocabulary {
                name: stringify!($name),
                terms: &[$($crate::model::Term {
                    name: stringify!($term),
                    label: $label,
                    definition: $definition,
                },)+],
            };

            /// How the file and JSON write this member.
            pub fn name(self) -> &'static str {
                Self::VOCABULARY.terms[self as usize].name
            }

            /// How the window writes this member.
            pub fn label(self) -> &'static str {
                Self::VOCABULARY.terms[self as usize].label
            }

            /// The member that the file writes as `name`.
            pub fn from_name(name: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|member| member.name() == name)
            }
        }

        impl $crate::model::vocabulary::Chosen for $name {
            fn vocabulary(&self) -> &'static $crate::model::Vocabulary {
                Self::VOCABULARY
            }

            fn index(&self) -> usize {
                *self as usize
            }

            fn choose(&mut self, vocabulary: &$crate::model::Vocabulary, index: usize) -> bool {
                let member = Self::ALL.get(index).copied().filter(|_| vocabulary == Self::VOCABULARY);
                member.map(|member| *self = member).is_some()
            }
        }

        impl Default for $name {
            fn default() -> $name {
                Self::ALL[0]
            }
        }
    };
}
pub(crate) use vocabulary;
