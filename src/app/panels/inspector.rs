use eframe::egui::{Id, Rect, Response, Role as Access, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use crate::app::command::Command;
use crate::app::form::form_row;
use crate::app::keymap::Keymap;
use crate::app::opened::Opened;
use crate::app::text::{self, Role, TextField};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{Chip, Choice, Icon, IconButton, Pill, Words, tip};
use crate::model::{Anchored, Annotation, AnnotationId, FieldPath, FieldValue, Vocabulary};

use super::list::{paragraph_of, words_of};

/// What the inspector remembers between frames.
#[derive(Debug, Default)]
pub struct InspectorState {
    /// Whether it is the tab in front, where list and inspector share one place.
    pub is_shown: bool,
    wants: Option<FieldPath>,
    focused: Option<FieldPath>,
}

/// One field being shown.
struct Field<'a> {
    annotation: &'a Annotation,
    path: FieldPath,
    name: &'static str,
    wants_focus: bool,
}

impl InspectorState {
    /// Forgets everything, for another project.
    pub fn reset(&mut self) {
        *self = InspectorState { is_shown: self.is_shown, ..Default::default() };
    }

    /// Gives a field the focus in the next frame.
    pub fn focus(&mut self, path: FieldPath) {
        self.wants = Some(path);
        self.is_shown = true;
    }

    /// The field that has the focus, or had it last for this annotation.
    pub fn focused_field(&self) -> Option<FieldPath> {
        self.focused
    }

    /// Shows the details of the selected annotation.
    pub fn show(&mut self, ui: &mut Ui, opened: &Opened, margin: f32, commands: &mut Vec<Command>) {
        let Some(annotation) = opened.open.selected_annotation() else {
            let has_marks = !opened.open.project().annotations().is_empty();
            return nothing_selected(ui, margin, has_marks);
        };
        let annotation = annotation.clone();
        header(ui, &annotation, margin, commands);
        ScrollArea::vertical().id_salt(("details", annotation.id.to_string())).auto_shrink(false).show(ui, |ui| {
            words(ui, opened, &annotation, margin);
            let wanted = self.wants.take();
            let mut focused = None;
            for path in annotation.fields() {
                let field = Field {
                    annotation: &annotation,
                    path,
                    name: path.label(annotation.category()),
                    wants_focus: wanted == Some(path),
                };
                if field.show(ui, margin, commands) {
                    focused = Some(path);
                }
                ui.add_space(space::FORM_GAP);
            }
            self.focused = focused;
            author(ui, &annotation, margin);
        });
    }
}

fn nothing_selected(ui: &mut Ui, margin: f32, has_marks: bool) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(20.0);
    ui.horizontal(|ui| {
        ui.add_space(margin);
        ui.vertical(|ui| {
            Words::new("Nothing selected", theme.text).face(Face::Semibold).show(ui);
            ui.add_space(2.0);
            let keymap = Keymap::of(ui.ctx());
            let hint = match keymap.cap(&Command::NextMark) {
                _ if !has_marks => keymap.how_to_mark(),
                cap if cap.is_empty() => "Choose an annotation in the list".to_owned(),
                cap => format!("Press {cap} for the next annotation"),
            };
            Words::new(&hint, theme.text2).show(ui);
        });
    });
}

fn header(ui: &mut Ui, annotation: &Annotation, margin: f32, commands: &mut Vec<Command>) {
    let theme = Theme::of(ui.ctx());
    ui.allocate_ui(vec2(ui.available_width(), space::BAR), |ui| {
        ui.horizontal_centered(|ui| {
            ui.add_space(margin);
            ui.spacing_mut().item_spacing.x = 8.0;
            Chip::new(annotation.category()).show(ui);
            Words::new(annotation.category().name(), theme.text).face(Face::Semibold).show(ui);
            ui.add_space(4.0);
            Pill::new(annotation.status.label()).show(ui);
            let right = eframe::egui::Layout::right_to_left(eframe::egui::Align::Center);
            ui.with_layout(right, |ui| {
                ui.add_space(margin - 6.0);
                ui.spacing_mut().item_spacing.x = 4.0;
                let buttons = [
                    (Icon::Trash, Command::Delete),
                    (Icon::Down, Command::NextMark),
                    (Icon::Up, Command::PreviousMark),
                ];
                for (icon, command) in buttons {
                    let cap = command.key_cap(ui.ctx());
                    if IconButton::new(icon, command.name()).key(&cap).show(ui).clicked() {
                        commands.push(command);
                    }
                }
            });
        });
    });
}

