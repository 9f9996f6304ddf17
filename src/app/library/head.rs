use eframe::egui::{Align, Layout as Direction, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use super::columns::MARGIN;
use super::view::LibraryView;
use crate::app::command::Command;
use crate::app::dataset::WHY_NONE;
use crate::app::document::file_name;
use crate::app::find::grouped;
use crate::app::text::{self, Role};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{Button, Icon, IconButton, Words};
use crate::library::{TableView, TotalsPart};

/// Height of the head, and of the line that says what is left out, in points.
// A title of 24 with its counts below, 20 above them and some before the table's heads.
const HEIGHT: f32 = 84.0;
const LINE: f32 = 34.0;

/// Shows the folder's name, what is in it, or how far its reading has come, and what is left out.
pub fn show(ui: &mut Ui, library: &mut LibraryView, commands: &mut Vec<Command>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let room =
        Rect::from_min_max(pos2(rect.left() + MARGIN, rect.top() + 20.0), pos2(rect.right() - MARGIN, rect.bottom()));
    let theme = Theme::of(ui.ctx());
    let inside = UiBuilder::new().id_salt("head").max_rect(room).layout(Direction::left_to_right(Align::Min));
    ui.scope_builder(inside, |ui| {
        let new = Button::new("New project…").primary();
        let report = Button::new("Make a report…");
        let compare =
            library.folder.given.as_ref().filter(|given| given.len() > 1).map(|_| Button::new("Compare them"));
        let both = new.width(ui.painter()) + space::BUTTON_GAP + report.width(ui.painter());
        let third = compare.as_ref().map_or(0.0, |compare| compare.width(ui.painter()) + space::BUTTON_GAP);
        let dataset = dataset_button(ui, library, both + third);
        let fourth = dataset.as_ref().map_or(0.0, |dataset| dataset.width(ui.painter()) + space::BUTTON_GAP);
        let buttons = both + third + fourth;
        // The buttons are measured first: the name of a folder may be long and is elided, they are not.
        let width = (ui.available_width() - buttons - 16.0).max(80.0);
        ui.allocate_ui_with_layout(vec2(width, 60.0), Direction::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let name = library.folder.path.as_deref().map_or_else(|| "Library".to_owned(), file_name);
            text::TextLabel::new(&name, Role::FolderTitle).color(theme.text).show(ui);
            ui.horizontal(|ui| {
                Words::new(&describe(library), theme.text2).show(ui);
                let is_first = library.folder.progress().is_some();
                let stop = IconButton::new(Icon::Close, "Stop reading").side(space::HIT).icon_side(12.0);
                if is_first && stop.show(ui).clicked() {
                    commands.push(Command::StopReading);
                }
            });
        });
        ui.with_layout(Direction::right_to_left(Align::Max), |ui| {
            if new.show(ui).clicked() {
                commands.push(Command::Open);
            }
            ui.spacing_mut().item_spacing.x = space::BUTTON_GAP;
            let is_none = library.totals.n_projects == 0;
            if report.disabled(is_none.then_some("No project is shown")).show(ui).clicked() {
                commands.push(Command::Report);
            }
            if dataset.is_some_and(|dataset| dataset.show(ui).clicked()) {
                commands.push(Command::MakeDataset);
            }
            if compare.is_some_and(|compare| compare.show(ui).clicked()) {
                commands.push(Command::CompareGiven);
            }
        });
    });
    if let Some(part) = library.shown.part.clone() {
        only(ui, library, &part, commands);
    }
}

/// The button for a data set of the folder, where this build makes any; where `others` leave no room for it, the menu has
/// it alone.
fn dataset_button(ui: &Ui, library: &LibraryView, others: f32) -> Option<Button<'static>> {
    // Room for the name of most folders beside the buttons.
    const NAME: f32 = 240.0;
    let button =
        Button::new("Make a data set…").disabled((library.totals.n_projects == 0).then_some("No project is shown"));
    let has_room = ui.available_width() - others - button.width(ui.painter()) - space::BUTTON_GAP >= NAME;
    (WHY_NONE.is_none() && has_room && !library.shows_given()).then_some(button)
}

/// "14 projects, 315 annotations, 7 signed off, 120 proposals left".
fn describe(library: &LibraryView) -> String {
    if let Some((n_read, n_to_read)) = library.folder.progress() {
        return format!("Reading {} of {}", grouped(n_read), grouped(n_to_read));
    }
    let totals = &library.totals;
    let mut told = vec![
        counted(totals.n_projects, "project"),
        counted(totals.counts.n_annotations(), "annotation"),
        format!("{} signed off", grouped(totals.n_signed_off)),
    ];
    told.extend(totals.n_proposals_left.map(|n| {
        // As long as some are not counted, the number is no total.
        let so_far = if totals.n_uncounted > 0 { " so far" } else { "" };
        format!("{} left{so_far}", counted(n, "proposal"))
    }));
    told.extend((totals.n_copies > 0).then(|| counted(totals.n_copies, "conflicted copy").replace("copys", "copies")));
    told.extend((totals.n_damaged > 0).then(|| format!("{} cannot be read", grouped(totals.n_damaged))));
    told.join(", ")
}

/// "1 project", "2 projects".
pub fn counted(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{} {noun}s", grouped(n)) }
}

/// Says which part of the totals the table is of, and offers all of it.
fn only(ui: &mut Ui, library: &LibraryView, part: &TotalsPart, commands: &mut Vec<Command>) {
    let theme = Theme::of(ui.ctx());
    ui.allocate_ui_with_layout(vec2(ui.available_width(), LINE), Direction::left_to_right(Align::Center), |ui| {
        ui.add_space(MARGIN);
        ui.spacing_mut().item_spacing.x = 8.0;
        Words::new("Only", theme.text3).size(Face::SMALL).show(ui);
        text::TextLabel::new(&name_of(part), Role::MediumLabel).color(theme.text).show(ui);
        if Button::new("Show all").tight().show(ui).clicked() {
            commands.push(Command::ShowInLibrary(Box::new(TableView { part: None, ..library.shown.clone() })));
        }
    });
}

/// What a part of the totals is called.
fn name_of(part: &TotalsPart) -> String {
    match part {
        TotalsPart::Person(person) => format!("worked on by {person}"),
        TotalsPart::Status(status) => format!("with marks that are {}", status.label().to_lowercase()),
        TotalsPart::Category(category) => format!("with {}", category.name().to_lowercase()),
        TotalsPart::Quoted(name) => format!("quoting {name}"),
        TotalsPart::Week(monday) => format!("published in the week of {monday}"),
        TotalsPart::Total(of, unit) => format!("with a total: {}", of.label_in(*unit).to_lowercase()),
    }
}
