use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;

/// A stretch of the article's text: UTF-8 byte offsets, half-open, never empty.
///
/// A span knows nothing of the text; [`Text::snap`](super::Text::snap) makes
/// one that stands on grapheme boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The span from byte `start` up to but without byte `end`; `None` where that is empty.
    pub fn new(start: usize, end: usize) -> Option<Span> {
        (start < end).then_some(Span { start, end })
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start
    }

    /// The byte after the last.
    pub fn end(self) -> usize {
        self.end
    }

    /// Length in bytes, at least 1.
    #[expect(clippy::len_without_is_empty, reason = "a span is never empty")]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// The same stretch as a range of bytes.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether byte `offset` lies within.
    pub fn contains(self, offset: usize) -> bool {
        self.range().contains(&offset)
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether every byte of `other` lies within.
    pub fn encloses(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// Where an annotation stands: one or more spans, sorted and disjoint.
///
/// A quotation that its source interrupts is one annotation with several spans. A single span,
/// as nearly all are, lies in the annotation itself.
#[derive(Clone)]
pub struct Spans(Held);

#[derive(Clone)]
// Nearly all marks have one span, and a vector for each would be an allocation a mark.
enum Held {
    One(Span),
    Several(Vec<Span>),
}

impl Spans {
    /// Sorts the spans and joins those that overlap; `None` where there are none.
    ///
    /// ```
    /// use newsmark_core::model::{Span, Spans};
    ///
    /// let spans: Vec<Span> = [Span::new(6, 9), Span::new(0, 3), Span::new(2, 5)].into_iter().flatten().collect();
    /// let joined: Vec<_> = Spans::new(spans).iter().flat_map(Spans::as_slice).map(|span| span.range()).collect();
    /// assert_eq!(joined, [0..5, 6..9]);
    /// ```
    pub fn new(mut spans: Vec<Span>) -> Option<Spans> {
        spans.sort();
        let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            match joined.last_mut() {
                // Spans that only touch stay two: an editor may have marked two neighbouring words apart on purpose.
                Some(last) if span.start < last.end => last.end = last.end.max(span.end),
                _ => joined.push(span),
            }
        }
        match joined[..] {
            [] => None,
            [span] => Some(Spans(Held::One(span))),
            _ => Some(Spans(Held::Several(joined))),
        }
    }

    /// The spans in order of the text.
    pub fn as_slice(&self) -> &[Span] {
        match &self.0 {
            Held::One(span) => std::slice::from_ref(span),
            Held::Several(spans) => spans,
        }
    }

    /// The spans in order of the text.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Span> + ExactSizeIterator + '_ {
        self.as_slice().iter().copied()
    }

    /// First byte of the first span.
    pub fn start(&self) -> usize {
        // There is at least one: `new` gives none for an empty list.
        self.as_slice()[0].start
    }

    /// The byte after the last span.
    pub fn end(&self) -> usize {
        let spans = self.as_slice();
        spans[spans.len() - 1].end
    }

    /// How many bytes the spans cover together.
    pub fn covered(&self) -> usize {
        self.iter().map(Span::len).sum()
    }

    /// Whether byte `offset` lies within one of the spans.
    pub fn contains(&self, offset: usize) -> bool {
        self.iter().any(|span| span.contains(offset))
    }
}

impl From<Span> for Spans {
    fn from(span: Span) -> Spans {
        Spans(Held::One(span))
    }
}

impl PartialEq for Spans {
    fn eq(&self, other: &Spans) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl Eq for Spans {}

impl PartialOrd for Spans {
    fn partial_cmp(&self, other: &Spans) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Spans {
    fn cmp(&self, other: &Spans) -> Ordering {
        self.as_slice().cmp(other.as_slice())
    }
}

impl Hash for Spans {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_slice().hash(state);
    }
}

impl fmt::Debug for Spans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Spans").field(&self.as_slice()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: usize, end: usize) -> Span {
        Span::new(start, end).unwrap()
    }

    #[test]
    fn a_span_is_never_empty() {
        assert_eq!(Span::new(3, 3), None);
        assert_eq!(Span::new(4, 3), None);
    }

    #[test]
    fn spans_are_sorted_and_overlapping_ones_join() {
        let spans = Spans::new(vec![span(8, 12), span(0, 4), span(3, 6)]).unwrap();
        assert_eq!(spans.as_slice(), [span(0, 6), span(8, 12)]);
        assert_eq!(spans.covered(), 10);
    }

    #[test]
    fn spans_that_touch_stay_apart() {
        let spans = Spans::new(vec![span(4, 6), span(0, 4)]).unwrap();
        assert_eq!(spans.as_slice().len(), 2);
    }
}
