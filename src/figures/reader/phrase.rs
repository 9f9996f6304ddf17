//! One number phrase: what limits it, how many, and of what.

use crate::model::{Convention, Qualifier, Span, Unit};

use super::amount::{Amount, Size, amount};
use super::kin::{arabic_person, one_noun, one_person, with_kin};
use super::lexicon::{LEXICON, Particle};
use super::not_a_quantity::{Place, not_a_quantity};
use super::noun::{Counted, counted};
use super::qualifier::{Before, Opening, after, before, stronger};
use super::range::{Range, range};
use super::reading::Reading;
use super::token::Token;
use super::unread::{NotAQuantity, Unread};
use super::word::{Meaning, Word};

/// A number phrase of a line.
pub(super) struct Phrase {
    /// Its words, with what it counts.
    pub at: Span,
    /// The token after it.
    pub end: usize,
    pub read: Result<Reading, Unread>,
}

/// Whether a number phrase can begin with `token`; with most it cannot.
#[inline]
pub(super) fn can_begin(token: &Token) -> bool {
    let may_count = match token.word {
        Word::No | Word::Not | Word::Many | Word::A | Word::Half => true,
        Word::Digits(_) | Word::Cardinal(_) | Word::Scale(_) | Word::TwoOrScale(_) => true,
        Word::Plural(..) | Word::Few { .. } => true,
        Word::Noun(..) => !token.is_latin,
        _ => false,
    };
    may_count || token.begins_phrase
}

/// The number phrase whose number begins with token `at`; what limits it may
/// stand before, but not before token `floor`.
pub(super) fn phrase(tokens: &[Token], at: usize, floor: usize) -> Option<Phrase> {
    let token = tokens.get(at)?;
    if token.begins_phrase
        && let Some(found) = fixed(tokens, at, floor)
    {
        return Some(found);
    }
    match token.word {
        Word::No | Word::Not => none(tokens, at),
        Word::Many => many(tokens, at),
        Word::A if let Some(end) = one_person(tokens, at) => people(tokens, at, 1, end),
        Word::A if let Some(couple) = couple(tokens, at) => people(tokens, at, 2, couple),
        Word::Noun(unit, _) => {
            let (n_people, n_kin, end) = arabic_person(tokens, at)?;
            told_singly(tokens, at, floor, (n_people, n_kin), unit, end)
        }
        Word::A
        | Word::Digits(_)
        | Word::Cardinal(_)
        | Word::Scale(_)
        | Word::TwoOrScale(_)
        | Word::Plural(..)
        | Word::Few { .. }
        | Word::Half => number(tokens, at, floor),
        _ => None,
    }
}

/// A reading of the tokens `first` up to `end`, of a number that is just itself.
fn exact(tokens: &[Token], first: usize, end: usize, value: u64, unit: Unit) -> Option<Phrase> {
    let at = span(tokens, first, end)?;
    Some(Phrase { at, end, read: Ok(Reading::exact(at, value, unit)) })
}

fn span(tokens: &[Token], first: usize, end: usize) -> Option<Span> {
    Span::new(tokens.get(first)?.start, tokens.get(end.checked_sub(1)?)?.end)
}

