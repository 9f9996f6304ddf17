use eframe::egui::Ui;

use crate::app::command::Command;
use crate::app::widgets::Button;
use crate::app::widgets::form::lines_under;
use crate::figures::{Language, resolved_day};
use crate::model::{FieldPath, FieldValue, Precision, WhenPart};

use super::form::Form;

impl Form<'_> {
    /// Under the words of a time: the time they stand for and how that was worked out, which is kept only where an
    /// editor asks for it. The lines are there whether something stands in them or not, so that no field moves.
    pub fn resolved(&mut self, ui: &mut Ui, words: &str, width: f32) {
        let card = &self.document.session.project().article().card;
        let language = Language::of_tag(&card.language);
        let resolved = (!words.is_empty()).then(|| resolved_day(words, language, card.published)).flatten();
        let Some(resolved) = resolved else {
            lines_under(ui, width, "", None);
            return;
        };
        let date = FieldPath::When(WhenPart::Date);
        // A day that an editor has stated is not offered to be replaced.
        let is_free = self.annotation.field(date).is_some_and(|value| value.is_unknown());
        let name = format!("Keep {}", resolved.name());
        let button = is_free.then(|| Button::new("Keep").spoken(&name).quiet().tight());
        if lines_under(ui, width, &resolved.sentence(), button) {
            let precision = FieldValue::Choice(Precision::VOCABULARY, resolved.precision as usize);
            let values =
                vec![(date, FieldValue::Text(resolved.date())), (FieldPath::When(WhenPart::Precision), precision)];
            self.commands.push(Command::SetFields(self.annotation.id, "resolved day", values));
        }
    }
}
