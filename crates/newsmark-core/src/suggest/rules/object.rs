//! To whom a verb is done: what stands behind it.

use super::super::lexicon::{EventRole, WordClass, WordList};
use super::super::tagged::TaggedText;
use super::passive::has_object;

/// The mention that stands right behind token `verb`, its joined ones after it: "killed five soldiers and three nurses".
pub(super) fn objects(tagged: &TaggedText<'_>, verb: usize) -> Vec<usize> {
    let end = tagged.sentence(verb).end;
    // "killed and wounded many", "shot dead six": words that may stand between a verb and its object.
    const LIGHT: WordList =
        WordList::of("dead down off out away up also as hostage captive prisoner all both the some");
    let mut at = verb + 1;
    let mut n_light = 0;
    while at < end && tagged.mention_from(at).is_none() {
        let is_coordinate = tagged.is_one_of(at, &["and", "or", "/"])
            && (tagged.has_role(at + 1, EventRole::Act) || tagged.has_role(at + 1, EventRole::Undergo));
        let is_coordinated = tagged.has_role(at, EventRole::Act) && tagged.is_one_of(at - 1, &["and", "or", "/"]);
        let is_light = tagged.is_in(at, &LIGHT) || tagged.is_adverbial(at) || tagged.is(at, WordClass::Possessive);
        n_light += 1;
        if n_light > 4 || !(is_light || is_coordinate || is_coordinated) {
            return Vec::new();
        }
        at += 1;
    }
    match tagged.mention_from(at) {
        Some(n) if !begins_clause(tagged, n) => with_joined(tagged, n),
        _ => Vec::new(),
    }
}

/// Mention `n` and those that are joined to it by "and" or commas and begin no clause of their own.
pub(super) fn with_joined(tagged: &TaggedText<'_>, n: usize) -> Vec<usize> {
    let mut found = vec![n];
    let mut last = n;
    while let Some(next) = joined_behind(tagged, last) {
        found.push(next);
        last = next;
    }
    found
}

fn joined_behind(tagged: &TaggedText<'_>, n: usize) -> Option<usize> {
    let mut at = tagged.mentions[n].phrase.end;
    let start = at;
    while tagged.is_one_of(at, &[",", "and", "plus", "as", "well", "along", "together", "with"]) && at - start < 4 {
        at += 1;
    }
    let words: Vec<&str> = (start..at).map(|at| tagged.word(at)).collect();
    let is_joint = matches!(
        words[..],
        [","]
            | ["and"]
            | [",", "and"]
            | ["plus"]
            | ["as", "well", "as"]
            | [",", "as", "well"]
            | ["along", "with"]
            | ["together", "with"]
    );
    let next = tagged.mention_from(at).filter(|_| is_joint)?;
    let is_in_sentence = tagged.sentence(at) == tagged.sentence(start.saturating_sub(1));
    (is_in_sentence && !begins_clause(tagged, next) && !is_part_of_them(tagged, next)).then_some(next)
}

/// Whether mention `n` has a verb of its own behind it: "killed 12 people and 30 were wounded".
pub(super) fn begins_clause(tagged: &TaggedText<'_>, n: usize) -> bool {
    let mut at = tagged.behind_brackets(tagged.mentions[n].phrase.end);
    while tagged.is_adverbial(at) || tagged.is_one_of(at, &["others", "more"]) {
        at += 1;
    }
    let is_own = |event: &super::super::lexicon::EventWord| match event.role {
        // "killing two, wounding three": what has an object of its own is said of somebody else.
        EventRole::Act => !has_object(tagged, at),
        EventRole::Undergo | EventRole::State | EventRole::Count => true,
        EventRole::Event | EventRole::Toll => false,
    };
    let is_verb = tagged.is_finite(at) && !tagged.is_reporting(at) && tagged.events(at).next().is_none();
    is_verb || tagged.events(at).any(is_own)
}

/// Whether mention `n` is followed by "of them" or the like.
pub(super) fn is_part_of_them(tagged: &TaggedText<'_>, n: usize) -> bool {
    let mention = &tagged.mentions[n];
    let (figure, phrase) = (mention.figure.end, mention.phrase.end);
    [figure, phrase].iter().any(|&at| {
        tagged.word(at) == "of" && tagged.is_one_of(at + 1, &["them", "whom", "those", "these", "which"])
            || at > 1 && tagged.word(at - 1) == "of" && tagged.is_one_of(at, &["them", "whom", "those", "these"])
            || at > 1 && tagged.word(at - 2) == "of" && tagged.is_one_of(at - 1, &["them", "whom"])
    })
}
