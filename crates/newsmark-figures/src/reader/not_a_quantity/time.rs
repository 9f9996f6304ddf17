use super::place::Place;
use crate::reader::lexicon::Particle;
use crate::reader::unread::NotAQuantity;
use crate::reader::word::{Suffix, Word};

/// "17:30", "5 p.m.", "five o’clock", "0600 GMT".
pub(super) fn time(place: &Place<'_>) -> Option<NotAQuantity> {
    let is_digits = |word: Word| matches!(word, Word::Digits(_));
    let has_colon = matches!(place.word_after(0), Word::Mark(':')) && is_digits(place.word_after(1));
    let follows_colon = matches!(place.word_before(1), Word::Mark(':')) && is_digits(place.word_before(2));
    let is_colon = (has_colon && place.is_attached() && place.line.is_attached(place.end + 1))
        || (follows_colon && place.follows_attached());
    let is_half_day = place.is_after(0, &[Particle::A, Particle::P])
        && matches!(place.word_after(1), Word::Mark('.'))
        && place.is_after(2, &[Particle::M]);
    let is_clock = place.is_after(0, &[Particle::O])
        && matches!(place.word_after(1), Word::Mark('\'' | '’'))
        && place.is_after(2, &[Particle::Clock]);
    let is_marked = matches!(place.word_after(0), Word::Suffix(Suffix::Clock)) && !place.is_limited;
    (is_colon || is_half_day || is_clock || is_marked).then_some(NotAQuantity::Time)
}
