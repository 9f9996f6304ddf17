use eframe::egui::{Frame, Popup, PopupCloseBehavior, Role as Access, ScrollArea, Sense, Ui, Vec2, WidgetInfo, vec2};

use crate::app::category_look::CategoryLook;
use crate::app::command::{Command, MarkFilter, Visibility};
use crate::app::document::Document;
use crate::app::text::{self, Role};
use crate::app::theme::{Theme, space};
use crate::app::widgets::{Button, Chip, Icon, IconButton, Scrolled, Segmented, Words};

use super::menu::name_of;

/// Width of the menu and of its names, in points.
const WIDTH: f32 = 440.0;
// “Changes requested”, the longest status.
const NAMES: f32 = 130.0;

/// Shows the button of the menu of shown marks and, where not all are shown, what is so and how to show all.
/// Call it where things stand from the right. Answers whether something was told.
pub fn visibility_menu(ui: &mut Ui, document: &Document, commands: &mut Vec<Command>) -> bool {
    let mark_filters = document.mark_filters();
    let told = document.mark_visibility.describe(&mark_filters);
    let button = IconButton::new(Icon::Eye, "Which marks are shown").toggled(told.is_some()).show(ui);
    let frame = Frame::popup(&ui.ctx().global_style()).inner_margin(space::PANEL_MARGIN);
    let popup = Popup::menu(&button)
        .accessible_name("Which marks are shown")
        .frame(frame)
        // It stays open: one mostly sets several of these.
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| {
        let room = ui.ctx().content_rect();
        ui.set_width(WIDTH.min(room.width() - 64.0));
        ScrollArea::vertical()
            // 180 for the bars above, the button below and the frame, in the smallest window too.
            .max_height(room.height() - 180.0)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                mark_filters.iter().for_each(|mark_filter| row(ui, document, mark_filter, commands));
            })
            .named(ui.ctx(), "the list of what is shown");
        ui.add_space(8.0);
        let nothing = document.mark_visibility.shows_all().then_some("All marks are shown");
        let all = Button::new(Command::ShowAllMarks.name()).disabled(nothing);
        if ui.horizontal(|ui| all.show(ui)).inner.clicked() {
            commands.push(Command::ShowAllMarks);
        }
    });
    if let Some(told) = &told {
        if Button::new("Show all").tight().show(ui).clicked() {
            commands.push(Command::ShowAllMarks);
        }
        let theme = Theme::of(ui.ctx());
        text::TextLabel::new(told, Role::StrongLabel).color(theme.text).show(ui);
    }
    told.is_some()
}

/// One aspect: how its marks are shown, and a button that shows them alone.
fn row(ui: &mut Ui, document: &Document, mark_filter: &MarkFilter, commands: &mut Vec<Command>) {
    let theme = Theme::of(ui.ctx());
    ui.push_id(mark_filter.marks(), |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::ICON_GAP;
            match mark_filter {
                MarkFilter::Category(category) => drop(Chip::new(category.look()).small().show(ui)),
                MarkFilter::Status(_) => icon(ui, Icon::Check),
                MarkFilter::Author(_) => icon(ui, Icon::Comment),
            }
            ui.allocate_ui(vec2(NAMES, space::CONTROL), |ui| {
                ui.set_width(NAMES);
                ui.horizontal_centered(|ui| match mark_filter {
                    MarkFilter::Category(category) => drop(Words::new(category.name(), theme.text).show(ui)),
                    MarkFilter::Status(status) => drop(Words::new(status.label(), theme.text).show(ui)),
                    MarkFilter::Author(person) => {
                        drop(text::TextLabel::new(person.name(), Role::Label).color(theme.text).show(ui));
                    }
                });
            });
            let visibility = document.mark_visibility.mark_filter(mark_filter);
            let mut chosen = visibility as usize;
            let title = mark_filter.title();
            Segmented::new(&title, &Visibility::ALL.map(Visibility::name)).show(ui, &mut chosen);
            if chosen != visibility as usize {
                commands.push(Command::SetVisibility(mark_filter.clone(), Visibility::ALL[chosen]));
            }
            let command = Command::ShowAlone(mark_filter.clone());
            let alone = Button::new("Alone").quiet().tight().show(ui);
            alone.widget_info(|| WidgetInfo::labeled(Access::Button, true, name_of(&command, Some(document))));
            if alone.clicked() {
                commands.push(command);
            }
        });
    });
}

fn icon(ui: &mut Ui, icon: Icon) {
    let theme = Theme::of(ui.ctx());
    let (place, _) = ui.allocate_exact_size(Vec2::splat(space::ICON), Sense::hover());
    icon.paint(ui.painter(), place, space::ICON_SMALL, theme.text2);
}
