use std::rc::Rc;

use eframe::egui::{Context, CursorIcon, EventFilter, Key, Pos2, Rect, Response, Sense, Ui, pos2, vec2};

use crate::app::command::{BoundaryMove, Command, Motion};
use crate::app::region_focus::article_id;
use crate::app::text::{Affinity, Engine, Place};
use crate::app::theme::Theme;
use crate::edit::OpenProject;
use crate::model::{Project, Text};

use super::access::Page;
use super::block::{self, Block, LayoutContext};
use super::caret::blinks_on;
use super::handles::{Handle, Handles};
use super::hover::{Hover, context_menu};
use super::marks::Marks;
use super::movement::{self, FILTER, Walk};
use super::paint::{Scene, ShownBlock, anchors};
use super::pointer::{Pointer, Under};
use super::preview::Preview;
use super::ruler::{self, Overview, Ruler};
use super::{Column, LayoutCache, Scroll, ViewOptions};

/// Space above the headline, in points.
const TOP: f32 = 32.0;

/// The article's view: where the reader is, what is set, what the mouse does.
#[derive(Default)]
pub struct ArticleView {
    scroll: Scroll,
    sheet: LayoutCache,
    marks: Marks,
    ruler: Ruler,
    hover: Hover,
    pointer: Pointer,
    handles: Handles,
    preview: Option<Preview>,
    keeps_tab: bool,
    goal: Option<f32>,
    reveal: Option<Reveal>,
    top: Option<Top>,
    shown_in: Option<(Column, usize)>,
    wants_focus: bool,
}

/// The words at the top of the view, by which the reader's place is found
/// again when the column changes.
#[derive(Clone, Copy, Debug)]
struct Top {
    byte: usize,
    /// How far its line is below the top of the view, in points.
    below: f32,
}

/// What to bring on the screen.
#[derive(Clone, Copy, Debug)]
enum Reveal {
    /// The caret, with as little movement as can be.
    Caret(Place),
    /// A byte, at a third of the view where it was off the screen.
    Byte(usize),
    /// Words at the place below the top of the view where they were before.
    Top(Top),
}

/// The part of the window in which the article is shown, in points.
#[derive(Clone, Copy)]
struct View {
    area: Rect,
    /// Space above the first part: the head of an article whose title is not in its text.
    lead: f32,
}

impl ArticleView {
    /// Brings a byte of the article on the screen in the next frame.
    pub fn show_byte(&mut self, byte: usize) {
        self.reveal = Some(Reveal::Byte(byte));
    }

    /// What stands at the top of the view: its byte, and how far its line is below the top, in points.
    pub fn top(&self) -> Option<(usize, f32)> {
        self.top.map(|Top { byte, below }| (byte, below))
    }

    /// Brings a byte so far below the top of the view as [`top`](ArticleView::top) told, in the next frame.
    pub fn show_top(&mut self, byte: usize, below: f32) {
        self.reveal = Some(Reveal::Top(Top { byte, below }));
    }

    /// Moves the caret, selecting where `selects`, and brings it on the screen in the next frame.
    pub fn move_caret(&mut self, ctx: &Context, open: &mut OpenProject, motion: Motion, selects: bool) {
        let selection = open.selection;
        let Some(place) = self.walk(ctx, open, |walk| walk.moved(selection, motion)) else { return };
        open.selection = movement::selected(open.selection, place, selects);
        self.reveal = Some(Reveal::Caret(place));
    }

    /// Whether a boundary that goes from byte `from` to a side of the screen goes on in the text.
    pub fn goes_onwards(&mut self, ctx: &Context, open: &OpenProject, from: usize, nudge: BoundaryMove) -> bool {
        self.walk(ctx, open, |walk| walk.goes_onwards(from, nudge)).unwrap_or(nudge.is_right)
    }

