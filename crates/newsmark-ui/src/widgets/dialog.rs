use egui::{
    Context, CornerRadius, FocusDirection, Frame, Id, Key, Layout, Margin, Modal, Modifiers, Role, Ui, UiKind, Vec2,
};

use super::{Button, FocusRing, Words};
use crate::theme::{Face, Theme, space};

/// Usual width in points: within its margins some 65 letters a line.
const WIDTH: f32 = 440.0;
/// Points between its edge and what stands in it: more than in a panel, as it stands by itself.
const MARGIN: i8 = 20;

/// How a [`Dialog`] was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DialogAnswer {
    /// The primary button, or Enter.
    Primary,
    /// Another button, by its place.
    Other(usize),
    /// The cancel button, or Esc.
    Cancelled,
}

/// A question that must be answered before anything else is done.
///
/// Enter presses the primary button unless another control has the focus that acts on Enter or keeps it; Esc cancels.
/// The focus stays within, starts on the primary button, and goes back to where it was. Where the primary button does
/// what cannot be taken back, the focus starts on Cancel, so that no Enter typed too often does it.
#[derive(Clone, Copy, Debug)]
#[must_use = "a dialog is seen once it is shown"]
pub struct Dialog<'a> {
    title: &'a str,
    primary: &'a str,
    primary_disabled: Option<&'a str>,
    cancel: Option<&'a str>,
    others: &'a [&'a str],
    width: f32,
    focus_first_field: bool,
    is_final: bool,
}

/// What a dialog remembers from one pass to the next.
#[derive(Clone, Copy)]
struct Memory {
    last_pass: u64,
    n_shown: u32,
    focus_given: bool,
    focus_before: Option<Id>,
}

