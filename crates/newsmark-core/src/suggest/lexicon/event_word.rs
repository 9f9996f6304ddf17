//! Words that say what happened to people: harm and movement, by how they govern those of whom they are said.

use std::collections::HashMap;
use std::sync::LazyLock;

use newsmark_figures::Folds;

use super::{VerbForm, rows, third_person};
use crate::model::{DisplacementTerm, Harm};

/// A word that says what happened to people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventWord {
    /// How it governs those of whom it is said.
    pub role: EventRole,
    /// What happened to them.
    pub meaning: Meaning,
    /// Whether it often means something else, as "left" and "arrested".
    pub is_weak: bool,
    /// Which form of a verb it is; `None` of any other word.
    pub form: Option<VerbForm>,
    /// One of these has to follow near by, for the word to mean that; any may where there are none. A full stop stands
    /// for the end of the clause right behind it.
    pub with: Vec<String>,
}

impl EventWord {
    /// Whether `word` in lower case is one of those that have to follow near by.
    pub fn needs(&self, word: &str) -> bool {
        word != "." && self.with.iter().any(|needed| needed == word)
    }

    /// Whether it means that where its clause ends right behind it, too.
    pub fn may_end(&self) -> bool {
        self.with.iter().any(|needed| needed == ".")
    }
}

/// How a word governs those of whom it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventRole {
    /// Done to its object: "killed 12".
    Act,
    /// Done or borne by its subject: "12 died".
    Undergo,
    /// An adjective: "12 dead".
    State,
    /// A noun that is counted: "12 deaths".
    Count,
    /// A noun of what was done: "the death of 12".
    Event,
    /// The toll itself: "the toll is 12".
    Toll,
}

/// What happened to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meaning {
    /// They were harmed.
    Harm(Harm),
    /// They had to leave, or came back.
    Movement(DisplacementTerm),
    /// They are besieged, or stay where they are in danger.
    AtRisk,
    /// They came to look at their homes.
    Visit,
}

/// The event words of one language.
#[derive(Debug, Default)]
pub struct EventWords {
    words: HashMap<String, Vec<EventWord>>,
}

const ENGLISH_LISTS: [&str; 2] =
    [include_str!("../../../assets/harm.en.tsv"), include_str!("../../../assets/movement.en.tsv")];
const ARABIC_LISTS: [&str; 2] =
    [include_str!("../../../assets/harm.ar.tsv"), include_str!("../../../assets/movement.ar.tsv")];

static ENGLISH: LazyLock<EventWords> = LazyLock::new(|| EventWords::read(&ENGLISH_LISTS));
static ARABIC: LazyLock<EventWords> = LazyLock::new(|| EventWords::read(&ARABIC_LISTS));

impl EventWords {
    /// The English words.
    ///
    /// ```
    /// use newsmark_core::model::Harm;
    /// use newsmark_core::suggest::lexicon::{EventRole, EventWords, Meaning};
    ///
    /// let died = &EventWords::english().of("died")[0];
    /// assert_eq!((died.role, died.meaning), (EventRole::Undergo, Meaning::Harm(Harm::Killed)));
    /// assert!(EventWords::english().of("strolled").is_empty());
    /// ```
    pub fn english() -> &'static EventWords {
        &ENGLISH
    }

    /// The Arabic words, folded as [`Folds`] folds them.
    pub fn arabic() -> &'static EventWords {
        &ARABIC
    }

    /// What a word in lower case may say, in the order of the lists; nothing for a word that is in none.
    pub fn of(&self, word: &str) -> &[EventWord] {
        self.words.get(word).map_or(&[], Vec::as_slice)
    }

    fn read(lists: &[&str]) -> EventWords {
        let mut found = EventWords::default();
        for row in lists.iter().flat_map(|list| rows(list)) {
            let [word, role, meaning, sure, with, ref forms @ ..] = row[..] else { continue };
            let (Some(role), Some(meaning)) = (EventRole::named(role), Meaning::named(meaning)) else { continue };
            let with = with.split(',').filter(|word| *word != "-").map(str::to_owned).collect::<Vec<_>>();
            let mut put = |word: &str, form| {
                let known = found.words.entry(folded(word)).or_default();
                let entry = EventWord { role, meaning, is_weak: sure == "weak", form, with: with.clone() };
                // Past and participle are one word as a rule, which is either.
                if !known.iter().any(|one| (one.role, one.meaning, &one.with) == (role, meaning, &entry.with)) {
                    known.push(entry);
                }
            };
            let [past, participle, ing] = forms[..] else {
                put(word, None);
                continue;
            };
            put(past, Some(VerbForm::Past));
            put(participle, Some(VerbForm::Participle));
            put(ing, Some(VerbForm::Ing));
            put(&third_person(word), Some(VerbForm::Third));
            put(word, Some(VerbForm::Base));
        }
        found
    }
}

/// A word as the lists and the texts are compared: without vowel signs and the forms of alef.
pub(in crate::suggest) fn folded(word: &str) -> String {
    const FOLDS: Folds = Folds { case: true, forms: true };
    word.chars().filter_map(|letter| FOLDS.fold(letter)).collect()
}

impl EventRole {
    fn named(name: &str) -> Option<EventRole> {
        Some(match name {
            "act" => EventRole::Act,
            "undergo" => EventRole::Undergo,
            "state" => EventRole::State,
            "count" => EventRole::Count,
            "event" => EventRole::Event,
            "toll" => EventRole::Toll,
            _ => return None,
        })
    }
}

impl Meaning {
    fn named(name: &str) -> Option<Meaning> {
        match name {
            "AtRisk" => Some(Meaning::AtRisk),
            "Visit" => Some(Meaning::Visit),
            _ => Harm::from_name(name)
                .map(Meaning::Harm)
                .or_else(|| DisplacementTerm::from_name(name).map(Meaning::Movement)),
        }
    }

    /// Whether it is harm, and no movement.
    pub fn is_harm(self) -> bool {
        matches!(self, Meaning::Harm(_))
    }

    /// Whether it is said of dwellings and not of people.
    pub fn is_of_housing(self) -> bool {
        matches!(
            self,
            Meaning::Movement(
                DisplacementTerm::DestroyedHousing
                    | DisplacementTerm::PartiallyDestroyedHousing
                    | DisplacementTerm::UninhabitableHousing
            )
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_every_list_is_read() {
        for row in ENGLISH_LISTS.iter().chain(&ARABIC_LISTS).flat_map(|list| rows(list)) {
            let is_read = matches!(row[..], [_, role, meaning, "sure" | "weak", _, ..]
                if EventRole::named(role).is_some() && Meaning::named(meaning).is_some());
            assert!(is_read && matches!(row.len(), 5 | 8), "{row:?}");
        }
    }

    #[test]
    fn forms_of_a_verb_say_the_same() {
        for form in ["kill", "kills", "killed", "killing"] {
            let word = &EventWords::english().of(form)[0];
            assert_eq!((word.role, word.meaning), (EventRole::Act, Meaning::Harm(Harm::Killed)), "{form}");
        }
        let forms: Vec<_> = EventWords::english().of("shot").iter().map(|word| word.meaning).collect();
        assert_eq!(forms, [Meaning::Harm(Harm::Killed), Meaning::Harm(Harm::Injured)]);
    }
}
