//! The panels at both sides, and the drawers that take their place in a narrow window.

use crate::app::command::Command;
use crate::app::context::ViewCtx;
use crate::app::layout::Layout;
use crate::app::region_focus::Region;
use crate::app::theme::Theme;
use crate::app::widgets::{Hairline, IconButton, PanelEdge, Side};
use eframe::egui::{
    Align, Area, Frame, Id, Layout as Direction, Order, Panel, Rangef, Rect, Stroke, Ui, UiBuilder, pos2,
};

use super::Window;

impl Window {
    /// Shows the left panel, or the rail that opens it.
    pub(super) fn left_side(&mut self, ui: &mut Ui, layout: Layout) {
        let frame = Frame::new().fill(Theme::of(ui.ctx()).panel);
        if !layout.has_left {
            Panel::left("rail").exact_size(RAIL).resizable(false).frame(frame).show(ui, |ui| self.rail(ui));
            return;
        }
        if !self.settings.is_shown("left") {
            return;
        }
        let (id, usual) = self.workspaces.current().left_width();
        let width = self.settings.widths.get(id).copied().unwrap_or(usual);
        // Below 200 a headline of the outline has two words to a line. Above 400 the article has no measure of
        // 60 characters left in a window of 1280.
        let range = Rangef::new(200.0, 400.0);
        let panel = Panel::left(id).exact_size(range.clamp(width)).resizable(false).frame(frame);
        let shown = panel.show(ui, |ui| self.left_panel(ui, layout));
        let edge = PanelEdge { name: "Width of the left panel", side: Side::Right, range };
        // After the panel, so that its edge lies over the contents and can be taken hold of.
        if let Some(width) = edge.show(ui, shown.response.rect) {
            self.settings.widths.insert(id.to_owned(), width);
        }
    }

    fn left_panel(&mut self, ui: &mut Ui, layout: Layout) {
        self.region_focus.part(ui, Region::Left);
        let (now, proposes) = (self.platform.now(), self.proposes());
        if let Some(document) = &self.document {
            let mut cx =
                ViewCtx { document, proposes, settings: &mut self.settings, layout, now, commands: &mut self.commands };
            self.workspaces.current().left(ui, &self.article, &mut cx);
        }
    }

    fn right_panel(&mut self, ui: &mut Ui, layout: Layout) {
        self.region_focus.part(ui, Region::Right);
        let (now, proposes) = (self.platform.now(), self.proposes());
        if let Some(document) = &self.document {
            let mut cx =
                ViewCtx { document, proposes, settings: &mut self.settings, layout, now, commands: &mut self.commands };
            self.workspaces.current().right(ui, &mut cx);
        }
    }

    /// Takes the room of the right panel where there is some beside the article.
    pub(in crate::app) fn right_room(&mut self, ui: &mut Ui, layout: Layout) -> Option<Rect> {
        if !layout.has_right || !self.settings.is_shown("right") {
            return None;
        }
        let frame = Frame::new().fill(Theme::of(ui.ctx()).panel);
        let (default, range) = layout.right;
        let width = self.settings.widths.get(layout.right_id).copied().unwrap_or(default);
        let panel = Panel::right(layout.right_id).exact_size(range.clamp(width)).resizable(false).frame(frame);
        let shown = panel.show(ui, |ui| {
            ui.take_available_space();
            ui.max_rect()
        });
        Some(shown.inner)
    }

    /// Shows the right panel in its room.
    pub(super) fn right_side(&mut self, ui: &mut Ui, room: Option<Rect>, layout: Layout) {
        let Some(room) = room else { return };
        let inside = UiBuilder::new().id_salt("right").max_rect(room).layout(Direction::top_down(Align::Min));
        let mut inside = ui.new_child(inside);
        // Its contents may be wider for a frame while the edge is drawn, and must not lie over the article.
        inside.set_clip_rect(room.intersect(ui.clip_rect()));
        self.right_panel(&mut inside, layout);
        let edge = PanelEdge { name: "Width of the right panel", side: Side::Left, range: layout.right.1 };
        if let Some(width) = edge.show(ui, room) {
            self.settings.widths.insert(layout.right_id.to_owned(), width);
        }
    }

