use super::figures::{is_comparable, least, most};
use super::{Check, CheckContext, Example, Finding, Run, Severity};
use crate::figures::Why;
use crate::model::{Annotation, FieldPath, FigurePart, grouped};

/// A part that is more than its whole: "12 killed, 13 of them children"; or parts of another harm that are so
/// together: "17 casualties, ten dead and ten hurt".
pub(super) const CHECK: Check = Check {
    kind: "PartsAboveWhole",
    severity: Severity::Error,
    run: Run::Linked(run),
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

fn run(context: &CheckContext<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    if context.across.errors.get(&annotation.id) == Some(&Why::PartsAbove) {
        let why = "Its parts say what was done to more people than it has: neither it nor they count";
        found.push(Finding::in_field(FieldPath::Figure(FigurePart::Text), why));
    }
    let Some(whole) = context.linked(context.across.whole_of.get(&annotation.id).copied()) else { return };
    let (Some(part), Some(all)) = (annotation.details.figure(), whole.details.figure()) else { return };
    // The least of the part against the most of the whole: only what cannot be otherwise is an error.
    let Some((least, most)) = least(part).zip(most(all)).filter(|_| is_comparable(part, all)) else { return };
    if least > most {
        let why = format!("{} is above {} of its whole {}", grouped(least), grouped(most), context.named(whole));
        found.push(Finding::in_field(FieldPath::Figure(FigurePart::Text), why));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    #[test]
    fn parts_that_say_what_was_done_to_more_than_all_are_told_at_the_whole() {
        let article = "17 casualties, ten dead, ten hurt.\n^^^^^^^^^^^^^ Casualties\n               ^^^^^^^^ Casualties\n                         ^^^^^^^^ Casualties";
        let persons = ["1 figure.unit = Person", "2 figure.unit = Person", "3 figure.unit = Person"];
        let parts = ["2 scope.kind = PartOf", "2 scope.of = #1", "3 scope.kind = PartOf", "3 scope.of = #1"];
        let harms = ["1 scope.kind = Event", "2 harm = Killed", "3 harm = Injured", "1 figure.best = 17"];
        let told = |dead: &str| {
            let counts = [format!("2 figure.best = {dead}"), "3 figure.best = 10".to_owned()];
            let counts: Vec<&str> = counts.iter().map(String::as_str).collect();
            whys(&CHECK, article, &[&persons[..], &parts, &harms, &counts].concat())
        };
        assert_eq!(told("10"), ["Its parts say what was done to more people than it has: neither it nor they count"]);
        assert!(told("7").is_empty());
    }

    #[test]
    fn households_with_a_size_are_compared_as_persons() {
        let article = "1,000 people fled, 300 families on foot.\n^^^^^^^^^^^^ Displacement\n                   ^^^^^^^^^^^^ Displacement";
        let records = [
            "1 figure.unit = Person",
            "1 figure.best = 1000",
            "2 figure.unit = Household",
            "2 figure.best = 300",
            "2 scope.kind = PartOf",
            "2 scope.of = #1",
        ];
        assert!(whys(&CHECK, article, &records).is_empty(), "households are no persons");
        let sized = [&records[..], &["2 figure.household_size = 4.5"]].concat();
        assert_eq!(whys(&CHECK, article, &sized), ["1,350 is above 1,000 of its whole “1,000 people”"]);
    }
}
