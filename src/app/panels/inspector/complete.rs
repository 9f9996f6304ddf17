use eframe::egui::{
    Align2, Frame, Id, Key, Modifiers, Popup, PopupCloseBehavior, Response, Role as Access, ScrollArea, Sense, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::app::text::{Engine, Role};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::form::thin_scroll;
use crate::app::widgets::{Scrolled, Words, told};
use crate::model::Direction;

/// The list under a field that completes what is typed there; one is open at a time.
#[derive(Debug, Default)]
pub struct Completion {
    /// The marked line.
    pub marked: usize,
    /// Whether it was marked by an arrow, so that Tab takes it and a screen reader hears it.
    pub is_chosen: bool,
    reveal: bool,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct CompletionLine {
    /// What is taken: a source's name, a mark's words.
    pub words: String,
    /// What tells it from others of the name, at the right.
    pub note: String,
}

/// Lines that are seen at once.
// As many as are skimmed at a glance; the list must also fit between a field low in the window and its
// edge.
const SEEN: usize = 8;
const MARGIN: f32 = 9.0;
const PADDING: f32 = 4.0;

impl Completion {
    /// The keys that work the list, before the field sees them.
    pub fn keys(&mut self, ui: &Ui, field: Id, n_lines: usize) {
        if !ui.memory(|memory| memory.has_focus(field)) {
            return;
        }
        let is_open = is_open(ui, field);
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        // Esc closes the list alone; a second one leaves the field.
        if is_open && pressed(Key::Escape) {
            Popup::close_id(ui.ctx(), list_id(field));
        }
        let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
        if down && !is_open {
            self.open(ui, field, 0);
        } else if down || up {
            let last = n_lines.saturating_sub(1);
            self.marked = if down { (self.marked + 1).min(last) } else { self.marked.saturating_sub(1) };
            (self.reveal, self.is_chosen) = (true, true);
        }
    }

    /// Opens the list with a line marked.
    pub fn open(&mut self, ui: &Ui, field: Id, marked: usize) {
        self.marked = marked;
        (self.reveal, self.is_chosen) = (true, false);
        Popup::open_id(ui.ctx(), list_id(field));
    }

    /// Shows the list under `field` if it is open; answers with the line that was pressed.
    pub fn show(&mut self, field: &Response, lines: &[CompletionLine]) -> Option<usize> {
        let id = list_id(field.id);
        let theme = Theme::of(&field.ctx);
        // 260 holds a name and its note where the field is half a row.
        let width = field.rect.width().max(260.0) - 2.0 * theme.line_width;
        let popup = Popup::from_response(field)
            .id(id)
            // Opened by the field alone, when a key or a click in it asks for that.
            .open_memory(None)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .gap(3.0)
            .accessible_name("Completion")
            .width(width)
            .frame(Frame::popup(&field.ctx.global_style()).inner_margin(0.0));
        let shown = popup.show(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(PADDING);
            if lines.is_empty() {
                ui.horizontal(|ui| {
                    ui.add_space(MARGIN);
                    Words::new("Nothing fits", theme.text3).face(Face::Italic).show(ui);
                });
            }
            ui.spacing_mut().scroll = thin_scroll();
            let height = space::CONTROL * lines.len().min(SEEN) as f32;
            let rows = ScrollArea::vertical().max_height(height).auto_shrink([false, true]);
            let taken =
                rows.show(ui, |ui| self.rows(ui, field, lines)).named(ui.ctx(), "the list to choose from").inner;
            ui.add_space(PADDING);
            taken
        });
        let taken = shown.and_then(|shown| shown.inner);
        if taken.is_some() {
            Popup::close_id(&field.ctx, id);
            // A click on the list took it; whoever picks goes on typing in the field.
            field.request_focus();
        }
        self.reveal = false;
        taken
    }

    fn rows(&mut self, ui: &mut Ui, field: &Response, lines: &[CompletionLine]) -> Option<usize> {
        told::list(ui, "What can be taken", lines.len());
        let mut taken = None;
        for (index, line) in lines.iter().enumerate() {
            let response = row(ui, line, index == self.marked);
            told::row(ui.ctx(), response.id, index, index == self.marked);
            if index == self.marked && self.is_chosen && field.has_focus() {
                told::active(ui.ctx(), field.id, response.id);
            }
            if self.reveal && index == self.marked {
                ui.scroll_to_rect(response.rect, None);
            }
            if response.clicked() {
                taken = Some(index);
            }
        }
        taken
    }
}

/// Whether the list of a field is open.
pub fn is_open(ui: &Ui, field: Id) -> bool {
    Popup::is_id_open(ui.ctx(), list_id(field))
}

/// Closes the list of a field.
pub fn close(ui: &Ui, field: Id) {
    if is_open(ui, field) {
        Popup::close_id(ui.ctx(), list_id(field));
    }
}

fn list_id(field: Id) -> Id {
    field.with("completion")
}

fn row(ui: &mut Ui, line: &CompletionLine, is_marked: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    // It can be pressed but takes no focus: that stays in the field, whose keys work the list.
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), space::CONTROL), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Access::ListBoxOption, true, &line.words));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(line.note.as_str()));
    // The pointer marks nothing that Enter would take: it may rest under a list that opens.
    let fill = if is_marked { Some(theme.selected) } else { response.hovered().then_some(theme.hover) };
    if let Some(fill) = fill {
        ui.painter().rect_filled(rect.shrink2(vec2(PADDING, 0.0)), space::RADIUS_CHIP, fill);
    }
    let room = rect.shrink2(vec2(MARGIN, 0.0));
    let ink = if is_marked { theme.text2 } else { theme.text3 };
    let aside = room.with_min_x(room.center().x);
    let note = Words::new(&line.note, ink).size(Face::SMALL).paint(ui.painter(), aside, Align2::RIGHT_CENTER);
    let engine = Engine::of(ui.ctx());
    let width = (note.left() - space::ICON_GAP - room.left()).max(40.0);
    let words = engine.layout_elided(&line.words, Role::Value, Direction::Auto, width, 1);
    engine.paint(&words, ui.painter(), pos2(room.left(), room.center().y - words.size().y / 2.0), theme.text);
    response
}
