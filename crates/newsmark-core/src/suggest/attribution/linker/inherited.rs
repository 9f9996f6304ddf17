//! Cues whose source the chain did not see: the subject that stands by them, else the source of the cue before ("he said
//! it rained, **adding** that …"), else the subject of the sentence.

use std::ops::Range;

use crate::suggest::lexicon::VerbForm;
use crate::suggest::words::{TokenKind, Words};

use super::super::SourceLink;
use super::draft::Draft;
use super::subject::{subject_after, subject_before, subject_of_sentence};

/// Gives each cue without a source the nearest one that structure tells.
pub fn link(words: &Words, drafts: &mut [Draft]) {
    let mut paragraphs = words.paragraphs().iter();
    let mut paragraph = paragraphs.next().cloned().unwrap_or(0..0);
    let mut last: Option<Range<usize>> = None;
    for draft in drafts {
        while draft.parts.start() >= paragraph.end {
            let Some(next) = paragraphs.next() else { return };
            (paragraph, last) = (next.clone(), None);
        }
        draft.take_source_from_content(words);
        if draft.parts.source.is_none()
            && let Some(cue) = draft.parts.cue.clone()
        {
            let is_after = draft.parts.content.first().is_some_and(|content| content.start < cue.start);
            let beside = subject_before(words, cue.start);
            let behind = || is_after.then(|| subject_after(words, cue.end - 1)).flatten();
            let beside = beside.or_else(behind).filter(|source| !draft.touches_content(source));
            // "The council sold the mill, saying …": a participle has the subject of its sentence, whoever spoke before.
            let is_of_sentence =
                |source: &Range<usize>| words.sentence_of(source.start) == words.sentence_of(cue.start);
            let speaks_now = last.as_ref().is_some_and(is_of_sentence);
            let subject = || {
                (is_participle(words, cue.start) && !speaks_now)
                    .then(|| subject_of_sentence(words, cue.start))
                    .flatten()
                    .filter(|source| !draft.touches_content(source))
            };
            let found = match (beside.or_else(subject), &last) {
                (Some(beside), _) => Some((beside, SourceLink::ByCue)),
                (None, Some(last)) => Some((last.clone(), SourceLink::Inherited)),
                // An infinitive or a passive has a subject that is not who speaks.
                (None, None) if words.word(cue.end - 1) == ":" => subject_of_sentence(words, cue.start)
                    .filter(|source| !draft.touches_content(source))
                    .map(|source| (source, SourceLink::ByCue)),
                (None, None) => None,
            };
            if let Some((source, link)) = found {
                (draft.parts.source, draft.link) = (Some(source), link);
            }
        }
        // "which" has its noun near and is nobody later.
        let is_lasting = |source: &&Range<usize>| !matches!(words.word(source.start), "who" | "which" | "that");
        if let Some(source) = draft.parts.source.as_ref().filter(is_lasting) {
            last = Some(source.clone());
        }
    }
}

fn is_participle(words: &Words, at: usize) -> bool {
    words.entry(at).and_then(|entry| entry.verb.as_ref()).is_some_and(|verb| verb.form == VerbForm::Ing)
}

impl Draft {
    /// Makes the words right before the cue the source where the chain took them for content that goes on after it: no
    /// content ends at a verb without a mark between.
    fn take_source_from_content(&mut self, words: &Words) {
        let (Some(cue), None, [first, _, ..]) = (&self.parts.cue, &self.parts.source, &self.parts.content[..]) else {
            return;
        };
        let is_plain = first.clone().all(|at| words.tokens()[at].kind == TokenKind::Word);
        if first.end == cue.start && is_plain {
            self.parts.source = Some(self.parts.content.remove(0));
            self.link = SourceLink::ByCue;
        }
    }

    fn touches_content(&self, range: &Range<usize>) -> bool {
        self.parts.content.iter().any(|content| content.start < range.end && range.start < content.end)
    }
}