/// "no one", "no reports of casualties", "a number of civilians", "the rest".
fn fixed(tokens: &[Token], first: usize, floor: usize) -> Option<Phrase> {
    let (meaning, end) = LEXICON.phrase_from(tokens, first)?;
    match meaning {
        Meaning::Zero(unit) => {
            let counted = counted(tokens, end, true);
            let is_of =
                tokens.get(end).is_some_and(|token| token.word == Word::Of) && counted.unit != Unit::Unspecified;
            let (unit, end) = if is_of { (counted.unit, counted.end) } else { (unit, end) };
            exact(tokens, first, end, 0, unit)
        }
        Meaning::NotReported => {
            let counted = counted(tokens, end, true);
            Some(Phrase { at: span(tokens, first, counted.end)?, end: counted.end, read: Err(Unread::NotReported) })
        }
        Meaning::Many => unknown_plural(tokens, first, end),
        Meaning::Rest => {
            let is_of = tokens.get(end).is_some_and(|token| token.word == Word::Of);
            let whole = counted(tokens, end, true);
            let is_pronoun = tokens.get(end + 1).is_some_and(|token| token.word == Word::Pronoun);
            // "the rest of the day" is no rest of a count.
            if is_of && !is_pronoun && !matches!(whole.unit, Unit::Person | Unit::Household | Unit::Dwelling) {
                return None;
            }
            let is_noun = is_of || whole.unit != Unit::Unspecified;
            let (unit, end) = if is_noun { (whole.unit, whole.end) } else { (Unit::Unspecified, end) };
            let at = span(tokens, first, end)?;
            let read =
                Reading { qualifier: Qualifier::Residual, convention: Convention::Derived, ..Reading::none(at, unit) };
            Some(Phrase { at, end, read: Ok(read) })
        }
        _ if floor <= first => None,
        _ => None,
    }
}

fn unknown_plural(tokens: &[Token], first: usize, end: usize) -> Option<Phrase> {
    let counted = counted(tokens, end, true);
    let at = span(tokens, first, counted.end)?;
    let read = Reading { qualifier: Qualifier::UnknownPlural, ..Reading::none(at, counted.unit) };
    Some(Phrase { at, end: counted.end, read: Ok(read) })
}

/// "many people", but not "how many" nor "as many as".
fn many(tokens: &[Token], at: usize) -> Option<Phrase> {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let particles = [Particle::How, Particle::As, Particle::So, Particle::Too];
    let is_asked = before.is_some_and(|token| particles.iter().any(|particle| LEXICON.is(token.id, *particle)));
    // "many a man", "many dozens"
    let is_other = tokens.get(at + 1).is_some_and(|next| matches!(next.word, Word::A | Word::Plural(..)));
    (!is_asked && !is_other).then(|| unknown_plural(tokens, at, at + 1)).flatten()
}

/// "no civilians", "not a single soldier".
fn none(tokens: &[Token], at: usize) -> Option<Phrase> {
    if tokens[at].word == Word::Not {
        let is_one = tokens.get(at + 1).is_some_and(|next| next.word == Word::Cardinal(1));
        let end = if is_one { one_noun(tokens, at + 2) } else { one_person(tokens, at + 1) }?;
        return exact(tokens, at, end, 0, Unit::Person);
    }
    let next = tokens.get(at + 1).filter(|next| next.spaced && !matches!(next.word, Word::Of | Word::Percent))?;
    let counted = counted(tokens, at + 1, true);
    let is_count = matches!(counted.unit, Unit::Person | Unit::Household | Unit::Dwelling);
    // "no man's land"
    let is_owner = tokens.get(counted.end).is_some_and(|token| matches!(token.word, Word::Mark('\'' | '’')));
    let is_noun = counted.end > at + 1 && next.word != Word::Adjective || counted.end > at + 2;
    (is_count && is_noun && !is_owner).then(|| exact(tokens, at, counted.end, 0, counted.unit)).flatten()
}

/// The token after "a couple" or "an elderly couple" where their kin follow.
fn couple(tokens: &[Token], at: usize) -> Option<usize> {
    let described = tokens.get(at + 1).is_some_and(|token| matches!(token.word, Word::Adjective | Word::Unknown));
    let couple = at + 1 + usize::from(described);
    let is_couple = tokens.get(couple).is_some_and(|token| LEXICON.is(token.id, Particle::Couple));
    (is_couple && with_kin(tokens, couple + 1).is_some()).then_some(couple + 1)
}

/// "a woman", and those told together with her.
fn people(tokens: &[Token], first: usize, n_people: u64, end: usize) -> Option<Phrase> {
    let (n_kin, end) = with_kin(tokens, end).unwrap_or((0, end));
    let mut found = exact(tokens, first, end, n_people.checked_add(n_kin)?, Unit::Person)?;
    if let Ok(read) = &mut found.read {
        read.added = (n_kin > 0).then_some((n_people, n_kin));
    }
    Some(found)
}

