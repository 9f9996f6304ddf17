use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use unicode_segmentation::{GraphemeCursor, GraphemeIncomplete};

use super::{Digest, Paragraph, Span, paragraph::paragraphs};

/// The text of an article, which never changes, with what is derived from it once.
///
/// Cloning shares it. It reads as a `str`; all offsets are UTF-8 bytes.
#[derive(Clone)]
pub struct Text(Arc<Inner>);

struct Inner {
    string: String,
    sha256: Digest,
    paragraphs: Vec<Paragraph>,
}

impl Text {
    /// Takes the text as it is, without any normalisation.
    pub fn new(string: String) -> Text {
        let sha256 = Digest::of(string.as_bytes());
        let paragraphs = paragraphs(&string);
        Text(Arc::new(Inner { string, sha256, paragraphs }))
    }

    /// The SHA-256 of the text as UTF-8.
    pub fn sha256(&self) -> Digest {
        self.0.sha256
    }

    /// The paragraphs in order, at least one.
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.0.paragraphs
    }

    /// The index of the paragraph that holds byte `offset`; one within a line
    /// end belongs to the paragraph before it.
    pub fn paragraph_at(&self, offset: usize) -> usize {
        self.paragraphs().partition_point(|paragraph| paragraph.start <= offset).saturating_sub(1)
    }

    /// The words under `span`. Offsets outside the text or within a code point
    /// are moved inwards, so that this never fails.
    pub fn words(&self, span: Span) -> &str {
        // A span may come from a file of another text.
        let end = self.floor_char_boundary(span.end());
        let start = self.ceil_char_boundary(span.start()).min(end);
        &self[start..end]
    }

    /// Whether byte `offset` is a boundary between two grapheme clusters.
    pub fn is_boundary(&self, offset: usize) -> bool {
        self.is_char_boundary(offset) && GraphemeCursor::new(offset, self.len(), true).is_boundary(self, 0) == Ok(true)
    }

    /// The grapheme boundary at or before byte `offset`.
    pub fn boundary_at_or_before(&self, offset: usize) -> usize {
        let offset = self.floor_char_boundary(offset.min(self.len()));
        if self.is_boundary(offset) { offset } else { self.previous_boundary(offset).unwrap_or(0) }
    }

    /// The grapheme boundary at or after byte `offset`.
    pub fn boundary_at_or_after(&self, offset: usize) -> usize {
        let offset = self.ceil_char_boundary(offset.min(self.len()));
        if self.is_boundary(offset) { offset } else { self.next_boundary(offset).unwrap_or(self.len()) }
    }

    /// The grapheme boundary before byte `offset`, a code point boundary; `None` at the start.
    pub fn previous_boundary(&self, offset: usize) -> Option<usize> {
        unbroken(GraphemeCursor::new(offset, self.len(), true).prev_boundary(self, 0))
    }

    /// The grapheme boundary after byte `offset`, a code point boundary; `None` at the end.
    pub fn next_boundary(&self, offset: usize) -> Option<usize> {
        unbroken(GraphemeCursor::new(offset, self.len(), true).next_boundary(self, 0))
    }

    /// The smallest span on grapheme boundaries that covers bytes `start` to
    /// `end`; `None` where those cover nothing.
    pub fn snap(&self, start: usize, end: usize) -> Option<Span> {
        // Nothing must not become a grapheme by being widened.
        if start.min(self.len()) >= end.min(self.len()) {
            return None;
        }
        Span::new(self.boundary_at_or_before(start), self.boundary_at_or_after(end))
    }
}

/// The cursor has the whole text as its only chunk, so it never asks for another.
fn unbroken(boundary: Result<Option<usize>, GraphemeIncomplete>) -> Option<usize> {
    boundary.ok().flatten()
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0.string
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.string == other.0.string
    }
}

impl Eq for Text {}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} bytes, {})", self.len(), self.sha256())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn snapping_takes_whole_graphemes() {
        let text = Text::new("a👨🏻‍🚒e\u{301}\r\nb".to_owned());
        let helper = text.snap(2, 3).unwrap();
        assert_eq!(text.words(helper), "👨🏻‍🚒");
        let accent = text.find('\u{301}').unwrap();
        assert_eq!(text.words(text.snap(accent, accent + 1).unwrap()), "e\u{301}");
        let line_end = text.find('\n').unwrap();
        assert_eq!(text.words(text.snap(line_end, line_end + 1).unwrap()), "\r\n");
        assert_eq!(text.snap(3, 3), None);
        assert_eq!(text.snap(90, 99), None);
    }

    #[test]
    fn a_line_end_belongs_to_the_paragraph_before_it() {
        let text = Text::new("ab\r\ncd".to_owned());
        let found: Vec<_> = (0..=6).map(|offset| text.paragraph_at(offset)).collect();
        assert_eq!(found, [0, 0, 0, 0, 1, 1, 1]);
    }

    proptest! {
        #[test]
        fn a_snapped_span_covers_what_was_asked_on_boundaries(string in "\\PC{1,20}", start in 0usize..80, length in 1usize..40) {
            let text = Text::new(string);
            if let Some(span) = text.snap(start, start + length) {
                prop_assert!(text.is_boundary(span.start()) && text.is_boundary(span.end()));
                prop_assert!(span.start() <= start && (start + length).min(text.len()) <= span.end());
            }
        }
    }
}
