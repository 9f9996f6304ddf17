use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Counts, LibraryEntry, ProposalsLeft, Summary, Total};
use crate::check::Severity;
use crate::figures::Counted;
use crate::model::{Category, Person, Unit};

/// What the projects of a table add up to.
///
/// Conflicted copies are counted apart and enter nothing else, as all in them
/// would count twice. Ledgers are never added up: two articles may tell of one
/// event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Totals {
    /// How many projects there are, without copies and files that cannot be read.
    pub n_projects: usize,
    /// How many files cannot be read.
    pub n_damaged: usize,
    /// How many conflicted copies there are.
    pub n_copies: usize,
    /// How many projects are signed off.
    pub n_signed_off: usize,
    /// How many problems there are, in the order of [`Severity::ALL`].
    pub n_problems: [usize; 3],
    /// How many likely proposals are left, as far as they are counted; `None` where no project has such a number.
    pub n_proposals_left: Option<usize>,
    /// In how many projects they are not counted yet.
    pub n_uncounted: usize,
    /// All annotations.
    pub counts: Counts,
    /// The annotations of each person, sorted by name.
    pub people: Vec<(Person, Counts)>,
    /// Who is quoted and how often, most first.
    pub quoted: Vec<(String, usize)>,
    /// The rows of all ledgers, in the order of a ledger.
    pub ledgers: Vec<SideBySide>,
    /// The annotations of each category week by week, in the order of [`Category::ALL`]; each week
    /// with its Monday, in order and without a gap, at most [`Totals::MOST_WEEKS`] up to the last.
    pub weeks: Vec<(Date, [usize; 4])>,
}

/// One row of several ledgers.
#[derive(Clone, Debug, PartialEq)]
pub struct SideBySide {
    /// The harm or the measure.
    pub of: Counted,
    /// The unit.
    pub unit: Unit,
    /// The projects that have such a row, each with what it adds up to there.
    pub totals: Vec<(Arc<LibraryEntry>, Total)>,
}

/// The Monday of the day's week (ISO 8601).
pub fn week_of(day: Date) -> Date {
    let n_days = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(n_days.days()).unwrap_or(day)
}

impl Totals {
    /// How many weeks are counted.
    pub const MOST_WEEKS: usize = 12;

    /// What these projects add up to.
    pub fn of(entries: &[Arc<LibraryEntry>]) -> Totals {
        let mut totals = Totals::default();
        let mut people: BTreeMap<&Person, Counts> = BTreeMap::new();
        let mut quoted: BTreeMap<&str, usize> = BTreeMap::new();
        let mut ledgers: BTreeMap<_, SideBySide> = BTreeMap::new();
        let mut weeks: BTreeMap<Date, [usize; 4]> = BTreeMap::new();
        for entry in entries {
            let Some(summary) = totals.count(entry) else { continue };
            for (person, counts) in &summary.people {
                let sum = people.entry(person).or_default();
                *sum = sum.plus(counts);
            }
            summary.quoted.iter().for_each(|(name, n)| *quoted.entry(name).or_default() += n);
            for total in &summary.findings.totals {
                let row = ledgers.entry(total.order()).or_insert_with(|| SideBySide::blank(total));
                row.totals.push((Arc::clone(entry), *total));
            }
            if let Some(day) = summary.published {
                let bars = weeks.entry(week_of(day)).or_default();
                bars.iter_mut().zip(summary.counts.by_category).for_each(|(n, more)| *n += more);
            }
        }
        totals.people = people.into_iter().map(|(person, counts)| (person.clone(), counts)).collect();
        totals.quoted = quoted.into_iter().map(|(name, n)| (name.to_owned(), n)).collect();
        // Stable, so that names stay in their order where the numbers are equal.
        totals.quoted.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        totals.ledgers = ledgers.into_values().collect();
        totals.weeks = without_gaps(&weeks);
        totals
    }

    /// Counts the entry; answers what else of it counts.
    fn count<'e>(&mut self, entry: &'e LibraryEntry) -> Option<&'e Summary> {
        let Some(summary) = entry.summary() else {
            self.n_damaged += 1;
            return None;
        };
        // Before anything is added up: a copy repeats its project.
        if entry.copy_of.is_some() {
            self.n_copies += 1;
            return None;
        }
        self.n_projects += 1;
        self.n_signed_off += usize::from(summary.is_signed_off);
        self.n_problems.iter_mut().zip(summary.findings.n_problems).for_each(|(n, more)| *n += more);
        self.counts = self.counts.plus(&summary.counts);
        match summary.proposals_left {
            ProposalsLeft::NotCounted => self.n_uncounted += 1,
            ProposalsLeft::NotProposed => {}
            ProposalsLeft::Count(n) => {
                self.n_proposals_left = Some(self.n_proposals_left.unwrap_or(0).saturating_add(n))
            }
        }
        Some(summary)
    }

    /// How many problems of that severity there are.
    pub fn n(&self, severity: Severity) -> usize {
        self.n_problems[severity as usize]
    }

    /// The annotations of a category week by week.
    pub fn bars(&self, category: Category) -> impl Iterator<Item = (Date, usize)> {
        self.weeks.iter().map(move |(monday, bars)| (*monday, bars[category as usize]))
    }
}

