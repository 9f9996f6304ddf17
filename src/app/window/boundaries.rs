//! Boundaries of marks are moved by key.

use crate::app::article::Preview;
use crate::app::boundary_edit::{BoundaryEdit, span_at};
use crate::app::command::{BoundaryEffect, BoundaryMove, Command};
use crate::app::notices::Notice;
use crate::app::region_focus::article_id;
use crate::edit::EditError;
use crate::edit::boundaries::{Boundary, moved, moved_by_unit};
use crate::model::{AnnotationId, Spans};
use eframe::egui::{Key, Modifiers};

use super::Window;

impl Window {
    /// Begins to move the boundaries of the selected mark, those of the span under the caret.
    pub(in crate::app) fn move_bounds(&mut self) {
        let Some(document) = &mut self.document else { return };
        document.session.picking = None;
        if let Some(why) = &document.session.read_only {
            let why = EditError::ReadOnly(why.clone());
            return self.say(Notice::warning(why.to_string()));
        }
        let Some(annotation) = document.session.selected_annotation() else {
            return self.say(Notice::warning("No mark is selected. Select one first"));
        };
        let spans = annotation.spans.clone();
        // The caret may stand outside a mark that was chosen in the list; its first span is then the one that
        // the eye goes to.
        let index = span_at(&spans, document.session.selection.head).unwrap_or(0);
        self.bounds = Some(BoundaryEdit { id: annotation.id, from: spans.clone(), spans, index });
        self.article.focus();
        self.show_bounds(Boundary::End);
    }

    /// Moves a boundary by one stride in the direction of the screen.
    pub(in crate::app) fn nudge(&mut self, nudge: BoundaryMove) {
        let (Some(document), Some(bounds)) = (&self.document, &mut self.bounds) else { return };
        let Some(span) = bounds.spans.as_slice().get(bounds.index) else { return };
        let from = match nudge.boundary {
            Boundary::Start => span.start(),
            Boundary::End => span.end(),
        };
        let onwards = self.article.goes_onwards(&self.ctx, &document.session, from, nudge);
        let text = &document.session.project().article().text;
        let to = moved_by_unit(text, from, nudge.boundary, nudge.stride, onwards);
        bounds.spans = moved(text, &bounds.spans, bounds.index, nudge.boundary, to);
        self.show_bounds(nudge.boundary);
    }

    /// Goes to the next span of a split mark, or to the one before.
    pub(in crate::app) fn other_span(&mut self, onwards: bool) {
        let Some(bounds) = &mut self.bounds else { return };
        let n_spans = bounds.spans.as_slice().len();
        // Going back is written as going on by one less than all: the index has no sign.
        bounds.index = (bounds.index + if onwards { 1 } else { n_spans - 1 }) % n_spans;
        self.show_bounds(Boundary::End);
    }

    /// Ends moving boundaries and keeps them, as one step.
    pub(in crate::app) fn keep_bounds(&mut self) {
        if let Some(BoundaryEdit { id, spans, index, .. }) = self.bounds.take() {
            let end = spans.as_slice().get(index).map(|span| span.end());
            self.edit(|open, now| {
                open.set_spans(id, spans, now)?;
                // Without this the words selected before would stay selected beside the mark, and the next letter
                // would mark them.
                open.selection = end.map_or(open.selection, crate::edit::Selection::caret);
                Ok(())
            });
        }
    }

    /// Ends moving boundaries; they are where they were.
    pub(in crate::app) fn restore_bounds(&mut self) {
        self.bounds = None;
        self.article.focus();
    }

    /// Takes the spans of a mark whose handle was dragged: as a step, or among those that are being moved by keys.
    pub(in crate::app) fn set_spans(&mut self, id: AnnotationId, spans: Spans) {
        match &mut self.bounds {
            Some(bounds) if bounds.id == id => bounds.spans = spans,
            _ => self.edit(|open, now| open.set_spans(id, spans, now)),
        }
    }