/// The annotated words and where they stand.
fn words(ui: &mut Ui, opened: &Opened, annotation: &Annotation, margin: f32) {
    let theme = Theme::of(ui.ctx());
    let project = opened.open.project();
    ui.horizontal(|ui| {
        ui.add_space(margin);
        ui.spacing_mut().item_spacing.x = 8.0;
        let width = (ui.available_width() - margin - 56.0).max(80.0);
        let words = words_of(project, annotation);
        let words = text::Words::new(&words, Role::Selected).color(theme.text).max_lines(4);
        let size = words.measure(ui, width);
        ui.allocate_ui(size, |ui| words.show(ui));
        Words::new(&paragraph_of(project, annotation), theme.text3).size(Face::SMALL).show(ui);
    });
    ui.add_space(8.0);
}

fn author(ui: &mut Ui, annotation: &Annotation, margin: f32) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.add_space(margin + space::LABEL_WIDTH + space::LABEL_GAP);
        let sentence = format!("Marked by {}", annotation.author);
        text::Words::new(&sentence, Role::Hint).color(theme.text3).show(ui);
    });
    ui.add_space(16.0);
}

impl Field<'_> {
    /// Shows label and field; answers whether it has the focus.
    fn show(&self, ui: &mut Ui, margin: f32, commands: &mut Vec<Command>) -> bool {
        let Some(value) = self.annotation.field(self.path) else { return false };
        form_row(ui, self.name, margin, |ui, width| match value {
            FieldValue::Choice(vocabulary, index) => self.choice(ui, width, vocabulary, index, commands),
            FieldValue::Words(words) => self.words(ui, width, words, commands),
            FieldValue::Text(text) => self.text(ui, width, text, commands),
            FieldValue::Number(_) | FieldValue::Size(_) | FieldValue::Source(_) | FieldValue::Mark(_) => false,
        })
    }

    fn choice(
        &self,
        ui: &mut Ui,
        width: f32,
        vocabulary: &'static Vocabulary,
        index: usize,
        commands: &mut Vec<Command>,
    ) -> bool {
        let mut chosen = index;
        let response = Choice::new(self.name, vocabulary).width(width).show(ui, &mut chosen);
        self.take_focus(&response);
        if chosen != index {
            self.set(FieldValue::Choice(vocabulary, chosen), commands);
        }
        response.has_focus()
    }

    fn words(&self, ui: &mut Ui, width: f32, words: Option<Anchored<String>>, commands: &mut Vec<Command>) -> bool {
        let theme = Theme::of(ui.ctx());
        let anchor = words.as_ref().and_then(|words| words.anchor.clone());
        let mut value = words.map(|words| words.value).unwrap_or_default();
        let is_quoted = anchor.as_ref().is_some_and(|anchor| is_same_words(&anchor.words, &value));
        let role = if is_quoted { Role::Words } else { Role::Value };
        let is_focused = ui.memory(|memory| memory.has_focus(self.id()));
        let field = TextField::new(&mut value, self.id(), role)
            .name(self.name)
            .placeholder(if is_focused { "Select words or type" } else { "Not stated" })
            .icon(24.0)
            .width(width)
            .show(ui);
        self.take_focus(&field.response);
        if field.changed {
            let words = Anchored { value: value.clone(), anchor: anchor.clone().filter(|_| !value.is_empty()) };
            self.set(FieldValue::Words((!value.is_empty()).then_some(words)), commands);
        }
        self.arm(ui, &field.response, field.changed, commands);
        self.leave(field.submitted || field.cancelled, &field.response, commands);
        match anchor {
            Some(anchor) => {
                let name = if anchor.at.is_some() { "Unanchor" } else { "Words not found again: unanchor" };
                if anchor_button(ui, field.icon_rect, name, self.name, true).clicked() {
                    self.set(FieldValue::Words(Some(Anchored::typed(value))), commands);
                }
                if !is_quoted {
                    let words = format!("rests on “{}”", anchor.words);
                    text::Words::new(&words, Role::Hint).color(theme.text2).width(width).show(ui);
                }
            }
            None => {
                if anchor_button(ui, field.icon_rect, "Pick words for", self.name, false).clicked() {
                    commands.push(Command::PickFor(self.annotation.id, self.path));
                }
            }
        }
        field.focused
    }

    fn text(&self, ui: &mut Ui, width: f32, mut text: String, commands: &mut Vec<Command>) -> bool {
        let placeholder = match self.path {
            FieldPath::Statement => "What is claimed, to be understood by itself",
            _ => "No note",
        };
        let field = TextField::new(&mut text, self.id(), Role::Value)
            .name(self.name)
            .placeholder(placeholder)
            .multiline(2)
            .width(width)
            .show(ui);
        self.take_focus(&field.response);
        if field.changed {
            self.set(FieldValue::Text(text), commands);
        }
        self.leave(field.cancelled, &field.response, commands);
        field.focused
    }

    /// A field that has the focus takes the next words that the mouse selects in the article.
    fn arm(&self, ui: &Ui, response: &Response, is_typed: bool, commands: &mut Vec<Command>) {
        let is_pressed = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
        if response.gained_focus() {
            commands.push(Command::Arm(self.annotation.id, self.path));
        } else if is_typed || (response.lost_focus() && !is_pressed) {
            commands.push(Command::Disarm);
        }
    }

    /// Enter and Esc lead back to the article; leaving ends a run of typing.
    fn leave(&self, goes_back: bool, response: &Response, commands: &mut Vec<Command>) {
        if goes_back {
            commands.push(Command::BackToArticle);
        }
        if response.lost_focus() {
            commands.push(Command::Seal);
        }
    }

    fn take_focus(&self, response: &Response) {
        if self.wants_focus {
            response.request_focus();
            response.scroll_to_me(None);
        }
    }

    fn set(&self, value: FieldValue, commands: &mut Vec<Command>) {
        commands.push(Command::SetField(self.annotation.id, self.path, value));
    }

    fn id(&self) -> Id {
        field_id(self.annotation.id, self.path)
    }
}

/// Whether a value is the very words it rests on, but for line ends and runs of spaces.
fn is_same_words(words: &str, value: &str) -> bool {
    words.split_whitespace().eq(value.split_whitespace())
}

/// The id under which a field keeps its caret.
pub fn field_id(id: AnnotationId, path: FieldPath) -> Id {
    Id::unique(("field", id.to_string(), path.to_string()))
}

/// The button at a field's end: an anchor, dark where the value rests on words.
fn anchor_button(ui: &Ui, rect: Rect, verb: &str, field: &str, is_anchored: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let name = format!("{verb} {}", field.to_lowercase());
    // Not a stop of Tab: Ctrl+P does the same, and typing would go astray there.
    let response = ui.interact(rect, ui.scope_id().with(("anchor", field)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &name));
    let ink = if is_anchored || response.hovered() { theme.text } else { theme.disabled };
    Icon::Anchor.paint(ui.painter(), rect, space::ICON, ink);
    tip(&response, &name, (!is_anchored).then_some(Command::PickWords.key_cap(ui.ctx())).as_deref());
    response
}
