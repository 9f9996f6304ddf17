//! Parts that stand behind their whole: "12 people, including three children", "15,000 of them children".

use std::ops::Range;

use super::super::lexicon::WordList;
use super::super::tagged::TaggedText;
use super::governed::{Bond, Governed, Part};
use super::object::{begins_clause, is_part_of_them};

/// Farthest that a part stands behind its whole, in tokens: "27 people in the market and the streets around it, among them".
const FARTHEST: usize = 18;

/// `found` with the parts of what was found; `found` is in the order of mentions.
pub(super) fn with_parts(tagged: &TaggedText<'_>, found: Vec<Governed>) -> Vec<Governed> {
    let mut all = Vec::with_capacity(found.len());
    for one in found {
        let parts = parts_of(tagged, &one);
        all.push(one);
        all.extend(parts);
    }
    of_them(tagged, &mut all);
    all
}

/// The parts that "including" or "among them" introduce behind `whole`.
fn parts_of(tagged: &TaggedText<'_>, whole: &Governed) -> Vec<Governed> {
    let start = tagged.mentions[whole.mention].phrase.end.max(behind_governor(tagged, whole));
    let mut found = Vec::new();
    for start in [tagged.mentions[whole.mention].phrase.end, start] {
        let end = tagged.sentence(start.saturating_sub(1)).end.min(start + FARTHEST);
        let mut at = start;
        while at < end {
            if let Some(cue) = cue(tagged, at) {
                for n in listed(tagged, cue.end, end).into_iter().filter(|&n| can_hold(tagged, whole.mention, n)) {
                    let part = Some(Part { cue: cue.clone(), whole: Some(whole.mention) });
                    found.push(Governed { mention: n, rule: "apposition", bond: Bond::Said, part, ..whole.clone() });
                }
                break;
            }
            let is_other = tagged.is_barrier(at) || tagged.is_finite(at) || tagged.mention_from(at).is_some();
            if is_other || tagged.events(at).any(|event| event.form.is_some()) {
                break;
            }
            at += 1;
        }
    }
    found.retain(|part| part.mention != whole.mention);
    found.dedup_by_key(|part| part.mention);
    found
}

/// The mentions of the list that begins at token `from`: "including the rector Ilo Teres and two women".
fn listed(tagged: &TaggedText<'_>, from: usize, end: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = from;
    while at < end && !tagged.is_barrier(at) && !tagged.is_finite(at) {
        match tagged.mention_from(at) {
            Some(n) => {
                let joint = at.saturating_sub(1);
                let is_listed = at <= from + 1 || tagged.is_one_of(joint, &["and", ","]);
                if !is_listed || begins_clause(tagged, n) && !found.is_empty() || is_part_of_them(tagged, n) {
                    return found;
                }
                found.push(n);
                at = tagged.mentions[n].phrase.end;
            }
            None => at += 1,
        }
    }
    found
}

/// Whether the whole is not less than its part.
fn can_hold(tagged: &TaggedText<'_>, whole: usize, part: usize) -> bool {
    match (tagged.mentions[whole].number(), tagged.mentions[part].number()) {
        // A whole that is open above may hold more than it names.
        (Some(whole_number), Some(part)) => whole_number >= part || tagged.mentions[whole].reading.high.is_none(),
        _ => true,
    }
}

/// The token behind the words that govern `whole`, where they follow it: "12 were killed, including a nurse".
fn behind_governor(tagged: &TaggedText<'_>, whole: &Governed) -> usize {
    let is_near = tagged.sentence(whole.governor.start) == tagged.sentence(tagged.mentions[whole.mention].phrase.start);
    if is_near { whole.governor.end } else { 0 }
}

/// The words at token `at` that introduce a part.
fn cue(tagged: &TaggedText<'_>, at: usize) -> Option<std::ops::Range<usize>> {
    let is_among = tagged.word(at) == "among" && tagged.is_one_of(at + 1, &["them", "whom", "these"]);
    match tagged.word(at) {
        "including" | "include" => Some(at..at + 1),
        _ if is_among => Some(at..at + 2),
        _ => None,
    }
}

