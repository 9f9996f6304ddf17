use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use crate::app::command::Visibility;
use crate::app::document::MarkVisibility;
use crate::edit::OpenProject;
use crate::model::{Annotation, AnnotationId, Category, Digest, Project, Span, Spans};

/// A mark as a part of the article shows it.
#[derive(Clone, Debug)]
pub struct Mark {
    kind: Kind,
    /// The underline's lane, from 0 beneath the words.
    pub lane: usize,
    /// How many marks enclose it.
    pub depth: usize,
    /// Whether it is shown pale, with no band.
    pub is_dimmed: bool,
}

#[derive(Clone, Debug)]
enum Kind {
    One(Arc<Annotation>),
    /// The words of all the marks of a category that are too many to be told apart.
    Crowd(Category, Spans),
}

/// So many marks of a part are shown one by one, the shortest; the words of
/// all others show only which categories they have.
const MOST: usize = 240;

impl Mark {
    /// Its category.
    pub fn category(&self) -> Category {
        match &self.kind {
            Kind::One(annotation) => annotation.category(),
            Kind::Crowd(category, _) => *category,
        }
    }

    /// Where it stands.
    pub fn spans(&self) -> &Spans {
        match &self.kind {
            Kind::One(annotation) => &annotation.spans,
            Kind::Crowd(_, spans) => spans,
        }
    }

    /// Its annotation; `None` for a crowd.
    pub fn annotation(&self) -> Option<&Arc<Annotation>> {
        match &self.kind {
            Kind::One(annotation) => Some(annotation),
            Kind::Crowd(..) => None,
        }
    }

    /// A mark in a lane of its own.
    pub fn in_lane(annotation: Arc<Annotation>, lane: usize) -> Mark {
        Mark { kind: Kind::One(annotation), lane, depth: 0, is_dimmed: false }
    }

    /// The same place among the others for another state of its annotation.
    pub fn with(&self, annotation: Arc<Annotation>) -> Mark {
        Mark { kind: Kind::One(annotation), ..*self }
    }

    /// Whether it is the annotation of that id.
    pub fn is(&self, id: Option<AnnotationId>) -> bool {
        id.is_some() && self.annotation().map(|annotation| annotation.id) == id
    }

    /// Whether the two share words, or one passes under the gap of the other.
    fn meets(&self, other: &Mark) -> bool {
        let (one, other) = (self.spans(), other.spans());
        one.start() < other.end() && other.start() < one.end()
    }

    fn encloses(&self, inner: &Mark) -> bool {
        inner.spans().iter().all(|span| self.spans().iter().any(|own| own.encloses(span)))
    }
}

/// The marks over some bytes of the article, the longest first: in the order of painting.
///
/// A mark keeps one lane on all its lines here. The shortest takes the lowest
/// lane that those it meets leave free, so that it lies nearest to the words;
/// a mark's depth is how many others wholly enclose it. Lanes are shared out
/// within these bytes alone, so that a mark over the whole article costs no
/// more than one over a word. What is hidden takes part in nothing.
pub fn marks_over(project: &Project, bytes: Range<usize>, mark_visibility: &MarkVisibility) -> Vec<Mark> {
    let is_seen = |annotation: &&Arc<Annotation>| mark_visibility.of(annotation) != Visibility::Hidden;
    let length = |annotation: &Arc<Annotation>| (annotation.spans.covered(), Reverse(annotation.id));
    let seen = || project.annotations().over(bytes.clone()).filter(is_seen);
    let mut lengths: Vec<_> = seen().map(length).collect();
    // Selecting the limit takes linear time. Sorting all of tens of thousands over one paragraph would
    // take the frame.
    let limit = (lengths.len() > MOST).then(|| *lengths.select_nth_unstable(MOST).1);
    let is_short = |annotation: &&Arc<Annotation>| limit.is_none_or(|limit| length(annotation) < limit);
    let mut all: Vec<&Arc<Annotation>> = seen().filter(is_short).collect();
    let crowd = crowded(seen().filter(|annotation| !is_short(annotation)), &bytes);
    all.sort_by_key(|annotation| length(annotation));
    let mut marks: Vec<Mark> = Vec::with_capacity(all.len());
    for annotation in all {
        push(&mut marks, Kind::One(annotation.clone()), mark_visibility.of(annotation) == Visibility::Dimmed);
    }
    for (category, spans) in crowd {
        push(&mut marks, Kind::Crowd(category, spans), mark_visibility.category(category) == Visibility::Dimmed);
    }
    marks.reverse();
    for index in 0..marks.len() {
        marks[index].depth = marks[..index].iter().filter(|outer| outer.encloses(&marks[index])).count();
    }
    marks
}

