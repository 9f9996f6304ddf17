use eframe::egui::{Id, ScrollArea, Ui};

use crate::app::command::{Command, Scope};
use crate::app::keys::cap;
use crate::app::theme::{Face, Theme};
use crate::app::widgets::{self, KeyCap, Words};

/// The caret's keys, which are the platform's own and no commands.
const CARET: [(&str, &str); 7] = [
    ("Caret by character and line, with Shift selects", "Arrows"),
    ("Caret by word", "Ctrl Arrows"),
    ("Caret by paragraph", "Ctrl Up, Down"),
    ("Start and end of the line", "Home, End"),
    ("Start and end of the article", "Ctrl Home, End"),
    ("A view up or down", "Page Up, Down"),
    ("Hold to see the clean text", "Space"),
];

/// Lists all keys; answers whether the list stays open.
pub fn show(ui: &Ui, id: Id) -> bool {
    let answer = widgets::Dialog::new("Keys", "Done").without_cancel().width(520.0).show(ui.ctx(), id, |ui| {
        let height = (ui.ctx().content_rect().height() - 220.0).max(160.0);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            head(ui, "In the article");
            for command in Command::LISTED.iter().filter(|command| has_keys(command, Scope::Article)) {
                row(ui, command.name(), &all_caps(command));
            }
            for (name, keys) in CARET {
                row(ui, name, keys);
            }
            head(ui, "Everywhere");
            for command in Command::LISTED.iter().filter(|command| has_keys(command, Scope::Window)) {
                row(ui, command.name(), &all_caps(command));
            }
        });
    });
    answer.is_none()
}

fn has_keys(command: &Command, scope: Scope) -> bool {
    command.keys().first().is_some_and(|keys| keys.scope == scope)
}

fn all_caps(command: &Command) -> String {
    command.keys().into_iter().map(cap).collect::<Vec<_>>().join(", ")
}

fn head(ui: &mut Ui, title: &str) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(8.0);
    Words::new(title, theme.text).face(Face::Semibold).show(ui);
}

fn row(ui: &mut Ui, name: &str, keys: &str) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal(|ui| {
        Words::new(name.trim_end_matches('…'), theme.text2).show(ui);
        let right = eframe::egui::Layout::right_to_left(eframe::egui::Align::Center);
        ui.with_layout(right, |ui| {
            ui.add_space(16.0);
            KeyCap::new(keys).show(ui);
        });
    });
}
