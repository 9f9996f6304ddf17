use eframe::egui::{Id, Ui};

use crate::app::category_look::CategoryLook;
use crate::app::command::{Command, DifferenceFilter};
use crate::app::widgets::{Button, PanelHeader};
use crate::model::{Category, FieldPath};
use crate::review::agreement::{FieldAgreement, FieldOf};

use super::agreement::{Number, number};
use super::work::ComparisonState;

/// Shows how far each field reads the same over marks that were paired, a category after the other. Those that
/// always do are shown when they are asked for.
pub fn fields(ui: &mut Ui, work: &ComparisonState, margin: f32, commands: &mut Vec<Command>) {
    for category in Category::ALL {
        let of_category = || work.agreement.fields.iter().filter(move |field| field.category == category);
        let matched = of_category().map(|field| field.matched).max().unwrap_or(0);
        if matched == 0 {
            continue;
        }
        let count = if matched == 1 { "1 pair of marks".to_owned() } else { format!("{matched} pairs of marks") };
        let title = format!("{} fields", category.name());
        PanelHeader::new(&title).chip(category.look()).count(&count).margin(margin).show(ui, |_| {});
        let id = Id::unique(("all fields", category.name()));
        let mut shows_all: bool = ui.data(|data| data.get_temp(id)).unwrap_or(false);
        // Most fields agree; what one looks for are those that do not.
        for field in of_category().filter(|field| shows_all || field.agree < field.matched) {
            line(ui, work, field, margin, commands);
        }
        let n_agreed = of_category().filter(|field| field.agree == field.matched).count();
        if n_agreed == 0 {
            continue;
        }
        ui.horizontal(|ui| {
            ui.add_space(margin);
            let label = match (shows_all, n_agreed) {
                (true, _) => format!("Hide the {} fields that agree", category.name()),
                (false, 1) => format!("Show the 1 of {} that agrees", category.name()),
                (false, n) => format!("Show the {n} of {} that agree", category.name()),
            };
            if Button::new(&label).quiet().tight().show(ui).clicked() {
                shows_all = !shows_all;
                ui.data_mut(|data| data.insert_temp(id, shows_all));
            }
        });
    }
}

fn line(ui: &mut Ui, work: &ComparisonState, field: &FieldAgreement, margin: f32, commands: &mut Vec<Command>) {
    let value = format!("{} of {}", field.agree, field.matched);
    let share = 100.0 * field.agree as f64 / field.matched as f64;
    let alpha = match field.alpha {
        Some(Ok(alpha)) => format!(", α {:.2}", alpha.value),
        Some(Err(_)) | None => String::new(),
    };
    let sentence = format!("{}, {share:.0} %{alpha}", label(field));
    let spoken = format!("{}: {sentence}", field.category.name());
    let only = DifferenceFilter::Field(field.category, field.field);
    number(
        ui,
        Number { value: &value, sentence: &sentence, spoken: &spoken, only, is_choice: true },
        work,
        margin,
        commands,
    );
}

/// The field's label in its form; of those that a form has twice with the part that they stand in.
fn label(field: &FieldAgreement) -> String {
    use crate::model::PlacePart::Text;
    let label = field.field.label(field.category);
    match field.field {
        FieldOf::Field(FieldPath::From(part)) if part != Text => format!("From, {}", label.to_lowercase()),
        FieldOf::Field(FieldPath::To(part)) if part != Text => format!("To, {}", label.to_lowercase()),
        FieldOf::Field(FieldPath::ScopeOf) => "Scope, of".to_owned(),
        FieldOf::Field(FieldPath::ScopeBy) => "Scope, divided by".to_owned(),
        FieldOf::Field(FieldPath::Responsibility) => "Held responsible, how".to_owned(),
        _ => label.to_owned(),
    }
}
