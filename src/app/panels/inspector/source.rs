use eframe::egui::{Key, Ui};

use crate::app::command::Command;
use crate::app::text::{Role, TextField};
use crate::app::widgets::form::lines_under;
use crate::app::widgets::{Button, Icon};
use crate::edit::OpenProject;
use crate::model::{Anonymity, Attribution, Certainty, FieldPath, FieldValue, Source, SourceId, SourceKind};

use super::complete::{self, CompletionLine};
use super::entries::TypedEntry;
use super::form::Form;
use super::words::end_button;

/// What a line of the list stands for.
#[derive(Clone, Debug, PartialEq)]
enum Meant {
    Known(SourceId),
    New(String),
}

/// What the field shows of a source; empty where none is named.
fn name_of(open: &OpenProject, source: Option<SourceId>) -> String {
    let known = source.and_then(|id| open.project().sources().get(id));
    match (known, source) {
        (Some(known), _) => known.name.clone(),
        // The mark names it still: an undo of the deletion brings the name back.
        (None, Some(_)) => "Deleted source".to_owned(),
        (None, None) => String::new(),
    }
}

impl Form<'_> {
    /// Shows the field that names a source of the project's table, by any of its names.
    pub fn source(&mut self, ui: &mut Ui, path: FieldPath, width: f32, source: Option<SourceId>) {
        let (name, id) = (self.name(path), self.id(path));
        let value = FieldValue::Source(source);
        let entry = self.memory.entries.of(self.annotation.id, path, &value);
        let (open, last) = (&self.document.session, self.last_source());
        let named = self.annotation.details.attribution().words.as_ref().map(|words| words.value.as_str());
        let shown = name_of(open, source);
        let mut text = entry.as_ref().map_or(shown, |entry| entry.typed.clone());
        let is_focused = ui.memory(|memory| memory.has_focus(id));
        // The words were taken from the article in a frame before; the list opens once the field has the
        // focus.
        if is_focused && self.memory.offered == Some(path) {
            self.memory.offered = None;
            self.memory.completion.open(ui, id, 0);
        }
        let wanted =
            |entry: &Option<TypedEntry>, text: &str| entry.as_ref().map(|_| text.trim().to_owned()).unwrap_or_default();
        let mut lines = if is_focused { lines(open, last, named, &wanted(&entry, &text)) } else { Vec::new() };
        self.memory.completion.keys(ui, id, lines.len());
        let field = TextField::new(&mut text, id, Role::Value)
            .name(&name)
            .placeholder(if is_focused { "Type a name" } else { "Unknown" })
            .problem(self.problem(path))
            .icon(24.0)
            .width(width)
            .whole()
            .show(ui);
        self.follow_focus(path, &field.response);
        if end_button(ui, field.icon_rect, Icon::Anchor, "Pick words for", &name, false).clicked() {
            self.commands.push(Command::PickFor(self.annotation.id, path));
        }
        let mut entry = entry;
        if field.changed {
            let kept = TypedEntry { typed: text.clone(), before: value.clone(), set: value.clone() };
            self.memory.entries.keep(self.annotation.id, path, kept.clone());
            entry = Some(kept);
            lines = self::lines(open, last, named, text.trim());
            self.memory.completion.open(ui, id, 0);
        }
        let is_left_too = field.submitted || field.cancelled || field.response.lost_focus();
        if field.changed && !field.focused && !is_left_too {
            // Assistive technology gives a whole name at once, and no Enter.
            complete::close(ui, id);
            let line = lines.first().cloned();
            match text.trim() {
                "" => self.clear_source(path),
                _ => self.take_source(path, line.as_ref()),
            }
            entry = None;
        }
        let is_typed = entry.is_some();
        let was_open = complete::is_open(ui, id);
        let pressed = if field.focused || was_open { self.complete(&field.response, &lines) } else { None };
        let by_tab = field.response.lost_focus() && ui.input(|input| input.key_pressed(Key::Tab));
        let takes = (field.submitted || by_tab) && (is_typed || was_open);
        if let Some(index) = pressed {
            self.take_source(path, lines.get(index));
        } else if takes {
            match lines.get(self.memory.completion.marked.min(lines.len().saturating_sub(1))) {
                _ if text.trim().is_empty() && is_typed => self.clear_source(path),
                line => self.take_source(path, line),
            }
            if field.submitted {
                self.memory.wants = Some(path);
            }
            complete::close(ui, id);
        } else if field.cancelled {
            self.memory.entries.forget(self.annotation.id, path);
        }
        let is_left = field.response.lost_focus() && !takes && pressed.is_none() && is_typed;
        if let Some(known) = self.document.session.project().sources().called(&text).filter(|_| is_left) {
            // A name that is in the table needs no Enter.
            self.memory.entries.forget(self.annotation.id, path);
            self.set(path, FieldValue::Source(Some(known.id)));
        }
        self.leave(path, field.submitted && !takes, field.cancelled, &field.response);
        let unknown = (is_typed && !field.focused && !takes && pressed.is_none()).then(|| text.trim().to_owned());
        self.under_source(ui, path, width, source.is_none() && !is_typed, unknown);
    }

    /// Shows the list and answers with the line that was pressed.
    fn complete(&mut self, field: &eframe::egui::Response, lines: &[Lined]) -> Option<usize> {
        let lines: Vec<CompletionLine> = lines.iter().map(|(line, _)| line.clone()).collect();
        self.memory.completion.show(field, &lines)
    }

    fn take_source(&mut self, path: FieldPath, line: Option<&Lined>) {
        let Some((_, meant)) = line else { return };
        self.memory.entries.forget(self.annotation.id, path);
        match meant {
            Meant::Known(source) => self.set(path, FieldValue::Source(Some(*source))),
            Meant::New(name) => self.commands.push(Command::AddSource(self.annotation.id, name.clone())),
        }
    }

    fn clear_source(&mut self, path: FieldPath) {
        self.memory.entries.forget(self.annotation.id, path);
        self.set(path, FieldValue::Source(None));
    }

    /// What is known of the source, with the way to say more of it, or an offer of the one named last. The lines
    /// are there whether something stands in them or not, so that no field moves.
    fn under_source(&mut self, ui: &mut Ui, path: FieldPath, width: f32, is_free: bool, unknown: Option<String>) {
        let attribution = self.annotation.details.attribution();
        let sources = self.document.session.project().sources();
        if let Some(name) = unknown.filter(|name| !name.is_empty()) {
            if lines_under(ui, width, "Not in the table yet", Some(Button::new("Add source").quiet().tight())) {
                self.memory.entries.forget(self.annotation.id, path);
                self.commands.push(Command::AddSource(self.annotation.id, name));
            }
        } else if let Some(known) = attribution.source.and_then(|id| sources.get(id)) {
            let button = Button::new("Edit…").spoken("Edit source…").quiet().tight();
            if lines_under(ui, width, &describe(known, attribution), Some(button)) {
                self.commands.push(Command::EditSource(known.id));
            }
        } else if attribution.source.is_some() {
            lines_under(ui, width, "This source is not in the table", None);
        } else if is_free && let Some(last) = self.last_source().and_then(|id| sources.get(id)) {
            let name = format!("{}, as before", short(&last.name));
            if lines_under(ui, width, "", Some(Button::new(&name).quiet().tight())) {
                self.set(path, FieldValue::Source(Some(last.id)));
                self.rest_in(path);
            }
        } else {
            lines_under(ui, width, "", None);
        }
    }
}

