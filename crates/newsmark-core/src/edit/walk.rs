//! Going from annotation to annotation.

use crate::model::{Annotation, ParagraphKind, Project, Span};

use super::{OpenProject, Selection};

/// Which annotations count when going from one to the next.
pub type MarkPredicate<'a> = &'a dyn Fn(&Project, &Annotation) -> bool;

impl OpenProject {
    /// Selects the annotation after the selected one, or the first after the
    /// caret; `keep` tells which annotations count. At the end nothing moves.
    pub fn select_next_kept(&mut self, keep: MarkPredicate<'_>) {
        let annotations = self.project().annotations();
        let from = match self.selected.and_then(|id| self.project().place(id)) {
            // The selected mark decides and not the caret, which may have been moved to read on.
            Some(place) => place + 1,
            None => annotations.begun_before(self.selection.head),
        };
        if let Some(next) =
            annotations.range(from..annotations.len()).find(|annotation| keep(self.project(), annotation))
        {
            self.selected = Some(next.id);
            self.put_caret_at_selected();
        }
    }

    /// Selects the annotation before the selected one, or the last before the caret.
    pub fn select_previous_kept(&mut self, keep: MarkPredicate<'_>) {
        let annotations = self.project().annotations();
        let to = match self.selected.and_then(|id| self.project().place(id)) {
            Some(place) => place,
            None => annotations.begun_before(self.selection.head),
        };
        if let Some(previous) = annotations.range(0..to).rev().find(|annotation| keep(self.project(), annotation)) {
            self.selected = Some(previous.id);
            self.put_caret_at_selected();
        }
    }

    /// Puts the caret where the selected annotation begins, so that the arrow keys go on from there.
    pub fn put_caret_at_selected(&mut self) {
        if let Some(start) = self.selected_annotation().map(|annotation| annotation.spans.start()) {
            self.selection = Selection::caret(start);
        }
    }

    /// Puts the caret before the first heading that begins after the selection
    /// does, or the last that begins before where `onwards` is false. Answers whether there is one.
    pub fn go_to_heading(&mut self, onwards: bool) -> bool {
        let head = self.selection.head.min(self.selection.anchor);
        let headings = self.project().article().text.paragraphs().iter();
        let mut headings =
            headings.filter(|paragraph| paragraph.kind == ParagraphKind::Heading).map(|heading| heading.start);
        let found = if onwards { headings.find(|start| *start > head) } else { headings.rfind(|start| *start < head) };
        self.selection = found.map_or(self.selection, Selection::caret);
        found.is_some()
    }

    /// Selects the words of the first of `places` after the caret, or of the
    /// last before the selection where `onwards` is false. Answers its index.
    pub fn go_to_place(&mut self, places: &[Span], onwards: bool) -> Option<usize> {
        let selected = self.selection.span();
        let head = self.selection.head;
        let is_beyond = |place: &Span| match selected {
            // Where a place is selected, the next begins after it, or with it and ends later.
            Some(span) if onwards => (place.start(), place.end()) > (span.start(), span.end()),
            Some(span) => (place.start(), place.end()) < (span.start(), span.end()),
            None if onwards => place.start() >= head,
            None => place.start() < head,
        };
        let beyond = places.iter().enumerate().filter(|(_, place)| is_beyond(place));
        let key = |(_, place): &(usize, &Span)| (place.start(), place.end());
        let (index, place) = if onwards { beyond.min_by_key(key)? } else { beyond.max_by_key(key)? };
        self.selection = Selection::of(*place);
        Some(index)
    }

    /// Selects the smallest annotation over byte `offset`, or the next larger
    /// one where that was selected already; `None` over no annotation. `keep` tells which annotations count.
    pub fn select_at(&mut self, offset: usize, keep: MarkPredicate<'_>) {
        let there = self.project().annotations_at(offset).into_iter();
        let there: Vec<_> =
            there.filter(|annotation| keep(self.project(), annotation)).map(|annotation| annotation.id).collect();
        let current = self.selected.and_then(|id| there.iter().position(|other| *other == id));
        self.selected = match current {
            // Clicking again goes through all marks over a place and begins anew; `there` has the current one and is
            // not empty.
            Some(index) => Some(there[(index + 1) % there.len()]),
            None => there.first().copied(),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::project;

    #[test]
    fn headings_are_walked_from_the_caret_and_the_last_is_the_end() {
        let mut open = OpenProject::new(project("Karsa\nTwo died.\nThe count\nThree fled."), true);
        assert!(open.go_to_heading(true));
        assert_eq!(open.selection, Selection::caret(16));
        assert!(!open.go_to_heading(true));
        assert!(open.go_to_heading(false));
        assert_eq!(open.selection, Selection::caret(0));
        assert!(!open.go_to_heading(false));
    }

    #[test]
    fn places_are_walked_in_the_order_of_the_text_also_where_they_overlap() {
        let mut open = OpenProject::new(project("Two of them died, he said."), true);
        let places = [(12, 16), (0, 3), (0, 11)].map(|(start, end)| Span::new(start, end).unwrap());
        let walked: Vec<_> = (0..4).map(|_| open.go_to_place(&places, true)).collect();
        assert_eq!(walked, [Some(1), Some(2), Some(0), None]);
        let back: Vec<_> = (0..3).map(|_| open.go_to_place(&places, false)).collect();
        assert_eq!(back, [Some(2), Some(1), None]);
    }
}
