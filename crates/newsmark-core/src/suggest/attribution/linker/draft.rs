use std::ops::Range;

use crate::suggest::words::{TokenKind, Words};

use super::super::{AttributionParts, ChainEvidence, SourceLink};
use super::name::is_title;

/// An attribution that is being linked, in tokens.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its parts.
    pub parts: AttributionParts,
    /// How its source was found.
    pub link: SourceLink,
    /// How sure the rule is that made it; of what the chain found it is reckoned when all is linked.
    pub probability: f64,
    /// What the chain has to say for it.
    pub evidence: Option<ChainEvidence>,
}

/// Quotations of fewer words are scare quotes, names and titles oftener than what somebody said.
pub const LONG_QUOTATION: usize = 5;

impl Draft {
    /// Whether its content has a letter or a digit.
    pub fn says_something(&self, words: &Words) -> bool {
        let is_word = |at: usize| matches!(words.tokens()[at].kind, TokenKind::Word | TokenKind::Number);
        self.parts.content.iter().cloned().flatten().any(is_word)
    }

    /// Takes the marks from the edges of its source: the comma behind "the mayor, who resigned," is of the sentence.
    pub fn trim_source(&mut self, words: &Words) {
        let Some(source) = &mut self.parts.source else { return };
        let kind = |at: usize| words.tokens().get(at).map(|token| token.kind);
        let is_mark = |at: usize| !matches!(kind(at), Some(TokenKind::Word | TokenKind::Number));
        let is_loose = |at: usize, own: &Range<usize>| {
            let has = |wanted: TokenKind| own.clone().any(|at| kind(at) == Some(wanted));
            let has_word = |wanted: &str| own.clone().any(|at| words.word(at) == wanted);
            match words.word(at) {
                // "Bast Inc." and "Ilo Bast Jr." end in a full stop of their own.
                "." => at == own.start || words.word(at - 1).chars().count() > LONGEST_ABBREVIATION,
                // What closes within the source what opens in it belongs to it: "Bast (Tarn)", "“the Miller”".
                ")" => !has_word("("),
                "]" => !has_word("["),
                "%" | "#" | "@" | "$" | "(" | "[" => false,
                _ if kind(at) == Some(TokenKind::Closes) => !has(TokenKind::Opens),
                _ if kind(at) == Some(TokenKind::Opens) => !has(TokenKind::Closes),
                _ => true,
            }
        };
        while source.len() > 1 && is_mark(source.end - 1) && is_loose(source.end - 1, source) {
            source.end -= 1;
        }
        while source.len() > 1 && is_mark(source.start) && is_loose(source.start, source) {
            source.start += 1;
        }
    }

    /// Takes a quotation whole of which the content has all but some words at an edge: marks belong to what they mark.
    /// The draft is at `place` among those that `owners` tells of.
    pub fn take_whole_quotations(&mut self, words: &Words, place: usize, owners: &mut [Option<usize>]) {
        let parts = [self.parts.source.clone(), self.parts.cue.clone()];
        let is_free = |owners: &[Option<usize>], missing: Range<usize>| {
            let is_taken = |at: usize| parts.iter().flatten().any(|part| part.contains(&at));
            missing.len() <= MOST_MISSING && missing.clone().all(|at| owners[at].is_none() && !is_taken(at))
        };
        for range in &mut self.parts.content {
            if let Some(start) = words.quotation_of(range.start).map(|quotation| quotation.tokens.start)
                && is_free(owners, start..range.start)
            {
                range.start = start;
            }
            if let Some(end) = words.quotation_of(range.end - 1).map(|quotation| quotation.tokens.end)
                && is_free(owners, range.end..end)
            {
                range.end = end;
            }
            owners[range.clone()].fill(Some(place));
        }
    }
}

/// An abbreviation before its full stop is short: "Inc", "Corp".
const LONGEST_ABBREVIATION: usize = 4;

/// More is missing where the content is a part of a longer quotation on purpose.
const MOST_MISSING: usize = 2;

/// How many words and numbers stand in a range of tokens.
pub fn n_words(words: &Words, range: &Range<usize>) -> usize {
    let tokens = words.tokens().get(range.clone()).unwrap_or_default();
    tokens.iter().filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number)).count()
}

/// For each token the place of the draft whose content it is.
pub fn owners(words: &Words, drafts: &[Draft]) -> Vec<Option<usize>> {
    let mut owners = vec![None; words.tokens().len()];
    for (place, draft) in drafts.iter().enumerate() {
        for range in &draft.parts.content {
            if let Some(tokens) = owners.get_mut(range.clone()) {
                tokens.fill(Some(place));
            }
        }
    }
    owners
}

/// The tokens of each quotation of at least [`LONG_QUOTATION`] words of which nothing is content yet and that is no title.
pub fn unattributed_quotations(words: &Words, owners: &[Option<usize>]) -> Vec<Range<usize>> {
    let quotations = words.quotations().iter().map(|quotation| quotation.tokens.clone());
    let is_free = |range: &Range<usize>| {
        n_words(words, range) >= LONG_QUOTATION
            && owners[range.clone()].iter().all(Option::is_none)
            && !is_title(words, range)
    };
    quotations.filter(is_free).collect()
}