fn push(marks: &mut Vec<Mark>, kind: Kind, is_dimmed: bool) {
    let mut mark = Mark { kind, lane: 0, depth: 0, is_dimmed };
    let mut taken: Vec<usize> = marks.iter().filter(|other| mark.meets(other)).map(|other| other.lane).collect();
    taken.sort_unstable();
    taken.dedup();
    // The lowest lane that no mark beside it has: lanes are used again as soon as words are free of them.
    mark.lane = taken.iter().enumerate().find(|(lane, taken)| lane != *taken).map_or(taken.len(), |(lane, _)| lane);
    marks.push(mark);
}

/// The words that so many marks cover within some bytes, by category.
fn crowded<'a>(all: impl Iterator<Item = &'a Arc<Annotation>>, bytes: &Range<usize>) -> Vec<(Category, Spans)> {
    let mut spans: [Vec<Span>; Category::ALL.len()] = Default::default();
    for annotation in all {
        let spans = &mut spans[annotation.category() as usize];
        for span in annotation.spans.iter() {
            let Some(span) = Span::new(span.start().max(bytes.start), span.end().min(bytes.end)) else { continue };
            // Nearly all meet the one before, as they come in the order of the text.
            let last = spans.last().filter(|last| span.start() < last.end() && last.start() < span.end());
            let both = last.and_then(|last| Span::new(last.start().min(span.start()), last.end().max(span.end())));
            match spans.last_mut().zip(both) {
                Some((last, both)) => *last = both,
                None => spans.push(span),
            }
        }
    }
    let by_category = Category::ALL.into_iter().zip(spans);
    by_category.filter_map(|(category, spans)| Some((category, Spans::new(spans)?))).collect()
}

/// The marks of what is on the screen, kept for as long as the project is as it was.
#[derive(Default)]
pub struct Marks {
    made_for: Option<(Digest, u64)>,
    mark_visibility: MarkVisibility,
    by_part: HashMap<usize, (Range<usize>, Rc<[Mark]>)>,
    present: RefCell<HashMap<usize, [bool; 4]>>,
}

impl Marks {
    /// Forgets what another project, an edit or another emphasis made stale.
    pub fn sync(&mut self, open: &OpenProject, mark_visibility: &MarkVisibility) {
        let made_for = Some((open.project().article().text.sha256(), open.revision()));
        if self.made_for != made_for {
            *self = Marks { made_for, ..Marks::default() };
        }
        if self.mark_visibility != *mark_visibility {
            self.mark_visibility = mark_visibility.clone();
            // What a paragraph has does not depend on what is shown of it, so `present` stays.
            self.by_part.clear();
        }
    }

    /// The marks over the bytes of a part, the longest first.
    pub fn of_part(&mut self, project: &Project, part: usize, bytes: Range<usize>) -> Rc<[Mark]> {
        if let Some((known, marks)) = self.by_part.get(&part)
            && *known == bytes
        {
            return marks.clone();
        }
        let marks: Rc<[Mark]> = marks_over(project, bytes.clone(), &self.mark_visibility).into();
        self.by_part.insert(part, (bytes, marks.clone()));
        marks
    }

