//! How sure an attribution is: a logistic regression over the shares of its labels.

use std::ops::Range;

use crate::model::QuoteKind;
use crate::suggest::lexicon::{Verb, VerbClass, VerbForm, WordClass};
use crate::suggest::words::{TokenKind, Words};

use super::chain::Scores;
use super::plain::PlainShape;
use super::{AttributionParts, Label, SourceLink};

/// How many numbers a [`ChainEvidence`] has.
pub const N_EVIDENCE: usize = 78;

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
    let parts = &result.all[place];
    let shares = Shares::of(result, parts);
    let kind = quote_kind(words, &parts.content);
    let verb = parts.cue.clone().and_then(|cue| cue.into_iter().find_map(|at| reporting_verb(words, at)));
    // The source that the chain did not see stands second, where `link_evidence` looks for it.
    let mut numbers = vec![1.0, is(parts.source.is_none())];
    numbers.extend(shares.numbers(parts));
    numbers.extend(shares.together(kind, verb));
    numbers.extend(content_signs(words, parts, kind));
    numbers.extend(cue_signs(words, parts, verb));
    numbers.extend(source_signs(words, parts));
    numbers.extend(place_signs(words, result, place));
    numbers.extend(shares.in_shape(&PlainShape::of(words, parts, kind)));
    debug_assert_eq!(numbers.len(), N_EVIDENCE - N_LINK_EVIDENCE);
    let mut evidence = [0.0; N_EVIDENCE];
    evidence.iter_mut().zip(numbers).for_each(|(slot, number)| *slot = number);
    evidence
}

fn is(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}

/// How sure the chain is of the parts of one attribution.
struct Shares {
    /// The least and the mean share with which a word of the content is content, on whichever side of the cue.
    least: f32,
    mean: f32,
    /// The least share of the first and last words of the content with their labels.
    edges: f32,
    cue: f32,
    source: f32,
    /// The least share with which the words right beside the content are no content.
    outside: f32,
    /// The least lead of a label over the next likely one, in the content, the cue and the source.
    margins: [f32; 3],
}

impl Shares {
    fn of(result: &ChainResult, parts: &AttributionParts) -> Shares {
        let share = |at: usize| {
            let place = at.checked_sub(result.first).filter(|place| *place < result.shares.len());
            place.map_or(0.0, |place| result.shares[place][result.labels[place].index()])
        };
        let least = |part: &Option<Range<usize>>| part.iter().cloned().flatten().map(share).fold(1.0, f32::min);
        let content = || parts.content.iter().cloned().flatten();
        let as_content: Vec<f32> = content().map(|at| content_share(result, at).unwrap_or_default()).collect();
        let edges = parts.content.iter().flat_map(|range| [range.start, range.end - 1]);
        let beside = parts.content.iter().flat_map(|range| [range.start.checked_sub(1), Some(range.end)]).flatten();
        Shares {
            least: as_content.iter().copied().fold(1.0, f32::min),
            mean: as_content.iter().sum::<f32>() / as_content.len().max(1) as f32,
            edges: edges.map(share).fold(1.0, f32::min),
            cue: least(&parts.cue),
            source: least(&parts.source),
            outside: beside.filter_map(|at| content_share(result, at)).map(|share| 1.0 - share).fold(1.0, f32::min),
            margins: [
                margin(result, content()),
                margin(result, parts.cue.iter().cloned().flatten()),
                margin(result, parts.source.iter().cloned().flatten()),
            ],
        }
    }

    fn numbers(&self, parts: &AttributionParts) -> [f32; 12] {
        let [content, cue, source] = self.margins;
        [
            logit(self.least),
            logit(self.mean),
            logit(self.edges),
            is(parts.cue.is_some()) * logit(self.cue),
            is(parts.source.is_some()) * logit(self.source),
            self.mean,
            self.cue * self.source * self.mean,
            logit(self.outside),
            self.outside,
            content,
            cue,
            source,
        ]
    }

    /// What a share says hangs on the marks and on the verb.
    fn together(&self, kind: QuoteKind, verb: Option<&Verb>) -> [f32; 9] {
        let is_said = verb.is_some_and(|verb| verb.class == VerbClass::Speech && verb.takes.clause);
        let indirect = is(kind == QuoteKind::Indirect);
        [
            is(kind == QuoteKind::Direct) * logit(self.edges),
            if is_said { logit(self.cue) } else { 0.0 },
            self.edges * self.cue * self.source,
            indirect * logit(self.least),
            indirect * logit(self.edges),
            indirect * logit(self.cue),
            indirect * logit(self.source),
            indirect * is(is_said),
            indirect * self.margins[0],
        ]
    }

