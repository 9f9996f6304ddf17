use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{Annotation, AnnotationId, Project};

/// Which marks each paragraph shows, and how they share its words.
///
/// A mark keeps one lane on all its lines. The shortest mark takes the lowest
/// lane that the marks it overlaps leave free, so that it lies nearest to the
/// words; a mark's depth is how many others wholly enclose it.
#[derive(Debug, Default)]
pub struct Lanes {
    by_paragraph: HashMap<usize, Vec<Mark>>,
}

/// A mark as the article shows it.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The annotation.
    pub annotation: Arc<Annotation>,
    /// The underline's lane, from 0 beneath the words.
    pub lane: usize,
    /// How many marks enclose it.
    pub depth: usize,
}

impl Lanes {
    /// Lays out the marks of a project.
    pub fn of(project: &Project) -> Lanes {
        let text = &project.article().text;
        let mut lanes = Lanes::default();
        let mut shortest_first: Vec<_> = project.annotations().iter().collect();
        shortest_first.sort_by_key(|annotation| (annotation.spans.covered(), Reverse(annotation.id)));
        for annotation in shortest_first {
            let paragraphs = paragraphs(text, annotation);
            let lane = lanes.free_lane(annotation, &paragraphs);
            for &paragraph in &paragraphs {
                let mark = Mark { annotation: annotation.clone(), lane, depth: 0 };
                lanes.by_paragraph.entry(paragraph).or_default().push(mark);
            }
        }
        for marks in lanes.by_paragraph.values_mut() {
            count_depths(marks);
        }
        lanes
    }

    /// The marks of a paragraph, the longest first: in the order of painting.
    pub fn of_paragraph(&self, paragraph: usize) -> &[Mark] {
        self.by_paragraph.get(&paragraph).map_or(&[], Vec::as_slice)
    }

    fn free_lane(&self, annotation: &Annotation, paragraphs: &[usize]) -> usize {
        let mut taken = Vec::new();
        for paragraph in paragraphs {
            let others = self.of_paragraph(*paragraph).iter();
            taken.extend(others.filter(|other| meet(annotation, &other.annotation)).map(|other| other.lane));
        }
        (0..).find(|lane| !taken.contains(lane)).unwrap_or(0)
    }
}

/// The paragraphs that an annotation reaches, in order.
fn paragraphs(text: &crate::model::Text, annotation: &Annotation) -> Vec<usize> {
    let mut reached: Vec<usize> = annotation
        .spans
        .iter()
        .flat_map(|span| text.paragraph_at(span.start())..=text.paragraph_at(span.end().saturating_sub(1)))
        .collect();
    reached.dedup();
    reached
}

/// Whether two marks share words, or one passes under the gap of the other.
fn meet(one: &Annotation, other: &Annotation) -> bool {
    one.spans.start() < other.spans.end() && other.spans.start() < one.spans.end()
}

fn count_depths(marks: &mut [Mark]) {
    marks.reverse();
    for index in 0..marks.len() {
        let inner = &marks[index].annotation;
        let encloses = |outer: &Mark| {
            inner.spans.iter().all(|span| outer.annotation.spans.iter().any(|other| other.encloses(span)))
        };
        marks[index].depth = marks[..index].iter().filter(|outer| encloses(outer)).count();
    }
}

/// The letters of a paragraph's marks, for the outline: which categories it has, in order.
pub fn categories(marks: &[Mark]) -> [bool; 4] {
    let mut present = [false; 4];
    for mark in marks {
        present[mark.annotation.category() as usize] = true;
    }
    present
}

/// Whether the mark is the one with that id.
pub fn is(mark: &Mark, id: Option<AnnotationId>) -> bool {
    id == Some(mark.annotation.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::project;

    fn told(fixture: &str) -> Vec<(char, usize, usize)> {
        let project = project(fixture);
        let lanes = Lanes::of(&project);
        lanes.of_paragraph(0).iter().map(|mark| (mark.annotation.category().letter(), mark.lane, mark.depth)).collect()
    }

    #[test]
    fn an_enclosed_mark_lies_on_top_in_the_lowest_lane() {
        let marks = told(
            "\
“Close to 40 fighters were killed,” he said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Quotes
 ^^^^^^^^^^^^^^^^^^^^ Casualties
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Claims",
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
    fn equal_marks_keep_apart_with_the_later_id_on_top() {
        let marks = told("Two died.\n^^^^^^^^ Casualties\n^^^^^^^^ Claims");
        assert_eq!(marks, [('C', 1, 0), ('L', 0, 1)]);
    }
}
