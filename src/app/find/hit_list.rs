use eframe::egui::{
    Align2, CornerRadius, Id, Key, Painter, Rect, Role as Access, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};

use super::excerpt::Excerpt;
use crate::app::text::{Engine, Role};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{Icon, ListCursor, ListRow, RowHeights, VirtualList, Words};
use crate::model::{Project, Span};

/// Hits with their context, each to be chosen or left out.
///
/// The list is one stop of the Tab key: arrows walk through it, Space chooses
/// and leaves out. Only the rows on the screen are made.
#[derive(Default)]
pub struct HitList {
    cursor: ListCursor,
}

/// Height of a row in points.
const ROW: f32 = space::CONTROL;
/// Side of the box that is ticked.
const BOX: f32 = 16.0;
/// Width of the paragraph's number, or "Heading".
const NUMBER: f32 = 52.0;
/// Graphemes at each side of a hit; where they do not fit, fewer.
const AROUND: [usize; 4] = [40, 24, 12, 4];

/// What was done in the list.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ListAnswer {
    /// The row that was chosen or left out.
    pub turned: Option<usize>,
    /// Whether Enter was pressed in it.
    pub submitted: bool,
}

impl HitList {
    /// Shows the rows, `height` points of them; `is_chosen` tells which are ticked.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        id: Id,
        project: &Project,
        rows: &[Span],
        is_chosen: impl Fn(usize) -> bool,
        height: f32,
    ) -> ListAnswer {
        let theme = Theme::of(ui.ctx());
        let (frame, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let radius = CornerRadius::same(space::RADIUS_BUTTON);
        let edge = Stroke::new(theme.line_width, theme.border_strong);
        ui.painter().rect(frame, radius, theme.field, edge, StrokeKind::Inside);
        let list = VirtualList::new(id, "Hits", RowHeights::Equal(rows.len(), ROW)).scroll_bar("the list of hits");
        let list = list.bordered(theme.line_width, space::RADIUS_BUTTON).rests_unmarked();
        let shown =
            list.show(ui, frame, &mut self.cursor, |ui, row| show_row(ui, row, project, rows[row.n], is_chosen(row.n)));
        let pressed = |key| shown.has_focus && ui.input(|input| input.key_pressed(key));
        let turned = shown.clicked.or(pressed(Key::Space).then_some(self.cursor.row));
        ListAnswer { turned, submitted: pressed(Key::Enter) }
    }
}

/// Shows one row; answers whether it was clicked.
fn show_row(ui: &Ui, row: ListRow, project: &Project, hit: Span, is_chosen: bool) -> bool {
    let ListRow { id, rect, is_current, .. } = row;
    let theme = Theme::of(ui.ctx());
    // It can be pressed but takes no focus: that stays in the list, whose keys walk through it.
    let response = ui.interact(rect, id, Sense::CLICK);
    let ground = match (is_current, response.hovered()) {
        (true, _) => Some(theme.selected),
        (false, true) => Some(theme.hover),
        (false, false) => None,
    };
    if let Some(ground) = ground {
        ui.painter().rect_filled(rect, 0.0, ground);
    }
    let inner = rect.shrink2(vec2(10.0, 0.0));
    let tick = Align2::LEFT_CENTER.align_size_within_rect(Vec2::splat(BOX), inner);
    paint_box(ui.painter(), tick, is_chosen);
    let number = Rect::from_min_max(pos2(inner.right() - NUMBER, inner.top()), inner.max);
    let ink = if is_current { theme.text2 } else { theme.text3 };
    Words::new(&paragraph_of(project, hit), ink).size(Face::SMALL).paint(ui.painter(), number, Align2::RIGHT_CENTER);
    let room = Rect::from_min_max(pos2(tick.right() + 10.0, rect.top()), pos2(number.left() - 10.0, rect.bottom()));
    let words = paint_excerpt(ui, room, project, hit, is_chosen);
    response.widget_info(|| WidgetInfo::selected(Access::CheckBox, ui.is_enabled(), is_chosen, &words));
    response.clicked()
}

fn paint_box(painter: &Painter, rect: Rect, is_ticked: bool) {
    let theme = Theme::of(painter.ctx());
    let (fill, edge) = if is_ticked { (theme.primary, theme.primary) } else { (theme.field, theme.border_field) };
    let stroke = Stroke::new(theme.line_width, edge);
    painter.rect(rect, CornerRadius::same(space::RADIUS_BAND), fill, stroke, StrokeKind::Inside);
    if is_ticked {
        Icon::Check.paint(painter, rect, 12.0, theme.on_primary);
    }
}

/// Paints as much of the context as there is room for, the hit on its ground; answers with the words.
fn paint_excerpt(ui: &Ui, room: Rect, project: &Project, hit: Span, is_chosen: bool) -> String {
    let theme = Theme::of(ui.ctx());
    let engine = Engine::of(ui.ctx());
    let mut excerpt = Excerpt::new(project, hit, AROUND[0]);
    let mut laid = engine.layout(&excerpt.words, Role::Words, excerpt.direction, None);
    for n_around in &AROUND[1..] {
        if laid.size().x <= room.width() {
            break;
        }
        excerpt = Excerpt::new(project, hit, *n_around);
        laid = engine.layout(&excerpt.words, Role::Words, excerpt.direction, None);
    }
    let left = if laid.is_rtl() { room.right() - laid.size().x } else { room.left() };
    let origin = pos2(left, room.center().y - laid.size().y / 2.0);
    let painter = ui.painter().with_clip_rect(room.intersect(ui.clip_rect()));
    for (_, rect) in laid.rects(excerpt.hit) {
        painter.rect_filled(rect.translate(origin.to_vec2()), 2.0, theme.selection);
    }
    engine.paint(&laid, &painter, origin, if is_chosen { theme.text } else { theme.text2 });
    excerpt.words
}

/// Where a hit stands: "¶ 4".
fn paragraph_of(project: &Project, hit: Span) -> String {
    let text = &project.article().text;
    let number = text.paragraphs()[text.paragraph_at(hit.start())].number();
    number.map_or_else(|| "Heading".to_owned(), |number| format!("¶ {number}"))
}
