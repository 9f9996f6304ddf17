//! By whose account a count is.

use std::ops::Range;

use crate::model::{Anchored, Attribution, AttributionPart, Certainty, FieldPath, Span, Text};
use crate::suggest::attribution::{FoundAttribution, SourceLink};
use crate::suggest::lexicon::{VerbClass, WordList};
use crate::suggest::proposal::Tier;
use crate::suggest::tagged::TaggedText;

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

/// Those by whose account a count is that somebody denies: "the army denied reports by **the mayor** that …".
fn claimant(tagged: &TaggedText<'_>, found: &FoundAttribution) -> Option<FoundAttribution> {
    const CLAIMS: WordList = WordList::of(
        "claim claims report reports accusation accusations allegation allegations charge charges statement statements",
    );
    let token = |byte: usize| tagged.words.tokens().partition_point(|token| token.span.end() <= byte);
    let told = token(found.cue?.start())..token(found.content.start());
    let noun = told.clone().find(|&at| tagged.is_in(at, &CLAIMS))?;
    let by = (noun + 1 < told.end && tagged.is_one_of(noun + 1, &["by", "from"])).then_some(noun + 1)?;
    let end = (by + 1..told.end).find(|&at| tagged.is_one_of(at, &["that", ",", "of", "about"])).unwrap_or(told.end);
    let source: Range<usize> = by + 1..end;
    let (source, cue) = (tagged.span(&source)?, tagged.span(&(noun..noun + 1))?);
    let link = SourceLink::ByCue;
    Some(FoundAttribution {
        source: Some(source),
        cue: Some(cue),
        cue_class: None,
        speaker: None,
        link,
        ..found.clone()
    })
}

impl Fields {
    /// Notes by whose account a count is; `found` reports it.
    pub fn attribute_count(&mut self, tagged: &TaggedText<'_>, found: &FoundAttribution, record: &mut Attribution) {
        let text = tagged.words.text();
        if found.cue_class != Some(VerbClass::Denial) {
            return self.attribute(text, found, record);
        }
        if let Some(claimant) = claimant(tagged, found) {
            return self.attribute(text, &claimant, record);
        }
        self.attribute(text, found, record);
        // Who denies a sentence may deny another thing in it than its number.
        if record.certainty == Certainty::default() {
            record.certainty = Certainty::Denied;
            let field = FieldPath::Attribution(AttributionPart::Certainty);
            self.note_with(field, found.cue, Tier::Possible, String::new());
        }
    }

    /// Notes source and cue of a count in its record.
    pub fn attribute(&mut self, text: &Text, found: &FoundAttribution, record: &mut Attribution) {
        let tier = found.tier;
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
