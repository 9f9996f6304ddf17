//! Moving the boundaries of an annotation, and giving it further spans.

use unicode_segmentation::UnicodeSegmentation;

use crate::model::{AnnotationId, Span, Spans, Text, Time};

use super::{EditError, OpenProject};

/// One of the two ends of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boundary {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// How far a boundary goes at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoveUnit {
    /// To the next edge of a word, or of the punctuation that opens or closes something.
    Word,
    /// Over one grapheme.
    Grapheme,
}

/// The spans with a boundary of span `index` at byte `to`, or as near to it as
/// leaves the span a grapheme and does not reach into another span.
pub fn moved(text: &Text, spans: &Spans, index: usize, boundary: Boundary, to: usize) -> Spans {
    let all = spans.as_slice();
    let Some(span) = all.get(index) else { return spans.clone() };
    // Spans of one mark are disjoint; a boundary stops at its neighbours.
    let before = index.checked_sub(1).map_or(0, |before| all[before].end());
    let after = all.get(index + 1).map_or(text.len(), |after| after.start());
    let changed = match boundary {
        Boundary::Start => {
            // A span keeps at least one grapheme and never passes its neighbour: dragging past stops there instead of
            // swapping ends.
            let last = text.previous_boundary(span.end()).unwrap_or(0).max(before);
            Span::new(text.boundary_at_or_before(to).clamp(before.min(last), last), span.end())
        }
        Boundary::End => {
            let first = text.next_boundary(span.start()).unwrap_or(text.len()).min(after);
            Span::new(span.start(), text.boundary_at_or_after(to).clamp(first, after.max(first)))
        }
    };
    let mut all = all.to_vec();
    all[index] = changed.unwrap_or(all[index]);
    Spans::new(all).unwrap_or_else(|| spans.clone())
}

/// Where a boundary at byte `from` goes by one stride, onwards in the text or back.
pub fn moved_by_unit(text: &Text, from: usize, boundary: Boundary, stride: MoveUnit, onwards: bool) -> usize {
    let next = match (stride, onwards) {
        (MoveUnit::Grapheme, true) => text.next_boundary(from),
        (MoveUnit::Grapheme, false) => text.previous_boundary(from),
        (MoveUnit::Word, true) => stop_after(text, from, boundary),
        (MoveUnit::Word, false) => stop_before(text, from, boundary),
    };
    next.unwrap_or(if onwards { text.len() } else { 0 })
}

/// The place for a boundary, at an edge of a word, that is nearest to byte `to`.
pub fn snapped(text: &Text, to: usize, boundary: Boundary) -> usize {
    let paragraph = text.paragraph_at(to);
    let stops = stops(text, paragraph, boundary);
    stops.into_iter().min_by_key(|stop| stop.abs_diff(to)).unwrap_or(to)
}

fn stop_after(text: &Text, from: usize, boundary: Boundary) -> Option<usize> {
    let first = text.paragraph_at(from);
    (first..text.paragraphs().len())
        .find_map(|index| stops(text, index, boundary).into_iter().find(|stop| *stop > from))
}

fn stop_before(text: &Text, from: usize, boundary: Boundary) -> Option<usize> {
    let last = text.paragraph_at(from);
    (0..=last).rev().find_map(|index| stops(text, index, boundary).into_iter().rfind(|stop| *stop < from))
}

/// Where that boundary may stand in a paragraph when it goes by words: at that
/// edge of each word, and beyond punctuation that opens, closes or ends something.
fn stops(text: &Text, paragraph: usize, boundary: Boundary) -> Vec<usize> {
    let paragraph = text.paragraphs()[paragraph];
    let mut stops = Vec::new();
    for (at, piece) in text[paragraph.start..paragraph.end].split_word_bound_indices() {
        let at = paragraph.start + at;
        let is_word = piece.chars().any(char::is_alphanumeric);
        let stop = if boundary == Boundary::Start { at } else { at + piece.len() };
        let is_stop = is_word || !piece.chars().all(|c| c.is_whitespace() || is_stray(c));
        if is_stop && text.is_boundary(stop) {
            stops.push(stop);
        }
    }
    stops
}

/// Punctuation that an annotation hardly ever begins or ends with.
fn is_stray(c: char) -> bool {
    matches!(c, ',' | '،' | '，' | '、' | ';' | '؛' | ':' | '-' | '–' | '—' | '\u{200E}' | '\u{200F}')
}

