//! Fields that name a source or a mark are filled from the article.

use crate::edit::{EditError, Selection};
use crate::model::{AnnotationId, FieldPath, FieldValue};

use super::Window;
use crate::app::command::Visibility;
use crate::app::notices::Notice;
use crate::app::pending_field_pick::PendingFieldPick;

impl Window {
    /// Takes the selected words for a source that is picked: the source of that name, else a new one of that name is
    /// offered in the field. Answers whether a source was to be picked.
    pub(in crate::app) fn take_source(&mut self) -> bool {
        let Some(document) = &mut self.document else { return false };
        let open = &mut document.session;
        let Some((id, path)) = open.picking else { return false };
        let value = open.project().annotation(id).and_then(|mark| mark.field(path));
        let Some(value @ FieldValue::Source(_)) = value else { return false };
        let Some(span) = open.selected_words() else {
            self.say(Notice::warning(EditError::NoWords.to_string()));
            return true;
        };
        let words = open.project().article().text.words(span);
        // The article's line breaks are no part of a name.
        let name = words.split_whitespace().collect::<Vec<_>>().join(" ");
        open.picking = None;
        open.selection = Selection::caret(span.end());
        match open.project().sources().called(&name).map(|source| source.id) {
            Some(source) => {
                self.set_field(id, path, FieldValue::Source(Some(source)));
                self.workspaces.inspector.rest_in(path);
            }
            // A new source is only offered: one click must not put a misspelt name into the project's table.
            None => self.workspaces.inspector.offer(id, path, value, name),
        }
        true
    }

    /// Whether the field names another mark.
    pub(in crate::app) fn names_mark(&self, pending_field_pick: PendingFieldPick) -> bool {
        let field = self.document.as_ref().and_then(|document| {
            document.session.project().annotation(pending_field_pick.id)?.field(pending_field_pick.path)
        });
        matches!(field, Some(FieldValue::Mark(_)))
    }

    /// Takes the mark that was clicked for the field that had the focus, where that names a mark and may name this
    /// one. Answers whether it was taken.
    pub(in crate::app) fn take_clicked_mark(&mut self, byte: usize) -> bool {
        let Some(PendingFieldPick { id, path, .. }) =
            self.pending_field_pick.filter(|pending_field_pick| self.names_mark(*pending_field_pick))
        else {
            return false;
        };
        let Some(other) = self.clicked_for(id, path, byte) else { return false };
        if let Some(document) = &mut self.document {
            document.session.selected = Some(id);
            document.session.picking = Some((id, path));
        }
        self.take_mark(Some(other))
    }

    /// The smallest mark that shows over a byte and that the field may name.
    fn clicked_for(&self, id: AnnotationId, path: FieldPath, byte: usize) -> Option<AnnotationId> {
        let document = self.document.as_ref()?;
        let over = document.session.project().annotations_at(byte).into_iter();
        let mut shown = over.filter(|mark| document.mark_visibility.of(mark) != Visibility::Hidden);
        shown.find(|mark| document.session.may_name(id, path, mark.id)).map(|mark| mark.id)
    }
}
