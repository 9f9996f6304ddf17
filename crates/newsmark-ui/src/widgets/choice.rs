use egui::{Align2, Event, EventFilter, Id, Key, Modifiers, Popup, Rect, Response, Role, Ui, Vec2, WidgetInfo, pos2};

use super::choice_list::{self, ListAnswer};
use super::list_state::ListState;
use super::pressable::pressable_at;
use super::{ChoiceEntry, FieldFrame, FocusRing, Icon, Tone, Words, told};
use crate::theme::{Face, Theme, space};

/// Points from the side of the field to its words.
const MARGIN: f32 = 9.0;
/// Rows that Page Up and Page Down move by: fewer than a list shows, so that some of what was seen stays in sight.
const PAGE: usize = 8;

/// A field that takes one of a closed list of entries.
///
/// With the focus it opens on Enter, Space, Down, and on a letter that an entry begins with. Open, arrows, Home, End,
/// Page Up, Page Down and letters move the mark in the list, Enter, Space and Tab take what is marked, Esc leaves the
/// field as it was. The definition of what is marked stands under the list.
#[derive(Clone, Copy, Debug)]
#[must_use = "a field is seen once it is shown"]
pub struct Choice<'a> {
    name: &'a str,
    entries: &'a [ChoiceEntry<'a>],
    first_is_unknown: bool,
    problem: Option<Tone>,
    disabled: Option<&'a str>,
    width: Option<f32>,
    placeholder: Option<&'a str>,
    looks: Looks,
}

/// How much of a field it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Looks {
    Field,
    /// A cell of a card, which paints its edge and ring.
    Cell,
    /// Small words that stand at the right.
    Aside,
}

impl<'a> Choice<'a> {
    /// A field called `name`, as its label beside it. The first entry is the unknown one.
    pub fn new(name: &'a str, entries: &'a [ChoiceEntry<'a>]) -> Choice<'a> {
        let (problem, disabled, width, placeholder) = (None, None, None, None);
        Choice { name, entries, first_is_unknown: true, problem, disabled, width, placeholder, looks: Looks::Field }
    }

    /// A cell of a card, which paints edge and ring.
    pub fn cell(self) -> Choice<'a> {
        Choice { looks: Looks::Cell, ..self }
    }

    /// Small words at the right of its room, without an edge.
    pub fn aside(self) -> Choice<'a> {
        Choice { looks: Looks::Aside, ..self }
    }

    /// Other words for the unknown entry, where no label stands beside the field.
    pub fn placeholder(self, words: &'a str) -> Choice<'a> {
        Choice { placeholder: Some(words), ..self }
    }

    /// For a list whose first entry says as much as any other.
    pub fn all_known(self) -> Choice<'a> {
        Choice { first_is_unknown: false, ..self }
    }