/// "15,000 of them children": parts of what was counted last, in this sentence or the one before.
fn of_them(tagged: &TaggedText<'_>, all: &mut Vec<Governed>) {
    all.sort_by_key(|one| one.mention);
    let mut added = Vec::new();
    for n in 0..tagged.mentions.len() {
        if !is_part_of_them(tagged, n) {
            continue;
        }
        let mention = &tagged.mentions[n];
        let cue = mention.figure.end..(mention.figure.end + 2).min(tagged.words.tokens().len());
        let before = all.partition_point(|one| one.mention < n);
        // The whole is the nearest one that is no part itself.
        let whole = all[..before].iter().rev().take(6).find(|one| one.part.is_none());
        let Some(whole) = whole.filter(|whole| is_near(tagged, whole.mention, n)) else { continue };
        let is_moved = !whole.meaning.is_harm();
        let part = Some(Part { cue, whole: Some(whole.mention) });
        match all.get(before).filter(|one| one.mention == n) {
            Some(_) => added.push((before, part, None, is_moved)),
            None if tells_who(tagged, n) => {
                let governed =
                    Governed { mention: n, rule: "apposition", bond: Bond::Said, part: part.clone(), ..whole.clone() };
                added.push((before, part, Some(governed), is_moved));
            }
            None => {}
        }
    }
    added.extend(moving_on(tagged, all));
    for (at, part, governed, is_moved) in added {
        match governed {
            // Behind the others: who calls sorts them by their mentions.
            Some(governed) => all.push(governed),
            None => {
                // Of those who were displaced, some who leave have left their homes, whatever else the verb may mean.
                all[at].is_weak &= !is_moved || all[at].meaning.is_harm();
                all[at].part = part;
            }
        }
    }
}

/// Parts that only say where they went: "30,000 people fled, 18,000 of them to the camps, a further 8,500 going to Oslen".
fn moving_on(tagged: &TaggedText<'_>, all: &[Governed]) -> Vec<(usize, Option<Part>, Option<Governed>, bool)> {
    const GOING: WordList =
        WordList::of("going moving heading leaving crossing travelling traveling settling walking driving arriving");
    const WENT: WordList = WordList::of(
        "went moved headed left crossed travelled traveled settled walked drove arrived reached fled came are were",
    );
    let mut added = Vec::new();
    for whole in all.iter().filter(|one| !one.meaning.is_harm() && one.part.is_none()) {
        // So many places does nobody name in one sentence.
        const MOST: usize = 8;
        for n in whole.mention + 1..tagged.mentions.len().min(whole.mention + MOST) {
            let is_of_them = is_part_of_them(tagged, n);
            let n_sentences = sentence_of(tagged, n) - sentence_of(tagged, whole.mention);
            if n_sentences > usize::from(is_of_them) {
                break;
            }
            let verb = behind_them(tagged, n);
            let place = all.partition_point(|one| one.mention < n);
            let is_governed = all.get(place).is_some_and(|one| one.mention == n);
            let is_going = tagged.is_in(verb, &GOING) || is_of_them && tagged.is_in(verb, &WENT);
            if is_governed || !is_going || !can_hold(tagged, whole.mention, n) {
                continue;
            }
            let part = Some(Part { cue: verb..verb + 1, whole: Some(whole.mention) });
            let own = Governed {
                mention: n,
                governor: verb..verb + 1,
                rule: "apposition",
                part: part.clone(),
                ..whole.clone()
            };
            added.push((place, part, Some(own), true));
        }
    }
    added
}

/// The token behind mention `n` and an "of them" that follows it.
fn behind_them(tagged: &TaggedText<'_>, n: usize) -> usize {
    let mut at = tagged.mentions[n].figure.end;
    at += 2 * usize::from(tagged.word(at) == "of" && tagged.is_one_of(at + 1, &["them", "whom", "these", "those"]));
    at.max(tagged.mentions[n].phrase.end)
}

