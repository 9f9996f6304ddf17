use eframe::egui::{Key, Modifiers};

use crate::app::command::Motion;

/// What a key means on this platform; on macOS Option moves by words and Cmd to the ends.
pub fn motion(key: Key, modifiers: Modifiers) -> Option<Motion> {
    let is_mac = cfg!(target_os = "macos");
    let by_word = if is_mac { modifiers.alt } else { modifiers.ctrl };
    let to_end = is_mac && modifiers.command;
    if !is_mac && modifiers.alt {
        return None;
    }
    Some(match key {
        Key::ArrowLeft if to_end => Motion::LineStart,
        Key::ArrowRight if to_end => Motion::LineEnd,
        Key::ArrowUp if to_end => Motion::Start,
        Key::ArrowDown if to_end => Motion::End,
        Key::ArrowLeft if by_word => Motion::WordLeft,
        Key::ArrowRight if by_word => Motion::WordRight,
        Key::ArrowUp if by_word => Motion::ParagraphUp,
        Key::ArrowDown if by_word => Motion::ParagraphDown,
        Key::ArrowLeft => Motion::Left,
        Key::ArrowRight => Motion::Right,
        Key::ArrowUp => Motion::Up,
        Key::ArrowDown => Motion::Down,
        Key::Home if modifiers.command => Motion::Start,
        Key::End if modifiers.command => Motion::End,
        Key::Home => Motion::LineStart,
        Key::End => Motion::LineEnd,
        Key::PageUp => Motion::PageUp,
        Key::PageDown => Motion::PageDown,
        _ => return None,
    })
}
