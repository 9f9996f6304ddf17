use std::cmp::Ordering;
use std::sync::Arc;

use jiff::civil::Date;

use super::{LibraryEntry, Summary, week_of};
use crate::check::Severity;
use crate::figures::Counted;
use crate::model::{Category, Person, Status, Unit};

/// Which projects a table of a library has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ProjectFilter {
    /// All of them.
    #[default]
    All,
    /// Those with an error or a warning, and files that cannot be read.
    WithProblems,
    /// Those with an annotation that waits for a reviewer.
    WaitingForReview,
    /// Those that somebody signed off as they stand.
    SignedOff,
    /// Those with annotations, all of which are drafts.
    DraftsOnly,
    /// Those in which likely proposals wait for a decision, as far as they are counted.
    Unfinished,
}

/// A part of the totals, which leads to the projects that it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TotalsPart {
    /// The projects with annotations of a person.
    Person(Person),
    /// The projects with annotations of a status.
    Status(Status),
    /// The projects with annotations of a category.
    Category(Category),
    /// The projects that quote somebody.
    Quoted(String),
    /// The projects whose articles were published in the week that begins on that Monday.
    Week(Date),
    /// The projects whose ledger has that row.
    Total(Counted, Unit),
}

/// A column by which a table is put in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The headline, letters' case apart.
    Article,
    /// The day of publication.
    Published,
    /// How many annotations of that category.
    Category(Category),
    /// How much of it was decided.
    Approved,
    /// How many likely proposals wait for a decision.
    ProposalsLeft,
    /// The gravest problems.
    Problems,
    /// The last change of the file.
    Changed,
}

/// What a table shows, and in which order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableView {
    /// Which projects.
    pub show: ProjectFilter,
    /// Only those that this part of the totals counts.
    pub part: Option<TotalsPart>,
    /// By what they are put in order.
    pub column: Column,
    /// Whether the last comes first.
    pub is_descending: bool,
}

impl Default for TableView {
    /// All, the latest change first.
    fn default() -> TableView {
        TableView { show: ProjectFilter::All, part: None, column: Column::Changed, is_descending: true }
    }
}

impl ProjectFilter {
    /// All of them, in the order of a list.
    pub const ALL: [ProjectFilter; 6] = [
        ProjectFilter::All,
        ProjectFilter::WithProblems,
        ProjectFilter::WaitingForReview,
        ProjectFilter::SignedOff,
        ProjectFilter::DraftsOnly,
        ProjectFilter::Unfinished,
    ];

    /// How the window writes it.
    pub fn label(self) -> &'static str {
        match self {
            ProjectFilter::All => "All projects",
            ProjectFilter::WithProblems => "With problems",
            ProjectFilter::WaitingForReview => "Waiting for review",
            ProjectFilter::SignedOff => "Signed off",
            ProjectFilter::DraftsOnly => "Drafts only",
            ProjectFilter::Unfinished => "Unfinished",
        }
    }

    /// Whether the project is one of them. A file that cannot be read is a problem and nothing else.
    pub fn has(self, entry: &LibraryEntry) -> bool {
        let Some(summary) = entry.summary() else {
            return matches!(self, ProjectFilter::All | ProjectFilter::WithProblems);
        };
        let n = summary.counts.n_annotations();
        match self {
            ProjectFilter::All => true,
            ProjectFilter::WithProblems => {
                [Severity::Error, Severity::Warning].iter().any(|&of| summary.findings.n(of) > 0)
            }
            ProjectFilter::WaitingForReview => summary.counts.n_waiting() > 0,
            ProjectFilter::SignedOff => summary.is_signed_off,
            ProjectFilter::DraftsOnly => n > 0 && summary.counts.status(Status::Draft) == n,
            ProjectFilter::Unfinished => summary.proposals_left.count().is_some_and(|n| n > 0),
        }
    }
}

impl TotalsPart {
    /// Whether it counts the project.
    pub fn has(&self, entry: &LibraryEntry) -> bool {
        let Some(summary) = entry.summary() else { return false };
        match self {
            TotalsPart::Person(person) => summary.people.iter().any(|(other, _)| other == person),
            TotalsPart::Status(status) => summary.counts.status(*status) > 0,
            TotalsPart::Category(category) => summary.counts.category(*category) > 0,
            TotalsPart::Quoted(name) => summary.quoted.iter().any(|(other, _)| other == name),
            TotalsPart::Week(monday) => summary.published.is_some_and(|day| week_of(day) == *monday),
            TotalsPart::Total(of, unit) => summary.findings.totals.iter().any(|row| row.of == *of && row.unit == *unit),
        }
    }
}

impl TableView {
    /// The entries that are shown, in their order: what is not known last, equal ones by path.
    pub fn of(&self, entries: &[Arc<LibraryEntry>]) -> Vec<Arc<LibraryEntry>> {
        let is_part = |entry: &LibraryEntry| self.part.as_ref().is_none_or(|part| part.has(entry));
        let mut keyed: Vec<(Option<Key>, &Arc<LibraryEntry>)> = entries
            .iter()
            .filter(|entry| self.show.has(entry) && is_part(entry))
            .map(|entry| (self.column.key(entry), entry))
            .collect();
        keyed.sort_by(|(one, a), (other, b)| self.ordering(one, other).then_with(|| a.path.cmp(&b.path)));
        keyed.into_iter().map(|(_, entry)| Arc::clone(entry)).collect()
    }

