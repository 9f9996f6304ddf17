//! Verbs that tell that a number counts people: "3,000 fled", "35,000 were displaced".

use crate::Unit;

use super::lexicon::Particle;
use super::line::Line;
use super::word::{Form, Word};

/// So many words may stand between a number and what was done to people: "200,000 are expected to be displaced".
const MOST_BETWEEN: usize = 5;

/// Whether the verb after a number, whose next token is `end`, has people as its subject.
pub(super) fn counts_people_by_verb(line: Line<'_>, end: usize) -> bool {
    let mut at = end;
    // "seven others were wounded"
    while line.is_spaced(at) && matches!(line.word(at), Word::Adjective) && at < end + 2 {
        at += 1;
    }
    if line.is_spaced(at) && matches!(line.word(at), Word::PeopleVerb) {
        return true;
    }
    let is_auxiliary = |at: usize| {
        line.is(at, &[Particle::Was, Particle::Were, Particle::Are, Particle::Is, Particle::Have, Particle::Had])
            || line.is(at, &[Particle::Has, Particle::Will, Particle::Be, Particle::Been])
    };
    if !is_auxiliary(at) {
        return false;
    }
    for at in at + 1..at + MOST_BETWEEN {
        match line.word(at) {
            Word::PeopleAdjective | Word::PeopleVerb => return line.is_spaced(at),
            // "were also", "are expected to be", "had been newly"
            Word::Function | Word::Adjective | Word::To | Word::Not | Word::Unknown => {}
            _ => return false,
        }
    }
    false
}

/// Whether the word before token `first` tells of what is done to people: "killing five", "wounded 30", "مقتل اثنين".
pub(super) fn follows_harm(line: Line<'_>, first: usize) -> bool {
    let Some(before) = first.checked_sub(1).and_then(|at| line.get(at)) else { return false };
    match before.word {
        Word::PeopleVerb | Word::PeopleAdjective => true,
        // "إصابة ثلاثة"
        Word::Noun(noun) => !before.is_latin && !before.the && noun.unit == Unit::Person && noun.form == Form::Singular,
        _ => false,
    }
}
