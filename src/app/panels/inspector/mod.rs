//! The details of the selected mark: the form of its category.
//!
//! [`section`] says which fields stand where; [`form`] shows them, a kind of
//! field a file. What is typed and is no value yet stays in [`entries`]; how
//! words read is offered by [`offer`] and taken only by an editor.

mod complete;
mod entries;
mod figure;
mod form;
mod head;
mod item;
mod mark;
mod number;
mod offer;
mod plain;
mod proposal;
mod proposed;
mod section;
mod source;
mod steady;
mod when;
mod why;
mod words;
mod wrong;

use std::rc::Rc;

use eframe::egui::{Key, ScrollArea, Ui};

use crate::app::article::Lit;
use crate::app::command::Command;
use crate::app::context::ViewCtx;
use crate::app::discussion::{History, Thread, foot, sent_back};
use crate::app::document::{Document, tone, way};
use crate::app::widgets::form::thin_scroll;
use crate::app::widgets::{Scrolled, Tone};
use crate::check::Problem;
use crate::model::{Annotation, AnnotationId, FieldPath, FieldValue, Span};
use crate::suggest::FieldHint;

use entries::TypedEntry;
pub use form::name_of as name_of_field;
use form::{Form, Memory};
pub use head::{beside_first_line, nothing_selected, words as inspector_words};
pub use item::name_of_item;
pub use section::{Row as FormRow, item_rows, sections};
pub use why::why_line;
use wrong::Wrong;

/// What the inspector remembers between frames.
#[derive(Debug, Default)]
pub struct InspectorState {
    /// Whether it is the tab in front, where list and inspector share one place.
    pub is_shown: bool,
    /// What is being written in the threads of comments.
    pub thread: Thread,
    /// The story of the mark that is shown.
    pub history: History,
    memory: Memory,
    was_highlighted: Option<Span>,
}

impl InspectorState {
    /// Forgets everything but what is typed as a reply, for another project.
    pub fn reset(&mut self) {
        // A reply that is half typed is not lost when another project is looked at.
        let thread = std::mem::take(&mut self.thread);
        *self = InspectorState { is_shown: self.is_shown, thread, ..InspectorState::default() };
    }

    /// Gives a field the focus in the next frame.
    pub fn focus(&mut self, path: FieldPath) {
        self.memory.wants = Some(path);
        self.is_shown = true;
    }

    /// Gives a field that was just filled, or for which picking was left, the focus in the next frame: the next words
    /// that the mouse selects are not for it.
    pub fn rest_in(&mut self, path: FieldPath) {
        self.memory.filled = Some(path);
        self.focus(path);
    }

    /// Offers what was picked from the article in a field whose value it is not yet, with the list of what it can mean.
    pub fn offer(&mut self, id: AnnotationId, path: FieldPath, value: FieldValue, typed: String) {
        self.memory.entries.keep(id, path, TypedEntry { typed, before: value.clone(), set: value });
        self.memory.offered = Some(path);
        self.rest_in(path);
    }

    /// The field that has the focus, or had it last for this annotation.
    pub fn focused_field(&self) -> Option<FieldPath> {
        self.memory.focused
    }

    /// The words that the field under the pointer, or the one with the focus, rested on in the last frame.
    pub fn take_highlighted(&mut self) -> Option<Span> {
        self.was_highlighted = self.memory.highlighted.take();
        self.was_highlighted
    }

    /// The words that the proposed fields of the form rested on in the last frame.
    pub fn lit(&self) -> &[Lit] {
        &self.memory.proposed.lit
    }

