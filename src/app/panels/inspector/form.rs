use std::collections::BTreeMap;

use eframe::egui::{Id, Response, Ui, vec2};

use crate::app::command::Command;
use crate::app::document::Document;
use crate::app::theme::space;
use crate::app::widgets::form::form_row;
use crate::app::widgets::{Hairline, PanelHeader, Tone};
use crate::model::{Annotation, AnnotationId, FieldPath, FieldValue, SourceId, Span};

use super::complete::Completion;
use super::entries::Entries;
use super::mark::Fitting;
use super::offer::Offers;
use super::section::{Row, Section};
use super::steady::Steady;
use super::wrong::Wrong;

/// What the forms remember from one frame to the next.
#[derive(Debug, Default)]
pub struct Memory {
    /// The field that is to get the focus.
    pub wants: Option<FieldPath>,
    /// The field after which the next one is to get it.
    pub leaves: Option<FieldPath>,
    /// The field that has it.
    pub focused: Option<FieldPath>,
    /// The field that was just filled from the article: it has the focus, but the next words that the mouse selects
    /// are not for it.
    pub filled: Option<FieldPath>,
    /// The field whose list is to open over what was put into it from the article.
    pub offered: Option<FieldPath>,
    /// The words that a field under the pointer, or one with the focus, rests on.
    pub highlighted: Option<Span>,
    /// What is typed and is no value yet.
    pub entries: Entries,
    /// The list that completes a name.
    pub completion: Completion,
    /// The marks that fit what was typed last.
    pub fitting: Fitting,
    /// The source that the mark before names, at a state of the project.
    pub last_source: Option<((AnnotationId, u64), Option<SourceId>)>,
    /// How the words of figures read.
    pub offers: Offers,
    /// Where the rows stand.
    pub steady: Steady,
    /// Where the field with the focus ends, in points of the window.
    pub focused_bottom: f32,
    /// How much of the lower edge is covered by what is wrong, in points.
    pub covered: f32,
}

/// The form of one annotation, in a frame.
pub struct Form<'a> {
    /// What is open.
    pub document: &'a Document,
    /// The annotation.
    pub annotation: &'a Annotation,
    /// What is remembered.
    pub memory: &'a mut Memory,
    /// What was opened or closed, as the settings keep it; a section under [`fold_key`].
    pub shown: &'a mut BTreeMap<String, bool>,
    /// Where what is asked goes.
    pub commands: &'a mut Vec<Command>,
    /// What was found to be wrong in its fields.
    pub problems: Vec<Wrong>,
    /// What is wrong in what is typed and is no value yet.
    pub typed_wrong: Vec<Wrong>,
    /// Points at both sides of the panel.
    pub margin: f32,
}

