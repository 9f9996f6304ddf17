//! What caused harm or drove people out.

use std::ops::Range;

use super::{Stated, nearest, sentence};
use crate::model::{CasualtyCause, DisplacementCause};
use crate::suggest::lexicon::{Circumstances, WordList};
use crate::suggest::proposal::Tier;
use crate::suggest::rules::Governed;
use crate::suggest::tagged::TaggedText;

/// The causes that the words near a count name.
#[derive(Clone, Debug, Default)]
pub(in crate::suggest) struct Causes {
    pub casualties: Option<Stated<CasualtyCause>>,
    pub displacement: Option<Stated<DisplacementCause>>,
}

/// The causes that the sentence of `count` names, else the one before it in the paragraph.
pub(in crate::suggest) fn causes(tagged: &TaggedText<'_>, count: &Governed) -> Causes {
    let own = sentence(tagged, count);
    let found = named(tagged, &own, count);
    if !found.is_empty() {
        return chosen(count, &found, Tier::Likely);
    }
    match before(tagged, own.start) {
        Some(earlier) => chosen(count, &named(tagged, &earlier, count), Tier::Possible),
        None => Causes::default(),
    }
}

type Named = (Range<usize>, CasualtyCause, DisplacementCause);

/// The words of `range` that name causes.
fn named(tagged: &TaggedText<'_>, range: &Range<usize>, count: &Governed) -> Vec<Named> {
    let words = Circumstances::english();
    let own = &tagged.mentions[count.mention].phrase;
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        // Every count asks for the same words again, and hardly any of them names a cause.
        if !words.begins_cause(tagged.word(at)) {
            at += 1;
            continue;
        }
        let two = format!("{} {}", tagged.word(at), tagged.word(at + 1));
        let pair = words.cause(&two).filter(|_| at + 1 < range.end).map(|cause| (at..at + 2, cause));
        let one = || words.cause(tagged.word(at)).map(|cause| (at..at + 1, cause));
        match pair.or_else(one) {
            // "six suicide bombers were killed" names those killed and not what killed them.
            Some((place, (casualties, displacement))) if !own.contains(&place.start) => {
                at = place.end;
                let is_planted = casualties == CasualtyCause::PlantedExplosive;
                let casualties =
                    if is_planted && is_from_the_air(tagged, &place) { CasualtyCause::AirStrike } else { casualties };
                found.push((place, casualties, displacement));
            }
            _ => at += 1,
        }
    }
    found
}

/// Whether a bombing is that of a state: "the bombing carried out by the coalition". States bomb from the air.
fn is_from_the_air(tagged: &TaggedText<'_>, place: &Range<usize>) -> bool {
    const STATES: WordList = WordList::of("coalition government regime army nato air aircraft planes jets warplanes");
    // Who did it stands before the word, or a few words behind it with "by".
    const NEAR: usize = 6;
    let before = place.start.saturating_sub(2)..place.start;
    let by = (place.end..place.end + NEAR).find(|&at| tagged.word(at) == "by");
    let behind = by.map_or(0..0, |by| by + 1..by + 1 + NEAR);
    matches!(tagged.word(place.start), "bombing" | "bombings")
        && before.chain(behind).take_while(|&at| !tagged.is_barrier(at)).any(|at| tagged.is_in(at, &STATES))
}

fn chosen(count: &Governed, found: &[Named], tier: Tier) -> Causes {
    let places = |filter: &dyn Fn(&Named) -> bool| -> Option<Named> {
        let matching = || found.iter().filter(|named| filter(named));
        let place = nearest(count, matching().map(|named| named.0.clone()))?;
        matching().find(|named| named.0 == place).cloned()
    };
    // What a weapon does goes before what carries it, and an aircraft before the shells and bombs that fall from it.
    let strong = [CasualtyCause::Chemical, CasualtyCause::Incendiary, CasualtyCause::AirStrike];
    let special = strong.iter().find_map(|cause| places(&|named: &Named| named.1 == *cause));
    let casualty = special.or_else(|| places(&|named: &Named| named.1 != CasualtyCause::Unknown));
    let displaced = places(&|_: &Named| true);
    Causes {
        casualties: casualty.map(|named| Stated { value: named.1, at: named.0, tier }),
        displacement: displaced.map(|named| Stated { value: named.2, at: named.0, tier }),
    }
}

/// The sentence before the one that begins at `start`, in the same paragraph.
fn before(tagged: &TaggedText<'_>, start: usize) -> Option<Range<usize>> {
    let paragraphs = tagged.words.paragraphs();
    let paragraph = &paragraphs[paragraphs.partition_point(|paragraph| paragraph.end <= start)..];
    let first = paragraph.first()?.start;
    // As far as it can belong to the count: a text without full stops is one sentence, which every count would read.
    let earlier = (start > first).then(|| tagged.near(start - 1, start))?;
    Some(earlier.start..earlier.end.min(start))
}