    /// In a plain shape the same shares say more than in others.
    fn in_shape(&self, shape: &PlainShape) -> [f32; 10] {
        let is_any = is(shape.is_any());
        [
            is(shape.is_quoted_beside),
            is(shape.is_said),
            is_any,
            is_any * logit(self.least),
            is_any * logit(self.edges),
            is_any * logit(self.cue),
            is_any * logit(self.source),
            is_any * logit(self.outside),
            is(shape.is_quoted_beside) * logit(self.least),
            is(shape.is_that) * logit(self.least),
        ]
    }
}

/// The share with which token `at` is content; `None` outside the paragraph.
fn content_share(result: &ChainResult, at: usize) -> Option<f32> {
    let shares = result.shares.get(at.checked_sub(result.first)?)?;
    Some(Label::all().zip(shares).filter(|(label, _)| label.is_content()).map(|(_, share)| share).sum())
}

fn content_signs(words: &Words, parts: &AttributionParts, kind: QuoteKind) -> [f32; 14] {
    let content = &parts.content;
    let length = (content.iter().map(ExactSizeIterator::len).sum::<usize>() as f32).ln();
    [
        is(kind == QuoteKind::Direct),
        is(kind == QuoteKind::Mixed),
        length,
        is(kind == QuoteKind::Direct) * length,
        is(content.len() > 1),
        is(content.len() == 1 && content[0].len() < 5),
        is(content.iter().all(|range| begins_clean(words, parts, range))),
        is(content.iter().all(|range| ends_clean(words, parts, range))),
        is(kind == QuoteKind::Indirect && !has_verb(words, content)),
        is(content.iter().all(|range| is_marked_off(words, range))),
        is(content.iter().any(|range| is_cut(words, range))),
        is(content.first().is_some_and(|range| words.sentence_of(range.start).start == range.start)),
        is(content.last().is_some_and(|range| words.sentence_of(range.end - 1).end <= range.end + 1)),
        is(content.first().is_some_and(|range| range.start > 0 && words.word(range.start - 1) == "that")),
    ]
}

fn cue_signs(words: &Words, parts: &AttributionParts, verb: Option<&Verb>) -> [f32; 16] {
    use VerbClass::{Criticism, Demand, Denial, Evidence, Perception, Question, Speech, Support, Thought};
    let is_verb = |holds: &dyn Fn(&Verb) -> bool| is(verb.is_some_and(holds));
    [
        is(parts.cue.is_none()),
        is(verb.is_none()),
        is(parts.cue.as_ref().is_some_and(|cue| cue.len() == 1)),
        is(parts.cue.as_ref().is_some_and(|cue| is_negated(words, cue))),
        is_verb(&|verb| verb.class == Speech),
        is_verb(&|verb| verb.takes.clause),
        is_verb(&|verb| verb.takes.quotation),
        is_verb(&|verb| verb.form == VerbForm::Past),
        is_verb(&|verb| matches!(verb.form, VerbForm::Base | VerbForm::Ing)),
        is_verb(&|verb| matches!(verb.lemma.as_str(), "say" | "tell" | "add")),
        is_verb(&|verb| matches!(verb.class, Thought | Perception)),
        is_verb(&|verb| matches!(verb.class, Criticism | Support | Denial)),
        is_verb(&|verb| verb.class == Criticism),
        is_verb(&|verb| matches!(verb.class, Demand | Question)),
        is_verb(&|verb| verb.class == Evidence),
        // Content ahead of its cue.
        is(parts.cue.as_ref().is_some_and(|cue| parts.content.iter().any(|range| range.start < cue.start))),
    ]
}

fn source_signs(words: &Words, parts: &AttributionParts) -> [f32; 8] {
    let class = parts.source.as_ref().and_then(|source| head_class(words, source));
    let is_source = |holds: &dyn Fn(&Range<usize>) -> bool| is(parts.source.as_ref().is_some_and(holds));
    [
        is_source(&|source| source.len() == 1),
        // A longer one is a noun phrase that was read wrong oftener than not.
        is_source(&|source| source.len() > 8),
        is_source(&|source| words.word(source.start).starts_with(char::is_uppercase)),
        is_source(&|source| parts.cue.as_ref().is_some_and(|cue| source.end == cue.start)),
        is(matches!(class, Some(WordClass::Role | WordClass::Person | WordClass::Title))),
        is(matches!(class, Some(WordClass::Organisation | WordClass::Document))),
        is(class == Some(WordClass::Pronoun)),
        is(class == Some(WordClass::Relative)),
    ]
}

