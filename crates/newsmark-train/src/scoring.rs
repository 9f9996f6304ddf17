//! What a model finds against what annotators marked.

use std::collections::BTreeSet;
use std::ops::Range;

use newsmark_core::model::{QuoteKind, Span, Tier};
use newsmark_core::suggest::Words;
use newsmark_core::suggest::attribution::FoundAttribution;

use crate::gold::GoldAttribution;

/// An attribution that was found, as ranges of tokens.
pub struct FoundParts {
    /// Who is reported.
    pub source: Option<Range<usize>>,
    /// What is reported.
    pub content: Vec<Range<usize>>,
    /// How sure it is, from 0 to 1.
    pub probability: f64,
    /// Whether it is of the likely tier.
    pub is_likely: bool,
    /// Whether quotation marks stand around it or a part of it.
    pub is_quoted: bool,
}

impl FoundParts {
    /// What the program found.
    pub fn of(found: &FoundAttribution, words: &Words) -> FoundParts {
        let tokens = |span: Span| {
            let first = words.tokens().partition_point(|token| token.span.end() <= span.start());
            first..words.tokens().partition_point(|token| token.span.start() < span.end())
        };
        FoundParts {
            source: found.source.map(tokens),
            content: found.content.iter().map(tokens).collect(),
            probability: found.probability,
            is_likely: found.tier == Tier::Likely,
            is_quoted: matches!(found.kind, QuoteKind::Direct | QuoteKind::Mixed),
        }
    }
}

/// Whether an attribution is one that was marked, with its source.
pub fn is_right(content: &[Range<usize>], source: Option<&Range<usize>>, gold: &[GoldAttribution]) -> bool {
    let content = set(content);
    let overlap = |parts: &GoldAttribution| overlap(&content, &set(&parts.content));
    let best = gold.iter().max_by(|a, b| overlap(a).total_cmp(&overlap(b)));
    best.is_some_and(|best| overlap(best) >= 0.5 && same_source(source, &best.source))
}

/// Whether at least half of the words of content are marked as content of anybody.
pub fn is_content(content: &[Range<usize>], gold: &[GoldAttribution]) -> bool {
    let content = set(content);
    let marked: BTreeSet<usize> = gold.iter().flat_map(|parts| set(&parts.content)).collect();
    content.intersection(&marked).count() * 2 >= content.len()
}

/// Hits, what was found, what was marked.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hits {
    /// Found and marked.
    pub hits: usize,
    /// Found.
    pub found: usize,
    /// Marked.
    pub marked: usize,
}

impl Hits {
    /// The share of what was found that was marked.
    pub fn precision(self) -> f64 {
        self.hits as f64 / self.found.max(1) as f64
    }

    /// The share of what was marked that was found.
    pub fn recall(self) -> f64 {
        self.hits as f64 / self.marked.max(1) as f64
    }

    /// Their harmonic mean.
    pub fn f1(self) -> f64 {
        2.0 * self.hits as f64 / (self.found + self.marked).max(1) as f64
    }
}

/// The measures of one or more texts.
#[derive(Default)]
pub struct ScoreCard {
    /// Sentences that have a word of content.
    pub sentences: Hits,
    /// Words of content.
    pub content_tokens: Hits,
    /// Attributions whose content and source were found.
    pub with_source: Hits,
    /// Attributions whose content was found.
    pub content: Hits,
    /// Attributions whose content was found to the word.
    pub exact: Hits,
    /// Quotations of five words and more that were found to be content, of all such quotations.
    pub quotations: Hits,
    /// The speakers of those.
    pub speakers: Hits,
    /// Every attribution found.
    pub ranked: Vec<Ranked>,
}

/// An attribution found, and what of it is right.
#[derive(Clone, Copy, Debug)]
pub struct Ranked {
    probability: f64,
    is_likely: bool,
    is_quoted: bool,
    /// At least half of its words are marked as content of somebody.
    is_content: bool,
    /// It is one that was marked: the contents have more than half of their words in common.
    is_match: bool,
    /// It is, and so is its source.
    is_source: bool,
}

/// Words of a quotation from which on it is somebody's sentence.
pub const LONG_QUOTATION: usize = 5;

impl ScoreCard {
    /// Adds what was found in a text.
    pub fn add(&mut self, words: &Words, found: &[FoundParts], gold: &[GoldAttribution]) {
        let n = words.tokens().len();
        let (mut is_found, mut is_marked) = (vec![false; n], vec![false; n]);
        found.iter().flat_map(|parts| &parts.content).for_each(|range| is_found[range.clone()].fill(true));
        gold.iter().flat_map(|parts| &parts.content).for_each(|range| is_marked[range.clone()].fill(true));
        for (found, marked) in is_found.iter().zip(&is_marked) {
            count(&mut self.content_tokens, *found, *marked);
        }
        for sentence in words.sentences() {
            let has = |of: &[bool]| of[sentence.clone()].iter().any(|is| *is);
            count(&mut self.sentences, has(&is_found), has(&is_marked));
        }
        self.add_attributions(found, gold, &is_marked);
        self.add_quotations(words, found, gold, &is_found, &is_marked);
    }

