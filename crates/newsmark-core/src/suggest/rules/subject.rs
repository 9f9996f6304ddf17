//! Of whom a verb or an adjective is said: what stands before it.

use super::super::lexicon::{VerbForm, WordClass, WordList};
use super::super::tagged::TaggedText;
use super::verb_group::VerbGroup;

/// Farthest that a subject stands before its verb, in tokens. Beyond it, what is between is rarely one noun phrase.
const FARTHEST: usize = 32;

/// The mentions of which the verbs from token `group` on are said, the nearest first. What only tells a part of another
/// ("12 people, including 3 children, were killed") is left out: [apposition](super::apposition) finds it from the whole.
pub(super) fn subjects(tagged: &TaggedText<'_>, group: usize) -> Vec<usize> {
    let first = tagged.sentence(group).start.max(group.saturating_sub(FARTHEST));
    if let Some(n) = antecedent(tagged, group, first) {
        return vec![n];
    }
    // "were on a visit and were wounded": the second verb has the subject of the first.
    let mut passes_verb = group > first + 1 && tagged.is_one_of(group - 1, &["and", "but", "or"]);
    let mut found = Vec::new();
    let mut at = group;
    while at > first {
        at -= 1;
        if let Some(bracket) = tagged.opening_bracket(at).filter(|&bracket| bracket > first) {
            at = bracket;
        } else if let Some(n) = tagged.mention_at(at) {
            let start = tagged.mentions[n].phrase.start;
            at = start;
            match Before::of(tagged, start, first) {
                Before::Part => {}
                Before::Preposition => {}
                Before::Head => {
                    found.push(n);
                    match joined_before(tagged, start, first) {
                        Some(end) => at = end,
                        None => return found,
                    }
                }
                Before::Verb => return found,
            }
        } else if let Some(relative) = relative_clause(tagged, at, first) {
            at = relative;
        } else if passes_verb && found.is_empty() && tagged.is_finite(at) && !tagged.is_reporting(at) {
            passes_verb = false;
            // The auxiliaries of the verb that is passed belong to it.
            at = VerbGroup::of(tagged, at).tokens.start;
        } else if ends_subject(tagged, at, group) {
            return found;
        }
    }
    found
}

/// The mention that a relative pronoun right before the verbs stands for: "including 25,000 people who fled".
fn antecedent(tagged: &TaggedText<'_>, group: usize, first: usize) -> Option<usize> {
    let pronoun = group.checked_sub(1).filter(|&at| at > first && tagged.is_one_of(at, &["who", "that", "which"]))?;
    let before = if tagged.word(pronoun - 1) == "," { pronoun.checked_sub(2)? } else { pronoun - 1 };
    tagged.mention_at(before)
}

/// What a mention is to the words before it.
enum Before {
    /// It can be the subject.
    Head,
    /// It tells a part: "including 3 children".
    Part,
    /// It belongs to a noun before it: "members of 3 groups".
    Preposition,
    /// It is what another verb is done to.
    Verb,
}

impl Before {
    fn of(tagged: &TaggedText<'_>, start: usize, first: usize) -> Before {
        let Some(mut before) = start.checked_sub(1).filter(|&at| at >= first) else { return Before::Head };
        while before > first
            && (tagged.is(before, WordClass::Determiner) || tagged.is(before, WordClass::Possessive))
            && tagged.mention_at(before).is_none()
        {
            before -= 1;
        }
        // "among whom 5 were killed" has a clause of its own, "among them 5 children" none.
        let is_part = tagged.is_one_of(before, &["including", "include", "among"])
            || tagged.word(before) == "them" && before > first && tagged.is_one_of(before - 1, &["among", "of"]);
        if tagged.is_one_of(before, &["whom", "which"]) {
            return Before::Head;
        }
        if is_part {
            return Before::Part;
        }
        if tagged.is_one_of(before, &["and", "or", ","]) {
            // A list after "including" goes on: "including five nurses and 90 infants".
            let listed = listed_before(tagged, before, first);
            let is_part = listed
                .is_some_and(|n| matches!(Before::of(tagged, tagged.mentions[n].phrase.start, first), Before::Part));
            return if is_part { Before::Part } else { Before::Head };
        }
        if tagged.is_one_of(before, &["but", "that", "as", "than"]) {
            return Before::Head;
        }
        if tagged.word(before) == "of" && before > first && is_collective(tagged, before - 1) {
            return Before::Head;
        }
        if tagged.is(before, WordClass::Preposition) && !tagged.is_one_of(before, &["while", "as", "since"]) {
            return Before::Preposition;
        }
        match tagged.verb_form(before) {
            // "said 12 people were killed": a clause of its own follows what reports.
            Some(_) if tagged.is_reporting(before) => Before::Head,
            Some(VerbForm::Past | VerbForm::Third | VerbForm::Ing | VerbForm::Base | VerbForm::Participle)
                if tagged.events(before).next().is_some() || tagged.is_finite(before) =>
            {
                Before::Verb
            }
            _ => Before::Head,
        }
    }
}

