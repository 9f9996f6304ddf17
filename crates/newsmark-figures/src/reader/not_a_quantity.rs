//! Numbers that count nothing: dates, years, ages, times, money, names, codes.

use crate::Unit;

use super::amount::{Amount, Size};
use super::lexicon::{LEXICON, Particle};
use super::noun::Counted;
use super::numeral::Numeral;
use super::token::Token;
use super::unread::NotAQuantity;
use super::word::{Suffix, Word};

/// So many words before a number, and after it, may tell that it counts nothing.
const NEAR: usize = 3;

/// A number among the tokens of its line.
pub(super) struct Place<'a> {
    tokens: &'a [Token],
    amount: Amount,
    /// The token after the number; after the second number of a range.
    end: usize,
    counted: Counted,
    /// Whether a word limits it, as no year is limited: "at least 2000".
    is_limited: bool,
    /// The nearest first; unknown beyond the line.
    words_before: [Word; NEAR],
    words_after: [Word; NEAR],
}

/// What the number is, if it counts nothing.
pub(super) fn not_a_quantity(place: &Place<'_>) -> Option<NotAQuantity> {
    let kinds: [fn(&Place<'_>) -> Option<NotAQuantity>; 9] =
        // The surest first: a sign of money or a colon cannot mean anything else, while a bare number between 1900 and
        // 2100 is a year only if nothing else fits.
        [money, ordinal, time, age, date, name, score, share, year];
    kinds.into_iter().find_map(|kind| kind(place))
}

impl<'a> Place<'a> {
    pub(super) fn new(tokens: &'a [Token], amount: Amount, end: usize, counted: Counted, is_limited: bool) -> Self {
        let word = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or(Word::Unknown, |token| token.word);
        let words_before = std::array::from_fn(|n| word(amount.first.checked_sub(n + 1)));
        let words_after = std::array::from_fn(|n| word(Some(end + n)));
        Place { tokens, amount, end, counted, is_limited, words_before, words_after }
    }

    fn before(&self, n_back: usize) -> Option<&Token> {
        self.amount.first.checked_sub(n_back).and_then(|at| self.tokens.get(at))
    }

    fn after(&self, n_on: usize) -> Option<&Token> {
        self.tokens.get(self.end + n_on)
    }

    /// The word so many before the number, from 1 on.
    fn word_before(&self, n_back: usize) -> Word {
        self.words_before[n_back - 1]
    }

    fn word_after(&self, n_on: usize) -> Word {
        self.words_after[n_on]
    }

    /// Whether what follows is written together with the number.
    fn is_attached(&self) -> bool {
        self.after(0).is_some_and(|token| !token.spaced)
    }

    /// Whether the number is written together with what stands before it.
    fn follows_attached(&self) -> bool {
        self.amount.first > 0 && self.tokens.get(self.amount.first).is_some_and(|token| !token.spaced)
    }

    /// Whether "was" or the like stands so many tokens before the number.
    fn is_after_verb(&self, n_back: usize) -> bool {
        let verbs = [Particle::Was, Particle::Were, Particle::Is, Particle::Are];
        self.before(n_back).is_some_and(|token| verbs.iter().any(|verb| LEXICON.is(token.id, *verb)))
    }

    fn value(&self) -> Option<u64> {
        match self.amount.size {
            Size::Exact(value) => Some(value),
            _ => None,
        }
    }

    fn counts(&self) -> bool {
        matches!(self.counted.unit, Unit::Person | Unit::Household | Unit::Dwelling | Unit::Percent)
    }
}

fn is_currency_sign(word: Word) -> bool {
    matches!(word, Word::Mark('$' | '€' | '£' | '¥' | '₪' | '₺' | '₽' | '₹' | '₴' | '﷼'))
}

fn money(place: &Place<'_>) -> Option<NotAQuantity> {
    if place.counted.unit == Unit::Percent {
        return None;
    }
    // "300 Syrian pounds", "millions of dollars"
    let describes = |word: &Word| matches!(word, Word::Unknown | Word::Adjective | Word::Of | Word::Noun(..));
    let described = (0..3).map(|n_on| place.word_after(n_on)).find(|word| !describes(word));
    let names_currency = described == Some(Word::Currency);
    let is_money = is_currency_sign(place.word_before(1))
        || is_currency_sign(place.word_after(0))
        || (place.word_before(1) == Word::Currency && place.before(1).is_some_and(|token| token.is_capital))
        || names_currency;
    is_money.then_some(NotAQuantity::Money)
}

fn ordinal(place: &Place<'_>) -> Option<NotAQuantity> {
    match place.word_after(0) {
        Word::Suffix(Suffix::Ordinal) if place.is_attached() => ordinal_or_date(place),
        // "1st": the lexicon knows "st" as a street.
        Word::Street if place.is_attached() => ordinal_or_date(place),
        Word::Mark('-') if place.word_after(1) == Word::Ordinal => {
            // "two-thirds" is a share; "twenty-first" is a place in an order.
            let is_share = place.value().is_some_and(|value| value < 20) || place.amount.is_plain;
            Some(if is_share { NotAQuantity::Share } else { NotAQuantity::Ordinal })
        }
        Word::Ordinal if place.amount.size != Size::Exact(0) && place.value().is_some() => {
            Some(if place.value()? < 20 { NotAQuantity::Share } else { NotAQuantity::Ordinal })
        }
        _ => None,
    }
}

fn ordinal_or_date(place: &Place<'_>) -> Option<NotAQuantity> {
    let is_of_month = place.word_after(1) == Word::Month
        || (place.word_after(1) == Word::Of && place.word_after(2) == Word::Month)
        || place.word_before(1) == Word::Month;
    Some(if is_of_month { NotAQuantity::Date } else { NotAQuantity::Ordinal })
}

fn time(place: &Place<'_>) -> Option<NotAQuantity> {
    let is = |particle: Particle, at: usize| place.after(at).is_some_and(|token| LEXICON.is(token.id, particle));
    let follows_colon = place.word_before(1) == Word::Mark(':') && matches!(place.word_before(2), Word::Digits(_));
    let has_colon = place.word_after(0) == Word::Mark(':') && matches!(place.word_after(1), Word::Digits(_));
    let is_half_day =
        (is(Particle::A, 0) || is(Particle::P, 0)) && place.word_after(1) == Word::Mark('.') && is(Particle::M, 2);
    let is_clock =
        is(Particle::O, 0) && matches!(place.word_after(1), Word::Mark('\'' | '’')) && is(Particle::Clock, 2);
    let is_marked = matches!(place.word_after(0), Word::Suffix(Suffix::Clock));
    let is_colon =
        (has_colon && place.is_attached() && !place.after(1)?.spaced) || (follows_colon && place.follows_attached());
    (is_colon || is_half_day || is_clock || is_marked).then_some(NotAQuantity::Time)
}

/// The oldest age that is read as one.
const OLDEST: u64 = 120;

fn age(place: &Place<'_>) -> Option<NotAQuantity> {
    // "aged 300" is no age, whatever stands beside it.
    let value = place.value().filter(|value| *value <= OLDEST)?;
    let is_of_year = matches!(place.word_after(0), Word::Period { .. });
    let is_hyphened = |at: usize| matches!(place.word_after(at), Word::Mark('-' | '‑' | '–'));
    let years_old = is_of_year && place.word_after(1) == Word::Old
        || is_hyphened(0) && matches!(place.word_after(1), Word::Period { .. }) && is_hyphened(2);
    let follows_aged = (1..=3).any(|back| place.word_before(back) == Word::Aged)
        && place.counted.unit != Unit::Person
        && !matches!(place.word_before(1), Word::Noun(..) | Word::Mark(_));
    // "Dala Imren, 34, said"
    let is_apposed = place.word_before(1) == Word::Mark(',')
        && place.before(2).is_some_and(|token| token.is_capital && token.word == Word::Unknown)
        && matches!(place.word_after(0), Word::Mark(',' | '،'))
        && place.amount.is_plain;
    // "Dala Imren (34)", "(61 عاما)"
    let closes = |at: usize| place.word_after(at) == Word::Mark(')');
    let is_bracketed = place.word_before(1) == Word::Mark('(')
        && (closes(0) && place.before(2).is_some_and(|token| token.is_capital)
            || matches!(place.word_after(0), Word::Period { is_year: true }) && closes(1));
    // "children under five"
    let is_dash = matches!(place.word_before(1), Word::Mark('-' | '‑'));
    let limits = place.before(if is_dash { 2 } else { 1 }).is_some_and(|token| {
        [Particle::Under, Particle::Below, Particle::Over, Particle::ArabicUnder]
            .iter()
            .any(|word| LEXICON.is(token.id, *word))
    });
    let is_limit = limits
        // Limits of age for people, as "under 18"; "over 40 fighters" counts fighters.
        && value <= 21
        && (matches!(place.word_before(2), Word::Noun(Unit::Person, _)) || place.is_after_verb(2))
        && place.counted.unit == Unit::Unspecified;
    let is_under_18s = limits && matches!(place.word_after(0), Word::Suffix(Suffix::Decade)) && place.is_attached();
    (years_old || follows_aged || is_apposed || is_bracketed || is_limit || is_under_18s).then_some(NotAQuantity::Age)
}

fn date(place: &Place<'_>) -> Option<NotAQuantity> {
    let is_day = place.value().is_some_and(|value| (1..=31).contains(&value)) && place.amount.is_plain;
    // Beside a month four digits are a year, also one of history; alone only those near our time are, see `year`.
    let is_year = place.value().is_some_and(|value| (1_000..2_200).contains(&value)) && place.amount.is_plain;
    let follows_month = place.word_before(1) == Word::Month
        || (place.word_before(1) == Word::Mark('.') && place.word_before(2) == Word::Month && !place.before(1)?.spaced);
    let precedes_month =
        place.word_after(0) == Word::Month || (place.word_after(0) == Word::Of && place.word_after(1) == Word::Month);
    // "14 كانون الثاني", "March 14, 2026"
    let follows_day = place.word_before(1) == Word::Mark(',')
        && matches!(place.word_before(2), Word::Digits(_))
        && place.word_before(3) == Word::Month;
    let is_slashed = |word: Word| matches!(word, Word::Mark('/' | '\\'));
    let slashes = [(place.word_after(0), place.word_after(1)), (place.word_before(1), place.word_before(2))];
    if slashes.iter().any(|(mark, beside)| is_slashed(*mark) && matches!(beside, Word::Digits(_))) {
        return Some(NotAQuantity::Date);
    }
    if (is_day && (follows_month || precedes_month)) || (is_year && (follows_month || follows_day)) {
        return Some(NotAQuantity::Date);
    }
    // "2026-03-14", "555-01-99"
    let dashed = |mark: Word, beside: Word| matches!(mark, Word::Mark('-')) && matches!(beside, Word::Digits(_));
    let is_chain = (dashed(place.word_after(0), place.word_after(1)) && place.is_attached())
        || (dashed(place.word_before(1), place.word_before(2)) && place.follows_attached());
    is_chain.then_some(NotAQuantity::Code)
}

fn name(place: &Place<'_>) -> Option<NotAQuantity> {
    if place.amount.size == Size::Code {
        return Some(NotAQuantity::Code);
    }
    // "F-16", "COVID-19", "MH17", "#5", "example.com/12"
    let before = place.before(1);
    let is_digits = matches!(place.tokens.get(place.amount.first)?.word, Word::Digits(_));
    if is_digits && place.follows_attached() {
        let is_letters = |word: Word| !matches!(word, Word::Mark(_) | Word::Digits(_) | Word::And | Word::Currency);
        let is_latin = before.is_some_and(|token| token.is_latin);
        let joins = match place.word_before(1) {
            Word::Mark('-' | '‑' | '–') => {
                is_letters(place.word_before(2))
                    && place.before(2).is_some_and(|token| token.is_latin)
                    && !before?.spaced
            }
            Word::Mark('#' | '@' | '_' | '/' | '=' | '&') => true,
            word => is_letters(word) && is_latin,
        };
        if joins {
            return Some(NotAQuantity::Name);
        }
    }
    // "+12" may be "12 more"; a country's code is followed by a long number.
    let is_phone = place.word_before(1) == Word::Mark('+') && place.follows_attached() && place.value() > Some(99);
    let goes_on = |word: Word| matches!(word, Word::Digits(_));
    if is_phone || (place.word_before(1) == Word::Mark('+') && goes_on(place.word_after(0))) {
        return Some(NotAQuantity::Code);
    }
    if is_digits && place.amount.end == place.end && goes_on(place.word_after(0)) && place.amount.is_plain {
        return Some(NotAQuantity::Code);
    }
    if is_digits && place.amount.is_plain && goes_on(place.word_before(1)) && place.word_before(2) != Word::Month {
        return Some(NotAQuantity::Code);
    }
    address(place).or_else(|| label(place)).or_else(|| compound(place))
}

fn address(place: &Place<'_>) -> Option<NotAQuantity> {
    let is_name = |at: usize| place.after(at).is_some_and(|token| token.is_capital && token.spaced);
    let ends = |at: usize| place.word_after(at) == Word::Street && is_name(at) && place.after(at).is_some();
    let is_address = is_name(0) && (ends(0) || ends(1) || (is_name(1) && ends(2)));
    (is_address && place.amount.is_plain).then_some(NotAQuantity::Address)
}

/// "Article 5", "No. 12", "رقم 5".
fn label(place: &Place<'_>) -> Option<NotAQuantity> {
    let stop = place.word_before(1) == Word::Mark('.') && place.before(1).is_some_and(|token| !token.spaced);
    let (word, token) =
        if stop { (place.word_before(2), place.before(2)?) } else { (place.word_before(1), place.before(1)?) };
    let is_numbered = matches!(word, Word::No) && stop || LEXICON.is(token.id, Particle::Nos);
    let is_label = word == Word::Label && (!place.counts() || token.is_capital) && !stop
        || word == Word::Ordinal && !token.is_latin && place.counted.unit == Unit::Unspecified;
    (is_numbered || is_label).then_some(NotAQuantity::Name)
}

/// "a three-day truce", "a 12-member council".
fn compound(place: &Place<'_>) -> Option<NotAQuantity> {
    let is_hyphen = matches!(place.word_after(0), Word::Mark('-' | '‑')) && place.is_attached();
    let goes_on = place.after(1).is_some_and(|token| !token.spaced && !matches!(token.word, Word::Mark(_)));
    (is_hyphen && goes_on).then_some(NotAQuantity::Compound)
}

fn score(place: &Place<'_>) -> Option<NotAQuantity> {
    let is_range = place.end > place.amount.end;
    let is_dashed = matches!(place.tokens.get(place.amount.end)?.word, Word::Mark(_));
    let is_match = |word: Word| word == Word::Match;
    let beside = is_match(place.word_before(1)) || is_match(place.word_before(2)) || is_match(place.word_after(0));
    // Basketball scores stay below 200.
    (is_range && is_dashed && place.value()? < 200 && beside && !place.counts()).then_some(NotAQuantity::Score)
}

/// "one in five", "nine out of ten".
fn share(place: &Place<'_>) -> Option<NotAQuantity> {
    let is = |at: usize, particle: Particle| place.after(at).is_some_and(|token| LEXICON.is(token.id, particle));
    let is_number = |word: Word| matches!(word, Word::Cardinal(_) | Word::Digits(Numeral::Whole { .. }));
    let in_number = is(0, Particle::In) && is_number(place.word_after(1)) && place.value()? < 10;
    let out_of = is(0, Particle::Out) && place.word_after(1) == Word::Of && is_number(place.word_after(2));
    let was = |back: usize, particle: Particle| place.before(back).is_some_and(|token| LEXICON.is(token.id, particle));
    let follows_in = was(1, Particle::In) && matches!(place.word_before(2), Word::Cardinal(1..=9)) && !place.counts();
    let follows_out = place.word_before(1) == Word::Of && was(2, Particle::Out);
    (in_number || out_of || follows_in || follows_out).then_some(NotAQuantity::Share)
}

fn year(place: &Place<'_>) -> Option<NotAQuantity> {
    if !place.amount.is_plain || place.counts() {
        return None;
    }
    let value = place.value()?;
    let is_decade = place.word_after(0) == Word::Suffix(Suffix::Decade) && place.is_attached();
    let follows_year = matches!(place.word_before(1), Word::Period { is_year: true }) && value < 2_200 && value > 999;
    let is_year = (1_900..2_100).contains(&value) && !place.is_limited && place.counted.unit == Unit::Unspecified;
    // "12 people were killed", "2011 were killed"
    let is_subject = place.after(0).is_some_and(|token| {
        [Particle::Were, Particle::Are, Particle::Have].iter().any(|verb| LEXICON.is(token.id, *verb))
    });
    (is_decade || follows_year || (is_year && !is_subject)).then_some(NotAQuantity::Year)
}
