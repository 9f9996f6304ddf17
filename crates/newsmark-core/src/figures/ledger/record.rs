use super::{Account, Amount, Counted, Why};
use crate::model::{
    AnnotationId, Certainty, Convention, Details, DisplacementTerm, Figure, FigureRole, Grading, GroupKind, Measure,
    Project, Qualifier, Scope, Status, Unit, Victims,
};

/// An annotation that counts something, as the ledger reads it.
pub(super) struct LedgerRecord<'p> {
    pub id: AnnotationId,
    pub details: &'p Details,
    pub figure: &'p Figure,
    pub scope: Scope,
    pub of: Counted,
    /// The unit; households with a size are persons.
    pub unit: Unit,
    pub amount: Amount,
    pub account: Option<Account>,
    /// What keeps it from counting whatever its scope is.
    pub bar: Option<Why>,
    /// The first byte and the byte after the last; those without a place stand after all others.
    pub place: (usize, usize),
}

/// Every record of the project that counts something, in the order of the text.
///
/// Of records over the same words the one that counts less comes first, so that
/// what follows from the order does not follow from ids.
pub(super) fn records(project: &Project) -> Vec<LedgerRecord<'_>> {
    let placed = project.annotations().iter().filter_map(|annotation| {
        let place = (annotation.spans.start(), annotation.spans.end());
        LedgerRecord::of(project, annotation.id, &annotation.details, annotation.status, Some(place))
    });
    let unplaced = project
        .unplaced()
        .iter()
        .filter_map(|kept| LedgerRecord::of(project, kept.id, &kept.details, kept.status, None));
    let mut records: Vec<LedgerRecord<'_>> = placed.chain(unplaced).collect();
    records.sort_by_key(|record| (record.place, record.of, record.unit, record.amount, record.id));
    records
}

impl<'p> LedgerRecord<'p> {
    /// The record of an annotation with these details; `None` where it counts nothing.
    pub fn of(
        project: &Project,
        id: AnnotationId,
        details: &'p Details,
        status: Status,
        place: Option<(usize, usize)>,
    ) -> Option<LedgerRecord<'p>> {
        let (figure, scope, of) = (details.figure()?, details.scope()?, Counted::by(details)?);
        let amount = Amount::of(figure);
        let mut record = LedgerRecord {
            id,
            details,
            figure,
            scope,
            of,
            unit: unit(figure),
            amount: amount.unwrap_or_default(),
            account: Account::of(details.attribution(), project.sources()),
            bar: None,
            place: place.unwrap_or((usize::MAX, usize::MAX)),
        };
        record.bar = match amount {
            // The order is that in which an editor would say it: a decision first, then what the article says, then
            // what is wrong with the numbers, last what is only not known yet.
            _ if status == Status::Rejected => Some(Why::Rejected),
            _ if is_discounted(details) => Some(Why::Discounted),
            _ if details.attribution().certainty == Certainty::Denied => Some(Why::Denied),
            _ if place.is_none() => Some(Why::Unplaced),
            Err(_) => Some(Why::TooLarge),
            Ok(_) if is_disordered(figure) => Some(Why::Disorder),
            Ok(_) => record.unclear(),
        };
        Some(record)
    }

    fn unclear(&self) -> Option<Why> {
        match (self.unit, self.of) {
            // Before what is not known: whatever they count, they are none of those displaced.
            (_, Counted::Measure(Measure::Unspecified | Measure::Flow | Measure::Stock))
                if self.is_apart().is_some() =>
            {
                self.is_apart()
            }
            (Unit::Unspecified, _) => Some(Why::Unit),
            (Unit::Percent, _) => Some(Why::Share),
            (_, Counted::Measure(Measure::Unspecified)) => Some(Why::Measure),
            _ if self.role() == FigureRole::Triangulation => Some(Why::Triangulation),
            _ => None,
        }
    }

    /// Why those that a record of displacement counts are none of the displaced (IDMC: returns and people affected are
    /// figures of their own).
    fn is_apart(&self) -> Option<Why> {
        match self.details {
            Details::Displacement(record) => match record.term {
                DisplacementTerm::Returns => Some(Why::Returns),
                DisplacementTerm::Affected => Some(Why::Affected),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether a displacement figure is the one to use.
    pub fn role(&self) -> FigureRole {
        match self.details {
            Details::Displacement(record) => record.role,
            _ => FigureRole::Unspecified,
        }
    }

    /// Who was harmed.
    pub fn victims(&self) -> Victims {
        match self.details {
            Details::Casualties(record) => record.victims,
            _ => Victims::Unknown,
        }
    }

    /// The groups that it names, those not decided left out.
    pub fn kinds(&self) -> impl Iterator<Item = GroupKind> + use<'p> {
        let groups = match self.details {
            Details::Casualties(record) => record.groups.as_slice(),
            _ => &[],
        };
        groups.iter().map(|group| group.who).filter(|who| *who != GroupKind::Unspecified)
    }

    /// Its groups with how many they are, in its own unit. The only group of a
    /// record stands for all of it, which is `own`, where it has no number of its own.
    pub fn groups(&self, own: Amount) -> impl Iterator<Item = (GroupKind, &'p str, Amount)> {
        let groups = match self.details {
            Details::Casualties(record) => record.groups.as_slice(),
            _ => &[],
        };
        let (unit_here, n_groups) = (self.unit, groups.len());
        groups.iter().filter(|group| group.who != GroupKind::Unspecified).filter_map(move |group| {
            // "Twelve children": the group is named and the number is the record's.
            let is_all = n_groups == 1 && group.figure.low.or(group.figure.best).or(group.figure.high).is_none();
            let fits = matches!(group.figure.unit, Unit::Unspecified) || unit(&group.figure) == unit_here;
            let amount = if is_all { own } else { Amount::of(&group.figure).ok()? };
            let other = if group.who == GroupKind::Other { group.other.trim() } else { "" };
            (fits && !is_disordered(&group.figure)).then_some((group.who, other, amount))
        })
    }

    /// Whether its number is worked out from a whole and its other parts.
    pub fn is_rest(&self) -> bool {
        let is_ours = self.amount.is_unstated() || self.figure.convention == Convention::Derived;
        self.figure.qualifier == Qualifier::Residual && is_ours
    }
}

/// Whether a reviewer found that the harm was not done (Airwars: discounted).
fn is_discounted(details: &Details) -> bool {
    matches!(details, Details::Casualties(record) if record.grading == Grading::Discounted)
}

/// The unit that a figure counts in: households with a size are persons.
fn unit(figure: &Figure) -> Unit {
    match (figure.unit, figure.household_size) {
        (Unit::Household, Some(_)) => Unit::Person,
        (unit, _) => unit,
    }
}

/// Whether low ≤ best ≤ high is broken over those present, or an exact figure has bounds that differ.
fn is_disordered(figure: &Figure) -> bool {
    let stated: Vec<u64> = [figure.low, figure.best, figure.high].into_iter().flatten().collect();
    let differs = figure.qualifier == Qualifier::Exact && stated.windows(2).any(|pair| pair[0] != pair[1]);
    // As the check of bounds tells it: low ≤ best ≤ high over those stated.
    differs || !stated.is_sorted()
}
