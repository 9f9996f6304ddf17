//! The words and phrases that the reader knows: plain-text [lists](list), and the [tables](table) made of them, one for
//! the languages that are read together.
//!
//! A list is lines of a heading, a colon and entries parted by commas; `#` begins a comment. The crate's README tells
//! the headings.

mod assets;
mod heading;
mod inflection;
mod key;
mod list;
mod list_language;
mod particle;
mod phrase;
mod table;

pub use list::ListError;

pub(super) use key::{Key, is_dropped};
pub(super) use list_language::ListLanguage;
pub(super) use particle::Particle;
pub(super) use table::{Known, Lexicon, UNKNOWN};

use std::sync::OnceLock;

use crate::language::WordLanguage;

use assets::ASSETS;
use list::{ListLine, lines};

/// The lexicons of all languages over the same lists, each made when it is first asked for.
pub(super) struct Lexicons {
    /// Lists that go before those built in.
    additions: String,
    made: [OnceLock<Lexicon>; WordLanguage::ALL.len()],
}

impl Lexicons {
    /// The built-in lists alone.
    pub(super) const fn built_in() -> Lexicons {
        Lexicons { additions: String::new(), made: [const { OnceLock::new() }; WordLanguage::ALL.len()] }
    }

    /// The built-in lists, and before them `additions`.
    ///
    /// # Errors
    /// For a line of `additions` that is not in the form of a list.
    pub(super) fn with_additions(additions: &str) -> Result<Lexicons, ListError> {
        match lines(additions).find_map(Result::err) {
            Some(fault) => Err(fault),
            None => Ok(Lexicons { additions: additions.to_owned(), ..Lexicons::built_in() }),
        }
    }

    /// The lexicon for texts in `language`.
    pub(super) fn of(&self, language: WordLanguage) -> &Lexicon {
        self.made[language as usize].get_or_init(|| {
            let languages = languages(language);
            let built_in = ASSETS.iter().filter(|(_, of, _)| languages.contains(of)).map(|(_, _, list)| *list);
            let lists = std::iter::once(self.additions.as_str()).chain(built_in);
            // Lines that are not in the form were refused, or fail a test, before this.
            let lines: Vec<ListLine<'_>> = lists.flat_map(lines).flatten().collect();
            Lexicon::new(&lines, languages)
        })
    }
}

/// The languages whose lists are read for texts in `language`: of Latin letters one, and of Arabic letters one, as names
/// and quotations of the other script stand in many texts.
fn languages(language: WordLanguage) -> &'static [ListLanguage] {
    use ListLanguage::{Any, Arabic, English, French, German, Persian, Spanish};
    match language {
        WordLanguage::English => &[English, Arabic, Any],
        WordLanguage::German => &[German, Arabic, Any],
        WordLanguage::French => &[French, Arabic, Any],
        WordLanguage::Spanish => &[Spanish, Arabic, Any],
        WordLanguage::Persian => &[Persian, English, Any],
        WordLanguage::Other => &[Any],
    }
}
