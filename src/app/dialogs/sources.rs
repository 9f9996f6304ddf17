use eframe::egui::{Align2, Id, ScrollArea, Ui, vec2};

use crate::app::choice_entries::choice_entries;
use crate::app::text::{Engine, Role, TextField};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::form::{form_row, hint, thin_scroll};
use crate::app::widgets::{self, Button, Choice, EmptyState, Row, Scrolled, Tone, Words, told};
use crate::edit::OpenProject;
use crate::model::{Direction, FieldValue, Source, SourceField, SourceId};

use super::{Answer, DialogCtx, Edit};

/// The table of sources: a list, and the fields of the one that is chosen. Every change is made at once.
pub struct SourcesForm {
    chosen: Option<SourceId>,
    asks: Asks,
}

/// What is being asked about the chosen source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asks {
    Nothing,
    Delete,
    Merge,
}

/// What was done in the dialog.
enum Done {
    Choose(SourceId),
    Set(SourceField, FieldValue),
    Seal,
    Ask(Asks),
    Delete,
    MergeInto(SourceId),
}

/// Sizes in points.
const WIDTH: f32 = 760.0;
const LIST: f32 = 248.0;
const HEIGHT: f32 = 372.0;

impl SourcesForm {
    /// Begins with the source of the selected mark, else the first.
    pub fn of(open: &OpenProject) -> SourcesForm {
        // Who comes from a mark wants its source.
        let named = open.selected_annotation().and_then(|annotation| annotation.details.attribution().source);
        let chosen = named.or_else(|| sorted(open).first().map(|source| source.id));
        SourcesForm { chosen, asks: Asks::Nothing }
    }

    /// Begins with that source.
    pub fn at(source: SourceId) -> SourcesForm {
        SourcesForm { chosen: Some(source), asks: Asks::Nothing }
    }