    /// Shows the details of the selected annotation. The settings keep which sections were opened or closed.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut ViewCtx<'_>) {
        let (document, margin) = (cx.document, cx.layout.margin);
        let was_lit = std::mem::take(&mut self.memory.proposed.lit);
        if cx.proposes && document.session.selected.is_none() && document.proposals.in_hand().is_some() {
            self.show_proposal(ui, cx);
            self.relight(ui, &was_lit);
            return;
        }
        let Some(annotation) = document.session.selected_annotation() else {
            self.relight(ui, &was_lit);
            let has_marks = !document.session.project().annotations().is_empty();
            return head::nothing_selected(ui, margin, has_marks);
        };
        // A clone of the Arc, so that the context can be lent on while the form reads the mark.
        let annotation = annotation.clone();
        head::header(ui, &annotation, margin, cx.commands);
        let wanted = self.memory.wants;
        ui.spacing_mut().scroll = thin_scroll();
        let area = ScrollArea::vertical().id_salt(("details", annotation.id.to_string())).auto_shrink(false);
        let area = match self.memory.steady.offset.take() {
            Some(offset) => area.vertical_scroll_offset(offset),
            None => area,
        };
        let shown_area = area.show(ui, |ui| self.form(ui, cx, &annotation)).named(ui.ctx(), "the details");
        let offset = shown_area.state.clamped_offset().y;
        let covered =
            wrong::show(ui, shown_area.inner_rect, shown_area.inner, self.memory.focused, margin, cx.commands);
        // What comes over the field that is being filled is worth a movement.
        let hidden = self.memory.focused_bottom - (shown_area.inner_rect.bottom() - covered);
        if self.memory.focused.is_some() && covered > self.memory.covered && hidden > 0.0 {
            self.memory.steady.offset = Some(offset + hidden);
            ui.ctx().request_repaint();
        }
        self.memory.covered = covered;
        // What a press itself opens or closes is meant to move what is under it.
        let is_pressed = ui.input(|input| {
            input.pointer.any_pressed() || input.pointer.any_released() || input.key_pressed(Key::Enter)
        });
        let moved = self.memory.steady.moved(self.memory.focused);
        // Less than half a point is rounding, and correcting it would tremble.
        if moved.abs() > 0.5 && !is_pressed {
            self.memory.steady.offset = Some((offset + moved).max(0.0));
            ui.ctx().request_discard("what is under the hand stays there");
        }
        self.relight(ui, &was_lit);
        // A field that the form does not have is not waited for.
        self.memory.wants = self.memory.wants.filter(|wants| wanted != Some(*wants));
        if self.was_highlighted != self.memory.highlighted {
            ui.ctx().request_repaint();
        }
    }

    /// Shows the words of the mark, its form, and who made it; returns what is wrong in its fields.
    fn form(&mut self, ui: &mut Ui, cx: &mut ViewCtx<'_>, annotation: &Annotation) -> Vec<Wrong> {
        let (document, margin) = (cx.document, cx.layout.margin);
        self.memory.steady.begin(annotation.id, ui.max_rect().top());
        head::words(ui, document, annotation, margin);
        sent_back(ui, annotation, margin, cx.commands);
        // Set again by the field that has it, in the course of this frame.
        self.memory.focused = None;
        let proposed = match cx.proposes && document.session.read_only.is_none() {
            true => self.memory.proposed.of(document, annotation, false),
            false => Rc::from([]),
        };
        proposed::head(ui, &proposed, margin);
        let memory = &mut self.memory;
        let mut problems = wrong_fields(document, annotation);
        if cx.proposes {
            problems.extend(hinted(annotation, &memory.proposed.hints()));
        }
        let typed_wrong = Vec::new();
        let (shown, commands) = (&mut cx.settings.shown, &mut *cx.commands);
        let mut form = Form {
            document,
            annotation,
            proposed: &proposed,
            is_proposal: false,
            memory,
            shown,
            commands,
            problems,
            typed_wrong,
            margin,
        };
        for section in section::sections(annotation) {
            form.section(ui, &section);
        }
        // After the last field comes the article.
        if form.memory.leaves.take().is_some() {
            form.commands.push(Command::BackToArticle);
        }
        let mut wrong = form.typed_wrong;
        wrong.extend(form.problems);
        if !proposed.is_empty() {
            self.memory.proposed.light(annotation, self.memory.focused);
        }
        head::author(ui, annotation, margin);
        foot(ui, annotation, &mut self.history, &mut self.thread, cx);
        // What the card at the foot covers can be scrolled clear of it.
        ui.add_space(wrong::ROOM);
        wrong
    }
}

impl InspectorState {
    /// The article is painted before the form says which words its proposed fields rest on: where they are others, once
    /// more.
    fn relight(&self, ui: &Ui, before: &[Lit]) {
        if self.memory.proposed.lit != before {
            ui.ctx().request_repaint();
        }
    }
}

/// What is wrong in the fields of an annotation, and what the form offers in them.
fn wrong_fields(document: &Document, annotation: &Annotation) -> Vec<Wrong> {
    // What the form offers is told in it, though it is only worth knowing.
    let notes = document.problems.of(annotation.id).filter(|problem| offered(problem).is_some());
    let notes = notes.filter_map(|problem| Some((problem.field?, problem)));
    let wrong = |(path, problem): (FieldPath, &Problem)| Wrong {
        path,
        name: name_of_field(annotation, path),
        tone: tone(problem.severity),
        why: problem.why.clone(),
        way: way(&document.session, problem)
            .filter(|(_, command)| !matches!(command, Command::EditSource(_)))
            .or_else(|| offered(problem)),
    };
    document.problems.of_fields(annotation.id).chain(notes).map(wrong).collect()
}

/// Where the words of a mark say something else than it does.
fn hinted(annotation: &Annotation, hints: &[FieldHint]) -> Vec<Wrong> {
    let wrong = |hint: &FieldHint| Wrong {
        path: hint.field,
        name: name_of_field(annotation, hint.field),
        tone: Tone::Note,
        why: format!("The words say {}: {}", hint.said, why::plain(&hint.why)),
        way: None,
    };
    hints.iter().map(wrong).collect()
}

/// What the form itself offers against a problem: how a part divides its whole, where its words say so. All other
/// fixes stand in the list of problems.
fn offered(problem: &Problem) -> Option<(&'static str, Command)> {
    let is_offered = problem.kind == "DivisionUnsaid" && problem.fix.is_some();
    is_offered.then(|| ("Set it", Command::Fix(Box::new(problem.clone()))))
}