    /// Walks through the article as it was set last; `None` before that.
    fn walk<T>(&mut self, ctx: &Context, open: &OpenProject, walk: impl FnOnce(&mut Walk<'_>) -> T) -> Option<T> {
        let (column, n_lines) = self.shown_in?;
        let engine = Engine::of(ctx);
        let setting = LayoutContext { engine: &engine, project: open.project(), column };
        Some(walk(&mut Walk { sheet: &mut self.sheet, setting, n_lines, goal: &mut self.goal }))
    }

    /// Paints a mark as it would be in the frames to come; Tab stays in the article where `keeps_tab`.
    pub fn set_preview(&mut self, preview: Option<Preview>, keeps_tab: bool) {
        self.preview = preview;
        self.keeps_tab = keeps_tab;
    }

    /// Whether the mouse holds a handle.
    pub fn is_dragging_handle(&self) -> bool {
        self.handles.is_held()
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
    pub fn reset(&mut self, project: &Project) {
        // Above everything, whatever the head's height will be; laying out brings it down to the first line.
        // The half leaves room for adding to it.
        let scroll = Scroll { part: 0, offset: f32::MIN / 2.0 };
        *self = ArticleView { scroll, wants_focus: true, ..Default::default() };
        // The outline needs the parts in this very frame, in which it is shown before the article.
        self.sheet.divide(project);
    }

    /// The paragraphs with words, by index.
    pub fn written(&self) -> &[usize] {
        self.sheet.parts().written()
    }

    /// Which categories of marks a paragraph has.
    pub fn categories(&self, open: &OpenProject, paragraph: usize) -> [bool; 4] {
        self.marks.categories(open.project(), paragraph)
    }

    /// Shows the article in all of `ui` and pushes what is asked of it.
    pub fn show(&mut self, ui: &mut Ui, open: &OpenProject, look: ViewOptions<'_>, commands: &mut Vec<Command>) {
        let whole = ui.max_rect();
        let bar = whole.with_min_x(whole.right() - ruler::BAR);
        let overview = Rect::from_min_max(pos2(bar.left() - ruler::WIDTH, bar.top()), bar.left_bottom());
        let area = whole.with_max_x(overview.left());
        let (engine, project) = (Engine::of(ui.ctx()), open.project());
        // By the window and not by the column: opening a panel must not make the headline another size.
        let is_narrow = ui.ctx().content_rect().width() < 1100.0;
        let column = Column::within(area, look.reading, project.article().is_right_to_left(), is_narrow);
        let setting = LayoutContext { engine: &engine, project, column };
        let head = block::head(setting);
        let view = View { area, lead: TOP + head.as_ref().map_or(0.0, Block::height) };
        // Before anything is asked of the marks in this frame: a mark that was just made is painted at once.
        self.marks.sync(open, look.mark_visibility);
        self.sync(ui.ctx(), setting);

        let response = ui.interact(area, article_id(), Sense::click_and_drag());
        // Before the words are painted, whose caret shows only where the article has the focus.
        self.take_focus(ui, &response);
        // 30 is the height of a line at size 18. Two lines fewer than fit, so that a page down keeps some to
        // read on from.
        let n_lines = ((area.height() / (30.0 * column.scale * column.leading)) as usize).saturating_sub(2).max(1);
        self.shown_in = Some((column, n_lines));
        self.read_wheel(ui, &response);
        // After the wheel: what was asked for by key wins over a scroll that is still running out.
        self.follow(setting, view);
        let shown = self.set(setting, view);

        // A pointer beyond the edge is over the words at the edge: what is selected can be seen.
        let under = |at: Pos2| under(&shown, &project.article().text, &column, area.clamp(at));
        self.pointer.read(ui, &response, open, under, &mut self.handles, commands);
        self.scroll_while_dragging(ui, area);
        let byte = self.pointed_at(ui, &response, under);
        self.hover.sync(open, look.mark_visibility, byte);
        let head_top = view.area.top() + TOP - self.scroll.y(self.sheet.heights(), view.lead) as f32;
        let head = head.as_ref().map(|head| (head, head_top));
        let handles = self.paint(ui, &response, (open, look), column, view, (head, &shown));
        let selected = self.preview.as_ref().map(Preview::annotation).or(open.selected_annotation());
        // After painting, which knows where they stand; a press in the next frame finds what was seen.
        self.handles.show(handles, selected);
        let page = Page { open, parts: self.sheet.parts(), column: &column, head, shown: &shown };
        page.describe(ui, &response, commands);
        self.handles.describe(ui);
        self.hover.tooltip(&response, open);
        if response.secondary_clicked() {
            let at = ui.input(|input| input.pointer.interact_pos());
            commands.push(Command::SelectUnder(at.and_then(under).and_then(|under| under.covered)));
        }
        context_menu(&response, open, commands);

        let column = Overview { open, look, sheet: &self.sheet, lead: view.lead };
        commands.extend(self.ruler.show(ui, overview, &column).map(Command::GoTo));
        if let Some(scroll) = column.scroll_bar(ui, bar, self.scroll) {
            self.scroll = scroll;
        }
    }

    /// Sets anew what another text, column or project makes stale; the reader's place stays.
    fn sync(&mut self, ctx: &Context, setting: LayoutContext<'_>) {
        let was_set = self.sheet.parts().len() > 0;
        if self.sheet.sync(setting, ctx.pixels_per_point())
            && was_set
            && let Some(Top { byte, below }) = self.top
            && let Some((part, line)) = self.line_of(setting, Place::before(byte))
        {
            self.scroll = Scroll { part, offset: line.top() - below };
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

    fn read_wheel(&mut self, ui: &Ui, response: &Response) {
        if response.contains_pointer() {
            self.scroll.offset -= ui.input(|input| input.smooth_scroll_delta().y);
        }
    }

    /// The part of a place, and its line within that part.
    fn line_of(&mut self, setting: LayoutContext<'_>, place: Place) -> Option<(usize, Rect)> {
        let part = self.sheet.part_of(setting, place);
        let block = self.sheet.block(setting, part)?;
        let byte = place.byte.clamp(block.bytes.start, block.bytes.end) - block.bytes.start;
        let caret = block.laid.map_or(Rect::ZERO, |laid| laid.caret(Place { byte, ..place }));
        Some((part, caret.translate(vec2(0.0, block.before))))
    }

    /// Scrolls so far that what is to be revealed is on the screen.
    fn follow(&mut self, setting: LayoutContext<'_>, view: View) {
        let Some(reveal) = self.reveal.take() else { return };
        let (place, is_jump) = match reveal {
            Reveal::Caret(place) => (place, false),
            Reveal::Byte(byte) => (Place::before(byte.min(setting.project.article().text.len())), true),
            Reveal::Top(Top { byte, below }) => {
                if let Some((part, line)) = self.line_of(setting, Place::before(byte)) {
                    self.scroll = Scroll { part, offset: line.top() - below };
                }
                return;
            }
        };
        let Some((part, line)) = self.line_of(setting, place) else { return };
        let heights = self.sheet.heights();
        let top = heights.top(part) + f64::from(view.lead + line.top()) - self.scroll.y(heights, view.lead);
        // Some one and a half lines of context above or below the caret.
        let (height, clear) = (view.area.height(), 48.0);
        let (is_above, is_below) = (top < f64::from(clear), top + f64::from(line.height() + clear) > f64::from(height));
        let below = match (is_above, is_below) {
            (false, false) => return,
            // Where the eye rests on a page, with more to read below than above.
            _ if is_jump => height / 3.0,
            (true, _) => clear,
            (_, true) => height - clear - line.height(),
        };
        self.scroll = Scroll { part, offset: line.top() - below };
    }

    /// Sets the parts on the screen.
    fn set(&mut self, setting: LayoutContext<'_>, view: View) -> Vec<ShownBlock> {
        let View { area, lead } = view;
        self.scroll = self.sheet.settle(setting, self.scroll, lead, area.height());
        let paragraphs = setting.project.article().text.paragraphs();
        let mut shown = Vec::new();
        // On a whole point, so that all lines are equally sharp while one scrolls.
        let mut top = (area.top() - self.scroll.offset).round();
        for index in self.scroll.part..self.sheet.parts().len() {
            if top >= area.bottom() {
                break;
            }
            let Some(block) = self.sheet.block(setting, index) else { break };
            let height = block.height();
            let part = self.sheet.parts().get(index).copied();
            let number = part.filter(|part| part.is_first).and_then(|part| paragraphs[part.paragraph].number());
            let marks = match block.laid {
                Some(_) => self.marks.of_part(setting.project, index, block.bytes.clone()),
                None => Rc::from([]),
            };
            shown.push(ShownBlock { part: index, number, top, block, marks });
            top += height;
        }
        // An article scrolled to nothing but blank lines keeps the words seen last.
        self.top = top_of(&shown, area).or(self.top);
        shown
    }

    fn scroll_while_dragging(&mut self, ui: &Ui, area: Rect) {
        let is_dragging = self.pointer.is_dragging() || self.handles.is_held();
        let Some(at) = ui.input(|input| input.pointer.interact_pos()).filter(|_| is_dragging) else {
            return;
        };
        let beyond = (at.y - area.bottom()).max(0.0) - (area.top() - at.y).max(0.0);
        if beyond != 0.0 {
            // The further beyond the edge, the faster; half of the way a frame is still slow enough to stop at a
            // line.
            self.scroll.offset += beyond * 0.5;
            ui.ctx().request_repaint();
        }
    }

    /// The byte under the pointer.
    fn pointed_at(&self, ui: &Ui, response: &Response, under: impl Fn(Pos2) -> Option<Under>) -> Option<usize> {
        if !response.contains_pointer() || self.pointer.is_dragging() {
            return None;
        }
        let at = ui.input(|input| input.pointer.hover_pos())?;
        if self.handles.is_held() || self.handles.at(at).is_some() {
            ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
            return None;
        }
        ui.ctx().set_cursor_icon(CursorIcon::Text);
        under(at)?.covered
    }

    fn paint(
        &mut self,
        ui: &Ui,
        response: &Response,
        (open, look): (&OpenProject, ViewOptions<'_>),
        column: Column,
        view: View,
        (head, shown): (Option<(&Block, f32)>, &[ShownBlock]),
    ) -> Vec<Handle> {
        let theme = Theme::of(ui.ctx());
        let painter = ui.painter().with_clip_rect(view.area.intersect(ui.clip_rect()));
        // Only while the article has the focus: in a field Space is a letter.
        let is_clean = response.has_focus() && ui.input(|input| input.key_down(Key::Space));
        let engine = Engine::of(ui.ctx());
        let setting = LayoutContext { engine: &engine, project: open.project(), column };
        let shows_caret = response.has_focus() && blinks_on(ui);
        let caret_in = shows_caret.then(|| self.sheet.part_of(setting, movement::place(open.selection)));
        let scene = Scene {
            painter: &painter,
            theme: &theme,
            open,
            column,
            hovered: self.hover.smallest(),
            preview: self.handles.preview(open).or(self.preview.clone()),
            marked: open.selected_words(),
            is_clean,
            caret_in,
            anchors: anchors(open),
            proposals: look.proposals,
            lit: look.lit,
            highlighted: look.highlighted,
            found: look.found,
            drawn: look.drawn,
        };
        if let Some((block, top)) = head {
            scene.head(block, top);
        }
        shown.iter().flat_map(|block| scene.block(block)).collect()
    }
}

/// The first line in the view, by which the reader's place is kept.
fn top_of(shown: &[ShownBlock], area: Rect) -> Option<Top> {
    shown.iter().find_map(|shown| {
        let laid = shown.block.laid.as_ref()?;
        let origin = shown.top + shown.block.before;
        let line = laid.lines().iter().find(|line| origin + line.bottom > area.top())?;
        let byte = shown.block.bytes.start + line.bytes.start;
        Some(Top { byte, below: origin + line.top - area.top() })
    })
}

/// Finds what is at a point of the window.
fn under(shown: &[ShownBlock], text: &Text, column: &Column, at: Pos2) -> Option<Under> {
    let with_words = || shown.iter().filter(|block| block.block.laid.is_some());
    let block =
        // Between blocks and below the last one a press means the nearest words, as in any text.
        with_words().find(|block| at.y < block.top + block.block.height()).or_else(|| with_words().next_back())?;
    let laid = block.block.laid.as_ref()?;
    let start = block.block.bytes.start;
    let local = at - block.origin(column).to_vec2();
    let mut place = laid.hit(local);
    let line = &laid.lines()[laid.line_of(place)];
    place.byte += start;
    let is_over = (line.left..=line.right).contains(&local.x) && (line.top..=line.bottom).contains(&local.y);
    let covered = match place.affinity {
        Affinity::Downstream => Some(place.byte),
        // Past the middle of a letter the caret goes behind it, but the pointer is still over it.
        Affinity::Upstream => text.previous_boundary(place.byte),
    };
    Some(Under { place, covered: covered.filter(|_| is_over) })
}
