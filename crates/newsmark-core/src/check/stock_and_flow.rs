use super::{Check, CheckContext, Example, Finding, Run, Severity};
use crate::edit::Fix;
use crate::model::{Annotation, Details, FieldPath, FieldValue, Measure, ScopeKind};

/// A stock and a flow in one total: people on a date are no movements in a period (IDMC, how figures are reported).
pub(super) const CHECK: Check = Check {
    kind: "StockAndFlow",
    severity: Severity::Warning,
    run: Run::Linked(run),
    fires: Example {
        article: "900 live in camps, 60 fled today.\n^^^^^^^^^^^^ Displacement\n                   ^^^^^^^ Displacement",
        records: &["1 measure = Stock", "2 measure = Flow", "2 scope.kind = Additional", "2 scope.of = #1"],
    },
    silent: Example {
        article: "900 live in camps, 60 fled today.\n^^^^^^^^^^^^ Displacement\n                   ^^^^^^^ Displacement",
        records: &["1 measure = Stock", "2 measure = Stock", "2 scope.kind = Additional", "2 scope.of = #1"],
    },
};

fn run(context: &CheckContext<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let Details::Displacement(record) = &annotation.details else { return };
    // What is said again, or brought up to date, in another measure is an error, and told as such.
    if !matches!(record.scope.kind, ScopeKind::Additional | ScopeKind::PartOf) {
        return;
    }
    let Some(other) = context.linked(record.scope.of) else { return };
    let Details::Displacement(of) = &other.details else { return };
    // An undecided measure is not mixed with anything yet.
    let is_mixed =
        matches!((record.measure, of.measure), (Measure::Flow, Measure::Stock) | (Measure::Stock, Measure::Flow));
    if is_mixed {
        let [own, others] = [record.measure, of.measure].map(|measure| measure.label().to_lowercase());
        let name = context.named(other);
        let scope = record.scope.kind.label().to_lowercase();
        let why = format!("The count is a {own} and by its scope ({scope}) one with {name}, a {others}");
        let measure = FieldValue::Choice(Measure::VOCABULARY, of.measure as usize);
        let fix = Fix::fields(format!("Set the measure to {}", of.measure.label()), [(FieldPath::Measure, measure)]);
        found.push(Finding::in_field(FieldPath::Measure, why).or(fix));
    }
}
