use super::across::is_called_whole;
use super::figures::has_number;
use super::{Check, CheckBasis, CheckContext, Example, Finding, Run, Severity};
use crate::edit::Fix;
use crate::figures::inherited_unit;
use crate::model::{Annotation, Details, FieldPath, FieldValue, Figure, FigurePart, Measure, Project, ScopeKind, Unit};

/// A number that enters no total, as its scope, unit or measure is not decided: what is unknown is not added up.
pub(super) const CHECK: Check = Check {
    kind: "Uncounted",
    severity: Severity::Note,
    run: Run::Both(alone, linked),
    fires: Example {
        article: "12 people died.\n^^^^^^^^^ Casualties",
        records: &["1 figure.best = 12", "1 figure.unit = Person"],
    },
    silent: Example {
        article: "12 people died.\n^^^^^^^^^ Casualties",
        records: &["1 figure.best = 12", "1 figure.unit = Person", "1 scope.kind = Event"],
    },
};

fn alone(basis: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    // What may name another annotation in its fix hangs on that annotation and is found with the linked ones.
    if !may_take_unit(annotation) && !is_called_whole(basis.text, annotation) {
        found.extend(undecided(annotation, None));
    }
}

fn linked(context: &CheckContext<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let is_whole = is_called_whole(context.text, annotation);
    if !may_take_unit(annotation) && !is_whole {
        return;
    }
    let mut undecided = undecided(annotation, Some(context.project));
    // As an event beside its parts they would count twice; what is offered instead is to make it their whole.
    let has_parts = context.across.wholes.get(&annotation.id).is_some_and(|parts| !parts.is_empty());
    for finding in undecided.iter_mut().filter(|finding| has_parts && finding.field == Some(FieldPath::Scope)) {
        finding.fix = None;
    }
    found.extend(undecided);
}

/// Whether a unit may be taken from the count that its scope names, whose number in the text the fix then tells.
pub(super) fn may_take_unit(annotation: &Annotation) -> bool {
    annotation.details.scope().is_some_and(|scope| scope.of.is_some())
        && annotation.details.figure().is_some_and(|figure| figure.unit == Unit::Unspecified && has_number(figure))
}

/// What keeps a number out of all totals; a unit is taken from no other annotation without the project.
fn undecided(annotation: &Annotation, project: Option<&Project>) -> Vec<Finding> {
    let mut found = Vec::new();
    let Some(figure) = annotation.details.figure().filter(|figure| has_number(figure)) else { return found };
    let why = |field: &str| format!("{} has no {field} and enters no total", reading(figure));
    if annotation.details.scope().is_some_and(|scope| scope.kind == ScopeKind::Unspecified) {
        // The only scope that needs no other mark, and the commonest.
        let event = FieldValue::Choice(ScopeKind::VOCABULARY, ScopeKind::Event as usize);
        let fix = Fix::fields("Set the scope to The event", [(FieldPath::Scope, event)]);
        found.push(Finding::in_field(FieldPath::Scope, why("scope")).or(fix));
    }
    if figure.unit == Unit::Unspecified {
        let unit_field = FieldPath::Figure(FigurePart::Unit);
        let told = Finding::in_field(unit_field, why("unit"));
        let taken = project.and_then(|project| Some((project, inherited_unit(project, annotation)?)));
        found.push(match taken {
            Some((project, (unit, other))) => {
                let name = project.called(other).unwrap_or_default();
                let label = format!("Take {} from {name}", unit.label().to_lowercase());
                let value = FieldValue::Choice(Unit::VOCABULARY, unit as usize);
                told.or(Fix::fields(label, [(unit_field, value)]))
            }
            None => told,
        });
    }
    if let Details::Displacement(record) = &annotation.details
        && record.measure == Measure::Unspecified
    {
        found.push(Finding::in_field(FieldPath::Measure, why("measure")));
    }
    found
}

fn reading(figure: &Figure) -> String {
    let reading = figure.reading();
    let mut letters = reading.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{example, whys};
    use super::*;

    #[test]
    fn a_part_or_an_update_that_says_no_unit_is_offered_that_of_the_other() {
        let article = "12 people died, 5 of them in Karsa and 2 families.\n^^^^^^^^^ Casualties\n                ^ Casualties\n                                       ^^^^^^^^^^ Casualties";
        let whole = ["1 figure.best = 12", "1 figure.unit = Person", "2 figure.best = 5", "3 figure.best = 2"];
        let unit = |records: &[&str], place: usize| {
            let project = example(article, &[&whole, records].concat());
            inherited_unit(&project, project.annotations().get(place).unwrap()).map(|(unit, _)| unit)
        };
        let part = ["2 scope.kind = PartOf", "2 scope.of = #1", "3 scope.kind = PartOf", "3 scope.of = #1"];
        assert_eq!(unit(&part, 1), Some(Unit::Person));
        assert_eq!(unit(&part, 2), None, "families are no persons");
        assert_eq!(unit(&part, 0), None);
        assert_eq!(unit(&[], 1), None);
        assert_eq!(unit(&[&part[..], &["2 figure.unit = Other"]].concat(), 1), None, "what is set stays");
        assert_eq!(unit(&["2 scope.kind = UpdateOf", "2 scope.of = #1"], 1), Some(Unit::Person));
        assert_eq!(unit(&["2 scope.kind = Additional", "2 scope.of = #1"], 1), None);
        let project = example(article, &[&whole[..], &part].concat());
        let found = crate::check::problems(&project, &[]);
        let fixes: Vec<_> = found.iter().filter_map(|problem| problem.fix.as_ref()).map(|fix| &*fix.label).collect();
        assert!(fixes.contains(&"Take persons from “12 people”, ¶ 1"), "{fixes:?}");
    }

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
