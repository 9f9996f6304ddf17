//! Phrases of people told one by one, with those told together with them.

use crate::{Qualifier, Unit};

use super::amount::Size;
use super::kin::{arabic_person, one_noun, one_person, with_kin};
use super::lexicon::Particle;
use super::line::Line;
use super::noun_phrase::{noun_at, noun_phrase};
use super::phrase::{Phrase, exact, span};
use super::qualifier::{after, before, limited, stronger};
use super::token::Token;
use super::word::{Form, Noun, Sort, Word};

/// People told by a noun that says how many they are.
#[derive(Clone, Copy)]
pub(super) struct Told {
    n_people: u64,
    sort: Sort,
    first: usize,
    /// The token after the noun.
    end: usize,
    is_sure: bool,
}

/// "a woman", "an elderly couple" with children, "a pair of gunmen", that begin with the article at `at`.
pub(super) fn one_or_couple(line: Line<'_>, at: usize) -> Option<Told> {
    if let Some(one) = one_person(line, at).filter(|one| !describes_somebody(line, at, one.end)) {
        return Some(Told { n_people: 1, sort: one.sort, first: at, end: one.end, is_sure: true });
    }
    let is_group = |at: usize| {
        let says_how_many = matches!(line.word(at), Word::Noun(Noun { form: Form::Several(_), .. }));
        says_how_many || line.is(at, &[Particle::Couple, Particle::Pair])
    };
    let described = !is_group(at + 1) && is_group(at + 2);
    let noun = at + 1 + usize::from(described);
    if line.is(noun, &[Particle::Couple]) {
        // "a couple" alone is as often two things; with children, or described, it is two people.
        let is_people =
            with_kin(line, noun + 1, Sort::Parent).is_some() || described && !matches!(line.word(noun + 1), Word::Of);
        return is_people.then_some(Told { n_people: 2, sort: Sort::Parent, first: at, end: noun + 1, is_sure: true });
    }
    let is_pair = line.is(noun, &[Particle::Pair]) && matches!(line.word(noun + 1), Word::Of);
    let n_people = match line.word(noun) {
        Word::Noun(Noun { form: Form::Several(n), .. }) => Some(n),
        _ => is_pair.then_some(2),
    }?;
    let of = usize::from(matches!(line.word(noun + 1), Word::Of));
    let counted =
        (of == 1).then(|| noun_phrase(line, noun + 2, true)).flatten().filter(|counted| counted.unit == Unit::Person);
    let end = match counted {
        Some(counted) => counted.end,
        None if of == 1 => return None,
        None => noun + 1,
    };
    Some(Told { n_people, sort: Sort::Plain, first: at, end, is_sure: counted.is_some() })
}

/// Whether the person whose article stands at `at`, up to token `end`, is not told of but describes somebody who is: "Orsa
/// Teris, a lawyer, said", "as a nurse", "she was a teacher".
fn describes_somebody(line: Line<'_>, at: usize, end: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let roles = [
        Particle::As,
        Particle::Be,
        Particle::Been,
        Particle::Like,
        Particle::Being,
        Particle::Become,
        Particle::Became,
    ];
    if line.is(before, &roles) || matches!(line.word(before), Word::Not) {
        return true;
    }
    let is_name =
        |token: &Token| token.is_capital && token.is_latin && matches!(token.word, Word::Unknown | Word::Noun(_));
    if line.is(before, &[Particle::Is, Particle::Was, Particle::Were]) {
        let who = [Particle::He, Particle::She, Particle::Who];
        let Some(subject) = before.checked_sub(1) else { return false };
        // "my mother was a nurse"
        let is_owned =
            subject > 0 && matches!(line.word(subject - 1), Word::Possessive) && line.word(subject).is_person();
        return line.is(subject, &who) || is_name(&line[subject]) || is_owned;
    }
    // "he’s a salesman"
    let is_contracted = matches!(line.word(before), Word::Suffix(_)) && line.is_attached(before) && before >= 2;
    if is_contracted && line.is(before - 2, &[Particle::He, Particle::She, Particle::Who]) {
        return true;
    }
    if !matches!(line.word(before), Word::Mark(',' | '—' | '–' | '―' | '-')) {
        return false;
    }
    // "Daniel Teris, 19, a member of the crew"
    let is_aged = before >= 2
        && matches!(line.word(before - 1), Word::Digits(_))
        && matches!(line.word(before - 2), Word::Mark(','));
    let name_end = if is_aged { before - 2 } else { before };
    // A name may have a hyphen: "Orsa Teris-Osk".
    let is_of_name = |token: &&Token| is_name(token) || matches!(token.word, Word::Mark('-')) && !token.spaced;
    let n_capitals = line[..name_end].iter().rev().take(LONGEST_NAME).take_while(is_of_name).count();
    // "In Karsa, a soldier was killed": a place is no person.
    let places = [Particle::In, Particle::At, Particle::Near, Particle::On, Particle::From];
    let is_place = (name_end - n_capitals).checked_sub(1).is_some_and(|at| line.is(at, &places));
    let is_closed = matches!(line.word(end), Word::Mark(',' | '.' | ')' | ';') | Word::Edge);
    !is_place && (n_capitals > 1 || n_capitals == 1 && (is_closed || is_aged))
}

