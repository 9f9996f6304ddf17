//! What a number counts.

use crate::Unit;

use super::lexicon::ListLanguage;
use super::line::Line;
use super::noun_phrase::noun_phrase;
use super::verb::counts_people_by_verb;
use super::word::{Flag, Form, Meaning, Noun, Sort, Suffix, Word};

/// What stands after a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted {
    pub unit: Unit,
    /// The token after the noun, or after the number where none follows.
    pub end: usize,
    /// What else the noun tells.
    pub sort: Sort,
    /// Whether the noun is known, or no word follows that could be one.
    pub is_sure: bool,
}

impl Counted {
    /// Nothing that is known, up to token `end`.
    pub(super) fn unknown(end: usize, is_sure: bool) -> Counted {
        Counted { unit: Unit::Unspecified, end, sort: Sort::Plain, is_sure }
    }

    /// A noun of the lists, up to token `end`.
    pub(super) fn of(noun: Noun, end: usize) -> Counted {
        Counted { unit: noun.unit, end, sort: noun.sort, is_sure: true }
    }

    /// People, up to token `end`.
    pub(super) fn people(end: usize) -> Counted {
        Counted { unit: Unit::Person, ..Counted::unknown(end, true) }
    }
}

/// What the number that ends before token `end` counts. `is_plural`: whether
/// more than one is meant, so that a singular noun only describes the next.
///
/// # Limitations
/// An unknown word is the noun where no known one follows near; its unit stays unspecified.
pub(super) fn counted(line: Line<'_>, end: usize, is_plural: bool) -> Counted {
    let nothing = Counted::unknown(end, true);
    let Some(first) = line.get(end) else { return nothing };
    if let Some(percent) = percent(line, end) {
        return percent;
    }
    let is_measure = match first.word {
        Word::Suffix(Suffix::Times(_)) => !first.spaced || line.has(end + 1, Flag::Height),
        Word::Noun(Noun { unit: Unit::Other, .. }) | Word::Mark('°') => !first.spaced,
        _ => false,
    };
    if is_measure {
        // What is written to the digits and multiplies nothing is a measure: "5m high", "8 m tall", "5kg", "30°".
        return Counted { unit: Unit::Other, ..Counted::unknown(end + 1, true) };
    }
    let mut at = end;
    let is_of = matches!(first.word, Word::Of);
    if is_of {
        at = after_determiners(line, end + 1);
    }
    let found = if is_english(line, at) { noun_phrase(line, at, is_plural || is_of) } else { noun_first(line, at) };
    match found {
        Some(found) => found,
        // "200 of that" names no noun.
        None if is_of => nothing,
        None if counts_people_by_verb(line, end) => Counted { end, ..Counted::people(end) },
        None => next_word(line, end),
    }
}

/// "50%", "50 per cent", "50 في المئة".
fn percent(line: Line<'_>, end: usize) -> Option<Counted> {
    let end = match line.word(end) {
        Word::Mark('%' | '٪' | '﹪' | '％') => end + 1,
        _ => match line.phrase_from(end)? {
            (Meaning::Percent, end) => end,
            _ => return None,
        },
    };
    Some(Counted { unit: Unit::Percent, ..Counted::unknown(end, true) })
}

/// The token after "all", "the" or "its" that stand at `at`, if they do.
pub(super) fn after_determiners(line: Line<'_>, at: usize) -> usize {
    let is_determiner = |at: usize| {
        line.is_spaced(at)
            && (matches!(line.word(at), Word::The | Word::Possessive) || line.is(at, &[super::lexicon::Particle::All]))
    };
    (at..at + 2).find(|at| !is_determiner(*at)).unwrap_or(at + 2)
}

/// Whether the words at `at` follow English: adjectives and describing nouns stand before the noun.
fn is_english(line: Line<'_>, at: usize) -> bool {
    line.is_in(at, ListLanguage::English)
        || (line.lexicon.has(ListLanguage::English) && matches!(line.word(at), Word::Mark(_) | Word::Digits(_)))
}

/// So many words of no list, in small letters, may stand between a number and its noun where adjectives come first:
/// German "300 meist jugendliche Flüchtlinge".
const MOST_UNKNOWN: usize = 2;

/// The noun after a number in languages that describe it afterwards, and in German, whose nouns have capitals and one of
/// which ends each phrase.
fn noun_first(line: Line<'_>, from: usize) -> Option<Counted> {
    let (mut at, mut n_unknown) = (from, 0);
    let is_german = line.is_in(from, ListLanguage::German);
    let mut people = None;
    loop {
        let Some(token) = line.get(at).filter(|token| token.spaced && (at == from || !token.and)) else {
            return people;
        };
        if let Some((Meaning::Noun(noun), end)) = line.phrase_from(at) {
            return Some(Counted::of(noun, end));
        }
        match token.word {
            Word::Noun(noun) if noun.form != Form::Dual || at == from => return Some(Counted::of(noun, at + 1)),
            Word::Period { .. } => {
                return Some(Counted { unit: Unit::Other, ..Counted::unknown(at + 1, true) });
            }
            Word::PeopleAdjective => people = Some(Counted::people(at + 1)),
            Word::Adjective => {}
            // French and Spanish put some adjectives first; a noun must follow at once.
            Word::Unknown if !token.is_capital && n_unknown < MOST_UNKNOWN && token.is_latin => {
                let is_followed = matches!(line.word(at + 1), Word::Noun(_)) && line.is_spaced(at + 1);
                if !is_german && !is_followed {
                    return people;
                }
                n_unknown += 1;
            }
            _ => return people,
        }
        at += 1;
    }
}

/// The adjectives after a number and the word after them, whatever it is.
fn next_word(line: Line<'_>, end: usize) -> Counted {
    let mut at = end;
    while at < end + 2 && line.is_spaced(at) && matches!(line.word(at), Word::Adjective) {
        at += 1;
    }
    let Some(token) = line.get(at).filter(|token| token.spaced) else { return Counted::unknown(at, true) };
    match token.word {
        // "12 refineries" are things; what "12 noon" is nobody knows.
        Word::Unknown => Counted::unknown(at + 1, token.ends_as_plural || !token.is_latin),
        _ => Counted::unknown(at, true),
    }
}