impl OpenProject {
    /// Gives an annotation these spans; everything else of it stays.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn set_spans(&mut self, id: AnnotationId, spans: Spans, time: Time) -> Result<(), EditError> {
        self.edit(id, "move of boundaries", None, time, |annotation| {
            annotation.spans = spans;
            Ok(())
        })
    }

    /// Gives an annotation a further span; one that overlaps or touches a span of it joins that.
    ///
    /// # Errors
    /// Where the words are its own, or as [`OpenProject::perform`].
    pub fn add_span(&mut self, id: AnnotationId, span: Span, time: Time) -> Result<(), EditError> {
        self.edit(id, "add words to mark", None, time, |annotation| {
            if annotation.spans.iter().any(|own| own.encloses(span)) {
                return Err(EditError::OwnWords);
            }
            annotation.spans = with(&annotation.spans, span);
            Ok(())
        })
    }

    /// Takes the span at place `index`, counted from 0, off an annotation.
    ///
    /// # Errors
    /// Where it is the only one, or as [`OpenProject::perform`].
    pub fn remove_span(&mut self, id: AnnotationId, index: usize, time: Time) -> Result<(), EditError> {
        self.edit(id, "take words off mark", None, time, |annotation| {
            let others = annotation.spans.iter().enumerate().filter(|(place, _)| *place != index);
            annotation.spans = Spans::new(others.map(|(_, span)| span).collect()).ok_or(EditError::LastSpan)?;
            Ok(())
        })
    }
}