impl SideBySide {
    /// What the row is called: "Killed", "Displaced, flow (households)".
    pub fn label(&self) -> String {
        self.of.label_in(self.unit)
    }

    fn blank(total: &Total) -> SideBySide {
        SideBySide { of: total.of, unit: total.unit, totals: Vec::new() }
    }
}

/// The last weeks, those without a project too.
fn without_gaps(weeks: &BTreeMap<Date, [usize; 4]>) -> Vec<(Date, [usize; 4])> {
    let (Some((&first, _)), Some((&last, _))) = (weeks.first_key_value(), weeks.last_key_value()) else {
        return Vec::new();
    };
    // The year −9999 has no week before it.
    let back = |n: usize| last.checked_sub((n as i64 * 7).days()).ok();
    let mondays = (0..Totals::MOST_WEEKS).rev().filter_map(back).filter(|monday| *monday >= first);
    mondays.map(|monday| (monday, weeks.get(&monday).copied().unwrap_or_default())).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::library::samples::{entry, sample_library};
    use crate::model::{Harm, Measure, Status};

    #[test]
    fn totals_count_what_the_projects_have() {
        let totals = Totals::of(&sample_library().entries);
        assert_eq!((totals.n_projects, totals.n_damaged, totals.n_signed_off), (3, 1, 1));
        assert_eq!(totals.counts.by_category, [3, 0, 6, 1]);
        assert_eq!((totals.counts.n_decided(), totals.counts.n_waiting(), totals.counts.n_with_authors()), (7, 2, 1));
        assert_eq!(totals.n_problems, [0, 2, 1]);
        assert_eq!((totals.n_proposals_left, totals.n_uncounted), (Some(4), 1));
        assert_eq!(Totals::of(&[]).n_proposals_left, None);
        let people: Vec<_> = totals.people.iter().map(|(who, counts)| (who.name(), counts.n_annotations())).collect();
        assert_eq!(people, [("Ines Varga", 7), ("Tomas Reed", 3)]);
        assert_eq!(totals.people[1].1.status(Status::Submitted), 2);
        assert_eq!(totals.quoted, [("Dala Imren".to_owned(), 3), ("The harbour office".to_owned(), 3)]);
    }

    #[test]
    fn ledgers_stand_side_by_side_and_are_not_added_up() {
        let mut entries = sample_library().entries;
        let mut other = LibraryEntry::clone(&entries[2]);
        other.path.set_file_name("other.ron");
        entries.push(Arc::new(other));
        let totals = Totals::of(&entries);
        let rows: Vec<_> = totals.ledgers.iter().map(|row| (row.of, row.totals.len())).collect();
        assert_eq!(rows, [(Counted::Harm(Harm::Killed), 2), (Counted::Measure(Measure::Flow), 2)]);
        assert_eq!(totals.ledgers[0].totals[1].1.amount.unwrap().low, Some(12));
    }

    #[test]
    fn a_conflicted_copy_does_not_count_twice() {
        let mut entries = sample_library().entries;
        let before = Totals::of(&entries);
        let mut copy = LibraryEntry::clone(&entries[2]);
        copy.copy_of = Some(copy.path.clone());
        entries.push(Arc::new(copy));
        assert_eq!(Totals::of(&entries), Totals { n_copies: 1, ..before });
    }

    #[test]
    fn weeks_begin_on_monday_and_have_no_gap() {
        let totals = Totals::of(&sample_library().entries);
        let weeks = [(date(2026, 3, 2), [0, 0, 4, 0]), (date(2026, 3, 9), [0; 4]), (date(2026, 3, 16), [3, 0, 2, 0])];
        assert_eq!(totals.weeks, weeks);
        assert_eq!(totals.bars(Category::Quotes).map(|(_, n)| n).collect::<Vec<_>>(), [4, 0, 2]);
        let mut old = entry("old", "", 1);
        old.holds.as_mut().unwrap().published = Some(Date::MIN);
        let mut entries = sample_library().entries;
        entries.push(Arc::new(old));
        assert_eq!(Totals::of(&entries).weeks.len(), Totals::MOST_WEEKS);
        assert!(Totals::of(&[]).weeks.is_empty());
    }
}
