//! From the labels of a paragraph to the parts of its attributions.

use std::ops::Range;

use super::Label;

/// The parts of one attribution, as ranges of tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttributionParts {
    /// Who is reported, where a source stands by the cue.
    pub source: Option<Range<usize>>,
    /// The words that report.
    pub cue: Option<Range<usize>>,
    /// What is reported, in order.
    pub content: Vec<Range<usize>>,
}

impl AttributionParts {
    /// The first token of its content and its cue. The source may stand paragraphs before, where it is inherited.
    pub fn start(&self) -> usize {
        let parts = self.cue.iter().chain(&self.content);
        parts.map(|range| range.start).min().unwrap_or_default()
    }
}

/// The attributions that the labels of one paragraph tell, in order; `first` is the token of
/// the first label. One without content is none.
pub fn parts(labels: &[Label], first: usize) -> Vec<AttributionParts> {
    let mut found: Vec<AttributionParts> = Vec::new();
    // The attribution that is being put together, and whether its content stands before its cue.
    let mut open = AttributionParts::default();
    let mut is_before = false;
    for (label, range) in runs(labels, first) {
        match label {
            Label::SOURCE | Label::CUE => {
                let is_taken = if label == Label::SOURCE { open.source.is_some() } else { open.cue.is_some() };
                if is_before || is_taken || !open.content.is_empty() {
                    close(&mut open, &mut found);
                }
                is_before = false;
                if label == Label::SOURCE {
                    open.source = Some(range);
                } else {
                    open.cue = Some(range);
                }
            }
            Label::CONTENT => {
                if is_before || !open.content.is_empty() {
                    close(&mut open, &mut found);
                }
                is_before = false;
                open.content.push(range);
            }
            Label::CONTENT_BEFORE => {
                if !is_before || open.cue.is_some() || open.source.is_some() {
                    close(&mut open, &mut found);
                }
                is_before = true;
                open.content.push(range);
            }
            Label::SOURCE_AFTER if open.source.is_none() => open.source = Some(range),
            Label::CUE_AFTER if open.cue.is_none() => open.cue = Some(range),
            Label::MORE_CONTENT => open.content.push(range),
            // A second source or cue after the content is no part of anything.
            _ => {}
        }
    }
    close(&mut open, &mut found);
    found
}

fn close(open: &mut AttributionParts, found: &mut Vec<AttributionParts>) {
    let closed = std::mem::take(open);
    if !closed.content.is_empty() {
        found.push(closed);
    }
}

/// The stretches of one part each, with the label of their first words.
fn runs(labels: &[Label], first: usize) -> Vec<(Label, Range<usize>)> {
    let mut found: Vec<(Label, Range<usize>)> = Vec::new();
    let mut before = None;
    for (at, label) in labels.iter().enumerate() {
        let part = label.part();
        if let Some(part) = part {
            match found.last_mut() {
                Some((_, range)) if before == Some(part) && !label.begins() => range.end = first + at + 1,
                _ => found.push((part, first + at..first + at + 1)),
            }
        }
        before = part;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(letters: &str) -> Vec<AttributionParts> {
        let labels: Vec<Label> = letters.chars().filter_map(Label::from_letter).collect();
        parts(&labels, 10)
    }

    #[test]
    fn labels_become_parts() {
        // a outside, b c source, d e cue, f g content; i j content before, l m source and n o cue after it.
        let found = read("bcdfgga");
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].source.clone(), found[0].cue.clone()), (Some(10..12), Some(12..13)));
        assert_eq!(found[0].content, std::slice::from_ref(&(13..16)));
        let found = read("ijjlnrpq");
        assert_eq!(found[0].content, [10..13, 16..18]);
        assert_eq!((found[0].source.clone(), found[0].cue.clone()), (Some(13..14), Some(14..15)));
    }

    #[test]
    fn a_second_cue_begins_another_attribution() {
        let found = read("bdfgdfg");
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].source.is_some(), found[1].source.is_some()), (true, false));
    }

    #[test]
    fn a_cue_without_content_is_no_attribution() {
        assert!(read("bcde").is_empty());
    }
}
