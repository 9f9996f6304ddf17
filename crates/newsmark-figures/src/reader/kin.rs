//! People told one by one: "a woman", "a mother and her two daughters".

use crate::Unit;

use super::amount::{after_and, amount};
use super::lexicon::Particle;
use super::line::Line;
use super::noun::counted;
use super::noun_phrase::{after_initials, noun_at};
use super::word::{Form, Noun, Sort, Word};

/// So many words of no list may stand between "a" and the person.
// "a well known local man"; after more words of no list the noun belongs to something else.
const MOST_UNKNOWN: usize = 2;

/// So many may have capitals: "a New South Wales woman" and longer names of places.
const MOST_CAPITALS: usize = 5;

/// So many groups of kin are told in one breath; a longer chain is no phrase.
const MOST_KIN: usize = 8;

/// One person, by a noun in the singular.
#[derive(Clone, Copy)]
pub(super) struct OnePerson {
    pub sort: Sort,
    /// The token after the noun.
    pub end: usize,
}

/// "a woman", "an 8-year-old Syrian girl", "a child soldier", "a mother of four", where they begin with token `first`.
pub(super) fn one_person(line: Line<'_>, first: usize) -> Option<OnePerson> {
    if !matches!(line.word(first), Word::A) {
        return None;
    }
    let mut person = one_noun(line, first + 1)?;
    if person.sort == Sort::Parent {
        person.end = after_children(line, person.end);
    }
    Some(person)
}

/// The token after "of four" or "-of-four", which tells of no others than the parent before it.
fn after_children(line: Line<'_>, end: usize) -> usize {
    let is_hyphened = line.is_joining_hyphen(end);
    let of = end + usize::from(is_hyphened);
    let at = of + 1 + usize::from(is_hyphened && line.is_joining_hyphen(of + 1));
    if !matches!(line.word(of), Word::Of) {
        return end;
    }
    let Some(children) = amount(line, at, true).filter(|children| children.value().is_some()) else { return end };
    let young = counted(line, children.end, true);
    match young.unit {
        Unit::Person => young.end,
        Unit::Unspecified => children.end,
        // "a wife of 20 years"
        _ => end,
    }
}

/// The person of a noun in the singular and the words that describe it.
pub(super) fn one_noun(line: Line<'_>, first: usize) -> Option<OnePerson> {
    let (mut at, mut n_unknown, mut n_capitals) = (first, 0, 0);
    loop {
        at = after_initials(line, at);
        let token = line.get(at)?;
        if let Some((noun, end)) = noun_at(line, at).filter(|_| token.is_latin) {
            if noun.unit == Unit::Person && noun.form == Form::Singular && !describes_next(line, noun, end)? {
                return Some(OnePerson { sort: noun.sort, end });
            }
            // "a bus driver", "a police officer", "a student protest"
            if !matches!(noun.form, Form::Singular | Form::Collective) {
                return None;
            }
            at = end;
            continue;
        }
        match token.word {
            Word::Adjective | Word::PeopleAdjective | Word::Ordinal | Word::Fraction { .. } => {}
            // "a US soldier"
            Word::Pronoun if token.is_capital => {}
            // A name or a nationality, of several words: "a New South Wales woman".
            Word::Unknown if token.is_capital && n_capitals < MOST_CAPITALS => n_capitals += 1,
            Word::Unknown if !token.is_capital && n_unknown < MOST_UNKNOWN => n_unknown += 1,
            // One less, as the loop goes on by one.
            Word::Digits(_) | Word::Cardinal(_) => at = age(line, at)? - 1,
            word if word.is_hyphen() && at > first && !token.spaced => {}
            _ => return None,
        }
        at += 1;
    }
}

/// Whether a noun of a person in the singular, up to token `end`, describes what follows; `None` where it counts nobody.
fn describes_next(line: Line<'_>, noun: Noun, end: usize) -> Option<bool> {
    let is_attached = line.is_attached(end);
    match line.word(end) {
        // "a mother-of-four" is a mother, "a child-friendly space" no child, "a woman’s body" no woman.
        word if word.is_hyphen() && is_attached => (matches!(line.word(end + 1), Word::Of)).then_some(false),
        Word::Mark('\'' | '’') if is_attached => None,
        Word::Noun(next) => match next.unit {
            Unit::Person => Some(true),
            // "a terrorist attack"
            _ => None,
        },
        // "a Muslim holiday of a day"
        Word::Period { .. } => None,
        // "a senior military officer", "a Turkish bakery owner"; where no person comes, nobody is counted.
        // "a major increase" is none, either, though its last word is known.
        Word::Change if noun.sort == Sort::Ambiguous => None,
        Word::Unknown | Word::Adjective if matches!(noun.sort, Sort::Ambiguous | Sort::Nation) => Some(true),
        _ => Some(false),
    }
}

/// The token after "8-year-old" that begins with token `at`.
fn age(line: Line<'_>, at: usize) -> Option<usize> {
    let is_age = line.word(at + 1).is_hyphen()
        && matches!(line.word(at + 2), Word::Period { .. })
        && line.word(at + 3).is_hyphen()
        && matches!(line.word(at + 4), Word::Old);
    is_age.then_some(at + 5)
}

