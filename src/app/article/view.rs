use std::sync::Arc;

use eframe::egui::{
    self, Context, CursorIcon, EventFilter, Id, Key, Pos2, Rect, Response, Role as Access, Sense, Ui, WidgetInfo, pos2,
};

use crate::app::bounds::Nudge;
use crate::app::command::Command;
use crate::app::text::{Affinity, Laid, Place, Role, Words};
use crate::app::theme::{Face, Theme};
use crate::app::widgets::Chip;
use crate::edit::OpenProject;
use crate::edit::boundaries::Stride;
use crate::model::{AnnotationId, Digest, Direction, Project};

use super::block::{self, Block};
use super::handles::{Handle, Handles};
use super::movement::{self, FILTER, Motion, Pages};
use super::paint::{Scene, Shown, told};
use super::pointer::{Pointer, Under};
use super::preview::Preview;
use super::ruler::{self, Overview};
use super::{Column, Heights, Lanes, Reading, Scroll};

/// Space above the headline, in points.
const TOP: f32 = 32.0;
/// Half a period of the caret's blink, in seconds.
const BLINK: f64 = 0.53;
/// Seconds without input after which the caret stands still.
const BLINK_ENDS: f64 = 10.0;

/// The article's view: where the reader is, what is laid out, what the mouse does.
#[derive(Default)]
pub struct ArticleView {
    scroll: Scroll,
    heights: Heights,
    lanes: Lanes,
    laid_for: Option<Layout>,
    lanes_for: Option<(Digest, u64)>,
    goal: Option<f32>,
    pointer: Pointer,
    handles: Handles,
    preview: Option<Preview>,
    keeps_tab: bool,
    reveal: Option<Reveal>,
    shown_in: Option<Setting>,
    wants_focus: bool,
}

/// What the heights were measured for.
#[derive(Clone, PartialEq)]
struct Layout {
    text: Digest,
    column: Column,
    direction: Direction,
    title: Option<usize>,
}

/// How the article was set in the last frame, for the keys that walk through it.
#[derive(Clone, Copy, Debug)]
struct Setting {
    column: Column,
    is_narrow: bool,
    n_lines: usize,
}

/// What to bring on the screen.
#[derive(Clone, Copy, Debug)]
enum Reveal {
    /// A byte, with as little movement as can be.
    Caret(usize),
    /// A byte, at a third of the view where it was off the screen.
    Byte(usize),
}

/// The article's id: what has the focus while plain letters are commands.
pub fn article_id() -> Id {
    Id::unique("article")
}

impl ArticleView {
    /// Brings a byte of the article on the screen in the next frame.
    pub fn show_byte(&mut self, byte: usize) {
        self.reveal = Some(Reveal::Byte(byte));
    }

    /// Moves the caret, selecting where `selects`, and brings it on the screen in the next frame.
    pub fn move_caret(&mut self, ctx: &Context, open: &mut OpenProject, motion: Motion, selects: bool) {
        let Some(Setting { column, is_narrow, n_lines }) = self.shown_in else { return };
        let project = open.project();
        let mut pages = Screen { ctx, project, column: &column, is_narrow, n_lines };
        let place = movement::moved(&project.article().text, open.selection, motion, &mut self.goal, &mut pages);
        open.selection = movement::selected(open.selection, place, selects);
        self.reveal = Some(Reveal::Caret(open.selection.head));
    }

    /// Whether a boundary that goes from byte `from` to a side of the screen goes on in the text.
    pub fn goes_onwards(&self, ctx: &Context, open: &OpenProject, from: usize, nudge: Nudge) -> bool {
        let Some(Setting { column, is_narrow, n_lines }) = self.shown_in else { return nudge.is_right };
        let project = open.project();
        let mut pages = Screen { ctx, project, column: &column, is_narrow, n_lines };
        let by_word = nudge.stride == Stride::Word;
        movement::goes_onwards(&project.article().text, from, by_word, nudge.is_right, &mut pages)
    }

    /// Paints a mark as it would be in the frames to come; Tab stays in the article where `keeps_tab`.
    pub fn set_preview(&mut self, preview: Option<Preview>, keeps_tab: bool) {
        self.preview = preview;
        self.keeps_tab = keeps_tab;
    }

    /// Lets go of a handle that the mouse holds; answers whether it held one.
    pub fn cancel_drag(&mut self) -> bool {
        self.handles.cancel()
    }

