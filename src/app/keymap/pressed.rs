use eframe::egui::{Context, Event, Key, Modifiers};

use super::Keymap;
use super::motion::motion;
use crate::app::command::{Command, Mode};
use crate::app::typing::Typing;
use crate::app::typing::meanings;

impl Command {
    /// The window's keys for it as a key cap shows them, as "Ctrl Shift P"; empty where it has none.
    pub fn key_cap(&self, ctx: &Context) -> String {
        Keymap::of(ctx).cap(self)
    }

    /// Its name with its keys, for a tooltip.
    pub fn hint(&self, ctx: &Context) -> String {
        match self.key_cap(ctx) {
            cap if cap.is_empty() => self.name().trim_end_matches('…').to_owned(),
            cap => format!("{} ({cap})", self.name().trim_end_matches('…')),
        }
    }
}

/// Where keys are pressed, which tells what they mean.
pub struct KeyPlace<'a> {
    /// What the window is used for.
    pub mode: Mode,
    /// Whether the article or the list has the focus, where plain letters and digits are commands and copying,
    /// selecting all and leaving mean the article.
    pub in_article: bool,
    /// Whether the article itself has it, where arrows move the caret.
    pub moves_caret: bool,
    /// Whether a command opens what the keys after it are for.
    pub opens: &'a dyn Fn(&Command) -> bool,
}

/// The commands whose keys were pressed in this frame, in order; the keys are used up.
///
/// Each key counts with the modifiers that were held when it was pressed, not
/// with those at the end of the frame. All come in the order in which they
/// were pressed, however many come in one frame; those after a command that
/// opens something are held back until that is there.
pub fn pressed(ctx: &Context, keymap: &Keymap, place: &KeyPlace<'_>) -> Vec<Command> {
    // Asked before the input is locked, as the context has one lock for both.
    let is_popup_open = eframe::egui::Popup::is_any_open(ctx);
    let KeyPlace { mode, in_article, .. } = *place;
    let mut pressed = Vec::new();
    let mut ahead = Vec::new();
    let mut has_opened = false;
    ctx.input_mut(|input| {
        // The sign that the key itself types is not for what it opens.
        let mut comes_own = false;
        input.events.retain(|event| {
            let is_own = std::mem::take(&mut comes_own) && matches!(event, Event::Text(_));
            if has_opened {
                let is_typed = matches!(event, Event::Key { .. } | Event::Text(_) | Event::Ime(_) | Event::Paste(_));
                ahead.extend((is_typed && !is_own).then(|| event.clone()));
                return !is_typed;
            }
            let command = match event {
                // The system tells of Ctrl and C in this way only.
                Event::Copy if in_article => keymap.asked(Key::C, Modifiers::COMMAND, mode, true),
                Event::Key { key, physical_key, pressed: true, modifiers, .. } => {
                    let motion = motion(*key, *modifiers).filter(|_| place.moves_caret);
                    let moves = motion.map(|motion| Command::Move(motion, modifiers.shift));
                    meant(keymap, *key, *physical_key, *modifiers, mode, in_article).or(moves)
                }
                _ => None,
            };
            // A menu that is open has the arrows and Enter for itself.
            let command = command.filter(|command| !is_popup_open || !command.info().is_left_to_widgets);
            has_opened = command.as_ref().is_some_and(|command| (place.opens)(command));
            comes_own = has_opened && matches!(event, Event::Key { modifiers, .. } if !modifiers.command);
            let is_ours = command.is_some();
            pressed.extend(command);
            !is_ours
        });
    });
    if has_opened {
        Typing::hold(ctx, ahead);
    }
    pressed
}

/// The command that a press asks for: a key, and the one in its place on an American keyboard, as egui tells them.
pub fn meant(
    keymap: &Keymap,
    key: Key,
    place: Option<Key>,
    modifiers: Modifiers,
    mode: Mode,
    in_article: bool,
) -> Option<Command> {
    // The likelier meaning first: the second is asked only where nothing answers to the first.
    meanings(key, place).find_map(|key| keymap.asked(key, modifiers, mode, in_article))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::Scope;

    #[test]
    fn plain_letters_and_digits_work_only_in_the_article() {
        for command in Command::LISTED {
            for keys in command.info().keys().filter(|keys| keys.modifiers == Modifiers::NONE) {
                let is_plain = keys.key.name().chars().count() == 1;
                assert!(!is_plain || keys.scope != Scope::Window, "{command:?}");
            }
        }
    }
}
