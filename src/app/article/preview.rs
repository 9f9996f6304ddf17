use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::edit::OpenProject;
use crate::model::{Annotation, AnnotationId, Spans};

use super::marks::Mark;

/// A mark as it would be if a boundary stayed where it is being moved to: painted in place of the mark.
#[derive(Clone, Debug)]
pub struct Preview(Arc<Annotation>);

impl Preview {
    /// The mark of that id with these spans.
    pub fn new(open: &OpenProject, id: AnnotationId, spans: Spans) -> Option<Preview> {
        let annotation = open.project().annotation(id)?;
        Some(Preview(Arc::new(Annotation { spans, ..Annotation::clone(annotation) })))
    }

    /// The mark as it would be.
    pub fn annotation(&self) -> &Arc<Annotation> {
        &self.0
    }

    /// The marks over some bytes of the article with this one as it would be.
    pub fn among<'a>(&self, marks: &'a [Mark], bytes: &Range<usize>) -> Cow<'a, [Mark]> {
        let Preview(annotation) = self;
        let own = marks.iter().position(|mark| mark.is(Some(annotation.id)));
        let reaches = annotation.spans.iter().any(|span| span.start() < bytes.end && bytes.start < span.end());
        if own.is_none() && !reaches {
            return Cow::Borrowed(marks);
        }
        let mut changed = marks.to_vec();
        match own {
            Some(place) => changed[place] = marks[place].with(annotation.clone()),
            None => {
                // Beneath all others, as a mark that is drawn into a paragraph must not push their lanes about.
                let lane = marks.iter().map(|mark| mark.lane + 1).max().unwrap_or(0);
                changed.push(Mark::in_lane(annotation.clone(), lane));
            }
        }
        Cow::Owned(changed)
    }
}
