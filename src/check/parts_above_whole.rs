use super::figures::{least, most};
use super::{Check, Context, Example, Found, Severity};
use crate::model::{Annotation, FieldPath, FigurePart, grouped};

/// Parts that are more together than their whole: "30 killed, 26 of them women, 10 of them children".
///
/// Parts are told apart from each other, as the residual is the whole without
/// them; those that overlap are groups (Every Casualty, *Standards*: disaggregation).
pub(super) const CHECK: Check = Check {
    kind: "PartsAboveWhole",
    severity: Severity::Error,
    run,
    fires: Example {
        article: "12 died, 13 of them at once.\n^^^^^^^ Casualties\n         ^^^^^^^^^^ Casualties",
        records: &["1 figure.best = 12", "2 figure.best = 13", "2 scope.kind = PartOf", "2 scope.of = #1"],
    },
    silent: Example {
        article: "At least 12 died, 13 of them at once.\n^^^^^^^^^^^ Casualties\n                  ^^^^^^^^^^ Casualties",
        records: &[
            "1 figure.qualifier = AtLeast",
            "1 figure.low = 12",
            "2 figure.best = 13",
            "2 scope.kind = PartOf",
            "2 scope.of = #1",
        ],
    },
};

fn run(context: &Context<'_>, annotation: &Annotation, found: &mut Vec<Found>) {
    let Some(parts) = context.parts.get(&annotation.id) else { return };
    let Some((whole, most)) = annotation.details.figure().and_then(|whole| Some((whole, most(whole, whole.unit)?)))
    else {
        return;
    };
    let others = parts.iter().filter(|part| part.id != annotation.id);
    let figures = others.filter_map(|part| least(part.details.figure()?, whole.unit));
    let (n_parts, together) = figures.fold((0, 0u64), |(n, sum), least| (n + 1, sum.saturating_add(least)));
    if together > most {
        let parts = if n_parts == 1 { "Its part counts" } else { "Its parts count together" };
        let why = format!("{parts} at least {}, above the whole of {}", grouped(together), grouped(most));
        found.push(Found::in_field(FieldPath::Figure(FigurePart::Text), why));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    #[test]
    fn parts_are_added_up_in_the_unit_of_the_whole() {
        let article = "1,000 people fled, 150 families on foot, 200 by boat.\n^^^^^^^^^^^^ Displacement\n                   ^^^^^^^^^^^^ Displacement\n                                         ^^^ Displacement";
        let records = [
            "1 figure.unit = Person",
            "1 figure.best = 1000",
            "2 figure.unit = Household",
            "2 figure.best = 150",
            "2 scope.kind = PartOf",
            "2 scope.of = #1",
            "3 figure.best = 200",
            "3 scope.kind = PartOf",
            "3 scope.of = #1",
        ];
        assert!(whys(&CHECK, article, &records).is_empty(), "households are no persons");
        let sized = [&records[..], &["2 figure.household_size = 6"]].concat();
        assert_eq!(
            whys(&CHECK, article, &sized),
            ["Its parts count together at least 1,100, above the whole of 1,000"]
        );
    }
}
