use eframe::egui::{Context, Event, Key};

use crate::edit::EditError;
use crate::edit::boundaries::{Boundary, Stride, moved, strode};
use crate::model::{AnnotationId, Spans};

use super::article::{Preview, article_id};
use super::command::Command;
use super::notices::Notice;
use super::window::Window;

/// The boundaries of a mark being moved by keys. The project has them as they
/// were until they are kept, so that keeping is one step to undo.
#[derive(Clone, Debug, PartialEq)]
pub struct Bounds {
    /// The mark.
    pub id: AnnotationId,
    /// Its spans as the project has them.
    pub from: Spans,
    /// Its spans as they would be.
    pub spans: Spans,
    /// The span whose boundaries move, from 0.
    pub index: usize,
}

/// A boundary going by one stride to one side of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nudge {
    /// Which end of the span.
    pub boundary: Boundary,
    /// How far.
    pub stride: Stride,
    /// To the right of the screen, else to the left.
    pub is_right: bool,
}

/// The commands of the keys that move boundaries, in the order in which they
/// were pressed; the keys are used up. `has_more` tells whether Tab leads to another span.
pub fn pressed(ctx: &Context, has_more: bool) -> Vec<Command> {
    let mut commands = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
            let nudge = |is_right| {
                let boundary = if modifiers.shift { Boundary::Start } else { Boundary::End };
                let stride = if modifiers.command { Stride::Grapheme } else { Stride::Word };
                Command::Nudge(Nudge { boundary, stride, is_right })
            };
            let command = match key {
                Key::ArrowLeft if !modifiers.alt => nudge(false),
                Key::ArrowRight if !modifiers.alt => nudge(true),
                // Boundaries go along the line; the caret would go away from them.
                Key::ArrowUp | Key::ArrowDown if modifiers.is_none() => return false,
                Key::Tab if has_more && !modifiers.command => Command::OtherSpan(!modifiers.shift),
                Key::Enter if modifiers.is_none() => Command::KeepBounds,
                Key::Escape if modifiers.is_none() => Command::RestoreBounds,
                _ => return true,
            };
            commands.push(command);
            false
        });
    });
    commands
}

impl Command {
    /// Whether boundaries go on being moved while it is done; anything else keeps them first.
    fn leaves_bounds(&self) -> bool {
        matches!(
            self,
            Command::Nudge(_)
                | Command::OtherSpan(_)
                | Command::SetSpans(..)
                | Command::KeepBounds
                | Command::RestoreBounds
                | Command::BackToArticle
                | Command::GoTo(_)
                | Command::Seal
                | Command::Disarm
                | Command::Copy
                | Command::CopyWithCitation
                | Command::LargerText
                | Command::SmallerText
                | Command::OrdinaryText
                | Command::SetTheme(_)
                | Command::ToggleLeft
                | Command::ToggleRight
                | Command::Settings
                | Command::Keys
                | Command::Palette
        )
    }
}

impl Window {
    /// Begins to move the boundaries of the selected mark, those of the span under the caret.
    pub(super) fn move_bounds(&mut self) {
        let Some(opened) = &self.opened else { return };
        if let Some(why) = &opened.open.read_only {
            let why = EditError::ReadOnly(why.clone());
            return self.say(Notice::warning(why.to_string()));
        }
        let Some(annotation) = opened.open.selected_annotation() else {
            return self.say(Notice::warning("No mark is selected. Press J for the next mark"));
        };
        let spans = annotation.spans.clone();
        let index = span_at(&spans, opened.open.selection.head).unwrap_or(0);
        self.bounds = Some(Bounds { id: annotation.id, from: spans.clone(), spans, index });
        self.article.focus();
        self.show_bounds(Boundary::End);
    }

    /// Moves a boundary by one stride in the direction of the screen.
    pub(super) fn nudge(&mut self, nudge: Nudge) {
        let (Some(opened), Some(bounds)) = (&self.opened, &mut self.bounds) else { return };
        let Some(span) = bounds.spans.as_slice().get(bounds.index) else { return };
        let from = match nudge.boundary {
            Boundary::Start => span.start(),
            Boundary::End => span.end(),
        };
        let onwards = self.article.goes_onwards(&self.ctx, &opened.open, from, nudge);
        let text = &opened.open.project().article().text;
        let to = strode(text, from, nudge.boundary, nudge.stride, onwards);
        bounds.spans = moved(text, &bounds.spans, bounds.index, nudge.boundary, to);
        self.show_bounds(nudge.boundary);
    }

