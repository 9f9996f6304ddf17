use eframe::egui::{Align, Layout as Direction, Ui};

use crate::app::command::{Command, CompareCommand};
use crate::app::layout::Layout;
use crate::app::panels::show_hints;
use crate::app::theme::{Face, Theme};
use crate::app::widgets::{Hairline, Words};

use super::SIDES;

/// Shows the strip over the article: what is done here, and by which keys.
pub fn strip(ui: &mut Ui, layout: Layout) {
    let theme = Theme::of(ui.ctx());
    Hairline::new().paint_below(ui, ui.max_rect().expand2(eframe::egui::vec2(16.0, 0.0)));
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        Words::new("Settle what a merge left open", theme.text).face(Face::Semibold).show(ui);
        if !layout.has_names {
            return;
        }
        ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
            let caps: Vec<String> =
                (0..SIDES.len()).map(|n| Command::Compare(CompareCommand::Take(n)).key_cap(ui.ctx())).collect();
            let next = Command::Compare(CompareCommand::Next).key_cap(ui.ctx());
            let sides = caps.iter().zip(SIDES).map(|(cap, (_, name))| (cap.as_str(), name));
            let hints: Vec<(&str, &str)> = sides.chain([(next.as_str(), "Next")]).collect();
            show_hints(ui, &hints);
        });
    });
}
