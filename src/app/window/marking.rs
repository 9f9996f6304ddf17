use crate::edit::{EditError, MarkPredicate, OpenProject, Selection};
use crate::model::{Annotation, AnnotationId, Category, FieldPath, FieldValue, Person, Project};

use super::Window;
use super::sides::OverlayPanels;
use crate::app::citation::{cited, cited_as_html};
use crate::app::command::{Command, Mode, Motion, Visibility};
use crate::app::dialogs::Dialog;
use crate::app::notices::Notice;
use crate::app::region_focus::article_id;
use crate::app::typing::Typing;

/// Seconds after a plain click in which a double click may still fill the field.
// Half a second is what Windows and most desktops count as a double click by default.
const DOUBLE_CLICK: f64 = 0.5;

impl Window {
    /// Marks the selected words; without words the selected mark changes its
    /// category. Before the first mark the person is asked for a name.
    pub(in crate::app) fn mark(&mut self, category: Category) {
        let Some(document) = &self.document else { return };
        if document.session.selected_words().is_none() {
            match document.session.selected {
                Some(id) => self.change_category(id, category),
                None => self.say(Notice::warning(EditError::NoWords.to_string())),
            }
            return;
        }
        let Some(person) = Person::new(&self.settings.person) else {
            self.cover(Dialog::name(Command::Mark(category)));
            return;
        };
        self.mark_as(category, person);
    }

    /// Marks the selected words as they are, against the rule that trims them.
    pub(in crate::app) fn mark_exactly(&mut self, category: Category) {
        let Some(document) = &self.document else { return };
        let Some(person) = Person::new(&self.settings.person) else {
            self.cover(Dialog::name(Command::MarkExactly(category)));
            return;
        };
        let id = self.platform.mint(document.session.project());
        self.edit(|open, now| open.mark_exactly(category, id, person, now));
    }

    fn mark_as(&mut self, category: Category, person: Person) {
        let Some(document) = &self.document else { return };
        let id = self.platform.mint(document.session.project());
        self.edit(|open, now| open.mark(category, id, person, now));
    }

    /// Grows the selection by meaning.
    pub(in crate::app) fn grow(&mut self) {
        if let Some(document) = &mut self.document {
            document.session.grow_selection();
        }
    }

    /// Shrinks the selection by meaning; the caret stays on the screen.
    pub(in crate::app) fn shrink(&mut self) {
        if let Some(document) = &mut self.document {
            document.session.shrink_selection();
            self.article.show_byte(document.session.selection.head);
        }
    }

    /// Goes to the next or previous heading.
    pub(in crate::app) fn go_to_heading(&mut self, onwards: bool) {
        if let Some(document) = &mut self.document
            && document.session.go_to_heading(onwards)
        {
            self.article.show_byte(document.session.selection.head);
        }
    }

    /// Deletes the selected mark.
    pub(in crate::app) fn delete_selected(&mut self) {
        if let Some(id) = self.document.as_ref().and_then(|document| document.session.selected) {
            self.delete(id);
        }
    }

