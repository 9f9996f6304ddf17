use std::sync::Arc;

use super::text_difference::TextDifference;
use crate::model::{Anchored, Annotation, CodePoints, FieldValue, Finder, Project, Span, Spans, Text, TextState};

/// A stretch that both texts have must have as many bytes for words to be placed by it.
const CONTEXT: usize = 16;

/// Places the marks of a project in another text, as far as that is certain.
///
/// A span is placed where its words stand within a stretch that both texts have, or where
/// they occur once in either text. What is left is answered by its place in the project's
/// list, and never placed by guess. Words that fields rest on follow in the same way, or lose
/// their place and stay as words.
pub(super) fn replaced(
    text: &Text,
    project: &Project,
    differences: &[TextDifference],
) -> (Vec<Arc<Annotation>>, Vec<Arc<Annotation>>) {
    let own = &project.article().text;
    let (points, own_points) = (CodePoints::of(text), CodePoints::of(own));
    let mut finder = Finder::new(&points, TextState::Changed);
    finder.learn(context(differences, (text, own), &own_points));
    let placing = Placing { finder, own: Finder::new(&own_points, TextState::Changed), own_points: &own_points };
    let (mut placed, mut left) = (Vec::new(), Vec::new());
    for annotation in project.annotations() {
        let spans: Option<Vec<Span>> =
            annotation.spans.iter().map(|span| placing.span(own.words(span), span)).collect();
        match spans.and_then(Spans::new) {
            Some(spans) => placed.push(Arc::new(placing.moved(annotation, spans))),
            None => left.push(annotation.clone()),
        }
    }
    placed.sort_by_key(|annotation| (annotation.spans.start(), annotation.id));
    (placed, left)
}

/// Where the stretches that both texts have begin and end: in code points of the project's text, and as spans of the other.
fn context(
    differences: &[TextDifference],
    (text, own): (&str, &str),
    own_points: &CodePoints,
) -> Vec<((usize, usize), Span)> {
    let mut certain = Vec::new();
    let (mut from, mut own_from) = (0, 0);
    let end = TextDifference { one: text.len()..text.len(), other: own.len()..own.len() };
    for place in differences.iter().chain([&end]) {
        let (to, own_to) = (place.one.start, place.other.start);
        if to - from >= CONTEXT {
            let mut edge = |at: usize, own_at: usize| {
                let own_at = own_points.at_byte(own_at);
                certain.extend(Span::new(at, at + 1).map(|span| ((own_at, own_at + 1), span)));
            };
            edge(from, own_from);
            edge(to, own_to);
        }
        (from, own_from) = (place.one.end, place.other.end);
    }
    certain
}

struct Placing<'t> {
    finder: Finder<'t>,
    own: Finder<'t>,
    own_points: &'t CodePoints,
}

impl Placing<'_> {
    fn span(&self, words: &str, span: Span) -> Option<Span> {
        let claimed = self.own_points.range(span);
        let moved = self.finder.moved_with_others(claimed, words);
        moved.or_else(|| self.own.unique(words).and_then(|_| self.finder.unique(words)))
    }

    fn moved(&self, annotation: &Annotation, spans: Spans) -> Annotation {
        let mut moved = Annotation { spans, ..annotation.clone() };
        for path in annotation.details.fields() {
            if let Some(FieldValue::Words(Some(words))) = annotation.field(path) {
                let words = FieldValue::Words(Some(self.anchored(words, &moved.spans)));
                // The field took a value of this kind before.
                let _ = moved.set_field(path, words);
            }
        }
        moved
    }

    fn anchored(&self, mut value: Anchored<String>, spans: &Spans) -> Anchored<String> {
        if let Some(anchor) = &mut value.anchor {
            let found = |span| self.finder.within(spans, &anchor.words).or_else(|| self.span(&anchor.words, span));
            anchor.at = anchor.at.and_then(found);
        }
        value
    }
}
