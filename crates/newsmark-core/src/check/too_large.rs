use super::figures::in_unit;
use super::{Check, CheckBasis, CheckContext, Example, Finding, Run, Severity};
use crate::model::{Annotation, FieldPath, Figure, FigurePart};

/// A number beyond what can be counted, 64 bits: of the persons in households, or of a total.
pub(super) const CHECK: Check = Check {
    kind: "TooLarge",
    severity: Severity::Error,
    run: Run::Both(alone, linked),
    fires: Example {
        article: "Families fled.\n^^^^^^^^ Displacement",
        records: &[
            "1 figure.unit = Household",
            "1 figure.best = 18446744073709551615",
            "1 figure.household_size = 4.5",
        ],
    },
    silent: Example {
        article: "Families fled.\n^^^^^^^^ Displacement",
        records: &["1 figure.unit = Household", "1 figure.best = 300", "1 figure.household_size = 4.5"],
    },
};

fn alone(_: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    if annotation.details.figure().is_some_and(is_beyond) {
        let why = "There are more persons in these households than can be counted";
        found.push(Finding::in_field(FieldPath::Figure(FigurePart::HouseholdSize), why));
    }
}

fn linked(context: &CheckContext<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let is_last = context.across.overflowing.contains(&annotation.id);
    // A figure that is too large by itself is told by itself already.
    if is_last && !annotation.details.figure().is_some_and(is_beyond) {
        let why = "With this number the total is larger than can be counted";
        found.push(Finding::in_field(FieldPath::Figure(FigurePart::Text), why));
    }
}

/// Whether a number of the figure is beyond what can be counted.
fn is_beyond(figure: &Figure) -> bool {
    let mut stated = [figure.low, figure.best, figure.high].into_iter().flatten();
    stated.any(|number| in_unit(figure, number).is_none())
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    #[test]
    fn a_total_that_is_too_large_is_told_where_it_becomes_so() {
        let article = "Many fled, more fled.\n^^^^ Displacement\n           ^^^^ Displacement";
        let both = |field: &str| ["1", "2"].map(|n| format!("{n} {field}"));
        let records = [
            both("measure = Flow"),
            both("scope.kind = Event"),
            both("figure.unit = Person"),
            both("figure.best = 18446744073709551615"),
        ]
        .concat();
        let records: Vec<&str> = records.iter().map(String::as_str).collect();
        assert_eq!(whys(&CHECK, article, &records), ["With this number the total is larger than can be counted"]);
    }
}