    /// Shows the table; `None` once it was left.
    pub fn show(mut self: Box<Self>, ui: &Ui, id: Id, cx: &mut DialogCtx<'_>) -> Option<Box<SourcesForm>> {
        let open = &cx.document?.session;
        let mut done = Vec::new();
        let dialog = widgets::Dialog::new("Sources", "Done").without_cancel().width(WIDTH);
        let answer = dialog.show(ui.ctx(), id, |ui| {
            // 160 for title, button, margins and some of the window around; the same height for both halves, so
            // that choosing another source moves nothing.
            let height = (ui.ctx().content_rect().height() - 160.0).clamp(120.0, HEIGHT);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 20.0;
                ui.allocate_ui(vec2(LIST, height), |ui| ui.vertical(|ui| self.list(ui, open, height, &mut done)));
                let width = ui.available_width();
                ui.allocate_ui(vec2(width, height), |ui| {
                    ui.vertical(|ui| {
                        ui.set_min_size(vec2(width, height));
                        ui.spacing_mut().scroll = thin_scroll();
                        let area = ScrollArea::vertical().id_salt("source").max_height(height).auto_shrink(false);
                        area.show(ui, |ui| self.details(ui, id, open, &mut done)).named(ui.ctx(), "the source");
                    });
                });
            });
        });
        for done in done {
            // After the dialog, since showing it borrows the project that this changes.
            self.perform(open, done, &mut cx.answers);
        }
        // Sealed at the end as well: a field that still has the focus when the dialog closes never loses it.
        if answer.is_some() {
            cx.answer(sealed());
            cx.answer(Answer::FocusArticle);
            return None;
        }
        Some(self)
    }

    fn list(&mut self, ui: &mut Ui, open: &OpenProject, height: f32, done: &mut Vec<Done>) {
        let sources = sorted(open);
        ui.spacing_mut().scroll = thin_scroll();
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().id_salt("sources").max_height(height).auto_shrink(false);
        // Only rows in view: counting the marks of thousands of sources in each frame would be felt.
        area.show_rows(ui, space::ROW, sources.len(), |ui, rows| {
            told::list(ui, "Table of sources", sources.len());
            let first = rows.start;
            for (nth, source) in sources.get(rows).unwrap_or_default().iter().enumerate() {
                let count = open.naming(source.id).count();
                let name = format!("{}, {}", called(source), marks(count));
                let is_chosen = self.chosen == Some(source.id);
                let row = Row::new(&name)
                    .selected(is_chosen)
                    .place(first + nth)
                    .margin(eframe::egui::Margin::symmetric(10, 0));
                let shown = row.show(ui, |ui, ink| {
                    let rect = ui.max_rect();
                    let count = count.to_string();
                    let words = Words::new(&count, ink.text3).size(Face::SMALL);
                    let count = words.paint(ui.painter(), rect, Align2::RIGHT_CENTER);
                    let engine = Engine::of(ui.ctx());
                    let width = count.left() - rect.left() - space::ICON_GAP;
                    let laid = engine.layout_elided(called(source), Role::Label, Direction::Auto, width, 1);
                    let at = eframe::egui::pos2(rect.left(), rect.center().y - laid.size().y / 2.0);
                    engine.paint(&laid, ui.painter(), at, ink.text);
                });
                if shown.response.clicked() {
                    done.push(Done::Choose(source.id));
                }
            }
        })
        .named(ui.ctx(), "the list of sources");
    }

    fn details(&mut self, ui: &mut Ui, id: Id, open: &OpenProject, done: &mut Vec<Done>) {
        let Some(source) = self.chosen.and_then(|id| open.project().sources().get(id)) else {
            let title = if open.project().sources().is_empty() { "No sources yet" } else { "No source is chosen" };
            EmptyState::new(title).sentence("A name typed into the Source of a mark is put into this table").show(ui);
            return;
        };
        match self.asks {
            Asks::Nothing => self.fields(ui, id, source, done),
            Asks::Delete => self.ask_delete(ui, open, source, done),
            Asks::Merge => self.ask_merge(ui, open, source, done),
        }
    }

    fn fields(&mut self, ui: &mut Ui, id: Id, source: &Source, done: &mut Vec<Done>) {
        ui.spacing_mut().item_spacing.y = space::FORM_GAP;
        for field in SourceField::ALL {
            form_row(ui, field.label(), 0.0, |ui, width| match source.field(field) {
                FieldValue::Choice(vocabulary, index) => {
                    let mut chosen = index;
                    Choice::new(field.label(), &choice_entries(vocabulary)).width(width).show(ui, &mut chosen);
                    if chosen != index {
                        done.push(Done::Set(field, FieldValue::Choice(vocabulary, chosen)));
                    }
                }
                FieldValue::Text(text) => {
                    let field_id = id.with((source.id.to_string(), field.label()));
                    self.text(ui, field_id, width, field, text, done);
                }
                _ => {}
            });
        }
        ui.add_space(space::ICON_GAP);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::BUTTON_GAP;
            ui.add_space(space::LABEL_WIDTH + space::LABEL_GAP);
            if Button::new("Merge into another…").show(ui).clicked() {
                done.push(Done::Ask(Asks::Merge));
            }
            if Button::new("Delete source…").show(ui).clicked() {
                done.push(Done::Ask(Asks::Delete));
            }
        });
    }

    fn text(
        &mut self,
        ui: &mut Ui,
        field_id: Id,
        width: f32,
        field: SourceField,
        mut text: String,
        done: &mut Vec<Done>,
    ) {
        let is_list = field == SourceField::OtherNames;
        let mut shown = TextField::new(&mut text, field_id, Role::Value).name(field.label()).width(width);
        shown = shown.placeholder(if is_list { "One a line" } else { "Not stated" });
        if is_list {
            shown = shown.multiline(2);
        }
        let answer = shown.show(ui);
        if answer.changed {
            done.push(Done::Set(field, FieldValue::Text(text.clone())));
        }
        if answer.response.lost_focus() {
            // What is typed in one visit to a field is one step of undo.
            done.push(Done::Seal);
        }
        if field == SourceField::Name && text.trim().is_empty() {
            // A warning and no refusal: the name is being typed anew, letter by letter.
            hint(ui, Tone::Warning, "A source without a name cannot be found again", width);
        }
    }

    fn ask_delete(&self, ui: &mut Ui, open: &OpenProject, source: &Source, done: &mut Vec<Done>) {
        let count = open.naming(source.id).count();
        let used = match count {
            0 => format!("No mark names “{}”.", called(source)),
            1 => format!("1 mark names “{}”. It will name no source.", called(source)),
            n => format!("{n} marks name “{}”. They will name no source.", called(source)),
        };
        ask(ui, &used, "This can be undone", |ui| {
            if Button::new("Delete source").show(ui).clicked() {
                done.push(Done::Delete);
            }
            if Button::new("Keep source").quiet().show(ui).clicked() {
                done.push(Done::Ask(Asks::Nothing));
            }
        });
    }

    fn ask_merge(&self, ui: &mut Ui, open: &OpenProject, source: &Source, done: &mut Vec<Done>) {
        let others = sorted(open).into_iter().filter(|other| other.id != source.id).collect::<Vec<_>>();
        let title = format!("Choose the source that “{}” is.", called(source));
        let told = match others.is_empty() {
            true => "There is no other source",
            false => "It gets the names and the marks of both; this can be undone",
        };
        ask(ui, &title, told, |ui| {
            if Button::new("Keep both").quiet().show(ui).clicked() {
                done.push(Done::Ask(Asks::Nothing));
            }
        });
        ui.spacing_mut().item_spacing.y = 4.0;
        for other in others {
            let name = format!("Merge into {}", called(other));
            if Button::new(&name).show(ui).clicked() {
                done.push(Done::MergeInto(other.id));
            }
        }
    }

    fn perform(&mut self, open: &OpenProject, done: Done, answers: &mut Vec<Answer>) {
        let chosen = self.chosen;
        let edit: Edit = match done {
            Done::Choose(id) => return (self.chosen, self.asks) = (Some(id), Asks::Nothing),
            Done::Ask(asks) => return self.asks = asks,
            Done::Seal => return answers.push(sealed()),
            Done::Set(field, value) => {
                Box::new(move |open, now| chosen.map_or(Ok(()), |id| open.set_source(id, field, value, now)))
            }
            Done::Delete => {
                // Chosen before the edit, as the source that was shown is gone after it.
                let first = sorted(open).into_iter().map(|source| source.id).find(|id| Some(*id) != chosen);
                (self.chosen, self.asks) = (first, Asks::Nothing);
                Box::new(move |open, now| chosen.map_or(Ok(()), |id| open.remove_source(id, now)))
            }
            Done::MergeInto(into) => {
                (self.chosen, self.asks) = (Some(into), Asks::Nothing);
                Box::new(move |open, now| chosen.map_or(Ok(()), |id| open.merge_sources(id, into, now)))
            }
        };
        answers.push(Answer::Edit(edit));
    }
}

/// What is typed next is a step of its own.
fn sealed() -> Answer {
    Answer::Edit(Box::new(|open, _| {
        open.seal();
        Ok(())
    }))
}

/// The sources by name.
fn sorted(open: &OpenProject) -> Vec<&Source> {
    let mut sources: Vec<_> = open.project().sources().iter().collect();
    // The id last, so that two sources of one name do not change places from frame to frame.
    sources.sort_by_key(|source| (source.name.to_lowercase(), source.id));
    sources
}

fn called(source: &Source) -> &str {
    if source.name.trim().is_empty() { "Source without a name" } else { &source.name }
}

fn marks(count: usize) -> String {
    if count == 1 { "1 mark".to_owned() } else { format!("{count} marks") }
}

/// A question within the dialog with its buttons.
fn ask(ui: &mut Ui, question: &str, told: &str, buttons: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui.ctx());
    crate::app::widgets::form::sentence(ui, question, theme.text);
    crate::app::widgets::form::sentence(ui, told, theme.text2);
    ui.add_space(space::ICON_GAP);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::BUTTON_GAP;
        buttons(ui);
    });
    ui.add_space(space::ICON_GAP);
}