    /// What a command means while boundaries are moved. What has nothing to
    /// do with them keeps them first.
    pub(in crate::app) fn while_moving_bounds(&mut self, command: Command) -> Option<Command> {
        // Esc in a field or a panel is meant for that: it must not throw away boundaries that nobody looks at.
        let is_esc_elsewhere = command == Command::BackToArticle && !self.ctx.memory(|m| m.has_focus(article_id()));
        if self.bounds.is_none() || is_esc_elsewhere || self.article.is_dragging_handle() {
            return Some(command);
        }
        // Commands of the article mean the boundaries first, so that the arrows move them instead of the
        // caret.
        let command = command.among_bounds()?;
        if command.info().boundaries == BoundaryEffect::Ends {
            self.keep_bounds();
        }
        Some(command)
    }

    /// Adds the selected words to the selected mark.
    pub(in crate::app) fn add_words(&mut self) {
        let Some(document) = &self.document else { return };
        let Some(id) = document.session.selected.filter(|id| document.session.project().annotation(*id).is_some())
        else {
            let why = "No mark is selected. Select the mark first, then the words that belong to it";
            return self.say(Notice::warning(why));
        };
        self.edit(|open, now| {
            let span = open.selected_words().ok_or(EditError::NoWords)?;
            open.add_span(id, span, now)?;
            open.selection = crate::edit::Selection::caret(span.end());
            Ok(())
        });
    }

    /// Takes the words under the caret off the selected mark, else its last.
    pub(in crate::app) fn remove_words(&mut self) {
        let Some(annotation) = self.document.as_ref().and_then(|document| document.session.selected_annotation())
        else {
            return self.say(Notice::warning("No mark is selected. Select one first"));
        };
        let (id, n_spans) = (annotation.id, annotation.spans.as_slice().len());
        let spans = annotation.spans.clone();
        // The spans were read before the edit, which borrows the project for itself.
        self.edit(|open, now| open.remove_span(id, span_at(&spans, open.selection.head).unwrap_or(n_spans - 1), now));
    }

    /// Hands the article what is to be painted in place of a mark. Boundaries
    /// of a mark that is no longer as it was are no longer moved.
    pub(in crate::app) fn preview_bounds(&mut self) {
        let Some(document) = &self.document else { return };
        let stands = |bounds: &BoundaryEdit| {
            document.session.project().annotation(bounds.id).is_some_and(|annotation| annotation.spans == bounds.from)
        };
        // Undo, a merge or another panel may have changed the mark; keeping these spans would silently take
        // that back.
        self.bounds = self.bounds.take().filter(stands);
        let preview =
            self.bounds.as_ref().and_then(|bounds| Preview::new(&document.session, bounds.id, bounds.spans.clone()));
        let has_more = self.bounds.as_ref().is_some_and(|bounds| bounds.spans.as_slice().len() > 1);
        self.article.set_preview(preview, has_more);
    }

    /// Goes from span to span by Tab while boundaries of a split mark are moved.
    pub(in crate::app) fn read_tab(&mut self) {
        let in_article = self.ctx.memory(|memory| memory.has_focus(article_id()));
        if !in_article || self.bounds.as_ref().is_none_or(|bounds| bounds.spans.as_slice().len() < 2) {
            return;
        }
        let pressed = |modifiers| self.ctx.input_mut(|input| input.count_and_consume_key(modifiers, Key::Tab));
        // Shift first, as without modifiers the key would count with any.
        let (back, on) = (pressed(Modifiers::SHIFT), pressed(Modifiers::NONE));
        self.commands.extend((0..back).map(|_| Command::OtherSpan(false)));
        self.commands.extend((0..on).map(|_| Command::OtherSpan(true)));
    }

    /// Brings a boundary on the screen.
    pub(super) fn show_bounds(&mut self, boundary: Boundary) {
        let Some(span) = self.bounds.as_ref().and_then(|bounds| bounds.spans.as_slice().get(bounds.index)) else {
            return;
        };
        self.article.show_byte(match boundary {
            Boundary::Start => span.start(),
            Boundary::End => span.end(),
        });
    }
}
