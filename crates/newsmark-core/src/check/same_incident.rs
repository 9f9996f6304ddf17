use super::{Check, CheckContext, Example, Finding, Run, Severity};
use crate::edit::Fix;
use crate::model::{Annotation, FieldPath, FieldValue, ScopeKind};

/// Two counts of one harm or measure, day and place that both count as events:
/// likely two accounts of one event, which the total then counts twice (UCDP GED
/// codebook: one event for one day and place).
pub(super) const CHECK: Check = Check {
    kind: "SameIncident",
    severity: Severity::Warning,
    run: Run::Linked(run),
    fires: Example {
        article: "Ten died in Karsa, he said. Nine died, she said.\n^^^^^^^^ Casualties\n                            ^^^^^^^^^ Casualties",
        records: &[
            "1 harm = Killed",
            "1 figure.unit = Person",
            "1 scope.kind = Event",
            "1 when.date = 2026-03-08",
            "1 where.name = Karsa",
            "2 harm = Killed",
            "2 figure.unit = Person",
            "2 scope.kind = Event",
            "2 when.date = 2026-03-08",
            "2 where.name = Karsa",
        ],
    },
    silent: Example {
        article: "Ten died in Karsa, he said. Nine died, she said.\n^^^^^^^^ Casualties\n                            ^^^^^^^^^ Casualties",
        records: &[
            "1 harm = Killed",
            "1 figure.unit = Person",
            "1 scope.kind = Event",
            "1 when.date = 2026-03-08",
            "1 where.name = Karsa",
            "2 harm = Killed",
            "2 figure.unit = Person",
            "2 scope.kind = SameAs",
            "2 scope.of = #1",
            "2 when.date = 2026-03-08",
            "2 where.name = Karsa",
        ],
    },
};

fn run(context: &CheckContext<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let Some(first) = context.linked(context.across.of_one_incident.get(&annotation.id).copied()) else { return };
    let why = format!("It counts beside {}, of the same day and place", context.named(first));
    let same = FieldValue::Choice(ScopeKind::VOCABULARY, ScopeKind::SameAs as usize);
    let values = [(FieldPath::Scope, same), (FieldPath::ScopeOf, FieldValue::Mark(Some(first.id)))];
    // The later one is changed: the first stays the count that others are the same as.
    found.push(Finding::in_field(FieldPath::Scope, why).or(Fix::fields("Count it as the same", values)));
}
