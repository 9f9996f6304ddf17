use super::{CheckBasis, CheckContext};
use crate::edit::Fix;
use crate::model::{Annotation, AnnotationId, FieldPath};

use super::{Problem, Severity};

/// One kind of problem.
pub struct Check {
    /// Its name in reports, which they keep.
    pub kind: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// Puts down what is wrong with one annotation.
    pub run: Run,
    /// An example in which it finds exactly one problem.
    pub fires: Example,
    /// One like it in which it finds none.
    pub silent: Example,
}

/// How a check is run, by what it looks at.
///
/// Most look at nothing but the annotation and the article, so that what they
/// find stands until one of these is another. What is found by other annotations
/// is found only where the annotation is linked, as
/// `Across` knows.
pub enum Run {
    /// At the annotation itself, on the basis of the article.
    Alone(AloneFn),
    /// At other annotations too.
    Linked(LinkedFn),
    /// One thing at the annotation itself, another at others too.
    Both(AloneFn, LinkedFn),
}

/// Puts down what is wrong with one annotation by itself.
type AloneFn = fn(&CheckBasis<'_>, &Annotation, &mut Vec<Finding>);

/// Puts down what is wrong with one annotation beside others.
type LinkedFn = fn(&CheckContext<'_>, &Annotation, &mut Vec<Finding>);

impl Check {
    /// Puts down what is wrong with the annotation itself.
    pub(super) fn alone(&self, basis: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
        if let Run::Alone(run) | Run::Both(run, _) = self.run {
            run(basis, annotation, found);
        }
    }

    /// Puts down what is wrong with the annotation beside others.
    pub(super) fn linked(&self, context: &CheckContext<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
        if let Run::Linked(run) | Run::Both(_, run) = self.run {
            run(context, annotation, found);
        }
    }

    /// The problem of an annotation that something found is.
    pub(super) fn problem(&self, id: AnnotationId, found: Finding) -> Problem {
        let Finding { field, why, fix, is_note } = found;
        let severity = if is_note { Severity::Note } else { self.severity };
        Problem { severity, kind: self.kind, annotation: Some(id), field, why, at: None, fix }
    }
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
pub struct Finding {
    /// The field that it is about; `None` for the marked words themselves.
    pub field: Option<FieldPath>,
    /// What is wrong, in a sentence without a full stop.
    pub why: String,
    /// A change of the annotation that puts it right, where there is one.
    pub fix: Option<Fix>,
    /// Whether it is merely worth knowing, less than its check is as a rule.
    pub is_note: bool,
}

impl Finding {
    /// Something wrong with the marked words.
    pub fn in_words(why: impl Into<String>) -> Finding {
        Finding { field: None, why: why.into(), fix: None, is_note: false }
    }

    /// Something wrong with what a field holds.
    pub fn in_field(field: FieldPath, why: impl Into<String>) -> Finding {
        Finding { field: Some(field), why: why.into(), fix: None, is_note: false }
    }

    /// The same as something merely worth knowing.
    pub fn as_note(self) -> Finding {
        Finding { is_note: true, ..self }
    }

    /// The same with a fix offered.
    pub fn or(self, fix: impl Into<Option<Fix>>) -> Finding {
        Finding { fix: fix.into(), ..self }
    }
}