/// "شخصان", with what limits it.
fn told_singly(
    tokens: &[Token],
    at: usize,
    floor: usize,
    (n_people, n_kin): (u64, u64),
    unit: Unit,
    end: usize,
) -> Option<Phrase> {
    let before = before(tokens, at, floor);
    let (mut first, mut qualifier) = (at, None);
    if before.opens.is_none() {
        (first, qualifier) = (before.first, before.qualifier);
    }
    let mut end = end;
    if let Some((limit, after)) = after(tokens, end) {
        qualifier = stronger(Some(limit), qualifier.unwrap_or(Qualifier::Exact));
        end = after;
    }
    let at = span(tokens, first, end)?;
    let size = Size::Exact(n_people + n_kin);
    let mut read = limited(at, qualifier.unwrap_or(Qualifier::Exact), size, unit, at)?;
    read.added = (n_kin > 0).then_some((n_people, n_kin));
    Some(Phrase { at, end, read: Ok(read) })
}

/// A number and all around it.
fn number(tokens: &[Token], at: usize, floor: usize) -> Option<Phrase> {
    // Most of "a" begins no number.
    amount(tokens, at, false)?;
    let mut before = before(tokens, at, floor);
    let is_joined = before.opens != Some(Opening::Between);
    let first_amount = amount(tokens, at, is_joined)?;
    if is_negative(tokens, at) {
        let first = at - 1;
        let counted = counted(tokens, first_amount.end, true);
        let words = span(tokens, first, counted.end)?;
        return Some(Phrase { at: words, end: counted.end, read: Err(Unread::Negative) });
    }
    let range = range(tokens, first_amount, before.opens);
    if before.opens.is_some() && range.is_none() {
        before = Before { first: at, qualifier: None, opens: None };
    }
    // Not joined within "between" for nothing.
    let amount = if range.is_none() && !is_joined { amount(tokens, at, true)? } else { first_amount };
    let mut end = range.map_or(amount.end, |range| range.end);
    let mut qualifier = before.qualifier;
    if let Some((limit, after)) = after(tokens, end) {
        qualifier = stronger(Some(limit), qualifier.unwrap_or(Qualifier::Exact));
        end = after;
    }
    let counted = percent(tokens, end).unwrap_or_else(|| counted(tokens, end, amount.size != Size::Exact(1)));
    if range.is_none() && is_pronoun(tokens, amount, counted) {
        return None;
    }
    let is_limited = matches!(
        qualifier,
        Some(Qualifier::AtLeast | Qualifier::MoreThan | Qualifier::AtMost | Qualifier::LessThan | Qualifier::Nearly)
    );
    let kind = not_a_quantity(&Place { tokens, amount, end, counted, is_limited });
    let first = with_currency(tokens, before.first);
    if let Some(kind) = kind {
        let end = if kind == NotAQuantity::Code { code_end(tokens, counted.end) } else { counted.end };
        let at = span(tokens, first, end)?;
        return Some(Phrase { at, end, read: Err(Unread::NotAQuantity(kind)) });
    }
    finished(tokens, Parts { first, amount, range, end, counted, qualifier }, floor)
}

/// The token after all the digits of a code or a phone number.
fn code_end(tokens: &[Token], end: usize) -> usize {
    let is_digits = |at: usize| tokens.get(at).is_some_and(|token| matches!(token.word, Word::Digits(_)));
    let is_mark = |at: usize| tokens.get(at).is_some_and(|token| matches!(token.word, Word::Mark('-' | '.' | '/')));
    let mut at = end;
    loop {
        match (is_digits(at), is_mark(at) && is_digits(at + 1)) {
            (true, _) => at += 1,
            (_, true) => at += 2,
            _ => return at,
        }
    }
}

/// What a number phrase has been found to consist of.
struct Parts {
    first: usize,
    amount: Amount,
    range: Option<Range>,
    /// The token after the number and what limits it.
    end: usize,
    counted: Counted,
    qualifier: Option<Qualifier>,
}

