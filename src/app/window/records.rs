//! Edits of records that need an id or a person from the window.

use crate::figures::inherited_unit;
use crate::model::{
    Annotation, AnnotationId, FieldPath, FieldValue, FigurePart, ItemId, Person, RecordList, Source, Unit,
};

use super::Window;
use crate::app::command::Command;
use crate::app::dialogs::Dialog;
use crate::app::notices::Notice;

impl Window {
    /// Marks the words of the selected mark once more with the same record.
    pub(in crate::app) fn duplicate(&mut self) {
        let Some((document, id)) =
            self.document.as_ref().and_then(|document| Some((document, document.session.selected?)))
        else {
            return;
        };
        let Some(person) = Person::new(&self.settings.person) else {
            self.cover(Dialog::name(Command::Duplicate));
            return;
        };
        let copy = self.platform.mint(document.session.project());
        // The clone shares its clock and its randomness behind Arcs; the edit borrows the window for itself.
        let platform = self.platform.clone();
        self.edit(|open, now| open.duplicate(id, copy, || platform.mint_item(), person, now));
    }

    /// Adds an item of which nothing is known, and goes to its first field.
    pub(in crate::app) fn add_item(&mut self, id: AnnotationId, list: RecordList) {
        let item = self.platform.mint_item();
        self.edit(|open, now| open.add_item(id, list.noun(), list.unknown(item), now));
        self.go_to_item(id, list, item);
    }

    /// Takes an item out of its list, and goes to the one that stands in its place.
    pub(in crate::app) fn remove_item(&mut self, id: AnnotationId, list: RecordList, item: ItemId) {
        let items = |window: &Window| {
            let annotation = window.document.as_ref().and_then(|document| document.session.project().annotation(id));
            annotation.map(|annotation| annotation.details.items(list)).unwrap_or_default()
        };
        // Before the item goes: afterwards the place that the focus is to take is not known any more.
        let place = items(self).iter().position(|other| *other == item).unwrap_or(0);
        self.edit(|open, now| open.remove_item(id, list.noun(), item, now));
        let left = items(self);
        if let Some(next) = left.get(place).or(left.last()) {
            self.go_to_item(id, list, *next);
        }
    }

    fn go_to_item(&mut self, id: AnnotationId, list: RecordList, item: ItemId) {
        let is_there = self.document.as_ref().and_then(|document| document.session.project().annotation(id));
        if is_there.is_some_and(|annotation| annotation.details.items(list).contains(&item)) {
            self.workspaces.inspector.focus(list.fields(item)[0]);
        }
    }

    /// Puts a source of that name into the table and names it as that of a mark; one that is there is named.
    pub(in crate::app) fn add_source(&mut self, of: AnnotationId, name: &str) {
        let Some(document) = &self.document else { return };
        let source = Source::named(self.platform.mint_source(document.session.project()), name.trim());
        self.edit(|open, now| open.add_source(source, of, now));
    }

    /// Puts a value into a field; a part or an update takes the unit of the other in the same step, where it says none.
    pub(in crate::app) fn set_field(&mut self, id: AnnotationId, path: FieldPath, value: FieldValue) {
        let (also, told) = self.unit_with(id, path, &value);
        self.edit(|open, now| open.set_with(id, path, value, also, now));
        told.into_iter().for_each(|told| self.say(told));
    }

    /// The unit that a count has once it is a part or an update of another, and what is said of it.
    fn unit_with(
        &self,
        id: AnnotationId,
        path: FieldPath,
        value: &FieldValue,
    ) -> (Vec<(FieldPath, FieldValue)>, Option<Notice>) {
        let nothing = (Vec::new(), None);
        let is_scope = matches!(path, FieldPath::Scope | FieldPath::ScopeOf);
        let Some(project) = self.document.as_ref().filter(|_| is_scope).map(|document| document.session.project())
        else {
            return nothing;
        };
        // On a copy, to see what the record would be once the value stands in it, without an edit to undo.
        let Some(mut part) = project.annotation(id).map(|part| Annotation::clone(part)) else { return nothing };
        if part.set_field(path, value.clone()).is_err() {
            return nothing;
        }
        let Some((unit, other)) = inherited_unit(project, &part) else { return nothing };
        let name = project.called(other).unwrap_or_default();
        let told = format!("The unit was taken from {name}: {}", unit.label().to_lowercase());
        let value = FieldValue::Choice(Unit::VOCABULARY, unit as usize);
        (vec![(FieldPath::Figure(FigurePart::Unit), value)], Some(Notice::note(told).action("Undo", Command::Undo)))
    }

    /// Puts a mark into the field that is picked for, and goes back to it. Answers whether a mark was to be picked.
    pub(in crate::app) fn take_mark(&mut self, other: Option<AnnotationId>) -> bool {
        let Some((id, path)) = self.document.as_ref().and_then(|document| document.session.picking_mark()) else {
            return false;
        };
        let Some(other) = other else {
            self.say(Notice::warning("No mark stands here. Click one, or press Esc to leave".to_owned()));
            return true;
        };
        let mut is_taken = false;
        let (also, told) = self.unit_with(id, path, &FieldValue::Mark(Some(other)));
        self.edit(|open, now| open.take_picked_mark(other, also, now).map(|taken| is_taken = taken));
        if is_taken {
            told.into_iter().for_each(|told| self.say(told));
            self.pending_field_pick = None;
            self.workspaces.inspector.rest_in(path);
        } else {
            self.say(Notice::warning(
                "This mark cannot be named here. Click another, or press Esc to leave".to_owned(),
            ));
        }
        true
    }
}
