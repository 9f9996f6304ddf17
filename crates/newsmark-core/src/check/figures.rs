use crate::figures::Range;
use crate::model::{Annotation, Details, FieldPath, Figure, FigurePart, ItemId, Unit};

/// A figure of an annotation, with the way to its fields.
#[derive(Clone, Copy)]
pub(super) struct FigureOf<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// The group whose figure it is; `None` for the record's own.
    pub group: Option<ItemId>,
}

impl FigureOf<'_> {
    /// The field of a part of it.
    pub(super) fn path(&self, part: FigurePart) -> FieldPath {
        self.group.map_or(FieldPath::Figure(part), |id| FieldPath::GroupFigure(id, part))
    }
}

/// The figures of an annotation: its own, then those of its groups.
pub(super) fn figures(annotation: &Annotation) -> impl Iterator<Item = FigureOf<'_>> {
    let groups = match &annotation.details {
        Details::Casualties(record) => record.groups.as_slice(),
        _ => &[],
    };
    let groups = groups.iter().map(|group| FigureOf { figure: &group.figure, group: Some(group.id) });
    annotation.details.figure().map(|figure| FigureOf { figure, group: None }).into_iter().chain(groups)
}

/// Whether it states any number.
pub(super) fn has_number(figure: &Figure) -> bool {
    figure.low.or(figure.best).or(figure.high).is_some()
}

/// What it counts: households with a size are persons.
pub(super) fn unit(figure: &Figure) -> Unit {
    match (figure.unit, figure.household_size) {
        (Unit::Household, Some(_)) => Unit::Person,
        (unit, _) => unit,
    }
}

/// Whether the two count the same; of one without a unit the same unit is meant.
pub(super) fn is_comparable(one: &Figure, other: &Figure) -> bool {
    let (one, other) = (unit(one), unit(other));
    one == other || one == Unit::Unspecified || other == Unit::Unspecified
}

/// The least that it can be, as conflicts read it; `None` also for what is open below.
pub(super) fn least(figure: &Figure) -> Option<u64> {
    Range::of_figure(figure).floor.map(whole)
}

/// The most that it can be; `None` also for what is open above.
pub(super) fn most(figure: &Figure) -> Option<u64> {
    Range::of_figure(figure).ceiling.map(whole)
}

/// The count at the end of a range; fewer than none are none.
fn whole(end: i128) -> u64 {
    u64::try_from(end.max(0)).unwrap_or(u64::MAX)
}

/// One of its numbers in the unit that it counts; `None` beyond 64 bits.
pub(super) fn in_unit(figure: &Figure, number: u64) -> Option<u64> {
    match (figure.unit, figure.household_size) {
        (Unit::Household, Some(size)) => size.persons(number),
        _ => Some(number),
    }
}
