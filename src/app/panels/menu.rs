use eframe::egui::{Align2, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use crate::app::command::{Command, CompareCommand, Mode, Needs, ReviewCommand};
use crate::app::form::thin_scroll;
use crate::app::opened::Opened;
use crate::app::theme::{Theme, ThemeChoice, space};
use crate::app::widgets::{FocusRing, Hairline, Scrolled, Words};
use crate::edit::OpenProject;
use crate::model::Category;

/// Width of a menu's entries in points.
const WIDTH: f32 = 260.0;
/// Points above and below the line between groups of entries.
const APART: f32 = 4.0;
/// Points of the window that the main menu leaves free: the bar above it, and the edges.
const BELOW_BAR: f32 = 72.0;

/// Shows one entry of a menu with its key; answers whether it was chosen.
pub fn menu_item(ui: &mut Ui, command: &Command, name: &str, is_enabled: bool) -> bool {
    let theme = Theme::of(ui.ctx());
    let sense = if is_enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, space::CONTROL), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, is_enabled, name));
    if is_enabled && (response.hovered() || response.has_focus()) {
        ui.painter().rect_filled(rect, space::RADIUS_CHIP, theme.hover);
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.has_focus() && FocusRing::by_keyboard(ui.ctx()) {
        FocusRing::paint(ui.painter(), rect.shrink(2.0), space::RADIUS_CHIP);
    }
    let (ink, key_ink) = if is_enabled { (theme.text, theme.text3) } else { (theme.disabled, theme.disabled) };
    let inner = rect.shrink2(vec2(10.0, 0.0));
    Words::new(name, ink).paint(ui.painter(), inner, Align2::LEFT_CENTER);
    Words::new(&command.key_cap(ui.ctx()), key_ink).size(12.0).paint(ui.painter(), inner, Align2::RIGHT_CENTER);
    let is_chosen = response.clicked();
    if is_chosen {
        ui.close();
    }
    is_chosen
}

/// The window’s menu: file, edit, view; at its beginning where it `opens` in this frame.
pub fn main_menu(ui: &mut Ui, opened: Option<&Opened>, opens: bool, commands: &mut Vec<Command>) {
    const FILE: [Command; 13] = [
        Command::Open,
        Command::OpenByPath,
        Command::PasteArticle,
        Command::OpenSample,
        Command::SetMode(Mode::Library),
        Command::Save,
        Command::SaveAs,
        Command::Report,
        Command::ArticleCard,
        Command::Sources,
        Command::Review(ReviewCommand::Settings),
        Command::ChangeEncoding,
        Command::CloseProject,
    ];
    const EDIT: [Command; 4] = [Command::Undo, Command::Redo, Command::Find, Command::Review(ReviewCommand::SubmitAll)];
    const VIEW: [Command; 8] = [
        Command::ToggleLeft,
        Command::ToggleRight,
        Command::ToggleLedger,
        Command::ToggleProblems,
        Command::FullScreen,
        Command::LargerText,
        Command::SmallerText,
        Command::OrdinaryText,
    ];
    const LOOKS: [Command; 3] = [
        Command::SetTheme(ThemeChoice::System),
        Command::SetTheme(ThemeChoice::Light),
        Command::SetTheme(ThemeChoice::Dark),
    ];
    const END: [Command; 4] = [Command::Settings, Command::Keys, Command::Palette, Command::Quit];
    let groups: [&[Command]; 5] = [&FILE, &EDIT, &VIEW, &LOOKS, &END];
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.set_max_width(WIDTH);
    let n_entries: usize = groups.iter().map(|group| group.len()).sum();
    let whole = n_entries as f32 * space::CONTROL + (groups.len() - 1) as f32 * (2.0 * APART + 1.0);
    // Below the bar, with its own frame.
    let height = whole.min(ui.ctx().content_rect().height() - BELOW_BAR);
    ui.spacing_mut().scroll = thin_scroll();
    let entries = ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([true, true]);
    // It opens at its beginning, wherever it was left: an entry is where it was the time before.
    let entries = if opens { entries.vertical_scroll_offset(0.0) } else { entries };
    entries.show(ui, |ui| groups_of(ui, &groups, opened, commands)).named(ui.ctx(), "the menu");
}

