use eframe::egui::accesskit::Role as AccessRole;
use eframe::egui::{Id, ScrollArea, Sense, Ui, Vec2};

use crate::app::command::{Command, Scope};
use crate::app::keymap::{Keymap, SCOPES, cap};
use crate::app::text;
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::form::sentence;
use crate::app::widgets::{self, DialogAnswer, KeyCap, Scrolled, Tone, Words, told};

use super::{Answer, DialogCtx};

/// The caret's keys, which are the platform's own and no commands.
const CARET: [(&str, &str); 7] = [
    ("Caret by character and line, with Shift selects", "Arrows"),
    ("Caret by word", "Ctrl Arrows"),
    ("Caret by paragraph", "Ctrl Up, Down"),
    ("Start and end of the line", "Home, End"),
    ("Start and end of the article", "Ctrl Home, End"),
    ("A view up or down", "Page Up, Down"),
    ("Hold to see the clean text", "Space"),
];

/// Lists the window's keys, what is wrong in the file of keys and where that is; answers whether the list stays open.
pub fn show(ui: &Ui, id: Id, cx: &mut DialogCtx<'_>) -> bool {
    let keymap = cx.keymap;
    let path = cx.platform.keys_file().display().to_string();
    let others = [Command::EditKeys, Command::ReadKeys];
    let labels = others.clone().map(|command| command.name());
    let dialog = widgets::Dialog::new("Keys", "Done").without_cancel().others(&labels).width(520.0);
    let answer = dialog.show(ui.ctx(), id, |ui| {
        // 270 for title, path, buttons and margins; below 160 a list of keys cannot be read through.
        let height = (ui.ctx().content_rect().height() - 270.0).max(160.0);
        let list = ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]);
        list.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            troubles(ui, keymap);
            for (scope, title) in SCOPES {
                head(ui, title);
                ui.scope(|ui| {
                    let mut rows = rows(keymap, scope);
                    if scope == Scope::Article {
                        rows.extend(CARET.map(|(name, keys)| (name, keys.to_owned())));
                    }
                    told::region(ui, AccessRole::List, &format!("Keys: {title}"));
                    told::n_of(ui.ctx(), ui.unique_id(), rows.len());
                    rows.iter().enumerate().for_each(|(place, (name, keys))| row(ui, place, name, keys));
                });
            }
        })
        .named(ui.ctx(), "the list of keys");
        let theme = Theme::of(ui.ctx());
        text::TextLabel::new(&format!("Your keys are in {path}"), text::Role::Hint).color(theme.text2).wrap().show(ui);
    });
    if let Some(DialogAnswer::Other(index)) = answer {
        cx.answer(Answer::Run(others[index].clone()));
    }
    answer.is_none()
}

/// What could not be taken from the file of keys, each with its icon.
fn troubles(ui: &mut Ui, keymap: &Keymap) {
    let theme = Theme::of(ui.ctx());
    for trouble in &keymap.troubles {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::ICON_GAP;
            let (place, _) = ui.allocate_exact_size(Vec2::splat(space::ICON), Sense::hover());
            Tone::Warning.icon().paint(ui.painter(), place, space::ICON, Tone::Warning.ink(&theme));
            ui.vertical(|ui| sentence(ui, trouble, theme.text));
        });
    }
}

/// The commands of a scope, each with its keys.
fn rows(keymap: &Keymap, scope: Scope) -> Vec<(&'static str, String)> {
    let listed = Command::LISTED.iter().map(|command| (command, keymap.keys(command)));
    let of_scope = listed.filter(|(_, keys)| keys.first().is_some_and(|keys| keys.scope == scope));
    let named = of_scope.map(|(command, keys)| {
        let caps: Vec<String> = keys.iter().copied().map(cap).collect();
        (command.name(), caps.join(", "))
    });
    named.collect()
}

fn head(ui: &mut Ui, title: &str) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(8.0);
    Words::new(title, theme.text).face(Face::Semibold).show(ui);
}

/// Shows a row, which a screen reader hears as one: “Save: Ctrl S”.
fn row(ui: &mut Ui, place: usize, name: &str, keys: &str) {
    let theme = Theme::of(ui.ctx());
    let name = name.trim_end_matches('…');
    ui.horizontal(|ui| {
        told::region(ui, AccessRole::ListItem, &format!("{name}: {keys}"));
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_position_in_set(place));
        let line = Words::new(name, theme.text2);
        let (rect, _) = ui.allocate_exact_size(line.line(ui.painter()).size(), Sense::hover());
        line.paint(ui.painter(), rect, eframe::egui::Align2::LEFT_CENTER);
        let right = eframe::egui::Layout::right_to_left(eframe::egui::Align::Center);
        ui.with_layout(right, |ui| {
            // Room for the scroll bar, which lies over the contents.
            ui.add_space(16.0);
            let cap = KeyCap::new(keys);
            let (rect, _) = ui.allocate_exact_size(cap.size(ui.painter()), Sense::hover());
            cap.paint(ui.painter(), rect);
        });
    });
}
