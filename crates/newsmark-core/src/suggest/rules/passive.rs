//! A passive and its subject: "at least 12 people were killed", "dozens more wounded".

use super::super::lexicon::{EventRole, EventWord, VerbForm, WordClass};
use super::super::tagged::TaggedText;
use super::super::words::TokenKind;
use super::findings::Findings;
use super::governed::Bond;
use super::subject::subjects;
use super::verb_group::VerbGroup;

pub(super) fn find(tagged: &TaggedText<'_>, at: usize, event: &'static EventWord, findings: &mut Findings) {
    let is_participle = matches!(event.form, Some(VerbForm::Past | VerbForm::Participle));
    if event.role != EventRole::Act || !is_participle {
        return;
    }
    let group = VerbGroup::of(tagged, at);
    if group.has_be {
        for n in subjects(tagged, group.tokens.start) {
            findings.push(tagged, n, event, group.tokens.clone(), group.mood, Bond::Said);
        }
        return;
    }
    if let Some(n) = tagged.mention_at(at) {
        let mention = &tagged.mentions[n];
        // "55 wounded" is a count of them, "55 wounded soldiers" describes whom something else is said of.
        let bond = if at + 1 == mention.phrase.end { Bond::Postposed } else { Bond::Attribute };
        if at > mention.figure.start {
            findings.push(tagged, n, event, at..at + 1, group.mood, bond);
        }
    } else if !has_object(tagged, at)
        && let Some(n) = described(tagged, group.tokens.start)
    {
        findings.push(tagged, n, event, group.tokens.clone(), group.mood, Bond::Postposed);
    }
}

/// The mention that ends right before token `at`: "people killed in the raid", "12 others wounded".
pub(super) fn described(tagged: &TaggedText<'_>, at: usize) -> Option<usize> {
    let mut before = at.checked_sub(1)?;
    if let Some(bracket) = tagged.opening_bracket(before) {
        before = bracket.checked_sub(1)?;
    }
    if tagged.is_one_of(before, &["them", "whom"]) && before > 1 && tagged.word(before - 1) == "of" {
        // "18,000 of them leaving".
        before -= 2;
    }
    while tagged.mention_at(before).is_none() && (tagged.is_adverbial(before) || tagged.word(before) == "others") {
        before = before.checked_sub(1)?;
    }
    let is_in_sentence = tagged.sentence(before) == tagged.sentence(at);
    tagged.mention_at(before).filter(|&n| is_in_sentence && tagged.mentions[n].phrase.end == before + 1)
}

/// Whether the verb at token `at` has an object of its own behind it, so that it is no passive.
pub(super) fn has_object(tagged: &TaggedText<'_>, at: usize) -> bool {
    let mut behind = at + 1;
    while tagged.is_adverbial(behind) && !tagged.is_one_of(behind, &["all", "both", "others", "more"]) {
        behind += 1;
    }
    if !tagged.sentence(at).contains(&behind) {
        return false;
    }
    if tagged.mention_at(behind).is_some() {
        return true;
    }
    if tagged.kind(behind) != Some(TokenKind::Word) {
        return false;
    }
    let is_time = tagged.is(behind, WordClass::Time);
    match tagged.class(behind) {
        Some(WordClass::Preposition | WordClass::Conjunction | WordClass::Relative | WordClass::Auxiliary) => false,
        Some(WordClass::Modal | WordClass::Negation | WordClass::Adverb | WordClass::Time) => false,
        _ => !is_time && tagged.verb_form(behind).is_none(),
    }
}

#[cfg(test)]
mod tests {
    use crate::suggest::testing::{likely, nothing_likely};

    #[test]
    fn the_subject_of_a_passive_is_counted() {
        likely(&[
            "\
At least 12 people were killed in Karsa.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Casualties",
            "\
Thirteen farmers, among them seven children, were killed.
^^^^^^^^^^^^^^^^ Casualties
                             ^^^^^^^^^^^^^^ Casualties",
            "\
Two nurses and a driver were wounded by shrapnel.
^^^^^^^^^^ Casualties
               ^^^^^^^^^^^^^^^^^^^^^ Casualties",
            "\
Three men were killed and dozens more injured.
^^^^^^^^^^^^^^^^^^^^^ Casualties
                          ^^^^^^^^^^^^^^^^^^^ Casualties",
            "\
Nine people trapped in the mine have been found alive, but four were burned to death.
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^ Casualties",
            "\
About 1,600 people (310 families) were displaced.
^^^^^^^^^^^^^^^^^^ Displacement",
            "\
Nine soldiers were on leave and were wounded when a mine exploded.
^^^^^^^^^^^^^ Casualties",
            "\
A crew of five was rescued; a group of 12 miners was buried and killed.
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Casualties",
            "\
Some 900 families have been forced to flee.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Displacement",
            "\
Six rescuers were reported killed.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Casualties",
        ]);
    }

    #[test]
    fn what_is_to_come_or_did_not_happen_is_not_likely() {
        nothing_likely(&[
            "No one was hurt.",
            "None of the 40 passengers was injured.",
            "Up to 300 families could be evacuated.",
            "About 500 people are to be relocated next year.",
            "Twelve people were not killed, as first reported.",
            "If 12 people are killed, the talks end.",
            "Were 12 people killed?",
            "Two journalists were arrested.",
            "The 12 shells were destroyed.",
            "He was killed by the 3rd Brigade on 12 May 2019.",
        ]);
    }
}
