//! By whose account a count is.

use crate::model::{Anchored, Attribution, AttributionPart, FieldPath, Span, Text};
use crate::suggest::attribution::{FoundAttribution, LIKELY};
use crate::suggest::proposal::Tier;

use super::Fields;

/// The surest of `reported`, in the order of the text, of whose content `figure` is a part.
pub(in crate::suggest) fn source(reported: &[FoundAttribution], figure: Span) -> Option<&FoundAttribution> {
    // Contents overlap only where one is reported within another, and nobody nests them deeper.
    const DEEPEST: usize = 8;
    let behind = reported.partition_point(|found| found.content.start() <= figure.start());
    let holds = |found: &&FoundAttribution| found.content.iter().any(|span| span.encloses(figure));
    let around = reported[..behind].iter().rev().take(DEEPEST).filter(holds).filter(|found| found.source.is_some());
    around.max_by(|one, other| one.probability.total_cmp(&other.probability))
}

impl Fields {
    /// Notes source and cue of a count in its record.
    pub fn attribute(&mut self, text: &Text, found: &FoundAttribution, record: &mut Attribution) {
        let tier = if found.probability >= LIKELY { Tier::Likely } else { Tier::Possible };
        let taken = |span: Option<Span>| span.map(|span| Anchored::taken(text, span));
        record.words = taken(found.source);
        record.cue = taken(found.cue);
        for (part, at) in [(AttributionPart::Words, found.source), (AttributionPart::Cue, found.cue)] {
            if at.is_some() {
                self.note_with(FieldPath::Attribution(part), at, tier, found.why(text));
            }
        }
        // The row of the table of sources is named as the fullest mention is: a pronoun names none.
        if let Some(named) = found.speaker.or(found.source) {
            let field = FieldPath::Attribution(AttributionPart::Source);
            self.note_with(field, Some(named), tier, found.why(text));
        }
    }
}
