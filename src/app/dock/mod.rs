//! What is docked under the article: the ledger, or the list of problems.

mod ledger_line;
mod ledger_row;
mod ledger_table;
mod problem_list;
mod problem_row;
mod range;

use eframe::egui::{Align, Frame, Layout as Direction, Panel, Rangef, Rect, Ui, UiBuilder};

use crate::app::command::Command;
use crate::store::Settings;

use super::context::ViewCtx;
use super::document::Document;
use super::region_focus::{Region, RegionFocus};
use super::theme::{Theme, space};
use super::widgets::{Hairline, Icon, IconButton, PanelEdge, Segmented, Side};
use ledger_table::LedgerTable;
use problem_list::ProblemList;

/// What the dock shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DockTab {
    /// Totals and conflicts.
    Ledger,
    /// What may be wrong.
    Problems,
}

/// What the dock remembers between frames.
#[derive(Default)]
pub struct Dock {
    ledger: LedgerTable,
    problems: ProblemList,
    wants_focus: bool,
}

/// Height to begin with, in points.
// The header of 44, the heads, and some seven rows: about what a small project adds up to.
const HEIGHT: f32 = 268.0;
/// Least height, in points.
// The header and some rows: less would be a dock in which nothing can be read.
const LEAST: f32 = 120.0;

impl DockTab {
    /// The name under which the settings know it.
    pub fn panel(self) -> &'static str {
        match self {
            DockTab::Ledger => "ledger",
            DockTab::Problems => "problems",
        }
    }

    /// The other one.
    pub fn other(self) -> DockTab {
        match self {
            DockTab::Ledger => DockTab::Problems,
            DockTab::Problems => DockTab::Ledger,
        }
    }
}

impl Dock {
    /// Gives what is docked the focus in the next frame.
    pub fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Takes its room under the article.
    pub fn room(ui: &mut Ui, settings: &Settings) -> Rect {
        let height = range(ui).clamp(settings.widths.get("dock").copied().unwrap_or(HEIGHT));
        let frame = Frame::new().fill(Theme::of(ui.ctx()).panel);
        let shown = Panel::bottom("dock").exact_size(height).resizable(false).frame(frame).show(ui, |ui| {
            ui.take_available_space();
            ui.max_rect()
        });
        shown.inner
    }

    /// Shows `tab` in its room; answers what is chosen.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        room: Rect,
        tab: DockTab,
        region_focus: &mut RegionFocus,
        cx: &mut ViewCtx<'_>,
    ) -> DockTab {
        let inside = UiBuilder::new().id_salt("dock").max_rect(room).layout(Direction::top_down(Align::Min));
        let mut inside = ui.new_child(inside);
        inside.set_clip_rect(room.intersect(ui.clip_rect()));
        inside.spacing_mut().item_spacing.y = 0.0;
        region_focus.part(&inside, Region::Dock);
        Hairline::new().paint_above(&inside, room);
        let margin = cx.layout.margin;
        let chosen = header(&mut inside, cx.document, tab, margin, cx.commands);
        let takes_focus = std::mem::take(&mut self.wants_focus);
        match tab {
            DockTab::Ledger => self.ledger.show(&mut inside, cx.document, margin, takes_focus, cx.commands),
            DockTab::Problems => self.problems.show(&mut inside, cx.document, margin, takes_focus, cx.commands),
        }
        let edge = PanelEdge { name: "Height of the dock", side: Side::Top, range: range(ui) };
        if let Some(height) = edge.show(ui, room) {
            cx.settings.widths.insert("dock".to_owned(), height);
        }
        chosen
    }
}

/// The heights it may have: never more than half of the window, so that the article stays the greater part.
fn range(ui: &Ui) -> Rangef {
    // The article keeps half of the window.
    Rangef::new(LEAST, (ui.ctx().content_rect().height() / 2.0).max(LEAST))
}

/// Shows what the dock can show and the button that closes it; answers what is chosen.
fn header(ui: &mut Ui, document: &Document, tab: DockTab, margin: f32, commands: &mut Vec<Command>) -> DockTab {
    let problems = match document.problems.len() {
        0 => "Problems".to_owned(),
        n_problems => format!("Problems {n_problems}"),
    };
    let mut chosen = usize::from(tab == DockTab::Problems);
    let size = eframe::egui::vec2(ui.available_width(), space::BAR);
    ui.allocate_ui_with_layout(size, Direction::left_to_right(Align::Center), |ui| {
        ui.add_space(margin);
        Segmented::new("Dock", &["Ledger", &problems]).show(ui, &mut chosen);
        ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
            ui.add_space(margin - 6.0);
            let command = if tab == DockTab::Ledger { Command::ToggleLedger } else { Command::ToggleProblems };
            let cap = command.key_cap(ui.ctx());
            let name = if tab == DockTab::Ledger { "Close the ledger" } else { "Close the problems" };
            if IconButton::new(Icon::Close, name).key(&cap).show(ui).clicked() {
                commands.push(command);
            }
        });
    });
    if chosen == 1 { DockTab::Problems } else { DockTab::Ledger }
}
