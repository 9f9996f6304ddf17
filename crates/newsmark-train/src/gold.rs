//! What annotators marked, as labels of the program's tokens.

use std::ops::Range;

use newsmark_core::suggest::Words;
use newsmark_core::suggest::attribution::Label;
use newsmark_core::suggest::lexicon::{Lexicon, Verb, VerbForm};

use crate::annotated::MarkedAttribution;

/// A marked attribution as ranges of tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GoldAttribution {
    /// Who is reported.
    pub source: Vec<Range<usize>>,
    /// What reports.
    pub cue: Vec<Range<usize>>,
    /// What is reported.
    pub content: Vec<Range<usize>>,
}

/// So many words between two parts still belong together; a source farther off is one that an earlier cue introduced.
const WIDEST_GAP: usize = 30;

impl GoldAttribution {
    /// The tokens that a mark touches; `None` where its content touches none.
    pub fn of(marked: &MarkedAttribution, words: &Words) -> Option<GoldAttribution> {
        let mut gold = GoldAttribution {
            source: tokens(&marked.source, words),
            cue: tokens(&marked.cue, words),
            content: tokens(&marked.content, words),
        };
        // A handful of annotators took one role for the other: nobody is called "said".
        if is_verb(&gold.source, words) && !is_verb(&gold.cue, words) {
            std::mem::swap(&mut gold.source, &mut gold.cue);
        }
        (!gold.content.is_empty()).then_some(gold)
    }
}

/// Whether a part is one word that is a form of a verb that reports.
fn is_verb(part: &[Range<usize>], words: &Words) -> bool {
    let [range] = part else { return false };
    let entry = Lexicon::english().entry(words.word(range.start));
    let is_report = |verb: &Verb| verb.class.is_reporting() && verb.form != VerbForm::Base;
    range.len() == 1 && entry.is_some_and(|entry| entry.verb.as_ref().is_some_and(is_report))
}

fn tokens(stretches: &[Range<usize>], words: &Words) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for stretch in stretches {
        let first = words.tokens().partition_point(|token| token.span.end() <= stretch.start);
        let end = words.tokens().partition_point(|token| token.span.start() < stretch.end);
        if first < end {
            match found.last_mut() {
                Some(last) if last.end >= first => last.end = last.end.max(end),
                _ => found.push(first..end),
            }
        }
    }
    found
}

/// The label of every token, the attributions in their order; of a token that two claim the first has it.
pub fn labels(gold: &[GoldAttribution], words: &Words) -> Vec<Label> {
    let mut labels = vec![Label::OUTSIDE; words.tokens().len()];
    let mut all_pieces = Vec::new();
    for attribution in gold {
        let pieces = pieces(attribution);
        for (label, range) in &pieces {
            for at in range.clone() {
                if labels[at] == Label::OUTSIDE {
                    labels[at] = if at == range.start { *label } else { label.inside() };
                }
            }
        }
        all_pieces.push(pieces);
    }
    for pieces in all_pieces {
        for pair in pieces.windows(2) {
            let gap = pair[0].1.end..pair[1].1.start;
            let is_near = gap.start < gap.end && gap.len() <= WIDEST_GAP;
            if is_near && gap.clone().all(|at| labels[at] == Label::OUTSIDE) {
                let label = match pair[1].0 {
                    Label::MORE_CONTENT => Label::BETWEEN_MORE,
                    Label::SOURCE | Label::CUE | Label::CONTENT => Label::BETWEEN,
                    _ => Label::BETWEEN_AFTER,
                };
                labels[gap].fill(label);
            }
        }
    }
    labels
}

/// The parts of an attribution with the labels of their first words, in order of the text.
fn pieces(attribution: &GoldAttribution) -> Vec<(Label, Range<usize>)> {
    let (Some(first), Some(last)) = (attribution.content.first(), attribution.content.last()) else {
        return Vec::new();
    };
    let anchor = attribution.cue.first().or(attribution.source.first());
    let is_before = anchor.is_some_and(|anchor| first.start < anchor.start);
    let mut pieces = Vec::new();
    for range in &attribution.content {
        let is_past = anchor.is_some_and(|anchor| range.start > anchor.start);
        let label = match (is_before, is_past) {
            (true, false) => Label::CONTENT_BEFORE,
            (true, true) => Label::MORE_CONTENT,
            (false, _) if range == first => Label::CONTENT,
            (false, _) => Label::MORE_CONTENT,
        };
        pieces.push((label, range.clone()));
    }
    let source = if is_before { Label::SOURCE_AFTER } else { Label::SOURCE };
    let cue = if is_before { Label::CUE_AFTER } else { Label::CUE };
    // A source of several stretches, as a list of names, has one that is nearest the cue; the chain knows that one.
    let nearest = attribution.source.iter().min_by_key(|range| {
        anchor.map_or(0, |anchor| range.start.abs_diff(anchor.start)).min(range.start.abs_diff(last.end))
    });
    pieces.extend(nearest.map(|range| (source, range.clone())));
    pieces.extend(attribution.cue.first().map(|range| (cue, range.clone())));
    pieces.sort_by_key(|(_, range)| range.start);
    // A source ahead of content that stands before its cue begins the attribution.
    if is_before && pieces.first().is_some_and(|(label, _)| *label == Label::SOURCE_AFTER) {
        pieces[0].0 = Label::SOURCE;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use newsmark_core::model::Text;
    use newsmark_core::suggest::attribution::parts;

    use super::*;

    /// The attribution of a text whose source, cue and content are the words given.
    fn marked(text: &str, source: &[&str], cue: &[&str], content: &[&str]) -> MarkedAttribution {
        let find = |words: &[&str]| {
            words.iter().map(|words| text.find(words).map(|at| at..at + words.len()).unwrap()).collect::<Vec<_>>()
        };
        MarkedAttribution { source: find(source), cue: find(cue), content: find(content) }
    }

    #[test]
    fn labels_lead_back_to_the_parts_that_were_marked() {
        for (text, source, cue, content) in [
            ("Ana said it rained.", "Ana", "said", vec!["it rained"]),
            ("“It rained,” Ana said.", "Ana", "said", vec!["“It rained,”"]),
            ("“It rained,” Ana said, “all night.”", "Ana", "said", vec!["“It rained,”", "“all night.”"]),
            ("According to Ana, it rained.", "Ana", "According to", vec!["it rained"]),
            ("It rained, according to Ana.", "Ana", "according to", vec!["It rained"]),
        ] {
            let words = Words::of(&Text::new(text.to_owned()));
            let gold = GoldAttribution::of(&marked(text, &[source], &[cue], &content), &words).unwrap();
            let found = parts(&labels(std::slice::from_ref(&gold), &words), 0);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].source.clone().into_iter().collect::<Vec<_>>(), gold.source, "{text}");
            assert_eq!(found[0].cue.clone().into_iter().collect::<Vec<_>>(), gold.cue, "{text}");
            assert_eq!(found[0].content, gold.content, "{text}");
        }
    }

    #[test]
    fn a_mark_without_content_is_no_attribution() {
        let words = Words::of(&Text::new("Ana said.".to_owned()));
        assert_eq!(GoldAttribution::of(&MarkedAttribution::default(), &words), None);
    }
}
