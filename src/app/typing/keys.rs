//! What the keys are to a person: which are typed, which may lead elsewhere, which go on in a list.

use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2};

use super::meaning::meanings;
use crate::app::clipboard::Kind;

/// What comes from the keyboard, or is pasted.
#[derive(Clone, Debug, PartialEq)]
pub enum Typed {
    /// A key, a letter or something else that comes as an event.
    Event(Event),
    /// A wish to paste, at the pointer where there is one.
    Paste(Kind, Option<Pos2>),
}

/// What an event is for a person at the keyboard.
pub fn typed(event: Event) -> Vec<Typed> {
    match event {
        Event::Key { key, physical_key, pressed: true, modifiers, .. }
            // The window has the clipboard to itself, so that these keys come as keys and not as what they do.
            if modifiers.command_only() || is_named(key) || is_windows(key, modifiers) =>
        {
            let held = modifiers.command_only();
            let is = |letter, name| key == name || (held && meanings(key, physical_key).next() == Some(letter));
            // Elsewhere Insert has no such meaning, or the desktop takes it.
            let is_insert = |key: Key| cfg!(target_os = "windows") && key == Key::Insert;
            if is(Key::X, Key::Cut) || (cfg!(target_os = "windows") && key == Key::Delete && modifiers.shift) {
                vec![Typed::Event(Event::Cut)]
            } else if is(Key::C, Key::Copy) || (is_insert(key) && modifiers.ctrl) {
                vec![Typed::Event(Event::Copy)]
            } else if is(Key::V, Key::Paste) || (is_insert(key) && modifiers.shift) {
                vec![Typed::Paste(Kind::Copied, None)]
            } else {
                vec![Typed::Event(event)]
            }
        }
        Event::PointerButton { pos, button: PointerButton::Middle, pressed: true, .. } => {
            // The press goes on as well, as it gives the focus to the field under it, into which the paste is to
            // go.
            vec![Typed::Event(event), Typed::Paste(Kind::Selected, Some(pos))]
        }
        event => vec![Typed::Event(event)],
    }
}

/// Keys that some keyboards have for the clipboard.
fn is_named(key: Key) -> bool {
    matches!(key, Key::Cut | Key::Copy | Key::Paste)
}

/// The keys that Windows knows besides.
fn is_windows(key: Key, modifiers: Modifiers) -> bool {
    cfg!(target_os = "windows") && matches!(key, Key::Insert | Key::Delete) && modifiers.any()
}

/// Whether it comes from the keyboard, or is a paste.
pub fn is_keyboard(typed: &Typed) -> bool {
    match typed {
        Typed::Paste(..) => true,
        Typed::Event(event) => is_typed(event),
    }
}

/// Whether an event comes from the keyboard.
pub fn is_typed(event: &Event) -> bool {
    matches!(event, Event::Key { .. } | Event::Text(_) | Event::Ime(_) | Event::Copy | Event::Cut | Event::Paste(_))
}

/// Whether a key may open something or lead elsewhere.
pub fn may_move_focus(event: &Event) -> bool {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return false };
    match key {
        Key::Enter | Key::Tab | Key::Escape => true,
        // They move the caret or delete, whatever is held; Space, which presses buttons too, is asked about by itself.
        Key::ArrowUp | Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight => false,
        Key::Home | Key::End | Key::PageUp | Key::PageDown | Key::Backspace | Key::Delete | Key::Space => false,
        key if is_modifier(*key) => false,
        // A plain letter may be a command in the article too, but types in fields; the window tells which of
        // them open something.
        key => modifiers.command || (Key::F1..=Key::F12).contains(key),
    }
}

/// Whether Space is pressed, which presses a button as well as it is typed.
pub fn is_space(event: &Event) -> bool {
    matches!(event, Event::Key { key: Key::Space, pressed: true, .. })
}

/// Whether a key goes on from where a list is, or takes what it is at.
pub fn moves_in_list(typed: &Typed) -> bool {
    use Key::{ArrowDown, ArrowLeft, ArrowRight, ArrowUp, End, Enter, Home, PageDown, PageUp};
    let all = [ArrowUp, ArrowDown, ArrowLeft, ArrowRight, Home, End, PageUp, PageDown, Enter];
    matches!(typed, Typed::Event(Event::Key { key, pressed: true, .. }) if all.contains(key))
}

/// Whether it is a key that is held for the others.
pub fn is_modifier(key: Key) -> bool {
    use Key::{AltLeft, AltRight, ControlLeft, ControlRight, ShiftLeft, ShiftRight, SuperLeft, SuperRight};
    let all = [ShiftLeft, ShiftRight, ControlLeft, ControlRight, AltLeft, AltRight, SuperLeft, SuperRight];
    all.contains(&key)
}

/// The key with its modifiers, where it may be pressed again without waiting for what it did.
pub fn chord_of(event: &Event) -> Option<(Key, Modifiers)> {
    match event {
        // The same Enter twice is two answers: the second is for what the first opened.
        Event::Key { key, pressed: true, modifiers, .. } if !matches!(key, Key::Enter | Key::Tab | Key::Escape) => {
            Some((*key, *modifiers))
        }
        _ => None,
    }
}

/// The same of a key that waits.
pub fn chord(typed: &Typed) -> Option<(Key, Modifiers)> {
    match typed {
        Typed::Event(event) => chord_of(event),
        Typed::Paste(..) => None,
    }
}

/// The event, where it is one.
pub fn event_of(typed: Typed) -> Option<Event> {
    match typed {
        Typed::Event(event) => Some(event),
        Typed::Paste(..) => None,
    }
}
