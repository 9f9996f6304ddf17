//! The panels of a frame.
//!
//! What lies at an edge takes its room before the article, and is filled after it, so that Tab leads from the article to
//! the dock, the right panel and the line at the foot.
//!
//! | step | why there |
//! |---|---|
//! | top bar | the first that Tab reaches |
//! | room of the foot | it lies under all else |
//! | left panel, or the rail that opens it | before the article, as one reads |
//! | rooms of the right panel, the dock and the bar of proposals | the article gets what they leave |
//! | strip, find bar | they lie over the article alone |
//! | article | in what is left |
//! | bar of proposals, dock, right panel, foot | filled in the order of Tab |
//! | drawers | over all of them |

use std::borrow::Cow;

use eframe::egui::accesskit::Role;
use eframe::egui::{Align, CentralPanel, Frame, Layout as Direction, Margin, Panel, Rect, Ui, UiBuilder};

use super::Window;
use crate::app::article::{Found, MarkStyle, Reading, ViewOptions};
use crate::app::command::Mode;
use crate::app::compare;
use crate::app::context::{AppCtx, ViewCtx};
use crate::app::dock::{Dock, DockTab};
use crate::app::layout::Layout;
use crate::app::panels;
use crate::app::region_focus::Region;
use crate::app::theme::Theme;
use crate::app::widgets::told;
use crate::model::Annotation;

impl Window {
    /// Shows all panels of the mode; answers where the article stands, if one is shown.
    pub(super) fn panels(&mut self, ui: &mut Ui) -> Option<Rect> {
        let theme = Theme::of(ui.ctx());
        let layout = self.layout();
        let bar = Frame::new().fill(theme.chrome).inner_margin(Margin::symmetric(12, 0));
        // F6 goes through the regions in the order in which this frame names them, so the list starts empty.
        self.region_focus.begin();
        // As high as the strip below it and the heads of the right panel, so that their lines meet.
        fixed(Panel::top("top bar"), 44.0, bar).show(ui, |ui| self.top_bar(ui, layout));
        if self.workspaces.mode == Mode::Library {
            self.show_library(ui, layout);
            return None;
        }
        let page = Frame::new().fill(theme.page);
        if self.document.is_none() {
            CentralPanel::default().frame(page).show(ui, |ui| {
                panels::welcome(ui, &self.settings, &mut self.commands);
            });
            return None;
        }
        // As high as a button: what it counts can be pressed, and a line of small text has room.
        let foot = fixed(Panel::bottom("status bar"), 28.0, bar).show(ui, |ui| {
            ui.take_available_space();
            ui.max_rect()
        });
        if self.workspaces.is_empty() {
            self.region_focus.part(ui, Region::Article);
            compare::empty(ui, self.jobs.is_busy(), &mut self.commands);
            return None;
        }
        // Before any panel reads the queue, the comparison or the conflicts: else they are a frame behind the
        // project.
        self.sync_workspace();
        self.left_side(ui, layout);
        let right = self.right_room(ui, layout);
        // The dock tells of one project and its offsets, while a comparison shows the union of several.
        let dock = self.dock_tab().filter(|_| self.workspaces.comparison().is_none());
        let dock = dock.map(|tab| (tab, Dock::room(ui, &self.settings)));
        let sweep = self.sweep_room(ui);
        // Narrow windows have a smaller margin; words of the strip then still begin where those of the panels
        // do.
        let strip = page.inner_margin(Margin::symmetric(layout.margin as i8, 0));
        fixed(Panel::top("strip"), 44.0, strip).show(ui, |ui| self.strip(ui, layout));
        if self.find.is_open() {
            fixed(Panel::top("find"), self.find.height(), strip).show(ui, |ui| self.find_bar(ui));
        }
        let shown = CentralPanel::default().frame(page).show(ui, |ui| self.show_article(ui));
        let article = shown.response.rect;
        self.fill_sweep(ui, sweep, layout);
        if let Some((tab, room)) = dock {
            self.fill_dock(ui, room, tab, layout);
        }
        self.right_side(ui, right, layout);
        self.status_bar(ui, foot.inner, layout);
        // After the article, whose rectangle says where a pinch counts; the new size is set in the next frame.
        self.read_pinch(ui, article);
        // Last, so that the drawers are painted over all else and get the pointer first.
        self.overlay_panels(ui, article, layout);
        Some(article)
    }

    /// Brings what the workspace shows of the document up to it.
    fn sync_workspace(&mut self) {
        let Some(document) = &self.document else { return };
        if let Some(work) = self.workspaces.comparison_mut() {
            // The union has a session of its own, and the article paints that; caret and keys go to the open
            // project's.
            work.union.document.session.selection = document.session.selection;
        }
        if self.workspaces.mode == Mode::Review {
            self.workspaces.review.sync(document);
        }
        self.refresh_conflicts();
    }

    fn top_bar(&mut self, ui: &mut Ui, layout: Layout) {
        self.region_focus.part(ui, Region::TopBar);
        let (steps, mode) = (self.workspaces.steps(), self.workspaces.mode);
        let now = self.platform.now();
        let mut cx = AppCtx { settings: &mut self.settings, layout, now, commands: &mut self.commands };
        panels::top_bar(ui, self.document.as_ref(), steps, mode, &mut cx);
    }

