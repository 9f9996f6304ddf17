use eframe::egui::{Align, Id, Layout, Rect, Role as Access, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::app::command::Command;
use crate::app::opened::Opened;
use crate::app::panels::{paragraph_of, words_of};
use crate::app::text::{Role, Words};
use crate::app::theme::{Theme, space};
use crate::app::widgets::{Button, Chip};
use crate::check::Problem;
use crate::model::Category;

/// Height of a row in points.
pub const ROW: f32 = space::ANNOTATION_ROW;

/// Shows a problem: what is wrong, over the words it is about; the row where the keys are offers what
/// can be done. Answers whether the row was clicked.
#[expect(clippy::too_many_arguments, reason = "a row is told where it is, what it shows and how")]
pub fn problem_row(
    ui: &mut Ui,
    id: Id,
    rect: Rect,
    opened: &Opened,
    problem: &Problem,
    (is_current, has_focus): (bool, bool),
    margin: f32,
    commands: &mut Vec<Command>,
) -> bool {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(rect, id, Sense::CLICK);
    let place = place_of(opened, problem);
    let name = format!("{}: {}", problem.severity.name(), problem.why);
    response.widget_info(|| WidgetInfo::selected(Access::ListBoxOption, true, is_current, &name));
    if is_current || response.hovered() {
        ui.painter().rect_filled(rect, 0.0, if is_current { theme.selected } else { theme.hover });
    }
    if is_current {
        let bar = if has_focus { theme.text } else { theme.border_strong };
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, bar);
    }
    let tone = crate::app::problems::tone(problem.severity);
    let left = rect.left() + margin;
    let icon = Rect::from_min_size(pos2(left, rect.top() + 6.0), vec2(space::ICON, space::ICON));
    tone.icon().paint(ui.painter(), icon, space::ICON, tone.ink(&theme));
    let room = Rect::from_min_max(pos2(icon.right() + space::ICON_GAP, rect.top() + 4.0), rect.right_bottom());
    let room = room.with_max_x(rect.right() - margin);
    let mut inside = ui.new_child(UiBuilder::new().id_salt(id).max_rect(room));
    inside.spacing_mut().item_spacing = vec2(space::ICON_GAP, 0.0);
    let actions = if is_current { actions(&mut inside, rect, problem, margin, commands) } else { 0.0 };
    let width = (room.width() - actions).max(60.0);
    inside.allocate_ui(vec2(width, 20.0), |ui| Words::new(&problem.why, Role::Label).color(theme.text).show(ui));
    inside.allocate_ui_with_layout(vec2(width, 18.0), Layout::left_to_right(Align::Center), |ui| {
        let Some((category, words, paragraph)) = place else { return };
        Chip::new(category).small().show(ui);
        let ink = if is_current { theme.text2 } else { theme.text3 };
        crate::app::widgets::Words::new(&paragraph, ink).size(crate::app::theme::Face::SMALL).show(ui);
        Words::new(&words, Role::Words).color(theme.text2).show(ui);
    });
    response.clicked()
}

/// Shows the buttons of the row where the keys are, at its end; answers the room that they take, in points.
fn actions(ui: &mut Ui, row: Rect, problem: &Problem, margin: f32, commands: &mut Vec<Command>) -> f32 {
    let fix = problem.fix.as_ref().map(|fix| fix.label.clone());
    let may_dismiss = problem.can_be_dismissed();
    let labels = [fix, may_dismiss.then(|| "Dismiss…".to_owned())];
    let painter = ui.painter().clone();
    let mut right = row.right() - margin;
    for (n, label) in labels.iter().enumerate().rev() {
        let Some(label) = label else { continue };
        let button = Button::new(label);
        let size = vec2(button.width(&painter), space::CONTROL);
        let place = Rect::from_min_size(pos2(right - size.x, row.center().y - size.y / 2.0), size);
        let mut inside = ui.new_child(UiBuilder::new().id_salt(("action", n)).max_rect(place));
        if button.show(&mut inside).clicked() {
            let problem = Box::new(problem.clone());
            commands.push(if n == 0 { Command::Fix(problem) } else { Command::Dismiss(problem) });
        }
        right = place.left() - space::BUTTON_GAP;
    }
    row.right() - margin - right
}

/// The words that a problem is about, and where they stand.
fn place_of(opened: &Opened, problem: &Problem) -> Option<(Category, String, String)> {
    let project = opened.open.project();
    let annotation = project.annotation(problem.annotation?)?;
    let category = annotation.category();
    let field = problem.field.map(|field| format!(" · {}", field.label(category))).unwrap_or_default();
    Some((category, words_of(project, annotation), format!("{}{field}", paragraph_of(project, annotation))))
}
