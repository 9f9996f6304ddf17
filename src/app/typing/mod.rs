//! Keys typed ahead, and what comes from the clipboard: both wait until what they are for is there.

mod keys;
mod meaning;

use std::collections::VecDeque;

use eframe::egui::{Context, Event, FullOutput, Id, Key, Modifiers, OutputCommand, Plugin, Pos2, RawInput};

use crate::app::clipboard::{Clipboard, ClipboardAnswer, ClipboardReading, Kind};
use crate::app::region_focus::article_id;
use crate::app::text::TextField;

use keys::{
    Typed, chord, chord_of, event_of, is_keyboard, is_modifier, is_space, is_typed, may_move_focus, moves_in_list,
    typed,
};
pub use meaning::meanings;

/// Hands the window its keys in the order in which they were pressed, each to what has been opened by then.
///
/// A key that may move the focus ends the keys of its frame: Enter, Tab, Escape, a function key, a key with Ctrl, and
/// any other for which the window says so. What is typed after it, in the same frame or in the next ones, is held back
/// until the focus rests, and is then handed on as if it had come by then. So is what is typed after a paste, until
/// the clipboard answered.
pub struct Typing {
    clipboard: Clipboard,
    held: VecDeque<Typed>,
    moving: Option<Moving>,
    pasting: Option<Pasting>,
    /// When what is under way to be opened was asked for, in seconds of the window's clock.
    opening: Option<f64>,
    /// Seconds of the window's clock until which keys mean nothing.
    deaf_until: f64,
    /// Whether the focus was in a field for words when the last frame ended.
    is_in_field: bool,
    /// Words that were copied with their form.
    rich: Option<(String, String)>,
    told: Option<&'static str>,
}

/// The focus, on its way since a key that may have moved it.
struct Moving {
    key: Option<(Key, Modifiers)>,
    /// Seconds of the window's clock when that was.
    since: f64,
    n_frames: u32,
    focused: Option<Id>,
}

/// A paste under way.
struct Pasting {
    reading: ClipboardReading,
    at: Option<Pos2>,
    focused: Option<Id>,
}

/// Dialogs give the focus in their second frame; after that it stays where it is.
const LEAST_FRAMES: u32 = 2;
/// Where nothing takes the focus, keys are held back for no more frames than that.
const MOST_FRAMES: u32 = 8;
/// In seconds: for so long what was typed ahead waits for what is being opened. A desktop takes a second to show a
/// dialog; longer than this the keyboard would seem dead.
const LONGEST: f64 = 3.0;
/// In seconds: what is asked for so soon after a key was asked for by that key.
const ASKED_BY: f64 = 0.2;
/// In seconds: as long as it takes to notice what has come up, and to stop typing.
const NOTICING: f64 = 0.6;
/// In seconds: whoever presses the next key so much later has seen what the last one opened.
const SEEN: f64 = 0.25;

/// What is said where the clipboard's holder is silent.
const SILENCE: &str = "The program that holds the clipboard does not answer. Nothing was pasted";
const TOO_LATE: &str = "What you typed ahead was dropped: what it was for is not open yet";
const ELSEWHERE: &str = "Nothing was pasted: another field has the focus by now. Paste again where it belongs";

impl Typing {
    /// Lets the context's keys go through here. Again for the same context it does nothing.
    pub fn install(ctx: &Context, clipboard: Clipboard) {
        ctx.add_plugin(Typing {
            clipboard,
            held: VecDeque::new(),
            moving: None,
            pasting: None,
            opening: None,
            deaf_until: 0.0,
            is_in_field: false,
            rich: None,
            told: None,
        });
    }

    /// Holds back what was typed after a key that opened something, until that has the focus.
    pub fn hold(ctx: &Context, typed: Vec<Event>) {
        let since = ctx.input(|input| input.time);
        ctx.with_plugin(|typing: &mut Typing| {
            // From the last to the first, each to the front: they come before what is held already, in their
            // order.
            for event in typed.into_iter().rev() {
                typing.held.push_front(Typed::Event(event));
            }
            typing.moving = Some(Moving::since(since, None));
        });
        ctx.request_repaint();
    }

