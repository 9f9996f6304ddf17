//! A field for text in any script: what is typed is laid out, walked through
//! and painted by the text engine, not by egui.

mod access;
mod caret;
mod editor;
mod events;
mod keys;
mod state;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use egui::{
    Context, CursorIcon, IMEPurpose, Id, OutputCommand, Painter, Pos2, Rect, Response, Sense, Ui, Vec2, WidgetInfo,
    accesskit, output::IMEOutput, pos2, vec2,
};

use super::engine::Engine;
use super::style::Style;
use super::text_layout::TextLayout;
use crate::text::Direction;
use crate::theme::{FieldFrame, Theme, Tone};
use events::{LineBreaks, Outcome};
use state::State;

/// Points between the frame and the text, to the sides and above and below: with a line of 20 a field is 28 high, as
/// every control is.
const MARGIN: Vec2 = vec2(8.0, 4.0);

/// A field in which text is typed, of one line or of several.
///
/// Undo and redo are left to the program: the field neither keeps a history
/// nor takes their keys. Tab leaves it. Enter ends editing in a field of one
/// line, Ctrl (or Cmd) and Enter in any, Escape gives up; the three give the
/// focus back and are told in the answer.
#[must_use = "call show"]
pub struct TextField<'a> {
    text: &'a mut String,
    id: Id,
    style: Style,
    name: &'a str,
    placeholder: &'a str,
    rows: Option<usize>,
    ends_by_enter: bool,
    width: Option<f32>,
    icon: f32,
    lead: f32,
    problem: Option<Tone>,
    selects_all: bool,
    is_whole: bool,
    is_bare: bool,
}

/// What a field answers.
pub struct FieldResponse {
    /// The widget: where it is, whether it is hovered or was clicked.
    pub response: Response,
    /// Whether the text was changed in this frame.
    pub changed: bool,
    /// Whether Enter ended the editing.
    pub submitted: bool,
    /// Whether Escape did; the text is as it was left, the program puts back what it wants.
    pub cancelled: bool,
    /// Whether it has the focus.
    pub focused: bool,
    /// The room kept at the end of the text, on the left where it runs to the left.
    pub icon_rect: Rect,
    /// The room kept before the text.
    pub lead_rect: Rect,
}

/// Where the pass is kept in which the pointer was last over a field.
fn under_pointer() -> Id {
    Id::unique("field under the pointer")
}

impl<'a> TextField<'a> {
    /// A field of one line over `text`, whose state is kept under `id`.
    pub fn new(text: &'a mut String, id: Id, style: impl Into<Style>) -> TextField<'a> {
        TextField {
            text,
            id,
            style: style.into(),
            name: "",
            placeholder: "",
            rows: None,
            ends_by_enter: false,
            width: None,
            icon: 0.0,
            lead: 0.0,
            problem: None,
            selects_all: false,
            is_whole: false,
            is_bare: false,
        }
    }

    /// Without ground, edge and ring: a cell of a card, which paints them.
    pub fn bare(self) -> TextField<'a> {
        TextField { is_bare: true, ..self }
    }

    /// The name a screen reader says; every field needs one.
    pub fn name(self, name: &'a str) -> TextField<'a> {
        TextField { name, ..self }
    }

    /// What an empty field shows.
    pub fn placeholder(self, placeholder: &'a str) -> TextField<'a> {
        TextField { placeholder, ..self }
    }

    /// Makes it a field of several lines, at first so many high; it grows with its text.
    pub fn multiline(self, rows: usize) -> TextField<'a> {
        TextField { rows: Some(rows.max(1)), ..self }
    }

    /// Enter ends editing also in a field of several lines; with Shift it breaks the line there.
    pub fn ends_by_enter(self) -> TextField<'a> {
        TextField { ends_by_enter: true, ..self }
    }

