use eframe::egui::{Align, Layout as Direction, Sense, Stroke, Ui, vec2};

use super::head::counted;
use super::view::LibraryView;
use crate::app::command::Command;
use crate::app::document::tone;
use crate::app::find::grouped;
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{Hairline, Icon, IconButton, Words};
use crate::check::Severity;

/// Shows the line at the foot: how many projects there are, whether they are known, and what is to be looked at.
pub fn show(ui: &mut Ui, library: &LibraryView, commands: &mut Vec<Command>) {
    let theme = Theme::of(ui.ctx());
    Hairline::new().paint_above(ui, ui.max_rect().expand2(vec2(12.0, 0.0)));
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = space::COUNT_GAP;
        words(ui, &counted(library.folder.entries.len(), "project"));
        if let Some(state) = state(library) {
            divider(ui);
            words(ui, &state);
        }
        let stop = IconButton::new(Icon::Close, "Stop counting").side(space::HIT).icon_side(12.0);
        if library.folder.counting.is_running() && stop.show(ui).clicked() {
            commands.push(Command::StopReading);
        }
        for told in library.folder.told.iter().take(2) {
            divider(ui);
            let (icon, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
            Icon::Warning.paint(ui.painter(), icon, space::ICON_SMALL, theme.warning);
            crate::app::text::TextLabel::new(told, crate::app::text::Role::Hint).color(theme.text2).show(ui);
        }
        ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::COUNT_GAP;
            let totals = &library.totals;
            words(ui, &format!("{} of {} signed off", totals.n_signed_off, totals.n_projects));
            for severity in [Severity::Warning, Severity::Error] {
                let n = totals.n(severity);
                if n > 0 {
                    divider(ui);
                    words(ui, &counted(n, &severity.name().to_lowercase()));
                    let (icon, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
                    tone(severity).icon().paint(ui.painter(), icon, space::ICON_SMALL, tone(severity).ink(&theme));
                }
            }
        });
    });
}

fn state(library: &LibraryView) -> Option<String> {
    let folder = &library.folder;
    let (n_counted, n_all) = library.n_counted;
    let counted = || format!("{} of {}", grouped(n_counted), grouped(n_all));
    match () {
        _ if folder.is_reading() && !folder.is_known => Some("Reading…".to_owned()),
        _ if library.finder.is_running() => Some("Searching…".to_owned()),
        _ if folder.error.is_some() => Some("The folder could not be read".to_owned()),
        _ if folder.counting.is_running() => Some(format!("Counting proposals: {}", counted())),
        // Where the reading itself was stopped, that is told beside it.
        _ if folder.counting.is_stopped() && n_counted < n_all && folder.told.is_empty() => {
            Some(format!("Proposals counted: {}. Press F5 to count the rest", counted()))
        }
        _ if folder.is_known => Some("Index is up to date".to_owned()),
        _ => None,
    }
}

fn words(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui.ctx());
    Words::new(text, theme.text2).size(Face::SMALL).show(ui);
}

fn divider(ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let (room, _) = ui.allocate_exact_size(vec2(17.0, 14.0), Sense::hover());
    ui.painter().vline(room.center().x, room.y_range(), Stroke::new(1.0, theme.border_strong));
}
