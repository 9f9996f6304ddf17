use super::Context;
use crate::edit::Fix;
use crate::model::{Annotation, FieldPath};

use super::Severity;

/// One kind of problem.
pub struct Check {
    /// Its name in reports, which they keep.
    pub kind: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// Puts down what is wrong with one annotation.
    pub run: fn(&Context<'_>, &Annotation, &mut Vec<Found>),
    /// An example in which it finds exactly one problem.
    pub fires: Example,
    /// One like it in which it finds none.
    pub silent: Example,
}

/// A small project that shows what a check finds.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// Its article, with a line of carets and a category under the words of each mark.
    pub article: &'static str,
    /// What its records hold, as `1 figure.low = 40` for the first mark; what is not named is unknown.
    pub records: &'static [&'static str],
}

/// What a check found in an annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The field that it is about; `None` for the marked words themselves.
    pub field: Option<FieldPath>,
    /// What is wrong, in a sentence without a full stop.
    pub why: String,
    /// A change of the annotation that puts it right, where there is one.
    pub fix: Option<Fix>,
    /// Whether it is merely worth knowing, less than its check is as a rule.
    pub is_note: bool,
}

impl Found {
    /// Something wrong with the marked words.
    pub fn in_words(why: impl Into<String>) -> Found {
        Found { field: None, why: why.into(), fix: None, is_note: false }
    }

    /// Something wrong with what a field holds.
    pub fn in_field(field: FieldPath, why: impl Into<String>) -> Found {
        Found { field: Some(field), why: why.into(), fix: None, is_note: false }
    }

    /// The same as something merely worth knowing.
    pub fn as_note(self) -> Found {
        Found { is_note: true, ..self }
    }

    /// The same with a fix offered.
    pub fn or(self, fix: impl Into<Option<Fix>>) -> Found {
        Found { fix: fix.into(), ..self }
    }
}
