use egui::{Align2, CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2};

use super::{FocusRing, Icon, Words};
use crate::theme::{Dots, Face, Theme, space};

/// Height in points: lower than a control, as a pill stands in a line of words. What can be pressed of it is higher.
const HEIGHT: f32 = 20.0;
/// Points from the side to the words: the round end takes most of them.
const MARGIN: f32 = 9.0;
/// Side of the arrow in points: as small as the words beside it.
const CHEVRON: f32 = 10.0;

/// A word in a rounded box: a status.
#[derive(Clone, Copy, Debug)]
#[must_use = "a pill is seen once it is shown"]
pub struct Pill<'a> {
    label: &'a str,
    name: &'a str,
    opens: bool,
    suggested: bool,
}

impl<'a> Pill<'a> {
    /// A pill that only says something.
    pub fn new(label: &'a str) -> Pill<'a> {
        Pill { label, name: label, opens: false, suggested: false }
    }

    /// One that opens a menu when it is pressed: give its answer to `Popup::menu`. `name` says what of: "Status".
    pub fn menu(self, name: &'a str) -> Pill<'a> {
        Pill { name, opens: true, ..self }
    }

    /// With a dotted edge: what it tells of is nobody's yet.
    pub fn suggested(self) -> Pill<'a> {
        Pill { suggested: true, ..self }
    }

    /// Shows it; 24 points high where it can be pressed, else 20.
    pub fn show(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui.ctx());
        let words = Words::new(self.label, theme.text2).size(Face::SMALL);
        let chevron = if self.opens { CHEVRON + space::COUNT_GAP } else { 0.0 };
        let width = (words.line(ui.painter()).size().x + 2.0 * MARGIN + chevron).ceil();
        // One that opens a menu takes more room than is painted, so that it can be hit.
        let (height, sense) = if self.opens { (space::HIT, Sense::click()) } else { (HEIGHT, Sense::hover()) };
        let (room, response) = ui.allocate_exact_size(Vec2::new(width, height), sense);
        response.widget_info(|| {
            let role = if self.opens { Role::Button } else { Role::Label };
            let mut info = WidgetInfo::labeled(role, response.enabled(), self.name);
            info.current_text_value = self.opens.then(|| self.label.to_owned());
            info
        });
        let rect = Align2::CENTER_CENTER.align_size_within_rect(Vec2::new(width, HEIGHT), room);
        let fill = if self.opens && response.hovered() { theme.hover } else { theme.raised };
        if self.suggested {
            let dots = Dots::line(&theme, false, theme.border_field);
            dots.outline(ui.painter(), rect.shrink(1.0), HEIGHT / 2.0, true, true);
        } else {
            let edge = Stroke::new(theme.line_width, theme.border_strong);
            ui.painter().rect(rect, CornerRadius::same(space::RADIUS_PILL + 1), fill, edge, StrokeKind::Inside);
        }
        words.paint_at(ui.painter(), pos2(rect.left() + MARGIN, rect.center().y));
        if self.opens {
            let left = rect.right() - MARGIN - CHEVRON;
            let place = Rect::from_min_max(pos2(left, rect.top()), pos2(left + CHEVRON, rect.bottom()));
            Icon::Down.paint(ui.painter(), place, CHEVRON, theme.text2);
            if response.has_focus() && FocusRing::by_keyboard(ui.ctx()) {
                FocusRing::paint(ui.painter(), rect, space::RADIUS_PILL + 1);
            }
        }
        response
    }
}
