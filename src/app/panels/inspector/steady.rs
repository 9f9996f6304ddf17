use crate::model::{AnnotationId, FieldPath};

use super::section::Row;

/// Where the rows of a form stand, so that the row under the hand stays there: what comes or goes above it is
/// scrolled away, instead of pushing it from under the pointer or the caret.
#[derive(Debug, Default)]
pub struct Steady {
    /// How far the form is to be scrolled in the next pass, in points, so that the row stays.
    pub offset: Option<f32>,
    of: Option<AnnotationId>,
    origin: f32,
    before: Vec<(Row, f32)>,
    rows: Vec<(Row, f32)>,
    hovered: Option<Row>,
}

impl Steady {
    /// Begins a frame of the form of a mark, of which the top stands at that height.
    pub fn begin(&mut self, of: AnnotationId, origin: f32) {
        if self.of != Some(of) {
            *self = Steady { of: Some(of), ..Steady::default() };
        }
        self.origin = origin;
        self.hovered = None;
        self.before = std::mem::take(&mut self.rows);
    }

    /// Takes note of a row, the height at which it begins, and whether the pointer is over it.
    pub fn row(&mut self, row: Row, top: f32, is_hovered: bool) {
        self.rows.push((row, top - self.origin));
        if is_hovered {
            self.hovered = Some(row);
        }
    }

    /// By how many points the row of the field with the focus, else the one under the pointer, stands lower in the
    /// form than in the frame before.
    pub fn moved(&self, focused: Option<FieldPath>) -> f32 {
        let has = |row: &Row| focused.is_some_and(|path| row.fields().contains(&path));
        // The field that is typed into is held before the one that the mouse happens to rest on.
        let held = self.rows.iter().map(|(row, _)| *row).find(has).or(self.hovered);
        let top = |rows: &[(Row, f32)]| rows.iter().find(|(row, _)| Some(*row) == held).map(|(_, top)| *top);
        match (top(&self.before), top(&self.rows)) {
            (Some(before), Some(now)) => now - before,
            // A row that came or went has no place to be kept at.
            _ => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: [Row; 2] = [Row::One(FieldPath::Cause), Row::One(FieldPath::Note)];

    fn frame(steady: &mut Steady, origin: f32, tops: [f32; 2]) {
        steady.begin(AnnotationId::from_u64(1), origin);
        for (row, top) in ROWS.into_iter().zip(tops) {
            steady.row(row, top, false);
        }
    }

    #[test]
    fn a_row_that_is_pushed_down_is_told_by_how_much() {
        let mut steady = Steady::default();
        frame(&mut steady, 100.0, [110.0, 140.0]);
        assert_eq!(steady.moved(Some(FieldPath::Note)), 0.0);
        frame(&mut steady, 100.0, [110.0, 159.0]);
        assert_eq!(steady.moved(Some(FieldPath::Note)), 19.0);
        assert_eq!(steady.moved(Some(FieldPath::Cause)), 0.0, "what comes under the row moves it not");
    }

    #[test]
    fn scrolling_is_no_movement_within_the_form() {
        let mut steady = Steady::default();
        frame(&mut steady, 100.0, [110.0, 140.0]);
        frame(&mut steady, 60.0, [70.0, 100.0]);
        assert_eq!(steady.moved(Some(FieldPath::Note)), 0.0);
    }
}
