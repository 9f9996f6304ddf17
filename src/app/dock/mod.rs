//! What is docked under the article: the ledger, or the list of problems.

mod ledger_line;
mod ledger_row;
mod ledger_table;
mod problem_list;
mod problem_row;
mod range;

use eframe::egui::{Align, Frame, Layout as Direction, Panel, Rangef, Rect, Ui, UiBuilder};

use crate::app::command::{Command, Mode};

use super::layout::Layout;
use super::opened::Opened;
use super::region_focus::Part;
use super::theme::{Theme, space};
use super::widgets::{Hairline, Icon, IconButton, PanelEdge, Segmented, Side};
use super::window::Window;
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
const HEIGHT: f32 = 268.0;
/// Least height, in points.
const LEAST: f32 = 120.0;

impl DockTab {
    /// The name under which the settings know it.
    fn panel(self) -> &'static str {
        match self {
            DockTab::Ledger => "ledger",
            DockTab::Problems => "problems",
        }
    }

    fn other(self) -> DockTab {
        match self {
            DockTab::Ledger => DockTab::Problems,
            DockTab::Problems => DockTab::Ledger,
        }
    }
}

impl Window {
    /// What the dock shows; `None` where it is closed.
    pub(super) fn dock_tab(&self) -> Option<DockTab> {
        [DockTab::Ledger, DockTab::Problems].into_iter().find(|tab| self.settings.is_shown(tab.panel()))
    }

    /// Why there is no room for the dock, in a clause; `None` where there is.
    pub(super) fn why_no_dock(&self) -> Option<&'static str> {
        match self.mode {
            Mode::Library => Some("it is of an article, and the library is shown"),
            _ if self.opened.is_none() => Some("no article is open"),
            _ if self.compare.shown(self.mode).is_some() => Some("it is of one project, and projects are compared"),
            _ => None,
        }
    }

    /// Shows this in the dock and goes there, or closes the dock where it is shown.
    pub(super) fn toggle_dock(&mut self, tab: DockTab) {
        // What cannot be seen is not changed, to come as a surprise later.
        if self.why_no_dock().is_some() {
            return;
        }
        if self.dock_tab() == Some(tab) {
            self.settings.set_shown(tab.panel(), false);
            self.article.focus();
        } else {
            self.show_dock(tab);
            self.dock.wants_focus = true;
        }
    }

    fn show_dock(&mut self, tab: DockTab) {
        self.settings.set_shown(tab.panel(), true);
        self.settings.set_shown(tab.other().panel(), false);
    }

    /// Takes the room of the dock under the article.
    pub(super) fn dock_room(&mut self, ui: &mut Ui) -> Option<Rect> {
        self.dock_tab().filter(|_| self.compare.shown(self.mode).is_none())?;
        let range = self.dock_range();
        let height = range.clamp(self.settings.widths.get("dock").copied().unwrap_or(HEIGHT));
        let frame = Frame::new().fill(Theme::of(ui.ctx()).panel);
        let shown = Panel::bottom("dock").exact_size(height).resizable(false).frame(frame).show(ui, |ui| {
            ui.take_available_space();
            ui.max_rect()
        });
        Some(shown.inner)
    }

    fn dock_range(&self) -> Rangef {
        Rangef::new(LEAST, (self.ctx.content_rect().height() / 2.0).max(LEAST))
    }

    /// Shows the dock in its room. It comes after the article, so that Tab reaches it from there.
    pub(super) fn dock_panel(&mut self, ui: &mut Ui, room: Option<Rect>, layout: Layout) {
        let (Some(room), Some(tab)) = (room, self.dock_tab()) else { return };
        let inside = UiBuilder::new().id_salt("dock").max_rect(room).layout(Direction::top_down(Align::Min));
        let mut inside = ui.new_child(inside);
        inside.set_clip_rect(room.intersect(ui.clip_rect()));
        inside.spacing_mut().item_spacing.y = 0.0;
        self.landing.part(&inside, Part::Dock);
        Hairline::new().paint_above(&inside, room);
        let Some(opened) = &self.opened else { return };
        let chosen = header(&mut inside, opened, tab, layout.margin, &mut self.commands);
        let takes_focus = std::mem::take(&mut self.dock.wants_focus);
        match tab {
            DockTab::Ledger => {
                self.dock.ledger.show(&mut inside, opened, layout.margin, takes_focus, &mut self.commands);
            }
            DockTab::Problems => {
                self.dock.problems.show(&mut inside, opened, layout.margin, takes_focus, &mut self.commands);
            }
        }
        if chosen != tab {
            self.show_dock(chosen);
        }
        let edge = PanelEdge { name: "Height of the dock", side: Side::Top, range: self.dock_range() };
        if let Some(height) = edge.show(ui, room) {
            self.settings.widths.insert("dock".to_owned(), height);
        }
    }
}

/// Shows what the dock can show and the button that closes it; answers what is chosen.
fn header(ui: &mut Ui, opened: &Opened, tab: DockTab, margin: f32, commands: &mut Vec<Command>) -> DockTab {
    let problems = match opened.problems.len() {
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
