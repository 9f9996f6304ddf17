use std::ops::Range;

use crate::model::{Span, Spans};
use crate::suggest::attribution::FoundAttribution;
use crate::suggest::tagged::TaggedText;
use crate::suggest::words::TokenKind;

/// What a sentence says, by one account.
#[derive(Clone, Debug)]
pub(super) struct Statement<'r> {
    /// Its words, as ranges of tokens of one sentence.
    pub words: Vec<Range<usize>>,
    /// Who is reported to say it; `None` for what the article says itself.
    pub by: Option<&'r FoundAttribution>,
}

/// A sentence is read so far: a table or a text without full stops is one, and says nothing as a whole.
const LONGEST_SENTENCE: usize = 120;

impl Statement<'_> {
    /// The words to mark: those of the statement without the marks around them.
    pub fn spans(&self, tagged: &TaggedText<'_>) -> Option<Spans> {
        let is_word = |at: &usize| matches!(tagged.kind(*at), Some(TokenKind::Word | TokenKind::Number));
        let trimmed = |range: &Range<usize>| {
            // "$40 million" and "40%" keep their signs.
            let is_kept = |at: &usize| is_word(at) || tagged.is_one_of(*at, &["$", "€", "£", "%", "(", ")"]);
            let first = range.clone().find(is_kept)?;
            let last = range.clone().rev().find(is_kept)?;
            tagged.span(&(first..last + 1))
        };
        let spans: Vec<Span> = self.words.iter().filter_map(trimmed).collect();
        Spans::new(spans)
    }

    /// The tokens of the statement in order.
    pub fn tokens(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.words.iter().cloned().flatten()
    }
}

/// The statements of an article, in order: of each sentence what is reported in it, or else the sentence itself.
/// `reported` is in the order of the text.
pub(super) fn statements<'r>(tagged: &TaggedText<'_>, reported: &'r [FoundAttribution]) -> Vec<Statement<'r>> {
    let tokens = tagged.words.tokens();
    // The pieces of all contents in order: (tokens, whose).
    let mut pieces: Vec<(Range<usize>, usize)> = Vec::new();
    for (place, found) in reported.iter().enumerate() {
        for span in found.content.iter() {
            let first = tokens.partition_point(|token| token.span.end() <= span.start());
            let end = tokens.partition_point(|token| token.span.start() < span.end());
            pieces.push((first..end, place));
        }
    }
    pieces.sort_by_key(|(range, _)| range.start);
    let mut statements = Vec::new();
    let mut next = 0;
    for sentence in tagged.words.sentences() {
        while pieces.get(next).is_some_and(|(range, _)| range.end <= sentence.start) {
            next += 1;
        }
        if sentence.len() > LONGEST_SENTENCE {
            continue;
        }
        let mut own: Vec<(usize, Range<usize>)> = Vec::new();
        for (range, place) in pieces[next..].iter().take_while(|(range, _)| range.start < sentence.end) {
            own.push((*place, range.start.max(sentence.start)..range.end.min(sentence.end)));
        }
        if own.is_empty() {
            statements.push(Statement { words: vec![sentence.clone()], by: None });
        }
        // The pieces of one content in one sentence are one statement.
        while let Some((place, _)) = own.first() {
            let place = *place;
            let words = own.iter().filter(|(other, _)| *other == place).map(|(_, range)| range.clone()).collect();
            own.retain(|(other, _)| *other != place);
            statements.push(Statement { words, by: reported.get(place) });
        }
    }
    statements
}
