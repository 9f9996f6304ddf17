use std::ops::Range;

use regex::Regex;

/// Most bytes of a paragraph that are searched at once: a search cannot be given up in between, and the
/// slowest expression that is not refused takes part of a second for so many.
pub(super) const SLICE: usize = 16 << 10;

/// The matches of a regular expression in a paragraph, found slice by slice.
///
/// Slices overlap by half, so that only a match longer than half a slice can be missed or cut short, and
/// only in a paragraph longer than a slice. What looks around sees what stands before a slice; a match that
/// ends where its slice does is looked for again in one that goes on.
pub(super) struct Slices<'p> {
    expression: &'p Regex,
    paragraph: &'p str,
    /// Where the next slice begins; `None` at the end.
    from: Option<usize>,
    slice: usize,
    /// How long the next slice is: longer while a match fills it.
    length: usize,
}

impl<'p> Slices<'p> {
    /// The matches in `paragraph` by slices of `slice` bytes.
    pub fn new(expression: &'p Regex, paragraph: &'p str, slice: usize) -> Slices<'p> {
        Slices { expression, paragraph, from: Some(0), slice, length: slice }
    }
}

impl Iterator for Slices<'_> {
    /// What a slice came to: its first match that is not empty, if any.
    type Item = Option<Range<usize>>;

    fn next(&mut self) -> Option<Option<Range<usize>>> {
        let from = self.from?;
        let end = self.paragraph.ceil_char_boundary(from.saturating_add(self.length));
        let is_last = end == self.paragraph.len();
        let Some(found) = self.expression.find_at(&self.paragraph[..end], from) else {
            self.length = self.slice;
            let next = self.paragraph.floor_char_boundary(end.saturating_sub(self.slice / 2)).max(from + 1);
            self.from = (!is_last).then(|| self.paragraph.ceil_char_boundary(next));
            return Some(None);
        };
        // The match may be longer than what was looked at.
        if found.end() == end && !is_last {
            if found.start() == from {
                // Doubling: a match of a whole long paragraph is found after a few readings and not after one a slice.
                self.length = self.length.saturating_mul(2);
            }
            self.from = Some(found.start());
            return Some(None);
        }
        self.length = self.slice;
        if found.is_empty() {
            // An empty match, as of `x*`, is none; without the step over a character the search would stand still.
            let next = self.paragraph[found.end()..].chars().next();
            self.from = next.map(|c| found.end() + c.len_utf8());
            return Some(None);
        }
        self.from = (found.end() < self.paragraph.len()).then_some(found.end());
        Some(Some(found.range()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    fn found(expression: &Regex, paragraph: &str, slice: usize) -> Vec<Range<usize>> {
        Slices::new(expression, paragraph, slice).flatten().collect()
    }

    #[test]
    fn a_paragraph_is_searched_in_slices_also_where_nothing_is_found() {
        let paragraph = "x".repeat(20 * SLICE);
        let expression = Regex::new("y").unwrap();
        let n_slices = Slices::new(&expression, &paragraph, SLICE).count();
        assert!((20..=40).contains(&n_slices), "{n_slices}");
        let all = Regex::new("x+").unwrap();
        assert!(
            found(&all, &paragraph, SLICE) == vec![Range { start: 0, end: paragraph.len() }],
            "longer than a slice"
        );
    }

    proptest! {
        #[test]
        fn slices_give_what_the_whole_paragraph_gives(
            words in prop::collection::vec(select(vec!["a", "ab", "12", "killed ", "é", "قتل", " ", ".", "x1 "]), 0..120),
            pattern in select(vec![
                "a", r"\w{1,6}\b", r"\bkilled\b", r"\d+", "a|ab", "x*", r"(?m)^a", r"\w$", r"\B12", "é|ق", r"[ab]{2}", "k.{3}e", r"\b",
            ]),
        ) {
            let paragraph = words.concat();
            let expression = Regex::new(pattern).unwrap();
            let whole: Vec<_> =
                expression.find_iter(&paragraph).map(|one| one.range()).filter(|one| !one.is_empty()).collect();
            prop_assert_eq!(found(&expression, &paragraph, 32), whole);
        }
    }
}
