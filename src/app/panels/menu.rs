use eframe::egui::{ScrollArea, Ui};

use crate::app::command::{Command, CompareCommand, Mode, Needs, ReviewCommand};
use crate::app::document::Document;
use crate::app::menu_item::{WIDTH, menu_item};
use crate::app::theme::{ThemeChoice, space};
use crate::app::widgets::form::thin_scroll;
use crate::app::widgets::{Hairline, Scrolled};

/// Points above and below the line between groups of entries.
const APART: f32 = 4.0;
/// Points of the window that the main menu leaves free: the bar above it, and the edges.
const BELOW_BAR: f32 = 72.0;

/// The window’s menu: file, edit, view; at its beginning where it `opens` in this frame.
pub fn main_menu(ui: &mut Ui, document: Option<&Document>, opens: bool, commands: &mut Vec<Command>) {
    const FILE: [Command; 14] = [
        Command::Open,
        Command::OpenByPath,
        Command::PasteArticle,
        Command::OpenSample,
        Command::SetMode(Mode::Library),
        Command::Save,
        Command::SaveAs,
        Command::Report,
        Command::MakeDataset,
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
    entries.show(ui, |ui| groups_of(ui, &groups, document, commands)).named(ui.ctx(), "the menu");
}

fn groups_of(ui: &mut Ui, groups: &[&[Command]], document: Option<&Document>, commands: &mut Vec<Command>) {
    for (index, group) in groups.iter().enumerate() {
        if index > 0 {
            ui.add_space(APART);
            Hairline::new().show(ui);
            ui.add_space(APART);
        }
        for command in *group {
            if menu_item(ui, command, &name_of(command, document), is_enabled(command, document)) {
                commands.push(command.clone());
            }
        }
    }
}

/// The command's name, with that of the step for undo and redo: "Undo mark as quote".
pub fn name_of(command: &Command, document: Option<&Document>) -> String {
    match command {
        Command::ShowAlone(mark_filter) => return format!("Show {} alone", mark_filter.marks()),
        Command::Dim(mark_filter) => return format!("Dim {}", mark_filter.marks()),
        _ => {}
    }
    let history = document.map(|document| document.session.history());
    let step = match command {
        Command::Undo => history.and_then(|history| history.undo_name()),
        Command::Redo => history.and_then(|history| history.redo_name()),
        _ => None,
    };
    step.map_or_else(|| command.name().to_owned(), |step| format!("{} {step}", command.name()))
}

/// Whether the command can do anything now.
pub fn is_enabled(command: &Command, document: Option<&Document>) -> bool {
    let Some(document) = document else { return command.info().needs == Needs::Nothing };
    let history = document.session.history();
    match command {
        Command::ShowAllMarks => !document.mark_visibility.shows_all(),
        Command::Undo => history.undo_name().is_some(),
        Command::Redo => history.redo_name().is_some(),
        Command::NextProblem | Command::PreviousProblem => !document.problems.is_empty(),
        Command::Review(act) => act.is_enabled(&document.session),
        Command::Merge(None) => document.file.is_some(),
        Command::Compare(CompareCommand::Conflicts) => !document.session.project().conflicts().is_empty(),
        Command::ChangeEncoding => document.rereadable().is_some(),
        Command::Delete | Command::EditDetails | Command::PickWords => document.session.selected.is_some(),
        Command::MoveBounds | Command::AddWords | Command::Duplicate => {
            document.session.selected_annotation().is_some()
        }
        Command::RemoveWords => {
            document.session.selected_annotation().is_some_and(|annotation| annotation.spans.as_slice().len() > 1)
        }
        _ => true,
    }
}
