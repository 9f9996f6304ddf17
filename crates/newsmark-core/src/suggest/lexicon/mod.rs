//! What is known of English words: lists in the crate's `assets/`, each with the meaning of its columns in its header.
//!
//! The lists were compiled for this program; they hold general English and nothing of any text.

mod circumstances;
mod event_word;
mod inflection;
mod time_word;
mod verb;
mod word_class;
mod word_list;

pub use circumstances::{Circumstances, PersonWord};
pub(super) use event_word::folded;
pub use event_word::{EventRole, EventWord, EventWords, Meaning};
pub use inflection::third_person;
pub(super) use time_word::{DAYS, MONTHS, is_time_word};
pub use verb::{Takes, Verb, VerbClass, VerbForm};
pub use word_class::WordClass;
pub(super) use word_list::WordList;

use std::collections::HashMap;
use std::sync::LazyLock;

/// The lists of words with classes, in the order in which a word of several counts.
pub(crate) const WORD_LISTS: [&str; 4] = [
    include_str!("../../../assets/functions.en.tsv"),
    include_str!("../../../assets/modifiers.en.tsv"),
    include_str!("../../../assets/persons.en.tsv"),
    include_str!("../../../assets/nouns.en.tsv"),
];

/// The list of verbs.
pub(crate) const VERBS: &str = include_str!("../../../assets/verbs.en.tsv");

/// What the lists say of words.
#[derive(Debug)]
pub struct Lexicon {
    words: HashMap<String, LexicalEntry>,
}

/// What the lists say of one word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LexicalEntry {
    /// Its class among words that are no verbs.
    pub class: Option<WordClass>,
    /// The verb that it is a form of.
    pub verb: Option<Verb>,
    /// Its place among all words of the lists in alphabetical order.
    pub place: usize,
}

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

impl Lexicon {
    /// The English lists.
    ///
    /// ```
    /// use newsmark_core::suggest::lexicon::{Lexicon, VerbClass, WordClass};
    ///
    /// let lexicon = Lexicon::english();
    /// assert_eq!(lexicon.entry("denied").unwrap().verb.as_ref().unwrap().class, VerbClass::Denial);
    /// assert_eq!(lexicon.entry("spokeswoman").unwrap().class, Some(WordClass::Role));
    /// assert!(lexicon.entry("zyx").is_none());
    /// ```
    pub fn english() -> &'static Lexicon {
        &ENGLISH
    }

    /// What is known of a word in lower case; `None` where it stands in no list.
    pub fn entry(&self, word: &str) -> Option<&LexicalEntry> {
        self.words.get(word)
    }

    /// Every word that is known, in alphabetical order.
    pub fn entries(&self) -> Vec<(&str, &LexicalEntry)> {
        let mut entries: Vec<_> = self.words.iter().map(|(word, entry)| (word.as_str(), entry)).collect();
        entries.sort_by_key(|(_, entry)| entry.place);
        entries
    }

    fn read() -> Lexicon {
        let mut words: HashMap<String, LexicalEntry> = HashMap::new();
        for row in WORD_LISTS.iter().flat_map(|list| rows(list)) {
            if let [word, class] = row[..]
                && let Some(class) = WordClass::named(class)
            {
                words.entry(word.to_owned()).or_default().class.get_or_insert(class);
            }
        }
        for row in rows(VERBS) {
            for (form, verb) in Verb::forms_of(&row) {
                // "read" is the base form and the past: the list says base, past, participle in this order, and the
                // past is what reports.
                let known = words.entry(form).or_default();
                let is_past = verb.form == VerbForm::Past;
                if known.verb.is_none() || is_past {
                    known.verb = Some(verb);
                }
            }
        }
        let mut entries: Vec<(&String, &mut LexicalEntry)> = words.iter_mut().collect();
        entries.sort_by_key(|(word, _)| *word);
        entries.into_iter().enumerate().for_each(|(place, (_, entry))| entry.place = place);
        Lexicon { words }
    }
}

/// The rows of a list: what its lines hold between tabs, without comments and empty lines.
fn rows(list: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split('\t').collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_every_list_is_read() {
        for row in WORD_LISTS.iter().flat_map(|list| rows(list)) {
            assert!(row.len() == 2 && WordClass::named(row[1]).is_some(), "{row:?}");
        }
        for row in rows(VERBS) {
            assert!(Verb::forms_of(&row).count() >= 4, "{row:?}");
        }
    }

    #[test]
    fn forms_lead_to_their_verb() {
        for (form, lemma, tense) in [
            ("says", "say", VerbForm::Third),
            ("said", "say", VerbForm::Past),
            ("denies", "deny", VerbForm::Third),
            ("written", "write", VerbForm::Participle),
            ("insisting", "insist", VerbForm::Ing),
            ("warn", "warn", VerbForm::Base),
        ] {
            let verb = Lexicon::english().entry(form).and_then(|entry| entry.verb.clone()).unwrap();
            assert_eq!((verb.lemma.as_str(), verb.form), (lemma, tense), "{form}");
        }
    }
}
