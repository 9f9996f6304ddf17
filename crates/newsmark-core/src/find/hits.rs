use std::ops::Range;

use crate::model::Span;

/// Every place of a text that fits a query: in its order, disjoint, on grapheme boundaries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits(Vec<Span>);

impl Hits {
    /// Adds a hit that does not begin before the last one; two that share a grapheme become one.
    pub(super) fn push(&mut self, span: Span) {
        // Widened to graphemes, two matches beside each other may share one.
        let joined = self.0.last().filter(|last| last.end() > span.start());
        match joined.and_then(|last| Span::new(last.start(), last.end().max(span.end()))) {
            Some(joined) => {
                self.0.pop();
                self.0.push(joined);
            }
            None => self.0.push(span),
        }
    }

    /// The byte after the last hit; 0 without one.
    pub(super) fn end(&self) -> usize {
        self.0.last().map_or(0, |last| last.end())
    }

    /// The hits.
    pub fn as_slice(&self) -> &[Span] {
        &self.0
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The numbers of the hits that share a byte with `bytes` of the text.
    pub fn over(&self, bytes: Range<usize>) -> Range<usize> {
        let start = self.0.partition_point(|hit| hit.end() <= bytes.start);
        let end = self.0.partition_point(|hit| hit.start() < bytes.end);
        // An empty range where nothing lies there, and never one that ends before it begins.
        start..end.max(start)
    }

    /// The number of the first hit that begins at or after byte `offset`, else of the first of all.
    pub fn next_from(&self, offset: usize) -> Option<usize> {
        let next = self.0.partition_point(|hit| hit.start() < offset);
        self.0.get(next).map(|_| next).or(self.0.first().map(|_| 0))
    }

    /// The number of the last hit that begins before byte `offset`, else of the last of all.
    pub fn previous_from(&self, offset: usize) -> Option<usize> {
        let next = self.0.partition_point(|hit| hit.start() < offset);
        next.checked_sub(1).or(self.0.len().checked_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hits(spans: &[(usize, usize)]) -> Hits {
        let mut hits = Hits::default();
        spans.iter().filter_map(|(start, end)| Span::new(*start, *end)).for_each(|span| hits.push(span));
        hits
    }

    #[test]
    fn hits_that_share_a_byte_become_one() {
        assert_eq!(hits(&[(0, 4), (3, 6), (4, 5), (6, 8)]), hits(&[(0, 6), (6, 8)]));
    }

    #[test]
    fn going_on_from_the_last_hit_leads_to_the_first() {
        let hits = hits(&[(2, 4), (6, 8)]);
        assert_eq!([0, 2, 3, 6, 7].map(|offset| hits.next_from(offset)), [0, 0, 1, 1, 0].map(Some));
        assert_eq!([0, 2, 3, 6, 7].map(|offset| hits.previous_from(offset)), [1, 1, 0, 0, 1].map(Some));
        assert_eq!((Hits::default().next_from(0), Hits::default().previous_from(0)), (None, None));
    }

    #[test]
    fn hits_on_the_screen_are_those_that_share_a_byte_with_it() {
        let hits = hits(&[(2, 4), (6, 8), (8, 9)]);
        assert_eq!((hits.over(3..7), hits.over(4..6), hits.over(8..20), hits.over(9..20)), (0..2, 1..1, 2..3, 3..3));
    }
}
