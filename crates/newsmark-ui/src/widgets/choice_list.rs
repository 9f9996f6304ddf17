//! The list that a [`super::Choice`] opens.

use egui::{
    Align2, Frame, Id, Popup, PopupCloseBehavior, Rect, Response, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo,
    accesskit, pos2,
};

use super::list_state::ListState;
use super::{ChoiceEntry, Hairline, Icon, Scrolled, Words, told};
use crate::theme::{Face, Theme, space};

/// Narrowest list in points: definitions are sentences.
const NARROWEST: f32 = 260.0;
/// Rows that are seen at once; with the definition below, the list fits over or under a field of a small window.
const N_ROWS: usize = 12;
/// Points from the side of a row to its words.
const MARGIN: f32 = 9.0;
/// Points above and below the rows, and beside the ground of the marked one.
const PADDING: f32 = 4.0;
/// Height of a line of the definition in points: room for one is kept where every definition is empty.
const LINE: f32 = 16.0;
const LIST_RADIUS: u8 = space::RADIUS_CHIP;

/// What the pointer did in the list.
pub(super) enum ListAnswer {
    /// Took this entry.
    Taken(usize),
    /// Went elsewhere within the list, which took the focus from the field.
    Left,
}

/// Shows the list under `field` of that name if it is open.
pub(super) fn show(
    field: &Response,
    name: &str,
    id: Id,
    entries: &[ChoiceEntry<'_>],
    chosen: usize,
    state: &mut ListState,
) -> Option<ListAnswer> {
    let frame = Frame::popup(&field.ctx.global_style()).inner_margin(0.0);
    // The edge lies outside of what is within the list.
    let edges = 2.0 * Theme::of(&field.ctx).line_width;
    let width = field.rect.width().max(NARROWEST) - edges;
    let popup = Popup::from_response(field)
        .id(id)
        .open_memory(None)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .gap(3.0)
        .accessible_name(format!("Choices of {name}"))
        .width(width)
        .frame(frame);
    let shown = popup.show(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(PADDING);
        let height = space::CONTROL * entries.len().min(N_ROWS) as f32;
        let rows = ScrollArea::vertical().max_height(height).auto_shrink([false, true]);
        let taken = rows
            .show(ui, |ui| {
                told::list(ui, &format!("{name}, choices"), entries.len());
                show_rows(ui, field.id, entries, chosen, state)
            })
            .named(ui.ctx(), &format!("the choices of {name}"));
        let taken = taken.inner;
        state.reveal = false;
        ui.add_space(PADDING);
        Hairline::new().show(ui);
        show_definition(ui, entries, state);
        taken
    })?;
    // A field of a dialog lies in a layer that is kept on top; its list stays above it.
    if field.layer_id.order == shown.response.layer_id.order {
        field.ctx.set_sublayer(field.layer_id, shown.response.layer_id);
    }
    // A press beside the rows, as on the definition, has taken the focus from the field, which gets it
    // back.
    let pressed = shown.response.contains_pointer() && field.ctx.input(|input| input.pointer.any_released());
    shown.inner.map(ListAnswer::Taken).or(pressed.then_some(ListAnswer::Left))
}

fn show_rows(
    ui: &mut Ui,
    field: Id,
    entries: &[ChoiceEntry<'_>],
    chosen: usize,
    state: &mut ListState,
) -> Option<usize> {
    let mut taken = None;
    for (index, entry) in entries.iter().enumerate() {
        let response = row(ui, entry, index == chosen, index == state.marked);
        // What the keys are at is the selected one of a list, or a screen reader calls it not selected.
        told::row(ui.ctx(), response.id, index, index == state.marked);
        if index == state.marked {
            told::active(ui.ctx(), field, response.id);
        }
        // Only a pointer that moves marks: one that rests under the list must not undo what the keys did.
        if response.hovered() && ui.input(|input| input.pointer.is_moving()) {
            state.marked = index;
        }
        if state.reveal && index == state.marked {
            ui.scroll_to_rect(response.rect, None);
        }
        if response.clicked() {
            taken = Some(index);
        }
    }
    taken
}

fn row(ui: &mut Ui, entry: &ChoiceEntry<'_>, chosen: bool, marked: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    // It can be pressed but takes no focus: that stays in the field, whose keys work the list.
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), space::CONTROL), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, entry.label));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(entry.definition));
    if marked {
        ui.painter().rect_filled(rect.shrink2(Vec2::new(PADDING, 0.0)), LIST_RADIUS, theme.selected);
    }
    let room = rect.shrink2(Vec2::new(MARGIN, 0.0));
    let check =
        Rect::from_min_size(pos2(room.right() - space::ICON, rect.top()), Vec2::new(space::ICON, rect.height()));
    if chosen {
        Icon::Check.paint(ui.painter(), check, space::ICON, theme.text);
    }
    let words = Rect::from_min_max(room.min, pos2(check.left() - space::ICON_GAP, rect.bottom()));
    let face = if chosen { Face::Semibold } else { Face::Regular };
    Words::new(entry.label, theme.text).face(face).size(Face::VALUE).paint(ui.painter(), words, Align2::LEFT_CENTER);
    response
}

/// The definition of the marked entry, or that none fits what was typed, in as much room as the longest definition
/// of the list needs.
fn show_definition(ui: &mut Ui, entries: &[ChoiceEntry<'_>], state: &ListState) {
    let theme = Theme::of(ui.ctx());
    let width = ui.available_width() - 2.0 * MARGIN;
    let lines = |words: &str| Words::new(words, theme.text2).size(Face::SMALL).lines(ui.painter(), width);
    // As tall as the longest definition from the start, or the list would jump under the pointer.
    let tallest = entries.iter().map(|entry| lines(entry.definition).size().y).fold(LINE, f32::max);
    let unfitting = state.unfitting.as_ref().map(|typed| format!("Nothing fits “{typed}”"));
    let told = unfitting.as_deref().or(entries.get(state.marked).map(|entry| entry.definition));
    let lines = told.map(lines);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), tallest + 14.0), Sense::hover());
    if let Some(sentence) = unfitting {
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &sentence));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(accesskit::Live::Polite));
    }
    if let Some(lines) = lines {
        lines.paint(ui.painter(), rect.min + Vec2::new(MARGIN, 6.0));
    }
}
