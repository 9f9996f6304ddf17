use super::place::Place;
use crate::reader::amount::amount;
use crate::reader::lexicon::Particle;
use crate::reader::share::is_rate;
use crate::reader::unread::NotAQuantity;
use crate::reader::word::{Flag, Word};

/// The highest number of a result: votes of a large parliament.
const MOST_OF_RESULT: u64 = 1_000;

/// "won 3–1", "a 4-4 ruling", "voted 218-210".
pub(super) fn score(place: &Place<'_>) -> Option<NotAQuantity> {
    let second = place.second?;
    let is_dashed = place.line.word(place.amount.end).is_hyphen();
    let is_small = place.value()? < MOST_OF_RESULT && second < MOST_OF_RESULT;
    let beside =
        (1..=3).any(|back| place.has_before(back, Flag::Match)) || (0..3).any(|on| place.has_after(on, Flag::Match));
    // "a 5-4 decision": two numbers with an article before and no more of the second than of the first.
    let is_articled = matches!(place.word_before(1), Word::A) && second <= place.value()?;
    let is_tie = second == place.value()?;
    (is_dashed && is_small && (beside || is_articled || is_tie) && !place.counts()).then_some(NotAQuantity::Score)
}

/// "three times the rate", "ten times as many", "twice" in other words.
pub(super) fn multiple(place: &Place<'_>) -> Option<NotAQuantity> {
    let compares = matches!(place.word_after(1), Word::The | Word::Adjective | Word::Possessive)
        || place.is_after(1, &[Particle::As, Particle::That]);
    (place.is_after(0, &[Particle::Times]) && compares).then_some(NotAQuantity::Multiple)
}

/// "one in five", "nine out of ten", "1 in 100,000", where the people that they are of are not told.
pub(super) fn rate(place: &Place<'_>) -> Option<NotAQuantity> {
    let (between, end) = place.line.phrase_from(place.end).filter(|_| place.line.is_spaced(place.end))?;
    let denominator = amount(place.line, end, true)?.value()?;
    is_rate(between, place.value()?, denominator).then_some(NotAQuantity::Share)
}
