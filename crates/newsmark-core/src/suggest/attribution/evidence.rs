//! How sure an attribution is: a logistic regression over the shares of its labels.

use std::ops::Range;

use crate::model::QuoteKind;
use crate::suggest::lexicon::{Lexicon, Verb, VerbClass, VerbForm, WordClass};
use crate::suggest::words::{TokenKind, Words};

use super::chain::Scores;
use super::{AttributionParts, Label, SourceLink};

/// How many numbers a [`ChainEvidence`] has.
pub const N_EVIDENCE: usize = 40;

/// What speaks for an attribution, as numbers that a model weighs; the first is always 1.
///
/// The share of a label says how sure one word is. That a whole attribution is right hangs on its least sure words, on
/// whether marks stand around it and on whether it has a cue and a source, which articles that were left out of the
/// training weigh against each other.
pub type ChainEvidence = [f32; N_EVIDENCE];

/// What the chain found in a paragraph whose first token is `first`.
pub(super) struct ChainResult<'c> {
    pub first: usize,
    pub labels: &'c [Label],
    pub shares: &'c [Scores],
    pub all: &'c [AttributionParts],
}

/// What speaks for the attribution at `place` among those of its paragraph; [`link_evidence`] adds to it.
pub(super) fn evidence(words: &Words, result: &ChainResult, place: usize) -> ChainEvidence {
    let ChainResult { first, labels, shares, all } = *result;
    let parts = &all[place];
    let share = |at: usize| {
        let place = at.checked_sub(first).filter(|place| *place < shares.len());
        place.map_or(0.0, |place| shares[place][labels[place].index()])
    };
    // That a word is content at all, on whichever side of the cue.
    let as_content = |at: usize| {
        let of_word = at.checked_sub(first).and_then(|place| shares.get(place));
        of_word.map_or(0.0, |of_word| {
            Label::all().zip(of_word).filter(|(label, _)| label.is_content()).map(|(_, s)| s).sum()
        })
    };
    let least = |ranges: &[Range<usize>], of: &dyn Fn(usize) -> f32| {
        ranges.iter().cloned().flatten().map(of).fold(1.0, f32::min)
    };
    let content: Vec<f32> = parts.content.iter().cloned().flatten().map(as_content).collect();
    let mean = content.iter().sum::<f32>() / content.len().max(1) as f32;
    let one = |part: &Option<Range<usize>>| least(part.as_slice(), &share);
    let edges = parts.content.iter().flat_map(|range| [range.start, range.end - 1]).map(share).fold(1.0, f32::min);
    let kind = quote_kind(words, &parts.content);
    let is = |holds: bool| f32::from(u8::from(holds));
    let verb = parts.cue.clone().and_then(|cue| cue.into_iter().find_map(|at| reporting_verb(words, at)));
    let length = (parts.content.iter().map(ExactSizeIterator::len).sum::<usize>() as f32).ln();
    [
        1.0,
        logit(least(&parts.content, &as_content)),
        logit(mean),
        logit(edges),
        is(parts.cue.is_some()) * logit(one(&parts.cue)),
        is(parts.source.is_some()) * logit(one(&parts.source)),
        is(parts.cue.is_none()),
        is(parts.source.is_none()),
        is(kind == QuoteKind::Direct),
        is(kind == QuoteKind::Mixed),
        length,
        is(parts.content.len() > 1),
        is(parts.cue.as_ref().is_some_and(|cue| parts.content.iter().any(|range| range.start < cue.start))),
        mean,
        one(&parts.cue) * one(&parts.source) * mean,
        is(kind == QuoteKind::Direct) * length,
        is(parts.content.iter().all(|range| begins_clean(words, parts, range))),
        is(parts.content.iter().all(|range| ends_clean(words, parts, range))),
        is(verb.is_some_and(|verb| verb.class == VerbClass::Speech)),
        is(verb.is_some_and(|verb| verb.takes.clause)),
        is(verb.is_some_and(|verb| verb.form == VerbForm::Past)),
        is(verb.is_none()),
        is(parts.cue.as_ref().is_some_and(|cue| cue.len() == 1)),
        is(parts.content.len() == 1 && parts.content[0].len() < 5),
        // Two in one sentence may be one that the chain took apart.
        is(place.checked_sub(1).is_some_and(|before| is_near(words, &all[before], parts))),
        is(all.get(place + 1).is_some_and(|after| is_near(words, parts, after))),
        is(parts.source.as_ref().is_some_and(|source| source.len() == 1)),
        is(parts.source.as_ref().is_some_and(|source| words.word(source.start).starts_with(char::is_uppercase))),
        is(parts.cue.as_ref().zip(parts.source.as_ref()).is_some_and(|(cue, source)| source.end == cue.start)),
        is(verb.is_some_and(|verb| verb.takes.quotation)),
        is(verb.is_some_and(|verb| matches!(verb.class, VerbClass::Thought | VerbClass::Perception))),
        is(verb
            .is_some_and(|verb| matches!(verb.class, VerbClass::Criticism | VerbClass::Support | VerbClass::Denial))),
        is(verb.is_some_and(|verb| verb.class == VerbClass::Evidence)),
        is(kind == QuoteKind::Indirect && !has_verb(words, &parts.content)),
        // What one sign says hangs on another.
        is(kind == QuoteKind::Direct) * logit(edges),
        is(verb.is_some_and(|verb| verb.class == VerbClass::Speech && verb.takes.clause)) * logit(one(&parts.cue)),
        edges * one(&parts.cue) * one(&parts.source),
        // What the linker adds.
        0.0,
        0.0,
        0.0,
    ]
}

