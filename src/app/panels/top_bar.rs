use eframe::egui::{
    Align, Layout as Direction, Popup, Rect, Role as Access, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::app::command::{Command, Mode};
use crate::app::context::AppCtx;
use crate::app::document::Document;
use crate::app::layout::Layout;
use crate::app::text;
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{FocusRing, Hairline, Icon, IconButton, KeyCap, Segmented, Words};

use super::menu::{is_enabled, main_menu, name_of};

/// Shows the bar at the top: menu, file, what the window is used for, undo, commands. `steps` tells whether there is
/// something to undo and to redo where that is not a step of the project's.
pub fn top_bar(ui: &mut Ui, document: Option<&Document>, steps: Option<[bool; 2]>, mode: Mode, cx: &mut AppCtx<'_>) {
    let (layout, commands) = (cx.layout, &mut *cx.commands);
    // In the middle of the window and not of what is left: it stays where it is, whatever the file is
    // called.
    let switch = Rect::from_center_size(ui.max_rect().center(), vec2(SWITCH, space::CONTROL));
    Hairline::new().paint_below(ui, ui.max_rect().expand2(vec2(12.0, 0.0)));
    ui.spacing_mut().item_spacing.x = 4.0;
    ui.horizontal_centered(|ui| {
        let menu = IconButton::new(Icon::List, "Menu").show(ui);
        let opens = menu.clicked();
        Popup::menu(&menu).accessible_name("Menu").show(|ui| main_menu(ui, document, opens, commands));
        if document.is_some() {
            let on = cx.settings.is_shown("left");
            push(
                ui,
                IconButton::new(Icon::LeftPanel, Command::ToggleLeft.name()).toggled(on),
                &Command::ToggleLeft,
                commands,
            );
        }
        ui.add_space(4.0);
        if let Some(document) = document {
            file(ui, document, layout, switch.left());
            mode_switch(ui, switch, mode, commands);
        }
        ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
            if document.is_some() {
                let on = cx.settings.is_shown("right");
                let button = IconButton::new(Icon::RightPanel, Command::ToggleRight.name()).toggled(on);
                push(ui, button, &Command::ToggleRight, commands);
            }
            ui.add_space(4.0);
            if layout.has_command_field {
                command_field(ui, commands);
            } else {
                push(ui, IconButton::new(Icon::Search, Command::Palette.name()), &Command::Palette, commands);
            }
            ui.add_space(4.0);
            for (icon, command) in [(Icon::Redo, Command::Redo), (Icon::Undo, Command::Undo)] {
                let name = if steps.is_some() { command.name().to_owned() } else { name_of(&command, document) };
                let can = steps.map_or_else(
                    || is_enabled(&command, document),
                    |[undo, redo]| {
                        if command == Command::Undo { undo } else { redo }
                    },
                );
                let mut button = IconButton::new(icon, &name);
                if !can {
                    button = button.disabled(Some("Nothing to take back or make again"));
                }
                push(ui, button, &command, commands);
            }
        });
    });
}

fn push(ui: &mut Ui, button: IconButton<'_>, command: &Command, commands: &mut Vec<Command>) {
    let cap = command.key_cap(ui.ctx());
    if button.key(&cap).show(ui).clicked() {
        commands.push(command.clone());
    }
}

/// The folder, the file's name and whether it is saved.
fn file(ui: &mut Ui, document: &Document, layout: Layout, right: f32) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.x = 8.0;
    if let Some(folder) = document.folder_name().filter(|_| layout.has_left) {
        text::TextLabel::new(&folder, text::Role::Label).color(theme.text2).show(ui);
        Words::new("/", theme.text3).show(ui);
    }
    let name = document.name();
    // The state behind the name is never pushed under the switch: the name is elided for it.
    let room = (right - ui.cursor().left() - STATE).clamp(60.0, 420.0);
    let width = text::TextLabel::new(&name, text::Role::StrongLabel).measure(ui, room).x;
    ui.allocate_ui(vec2(width, 18.0), |ui| {
        text::TextLabel::new(&name, text::Role::StrongLabel).color(theme.text).show(ui);
    });
    let (state, is_saved) = state(document);
    if !is_saved {
        let (dot, _) = ui.allocate_exact_size(vec2(6.0, 6.0), Sense::hover());
        ui.painter().circle_filled(dot.center(), 3.0, theme.text);
        // The dot belongs to the words behind it, closer than the parts of the bar to each other.
        ui.add_space(-4.0);
    }
    Words::new(state, if is_saved { theme.text3 } else { theme.text }).size(Face::SMALL).show(ui);
}

/// Width of the switch between the modes, in points.
const SWITCH: f32 = 234.0;
/// Room for what is said of the file, in points.
const STATE: f32 = 84.0;

/// The switch between what a project can be opened for.
fn mode_switch(ui: &mut Ui, place: Rect, mode: Mode, commands: &mut Vec<Command>) {
    let inside = UiBuilder::new().id_salt("modes").max_rect(place).layout(Direction::left_to_right(Align::Center));
    let mut inside = ui.new_child(inside);
    let labels = Mode::OF_A_PROJECT.map(Mode::name);
    // In the library none of the three is chosen.
    let mut chosen = Mode::OF_A_PROJECT.iter().position(|other| *other == mode).unwrap_or(labels.len());
    if Segmented::new("Mode", &labels).show(&mut inside, &mut chosen).changed() {
        commands.push(Command::SetMode(Mode::OF_A_PROJECT[chosen]));
    }
}

fn state(document: &Document) -> (&'static str, bool) {
    match (&document.file, document.is_dirty()) {
        _ if document.session.read_only.is_some() => ("Read only", true),
        _ if document.is_saving() => ("Saving …", true),
        (_, true) => ("Not saved", false),
        (Some(_), false) => ("Saved", true),
        (None, false) => ("No project file yet", true),
    }
}

/// The field that opens the palette.
fn command_field(ui: &mut Ui, commands: &mut Vec<Command>) {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(264.0, space::CONTROL), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, "Find a command"));
    let fill = if response.hovered() { theme.hover } else { theme.raised };
    let stroke = eframe::egui::Stroke::new(theme.line_width, theme.border_strong);
    let painter = ui.painter();
    painter.rect(rect, space::RADIUS_BUTTON, fill, stroke, eframe::egui::StrokeKind::Inside);
    let icon = eframe::egui::Rect::from_min_size(pos2(rect.left() + 8.0, rect.top()), vec2(16.0, rect.height()));
    Icon::Search.paint(painter, icon, 16.0, theme.text2);
    Words::new("Find a command", theme.text2).paint_at(painter, pos2(rect.left() + 32.0, rect.center().y));
    let keys = Command::Palette.key_cap(ui.ctx());
    let cap = KeyCap::new(&keys);
    let size = cap.size(painter);
    let place = eframe::egui::Align2::RIGHT_CENTER.anchor_size(pos2(rect.right() - 6.0, rect.center().y), size);
    cap.paint(painter, place);
    if response.has_focus() && FocusRing::by_keyboard(ui.ctx()) {
        FocusRing::paint(painter, rect, space::RADIUS_BUTTON);
    }
    if response.clicked() {
        commands.push(Command::Palette);
    }
}
