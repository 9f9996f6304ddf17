use std::sync::Arc;

use eframe::egui::{Align2, Rangef, Rect, Role as Access, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::command::{Command, CompareCommand};
use crate::app::text::{Engine, Role, TextLayout};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{FocusRing, Icon, Words};
use crate::model::{Annotation, Direction, Part};

use super::entry::{Entry, Level};
use super::work::ComparisonState;

/// From the words to the edge of their ground, in points.
const INSET: f32 = 8.0;
/// Room for the sign of what is taken, in points.
const SIGN: f32 = 16.0;

/// Shows what the projects say of a mark side by side, a level a line; what is taken has a sign.
pub fn cells(ui: &mut Ui, work: &ComparisonState, entry: &Entry, margin: f32, commands: &mut Vec<Command>) {
    let columns = work.columns();
    let left = ui.max_rect().left() + margin;
    let width = (ui.max_rect().width() - 2.0 * margin) / columns.len() as f32;
    let top = ui.cursor().top();
    let card = |bottom: f32| Rect::from_min_max(pos2(left, top), pos2(left + width * columns.len() as f32, bottom));
    let row = &work.comparison.rows()[entry.row];
    // The ground lies under the lines, but its height is known only after them: a place is kept for it
    // here.
    let head = ui.painter().add(eframe::egui::Shape::Noop);
    names(ui, work, &columns, left, width);
    for (n, level) in entry.levels.iter().enumerate() {
        let shown: Vec<Shown> =
            columns.iter().map(|side| Shown::of(ui, work, level, *side, row.marks[*side].as_deref(), width)).collect();
        line(ui, work, n, &columns, &shown, Rangef::new(left, left + width), commands);
    }
    ui.add_space(4.0);
    let theme = Theme::of(ui.ctx());
    let card = card(ui.cursor().top());
    let edge = eframe::egui::Stroke::new(theme.line_width, theme.border);
    let ground = eframe::egui::epaint::RectShape::new(
        card,
        space::RADIUS_CARD,
        theme.raised,
        edge,
        eframe::egui::StrokeKind::Inside,
    );
    ui.painter().set(head, ground);
    for n in 1..columns.len() {
        ui.painter().vline(left + width * n as f32, card.y_range(), edge);
    }
}

fn names(ui: &mut Ui, work: &ComparisonState, columns: &[usize], left: f32, width: f32) {
    let theme = Theme::of(ui.ctx());
    let engine = Engine::of(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    for (n, side) in columns.iter().enumerate() {
        let name = &work.names.full[*side];
        // Of more than two each shows the number by whose key it is taken.
        let numbered = format!("{}  {name}", side + 1);
        let shown = if work.names.full.len() > 2 { &numbered } else { name };
        let at = pos2(left + width * n as f32 + INSET + 2.0, rect.top() + 8.0);
        let laid = engine.layout_elided(shown, Role::StrongLabel, Direction::Auto, width - 2.0 * INSET, 1);
        engine.paint(&laid, ui.painter(), at, theme.text);
        let place = Rect::from_min_size(at, laid.size());
        let response = ui.interact(place, ui.scope_id().with(("side", *side)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Access::Label, true, name));
    }
}

/// What a project says on a level, set for its column.
struct Shown {
    said: String,
    laid: Arc<TextLayout>,
    is_known: bool,
}

impl Shown {
    fn of(ui: &Ui, work: &ComparisonState, level: &Level, side: usize, mark: Option<&Annotation>, width: f32) -> Shown {
        let value = mark.map(|mark| level.value(&work.comparison, mark, work.project()));
        // Of the mark as a whole “Not stated” would say the wrong thing: it is there, or it is not.
        let is_whole = level.parts.is_empty();
        let (said, is_known) = match value {
            None if is_whole => (format!("{} did not mark it", work.names.short[side]), false),
            None => ("–".to_owned(), false),
            Some(value) if value.is_empty() && is_whole => ("Marked it".to_owned(), true),
            Some(value) if value.is_empty() => ("Not stated".to_owned(), false),
            Some(value) => (value, true),
        };
        let is_of_words = level.parts.first() == Some(&Part::Boundary);
        let role = if is_of_words { Role::Words } else { Role::Label };
        // Four lines hold fewer; setting a quote of pages in each frame would be felt.
        let short = said.char_indices().nth(300).map_or(said.as_str(), |(end, _)| &said[..end]);
        let room = (width - 2.0 * INSET - SIGN - 6.0).max(40.0);
        let laid = Engine::of(ui.ctx()).layout_elided(short, role, Direction::Auto, room, 4);
        Shown { said, laid, is_known }
    }
}

/// One level: its name over what each project says.
fn line(
    ui: &mut Ui,
    work: &ComparisonState,
    n: usize,
    columns: &[usize],
    shown: &[Shown],
    across: Rangef,
    commands: &mut Vec<Command>,
) {
    let theme = Theme::of(ui.ctx());
    let Some(entry) = work.entry() else { return };
    let (left, width) = (across.min, across.span());
    let level = &entry.levels[n];
    let is_current = work.level == n;
    // Cells of a line are equally high, so that values are compared across.
    let tallest = shown.iter().map(|shown| shown.laid.size().y).fold(18.0, f32::max);
    let height = 20.0 + tallest + 8.0;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let label = Rect::from_min_size(pos2(left + INSET + 2.0, rect.top() + 2.0), vec2(width - 2.0 * INSET, 18.0));
    // It can be pressed and is no stop of Tab: arrows go from level to level.
    let response = ui.interact(label, ui.scope_id().with(("level", n)), Sense::CLICK);
    let spoken = format!("{}{}", level.label, if is_current { ", the level" } else { "" });
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, &spoken));
    if response.clicked() {
        commands.push(Command::Compare(CompareCommand::Level(n)));
    }
    let (face, ink) = if is_current { (Face::Semibold, theme.text) } else { (Face::Regular, theme.text2) };
    Words::new(level.label, ink).face(face).size(Face::SMALL).paint(ui.painter(), label, Align2::LEFT_CENTER);
    if is_current {
        let bar = Rect::from_min_max(pos2(left - 1.0, rect.top()), pos2(left + 2.0, rect.bottom()));
        ui.painter().rect_filled(bar, 0.0, theme.text);
    }
    let taken = work.taken_from(entry.row, level);
    for (column, (side, shown)) in columns.iter().zip(shown).enumerate() {
        let cell = Rect::from_min_max(
            pos2(left + width * column as f32 + 4.0, rect.top() + 20.0),
            pos2(left + width * (column + 1) as f32 - 4.0, rect.bottom() - 2.0),
        );
        let is_taken = taken == Some(*side);
        let response = ui.interact(cell, ui.scope_id().with(("cell", n, *side)), Sense::click());
        let name = format!("{}, {}: {}", level.label, work.names.full[*side], shown.said);
        response.widget_info(|| WidgetInfo::selected(Access::RadioButton, true, is_taken, &name));
        let fill = if response.hovered() { theme.hover } else { theme.selected };
        ui.painter().rect_filled(cell, space::RADIUS_CHIP, fill);
        let engine = Engine::of(ui.ctx());
        let ink = if shown.is_known { theme.text } else { theme.text2 };
        engine.paint(&shown.laid, ui.painter(), cell.min + vec2(INSET - 2.0, 2.0), ink);
        if is_taken {
            let sign = Rect::from_min_size(pos2(cell.right() - SIGN - 2.0, cell.top() + 3.0), vec2(SIGN, SIGN));
            Icon::Check.paint(ui.painter(), sign, space::ICON_SMALL, theme.text);
        }
        FocusRing::on_button(ui.painter(), &response, space::RADIUS_CHIP);
        if response.clicked() {
            commands.push(Command::Compare(CompareCommand::Level(n)));
            commands.push(Command::Compare(CompareCommand::Take(*side)));
        }
    }
}
