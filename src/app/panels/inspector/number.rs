use eframe::egui::Ui;

use crate::app::text::{Role, TextField};
use crate::model::{FieldPath, FieldValue, NotACount, grouped, latin_digits, read_count};

use super::entries::TypedEntry;
use super::form::Form;

/// What showing a number came to.
pub struct ShownNumber {
    /// Whether it has the focus.
    pub focused: bool,
    /// What is wrong with what was typed, in a sentence.
    pub problem: Option<String>,
}

impl Form<'_> {
    /// Shows a number in a cell. What is no number changes nothing: the value is what it was
    /// before typing began, and a sentence says why.
    pub fn number(&mut self, ui: &mut Ui, path: FieldPath, width: f32, absent: &str) -> ShownNumber {
        let nothing = ShownNumber { focused: false, problem: None };
        let Some(value) = self.annotation.field(path) else { return nothing };
        let id = self.annotation.id;
        let entry = self.memory.entries.of(id, path, &value);
        let mut text = entry.as_ref().map_or_else(|| written(&value), |entry| entry.typed.clone());
        let name = self.name(path);
        let field = TextField::new(&mut text, self.id(path), Role::StrongLabel)
            .name(&name)
            .placeholder(absent)
            .width(width)
            .bare()
            .show(ui);
        self.follow_focus(path, &field.response);
        let mut problem = entry.as_ref().and_then(|entry| read(&entry.typed, &value).err());
        if field.changed {
            let before = entry.map_or_else(|| value.clone(), |entry| entry.before);
            let read = read(&text, &value);
            problem = read.as_ref().err().cloned();
            // What cannot be read leaves the value of before, not the last digit that could.
            let set = read.unwrap_or_else(|_| before.clone());
            self.set(path, set.clone());
            self.memory.entries.keep(id, path, TypedEntry { typed: text, before, set });
        } else if field.cancelled || (!field.focused && problem.is_none()) {
            problem = None;
            self.memory.entries.forget(id, path);
        }
        self.leave(path, field.submitted, field.cancelled, &field.response);
        // Whoever types “1,500” has “1,5” on the way.
        problem = problem.filter(|problem| !field.focused || *problem != NotACount::Groups.to_string());
        ShownNumber { focused: field.focused, problem }
    }
}

/// A number as the window writes it; empty for an absent one.
pub fn written(value: &FieldValue) -> String {
    match value {
        FieldValue::Number(Some(number)) => grouped(*number),
        FieldValue::Size(Some(size)) => size.to_string(),
        _ => String::new(),
    }
}

/// What is typed as a value of the kind of `like`; a sentence where it is none.
fn read(typed: &str, like: &FieldValue) -> Result<FieldValue, String> {
    match like {
        FieldValue::Size(_) if typed.trim().is_empty() => Ok(FieldValue::Size(None)),
        FieldValue::Size(_) => match latin_digits(typed.trim()).parse::<crate::model::HouseholdSize>() {
            Ok(size) => Ok(FieldValue::Size(Some(size))),
            Err(why) => Err(capitalized(&why.to_string())),
        },
        _ => read_count(typed).map(FieldValue::Number).map_err(|why| why.to_string()),
    }
}

fn capitalized(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_the_digits_of_arabic_and_persian() {
        for typed in ["12", "١٢", "۱۲"] {
            assert_eq!(read(typed, &FieldValue::Number(None)), Ok(FieldValue::Number(Some(12))), "{typed}");
        }
        let size = "4.5".parse().ok();
        for typed in ["4.5", "٤٫٥", "۴٫۵"] {
            assert_eq!(read(typed, &FieldValue::Size(None)), Ok(FieldValue::Size(size)), "{typed}");
        }
    }
}