/// The people who are told together with those of `sort` before token `end`, and the
/// token after them: "and her two daughters", ", his wife and their child", "and three children" after a parent.
pub(super) fn with_kin(line: Line<'_>, end: usize, sort: Sort) -> Option<(u64, usize)> {
    let (mut n_people, mut at) = (0u64, end);
    for _ in 0..MOST_KIN {
        let Some((n_more, next)) = one_kin(line, at, sort) else {
            return (at > end).then_some((n_people, at));
        };
        n_people = n_people.saturating_add(n_more);
        at = next;
    }
    // More than any sum can be: nobody is told of by a part of the chain.
    let goes_on = one_kin(line, at, sort).is_some();
    Some((if goes_on { u64::MAX } else { n_people }, at))
}

fn one_kin(line: Line<'_>, at: usize, sort: Sort) -> Option<(u64, usize)> {
    if let Some(arabic) = arabic_kin(line, at) {
        return Some(arabic);
    }
    let is_comma = matches!(line.word(at), Word::Mark(','));
    let is_with = line.is(at, &[Particle::With]);
    // "his wife, and two of their daughters"
    let comma_and = is_comma.then(|| after_and(line, at + 1)).flatten();
    let from = if is_comma || is_with { comma_and.unwrap_or(at + 1) } else { after_and(line, at)? };
    // "a father, mother and three children", "a couple and three children"
    let is_parent = sort == Sort::Parent;
    if matches!(line.word(from), Word::Possessive) {
        let from = from + 1;
        let one = one_noun(line, from).filter(|one| matches!(one.sort, Sort::Parent | Sort::Child));
        // "six priests and their two maids" are no family: each is told for itself.
        return numbered_kin(line, from).or_else(|| one.map(|one| (1, one.end)));
    }
    if let Some(kin) = of_theirs(line, from) {
        return Some(kin);
    }
    if is_parent && let Some(kin) = numbered_kin(line, from) {
        return Some(kin);
    }
    // "a mother and daughter" are two, "a father and student" is one man.
    let is_told = is_parent && !is_with && is_kin_noun(line, from);
    is_told.then(|| one_noun(line, from)).flatten().map(|one| (1, one.end))
}

fn is_kin_noun(line: Line<'_>, at: usize) -> bool {
    matches!(line.word(at), Word::Noun(Noun { sort: Sort::Parent | Sort::Child, .. }))
}

/// "two daughters", "three young children".
fn numbered_kin(line: Line<'_>, from: usize) -> Option<(u64, usize)> {
    let number = amount(line, from, true)?;
    let n_people = number.value()?;
    let counted = counted(line, number.end, n_people != 1);
    let is_kin = counted.end.checked_sub(1).is_some_and(|at| is_kin_noun(line, at));
    (counted.unit == Unit::Person && is_kin).then_some((n_people, counted.end))
}

/// "two of his sons", "one of their children".
fn of_theirs(line: Line<'_>, from: usize) -> Option<(u64, usize)> {
    let number = amount(line, from, true)?;
    let n_people = number.value()?;
    let is_of_theirs =
        matches!(line.word(number.end), Word::Of) && matches!(line.word(number.end + 1), Word::Possessive);
    let counted = counted(line, number.end, true);
    let is_kin = counted.end.checked_sub(1).is_some_and(|at| is_kin_noun(line, at));
    (is_of_theirs && is_kin && counted.unit == Unit::Person).then_some((n_people, counted.end))
}

/// "وطفلها", "وطفلاها", "وأطفاله الثلاثة".
fn arabic_kin(line: Line<'_>, at: usize) -> Option<(u64, usize)> {
    let token = line.get(at).filter(|token| token.and)?;
    let Word::Kin(n_people) = token.word else { return None };
    if n_people > 0 {
        return Some((n_people, at + 1));
    }
    match line.get(at + 1)?.word {
        Word::Cardinal(n_people) if line[at + 1].the => Some((n_people, at + 2)),
        _ => None,
    }
}

/// Arabic, which has no "a": "شخص واحد", "امرأة وطفلاها". How many of the kind
/// at token `first`, with how many of their kin, and the token after them.
pub(super) fn arabic_person(line: Line<'_>, first: usize) -> Option<(u64, u64, usize)> {
    let token = line.get(first)?;
    let Word::Noun(noun) = token.word else { return None };
    let n_people = match noun.form {
        Form::Singular if !token.is_latin && !token.the => 1,
        Form::Dual if !token.the => 2,
        _ => return None,
    };
    let number = line.get(first + 1).filter(|next| !next.and && !next.the).map(|next| next.word);
    let mut end = first + 1 + usize::from(number == Some(Word::Cardinal(n_people)));
    if noun.sort == Sort::Parent && n_people == 1 {
        // "أم لأربعة": her children are not told of otherwise.
        let children =
            matches!(line.word(end), Word::Cardinal(2..) | Word::Digits(_)) && !line[end].and && !line[end].the;
        end += usize::from(children);
    }
    match with_kin(line, end, noun.sort).filter(|_| noun.unit == Unit::Person) {
        Some((n_kin, end)) => Some((n_people, n_kin, end)),
        None => (n_people == 2 || end > first + 1).then_some((n_people, 0, end)),
    }
}
