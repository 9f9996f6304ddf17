use eframe::egui::{Align, Id, Layout, Rect, Role as Access, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::app::category_look::CategoryLook;
use crate::app::command::Command;
use crate::app::document::Document;
use crate::app::mark_words::{paragraph_of, words_of};
use crate::app::text::{Role, TextLabel};
use crate::app::theme::{Theme, space};
use crate::app::widgets::{Button, Chip};
use crate::check::Problem;
use crate::model::{Category, Dismissal};

/// Height of a row in points.
pub const ROW: f32 = 45.0;

/// What a row shows.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The problem.
    pub problem: &'a Problem,
    /// An editor's decision that it is none.
    pub dismissal: Option<&'a Dismissal>,
    /// Whether the keys are there.
    pub is_current: bool,
    /// Whether the list has the focus.
    pub has_focus: bool,
}

/// Shows a problem: what is wrong, over the words it is about; the row where the keys are offers what
/// can be done. Answers whether the row was clicked.
pub fn problem_row(
    ui: &mut Ui,
    id: Id,
    rect: Rect,
    document: &Document,
    shown: Shown<'_>,
    margin: f32,
    commands: &mut Vec<Command>,
) -> bool {
    let Shown { problem, dismissal, is_current, has_focus } = shown;
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(rect, id, Sense::CLICK);
    let place = place_of(document, problem);
    let severity = if dismissal.is_some() { "Dismissed" } else { problem.severity.name() };
    let name = format!("{severity}: {}", problem.why);
    response.widget_info(|| WidgetInfo::labeled(Access::ListBoxOption, true, &name));
    if is_current || response.hovered() {
        ui.painter().rect_filled(rect, 0.0, if is_current { theme.selected } else { theme.hover });
    }
    if is_current {
        let bar = if has_focus { theme.text } else { theme.border_strong };
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, bar);
    }
    let tone = crate::app::document::tone(problem.severity);
    let left = rect.left() + margin;
    let icon = Rect::from_min_size(pos2(left, rect.top() + 6.0), vec2(space::ICON, space::ICON));
    tone.icon().paint(ui.painter(), icon, space::ICON, tone.ink(&theme));
    let room = Rect::from_min_max(pos2(icon.right() + space::ICON_GAP, rect.top() + 4.0), rect.right_bottom());
    let room = room.with_max_x(rect.right() - margin);
    let mut inside = ui.new_child(UiBuilder::new().id_salt(id).max_rect(room));
    inside.spacing_mut().item_spacing = vec2(space::ICON_GAP, 0.0);
    // Buttons on every row would be a wall of them, and each a stop of Tab.
    let is_offered = is_current || dismissal.is_some();
    // The buttons are placed first: their width is what the sentence has to leave.
    let actions = if is_offered { actions(&mut inside, rect, document, &shown, margin, commands) } else { 0.0 };
    let ink = if dismissal.is_some() { theme.text2 } else { theme.text };
    let width = (room.width() - actions).max(60.0);
    inside.allocate_ui(vec2(width, 20.0), |ui| TextLabel::new(&problem.why, Role::Label).color(ink).show(ui));
    inside.allocate_ui_with_layout(vec2(width, 18.0), Layout::left_to_right(Align::Center), |ui| {
        let Some((category, words, paragraph)) = place else { return };
        if let Some(dismissal) = dismissal {
            let told = format!("Dismissed by {}: {}", dismissal.by, dismissal.reason);
            TextLabel::new(&told, Role::Hint).color(theme.text2).show(ui);
            return;
        }
        Chip::new(category.look()).small().show(ui);
        let ink = if is_current { theme.text2 } else { theme.text3 };
        crate::app::widgets::Words::new(&paragraph, ink).size(crate::app::theme::Face::SMALL).show(ui);
        TextLabel::new(&words, Role::Words).color(theme.text2).show(ui);
    });
    response.clicked()
}

/// Shows the buttons of the row where the keys are, at its end; answers the room that they take, in points.
fn actions(
    ui: &mut Ui,
    row: Rect,
    document: &Document,
    shown: &Shown<'_>,
    margin: f32,
    commands: &mut Vec<Command>,
) -> f32 {
    let boxed = || Box::new(shown.problem.clone());
    let mut offered: Vec<(String, Command)> = Vec::new();
    let is_read_only = document.session.read_only.is_some();
    if is_read_only {
        // Nothing can be done about it here.
    } else if shown.dismissal.is_some() {
        offered.push(("Restore".to_owned(), Command::Restore(boxed())));
    } else {
        if let Some(fix) = &shown.problem.fix {
            offered.push((fix.label.clone(), Command::Fix(boxed())));
        }
        let way = crate::app::document::way(&document.session, shown.problem);
        offered.extend(way.map(|(label, command)| (label.to_owned(), command)));
        if shown.problem.can_be_dismissed() {
            offered.push(("Dismiss…".to_owned(), Command::Dismiss(boxed())));
        }
    }
    let painter = ui.painter().clone();
    let mut right = row.right() - margin;
    for (label, command) in offered.into_iter().rev() {
        let button = Button::new(&label);
        let size = vec2(button.width(&painter), space::CONTROL);
        let place = Rect::from_min_size(pos2(right - size.x, row.center().y - size.y / 2.0), size);
        let mut inside = ui.new_child(UiBuilder::new().id_salt(&label).max_rect(place));
        if button.show(&mut inside).clicked() {
            commands.push(command);
        }
        right = place.left() - space::BUTTON_GAP;
    }
    row.right() - margin - right
}

/// The words that a problem is about, and where they stand.
fn place_of(document: &Document, problem: &Problem) -> Option<(Category, String, String)> {
    let project = document.session.project();
    let annotation = project.annotation(problem.annotation?)?;
    let category = annotation.category();
    let field = problem.field.map(|field| format!(" · {}", field.label(category))).unwrap_or_default();
    Some((category, words_of(project, annotation), format!("{}{field}", paragraph_of(project, &annotation.spans))))
}