impl Form<'_> {
    /// Shows a section, or its heading alone where it is closed.
    pub fn section(&mut self, ui: &mut Ui, section: &Section) {
        if !section.title.is_empty() {
            if !self.heading(ui, section) {
                return;
            }
            ui.add_space(2.0);
        }
        for row in &section.rows {
            self.row(ui, *row);
        }
        if let Some(list) = section.list {
            self.items(ui, list);
        }
        ui.add_space(space::FORM_GAP);
    }

    /// Shows the heading; answers whether the section is open.
    fn heading(&mut self, ui: &mut Ui, section: &Section) -> bool {
        let items = section.list.map(|list| self.annotation.details.items(list));
        let is_empty = items.as_ref().is_some_and(Vec::is_empty);
        let is_unknown = section.rows.iter().all(|row| row.fields().iter().all(|path| self.is_unknown(*path)));
        let key = fold_key(section.title);
        let mut is_open = self.shown.get(&key).copied().unwrap_or(!section.is_rare || !is_unknown);
        // A field that is to get the focus opens its section, else the focus would go nowhere.
        let is_wanted = self.memory.wants.is_some_and(|path| match (section.list, path.item()) {
            (Some(_), Some(item)) => items.as_ref().is_some_and(|items| items.contains(&item)),
            _ => section.rows.iter().any(|row| row.fields().contains(&path)),
        });
        if is_wanted && !is_open {
            is_open = true;
            self.shown.insert(key.clone(), true);
        }
        Hairline::new().show(ui);
        let count = items.as_ref().map(|items| items.len().to_string()).filter(|_| !is_empty);
        let mut header = PanelHeader::new(section.title).height(34.0).margin(self.margin);
        if let Some(count) = &count {
            header = header.count(count);
        }
        if let (true, Some(list)) = (is_empty, section.list) {
            header.show_right(ui, |ui| self.add_button(ui, list));
            return false;
        }
        if header.open(is_open).show(ui, |_| {}).response.clicked() {
            self.shown.insert(key, !is_open);
        }
        is_open
    }

    fn is_unknown(&self, path: FieldPath) -> bool {
        self.annotation.field(path).is_none_or(|value| value.is_unknown())
    }

    /// Shows a row with its label.
    pub fn row(&mut self, ui: &mut Ui, row: Row) {
        let top = ui.cursor().top();
        if self.document.session.read_only.is_some() {
            self.read_only(ui, |form, ui| form.editable_row(ui, row));
        } else {
            self.editable_row(ui, row);
        }
        let rect = ui.max_rect().with_min_y(top).with_max_y(ui.cursor().top());
        let is_hovered = ui.rect_contains_pointer(rect);
        self.memory.steady.row(row, top, is_hovered);
    }

    /// Shows fields that can only be read: muted, without a caret.
    pub fn read_only(&mut self, ui: &mut Ui, show: impl FnOnce(&mut Self, &mut Ui)) {
        ui.scope(|ui| {
            // Muted, but still to be read with ease: half of the ink, as for a disabled button, would be too little.
            ui.visuals_mut().disabled_alpha = 0.75;
            ui.disable();
            show(self, ui);
        });
    }

    fn editable_row(&mut self, ui: &mut Ui, row: Row) {
        let category = self.annotation.category();
        match row {
            Row::One(path) => {
                form_row(ui, path.label(category), self.margin, |ui, width| self.field(ui, path, width));
            }
            Row::Two(first, second) => {
                form_row(ui, first.label(category), self.margin, |ui, width| self.pair(ui, first, second, width));
            }
            Row::Figure(item) => self.figure(ui, item),
        }
        ui.add_space(space::FORM_GAP);
    }

    /// Two fields beside each other, as a date and how exactly it is known.
    fn pair(&mut self, ui: &mut Ui, first: FieldPath, second: FieldPath, width: f32) {
        // The second of a pair is the shorter one as a rule: a precision, a role.
        let right = (width * 0.45).round();
        let left = width - right - space::FORM_GAP;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::FORM_GAP;
            for (path, width) in [(first, left), (second, right)] {
                ui.allocate_ui(vec2(width, 0.0), |ui| ui.vertical(|ui| self.field(ui, path, width)));
            }
        });
    }

    /// Shows a field, whatever it holds.
    fn field(&mut self, ui: &mut Ui, path: FieldPath, width: f32) {
        let Some(value) = self.annotation.field(path) else { return };
        match value {
            FieldValue::Choice(vocabulary, index) => self.choice(ui, path, width, vocabulary, index),
            FieldValue::Words(words) => self.words(ui, path, width, words, None),
            FieldValue::Text(text) => self.text(ui, path, width, text),
            FieldValue::Source(source) => self.source(ui, path, width, source),
            FieldValue::Mark(mark) => self.mark(ui, path, width, mark),
            // Numbers are the cells of a figure's card.
            FieldValue::Number(_) | FieldValue::Size(_) => {}
        }
    }

    /// How grave what is wrong in a field is.
    pub fn problem(&self, path: FieldPath) -> Option<Tone> {
        self.problems.iter().find(|wrong| wrong.path == path).map(|wrong| wrong.tone)
    }

    /// Tells what is wrong in what is typed into a field.
    pub fn say_wrong(&mut self, path: FieldPath, tone: Tone, why: impl Into<String>) {
        let (name, why) = (self.name(path), why.into());
        self.typed_wrong.push(Wrong { path, name, tone, why, way: None });
    }

    /// A screen reader that comes to a field hears what is wrong in it.
    fn tell_wrong(&self, path: FieldPath, response: &Response) {
        let why: Vec<&str> = self.problems.iter().filter(|wrong| wrong.path == path).map(|wrong| &*wrong.why).collect();
        if why.is_empty() {
            return;
        }
        let why = why.join(". ");
        response.ctx.accesskit_node_builder(response.id, |node| {
            let told = node.description().map_or_else(|| why.clone(), |told| format!("{told}. {why}"));
            node.set_description(told);
        });
    }

    /// What a screen reader and a sentence call a field: its label, with the item it is of.
    pub fn name(&self, path: FieldPath) -> String {
        name_of(self.annotation, path)
    }

    /// Enter leads to the next field, Esc and Ctrl with Enter back to the article; leaving ends a run of typing.
    pub fn leave(&mut self, path: FieldPath, submitted: bool, cancelled: bool, response: &Response) {
        let is_onward = submitted && !response.ctx.input(|input| input.modifiers.command);
        if is_onward {
            self.memory.leaves = Some(path);
        } else if submitted || cancelled {
            self.commands.push(Command::BackToArticle);
        }
        if response.lost_focus() {
            self.commands.push(Command::Seal);
        }
    }

    /// Gives the field the focus where that is wanted, and remembers which has it.
    pub fn follow_focus(&mut self, path: FieldPath, response: &Response) {
        self.tell_wrong(path, response);
        if self.memory.wants == Some(path) {
            self.memory.wants = None;
            response.request_focus();
            self.reveal(response);
        }
        if self.memory.leaves.is_some_and(|left| left != path) {
            self.memory.leaves = None;
            response.request_focus();
            self.reveal(response);
        }
        if response.has_focus() {
            self.memory.focused = Some(path);
            self.memory.focused_bottom = response.rect.bottom();
            if response.gained_focus() {
                self.reveal(response);
            }
        }
    }

    /// Scrolls to a field, out from under what is told over the lower edge.
    fn reveal(&self, response: &Response) {
        let mut room = response.clone();
        room.rect.max.y += self.memory.covered;
        room.scroll_to_me(None);
    }

    /// What was typed into a field that is being left, without white space at its ends, where it has some.
    pub fn trimmed(response: &Response, typed: &str) -> Option<String> {
        (response.lost_focus() && typed.trim() != typed).then(|| typed.trim().to_owned())
    }

    /// Leaves the focus in a field that was just filled; what the mouse selects next is not for it.
    pub fn rest_in(&mut self, path: FieldPath) {
        self.memory.wants = Some(path);
        self.memory.filled = Some(path);
        self.commands.push(Command::Disarm);
    }

    /// Puts a value into a field.
    pub fn set(&mut self, path: FieldPath, value: FieldValue) {
        self.commands.push(Command::SetField(self.annotation.id, path, value));
    }

    /// The id under which a field keeps its caret.
    pub fn id(&self, path: FieldPath) -> Id {
        field_id(self.annotation.id, path)
    }
}

/// The name under which the settings keep whether a section is open.
fn fold_key(title: &str) -> String {
    format!("details: {}", title.to_lowercase())
}

/// What a screen reader and a sentence call a field: "Figure", "Group 2: Low", "From: Country".
pub fn name_of(annotation: &Annotation, path: FieldPath) -> String {
    let label = path.label(annotation.category());
    let of = match path {
        FieldPath::From(_) => Some("From"),
        FieldPath::To(_) => Some("To"),
        _ => None,
    };
    if let Some(item) = path.item() {
        return format!("{}: {label}", super::item::name_of_item(annotation, item));
    }
    match of {
        Some(of) if of != label => format!("{of}: {label}"),
        _ => label.to_owned(),
    }
}

/// The id under which a field keeps its caret.
fn field_id(id: AnnotationId, path: FieldPath) -> Id {
    Id::unique(("field", id.to_string(), path.to_string()))
}
