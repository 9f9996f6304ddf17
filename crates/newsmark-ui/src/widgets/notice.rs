use egui::{
    Align, Align2, Area, Context, CornerRadius, Frame, Id, Layout, Order, Rect, Role, Sense, Stroke, Ui, UiBuilder,
    Vec2, WidgetInfo, accesskit::Live, pos2,
};

use super::{Button, Hairline, Icon, IconButton, Tone};
use crate::text::{self, Direction, Engine};
use crate::theme::{Theme, space};

/// Height of a line of the sentence, on which the icon is centred, in points.
const LINE: f32 = 18.0;
/// Points between the edge of a card or toast and what stands in it.
const MARGIN_X: f32 = 12.0;
const MARGIN_Y: f32 = 8.0;
/// Width of a toast in points: some 70 letters a line, less what its buttons take.
const TOAST_WIDTH: f32 = 480.0;
/// Least width in points of the words beside buttons: narrower, a sentence would have one or two words a line.
const LEAST_WORDS: f32 = 180.0;

/// What was done with a [`Notice`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeAnswer {
    /// The action of this place was pressed.
    Action(usize),
    /// It was closed.
    Closed,
}

/// A sentence about what happened, with what can be done: a bar across a panel, a card within one, or a toast over
/// the window.
#[derive(Clone, Copy, Debug)]
#[must_use = "a notice is seen once it is shown"]
pub struct Notice<'a> {
    tone: Tone,
    sentence: &'a str,
    detail: Option<&'a str>,
    actions: &'a [&'a str],
    closable: bool,
    nth: u64,
}

impl<'a> Notice<'a> {
    /// A notice with nothing to press.
    pub fn new(tone: Tone, sentence: &'a str) -> Notice<'a> {
        Notice { tone, sentence, detail: None, actions: &[], closable: false, nth: 0 }
    }

    /// With a second sentence below; the first becomes its title.
    pub fn detail(self, detail: &'a str) -> Notice<'a> {
        Notice { detail: Some(detail), ..self }
    }

    /// With buttons, at most three.
    pub fn actions(self, labels: &'a [&'a str]) -> Notice<'a> {
        debug_assert!(labels.len() <= 3, "a notice has at most three actions");
        Notice { actions: labels, ..self }
    }

