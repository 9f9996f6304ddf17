use eframe::egui::{Align2, Color32, Margin, Painter, Pos2, Rect, Ui, UiBuilder, Vec2, pos2, vec2};

use crate::app::category_look::CategoryLook;
use crate::app::text::{Engine, Role};
use crate::app::theme::{Theme, space};
use crate::app::widgets::{Chip, Icon, Row, RowInk, tip_sentence};
use crate::model::Direction;

use super::entry::{Entry, Group};
use super::texts::Place;
use super::work::ComparisonState;

/// Height of a row in points.
pub const ROW_HEIGHT: f32 = 48.0;
/// Room of the bars at the right end, in points.
// Three bars of 5 with 3 between them, and some room to the title.
const BARS: f32 = 26.0;

/// Shows a difference as a row of the list; answers whether it was pressed.
pub fn row(ui: &mut Ui, rect: Rect, work: &ComparisonState, place: usize, entry: &Entry, is_current: bool) -> bool {
    let is_settled = work.is_settled(entry.row);
    let settled = if is_settled { ", settled" } else { "" };
    let name = format!("{}, {}: {}{settled}. {}", entry.category.name(), entry.title, entry.told, entry.sides);
    let mut ui = ui.new_child(UiBuilder::new().id_salt(entry.row).max_rect(rect));
    let margin = Margin { left: 16, right: 16, top: 0, bottom: 0 };
    let row = Row::new(&name).height(ROW_HEIGHT).margin(margin).selected(is_current).place(place);
    let response = row.show(&mut ui, |ui, ink| words(ui, entry, is_settled, ink)).response;
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(entry.group.title()));
    response.clicked()
}

fn words(ui: &Ui, entry: &Entry, is_settled: bool, ink: RowInk) {
    let (rect, painter) = (ui.max_rect(), ui.painter());
    let chip = Chip::new(entry.category.look());
    chip.paint(painter, Rect::from_min_size(rect.min + vec2(0.0, 6.0), Vec2::splat(chip.side())));
    let end = Rect::from_min_max(pos2(rect.right() - BARS, rect.top() + 6.0), pos2(rect.right(), rect.top() + 24.0));
    if is_settled {
        let place = Align2::RIGHT_CENTER.align_size_within_rect(Vec2::splat(space::ICON), end);
        Icon::Check.paint(painter, place, space::ICON, Theme::of(ui.ctx()).ok);
    } else {
        bars(painter, end, entry.group, &Theme::of(ui.ctx()));
    }
    let engine = Engine::of(ui.ctx());
    let left = rect.left() + chip.side() + 10.0;
    let title_ink = if is_settled { ink.text2 } else { ink.text };
    let title = (entry.title.as_str(), Role::Label, title_ink, end.left());
    two_lines(
        &engine,
        painter,
        pos2(left, rect.top() + 6.0),
        [title, (&entry.told, Role::Hint, ink.text2, rect.right())],
    );
}

/// Shows where the texts differ, or a mark without a place, as a row of the list; answers whether it was pressed.
pub fn place_row(ui: &mut Ui, rect: Rect, nth: usize, n: usize, place: &Place) -> bool {
    let category = place.category.map(|category| format!("{}, ", category.name())).unwrap_or_default();
    let name = format!("{category}{}: {}", place.title, place.told);
    let mut ui = ui.new_child(UiBuilder::new().id_salt(("place", n)).max_rect(rect));
    let margin = Margin { left: 16, right: 16, top: 0, bottom: 0 };
    let row = Row::new(&name).height(ROW_HEIGHT).margin(margin).place(nth);
    let response = row.show(&mut ui, |ui, ink| {
        let (rect, painter) = (ui.max_rect(), ui.painter());
        let mut left = rect.left();
        if let Some(category) = place.category {
            let chip = Chip::new(category.look());
            chip.paint(painter, Rect::from_min_size(rect.min + vec2(0.0, 6.0), Vec2::splat(chip.side())));
            left += chip.side() + 10.0;
        }
        let title = (place.title.as_str(), Role::Label, ink.text, rect.right());
        let told = (place.told.as_str(), Role::Hint, ink.text2, rect.right());
        two_lines(&Engine::of(ui.ctx()), painter, pos2(left, rect.top() + 6.0), [title, told]);
    });
    let response = response.response;
    tip_sentence(&response, &place.told);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(place.group()));
    response.clicked()
}

/// Paints two lines of words, each with its ink and where it ends at most.
fn two_lines(engine: &Engine, painter: &Painter, at: Pos2, lines: [(&str, Role, Color32, f32); 2]) {
    let mut top = at.y;
    for (text, role, colour, right) in lines {
        // More than the widest panel shows on a line.
        let short = text.char_indices().nth(160).map_or(text, |(end, _)| &text[..end]);
        let laid = engine.layout_elided(short, role, Direction::Auto, (right - 8.0 - at.x).max(40.0), 1);
        engine.paint(&laid, painter, pos2(at.x, top), colour);
        top += laid.size().y;
    }
}

/// Three rising bars, as many of them full as tell what is changed.
pub fn bars(painter: &Painter, rect: Rect, group: Group, theme: &Theme) {
    let mut right = rect.right();
    for n in (0..3).rev() {
        // The last is 11 high, about as high as the capitals beside it.
        let height = 5.0 + 3.0 * n as f32;
        let bar = Rect::from_min_max(pos2(right - 5.0, rect.bottom() - 4.0 - height), pos2(right, rect.bottom() - 4.0));
        let fill: Color32 = if n < group.bars() { theme.text } else { theme.border_strong };
        painter.rect_filled(bar, 1.0, fill);
        right -= 8.0;
    }
}
