//! The panels beside the article, which open over it where the window is narrow.

use eframe::egui::{
    Align, Area, Frame, Id, Layout as Direction, Order, Panel, Rangef, Rect, Stroke, Ui, UiBuilder, pos2,
};

use super::command::{Command, Mode};
use super::compare;
use super::layout::Layout;
use super::panels;
use super::region_focus::Part;
use super::review::{self, queue};
use super::theme::Theme;
use super::widgets::{Hairline, Icon, IconButton, PanelEdge, Side};
use super::window::Window;

/// Which panels lie over the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OverlayPanels {
    /// The left one.
    pub left: bool,
    /// The right one.
    pub right: bool,
}

/// Width of the rail in points.
const RAIL: f32 = 48.0;
/// Width of a panel that lies over the article, in points.
const DRAWER: f32 = 340.0;

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
        let Some(opened) = &self.opened else { return };
        let is_review = self.mode == Mode::Review;
        let (id, usual) = match self.compare.shown(self.mode) {
            Some(_) => ("left, compare", 304.0),
            None if self.compare.settling(self.mode).is_some() => ("left, compare", 304.0),
            None if is_review => ("queue", 288.0),
            None => ("left", 264.0),
        };
        let width = self.settings.widths.get(id).copied().unwrap_or(usual);
        let range = Rangef::new(200.0, 400.0);
        let panel = Panel::left(id).exact_size(range.clamp(width)).resizable(false).frame(frame);
        let shown = panel.show(ui, |ui| {
            self.landing.part(ui, Part::Left);
            let commands = &mut self.commands;
            if let Some(settling) = self.compare.settling_mut(self.mode) {
                return compare::conflicts(ui, settling, layout.margin, commands);
            }
            match self.compare.shown_mut(self.mode) {
                Some(work) => compare::differences(ui, work, layout.margin, commands),
                None if is_review => queue(ui, opened, &mut self.review, layout.margin, commands),
                None => panels::left(ui, opened, &self.settings, &self.article, commands),
            }
        });
        let edge = PanelEdge { name: "Width of the left panel", side: Side::Right, range };
        if let Some(width) = edge.show(ui, shown.response.rect) {
            self.settings.widths.insert(id.to_owned(), width);
        }
    }

    /// Takes the room of the right panel where there is some beside the article.
    pub(super) fn right_room(&mut self, ui: &mut Ui, layout: Layout) -> Option<Rect> {
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

    /// Shows the right panel in its room. It comes after the article, so that Tab reaches it from there.
    pub(super) fn right_side(&mut self, ui: &mut Ui, room: Option<Rect>, layout: Layout) {
        let (Some(room), Some(opened)) = (room, &self.opened) else { return };
        let settings = &mut self.settings;
        let inside = UiBuilder::new().id_salt("right").max_rect(room).layout(Direction::top_down(Align::Min));
        let mut inside = ui.new_child(inside);
        inside.set_clip_rect(room.intersect(ui.clip_rect()));
        self.landing.part(&inside, Part::Right);
        let (now, commands) = (self.platform.now(), &mut self.commands);
        let settling = self.compare.settling(self.mode);
        match self.compare.shown(self.mode) {
            None if let Some(settling) = settling => compare::answers(&mut inside, settling, layout.margin, commands),
            Some(work) => compare::right(&mut inside, work, layout, commands),
            None if self.mode == Mode::Review => {
                let (state, inspector) = (&mut self.review, &mut self.inspector);
                review::right(&mut inside, opened, state, inspector, &mut settings.shown, (layout, now), commands);
            }
            None => {
                let (list, inspector) = (&mut self.list, &mut self.inspector);
                panels::right(&mut inside, opened, list, inspector, settings, (layout, now), commands);
            }
        }
        let edge = PanelEdge { name: "Width of the right panel", side: Side::Left, range: layout.right.1 };
        if let Some(width) = edge.show(ui, room) {
            self.settings.widths.insert(layout.right_id.to_owned(), width);
        }
    }

    /// Shows the panels that lie over `article`, the article's part of the window.
    pub(super) fn drawers(&mut self, ui: &Ui, article: Rect, layout: Layout) {
        let Some(opened) = &self.opened else { return };
        let (is_review, now) = (self.mode == Mode::Review, self.platform.now());
        if !layout.has_left && self.drawers.left {
            let width = DRAWER.min(article.width());
            let rect = article.with_max_x(article.left() + width);
            let (settings, view, commands) = (&self.settings, &self.article, &mut self.commands);
            let (landing, state) = (&mut self.landing, &mut self.review);
            let (compare, mode) = (&mut self.compare, self.mode);
            let is_under = drawer(ui, "left drawer", rect, |ui| {
                landing.part(ui, Part::Left);
                if let Some(settling) = compare.settling_mut(mode) {
                    return compare::conflicts(ui, settling, layout.margin, commands);
                }
                match compare.shown_mut(mode) {
                    Some(work) => compare::differences(ui, work, layout.margin, commands),
                    None if is_review => queue(ui, opened, state, layout.margin, commands),
                    None => panels::left(ui, opened, settings, view, commands),
                }
            });
            let pressed = ui.input(|input| input.pointer.any_pressed().then(|| input.pointer.interact_pos()).flatten());
            self.drawers.left &= is_under || pressed.is_none_or(|at| !article.contains(at));
        }
        // While words or a mark are picked, the strip over the article names the field and nothing lies over the words.
        if !layout.has_right && self.drawers.right && opened.open.picking.is_none() {
            let width = DRAWER.min(article.width());
            let rect = article.with_min_x(article.right() - width);
            let (list, inspector, commands) = (&mut self.list, &mut self.inspector, &mut self.commands);
            let (landing, settings, state) = (&mut self.landing, &mut self.settings, &mut self.review);
            let (work, settling) = (self.compare.shown(self.mode), self.compare.settling(self.mode));
            drawer(ui, "right drawer", rect, |ui| {
                landing.part(ui, Part::Right);
                match work {
                    None if let Some(settling) = settling => compare::answers(ui, settling, layout.margin, commands),
                    Some(work) => compare::right(ui, work, layout, commands),
                    None if is_review => {
                        review::right(ui, opened, state, inspector, &mut settings.shown, (layout, now), commands);
                    }
                    None => panels::right(ui, opened, list, inspector, settings, (layout, now), commands),
                }
            });
        }
    }

    /// Shows or hides the left panel: beside the article, or over it.
    pub(super) fn toggle_left(&mut self) {
        if self.layout().has_left {
            self.toggle("left");
        } else {
            self.drawers = OverlayPanels { left: !self.drawers.left, right: false };
        }
    }

    /// Shows or hides the right panel: beside the article, or over it.
    pub(super) fn toggle_right(&mut self) {
        if self.layout().has_right {
            self.toggle("right");
        } else {
            self.drawers = OverlayPanels { left: false, right: !self.drawers.right };
        }
    }

    /// Makes sure that the details can be seen.
    pub(super) fn show_right(&mut self) {
        self.settings.set_shown("right", true);
        self.drawers = OverlayPanels { left: false, right: true };
    }

    /// Whether the left panel can be seen.
    pub(super) fn is_left_shown(&self) -> bool {
        if self.layout().has_left { self.settings.is_shown("left") } else { self.drawers.left }
    }

    /// Whether the details can be seen.
    pub(super) fn is_right_shown(&self) -> bool {
        if self.layout().has_right { self.settings.is_shown("right") } else { self.drawers.right }
    }

    /// What the window's size leaves room for.
    pub(super) fn layout(&self) -> Layout {
        let size = self.ctx.content_rect().size();
        Layout::of(size.x, size.y)
    }

    fn rail(&mut self, ui: &mut Ui) {
        ui.add_space(8.0);
        ui.vertical_centered(|ui| {
            let command = Command::ToggleLeft;
            let cap = command.key_cap(ui.ctx());
            let (icon, name) = match self.compare.shown(self.mode) {
                Some(_) => (Icon::List, "Differences"),
                None if self.compare.settling(self.mode).is_some() => (Icon::List, "Conflicts"),
                None if self.mode == Mode::Review => (Icon::List, "Queue"),
                None => (Icon::Outline, "Outline and recent files"),
            };
            let button = IconButton::new(icon, name).key(&cap).side(32.0);
            if button.toggled(self.drawers.left).show(ui).clicked() {
                self.commands.push(command);
            }
        });
    }
}

/// Shows a panel over the article; answers whether the pointer is over it.
fn drawer(ui: &Ui, name: &str, rect: Rect, contents: impl FnOnce(&mut Ui)) -> bool {
    let theme = Theme::of(ui.ctx());
    let area = Area::new(Id::unique(name)).order(Order::Middle).fixed_pos(rect.min).constrain(false);
    let shown = area.show(ui.ctx(), |ui| {
        let frame = Frame::new().fill(theme.panel).stroke(Stroke::new(theme.line_width, theme.border));
        frame.show(ui, |ui| {
            ui.set_min_size(rect.size());
            ui.set_max_size(rect.size());
            Hairline::new().paint_above(ui, Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom())));
            contents(ui);
        });
    });
    shown.response.contains_pointer()
}
