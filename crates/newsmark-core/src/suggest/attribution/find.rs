use std::ops::Range;

use crate::join::join;
use crate::model::{Span, Spans};
use crate::suggest::lexicon::{Verb, VerbClass, WordClass};
use crate::suggest::words::{LONG_TEXT, Words, lowered};

use super::evidence::{ChainEvidence, ChainResult, evidence, link_evidence, probability, quote_kind};
use super::linker::{Draft, link, link_quotations};
use super::speakers::speakers;
use super::{FoundAttribution, Model, SourceLink, parts, plain};

/// The attributions of an article in the order of their first words, in time linear in its length.
///
/// English is read whole; of Arabic, quotations in «…» with a cue of the list; of other languages quotations alone, which
/// are [`SourceLink::Unnamed`].
///
/// ```
/// use newsmark_core::{model::Text, suggest::{Words, attribution::attributions}};
///
/// let text = Text::new("Residents said the water had been cut off. Nobody denied it.".to_owned());
/// let found = attributions(&Words::of(&text));
/// assert_eq!(text.words(found[0].source.unwrap()), "Residents");
/// assert_eq!(text.words(found[0].content.as_slice()[0]), "the water had been cut off");
/// ```
pub fn attributions(words: &Words) -> Vec<FoundAttribution> {
    attributions_by(Model::english(), words)
}

/// The attributions of an article in a language that the model does not know: quotations in «…» beside an Arabic cue, and
/// all others of at least five words without a source.
pub(in crate::suggest) fn quotations_alone(words: &Words) -> Vec<FoundAttribution> {
    let mut drafts = link_quotations(words);
    drafts.iter_mut().for_each(|draft| draft.trim_source(words));
    let speakers = speakers(words, &drafts);
    drafts.into_iter().zip(speakers).filter_map(|(draft, speaker)| found(words, draft, speaker)).collect()
}

/// The attributions of an article as `model` finds them, for whoever trains one.
pub fn attributions_by(model: &Model, words: &Words) -> Vec<FoundAttribution> {
    attributions_with_evidence(model, words).into_iter().map(|(found, _)| found).collect()
}

/// What is less sure is no attribution: at least five of six are none. Without them 92 of 100 sentences in which one is found
/// have one, as they should at the least; the next .05 cost more that is there than they leave out that is not.
const LEAST: f64 = 0.15;

/// The same, each with what its probability is reckoned from; nothing where a rule alone found it.
pub fn attributions_with_evidence(model: &Model, words: &Words) -> Vec<(FoundAttribution, Option<ChainEvidence>)> {
    let mut drafts = link(words, all_drafts(model, words));
    for draft in &mut drafts {
        if let Some(evidence) = &mut draft.evidence {
            link_evidence(evidence, draft.link);
            draft.probability = probability(evidence, &model.calibration);
        }
        draft.trim_source(words);
    }
    drafts.retain(|draft| draft.probability >= LEAST);
    let speakers = speakers(words, &drafts);
    let with_evidence = |(draft, speaker): (Draft, _)| {
        let evidence = draft.evidence;
        found(words, draft, speaker).map(|found| (found, evidence))
    };
    drafts.into_iter().zip(speakers).filter_map(with_evidence).collect()
}

/// What the chain finds in all paragraphs, in order. No paragraph tells of another, so that a long article is labelled by
/// two threads, as many as a small machine has cores.
fn all_drafts(model: &Model, words: &Words) -> Vec<Draft> {
    let n_paragraphs = words.paragraphs().len();
    let of_all = |paragraphs: Range<usize>| -> Vec<Draft> {
        paragraphs.flat_map(|paragraph| drafts(model, words, paragraph)).collect()
    };
    if words.text().len() < LONG_TEXT {
        return of_all(0..n_paragraphs);
    }
    let n_tokens = words.tokens().len();
    let half = words.paragraphs().partition_point(|paragraph| paragraph.end * 2 <= n_tokens);
    let (mut all, rest) = join(|| of_all(half..n_paragraphs), || of_all(0..half));
    all.extend(rest);
    all
}

/// What the chain finds in a paragraph.
fn drafts(model: &Model, words: &Words, paragraph: usize) -> Vec<Draft> {
    let Some(range) = words.paragraphs().get(paragraph) else { return Vec::new() };
    let scores = model.scores(words, paragraph);
    let labels = model.chain.best(&scores);
    let all = parts(&labels, range.start);
    if all.is_empty() {
        return Vec::new();
    }
    let shares = model.chain.marginals(&scores, None).words;
    let result = ChainResult { first: range.start, labels: &labels, shares: &shares, all: &all };
    let draft = |place: usize| {
        let parts = all[place].clone();
        let link = if parts.source.is_some() { SourceLink::ByCue } else { SourceLink::Unnamed };
        Draft { parts, link, probability: 0.0, evidence: Some(evidence(words, &result, place)) }
    };
    (0..all.len()).map(draft).collect()
}

fn found(words: &Words, draft: Draft, speaker: Option<Range<usize>>) -> Option<FoundAttribution> {
    let span = |range: &Option<Range<usize>>| range.as_ref().and_then(|range| words.span(range));
    let content: Vec<Span> = draft.parts.content.iter().filter_map(|range| words.span(range)).collect();
    Some(FoundAttribution {
        kind: quote_kind(words, &draft.parts.content),
        content: Spans::new(content)?,
        source: span(&draft.parts.source),
        cue: span(&draft.parts.cue),
        cue_class: draft.parts.cue.clone().and_then(|cue| cue_class(words, cue, draft.parts.content.first())),
        speaker: span(&speaker),
        probability: draft.probability,
        tier: plain::tier(words, &draft),
        link: draft.link,
    })
}

/// The class of the last verb of a cue that reports: "had refused to comment" is a comment of those who refuse.
fn cue_class(words: &Words, cue: Range<usize>, content: Option<&Range<usize>>) -> Option<VerbClass> {
    let verb = |at: usize| {
        let entry = words.entry(at)?;
        entry.verb.as_ref().filter(|verb| verb.class.is_reporting())
    };
    let verbs: Vec<&Verb> = cue.filter_map(verb).collect();
    // That something is denied or refused says more than what else is in the cue.
    let said = verbs.iter().find(|verb| verb.class == VerbClass::Denial).or(verbs.last())?;
    // "Asked" is a question where what is asked is one, else a demand: "asked for help".
    let is_question = said.takes.question && content.is_some_and(|content| is_question(words, content));
    Some(if is_question { VerbClass::Question } else { said.class })
}

/// Whether content is a question, or told as one with "whether", "if" or a word like "who".
fn is_question(words: &Words, content: &Range<usize>) -> bool {
    let is_told = words.class(content.start) == Some(WordClass::Relative);
    (is_told && lowered(words.word(content.start)) != "that")
        || content.clone().rev().take(2).any(|at| words.word(at) == "?")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;

    #[test]
    fn two_threads_find_the_drafts_that_one_finds() {
        let paragraph = |n: usize| {
            format!(
                "“The well {n} ran dry,” the miller said, adding that {n} goats had left.\n\nIt rained. Ana Orlo denied it.\n"
            )
        };
        let words = Words::of(&Text::new((0..LONG_TEXT / 100).map(paragraph).collect()));
        let model = Model::english();
        assert!(words.text().len() >= LONG_TEXT, "one thread reads all of it");
        let one_by_one: Vec<Draft> = (0..words.paragraphs().len()).flat_map(|n| drafts(model, &words, n)).collect();
        assert!(!one_by_one.is_empty());
        assert_eq!(format!("{:?}", all_drafts(model, &words)), format!("{one_by_one:?}"));
    }
}
