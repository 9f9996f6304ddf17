//! "It rained all night, **the mayor said** on Monday" and "**The mayor said** it rained all night": a source and a cue
//! behind the last comma or at the head of a sentence in which the chain saw nothing.

use std::ops::Range;

use crate::suggest::lexicon::{VerbClass, VerbForm, WordClass};
use crate::suggest::words::{TokenKind, Words};

use super::super::{AttributionParts, SourceLink};
use super::draft::{Draft, owners};
use super::subject::{subject_after, subject_before};

/// A shape of news and of little else; where the chain saw nothing it is less sure.
const SURE: f64 = 0.85;

/// The cue and what follows it are short: "a spokesman for the ministry of defence said late on Monday".
const LONGEST: usize = 24;

/// So many words may follow the cue: "in a statement on Monday evening".
const LONGEST_AFTER: usize = 8;

/// A sentence of fewer words says too little to be somebody's.
const FEWEST_WORDS: usize = 4;

/// Attributes sentences without any attribution to the source and the cue behind their last comma, or at their head.
pub fn link(words: &Words, drafts: &mut Vec<Draft>) {
    drafts.iter_mut().for_each(|draft| take_source_behind(words, draft));
    let owners = owners(words, drafts);
    let mut is_taken = vec![false; words.tokens().len()];
    for draft in drafts.iter() {
        for range in draft.parts.source.iter().chain(&draft.parts.cue) {
            is_taken[range.clone()].fill(true);
        }
    }
    for sentence in words.sentences() {
        let is_free = sentence.clone().all(|at| owners[at].is_none() && !is_taken[at]);
        if let Some(parts) = is_free.then(|| trailing(words, sentence).or_else(|| leading(words, sentence))).flatten() {
            drafts.push(Draft { parts, link: SourceLink::ByCue, probability: SURE, evidence: None });
        }
    }
}

/// Gives "The gates were opened at dawn, **said** a villager" to who stands behind the cue, where the chain took the subject
/// of what was said for the source.
fn take_source_behind(words: &Words, draft: &mut Draft) {
    let (Some(source), Some(cue)) = (&draft.parts.source, &draft.parts.cue) else { return };
    if source.end >= cue.start || words.word(cue.start - 1) != "," || source.start != words.sentence_of(cue.start).start
    {
        return;
    }
    if let Some(parts) = trailing(words, &words.sentence_of(cue.start)).filter(|parts| parts.cue.as_ref() == Some(cue))
    {
        *draft = Draft { parts, link: SourceLink::ByCue, probability: SURE, evidence: None };
    }
}

/// "The ministry said prices will rise".
fn leading(words: &Words, sentence: &Range<usize>) -> Option<AttributionParts> {
    let near = sentence.start..sentence.end.min(sentence.start + LONGEST);
    let cue = near.clone().find(|at| is_cue(words, *at))?;
    let known = subject_before(words, cue).filter(|source| source.start == sentence.start);
    let source = known.or_else(|| plain_subject(words, sentence.start..cue))?;
    let start = cue + 1 + usize::from(words.word(cue + 1) == "that");
    let end = if is_mark(words, sentence.end - 1) { sentence.end - 1 } else { sentence.end };
    let content = start..end;
    if content.len() < FEWEST_WORDS || is_mark(words, start) || !has_verb(words, &content) {
        return None;
    }
    Some(AttributionParts { source: Some(source), cue: Some(cue..cue + 1), content: vec![content] })
}

fn is_mark(words: &Words, at: usize) -> bool {
    !matches!(words.tokens().get(at).map(|token| token.kind), Some(TokenKind::Word | TokenKind::Number))
}

fn trailing(words: &Words, sentence: &Range<usize>) -> Option<AttributionParts> {
    let near = sentence.start.max(sentence.end.saturating_sub(LONGEST))..sentence.end;
    let comma = near.clone().rev().find(|at| words.word(*at) == ",")?;
    let content = sentence.start..comma;
    let n_words = content.clone().filter(|at| words.tokens()[*at].kind == TokenKind::Word).count();
    if n_words < FEWEST_WORDS || !has_verb(words, &content) {
        return None;
    }
    let cue = (comma + 1..sentence.end).find(|at| is_cue(words, *at))?;
    // Another verb would make it a clause of its own: ", he said when he came".
    let after = cue + 1..sentence.end;
    if after.len() > LONGEST_AFTER + 2 || after.clone().any(|at| is_finite(words, at)) {
        return None;
    }
    let known = subject_before(words, cue).filter(|source| source.start == comma + 1);
    let before = known.or_else(|| plain_subject(words, comma + 1..cue));
    // ", said the mayor".
    let behind = (cue == comma + 1).then(|| subject_after(words, cue)).flatten();
    let source = before.or(behind)?;
    Some(AttributionParts { source: Some(source), cue: Some(cue..cue + 1), content: vec![content] })
}

/// A noun phrase of words that no list knows, "the district hospital": between a comma and a verb that reports hardly
/// anything else stands that begins as one.
fn plain_subject(words: &Words, range: Range<usize>) -> Option<Range<usize>> {
    /// "a doctor at the district hospital in the town of Marrec"
    const LONGEST_PLAIN: usize = 12;
    let is_word = |at: usize| words.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Word);
    let begins =
        matches!(words.class(range.start), Some(WordClass::Determiner | WordClass::Possessive | WordClass::Adjective))
            || words.word(range.start).starts_with(char::is_uppercase);
    let is_plain = |at: usize| is_word(at) && !is_finite(words, at) && words.class(at) != Some(WordClass::Relative);
    let ends = range.end > range.start
        && !matches!(
            words.class(range.end - 1),
            Some(WordClass::Preposition | WordClass::Determiner | WordClass::Adverb)
        );
    (begins && ends && range.len() <= LONGEST_PLAIN && range.clone().all(is_plain)).then_some(range)
}

/// Whether token `at` is a form of a verb that reports a clause and has a subject.
fn is_cue(words: &Words, at: usize) -> bool {
    let entry = words.entry(at);
    let is_of_speech = |class| matches!(class, VerbClass::Speech | VerbClass::Estimate);
    entry.and_then(|entry| entry.verb.as_ref()).is_some_and(|verb| {
        is_of_speech(verb.class) && verb.takes.clause && matches!(verb.form, VerbForm::Past | VerbForm::Third)
    })
}

fn has_verb(words: &Words, range: &Range<usize>) -> bool {
    range.clone().any(|at| is_finite(words, at))
}

fn is_finite(words: &Words, at: usize) -> bool {
    let Some(entry) = words.entry(at) else {
        // A verb of no list is known by its ending alone.
        return words.word(at).ends_with("ed");
    };
    let is_verb = entry.verb.as_ref().is_some_and(|verb| matches!(verb.form, VerbForm::Past | VerbForm::Third));
    is_verb && entry.class.is_none()
        || matches!(entry.class, Some(WordClass::Auxiliary | WordClass::Modal | WordClass::Contraction))
}
