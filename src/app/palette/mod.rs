//! The palette: the list of commands, narrowed by what is typed.

mod query;

use eframe::egui::{
    Align2, Area, Frame, Id, Key, Modifiers, Order, Role as Access, ScrollArea, Sense, Ui, WidgetInfo, vec2,
};

use crate::app::announce::announce;
use crate::app::command::Command;
use crate::app::document::Document;
use crate::app::panels::{is_enabled, name_of};
use crate::app::text::{Role, TextField};
use crate::app::theme::{Theme, space};
use crate::app::widgets::{KeyCap, Scrolled, Words, told};
use query::Query;

/// The list of commands, narrowed by what is typed.
#[derive(Debug, Default)]
pub struct Palette {
    wanted: String,
    marked: usize,
    has_shown: bool,
    /// Whether the keys went to the list since something was typed.
    is_walked: bool,
}

/// How many rows are seen at once.
const ROWS: f32 = 12.0;
/// Height of a row in points.
const ROW: f32 = 32.0;
const WIDTH: f32 = 560.0;
/// Where it stands below the window's upper edge, in points.
const TOP: f32 = 96.0;

/// Shows the palette while it is open.
pub fn show(ui: &Ui, palette: &mut Option<Palette>, commands: &mut Vec<Command>, document: Option<&Document>) {
    let Some(open) = palette else { return };
    let answer = open.show(ui, document);
    if let Some(answer) = answer {
        commands.extend(answer);
        *palette = None;
    }
}

impl Palette {
    /// Shows it; answers once it is left, with the command that was chosen.
    fn show(&mut self, ui: &Ui, document: Option<&Document>) -> Option<Option<Command>> {
        let found = self.found(document);
        self.marked = self.marked.min(found.len().saturating_sub(1));
        let (down, up, enter, escape) = ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            (pressed(Key::ArrowDown), pressed(Key::ArrowUp), pressed(Key::Enter), pressed(Key::Escape))
        });
        if down {
            self.marked = (self.marked + 1).min(found.len().saturating_sub(1));
        }
        if up {
            self.marked = self.marked.saturating_sub(1);
        }
        self.is_walked |= down || up;
        if escape {
            return Some(Some(Command::BackToArticle));
        }
        let area = Area::new(Id::unique("palette"))
            .role(Access::Dialog)
            .accessible_name("Command palette")
            .order(Order::Foreground)
            .anchor(Align2::CENTER_TOP, vec2(0.0, TOP));
        let shown = area.show(ui.ctx(), |ui| {
            Frame::popup(ui.style())
                .inner_margin(8.0)
                .show(ui, |ui| self.contents(ui, document, &found, down || up))
                .inner
        });
        let is_left =
            self.has_shown && ui.input(|input| input.pointer.any_pressed()) && !shown.response.contains_pointer();
        self.has_shown = true;
        if enter {
            // The last letters may have come in the very frame that Enter did.
            return Some(self.found(document).get(self.marked).map(|(command, _)| command.clone()));
        }
        match shown.inner {
            Some(command) => Some(Some(command)),
            None if is_left => Some(None),
            None => None,
        }
    }

    fn contents(
        &mut self,
        ui: &mut Ui,
        document: Option<&Document>,
        found: &[(Command, String)],
        moved: bool,
    ) -> Option<Command> {
        let theme = Theme::of(ui.ctx());
        ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 48.0));
        let field = TextField::new(&mut self.wanted, Id::unique("palette field"), Role::Value)
            .name("Find a command")
            .placeholder("Find a command")
            .show(ui);
        field.response.request_focus();
        if field.changed {
            (self.marked, self.is_walked) = (0, false);
            // Enter takes the first, which nobody hears of else.
            let first = self.found(document);
            announce(
                ui.ctx(),
                match first.first() {
                    Some((_, name)) => format!("{name}, 1 of {}", first.len()),
                    None => "Nothing fits".to_owned(),
                },
            );
        }
        ui.add_space(6.0);
        if found.is_empty() {
            Words::new("No command of that name", theme.text2).show(ui);
            return None;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut chosen = None;
        // As high as its rows: what the last query left is no measure.
        let room = (ui.ctx().content_rect().height() - TOP - 80.0).max(2.0 * ROW);
        let height = (found.len() as f32 * ROW).min(ROWS * ROW).min(room);
        let rows = ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]);
        rows.show(ui, |ui| {
            told::list(ui, "Commands", found.len());
            for (index, (command, name)) in found.iter().enumerate() {
                let is_marked = index == self.marked;
                let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
                response.widget_info(|| WidgetInfo::labeled(Access::ListBoxOption, true, name));
                told::row(ui.ctx(), response.id, index, is_marked);
                if is_marked && self.is_walked {
                    told::active(ui.ctx(), field.response.id, response.id);
                }
                if is_marked || response.hovered() {
                    let fill = if is_marked { theme.selected } else { theme.hover };
                    ui.painter().rect_filled(rect, space::RADIUS_CHIP, fill);
                }
                let inner = rect.shrink2(vec2(10.0, 0.0));
                Words::new(name, theme.text).paint(ui.painter(), inner, Align2::LEFT_CENTER);
                let keys = command.key_cap(ui.ctx());
                if !keys.is_empty() {
                    let cap = KeyCap::new(&keys);
                    let size = cap.size(ui.painter());
                    cap.paint(ui.painter(), Align2::RIGHT_CENTER.align_size_within_rect(size, inner));
                }
                if is_marked && (moved || field.changed) {
                    ui.scroll_to_rect(rect, None);
                }
                if response.clicked() {
                    chosen = Some(command.clone());
                }
            }
        })
        .named(ui.ctx(), "the list of commands");
        chosen
    }

    /// The commands that can be done now and fit what was typed, the best first, and else in the order of the list:
    /// see [`Query`].
    fn found(&self, document: Option<&Document>) -> Vec<(Command, String)> {
        let mut query = Query::new(&self.wanted);
        let found = document.map_or(&[][..], |document| document.problems.mark_filters()).iter();
        let of_found =
            found.flat_map(|mark_filter| [Command::ShowAlone(mark_filter.clone()), Command::Dim(mark_filter.clone())]);
        let all = Command::LISTED.iter().cloned().chain(of_found);
        let mut found: Vec<_> = all
            .filter(|command| *command != Command::Palette && is_enabled(command, document))
            .map(|command| (command.clone(), name_of(&command, document)))
            .filter_map(|(command, name)| Some((query.rank(&name, command.other_words())?, command, name)))
            .collect();
        found.sort_by_key(|(rank, ..)| *rank);
        found.into_iter().map(|(_, command, name)| (command, name)).collect()
    }
}
