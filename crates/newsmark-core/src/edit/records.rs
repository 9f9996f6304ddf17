//! Edits of a record that are more than one field.

use std::sync::Arc;

use crate::model::{
    Annotation, AnnotationId, ApplyError, Change, Dismissal, FieldPath, FieldValue, Item, ItemId, Person, Time,
};

use super::{EditError, OpenProject};

impl OpenProject {
    /// Puts values into several fields of an annotation in one step, called `name`.
    ///
    /// # Errors
    /// As [`OpenProject::perform`], or where the annotation has no such field; then none is changed.
    ///
    /// ```
    /// use newsmark_core::edit::OpenProject;
    /// use newsmark_core::interchange::import;
    /// use newsmark_core::model::{
    ///     Annotation, AnnotationId, Category, FieldPath, FieldValue, Person, Project, ProjectParts, Span, Time,
    /// };
    ///
    /// let article = import(b"Ten died. Two fled.", "karsa.txt", None)?.article;
    /// let (span, author) = (Span::new(0, 3).ok_or("empty")?, Person::new("Ines Varga").ok_or("no name")?);
    /// let (id, category) = (AnnotationId::from_u64(1), Category::Casualties);
    /// let annotations = vec![Annotation::draft(id, span, category, author)];
    /// let project = Project::from_parts(ProjectParts { annotations, ..ProjectParts::of(article) })?;
    /// let mut open = OpenProject::new(project, true);
    /// let note = FieldValue::Text("Ask the ministry".to_owned());
    /// open.set_fields(id, "note for the desk", vec![(FieldPath::Note, note)], Time(0))?;
    /// assert_eq!(open.project().annotations()[0].note, "Ask the ministry");
    /// assert_eq!(open.history().undo_name(), Some("note for the desk"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn set_fields(
        &mut self,
        id: AnnotationId,
        name: &str,
        values: Vec<(FieldPath, FieldValue)>,
        time: Time,
    ) -> Result<(), EditError> {
        self.seal();
        self.edit(id, name, None, time, |annotation| {
            for (path, value) in values {
                annotation.set_field(path, value.said())?;
            }
            Ok(())
        })
    }

    /// Puts a value into a field, and what else comes of it into others, in one step called after the field.
    ///
    /// # Errors
    /// As [`OpenProject::set_fields`].
    pub fn set_with(
        &mut self,
        id: AnnotationId,
        path: FieldPath,
        value: FieldValue,
        also: Vec<(FieldPath, FieldValue)>,
        time: Time,
    ) -> Result<(), EditError> {
        let Some(category) = self.project().annotation(id).map(|annotation| annotation.category()) else {
            return Err(ApplyError::Absent(id).into());
        };
        // A plain change of a field may join typing; with others it is a step of its own.
        if also.is_empty() {
            return self.set_field(id, path, value, time);
        }
        let name = format!("change of {}", path.label(category).to_lowercase());
        self.set_fields(id, &name, [(path, value)].into_iter().chain(also).collect(), time)
    }

    /// Puts an item at the end of its list in a record.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn add_item(&mut self, id: AnnotationId, noun: &str, item: Item, time: Time) -> Result<(), EditError> {
        self.edit(id, &format!("add {noun}"), None, time, |annotation| {
            annotation.details.add_item(item);
            Ok(())
        })
    }

    /// Takes an item out of its list in a record.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn remove_item(&mut self, id: AnnotationId, noun: &str, item: ItemId, time: Time) -> Result<(), EditError> {
        self.edit(id, &format!("remove {noun}"), None, time, |annotation| {
            annotation.details.remove_item(item);
            Ok(())
        })
    }

    /// Marks the same words once more with the same record, as a draft of `author`, and
    /// selects the copy. `fresh` gives the items of its lists ids of their own.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn duplicate(
        &mut self,
        id: AnnotationId,
        copy: AnnotationId,
        fresh: impl FnMut() -> ItemId,
        author: Person,
        time: Time,
    ) -> Result<(), EditError> {
        let Some(original) = self.project().annotation(id) else { return Err(ApplyError::Absent(id).into()) };
        let mut details = original.details.clone();
        details.renew_items(fresh);
        let annotation = Annotation {
            details,
            note: original.note.clone(),
            ..Annotation::draft(copy, original.spans.clone(), original.category(), author)
        };
        self.perform("duplicate mark", None, Change::Insert(Arc::new(annotation)), time)?;
        self.selected = Some(copy);
        Ok(())
    }

    /// Whether the field of one annotation may name another: a quote stands in a quote, and
    /// a count to a count of its category.
    pub fn may_name(&self, id: AnnotationId, path: FieldPath, other: AnnotationId) -> bool {
        let (Some(own), Some(named)) = (self.project().annotation(id), self.project().annotation(other)) else {
            return false;
        };
        let is_mark = matches!(own.field(path), Some(FieldValue::Mark(_)));
        let fits = match path {
            // A count is part of a count of its kind, and a quote stands in a quote; claims may be about anything.
            FieldPath::ScopeOf | FieldPath::Inside => own.category() == named.category(),
            _ => true,
        };
        is_mark && id != other && fits
    }

    /// The field that is picked for, where it names another mark.
    pub fn picking_mark(&self) -> Option<(AnnotationId, FieldPath)> {
        let (id, path) = self.picking?;
        let is_mark = matches!(self.project().annotation(id)?.field(path), Some(FieldValue::Mark(_)));
        is_mark.then_some((id, path))
    }

    /// Puts a mark into the field that is picked for, with what else comes of it in the same step, and ends
    /// the picking. Answers whether it may stand there.
    ///
    /// # Errors
    /// As [`OpenProject::set_field`].
    pub fn take_picked_mark(
        &mut self,
        other: AnnotationId,
        also: Vec<(FieldPath, FieldValue)>,
        time: Time,
    ) -> Result<bool, EditError> {
        let Some((id, path)) = self.picking_mark().filter(|(id, path)| self.may_name(*id, *path, other)) else {
            return Ok(false);
        };
        self.set_with(id, path, FieldValue::Mark(Some(other)), also, time)?;
        self.picking = None;
        Ok(true)
    }

    /// Records an editor's decision that a warning about an annotation is none.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn dismiss(&mut self, id: AnnotationId, dismissal: Dismissal, time: Time) -> Result<(), EditError> {
        self.edit(id, "dismiss warning", None, time, |annotation| {
            annotation.dismissed.push(dismissal);
            Ok(())
        })
    }

    /// Takes that decision back.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn restore_warning(&mut self, id: AnnotationId, kind: &str, why: &str, time: Time) -> Result<(), EditError> {
        self.edit(id, "restore warning", None, time, |annotation| {
            annotation.dismissed.retain(|dismissal| dismissal.kind != kind || dismissal.why != why);
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::project;
    use crate::model::{FigurePart, RecordList};

    const NOW: Time = Time(1_773_662_400);

    fn open() -> (OpenProject, AnnotationId) {
        let open = OpenProject::new(project("At least 12 died.\n^^^^^^^^^^^^^^^^ Casualties"), true);
        let id = open.project().annotations().get(0).unwrap().id;
        (open, id)
    }

    #[test]
    fn several_fields_are_set_in_one_step_or_none_is() {
        let (mut open, id) = open();
        let low = (FieldPath::Figure(FigurePart::Low), FieldValue::Number(Some(12)));
        let wrong = (FieldPath::Statement, FieldValue::Text("No".to_owned()));
        assert!(open.set_fields(id, "reading", vec![low.clone(), wrong], NOW).is_err());
        assert_eq!(open.history().position(), 0);
        let best = (FieldPath::Figure(FigurePart::Best), FieldValue::Number(Some(12)));
        open.set_fields(id, "reading", vec![low.clone(), best], NOW).unwrap();
        assert_eq!(open.project().annotation(id).unwrap().field(low.0), Some(low.1));
        assert_eq!(open.history().position(), 1);
        open.undo(NOW).unwrap();
        assert!(open.project().annotation(id).unwrap().details.figure().unwrap().is_unknown());
    }

    #[test]
    fn a_duplicate_has_the_record_and_items_of_its_own() {
        let (mut open, id) = open();
        let group = RecordList::Groups.unknown(ItemId::from_u64(7));
        open.add_item(id, "group", group, NOW).unwrap();
        let (copy, author) = (AnnotationId::from_u64(99), Person::new("Tomas Reed").unwrap());
        open.duplicate(id, copy, || ItemId::from_u64(8), author, NOW).unwrap();
        let items = |id| open.project().annotation(id).unwrap().details.items(RecordList::Groups);
        assert_eq!((items(id), items(copy)), (vec![ItemId::from_u64(7)], vec![ItemId::from_u64(8)]));
        assert_eq!(open.selected, Some(copy));
        open.undo(NOW).unwrap();
        assert!(open.project().annotation(copy).is_none());
    }

    #[test]
    fn an_item_is_added_and_taken_out_in_steps_that_can_be_undone() {
        let (mut open, id) = open();
        open.add_item(id, "group", RecordList::Groups.unknown(ItemId::from_u64(7)), NOW).unwrap();
        open.remove_item(id, "group", ItemId::from_u64(7), NOW).unwrap();
        let n_groups =
            |open: &OpenProject| open.project().annotation(id).unwrap().details.items(RecordList::Groups).len();
        assert_eq!(n_groups(&open), 0);
        open.undo(NOW).unwrap();
        assert_eq!(n_groups(&open), 1);
        open.undo(NOW).unwrap();
        assert_eq!(n_groups(&open), 0);
    }
}
