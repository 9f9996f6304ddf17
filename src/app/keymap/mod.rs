//! Which keys ask for which command: the usual ones, and those of a person’s own file.

#[cfg(test)]
mod layouts;
mod motion;
mod pressed;
#[cfg(test)]
mod tests;
mod words;

use crate::app::command::{Command, Keys, Mode, Scope};
use std::fmt::Write;
use std::sync::Arc;

use eframe::egui::{Context, Id, Key, Modifiers};

use crate::model::Category;
use crate::store::KeyFile;

use motion::motion;
pub use pressed::{KeyPlace, pressed};
pub use words::cap;
use words::{is_typed, read, written};

/// The keys of all commands, as a person wants them. No two commands share one.
///
/// The keys that move the caret and the focus are the platform's own and not here.
#[derive(Clone, Debug, PartialEq)]
pub struct Keymap {
    /// The commands of [`Command::LISTED`], in that order.
    keys: Vec<(&'static Command, Vec<Keys>)>,
    /// What was not as it should be in the file of keys, a sentence each.
    pub troubles: Vec<String>,
}

/// A line of the file of keys that may be put into force.
struct Wish {
    index: usize,
    keys: Vec<Keys>,
}

impl Keymap {
    /// The usual keys.
    pub fn usual() -> Keymap {
        let keys = Command::LISTED.iter().map(|command| (command, command.info().keys().collect())).collect();
        Keymap { keys, troubles: Vec::new() }
    }

    /// The keys that a person wants. What cannot be had is a trouble, and its command keeps its usual keys;
    /// `told` are the troubles that reading the file had.
    pub fn wanted(file: &KeyFile, told: Vec<String>) -> Keymap {
        let mut keymap = Keymap { troubles: told, ..Keymap::usual() };
        let mut wishes = Vec::new();
        for (name, keys) in &file.wanted {
            match wish(name, keys) {
                Ok(wish) if wish.keys == keymap.keys[wish.index].1 => {}
                Ok(wish) => wishes.push(wish),
                Err(trouble) => keymap.troubles.push(trouble),
            }
        }
        // Each round takes one wish back, and the usual keys clash nowhere.
        loop {
            let mut tried = Keymap::usual();
            for wish in &wishes {
                tried.keys[wish.index].1.clone_from(&wish.keys);
            }
            let yielded = tried.give_way(&wishes);
            let Some((taken_back, trouble)) = tried.clash(&wishes) else {
                keymap.troubles.extend(yielded);
                return Keymap { keys: tried.keys, ..keymap };
            };
            keymap.troubles.push(trouble);
            wishes.remove(taken_back);
        }
    }

    /// Takes usual keys of Annotate's own commands away that a person wants for others, and says which: these commands
    /// came after the files of keys that people wrote, and a key that somebody's hand knows keeps its meaning.
    fn give_way(&mut self, wishes: &[Wish]) -> Vec<String> {
        let mut told = Vec::new();
        let wanted = |index: usize| wishes.iter().any(|wish| wish.index == index);
        for index in 0..self.keys.len() {
            let (command, usual) = &self.keys[index];
            if command.info().scope() != Scope::Annotate || wanted(index) {
                continue;
            }
            let is_taken =
                |keys: &Keys| wishes.iter().any(|wish| wish.keys.iter().any(|own| own.is_pressed_with(keys)));
            let (gone, kept): (Vec<Keys>, Vec<Keys>) = usual.iter().partition(|keys| is_taken(keys));
            let name = command.info().stable_name;
            told.extend(gone.iter().map(|keys| {
                let keys = written(*keys);
                format!("“{keys}” is another command’s by your own wish, so that “{name}” has no key: give it one")
            }));
            self.keys[index].1 = kept;
        }
        told
    }

