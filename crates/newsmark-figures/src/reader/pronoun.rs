//! "One", where it is no number.

use crate::Unit;

use super::amount::Amount;
use super::lexicon::{ListLanguage, Particle};
use super::line::Line;
use super::noun::Counted;
use super::word::{Form, Noun, Word};

/// Whether "one" stands for somebody or for anybody, rather than for a number. `is_limited`: whether words limit it, as
/// in "at least one".
pub(super) fn is_pronoun(line: Line<'_>, amount: Amount, counted: Counted, is_limited: bool) -> bool {
    if !matches!(line.word(amount.first), Word::Cardinal(1)) || amount.end > amount.first + 1 {
        return false;
    }
    if line.is_in(amount.first, ListLanguage::Arabic) {
        // "أحد المسؤولين"; "شخص واحد" is read with its noun.
        return counted.unit == Unit::Unspecified || line.get(amount.end).is_some_and(|next| next.the);
    }
    let next = line.word(amount.end);
    if !line.is_in(amount.first, ListLanguage::English) {
        // "un", "eine", "یک" are articles, too: they count only what is known to be counted.
        return !matches!(counted.unit, Unit::Person | Unit::Household | Unit::Dwelling | Unit::Percent);
    }
    let shown = [
        Particle::This,
        Particle::That,
        Particle::Each,
        Particle::Every,
        Particle::Which,
        Particle::Any,
        Particle::Another,
    ];
    let before = amount.first.checked_sub(1);
    let is_shown =
        before.is_some_and(|before| line.is(before, &shown) || matches!(line.word(before), Word::The | Word::No));
    // "one counts them": of an unknown word it is not known whether it is a noun.
    let is_word = matches!(next, Word::Unknown | Word::Noun(Noun { form: Form::Plural, .. }));
    let is_unknown = is_word && counted.unit == Unit::Unspecified;
    let is_bare = is_unknown
        || matches!(
            next,
            Word::Function | Word::A | Word::The | Word::And | Word::To | Word::Or | Word::Possessive | Word::Pronoun
        );
    let is_subject = line.is(amount.end, &[Particle::Was, Particle::Is, Particle::Died]);
    // "one of the largest": no count. "one of them" is, and so is "one of the soldiers".
    let is_superlative =
        next == Word::Of && counted.unit != Unit::Person && !matches!(line.word(amount.end + 1), Word::Pronoun);
    let is_day = matches!(next, Word::Period { .. });
    // "killing one." counts, "may get one." and "a weaker one" do not.
    let before = before.map_or(Word::Edge, |before| line.word(before));
    let is_counting = matches!(before, Word::PeopleAdjective | Word::PeopleVerb | Word::And | Word::Or | Word::Mark(_));
    let is_last = matches!(next, Word::Mark(_)) && !is_limited && !is_counting && before != Word::Edge;
    // "one thing", "one reason", "one way": what is told of, and not how many.
    let is_thing =
        counted.unit == Unit::Other && amount.is_sure && counted.end == amount.end + 1 && is_abstract(line, amount.end);
    (is_shown && counted.unit != Unit::Person)
        || (is_bare && !is_subject)
        || is_superlative
        || is_day
        || is_thing
        || is_last
}

/// Whether the noun at `at` is one that "one" introduces rather than counts.
fn is_abstract(line: Line<'_>, at: usize) -> bool {
    line.is(at, &[Particle::Thing, Particle::Reason, Particle::Way, Particle::Example, Particle::Point, Particle::Side])
}
