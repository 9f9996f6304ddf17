use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// A place in which two texts differ, as bytes of each; one of the two can be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextDifference {
    /// What stands in the first text.
    pub one: Range<usize>,
    /// What stands in the other in its place.
    pub other: Range<usize>,
}

/// Where two texts differ, by words; paragraphs first, so that a long text costs little.
pub(super) fn differences(one: &str, other: &str) -> Vec<TextDifference> {
    let (lines, other_lines) =
        (pieces(one, |text| text.split_inclusive('\n')), pieces(other, |text| text.split_inclusive('\n')));
    let mut found = Vec::new();
    for place in unequal(&lines, &other_lines) {
        let (words, other_words) = (&one[place.one.clone()], &other[place.other.clone()]);
        let (words, other_words) = (pieces(words, str::split_word_bounds), pieces(other_words, str::split_word_bounds));
        // The worst case of the algorithm is the product of both lengths, and Compare must not stand still over two
        // unlike texts.
        if words.len().saturating_mul(other_words.len()) > MOST_WORDS {
            found.push(place);
            continue;
        }
        found.extend(unequal(&words, &other_words).into_iter().map(|within| TextDifference {
            one: place.one.start + within.one.start..place.one.start + within.one.end,
            other: place.other.start + within.other.start..place.other.start + within.other.end,
        }));
    }
    found
}

/// Stretches whose words multiplied are more than this are told as a whole.
// 4,000 words against 4,000: a long article whose paragraphs were all rewritten.
const MOST_WORDS: usize = 16_000_000;

/// Whether the two are so unlike that they are different articles: of the pairs of
/// neighbouring words of the shorter less than a quarter stands in the longer.
///
/// Two articles in one language share most of their words, but few of their pairs.
pub(super) fn are_different_articles(one: &str, other: &str) -> bool {
    let (words, other_words): (Vec<&str>, Vec<&str>) = (one.unicode_words().collect(), other.unicode_words().collect());
    let shorter = words.len().min(other_words.len()).saturating_sub(1);
    // Texts of one word have no pair to count.
    if shorter == 0 {
        return words.first() != other_words.first();
    }
    let pairs = |words: &[&'_ str]| -> Vec<(String, String)> {
        words.windows(2).map(|pair| (pair[0].to_owned(), pair[1].to_owned())).collect()
    };
    let mut counts: HashMap<(String, String), usize> = HashMap::new();
    for pair in pairs(&words) {
        *counts.entry(pair).or_default() += 1;
    }
    // Each pair stands for one: "he said" ten times here is not matched by once there.
    let mut is_there = |pair: &(String, String)| {
        counts.get_mut(pair).is_some_and(|count| {
            let is_left = *count > 0;
            *count -= usize::from(is_left);
            is_left
        })
    };
    // A quarter is low on purpose: an article that was heavily rewritten is still the same one.
    4 * pairs(&other_words).into_iter().filter(|pair| is_there(pair)).count() < shorter
}

/// Pieces of a text with the byte at which each begins, and the text's end.
struct Pieces<'t> {
    pieces: Vec<&'t str>,
    starts: Vec<usize>,
}

impl Pieces<'_> {
    fn len(&self) -> usize {
        self.pieces.len()
    }
}

fn pieces<'t, I: Iterator<Item = &'t str>>(text: &'t str, split: impl Fn(&'t str) -> I) -> Pieces<'t> {
    let pieces: Vec<&str> = split(text).collect();
    let mut starts = Vec::with_capacity(pieces.len() + 1);
    let mut at = 0;
    for piece in &pieces {
        starts.push(at);
        at += piece.len();
    }
    starts.push(at);
    Pieces { pieces, starts }
}

/// The stretches of pieces that are not equal, in bytes.
fn unequal(one: &Pieces<'_>, other: &Pieces<'_>) -> Vec<TextDifference> {
    let mut found: Vec<TextDifference> = Vec::new();
    // Patience keeps unique lines together and does not match blank lines and common words across paragraphs.
    for op in capture_diff_slices(Algorithm::Patience, &one.pieces, &other.pieces) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (old, new) = (op.old_range(), op.new_range());
        let place = TextDifference {
            one: one.starts[old.start]..one.starts[old.end],
            other: other.starts[new.start]..other.starts[new.end],
        };
        // The algorithm parts a deletion and an insertion at one place; a person sees one change.
        match found.last_mut() {
            Some(last) if last.one.end == place.one.start && last.other.end == place.other.start => {
                last.one.end = place.one.end;
                last.other.end = place.other.end;
            }
            _ => found.push(place),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told<'t>(one: &'t str, other: &'t str) -> Vec<(&'t str, &'t str)> {
        differences(one, other).into_iter().map(|place| (&one[place.one], &other[place.other])).collect()
    }

    #[test]
    fn the_words_that_changed_are_told() {
        let one = "Ten died.\nShe said so.\nTwo fled.";
        let other = "Ten people died.\nShe said so.\nThree fled.";
        assert_eq!(told(one, other), [("", "people "), ("Two", "Three")]);
    }

    #[test]
    fn another_version_is_the_same_article_and_other_news_is_not() {
        let one = "At least 12 people were killed in the market of Karsa on Sunday, the relief office said.";
        let updated =
            "At least 17 people were killed in the market of Karsa on Sunday, the relief office said on Monday.";
        let other = "The council of Veld said on Monday that the school at the river will be open in the autumn.";
        assert!(!are_different_articles(one, updated));
        assert!(are_different_articles(one, other));
        assert!(are_different_articles("Ten", "Two") && !are_different_articles("", ""));
    }

    proptest! {
        #[test]
        fn what_does_not_differ_is_the_same(one in "([a-c] ?|\n){0,30}", other in "([a-c] ?|\n){0,30}") {
            let (mut at, mut other_at) = (0, 0);
            for place in differences(&one, &other) {
                prop_assert_eq!(&one[at..place.one.start], &other[other_at..place.other.start]);
                (at, other_at) = (place.one.end, place.other.end);
            }
            prop_assert_eq!(&one[at..], &other[other_at..]);
        }
    }
}