fn finished(tokens: &[Token], parts: Parts, floor: usize) -> Option<Phrase> {
    let Parts { mut first, amount, range, mut end, mut counted, mut qualifier } = parts;
    let mut is_whole = !matches!(counted.unit, Unit::Person | Unit::Unspecified);
    if let Some((limit, after)) = after(tokens, counted.end).filter(|_| counted.end > end) {
        qualifier = stronger(Some(limit), qualifier.unwrap_or(Qualifier::Exact));
        counted.end = after;
        is_whole = true;
    }
    if let Some(family) = family(tokens, first, floor) {
        (first, counted.unit) = (family, Unit::Person);
    }
    let mut added = None;
    if let (Size::Exact(value), Unit::Person, None) = (amount.size, counted.unit, range)
        && let Some((n_kin, after)) = with_kin(tokens, counted.end)
    {
        added = Some((value, n_kin));
        counted.end = after;
        is_whole = true;
    }
    let whole = span(tokens, first, counted.end)?;
    if is_whole {
        end = counted.end;
    }
    let at = span(tokens, first, end)?;
    let words = span(tokens, amount.first, amount.end)?;
    let read = match (range, amount.size) {
        (Some(Range { low, high, .. }), _) if low > high => Err(Unread::Reversed { from: low, to: high }),
        (Some(Range { low, high, .. }), _) => Ok(Reading {
            qualifier: Qualifier::Range,
            low: Some(low),
            high: Some(high),
            convention: Convention::Literal,
            ..Reading::none(at, counted.unit)
        }),
        (None, Size::NotWhole { .. } | Size::Code) => Err(Unread::NotWhole),
        (None, Size::TooLarge) => Err(Unread::TooLarge),
        (None, Size::Exact(value)) => match value.checked_add(added.map_or(0, |(_, n_kin)| n_kin)) {
            Some(value) => {
                let qualifier = qualifier.unwrap_or(Qualifier::Exact);
                limited(at, qualifier, Size::Exact(value), counted.unit, words).ok_or(Unread::NoNumber)
            }
            None => Err(Unread::TooLarge),
        },
        (None, size) => {
            limited(at, qualifier.unwrap_or(Qualifier::Exact), size, counted.unit, words).ok_or(Unread::NoNumber)
        }
    };
    let read = read.map(|read| Reading { phrase: whole, added, ..read });
    Some(Phrase { at: whole, end: counted.end, read })
}

/// A number as its qualifier limits it (the table of the number reader). Of
/// "dozens" a least is known only: "up to dozens" gives no number.
fn limited(at: Span, qualifier: Qualifier, size: Size, unit: Unit, words: Span) -> Option<Reading> {
    let (value, convention) = match size {
        Size::Exact(value) => (value, Convention::Literal),
        Size::Vague(value, convention) => (value, convention),
        _ => return None,
    };
    let none = Reading::none(at, unit);
    let is_vague = convention != Convention::Literal;
    let n = Some(value);
    let (qualifier, low, best, high) = match qualifier {
        Qualifier::AtLeast | Qualifier::MoreThan => (qualifier, n, n, None),
        Qualifier::Approximately => (qualifier, None, n, None),
        Qualifier::AtMost | Qualifier::LessThan | Qualifier::Nearly if is_vague => {
            return Some(Reading { qualifier: Qualifier::UnknownPlural, ..none });
        }
        Qualifier::AtMost | Qualifier::LessThan => (qualifier, None, None, n),
        Qualifier::Nearly => (qualifier, None, n, n),
        _ if is_vague => (Qualifier::VaguePlural, n, n, None),
        _ => (Qualifier::Exact, n, n, n),
    };
    Some(Reading { qualifier, low, best, high, convention, vague: is_vague.then_some(words), ..none })
}

