//! How sure a proposal is, and which are left out.

use newsmark_figures::Qualifier;

use super::rules::{Bond, Governed, Mood};
use super::tagged::TaggedText;

/// How likely an editor would call the count right, from 0 to 1; `None` for what is not proposed at all.
///
/// The numbers are shares of right ones among counts of their kind, read by hand in articles that no rule was made for.
pub(super) fn probability(tagged: &TaggedText<'_>, count: &Governed) -> Option<f64> {
    let by_mood = match count.mood {
        Mood::Real => 1.0,
        Mood::Reported | Mood::Feared => 0.97,
        Mood::Possible | Mood::Alleged => 0.8,
        Mood::Future if !count.meaning.is_harm() => 0.7,
        Mood::Denied => 0.6,
        Mood::Future | Mood::Negated | Mood::Unreal => return None,
    };
    let mention = &tagged.mentions[count.mention];
    let by_bond = match count.bond {
        Bond::Said => 0.98,
        Bond::Postposed => 0.96,
        Bond::Attribute => 0.8,
    };
    let mut sure = by_mood * by_bond;
    if count.is_weak {
        sure *= 0.75;
    }
    // One who flees or comes back is a person of the story and no figure of displacement.
    if !count.meaning.is_harm() && mention.number() == Some(1) {
        sure *= 0.6;
    }
    if mention.reading.qualifier == Qualifier::UnknownPlural {
        sure *= 0.85;
    }
    // "No one was hurt" is a count of none, and an editor may want it.
    if mention.reading.high == Some(0) {
        sure *= 0.7;
    }
    if is_asked(tagged, count) || is_supposed(tagged, count) {
        sure *= 0.6;
    }
    Some(sure)
}

/// Whether the sentence asks.
fn is_asked(tagged: &TaggedText<'_>, count: &Governed) -> bool {
    let sentence = tagged.sentence(count.governor.start);
    (sentence.end.saturating_sub(2)..sentence.end).any(|at| tagged.word(at) == "?")
}

/// Whether the clause only supposes: "if 12 people are killed".
fn is_supposed(tagged: &TaggedText<'_>, count: &Governed) -> bool {
    let sentence = tagged.sentence(count.governor.start);
    let first = tagged.mentions[count.mention].phrase.start.min(count.governor.start);
    let near = sentence.start.max(first.saturating_sub(8))..first;
    near.clone().any(|at| {
        tagged.is_one_of(at, &["if", "unless", "whether", "suppose", "imagine", "every"])
            || tagged.is_one_of(at, &["in"]) && tagged.word(at + 1) == "case"
    })
}
