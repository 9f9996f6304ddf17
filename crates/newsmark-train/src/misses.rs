//! What is likely and wrong, for whoever makes the rules and the features better.

use std::ops::Range;

use newsmark_core::suggest::Words;

use crate::gold::GoldAttribution;
use crate::scoring::{FoundParts, LONG_QUOTATION, is_right, overlap, same_source, set};

/// From this probability on what is wrong is printed: somewhat below the likely tier, where the next ones wait.
const LEAST: f64 = 0.8;

/// Prints what is nearly likely and wrong, and the long quotations with another speaker than the marked one.
pub fn print(words: &Words, found: &[FoundParts], gold: &[GoldAttribution]) {
    let said = |ranges: &[Range<usize>]| {
        let words = ranges.iter().filter_map(|range| words.span(range)).map(|span| words.text().words(span));
        words.collect::<Vec<_>>().join(" … ")
    };
    for parts in found.iter().filter(|parts| parts.probability >= LEAST) {
        if is_right(&parts.content, parts.source.as_ref(), gold) {
            continue;
        }
        let is_near = |gold: &&GoldAttribution| overlap(&set(&gold.content), &set(&parts.content)) > 0.0;
        let marked =
            gold.iter().filter(is_near).map(|gold| format!("{} <{}>", said(&gold.content), said(&gold.source)));
        println!(
            "  wrong {:.2}: {} <{}>; marked: {:?}",
            parts.probability,
            said(&parts.content),
            said(parts.source.as_slice()),
            marked.collect::<Vec<_>>()
        );
    }
    for quotation in words.quotations() {
        let inner = quotation.tokens.clone();
        let n_words = inner.clone().filter(|at| words.word(*at).starts_with(char::is_alphanumeric)).count();
        let holds =
            |content: &[Range<usize>]| content.iter().any(|range| range.start < inner.end && inner.start < range.end);
        let marked = gold.iter().find(|parts| holds(&parts.content));
        let own = found.iter().find(|parts| holds(&parts.content));
        let is_same = match (marked, own) {
            (Some(marked), Some(own)) => same_source(own.source.as_ref(), &marked.source),
            (marked, own) => marked.is_none() && own.is_none(),
        };
        if n_words >= LONG_QUOTATION && !is_same {
            let speaker = |source: Option<&[Range<usize>]>| source.map_or_else(|| "none".to_owned(), said);
            println!(
                "  speaker {} <{}>; marked <{}>",
                said(std::slice::from_ref(&inner)),
                speaker(own.map(|own| own.source.as_slice())),
                speaker(marked.map(|marked| &marked.source[..]))
            );
        }
    }
}