    /// Goes to the next or previous mark that the list shows, in Review to that of the queue.
    pub(in crate::app) fn step(&mut self, onwards: bool) {
        if self.workspaces.mode == Mode::Review {
            return self.step_in_queue(onwards);
        }
        let step: fn(&mut OpenProject, MarkPredicate<'_>) =
            if onwards { OpenProject::select_next_kept } else { OpenProject::select_previous_kept };
        let Some(document) = &mut self.document else { return };
        let mark_visibility = &document.mark_visibility;
        let keep = |project: &Project, annotation: &Annotation| {
            mark_visibility.of(annotation) != Visibility::Hidden && self.workspaces.list.fits(project, annotation)
        };
        // The list's filter counts too: going to a mark that the list hides would seem to jump.
        step(&mut document.session, &keep);
        self.show_selected();
    }

    /// Moves the caret by key.
    pub(in crate::app) fn move_caret(&mut self, motion: Motion, selects: bool) {
        if let Some(document) = &mut self.document {
            self.article.move_caret(&self.ctx, &mut document.session, motion, selects);
        }
    }

    /// Selects a mark and brings it on the screen.
    pub(in crate::app) fn select(&mut self, id: AnnotationId) {
        // While a mark is picked for a field, every way to select one means that field.
        if self.take_mark(Some(id)) {
            return;
        }
        if let Some(document) = &mut self.document {
            document.session.selected = Some(id);
            document.session.put_caret_at_selected();
            self.show_selected();
        }
    }

    /// Brings the selected mark on the screen, in article and list.
    pub(in crate::app) fn show_selected(&mut self) {
        if let Some(annotation) = self.document.as_ref().and_then(|document| document.session.selected_annotation()) {
            self.article.show_byte(annotation.spans.start());
            self.workspaces.list.show_selected();
            self.workspaces.review.wants_selected = true;
        }
    }

    /// Begins to pick words of the article for a field.
    pub(in crate::app) fn pick_for(&mut self, id: AnnotationId, path: FieldPath) {
        let Some(document) = &mut self.document else { return };
        document.session.selected = Some(id);
        document.session.picking = Some((id, path));
        self.pending_field_pick = None;
        self.article.focus();
        if let Some(start) = document.session.selected_annotation().map(|annotation| annotation.spans.start()) {
            // The caret begins at the mark's own words, near which its cause or place mostly stands.
            document.session.selection = Selection::caret(start);
            self.article.show_byte(start);
        }
    }

    /// Begins to pick words for the field that has the focus, else for the first that takes words.
    pub(in crate::app) fn pick_for_focused(&mut self) {
        let Some(annotation) = self.document.as_ref().and_then(|document| document.session.selected_annotation())
        else {
            return;
        };
        let is_picked = |path: &FieldPath| {
            matches!(
                annotation.field(*path),
                Some(FieldValue::Words(_) | FieldValue::Text(_) | FieldValue::Mark(_) | FieldValue::Source(_))
            )
        };
        let takes_words = |path: &FieldPath| matches!(annotation.field(*path), Some(FieldValue::Words(_)));
        let first = annotation.fields().into_iter().find(takes_words);
        if let Some(path) = self.workspaces.inspector.focused_field().filter(is_picked).or(first) {
            self.pick_for(annotation.id, path);
        }
    }

    /// Puts the selected words into the field that is picked for, and goes back to it.
    pub(in crate::app) fn take_words(&mut self) {
        let Some(document) = &self.document else { return };
        if document.session.picking_mark().is_some() {
            let under = document.session.project().annotations_at(document.session.selection.head);
            let under = under.first().map(|annotation| annotation.id);
            self.take_mark(under);
            return;
        }
        // A source is no plain field of words: it is looked up by name before it is taken.
        if self.take_source() {
            return;
        }
        let picking = self.document.as_ref().and_then(|document| document.session.picking);
        self.edit(OpenProject::take_picked);
        // The edit may refuse the words. Only where the pick ended is the focus led back to the field.
        let still = self.document.as_ref().and_then(|document| document.session.picking);
        if let (Some((_, path)), None) = (picking, still) {
            self.pending_field_pick = None;
            self.workspaces.inspector.rest_in(path);
        }
    }

    /// Words were selected with the mouse: they fill the field that is picked for, or had the focus.
    pub(in crate::app) fn words_selected(&mut self) {
        let now = self.ctx.input(|input| input.time);
        let pending_field_pick = self
            .pending_field_pick
            .take()
            .filter(|pending_field_pick| pending_field_pick.until.is_none_or(|until| now < until));
        // Words are not what a field that names a mark takes.
        let pending_field_pick = pending_field_pick.filter(|pending_field_pick| !self.names_mark(*pending_field_pick));
        let Some(document) = &mut self.document else { return };
        if document.session.picking.is_none()
            && let Some(pending_field_pick) = pending_field_pick
            && document.session.project().annotation(pending_field_pick.id).is_some()
        {
            document.session.selected = Some(pending_field_pick.id);
            document.session.picking = Some((pending_field_pick.id, pending_field_pick.path));
        }
        if document.session.picking.is_some() {
            self.take_words();
        }
    }

    /// Selects the mark over a byte of the article, or the next one beneath it.
    pub(in crate::app) fn select_at(&mut self, byte: usize) {
        if let Some(document) = self.document.as_ref().filter(|document| document.session.picking_mark().is_some()) {
            let under = document.session.project().annotations_at(byte).first().map(|annotation| annotation.id);
            self.take_mark(under);
            return;
        }
        if self.take_clicked_mark(byte) {
            return;
        }
        if let Some(proposal) = self.proposal_under(byte) {
            return self.take_in_hand(Some(proposal));
        }
        let now = self.ctx.input(|input| input.time);
        if let Some(pending_field_pick) = &mut self.pending_field_pick {
            // A click alone leaves the field; the second one of a double click may still fill it with the word.
            pending_field_pick.until.get_or_insert(now + DOUBLE_CLICK);
        }
        if let Some(document) = &mut self.document {
            let mark_visibility = &document.mark_visibility;
            document.session.select_at(byte, &|_, annotation| mark_visibility.of(annotation) != Visibility::Hidden);
            self.workspaces.list.show_selected();
            self.workspaces.review.wants_selected = true;
        }
    }

    /// Selects the smallest mark that shows under the pointer, or none, so that what the menu of the second button
    /// does is done to that mark and to no other. Words that are selected elsewhere are let go.
    pub(in crate::app) fn select_under(&mut self, byte: Option<usize>) {
        let Some(document) = self.document.as_mut().filter(|document| document.session.picking.is_none()) else {
            return;
        };
        let (open, mark_visibility) = (&mut document.session, &document.mark_visibility);
        let over = byte.map(|byte| open.project().annotations_at(byte)).unwrap_or_default();
        let shown = over.into_iter().find(|annotation| mark_visibility.of(annotation) != Visibility::Hidden);
        open.selected = shown.map(|annotation| annotation.id);
        if let Some(byte) = byte.filter(|byte| open.selection.span().is_none_or(|span| !span.contains(*byte))) {
            open.selection = Selection::caret(byte);
        }
        self.workspaces.list.show_selected();
        self.workspaces.review.wants_selected = true;
    }

    /// Goes to the first field of the selected mark; while picking, takes the words. In Review a record that is not
    /// on the screen is shown to be read first.
    pub(in crate::app) fn edit_details(&mut self) {
        let Some(document) = &self.document else { return };
        if document.session.picking.is_some() {
            self.take_words();
        } else if self.workspaces.mode == Mode::Annotate && document.proposals.in_hand().is_some() {
            self.accept_in_hand(true);
        } else if let Some(annotation) = document.session.selected_annotation() {
            let first = FieldPath::of(annotation.category())[0];
            let is_read_first = self.workspaces.mode == Mode::Review && !self.is_right_shown();
            self.show_right();
            if !is_read_first {
                self.workspaces.review.is_editing = self.workspaces.mode == Mode::Review;
                self.workspaces.inspector.focus(first);
            }
        }
    }

    /// Leaves picking, or goes back to the article from wherever the focus is.
    pub(in crate::app) fn back_to_article(&mut self) {
        // One press undoes one thing, the most passing first: what runs, what is dragged, what is open over
        // the article.
        if self.cancel_progress() || self.article.cancel_drag() || self.close_find() {
            return;
        }
        if self.workspaces.mode == crate::app::command::Mode::Library {
            return self.focus_main();
        }
        let Some(document) = &mut self.document else { return };
        if let Some((_, path)) = document.session.picking.take() {
            self.pending_field_pick = None;
            self.workspaces.inspector.rest_in(path);
            return;
        }
        if document.proposals.in_hand().is_some() && self.workspaces.mode == Mode::Annotate {
            document.proposals.take_in_hand(None);
            return self.article.focus();
        }
        // Leaving the form ends the step: what is typed next is another one for undo.
        document.session.seal();
        self.workspaces.review.asking = None;
        // From the form back to the record, and from there to the article.
        if !std::mem::take(&mut self.workspaces.review.is_editing) {
            self.overlay_panels = OverlayPanels::default();
        }
        if self.ctx.memory(|memory| memory.has_focus(article_id())) {
            document.session.selection = Selection::caret(document.session.selection.head);
        }
        self.article.focus();
    }

    /// Copies the selected words, else those of the selected mark.
    pub(in crate::app) fn copy(&mut self, with_citation: bool) {
        let Some(document) = &self.document else { return };
        let Some(words) = words_to_copy(&document.session) else {
            self.say(Notice::warning("Nothing was copied: no words are selected. Select words in the article first"));
            return;
        };
        if with_citation {
            let card = &document.session.project().article().card;
            Typing::copy_rich(&self.ctx, cited(card, &words), cited_as_html(card, &words));
        } else {
            // Without a citation there is nothing to set, and plain text pastes the same everywhere.
            self.ctx.copy_text(words);
        }
    }
}

fn words_to_copy(open: &OpenProject) -> Option<String> {
    let text = &open.project().article().text;
    if let Some(span) = open.selection.span() {
        return Some(text.words(span).to_owned());
    }
    let spans = &open.selected_annotation()?.spans;
    Some(spans.iter().map(|span| text.words(span)).collect::<Vec<_>>().join(" … "))
}
