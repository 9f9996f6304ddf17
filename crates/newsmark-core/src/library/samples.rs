//! Libraries for the tests of this folder.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::date;

use super::{CheckSummary, Counts, Library, LibraryEntry, ProposalsLeft, Summary, Total};
use crate::figures::{Amount, Counted};
use crate::model::{Category, Digest, Harm, Measure, Person, Status, Unit};
use crate::store::Stamp;

/// A project of which little is known, changed at that second.
pub fn entry(name: &str, title: &str, changed: i64) -> LibraryEntry {
    LibraryEntry {
        path: PathBuf::from(format!("/library/{name}.ron")),
        stamp: Stamp { size: 30_000, modified: changed * 1_000_000_000 + 5, changed: 0 },
        is_settled: true,
        holds: Ok(summary(title)),
        copy_of: None,
    }
}

/// What is in a project of that title: nothing yet.
pub fn summary(title: &str) -> Summary {
    Summary {
        file: Digest::of(format!("{title}.ron").as_bytes()),
        title: title.to_owned(),
        outlet: String::new(),
        published: None,
        language: "en".to_owned(),
        article: Digest::of(title.as_bytes()),
        counts: Counts::default(),
        n_unplaced: 0,
        people: Vec::new(),
        quoted: Vec::new(),
        is_signed_off: false,
        findings: CheckSummary::default(),
        proposals_left: ProposalsLeft::NotCounted,
    }
}

/// Puts annotations of a person into a summary.
pub fn marked(summary: &mut Summary, person: &str, category: Category, status: Status, n: usize) {
    let person = Person::new(person).unwrap();
    let place = summary.people.iter().position(|(other, _)| *other == person).unwrap_or_else(|| {
        summary.people.push((person.clone(), Counts::default()));
        summary.people.len() - 1
    });
    for _ in 0..n {
        summary.people[place].1.add(category, status);
        summary.counts.add(category, status);
    }
}

/// A library with all that an entry can be.
pub fn sample_library() -> Library {
    let mut karsa = entry("karsa", "Shelling of “Karsa”", 1_773_600_000);
    let told = karsa.holds.as_mut().unwrap();
    told.outlet = "The Orvane Courier".to_owned();
    told.published = Some(date(2026, 3, 16));
    marked(told, "Ines Varga", Category::Casualties, Status::Approved, 3);
    marked(told, "Tomas Reed", Category::Quotes, Status::Submitted, 2);
    told.quoted = vec![("Dala Imren".to_owned(), 2)];
    told.proposals_left = ProposalsLeft::Count(4);
    let at_least = Amount { low: Some(12), best: Some(12), high: None, open_above: true, ..Amount::default() };
    told.findings = CheckSummary {
        n_problems: [0, 2, 1],
        totals: vec![
            Total { of: Counted::Harm(Harm::Killed), unit: Unit::Person, amount: Some(at_least), n_errors: 0 },
            Total { of: Counted::Measure(Measure::Flow), unit: Unit::Household, amount: None, n_errors: 1 },
        ],
    };
    let mut lir = entry("north/lir", "Port of Lir", 1_773_400_000);
    let told = lir.holds.as_mut().unwrap();
    told.published = Some(date(2026, 3, 3));
    told.is_signed_off = true;
    told.proposals_left = ProposalsLeft::Count(0);
    marked(told, "Ines Varga", Category::Quotes, Status::Approved, 4);
    told.quoted = vec![("Dala Imren".to_owned(), 1), ("The harbour office".to_owned(), 3)];
    let mut damaged = entry("damaged", "", 1_773_500_000);
    damaged.holds = Err("The file ends in the middle: /library/damaged.ron".to_owned());
    let mut fresh = entry("fresh", "", 1_773_700_000);
    fresh.is_settled = false;
    marked(fresh.holds.as_mut().unwrap(), "Tomas Reed", Category::Claims, Status::Draft, 1);
    let entries = [damaged, fresh, karsa, lir].map(Arc::new).to_vec();
    Library { folder: PathBuf::from("/library"), entries, ..Library::default() }
}
