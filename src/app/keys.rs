use eframe::egui::{Context, Event, Key, Modifiers};

use crate::model::Category;

use super::article::motion;
use super::compare::Act;

use super::command::{Command, Scope};
use super::keymap::{Keymap, meanings};
use super::mode::Mode;
use super::typing::Typing;

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

const fn in_compare(key: Key) -> Keys {
    Keys { modifiers: Modifiers::NONE, key, scope: Scope::Compare }
}

/// The keys that decide between projects.
fn comparing(act: Act) -> Vec<Key> {
    match act {
        Act::Next => vec![Key::J],
        Act::Previous => vec![Key::K],
        Act::LevelUp => vec![Key::ArrowUp],
        Act::LevelDown => vec![Key::ArrowDown],
        Act::TakeLeft => vec![Key::ArrowLeft],
        Act::TakeRight => vec![Key::ArrowRight],
        Act::Take(0) => vec![Key::Num1],
        Act::Take(1) => vec![Key::Num2],
        Act::Take(2) => vec![Key::Num3],
        Act::Take(3) => vec![Key::Num4],
        Act::Take(4) => vec![Key::Num5],
        Act::Take(5) => vec![Key::Num6],
        Act::Take(6) => vec![Key::Num7],
        Act::Take(7) => vec![Key::Num8],
        Act::Take(8) => vec![Key::Num9],
        Act::Settle => vec![Key::Enter],
        Act::Later => vec![Key::N],
        Act::TakeAgreed => vec![Key::A],
        Act::Finish => vec![Key::F],
        _ => Vec::new(),
    }
}

impl Command {
    /// The keys that ask for it where a person wants no others; the first is the one shown.
    pub fn usual_keys(&self) -> Vec<Keys> {
        match self {
            Command::Open => vec![everywhere(Modifiers::COMMAND, Key::O)],
            Command::OpenByPath => vec![everywhere(CTRL_SHIFT, Key::O)],
            Command::PasteArticle => vec![everywhere(CTRL_SHIFT, Key::N)],
            Command::Save => vec![everywhere(Modifiers::COMMAND, Key::S)],
            Command::SaveAs => vec![everywhere(CTRL_SHIFT, Key::S)],
            Command::ArticleCard => vec![everywhere(Modifiers::COMMAND, Key::I)],
            Command::Sources => vec![everywhere(Modifiers::COMMAND, Key::U)],
            Command::SetMode(Mode::Annotate) => vec![everywhere(Modifiers::COMMAND, Key::Num1)],
            Command::SetMode(Mode::Review) => vec![everywhere(Modifiers::COMMAND, Key::Num2)],
            Command::SetMode(Mode::Compare) => vec![everywhere(Modifiers::COMMAND, Key::Num3)],
            Command::SetMode(Mode::Library) => vec![everywhere(CTRL_SHIFT, Key::L)],
            Command::Review(act) => act.usual_keys(),
            Command::ReadFolder => vec![everywhere(Modifiers::NONE, Key::F5)],
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
            Command::Duplicate => vec![everywhere(Modifiers::COMMAND, Key::D)],
            Command::Delete => vec![in_article(Key::Delete), in_article(Key::Backspace)],
            Command::NextMark => vec![in_article(Key::J)],
            Command::PreviousMark => vec![in_article(Key::K)],
            Command::NextProblem => vec![everywhere(Modifiers::NONE, Key::F8)],
            Command::PreviousProblem => vec![everywhere(Modifiers::SHIFT, Key::F8)],
            Command::EditDetails => vec![in_article(Key::Enter)],
            Command::BackToArticle => vec![everywhere(Modifiers::NONE, Key::Escape)],
            Command::NextPanel => vec![everywhere(Modifiers::NONE, Key::F6)],
            Command::PreviousPanel => vec![everywhere(Modifiers::SHIFT, Key::F6)],
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
            Command::ToggleLedger => vec![everywhere(Modifiers::COMMAND, Key::L)],
            Command::ToggleProblems => vec![everywhere(CTRL_SHIFT, Key::M)],
            Command::LargerText => {
                vec![everywhere(Modifiers::COMMAND, Key::Plus), everywhere(Modifiers::COMMAND, Key::Equals)]
            }
            Command::SmallerText => vec![everywhere(Modifiers::COMMAND, Key::Minus)],
            Command::OrdinaryText => vec![everywhere(Modifiers::COMMAND, Key::Num0)],
            Command::Settings => vec![everywhere(Modifiers::COMMAND, Key::Comma)],
            Command::FullScreen => vec![everywhere(Modifiers::NONE, Key::F11)],
            Command::Keys => vec![everywhere(Modifiers::NONE, Key::F1)],
            Command::Palette => vec![everywhere(CTRL_SHIFT, Key::P)],
            Command::Compare(act) => comparing(*act).into_iter().map(in_compare).collect(),
            _ => Vec::new(),
        }
    }

    /// Where its keys work.
    pub fn scope(&self) -> Scope {
        self.usual_keys().first().map_or(Scope::Window, |keys| keys.scope)
    }

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

    /// The keys that a field or an open list keeps for itself while it has the focus.
    pub fn is_left_to_widgets(&self) -> bool {
        matches!(self, Command::Copy | Command::CopyWithCitation | Command::SelectAll | Command::BackToArticle)
    }
}

/// Where keys are pressed, which tells what they mean.
pub struct Place<'a> {
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
pub fn pressed(ctx: &Context, keymap: &Keymap, place: &Place<'_>) -> Vec<Command> {
    let is_popup_open = eframe::egui::Popup::is_any_open(ctx);
    let Place { mode, in_article, .. } = *place;
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
                    meant(keymap, (*key, *physical_key), *modifiers, mode, in_article).or(moves)
                }
                _ => None,
            };
            let command = command.filter(|command| !is_popup_open || !command.is_left_to_widgets());
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
    (key, place): (Key, Option<Key>),
    modifiers: Modifiers,
    mode: Mode,
    in_article: bool,
) -> Option<Command> {
    meanings(key, place).find_map(|key| keymap.asked(key, modifiers, mode, in_article))
}

impl Keys {
    /// Whether these are the keys that were pressed: exactly the modifiers are held. + needs Shift on many layouts,
    /// and is typed with it.
    pub fn is_pressed(&self, key: Key, held: Modifiers) -> bool {
        let wanted = self.modifiers;
        let shift = held.shift == wanted.shift || matches!(self.key, Key::Plus | Key::Equals);
        self.key == key && shift && held.alt == wanted.alt && held.command == wanted.command
    }

    /// Whether one press could mean both.
    pub fn is_same(&self, other: &Keys) -> bool {
        self.scope.meets(other.scope) && self.is_pressed(other.key, other.modifiers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_letters_and_digits_work_only_in_the_article() {
        for command in Command::LISTED {
            for keys in command.usual_keys().iter().filter(|keys| keys.modifiers == Modifiers::NONE) {
                let is_plain = keys.key.name().chars().count() == 1;
                assert!(!is_plain || keys.scope != Scope::Window, "{command:?}");
            }
        }
    }
}
