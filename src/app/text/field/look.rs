use eframe::egui::epaint::StrokeKind;
use eframe::egui::{Color32, CornerRadius, Painter, Rect, Stroke, Visuals, pos2};

/// The radius of a field’s corners, in points.
const RADIUS: u8 = 5;

/// The colours of a field; the theme fills them in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FieldColors {
    /// Its ground.
    pub ground: Color32,
    /// The line around it.
    pub border: Color32,
    /// Its lower edge, which alone has to be seen (3:1).
    pub edge: Color32,
    /// What is typed.
    pub text: Color32,
    /// The placeholder.
    pub placeholder: Color32,
    /// Behind selected text.
    pub selection: Color32,
    /// The caret.
    pub caret: Color32,
    /// The ring around it while it has the focus.
    pub focus: Color32,
}

impl From<&Visuals> for FieldColors {
    fn from(visuals: &Visuals) -> FieldColors {
        FieldColors {
            ground: visuals.text_edit_bg_color(),
            border: visuals.widgets.noninteractive.bg_stroke.color,
            edge: visuals.widgets.inactive.fg_stroke.color,
            text: visuals.text_color(),
            placeholder: visuals.weak_text_color(),
            selection: visuals.selection.bg_fill,
            caret: visuals.strong_text_color(),
            focus: visuals.strong_text_color(),
        }
    }
}

/// Paints the ground, the edges and the focus ring. `problem` takes the place
/// of the lower edge, twice as thick.
pub fn paint(painter: &Painter, rect: Rect, colors: &FieldColors, problem: Option<Color32>, focused: bool) {
    painter.rect(rect, CornerRadius::same(RADIUS), colors.ground, Stroke::new(1.0, colors.border), StrokeKind::Inside);
    let thickness = if problem.is_some() { 2.0 } else { 1.0 };
    let inset = f32::from(RADIUS) - 1.0;
    let edge = Rect::from_min_max(
        pos2(rect.left() + inset, rect.bottom() - thickness),
        pos2(rect.right() - inset, rect.bottom()),
    );
    painter.rect_filled(edge, CornerRadius::ZERO, problem.unwrap_or(colors.edge));
    if focused {
        let ring = CornerRadius::same(RADIUS + 2);
        painter.rect_stroke(rect.expand(1.0), ring, Stroke::new(2.0, colors.focus), StrokeKind::Outside);
    }
}
