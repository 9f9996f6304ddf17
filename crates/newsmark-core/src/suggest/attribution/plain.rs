//! Reports of a plain shape, which are surer than the shares of their labels say.

use std::ops::Range;

use crate::model::QuoteKind;
use crate::suggest::lexicon::{Lexicon, Verb};
use crate::suggest::words::Words;

use super::AttributionParts;

/// Verbs that do nothing but report: behind any other a noun phrase may be no statement ("described the plan").
const SAYS: [&str; 10] = ["say", "tell", "add", "explain", "note", "argue", "insist", "write", "continue", "reply"];

/// In which of the plain shapes an attribution with cue and source is: words in marks beside them, "the mayor said that …",
/// or one verb of speech.
pub(super) struct PlainShape {
    pub is_quoted_beside: bool,
    pub is_that: bool,
    pub is_said: bool,
}

impl PlainShape {
    /// The shape of an attribution of this kind.
    pub fn of(words: &Words, parts: &AttributionParts, kind: QuoteKind) -> PlainShape {
        let none = PlainShape { is_quoted_beside: false, is_that: false, is_said: false };
        let (Some(source), Some(cue)) = (&parts.source, &parts.cue) else { return none };
        let is_quoted = matches!(kind, QuoteKind::Direct | QuoteKind::Mixed);
        PlainShape {
            is_quoted_beside: is_quoted && is_beside(parts, &(source.start.min(cue.start)..source.end.max(cue.end))),
            is_that: parts.content.first().is_some_and(|content| {
                words.word(content.start) == "that" || content.start > 0 && words.word(content.start - 1) == "that"
            }),
            is_said: cue.len() == 1 && verb(words, cue.start).is_some_and(|verb| SAYS.contains(&verb.lemma.as_str())),
        }
    }

    /// Whether it is any of them.
    pub fn is_any(&self) -> bool {
        self.is_quoted_beside || self.is_that || self.is_said
    }
}

/// Whether a stretch of the content stands beside the cue and the source. A comma may stand between, or the "that" of a
/// clause.
fn is_beside(parts: &AttributionParts, frame: &Range<usize>) -> bool {
    parts.content.iter().any(|content| {
        content.end <= frame.start && frame.start - content.end <= 1
            || frame.end <= content.start && content.start - frame.end <= 1
    })
}

fn verb(words: &Words, at: usize) -> Option<&'static Verb> {
    Lexicon::english().entry(&words.word(at).to_lowercase())?.verb.as_ref()
}