    /// With a button that closes it.
    pub fn closable(self) -> Notice<'a> {
        Notice { closable: true, ..self }
    }

    /// Another number than the notice before it, so that the same sentence is heard again where it is said again.
    pub fn nth(self, nth: u64) -> Notice<'a> {
        Notice { nth, ..self }
    }

    /// Shows it as a bar from one side of the panel to the other, with a line below.
    pub fn show_bar(self, ui: &mut Ui) -> Option<NoticeAnswer> {
        let theme = Theme::of(ui.ctx());
        let gap = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
        let frame = Frame::new().fill(theme.panel).inner_margin(Vec2::new(space::PANEL_MARGIN, MARGIN_Y));
        let shown = frame.show(ui, |ui| self.show_contents(ui));
        Hairline::new().paint_below(ui, shown.response.rect);
        ui.spacing_mut().item_spacing.y = gap;
        shown.inner
    }

    /// Shows it as a card within a panel.
    pub fn show_card(self, ui: &mut Ui) -> Option<NoticeAnswer> {
        let theme = Theme::of(ui.ctx());
        let edge = Stroke::new(theme.line_width, theme.border_strong);
        let radius = CornerRadius::same(space::RADIUS_BUTTON);
        let frame = Frame::new().fill(theme.raised).stroke(edge).corner_radius(radius);
        frame.inner_margin(Vec2::new(MARGIN_X, MARGIN_Y)).show(ui, |ui| self.show_contents(ui)).inner
    }

    /// Shows it over the window, `above` points from its lower edge. It stays until the caller shows it no more.
    pub fn show_toast(self, ctx: &Context, id: Id, above: f32) -> Option<NoticeAnswer> {
        let anchor = Vec2::new(0.0, -above);
        let area = Area::new(id).order(Order::Foreground).anchor(Align2::CENTER_BOTTOM, anchor).role(Role::Group);
        let shown = area.show(ctx, |ui| {
            ui.set_width(TOAST_WIDTH.min(ctx.content_rect().width() - 2.0 * space::PANEL_MARGIN));
            Frame::popup(ui.style())
                .inner_margin(Vec2::new(MARGIN_X, MARGIN_Y))
                .show(ui, |ui| self.show_contents(ui))
                .inner
        });
        shown.inner
    }

    fn show_contents(&self, ui: &mut Ui) -> Option<NoticeAnswer> {
        let theme = Theme::of(ui.ctx());
        let controls = self.controls_width(ui);
        let icon = space::ICON + space::ICON_GAP + 2.0;
        let width = ui.available_width();
        // Where words and buttons do not fit side by side, the buttons go below.
        let beside = width - icon - controls >= LEAST_WORDS || controls == 0.0;
        let words_width = width - icon - if beside && controls > 0.0 { controls + MARGIN_X } else { 0.0 };
        let role = if self.detail.is_some() { text::Role::StrongLabel } else { text::Role::Label };
        // A sentence may name a file or a person, in any script.
        let engine = Engine::of(ui.ctx());
        let lay = |words, role| engine.layout(words, role, Direction::Auto, Some(words_width));
        let sentence = lay(self.sentence, role);
        let detail = self.detail.map(|detail| lay(detail, text::Role::Label));
        let words = sentence.size().y + detail.as_ref().map_or(0.0, |detail| detail.size().y);
        let first = if beside && controls > 0.0 { words.max(space::CONTROL) } else { words };
        let height = first + if beside { 0.0 } else { MARGIN_Y + space::CONTROL };

        let (id, rect) = ui.allocate_space(Vec2::new(width, height));
        // Another id for each saying: a screen reader speaks a live node when it appears, not when it stays.
        let response = ui.interact(rect, id.with(self.nth), Sense::hover());
        self.announce(ui, &response);
        let top = rect.top() + (first - words) / 2.0;
        let place = Rect::from_min_size(pos2(rect.left(), top), Vec2::new(space::ICON, LINE));
        self.tone.icon().paint(ui.painter(), place, space::ICON, self.tone.ink(&theme));
        let below = top + sentence.size().y;
        engine.paint(&sentence, ui.painter(), pos2(rect.left() + icon, top), theme.text);
        if let Some(detail) = detail {
            engine.paint(&detail, ui.painter(), pos2(rect.left() + icon, below), theme.text2);
        }
        let controls_top =
            if beside { rect.top() + (first - space::CONTROL) / 2.0 } else { rect.bottom() - space::CONTROL };
        let left = if beside { rect.right() - controls } else { rect.left() + icon };
        let room = Rect::from_min_size(pos2(left, controls_top), Vec2::new(controls, space::CONTROL));
        self.show_controls(ui, room)
    }

    fn controls_width(&self, ui: &Ui) -> f32 {
        let buttons = self.actions.iter().map(|label| Button::new(label).width(ui.painter()));
        let all: Vec<f32> = buttons.chain(self.closable.then_some(space::CONTROL)).collect();
        all.iter().sum::<f32>() + space::BUTTON_GAP * all.len().saturating_sub(1) as f32
    }

    fn show_controls(&self, ui: &mut Ui, room: Rect) -> Option<NoticeAnswer> {
        let mut row = ui.new_child(UiBuilder::new().max_rect(room).layout(Layout::left_to_right(Align::Center)));
        row.spacing_mut().item_spacing.x = space::BUTTON_GAP;
        let mut answer = None;
        for (index, label) in self.actions.iter().enumerate() {
            if Button::new(label).show(&mut row).clicked() {
                answer = Some(NoticeAnswer::Action(index));
            }
        }
        if self.closable && IconButton::new(Icon::Close, "Close").show(&mut row).clicked() {
            answer = Some(NoticeAnswer::Closed);
        }
        answer
    }

    /// Screen readers say an error at once, and anything else when they are done with what they say.
    fn announce(&self, ui: &Ui, response: &egui::Response) {
        let urgent = self.tone == Tone::Error;
        let role = if urgent { Role::Alert } else { Role::Status };
        let spoken = match self.detail {
            Some(detail) => format!("{}. {detail}", self.sentence),
            None => self.sentence.to_owned(),
        };
        response.widget_info(|| WidgetInfo::labeled(role, true, &spoken));
        // Only an error breaks into what is being read.
        let live = if urgent { Live::Assertive } else { Live::Polite };
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(live));
    }
}
