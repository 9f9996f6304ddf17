use crate::model::Span;

/// The caret and what is selected: UTF-8 byte offsets into the article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Selection {
    /// Where selecting began.
    pub anchor: usize,
    /// Where the caret stands.
    pub head: usize,
    /// Which of two neighbours the caret belongs to where a line wraps or the
    /// direction changes: `true` for the text after it.
    pub downstream: bool,
}

impl Selection {
    /// A caret without selected words.
    pub fn caret(offset: usize) -> Selection {
        Selection { anchor: offset, head: offset, downstream: true }
    }

    /// The words of `span`, the caret at their end.
    pub fn of(span: Span) -> Selection {
        Selection { anchor: span.start(), head: span.end(), downstream: false }
    }

    /// The selected stretch; `None` for a mere caret.
    pub fn span(self) -> Option<Span> {
        Span::new(self.anchor.min(self.head), self.anchor.max(self.head))
    }

    /// The same anchor with the caret moved to the far end of `span`, which
    /// the selection then covers as well.
    pub fn reaching(self, origin: Span, span: Span) -> Selection {
        // Selecting back keeps what it began with: the anchor jumps to the far end of the first word.
        if span.start() < origin.start() {
            Selection { anchor: origin.end(), head: span.start(), downstream: true }
        } else {
            Selection { anchor: origin.start(), head: span.end().max(origin.end()), downstream: false }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reaching_back_keeps_the_word_that_selecting_began_with() {
        let origin = Span::new(10, 14).unwrap();
        let back = Selection::of(origin).reaching(origin, Span::new(4, 6).unwrap());
        assert_eq!((back.anchor, back.head), (14, 4));
        let on = Selection::of(origin).reaching(origin, Span::new(20, 26).unwrap());
        assert_eq!((on.anchor, on.head), (10, 26));
    }
}