    fn add_attributions(&mut self, found: &[FoundParts], gold: &[GoldAttribution], is_marked: &[bool]) {
        for hits in [&mut self.with_source, &mut self.content, &mut self.exact] {
            hits.found += found.len();
            hits.marked += gold.len();
        }
        let mut taken = vec![false; gold.len()];
        let gold_content: Vec<BTreeSet<usize>> = gold.iter().map(|parts| set(&parts.content)).collect();
        for parts in found {
            let content = set(&parts.content);
            let overlap = |other: &BTreeSet<usize>| overlap(&content, other);
            let FoundParts { probability, is_likely, is_quoted, .. } = *parts;
            let is_content = content.iter().filter(|at| is_marked[**at]).count() * 2 >= content.len();
            let best = (0..gold.len())
                .filter(|place| !taken[*place])
                .max_by(|a, b| overlap(&gold_content[*a]).total_cmp(&overlap(&gold_content[*b])));
            let matched = best.filter(|place| overlap(&gold_content[*place]) >= 0.5);
            let Some(place) = matched else {
                self.ranked.push(Ranked {
                    probability,
                    is_likely,
                    is_quoted,
                    is_content,
                    is_match: false,
                    is_source: false,
                });
                continue;
            };
            taken[place] = true;
            self.content.hits += 1;
            self.exact.hits += usize::from(content == gold_content[place]);
            let is_source = same_source(parts.source.as_ref(), &gold[place].source);
            self.with_source.hits += usize::from(is_source);
            self.ranked.push(Ranked { probability, is_likely, is_quoted, is_content, is_match: true, is_source });
        }
    }

    fn add_quotations(
        &mut self,
        words: &Words,
        found: &[FoundParts],
        gold: &[GoldAttribution],
        is_found: &[bool],
        is_marked: &[bool],
    ) {
        for quotation in words.quotations() {
            let inner = quotation.tokens.clone();
            let n_words = inner.clone().filter(|at| words.word(*at).starts_with(char::is_alphanumeric)).count();
            if n_words < LONG_QUOTATION {
                continue;
            }
            let is_content = |of: &[bool]| of[inner.clone()].iter().filter(|is| **is).count() * 2 > inner.len();
            let (of_found, of_marked) = (is_content(is_found), is_content(is_marked));
            count(&mut self.quotations, of_found, of_marked);
            if !of_marked {
                continue;
            }
            let holds = |content: &[Range<usize>]| {
                content.iter().any(|range| range.start < inner.end && inner.start < range.end)
            };
            let marked = gold.iter().find(|parts| holds(&parts.content)).map_or(&[][..], |parts| &parts.source);
            let speaker = found.iter().find(|parts| holds(&parts.content)).and_then(|parts| parts.source.as_ref());
            if !marked.is_empty() {
                self.speakers.marked += 1;
                self.speakers.found += usize::from(speaker.is_some());
                self.speakers.hits += usize::from(speaker.is_some() && same_source(speaker, marked));
            }
        }
    }

    /// Of what is at least as sure as `least`: the share that is content, the share that was marked so, the share whose
    /// source was, too; and the share of all marked attributions that is among them.
    pub fn tier(&self, least: f64) -> [f64; 4] {
        self.tier_of(|ranked| ranked.probability >= least)
    }

    fn tier_of(&self, is_of_tier: impl Fn(&Ranked) -> bool) -> [f64; 4] {
        let likely: Vec<&Ranked> = self.ranked.iter().filter(|ranked| is_of_tier(ranked)).collect();
        let share = |is: fn(&Ranked) -> bool, of: usize| {
            likely.iter().filter(|ranked| is(ranked)).count() as f64 / of.max(1) as f64
        };
        let n = likely.len();
        [
            share(|ranked| ranked.is_content, n),
            share(|ranked| ranked.is_match, n),
            share(|ranked| ranked.is_source, n),
            share(|ranked| ranked.is_match, self.content.marked),
        ]
    }

