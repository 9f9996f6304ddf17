use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use super::difference::{row_id, taken_together};
use super::sum::Sum;
use super::{Comparison, Difference, Impact};
use crate::figures::{Amount, Counted, Ledger};
use crate::model::{Annotation, AnnotationId, Article, Card, Part, Project, ProjectParts, Text, Unit, Unplaced};

/// What taking another side's value does to the totals of the first side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TotalsImpact {
    /// The totals that change, in the order of the ledger's table.
    pub totals: Vec<TotalChange>,
}

/// A total as it is and as it would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TotalChange {
    /// What its row is called: “Killed”.
    pub label: String,
    /// As it is; `None` where nothing counts.
    pub before: Option<Amount>,
    /// As it would be.
    pub after: Option<Amount>,
}

impl fmt::Display for TotalChange {
    /// “Killed 17 → 21”.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = |amount: Option<Amount>| amount.map_or_else(|| "–".to_owned(), |amount| amount.sign());
        write!(f, "{} {} → {}", self.label, sign(self.before), sign(self.after))
    }
}

/// What the differences of a comparison do to the totals.
///
/// Making it adds up the first side once. An effect then costs what is linked with the one
/// mark by scopes, not the whole: the ledger is made anew of those records alone, and its
/// totals are put in the place of what they added before.
///
/// ```
/// use newsmark_core::interchange::import;
/// use newsmark_core::model::{
///     Annotation, AnnotationId, Casualties, Category, Details, Figure, Harm, Person, Project, ProjectParts, Qualifier,
///     Scope, ScopeKind, Span, Unit,
/// };
/// use newsmark_core::review::{Comparison, TotalsImpacts};
///
/// let article = import(b"Shells killed 12 people.", "karsa.txt", None)?.article;
/// let counted = |name: &str, number| {
///     let (n, qualifier, unit) = (Some(number), Qualifier::Exact, Unit::Person);
///     let figure = Figure { qualifier, low: n, best: n, high: n, unit, ..Figure::default() };
///     let scope = Scope { kind: ScopeKind::Event, ..Scope::default() };
///     let record = Casualties { harm: Harm::Killed, figure, scope, ..Casualties::default() };
///     let (span, author) = (Span::new(14, 23)?, Person::new(name)?);
///     let mark = Annotation::draft(AnnotationId::from_u64(1), span, Category::Casualties, author);
///     let annotations = vec![Annotation { details: Details::Casualties(record), ..mark }];
///     let parts = ProjectParts { annotations, ..ProjectParts::of(article.clone()) };
///     Some((name.to_owned(), Project::from_parts(parts).ok()?))
/// };
/// let projects: Option<Vec<_>> = [counted("Ines Varga", 12), counted("Tomas Reed", 17)].into_iter().collect();
/// let comparison = Comparison::of(projects.ok_or("no mark")?)?;
/// let impact = TotalsImpacts::of(&comparison).totals_impact(&comparison.differences()[0], 1);
/// assert_eq!(impact.totals[0].to_string(), "Killed 12 → 17");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct TotalsImpacts<'c> {
    comparison: &'c Comparison,
    /// The first side in common terms.
    base: Project,
    ledger: Ledger,
    sums: HashMap<(Counted, Unit), Sum>,
    /// The marks that each mark names in its scope, and those that name it.
    linked: HashMap<AnnotationId, Vec<AnnotationId>>,
}

/// Of more records linked with one the effect is not worked out merely to put differences in order.
// Sorting asks this of every difference. Counts linked with more than 64 others are rare in news, and each question
// would build a ledger of all of them.
const MANY: usize = 64;

