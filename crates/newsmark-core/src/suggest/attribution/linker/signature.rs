//! A quotation that is signed: "“We were never told.” — Ana Orlo, Tarn", in its paragraph or on the next line.

use std::ops::Range;

use crate::suggest::words::{TokenKind, Words};

use super::super::{AttributionParts, SourceLink};
use super::draft::{Draft, owners, unattributed_quotations};

/// A dash and a name to the end of the line after a quotation are nothing else.
const SURE: f64 = 0.95;

/// A signature is short: a name, a role and a place.
const LONGEST: usize = 12;

/// Attributes quotations to the name behind a dash that follows them.
pub fn link(words: &Words, drafts: &mut Vec<Draft>) {
    for quotation in unattributed_quotations(words, &owners(words, drafts)) {
        let at = words.paragraphs().partition_point(|paragraph| paragraph.end <= quotation.start);
        let (Some(own), next) = (words.paragraphs().get(at), words.paragraphs().get(at + 1)) else { continue };
        let rest = quotation.end..own.end;
        let line = if rest.is_empty() { next.cloned() } else { Some(rest) };
        if let Some((dash, source)) = line.and_then(|line| signature(words, line)) {
            let parts = AttributionParts { source: Some(source), cue: Some(dash), content: vec![quotation] };
            drafts.push(Draft { parts, link: SourceLink::ByCue, probability: SURE, evidence: None });
        }
    }
}

/// The dash and the name of a line that is nothing but these.
fn signature(words: &Words, line: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let is_dash = matches!(words.word(line.start), "―" | "—" | "–" | "--");
    let name = line.start + 1..line.end;
    let is_short = !name.is_empty() && name.len() <= LONGEST;
    if !is_dash || !is_short || !words.word(name.start).starts_with(char::is_uppercase) {
        return None;
    }
    // What goes on behind a comma tells who it is, and is no part of the name.
    let end = name.clone().find(|at| words.tokens()[*at].kind != TokenKind::Word && words.word(*at) != ".");
    let mut source = name.start..end.unwrap_or(name.end);
    while source.len() > 1 && words.word(source.end - 1) == "." {
        source.end -= 1;
    }
    let is_of_name = |at: usize| {
        let word = words.word(at);
        word.starts_with(char::is_uppercase)
            || matches!(word, "." | "of" | "the" | "de" | "van" | "von" | "al" | "bin" | "ibn")
    };
    if !source.clone().all(is_of_name) {
        return None;
    }
    Some((line.start..line.start + 1, source))
}