impl<'a> Dialog<'a> {
    /// A dialog with a primary button and Cancel. Both are verbs: "Discard changes", never "OK".
    pub fn new(title: &'a str, primary: &'a str) -> Dialog<'a> {
        Dialog {
            title,
            primary,
            primary_disabled: None,
            cancel: Some("Cancel"),
            others: &[],
            width: WIDTH,
            focus_first_field: false,
            is_final: false,
        }
    }

    /// With other words on the button that changes nothing.
    pub fn cancel(self, label: &'a str) -> Dialog<'a> {
        Dialog { cancel: Some(label), ..self }
    }

    /// Without that button, where nothing can be taken back; Esc still leaves.
    pub fn without_cancel(self) -> Dialog<'a> {
        Dialog { cancel: None, ..self }
    }

    /// With further buttons between the two.
    pub fn others(self, labels: &'a [&'a str]) -> Dialog<'a> {
        Dialog { others: labels, ..self }
    }

    /// With the primary button disabled for a reason, if there is one.
    pub fn primary_disabled(self, reason: Option<&'a str>) -> Dialog<'a> {
        Dialog { primary_disabled: reason, ..self }
    }

    /// With another width in points, margins included.
    pub fn width(self, width: f32) -> Dialog<'a> {
        Dialog { width, ..self }
    }

    /// Begins with the focus in the first control of the body.
    pub fn focus_first_field(self) -> Dialog<'a> {
        Dialog { focus_first_field: true, ..self }
    }

    /// With a primary button that does what cannot be taken back: only that button itself does it.
    pub fn final_step(self) -> Dialog<'a> {
        Dialog { is_final: true, ..self }
    }

    /// Shows it over the window; show it no more once it is answered. `id` tells it from other dialogs.
    pub fn show(self, ctx: &Context, id: Id, body: impl FnOnce(&mut Ui)) -> Option<DialogAnswer> {
        let theme = Theme::of(ctx);
        let mut memory = remembered(ctx, id);
        let frame = Frame::popup(&ctx.global_style())
            .inner_margin(Margin::same(MARGIN))
            .corner_radius(CornerRadius::same(space::RADIUS_CARD));
        let area = Modal::default_area(id).kind(UiKind::Modal).role(Role::Dialog).accessible_name(self.title);
        let modal = Modal::new(id).area(area).frame(frame).backdrop_color(theme.backdrop).show(ctx, |ui| {
            // 16 at either side of the window, so that one sees what the dialog lies over.
            ui.set_width(self.width.min(ctx.content_rect().width() - 32.0) - 2.0 * f32::from(MARGIN));
            ui.spacing_mut().item_spacing.y = space::ICON_GAP;
            Words::new(self.title, theme.text).face(Face::Semibold).size(15.0).show(ui);
            // Only from its second pass on does egui keep the focus within, and can the first control be told.
            if self.focus_first_field && memory.n_shown == 1 {
                ctx.memory_mut(|memory| memory.move_focus(FocusDirection::Next));
            }
            body(ui);
            ui.add_space(space::ICON_GAP);
            self.show_buttons(ui, &mut memory)
        });
        memory.n_shown = memory.n_shown.saturating_add(1);
        // A list that is open in the dialog takes Esc for itself, and so does a dialog above this one.
        let for_this = modal.is_top_modal && !modal.any_popup_open;
        let escaped = for_this && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let answer = modal.inner.or(escaped.then_some(DialogAnswer::Cancelled));
        ctx.data_mut(|data| match answer {
            Some(_) => data.remove::<Memory>(id),
            None => {
                data.insert_temp(id, memory);
            }
        });
        if let (Some(_), Some(before)) = (answer, memory.focus_before) {
            FocusRing::give_back(ctx, before);
        }
        answer
    }

    fn show_buttons(&self, ui: &mut Ui, memory: &mut Memory) -> Option<DialogAnswer> {
        let primary = Button::new(self.primary).primary().disabled(self.primary_disabled);
        let cancelling = self.cancel.map(|label| (label, DialogAnswer::Cancelled));
        let others = self.others.iter().enumerate().map(|(index, label)| (*label, DialogAnswer::Other(index)));
        let labels: Vec<(&str, DialogAnswer)> = cancelling.into_iter().chain(others).collect();
        let widths = labels.iter().map(|(label, _)| Button::new(label).width(ui.painter()) + space::BUTTON_GAP);
        let total = widths.sum::<f32>() + primary.width(ui.painter());
        let size = Vec2::new(ui.available_width(), space::CONTROL);
        let row = Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(size, row, |ui| {
            ui.spacing_mut().item_spacing.x = space::BUTTON_GAP;
            // Pushed to the right by their own width: laid from the right, Tab would go through them backwards.
            ui.add_space((ui.available_width() - total).max(0.0));
            let mut answer = None;
            let mut cancel = None;
            for (label, meant) in labels {
                let response = Button::new(label).show(ui);
                if response.clicked() {
                    answer = Some(meant);
                }
                cancel.get_or_insert(response);
            }
            let response = primary.show(ui);
            // A dialog that egui still measures is disabled as a whole, and would lose the focus again.
            let mut buttons = [Some(&response), cancel.as_ref()];
            if self.is_final {
                // What cannot be undone is not what Enter does: the focus begins on the way back.
                buttons.reverse();
            }
            // The primary may be disabled until something is typed; a disabled button would lose the focus at
            // once.
            let first = buttons.into_iter().flatten().find(|button| button.enabled());
            if let (false, false, Some(first)) = (self.focus_first_field, memory.focus_given, first) {
                first.request_focus();
                memory.focus_given = true;
            }
            // A field of one line gives the focus up on Enter, a button or a field of several lines keeps it.
            let nothing_takes_enter = !self.is_final && ui.memory(|memory| memory.focused()).is_none();
            let entered = nothing_takes_enter && ui.input(|input| input.key_pressed(Key::Enter));
            // Not in the first frame, whose Enter is the one that opened the dialog.
            if response.clicked() || entered && response.enabled() && memory.n_shown > 0 {
                answer = Some(DialogAnswer::Primary);
            }
            answer
        })
        .inner
    }
}

/// What the dialog of `id` remembers; where it was not shown in the last pass, it begins, and takes the focus.
fn remembered(ctx: &Context, id: Id) -> Memory {
    let pass = ctx.cumulative_pass_nr();
    match ctx.data(|data| data.get_temp::<Memory>(id)) {
        // A gap in the passes means that the dialog was closed from outside; what is shown then is another
        // asking.
        Some(memory) if memory.last_pass + 1 >= pass => Memory { last_pass: pass, ..memory },
        _ => {
            let focus_before = ctx.memory(|memory| memory.focused());
            if let Some(before) = focus_before {
                // A field behind the dialog would go on taking letters.
                ctx.memory_mut(|memory| memory.surrender_focus(before));
            }
            Memory { last_pass: pass, n_shown: 0, focus_given: false, focus_before }
        }
    }
}
