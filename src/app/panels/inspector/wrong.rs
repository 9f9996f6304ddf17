//! What is wrong in the fields of a form. It is told over the lower edge of the form, not under the fields: there it
//! would push away those below it whenever it comes or goes.

use eframe::egui::{Align, Layout, Rect, Role as Access, Sense, Ui, UiBuilder, WidgetInfo, accesskit, pos2, vec2};

use crate::app::command::Command;
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{Button, Hairline, LaidWords, Tone, Words, told};
use crate::model::FieldPath;

/// Points that are kept free at the end of a form, so that its last field can be scrolled out from under two
/// sentences of two lines and the count of the others. They are kept whether something is told or not: an end that moves would move the fields.
pub const ROOM: f32 = 112.0;
/// More than so many would hide the form; the list of problems has the others.
const MOST: usize = 2;
/// Points above the first sentence, between two, and below the last.
const APART: f32 = 6.0;
/// Points of a line of a sentence.
const LINE: f32 = 16.0;
/// Points before a sentence, for its icon.
const LEAD: f32 = space::ICON_SMALL + space::COUNT_GAP;

/// What is wrong in a field.
pub struct Wrong {
    /// The field.
    pub path: FieldPath,
    /// What the field is called.
    pub name: String,
    /// How grave it is.
    pub tone: Tone,
    /// What is wrong, in a sentence.
    pub why: String,
    /// Where it is put right: what a button calls it, and what it does.
    pub way: Option<(&'static str, Command)>,
}

impl Wrong {
    /// The button that leads to where it is put right, and the points that it takes beside the sentence.
    fn button(&self, ui: &Ui) -> (Option<Button<'_>>, f32) {
        let button = self.way.as_ref().map(|(label, _)| Button::new(label).quiet().tight());
        (button, button.map_or(0.0, |button| button.width(ui.painter()) + space::ICON_GAP))
    }

    /// The sentence in a row of `width` points.
    fn lines(&self, ui: &Ui, width: f32) -> LaidWords {
        let told = format!("{}: {}", self.name, self.why);
        let words = Words::new(&told, self.tone.ink(&Theme::of(ui.ctx()))).size(Face::SMALL);
        words.lines(ui.painter(), width - LEAD - self.button(ui).1)
    }

    /// Points that a row of `width` points is high.
    fn height(&self, ui: &Ui, width: f32) -> f32 {
        self.lines(ui, width).size().y.max(if self.way.is_some() { space::CONTROL } else { LINE })
    }

    /// Shows it in a row that begins at the top of `room`; returns the row's height in points.
    fn show(&self, ui: &mut Ui, room: Rect, commands: &mut Vec<Command>) -> f32 {
        let theme = Theme::of(ui.ctx());
        let (painter, told) = (ui.painter().clone(), format!("{}: {}", self.name, self.why));
        let ((button, beside), lines) = (self.button(ui), self.lines(ui, room.width()));
        let height = self.height(ui, room.width());
        let row = Rect::from_min_size(room.min, vec2(room.width(), height));
        let top = row.center().y - lines.size().y / 2.0;
        let icon = Rect::from_min_size(pos2(row.left(), top), vec2(space::ICON_SMALL, LINE));
        self.tone.icon().paint(&painter, icon, space::ICON_SMALL, self.tone.ink(&theme));
        lines.paint(&painter, pos2(row.left() + LEAD, top));
        let area = ui.interact(row.with_max_x(row.right() - beside), ui.unique_id().with(&told), Sense::hover());
        area.widget_info(|| WidgetInfo::labeled(Access::Label, true, &self.why));
        ui.ctx().accesskit_node_builder(area.id, |node| node.set_description(self.name.as_str()));
        if let (Some(button), Some((_, command))) = (button, &self.way) {
            let layout = Layout::right_to_left(Align::Center);
            let mut inside = ui.new_child(UiBuilder::new().id_salt(&told).max_rect(row).layout(layout));
            if button.show(&mut inside).clicked() {
                commands.push(command.clone());
            }
        }
        height
    }
}

/// Shows what is wrong over the lower edge of `form`, that of the field with the focus first. Returns its height in
/// points.
pub fn show(
    ui: &mut Ui,
    form: Rect,
    mut all: Vec<Wrong>,
    focused: Option<FieldPath>,
    margin: f32,
    commands: &mut Vec<Command>,
) -> f32 {
    if all.is_empty() {
        return 0.0;
    }
    // The field that one is in comes first, as its sentence is about what is being typed.
    all.sort_by_key(|wrong| Some(wrong.path) != focused);
    let n_more = all.len().saturating_sub(MOST);
    all.truncate(MOST);
    let width = form.width() - 2.0 * margin;
    let rows: f32 = all.iter().map(|wrong| wrong.height(ui, width) + APART).sum();
    let height = APART + rows + if n_more > 0 { LINE + APART } else { 0.0 };
    let strip = form.with_min_y(form.bottom() - height);
    // Nothing under it is pressed through it.
    ui.interact(strip, ui.unique_id().with("what is wrong"), Sense::CLICK | Sense::DRAG);
    let mut ui = ui.new_child(UiBuilder::new().id_salt("what is wrong").max_rect(strip));
    ui.set_clip_rect(strip.intersect(ui.clip_rect()));
    told::region(&ui, accesskit::Role::Region, "Warnings of this mark");
    told::place(&ui, strip);
    ui.painter().rect_filled(strip, 0.0, Theme::of(ui.ctx()).panel);
    Hairline::new().show(&mut ui);
    let mut room = strip.shrink2(vec2(margin, APART));
    for wrong in &all {
        room.min.y += wrong.show(&mut ui, room, commands) + APART;
    }
    if n_more > 0 {
        let told = format!("and {n_more} more");
        let at = Rect::from_min_size(room.min, vec2(room.width(), LINE));
        let mut inside = ui.new_child(UiBuilder::new().id_salt("more").max_rect(at));
        Words::new(&told, Theme::of(inside.ctx()).text2).size(Face::SMALL).show(&mut inside);
    }
    height
}
