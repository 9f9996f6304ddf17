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
const DOUBLE_CLICK: f64 = 0.5;

impl Window {
    /// Marks the selected words; without words the selected mark changes its
    /// category. Before the first mark the person is asked for a name.
    pub(in crate::app) fn mark(&mut self, category: Category) {
        let Some(opened) = &self.opened else { return };
        if opened.open.selected_words().is_none() {
            match opened.open.selected {
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
        let Some(opened) = &self.opened else { return };
        let Some(person) = Person::new(&self.settings.person) else {
            self.cover(Dialog::name(Command::MarkExactly(category)));
            return;
        };
        let id = self.platform.mint(opened.open.project());
        self.edit(|open, now| open.mark_exactly(category, id, person, now));
    }

    fn mark_as(&mut self, category: Category, person: Person) {
        let Some(opened) = &self.opened else { return };
        let id = self.platform.mint(opened.open.project());
        self.edit(|open, now| open.mark(category, id, person, now));
    }

    /// Grows the selection by meaning.
    pub(in crate::app) fn grow(&mut self) {
        if let Some(opened) = &mut self.opened {
            opened.open.grow_selection();
        }
    }

    /// Shrinks the selection by meaning; the caret stays on the screen.
    pub(in crate::app) fn shrink(&mut self) {
        if let Some(opened) = &mut self.opened {
            opened.open.shrink_selection();
            self.article.show_byte(opened.open.selection.head);
        }
    }

    /// Goes to the next or previous heading.
    pub(in crate::app) fn go_to_heading(&mut self, onwards: bool) {
        if let Some(opened) = &mut self.opened
            && opened.open.go_to_heading(onwards)
        {
            self.article.show_byte(opened.open.selection.head);
        }
    }

    /// Deletes the selected mark.
    pub(in crate::app) fn delete_selected(&mut self) {
        if let Some(id) = self.opened.as_ref().and_then(|opened| opened.open.selected) {
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
        let Some(opened) = &mut self.opened else { return };
        let emphasis = &opened.emphasis;
        let keep = |project: &Project, annotation: &Annotation| {
            emphasis.of(annotation) != Visibility::Hidden && self.workspaces.list.fits(project, annotation)
        };
        step(&mut opened.open, &keep);
        self.show_selected();
    }

    /// Moves the caret by key.
    pub(in crate::app) fn move_caret(&mut self, motion: Motion, selects: bool) {
        if let Some(opened) = &mut self.opened {
            self.article.move_caret(&self.ctx, &mut opened.open, motion, selects);
        }
    }

    /// Selects a mark and brings it on the screen.
    pub(in crate::app) fn select(&mut self, id: AnnotationId) {
        if self.take_mark(Some(id)) {
            return;
        }
        if let Some(opened) = &mut self.opened {
            opened.open.selected = Some(id);
            opened.open.put_caret_at_selected();
            self.show_selected();
        }
    }

    /// Brings the selected mark on the screen, in article and list.
    pub(in crate::app) fn show_selected(&mut self) {
        if let Some(annotation) = self.opened.as_ref().and_then(|opened| opened.open.selected_annotation()) {
            self.article.show_byte(annotation.spans.start());
            self.workspaces.list.show_selected();
            self.workspaces.review.wants_selected = true;
        }
    }

    /// Begins to pick words of the article for a field.
    pub(in crate::app) fn pick_for(&mut self, id: AnnotationId, path: FieldPath) {
        let Some(opened) = &mut self.opened else { return };
        opened.open.selected = Some(id);
        opened.open.picking = Some((id, path));
        self.armed = None;
        self.article.focus();
        if let Some(start) = opened.open.selected_annotation().map(|annotation| annotation.spans.start()) {
            opened.open.selection = Selection::caret(start);
            self.article.show_byte(start);
        }
    }

    /// Begins to pick words for the field that has the focus, else for the first that takes words.
    pub(in crate::app) fn pick_for_focused(&mut self) {
        let Some(annotation) = self.opened.as_ref().and_then(|opened| opened.open.selected_annotation()) else {
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
        let Some(opened) = &self.opened else { return };
        if opened.open.picking_mark().is_some() {
            let under = opened.open.project().annotations_at(opened.open.selection.head);
            let under = under.first().map(|annotation| annotation.id);
            self.take_mark(under);
            return;
        }
        if self.take_source() {
            return;
        }
        let picking = self.opened.as_ref().and_then(|opened| opened.open.picking);
        self.edit(OpenProject::take_picked);
        let still = self.opened.as_ref().and_then(|opened| opened.open.picking);
        if let (Some((_, path)), None) = (picking, still) {
            self.armed = None;
            self.workspaces.inspector.rest_in(path);
        }
    }

    /// Words were selected with the mouse: they fill the field that is picked for, or had the focus.
    pub(in crate::app) fn words_selected(&mut self) {
        let now = self.ctx.input(|input| input.time);
        let armed = self.armed.take().filter(|armed| armed.until.is_none_or(|until| now < until));
        // Words are not what a field that names a mark takes.
        let armed = armed.filter(|armed| !self.names_mark(*armed));
        let Some(opened) = &mut self.opened else { return };
        if opened.open.picking.is_none()
            && let Some(armed) = armed
            && opened.open.project().annotation(armed.id).is_some()
        {
            opened.open.selected = Some(armed.id);
            opened.open.picking = Some((armed.id, armed.path));
        }
        if opened.open.picking.is_some() {
            self.take_words();
        }
    }

    /// Selects the mark over a byte of the article, or the next one beneath it.
    pub(in crate::app) fn select_at(&mut self, byte: usize) {
        if let Some(opened) = self.opened.as_ref().filter(|opened| opened.open.picking_mark().is_some()) {
            let under = opened.open.project().annotations_at(byte).first().map(|annotation| annotation.id);
            self.take_mark(under);
            return;
        }
        if self.take_clicked_mark(byte) {
            return;
        }
        let now = self.ctx.input(|input| input.time);
        if let Some(armed) = &mut self.armed {
            armed.until.get_or_insert(now + DOUBLE_CLICK);
        }
        if let Some(opened) = &mut self.opened {
            let emphasis = &opened.emphasis;
            opened.open.select_at(byte, &|_, annotation| emphasis.of(annotation) != Visibility::Hidden);
            self.workspaces.list.show_selected();
            self.workspaces.review.wants_selected = true;
        }
    }

    /// Selects the smallest mark that shows under the pointer, or none, so that what the menu of the second button
    /// does is done to that mark and to no other. Words that are selected elsewhere are let go.
    pub(in crate::app) fn select_under(&mut self, byte: Option<usize>) {
        let Some(opened) = self.opened.as_mut().filter(|opened| opened.open.picking.is_none()) else { return };
        let (open, emphasis) = (&mut opened.open, &opened.emphasis);
        let over = byte.map(|byte| open.project().annotations_at(byte)).unwrap_or_default();
        let shown = over.into_iter().find(|annotation| emphasis.of(annotation) != Visibility::Hidden);
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
        let Some(opened) = &self.opened else { return };
        if opened.open.picking.is_some() {
            self.take_words();
        } else if let Some(annotation) = opened.open.selected_annotation() {
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
        if self.cancel_progress() || self.article.cancel_drag() || self.close_find() {
            return;
        }
        if self.workspaces.mode == crate::app::command::Mode::Library {
            return self.focus_main();
        }
        let Some(opened) = &mut self.opened else { return };
        if let Some((_, path)) = opened.open.picking.take() {
            self.armed = None;
            self.workspaces.inspector.rest_in(path);
            return;
        }
        opened.open.seal();
        self.workspaces.review.asking = None;
        // From the form back to the record, and from there to the article.
        if !std::mem::take(&mut self.workspaces.review.is_editing) {
            self.drawers = OverlayPanels::default();
        }
        if self.ctx.memory(|memory| memory.has_focus(article_id())) {
            opened.open.selection = Selection::caret(opened.open.selection.head);
        }
        self.article.focus();
    }

    /// Copies the selected words, else those of the selected mark.
    pub(in crate::app) fn copy(&mut self, with_citation: bool) {
        let Some(opened) = &self.opened else { return };
        let Some(words) = words_to_copy(&opened.open) else {
            self.say(Notice::warning("Nothing was copied: no words are selected. Select words in the article first"));
            return;
        };
        if with_citation {
            let card = &opened.open.project().article().card;
            Typing::copy_rich(&self.ctx, cited(card, &words), cited_as_html(card, &words));
        } else {
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