    /// With the lower edge of a problem.
    pub fn problem(self, problem: Option<Tone>) -> Choice<'a> {
        Choice { problem, ..self }
    }

    /// Disabled, with the sentence that says why, if there is one.
    pub fn disabled(self, reason: Option<&'a str>) -> Choice<'a> {
        Choice { disabled: reason, ..self }
    }

    /// With a width in points; else it fills the room there is.
    pub fn width(self, width: f32) -> Choice<'a> {
        Choice { width: Some(width), ..self }
    }

    /// Shows it; `chosen` is a place in the list. The answer's `changed` is true when another was taken.
    pub fn show(self, ui: &mut Ui, chosen: &mut usize) -> Response {
        let (id, rect) = ui.allocate_space(Vec2::new(self.width.unwrap_or(ui.available_width()), space::CONTROL));
        let list_id = id.with("list");
        let mut state = ui.data(|data| data.get_temp::<ListState>(id)).unwrap_or_default();
        // Keys come first: egui would take Enter and Space for a press of the field.
        let mut taken = self.keys(ui, id, list_id, *chosen, &mut state);
        let mut response = pressable_at(ui, rect, id, self.disabled);
        if response.clicked() {
            response.request_focus();
            state = ListState { marked: *chosen, reveal: true, ..ListState::default() };
            Popup::toggle_id(ui.ctx(), list_id);
        }
        if response.lost_focus()
            && ui.input(|input| input.key_pressed(Key::Tab))
            && Popup::is_id_open(ui.ctx(), list_id)
        {
            Popup::close_id(ui.ctx(), list_id);
            // Tab takes what is marked and goes on to the next field.
            if *chosen != state.marked {
                *chosen = state.marked;
                response.mark_changed();
            }
        }
        let open = Popup::is_id_open(ui.ctx(), list_id);
        self.tell(ui, &response, *chosen, open);
        if ui.is_rect_visible(rect) {
            self.paint(ui, &response, *chosen, open);
        }
        match choice_list::show(&response, self.name, list_id, self.entries, *chosen, &mut state) {
            Some(ListAnswer::Taken(index)) => taken = Some(index),
            Some(ListAnswer::Left) => response.request_focus(),
            None => {}
        }
        if let Some(index) = taken {
            Popup::close_id(ui.ctx(), list_id);
            response.request_focus();
            if index != *chosen {
                *chosen = index;
                response.mark_changed();
            }
        }
        ui.data_mut(|data| data.insert_temp(id, state));
        response
    }

    /// What the keys of this pass do; returns the entry that they take.
    fn keys(&self, ui: &Ui, id: Id, list_id: Id, chosen: usize, state: &mut ListState) -> Option<usize> {
        if self.disabled.is_some() || !ui.is_enabled() || !ui.memory(|memory| memory.has_focus(id)) {
            return None;
        }
        let open = Popup::is_id_open(ui.ctx(), list_id);
        // While the list is closed Left and Right go on to the next control; open, nothing leads away from it.
        let filter = EventFilter { vertical_arrows: true, horizontal_arrows: open, escape: open, tab: false };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let now = ui.input(|input| input.time);
        if open && pressed(Key::Escape) {
            Popup::close_id(ui.ctx(), list_id);
            return None;
        }
        // A space within typed letters belongs to them, as in "not e".
        let take = pressed(Key::Enter) || !state.search.is_running(now) && pressed(Key::Space);
        if open && take {
            return Some(state.marked);
        }
        if !open {
            state.marked = chosen;
            state.unfitting = None;
        }
        let last = self.entries.len().saturating_sub(1);
        let moves = [
            (Key::ArrowDown, (state.marked + 1).min(last)),
            (Key::ArrowUp, state.marked.saturating_sub(1)),
            (Key::PageDown, (state.marked + PAGE).min(last)),
            (Key::PageUp, state.marked.saturating_sub(PAGE)),
            (Key::Home, 0),
            (Key::End, last),
        ];
        let moved = moves.into_iter().find_map(|(key, to)| pressed(key).then_some(to));
        if moved.is_some() {
            state.unfitting = None;
            state.search.clear();
        }
        let found = self.search(ui, now, state);
        if let Some(marked) = found.or(moved) {
            // The key that opens the list by an arrow shows what is chosen and moves nothing yet.
            let stays = !open && found.is_none();
            state.marked = if stays { chosen } else { marked };
            state.reveal = true;
        }
        if !open && (take || moved.is_some() || found.is_some()) {
            state.reveal = true;
            Popup::open_id(ui.ctx(), list_id);
        }
        None
    }

    /// The entry that the letters of this pass lead to: where they fit none, the one that was marked before them. Text
    /// that is no word is left to others then, as the keys 1 to 4.
    fn search(&self, ui: &Ui, now: f64, state: &mut ListState) -> Option<usize> {
        let labels: Vec<&str> = self.entries.iter().map(|entry| entry.label).collect();
        ui.input_mut(|input| {
            let mut found = None;
            input.events.retain(|event| {
                let Event::Text(text) = event else { return true };
                let is_running = state.search.is_running(now);
                if text.trim().is_empty() && !is_running {
                    return true;
                }
                if !is_running {
                    // Letters that fit nothing lead back to where the search began, not to the top.
                    state.searched_from = state.marked;
                }
                let hit = state.search.typed(text, now, &labels, found.unwrap_or(state.marked));
                // A digit or a sign that fits nothing is no search: it may be a command of the window.
                let is_word = is_running || text.chars().any(char::is_alphabetic);
                if hit.is_none() && !is_word {
                    state.search.clear();
                    return true;
                }
                state.unfitting = hit.is_none().then(|| state.search.letters().to_owned());
                found = Some(hit.unwrap_or(state.searched_from));
                false
            });
            found
        })
    }

    fn label(&self, chosen: usize) -> &'a str {
        self.entries.get(chosen).map_or("Unknown", |entry| entry.label)
    }

    fn tell(&self, ui: &Ui, response: &Response, chosen: usize, open: bool) {
        response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, response.enabled(), self.name));
        let value = self.placeholder.filter(|_| self.first_is_unknown && chosen == 0).unwrap_or(self.label(chosen));
        told::choice(ui.ctx(), response.id, value, self.disabled, open);
    }

    fn paint(&self, ui: &Ui, response: &Response, chosen: usize, open: bool) {
        let theme = Theme::of(ui.ctx());
        let rect = response.rect;
        if self.looks == Looks::Field {
            FieldFrame::new().focused(response.has_focus() || open).problem(self.problem).paint(ui.painter(), rect);
        }
        let unknown = self.first_is_unknown && chosen == 0;
        let (face, ink) = match (response.enabled(), unknown) {
            (false, _) => (Face::Regular, theme.disabled),
            (true, true) => (Face::Italic, theme.text3),
            (true, false) if self.looks == Looks::Cell => (Face::Semibold, theme.text),
            (true, false) if self.looks == Looks::Aside && !response.hovered() => (Face::Regular, theme.text2),
            (true, false) => (Face::Regular, theme.text),
        };
        let (margin, side) = if self.looks == Looks::Field { (MARGIN, space::ICON) } else { (8.0, 12.0) };
        let icon = Rect::from_min_max(
            pos2(rect.right() - margin - side, rect.top()),
            pos2(rect.right() - margin, rect.bottom()),
        );
        // At rest a cell is its word alone, as cells are narrow.
        let is_used = response.hovered() || response.has_focus() || open;
        let label = self.placeholder.filter(|_| unknown).unwrap_or(self.label(chosen));
        let small = self.looks == Looks::Aside;
        let words = Words::new(label, ink).face(face).size(if small { Face::SMALL } else { Face::VALUE });
        // The word is never cut for the sake of the icon.
        let fits = words.line(ui.painter()).size().x <= icon.left() - space::COUNT_GAP - rect.left() - margin;
        let shows_icon = self.looks == Looks::Field || self.looks == Looks::Cell && is_used && fits;
        if shows_icon {
            let icon_ink = if response.enabled() { theme.text3 } else { theme.disabled };
            Icon::Down.paint(ui.painter(), icon, side, icon_ink);
        }
        let right = if shows_icon { icon.left() - space::COUNT_GAP } else { icon.right() };
        let room = Rect::from_min_max(pos2(rect.left() + margin, rect.top()), pos2(right, rect.bottom()));
        words.paint(ui.painter(), room, if small { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER });
        if small && response.has_focus() {
            FocusRing::paint(ui.painter(), rect.shrink(3.0), space::RADIUS_CHIP);
        }
    }
}
