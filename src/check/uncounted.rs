use super::figures::has_number;
use super::{Check, Context, Example, Found, Severity};
use crate::edit::Fix;
use crate::model::{Annotation, Details, FieldPath, FieldValue, Figure, FigurePart, Measure, ScopeKind, Unit};

/// A number that enters no total, as its scope, unit or measure is not decided: what is unknown is not added up.
pub(super) const CHECK: Check = Check {
    kind: "Uncounted",
    severity: Severity::Note,
    run,
    fires: Example {
        article: "12 people died.\n^^^^^^^^^ Casualties",
        records: &["1 figure.best = 12", "1 figure.unit = Person"],
    },
    silent: Example {
        article: "12 people died.\n^^^^^^^^^ Casualties",
        records: &["1 figure.best = 12", "1 figure.unit = Person", "1 scope.kind = Event"],
    },
};

fn run(_: &Context<'_>, annotation: &Annotation, found: &mut Vec<Found>) {
    let Some(figure) = annotation.details.figure().filter(|figure| has_number(figure)) else { return };
    let why = |field: &str| format!("{} has no {field} and enters no total", reading(figure));
    if annotation.details.scope().is_some_and(|scope| scope.kind == ScopeKind::Unspecified) {
        let event = FieldValue::Choice(ScopeKind::VOCABULARY, ScopeKind::Event as usize);
        let fix = Fix::fields("Set the scope to The event", [(FieldPath::Scope, event)]);
        found.push(Found::in_field(FieldPath::Scope, why("scope")).or(fix));
    }
    if figure.unit == Unit::Unspecified {
        found.push(Found::in_field(FieldPath::Figure(FigurePart::Unit), why("unit")));
    }
    if let Details::Displacement(record) = &annotation.details
        && record.measure == Measure::Unspecified
    {
        found.push(Found::in_field(FieldPath::Measure, why("measure")));
    }
}

fn reading(figure: &Figure) -> String {
    let reading = figure.reading();
    let mut letters = reading.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    #[test]
    fn each_field_that_keeps_a_number_out_of_totals_is_told() {
        let expected = [
            "12 has no scope and enters no total",
            "12 has no unit and enters no total",
            "12 has no measure and enters no total",
        ];
        assert_eq!(whys(&CHECK, "12 fled.\n^^ Displacement", &["1 figure.best = 12"]), expected);
        assert!(whys(&CHECK, "Many fled.\n^^^^ Displacement", &[]).is_empty());
    }
}
