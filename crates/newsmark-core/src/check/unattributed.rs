use super::figures::has_number;
use super::{Check, CheckBasis, Example, Finding, Run, Severity};
use crate::model::{Annotation, AttributionPart, FieldPath};

/// A number without an attribution (AP Stylebook: attribute what was not witnessed).
pub(super) const CHECK: Check = Check {
    kind: "Unattributed",
    severity: Severity::Note,
    run: Run::Alone(run),
    fires: Example { article: "12 died, she said.\n^^^^^^^ Casualties", records: &["1 figure.best = 12"] },
    silent: Example {
        article: "12 died, she said.\n^^^^^^^ Casualties",
        records: &["1 figure.best = 12", "1 attribution.words = she"],
    },
};

fn run(_: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    // Words without any number, as "many", are reported and not counted.
    if annotation.details.figure().is_some_and(has_number) && !annotation.details.attribution().names_somebody() {
        let field = FieldPath::Attribution(AttributionPart::Source);
        found.push(Finding::in_field(field, "No source is named for the number"));
    }
}
