//! Who is said to have done it: "blamed on", "is responsible for", "claimed responsibility for".

use std::ops::Range;

use super::agent::{agent_before, agent_from};
use crate::model::Responsibility;
use crate::suggest::lexicon::WordList;
use crate::suggest::tagged::TaggedText;

/// Verbs that hold somebody responsible, with the words that follow who that is.
const BLAMES: WordList =
    WordList::of("blamed blames blaming accused accuses accusing charged charges suspected suspects implicated");

/// Verbs of what was done, before "by": "carried out by", "shot during the night by".
const DEEDS: WordList = WordList::of(
    "carried perpetrated committed launched staged shot machinegunned gunned fired planted mounted ambushed executed set \
    conducted claimed attacked bombed shelled murdered assassinated kidnapped detonated thrown organised organized",
);

/// A "by" stands within so many words of its deed: "perpetrated yesterday in the north of the country by".
const REACH: usize = 8;

/// Who a sentence with a count says did it, where the verb of the count itself does not tell, and how.
pub(super) fn blame(tagged: &TaggedText<'_>, own: &Range<usize>) -> Option<(Range<usize>, Responsibility)> {
    own.clone().find_map(|at| {
        claimed(tagged, own, at)
            .or_else(|| deed_by(tagged, own, at).map(|who| (who, Responsibility::Suspected)))
            .or_else(|| blamed(tagged, own, at).map(|who| (who, Responsibility::Suspected)))
            .or_else(|| responsible_for(tagged, own, at).map(|who| (who, Responsibility::Suspected)))
    })
}

/// "The front claimed responsibility for the attack", "denied responsibility".
fn claimed(tagged: &TaggedText<'_>, own: &Range<usize>, at: usize) -> Option<(Range<usize>, Responsibility)> {
    let how = match tagged.word(at) {
        "claimed" | "claims" | "claiming" | "accepted" | "took" | "admitted" => Responsibility::Declared,
        "denied" | "denies" | "denying" | "rejected" => Responsibility::Denied,
        _ => return None,
    };
    let is_of_it = (at + 1..at + 4).any(|next| tagged.is_one_of(next, &["responsibility", "involvement"]));
    let who = is_of_it.then(|| agent_before(tagged, own.start, at, true)).flatten()?;
    Some((who, how))
}

/// "an attack carried out on Monday by the front".
fn deed_by(tagged: &TaggedText<'_>, own: &Range<usize>, at: usize) -> Option<Range<usize>> {
    if tagged.word(at) != "by" {
        return None;
    }
    let before = (own.start.max(at.saturating_sub(REACH))..at).rev().take_while(|&before| !tagged.is_barrier(before));
    let is_done = before.into_iter().any(|before| tagged.is_in(before, &DEEDS));
    is_done.then(|| agent_from(tagged, at + 1, own.end, true)).flatten()
}

/// "blamed the front for the attack", "the attack has been blamed on the front", "the front is accused of killing".
fn blamed(tagged: &TaggedText<'_>, own: &Range<usize>, at: usize) -> Option<Range<usize>> {
    if !tagged.is_in(at, &BLAMES) {
        return None;
    }
    let is_passive = (own.start.max(at.saturating_sub(3))..at).any(|before| tagged.is_be(before));
    if !is_passive
        && let Some(who) = agent_from(tagged, at + 1, own.end, true)
        && tagged.is_one_of(who.end, &["for", "of", "with"])
        && is_of_deed(tagged, own, who.end)
    {
        return Some(who);
    }
    let near = at + 1..own.end.min(at + REACH + 4);
    match near.clone().next().map(|next| tagged.word(next)) {
        Some("of" | "with" | "for") if is_passive && is_of_deed(tagged, own, at + 1) => {
            agent_before(tagged, own.start, at, true)
        }
        // "has been blamed on the front", "blamed the murder of two on the front".
        _ if tagged.is_one_of(at, &["blamed", "blames", "blaming"]) => {
            let on = near.into_iter().find(|&on| tagged.word(on) == "on")?;
            agent_from(tagged, on + 1, own.end, true)
        }
        _ => None,
    }
}

/// "armed groups are responsible for the death of six".
fn responsible_for(tagged: &TaggedText<'_>, own: &Range<usize>, at: usize) -> Option<Range<usize>> {
    let is_told = tagged.word(at) == "responsible" && tagged.is_one_of(at + 1, &["for"]) && at > own.start;
    (is_told && tagged.is_be(at - 1)).then(|| agent_before(tagged, own.start, at, true)).flatten()
}

/// Whether what follows the preposition at token `at` is a deed that harms: "for **the attack**", "of **killing**".
fn is_of_deed(tagged: &TaggedText<'_>, own: &Range<usize>, at: usize) -> bool {
    const HARMS: WordList = WordList::of(
        "attack attacks bombing bombings strike strikes raid raids shelling ambush crime crimes violence it this that \
        explosion blast shooting massacre perpetrating",
    );
    const NEAR: usize = 6;
    (at + 1..own.end.min(at + NEAR))
        .any(|next| tagged.is_in(next, &HARMS) || tagged.events(next).any(|event| event.meaning.is_harm()))
}

#[cfg(test)]
mod tests {
    use crate::model::{Details, Responsibility};
    use crate::suggest::testing::proposed;

    fn held(text: &str) -> Option<(String, Responsibility)> {
        let (_, found) = proposed(text);
        match &found[0].details {
            Details::Casualties(record) => {
                record.responsible.as_ref().map(|who| (who.value.clone(), record.responsibility))
            }
            _ => None,
        }
    }

    #[test]
    fn who_is_said_to_have_done_it_is_held_responsible() {
        use Responsibility::{Declared, Denied, Suspected};
        for (text, who, how) in [
            (
                "Six monks were killed in an attack carried out on Monday by hooded men wearing masks.",
                "hooded men",
                Suspected,
            ),
            ("The mayor blamed the Sarn Front for the attack in which six monks were killed.", "Sarn Front", Suspected),
            ("The blast, in which six monks were killed, has been blamed on the Sarn Front.", "Sarn Front", Suspected),
            ("He said that local militias were responsible for the death of six monks.", "local militias", Suspected),
            (
                "On Monday the Sarn Front claimed responsibility for the blast that killed six monks.",
                "Sarn Front",
                Declared,
            ),
            (
                "On Monday the Sarn Front denied responsibility for the blast that killed six monks.",
                "Sarn Front",
                Denied,
            ),
            ("Six monks were shot dead by alleged Sarn Front members.", "Sarn Front members", Suspected),
            ("Six monks were murdered by men wearing army uniforms.", "men", Suspected),
            ("He said that Karsan army troops killed six monks.", "Karsan army troops", Suspected),
        ] {
            assert_eq!(held(text), Some((who.to_owned(), how)), "{text}");
        }
    }

    #[test]
    fn who_is_blamed_for_something_else_is_not() {
        for text in [
            "He accused the government of hiding the report on the murder of six monks.",
            "Six monks were killed in a fire, said a report by the Sarn Front.",
            "The storm killed six monks.",
        ] {
            assert_eq!(held(text), None, "{text}");
        }
    }
}
