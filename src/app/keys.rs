use eframe::egui::{Context, Event, Key, Modifiers};

use crate::model::Category;

use super::article::motion;

use super::command::{Command, Scope};

/// A key with its modifiers, and where it works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keys {
    /// The modifiers; `COMMAND` is Cmd on macOS and Ctrl elsewhere.
    pub modifiers: Modifiers,
    /// The key.
    pub key: Key,
    /// Where it works.
    pub scope: Scope,
}

const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

const fn everywhere(modifiers: Modifiers, key: Key) -> Keys {
    Keys { modifiers, key, scope: Scope::Window }
}

const fn in_article(key: Key) -> Keys {
    in_article_with(Modifiers::NONE, key)
}

const fn in_article_with(modifiers: Modifiers, key: Key) -> Keys {
    Keys { modifiers, key, scope: Scope::Article }
}

impl Command {
    /// The keys that ask for it; the first is the one shown.
    pub fn keys(&self) -> Vec<Keys> {
        match self {
            Command::Open => vec![everywhere(Modifiers::COMMAND, Key::O)],
            Command::OpenByPath => vec![everywhere(CTRL_SHIFT, Key::O)],
            Command::PasteArticle => vec![everywhere(CTRL_SHIFT, Key::N)],
            Command::Save => vec![everywhere(Modifiers::COMMAND, Key::S)],
            Command::SaveAs => vec![everywhere(CTRL_SHIFT, Key::S)],
            Command::ArticleCard => vec![everywhere(Modifiers::COMMAND, Key::I)],
            Command::CloseProject => vec![everywhere(Modifiers::COMMAND, Key::W)],
            Command::Quit => vec![everywhere(Modifiers::COMMAND, Key::Q)],
            Command::Undo => vec![everywhere(Modifiers::COMMAND, Key::Z)],
            Command::Redo => vec![everywhere(CTRL_SHIFT, Key::Z), everywhere(Modifiers::COMMAND, Key::Y)],
            Command::Mark(Category::Casualties) => vec![in_article(Key::Num1)],
            Command::Mark(Category::Displacement) => vec![in_article(Key::Num2)],
            Command::Mark(Category::Quotes) => vec![in_article(Key::Num3)],
            Command::Mark(Category::Claims) => vec![in_article(Key::Num4)],
            Command::MarkExactly(Category::Casualties) => vec![in_article_with(Modifiers::SHIFT, Key::Num1)],
            Command::MarkExactly(Category::Displacement) => vec![in_article_with(Modifiers::SHIFT, Key::Num2)],
            Command::MarkExactly(Category::Quotes) => vec![in_article_with(Modifiers::SHIFT, Key::Num3)],
            Command::MarkExactly(Category::Claims) => vec![in_article_with(Modifiers::SHIFT, Key::Num4)],
            Command::MoveBounds => vec![in_article(Key::B)],
            Command::AddWords => vec![in_article(Key::Plus), in_article(Key::Equals)],
            Command::RemoveWords => vec![in_article(Key::Minus)],
            Command::NextHeading => vec![in_article(Key::H)],
            Command::PreviousHeading => vec![in_article_with(Modifiers::SHIFT, Key::H)],
            Command::Grow => vec![in_article_with(Modifiers::ALT, Key::ArrowUp)],
            Command::Shrink => vec![in_article_with(Modifiers::ALT, Key::ArrowDown)],
            Command::Delete => vec![in_article(Key::Delete), in_article(Key::Backspace)],
            Command::NextMark => vec![in_article(Key::J)],
            Command::PreviousMark => vec![in_article(Key::K)],
            Command::EditDetails => vec![in_article(Key::Enter)],
            Command::BackToArticle => vec![everywhere(Modifiers::NONE, Key::Escape)],
            Command::PickWords => vec![everywhere(Modifiers::COMMAND, Key::P)],
            Command::Copy => vec![everywhere(Modifiers::COMMAND, Key::C)],
            Command::CopyWithCitation => vec![everywhere(CTRL_SHIFT, Key::C)],
            Command::SelectAll => vec![everywhere(Modifiers::COMMAND, Key::A)],
            Command::Find => vec![everywhere(Modifiers::COMMAND, Key::F)],
            Command::FindNext => {
                vec![everywhere(Modifiers::NONE, Key::F3), everywhere(Modifiers::COMMAND, Key::G)]
            }
            Command::FindPrevious => vec![everywhere(Modifiers::SHIFT, Key::F3), everywhere(CTRL_SHIFT, Key::G)],
            Command::FilterList => vec![everywhere(CTRL_SHIFT, Key::F)],
            Command::ToggleLeft => vec![everywhere(Modifiers::COMMAND, Key::B)],
            Command::ToggleRight => vec![everywhere(Modifiers::COMMAND, Key::J)],
            Command::LargerText => {
                vec![everywhere(Modifiers::COMMAND, Key::Plus), everywhere(Modifiers::COMMAND, Key::Equals)]
            }
            Command::SmallerText => vec![everywhere(Modifiers::COMMAND, Key::Minus)],
            Command::OrdinaryText => vec![everywhere(Modifiers::COMMAND, Key::Num0)],
            Command::Settings => vec![everywhere(Modifiers::COMMAND, Key::Comma)],
            Command::Keys => vec![everywhere(Modifiers::NONE, Key::F1)],
            Command::Palette => vec![everywhere(CTRL_SHIFT, Key::P)],
            _ => Vec::new(),
        }
    }

    /// The keys as a key cap shows them, as "Ctrl Shift P"; empty where it has none.
    pub fn key_cap(&self) -> String {
        self.keys().into_iter().next().map(cap).unwrap_or_default()
    }

