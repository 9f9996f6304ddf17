use eframe::egui::{Key, Ui};

use crate::app::command::Command;
use crate::app::mark_words::{paragraph_of, words_of};
use crate::app::text::{Role, TextField};
use crate::app::theme::space;
use crate::app::widgets::{Icon, IconButton, Tone};
use crate::model::{Annotation, AnnotationId, FieldPath, FieldValue};

use super::complete::{self, CompletionLine};
use super::entries::TypedEntry;
use super::form::Form;
use super::words::end_button;

/// The marks that fit what was typed into a field, at a state of the project.
#[derive(Debug, Default)]
pub struct Fitting {
    of: Option<(AnnotationId, FieldPath, u64, String)>,
    found: Vec<(AnnotationId, CompletionLine)>,
}

/// Marks that the list shows.
// What is not among twelve is found sooner by typing another word.
const MOST: usize = 12;

impl Form<'_> {
    /// Shows the field that names another mark, by its words or its paragraph.
    pub fn mark(&mut self, ui: &mut Ui, path: FieldPath, width: f32, mark: Option<AnnotationId>) {
        let (name, id, own) = (self.name(path), self.id(path), self.annotation.id);
        let project = self.document.session.project();
        let value = FieldValue::Mark(mark);
        let mut entry = self.memory.entries.of(own, path, &value);
        let shown = mark.map(|id| project.called(id).unwrap_or_else(|| "Deleted mark".to_owned())).unwrap_or_default();
        let is_there = mark.is_some_and(|id| project.annotation(id).is_some());
        let mut text = entry.as_ref().map_or_else(|| shown.clone(), |entry| entry.typed.clone());
        let is_focused = ui.memory(|memory| memory.has_focus(id));
        let wanted = if entry.is_some() { text.trim() } else { "" };
        let mut found = if is_focused && complete::is_open(ui, id) { self.fitting(path, wanted) } else { Vec::new() };
        self.memory.completion.keys(ui, id, found.len());
        let room = if is_there { width - space::CONTROL - 4.0 } else { width };
        let field = ui
            .horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                let field = TextField::new(&mut text, id, Role::Words)
                    .name(&name)
                    .placeholder(if is_focused { "Words or paragraph" } else { "None" })
                    .icon(24.0)
                    .width(room)
                    .problem((mark.is_some() && !is_there).then_some(Tone::Error).or(self.problem(path)))
                    .show(ui);
                if let Some(mark) = mark.filter(|_| is_there) {
                    let verb = format!("Go to {}", shown);
                    if IconButton::new(Icon::Eye, &verb).show(ui).clicked() {
                        self.commands.push(Command::Select(mark));
                    }
                }
                field
            })
            .inner;
        self.follow_focus(path, &field.response);
        if end_button(ui, field.icon_rect, Icon::Link, "Click a mark for", &name, false).clicked() {
            self.commands.push(Command::PickFor(own, path));
        }
        self.arm(ui, path, &field.response, field.changed);
        if field.response.clicked() && !complete::is_open(ui, id) {
            self.memory.completion.open(ui, id, 0);
        }
        if field.changed {
            let kept = TypedEntry { typed: text.clone(), before: value.clone(), set: value };
            self.memory.entries.keep(own, path, kept.clone());
            entry = Some(kept);
            self.memory.completion.open(ui, id, 0);
        }
        let was_open = complete::is_open(ui, id);
        if was_open && (field.changed || found.is_empty()) {
            found = self.fitting(path, if entry.is_some() { text.trim() } else { "" });
        }
        let lines: Vec<CompletionLine> = found.iter().map(|(_, line)| line.clone()).collect();
        let pressed = if was_open { self.memory.completion.show(&field.response, &lines) } else { None };
        let by_tab = field.response.lost_focus() && ui.input(|input| input.key_pressed(Key::Tab));
        // Tab takes what was typed or gone to, never the first of a list that merely opened.
        let is_meant = entry.is_some() || self.memory.completion.is_chosen;
        let takes = field.submitted && (entry.is_some() || was_open) || by_tab && was_open && is_meant;
        let by_key = takes.then(|| self.memory.completion.marked.min(found.len().saturating_sub(1)));
        if takes && text.trim().is_empty() && entry.is_some() {
            self.memory.entries.forget(own, path);
            self.set(path, FieldValue::Mark(None));
        } else if let Some((other, _)) = pressed.or(by_key).and_then(|index| found.get(index)) {
            self.memory.entries.forget(own, path);
            self.set(path, FieldValue::Mark(Some(*other)));
            self.commands.push(Command::Disarm);
        } else if field.cancelled {
            self.memory.entries.forget(own, path);
        }
        if takes {
            complete::close(ui, id);
            if field.submitted {
                self.memory.wants = Some(path);
            }
        }
        self.leave(path, field.submitted && !takes, field.cancelled, &field.response);
        if entry.is_some() && !field.focused && found.is_empty() && !text.trim().is_empty() {
            self.say_wrong(path, Tone::Warning, "No mark has these words");
        } else if mark.is_some() && !is_there && self.problem(path).is_none() {
            self.say_wrong(path, Tone::Error, "The mark was deleted: choose another");
        }
    }

    /// The marks that fit what is typed, found once for each state of the project.
    fn fitting(&mut self, path: FieldPath, typed: &str) -> Vec<(AnnotationId, CompletionLine)> {
        let of = Some((self.annotation.id, path, self.document.session.revision(), typed.to_owned()));
        // Looking through thousands of marks in each frame would be felt while typing.
        if self.memory.fitting.of != of {
            self.memory.fitting = Fitting { of, found: self.find(path, typed) };
        }
        self.memory.fitting.found.clone()
    }

    /// The marks that fit what is typed, the nearest first where nothing is.
    fn find(&self, path: FieldPath, typed: &str) -> Vec<(AnnotationId, CompletionLine)> {
        let open = &self.document.session;
        let (project, own) = (open.project(), self.annotation);
        let all = project.annotations();
        let wanted = typed.to_lowercase();
        let here = project.place(own.id).unwrap_or(0);
        // Backwards from the mark: what a part or an update refers to mostly stands before it.
        let before = all.range(0..here).rev();
        let others = before.chain(all.range(here..all.len()));
        let fits = |other: &Annotation| {
            wanted.is_empty()
                || words_of(project, other).to_lowercase().contains(&wanted)
                || project.called(other.id).is_some_and(|name| name.to_lowercase().contains(&wanted))
        };
        let mut found: Vec<(AnnotationId, CompletionLine)> = Vec::new();
        for other in others.filter(|other| fits(other)) {
            if found.len() == MOST {
                break;
            }
            if open.may_name(own.id, path, other.id) && found.iter().all(|(id, _)| *id != other.id) {
                let words = words_of(project, other);
                let note = paragraph_of(project, &other.spans);
                found.push((other.id, CompletionLine { words, note }));
            }
        }
        found
    }
}
