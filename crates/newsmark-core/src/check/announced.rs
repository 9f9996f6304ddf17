use super::{Check, CheckBasis, Example, Finding, Run, Severity};
use crate::model::{Annotation, AttributionPart, Certainty, Details, FieldPath, Measure, ScopeKind};

/// A count of what is only announced that enters a total: nobody was harmed or has
/// left yet (IDMC: displacement that has taken place).
pub(super) const CHECK: Check = Check {
    kind: "AnnouncedCounts",
    severity: Severity::Warning,
    run: Run::Alone(run),
    fires: Example {
        article: "900 people will be moved, she said.\n^^^^^^^^^^ Displacement",
        records: &[
            "1 measure = Flow",
            "1 figure.best = 900",
            "1 figure.unit = Person",
            "1 scope.kind = Event",
            "1 attribution.certainty = Announced",
        ],
    },
    silent: Example {
        article: "900 people will be moved, she said.\n^^^^^^^^^^ Displacement",
        records: &[
            "1 measure = AtRisk",
            "1 figure.best = 900",
            "1 figure.unit = Person",
            "1 scope.kind = Event",
            "1 attribution.certainty = Announced",
        ],
    },
};

fn run(_: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let details = &annotation.details;
    let counts = details
        .scope()
        .is_some_and(|scope| matches!(scope.kind, ScopeKind::Event | ScopeKind::Additional | ScopeKind::UpdateOf));
    // People at risk are counted apart, and may well be announced.
    let is_apart = matches!(details, Details::Displacement(record)
        if matches!(record.measure, Measure::AtRisk | Measure::Visit));
    if counts && !is_apart && details.attribution().certainty == Certainty::Announced {
        let field = FieldPath::Attribution(AttributionPart::Certainty);
        found.push(Finding::in_field(field, "What is only announced counts in the total as if it had happened"));
    }
}
