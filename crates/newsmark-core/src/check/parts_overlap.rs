use super::figures::{is_comparable, least, most};
use super::{Check, CheckContext, Example, Finding, Run, Severity};
use crate::model::{Annotation, AnnotationId, Dimension, FieldPath, FigurePart, grouped};

/// Parts that are more than their whole only together: they overlap, and are
/// groups rather than parts, or one of them is wrong (Every Casualty, *Standards*: disaggregation).
pub(super) const CHECK: Check = Check {
    kind: "PartsOverlap",
    severity: Severity::Warning,
    run: Run::Linked(run),
    fires: Example {
        article: "12 died, 8 of them women, 7 young.\n^^^^^^^ Casualties\n         ^^^^^^^^^ Casualties\n                          ^^^^^^^ Casualties",
        records: &[
            "1 figure.best = 12",
            "2 figure.best = 8",
            "2 scope.kind = PartOf",
            "2 scope.of = #1",
            "3 figure.best = 7",
            "3 scope.kind = PartOf",
            "3 scope.of = #1",
        ],
    },
    silent: Example {
        article: "12 died, 8 of them women, 4 men.\n^^^^^^^ Casualties\n         ^^^^^^^^^ Casualties\n                          ^^^^^ Casualties",
        records: &[
            "1 figure.best = 12",
            "2 figure.best = 8",
            "2 scope.kind = PartOf",
            "2 scope.of = #1",
            "3 figure.best = 4",
            "3 scope.kind = PartOf",
            "3 scope.of = #1",
        ],
    },
};

fn run(context: &CheckContext<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let Some(cuts) = context.across.parts.get(&annotation.id) else { return };
    // Parts by place and parts by group are two ways to divide a whole, and may well be more than it together.
    cuts.iter().for_each(|parts| overlap(context, annotation, parts, found));
}

fn overlap(context: &CheckContext<'_>, annotation: &Annotation, parts: &[AnnotationId], found: &mut Vec<Finding>) {
    let first = parts.first().and_then(|part| context.linked(Some(*part))?.details.scope());
    // A nurse may be a woman: groups need not lie beside each other.
    if first.is_some_and(|scope| scope.by == Dimension::Group) {
        return;
    }
    let Some(whole) = annotation.details.figure() else { return };
    let Some(most) = most(whole) else { return };
    let parts = parts.iter().filter_map(|part| context.linked(Some(*part))?.details.figure());
    let counts: Vec<u64> = parts.filter(|part| is_comparable(part, whole)).filter_map(least).collect();
    let together = counts.iter().copied().fold(0, u64::saturating_add);
    // A part that is alone above its whole is an error of its own and would be told twice.
    if together > most && counts.iter().all(|count| *count <= most) {
        let why = format!(
            "Its {} parts are at least {} together and it is at most {}",
            counts.len(),
            grouped(together),
            grouped(most)
        );
        found.push(Finding::in_field(FieldPath::Figure(FigurePart::Text), why));
    }
}
