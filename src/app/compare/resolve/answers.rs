use eframe::egui::{Align2, Rect, Role as Access, ScrollArea, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::app::category_look::CategoryLook;
use crate::app::command::{Command, CompareCommand};
use crate::app::text::{self, Engine, Role};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::form::thin_scroll;
use crate::app::widgets::{EmptyState, FocusRing, Hairline, Icon, IconButton, KeyCap, PanelHeader, Scrolled, Words};
use crate::model::{Direction, Part};
use crate::review::merge::{About, Question};

use super::{ConflictState, SIDES, kind, said};

/// From the words to the edge of their ground, in points.
const INSET: f32 = 10.0;
/// Height of the line that names a side, in points.
const NAME: f32 = 26.0;

/// Shows the right panel: the current question with what each side has, one of which is taken by click or key.
pub fn answers(ui: &mut Ui, conflicts: &ConflictState, margin: f32, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let Some(question) = conflicts.question() else {
        EmptyState::new("Nothing is left to settle").show(ui);
        return;
    };
    header(ui, conflicts, question, margin, commands);
    Hairline::new().show(ui);
    ui.spacing_mut().scroll = thin_scroll();
    ScrollArea::vertical()
        .id_salt("answers")
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.add_space(12.0);
            let lines = [(question.title.as_str(), Role::Selected), (question.label, Role::StrongLabel)];
            for (words, role) in lines.into_iter().filter(|(words, _)| !words.is_empty()) {
                paragraph(ui, words, role, margin);
            }
            let is_of_words = question.part == Some(Part::Boundary);
            for (n, (side, name)) in SIDES.into_iter().enumerate() {
                if let Some(value) = question.answer(side) {
                    answer(
                        ui,
                        ShownSide { n, name, value, stands: side == question.standing, is_of_words },
                        margin,
                        commands,
                    );
                }
            }
            ui.add_space(4.0);
            let hint = "The checked one stands until you decide. Undo takes an answer back";
            let theme = Theme::of(ui.ctx());
            ui.horizontal(|ui| {
                ui.add_space(margin);
                let width = (ui.available_width() - margin).max(80.0);
                text::TextLabel::new(hint, Role::Hint).color(theme.text2).wrap().width(width).show(ui);
            });
            ui.add_space(12.0);
        })
        .named(ui.ctx(), "the answers");
}

fn header(ui: &mut Ui, conflicts: &ConflictState, question: &Question, margin: f32, commands: &mut Vec<Command>) {
    let place = format!("{} of {}", conflicts.place + 1, conflicts.questions.len());
    let mut header = PanelHeader::new(kind(question)).margin(margin).height(space::BAR);
    if let About::Mark(_, Some(category)) = question.about {
        header = header.chip(category.look());
    }
    header.show_right(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (icon, act, name) in [
            (Icon::Down, CompareCommand::Next, "Next conflict"),
            (Icon::Up, CompareCommand::Previous, "Previous conflict"),
        ] {
            let cap = Command::Compare(act).key_cap(ui.ctx());
            if IconButton::new(icon, name).key(&cap).show(ui).clicked() {
                commands.push(Command::Compare(act));
            }
        }
        ui.add_space(8.0);
        Words::new(&place, Theme::of(ui.ctx()).text2).size(Face::SMALL).show(ui);
    });
}

fn paragraph(ui: &mut Ui, words: &str, role: Role, margin: f32) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal(|ui| {
        ui.add_space(margin);
        let width = (ui.available_width() - margin).max(80.0);
        text::TextLabel::new(words, role).color(theme.text).wrap().max_lines(3).width(width).show(ui);
    });
    ui.add_space(8.0);
}

/// One side of a question, as it is shown.
struct ShownSide<'a> {
    /// Its place among the sides, which is that of its key.
    n: usize,
    name: &'a str,
    /// What it has; empty where it states nothing.
    value: &'a str,
    /// Whether the project has that.
    stands: bool,
    /// Whether the values are words of the article.
    is_of_words: bool,
}

/// One side: its name and key over what it has. Pressing it takes that.
fn answer(ui: &mut Ui, side: ShownSide<'_>, margin: f32, commands: &mut Vec<Command>) {
    let theme = Theme::of(ui.ctx());
    let width = (ui.available_width() - 2.0 * margin).max(80.0);
    let ShownSide { n, name, value, stands, is_of_words } = side;
    let role = if is_of_words && !value.is_empty() { Role::Words } else { Role::Label };
    let shown = said(value);
    // Eight lines hold fewer; an answer of pages is not set in each frame.
    let short = shown.char_indices().nth(600).map_or(shown, |(end, _)| &shown[..end]);
    let engine = Engine::of(ui.ctx());
    let laid = engine.layout_elided(short, role, Direction::Auto, width - 2.0 * INSET, 8);
    let size = vec2(width, NAME + laid.size().y + INSET);
    let (room, _) = ui.allocate_exact_size(vec2(ui.available_width(), size.y), Sense::hover());
    let rect = Rect::from_min_size(pos2(room.left() + margin, room.top()), size);
    let response = ui.interact(rect, ui.scope_id().with(("answer", n)), Sense::click());
    let spoken = format!("{name}: {shown}");
    response.widget_info(|| WidgetInfo::selected(Access::RadioButton, true, stands, &spoken));
    let painter = ui.painter();
    let fill = if response.hovered() { theme.hover } else { theme.raised };
    let edge = eframe::egui::Stroke::new(theme.line_width, if stands { theme.text2 } else { theme.border });
    painter.rect(rect, space::RADIUS_CARD, fill, edge, eframe::egui::StrokeKind::Inside);
    let line = Rect::from_min_size(rect.min + vec2(INSET, 2.0), vec2(width - 2.0 * INSET, NAME - 2.0));
    let cap = Command::Compare(CompareCommand::Take(n)).key_cap(ui.ctx());
    let cap = KeyCap::new(&cap);
    let place = Align2::LEFT_CENTER.align_size_within_rect(cap.size(painter), line);
    cap.paint(painter, place);
    let words = Words::new(name, theme.text2).size(Face::SMALL);
    words.paint(painter, line.with_min_x(place.right() + space::ICON_GAP), Align2::LEFT_CENTER);
    if stands {
        let sign = Align2::RIGHT_CENTER.align_size_within_rect(Vec2::splat(space::ICON), line);
        Icon::Check.paint(painter, sign, space::ICON_SMALL, theme.text);
    }
    let ink = if value.is_empty() { theme.text2 } else { theme.text };
    engine.paint(&laid, painter, rect.min + vec2(INSET, NAME), ink);
    FocusRing::on_button(painter, &response, space::RADIUS_CARD);
    if response.clicked() {
        commands.push(Command::Compare(CompareCommand::Take(n)));
    }
    ui.add_space(8.0);
}