    /// Gives the article the focus in the next frame.
    pub fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Starts at the top of another project.
    pub fn reset(&mut self) {
        let scroll = Scroll { paragraph: 0, offset: f32::MIN / 2.0 };
        *self = ArticleView { scroll, wants_focus: true, ..Default::default() };
    }

    /// The marks by paragraph, for the outline.
    pub fn lanes(&self) -> &Lanes {
        &self.lanes
    }

    /// Shows the article in all of `ui` and pushes what is asked of it.
    pub fn show(&mut self, ui: &mut Ui, open: &OpenProject, reading: Reading, commands: &mut Vec<Command>) {
        let whole = ui.max_rect();
        let bar = whole.with_min_x(whole.right() - ruler::BAR);
        let overview =
            bar.translate(egui::vec2(-ruler::WIDTH, 0.0)).with_max_x(bar.left()).with_min_x(bar.left() - ruler::WIDTH);
        let area = whole.with_max_x(overview.left());
        let project = open.project();
        let column = Column::within(area, reading, project.article().is_right_to_left());
        let is_narrow = ui.ctx().content_rect().width() < 1100.0;

        let head = block::head(ui.ctx(), project, &column, is_narrow);
        let lead = TOP + head.as_ref().map_or(0.0, Block::height);
        self.remember(open, column);

        let response = ui.interact(area, article_id(), Sense::click_and_drag());
        self.take_focus(ui, &response);
        let n_lines = ((area.height() / (30.0 * column.scale)) as usize).saturating_sub(2);
        self.shown_in = Some(Setting { column, is_narrow, n_lines });
        self.read_wheel(ui, &response, area, lead);
        self.follow(ui.ctx(), open, &column, is_narrow, area, lead);
        let shown = self.lay_out(ui.ctx(), project, &column, is_narrow, area, lead);

        let under = |at: Pos2| under(&shown, project, &column, at);
        self.pointer.read(ui, &response, open, under, &mut self.handles, commands);
        self.scroll_while_dragging(ui, area, lead);
        let hovered = self.hovered(ui, &response, open, under);
        self.handles.shown = self.paint(ui, &response, open, area, column, (head, lead), &shown, hovered);
        let selected = self.preview.as_ref().map(Preview::annotation).or(open.selected_annotation());
        self.handles.mark = selected.cloned();
        self.tell(ui, &response, open, &shown, &column);
        tooltip(&response, open, hovered, commands);

        let ruler = Overview { project, heights: &self.heights, lead, selected: open.selected };
        commands.extend(ruler.ruler(ui, overview).map(Command::GoTo));
        if let Some(scroll) = ruler.scroll_bar(ui, bar, self.scroll) {
            self.scroll = scroll;
        }
    }

    /// Measures anew what another text, column or project makes stale; the reader's place stays.
    fn remember(&mut self, open: &OpenProject, column: Column) {
        let project = open.project();
        let article = project.article();
        let direction = article.card.direction;
        let layout = Layout { text: article.text.sha256(), column, direction, title: block::headline(project) };
        if self.laid_for.as_ref() != Some(&layout) {
            let n_paragraphs = article.text.paragraphs().len();
            let estimates = (0..n_paragraphs).map(|index| block::estimate(project, index, &column)).collect();
            self.heights = Heights::new(estimates);
            self.laid_for = Some(layout);
        }
        let marks = (article.text.sha256(), open.revision());
        if self.lanes_for != Some(marks) {
            self.lanes = Lanes::of(project);
            self.lanes_for = Some(marks);
        }
    }

    fn take_focus(&mut self, ui: &Ui, response: &Response) {
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        if response.has_focus() {
            ui.memory_mut(|memory| {
                memory.set_focus_lock_filter(response.id, EventFilter { tab: self.keeps_tab, ..FILTER })
            });
        }
    }

    fn read_wheel(&mut self, ui: &Ui, response: &Response, area: Rect, lead: f32) {
        if response.contains_pointer() {
            let delta = ui.input(|input| input.smooth_scroll_delta().y);
            if delta != 0.0 {
                self.scroll = self.scroll.by(-delta, &self.heights, lead, area.height());
            }
        }
    }

