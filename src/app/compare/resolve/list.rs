use eframe::egui::{Margin, Rect, ScrollArea, Ui, UiBuilder, Vec2, pos2, vec2};

use crate::app::category_look::CategoryLook;
use crate::app::command::{Command, CompareCommand};
use crate::app::text::{Engine, Role};
use crate::app::theme::space;
use crate::app::widgets::form::thin_scroll;
use crate::app::widgets::{Chip, EmptyState, Hairline, Icon, PanelHeader, Row, RowInk, Scrolled, told};
use crate::model::Direction;
use crate::review::merge::{About, Question};

use super::{ConflictState, kind, said};

/// Height of a row in points.
const ROW_HEIGHT: f32 = 48.0;

/// Shows the left panel: what a merge left open, a question a row.
pub fn conflicts(ui: &mut Ui, conflicts: &mut ConflictState, margin: f32, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let count = conflicts.questions.len();
    PanelHeader::new("Conflicts").count(&count.to_string()).margin(margin).show(ui, |_| {});
    Hairline::new().show(ui);
    if count == 0 {
        let sentence = "Save the project to keep what you decided";
        EmptyState::new("Nothing is left to settle").sentence(sentence).show(ui);
        return;
    }
    let reveals = std::mem::take(&mut conflicts.wants_current);
    ui.spacing_mut().scroll = thin_scroll();
    ScrollArea::vertical()
        .id_salt("conflicts")
        .auto_shrink(false)
        .show_viewport(ui, |ui, view| {
            let (origin, width) = (ui.cursor().min, ui.max_rect().width());
            ui.set_height(count as f32 * ROW_HEIGHT);
            told::list(ui, "List of conflicts", count);
            let rect = |n: usize| {
                let top = origin.y + n as f32 * ROW_HEIGHT;
                Rect::from_min_size(pos2(origin.x, top), vec2(width, ROW_HEIGHT))
            };
            let first = (view.top() / ROW_HEIGHT).floor().max(0.0) as usize;
            let last = ((view.bottom() / ROW_HEIGHT).ceil().max(0.0) as usize).min(count);
            for n in first..last {
                if row(ui, rect(n), n, &conflicts.questions[n], n == conflicts.place) {
                    commands.push(Command::Compare(CompareCommand::Go(n)));
                }
            }
            if reveals {
                ui.scroll_to_rect(rect(conflicts.place).expand2(vec2(0.0, 8.0)), None);
            }
        })
        .named(ui.ctx(), "the list of conflicts");
}

/// Shows a question; answers whether it was pressed.
fn row(ui: &mut Ui, rect: Rect, n: usize, question: &Question, is_current: bool) -> bool {
    let (ours, theirs) = (said(&question.ours), said(&question.theirs));
    let told = format!("{}: {ours} here, {theirs} there", question.label);
    let name =
        format!("{}, {}, {}: here {ours}, in the other file {theirs}", kind(question), question.title, question.label);
    let mut ui = ui.new_child(UiBuilder::new().id_salt(n).max_rect(rect));
    let margin = Margin { left: 16, right: 16, top: 0, bottom: 0 };
    let row = Row::new(&name).height(ROW_HEIGHT).margin(margin).selected(is_current).place(n);
    row.show(&mut ui, |ui, ink| words(ui, question, &told, ink)).response.clicked()
}

fn words(ui: &Ui, question: &Question, told: &str, ink: RowInk) {
    let (rect, painter) = (ui.max_rect(), ui.painter());
    let side = match question.about {
        About::Mark(_, Some(category)) => {
            let chip = Chip::new(category.look());
            chip.paint(painter, Rect::from_min_size(rect.min + vec2(0.0, 6.0), Vec2::splat(chip.side())));
            chip.side()
        }
        _ => {
            let place = Rect::from_min_size(rect.min + vec2(0.0, 6.0), Vec2::splat(space::ICON));
            Icon::Note.paint(painter, place, space::ICON, ink.text2);
            space::ICON
        }
    };
    let left = rect.left() + side + 10.0;
    let engine = Engine::of(ui.ctx());
    let title_role = if question.mark().is_some() { Role::Words } else { Role::Label };
    let mut top = rect.top() + 6.0;
    for (text, role, colour) in [(question.title.as_str(), title_role, ink.text), (told, Role::Hint, ink.text2)] {
        let short = text.char_indices().nth(160).map_or(text, |(end, _)| &text[..end]);
        let laid = engine.layout_elided(short, role, Direction::Auto, (rect.right() - left).max(40.0), 1);
        engine.paint(&laid, painter, pos2(left, top), colour);
        top += laid.size().y;
    }
}
