use newsmark_agreement::{Confusion, Measured, Unit, cohen, fleiss};

use super::Labels;
use super::marked::{Marked, labels};
use super::words::words;
use crate::model::{Category, Span};
use crate::review::Comparison;

/// Which kappa, by how many projects there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KappaKind {
    /// Of two.
    Cohen,
    /// Of more.
    Fleiss,
}

/// Kappa over the words of the text.
///
/// A word is what UAX #29 takes for one and has a letter or a digit. Its label is the set of
/// categories of all marks that share a byte with it, or nothing. Words outside all marks
/// are counted, and as most words of news are, agreement by chance is high.
#[derive(Clone, Debug, PartialEq)]
pub struct Kappa {
    /// Which.
    pub kind: KappaKind,
    /// The number.
    pub value: Measured,
    /// How many words there are.
    pub n_words: usize,
}

/// Neighbouring words on whose labels not all agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisputedWords {
    /// From the first of them to the last, in bytes.
    pub span: Span,
    /// What each side has marked them as.
    pub labels: Vec<Labels>,
}

impl KappaKind {
    /// How JSON and the window write it.
    pub fn name(self) -> &'static str {
        match self {
            KappaKind::Cohen => "Cohen",
            KappaKind::Fleiss => "Fleiss",
        }
    }
}

/// Kappa of what is marked on these words, which every side has its own of.
pub(super) fn kappa(words: &[Span], units: &[Vec<Unit<Labels>>]) -> Kappa {
    let labels: Vec<Vec<Labels>> = units.iter().map(|units| labels(words, units)).collect();
    let n_words = words.len();
    // Cohen's kappa knows who gave which label; Fleiss' does not and is another number for two people.
    if let [one, other] = &labels[..] {
        let mut counts: Confusion<{ Labels::COUNT }> = [[0; Labels::COUNT]; Labels::COUNT];
        for (one, other) in one.iter().zip(other) {
            counts[one.index()][other.index()] += 1;
        }
        return Kappa { kind: KappaKind::Cohen, value: cohen(&counts), n_words };
    }
    let things = (0..n_words).map(|word| {
        let mut counts = [0; Labels::COUNT];
        for labels in &labels {
            counts[labels[word].index()] += 1;
        }
        (counts, 1)
    });
    Kappa { kind: KappaKind::Fleiss, value: fleiss(things), n_words }
}

/// The spans of a side's marks with their categories.
fn spans_of(comparison: &Comparison, side: usize) -> impl Iterator<Item = (Category, Span)> {
    let marks = comparison.rows().iter().filter_map(move |row| row.marks[side].as_ref());
    marks.flat_map(|mark| mark.spans.iter().map(|span| (mark.category(), span)))
}

/// The cases behind kappa and unitizing alpha: the words on which not all agree, in the order of the text.
pub fn disputed(comparison: &Comparison) -> Vec<DisputedWords> {
    let words = words(comparison.text());
    let of_side = |side| labels(&words, &Marked::of(spans_of(comparison, side)).units(None));
    let labels: Vec<Vec<Labels>> = (0..comparison.sides().len()).map(of_side).collect();
    let mut found: Vec<DisputedWords> = Vec::new();
    let mut is_open = false;
    for (n, word) in words.iter().enumerate() {
        let here: Vec<Labels> = labels.iter().map(|labels| labels[n]).collect();
        if here.windows(2).all(|pair| pair[0] == pair[1]) {
            is_open = false;
            continue;
        }
        // Words that are disputed in the same way one after the other are one case to look at.
        match found.last_mut().filter(|last| is_open && last.labels == here) {
            Some(last) => last.span = Span::new(last.span.start(), word.end()).unwrap_or(last.span),
            None => found.push(DisputedWords { span: *word, labels: here }),
        }
        is_open = true;
    }
    found
}
