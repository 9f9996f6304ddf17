//! What no part, no repetition and no order of telling may do to the sum over all harms.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::select;

use super::filled;
use crate::figures::{Counted, Ledger};
use crate::model::{
    Annotation, AnnotationId, Article, Card, Category, Person, Project, ProjectParts, Span, Text, Unit,
};

/// A record as [`filled`] reads it, but for the mark that its scope names.
#[derive(Clone, Debug)]
struct Told {
    harm: &'static str,
    count: u64,
    scope: &'static str,
    of: usize,
    more: &'static str,
}

const HARMS: [&str; 4] = ["Unspecified", "Killed", "Injured", "Missing"];

fn told(scopes: &'static [&'static str]) -> impl Strategy<Value = Told> {
    let more = [
        "",
        "",
        ", scope.by: Place",
        ", scope.by: Group, Women: all",
        ", scope.by: Group, Medical: all",
        ", scope.by: Victims, Civilian",
        ", where.name: Lir",
        ", Children: all",
        ", when.date: 2026-03-08",
        ", attribution.words: police",
    ];
    (select(&HARMS[..]), 0u64..20, select(scopes), 0usize..8, select(more.to_vec()))
        .prop_map(|(harm, count, scope, of, more)| Told { harm, count, scope, of, more })
}

/// The project of these records and one that comes to them, in the order of the text that `slots` gives; a scope names
/// one of the first.
fn project(all: &[Told], more: Option<Told>, slots: &[usize]) -> Project {
    let annotations = all.iter().chain(more.as_ref()).enumerate().map(|(n, told)| {
        let author = Person::new("Ines Varga").unwrap();
        let span = Span::new(slots[n] * 2, slots[n] * 2 + 1).unwrap();
        let id = AnnotationId::from_u64(n as u64 + 1);
        let mut annotation = Annotation::draft(id, span, Category::Casualties, author);
        let Told { harm, count, scope, of, more } = told;
        let of = of % all.len() + 1;
        filled(&mut annotation, &format!("harm: {harm}, {count}, scope.kind: {scope}, scope.of: {of}{more}"));
        annotation
    });
    let article = Article { text: Text::new("x ".repeat(slots.len())), card: Card::default() };
    Project::from_parts(ProjectParts { annotations: annotations.collect(), ..ProjectParts::of(article) }).unwrap()
}

/// The record that `n` repeats, or `n`: the people of a repetition are those of what it repeats, under its harm.
fn original(all: &[Told], n: usize) -> usize {
    // A repetition may repeat itself by way of others, and is then as good as any of them.
    let next = |n: usize| if all[n].scope == "SameAs" { all[n].of % all.len() } else { n };
    (0..all.len()).fold(n, |at, _| next(at))
}

/// The best of each row of persons.
fn bests(ledger: &Ledger) -> BTreeMap<Counted, u64> {
    let rows = ledger.rows.iter().filter(|row| row.unit == Unit::Person);
    rows.filter_map(|row| Some((row.of, row.total?.best?))).collect()
}

fn sum(ledger: &Ledger) -> u64 {
    bests(ledger).values().sum()
}

const ALL: &[&str] = &["Event", "Event", "Additional", "UpdateOf", "PartOf", "PartOf", "SameAs", "Cumulative"];

proptest! {
    #[test]
    fn a_part_a_repetition_or_a_running_toll_never_raises_the_sum_of_all_harms(
        all in prop::collection::vec(told(ALL), 1..9),
        more in told(&["PartOf", "PartOf", "SameAs", "Cumulative"]),
        slots in Just((0..10usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let before = Ledger::of(&project(&all, None, &slots));
        let whole = more.of % all.len();
        let after = Ledger::of(&project(&all, Some(more), &slots));
        prop_assert!(sum(&after) <= sum(&before), "{:?} then {:?}", bests(&before), bests(&after));
        let of = before.row_of(AnnotationId::from_u64(original(&all, whole) as u64 + 1)).unwrap().of;
        prop_assert!(bests(&after).get(&of) <= bests(&before).get(&of).max(Some(&0)), "the harm of its whole");
    }

    #[test]
    fn moving_people_to_another_harm_never_changes_the_sum(
        all in prop::collection::vec(told(&["Event", "Event", "Additional", "PartOf", "PartOf", "SameAs", "Cumulative"]), 1..8),
        from in 0usize..8,
        harm in select(&HARMS[1..]),
        share in 1u64..20,
        slots in Just((0..10usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let before = Ledger::of(&project(&all, None, &slots));
        let from = from % all.len();
        let id = AnnotationId::from_u64(from as u64 + 1);
        let there = before.amount_of(id).and_then(|amount| amount.best).unwrap_or(0);
        let is_other = all[from].harm != harm;
        if there == 0 || !is_other {
            return Ok(());
        }
        let more = Told { harm, count: share.min(there), scope: "UpdateOf", of: from, more: "" };
        let after = Ledger::of(&project(&all, Some(more), &slots));
        prop_assert_eq!(sum(&after), sum(&before), "{:?} then {:?}", bests(&before), bests(&after));
    }

    #[test]
    fn parts_of_one_whole_are_told_once_and_never_more_than_it(
        all in prop::collection::vec(told(ALL), 1..9),
        slots in Just((0..9usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let project = project(&all, None, &slots);
        for parts in Ledger::of(&project).rows.iter().flat_map(|row| &row.parts) {
            let whole = project.annotation(parts.of).unwrap().details.figure().unwrap().best;
            prop_assert!(parts.residual.and_then(|rest| rest.best) <= whole);
        }
    }
}