    fn show_library(&mut self, ui: &mut Ui, layout: Layout) {
        let now = self.platform.now();
        let mut cx = AppCtx { settings: &mut self.settings, layout, now, commands: &mut self.commands };
        self.workspaces.library.show(ui, &mut cx, &mut self.region_focus, &self.given, self.overlay_panels.right);
    }

    fn strip(&mut self, ui: &mut Ui, layout: Layout) {
        self.region_focus.part(ui, Region::Strip);
        let (now, proposes) = (self.platform.now(), self.proposes());
        if let Some(document) = &self.document {
            let mut cx =
                ViewCtx { document, proposes, settings: &mut self.settings, layout, now, commands: &mut self.commands };
            self.workspaces.current().strip(ui, self.bounds.as_ref(), &mut cx);
        }
    }

    fn find_bar(&mut self, ui: &mut Ui) {
        self.region_focus.part(ui, Region::Find);
        if let Some(document) = &self.document {
            self.find.show(ui, document, &mut self.commands);
        }
    }

    fn show_article(&mut self, ui: &mut Ui) {
        self.region_focus.part(ui, Region::Article);
        let highlighted = self.workspaces.inspector.take_highlighted();
        let Some(document) = &self.document else { return };
        let found = self.find.shown().map(|hits| Found { hits, current: document.session.selection.span() });
        let is_review = self.workspaces.mode == Mode::Review;
        let work = self.workspaces.comparison();
        let shown = work.map_or(document, |work| &work.union.document);
        let usual = if is_review { MarkStyle::in_review } else { MarkStyle::usual };
        let drawn = |mark: &Annotation| work.map_or_else(|| usual(mark), |work| work.drawn(mark));
        // A comparison draws a line over the words for one project and under them for the other, which the
        // usual spacing has no room for.
        let reading = work.map_or(Reading::of(&self.settings), |_| Reading::of(&self.settings).with_two_lines());
        let mark_visibility =
            if is_review { shown.mark_visibility.in_review() } else { Cow::Borrowed(&shown.mark_visibility) };
        let (mark_visibility, problems) = (&*mark_visibility, &shown.problems);
        let proposals = self.proposes().then_some(&document.proposals);
        let lit = self.workspaces.inspector.lit();
        let look =
            ViewOptions { reading, found, highlighted, mark_visibility, proposals, lit, problems, drawn: &drawn };
        self.article.show(ui, &shown.session, look, &mut self.commands);
    }

    /// Takes the room of the bar of proposals, directly under the article.
    fn sweep_room(&mut self, ui: &mut Ui) -> Option<Rect> {
        let document = self.document.as_ref().filter(|_| self.proposes())?;
        let height = panels::sweep_height(document)?;
        let shown = fixed(Panel::bottom("sweep"), height, Frame::new()).show(ui, |ui| {
            ui.take_available_space();
            ui.max_rect()
        });
        Some(shown.inner)
    }

    fn fill_sweep(&mut self, ui: &mut Ui, room: Option<Rect>, layout: Layout) {
        let (now, proposes) = (self.platform.now(), self.proposes());
        let (Some(room), Some(document)) = (room, &self.document) else { return };
        let inside = UiBuilder::new().id_salt("sweep").max_rect(room).layout(Direction::top_down(Align::Min));
        let mut inside = ui.new_child(inside);
        inside.set_clip_rect(room.intersect(ui.clip_rect()));
        self.region_focus.part(&inside, Region::Sweep);
        let settings = &mut self.settings;
        let mut cx = ViewCtx { document, proposes, settings, layout, now, commands: &mut self.commands };
        panels::sweep(&mut inside, &mut cx);
    }

    fn fill_dock(&mut self, ui: &mut Ui, room: Rect, tab: DockTab, layout: Layout) {
        let (now, proposes) = (self.platform.now(), self.proposes());
        let Some(document) = &self.document else { return };
        let mut cx =
            ViewCtx { document, proposes, settings: &mut self.settings, layout, now, commands: &mut self.commands };
        let chosen = self.dock.show(ui, room, tab, &mut self.region_focus, &mut cx);
        if chosen != tab {
            self.show_dock(chosen);
        }
    }

    /// Shows the line at the foot in its room.
    fn status_bar(&mut self, ui: &mut Ui, room: Rect, layout: Layout) {
        let inside = UiBuilder::new().id_salt("status bar").max_rect(room).layout(Direction::top_down(Align::Min));
        let mut inside = ui.new_child(inside);
        if self.workspaces.comparison().is_none() {
            told::region(&inside, Role::ContentInfo, "Status bar");
        }
        let (now, proposes) = (self.platform.now(), self.proposes());
        if let Some(document) = &self.document {
            let mut cx =
                ViewCtx { document, proposes, settings: &mut self.settings, layout, now, commands: &mut self.commands };
            self.workspaces.current().status(&mut inside, &mut cx);
        }
    }
}

/// A bar of a fixed height, in points, without egui's own line.
fn fixed(panel: Panel, height: f32, frame: Frame) -> Panel {
    panel.exact_size(height).resizable(false).show_separator_line(false).frame(frame)
}
