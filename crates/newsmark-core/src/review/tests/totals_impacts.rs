use super::*;
use crate::figures::Ledger;
use crate::model::Part;
use crate::review::{Impact, TotalsImpacts, taken_together};
use proptest::prelude::*;

const THREE: &str = "\
Twelve people were killed and five others. Three of them were children.
^^^^^^^^^^^^^ Casualties
                              ^^^^^^^^^^^ Casualties
                                           ^^^^^ Casualties";

fn totals(comparison: &Comparison, n: usize) -> Vec<String> {
    let impacts = TotalsImpacts::of(comparison);
    impacts.totals_impact(&comparison.differences()[n], 1).totals.iter().map(ToString::to_string).collect()
}

#[test]
fn a_number_of_the_other_changes_the_total() {
    let own = || killed(killed(by("Ines Varga", 1, THREE), 0, 12), 1, 5);
    let comparison = compared(vec![own(), killed(own(), 1, 9)]);
    assert_eq!(told(&comparison, &comparison.differences()[0]), "Field figure.low: 5 | 9");
    // The bounds go with it: an exact number with a low and a high of two people would not count.
    assert_eq!(totals(&comparison, 0), ["Killed 17 → 21"]);
    let other = with(own(), 1, |mark| {
        mark.set_field(FieldPath::Figure(FigurePart::Qualifier), FieldValue::Choice(Qualifier::VOCABULARY, 0)).unwrap();
        mark.set_field(FieldPath::Figure(FigurePart::High), FieldValue::Number(Some(9))).unwrap();
    });
    assert_eq!(totals(&compared(vec![own(), other]), 0), ["Killed 17 → 17–21"]);
}

#[test]
fn a_mark_that_only_one_has_adds_or_takes_what_it_counts() {
    let own = || killed(killed(by("Ines Varga", 1, THREE), 0, 12), 1, 5);
    let mut without = own();
    without.apply(Change::Remove(without.annotations()[1].id)).unwrap();
    assert_eq!(totals(&compared(vec![own(), without.clone()]), 0), ["Killed 17 → 12"]);
    assert_eq!(totals(&compared(vec![without, own()]), 0), ["Killed 12 → 17"]);
    let mut none = own();
    for n in (0..3).rev() {
        none.apply(Change::Remove(none.annotations()[n].id)).unwrap();
    }
    let comparison = compared(vec![none, own()]);
    assert_eq!(totals(&comparison, 0), ["Killed – → 12"]);
}

#[test]
fn a_scope_of_the_other_is_followed_through_what_it_links() {
    let own = || killed(killed(killed(by("Ines Varga", 1, THREE), 0, 12), 1, 5), 2, 3);
    let other = by("Tomas Reed", 70, THREE);
    let other = killed(killed(killed(other, 0, 12), 1, 5), 2, 3);
    let first = other.annotations()[0].id;
    let other = with(other, 2, |mark| {
        if let Details::Casualties(record) = &mut mark.details {
            record.scope = Scope { kind: ScopeKind::PartOf, of: Some(first), ..Scope::default() };
        }
    });
    let comparison = compared(vec![own(), other]);
    let scope = comparison.differences().iter().position(|one| one.field() == Some(FieldPath::Scope)).unwrap();
    assert_eq!(told(&comparison, &comparison.differences()[scope]), "Field scope.kind: The event | Part of another");
    // The mark that it names goes with it: three of the twelve, so that 20 become 17.
    assert_eq!(totals(&comparison, scope), ["Killed 20 → 17"]);
}