/// Whether content that is no quotation says something of something: a clause has a verb.
fn has_verb(words: &Words, content: &[Range<usize>]) -> bool {
    content.iter().cloned().flatten().any(|at| {
        let Some(entry) = Lexicon::english().entry(&words.word(at).to_lowercase()) else { return false };
        let is_finite = entry.verb.as_ref().is_some_and(|verb| matches!(verb.form, VerbForm::Past | VerbForm::Third));
        is_finite || matches!(entry.class, Some(WordClass::Auxiliary | WordClass::Modal | WordClass::Contraction))
    })
}

/// Adds what the linker did to the evidence: a source that the chain did not see is less sure.
pub(super) fn link_evidence(evidence: &mut ChainEvidence, link: SourceLink) {
    let is_unseen = evidence[UNSEEN_SOURCE] > 0.0;
    let is = |holds: bool| f32::from(u8::from(holds));
    evidence[N_EVIDENCE - 3] = is(link == SourceLink::Inherited);
    evidence[N_EVIDENCE - 2] = is(link == SourceLink::ByCue && is_unseen);
    evidence[N_EVIDENCE - 1] = is(link == SourceLink::Unnamed);
}

/// The place in [`ChainEvidence`] that says that the chain saw no source.
const UNSEEN_SOURCE: usize = 7;

/// Whether the second attribution begins in the sentence in which the first ends.
fn is_near(words: &Words, first: &AttributionParts, second: &AttributionParts) -> bool {
    let end = first.content.last().map_or(0, |range| range.end - 1);
    words.tokens()[end].sentence == words.tokens()[second.start()].sentence
}

fn reporting_verb(words: &Words, at: usize) -> Option<&'static Verb> {
    let entry = Lexicon::english().entry(&words.word(at).to_lowercase())?;
    entry.verb.as_ref().filter(|verb| verb.class.is_reporting())
}

/// Whether content begins where one may: at a cue, a source, a mark or the start of a sentence.
fn begins_clean(words: &Words, parts: &AttributionParts, range: &Range<usize>) -> bool {
    let Some(before) = range.start.checked_sub(1) else { return true };
    let is_of = |part: &Option<Range<usize>>| part.as_ref().is_some_and(|part| part.contains(&before));
    is_of(&parts.cue)
        || is_of(&parts.source)
        || words.tokens()[before].sentence != words.tokens()[range.start].sentence
        || !matches!(words.tokens()[before].kind, TokenKind::Word | TokenKind::Number)
}

/// Whether content ends where it may: at a cue, a source, a mark or the end of a sentence.
fn ends_clean(words: &Words, parts: &AttributionParts, range: &Range<usize>) -> bool {
    let Some(after) = words.tokens().get(range.end) else { return true };
    let is_of = |part: &Option<Range<usize>>| part.as_ref().is_some_and(|part| part.contains(&range.end));
    is_of(&parts.cue)
        || is_of(&parts.source)
        || after.sentence != words.tokens()[range.end - 1].sentence
        || !matches!(after.kind, TokenKind::Word | TokenKind::Number)
}

/// The probability that evidence gives under these weights; an even chance where there are none.
pub fn probability(evidence: &ChainEvidence, weights: &[f32]) -> f64 {
    let sum: f32 = evidence.iter().zip(weights).map(|(value, weight)| value * weight).sum();
    1.0 / (1.0 + f64::from(-sum).exp())
}

/// How much of `content` stands within quotation marks, the marks and the other punctuation left out.
pub fn quote_kind(words: &Words, content: &[Range<usize>]) -> QuoteKind {
    let (mut n_inside, mut n_outside) = (0, 0);
    for at in content.iter().cloned().flatten() {
        match words.tokens().get(at) {
            Some(token) if matches!(token.kind, TokenKind::Word | TokenKind::Number) => match token.quotation {
                Some(_) => n_inside += 1,
                None => n_outside += 1,
            },
            _ => {}
        }
    }
    match (n_inside, n_outside) {
        (0, 0) => QuoteKind::Unspecified,
        (_, 0) => QuoteKind::Direct,
        (0, _) => QuoteKind::Indirect,
        _ => QuoteKind::Mixed,
    }
}

/// The logarithm of the odds, held to odds of some thousand to one.
fn logit(share: f32) -> f32 {
    let share = share.clamp(0.001, 0.999);
    (share / (1.0 - share)).ln()
}
