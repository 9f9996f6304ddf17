use std::collections::HashSet;

use super::figures::in_unit;
use crate::figures::Ledger;
use crate::model::{AnnotationId, Figure, Project};

/// Of each total that is beyond 64 bits the record that brings it there.
pub(super) fn overflowing(project: &Project, ledger: &Ledger) -> HashSet<AnnotationId> {
    let greatest = |id: AnnotationId| {
        let figure: &Figure = project.annotation(id)?.details.figure()?;
        in_unit(figure, figure.high.or(figure.best).or(figure.low)?)
    };
    let rows = ledger.rows.iter().filter(|row| row.total.is_none());
    rows.filter_map(|row| {
        let mut sum = 0u64;
        // The first at which the sum overflows in the order of the text: one of them has to carry the message, and
        // always the same.
        row.counted.iter().copied().find(|id| match sum.checked_add(greatest(*id).unwrap_or(0)) {
            Some(more) => {
                sum = more;
                false
            }
            None => true,
        })
    })
    .collect()
}
