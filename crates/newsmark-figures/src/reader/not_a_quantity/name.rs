use crate::Unit;

use super::place::Place;
use crate::reader::amount::Size;
use crate::reader::lexicon::{ListLanguage, Particle};
use crate::reader::unread::NotAQuantity;
use crate::reader::word::{Flag, Word};

/// "F-16", "COVID-19", "Article 5", "Boeing 737", "World War Two", "10 Downing Street", "a three-day truce".
pub(super) fn name(place: &Place<'_>) -> Option<NotAQuantity> {
    if code(place).is_some() || is_phone(place) || is_beside_digits(place) {
        return Some(NotAQuantity::Code);
    }
    if goes_on_in_letters(place) || is_attached_to_letters(place) {
        return Some(NotAQuantity::Name);
    }
    if is_address(place) {
        return Some(NotAQuantity::Address);
    }
    if is_labelled(place) || follows_name(place) || is_zero_of_nothing(place) || is_told_for_name(place) {
        return Some(NotAQuantity::Name);
    }
    is_compound(place).then_some(NotAQuantity::Compound)
}

/// "007", "783492272595750912": digits that are no number, or more of them than any count has.
pub(super) fn code(place: &Place<'_>) -> Option<NotAQuantity> {
    // No count of thirteen digits and more is written without marks between them.
    let is_long = place.amount.is_plain && place.value() > Some(999_999_999_999) && !place.counts();
    (is_long || place.amount.size == Size::Code).then_some(NotAQuantity::Code)
}

/// "9M133", "5G", "40mm": what is written to digits and is no word of numbers or of what is counted.
fn goes_on_in_letters(place: &Place<'_>) -> bool {
    let is_part = match place.word_after(0) {
        Word::Digits(_) => true,
        Word::Unknown => place.after(0).is_some_and(|token| token.is_latin),
        _ => false,
    };
    place.is_in_digits() && place.is_attached() && is_part
}

/// "F-16", "MH17", "#5", "example.com/12", "كوفيد-19".
fn is_attached_to_letters(place: &Place<'_>) -> bool {
    if !place.is_in_digits() || !place.follows_attached() {
        return false;
    }
    let before = place.before(1);
    let is_letters = |word: Word| {
        !matches!(
            word,
            Word::Mark(_) | Word::Digits(_) | Word::And | Word::Currency | Word::Edge | Word::The | Word::Of
        )
    };
    match place.word_before(1) {
        word if word.is_hyphen() => is_letters(place.word_before(2)) && before.is_some_and(|token| !token.spaced),
        Word::Mark('#' | '@' | '_' | '/' | '=' | '&') => true,
        Word::Mark('+') => place.amount.first > 1 && place.line.is_attached(place.amount.first - 1),
        word => is_letters(word) && before.is_some_and(|token| token.is_latin),
    }
}

/// "+12" may be "12 more"; a country's code is followed by a long number.
fn is_phone(place: &Place<'_>) -> bool {
    let is_plus = matches!(place.word_before(1), Word::Mark('+'));
    is_plus && (place.follows_attached() && place.value() > Some(99) || matches!(place.word_after(0), Word::Digits(_)))
}

/// Digits beside others, with nothing but a space between: "555 0199".
fn is_beside_digits(place: &Place<'_>) -> bool {
    let is_plain = place.is_in_digits() && place.amount.is_plain;
    let is_digits = |word: Word| matches!(word, Word::Digits(_));
    is_plain && place.amount.end == place.end && is_digits(place.word_after(0))
        || is_plain && is_digits(place.word_before(1)) && !matches!(place.word_before(2), Word::Month)
}

fn is_address(place: &Place<'_>) -> bool {
    let is_name = |at: usize| place.after(at).is_some_and(|token| token.is_capital && token.spaced);
    let ends = |at: usize| place.has_after(at, Flag::Street) && is_name(at);
    // "131 West 23rd Street"
    let is_numbered = is_name(0) && matches!(place.word_after(1), Word::Digits(_)) && ends(3);
    let is_address = is_name(0) && (ends(0) || ends(1) || (is_name(1) && ends(2))) || is_numbered;
    is_address && place.amount.is_plain && !place.counts()
}

