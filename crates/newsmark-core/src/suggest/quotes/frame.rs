use std::ops::Range;

use crate::model::Span;
use crate::suggest::attribution::FoundAttribution;
use crate::suggest::lexicon::WordList;
use crate::suggest::tagged::TaggedText;

/// The words that introduce what somebody said: the sentence of the cue without the content, in tokens.
pub(super) struct Frame<'t, 'a> {
    pub tagged: &'t TaggedText<'a>,
    pub source: Option<Range<usize>>,
    pub cue: Option<Range<usize>>,
    /// Its tokens in order, near the source and the cue.
    pub tokens: Vec<usize>,
}

/// What tells to whom and how something was said stands within so many words of who says it: "said late on Monday in an
/// interview with state television".
const REACH: usize = 12;

impl<'t, 'a> Frame<'t, 'a> {
    /// The frame of `found`.
    pub fn of(tagged: &'t TaggedText<'a>, found: &FoundAttribution) -> Frame<'t, 'a> {
        let range = |span: Span| {
            let tokens = tagged.words.tokens();
            let first = tokens.partition_point(|token| token.span.end() <= span.start());
            first..tokens.partition_point(|token| token.span.start() < span.end()).max(first)
        };
        let (source, cue) = (found.source.map(range), found.cue.map(range));
        let content: Vec<Range<usize>> = found.content.iter().map(range).collect();
        let mut frame = Frame { tagged, source, cue, tokens: Vec::new() };
        // An inherited source stands in another sentence, which introduces other words.
        let Some(anchor) = frame.cue.clone() else { return frame };
        let sentence = tagged.near(anchor.start, anchor.end);
        let first = frame.source.iter().filter(|source| sentence.contains(&source.start)).map(|source| source.start);
        let last = frame.source.iter().filter(|source| sentence.contains(&source.start)).map(|source| source.end);
        let first = first.chain([anchor.start]).min().unwrap_or(anchor.start).saturating_sub(REACH);
        let last = last.chain([anchor.end]).max().unwrap_or(anchor.end) + REACH;
        let near = sentence.start.max(first)..sentence.end.min(last);
        let is_content = |at: &usize| content.iter().any(|range| range.contains(at));
        frame.tokens = near.filter(|at| !is_content(at)).collect();
        frame
    }

    /// Whether token `at` introduces and is none of what is said.
    pub fn has(&self, at: usize) -> bool {
        self.tokens.binary_search(&at).is_ok()
    }

    /// Whether token `at` is of who says it.
    pub fn is_source(&self, at: usize) -> bool {
        self.source.as_ref().is_some_and(|source| source.contains(&at))
    }

    /// The last token of the cue that is one of `words`.
    pub fn cue_in(&self, words: &WordList) -> Option<usize> {
        self.cue.clone()?.rev().find(|&at| self.tagged.is_in(at, words))
    }
}
