//! People told one by one: "a woman", "a mother and her two daughters".

use crate::Unit;

use super::amount::{Size, after_and, amount};
use super::noun::counted;
use super::token::Token;
use super::word::{Form, Word};

/// So many words of no list may stand between "a" and the person.
// "a well known local man"; after more words of no list the noun belongs to something else.
const MOST_UNKNOWN: usize = 2;

/// The token after "a woman", "an 8-year-old Syrian girl", "a child soldier"
/// that begins with token `first`.
pub(super) fn one_person(tokens: &[Token], first: usize) -> Option<usize> {
    if tokens.get(first)?.word != Word::A {
        return None;
    }
    one_noun(tokens, first + 1)
}

/// The token after a singular noun of a person and the words that describe it.
pub(super) fn one_noun(tokens: &[Token], first: usize) -> Option<usize> {
    let (mut at, mut n_unknown) = (first, 0);
    loop {
        let token = tokens.get(at)?;
        let is_attached = tokens.get(at + 1).is_some_and(|next| !next.spaced);
        match token.word {
            Word::Noun(Unit::Person, Form::Singular) if token.is_latin => {
                let next = tokens.get(at + 1).map_or(Word::Unknown, |next| next.word);
                match next {
                    // "a woman's body", "a child-friendly space"
                    Word::Mark('\'' | '’' | '-') if is_attached => return None,
                    // "a student protest"
                    Word::Noun(Unit::Person, Form::Singular) => {}
                    Word::Noun(..) | Word::Label => return None,
                    _ => return Some(at + 1),
                }
            }
            Word::Adjective | Word::PersonAdjective | Word::Ordinal => {}
            // "a bus driver", "a police officer"
            Word::Noun(_, Form::Singular | Form::Collective) if token.is_latin => {}
            // A name or a nationality, of any number of words: "a New South Wales woman".
            Word::Unknown if token.is_capital => {}
            Word::Unknown if n_unknown < MOST_UNKNOWN => n_unknown += 1,
            // One less, as the loop goes on by one.
            Word::Digits(_) | Word::Cardinal(_) => at = age(tokens, at)? - 1,
            Word::Mark('-' | '‑') if !token.spaced && at > first => {}
            _ => return None,
        }
        at += 1;
    }
}

/// The token after "8-year-old" that begins with token `at`.
fn age(tokens: &[Token], at: usize) -> Option<usize> {
    let [_, dash, period, other_dash, old] = tokens.get(at..at + 5)? else { return None };
    let is_age = matches!(dash.word, Word::Mark('-' | '‑'))
        && matches!(period.word, Word::Period { .. })
        && matches!(other_dash.word, Word::Mark('-' | '‑'))
        && old.word == Word::Old;
    is_age.then_some(at + 5)
}

/// The people who are told together with those before token `end`, and the
/// token after them: "and her two daughters", ", his wife and their child".
pub(super) fn with_kin(tokens: &[Token], end: usize) -> Option<(u64, usize)> {
    let (mut n_people, mut at) = (0u64, end);
    while let Some((n_more, next)) = one_kin(tokens, at) {
        // A sum beyond 64 bits is no number of people.
        n_people = n_people.checked_add(n_more)?;
        at = next;
    }
    (at > end).then_some((n_people, at))
}

fn one_kin(tokens: &[Token], at: usize) -> Option<(u64, usize)> {
    if let Some(arabic) = arabic_kin(tokens, at) {
        return Some(arabic);
    }
    let is_comma = tokens.get(at)?.word == Word::Mark(',');
    let from = if is_comma { at + 1 } else { after_and(tokens, at)? };
    if tokens.get(from)?.word != Word::Possessive {
        // "a mother and daughter"
        let is_person = matches!(tokens.get(from)?.word, Word::Noun(Unit::Person, Form::Singular));
        return (is_person && !is_comma).then(|| one_noun(tokens, from)).flatten().map(|end| (1, end));
    }
    let from = from + 1;
    let Some(number) = amount(tokens, from, true) else {
        return one_noun(tokens, from).map(|end| (1, end));
    };
    let Size::Exact(n_people) = number.size else { return None };
    let counted = counted(tokens, number.end, n_people != 1);
    (counted.unit == Unit::Person).then_some((n_people, counted.end))
}

/// "وطفلها", "وطفلاها", "وأطفاله الثلاثة".
fn arabic_kin(tokens: &[Token], at: usize) -> Option<(u64, usize)> {
    let token = tokens.get(at).filter(|token| token.and)?;
    let Word::Kin(n_people) = token.word else { return None };
    if n_people > 0 {
        return Some((n_people, at + 1));
    }
    match tokens.get(at + 1)? {
        Token { word: Word::Cardinal(n_people), the: true, .. } => Some((*n_people, at + 2)),
        _ => None,
    }
}

/// Arabic, which has no "a": "شخص واحد", "امرأة وطفلاها". How many of the kind
/// at token `first`, with how many of their kin, and the token after them.
pub(super) fn arabic_person(tokens: &[Token], first: usize) -> Option<(u64, u64, usize)> {
    let token = tokens.get(first)?;
    let n_people = match token.word {
        Word::Noun(_, Form::Singular) if !token.is_latin && !token.the => 1,
        Word::Noun(_, Form::Dual) if !token.the => 2,
        _ => return None,
    };
    let number = tokens.get(first + 1).filter(|next| !next.and && !next.the).map(|next| next.word);
    let end = first + 1 + usize::from(number == Some(Word::Cardinal(n_people)));
    let is_person = matches!(token.word, Word::Noun(Unit::Person, _));
    match with_kin(tokens, end).filter(|_| is_person) {
        Some((n_kin, end)) => Some((n_people, n_kin, end)),
        None => (n_people == 2 || end > first + 1).then_some((n_people, 0, end)),
    }
}
