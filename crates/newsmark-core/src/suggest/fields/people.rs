//! Who was harmed: status, groups, names.

use std::ops::Range;

use super::{Stated, sentence};
use crate::model::{GroupKind, Severity, Victims};
use crate::suggest::lexicon::Circumstances;
use crate::suggest::proposal::Tier;
use crate::suggest::rules::Governed;
use crate::suggest::tagged::TaggedText;

/// Who a count says was harmed.
#[derive(Clone, Debug, Default)]
pub(in crate::suggest) struct People {
    pub victims: Option<Stated<Victims>>,
    /// Groups without figures of their own: "including women and children".
    pub groups: Vec<Stated<GroupKind>>,
    /// The group that the count itself is of: "three children".
    pub own_group: Option<Stated<GroupKind>>,
}

/// Who the people of `count` were, as its noun and what stands beside it say.
pub(in crate::suggest) fn people(tagged: &TaggedText<'_>, count: &Governed) -> People {
    let mention = &tagged.mentions[count.mention];
    let mut found = People::default();
    let words = Circumstances::english();
    for at in mention.figure.start..mention.phrase.end {
        let Some(person) = words.person(tagged.word(at)) else { continue };
        if person.victims != Victims::Unknown {
            found.victims = Some(Stated { value: person.victims, at: at..at + 1, tier: Tier::Likely });
        }
        if person.group != GroupKind::Unspecified {
            found.own_group = Some(Stated { value: person.group, at: at..at + 1, tier: Tier::Likely });
        }
    }
    // What stands behind another number is said of that one.
    let end = sentence(tagged, count).end;
    let end = (mention.phrase.end..end).find(|&at| tagged.mention_at(at).is_some()).unwrap_or(end);
    if found.victims.is_none() {
        found.victims = all_of_them(tagged, mention.phrase.end, end);
    }
    found.groups = bare_groups(tagged, mention.phrase.end, end);
    found
}

/// "all of them civilians", "all civilians".
fn all_of_them(tagged: &TaggedText<'_>, from: usize, end: usize) -> Option<Stated<Victims>> {
    const FARTHEST: usize = 12;
    let all = (from..end.min(from + FARTHEST)).find(|&at| tagged.word(at) == "all")?;
    let noun = (all + 1..end.min(all + 5)).find_map(|at| Some((at, Circumstances::english().person(tagged.word(at))?)));
    let (at, person) = noun.filter(|(_, person)| person.victims != Victims::Unknown)?;
    Some(Stated { value: person.victims, at: all..at + 1, tier: Tier::Likely })
}

/// "including women and children": groups that nobody counted.
fn bare_groups(tagged: &TaggedText<'_>, from: usize, end: usize) -> Vec<Stated<GroupKind>> {
    const FARTHEST: usize = 8;
    let cue = (from..end.min(from + FARTHEST)).find(|&at| {
        tagged.is_one_of(at, &["including", "mostly", "mainly"])
            || tagged.word(at) == "among" && tagged.word(at + 1) == "them"
    });
    let Some(cue) = cue else { return Vec::new() };
    let mut found = Vec::new();
    let mut at = cue + 1 + usize::from(tagged.word(cue) == "among");
    while at < end && tagged.mention_at(at).is_none() {
        match Circumstances::english().person(tagged.word(at)) {
            Some(person) if person.group != GroupKind::Unspecified => {
                found.push(Stated { value: person.group, at: at..at + 1, tier: Tier::Likely });
            }
            _ if tagged.is_one_of(at, &["and", ",", "many", "some"]) => {}
            _ => break,
        }
        at += 1;
    }
    found
}

/// How badly the injured were hurt, as an adverb or adjective beside the governor says.
pub(in crate::suggest) fn severity(tagged: &TaggedText<'_>, governor: &Range<usize>) -> Option<Stated<Severity>> {
    let near = governor.start.saturating_sub(2)..governor.end + 2;
    near.clone().find_map(|at| {
        let value = match tagged.word(at) {
            "critically" | "critical" | "gravely" => Severity::Critical,
            "seriously" | "severely" | "badly" | "serious" | "severe" | "grievously" => Severity::Serious,
            "slightly" | "lightly" | "minor" => Severity::Minor,
            _ => return None,
        };
        Some(Stated { value, at: at..at + 1, tier: Tier::Likely })
    })
}