    /// Scrolls so far that what is to be revealed is on the screen.
    fn follow(&mut self, ctx: &Context, open: &OpenProject, column: &Column, is_narrow: bool, area: Rect, lead: f32) {
        let Some(reveal) = self.reveal.take() else { return };
        let text = &open.project().article().text;
        let (byte, is_jump) = match reveal {
            Reveal::Caret(byte) => (byte, false),
            Reveal::Byte(byte) => (byte.min(text.len()), true),
        };
        let index = text.paragraph_at(byte);
        let block = block::lay_out(ctx, open.project(), index, column, is_narrow);
        self.heights.set(index, block.height());
        let local =
            byte.clamp(text.paragraphs()[index].start, text.paragraphs()[index].end) - text.paragraphs()[index].start;
        let place = Place { byte: local, affinity: Affinity::Downstream };
        let caret = block.laid.map_or(Rect::from_min_max(Pos2::ZERO, Pos2::ZERO), |laid| laid.caret(place));
        let line = f64::from(lead) + self.heights.top(index) + f64::from(block.before + caret.top());
        let (top, view) = (self.scroll.y(&self.heights, lead), f64::from(area.height()));
        let clear = 48.0;
        let (above, below) = (line - clear < top, line + f64::from(caret.height()) + clear > top + view);
        let wanted = match (above, below) {
            (false, false) => return,
            _ if is_jump => line - view / 3.0,
            (true, _) => line - clear,
            (_, true) => line + f64::from(caret.height()) + clear - view,
        };
        self.scroll = Scroll::to(wanted, &self.heights, lead, area.height());
    }

    /// Lays out the paragraphs on the screen and corrects their heights.
    fn lay_out(
        &mut self,
        ctx: &Context,
        project: &Project,
        column: &Column,
        is_narrow: bool,
        area: Rect,
        lead: f32,
    ) -> Vec<Shown> {
        self.scroll = self.scroll.by(0.0, &self.heights, lead, area.height());
        let mut shown = Vec::new();
        let mut top = (area.top() - self.scroll.offset).round();
        for index in self.scroll.paragraph..self.heights.len() {
            if top >= area.bottom() {
                break;
            }
            let block = block::lay_out(ctx, project, index, column, is_narrow);
            self.heights.set(index, block.height());
            let height = block.height();
            shown.push(Shown { index, top, block });
            top += height;
        }
        shown
    }

    fn scroll_while_dragging(&mut self, ui: &Ui, area: Rect, lead: f32) {
        let Some(at) = ui
            .input(|input| input.pointer.interact_pos())
            .filter(|_| self.pointer.is_dragging() || self.handles.is_held())
        else {
            return;
        };
        let beyond = (at.y - area.bottom()).max(0.0) - (area.top() - at.y).max(0.0);
        if beyond != 0.0 {
            self.scroll = self.scroll.by(beyond * 0.5, &self.heights, lead, area.height());
            ui.ctx().request_repaint();
        }
    }

    fn hovered(
        &self,
        ui: &Ui,
        response: &Response,
        open: &OpenProject,
        under: impl Fn(Pos2) -> Option<Under>,
    ) -> Option<AnnotationId> {
        if !response.contains_pointer() || self.pointer.is_dragging() {
            return None;
        }
        let at = ui.input(|input| input.pointer.hover_pos())?;
        if self.handles.is_held() || self.handles.at(at).is_some() {
            ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
            return None;
        }
        ui.ctx().set_cursor_icon(CursorIcon::Text);
        let covered = under(at)?.covered?;
        open.project().annotations_at(covered).first().map(|annotation| annotation.id)
    }

    #[expect(clippy::too_many_arguments, reason = "each is one fact of the frame")]
    fn paint(
        &self,
        ui: &Ui,
        response: &Response,
        open: &OpenProject,
        area: Rect,
        column: Column,
        (head, lead): (Option<Block>, f32),
        shown: &[Shown],
        hovered: Option<AnnotationId>,
    ) -> Vec<Handle> {
        let theme = Theme::of(ui.ctx());
        let painter = ui.painter().with_clip_rect(area.intersect(ui.clip_rect()));
        let is_clean = response.has_focus() && ui.input(|input| input.key_down(Key::Space));
        let shows_caret = response.has_focus() && blinks_on(ui);
        let drawn = self.handles.preview(open);
        let preview = drawn.as_ref().or(self.preview.as_ref());
        let scene = Scene { painter: &painter, theme: &theme, open, column, hovered, preview, is_clean, shows_caret };
        if let Some(block) = head {
            let top = area.top() + TOP - self.scroll.y(&self.heights, lead) as f32;
            let shown = Shown { index: 0, top, block };
            if let Some(laid) = &shown.block.laid {
                scene.words(laid, pos2(column.left, top), theme.text);
                scene.under(&shown, top + laid.size().y);
            }
        }
        shown.iter().flat_map(|block| scene.block(block, self.lanes.of_paragraph(block.index))).collect()
    }