    /// The table of measures.
    pub fn print(&self) {
        let row = |name: &str, value: String| println!("| {name} | {value} |");
        println!("| measure | value |\n|---|---|");
        row("sentence has an attribution", precision_and_recall(self.sentences));
        row("content token F", format!("{:.3}", self.content_tokens.f1()));
        row("content and source F", format!("{:.3}", self.with_source.f1()));
        row("content F", format!("{:.3}, {}", self.content.f1(), precision_and_recall(self.content)));
        row("content exact F", format!("{:.3}", self.exact.f1()));
        let print = |[content, matched, sourced, recall]: [f64; 4]| {
            format!("{content:.3}; {matched:.3}; {sourced:.3}; {recall:.3}")
        };
        row("*likely*: content; matched; with source; at recall", print(self.tier_of(|ranked| ranked.is_likely)));
        let quotes = self.tier_of(|ranked| ranked.is_quoted && ranked.is_likely);
        row("*likely* quotes with marks: the same", print(quotes));
        row("quotation of at least 5 words is content", precision_and_recall(self.quotations));
        row("its speaker", precision_and_recall(self.speakers));
        for least in [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95] {
            row(&format!("of a probability of at least {least}"), print(self.tier(least)));
        }
    }
}

fn count(hits: &mut Hits, found: bool, marked: bool) {
    hits.hits += usize::from(found && marked);
    hits.found += usize::from(found);
    hits.marked += usize::from(marked);
}

fn precision_and_recall(hits: Hits) -> String {
    format!("P {:.3} R {:.3}", hits.precision(), hits.recall())
}

/// The share of words that two contents have in common (Dice 1945).
pub fn overlap(one: &BTreeSet<usize>, other: &BTreeSet<usize>) -> f64 {
    2.0 * one.intersection(other).count() as f64 / (one.len() + other.len()).max(1) as f64
}

pub fn set(ranges: &[Range<usize>]) -> BTreeSet<usize> {
    ranges.iter().cloned().flatten().collect()
}

/// Whether the source found shares a word with the marked one, or neither is there.
pub fn same_source(found: Option<&Range<usize>>, marked: &[Range<usize>]) -> bool {
    match found {
        None => marked.is_empty(),
        Some(found) => marked.iter().any(|range| range.start < found.end && found.start < range.end),
    }
}

#[cfg(test)]
mod tests {
    use newsmark_core::model::Text;

    use super::*;

    fn parts(source: Option<Range<usize>>, content: Range<usize>, probability: f64) -> FoundParts {
        FoundParts { source, content: vec![content], probability, is_likely: false, is_quoted: false }
    }

    fn gold(source: Range<usize>, content: Range<usize>) -> GoldAttribution {
        GoldAttribution { source: vec![source], cue: Vec::new(), content: vec![content] }
    }

    #[test]
    fn what_is_right_and_what_is_not_is_counted() {
        // 0 Ana 1 said 2 it 3 rained 4 . 5 Jon 6 said 7 it 8 snowed 9 .
        let words = Words::of(&Text::new("Ana said it rained. Jon said it snowed.".to_owned()));
        let mut card = ScoreCard::default();
        let found = [parts(Some(0..1), 2..4, 0.9), parts(Some(0..1), 7..10, 0.4)];
        card.add(&words, &found, &[gold(0..1, 2..4), gold(5..6, 7..9)]);
        assert_eq!((card.content.hits, card.exact.hits, card.with_source.hits), (2, 1, 1));
        assert_eq!((card.content_tokens.hits, card.content_tokens.found, card.content_tokens.marked), (4, 5, 4));
        assert_eq!(card.sentences.precision(), 1.0);
        assert_eq!(card.tier(0.5), [1.0, 1.0, 1.0, 0.5]);
        assert_eq!(card.tier(0.0), [1.0, 1.0, 0.5, 1.0]);
    }

    #[test]
    fn of_two_that_claim_one_only_one_is_right() {
        let words = Words::of(&Text::new("Ana said it rained. Jon said it snowed.".to_owned()));
        let mut card = ScoreCard::default();
        card.add(&words, &[parts(None, 2..4, 0.9), parts(None, 2..4, 0.9)], &[gold(0..1, 2..4)]);
        assert_eq!((card.content.hits, card.content.found, card.content.marked), (1, 2, 1));
    }

    #[test]
    fn long_quotations_are_scored_with_their_speakers() {
        let text = "“It rained all night here,” Ana said. The “House of Seven Winds and Doors” stood.";
        let words = Words::of(&Text::new(text.to_owned()));
        let quotation = words.quotations()[0].tokens.clone();
        let source = quotation.end..quotation.end + 1;
        let mut card = ScoreCard::default();
        let marked = [gold(source.clone(), quotation.clone())];
        card.add(&words, &[parts(Some(source), quotation, 0.9)], &marked);
        assert_eq!((card.quotations.hits, card.quotations.found, card.quotations.marked), (1, 1, 1));
        assert_eq!((card.speakers.hits, card.speakers.found, card.speakers.marked), (1, 1, 1));
    }
}
