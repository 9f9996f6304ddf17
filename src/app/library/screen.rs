//! The library as it lies in the window: folders, table, search and totals.

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Ui};

use crate::app::command::Command;
use crate::app::context::AppCtx;
use crate::app::given::Given;
use crate::app::region_focus::{Region as Landmark, RegionFocus};
use crate::app::theme::Theme;

use super::hit_rows::HitRows;
use super::table::Table;
use super::view::LibraryView;
use super::{charts, folders, head, search_field, status};

/// Width of the left panel and of the right one, in points.
const LEFT: f32 = 200.0;
const RIGHT: f32 = 320.0;

impl LibraryView {
    /// Shows it in the place of an article. `is_right_over` says whether the right panel is wanted where there is no room
    /// for both.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        cx: &mut AppCtx<'_>,
        region_focus: &mut RegionFocus,
        given: &Given,
        is_right_over: bool,
    ) {
        // News first: what is shown in this frame is worked out from them.
        self.folder.take_news();
        self.finder.take_news();
        self.work_out();
        let theme = Theme::of(ui.ctx());
        let bar = Frame::new().fill(theme.chrome).inner_margin(Margin::symmetric(12, 0));
        // As high as the line at the foot of the other modes, so that nothing moves on the way here.
        let foot = Panel::bottom("library foot").exact_size(28.0).resizable(false).show_separator_line(false);
        foot.frame(bar).show(ui, |ui| status::show(ui, self, cx.commands));
        let panel = Frame::new().fill(theme.panel);
        // Where there is no room for both, the search takes the place of the folders.
        let has_right = if cx.layout.has_right { cx.settings.is_shown("right") } else { is_right_over };
        let has_left = cx.settings.is_shown("left") && (cx.layout.has_right || !has_right);
        if has_left {
            let left = Panel::left("folders").exact_size(LEFT).resizable(false).frame(panel);
            left.show(ui, |ui| {
                region_focus.part(ui, Landmark::Left);
                folders::show(ui, self, &cx.settings.libraries, given, cx.commands);
            });
        }
        if has_right {
            let right = Panel::right("found").exact_size(RIGHT).resizable(false).frame(panel);
            right.show(ui, |ui| {
                region_focus.part(ui, Landmark::Right);
                ui.spacing_mut().item_spacing.y = 0.0;
                finder_panel(ui, self, cx.commands);
                charts::show(ui, self, cx.now, cx.commands);
            });
        }
        CentralPanel::default().frame(Frame::new().fill(theme.page)).show(ui, |ui| {
            region_focus.part(ui, Landmark::Article);
            ui.spacing_mut().item_spacing.y = 0.0;
            head::show(ui, self, cx.commands);
            Table::show(ui, self, cx.now, cx.commands);
        });
    }
}

fn finder_panel(ui: &mut Ui, library: &mut LibraryView, commands: &mut Vec<Command>) {
    search_field::show(ui, library);
    if library.finder.has_query() {
        HitRows::show(ui, library, commands);
    }
}
