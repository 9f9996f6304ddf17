//! Numbers that tell how many people a group is of: "a family of five", "a 30-strong crew".

use crate::Unit;

use super::lexicon::Particle;
use super::line::Line;
use super::noun::Counted;
use super::noun_phrase::noun_at;
use super::unread::NotAQuantity;
use super::word::{Flag, Form, Noun, Sort, Word};

/// So many words may stand between "member" and the group: "a 25-member extended family".
const MOST_BETWEEN: usize = 3;

/// The people of a group that a number and a hyphen tell: "30-strong crew", "25-member family", "six-person household".
/// A council or a panel has members, too, but is told as one thing.
pub(super) fn members(line: Line<'_>, end: usize) -> Option<Counted> {
    let is_strong = line.is(end + 1, &[Particle::Strong]);
    if !line.is_joining_hyphen(end) || !(is_strong || line.has(end + 1, Flag::Member)) {
        return None;
    }
    let from = end + 2;
    let group = (from..from + MOST_BETWEEN).take_while(|at| line.is_spaced(*at) || line.is_joining_hyphen(*at));
    let group = group.filter_map(|at| noun_at(line, at)).find(|(noun, _)| is_group(*noun));
    match group {
        Some((_, end)) => Some(Counted::people(end)),
        None if is_strong => Some(Counted::people(from)),
        None => None,
    }
}

fn is_group(noun: Noun) -> bool {
    noun.sort == Sort::Crew
        || noun.unit == Unit::Household
        || noun.unit == Unit::Person && noun.form == Form::Collective
}

/// The first token of "a family of" or "a crew of" before the number whose first token is `number`; an error for the
/// children of "a mother of four", who are not told of otherwise.
pub(super) fn of_collective(
    line: Line<'_>,
    number: usize,
    counted: Counted,
    floor: usize,
) -> Option<Result<usize, NotAQuantity>> {
    let of = number.checked_sub(1)?;
    if !matches!(line.word(of), Word::Of) {
        return None;
    }
    // "two families of five" are as many people as nobody says.
    let is_plural = |noun: Noun| noun.form == Form::Plural && (noun.unit == Unit::Household || noun.sort == Sort::Crew);
    if matches!(line.word(of.checked_sub(1)?), Word::Noun(noun) if is_plural(noun)) && counted.unit == Unit::Unspecified
    {
        return Some(Err(NotAQuantity::Compound));
    }
    let noun = |at: usize| match line.word(at) {
        Word::Noun(noun) if matches!(noun.form, Form::Singular | Form::Collective) => Some(noun),
        _ => None,
    };
    // "أسرة مكونة من خمسة", "a mother-of-four"
    let (at, noun) = [1, 2].into_iter().filter_map(|back| of.checked_sub(back)).find_map(|at| Some((at, noun(at)?)))?;
    // "the Group of Seven"
    if line.is(at, &[Particle::Group])
        && line.get(at).is_some_and(|token| token.is_capital)
        && counted.unit == Unit::Unspecified
    {
        return Some(Err(NotAQuantity::Name));
    }
    let is_parent = noun.sort == Sort::Parent && counted.unit == Unit::Unspecified;
    if is_parent {
        return Some(Err(NotAQuantity::Children));
    }
    let is_family = noun.unit == Unit::Household;
    // "a group of 12 migrants" needs no more than its noun.
    let is_of_people = noun.sort == Sort::Crew || noun.unit == Unit::Person && noun.form == Form::Collective;
    let is_crew = is_of_people && counted.unit == Unit::Unspecified && counted.is_sure;
    if !is_family && !is_crew {
        return None;
    }
    let article =
        [1, 2].into_iter().filter_map(|back| at.checked_sub(back)).find(|at| matches!(line.word(*at), Word::A));
    let first = article.unwrap_or(at);
    (first >= floor).then_some(Ok(first))
}