    /// Tells a screen reader what is on the screen.
    fn tell(&self, ui: &Ui, response: &Response, open: &OpenProject, shown: &[Shown], column: &Column) {
        let text = &open.project().article().text;
        let selected = open.selection.span().map_or("", |span| text.words(span)).to_owned();
        response.widget_info(|| WidgetInfo {
            current_text_value: Some(selected.clone()),
            ..WidgetInfo::labeled(Access::Document, true, "Article")
        });
        for block in shown {
            let Some(laid) = &block.block.laid else { continue };
            let rect = Rect::from_min_size(block.origin(column), laid.size());
            let paragraph = text.paragraphs()[block.index];
            let words = &text[paragraph.start..paragraph.end];
            ui.interact(rect, article_id().with(("paragraph", block.index)), Sense::hover())
                .widget_info(|| WidgetInfo::labeled(Access::Label, true, words));
        }
        for (n, handle) in self.handles.shown.iter().enumerate() {
            ui.interact(handle.rect(), article_id().with(("handle", n)), Sense::hover())
                .widget_info(|| WidgetInfo::labeled(Access::Splitter, true, handle.name()));
        }
    }
}

/// Finds what is at a point of the window.
fn under(shown: &[Shown], project: &Project, column: &Column, at: Pos2) -> Option<Under> {
    let with_words = || shown.iter().filter(|block| block.block.laid.is_some());
    let block =
        with_words().find(|block| at.y < block.top + block.block.height()).or_else(|| with_words().next_back())?;
    let laid = block.block.laid.as_ref()?;
    let text = &project.article().text;
    let start = text.paragraphs()[block.index].start;
    let local = at - block.origin(column).to_vec2();
    let mut place = laid.hit(local);
    let line = &laid.lines()[laid.line_of(place)];
    place.byte += start;
    let is_over = (line.left..=line.right).contains(&local.x) && (line.top..=line.bottom).contains(&local.y);
    let covered = match place.affinity {
        Affinity::Downstream => Some(place.byte),
        Affinity::Upstream => text.previous_boundary(place.byte),
    };
    Some(Under { place, covered: covered.filter(|_| is_over) })
}

/// Whether the caret is in the lit half of its blink; asks for the frame of the next half.
fn blinks_on(ui: &Ui) -> bool {
    let idle = ui.input(|input| input.time) - last_input(ui);
    if idle >= BLINK_ENDS {
        return true;
    }
    let left = BLINK - idle % BLINK;
    ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
    ((idle / BLINK) as u64).is_multiple_of(2)
}

/// When the last key or button was used, in seconds of the window's clock.
fn last_input(ui: &Ui) -> f64 {
    let id = article_id().with("last input");
    let (now, is_used) = ui.input(|input| (input.time, input.events.iter().any(is_use)));
    ui.data_mut(|data| {
        let last = data.get_temp_mut_or(id, now);
        if is_used {
            *last = now;
        }
        *last
    })
}

fn is_use(event: &egui::Event) -> bool {
    use egui::Event::{Key, PointerButton, Text};
    matches!(event, Key { .. } | PointerButton { .. } | Text(_))
}

fn tooltip(response: &Response, open: &OpenProject, hovered: Option<AnnotationId>, commands: &mut Vec<Command>) {
    if let Some((category, sentence)) = hovered.and_then(|id| told(open, id)) {
        response.clone().on_hover_ui_at_pointer(|ui| {
            ui.horizontal(|ui| {
                Chip::new(category).small().show(ui);
                ui.label(egui::RichText::new(category.name()).font(Face::Semibold.at(13.0)));
            });
            ui.set_max_width(360.0);
            Words::new(&sentence, Role::Hint).wrap().show(ui);
        });
    }
    response.context_menu(|ui| {
        for command in crate::app::panels::article_menu(open) {
            if crate::app::panels::menu_item(ui, &command, command.name(), true) {
                commands.push(command);
            }
        }
    });
}

/// The paragraphs as keys walk through them.
struct Screen<'a> {
    ctx: &'a Context,
    project: &'a Project,
    column: &'a Column,
    is_narrow: bool,
    n_lines: usize,
}

impl Pages for Screen<'_> {
    fn laid(&mut self, index: usize) -> Option<Arc<Laid>> {
        block::lay_out(self.ctx, self.project, index, self.column, self.is_narrow).laid
    }

    fn n_lines(&self) -> usize {
        self.n_lines.max(1)
    }
}
