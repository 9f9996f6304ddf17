use eframe::egui::{Align, Id, Layout as Direction, Ui, vec2};

use super::head::counted;
use super::table::Table;
use super::view::LibraryView;
use crate::app::category_look::looks;
use crate::app::text::{Role, TextField};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{Hairline, Icon, LetterFilter, Tone, Words};

/// Shows the search field, how much was found, and the letters of the categories that hits may stand in.
pub fn show(ui: &mut Ui, library: &mut LibraryView) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(8.0);
    let problem = library.finder.problem.as_ref().map(|_| Tone::Error);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(space::PANEL_MARGIN);
        let width = ui.available_width() - space::PANEL_MARGIN;
        let field = TextField::new(&mut library.finder.needle, Id::unique("search the library"), Role::Words)
            .name("Search the library")
            .placeholder("Words, sources, notes")
            .lead(24.0)
            .problem(problem)
            .taken_up(std::mem::take(&mut library.wants_search))
            .width(width)
            .show(ui);
        Icon::Search.paint(ui.painter(), field.lead_rect, space::ICON, theme.text2);
        if field.cancelled {
            ui.memory_mut(|memory| memory.request_focus(Table::id()));
        }
    });
    ui.add_space(8.0);
    if library.finder.has_query() {
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), space::CONTROL),
            Direction::left_to_right(Align::Center),
            |ui| {
                ui.add_space(space::PANEL_MARGIN);
                Words::new(&describe(library), theme.text2).size(Face::SMALL).show(ui);
                ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
                    ui.add_space(space::PANEL_MARGIN);
                    let mut letters = library.finder.letters();
                    if LetterFilter::new(&looks()).show(ui, &mut letters).changed() {
                        library.finder.categories = (letters != [true; 4]).then_some(letters);
                    }
                });
            },
        );
        ui.add_space(8.0);
    }
    Hairline::new().show(ui);
}

/// "7 hits in 4 projects".
fn describe(library: &LibraryView) -> String {
    let finder = &library.finder;
    let n_hits = finder.found.iter().map(|found| found.n_hits).sum();
    let told = format!("{} in {}", counted(n_hits, "hit"), counted(finder.found.len(), "project"));
    match finder.n_unread {
        0 => told,
        n_unread => format!("{told}, {n_unread} not read"),
    }
}
