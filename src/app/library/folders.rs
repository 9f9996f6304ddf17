use std::path::PathBuf;

use eframe::egui::{Align2, Rect, Sense, Ui, vec2};

use super::view::LibraryView;
use crate::app::command::Command;
use crate::app::document::file_name;
use crate::app::given::Given;
use crate::app::text::{self, Role};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{Hairline, Icon, IconButton, PanelHeader, Row, Words, tip_sentence};
use crate::library::{ProjectFilter, TableView};

/// Shows the folders and the filters.
pub fn show(ui: &mut Ui, library: &LibraryView, folders: &[PathBuf], given: &Given, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let current = library.folder.path.as_ref();
    PanelHeader::new("Folders").show_right(ui, |ui| {
        if IconButton::new(Icon::Plus, "Choose a folder of projects").show(ui).clicked() {
            commands.push(Command::ChooseFolder);
        }
        if let Some(path) = current.filter(|path| folders.contains(path))
            && IconButton::new(Icon::Minus, "Take the folder off the list").show(ui).clicked()
        {
            commands.push(Command::ForgetFolder(path.clone()));
        }
    });
    // A folder that nobody put on the list is shown all the same while it is open.
    let shows_given = library.folder.given.is_some();
    let unlisted = current.filter(|path| !folders.contains(path) && !shows_given);
    given_files(ui, given, shows_given, commands);
    for path in unlisted.into_iter().chain(folders) {
        folder(ui, library, path, current == Some(path), commands);
    }
    ui.add_space(8.0);
    Hairline::new().show(ui);
    PanelHeader::new("Show").show(ui, |_| {});
    for (show, count) in ProjectFilter::ALL.into_iter().zip(library.counts) {
        let is_chosen = library.shown.show == show;
        if line(ui, show.label(), None, &count.to_string(), is_chosen).clicked() {
            commands.push(Command::ShowInLibrary(Box::new(TableView { show, ..library.shown.clone() })));
        }
    }
    promise(ui, shows_given);
}

/// The files that were given, as a folder of their own; below it, while it is open, the articles among them.
fn given_files(ui: &mut Ui, given: &Given, is_chosen: bool, commands: &mut Vec<Command>) {
    if given.files().is_empty() {
        return;
    }
    if line(ui, Given::NAME, Some(Icon::Folder), &given.files().len().to_string(), is_chosen).clicked() {
        commands.push(Command::ShowGiven);
    }
    for path in given.articles().filter(|_| is_chosen) {
        let response = line(ui, &file_name(path), Some(Icon::Note), "", false);
        if response.clicked() {
            commands.push(Command::OpenPath(path.clone()));
        }
        tip_sentence(&response, &path.display().to_string());
    }
}

fn folder(ui: &mut Ui, library: &LibraryView, path: &PathBuf, is_chosen: bool, commands: &mut Vec<Command>) {
    let count = library.n_projects.get(path).map(usize::to_string).unwrap_or_default();
    let response = line(ui, &file_name(path), Some(Icon::Folder), &count, is_chosen);
    if response.clicked() {
        commands.push(Command::ShowFolder(path.clone()));
    }
    tip_sentence(&response, &path.display().to_string());
}

/// A row with an icon and a count.
fn line(ui: &mut Ui, name: &str, icon: Option<Icon>, count: &str, is_chosen: bool) -> eframe::egui::Response {
    let theme = Theme::of(ui.ctx());
    let spoken = if count.is_empty() { name.to_owned() } else { format!("{name}, {count}") };
    let row = Row::new(&spoken).role(eframe::egui::Role::Button).height(space::ROW).selected(is_chosen).show(
        ui,
        |ui, ink| {
            if let Some(icon) = icon {
                let (place, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
                icon.paint(ui.painter(), place, space::ICON_SMALL, ink.text2);
                ui.add_space(2.0);
            }
            let rect = ui.max_rect();
            let counted =
                Words::new(count, ink.text3).size(Face::SMALL).paint(ui.painter(), rect, Align2::RIGHT_CENTER);
            let role = if is_chosen { Role::StrongLabel } else { Role::Label };
            let width = (counted.left() - 8.0 - ui.cursor().left()).max(20.0);
            text::TextLabel::new(name, role).color(theme.text).width(width).show(ui);
        },
    );
    row.response
}

/// Says at the foot of the panel that nothing is changed.
fn promise(ui: &Ui, of_files: bool) {
    let theme = Theme::of(ui.ctx());
    let sentence = if of_files {
        "The library reads these files and never changes them"
    } else {
        "The library reads this folder and never changes it"
    };
    let words = Words::new(sentence, theme.text3).size(Face::SMALL);
    let lines = words.lines(ui.painter(), ui.max_rect().width() - 2.0 * space::PANEL_MARGIN);
    let room = ui.max_rect().shrink2(vec2(space::PANEL_MARGIN, 12.0));
    // At the foot while there is room; a long list of folders needs it more.
    if room.bottom() - lines.size().y > ui.cursor().top() + 12.0 {
        let place: Rect = Align2::LEFT_BOTTOM.align_size_within_rect(lines.size(), room);
        lines.paint(ui.painter(), place.min);
    }
}
