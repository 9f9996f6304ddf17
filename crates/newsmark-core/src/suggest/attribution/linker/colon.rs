//! "The mayor put it plainly:" and then a quotation, in the same paragraph or as a block of its own.

use crate::suggest::lexicon::WordClass;
use crate::suggest::words::Words;

use super::super::{AttributionParts, SourceLink};
use super::draft::{Draft, owners, unattributed_quotations};
use super::subject::{subject_before, subject_of_sentence};

/// A colon introduces what follows oftener than not; that its sentence's first noun is who says it is less sure.
const SURE: f64 = 0.85;

/// The cue and its subject are looked for so many words back: a sentence that introduces a quotation is short.
const REACH: usize = 40;

/// Attributes quotations that a colon introduces to the subject of its sentence.
pub fn link(words: &Words, drafts: &mut Vec<Draft>) {
    for quotation in unattributed_quotations(words, &owners(words, drafts)) {
        let Some(colon) = quotation.start.checked_sub(1).filter(|at| words.word(*at) == ":") else { continue };
        let sentence = words.sentence_of(colon).start.max(colon.saturating_sub(REACH))..colon;
        let cue = (sentence.start..colon).rev().find(|at| is_cue(words, *at));
        let source = subject_before(words, cue.unwrap_or(colon)).or_else(|| subject_of_sentence(words, colon));
        let is_said = cue.is_some() || source.is_some();
        if is_said {
            let probability = if cue.is_some() && source.is_some() { SURE } else { SURE / 2.0 };
            let cue = cue.map_or(colon..colon + 1, |cue| cue..cue + 1);
            let parts = AttributionParts { source, cue: Some(cue), content: vec![quotation] };
            drafts.push(Draft { parts, link: SourceLink::Colon, probability, evidence: None });
        }
    }
}

fn is_cue(words: &Words, at: usize) -> bool {
    let entry = words.entry(at);
    let is_report = entry.is_some_and(|entry| entry.verb.as_ref().is_some_and(|verb| verb.class.is_reporting()));
    is_report || entry.and_then(|entry| entry.class) == Some(WordClass::CueNoun)
}
