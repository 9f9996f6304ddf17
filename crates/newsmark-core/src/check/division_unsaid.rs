use super::{Check, CheckContext, Example, Finding, Run, Severity};
use crate::edit::Fix;
use crate::figures::dimension_said;
use crate::model::{Annotation, Dimension, FieldPath, FieldValue, ScopeKind};

/// A part of a whole with several parts that does not say how it divides it, though its words do: what is left of the
/// whole is reckoned within one dimension (Every Casualty, *Standards*: disaggregation).
pub(super) const CHECK: Check = Check {
    kind: "DivisionUnsaid",
    severity: Severity::Note,
    run: Run::Linked(run),
    fires: Example {
        article: "46 were hurt, 26 of them children, nine later.\n^^^^^^^^^^^^ Casualties\n              ^^^^^^^^^^^^^^^^^^^ Casualties\n                                   ^^^^ Casualties",
        records: &["2 scope.kind = PartOf", "2 scope.of = #1", "3 scope.kind = PartOf", "3 scope.of = #1"],
    },
    silent: Example {
        article: "46 were hurt, 26 of them children, nine later.\n^^^^^^^^^^^^ Casualties\n              ^^^^^^^^^^^^^^^^^^^ Casualties\n                                   ^^^^ Casualties",
        records: &[
            "2 scope.kind = PartOf",
            "2 scope.of = #1",
            "2 scope.by = Group",
            "3 scope.kind = PartOf",
            "3 scope.of = #1",
        ],
    },
};

fn run(context: &CheckContext<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let is_unsaid = |scope: &crate::model::Scope| scope.kind == ScopeKind::PartOf && scope.by == Dimension::Unspecified;
    if !annotation.details.scope().as_ref().is_some_and(is_unsaid) {
        return;
    }
    let Some(whole) = context.across.whole_of.get(&annotation.id) else { return };
    // One part alone divides nothing from anything.
    let n_parts: usize = context.across.parts.get(whole).map_or(0, |cuts| cuts.iter().map(Vec::len).sum());
    let Some(by) = dimension_said(context.project, annotation).filter(|_| n_parts > 1) else { return };
    let label = by.label();
    let why =
        format!("Its whole has {n_parts} parts, and by its words this one divides it by {}", label.to_lowercase());
    let value = FieldValue::Choice(Dimension::VOCABULARY, by as usize);
    let fix = Fix::fields(format!("Set “Divided by” to {label}"), [(FieldPath::ScopeBy, value)]);
    found.push(Finding::in_field(FieldPath::ScopeBy, why).or(fix));
}