    fn ordering(&self, one: &Option<Key>, other: &Option<Key>) -> Ordering {
        match (one, other) {
            (Some(one), Some(other)) if self.is_descending => other.cmp(one),
            (Some(one), Some(other)) => one.cmp(other),
            (one, other) => one.is_none().cmp(&other.is_none()),
        }
    }
}

/// What entries are compared by; those of one column are of one kind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Words(String),
    Day(Date),
    Number(i64),
    Numbers([usize; 3]),
}

impl Column {
    /// What it is called where there is room for a name.
    pub fn name(self) -> &'static str {
        match self {
            Column::Article => "Article",
            Column::Published => "Published",
            Column::Category(category) => category.name(),
            Column::Approved => "Approved",
            Column::ProposalsLeft => "Proposals left",
            Column::Problems => "Problems",
            Column::Changed => "Changed",
        }
    }

    /// Whether people want the last first when they choose it.
    pub fn begins_descending(self) -> bool {
        !matches!(self, Column::Article)
    }

    /// What the entry is put in order by; `None` where that is not known.
    fn key(self, entry: &LibraryEntry) -> Option<Key> {
        let of = |key: &dyn Fn(&Summary) -> Key| entry.summary().map(key);
        match self {
            Column::Article => Some(Key::Words(entry.title().to_lowercase())),
            Column::Published => entry.summary()?.published.map(Key::Day),
            Column::Category(category) => of(&|summary| Key::Number(summary.counts.category(category) as i64)),
            Column::Approved => {
                let counts = &entry.summary()?.counts;
                // In millionths, as a fraction has no whole order.
                let share = (counts.n_decided() * 1_000_000).checked_div(counts.n_annotations());
                share.map(|share| Key::Number(share as i64))
            }
            Column::ProposalsLeft => entry.summary()?.proposals_left.count().map(|n| Key::Number(n as i64)),
            Column::Problems => {
                // A file that cannot be read is graver than any number of problems.
                Some(Key::Numbers(entry.summary().map_or([usize::MAX; 3], |summary| summary.findings.n_problems)))
            }
            Column::Changed => (entry.stamp.modified != 0).then_some(Key::Number(entry.stamp.modified)),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::library::samples::{entry, marked, sample_library};
    use crate::model::Harm;

    fn names(shown: &TableView) -> Vec<String> {
        shown.of(&sample_library().entries).iter().map(|entry| entry.name()).collect()
    }

    fn only(show: ProjectFilter) -> Vec<String> {
        names(&TableView { show, column: Column::Article, is_descending: false, ..TableView::default() })
    }

    #[test]
    fn the_latest_change_comes_first() {
        assert_eq!(names(&TableView::default()), ["fresh", "karsa", "damaged", "lir"]);
    }

    #[test]
    fn what_is_not_known_comes_last_in_either_order() {
        let by = |column, is_descending| names(&TableView { column, is_descending, ..TableView::default() });
        assert_eq!(by(Column::Published, false), ["lir", "karsa", "damaged", "fresh"]);
        assert_eq!(by(Column::Published, true), ["karsa", "lir", "damaged", "fresh"]);
        assert_eq!(by(Column::Approved, true), ["lir", "karsa", "fresh", "damaged"]);
        assert_eq!(by(Column::Category(Category::Quotes), true), ["lir", "karsa", "fresh", "damaged"]);
        assert_eq!(by(Column::Problems, true), ["damaged", "karsa", "fresh", "lir"]);
        assert_eq!(by(Column::ProposalsLeft, true), ["karsa", "lir", "damaged", "fresh"]);
        assert_eq!(by(Column::ProposalsLeft, false), ["lir", "karsa", "damaged", "fresh"]);
        assert_eq!(by(Column::Article, false), ["damaged", "fresh", "lir", "karsa"]);
    }

    #[test]
    fn each_filter_shows_what_it_says() {
        assert_eq!(only(ProjectFilter::WithProblems), ["damaged", "karsa"]);
        assert_eq!(only(ProjectFilter::WaitingForReview), ["karsa"]);
        assert_eq!(only(ProjectFilter::SignedOff), ["lir"]);
        assert_eq!(only(ProjectFilter::DraftsOnly), ["fresh"]);
        assert_eq!(only(ProjectFilter::Unfinished), ["karsa"], "neither what is done nor what is not counted");
        let mut partly = entry("partly", "", 1);
        let summary = partly.holds.as_mut().unwrap();
        assert!(!ProjectFilter::DraftsOnly.has(&entry("empty", "", 1)), "nothing is no draft");
        marked(summary, "Ines Varga", Category::Quotes, Status::Draft, 1);
        marked(summary, "Ines Varga", Category::Quotes, Status::Rejected, 1);
        assert!(!ProjectFilter::DraftsOnly.has(&partly));
    }

    #[test]
    fn a_part_of_the_totals_leads_to_what_it_counts() {
        let of = |part| names(&TableView { part: Some(part), ..TableView::default() });
        assert_eq!(of(TotalsPart::Person(Person::new("Tomas Reed").unwrap())), ["fresh", "karsa"]);
        assert_eq!(of(TotalsPart::Quoted("Dala Imren".to_owned())), ["karsa", "lir"]);
        assert_eq!(of(TotalsPart::Week(date(2026, 3, 2))), ["lir"]);
        assert_eq!(of(TotalsPart::Total(Counted::Harm(Harm::Killed), Unit::Person)), ["karsa"]);
        assert_eq!(of(TotalsPart::Status(Status::Draft)), ["fresh"]);
        assert_eq!(of(TotalsPart::Category(Category::Claims)), ["fresh"]);
    }
}