#[test]
fn what_changes_no_total_goes_after_what_does() {
    let running = |number| {
        with(killed(by("Ines Varga", 1, THREE), 0, number), 0, |mark| {
            if let Details::Casualties(record) = &mut mark.details {
                record.scope.kind = ScopeKind::Cumulative;
            }
        })
    };
    let comparison = compared(vec![killed(running(900), 1, 5), killed(running(950), 1, 7)]);
    let impacts = TotalsImpacts::of(&comparison);
    let order = impacts.in_order();
    let values = |place: usize| comparison.values(&comparison.differences()[order[place]])[0].clone().unwrap();
    assert_eq!((values(0).as_str(), values(3).as_str()), ("5", "900"));
    assert_eq!(impacts.impact(&comparison.differences()[order[3]]), Impact::Record);
}

/// Low, high, scope, the mark that it names, and whether it is open above.
type Numbers = (Option<u64>, Option<u64>, usize, usize, bool);

/// Any figures, scopes and links among three marks.
fn numbers() -> impl Strategy<Value = Vec<Numbers>> {
    prop::collection::vec(
        (prop::option::of(0..30_u64), prop::option::of(30..60_u64), 0..7_usize, 0..3_usize, any::<bool>()),
        3,
    )
}

fn numbered(ids: u64, numbers: &[Numbers]) -> Project {
    let mut project = by("Ines Varga", ids, THREE);
    let marks: Vec<AnnotationId> = project.annotations().iter().map(|mark| mark.id).collect();
    for (n, &(low, high, kind, of, is_open)) in numbers.iter().enumerate() {
        project = with(killed(project, n, 1), n, |mark| {
            let Details::Casualties(record) = &mut mark.details else { return };
            (record.figure.low, record.figure.best, record.figure.high) = (low, low, high);
            record.figure.qualifier = match (is_open, low.or(high)) {
                (true, None) => Qualifier::UnknownPlural,
                (true, _) => Qualifier::AtLeast,
                (false, _) => Qualifier::Unspecified,
            };
            let kind = ScopeKind::ALL[kind % ScopeKind::ALL.len()];
            record.scope = Scope { kind, of: kind.needs_other().then(|| marks[of]), ..Scope::default() };
        });
    }
    project
}

proptest! {
    #[test]
    fn an_effect_is_what_the_whole_ledger_says_once_the_value_is_taken(own in numbers(), other in numbers()) {
        let (own, other) = (numbered(0, &own), numbered(50, &other));
        let comparison = compared(vec![own.clone(), other]);
        let impacts = TotalsImpacts::of(&comparison);
        for difference in comparison.differences() {
            let Some(Part::Field(path)) = difference.part else { continue };
            let row = &comparison.rows()[difference.row];
            let theirs = row.marks[1].as_ref().unwrap();
            // Ids of the first project are those of the rows here, as its three marks stand in order.
            let mut taken = own.clone();
            let mut mark = Annotation::clone(&own.annotations()[difference.row]);
            taken_together(Part::Field(path)).into_iter().for_each(|part| mark.take(part, theirs));
            taken.apply(Change::Replace(Arc::new(mark))).unwrap();
            let total = |project: &Project| Ledger::of(project).rows.iter().find(|row| row.label() == "Killed").and_then(|row| row.total);
            let (before, after) = (total(&own), total(&taken));
            let found = impacts.totals_impact(difference, 1);
            let found = found.totals.iter().find(|total| total.label == "Killed").map(|total| (total.before, total.after));
            prop_assert_eq!(found, Some((before, after)).filter(|_| before != after));
        }
    }
}

#[test]
fn the_effect_of_a_mark_is_that_of_its_fields_together() {
    let own = killed(by("Ines Varga", 0, THREE), 0, 12);
    let other = with(killed(by("Tomas Reed", 50, THREE), 0, 20), 0, |mark| {
        let Details::Casualties(record) = &mut mark.details else { return };
        record.harm = Harm::Injured;
    });
    let comparison = compared(vec![own, other]);
    let told: Vec<String> = TotalsImpacts::of(&comparison)
        .totals_impact_of_mark(0, 1)
        .totals
        .iter()
        .map(|total| total.to_string())
        .collect();
    assert_eq!(told, ["Killed 12 → –", "Injured – → 20"]);
}
