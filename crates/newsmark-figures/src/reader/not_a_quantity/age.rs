use crate::Unit;

use super::place::Place;
use crate::reader::lexicon::Particle;
use crate::reader::unread::NotAQuantity;
use crate::reader::word::{Noun, Suffix, Word};

/// The oldest age that is read as one.
const OLDEST: u64 = 120;

/// "aged 34", "34-year-old", "Dala Imren, 34, said", "people under 30".
pub(super) fn age(place: &Place<'_>) -> Option<NotAQuantity> {
    // "aged 300" is no age, whatever stands beside it.
    place.value().filter(|value| *value <= OLDEST)?;
    let is_of_year = matches!(place.word_after(0), Word::Period { .. });
    let is_hyphened = |at: usize| place.word_after(at).is_hyphen();
    let years_old = is_of_year && matches!(place.word_after(1), Word::Old)
        // "12 years of age"
        || is_of_year && matches!(place.word_after(1), Word::Of) && matches!(place.word_after(2), Word::Aged)
        || is_hyphened(0) && matches!(place.word_after(1), Word::Period { .. }) && is_hyphened(2)
        // "34-jährige", "۳۴ ساله"
        || place.word_after(usize::from(is_hyphened(0))) == Word::Old && !place.counts();
    // "27 and 29 years old"
    let other_is_old = matches!(place.word_after(0), Word::And)
        && matches!(place.word_after(1), Word::Digits(_))
        && matches!(place.word_after(2), Word::Period { .. })
        && matches!(place.word_after(3), Word::Old);
    let who = [Particle::He, Particle::She, Particle::Who];
    // "who is 70"
    let is_told_of = place.is_before(1, &[Particle::Is, Particle::Was])
        && place.is_before(2, &who)
        && place.counted.end == place.end
        && matches!(place.word_after(0), Word::Mark(_) | Word::Edge | Word::And);
    // "at 86 she still writes"; "the toll stood at 86" goes on otherwise.
    let is_somebodys = place.is_before(1, &[Particle::At]) && place.is_after(0, &[Particle::He, Particle::She]);
    // "between the ages of 17 and 20": one further for the second of two.
    let far = if matches!(place.word_before(1), Word::And | Word::To) { 4 } else { 3 };
    let follows_aged = (1..=far).any(|back| matches!(place.word_before(back), Word::Aged))
        && place.counted.unit != Unit::Person
        && !matches!(place.word_before(1), Word::Noun(..) | Word::Mark(_));
    let is_limit = limits_age(place);
    let is_under_18s =
        is_after_limit(place) && matches!(place.word_after(0), Word::Suffix(Suffix::Decade)) && place.is_attached();
    (years_old
        || is_told_of
        || other_is_old
        || is_somebodys
        || follows_aged
        || is_told_beside_name(place)
        || is_limit
        || is_under_18s)
        .then_some(NotAQuantity::Age)
}

/// "Dala Imren, 34, said", "Dala Imren (34)", "(61 عاما)".
fn is_told_beside_name(place: &Place<'_>) -> bool {
    // A name may be a word of the lists: "Mr. King".
    let is_name = |back: usize| place.before(back).is_some_and(|token| token.is_capital && token.is_latin);
    let is_apposed = matches!(place.word_before(1), Word::Mark(','))
        && is_name(2)
        && matches!(place.word_after(0), Word::Mark(',' | '،' | '.' | '—' | '–' | '―' | '-') | Word::Edge)
        && place.amount.is_plain;
    let closes = |at: usize| matches!(place.word_after(at), Word::Mark(')'));
    let is_bracketed = matches!(place.word_before(1), Word::Mark('('))
        && (closes(0) && is_name(2) && place.amount.is_plain
            || matches!(place.word_after(0), Word::Period { is_year: true }) && closes(1));
    is_apposed || is_bracketed
}

/// Whether "under" or the like stands before the number.
fn is_after_limit(place: &Place<'_>) -> bool {
    let back = if place.word_before(1).is_hyphen() { 2 } else { 1 };
    let limits = [Particle::Under, Particle::Below, Particle::Over, Particle::Above, Particle::ArabicUnder];
    place.is_before(back, &limits)
}

/// "children under five", "women over 65", "half of them were under 15": people stand before, and nothing that is counted
/// after.
fn limits_age(place: &Place<'_>) -> bool {
    let verbs = [Particle::Was, Particle::Were, Particle::Is, Particle::Are];
    let is_person = match place.word_before(2) {
        Word::Noun(Noun { unit: Unit::Person, .. }) | Word::Pronoun | Word::PeopleAdjective => true,
        _ => place.is_before(2, &verbs) && !matches!(place.word_before(3), Word::Edge),
    };
    // "anyone over 50", "boys and girls under 12"
    let is_nothing_counted = place.counted.unit == Unit::Unspecified
        && (place.counted.end == place.end || !place.is_subject())
        && matches!(
            place.word_after(0),
            Word::Edge
                | Word::Mark(_)
                | Word::Function
                | Word::And
                | Word::Or
                | Word::To
                | Word::PeopleVerb
                | Word::Unknown
        );
    is_after_limit(place) && is_person && is_nothing_counted && place.amount.scale == 1
}