fn place_signs(words: &Words, result: &ChainResult, place: usize) -> [f32; 4] {
    let (all, parts) = (result.all, &result.all[place]);
    [
        // Two in one sentence may be one that the chain took apart.
        is(place.checked_sub(1).is_some_and(|before| is_near(words, &all[before], parts))),
        is(all.get(place + 1).is_some_and(|after| is_near(words, parts, after))),
        is(beside_content(parts)),
        is(result.first == 0),
    ]
}

/// The least lead that the labels of the words at `places` have over the next likely ones, from 0 to 1.
fn margin(result: &ChainResult, places: impl Iterator<Item = usize>) -> f32 {
    let lead = |at: usize| {
        let place = at.checked_sub(result.first)?;
        let (shares, label) = (result.shares.get(place)?, result.labels.get(place)?);
        let others = shares.iter().enumerate().filter(|(other, _)| *other != label.index());
        Some(shares[label.index()] - others.map(|(_, share)| *share).fold(0.0, f32::max))
    };
    places.filter_map(lead).fold(1.0, f32::min)
}

/// Whether a range is a quotation with its marks.
fn is_marked_off(words: &Words, range: &Range<usize>) -> bool {
    let kind = |at: usize| words.tokens().get(at).map(|token| token.kind);
    kind(range.start) == Some(TokenKind::Opens) && kind(range.end - 1) == Some(TokenKind::Closes)
}

/// Whether a range begins or ends within a quotation that goes on.
fn is_cut(words: &Words, range: &Range<usize>) -> bool {
    let cuts = |at: usize, beside: Option<usize>| {
        let own = words.tokens().get(at).and_then(|token| token.quotation);
        let other = beside.and_then(|beside| words.tokens().get(beside)).and_then(|token| token.quotation);
        own.is_some() && own == other
    };
    cuts(range.start, range.start.checked_sub(1)) || cuts(range.end - 1, Some(range.end))
}

/// The class of the noun that a source is of: the last one ahead of its first preposition.
fn head_class(words: &Words, source: &Range<usize>) -> Option<WordClass> {
    let end = source.clone().find(|at| words.class(*at) == Some(WordClass::Preposition)).unwrap_or(source.end);
    (source.start..end.max(source.start + 1)).rev().find_map(|at| words.class(at))
}

/// Whether a cue is denied: "did not say".
fn is_negated(words: &Words, cue: &Range<usize>) -> bool {
    (cue.start.saturating_sub(3)..cue.end).any(|at| {
        let word = words.word(at).to_lowercase();
        word.ends_with("n't")
            || word.ends_with("n’t")
            || matches!(word.as_str(), "not" | "never" | "no" | "nor" | "neither")
    })
}

/// Whether a cue or a source stands by the content, but for a mark or one word.
fn beside_content(parts: &AttributionParts) -> bool {
    let others = || parts.cue.iter().chain(&parts.source);
    parts
        .content
        .iter()
        .any(|range| others().any(|other| range.start.abs_diff(other.end) <= 1 || other.start.abs_diff(range.end) <= 1))
}

/// Whether content that is no quotation says something of something: a clause has a verb.
fn has_verb(words: &Words, content: &[Range<usize>]) -> bool {
    content.iter().cloned().flatten().any(|at| {
        let Some(entry) = words.entry(at) else { return false };
        let is_finite = entry.verb.as_ref().is_some_and(|verb| matches!(verb.form, VerbForm::Past | VerbForm::Third));
        is_finite || matches!(entry.class, Some(WordClass::Auxiliary | WordClass::Modal | WordClass::Contraction))
    })
}

/// Adds what the linker did to the evidence: a source that the chain did not see is less sure.
pub(super) fn link_evidence(evidence: &mut ChainEvidence, link: SourceLink) {
    let is_unseen = evidence[UNSEEN_SOURCE] > 0.0;
    evidence[N_EVIDENCE - 3] = is(link == SourceLink::Inherited);
    evidence[N_EVIDENCE - 2] = is(link == SourceLink::ByCue && is_unseen);
    evidence[N_EVIDENCE - 1] = is(link == SourceLink::Unnamed);
}

/// The place in [`ChainEvidence`] that says that the chain saw no source.
const UNSEEN_SOURCE: usize = 1;

/// How many numbers the linker adds, at the end.
const N_LINK_EVIDENCE: usize = 3;

/// Whether the second attribution begins in the sentence in which the first ends.
fn is_near(words: &Words, first: &AttributionParts, second: &AttributionParts) -> bool {
    let end = first.content.last().map_or(0, |range| range.end - 1);
    words.tokens()[end].sentence == words.tokens()[second.start()].sentence
}

fn reporting_verb(words: &Words, at: usize) -> Option<&'static Verb> {
    let entry = words.entry(at)?;
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
