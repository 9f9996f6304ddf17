use egui::{
    Align2, Color32, CornerRadius, Painter, Rect, Response, Role, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2,
};

use super::pressable::{describe, pressable};
use super::{FocusRing, Icon, KeyCap, Words, tip};
use crate::theme::{Face, Theme, space};

/// Points from the side of a button to what stands in it.
const MARGIN: f32 = 13.0;
/// The same where the window is narrow.
const MARGIN_TIGHT: f32 = 9.0;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Raised,
    Primary,
    Quiet,
}

/// A button with a verb on it, and inside it the key that does the same.
#[derive(Clone, Copy, Debug)]
#[must_use = "a button is seen once it is shown"]
pub struct Button<'a> {
    label: &'a str,
    kind: Kind,
    icon: Option<Icon>,
    key: Option<&'a str>,
    disabled: Option<&'a str>,
    tight: bool,
    spoken: Option<&'a str>,
}

impl<'a> Button<'a> {
    /// A raised button.
    pub fn new(label: &'a str) -> Button<'a> {
        Button { label, kind: Kind::Raised, icon: None, key: None, disabled: None, tight: false, spoken: None }
    }

    /// The one primary button of its panel.
    pub fn primary(self) -> Button<'a> {
        Button { kind: Kind::Primary, ..self }
    }

    /// Without edge and ground.
    pub fn quiet(self) -> Button<'a> {
        Button { kind: Kind::Quiet, ..self }
    }

    /// With an icon before the label.
    pub fn icon(self, icon: Icon) -> Button<'a> {
        Button { icon: Some(icon), ..self }
    }

    /// With the cap of the key that does the same.
    pub fn key(self, key: &'a str) -> Button<'a> {
        Button { key: Some(key), ..self }
    }

    /// Disabled, with the sentence that says why, if there is one.
    pub fn disabled(self, reason: Option<&'a str>) -> Button<'a> {
        Button { disabled: reason, ..self }
    }

    /// With narrower margins, for a narrow window.
    pub fn tight(self) -> Button<'a> {
        Button { tight: true, ..self }
    }

    /// With a whole name for screen readers and its tooltip, where the label is short.
    pub fn spoken(self, name: &'a str) -> Button<'a> {
        Button { spoken: Some(name), ..self }
    }

    /// Its width in points.
    pub fn width(&self, painter: &Painter) -> f32 {
        let label = self.words(Color32::PLACEHOLDER).line(painter).size().x;
        let icon = self.icon.map_or(0.0, |_| space::ICON + space::ICON_GAP);
        let key = self.key.map_or(0.0, |key| KeyCap::new(key).size(painter).x + space::ICON_GAP);
        (2.0 * self.margin() + icon + label + key).ceil()
    }

    /// Shows it; the answer's `clicked` is true for pointer, Enter and Space.
    pub fn show(self, ui: &mut Ui) -> Response {
        let response = pressable(ui, Vec2::new(self.width(ui.painter()), space::CONTROL), self.disabled);
        let name = self.spoken.unwrap_or(self.label);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, response.enabled(), name));
        if let Some(name) = self.spoken {
            tip(&response, name, None);
        }
        describe(&response, self.disabled, self.key);
        if ui.is_rect_visible(response.rect) {
            self.paint(ui.painter(), &response);
        }
        response
    }

    fn margin(&self) -> f32 {
        if self.tight { MARGIN_TIGHT } else { MARGIN }
    }

    fn words(&self, ink: Color32) -> Words<'a> {
        Words::new(self.label, ink).face(Face::Medium)
    }

    fn paint(&self, painter: &Painter, response: &Response) {
        let theme = Theme::of(painter.ctx());
        let (fill, edge, ink) = self.colours(&theme, response);
        let rect = response.rect;
        let stroke = Stroke::new(theme.line_width, edge);
        painter.rect(rect, CornerRadius::same(space::RADIUS_BUTTON), fill, stroke, StrokeKind::Inside);
        let mut left = rect.left() + self.margin();
        if let Some(icon) = self.icon {
            let room = Rect::from_min_size(pos2(left, rect.top()), Vec2::new(space::ICON, rect.height()));
            icon.paint(painter, room, space::ICON, ink);
            left += space::ICON + space::ICON_GAP;
        }
        self.words(ink).paint_at(painter, pos2(left, rect.center().y));
        if let Some(key) = self.key {
            let cap = KeyCap::new(key);
            let room =
                Rect::from_min_max(pos2(rect.right() - self.margin() - cap.size(painter).x, rect.top()), rect.max);
            let room = Align2::LEFT_CENTER.align_size_within_rect(cap.size(painter), room);
            // A raised cap on the primary's dark ground would look like a second button.
            if self.kind == Kind::Primary || !response.enabled() {
                cap.paint_bare(painter, room, ink);
            } else {
                cap.paint(painter, room);
            }
        }
        FocusRing::on_button(painter, response, space::RADIUS_BUTTON);
    }

    /// Ground, edge and ink in the button's state.
    fn colours(&self, theme: &Theme, response: &Response) -> (Color32, Color32, Color32) {
        let enabled = response.enabled();
        let pressed = enabled && response.is_pointer_button_down_on();
        let hovered = enabled && response.hovered();
        let ground = |rest| match (pressed, hovered) {
            (true, _) => theme.selected,
            (false, true) => theme.hover,
            (false, false) => rest,
        };
        let ink = |ink| if enabled { ink } else { theme.disabled };
        match self.kind {
            Kind::Raised => (ground(theme.raised), theme.border_strong, ink(theme.text)),
            Kind::Quiet => (ground(Color32::TRANSPARENT), Color32::TRANSPARENT, ink(theme.text2)),
            Kind::Primary => {
                let fill = if hovered || pressed { theme.primary_hover } else { theme.primary };
                (fill, fill, ink(theme.on_primary))
            }
        }
    }
}