/// The spans with `span` among them, joined with those that it overlaps or touches.
fn with(spans: &Spans, span: Span) -> Spans {
    // Touching spans become one: words added at the end of a mark are meant to go on with it.
    let meets = |own: &Span| own.start() <= span.end() && span.start() <= own.end();
    let start = spans.iter().filter(meets).map(Span::start).min().unwrap_or(span.start()).min(span.start());
    let end = spans.iter().filter(meets).map(Span::end).max().unwrap_or(span.end()).max(span.end());
    let apart = spans.iter().filter(|own| !meets(own));
    Spans::new(apart.chain(Span::new(start, end)).collect()).unwrap_or_else(|| span.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::{carets, project};
    use proptest::prelude::*;

    const NOW: Time = Time(1_773_669_600);

    fn id() -> AnnotationId {
        AnnotationId::from_u64(1)
    }

    /// Moves a boundary of the first mark's span `index` by words.
    fn step(open: &mut OpenProject, index: usize, boundary: Boundary, stride: MoveUnit, onwards: bool) {
        let text = open.project().article().text.clone();
        let spans = open.project().annotation(id()).unwrap().spans.clone();
        let span = spans.as_slice()[index];
        let from = if boundary == Boundary::Start { span.start() } else { span.end() };
        let to = moved_by_unit(&text, from, boundary, stride, onwards);
        open.set_spans(id(), moved(&text, &spans, index, boundary, to), NOW).unwrap();
    }

    #[test]
    fn a_boundary_goes_by_words_to_their_edges() {
        let mut open =
            OpenProject::new(project("Shells killed at least 12 people.\n              ^^^^^^^^ Casualties"), true);
        step(&mut open, 0, Boundary::End, MoveUnit::Word, true);
        step(&mut open, 0, Boundary::End, MoveUnit::Word, true);
        step(&mut open, 0, Boundary::Start, MoveUnit::Word, false);
        assert_eq!(
            carets(open.project()),
            "Shells killed at least 12 people.\n       ^^^^^^^^^^^^^^^^^^^^^^^^^ Casualties\n"
        );
        step(&mut open, 0, Boundary::End, MoveUnit::Word, false);
        step(&mut open, 0, Boundary::Start, MoveUnit::Grapheme, true);
        assert_eq!(carets(open.project()), "Shells killed at least 12 people.\n        ^^^^^^^^^^^^^^^^^ Casualties\n");
    }

    #[test]
    fn a_boundary_going_by_words_stops_behind_a_closing_mark_and_skips_a_comma() {
        let mut open = OpenProject::new(project("“We left,” she said.\n ^^ Quotes"), true);
        let words = |open: &OpenProject| {
            let text = &open.project().article().text;
            text.words(open.project().annotation(id()).unwrap().spans.as_slice()[0]).to_owned()
        };
        step(&mut open, 0, Boundary::End, MoveUnit::Word, true);
        assert_eq!(words(&open), "We left");
        step(&mut open, 0, Boundary::End, MoveUnit::Word, true);
        assert_eq!(words(&open), "We left,”");
        step(&mut open, 0, Boundary::Start, MoveUnit::Word, false);
        assert_eq!(words(&open), "“We left,”");
    }

    #[test]
    fn details_and_note_stay_when_boundaries_move_and_undo_restores_them() {
        let mut open = OpenProject::new(project("Two of them died.\n^^^ Casualties"), true);
        let note = crate::model::FieldValue::Text("Who counted?".into());
        open.set_field(id(), crate::model::FieldPath::Note, note, NOW).unwrap();
        let before = open.project().clone();
        step(&mut open, 0, Boundary::End, MoveUnit::Word, true);
        assert_eq!(open.project().annotation(id()).unwrap().note, "Who counted?");
        assert_eq!(open.history().undo_name(), Some("move of boundaries"));
        open.undo(NOW).unwrap();
        assert_eq!(open.project(), &before);
    }

    #[test]
    fn a_split_quotation_is_one_annotation() {
        let mut open = OpenProject::new(project("“We left,” she said, “at night.”\n^^^^^^^^^^ Quotes"), true);
        let second = open.project().article().text.find("“at").unwrap();
        let span = Span::new(second, open.project().article().text.len()).unwrap();
        open.add_span(id(), span, NOW).unwrap();
        assert_eq!(
            carets(open.project()),
            "“We left,” she said, “at night.”\n^^^^^^^^^^ Quotes\n                     ^^^^^^^^^^^ Quotes\n"
        );
        assert_eq!(open.add_span(id(), span, NOW), Err(EditError::OwnWords));
        open.remove_span(id(), 0, NOW).unwrap();
        assert_eq!(open.project().annotation(id()).unwrap().spans.as_slice(), [span]);
        assert_eq!(open.remove_span(id(), 0, NOW), Err(EditError::LastSpan));
    }

    #[test]
    fn words_that_touch_a_span_join_it() {
        let mut open = OpenProject::new(project("Two of them died.\n^^^ Casualties"), true);
        open.add_span(id(), Span::new(3, 6).unwrap(), NOW).unwrap();
        assert_eq!(carets(open.project()), "Two of them died.\n^^^^^^ Casualties\n");
    }

    #[test]
    fn a_dragged_boundary_snaps_to_the_nearest_edge_of_a_word() {
        let text = Text::new("Shells killed 12.\nThey fled.".to_owned());
        assert_eq!(snapped(&text, 9, Boundary::Start), 7);
        assert_eq!(snapped(&text, 12, Boundary::End), 13);
        assert_eq!(snapped(&text, 19, Boundary::Start), 18);
    }

    proptest! {
        #[test]
        fn a_span_is_never_empty_and_never_over_another(
            string in "([a-z]{1,4}|قال|👨🏻‍🚒|e\u{301}|[“”,.]| |\n){4,16}",
            cuts in prop::collection::vec(0usize..90, 2..8),
            index in 0usize..4,
            (is_start, is_word, onwards, to) in (any::<bool>(), any::<bool>(), any::<bool>(), 0usize..99),
        ) {
            let text = Text::new(string);
            let mut cuts: Vec<_> = cuts.into_iter().map(|at| text.boundary_at_or_before(at)).collect();
            cuts.sort();
            let spans: Vec<_> = cuts.chunks(2).filter_map(|pair| Span::new(pair[0], *pair.get(1)?)).collect();
            let Some(spans) = Spans::new(spans) else { return Ok(()) };
            let boundary = if is_start { Boundary::Start } else { Boundary::End };
            let stride = if is_word { MoveUnit::Word } else { MoveUnit::Grapheme };
            let index = index % spans.as_slice().len();
            let span = spans.as_slice()[index];
            let from = if is_start { span.start() } else { span.end() };
            for to in [to, moved_by_unit(&text, from, boundary, stride, onwards), snapped(&text, text.boundary_at_or_before(to), boundary)] {
                let after = moved(&text, &spans, index, boundary, to);
                prop_assert_eq!(after.as_slice().len(), spans.as_slice().len());
                for (place, span) in after.iter().enumerate() {
                    prop_assert!(text.is_boundary(span.start()) && text.is_boundary(span.end()));
                    prop_assert!(place == index || span == spans.as_slice()[place]);
                }
            }
        }
    }
}
