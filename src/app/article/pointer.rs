use eframe::egui::{Event, Modifiers, PointerButton, Pos2, Response, Ui};

use crate::app::command::Command;
use crate::app::text::Place;
use crate::edit::{OpenProject, Selection, words};
use crate::model::Span;

use super::handles::Handles;
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
    /// Whether the words are to be added to the selected mark.
    adds: bool,
}

/// What dragging selects by.
#[derive(Clone, Copy, Debug)]
enum Unit {
    Grapheme,
    /// Words or paragraphs, from the one that was pressed on.
    Whole(Span, fn(&crate::model::Text, usize) -> Option<Span>),
}

/// Two presses within that many seconds are a double click.
// Shorter than the half second of most desktops: a click selects a mark at once, and a slow second one
// is to go on to the mark beneath.
const DOUBLE_CLICK: f64 = 0.4;
/// Two presses, or press and release, within that many points are at one place.
// As far as a hand trembles while it presses.
pub(super) const SAME_PLACE: f32 = 5.0;

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
    ///
    /// Events are taken one by one: a press, a move and a release may come in
    /// one frame when the machine is slow.
    pub fn read(
        &mut self,
        ui: &Ui,
        response: &Response,
        open: &OpenProject,
        under: impl Fn(Pos2) -> Option<Under>,
        handles: &mut Handles,
        commands: &mut Vec<Command>,
    ) {
        // Also after the pointer has left: a drag that ends beyond the edge belongs to the words that it began
        // at.
        let is_ours = response.contains_pointer()
            || response.is_pointer_button_down_on()
            || response.clicked()
            || response.drag_stopped();
        let (events, time, by_grapheme) = ui.input(|input| (input.events.clone(), input.time, input.modifiers.alt));
        let mut selection = open.selection;
        for event in events {
            match event {
                Event::PointerButton { pos, button: PointerButton::Primary, pressed: true, modifiers } => {
                    if is_ours
                        && response.rect.contains(pos)
                        && let Some(found) = under(pos)
                    {
                        response.request_focus();
                        // With a key held the press extends or adds, and means the words under the handle.
                        let may_grab = !modifiers.shift && !modifiers.command && open.read_only.is_none();
                        if may_grab && handles.grab(pos) {
                            continue;
                        }
                        selection = self.press(pos, time, modifiers, open, selection, found);
                    }
                }
                Event::PointerMoved(pos) if handles.is_held() => {
                    draw(handles, pos, open, &under, by_grapheme);
                }
                Event::PointerMoved(pos) => {
                    if let Some(dragged) = self.drag(pos, open, selection, &under) {
                        selection = dragged;
                    }
                }
                Event::PointerButton { pos, button: PointerButton::Primary, pressed: false, modifiers } => {
                    if handles.is_held() {
                        draw(handles, pos, open, &under, by_grapheme);
                        if let Some((id, spans)) = handles.release() {
                            commands.push(Command::SetSpans(id, spans));
                            continue;
                        }
                        // A handle that was not drawn was clicked on as the words under it.
                        if let Some(found) = under(pos) {
                            selection = self.press(pos, time, modifiers, open, selection, found);
                        }
                    }
                    if let Some(dragged) = self.drag(pos, open, selection, &under) {
                        selection = dragged;
                    }
                    if let Some(press) = self.press.take() {
                        push_caret(open, selection, commands);
                        release(&press, open, selection, under(pos), commands);
                    }
                }
                _ => {}
            }
        }
        // While the view scrolls under a pointer that rests beyond its edge, other words come under it.
        if let Some(at) = ui.input(|input| input.pointer.interact_pos()) {
            if handles.is_held() {
                draw(handles, at, open, &under, by_grapheme);
            } else if self.is_dragging()
                && let Some(dragged) = self.drag(at, open, selection, &under)
            {
                selection = dragged;
            }
        }
        push_caret(open, selection, commands);
    }

    /// The selection after the pointer moved with the button held down.
    fn drag(
        &mut self,
        pos: Pos2,
        open: &OpenProject,
        selection: Selection,
        under: &impl Fn(Pos2) -> Option<Under>,
    ) -> Option<Selection> {
        let press = self.press.as_mut()?;
        // Once moved it stays a drag, even back where it began: the person has seen it select.
        press.moved |= press.at.distance(pos) > SAME_PLACE;
        if !press.moved {
            return None;
        }
        Some(dragged(open, selection, press.unit, under(pos)?.place))
    }

    /// Whether words are being selected.
    pub fn is_dragging(&self) -> bool {
        self.press.as_ref().is_some_and(|press| press.moved)
    }

    /// The selection after a press.
    fn press(
        &mut self,
        at: Pos2,
        time: f64,
        modifiers: Modifiers,
        open: &OpenProject,
        selection: Selection,
        found: Under,
    ) -> Selection {
        let is_again =
            self.last_press.is_some_and(|(then, there)| time - then < DOUBLE_CLICK && there.distance(at) < SAME_PLACE);
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
        let adds = modifiers.command && open.picking.is_none();
        self.press = Some(Press { at, unit, moved: false, extends: modifiers.shift, adds });
        match unit {
            Unit::Whole(span, _) => Selection::of(span),
            Unit::Grapheme => movement::selected(selection, found.place, modifiers.shift),
        }
    }
}

/// Draws the held handle to a point.
fn draw(
    handles: &mut Handles,
    pos: Pos2,
    open: &OpenProject,
    under: &impl Fn(Pos2) -> Option<Under>,
    by_grapheme: bool,
) {
    if let Some(under) = under(pos).filter(|_| handles.moves_to(pos)) {
        handles.drag(open, under.place.byte, by_grapheme);
    }
}

fn push_caret(open: &OpenProject, selection: Selection, commands: &mut Vec<Command>) {
    let is_asked = commands.iter().any(|command| matches!(command, Command::Caret(asked) if *asked == selection));
    if selection != open.selection && !is_asked {
        commands.push(Command::Caret(selection));
    }
}

fn dragged(open: &OpenProject, selection: Selection, unit: Unit, place: Place) -> Selection {
    match unit {
        Unit::Grapheme => movement::selected(selection, place, true),
        Unit::Whole(origin, take) => {
            let text = &open.project().article().text;
            let reached = take(text, place.byte).unwrap_or(origin);
            Selection::of(origin).reaching(origin, reached)
        }
    }
}

fn release(press: &Press, open: &OpenProject, selection: Selection, under: Option<Under>, commands: &mut Vec<Command>) {
    let selects = press.moved || matches!(press.unit, Unit::Whole(..)) || press.extends;
    if selects && selection.span().is_some() {
        commands.push(if press.adds { Command::AddWords } else { Command::WordsSelected });
    } else if !selects
        && !press.adds
        && (open.picking.is_none() || open.picking_mark().is_some())
        && let Some(under) = under
    {
        commands.push(Command::SelectAt(under.covered.unwrap_or(usize::MAX)));
    }
}
