//! Marking many places at once.

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::{Annotation, AnnotationId, Category, Change, Person, Span, Time};

use super::trimming::without_spaces;
use super::{EditError, OpenProject, Selection};

impl OpenProject {
    /// Those of `spans` that no mark of the category covers exactly, by their
    /// numbers; they are marked as they are but for white space around them.
    pub fn unmarked(&self, category: Category, spans: &[Span]) -> Vec<(usize, Span)> {
        let text = &self.project().article().text;
        let of_category = self.project().annotations().iter().filter(|annotation| annotation.category() == category);
        // A common word has thousands of hits, and each would go through all marks.
        let marked: HashSet<&[Span]> = of_category.map(|annotation| annotation.spans.as_slice()).collect();
        let taken = spans.iter().enumerate().filter_map(|(n, span)| Some((n, without_spaces(text, *span)?)));
        taken.filter(|(_, span)| !marked.contains(std::slice::from_ref(span))).collect()
    }

    /// Marks all `spans`, each with an id of its own, in one step, and selects
    /// the first; the caret stays behind it.
    ///
    /// # Errors
    /// Without spans, or as [`OpenProject::perform`].
    pub fn mark_all(
        &mut self,
        category: Category,
        spans: &[(AnnotationId, Span)],
        author: &Person,
        time: Time,
    ) -> Result<(), EditError> {
        // The first in the text, whatever order the hits were given in.
        let (first, span) = *spans.iter().min_by_key(|(_, span)| *span).ok_or(EditError::NoWords)?;
        let inserted = spans
            .iter()
            .map(|(id, span)| Change::Insert(Arc::new(Annotation::draft(*id, *span, category, author.clone()))));
        let change = Change::Batch(inserted.collect());
        self.perform(&format!("mark all as {}", category.noun()), None, change, time)?;
        self.selected = Some(first);
        self.selection = Selection::caret(span.end());
        Ok(())
    }
}