    /// Shows the panels that lie over `article`, the article's part of the window.
    pub(super) fn overlay_panels(&mut self, ui: &Ui, article: Rect, layout: Layout) {
        if !layout.has_left && self.overlay_panels.left {
            let width = DRAWER.min(article.width());
            let rect = article.with_max_x(article.left() + width);
            let is_under = drawer(ui, "left drawer", rect, |ui| self.left_panel(ui, layout));
            let pressed = ui.input(|input| input.pointer.any_pressed().then(|| input.pointer.interact_pos()).flatten());
            self.overlay_panels.left &= is_under || pressed.is_none_or(|at| !article.contains(at));
        }
        // While words or a mark are picked, the strip over the article names the field and nothing lies over the words.
        let is_picking = self.document.as_ref().is_some_and(|document| document.session.picking.is_some());
        if !layout.has_right && self.overlay_panels.right && !is_picking {
            let width = DRAWER.min(article.width());
            let rect = article.with_min_x(article.right() - width);
            drawer(ui, "right drawer", rect, |ui| self.right_panel(ui, layout));
        }
    }

    /// Shows or hides the left panel: beside the article, or over it.
    pub(in crate::app) fn toggle_left(&mut self) {
        if self.layout().has_left {
            self.toggle("left");
        } else {
            self.overlay_panels = OverlayPanels { left: !self.overlay_panels.left, right: false };
        }
    }

    /// Shows or hides the right panel: beside the article, or over it.
    pub(in crate::app) fn toggle_right(&mut self) {
        if self.layout().has_right {
            self.toggle("right");
        } else {
            self.overlay_panels = OverlayPanels { left: false, right: !self.overlay_panels.right };
        }
    }

    /// Makes sure that the details can be seen.
    pub(in crate::app) fn show_right(&mut self) {
        self.settings.set_shown("right", true);
        self.overlay_panels = OverlayPanels { left: false, right: true };
    }

    /// Whether the left panel can be seen.
    pub(in crate::app) fn is_left_shown(&self) -> bool {
        if self.layout().has_left { self.settings.is_shown("left") } else { self.overlay_panels.left }
    }

    /// Whether the details can be seen.
    pub(in crate::app) fn is_right_shown(&self) -> bool {
        if self.layout().has_right { self.settings.is_shown("right") } else { self.overlay_panels.right }
    }

    /// What the window's size leaves room for.
    pub(in crate::app) fn layout(&self) -> Layout {
        let size = self.ctx.content_rect().size();
        Layout::of(size.x, size.y)
    }

    pub(super) fn rail(&mut self, ui: &mut Ui) {
        ui.add_space(8.0);
        ui.vertical_centered(|ui| {
            let command = Command::ToggleLeft;
            let cap = command.key_cap(ui.ctx());
            let (icon, name) = self.workspaces.current().left_name();
            let button = IconButton::new(icon, name).key(&cap).side(32.0);
            if button.toggled(self.overlay_panels.left).show(ui).clicked() {
                self.commands.push(command);
            }
        });
    }
}

/// Which panels lie over the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OverlayPanels {
    /// The left one.
    pub left: bool,
    /// The right one.
    pub right: bool,
}

/// Width of the rail in points.
// A button of 32 with 8 at either side.
const RAIL: f32 = 48.0;
/// Width of a panel that lies over the article, in points.
// As wide as the right panel in a middling window, so that its forms are laid out alike; a window of
// 800 still shows half of the article beside it.
const DRAWER: f32 = 340.0;

/// Shows a panel over the article; answers whether the pointer is over it.
fn drawer(ui: &Ui, name: &str, rect: Rect, contents: impl FnOnce(&mut Ui)) -> bool {
    let theme = Theme::of(ui.ctx());
    let area = Area::new(Id::unique(name)).order(Order::Middle).fixed_pos(rect.min).constrain(false);
    let shown = area.show(ui.ctx(), |ui| {
        let frame = Frame::new().fill(theme.panel).stroke(Stroke::new(theme.line_width, theme.border));
        frame.show(ui, |ui| {
            // Both sizes: an area shrinks to its contents, and the article would shine through below.
            ui.set_min_size(rect.size());
            ui.set_max_size(rect.size());
            Hairline::new().paint_above(ui, Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom())));
            contents(ui);
        });
    });
    shown.response.contains_pointer()
}
