use newsmark_figures::Unit;

use super::anchored;
use crate::model::{Anchored, Denominator, Figure, Span};
use crate::suggest::rules::Governed;
use crate::suggest::tagged::TaggedText;

/// The figure of a count, as the number reader read it.
pub(in crate::suggest) fn figure(tagged: &TaggedText<'_>, count: &Governed) -> Figure {
    let mention = &tagged.mentions[count.mention];
    let reading = &mention.reading;
    // "more than 60 were wounded" and "12 deaths" count persons, as nobody else is wounded or dies.
    let counts_people = matches!(reading.unit, Unit::Unspecified | Unit::Other);
    let whole = reading.share.as_ref().and_then(|share| {
        let text = Anchored::taken(tagged.words.text(), Span::new(share.at.start, share.at.end)?);
        Some(Denominator { text: Some(text), best: share.whole })
    });
    Figure {
        text: anchored(tagged, &mention.figure),
        qualifier: reading.qualifier,
        low: reading.low,
        best: reading.best,
        high: reading.high,
        unit: if counts_people { Unit::Person } else { reading.unit },
        household_size: None,
        convention: reading.convention,
        of: whole.unwrap_or_default(),
    }
}