    /// Tells since when something is under way to be opened: a dialog of the system, or a file. The focus may rest
    /// meanwhile, and what was typed behind the key that asked for it waits.
    pub fn set_opening(ctx: &Context, since: Option<f64>) {
        ctx.with_plugin(|typing: &mut Typing| typing.opening = since);
    }

    /// Forgets what was typed ahead: another window has the keyboard, and it was for that.
    pub fn forget(ctx: &Context) {
        ctx.with_plugin(|typing: &mut Typing| {
            typing.held.clear();
            typing.moving = None;
        });
    }

    /// A question came up by itself. Whoever was typing into a field goes on for a moment, and must not answer it so.
    pub fn interrupt(ctx: &Context) {
        let now = ctx.input(|input| input.time);
        ctx.with_plugin(|typing: &mut Typing| {
            if typing.is_in_field {
                (typing.deaf_until, typing.moving, typing.held) = (now + NOTICING, None, VecDeque::new());
            }
        });
    }

    /// Copies words with their form as HTML.
    pub fn copy_rich(ctx: &Context, text: String, html: String) {
        ctx.with_plugin(|typing: &mut Typing| typing.rich = Some((text.clone(), html)));
        ctx.copy_text(text);
    }

    /// What is to be said of a paste, once.
    pub fn take_message(ctx: &Context) -> Option<&'static str> {
        ctx.with_plugin(|typing: &mut Typing| typing.told.take()).flatten()
    }

    /// Whether a paste waits for the clipboard.
    pub fn is_pasting(ctx: &Context) -> bool {
        ctx.with_plugin(|typing: &mut Typing| typing.pasting.is_some()).unwrap_or(false)
    }

    /// What the clipboard answered, as an event.
    fn pasted(&mut self, ctx: &Context) -> Option<Event> {
        let answer = self.pasting.as_ref()?.reading.answer()?;
        let Pasting { at, focused, .. } = self.pasting.take()?;
        match answer {
            ClipboardAnswer::Silence => {
                self.told = Some(SILENCE);
                None
            }
            // An empty clipboard is no fault: nothing is pasted, as everywhere.
            ClipboardAnswer::Words(None) => None,
            ClipboardAnswer::Words(Some(text)) => match at {
                Some(pos) => Some(Event::MiddleClickPaste { pos, text }),
                // The answer may take a second, in which somebody goes to another field; the words are not for that.
                None if ctx.memory(|memory| memory.focused()) == focused => Some(Event::Paste(text)),
                None => {
                    self.told = Some(ELSEWHERE);
                    None
                }
            },
        }
    }

    fn paste(&mut self, ctx: &Context, kind: Kind, at: Option<Pos2>) {
        // The middle button pastes into what is under the pointer, and is heard of by nobody elsewhere.
        if self.clipboard.is_there() && (at.is_none() || TextField::is_under_pointer(ctx)) {
            let waker = ctx.clone();
            let reading = self.clipboard.read(kind, move || waker.request_repaint());
            self.pasting = Some(Pasting { reading, at, focused: ctx.memory(|memory| memory.focused()) });
        }
    }

    /// Whether a key has to wait.
    fn waits(&self, typed: &Typed) -> bool {
        if self.pasting.is_some() {
            return true;
        }
        let Some(moving) = &self.moving else { return false };
        // Whoever goes on pressing the same key wants the same again.
        let is_again = self.held.is_empty() && moving.key.is_some() && moving.key == chord(typed);
        !is_again
    }
}

