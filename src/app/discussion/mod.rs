//! What became of a mark and what is said of it: its history, its comments, what it was sent back with.
//!
//! Annotate shows it under the form, Review under the record.

mod history;
mod sent_back;
mod thread;

use eframe::egui::Ui;

use crate::model::Status;

pub use history::History;
pub use sent_back::{foot, sent_back};
pub use thread::Thread;

/// A status where there is little room.
pub fn in_a_word(status: Status) -> &'static str {
    if status == Status::ChangesRequested { "Sent back" } else { status.label() }
}

/// Shows something between the margins of the panel.
pub fn padded<R>(ui: &mut Ui, margin: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(margin);
        let width = ui.available_width() - margin;
        ui.allocate_ui(eframe::egui::vec2(width, 0.0), |ui| {
            ui.vertical(|ui| {
                ui.set_width(width);
                contents(ui)
            })
            .inner
        })
        .inner
    })
    .inner
}