    /// Goes to the next span of a split mark, or to the one before.
    pub(super) fn other_span(&mut self, onwards: bool) {
        let Some(bounds) = &mut self.bounds else { return };
        let n_spans = bounds.spans.as_slice().len();
        bounds.index = (bounds.index + if onwards { 1 } else { n_spans - 1 }) % n_spans;
        self.show_bounds(Boundary::End);
    }

    /// Ends moving boundaries and keeps them, as one step.
    pub(super) fn keep_bounds(&mut self) {
        if let Some(Bounds { id, spans, index, .. }) = self.bounds.take() {
            let end = spans.as_slice().get(index).map(|span| span.end());
            self.edit(|open, now| {
                open.set_spans(id, spans, now)?;
                open.selection = end.map_or(open.selection, crate::edit::Selection::caret);
                Ok(())
            });
        }
    }

    /// Ends moving boundaries; they are where they were.
    pub(super) fn restore_bounds(&mut self) {
        self.bounds = None;
        self.article.focus();
    }

    /// Takes the spans of a mark whose handle was dragged: as a step, or among those that are being moved by keys.
    pub(super) fn set_spans(&mut self, id: AnnotationId, spans: Spans) {
        match &mut self.bounds {
            Some(bounds) if bounds.id == id => bounds.spans = spans,
            _ => self.edit(|open, now| open.set_spans(id, spans, now)),
        }
    }

    /// Keeps boundaries that are being moved before something else is done.
    pub(super) fn keep_bounds_before(&mut self, command: &Command) {
        if self.bounds.is_some() && !command.leaves_bounds() {
            self.keep_bounds();
        }
    }

    /// Adds the selected words to the selected mark.
    pub(super) fn add_words(&mut self) {
        let Some(opened) = &self.opened else { return };
        let Some(id) = opened.open.selected.filter(|id| opened.open.project().annotation(*id).is_some()) else {
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
    pub(super) fn remove_words(&mut self) {
        let Some(annotation) = self.opened.as_ref().and_then(|opened| opened.open.selected_annotation()) else {
            return self.say(Notice::warning("No mark is selected. Press J for the next mark"));
        };
        let (id, n_spans) = (annotation.id, annotation.spans.as_slice().len());
        let spans = annotation.spans.clone();
        self.edit(|open, now| open.remove_span(id, span_at(&spans, open.selection.head).unwrap_or(n_spans - 1), now));
    }

    /// Hands the article what is to be painted in place of a mark. Boundaries
    /// of a mark that is no longer as it was are no longer moved.
    pub(super) fn preview_bounds(&mut self) {
        let Some(opened) = &self.opened else { return };
        let stands = |bounds: &Bounds| {
            opened.open.project().annotation(bounds.id).is_some_and(|annotation| annotation.spans == bounds.from)
        };
        self.bounds = self.bounds.take().filter(stands);
        let preview =
            self.bounds.as_ref().and_then(|bounds| Preview::new(&opened.open, bounds.id, bounds.spans.clone()));
        let has_more = self.bounds.as_ref().is_some_and(|bounds| bounds.spans.as_slice().len() > 1);
        self.article.set_preview(preview, has_more);
    }

    /// The commands of the keys while boundaries are moved.
    pub(super) fn bounds_keys(&self) -> Vec<Command> {
        let in_article = self.ctx.memory(|memory| memory.has_focus(article_id()));
        match &self.bounds {
            Some(bounds) if in_article => pressed(&self.ctx, bounds.spans.as_slice().len() > 1),
            _ => Vec::new(),
        }
    }

    /// Brings a boundary on the screen.
    fn show_bounds(&mut self, boundary: Boundary) {
        let Some(span) = self.bounds.as_ref().and_then(|bounds| bounds.spans.as_slice().get(bounds.index)) else {
            return;
        };
        self.article.show_byte(match boundary {
            Boundary::Start => span.start(),
            Boundary::End => span.end(),
        });
    }
}

/// The span that a caret at byte `head` touches.
fn span_at(spans: &Spans, head: usize) -> Option<usize> {
    spans.iter().position(|span| span.start() <= head && head <= span.end())
}