    /// Its name with its keys, for a tooltip.
    pub fn hint(&self) -> String {
        match self.key_cap() {
            cap if cap.is_empty() => self.name().trim_end_matches('…').to_owned(),
            cap => format!("{} ({cap})", self.name().trim_end_matches('…')),
        }
    }

    /// The keys that a field or an open list keeps for itself while it has the focus.
    fn is_left_to_widgets(&self) -> bool {
        matches!(self, Command::Copy | Command::CopyWithCitation | Command::SelectAll | Command::BackToArticle)
    }
}

/// How a key with its modifiers is written.
pub fn cap(keys: Keys) -> String {
    let command = if cfg!(target_os = "macos") { "Cmd" } else { "Ctrl" };
    let key = match keys.key {
        Key::Escape => "Esc",
        Key::Equals | Key::Plus => "+",
        Key::Minus => "−",
        Key::Comma => ",",
        key => key.name(),
    };
    let modifiers = [(keys.modifiers.command, command), (keys.modifiers.shift, "Shift"), (keys.modifiers.alt, "Alt")];
    let held = modifiers.into_iter().filter(|(is_held, _)| *is_held).map(|(_, name)| name);
    held.chain([key]).collect::<Vec<_>>().join(" ")
}

/// The commands whose keys were pressed in this frame, in order; the keys are used up.
///
/// Each key counts with the modifiers that were held when it was pressed, not
/// with those at the end of the frame. `in_article` tells whether the article
/// or the list has the focus, where plain letters and digits are commands and
/// copying, selecting all and leaving mean the article; `moves_caret` whether
/// the article itself has it, where arrows move the caret. All come in the
/// order in which they were pressed, however many come in one frame.
pub fn pressed(ctx: &Context, in_article: bool, moves_caret: bool) -> Vec<Command> {
    let is_popup_open = eframe::egui::Popup::is_any_open(ctx);
    let mut pressed = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let command = match event {
                Event::Copy if in_article => Some(Command::Copy),
                Event::Key { key, physical_key, pressed: true, modifiers, .. } => {
                    let key = digit(*key, *physical_key, *modifiers);
                    let motion = motion(key, *modifiers).filter(|_| moves_caret);
                    let moves = motion.map(|motion| Command::Move(motion, modifiers.shift));
                    asked(key, *modifiers, in_article).or(moves)
                }
                _ => None,
            };
            let is_ours = command.as_ref().is_some_and(|command| !is_popup_open || !command.is_left_to_widgets());
            pressed.extend(command.filter(|_| is_ours));
            !is_ours
        });
    });
    pressed
}

/// The digit of a key that types another sign while Shift is held, else the key.
fn digit(key: Key, physical: Option<Key>, modifiers: Modifiers) -> Key {
    let digits = [Key::Num1, Key::Num2, Key::Num3, Key::Num4];
    physical.filter(|physical| modifiers.shift_only() && digits.contains(physical)).unwrap_or(key)
}

/// The command that a key asks for.
fn asked(key: Key, modifiers: Modifiers, in_article: bool) -> Option<Command> {
    let fits = |keys: &Keys, command: &Command| {
        let is_here = in_article || (keys.scope == Scope::Window && !command.is_left_to_widgets());
        is_here && keys.key == key && is_held(keys, modifiers)
    };
    Command::LISTED.iter().find(|command| command.keys().iter().any(|keys| fits(keys, command))).cloned()
}

/// Whether exactly the modifiers are held; + needs Shift on many layouts, and is typed with it.
fn is_held(keys: &Keys, held: Modifiers) -> bool {
    let wanted = keys.modifiers;
    let shift = held.shift == wanted.shift || matches!(keys.key, Key::Plus | Key::Equals);
    shift && held.alt == wanted.alt && held.command == wanted.command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_a_key() {
        let mut seen: Vec<(Keys, &Command)> = Vec::new();
        for command in Command::LISTED {
            for keys in command.keys() {
                let clash = seen.iter().find(|(other, _)| other.key == keys.key && other.modifiers == keys.modifiers);
                assert!(clash.is_none(), "{command:?} and {clash:?} share {}", cap(keys));
                seen.push((keys, command));
            }
        }
    }

    #[test]
    fn a_key_counts_with_the_modifiers_it_was_pressed_with() {
        assert_eq!(asked(Key::Z, CTRL_SHIFT, false), Some(Command::Redo));
        assert_eq!(asked(Key::Z, Modifiers::COMMAND, false), Some(Command::Undo));
        assert_eq!(asked(Key::C, CTRL_SHIFT, true), Some(Command::CopyWithCitation));
        assert_eq!(asked(Key::Num1, Modifiers::NONE, false), None);
        assert_eq!(asked(Key::Num1, Modifiers::NONE, true), Some(Command::Mark(Category::Casualties)));
        assert_eq!(digit(Key::Exclamationmark, Some(Key::Num1), Modifiers::SHIFT), Key::Num1);
        let exactly = Some(Command::MarkExactly(Category::Casualties));
        assert_eq!(asked(Key::Num1, Modifiers::SHIFT, true), exactly);
        assert_eq!(asked(Key::A, Modifiers::COMMAND, false), None, "a field selects all of itself");
    }

    #[test]
    fn plain_letters_and_digits_work_only_in_the_article() {
        for command in Command::LISTED {
            for keys in command.keys().iter().filter(|keys| keys.modifiers == Modifiers::NONE) {
                let is_plain = keys.key.name().chars().count() == 1;
                assert!(!is_plain || keys.scope == Scope::Article, "{command:?}");
            }
        }
    }
}
