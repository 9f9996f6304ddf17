use eframe::egui::Ui;

use crate::app::command::Command;
use crate::app::form::hint;
use crate::app::widgets::{Button, Tone};
use crate::figures::resolved_day;
use crate::model::{FieldPath, FieldValue, Precision, WhenPart};

use super::form::Form;

impl Form<'_> {
    /// Under the words of a time: the day they stand for and how that was worked out, which is
    /// kept only where an editor asks for it.
    pub fn resolved(&mut self, ui: &mut Ui, words: &str, width: f32) {
        let published = self.opened.open.project().article().card.published;
        let Some(resolved) = resolved_day(words, published) else { return };
        let sentence = resolved.sentence();
        hint(ui, Tone::Note, &sentence, width);
        let date = FieldPath::When(WhenPart::Date);
        if self.annotation.field(date).is_some_and(|value| value.is_unknown()) {
            ui.add_space(2.0);
            let name = format!("Keep {}", resolved.day);
            if Button::new(&name).quiet().tight().show(ui).clicked() {
                let precision = FieldValue::Choice(Precision::VOCABULARY, resolved.precision as usize);
                let values = vec![
                    (date, FieldValue::Text(resolved.day.to_string())),
                    (FieldPath::When(WhenPart::Precision), precision),
                ];
                self.commands.push(Command::SetFields(self.annotation.id, "resolved day", values));
            }
        }
    }
}
