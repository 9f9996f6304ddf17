use crate::model::{Annotation, Details, FieldPath, Figure, FigurePart, ItemId, Qualifier, Unit};

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

/// The least that it can be, where it says so in `unit`; a bound that is not stated takes best.
pub(super) fn least(figure: &Figure, unit: Unit) -> Option<u64> {
    let strict = u64::from(figure.qualifier == Qualifier::MoreThan);
    converted(figure, unit, figure.low.or(figure.best)?.saturating_add(strict))
}

/// The most that it can be, where it says so in `unit`; `None` also for what is open above.
pub(super) fn most(figure: &Figure, unit: Unit) -> Option<u64> {
    if figure.is_open_above() {
        return None;
    }
    let strict = u64::from(figure.qualifier == Qualifier::LessThan);
    converted(figure, unit, figure.high.or(figure.best)?.saturating_sub(strict))
}

/// Its number in `unit`. Households become persons only through their size; of
/// a figure without a unit the same unit is meant.
fn converted(figure: &Figure, unit: Unit, number: u64) -> Option<u64> {
    match (figure.unit, unit) {
        (own, wanted) if own == wanted => Some(number),
        (Unit::Unspecified, _) | (_, Unit::Unspecified) => Some(number),
        (Unit::Household, Unit::Person) => figure.household_size?.persons(number),
        _ => None,
    }
}
