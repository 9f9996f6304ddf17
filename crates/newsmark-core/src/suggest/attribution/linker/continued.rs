//! A quotation of several paragraphs opens its marks in each and closes them in the last (Chicago Manual of Style 13.32).

use crate::suggest::words::{TokenKind, Words};

use super::super::{AttributionParts, SourceLink};
use super::draft::{Draft, owners, unattributed_quotations};

/// How sure it is that a quotation goes on where its marks say so.
const SURE: f64 = 0.92;

/// The same of straight marks, which tell opening from closing by what stands beside them alone.
const LESS_SURE: f64 = 0.7;

/// The same where nobody is known to speak.
const UNNAMED: f64 = 0.5;

/// Attributes a quotation that opens a paragraph, after one that left a quotation open, to the source of that.
pub fn link(words: &Words, drafts: &mut Vec<Draft>) {
    let mut owners = owners(words, drafts);
    for quotation in unattributed_quotations(words, &owners) {
        let opens_paragraph = words.paragraphs().binary_search_by_key(&quotation.start, |range| range.start);
        let Ok(place) = opens_paragraph else { continue };
        let Some(before) = place.checked_sub(1).and_then(|before| words.paragraphs().get(before)) else { continue };
        let is_left_open = words.quotation_of(before.end - 1).is_some_and(|before| before.is_left_open);
        if !is_left_open || words.tokens()[quotation.start].kind != TokenKind::Opens {
            continue;
        }
        let Some(speaking) = owners[before.end - 1].and_then(|place| drafts.get(place)) else { continue };
        let source = speaking.parts.source.clone();
        let is_straight = matches!(words.word(quotation.start), "\"" | "''" | "``" | "'");
        let probability = match (&source, is_straight) {
            (None, _) => UNNAMED,
            (Some(_), true) => LESS_SURE,
            (Some(_), false) => SURE,
        };
        // The paragraph after this one may go on from it.
        owners[quotation.clone()].fill(Some(drafts.len()));
        let parts = AttributionParts { source, cue: None, content: vec![quotation] };
        drafts.push(Draft { parts, link: SourceLink::ContinuedParagraph, probability, evidence: None });
    }
}