/// So many words of a name are looked for: "Maria del Carmen Teris y Osk" is about as long as names become.
const LONGEST_NAME: usize = 6;

/// "the couple", "both pilots", "the twins", "triplets", that are found by token `at`.
pub(super) fn told_by_noun(line: Line<'_>, at: usize, floor: usize) -> Option<Told> {
    if matches!(line.word(at), Word::Both) {
        return both(line, at);
    }
    let n_people = match line.word(at) {
        Word::Noun(Noun { form: Form::Several(n), .. }) => n,
        _ if line.is(at, &[Particle::Couple]) => 2,
        _ => return None,
    };
    // "the elderly couple", "the couple"; alone "couple" is no noun of people.
    let described = at
        .checked_sub(1)
        .is_some_and(|before| matches!(line.word(before), Word::Adjective | Word::PeopleAdjective | Word::Unknown));
    let the = at.checked_sub(1 + usize::from(described)).filter(|the| *the >= floor);
    let the = the.filter(|the| matches!(line.word(*the), Word::The | Word::Possessive));
    let is_of = matches!(line.word(at + 1), Word::Of);
    let is_couple = line.is(at, &[Particle::Couple]);
    if is_of || is_couple && the.is_none() {
        return None;
    }
    let sort = if is_couple { Sort::Parent } else { Sort::Plain };
    Some(Told { n_people, sort, first: the.unwrap_or(at), end: at + 1, is_sure: the.is_some() })
}

/// "both pilots", "both of the men", "both his parents"; not "both men and women", nor both of what is no person.
fn both(line: Line<'_>, at: usize) -> Option<Told> {
    let of = usize::from(matches!(line.word(at + 1), Word::Of));
    let determined = at + 1 + of;
    let from = determined + usize::from(matches!(line.word(determined), Word::The | Word::Possessive));
    let counted = noun_phrase(line, from, true).filter(|counted| counted.unit == Unit::Person)?;
    let noun = counted.end.checked_sub(1).and_then(|at| noun_at(line, at)).map(|(noun, _)| noun.form);
    // "both dead and wounded", "both men and women"
    let is_list = matches!(line.word(counted.end), Word::And) && noun_at(line, counted.end + 1).is_some();
    (matches!(noun, Some(Form::Plural | Form::Dual)) && !is_list).then_some(Told {
        n_people: 2,
        sort: Sort::Plain,
        first: at,
        end: counted.end,
        is_sure: true,
    })
}

/// People told by a noun, with their kin.
pub(super) fn people(line: Line<'_>, told: Told) -> Option<Phrase> {
    let (n_kin, end) = with_kin(line, told.end, told.sort).unwrap_or((0, told.end));
    let mut found = exact(line, told.first, end, told.n_people.checked_add(n_kin)?, Unit::Person)?;
    if let Ok(read) = &mut found.read {
        read.added = (n_kin > 0).then_some((told.n_people, n_kin));
        read.is_sure = told.is_sure;
    }
    Some(found)
}

/// "a single soldier", after "not".
pub(super) fn not_one(line: Line<'_>, at: usize) -> Option<usize> {
    let is_one = matches!(line.word(at), Word::Cardinal(1));
    // "she is not a soldier" tells nothing of how many; "not a single soldier" does.
    let is_single = matches!(line.word(at), Word::A) && line.is(at + 1, &[Particle::Single]);
    if is_one { one_noun(line, at + 1) } else { one_person(line, at).filter(|_| is_single) }.map(|one| one.end)
}

/// "شخصان", with what limits it.
pub(super) fn told_singly(line: Line<'_>, at: usize, floor: usize, unit: Unit) -> Option<Phrase> {
    let (n_people, n_kin, mut end) = arabic_person(line, at)?;
    let before = before(line, at, floor);
    let (mut first, mut qualifier) = (at, None);
    if before.opens.is_none() {
        (first, qualifier) = (before.first, before.qualifier);
    }
    if let Some((limit, after)) = after(line, end) {
        qualifier = stronger(Some(limit), qualifier.unwrap_or(Qualifier::Exact));
        end = after;
    }
    let at = span(line, first, end)?;
    let size = Size::Exact(n_people.checked_add(n_kin)?);
    let mut read = limited(at.clone(), qualifier, size, unit, at.clone())?;
    read.added = (n_kin > 0).then_some((n_people, n_kin));
    Some(Phrase { at, end, read: Ok(read) })
}
