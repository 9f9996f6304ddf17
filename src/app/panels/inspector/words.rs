use eframe::egui::{Rect, Response, Role as Access, Sense, Ui, WidgetInfo};

use crate::app::command::Command;
use crate::app::text::{Role, TextField};
use crate::app::theme::{Theme, space};
use crate::app::widgets::{Icon, Tone, tip, tip_sentence};
use crate::model::{Anchored, FieldPath, FieldValue, WhenPart};

use super::form::Form;

impl Form<'_> {
    /// Shows a field of words: typed, or resting on words of the article. Enter does
    /// `on_enter`, or leads back to the article.
    pub fn words(
        &mut self,
        ui: &mut Ui,
        path: FieldPath,
        width: f32,
        words: Option<Anchored<String>>,
        on_enter: Option<Command>,
    ) {
        let (name, id) = (self.name(path), self.id(path));
        let anchor = words.as_ref().and_then(|words| words.anchor.clone());
        let mut value = words.map(|words| words.value).unwrap_or_default();
        // In the article's face as long as the words are the article's; a change shows at once that they are
        // not any more.
        let is_quoted = anchor.as_ref().is_some_and(|anchor| is_same_words(&anchor.words, &value));
        let role = if is_quoted { Role::Words } else { Role::Value };
        let is_focused = ui.memory(|memory| memory.has_focus(id));
        let field = TextField::new(&mut value, id, role)
            .name(&name)
            .placeholder(if is_focused { "Select words or type" } else { "Not stated" })
            .icon(24.0)
            .problem(self.problem(path))
            .width(width)
            .show(ui);
        self.follow_focus(path, &field.response);
        let trimmed = Self::trimmed(&field.response, &value);
        let is_changed = field.changed || trimmed.is_some();
        value = trimmed.unwrap_or(value);
        if is_changed {
            let words = Anchored { value: value.clone(), anchor: anchor.clone().filter(|_| !value.is_empty()) };
            self.set(path, FieldValue::Words((!value.is_empty()).then_some(words)));
        }
        self.arm(ui, path, &field.response, field.changed);
        match on_enter.filter(|_| field.submitted) {
            Some(command) => {
                self.commands.push(command);
                // The reading is taken, and the next Enter goes on to the next field.
                self.rest_in(path);
                self.leave(path, false, false, &field.response);
            }
            None => self.leave(path, field.submitted, field.cancelled, &field.response),
        }
        let Some(anchor) = anchor else {
            if end_button(ui, field.icon_rect, Icon::Anchor, "Pick words for", &name, false).clicked() {
                self.commands.push(Command::PickFor(self.annotation.id, path));
            }
            self.derived(ui, path, &value, width);
            return;
        };
        let verb = if anchor.at.is_some() { "Unanchor" } else { "Words not found again: unanchor" };
        let button = end_button(ui, field.icon_rect, Icon::Anchor, verb, &name, true);
        if button.clicked() {
            self.set(path, FieldValue::Words(Some(Anchored::typed(value.clone()))));
        }
        // What the mouse points at comes before what has the focus: it was pointed at to be seen.
        if field.response.hovered() || button.hovered() || (field.focused && self.memory.highlighted.is_none()) {
            self.memory.highlighted = anchor.at;
        }
        if !is_quoted {
            let rests = format!("Rests on “{}”", anchor.words);
            tip_sentence(&field.response, &rests);
            // Told while one is at it: a line that came under the field with the first letter would move the others.
            if field.focused {
                self.say_wrong(path, Tone::Note, rests);
            }
        }
        self.derived(ui, path, &value, width);
    }

    /// Under the words of a time: the day that they stand for, while no day is stated.
    fn derived(&mut self, ui: &mut Ui, path: FieldPath, words: &str, width: f32) {
        // A proposal has no day of its own to be worked out under its words.
        if path == FieldPath::When(WhenPart::Text) && !self.is_proposal {
            self.resolved(ui, words, width);
        }
    }

    /// A field that has the focus takes the next words that the mouse selects in the article.
    pub fn arm(&mut self, ui: &Ui, path: FieldPath, response: &Response, is_typed: bool) {
        // A press in the article takes the focus before the words are selected; disarmed here, they would fill
        // nothing.
        let is_pressed = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
        // A click into the field that was just filled asks for other words.
        if response.clicked() {
            self.memory.filled = None;
            self.commands.push(Command::Arm(self.annotation.id, path));
        }
        let is_filled = self.memory.filled == Some(path);
        if response.gained_focus() && !is_filled {
            self.commands.push(Command::Arm(self.annotation.id, path));
        } else if is_typed || (response.lost_focus() && !is_pressed) {
            self.commands.push(Command::Disarm);
        }
        if is_filled && response.lost_focus() {
            self.memory.filled = None;
        }
    }
}

/// Whether a value is the very words it rests on, but for line ends and runs of spaces.
fn is_same_words(words: &str, value: &str) -> bool {
    words.split_whitespace().eq(value.split_whitespace())
}

/// The button within a field's end, dark where it is on: an anchor where the value rests on words.
pub fn end_button(ui: &Ui, rect: Rect, icon: Icon, verb: &str, field: &str, is_on: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let name = format!("{verb} {}", field.to_lowercase());
    // Not a stop of Tab: Ctrl+P does the same, and typing would go astray there.
    let response = ui.interact(rect, ui.scope_id().with(("end", field)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &name));
    if ui.is_rect_visible(rect) {
        let ink = if is_on || response.hovered() { theme.text } else { theme.disabled };
        icon.paint(ui.painter(), rect, space::ICON, ink);
    }
    tip(&response, &name, (!is_on).then_some(Command::PickWords.key_cap(ui.ctx())).as_deref());
    response
}
