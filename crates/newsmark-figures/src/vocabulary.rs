/// A closed list of terms, one of which holds. Two lists of one name are the same.
#[derive(Debug, Eq)]
pub struct Vocabulary {
    /// The list's name, which is that of its type.
    pub name: &'static str,
    /// The terms, the unknown one first: it is the default.
    pub terms: &'static [Term],
}

impl PartialEq for Vocabulary {
    fn eq(&self, other: &Vocabulary) -> bool {
        // Compared by name, as the same list may have several addresses in a program.
        self.name == other.name
    }
}

/// One term of a [`Vocabulary`].
#[derive(Debug, PartialEq, Eq)]
pub struct Term {
    /// The name that never changes, for files and other programs.
    pub name: &'static str,
    /// The words for people to choose by.
    pub label: &'static str,
    /// What the field's standards mean by it; one sentence.
    pub definition: &'static str,
}

/// Defines an enum whose members are the terms of a [`Vocabulary`](crate::Vocabulary), the first the default: each with
/// its label and its definition.
///
/// ```
/// newsmark_figures::vocabulary! {
///     /// What a road is covered with.
///     Surface {
///         Unknown "Unknown" "Nobody looked",
///         Asphalt "Asphalt or concrete" "Paved from side to side",
///     }
/// }
/// assert_eq!(Surface::default().name(), "Unknown");
/// assert_eq!(Surface::from_name("Asphalt"), Some(Surface::Asphalt));
/// assert_eq!(Surface::Asphalt.label(), "Asphalt or concrete");
/// assert_eq!(Surface::VOCABULARY.terms[1].definition, "Paved from side to side");
/// ```
#[macro_export]
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
            pub const VOCABULARY: &'static $crate::Vocabulary = &$crate::Vocabulary {
                name: stringify!($name),
                terms: &[$($crate::Term {
                    name: stringify!($term),
                    label: $label,
                    definition: $definition,
                },)+],
            };

            /// The name of this member, for files and other programs.
            pub fn name(self) -> &'static str {
                Self::VOCABULARY.terms[self as usize].name
            }

            /// The words of this member, for people to choose by.
            pub fn label(self) -> &'static str {
                Self::VOCABULARY.terms[self as usize].label
            }

            /// The member of that `name`; `None` where none has it.
            pub fn from_name(name: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|member| member.name() == name)
            }
        }

        impl Default for $name {
            fn default() -> $name {
                Self::ALL[0]
            }
        }
    };
}