impl<'c> TotalsImpacts<'c> {
    /// Adds up the first side.
    pub fn of(comparison: &'c Comparison) -> TotalsImpacts<'c> {
        let of_row = |(n, row): (usize, &super::Aligned)| Some(renamed(row.marks[0].as_ref()?, row_id(n)));
        let annotations: Vec<Annotation> = comparison.rows().iter().enumerate().filter_map(of_row).collect();
        let mut unplaced: Vec<Unplaced> =
            comparison.sides()[0].unplaced.iter().map(|kept| Unplaced::clone(kept)).collect();
        for (n, kept) in unplaced.iter_mut().enumerate() {
            // The same numbers as `CommonTerms::ids` gives them: scopes name them so.
            kept.id = row_id(comparison.rows().len() + n);
        }
        let mut linked: HashMap<AnnotationId, Vec<AnnotationId>> = HashMap::new();
        let scopes = annotations.iter().map(|mark| (mark.id, mark.details.scope()));
        for (id, scope) in scopes.chain(unplaced.iter().map(|kept| (kept.id, kept.details.scope()))) {
            if let Some(of) = scope.and_then(|scope| scope.of) {
                // Both ways: a count changes with the one that it names and with those that name it.
                linked.entry(id).or_default().push(of);
                linked.entry(of).or_default().push(id);
            }
        }
        let base = project(comparison.text(), comparison, annotations, unplaced);
        let ledger = Ledger::of(&base);
        let mut sums: HashMap<(Counted, Unit), Sum> = HashMap::new();
        for row in &ledger.rows {
            let sum = sums.entry((row.of, row.unit)).or_default();
            row.counted.iter().filter_map(|id| ledger.amount_of(*id)).for_each(|amount| sum.add(amount));
        }
        TotalsImpacts { comparison, base, ledger, sums, linked }
    }

    /// What taking `side`'s value does to the totals of the first side; nothing for the first
    /// side itself. A mark that only `side` has is added, one that it has not is left out. What is
    /// [`taken_together`] with a field is taken with it.
    pub fn totals_impact(&self, difference: &Difference, side: usize) -> TotalsImpact {
        self.after(difference, side)
            .map_or_else(TotalsImpact::default, |after| self.changes(row_id(difference.row), after))
    }

    /// What taking the whole of `side`'s mark in a row does to the totals of the first side: fields that differ
    /// together count once and as one record, not each as if the others were kept.
    pub fn totals_impact_of_mark(&self, row: usize, side: usize) -> TotalsImpact {
        let Some(aligned) = self.comparison.rows().get(row).filter(|_| side > 0) else {
            return TotalsImpact::default();
        };
        let id = row_id(row);
        match (aligned.marks[0].as_ref(), aligned.marks.get(side).and_then(Option::as_ref)) {
            (_, Some(other)) => self.changes(id, Some(renamed(other, id))),
            (Some(_), None) => self.changes(id, None),
            (None, None) => TotalsImpact::default(),
        }
    }

    /// What it does to the totals of the first side when a mark is as `after` says, or gone.
    fn changes(&self, id: AnnotationId, after: Option<Annotation>) -> TotalsImpact {
        // Also what the changed mark comes to name: that may be replaced, or made a whole, by it.
        let group = self.group(id, after.as_ref().and_then(|mark| mark.details.scope()?.of));
        let mut annotations: Vec<Annotation> = Vec::with_capacity(group.len());
        let mut unplaced = Vec::new();
        for member in group.iter().filter(|member| **member != id) {
            annotations.extend(self.base.annotation(*member).map(|mark| Annotation::clone(mark)));
            unplaced.extend(self.base.unplaced_one(*member).map(|kept| Unplaced::clone(kept)));
        }
        annotations.extend(after);
        let ledger = Ledger::of(&project(self.comparison.text(), self.comparison, annotations, unplaced));

        let mut changed: BTreeMap<(Counted, Unit), (String, Sum)> = BTreeMap::new();
        let known = |of, unit| self.sums.get(&(of, unit)).copied().unwrap_or_default();
        // First everything that the group added before is taken out, then what it adds after is put in; what the two
        // have in common cancels.
        for member in &group {
            if let (Some(row), Some(amount)) = (self.ledger.row_of(*member), self.ledger.amount_of(*member)) {
                let (_, sum) =
                    changed.entry((row.of, row.unit)).or_insert_with(|| (row.label(), known(row.of, row.unit)));
                sum.take(amount);
            }
        }
        for row in &ledger.rows {
            for amount in row.counted.iter().filter_map(|id| ledger.amount_of(*id)) {
                let (_, sum) =
                    changed.entry((row.of, row.unit)).or_insert_with(|| (row.label(), known(row.of, row.unit)));
                sum.add(amount);
            }
        }
        let change = |((of, unit), (label, sum)): ((Counted, Unit), (String, Sum))| {
            let (before, after) = (known(of, unit).total(), sum.total());
            (before != after).then_some(TotalChange { label, before, after })
        };
        TotalsImpact { totals: changed.into_iter().filter_map(change).collect() }
    }

    /// What a difference bears on in truth: one that could change a total and changes none
    /// bears on its record. Where very many records are linked, what its field says is believed.
    pub fn impact(&self, difference: &Difference) -> Impact {
        // What cannot change a total needs no ledger.
        if difference.impact != Impact::Total {
            return difference.impact;
        }
        let scope = |mark: &Arc<Annotation>| mark.details.scope().and_then(|scope| scope.of);
        let is_many = |side: usize| {
            let of = self.comparison.rows()[difference.row].marks[side].as_ref().and_then(scope);
            self.group(row_id(difference.row), of).len() > MANY
        };
        let others = 1..self.comparison.sides().len();
        let changes = |side: usize| is_many(side) || !self.totals_impact(difference, side).totals.is_empty();
        if others.into_iter().any(changes) { Impact::Total } else { Impact::Record }
    }

    /// The places of the differences in [`Comparison::differences`], by what they do: first
    /// those that change a total, then those that change a record, then words.
    pub fn in_order(&self) -> Vec<usize> {
        let differences = self.comparison.differences();
        let mut order: Vec<usize> = (0..differences.len()).collect();
        order.sort_by_cached_key(|&n| (self.impact(&differences[n]), differences[n].row, n));
        order
    }

    /// The mark once `side`'s value is taken, `Some(None)` where it is then gone; `None` where nothing changes.
    fn after(&self, difference: &Difference, side: usize) -> Option<Option<Annotation>> {
        let row = &self.comparison.rows()[difference.row];
        let (own, other) = (row.marks[0].as_ref(), row.marks.get(side)?.as_ref());
        let id = row_id(difference.row);
        match (own, other, difference.part) {
            _ if side == 0 => None,
            (None, Some(other), _) => Some(Some(renamed(other, id))),
            (Some(_), None, None) => Some(None),
            (Some(own), Some(other), Some(part)) => {
                let mut after = renamed(own, id);
                taken_together(part).into_iter().for_each(|part| after.take(part, other));
                // Where a mark stands changes no number.
                Some(Some(after)).filter(|_| part != Part::Boundary)
            }
            _ => None,
        }
    }

    /// The mark and all that scopes link with it or with the mark that it comes to name.
    fn group(&self, id: AnnotationId, named: Option<AnnotationId>) -> Vec<AnnotationId> {
        let mut group = vec![id];
        group.extend(named.filter(|named| *named != id));
        let mut known: HashSet<AnnotationId> = group.iter().copied().collect();
        let mut next = 0;
        while let Some(member) = group.get(next) {
            let linked = self.linked.get(member).map_or(&[][..], Vec::as_slice);
            group.extend(linked.iter().filter(|other| known.insert(**other)));
            next += 1;
        }
        group
    }
}

fn renamed(mark: &Arc<Annotation>, id: AnnotationId) -> Annotation {
    Annotation { id, ..Annotation::clone(mark) }
}

/// A project in common terms, whose card nobody asks for.
fn project(text: &Text, comparison: &Comparison, annotations: Vec<Annotation>, unplaced: Vec<Unplaced>) -> Project {
    let article = Article { text: text.clone(), card: Card::default() };
    let parts = ProjectParts {
        sources: comparison.sources().clone(),
        annotations,
        unplaced,
        ..ProjectParts::of(article.clone())
    };
    // Ids are those of rows and stand in the text.
    Project::from_parts(parts).unwrap_or_else(|_| Project::new(article))
}
