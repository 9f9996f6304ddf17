//! The ledger: what the records of a project add up to, and where they differ.
//!
//! Totals come from the scope of each record, never from adding rows up. A row
//! is a harm or a measure of displacement in one unit; its total is the sum of
//! the records that count: events, what comes on top of another, and the latest
//! update of a fact. Parts, repetitions, running tolls, figures kept for
//! comparison, and what does not say its scope, unit or measure do not count;
//! nor does what its source denies, as nobody vouches for it, nor what a reviewer
//! rejected or discounted, nor a share of something, nor people who went back or were merely affected. All other
//! certainties change whose account it is and not the number.
//!
//! Parts divide their whole by one dimension; parts by two are never added up.
//! Parts of a whole of unspecified harm whose own is known count for themselves, and
//! the whole with what is left of it. An update to another harm moves people from one row to the
//! other. Of later figures by two sources that cannot both hold one stands in the total, and they are in conflict.
//! "Many" beside a number leaves that number open above, and is said beside it.
//!
//! A record whose scope leads in a circle, nowhere or to another kind of
//! record, whose bounds are out of order or whose words are gone does not count
//! either, and is an error that its row tells beside the total. A sum beyond 64
//! bits is an error and no total.

mod amount;
mod breakdown;
mod build;
mod bystander;
mod claims;
mod conflict;
mod conflicts;
mod count_statuses;
mod counted;
mod cut;
mod incident;
mod lines;
mod links;
mod range;
mod record;
mod responsibility;
mod row;
mod share;
mod tally;
mod tellers;
mod union;
mod wholes;
mod why;

pub use amount::Amount;
pub use build::row_order;
pub use conflict::{ConflictKind, FigureConflict};
pub use counted::Counted;
pub(crate) use range::Range;
pub use row::{ByGroup, ByVictims, NotCounted, PartAmount, Parts, Row, Toll};
pub use share::{Account, Share};
pub use why::Why;

#[cfg(test)]
mod tests;

use crate::model::{AnnotationId, Measure};

/// Everything that the records of a project add up to.
///
/// ```
/// use newsmark_core::figures::Ledger;
/// use newsmark_core::interchange::import;
/// use newsmark_core::model::{
///     Annotation, AnnotationId, Casualties, Category, Details, Figure, Harm, Person, Project, ProjectParts, Qualifier,
///     Scope, ScopeKind, Span, Unit,
/// };
///
/// let article = import(b"Shells killed 12 people.", "karsa.txt", None)?.article;
/// let (span, author) = (Span::new(14, 23).ok_or("empty")?, Person::new("Ines Varga").ok_or("no name")?);
/// let mut mark = Annotation::draft(AnnotationId::from_u64(1), span, Category::Casualties, author);
/// let n = Some(12);
/// mark.details = Details::Casualties(Casualties {
///     harm: Harm::Killed,
///     figure: Figure { qualifier: Qualifier::Exact, low: n, best: n, high: n, unit: Unit::Person, ..Figure::default() },
///     scope: Scope { kind: ScopeKind::Event, ..Scope::default() },
///     ..Casualties::default()
/// });
/// let project = Project::from_parts(ProjectParts { annotations: vec![mark], ..ProjectParts::of(article) })?;
/// let ledger = Ledger::of(&project);
/// assert_eq!(ledger.rows[0].label(), "Killed");
/// assert_eq!(ledger.rows[0].total.and_then(|total| total.best), Some(12));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    /// The rows, casualties before displacement, each harm or measure and unit once.
    pub rows: Vec<Row>,
    /// Running tolls, in the order of the text.
    pub cumulative: Vec<Toll>,
    /// Accounts that cannot both hold, in the order of the text.
    pub conflicts: Vec<FigureConflict>,
    /// How many errors bear on totals.
    pub n_errors: usize,
    /// The row of each record, by id.
    places: Vec<(AnnotationId, usize)>,
    /// How many each record that counts adds to its total, by id.
    amounts: Vec<(AnnotationId, Amount)>,
}

impl Ledger {
    /// The rows of casualties.
    pub fn casualties(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| matches!(row.of, Counted::Harm(_)))
    }

    /// The rows of displacement: flow, stock and what is neither.
    pub fn displacement(&self) -> impl Iterator<Item = &Row> {
        let is_apart = |of| matches!(of, Counted::Measure(Measure::AtRisk | Measure::Visit) | Counted::Harm(_));
        self.rows.iter().filter(move |row| !is_apart(row.of))
    }

    /// The rows of people at risk, who are not displaced.
    pub fn at_risk(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.of == Counted::Measure(Measure::AtRisk))
    }

    /// The rows of people who came to look, which is no return.
    pub fn visits(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.of == Counted::Measure(Measure::Visit))
    }

    /// The row in which the record counts or is listed as not counted.
    pub fn row_of(&self, id: AnnotationId) -> Option<&Row> {
        let place = self.places.binary_search_by_key(&id, |place| place.0).ok()?;
        self.rows.get(self.places[place].1)
    }

    /// How many the record adds to the total of its row; `None` where it does not count.
    pub fn amount_of(&self, id: AnnotationId) -> Option<Amount> {
        let place = self.amounts.binary_search_by_key(&id, |amount| amount.0).ok()?;
        Some(self.amounts[place].1)
    }

    /// The conflicts that the annotation stands in.
    pub fn conflicts_of(&self, id: AnnotationId) -> impl Iterator<Item = &FigureConflict> {
        self.conflicts.iter().filter(move |conflict| conflict.ids.contains(&id))
    }
}