impl Plugin for Typing {
    fn debug_name(&self) -> &'static str {
        "typing"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let now = input.time.unwrap_or_else(|| ctx.input(|input| input.time + f64::from(input.stable_dt)));
        let mut arrived = std::mem::take(&mut input.events);
        if now < self.deaf_until {
            let is_release = |event: &Event| matches!(event, Event::Key { pressed: false, .. });
            arrived.retain(|event| is_release(event) || !is_typed(event));
        }
        let is_click = |event: &Event| matches!(event, Event::PointerButton { pressed: true, .. });
        if self.moving.as_ref().is_some_and(|moving| self.held.is_empty() && moving.is_long_ago(now)) {
            self.moving = None;
        }
        let mut waiting: VecDeque<Typed> = std::mem::take(&mut self.held);
        // Whoever clicks has seen what is open, and what was typed before goes before.
        let is_clicked = arrived.iter().any(is_click);
        if is_clicked {
            self.moving = None;
        }
        waiting.extend(arrived.into_iter().flat_map(typed));
        input.events.extend(self.pasted(ctx));
        let is_in_article = ctx.memory(|memory| memory.has_focus(article_id()));
        // A list takes the keys of a frame in an order of its own, so that it gets one that moves in it at a time.
        let (mut has_typed, mut is_frame_over) = (false, false);
        for typed in waiting {
            is_frame_over |= has_typed && !is_in_article && moves_in_list(&typed);
            match typed {
                typed if is_keyboard(&typed) && (is_frame_over || self.waits(&typed)) => {
                    self.hold_back(typed, &mut input.events);
                }
                Typed::Paste(kind, at) => self.paste(ctx, kind, at),
                Typed::Event(event) => {
                    has_typed |= matches!(event, Event::Key { pressed: true, key, .. } if !is_modifier(key));
                    let presses = is_space(&event) && !is_in_article && !self.is_in_field;
                    if (presses || may_move_focus(&event)) && !is_clicked {
                        self.moving = Some(Moving::since(now, chord_of(&event)));
                    }
                    input.events.push(event);
                }
            }
        }
        if self.pasting.is_some() {
            ctx.request_repaint_after(std::time::Duration::from_millis(50));
        } else if !self.held.is_empty() {
            ctx.request_repaint();
        }
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        // A field asks for an input method as long as it has the focus.
        self.is_in_field = output.platform_output.ime.is_some();
        let focused = ctx.memory(|memory| memory.focused());
        let (opening, now) = (self.opening, ctx.input(|input| input.time));
        // Work on the project of before goes on while another is opened: only the key that asked for it is waited for.
        let opens = |moving: &Moving| opening.is_some_and(|since| (0.0..ASKED_BY).contains(&(since - moving.since)));
        if self.moving.as_mut().is_some_and(|moving| moving.is_over(focused) && !opens(moving)) {
            self.moving = None;
        } else if self.moving.as_ref().is_some_and(|moving| opens(moving) && now - moving.since > LONGEST) {
            // It was for something that has not come, and must not go elsewhere.
            if !self.held.is_empty() {
                self.told = Some(TOO_LATE);
            }
            (self.moving, self.held) = (None, VecDeque::new());
        }
        if !self.held.is_empty() && self.pasting.is_none() {
            ctx.request_repaint();
        }
        for command in &output.platform_output.commands {
            let waker = ctx.clone();
            let wake = move || waker.request_repaint();
            match command {
                OutputCommand::CopyText(text) => {
                    let html = self.rich.take().filter(|(words, _)| words == text).map(|(_, html)| html);
                    self.clipboard.copy(Kind::Copied, text.clone(), html, wake);
                }
                OutputCommand::TextSelectionSettled(text) => {
                    self.clipboard.copy(Kind::Selected, text.clone(), None, wake);
                }
                _ => {}
            }
        }
    }
}

impl Typing {
    /// Keeps a key for later. A key that was pressed before goes up at once, else it would seem held down.
    fn hold_back(&mut self, typed: Typed, events: &mut Vec<Event>) {
        if let Typed::Event(Event::Key { key, pressed: false, .. }) = &typed {
            let is_down = |held: &Typed| matches!(held, Typed::Event(Event::Key { key: other, pressed: true, .. }) if other == key);
            if !self.held.iter().any(is_down) {
                events.extend(event_of(typed));
                return;
            }
        }
        self.held.push_back(typed);
    }
}

impl Moving {
    fn since(since: f64, key: Option<(Key, Modifiers)>) -> Moving {
        Moving { key, since, n_frames: 0, focused: None }
    }

    /// A frame ended with the focus there; answers whether it rests.
    fn is_over(&mut self, focused: Option<Id>) -> bool {
        let is_still = focused.is_some() && self.focused == focused;
        self.focused = focused;
        self.n_frames += 1;
        (is_still && self.n_frames > LEAST_FRAMES) || self.n_frames > MOST_FRAMES
    }

    fn is_long_ago(&self, now: f64) -> bool {
        self.n_frames > 1 && now - self.since > SEEN
    }
}
