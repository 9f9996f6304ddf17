use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::aligned::{Aligned, parts};
use super::alignment::{Row, align};
use super::common::{translated, with_items_of};
use super::difference::{Difference, differences, row_id};
use super::side::{PlacedAgain, Side};
use crate::join::join;
use crate::model::{Annotation, AnnotationId, SourceId, Unplaced};

/// The marks of several projects, paired and about to be put into common terms.
pub(super) struct CommonTerms<'s> {
    sides: &'s [Side],
    sources: &'s [HashMap<SourceId, SourceId>],
    lists: Vec<Vec<&'s Arc<Annotation>>>,
    places: Vec<Row>,
    /// What each side's marks are called, made where the first mark of a side names another.
    ids: Vec<OnceLock<HashMap<AnnotationId, AnnotationId>>>,
}

impl<'s> CommonTerms<'s> {
    /// Pairs the marks of the sides.
    pub(super) fn of(
        sides: &'s [Side],
        placed_again: &'s [PlacedAgain],
        sources: &'s [HashMap<SourceId, SourceId>],
    ) -> CommonTerms<'s> {
        let list = |(side, placed_again): (&'s Side, &'s PlacedAgain)| match placed_again {
            Some(marks) => marks.iter().collect(),
            None => side.project.annotations().iter().collect(),
        };
        let lists: Vec<Vec<&Arc<Annotation>>> = sides.iter().zip(placed_again).map(list).collect();
        let places = align(&lists);
        CommonTerms { sides, sources, lists, places, ids: sides.iter().map(|_| OnceLock::new()).collect() }
    }

    /// The rows with every mark in common terms, and what differs in them, in order of the rows.
    ///
    /// Each row is finished before the next, as reading a record the first time is what takes time; half of them by
    /// another thread.
    pub(super) fn rows(&self) -> (Vec<Aligned>, Vec<Difference>) {
        let (n_rows, half) = (self.places.len(), self.places.len() / 2);
        let ((mut rows, mut differing), (others, differing_there)) =
            join(|| self.some_rows(half..n_rows), || self.some_rows(0..half));
        rows.extend(others);
        differing.extend(differing_there);
        (rows, differing)
    }

    fn some_rows(&self, range: Range<usize>) -> (Vec<Aligned>, Vec<Difference>) {
        let (mut rows, mut all) = (Vec::with_capacity(range.len()), Vec::new());
        for n in range {
            let places = &self.places[n];
            let mut row = Aligned { marks: Vec::with_capacity(places.len()), parts: Vec::new() };
            for (side, place) in places.iter().enumerate() {
                let mark = place.map(|place| {
                    let mark = self.translated(side, self.lists[side][place]);
                    match row.first() {
                        Some(first) => with_items_of(first, mark),
                        None => mark,
                    }
                });
                row.marks.push(mark);
            }
            row.parts = parts(&row);
            all.extend(differences(n, &row));
            rows.push(row);
        }
        (rows, all)
    }

    /// Each side's annotations without a place in common terms.
    pub(super) fn unplaced(&self) -> Vec<Vec<Arc<Unplaced>>> {
        let of_side = |(n, side): (usize, &Side)| side.unplaced.iter().map(|kept| self.translated(n, kept)).collect();
        self.sides.iter().enumerate().map(of_side).collect()
    }

    fn translated<P: Clone>(&self, side: usize, mark: &Arc<Annotation<P>>) -> Arc<Annotation<P>> {
        let row_of = |id| self.ids[side].get_or_init(|| self.ids(side)).get(&id).copied();
        translated(mark, &self.sources[side], row_of)
    }

    /// What a side's marks are called: by their rows, those without a place by what comes after all rows.
    fn ids(&self, side: usize) -> HashMap<AnnotationId, AnnotationId> {
        let of_row = |(row, places): (usize, &Row)| Some((self.lists[side][places[side]?].id, row_id(row)));
        let n_before: usize = self.sides[..side].iter().map(|side| side.unplaced.len()).sum();
        let unplaced = self.sides[side].unplaced.iter().enumerate();
        let unplaced = unplaced.map(|(at, kept)| (kept.id, row_id(self.places.len() + n_before + at)));
        self.places.iter().enumerate().filter_map(of_row).chain(unplaced).collect()
    }
}
