use eframe::egui::{Key, Modifiers};

use super::Mode;

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

/// Where a command's keys work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everywhere.
    Window,
    /// While the article or a list of marks has the focus, never in a text field.
    Article,
    /// As [`Scope::Article`], while words are marked. A key with a modifier that types nothing works in a form as well.
    Annotate,
    /// As [`Scope::Article`], while marks are judged.
    Review,
    /// As [`Scope::Article`], while projects are compared.
    Compare,
}

impl Scope {
    /// Whether keys of this scope mean something in that mode.
    pub fn is_in(self, mode: Mode) -> bool {
        match self {
            Scope::Window => true,
            Scope::Article => mode != Mode::Library,
            Scope::Annotate => mode == Mode::Annotate,
            Scope::Review => mode == Mode::Review,
            Scope::Compare => mode == Mode::Compare,
        }
    }

    /// Whether a key of both scopes could mean either in one place. The keys of a mode of their own come before those
    /// of the article.
    pub fn meets(self, other: Scope) -> bool {
        self == other || self == Scope::Window || other == Scope::Window
    }
}

impl Keys {
    /// Whether these are the keys that were pressed: exactly the modifiers are held. + needs Shift on many layouts,
    /// and is typed with it.
    pub fn is_pressed(&self, key: Key, held: Modifiers) -> bool {
        let wanted = self.modifiers;
        // Plus needs Shift on some keyboards and none on others.
        let shift = held.shift == wanted.shift || matches!(self.key, Key::Plus | Key::Equals);
        // `ctrl` is left out: it is `command` on most systems, and on macOS a Ctrl held besides is another's.
        self.key == key && shift && held.alt == wanted.alt && held.command == wanted.command
    }

    /// Whether one press could mean both while words are marked.
    pub fn is_pressed_with(&self, other: &Keys) -> bool {
        self.scope.is_in(Mode::Annotate)
            && other.scope.is_in(Mode::Annotate)
            && self.is_pressed(other.key, other.modifiers)
    }

    /// Whether one press could mean both.
    pub fn is_same(&self, other: &Keys) -> bool {
        self.scope.meets(other.scope) && self.is_pressed(other.key, other.modifiers)
    }
}

/// Keys that work everywhere, by the names of their modifiers.
pub(super) const fn everywhere(key: Key) -> Keys {
    Keys { modifiers: Modifiers::NONE, key, scope: Scope::Window }
}

pub(super) const fn shift_everywhere(key: Key) -> Keys {
    Keys { modifiers: Modifiers::SHIFT, ..everywhere(key) }
}

/// Ctrl, on macOS Cmd.
pub(super) const fn ctrl(key: Key) -> Keys {
    Keys { modifiers: Modifiers::COMMAND, ..everywhere(key) }
}

pub(super) const fn ctrl_shift(key: Key) -> Keys {
    Keys { modifiers: Modifiers { shift: true, ..Modifiers::COMMAND }, ..everywhere(key) }
}

/// Keys that are letters, digits and signs in a text field, and work where there is none.
pub(super) const fn in_article(key: Key) -> Keys {
    Keys { modifiers: Modifiers::NONE, key, scope: Scope::Article }
}

pub(super) const fn shift_in_article(key: Key) -> Keys {
    Keys { modifiers: Modifiers::SHIFT, ..in_article(key) }
}

pub(super) const fn alt_in_article(key: Key) -> Keys {
    Keys { modifiers: Modifiers::ALT, ..in_article(key) }
}

pub(super) const fn in_review(key: Key) -> Keys {
    Keys { scope: Scope::Review, ..in_article(key) }
}

pub(super) const fn in_compare(key: Key) -> Keys {
    Keys { scope: Scope::Compare, ..in_article(key) }
}

pub(super) const fn in_annotate(key: Key) -> Keys {
    Keys { scope: Scope::Annotate, ..in_article(key) }
}

pub(super) const fn shift_in_annotate(key: Key) -> Keys {
    Keys { scope: Scope::Annotate, ..shift_in_article(key) }
}

/// Ctrl, on macOS Cmd.
pub(super) const fn ctrl_in_annotate(key: Key) -> Keys {
    Keys { scope: Scope::Annotate, ..ctrl(key) }
}
