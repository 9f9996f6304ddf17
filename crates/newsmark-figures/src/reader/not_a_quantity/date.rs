use super::place::Place;
use crate::reader::numeral::Numeral;
use crate::reader::unread::NotAQuantity;
use crate::reader::word::Word;

/// "14 March 2026", "March 14", "8 and 9 November", "12/03/2026", and codes of digits parted by hyphens.
pub(super) fn date(place: &Place<'_>) -> Option<NotAQuantity> {
    let is_day_number = |value: u64| (1..=31).contains(&value);
    let is_day = place.value().is_some_and(is_day_number) && (place.amount.is_plain || !place.is_in_digits());
    // Beside a month four digits are a year, also one of history; alone only those near our time are, see `year`.
    let is_year = place.value().is_some_and(|value| (1_000..2_200).contains(&value)) && place.amount.is_plain;
    let is_short_year = place.value().is_some_and(|value| value < 100) && place.amount.is_plain;
    // "on 23 September 28 bodies were found": the month has its day already.
    let has_day = matches!(place.word_before(1), Word::Month) && matches!(place.word_before(2), Word::Digits(_));
    let before = month_before(place, 1) && !(has_day && place.counts());
    if is_slashed(place) {
        return Some(NotAQuantity::Date);
    }
    let is_month_after = month_after(place, 0);
    if is_day && (before && !has_day || is_month_after || other_day_has_month(place))
        || is_year && (before || follows_day(place))
    {
        return Some(NotAQuantity::Date);
    }
    // "12 Nov 88"
    if before && is_short_year && matches!(place.word_before(2), Word::Digits(_)) {
        return Some(NotAQuantity::Date);
    }
    // "2026-03-14", "555-01-99"
    let dashed = |mark: Word, beside: Word| matches!(mark, Word::Mark('-')) && matches!(beside, Word::Digits(_));
    let is_chain = (dashed(place.word_after(0), place.word_after(1)) && place.is_attached())
        || (dashed(place.word_before(1), place.word_before(2)) && place.follows_attached());
    is_chain.then_some(NotAQuantity::Code)
}

/// Whether a month stands before the token so many back from the number, with or without a full stop: "Jan. 20".
fn month_before(place: &Place<'_>, back: usize) -> bool {
    let is_short = matches!(place.word_before(back), Word::Mark('.'))
        && matches!(place.word_before(back + 1), Word::Month)
        && place.before(back).is_some_and(|token| !token.spaced);
    matches!(place.word_before(back), Word::Month) || is_short
}

/// Whether a month stands so many tokens after the number: "14 March", "the 14th of March", "14 كانون الثاني".
fn month_after(place: &Place<'_>, on: usize) -> bool {
    // German writes "14. März".
    let stop = matches!(place.word_after(on), Word::Mark('.')) && place.line.is_attached(place.end + on);
    let on = on + usize::from(stop);
    matches!(place.word_after(on), Word::Month)
        || (matches!(place.word_after(on), Word::Of) && matches!(place.word_after(on + 1), Word::Month))
}

/// "March 14, 2026": a comma and a day stand between the month and the year.
fn follows_day(place: &Place<'_>) -> bool {
    matches!(place.word_before(1), Word::Mark(','))
        && matches!(place.word_before(2), Word::Digits(_))
        && month_before(place, 3)
}

/// "8 and 9 November", "8, 9 and 10 November", "between 6 and 8 May", "November 8 and 9": a day beside the number has the
/// month of both.
fn other_day_has_month(place: &Place<'_>) -> bool {
    let is_join =
        |word: Word| matches!(word, Word::And | Word::To | Word::Or | Word::Mark(',' | '/' | '،')) || word.is_hyphen();
    let is_day = |word: Word| matches!(word, Word::Digits(Numeral::Whole { value: 1..=31, is_grouped: false }));
    if place.counts() && place.counted.end > place.end {
        return false;
    }
    // More than three days are told as a range.
    let forward = (0..3).map(|n| 2 * n);
    let follows = forward.take_while(|on| is_join(place.word_after(*on)) && is_day(place.word_after(on + 1)));
    let has_month_after = follows.map(|on| on + 2).any(|on| month_after(place, on));
    let backward = (0..3).map(|n| 2 * n + 1);
    let precedes = backward.take_while(|back| is_join(place.word_before(*back)) && is_day(place.word_before(back + 1)));
    let is_alone = !place.counts() && !place.is_subject();
    let has_month_before = precedes.map(|back| back + 2).any(|back| month_before(place, back));
    has_month_after || has_month_before && is_alone
}

/// "12/03/2026": digits before or after a slash.
fn is_slashed(place: &Place<'_>) -> bool {
    let is_slash = |word: Word| matches!(word, Word::Mark('/' | '\\'));
    let slashes = [(place.word_after(0), place.word_after(1)), (place.word_before(1), place.word_before(2))];
    slashes.iter().any(|(mark, beside)| is_slash(*mark) && matches!(beside, Word::Digits(_)))
}
