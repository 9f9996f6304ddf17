use super::figures::figures;
use super::{Check, CheckBasis, Example, Finding, Run, Severity};
use crate::edit::Fix;
use crate::model::{Annotation, FieldValue, FigurePart, Qualifier, grouped};

/// An exact figure whose bounds differ: then it is a range.
pub(super) const CHECK: Check = Check {
    kind: "ExactBounds",
    severity: Severity::Error,
    run: Run::Alone(run),
    fires: Example {
        article: "12 to 15 people died.\n^^^^^^^^ Casualties",
        records: &["1 figure.qualifier = Exact", "1 figure.low = 12", "1 figure.high = 15"],
    },
    silent: Example {
        article: "12 to 15 people died.\n^^^^^^^^ Casualties",
        records: &["1 figure.qualifier = Range", "1 figure.low = 12", "1 figure.high = 15"],
    },
};

fn run(_: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    for of in figures(annotation).filter(|of| of.figure.qualifier == Qualifier::Exact) {
        let stated = || [of.figure.low, of.figure.best, of.figure.high].into_iter().flatten();
        // Over those stated: an exact figure of which only best is known is complete enough.
        let (Some(least), Some(most)) = (stated().min(), stated().max()) else { continue };
        if least != most {
            let why = format!("The figure is exact and goes from {} to {}", grouped(least), grouped(most));
            let range = FieldValue::Choice(Qualifier::VOCABULARY, Qualifier::Range as usize);
            let qualifier = of.path(FigurePart::Qualifier);
            found.push(Finding::in_field(qualifier, why).or(Fix::fields("Make it a range", [(qualifier, range)])));
        }
    }
}
