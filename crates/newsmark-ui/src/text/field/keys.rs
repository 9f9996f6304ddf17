use egui::os::OperatingSystem;
use egui::{Key, Modifiers};

/// Where a key moves the caret, as seen on the screen or along the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    Left,
    Right,
    WordLeft,
    WordRight,
    LineLeft,
    LineRight,
    LineStart,
    LineEnd,
    Up,
    Down,
    ParagraphStart,
    ParagraphEnd,
    Start,
    End,
}

/// How much a key deletes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Letter,
    Word,
    Paragraph,
}

/// What a key does in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Moves the caret; true keeps the other end of the selection.
    Move(Motion, bool),
    DeleteBack(Unit),
    DeleteForward(Unit),
    SelectAll,
    /// Enter: a line break in a field of many lines, else the end of editing.
    Enter,
    /// Ctrl or Cmd and Enter: the end of editing in every field.
    Submit,
    Cancel,
}

/// The act of a key on a platform. Undo, redo, copy, cut and paste are absent:
/// the program undoes, and the last three arrive as events of their own.
pub fn act(os: OperatingSystem, key: Key, modifiers: Modifiers) -> Option<Act> {
    let mac = matches!(os, OperatingSystem::Mac | OperatingSystem::IOS);
    match key {
        Key::Enter if modifiers.command => Some(Act::Submit),
        Key::Enter => Some(Act::Enter),
        Key::Escape => Some(Act::Cancel),
        Key::A if modifiers.command && !modifiers.shift && !modifiers.alt => Some(Act::SelectAll),
        // Shift+Delete cuts there, which arrives as an event.
        Key::Delete if modifiers.shift && os == OperatingSystem::Windows => None,
        Key::Backspace => Some(Act::DeleteBack(unit(mac, modifiers))),
        Key::Delete => Some(Act::DeleteForward(unit(mac, modifiers))),
        _ if mac => {
            mac_motion(key, modifiers).map(|motion| Act::Move(motion, modifiers.shift)).or(mac_letter(key, modifiers))
        }
        _ => motion(key, modifiers).map(|motion| Act::Move(motion, modifiers.shift)),
    }
}

fn unit(mac: bool, modifiers: Modifiers) -> Unit {
    let word = if mac { modifiers.alt } else { modifiers.ctrl };
    match word {
        true => Unit::Word,
        false if mac && modifiers.mac_cmd => Unit::Paragraph,
        false => Unit::Letter,
    }
}

/// Windows, Linux and the rest: Ctrl widens a motion, Alt is the program’s.
fn motion(key: Key, modifiers: Modifiers) -> Option<Motion> {
    // Alt with an arrow belongs to the window manager or to the program around the field.
    if modifiers.alt {
        return None;
    }
    Some(match (key, modifiers.ctrl) {
        (Key::ArrowLeft, false) => Motion::Left,
        (Key::ArrowLeft, true) => Motion::WordLeft,
        (Key::ArrowRight, false) => Motion::Right,
        (Key::ArrowRight, true) => Motion::WordRight,
        (Key::ArrowUp, false) => Motion::Up,
        (Key::ArrowUp, true) => Motion::ParagraphStart,
        (Key::ArrowDown, false) => Motion::Down,
        (Key::ArrowDown, true) => Motion::ParagraphEnd,
        (Key::Home, false) => Motion::LineStart,
        (Key::Home, true) => Motion::Start,
        (Key::End, false) => Motion::LineEnd,
        (Key::End, true) => Motion::End,
        _ => return None,
    })
}

/// macOS: Option goes by words and paragraphs, Cmd to the edges.
fn mac_motion(key: Key, modifiers: Modifiers) -> Option<Motion> {
    let (option, command) = (modifiers.alt, modifiers.mac_cmd);
    Some(match key {
        Key::ArrowLeft if command => Motion::LineLeft,
        Key::ArrowLeft if option => Motion::WordLeft,
        Key::ArrowLeft => Motion::Left,
        Key::ArrowRight if command => Motion::LineRight,
        Key::ArrowRight if option => Motion::WordRight,
        Key::ArrowRight => Motion::Right,
        Key::ArrowUp if command => Motion::Start,
        Key::ArrowUp if option => Motion::ParagraphStart,
        Key::ArrowUp => Motion::Up,
        Key::ArrowDown if command => Motion::End,
        Key::ArrowDown if option => Motion::ParagraphEnd,
        Key::ArrowDown => Motion::Down,
        Key::Home => Motion::Start,
        Key::End => Motion::End,
        _ => return None,
    })
}

/// The keys of Emacs that every macOS field knows.
fn mac_letter(key: Key, modifiers: Modifiers) -> Option<Act> {
    // Ctrl with these letters is what every field of macOS knows, from Emacs.
    if !modifiers.ctrl || modifiers.mac_cmd || modifiers.alt {
        return None;
    }
    Some(match key {
        Key::A => Act::Move(Motion::ParagraphStart, modifiers.shift),
        Key::E => Act::Move(Motion::ParagraphEnd, modifiers.shift),
        Key::B => Act::Move(Motion::Left, modifiers.shift),
        Key::F => Act::Move(Motion::Right, modifiers.shift),
        Key::P => Act::Move(Motion::Up, modifiers.shift),
        Key::N => Act::Move(Motion::Down, modifiers.shift),
        Key::H => Act::DeleteBack(Unit::Letter),
        Key::D => Act::DeleteForward(Unit::Letter),
        Key::K => Act::DeleteForward(Unit::Paragraph),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_with_ctrl_or_option_as_the_platform_has_it() {
        let word = Some(Act::Move(Motion::WordRight, true));
        assert_eq!(act(OperatingSystem::Nix, Key::ArrowRight, Modifiers::CTRL | Modifiers::SHIFT), word);
        assert_eq!(act(OperatingSystem::Mac, Key::ArrowRight, Modifiers::ALT | Modifiers::SHIFT), word);
        assert_eq!(act(OperatingSystem::Windows, Key::ArrowUp, Modifiers::ALT), None);
    }

    #[test]
    fn undo_and_letters_are_left_to_others() {
        for os in [OperatingSystem::Nix, OperatingSystem::Windows, OperatingSystem::Mac] {
            for modifiers in [Modifiers::COMMAND, Modifiers::COMMAND | Modifiers::SHIFT, Modifiers::NONE] {
                assert_eq!(act(os, Key::Z, modifiers), None);
                assert_eq!(act(os, Key::Tab, modifiers), None);
            }
        }
    }
}
