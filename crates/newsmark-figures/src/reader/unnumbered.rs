//! Phrases without a number: none, many, the rest.

use crate::{Convention, Qualifier, Unit};

use super::lexicon::Particle;
use super::line::Line;
use super::noun::counted;
use super::people::not_one;
use super::phrase::{Phrase, exact, span};
use super::reading::Reading;
use super::share::whole_of;
use super::unread::Unread;
use super::word::{Meaning, Word};

/// "no one", "no reports of casualties", "a number of civilians", "the rest".
pub(super) fn fixed(line: Line<'_>, first: usize, floor: usize) -> Option<Phrase> {
    let (meaning, end) = line.phrase_from(first)?;
    match meaning {
        Meaning::Zero(unit) => zero(line, first, end, unit),
        Meaning::NotReported => {
            let counted = counted(line, end, true);
            Some(Phrase { at: span(line, first, counted.end)?, end: counted.end, read: Err(Unread::NotReported) })
        }
        Meaning::Many => unknown_plural(line, first, end),
        Meaning::Rest { is_articled: false } => rest(line, first, end),
        Meaning::Rest { is_articled: true } => {
            // Looked for before the rest, as most of "the" stands before something else.
            let article = first.checked_sub(1).filter(|the| *the >= floor && matches!(line.word(*the), Word::The))?;
            if line.is_spaced(first) { rest(line, article, end) } else { None }
        }
        _ => None,
    }
}

/// None, whose words are the tokens `first` up to `end`, and of what: "none of the passengers", "none of the 12 crew".
fn zero(line: Line<'_>, first: usize, end: usize, unit: Unit) -> Option<Phrase> {
    if let Some(whole) = whole_of(line, end, Some(0)) {
        let at = span(line, first, whole.end)?;
        let read = Reading { share: Some(whole.share), ..Reading::exact(at.clone(), 0, whole.unit) };
        return Some(Phrase { at, end: whole.end, read: Ok(read) });
    }
    let counted = counted(line, end, true);
    let is_of = matches!(line.word(end), Word::Of) && counted.unit != Unit::Unspecified;
    let (unit, end) = if is_of { (counted.unit, counted.end) } else { (unit, end) };
    exact(line, first, end, 0, unit)
}

/// The rest, whose words are the tokens `first` up to `end`, and what it is of.
fn rest(line: Line<'_>, first: usize, end: usize) -> Option<Phrase> {
    let is_of = matches!(line.word(end), Word::Of);
    let whole = counted(line, end, true);
    let is_pronoun = matches!(line.word(end + 1), Word::Pronoun);
    let is_known = matches!(whole.unit, Unit::Person | Unit::Household | Unit::Dwelling);
    // "the rest of the day" is no rest of a count.
    if is_of && !is_pronoun && !is_known {
        return None;
    }
    let is_noun = is_of || is_known;
    let (unit, end) = if is_noun { (whole.unit, whole.end.max(end)) } else { (Unit::Unspecified, end) };
    let at = span(line, first, end)?;
    let read =
        Reading { qualifier: Qualifier::Residual, convention: Convention::Derived, ..Reading::none(at.clone(), unit) };
    Some(Phrase { at, end, read: Ok(read) })
}

fn unknown_plural(line: Line<'_>, first: usize, end: usize) -> Option<Phrase> {
    let counted = counted(line, end, true);
    // "a lot of frustration" counts nothing.
    let is_mass = line.is(end, &[Particle::It]);
    if counted.unit == Unit::Unspecified && (!counted.is_sure || is_mass) {
        return None;
    }
    let at = span(line, first, counted.end)?;
    let read = Reading {
        qualifier: Qualifier::UnknownPlural,
        is_sure: counted.is_sure,
        ..Reading::none(at.clone(), counted.unit)
    };
    Some(Phrase { at, end: counted.end, read: Ok(read) })
}

/// "many people", but not "how many" nor "as many as".
pub(super) fn many(line: Line<'_>, at: usize) -> Option<Phrase> {
    let particles = [Particle::How, Particle::As, Particle::So, Particle::Too];
    // "how many people" asks, and "as many as 40" limits the number that follows.
    let is_asked = at.checked_sub(1).is_some_and(|before| line.is(before, &particles));
    // "many a man", "many dozens"
    let is_other = matches!(line.word(at + 1), Word::A | Word::Plural(..));
    // "they are numerous" tells of no others.
    let verbs = [Particle::Are, Particle::Were, Particle::Is, Particle::Was];
    let is_predicate = at.checked_sub(1).is_some_and(|before| line.is(before, &verbs));
    let is_asked = is_asked || is_predicate && counted(line, at + 1, true).end == at + 1;
    (!is_asked && !is_other).then(|| unknown_plural(line, at, at + 1)).flatten()
}

/// "no civilians", "not a single soldier".
pub(super) fn none(line: Line<'_>, at: usize) -> Option<Phrase> {
    // "not" alone negates anything; only before "a single soldier" it counts.
    if matches!(line.word(at), Word::Not) {
        return exact(line, at, not_one(line, at + 1)?, 0, Unit::Person);
    }
    let next = line.get(at + 1).filter(|next| next.spaced && !matches!(next.word, Word::Of))?;
    let counted = counted(line, at + 1, true);
    let is_count = matches!(counted.unit, Unit::Person | Unit::Household | Unit::Dwelling);
    // "no man's land"
    let is_owner = matches!(line.word(counted.end), Word::Mark('\'' | '’'));
    let is_noun = counted.end > at + 1 && !matches!(next.word, Word::Adjective) || counted.end > at + 2;
    (is_count && is_noun && !is_owner).then(|| exact(line, at, counted.end, 0, counted.unit)).flatten()
}