    /// The last wish whose key another command has, by its place, and what is to be said of it.
    fn clash(&self, wishes: &[Wish]) -> Option<(usize, String)> {
        wishes.iter().enumerate().rev().find_map(|(place, wish)| {
            let others = self.keys.iter().enumerate().filter(|(index, _)| *index != wish.index);
            let (command, _) = self.keys[wish.index];
            let (other, keys) = others.into_iter().find_map(|(_, (other, keys))| {
                let shared = wish.keys.iter().find(|wanted| keys.iter().any(|keys| keys.is_same(wanted)));
                shared.map(|keys| (other, *keys))
            })?;
            let (name, other) = (command.info().stable_name, other.info().stable_name);
            let sentence = format!(
                "“{}” is wanted for “{name}” and belongs to “{other}”; “{name}” keeps its usual keys",
                written(keys)
            );
            Some((place, sentence))
        })
    }

    /// The keys of a command; the first is the one shown.
    pub fn keys(&self, command: &Command) -> &[Keys] {
        self.keys.iter().find(|(other, _)| *other == command).map_or(&[], |(_, keys)| keys)
    }

    /// The keys as a key cap shows them, as "Ctrl Shift P"; empty where it has none.
    pub fn cap(&self, command: &Command) -> String {
        self.keys(command).first().copied().map(cap).unwrap_or_default()
    }

    /// The command that a key asks for in a mode. `in_article` tells whether the article or a list of marks has the
    /// focus.
    pub fn asked(&self, key: Key, modifiers: Modifiers, mode: Mode, in_article: bool) -> Option<Command> {
        let fits = |keys: &Keys, command: &Command| {
            // In a field letters are typed, and keys that fields know are theirs.
            let works_in_fields = match keys.scope {
                Scope::Window => !command.info().is_left_to_widgets,
                // With Ctrl it types nothing: the fields of a form are where it is wanted most.
                Scope::Annotate => keys.modifiers.command,
                Scope::Article | Scope::Review | Scope::Compare => false,
            };
            let is_here = in_article || works_in_fields;
            is_here && keys.scope.is_in(mode) && keys.is_pressed(key, modifiers)
        };
        let fitting = self.keys.iter().filter(|(command, all)| all.iter().any(|keys| fits(keys, command)));
        // A mode's own keys come before those of the article.
        let is_own =
            |command: &Command| matches!(command.info().scope(), Scope::Annotate | Scope::Review | Scope::Compare);
        let found = fitting.max_by_key(|(command, _)| is_own(command));
        found.map(|(command, _)| (*command).clone())
    }

    /// What to press to mark selected words: "Select words, then press 1, 2, 3 or 4".
    pub fn how_to_mark(&self) -> String {
        let caps = Category::ALL.map(|category| self.cap(&Command::Mark(category)));
        match &caps {
            [first @ .., last] if caps.iter().all(|cap| !cap.is_empty()) => {
                format!("Select words, then press {} or {last}", first.join(", "))
            }
            _ => "Select words, then choose a category above".to_owned(),
        }
    }

    /// The keys of a command of each category, for one key cap: "1–4", "Shift 1–4", or each by itself; empty where
    /// a category has none.
    pub fn marking(&self, command: fn(Category) -> Command) -> String {
        let caps = Category::ALL.map(|category| self.cap(&command(category)));
        let held = caps[0].strip_suffix('1').unwrap_or_default();
        let is_row = caps.iter().zip(1..).all(|(cap, digit)| *cap == format!("{held}{digit}"));
        match caps {
            _ if is_row => format!("{held}1–4"),
            caps if caps.iter().any(String::is_empty) => String::new(),
            caps => caps.join(", "),
        }
    }

    /// The file of keys to begin with: every command with its keys and its name.
    pub fn print(&self) -> String {
        let mut text = String::from(HEAD);
        for (scope, title) in SCOPES {
            let _ = write!(text, "\n    // {title}\n");
            for (command, keys) in self.keys.iter().filter(|(command, _)| command.info().scope() == scope) {
                let list: Vec<_> = keys.iter().map(|keys| format!("\"{}\"", written(*keys))).collect();
                let entry = format!("\"{}\": [{}],", command.info().stable_name, list.join(", "));
                let _ = writeln!(text, "    {entry:<48} // {}", command.name().trim_end_matches('…'));
            }
        }
        text + "}\n"
    }

