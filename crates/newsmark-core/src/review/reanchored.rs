use std::sync::Arc;

use super::text_difference::TextDifference;
use crate::model::{
    Anchored, Annotation, CodePoints, Details, FieldValue, Finder, Project, Span, Spans, Text, TextState, Unplaced,
};

/// A stretch that both texts have must have as many bytes for words to be placed by it.
// Shorter stretches, as " of the ", stand in any two texts of one language and would place words by chance.
const CONTEXT: usize = 16;

/// The marks of a project in another text. The words that their fields rest on stand in that text or nowhere.
pub(super) struct Reanchored {
    /// Those whose place is certain, in the order of the text.
    pub placed: Vec<Arc<Annotation>>,
    /// The others as they were given, and what they say in the other text.
    pub left: Vec<(Arc<Annotation>, Details)>,
    /// The project's annotations without a place.
    pub unplaced: Vec<Arc<Unplaced>>,
}

/// Places the marks of a project in another text, as far as that is certain.
///
/// A span is placed where its words stand within a stretch that both texts have, or where
/// they occur once in either text. What is left is never placed by guess. Words that fields
/// rest on follow in the same way, or lose their place and stay as words.
pub(super) fn reanchored(text: &Text, project: &Project, differences: &[TextDifference]) -> Reanchored {
    let own = &project.article().text;
    // The finder speaks in code points, as project files do.
    let (points, own_points) = (CodePoints::of(text), CodePoints::of(own));
    let mut finder = Finder::new(&points, TextState::Changed);
    finder.learn(context(differences, text, own, &own_points));
    let placing = Placing { finder, own: Finder::new(&own_points, TextState::Changed), own_points: &own_points };
    let (mut placed, mut left) = (Vec::new(), Vec::new());
    for annotation in project.annotations() {
        let spans: Option<Vec<Span>> =
            annotation.spans.iter().map(|span| placing.span(own.words(span), span)).collect();
        match spans.and_then(Spans::new) {
            Some(spans) => {
                // Words of fields are looked for within the mark first: "12" stands in an article many times and in its
                // mark once.
                let details = placing.moved(&annotation.details, Some(&spans));
                placed.push(Arc::new(Annotation { spans, details, ..Annotation::clone(annotation) }));
            }
            None => left.push((annotation.clone(), placing.moved(&annotation.details, None))),
        }
    }
    // A paragraph that was moved takes its marks with it, so that the order of the text is another.
    placed.sort_by_key(|annotation| (annotation.spans.start(), annotation.id));
    let moved = |kept: &Arc<Unplaced>| {
        let details = placing.moved(&kept.details, None);
        Arc::new(Unplaced { details, ..Unplaced::clone(kept) })
    };
    let unplaced = project.unplaced().iter().map(moved).collect();
    Reanchored { placed, left, unplaced }
}

/// Where the stretches that both texts have begin and end: in code points of the project's text, and as spans of the other.
fn context(
    differences: &[TextDifference],
    text: &str,
    own: &str,
    own_points: &CodePoints,
) -> Vec<((usize, usize), Span)> {
    let mut certain = Vec::new();
    let (mut from, mut own_from) = (0, 0);
    let end = TextDifference { one: text.len()..text.len(), other: own.len()..own.len() };
    for place in differences.iter().chain([&end]) {
        let (to, own_to) = (place.one.start, place.other.start);
        // The first and the last byte of an equal stretch suffice: what lies between two certain places that moved
        // alike has moved as they did.
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
        // Once in the one text and once in the other: words that stood twice may be either of the two, and are not
        // placed by guess.
        moved.or_else(|| self.own.unique(words).and_then(|_| self.finder.unique(words)))
    }

    /// The record with the words of its fields where they stand in the text, within `spans` first.
    fn moved(&self, details: &Details, spans: Option<&Spans>) -> Details {
        let mut moved = details.clone();
        for path in details.fields() {
            if let Some(FieldValue::Words(Some(words))) = details.field(path) {
                let words = FieldValue::Words(Some(self.anchored(words, spans)));
                // The field took a value of this kind before.
                let _ = moved.set_field(path, words);
            }
        }
        moved
    }

    fn anchored(&self, mut value: Anchored<String>, spans: Option<&Spans>) -> Anchored<String> {
        if let Some(anchor) = &mut value.anchor {
            let within = spans.and_then(|spans| self.finder.within(spans, &anchor.words));
            let found = |span| within.or_else(|| self.span(&anchor.words, span));
            anchor.at = anchor.at.and_then(found);
        }
        value
    }
}
