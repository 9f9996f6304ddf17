//! A quotation without a cue beside one with: "“It burned,” she said. “We ran.”", in its paragraph or in the one before.

use std::ops::Range;

use crate::suggest::words::Words;

use super::super::{AttributionParts, SourceLink};
use super::draft::{Draft, owners, unattributed_quotations};

/// Another voice may stand in a paragraph, so that this is never more than possible.
const SURE: f64 = 0.6;

/// A paragraph that is all quotation mostly goes on with who was quoted before, but in a dialogue it answers.
const LESS_SURE: f64 = 0.5;

/// Nobody is named: it may be a slogan as well.
const UNNAMED: f64 = 0.3;

/// Attributes quotations without a cue to the last source that is quoted before them in their paragraph, else to the
/// next in it; where they are the whole paragraph, to the last of the paragraph before.
pub fn link(words: &Words, drafts: &mut Vec<Draft>) {
    let sourced = sourced(words, drafts);
    let mut last_of: Vec<Option<Range<usize>>> =
        sourced.iter().map(|own| own.last().map(|(_, source)| source.clone())).collect();
    for quotation in unattributed_quotations(words, &owners(words, drafts)) {
        let at = words.paragraphs().partition_point(|paragraph| paragraph.end <= quotation.start);
        let Some(paragraph) = words.paragraphs().get(at) else { continue };
        let own = &sourced[at];
        let n_before = own.partition_point(|(start, _)| *start < quotation.start);
        let nearest = n_before.checked_sub(1).map_or(own.first(), |last| own.get(last));
        // A mark or a word beside the quotation makes no voice of its own.
        let is_whole = quotation.len() + 2 >= paragraph.len();
        let last_before = || at.checked_sub(1).filter(|_| is_whole).and_then(|before| last_of[before].as_ref());
        let (source, link, probability) = match (nearest, last_before()) {
            (Some((_, source)), _) => (Some(source.clone()), SourceLink::SameParagraph, SURE),
            (None, Some(source)) => (Some(source.clone()), SourceLink::ParagraphBefore, LESS_SURE),
            (None, None) => (None, SourceLink::Unnamed, UNNAMED),
        };
        // The paragraph after this one may go on from it.
        if last_of[at].is_none() {
            last_of[at].clone_from(&source);
        }
        let parts = AttributionParts { source, cue: None, content: vec![quotation] };
        drafts.push(Draft { parts, link, probability, evidence: None });
    }
}

/// For each paragraph where its attributions with a source begin, in order, and their sources.
fn sourced(words: &Words, drafts: &[Draft]) -> Vec<Vec<(usize, Range<usize>)>> {
    let mut found = vec![Vec::new(); words.paragraphs().len()];
    for draft in drafts {
        let start = draft.parts.start();
        let paragraph = words.paragraphs().partition_point(|paragraph| paragraph.end <= start);
        if let (Some(of_paragraph), Some(source)) = (found.get_mut(paragraph), &draft.parts.source) {
            of_paragraph.push((start, source.clone()));
        }
    }
    found.iter_mut().for_each(|of_paragraph| of_paragraph.sort_by_key(|(start, _)| *start));
    found
}