    /// Its width in points, else all there is.
    pub fn width(self, points: f32) -> TextField<'a> {
        TextField { width: Some(points), ..self }
    }

    /// Keeps so many points at the end of the text for the caller to paint in.
    pub fn icon(self, points: f32) -> TextField<'a> {
        TextField { icon: points, ..self }
    }

    /// Keeps so many points before the text for the caller to paint in.
    pub fn lead(self, points: f32) -> TextField<'a> {
        TextField { lead: points, ..self }
    }

    /// With the lower edge of a problem.
    pub fn problem(self, problem: Option<Tone>) -> TextField<'a> {
        TextField { problem, ..self }
    }

    /// Gives it the focus with all of its text selected in this frame, where that is asked for.
    pub fn taken_up(self, is_asked: bool) -> TextField<'a> {
        TextField { selects_all: is_asked, ..self }
    }

    /// Its text is one thing, as a name from a list: the press that gives it the focus selects all of it.
    pub fn whole(self) -> TextField<'a> {
        TextField { is_whole: true, ..self }
    }

    /// Whether the pointer was over any field in the last frame: there the middle button pastes.
    pub fn is_under_pointer(ctx: &Context) -> bool {
        let last: Option<u64> = ctx.data(|data| data.get_temp(under_pointer()));
        last.is_some_and(|last| last + 1 >= ctx.cumulative_pass_nr())
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui) -> FieldResponse {
        let before = self.text.clone();
        let mut state = State::load(ui.ctx(), self.id, &before);
        if self.selects_all {
            ui.memory_mut(|memory| memory.request_focus(self.id));
            state.editor.select(0..before.len());
        }
        if !state.had_focus && ui.memory(|memory| memory.has_focus(self.id)) {
            // The program gave it the focus after it was shown last.
            self.enter(&mut state);
        }
        if let Some(value) = events::requested_value(ui, self.id, self.rows.is_some()) {
            state.editor.follow(&value);
        }
        let theme = Theme::of(ui.ctx());
        let width = self.width.unwrap_or_else(|| ui.available_width()).max(24.0);
        let engine = Engine::of(ui.ctx());
        let text_width = (width - 2.0 * MARGIN.x - self.icon - self.lead).max(8.0);
        let wrap = self.rows.map(|_| text_width);
        let style = self.style;
        let lay = |text: &str| engine.layout(text, style, Direction::Auto, wrap);

        // Keys come before the size, so that the frame that draws a letter has room for it.
        let outcome = self.keys(ui, &mut state, &lay);
        let laid = lay(&state.editor.shown());
        let one_row = engine.layout("", style, Direction::Auto, None).size().y;
        let height = match self.rows {
            Some(rows) => laid.size().y.max(rows as f32 * one_row),
            None => one_row,
        };
        let (_, rect) = ui.allocate_space(vec2(width, height + 2.0 * MARGIN.y));
        let response = ui.interact(rect, self.id, Sense::click_and_drag());
        let places = self.places(rect, laid.is_rtl());
        self.pointer(ui, &response, &mut state, &laid, &places);
        state.had_focus = response.has_focus();
        self.tell(ui, &mut state, &laid, &places);

        let focused = response.has_focus();
        state.scroll(&laid, places.text.width(), self.rows.is_some(), focused);
        if ui.is_rect_visible(rect) {
            let view = View { laid: &laid, places: &places, theme: &theme, focused };
            self.paint(ui, &engine, &state, &view);
        }
        let changed = state.editor.text() != before;
        state.editor.text().clone_into(self.text);
        let answer = FieldResponse {
            changed,
            submitted: outcome.submitted,
            cancelled: outcome.cancelled,
            focused,
            icon_rect: places.icon,
            lead_rect: places.lead,
            response,
        };
        state.store(ui.ctx(), self.id);
        self.announce(ui, answer, &before)
    }

    fn keys(&self, ui: &Ui, state: &mut State, lay: &dyn Fn(&str) -> Arc<TextLayout>) -> Outcome {
        if !ui.is_enabled() || !ui.memory(|memory| memory.has_focus(self.id)) {
            state.editor.compose("", None);
            return Outcome::default();
        }
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, events::FILTER));
        let breaks = LineBreaks::of(self.rows.is_some(), self.ends_by_enter);
        let outcome = events::handle(ui, self.id, &mut state.editor, breaks, lay);
        if outcome.touched {
            state.touched_at = ui.input(|input| input.time);
            state.reveal = true;
        }
        if outcome.submitted || outcome.cancelled {
            ui.memory_mut(|memory| memory.surrender_focus(self.id));
        }
        outcome
    }

    /// The parts of the field; its ends change sides where the text runs to the left.
    fn places(&self, rect: Rect, rtl: bool) -> Places {
        let inner = rect.shrink2(MARGIN);
        let (left, right) = if rtl { (self.icon, self.lead) } else { (self.lead, self.icon) };
        let at_left = Rect::from_min_size(inner.min, vec2(left, inner.height()));
        let at_right = Rect::from_min_max(pos2(inner.right() - right, inner.top()), inner.max);
        let text = Rect::from_min_max(pos2(at_left.right(), inner.top()), pos2(at_right.left(), inner.bottom()));
        let (lead, icon) = if rtl { (at_right, at_left) } else { (at_left, at_right) };
        Places { frame: rect, text, icon, lead }
    }

    /// Who comes by key, or is led here, finds a line selected, ready to be replaced, and the caret at the end of several.
    fn enter(&self, state: &mut State) {
        let end = state.editor.text().len();
        state.editor.select(if self.rows.is_none() { 0..end } else { end..end });
    }

    fn pointer(&self, ui: &Ui, response: &Response, state: &mut State, laid: &TextLayout, places: &Places) {
        if response.hovered() {
            ui.output_mut(|output| output.mutable_text_under_cursor = true);
            if response.hover_pos().is_some_and(|pos| places.text.expand2(MARGIN).contains(pos)) {
                ui.ctx().set_cursor_icon(CursorIcon::Text);
            }
        }
        if response.gained_focus() && !ui.input(|input| input.pointer.any_pressed()) {
            self.enter(state);
        }
        let origin = state.origin(laid, places.text);
        if let Some((pos, pasted)) = ui.input(|input| middle_click(&input.events))
            && response.contains_pointer()
            && ui.is_enabled()
        {
            state.editor.set(laid.hit(pos - origin.to_vec2()), false);
            state.editor.insert(&events::fit(&pasted, self.rows.is_some()));
            response.request_focus();
        }
        if response.contains_pointer() {
            let pass = ui.ctx().cumulative_pass_nr();
            ui.ctx().data_mut(|data| data.insert_temp(under_pointer(), pass));
        }
        let Some(pos) = response.interact_pointer_pos() else { return };
        let composing = state.editor.is_composing();
        if !ui.is_enabled() || composing {
            return;
        }
        let place = laid.hit(pos - origin.to_vec2());
        let (pressed, shift) = ui.input(|input| (input.pointer.any_pressed(), input.modifiers.shift));
        if response.triple_clicked() {
            state.editor.select(laid.paragraph_at(place.byte));
        } else if response.double_clicked() {
            state.editor.select(laid.word_at(place.byte));
        } else if pressed && response.hovered() && self.is_whole && !response.has_focus() {
            state.editor.select(0..state.editor.text().len());
            response.request_focus();
        } else if pressed && response.hovered() {
            state.editor.set(place, shift && response.has_focus());
            response.request_focus();
        } else if response.dragged() {
            state.editor.set(place, true);
            state.reveal = true;
        } else {
            return;
        }
        state.touched_at = ui.input(|input| input.time);
    }

    fn paint(&self, ui: &Ui, engine: &Engine, state: &State, view: &View<'_>) {
        let View { laid, places, theme, focused } = *view;
        if !self.is_bare {
            FieldFrame::new().focused(focused).problem(self.problem).paint(ui.painter(), places.frame);
        }
        // The caret may stand right at the edge, and marks above their line.
        let clip = places.text.expand2(vec2(2.0, MARGIN.y - 1.0)).intersect(ui.clip_rect());
        let painter = ui.painter().with_clip_rect(clip);
        if state.editor.shown().is_empty() && !self.placeholder.is_empty() {
            let hint = engine.layout_elided(
                self.placeholder,
                self.style.italic(),
                Direction::Auto,
                places.text.width(),
                self.rows.unwrap_or(1),
            );
            engine.paint(&hint, &painter, places.text.min, theme.text3);
        }
        let origin = state.origin(laid, places.text);
        if !focused {
            self.paint_at_rest(engine, &painter, origin, view);
            return;
        }
        if !state.editor.is_composing() {
            let selected = state.editor.selection();
            for (_, rect) in laid.rects(selected.clone()) {
                painter.rect_filled(rect.translate(origin.to_vec2()), 0.0, theme.selection);
            }
            for rect in laid.hairlines(selected, 0..laid.lines().len()) {
                painter.rect_filled(rect.translate(origin.to_vec2()), 0.0, theme.text2);
            }
        }
        engine.paint(laid, &painter, origin, theme.text);
        if let Some((all, active)) = state.editor.composed() {
            for (range, thickness) in [(all, 1.0), (active, 2.0)] {
                for (_, rect) in laid.rects(range) {
                    let rect = rect.translate(origin.to_vec2());
                    let line = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 2.0), rect.max);
                    painter.rect_filled(line.with_max_y(line.top() + thickness), 0.0, theme.text);
                }
            }
        }
        let caret = laid.caret(state.editor.caret()).translate(origin.to_vec2());
        let idle = ui.input(|input| input.time) - state.touched_at;
        caret::paint(ui, &painter, caret, theme.text, idle);
        self.speak_to_input_method(ui, places.frame, caret);
        if state.reveal {
            ui.scroll_to_rect(caret.expand(MARGIN.y), None);
        }
    }

    /// Without the focus, text that does not fit ends in “ …” like a label’s.
    fn paint_at_rest(&self, engine: &Engine, painter: &Painter, origin: Pos2, view: &View<'_>) {
        let View { laid, places, theme, .. } = *view;
        if self.rows.is_none() && laid.size().x > places.text.width() {
            let cut = engine.layout_elided(laid.text(), self.style, Direction::Auto, places.text.width(), 1);
            engine.paint(&cut, painter, places.text.min, theme.text);
        } else {
            engine.paint(laid, painter, origin, theme.text);
        }
    }

    fn speak_to_input_method(&self, ui: &Ui, rect: Rect, caret: Rect) {
        if !ui.memory(|memory| memory.owns_ime_events(self.id)) {
            return;
        }
        let to_global = ui.ctx().layer_transform_to_global(ui.layer_id()).unwrap_or_default();
        ui.output_mut(|output| {
            output.ime = Some(IMEOutput {
                purpose: IMEPurpose::Normal,
                rect: to_global * rect,
                cursor_rect: to_global * caret,
                should_interrupt_composition: false,
            });
        });
    }

    /// Tells the screen reader, and the system what is now selected.
    fn announce(&self, ui: &Ui, mut answer: FieldResponse, before: &str) -> FieldResponse {
        if answer.changed {
            answer.response.mark_changed();
        }
        let response = &answer.response;
        response.widget_info(|| WidgetInfo {
            label: Some(self.name.to_owned()),
            ..WidgetInfo::text_edit(ui.is_enabled(), before, &*self.text, self.placeholder)
        });
        ui.ctx().accesskit_node_builder(self.id, |node| {
            if self.rows.is_some() {
                node.set_role(accesskit::Role::MultilineTextInput);
            }
            node.add_action(accesskit::Action::SetValue);
            node.add_action(accesskit::Action::ReplaceSelectedText);
            node.add_action(accesskit::Action::SetTextSelection);
        });
        if response.drag_stopped() || response.double_clicked() || response.triple_clicked() {
            let state = State::load(ui.ctx(), self.id, self.text);
            if !state.editor.selected().is_empty() {
                ui.ctx().send_cmd(OutputCommand::TextSelectionSettled(state.editor.selected().to_owned()));
            }
        }
        answer
    }
}

/// The parts of a field on the screen.
struct Places {
    frame: Rect,
    text: Rect,
    icon: Rect,
    lead: Rect,
}

struct View<'a> {
    laid: &'a TextLayout,
    places: &'a Places,
    theme: &'a Theme,
    focused: bool,
}

fn middle_click(events: &[egui::Event]) -> Option<(Pos2, String)> {
    events.iter().find_map(|event| match event {
        egui::Event::MiddleClickPaste { pos, text } => Some((*pos, text.clone())),
        _ => None,
    })
}
