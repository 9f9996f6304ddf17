//! Keys in words: as people write them, "Ctrl+Shift+P", and as a key cap shows them.

use eframe::egui::{Key, Modifiers};

use crate::app::command::Keys;

/// How a key with its modifiers is shown: "Ctrl Shift P".
pub fn cap(keys: Keys) -> String {
    let key = match keys.key {
        Key::Escape => "Esc",
        Key::Equals | Key::Plus => "+",
        Key::Minus => "−",
        Key::PageUp => "Page Up",
        Key::PageDown => "Page Down",
        key if is_sign(key) => key.symbol_or_name(),
        key => key.name(),
    };
    with_modifiers(keys.modifiers, key, " ")
}

/// How it is written in the file of keys: "Ctrl+Shift+P", "Ctrl+Comma".
pub fn written(keys: Keys) -> String {
    with_modifiers(keys.modifiers, keys.key.name(), "+")
}

/// The key that somebody wrote, in capitals or not: "Ctrl+Shift+P", "cmd + p", "J", "Alt+Up", "Ctrl++".
/// `None` where it is none.
pub fn read(words: &str) -> Option<(Modifiers, Key)> {
    let words = words.trim();
    // A plus at the end is the key itself; all others join.
    let (before, key) = match words.strip_suffix('+') {
        Some(before) => (before.trim_end().strip_suffix('+').unwrap_or(before), "+"),
        None => words.rsplit_once('+').unwrap_or(("", words)),
    };
    let mut modifiers = Modifiers::NONE;
    for name in before.split('+').map(str::trim) {
        match name.to_lowercase().as_str() {
            "" if before.trim().is_empty() => {}
            "ctrl" | "control" | "cmd" | "command" => modifiers |= Modifiers::COMMAND,
            "shift" => modifiers.shift = true,
            "alt" | "option" => modifiers.alt = true,
            _ => return None,
        }
    }
    let key = key.trim();
    let is_it = |candidate: &&Key| candidate.name().eq_ignore_ascii_case(key);
    let key = Key::from_name(key).or_else(|| Key::ALL.iter().find(is_it).copied())?;
    Some((modifiers, key))
}

/// Whether a text field takes the key for itself: it types, breaks a line or deletes.
pub fn is_typed(key: Key) -> bool {
    let takes = [Key::Space, Key::Enter, Key::Tab, Key::Backspace, Key::Delete];
    is_sign(key) || key.name().chars().count() == 1 || takes.contains(&key)
}

/// Whether the key types a sign that has a name: a comma, a bracket.
fn is_sign(key: Key) -> bool {
    let is_arrow = matches!(key, Key::ArrowUp | Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight);
    key == Key::Quote || (key.symbol_or_name() != key.name() && !is_arrow)
}

fn with_modifiers(modifiers: Modifiers, key: &str, between: &str) -> String {
    let command = if cfg!(target_os = "macos") { "Cmd" } else { "Ctrl" };
    let all = [(modifiers.command, command), (modifiers.shift, "Shift"), (modifiers.alt, "Alt")];
    let held = all.into_iter().filter(|(is_held, _)| *is_held).map(|(_, name)| name);
    held.chain([key]).collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use crate::app::command::Scope;
    use proptest::prelude::*;

    use super::*;

    const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };
    const ALT: Modifiers = Modifiers::ALT;
    const NONE: Modifiers = Modifiers::NONE;

    #[test]
    fn keys_are_read_as_people_write_them() {
        let cases = [
            ("Ctrl+Shift+P", Some((CTRL_SHIFT, Key::P))),
            ("shift + cmd + p", Some((CTRL_SHIFT, Key::P))),
            ("J", Some((NONE, Key::J))),
            ("alt+up", Some((ALT, Key::ArrowUp))),
            ("F3", Some((NONE, Key::F3))),
            ("Ctrl++", Some((Modifiers::COMMAND, Key::Plus))),
            ("+", Some((NONE, Key::Plus))),
            ("Ctrl+,", Some((Modifiers::COMMAND, Key::Comma))),
            ("Ctrl+Comma", Some((Modifiers::COMMAND, Key::Comma))),
            ("pageup", Some((NONE, Key::PageUp))),
            ("", None),
            ("Ctrl+", Some((Modifiers::COMMAND, Key::Plus))),
            ("Ctrl", None),
            ("Hyper+J", None),
            ("Ctrl++J", None),
            ("JJ", None),
        ];
        for (words, meant) in cases {
            assert_eq!(read(words), meant, "“{words}”");
        }
    }

    #[test]
    fn what_types_is_told_from_what_does_not() {
        for key in [Key::A, Key::Num1, Key::Comma, Key::Space, Key::Enter, Key::Delete, Key::Quote, Key::Plus] {
            assert!(is_typed(key), "{key:?}");
        }
        for key in [Key::F1, Key::F12, Key::Escape, Key::ArrowUp, Key::PageDown, Key::Insert] {
            assert!(!is_typed(key), "{key:?}");
        }
    }

    proptest! {
        #[test]
        fn every_key_is_read_as_it_is_written(
            index in 0..Key::ALL.len(), command: bool, shift: bool, alt: bool, noise in "\\PC{0,12}",
        ) {
            let held = if command { Modifiers::COMMAND } else { NONE };
            let modifiers = Modifiers { shift, alt, ..held };
            let keys = Keys { modifiers, key: Key::ALL[index], scope: Scope::Window };
            prop_assert_eq!(read(&written(keys)), Some((modifiers, keys.key)));
            read(&noise);
        }
    }
}