impl Form<'_> {
    /// The source of the mark before, looked for once for each state of the project.
    fn last_source(&mut self) -> Option<SourceId> {
        let state = (self.annotation.id, self.document.session.revision());
        match self.memory.last_source {
            Some((of, last)) if of == state => last,
            _ => {
                let last = self.document.session.last_source(self.annotation.id).map(|last| last.id);
                self.memory.last_source = Some((state, last));
                last
            }
        }
    }
}

type Lined = (CompletionLine, Meant);

/// What can be taken for what is typed, the first by Enter alone: the source of that very name,
/// else a new one, so that no longer name is taken for what was typed in full; then sources with a
/// name that begins so, and those that have it elsewhere. Without letters the one named last comes
/// first.
fn lines(open: &OpenProject, last: Option<SourceId>, named: Option<&str>, typed: &str) -> Vec<Lined> {
    let wanted = typed.to_lowercase();
    let exact = open.project().sources().called(typed).map(|source| source.id);
    let rank = |source: &Source| {
        let places = source.names().filter_map(|name| name.to_lowercase().find(&wanted));
        let begins = places.map(|at| at > 0).min();
        if exact == Some(source.id) { Some(0) } else { begins.map(|is_within| 1 + u8::from(is_within)) }
    };
    let sources = open.project().sources().iter().filter_map(|source| Some((rank(source)?, source)));
    let mut sources: Vec<_> = sources.collect();
    // The source named last comes first among equals: reports quote one source several times in a row.
    sources.sort_by_key(|(rank, source)| (*rank, Some(source.id) != last, source.name.to_lowercase()));
    let known = sources.iter().map(|(_, source)| {
        let note = if source.kind == SourceKind::default() { "" } else { source.kind.label() };
        (CompletionLine { words: source.name.clone(), note: note.to_owned() }, Meant::Known(source.id))
    });
    let mut lines: Vec<Lined> = known.collect();
    // Without letters the words that name the source are as good as typed, but come after the sources there are.
    let new = if typed.is_empty() { named.unwrap_or_default().trim() } else { typed };
    if !new.is_empty() && open.project().sources().called(new).is_none() {
        let line = CompletionLine { words: format!("New source “{new}”"), note: String::new() };
        // Whoever has typed a name means it, and Enter takes the first line; without letters the known ones
        // are likelier.
        let place = if typed.is_empty() { lines.len() } else { 0 };
        lines.insert(place, (line, Meant::New(new.to_owned())));
    }
    lines
}

/// What is known of a source and of how it is named: "Medical, on the record; cue said; reported".
fn describe(source: &Source, attribution: &Attribution) -> String {
    let mut parts = Vec::new();
    let kind = (source.kind != SourceKind::default()).then(|| source.kind.label().to_owned());
    let named = (source.anonymity != Anonymity::default()).then(|| source.anonymity.label().to_lowercase());
    let of_source = kind.into_iter().chain(named).collect::<Vec<_>>().join(", ");
    parts.extend(Some(of_source).filter(|told| !told.is_empty()));
    parts.extend(attribution.cue.as_ref().map(|cue| format!("cue {}", cue.value)));
    if attribution.certainty != Certainty::default() {
        parts.push(attribution.certainty.label().to_lowercase());
    }
    let told = parts.join("; ");
    let mut letters = told.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// As much of a name as a button has room for.
fn short(name: &str) -> String {
    match name.char_indices().nth(24) {
        Some((end, _)) => format!("{} …", name[..end].trim_end()),
        None => name.to_owned(),
    }
}