fn groups_of(ui: &mut Ui, groups: &[&[Command]], opened: Option<&Opened>, commands: &mut Vec<Command>) {
    for (index, group) in groups.iter().enumerate() {
        if index > 0 {
            ui.add_space(APART);
            Hairline::new().show(ui);
            ui.add_space(APART);
        }
        for command in *group {
            if menu_item(ui, command, &name_of(command, opened), is_enabled(command, opened)) {
                commands.push(command.clone());
            }
        }
    }
}

/// What the article's own menu offers.
pub fn article_menu(open: &OpenProject) -> Vec<Command> {
    if open.picking.is_some() {
        let takes = open.selected_words().is_some().then_some(Command::TakeWords);
        return takes.into_iter().chain([Command::StopPicking]).collect();
    }
    let mut commands = Vec::new();
    if open.selected_words().is_some() || open.selected.is_some() {
        commands.extend(Category::ALL.map(Command::Mark));
        commands.extend([Command::Copy, Command::CopyWithCitation]);
    }
    if let Some(annotation) = open.selected_annotation() {
        if open.selection.span().is_some() {
            commands.push(Command::AddWords);
        }
        if annotation.spans.as_slice().len() > 1 {
            commands.push(Command::RemoveWords);
        }
        commands.push(Command::MoveBounds);
    }
    if open.selected.is_some() {
        let submit = Command::Review(ReviewCommand::Submit);
        commands.extend([Command::EditDetails, submit, Command::Duplicate, Command::Delete]);
    }
    if commands.is_empty() {
        commands.extend([Command::SelectAll, Command::Find, Command::ArticleCard]);
    }
    commands
}

/// The command's name, with that of the step for undo and redo: "Undo mark as quote".
pub fn name_of(command: &Command, opened: Option<&Opened>) -> String {
    match command {
        Command::ShowAlone(aspect) => return format!("Show {} alone", aspect.marks()),
        Command::Dim(aspect) => return format!("Dim {}", aspect.marks()),
        _ => {}
    }
    let history = opened.map(|opened| opened.open.history());
    let step = match command {
        Command::Undo => history.and_then(|history| history.undo_name()),
        Command::Redo => history.and_then(|history| history.redo_name()),
        _ => None,
    };
    step.map_or_else(|| command.name().to_owned(), |step| format!("{} {step}", command.name()))
}

/// Whether the command can do anything now.
pub fn is_enabled(command: &Command, opened: Option<&Opened>) -> bool {
    let Some(opened) = opened else { return command.info().needs == Needs::Nothing };
    let history = opened.open.history();
    match command {
        Command::ShowAllMarks => !opened.emphasis.shows_all(),
        Command::Undo => history.undo_name().is_some(),
        Command::Redo => history.redo_name().is_some(),
        Command::NextProblem | Command::PreviousProblem => !opened.problems.is_empty(),
        Command::Review(act) => act.is_enabled(&opened.open),
        Command::Merge(None) => opened.file.is_some(),
        Command::Compare(CompareCommand::Conflicts) => !opened.open.project().conflicts().is_empty(),
        Command::ChangeEncoding => opened.rereadable().is_some(),
        Command::Delete | Command::EditDetails | Command::PickWords => opened.open.selected.is_some(),
        Command::MoveBounds | Command::AddWords | Command::Duplicate => opened.open.selected_annotation().is_some(),
        Command::RemoveWords => {
            opened.open.selected_annotation().is_some_and(|annotation| annotation.spans.as_slice().len() > 1)
        }
        _ => true,
    }
}
