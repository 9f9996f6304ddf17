use eframe::egui::{Sense, Ui, vec2};

use crate::app::command::{Command, Mode};
use crate::app::document::file_name;
use crate::app::platform::Platform;
use crate::app::text::{self, Role};
use crate::app::theme::{Face, Theme};
use crate::app::widgets::{Button, Hairline, Icon, Row, Words, told};
use crate::store::Settings;

/// Width of the welcome screen's column in points.
const WIDTH: f32 = 480.0;

/// Shows what a start without a file offers.
pub fn welcome(ui: &mut Ui, settings: &Settings, commands: &mut Vec<Command>) {
    let theme = Theme::of(ui.ctx());
    // Above the middle, where a page begins; with a list of recent files below, all still fits.
    let top = (ui.available_height() * 0.22).clamp(24.0, 220.0);
    let left = ((ui.available_width() - WIDTH) / 2.0).max(16.0);
    ui.add_space(top);
    ui.horizontal_top(|ui| {
        ui.add_space(left);
        ui.vertical(|ui| {
            ui.set_width(WIDTH.min(ui.available_width()));
            text::TextLabel::new("Newsmark", Role::Headline).color(theme.text).show(ui);
            ui.add_space(2.0);
            Words::new("Open an article to start", theme.text).face(Face::Semibold).size(Face::VALUE).show(ui);
            let ways = if Platform::takes_drops() {
                "Drop a text or HTML file here, or paste the text"
            } else {
                "Choose a text or HTML file, or paste the text"
            };
            Words::new(ways, theme.text2).show(ui);
            ui.add_space(16.0);
            buttons(ui, commands);
            recent(ui, settings, commands);
        });
    });
}

fn buttons(ui: &mut Ui, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let offers = [
            (Button::new("Open article…").primary(), Command::Open),
            (Button::new("Paste article"), Command::PasteArticle),
            (Button::new("Open sample project"), Command::OpenSample),
            (Button::new("Library"), Command::SetMode(Mode::Library)),
        ];
        for (button, command) in offers {
            let key = command.key_cap(ui.ctx());
            let button = if key.is_empty() { button } else { button.key(&key) };
            if button.show(ui).clicked() {
                commands.push(command);
            }
        }
    });
}

fn recent(ui: &mut Ui, settings: &Settings, commands: &mut Vec<Command>) {
    let theme = Theme::of(ui.ctx());
    if settings.recent.is_empty() {
        return;
    }
    ui.add_space(32.0);
    Words::new("Recent", theme.text).face(Face::Semibold).show(ui);
    ui.add_space(4.0);
    Hairline::new().show(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.scope(|ui| files(ui, settings, commands));
}

fn files(ui: &mut Ui, settings: &Settings, commands: &mut Vec<Command>) {
    told::list(ui, "Recent files", settings.recent.len());
    for (place, path) in settings.recent.iter().enumerate() {
        let name = file_name(path);
        let folder = path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
        let row = Row::new(&name).height(32.0).place(place).show(ui, |ui, ink| {
            let (icon, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
            Icon::Document.paint(ui.painter(), icon, 16.0, ink.text2);
            ui.add_space(8.0);
            text::TextLabel::new(&name, Role::Label).color(ink.text).show(ui);
            ui.add_space(8.0);
            text::TextLabel::new(&folder, Role::Hint).color(ink.text3).show(ui);
        });
        if row.response.clicked() {
            commands.push(Command::OpenPath(path.clone()));
        }
    }
}
