use std::sync::Arc;

use newsmark::check::findings;
use newsmark::model::{Change, Person, Project, Span};
use newsmark::report::{Reported, csv, html};
use newsmark::review::{Adjudication, Comparison, TotalsImpacts};

use super::merge::projects;
use super::project::is_kept;
use super::{Target, kind, rough, words};
use crate::corpus::files;
use crate::parts::joined;

pub const TARGET: Target = Target { name: "compare", corpus: "compare", seeds, words: words::OF_FILES, run };

/// Most differences whose effect is asked for: each reckons a ledger.
const MOST_EFFECTS: usize = 20;

/// Largest project of the corpus that is compared with itself, in bytes: a larger one takes long and finds nothing else.
const LARGEST: usize = 8_000;

fn seeds() -> Vec<Vec<u8>> {
    let projects = files("corpus", "project");
    let small = projects.iter().filter(|(_, project)| project.len() <= LARGEST);
    small.map(|(_, project)| joined(&[project, project])).collect()
}

/// Projects are compared, decided side by side, and what comes of it is checked before and after
/// each mark without a place is placed.
fn run(input: &[u8]) -> u64 {
    let named: Vec<_> = projects(input).into_iter().zip(["one", "other", "third"]).collect();
    let named = named.into_iter().map(|(project, name)| (name.to_owned(), project)).collect();
    let Ok(comparison) = Comparison::of(named) else { return 0 };
    let agreement = comparison.agreement();
    let effects = TotalsImpacts::of(&comparison);
    for n in effects.in_order().into_iter().take(MOST_EFFECTS) {
        let difference = &comparison.differences()[n];
        comparison.values(difference);
        effects.impact(difference);
        (1..comparison.sides().len()).for_each(|side| _ = effects.totals_impact(difference, side));
    }
    let by = Person::new("Tomas Reed").unwrap();
    for side in 0..comparison.sides().len() {
        let mut adjudication = Adjudication::of(&comparison);
        adjudication.take_agreed(&comparison);
        adjudication.take_rest(&comparison, side);
        let rows: Vec<_> = adjudication.open().collect();
        for row in rows {
            adjudication.take(&comparison, row, side);
            adjudication.decide(row, true);
        }
        let mut next = 1000;
        let result = adjudication.result(&comparison, &by, &mut || {
            next += 1;
            next
        });
        if let Ok(result) = result {
            is_kept(&result);
            is_sound(result);
        }
    }
    let n_left: usize = comparison.sides().iter().map(|side| side.not_placed.len()).sum();
    kind((rough(comparison.rows().len()), rough(comparison.differences().len()), rough(n_left), agreement.fields.len()))
}

/// Every mark is placed at the article's first character, and nothing that reads the project minds.
fn is_sound(mut project: Project) {
    findings(&project, &[]);
    let end = project.article().text.ceil_char_boundary(1);
    let Some(span) = Span::new(0, end) else { return };
    for kept in project.unplaced().to_vec() {
        let placed = Arc::new(kept.as_ref().clone().placed(span));
        project.apply(Change::Batch(vec![Change::RemoveUnplaced(kept.id), Change::Insert(placed)])).unwrap();
    }
    is_kept(&project);
    let reported = [Reported::new("result.ron", project, &[])];
    html(&reported, &[]);
    csv(&reported);
}
