use std::ops::Range;

use super::{Stated, sentence};
use crate::model::Certainty;
use crate::suggest::lexicon::WordList;
use crate::suggest::proposal::Tier;
use crate::suggest::rules::{Governed, Mood};
use crate::suggest::tagged::TaggedText;

/// How sure the words make a count; `None` where they say nothing of it.
pub(in crate::suggest) fn certainty(tagged: &TaggedText<'_>, count: &Governed) -> Option<Stated<Certainty>> {
    let by_mood = match count.mood {
        Mood::Reported => Some(Certainty::Reported),
        Mood::Feared => Some(Certainty::Feared),
        Mood::Possible => Some(Certainty::Possible),
        Mood::Alleged => Some(Certainty::Alleged),
        Mood::Future => Some(Certainty::Announced),
        Mood::Denied => Some(Certainty::Denied),
        Mood::Real | Mood::Negated | Mood::Unreal => None,
    };
    if let Some(value) = by_mood {
        return Some(Stated { value, at: count.governor.clone(), tier: Tier::Likely });
    }
    let own = sentence(tagged, count);
    let mention = &tagged.mentions[count.mention];
    // A hedge counts where it stands by the verb or the number; elsewhere it may belong to another clause.
    let near = own.start.max(count.governor.start.min(mention.phrase.start).saturating_sub(4))
        ..own.end.min(count.governor.end.max(mention.phrase.end) + 3);
    near.clone().find_map(|at| hedge(tagged, at).map(|(value, at)| Stated { value, at, tier: Tier::Likely }))
}

fn hedge(tagged: &TaggedText<'_>, at: usize) -> Option<(Certainty, Range<usize>)> {
    let value = match tagged.word(at) {
        "reportedly" | "unconfirmed" => Certainty::Reported,
        "estimated" | "estimates" | "estimate" => Certainty::Estimate,
        "allegedly" | "alleged" => Certainty::Alleged,
        "possibly" | "probably" => Certainty::Possible,
        "feared" | "presumed" => Certainty::Feared,
        _ => return None,
    };
    Some((value, at..at + 1))
}

/// How sure a cue makes what it reports; `None` for one that leaves it open, as "said".
pub(in crate::suggest) fn certainty_of_cue(
    tagged: &TaggedText<'_>,
    cue: Option<&Range<usize>>,
) -> Option<Stated<Certainty>> {
    // Forms of verbs, as the classes of the list are wider: who refuses to speak denies nothing.
    const CUES: [(Certainty, WordList); 6] = [
        (
            Certainty::Denied,
            WordList::of(
                "denied denies denying deny rejected rejects rejecting refuted refutes disputed disputes dismissed",
            ),
        ),
        (
            Certainty::Estimate,
            WordList::of("estimated estimates estimating estimate reckoned reckons projected projects"),
        ),
        (
            Certainty::Alleged,
            WordList::of("alleged alleges alleging accused accuses accusing claimed claims claiming charged"),
        ),
        (
            Certainty::Announced,
            WordList::of("announced announces announcing declared declares proclaimed pledged vowed promised"),
        ),
        (Certainty::Feared, WordList::of("feared fears fearing fear")),
        (Certainty::Reported, WordList::of("reportedly")),
    ];
    let cue = cue?;
    CUES.iter().find_map(|(value, words)| {
        let at = cue.clone().find(|&at| tagged.is_in(at, words))?;
        Some(Stated { value: *value, at: at..at + 1, tier: Tier::Likely })
    })
}
