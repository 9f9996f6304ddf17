//! Lists of a record: groups, named victims, evidence, links.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::app::command::Command;
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{Button, Hairline, Icon, IconButton, Words};
use crate::model::{Annotation, ItemId, RecordList};

use super::form::Form;
use super::section::item_rows;

impl Form<'_> {
    /// Shows the items of a list with their fields, and the button that adds one.
    pub fn items(&mut self, ui: &mut Ui, list: RecordList) {
        for (place, item) in self.annotation.details.items(list).into_iter().enumerate() {
            // By id and not by place: a list that is open or a field with the focus stays with its item when one
            // above goes.
            ui.push_id(item.to_string(), |ui| {
                if place > 0 {
                    Hairline::new().show(ui);
                }
                self.item_head(ui, list, item);
                for row in item_rows(self.annotation, list, item) {
                    self.row(ui, row);
                }
            });
        }
        self.proposed_items(ui, list);
        if self.document.session.read_only.is_some() || self.is_proposal {
            return;
        }
        ui.horizontal(|ui| {
            ui.add_space(self.margin + space::LABEL_WIDTH + space::LABEL_GAP);
            let name = add_name(list);
            if Button::new(&name).icon(Icon::Plus).tight().show(ui).clicked() {
                self.commands.push(Command::AddItem(self.annotation.id, list));
            }
        });
    }

    /// The button at the heading of an empty list.
    pub fn add_button(&mut self, ui: &mut Ui, list: RecordList) {
        let why = self.document.session.read_only.as_deref();
        let name = add_name(list);
        let button = IconButton::new(Icon::Plus, &name);
        let button = if why.is_some() { button.disabled(why) } else { button };
        if button.show(ui).clicked() {
            self.commands.push(Command::AddItem(self.annotation.id, list));
        }
    }

    fn item_head(&mut self, ui: &mut Ui, list: RecordList, item: ItemId) {
        let theme = Theme::of(ui.ctx());
        let name = name_of_item(self.annotation, item);
        ui.allocate_ui(vec2(ui.available_width(), space::CONTROL), |ui| {
            ui.horizontal_centered(|ui| {
                ui.add_space(self.margin);
                Words::new(&name, theme.text).face(Face::Medium).show(ui);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.add_space(self.margin - 6.0);
                    let remove = format!("Remove {}", name.to_lowercase());
                    let button = IconButton::new(Icon::Trash, &remove).icon_side(space::ICON_SMALL);
                    if button.show(ui).clicked() {
                        self.commands.push(Command::RemoveItem(self.annotation.id, list, item));
                    }
                });
            });
        });
    }
}

fn add_name(list: RecordList) -> String {
    format!("Add {}", list.noun())
}

/// An item by its kind and place: "Group 2".
pub fn name_of_item(annotation: &Annotation, item: ItemId) -> String {
    for &list in RecordList::of(annotation.category()) {
        if let Some(place) = annotation.details.items(list).iter().position(|other| *other == item) {
            let noun = list.noun();
            // Nouns of lists are plain English words, whose first letter is one byte.
            return format!("{}{} {}", noun[..1].to_uppercase(), &noun[1..], place + 1);
        }
    }
    String::new()
}
