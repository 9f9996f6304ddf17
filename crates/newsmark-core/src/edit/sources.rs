//! Edits of the project's table of sources.

use std::sync::Arc;

use crate::model::{
    Annotation, AnnotationId, AttributionPart, Change, FieldPath, FieldValue, Source, SourceField, SourceId, Time,
};

use super::{EditError, OpenProject, Typing};

impl OpenProject {
    /// Puts a new source into the table and names it as that of an annotation, in one step.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn add_source(&mut self, source: Source, of: AnnotationId, time: Time) -> Result<(), EditError> {
        let id = source.id;
        let table = Change::ReplaceSources(self.project().sources().with(source));
        // The table first: an annotation must not name a source that is not there yet, even within a step.
        let mut changes = vec![table];
        if let Some(annotation) = self.project().annotation(of) {
            let mut annotation = Annotation::clone(annotation);
            annotation.details.attribution_mut().source = Some(id);
            changes.push(Change::Replace(Arc::new(annotation)));
        }
        self.perform("add source", None, Change::Batch(changes), time)
    }

    /// Changes a field of a source. Typing into one field is one step until [`OpenProject::seal`].
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn set_source(
        &mut self,
        id: SourceId,
        field: SourceField,
        value: FieldValue,
        time: Time,
    ) -> Result<(), EditError> {
        let Some(before) = self.project().sources().get(id) else { return Ok(()) };
        let mut source = before.clone();
        let typing = value.is_typed().then_some(Typing::Source(id, field));
        source.set_field(field, value);
        if source == *before {
            return Ok(());
        }
        let name = format!("change of the source’s {}", field.label().to_lowercase());
        let change = Change::ReplaceSources(self.project().sources().with(source));
        self.perform(&name, typing, change, time)
    }

    /// Takes a source out of the table, and off the annotations that name it.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn remove_source(&mut self, id: SourceId, time: Time) -> Result<(), EditError> {
        let mut changes = vec![Change::ReplaceSources(self.project().sources().without(id))];
        changes.extend(self.renamed_source(id, None));
        self.perform("delete source", None, Change::Batch(changes), time)
    }

    /// Makes one source of two: `from` is taken out of the table, its names become
    /// other names of `into`, and the annotations that named it name `into`.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn merge_sources(&mut self, from: SourceId, into: SourceId, time: Time) -> Result<(), EditError> {
        let sources = self.project().sources();
        let (Some(gone), Some(kept)) = (sources.get(from), sources.get(into)) else { return Ok(()) };
        if from == into {
            return Ok(());
        }
        let mut kept = kept.clone();
        for name in gone.names() {
            if !name.is_empty() && !kept.names().any(|known| known == name) {
                kept.other_names.push(name.to_owned());
            }
        }
        for field in SourceField::ALL {
            // What the kept one says stands; the other only fills in.
            let is_free = kept.field(field).is_unknown();
            if is_free {
                kept.set_field(field, gone.field(field));
            }
        }
        let mut changes = vec![Change::ReplaceSources(sources.without(from).with(kept))];
        changes.extend(self.renamed_source(from, Some(into)));
        self.perform("merge sources", None, Change::Batch(changes), time)
    }

    /// The annotations that name a source.
    pub fn naming(&self, id: SourceId) -> impl Iterator<Item = &Arc<Annotation>> {
        let annotations = self.project().annotations().iter();
        annotations.filter(move |annotation| annotation.details.attribution().source == Some(id))
    }

    /// The source of the annotation that was marked last before this one, to be offered for it.
    pub fn last_source(&self, id: AnnotationId) -> Option<&Source> {
        let place = self.project().place(id)?;
        // Before it in the text and not in time: an article names its source and goes on with what that source said.
        let before = self.project().annotations().range(0..place);
        let last = before.rev().find_map(|annotation| annotation.details.attribution().source)?;
        self.project().sources().get(last)
    }

    /// The annotations that named `id`, placed or not, naming `other`.
    fn renamed_source(&self, id: SourceId, other: Option<SourceId>) -> Vec<Change> {
        let path = FieldPath::Attribution(AttributionPart::Source);
        let placed = self.naming(id).filter_map(|annotation| {
            let mut annotation = Annotation::clone(annotation);
            annotation.set_field(path, FieldValue::Source(other)).ok()?;
            Some(Change::Replace(Arc::new(annotation)))
        });
        let named = |details: &crate::model::Details| details.attribution().source == Some(id);
        let unplaced = self.project().unplaced().iter().filter(|kept| named(&kept.details)).flat_map(|kept| {
            let mut renamed = kept.as_ref().clone();
            renamed.details.attribution_mut().source = other;
            [Change::RemoveUnplaced(kept.id), Change::InsertUnplaced(Arc::new(renamed))]
        });
        placed.chain(unplaced).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceKind;
    use crate::model::fixture::project;

    const NOW: Time = Time(1_773_662_400);

    fn open() -> (OpenProject, AnnotationId, AnnotationId) {
        let fixture = "Ten died, the office said. Five fled, she said.\n^^^^^^^^ Casualties\n                           ^^^^^^^^^ Displacement";
        let open = OpenProject::new(project(fixture), true);
        let ids: Vec<_> = open.project().annotations().iter().map(|annotation| annotation.id).collect();
        (open, ids[0], ids[1])
    }

    fn source(open: &OpenProject, id: AnnotationId) -> Option<SourceId> {
        open.project().annotation(id).unwrap().details.attribution().source
    }

    #[test]
    fn a_deleted_source_is_named_by_nobody_and_comes_back_whole() {
        let (mut open, first, second) = open();
        let office = SourceId::from_u64(1);
        open.add_source(Source::named(office, "The office"), first, NOW).unwrap();
        let path = FieldPath::Attribution(AttributionPart::Source);
        open.set_field(second, path, FieldValue::Source(Some(office)), NOW).unwrap();
        assert_eq!(open.naming(office).count(), 2);
        open.remove_source(office, NOW).unwrap();
        assert_eq!((source(&open, first), source(&open, second)), (None, None));
        assert!(open.project().sources().is_empty());
        open.undo(NOW).unwrap();
        assert_eq!((source(&open, first), source(&open, second)), (Some(office), Some(office)));
        assert_eq!(open.project().sources().get(office).unwrap().name, "The office");
    }

    #[test]
    fn of_two_merged_sources_one_stays_with_all_names_and_all_marks() {
        let (mut open, first, second) = open();
        let (office, she) = (SourceId::from_u64(1), SourceId::from_u64(2));
        open.add_source(Source::named(office, "The office"), first, NOW).unwrap();
        open.add_source(Source::named(she, "She"), second, NOW).unwrap();
        let medical = SourceKind::ALL.iter().position(|kind| *kind == SourceKind::Medical).unwrap();
        let kind = FieldValue::Choice(SourceKind::VOCABULARY, medical);
        open.set_source(she, SourceField::Kind, kind, NOW).unwrap();
        open.merge_sources(she, office, NOW).unwrap();
        assert_eq!((source(&open, first), source(&open, second)), (Some(office), Some(office)));
        let kept = open.project().sources().get(office).unwrap();
        assert_eq!((kept.other_names.as_slice(), kept.kind), (["She".to_owned()].as_slice(), SourceKind::Medical));
        assert_eq!(open.project().sources().len(), 1);
        open.undo(NOW).unwrap();
        assert_eq!(source(&open, second), Some(she));
    }

    #[test]
    fn typing_a_sources_name_is_one_step() {
        let (mut open, first, _) = open();
        let office = SourceId::from_u64(1);
        open.add_source(Source::named(office, "T"), first, NOW).unwrap();
        for name in ["Th", "The", "The office"] {
            open.set_source(office, SourceField::Name, FieldValue::Text(name.to_owned()), NOW).unwrap();
        }
        assert_eq!(open.history().position(), 2);
        open.undo(NOW).unwrap();
        assert_eq!(open.project().sources().get(office).unwrap().name, "T");
    }

    #[test]
    fn the_source_of_the_mark_before_is_offered() {
        let (mut open, first, second) = open();
        assert_eq!(open.last_source(second), None);
        open.add_source(Source::named(SourceId::from_u64(1), "The office"), first, NOW).unwrap();
        assert_eq!(open.last_source(second).unwrap().name, "The office");
        assert_eq!(open.last_source(first), None);
    }
}