/// "50 per cent", "50 في المئة".
fn percent(tokens: &[Token], end: usize) -> Option<Counted> {
    let (Meaning::Percent, end) = LEXICON.phrase_from(tokens, end)? else { return None };
    Some(Counted { unit: Unit::Percent, end })
}

/// Whether a minus belongs to the digits of token `at`: "-5", "minus five".
fn is_negative(tokens: &[Token], at: usize) -> bool {
    let Some(mark) = at.checked_sub(1).map(|before| tokens[before]) else { return false };
    let before = at.checked_sub(2).map(|before| tokens[before].word);
    match mark.word {
        Word::Mark('-' | '−') => {
            let is_attached = !tokens[at].spaced;
            is_attached && matches!(before, None | Some(Word::Mark('(')))
                || (is_attached && mark.spaced && is_no_number(before))
        }
        _ => LEXICON.is(mark.id, Particle::Minus),
    }
}

fn is_no_number(word: Option<Word>) -> bool {
    !matches!(word, Some(Word::Digits(_) | Word::Cardinal(_)))
}

/// Whether "one" stands for somebody or for anybody, rather than for a number.
fn is_pronoun(tokens: &[Token], amount: Amount, counted: Counted) -> bool {
    let token = &tokens[amount.first];
    if token.word != Word::Cardinal(1) || amount.end > amount.first + 1 {
        return false;
    }
    if !token.is_latin {
        // "أحد المسؤولين"; "شخص واحد" is read with its noun.
        return counted.unit == Unit::Unspecified || tokens.get(amount.end).is_some_and(|next| next.the);
    }
    let before = amount.first.checked_sub(1).map(|before| tokens[before]);
    let particles = [
        Particle::This,
        Particle::That,
        Particle::Each,
        Particle::Every,
        Particle::Which,
        Particle::Any,
        Particle::Another,
    ];
    let is_shown = before.is_some_and(|token| {
        particles.iter().any(|particle| LEXICON.is(token.id, *particle)) || token.word == Word::The
    });
    let next = tokens.get(amount.end).map(|next| next.word);
    // "one counts them": of an unknown word it is not known whether it is a noun.
    let is_unknown = next == Some(Word::Unknown) && counted.unit == Unit::Unspecified;
    let is_bare =
        is_unknown || matches!(next, Some(Word::Function | Word::A | Word::The | Word::And | Word::To | Word::Or));
    let verb = [Particle::Was, Particle::Is, Particle::Died];
    let is_subject = tokens.get(amount.end).is_some_and(|next| verb.iter().any(|verb| LEXICON.is(next.id, *verb)));
    let is_superlative =
        next == Some(Word::Of) && counted.unit != Unit::Person && !is_pronoun_of(tokens, amount.end + 1);
    let is_day = matches!(next, Some(Word::Period { .. }));
    (is_shown && counted.unit != Unit::Person) || (is_bare && !is_subject) || is_superlative || is_day
}

fn is_pronoun_of(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.word == Word::Pronoun)
}

/// The first token of "a family of" before token `number`.
fn family(tokens: &[Token], number: usize, floor: usize) -> Option<usize> {
    let of = number.checked_sub(1).filter(|of| tokens[*of].word == Word::Of)?;
    let is_family = |at: usize| {
        let form = super::word::Form::Singular;
        tokens[at].word == Word::Noun(Unit::Household, form)
    };
    // "أسرة مكونة من خمسة"
    let family = [1, 2].into_iter().filter_map(|back| of.checked_sub(back)).find(|at| is_family(*at))?;
    let article = [1, 2].into_iter().filter_map(|back| family.checked_sub(back)).find(|at| tokens[*at].word == Word::A);
    let first = article.unwrap_or(family);
    (first >= floor).then_some(first)
}

/// The token of the sign before a sum of money, else `first`.
fn with_currency(tokens: &[Token], first: usize) -> usize {
    let is_sign = |at: &usize| matches!(tokens[*at].word, Word::Mark('$' | '€' | '£' | '¥' | '₪'));
    first.checked_sub(1).filter(is_sign).unwrap_or(first)
}