/// The tokens of a part with "of them" and the word that tells who or how badly hurt they were: "nine of them gravely".
pub(in crate::suggest) fn with_them(tagged: &TaggedText<'_>, n: usize) -> Range<usize> {
    let phrase = tagged.mentions[n].phrase.clone();
    let behind = behind_them(tagged, n);
    if behind == phrase.end || tagged.sentence(behind - 1) != tagged.sentence(phrase.start) {
        return phrase;
    }
    let tells = is_severity(tagged, behind) || tagged.names_persons(tagged.word(behind));
    phrase.start..behind + usize::from(tells && tagged.sentence(phrase.start).contains(&behind))
}

fn is_severity(tagged: &TaggedText<'_>, at: usize) -> bool {
    const BADLY: WordList =
        WordList::of("critically seriously severely badly gravely slightly lightly mortally fatally grievously");
    tagged.is_in(at, &BADLY)
}

/// Whether a part of them tells who they were rather than what became of them: "five of them children", not "five of them
/// were released".
fn tells_who(tagged: &TaggedText<'_>, n: usize) -> bool {
    let mention = &tagged.mentions[n];
    let mut at = mention.figure.end;
    while tagged
        .is_one_of(at, &["of", "them", "whom", "those", "these", "which", "were", "was", "are", "is", "-", "–", ","])
    {
        at += 1;
    }
    let noun = super::super::lexicon::Circumstances::english().person(tagged.word(at));
    // "three of them critically" says of the wounded how badly they were hurt.
    is_severity(tagged, at) || noun.is_some() || tagged.names_persons(tagged.word(at))
}

fn is_near(tagged: &TaggedText<'_>, whole: usize, part: usize) -> bool {
    sentence_of(tagged, part).saturating_sub(sentence_of(tagged, whole)) <= 1
}

fn sentence_of(tagged: &TaggedText<'_>, n: usize) -> usize {
    tagged.words.tokens()[tagged.mentions[n].phrase.start].sentence
}

#[cfg(test)]
mod tests {
    use crate::suggest::testing::{likely, said};

    #[test]
    fn parts_behind_their_whole_share_its_harm() {
        for (text, expected) in [
            ("A raid killed 12 people, including three children.", &["12 Killed Event", "3 Killed PartOf 12"][..]),
            (
                "Some 87,000 civilians died, 15,000 of them children.",
                &["87000 Killed Event", "15000 Killed PartOf 87000"],
            ),
            (
                "The fire hurt 40 people, among them two firemen and a boy.",
                &["40 Injured Event", "2 Injured PartOf 40", "1 Injured PartOf 40"],
            ),
            (
                "Six monks were killed, including the abbot Ilo Teres and two boys.",
                &["6 Killed Event", "2 Killed PartOf 6"],
            ),
            (
                "It wounded 20 people, three of them critically, and five were missing.",
                &["20 Injured Event", "3 Injured PartOf 20", "5 Missing Event"],
            ),
            (
                "About 30,000 people have been displaced, 18,000 of them leaving for the towns, a further 8,500 going to Oslen.",
                &["30000 Displaced Event", "18000 Displaced PartOf 30000", "8500 Displaced PartOf 30000"],
            ),
            ("Of 12 wounded, four of them were released.", &["12 Injured Event"]),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }

    #[test]
    fn some_of_them_are_marked_with_what_is_told_of_them() {
        likely(&["\
Thirty people were wounded, nine of them gravely.
^^^^^^^^^^^^^^^^^^^^^^^^^^ Casualties
                            ^^^^^^^^^^^^^^^^^^^^ Casualties"]);
    }

    #[test]
    fn some_of_them_are_a_part_of_the_figure_before_whatever_moved_them() {
        for (text, expected) in [
            (
                "Some 30,000 people have been displaced, 18,000 of them fleeing to Oslen.",
                &["30000 Displaced Event", "18000 ForcedToFlee PartOf 30000"][..],
            ),
            (
                "In May 18,000 people fled Tarn. In June 30,000 people fled Marrec. 18,000 of them went to Oslen.",
                &["18000 ForcedToFlee Event", "30000 ForcedToFlee Event", "18000 ForcedToFlee PartOf 30000"],
            ),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }
}
