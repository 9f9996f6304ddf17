use eframe::egui::{
    Align2, Color32, CornerRadius, Pos2, Response, Role, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{FocusRing, Words, tip};

/// A switch that is one or two letters; its name stands in the tooltip.
#[must_use = "a control is seen once it is shown"]
pub struct Toggle<'a> {
    letters: &'a str,
    name: &'a str,
    hint: &'a str,
    underlined: bool,
    disabled: Option<&'a str>,
}

impl<'a> Toggle<'a> {
    /// A switch; `name` is what it turns on.
    pub fn new(letters: &'a str, name: &'a str) -> Toggle<'a> {
        Toggle { letters, name, hint: name, underlined: false, disabled: None }
    }

    /// With more in its tooltip than its name.
    pub fn hint(self, hint: &'a str) -> Toggle<'a> {
        Toggle { hint, ..self }
    }

    /// With a stroke from one end of the letters to the other, as for a word.
    pub fn underlined(self) -> Toggle<'a> {
        Toggle { underlined: true, ..self }
    }

    /// Disabled, with the sentence that says why, if there is one.
    pub fn disabled(self, reason: Option<&'a str>) -> Toggle<'a> {
        Toggle { disabled: reason, ..self }
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui, on: &mut bool) -> Response {
        let mut response = crate::app::widgets::pressable(ui, Vec2::splat(space::CONTROL), self.disabled);
        if response.clicked() {
            *on = !*on;
            response.mark_changed();
        }
        response.widget_info(|| WidgetInfo::selected(Role::Button, response.enabled(), *on, self.name));
        if let Some(reason) = self.disabled {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(reason));
        }
        tip(&response, self.hint, None);
        if ui.is_rect_visible(response.rect) {
            self.paint(ui, &response, *on);
        }
        response
    }

    fn paint(&self, ui: &Ui, response: &Response, on: bool) {
        let theme = Theme::of(ui.ctx());
        let (rect, painter) = (response.rect, ui.painter());
        let is_on = on && response.enabled();
        let (fill, ink) = match (response.enabled(), is_on || response.is_pointer_button_down_on(), response.hovered())
        {
            (false, _, _) => (Color32::TRANSPARENT, theme.disabled),
            (true, true, _) => (theme.selected, theme.text),
            (true, false, true) => (theme.hover, theme.text),
            (true, false, false) => (Color32::TRANSPARENT, theme.text2),
        };
        let edge = Stroke::new(theme.line_width, if is_on { theme.border_field } else { Color32::TRANSPARENT });
        painter.rect(rect, CornerRadius::same(space::RADIUS_BUTTON), fill, edge, StrokeKind::Inside);
        let room = if self.underlined { rect.translate(vec2(0.0, -2.0)) } else { rect };
        let letters = Words::new(self.letters, ink).face(Face::Medium).paint(painter, room, Align2::CENTER_CENTER);
        if self.underlined {
            let (left, right, y) = (letters.left() - 1.5, letters.right() + 1.5, rect.bottom() - 6.5);
            let points =
                vec![Pos2::new(left, y - 3.0), Pos2::new(left, y), Pos2::new(right, y), Pos2::new(right, y - 3.0)];
            painter.add(Shape::line(points, Stroke::new(theme.line_width, ink)));
        }
        FocusRing::on_button(painter, response, space::RADIUS_BUTTON);
    }
}
