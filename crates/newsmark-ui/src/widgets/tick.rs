use egui::{CornerRadius, Rect, Role, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2};

use super::pressable::pressable;
use super::{FocusRing, Icon, Words};
use crate::theme::{Theme, space};

/// A box with words beside it, which a press ticks or clears; answers whether it was pressed.
pub fn tick(ui: &mut Ui, label: &str, is_ticked: &mut bool) -> bool {
    let theme = Theme::of(ui.ctx());
    let words = Words::new(label, theme.text);
    let width = space::ICON + space::ICON_GAP + words.line(ui.painter()).size().x;
    let response = pressable(ui, Vec2::new(width.ceil(), space::CONTROL), None);
    if response.clicked() {
        *is_ticked = !*is_ticked;
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, response.enabled(), *is_ticked, label));
    let rect = response.rect;
    let square =
        Rect::from_center_size(pos2(rect.left() + space::ICON / 2.0, rect.center().y), Vec2::splat(space::ICON));
    let fill = if response.hovered() { theme.hover } else { theme.field };
    let edge = Stroke::new(theme.line_width, theme.border_field);
    ui.painter().rect(square, CornerRadius::same(space::RADIUS_CHIP), fill, edge, StrokeKind::Inside);
    if *is_ticked {
        Icon::Check.paint(ui.painter(), square, space::ICON_SMALL, theme.text);
    }
    words.paint_at(ui.painter(), pos2(square.right() + space::ICON_GAP, rect.center().y));
    FocusRing::on_button(ui.painter(), &response, space::RADIUS_BUTTON);
    response.clicked()
}