    /// Which categories a paragraph has, in order.
    pub fn categories(&self, project: &Project, paragraph: usize) -> [bool; 4] {
        *self.present.borrow_mut().entry(paragraph).or_insert_with(|| {
            let paragraph = project.article().text.paragraphs()[paragraph];
            let mut present = [false; 4];
            for annotation in project.annotations().over(paragraph.start..paragraph.end) {
                let is_here = |span: Span| span.start() < paragraph.end && span.end() > paragraph.start;
                present[annotation.category() as usize] |= annotation.spans.iter().any(is_here);
                // Nothing more can be learnt; dense paragraphs have thousands of marks.
                if present == [true; 4] {
                    break;
                }
            }
            present
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::MarkFilter;
    use crate::model::fixture::project;
    use proptest::prelude::*;

    fn told(fixture: &str) -> Vec<(char, usize, usize)> {
        let project = project(fixture);
        let marks = marks_over(&project, 0..project.article().text.len(), &MarkVisibility::default());
        marks.iter().map(|mark| (mark.category().letter(), mark.lane, mark.depth)).collect()
    }

    #[test]
    fn an_enclosed_mark_lies_on_top_in_the_lowest_lane() {
        let marks = told(
            "\
“Close to 40 fighters were killed,” he said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Quotes
 ^^^^^^^^^^^^^^^^^^^^ Casualties
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Claims",
        );
        assert_eq!(marks, [('Q', 2, 0), ('L', 1, 1), ('C', 0, 2)]);
    }

    #[test]
    fn marks_that_do_not_meet_share_a_lane() {
        let marks = told(
            "\
Two died and three fled.
^^^^^^^^ Casualties
             ^^^^^^^^^^ Displacement",
        );
        assert_eq!(marks.iter().map(|mark| mark.1).collect::<Vec<_>>(), [0, 0]);
    }

    #[test]
    fn what_is_hidden_takes_no_lane_and_what_is_dimmed_does() {
        let fixture = "Two died.\n^^^ Quotes\n^^^^^^^^ Casualties\n^^^^^^^^^ Claims";
        let project = project(fixture);
        let mut mark_visibility = MarkVisibility::default();
        mark_visibility.set(&MarkFilter::Category(Category::Quotes), Visibility::Hidden);
        mark_visibility.set(&MarkFilter::Category(Category::Casualties), Visibility::Dimmed);
        let marks = marks_over(&project, 0..9, &mark_visibility);
        let told: Vec<_> = marks.iter().map(|mark| (mark.category().letter(), mark.lane, mark.is_dimmed)).collect();
        assert_eq!(told, [('L', 1, false), ('C', 0, true)]);
    }

    #[test]
    fn equal_marks_keep_apart_with_the_later_id_on_top() {
        let marks = told("Two died.\n^^^^^^^^ Casualties\n^^^^^^^^ Claims");
        assert_eq!(marks, [('C', 1, 0), ('L', 0, 1)]);
    }

    #[test]
    fn of_very_many_marks_the_shortest_are_shown_and_the_words_of_all_are_told() {
        let line = "Two died and three fled from the market on the hill that day.";
        let mut fixture = line.to_owned();
        for n in 0..400 {
            fixture.push_str(&format!("\n{}^ Claims", "^".repeat(3 + n % 50)));
        }
        fixture.push_str(&format!("\n{}^ Quotes", "^".repeat(line.len() - 1)));
        let project = project(&fixture);
        let marks = marks_over(&project, 0..line.len(), &MarkVisibility::default());
        assert_eq!(marks.len(), MOST + 2);
        let words = |category| {
            let of = marks.iter().filter(|mark| mark.annotation().is_none() && mark.category() == category);
            of.map(|mark| mark.spans().covered()).sum::<usize>()
        };
        assert_eq!((words(Category::Quotes), words(Category::Claims)), (line.len(), 53));
    }

    proptest! {
        #[test]
        fn marks_that_meet_never_share_a_lane(spans in prop::collection::vec((0usize..60, 1usize..30), 1..40)) {
            let mut fixture = "x".repeat(100);
            for (start, length) in spans {
                fixture.push_str(&format!("\n{}{}^ Quotes", " ".repeat(start), "^".repeat(length)));
            }
            let marks = marks_over(&project(&fixture), 0..100, &MarkVisibility::default());
            for (index, one) in marks.iter().enumerate() {
                for other in &marks[..index] {
                    prop_assert!(!one.meets(other) || one.lane != other.lane);
                }
            }
        }
    }
}
