//! Fields that take a term or the editor's own words.

use eframe::egui::Ui;

use crate::app::choice_entries::choice_entries;
use crate::app::text::{Role, TextField};
use crate::app::widgets::{Choice, Tone};
use crate::model::{
    AttributionPart, EvidencePart, FieldPath, FieldValue, GroupPart, NamedVictimPart, PlacePart, Vocabulary, WhenPart,
    day, first_day, latin_digits,
};

use super::form::Form;
use super::section::asked_by;

impl Form<'_> {
    /// Shows a field that chooses from a list of terms.
    pub fn choice(&mut self, ui: &mut Ui, path: FieldPath, width: f32, vocabulary: &'static Vocabulary, index: usize) {
        let name = self.name(path);
        let entries = choice_entries(vocabulary);
        let mut field = Choice::new(&name, &entries).problem(self.problem(path)).width(width);
        if path == FieldPath::When(WhenPart::Precision) {
            field = field.placeholder("Precision");
        }
        self.chosen(ui, path, field, vocabulary, index);
    }

    /// Shows a choice however it looks; answers whether it has the focus.
    pub fn chosen(
        &mut self,
        ui: &mut Ui,
        path: FieldPath,
        field: Choice<'_>,
        vocabulary: &'static Vocabulary,
        index: usize,
    ) -> bool {
        let mut chosen = index;
        let response = field.show(ui, &mut chosen);
        self.follow_focus(path, &response);
        if chosen != index {
            let value = FieldValue::Choice(vocabulary, chosen);
            let is_onward = ui.input(|input| !input.modifiers.shift);
            // Tab took it and is past the place where the field comes in that it asks for.
            if response.lost_focus() && is_onward {
                self.memory.wants = asked_by(self.annotation, path, value.clone()).or(self.memory.wants);
            }
            self.set(path, value);
        }
        response.has_focus()
    }

    /// Shows a field of the editor's own words.
    pub fn text(&mut self, ui: &mut Ui, path: FieldPath, width: f32, mut text: String) {
        let is_focused = ui.memory(|memory| memory.has_focus(self.id(path)));
        let placeholder = match path {
            FieldPath::Statement => "What is claimed, to be understood by itself",
            FieldPath::Note => "No note",
            FieldPath::From(PlacePart::Country)
            | FieldPath::To(PlacePart::Country)
            | FieldPath::Where(PlacePart::Country) => "Country",
            _ if is_focused && holds_words(path) => "Select words or type",
            _ => "Not stated",
        };
        let is_date = matches!(path, FieldPath::When(WhenPart::Date) | FieldPath::Evidence(_, EvidencePart::Seen));
        let found = self.problem(path);
        // The day of an event may be known to the month alone; the day on which evidence was seen is always
        // known.
        let is_right = if path == FieldPath::When(WhenPart::Date) { first_day(&text) } else { day(&text) }.is_some();
        let is_wrong = is_date && !text.is_empty() && !is_right;
        let problem = is_wrong.then_some(Tone::Error).or(found);
        let name = self.name(path);
        let mut field = TextField::new(&mut text, self.id(path), Role::Value).name(&name).width(width).problem(problem);
        field = field.placeholder(if is_date && is_focused { "2026-03-14" } else { placeholder });
        if matches!(path, FieldPath::Statement | FieldPath::Note | FieldPath::Evidence(_, EvidencePart::Excerpt)) {
            // Two lines show that there may be more than one.
            field = field.multiline(2);
        }
        let field = field.show(ui);
        self.follow_focus(path, &field.response);
        if is_date && field.changed {
            // While it is typed and not at the end, so that the editor sees what will be kept.
            text = latin_digits(&text);
        }
        match Self::trimmed(&field.response, &text) {
            Some(trimmed) => self.set(path, FieldValue::Text(trimmed)),
            None if field.changed => self.set(path, FieldValue::Text(text)),
            None => {}
        }
        if holds_words(path) {
            self.arm(ui, path, &field.response, field.changed);
        }
        self.leave(path, field.submitted, field.cancelled, &field.response);
        if is_wrong && found.is_none() {
            self.say_wrong(path, Tone::Error, "No day of the calendar: write it as 2026-03-14");
        }
    }
}

/// Whether the text of a field is mostly words of the article, though it is not anchored there, as a place's name.
fn holds_words(path: FieldPath) -> bool {
    matches!(
        path,
        FieldPath::Where(PlacePart::Name)
            | FieldPath::From(PlacePart::Name)
            | FieldPath::To(PlacePart::Name)
            | FieldPath::NamedVictim(_, NamedVictimPart::Age | NamedVictimPart::Role)
            | FieldPath::Group(_, GroupPart::Other)
            | FieldPath::Attribution(AttributionPart::Via)
    )
}