/// The mention that ends within a few words before the joint at token `joint`.
fn listed_before(tagged: &TaggedText<'_>, joint: usize, first: usize) -> Option<usize> {
    const LONGEST: usize = 6;
    let words = (first.max(joint.saturating_sub(LONGEST))..joint).rev();
    words.take_while(|&at| !tagged.is_finite(at) && !tagged.is_barrier(at)).find_map(|at| tagged.mention_at(at))
}

/// A noun that stands for those it is made of: "a community of 85 people", "a crew of five".
fn is_collective(tagged: &TaggedText<'_>, at: usize) -> bool {
    const COLLECTIVES: WordList = WordList::of(
        "community group groups crowd crew family team convoy party population total number class unit patrol band",
    );
    tagged.is_in(at, &COLLECTIVES)
}

/// The first token of a mention's phrase that `start` is joined to by "and" or a comma: what is before the joint.
fn joined_before(tagged: &TaggedText<'_>, start: usize, first: usize) -> Option<usize> {
    let joint = start.checked_sub(1).filter(|&at| at >= first)?;
    let mut end = joint;
    match tagged.word(joint) {
        "and" | "," | "plus" | "or" => {}
        "as" if joint > first + 2 && tagged.is_one_of(joint - 1, &["well"]) => end = joint - 2,
        "with" if tagged.is_one_of(joint.saturating_sub(1), &["along", "together"]) => end = joint - 1,
        _ => return None,
    }
    while end > first && tagged.is_one_of(end - 1, &[","]) {
        end -= 1;
    }
    // The noun phrase before the joint must hold a mention and no verb: "a shell hit a house and 3 people were killed".
    const LONGEST: usize = 8;
    let mut at = end;
    while at > first && end - at < LONGEST {
        at -= 1;
        if let Some(n) = tagged.mention_at(at) {
            let is_object = tagged.mentions[n].phrase.start.checked_sub(1).is_some_and(|before| {
                tagged.events(before).next().is_some()
                    || tagged.verb_form(before).is_some() && !tagged.is_reporting(before)
            });
            return (!is_object && !super::object::is_part_of_them(tagged, n)).then_some(end);
        }
        if tagged.is_finite(at) || tagged.is_barrier(at) || tagged.word(at) == "," {
            return None;
        }
    }
    None
}

/// Where the verb at token `at` belongs to a relative clause, the relative pronoun: "people who were trapped".
fn relative_clause(tagged: &TaggedText<'_>, at: usize, first: usize) -> Option<usize> {
    const LONGEST: usize = 12;
    if !tagged.is_finite(at) {
        return None;
    }
    let clause = (first..at).rev().take(LONGEST).take_while(|&at| !tagged.is_barrier(at));
    let mut n_commas = 0;
    for place in clause {
        if tagged.is_one_of(place, &["who", "whom", "whose", "which"]) {
            return Some(place);
        }
        // "that" opens a relative clause only right behind a noun; "said that" opens what is said.
        if tagged.word(place) == "that" {
            let is_behind_person = place.checked_sub(1).is_some_and(|before| tagged.mention_at(before).is_some());
            return is_behind_person.then_some(place);
        }
        n_commas += usize::from(tagged.word(place) == ",");
        if n_commas > 1 {
            return None;
        }
    }
    None
}

/// Whether token `at` cannot stand between a subject and its verb.
fn ends_subject(tagged: &TaggedText<'_>, at: usize, group: usize) -> bool {
    if tagged.is_barrier(at) || tagged.is_one_of(at, &["they", "he", "she", "it", "we", "i", "you"]) {
        return true;
    }
    if tagged.word(at) == "there" && tagged.is_be(at + 1) {
        return true;
    }
    if tagged
        .is_one_of(at, &["when", "after", "because", "while", "although", "though", "if", "unless", "until", "but"])
    {
        return true;
    }
    // "a town from which others fled": the clause has a subject of its own.
    let is_of_clause = tagged.is_one_of(at, &["which", "whom", "where"]);
    if is_of_clause && at.checked_sub(1).is_some_and(|before| tagged.is(before, WordClass::Preposition))
        || tagged.word(at) == "where"
    {
        return true;
    }
    // "said that": what is before reports.
    if tagged.word(at) == "that" && at + 1 < group {
        return true;
    }
    if !tagged.is_finite(at) {
        return false;
    }
    // "people trapped in", "workers employed by": a participle that a preposition follows says more of the noun.
    let is_participle = tagged.verb_form(at) == Some(VerbForm::Past)
        && at + 1 < group
        && (tagged.is(at + 1, WordClass::Preposition) || tagged.is_adverbial(at + 1))
        && !tagged.is_reporting(at)
        && at
            .checked_sub(1)
            .is_some_and(|before| !tagged.is(before, WordClass::Pronoun) && !tagged.is(before, WordClass::Relative));
    !is_participle
}
