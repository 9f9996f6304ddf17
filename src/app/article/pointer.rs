use eframe::egui::{Pos2, Response, Ui};

use crate::app::command::Command;
use crate::app::text::Place;
use crate::edit::{OpenProject, Selection, words};
use crate::model::Span;

use super::movement;

/// What the mouse is doing in the article.
#[derive(Debug, Default)]
pub struct Pointer {
    press: Option<Press>,
    n_presses: u32,
    last_press: Option<(f64, Pos2)>,
}

/// A button held down since then.
#[derive(Debug)]
struct Press {
    at: Pos2,
    unit: Unit,
    moved: bool,
    extends: bool,
}

/// What dragging selects by.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Unit {
    Grapheme,
    /// Words or paragraphs, from the one that was pressed on.
    Whole(Span, fn(&crate::model::Text, usize) -> Option<Span>),
}

/// Two presses within that many seconds are a double click.
const DOUBLE_CLICK: f64 = 0.4;
/// Two presses, or press and release, within that many points are at one place.
const SAME_PLACE: f32 = 5.0;

/// What the pointer is over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Under {
    /// The nearest place for a caret.
    pub place: Place,
    /// The first byte of the grapheme that is under the pointer itself.
    pub covered: Option<usize>,
}

impl Pointer {
    /// Reads the mouse and answers with commands. `under` finds what is at a point.
    pub fn read(
        &mut self,
        ui: &Ui,
        response: &Response,
        open: &OpenProject,
        under: impl Fn(Pos2) -> Option<Under>,
        commands: &mut Vec<Command>,
    ) {
        let (pressed, released, shift, time) = ui.input(|input| {
            let pointer = &input.pointer;
            (pointer.primary_pressed(), pointer.primary_released(), input.modifiers.shift, input.time)
        });
        let Some(at) = ui.input(|input| input.pointer.interact_pos()) else { return };
        if pressed && response.contains_pointer() {
            response.request_focus();
            if let Some(found) = under(at) {
                self.press(at, time, shift, open, found, commands);
            }
        } else if let Some(press) = &mut self.press
            && response.is_pointer_button_down_on()
        {
            press.moved |= press.at.distance(at) > SAME_PLACE;
            if press.moved
                && let Some(found) = under(at)
            {
                let selection = dragged(open, press.unit, found.place);
                if selection != open.selection {
                    commands.push(Command::Caret(selection));
                }
            }
        }
        if released && let Some(press) = self.press.take() {
            release(&press, open, under(at), commands);
        }
    }

    /// Whether words are being selected.
    pub fn is_dragging(&self) -> bool {
        self.press.as_ref().is_some_and(|press| press.moved)
    }

    fn press(
        &mut self,
        at: Pos2,
        time: f64,
        shift: bool,
        open: &OpenProject,
        found: Under,
        commands: &mut Vec<Command>,
    ) {
        let is_again = self.last_press.is_some_and(|(then, there)| {
            time - then < DOUBLE_CLICK && there.distance(at) < SAME_PLACE
        });
        self.n_presses = if is_again { self.n_presses % 3 + 1 } else { 1 };
        self.last_press = Some((time, at));
        let text = &open.project().article().text;
        let offset = found.covered.unwrap_or(found.place.byte);
        let take: Option<fn(&crate::model::Text, usize) -> Option<Span>> = match self.n_presses {
            2 => Some(words::word_at),
            3 => Some(words::paragraph_at),
            _ => None,
        };
        let whole = take.and_then(|take| Some(Unit::Whole(take(text, offset)?, take)));
        let unit = whole.unwrap_or(Unit::Grapheme);
        let selection = match unit {
            Unit::Whole(span, _) => Selection::of(span),
            Unit::Grapheme => movement::selected(open.selection, found.place, shift),
        };
        commands.push(Command::Caret(selection));
        self.press = Some(Press { at, unit, moved: false, extends: shift });
    }
}

fn dragged(open: &OpenProject, unit: Unit, place: Place) -> Selection {
    match unit {
        Unit::Grapheme => movement::selected(open.selection, place, true),
        Unit::Whole(origin, take) => {
            let text = &open.project().article().text;
            let reached = take(text, place.byte).unwrap_or(origin);
            Selection::of(origin).reaching(origin, reached)
        }
    }
}

fn release(press: &Press, open: &OpenProject, under: Option<Under>, commands: &mut Vec<Command>) {
    let selects = press.moved || press.unit != Unit::Grapheme || press.extends;
    if selects && open.picking.is_some() && open.selection.span().is_some() {
        commands.push(Command::TakeWords);
    } else if !selects && let Some(under) = under {
        commands.push(Command::StopPicking);
        commands.push(Command::SelectAt(under.covered.unwrap_or(usize::MAX)));
    }
}
