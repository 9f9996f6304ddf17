//! Those who are some of the dead: "among the dead were three children", "five of the wounded", "two were among them".

use super::super::lexicon::{EventRole, EventWord, VerbForm};
use super::super::tagged::TaggedText;
use super::findings::Findings;
use super::governed::{Bond, Part};
use super::object::with_joined;
use super::subject::subjects;
use super::verb_group::Mood;

pub(super) fn find(tagged: &TaggedText<'_>, at: usize, event: &'static EventWord, findings: &mut Findings) {
    let is_noun = matches!(event.role, EventRole::State | EventRole::Act | EventRole::Count | EventRole::Undergo)
        && !matches!(event.form, Some(VerbForm::Ing | VerbForm::Base | VerbForm::Third));
    let Some(article) = at.checked_sub(1).filter(|&at| tagged.is_one_of(at, &["the", "those"])) else { return };
    if !is_noun || tagged.sentence(article) != tagged.sentence(at) {
        return;
    }
    let mut push = |n: usize, cue: std::ops::Range<usize>| {
        let part = Some(Part { cue, whole: None });
        findings.push_part(tagged, n, event, at..at + 1, Mood::Real, Bond::Said, part);
    };
    if tagged.is_one_of(at + 1, &["include", "included", "includes"]) {
        let first = tagged.mention_from(at + 2);
        let listed = first.map(|first| with_joined(tagged, first)).unwrap_or_default();
        listed.into_iter().for_each(|n| push(n, article..at + 2));
        return;
    }
    let Some(before) = article.checked_sub(1) else { return };
    if tagged.word(before) == "among" {
        let cue = before..at + 1;
        let behind = (at + 1..tagged.sentence(at).end.min(at + 8)).find(|&at| tagged.is_be(at));
        if let Some(first) = behind.and_then(|be| tagged.mention_from(be + 1)) {
            with_joined(tagged, first).into_iter().for_each(|n| push(n, cue.clone()));
        } else if before > 0 && tagged.is_be(before - 1) {
            subjects(tagged, before - 1).into_iter().for_each(|n| push(n, cue.clone()));
        }
    } else if tagged.word(before) == "of" {
        let owner = tagged.mention_at(at).filter(|&n| tagged.mentions[n].phrase.start < before);
        let counted = before.checked_sub(1).and_then(|at| tagged.mention_at(at));
        if let Some(n) = owner.or(counted) {
            push(n, before..at + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::suggest::testing::likely;

    #[test]
    fn some_of_the_dead_are_a_part() {
        likely(&[
            "\
Among the dead were three children and two women.
                    ^^^^^^^^^^^^^^ Casualties
                                       ^^^^^^^^^ Casualties",
            "\
Five of the wounded were nurses.
^^^^^^^^^^^^^^^^^^^ Casualties",
            "\
Two women were among the dead.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Casualties",
            "\
The dead included nine children.
                  ^^^^^^^^^^^^^ Casualties",
        ]);
    }
}