/// "Article 5", "No. 12", "No 10", "رقم 5".
fn is_labelled(place: &Place<'_>) -> bool {
    let stop = matches!(place.word_before(1), Word::Mark('.')) && place.before(1).is_some_and(|token| !token.spaced);
    let back = if stop { 2 } else { 1 };
    let Some(token) = place.before(back) else { return false };
    let is_number =
        matches!(token.word, Word::No) && (stop || token.is_capital && place.is_in_digits() && !place.counts());
    // "World War One killed millions": a number word has a capital behind a label only as part of a name.
    let is_titled = place.line.get(place.amount.first).is_some_and(|number| number.is_capital);
    let is_name = token.is_capital && (place.is_in_digits() || is_titled);
    let is_label = token.has(Flag::Label) && (!place.counts() || is_name) && !stop;
    // "in the area three were hurt" names no area.
    let is_subject = place.is_subject() && !is_name;
    let is_arabic_order =
        matches!(token.word, Word::Ordinal) && !token.is_latin && place.counted.unit == Unit::Unspecified;
    is_number
        || place.is_before(back, &[Particle::Nos])
        || is_label && !is_subject && !place.is_limited
        || is_arabic_order
}

/// "Boeing 737 crashed", "Area 51": a name that a bare number in digits ends.
fn follows_name(place: &Place<'_>) -> bool {
    let is_name = place.before(1).is_some_and(|token| {
        token.is_capital
            && token.is_latin
            && matches!(token.word, Word::Unknown | Word::Noun(_))
            && place.line.is_spaced(place.amount.first)
    });
    // What begins a sentence has a capital anyway.
    let begins_sentence = matches!(place.word_before(2), Word::Edge | Word::Mark('.' | '!' | '?' | ':' | '"' | '“'));
    // "the Internet Explorer 6 Countdown": the name goes on behind the number.
    let is_inner =
        place.after(0).is_some_and(|token| token.is_capital && matches!(token.word, Word::Unknown | Word::Noun(_)));
    let is_unknown =
        place.counted.unit == Unit::Unspecified || place.counted.unit == Unit::Other && !place.counted.is_sure;
    let is_bare = (place.counted.end == place.end || is_inner) && is_unknown;
    let goes_on = matches!(place.word_after(0), Word::PeopleAdjective | Word::Of | Word::Adjective);
    is_name
        && !begins_sentence
        && place.amount.is_plain
        && is_bare
        && !place.is_subject()
        && !goes_on
        && place.first == place.amount.first
}

/// "Ground Zero", "from zero": the word counts only what is told to be none.
fn is_zero_of_nothing(place: &Place<'_>) -> bool {
    let is_zero = matches!(place.line.word(place.amount.first), Word::Cardinal(0));
    let is_unknown = place.counted.unit == Unit::Unspecified && place.second.is_none();
    // "Zero Hedge" begins a sentence, and "zero" may stand alone.
    is_zero && is_unknown && (place.first > 0 || place.counted.end > place.end)
}

/// "Karsa: 1, Orsa: 0": a result, told for each name.
fn is_told_for_name(place: &Place<'_>) -> bool {
    let is_name = place.before(2).is_some_and(|token| token.is_capital && matches!(token.word, Word::Unknown));
    let is_bare = place.counted.end == place.end && matches!(place.word_after(0), Word::Mark(',' | '.') | Word::Edge);
    let is_small = place.amount.is_plain && place.value() < Some(10);
    matches!(place.word_before(1), Word::Mark(':')) && is_name && is_bare && is_small
}

/// "a three-day truce", "a 12-member council", "a hole-in-one".
fn is_compound(place: &Place<'_>) -> bool {
    // "a 911 caller": of more than one the noun would be in the plural.
    let is_described = !place.counted.is_sure && place.counted.end > place.end;
    // What may be a year is told as one.
    let is_year_like = place.value().is_some_and(|value| (1_900..2_100).contains(&value));
    let is_one_thing =
        is_described && !is_year_like && place.value() != Some(1) && place.second.is_none() && place.is_in_digits();
    // "the six - member team"
    let is_parted = place.word_after(0).is_hyphen() && place.has_after(1, Flag::Member);
    let ends_word = place.word_before(1).is_hyphen()
        && place.follows_attached()
        && place.line.is_attached(place.amount.first - 1)
        && !place.word_before(2).is_number()
        && !matches!(place.word_before(2), Word::Mark(_) | Word::Edge);
    // "a 20 minute walk"
    let is_measure = place.after(0).is_some_and(|token| token.is_latin && !token.ends_as_plural)
        && matches!(place.word_after(0), Word::Period { .. })
        && matches!(place.word_after(1), Word::Unknown | Word::Noun(_) | Word::Adjective)
        && place.value() != Some(1);
    let is_articled = matches!(place.word_before(1), Word::A | Word::The | Word::Possessive);
    if ends_word
        || is_parted
        || is_one_thing && is_articled
        || is_measure && place.line.is_in(place.end, ListLanguage::English)
    {
        return true;
    }
    let is_hyphen = place.word_after(0).is_hyphen() && place.is_attached();
    let goes_on = place.after(1).is_some_and(|token| !token.spaced && !matches!(token.word, Word::Mark(_)));
    is_hyphen && goes_on
}