    /// The keys that the window has; the usual ones in a context without [`Keymap::install`].
    pub fn of(ctx: &Context) -> Arc<Keymap> {
        let installed = ctx.data(|data| data.get_temp(Id::NULL));
        installed.unwrap_or_else(|| Arc::new(Keymap::usual()))
    }

    /// Makes these the window's keys.
    pub fn install(self: Arc<Keymap>, ctx: &Context) {
        ctx.data_mut(|data| data.insert_temp(Id::NULL, self));
    }
}

/// Where keys work, as the file of keys and their table head it.
pub const SCOPES: [(Scope, &str); 5] = [
    (Scope::Article, "In the article and the list"),
    (Scope::Annotate, "In Annotate"),
    (Scope::Review, "In Review"),
    (Scope::Compare, "In Compare"),
    (Scope::Window, "Everywhere"),
];

const HEAD: &str = "\
// The keys of Newsmark.
//
// Every line names a command and lists its keys; the first is the one that is shown. An empty list takes the keys
// away, and a command that is not here keeps its usual ones. Write keys as \"Ctrl+Shift+P\", \"J\", \"Alt+Up\",
// \"F3\" or \"Ctrl+Comma\"; \"Cmd\" means the same as \"Ctrl\". Plain letters and digits work in the article and the
// list alone. Keys that move the caret cannot be given to a command.
//
// After saving this file choose “Read the keys again” in the palette.
{
";

/// What a line of the file asks for; a sentence where it cannot be had.
fn wish(name: &str, keys: &[String]) -> Result<Wish, String> {
    let Some(index) = Command::LISTED.iter().position(|command| command.info().stable_name == name) else {
        return Err(format!("There is no command “{name}”; its keys were left out"));
    };
    let command = &Command::LISTED[index];
    let keys: Result<Vec<Keys>, String> = keys.iter().map(|words| key(command, words)).collect();
    match keys {
        Ok(keys) => Ok(Wish { index, keys }),
        Err(why) => Err(format!("{why}; “{name}” keeps its usual keys")),
    }
}

fn key(command: &Command, words: &str) -> Result<Keys, String> {
    let Some((modifiers, key)) = read(words) else {
        return Err(format!("“{words}” is no key that can be read"));
    };
    let keys = Keys { modifiers, key, scope: command.info().scope() };
    if command.info().keys().any(|usual| usual.is_same(&keys)) {
        return Ok(keys);
    }
    if let Some(does) = taken(keys) {
        return Err(format!("“{words}” {does} and cannot be given to a command"));
    }
    if keys.scope == Scope::Window && !modifiers.command && !modifiers.alt && is_typed(key) {
        return Err(format!("“{words}” alone is for writing, and the command works everywhere"));
    }
    Ok(keys)
}

/// What a key does that no command can have; `None` for all others.
fn taken(keys: Keys) -> Option<&'static str> {
    let Modifiers { command, alt, shift, .. } = keys.modifiers;
    let is_mac = cfg!(target_os = "macos");
    let held = Modifiers { ctrl: command && !is_mac, mac_cmd: command && is_mac, ..keys.modifiers };
    match keys.key {
        _ if keys.scope != Scope::Compare && motion(keys.key, held).is_some() => Some("moves the caret"),
        Key::Tab => Some("moves the focus"),
        Key::Space if !command && !alt => Some("shows the clean text"),
        Key::C if command && !alt && !shift => Some("copies"),
        Key::X if command && !alt => Some("cuts"),
        Key::V if command && !alt => Some("pastes"),
        Key::A if command && !alt && !shift => Some("selects all in a field"),
        Key::Escape => Some("leaves what is open"),
        _ => None,
    }
}
