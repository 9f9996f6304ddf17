use crate::Unit;

use super::place::Place;
use crate::reader::unread::NotAQuantity;
use crate::reader::word::Word;

/// So many words may stand between a number and its currency: "300 new Syrian pounds", "millions of US dollars".
const MOST_BETWEEN: usize = 3;

/// "$40 million", "40 million dollars", "Rs 2 lakh".
pub(super) fn money(place: &Place<'_>) -> Option<NotAQuantity> {
    if place.counted.unit == Unit::Percent {
        return None;
    }
    let describes = |word: &Word| {
        matches!(word, Word::Unknown | Word::Adjective | Word::Of | Word::Noun(..) | Word::The | Word::Mark('\'' | '’'))
            || word.is_hyphen()
    };
    let described = (0..=MOST_BETWEEN).map(|n_on| place.word_after(n_on)).find(|word| !describes(word));
    let stop = usize::from(matches!(place.word_before(1), Word::Mark('.')));
    let is_code_before = match place.word_before(1 + stop) {
        Word::CurrencyBefore => true,
        // "USD 300", but not "the dollar 300 people paid".
        Word::Currency => stop == 0 && place.before(1).is_some_and(|token| token.is_capital) && place.is_in_digits(),
        _ => false,
    };
    let is_money = is_currency_sign(place.word_before(1))
        || is_currency_sign(place.word_after(0))
        // "a handful of $20 bills"
        || matches!(place.word_after(0), Word::Of) && is_currency_sign(place.word_after(1))
        || is_code_before
        || described == Some(Word::Currency);
    is_money.then_some(NotAQuantity::Money)
}

/// Whether a word is the sign of a currency.
pub(crate) fn is_currency_sign(word: Word) -> bool {
    matches!(
        word,
        Word::Mark(
            '$' | '€'
                | '£'
                | '¥'
                | '₪'
                | '₺'
                | '₽'
                | '₹'
                | '₴'
                | '﷼'
                | '₦'
                | '₩'
                | '₫'
                | '₱'
                | '฿'
                | '₨'
                | '¢'
                | '₵'
                | '৳'
                | '₸'
                | '₼'
                | '₾'
        )
    )
}
