use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::select;

use super::filled;
use crate::figures::{Amount, Counted, Ledger};
use crate::model::{
    Annotation, AnnotationId, Article, Card, Category, Change, Person, Project, ProjectParts, Span, Text, Unit,
};
use crate::store::strategies::any_project;

/// A record: its start, length, figure, scope with the place of its mark, date, and source.
type Drawn = (usize, usize, &'static str, &'static str, u64, &'static str, u64);

fn drawn() -> impl Strategy<Value = Drawn> {
    let figures = ["46", "5", "≥ 12", "> 30", "≤ 9", "nearly 40", "about 20", "5–7", "dozens", "many", "the rest"];
    let scopes = ["Event", "Event", "Additional", "UpdateOf", "PartOf", "SameAs", "Cumulative", "Unspecified"];
    let dates = ["", ", when.date: 2026-03-08, where.name: Karsa", ", when.date: 2026-03-09, where.name: Karsa"];
    (
        0usize..40,
        1usize..4,
        select(figures.to_vec()),
        select(scopes.to_vec()),
        0u64..14,
        select(dates.to_vec()),
        0u64..3,
    )
}

/// A project of such records; `ids` gives the id of each by its place in the list.
fn project(records: &[Drawn], ids: &[u64]) -> Project {
    let annotations = records.iter().enumerate().map(|(n, record)| annotation(record, ids[n], ids));
    let text = Text::new("x".repeat(50));
    let article = Article { text, card: Card::default() };
    Project::from_parts(ProjectParts { annotations: annotations.collect(), ..ProjectParts::of(article) }).unwrap()
}

fn annotation(&(start, len, figure, scope, of, date, source): &Drawn, id: u64, ids: &[u64]) -> Annotation {
    let author = Person::new("Ines Varga").unwrap();
    let span = Span::new(start, start + len).unwrap();
    let mut annotation = Annotation::draft(AnnotationId::from_u64(id), span, Category::Casualties, author);
    let of = ids.get(of as usize).copied().unwrap_or(9999);
    filled(
        &mut annotation,
        &format!("Killed, {figure}, scope.kind: {scope}, scope.of: {of}{date}, attribution.words: {source}"),
    );
    annotation
}

type Totals = Vec<(Counted, Unit, Option<Amount>)>;

/// The rows in which something counts.
fn totals(project: &Project) -> Totals {
    let ledger = Ledger::of(project);
    let counting = ledger.rows.iter().filter(|row| !row.counted.is_empty());
    counting.map(|row| (row.of, row.unit, row.total)).collect()
}

/// Every record stands in one row, once; what is counted is counted there.
fn check_counted_once(project: &Project) {
    let ledger = Ledger::of(project);
    let mut met = BTreeSet::new();
    for row in &ledger.rows {
        for id in row.ids() {
            assert!(met.insert(id), "{id} stands twice");
            assert_eq!(ledger.row_of(id), Some(row));
        }
        let parts = row.parts.iter().flat_map(|parts| parts.parts.iter().map(|part| part.id)).collect::<Vec<_>>();
        assert!(!parts.iter().any(|id| row.counted.contains(id)), "a part counts");
        assert!(row.parts.iter().all(|parts| parts.is_counted == row.counted.contains(&parts.of)));
        let share: f64 = row.shares.iter().map(|share| share.share).sum();
        assert!(share <= 1.000_001, "{share}");
    }
    let all = project.annotations().iter().map(|one| (one.id, &one.details));
    let all = all.chain(project.unplaced().iter().map(|kept| (kept.id, &kept.details)));
    let counting: BTreeSet<_> = all.filter(|(_, details)| details.figure().is_some()).map(|(id, _)| id).collect();
    assert_eq!(met, counting);
}

proptest! {
    #[test]
    fn a_ledger_of_any_project_counts_every_record_at_most_once(project in any_project()) {
        check_counted_once(&project);
    }

    #[test]
    fn a_ledger_of_any_links_counts_every_record_at_most_once(records in prop::collection::vec(drawn(), 0..12)) {
        let ids: Vec<u64> = (1..).take(records.len()).collect();
        check_counted_once(&project(&records, &ids));
    }

    #[test]
    fn totals_stay_when_something_is_said_again_divided_or_summed_up(
        records in prop::collection::vec(drawn(), 1..12),
        mut more in drawn(),
        scope in select(vec!["SameAs", "PartOf", "Cumulative"]),
    ) {
        more.3 = scope;
        more.4 %= records.len() as u64;
        let ids: Vec<u64> = (1..=records.len() as u64 + 1).collect();
        let mut project = project(&records, &ids[..records.len()]);
        let before = totals(&project);
        let more = annotation(&more, ids[records.len()], &ids);
        project.apply(Change::Insert(more.into())).unwrap();
        prop_assert_eq!(totals(&project), before);
    }

    #[test]
    fn neither_the_order_of_records_nor_their_ids_matter(
        records in prop::collection::vec(drawn(), 1..12),
        ids in Just((1..=12u64).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let in_order: Vec<u64> = (1..=12).collect();
        let (one, other) = (Ledger::of(&project(&records, &in_order)), Ledger::of(&project(&records, &ids)));
        let rows = |ledger: &Ledger| ledger.rows.iter().map(|row| (row.label(), row.total, row.counted.len(), row.n_errors)).collect::<Vec<_>>();
        prop_assert_eq!(rows(&one), rows(&other));
        prop_assert_eq!(one.conflicts.len(), other.conflicts.len());
        prop_assert_eq!(one.cumulative.len(), other.cumulative.len());
    }

    #[test]
    fn what_is_left_and_what_was_taken_make_the_whole(whole in 0u64..99, part in 0u64..99) {
        let (whole, part) = (Amount::exactly(whole), Amount::exactly(part));
        match whole.without(part) {
            Some(left) => prop_assert_eq!(left.plus(part), Ok(whole)),
            None => prop_assert!(part.high > whole.high),
        }
    }
}
