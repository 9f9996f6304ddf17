//! A noun of what was done: "the death of five crewmen", "the displacement of 10,214 people".

use super::super::lexicon::{EventRole, EventWord};
use super::super::tagged::TaggedText;
use super::findings::Findings;
use super::governed::Bond;
use super::object::with_joined;
use super::verb_group::Mood;

pub(super) fn find(tagged: &TaggedText<'_>, at: usize, event: &'static EventWord, findings: &mut Findings) {
    if event.role != EventRole::Event {
        return;
    }
    if let Some(n) = possessor(tagged, at) {
        findings.push(tagged, n, event, at..at + 1, mood(tagged, at), Bond::Said);
    }
    if !tagged.is_one_of(at + 1, &["of", "to"]) {
        return;
    }
    let end = tagged.sentence(at).end;
    // "the death of the last two miners": an article may stand before the number.
    let behind = (at + 2..end.min(at + 5)).find(|&at| tagged.mention_from(at).is_some());
    let Some(behind) = behind.filter(|&behind| (at + 2..behind).all(|at| is_light(tagged, at))) else { return };
    let Some(first) = tagged.mention_from(behind) else { return };
    for n in with_joined(tagged, first) {
        findings.push(tagged, n, event, at..at + 1, mood(tagged, at), Bond::Said);
    }
}

/// The mention that owns the noun: "the six priests' murder".
fn possessor(tagged: &TaggedText<'_>, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let is_mark = tagged.is_one_of(before, &["'", "'s"]);
    let owner = tagged.mention_at(before.checked_sub(usize::from(is_mark))?)?;
    let is_owned = is_mark || tagged.word(before).ends_with("'s") || tagged.word(before).ends_with('\'');
    (is_owned && tagged.sentence(before) == tagged.sentence(at)).then_some(owner)
}

fn is_light(tagged: &TaggedText<'_>, at: usize) -> bool {
    tagged.is_one_of(at, &["the", "these", "those", "all", "his", "her", "their", "its", "last"])
        || tagged.is_adverbial(at)
}

/// Whether what governs the noun makes it a threat, a plan or a denial: "warned of the death of thousands".
fn mood(tagged: &TaggedText<'_>, at: usize) -> Mood {
    let first = tagged.sentence(at).start;
    // What governs the noun stands right before it, but for "of the" and "for the".
    let is_link = |at: &usize| {
        use super::super::lexicon::WordClass::Preposition;
        !tagged.is(*at, Preposition) || tagged.is_one_of(*at, &["of", "for", "about", "without", "to"])
    };
    for before in (first..at).rev().take(4).take_while(is_link) {
        if tagged.is_one_of(before, &["denied", "denies", "deny"]) {
            return Mood::Denied;
        }
        if tagged.is_one_of(before, &["no", "without", "prevent", "prevented", "avoid", "not"]) {
            return Mood::Negated;
        }
        if tagged.is_one_of(
            before,
            &["plan", "plans", "planned", "plot", "threatened", "warned", "could", "would", "will", "risk"],
        ) {
            return Mood::Unreal;
        }
        if tagged.is_one_of(before, &["alleged", "accused", "suspected", "allegations"]) {
            return Mood::Alleged;
        }
    }
    Mood::Real
}

#[cfg(test)]
mod tests {
    use crate::suggest::testing::{likely, nothing_likely};

    #[test]
    fn whose_death_it_was_is_counted() {
        likely(&[
            "\
It avenged the death of five crewmen.
               ^^^^^^^^^^^^^^^^^^^^^ Casualties",
            "\
The floods led to the displacement of 10,214 people.
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Displacement",
            "\
The six monks' murder shocked the country.
    ^^^^^^^^^^^^^^^^^ Casualties",
            "\
Police investigate the kidnapping of two nurses.
                       ^^^^^^^^^^^^^^^^^^^^^^^^ Casualties",
        ]);
    }

    #[test]
    fn what_was_planned_or_averted_is_not_likely() {
        nothing_likely(&[
            "The plot was for the murder of two judges.",
            "He denied the killing of 12 men.",
            "They warned of the death of thousands.",
            "The firm announced the death of version 6.",
        ]);
    }
}
