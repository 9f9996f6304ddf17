use crate::app::command::Visibility;
use crate::app::document::MarkVisibility;
use crate::model::{Annotation, Annotations, Category, Digest};

use super::ruler::Overview;

/// Which rows of the ruler, a point high each, marks of each category cover.
///
/// Each row counts the marks that cover it, so that a mark that comes or goes
/// costs its own rows, however many others there are.
#[derive(Default)]
pub struct Ticks {
    counts: [Vec<u32>; Category::ALL.len()],
    /// What the counts are of: the first `n_counted` of these.
    of: Annotations,
    n_counted: usize,
    places: Places,
    mark_visibility: MarkVisibility,
    shape: Option<Shape>,
}

/// What decides where in the ruler a byte stands; heights count in whole points of the ruler.
#[derive(Clone, PartialEq)]
pub struct Shape {
    /// The article's text.
    pub text: Digest,
    /// The ruler's height in points.
    pub height: f32,
    /// The column's length, in steps of what the ruler can show.
    pub length: i64,
}

/// Where each part of the article begins in the ruler, in points from its top, as it stood when counting began: what is
/// taken away again must leave the very rows that it was added to.
#[derive(Default)]
struct Places {
    starts: Vec<(usize, f32)>,
    /// The part asked for last, as marks come in order.
    last: usize,
}

/// A mark has at least so many rows, or it would not be seen.
const LEAST: usize = 3;

impl Ticks {
    /// The ticks of an overview's marks, none of which is counted yet.
    pub fn begin(overview: &Overview<'_>, shape: Shape) -> Ticks {
        let places = Places::of(overview, shape.height);
        Ticks::none(overview.open.project().annotations(), places, overview.look.mark_visibility, shape)
    }

    fn none(of: &Annotations, places: Places, mark_visibility: &MarkVisibility, shape: Shape) -> Ticks {
        // A mark at the very end still has its least rows.
        let n_rows = shape.height.max(0.0).ceil() as usize + LEAST + 1;
        let counts = std::array::from_fn(|_| vec![0; n_rows]);
        Ticks {
            counts,
            of: of.clone(),
            n_counted: 0,
            places,
            mark_visibility: mark_visibility.clone(),
            shape: Some(shape),
        }
    }

    /// What the ticks were made for; `None` before any were.
    pub fn shape(&self) -> Option<&Shape> {
        self.shape.as_ref()
    }

    /// Whether they show the marks that `mark_visibility` does.
    pub fn fit(&self, shape: &Shape, mark_visibility: &MarkVisibility) -> bool {
        self.shape.as_ref() == Some(shape) && self.mark_visibility == *mark_visibility
    }

    /// Counts so many more marks; answers whether all are counted.
    pub fn count(&mut self, n_more: usize) -> bool {
        // Taken out for the loop, as adding borrows the rest of the ticks.
        let of = std::mem::take(&mut self.of);
        let end = self.n_counted.saturating_add(n_more);
        for annotation in of.range(self.n_counted..end) {
            self.add(annotation, true);
        }
        self.of = of;
        self.n_counted = end.min(self.of.len());
        self.n_counted == self.of.len()
    }

    /// Brings ticks of which all marks are counted to those of `annotations`, which costs what differs.
    pub fn catch_up(&mut self, annotations: &Annotations) {
        if self.of.is_shared_with(annotations) {
            return;
        }
        let before = std::mem::replace(&mut self.of, annotations.clone());
        for annotation in before.not_shared_with(annotations) {
            self.add(annotation, false);
        }
        for annotation in annotations.not_shared_with(&before) {
            self.add(annotation, true);
        }
        self.n_counted = self.of.len();
    }

    /// The rows that marks of a category cover without a gap: the first and the one after the last.
    pub fn runs(&self, category: Category) -> impl Iterator<Item = (usize, usize)> {
        let counts = &self.counts[category as usize];
        let mut next = 0;
        std::iter::from_fn(move || {
            let first = next + counts.get(next..)?.iter().position(|count| *count > 0)?;
            next = first + counts[first..].iter().position(|count| *count == 0).unwrap_or(counts.len() - first);
            Some((first, next))
        })
    }

    fn add(&mut self, annotation: &Annotation, comes: bool) {
        if self.mark_visibility.of(annotation) == Visibility::Hidden {
            return;
        }
        let first = self.places.row(annotation.spans.start());
        let end = self.places.row(annotation.spans.end()).max(first + LEAST);
        let counts = &mut self.counts[annotation.category() as usize];
        let end = end.min(counts.len());
        for count in &mut counts[first.min(end)..end] {
            // A count that went under nothing would be a tick that never goes away again.
            *count = if comes { *count + 1 } else { count.saturating_sub(1) };
        }
    }
}

impl Places {
    fn of(overview: &Overview<'_>, height: f32) -> Places {
        let mut scale = overview.scale(height);
        let mut starts: Vec<(usize, f32)> =
            overview.sheet.parts().iter().map(|part| (part.start, scale.y(part.start))).collect();
        let text = &overview.open.project().article().text;
        starts.push((text.len(), scale.y(text.len())));
        Places { starts, last: 0 }
    }

    /// The row in which a byte stands, by its part and its share of it.
    fn row(&mut self, offset: usize) -> usize {
        let starts = &self.starts;
        let is_in = |part: usize| {
            starts.get(part).is_some_and(|(start, _)| *start <= offset)
                && starts.get(part + 1).is_none_or(|(next, _)| offset < *next)
        };
        if !is_in(self.last) {
            self.last = starts.partition_point(|(start, _)| *start <= offset).saturating_sub(1);
        }
        let Some((start, top)) = starts.get(self.last).copied() else { return 0 };
        let (end, bottom) = starts.get(self.last + 1).copied().unwrap_or((start + 1, top));
        let share = (offset.saturating_sub(start) as f32 / (end - start).max(1) as f32).min(1.0);
        (top + share * (bottom - top)).round().max(0.0) as usize
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::{AnnotationId, Change, Person, Project, Span};
    use crate::store::samples::project_of;

    /// A ruler of 100 points beside a text of 1,000 bytes in two parts, the first of which takes a quarter of it.
    fn ticks(project: &Project) -> Ticks {
        let places = Places { starts: vec![(0, 0.0), (500, 25.0), (1000, 100.0)], last: 0 };
        let shape = Shape { text: project.article().text.sha256(), height: 100.0, length: 1 };
        let mut ticks = Ticks::none(project.annotations(), places, &MarkVisibility::default(), shape);
        while !ticks.count(3) {}
        ticks
    }

    fn mark(n: u64, start: usize, end: usize, category: Category) -> Annotation {
        let author = Person::new("Ines Varga").unwrap();
        Annotation::draft(AnnotationId::from_u64(n), Span::new(start, end).unwrap(), category, author)
    }

    fn runs(ticks: &Ticks) -> Vec<Vec<(usize, usize)>> {
        Category::ALL.iter().map(|category| ticks.runs(*category).collect()).collect()
    }

    fn empty() -> Project {
        project_of(&"a".repeat(1000), &[])
    }

    #[test]
    fn a_mark_covers_its_rows_three_at_least_and_marks_that_touch_are_one_tick() {
        let mut project = empty();
        for (n, (start, end)) in [(0, 4), (40, 70), (600, 800)].into_iter().enumerate() {
            project.apply(Change::Insert(mark(n as u64 + 1, start, end, Category::Quotes).into())).unwrap();
        }
        let expected = [vec![], vec![], vec![(0, 5), (40, 70)], vec![]];
        assert_eq!(runs(&ticks(&project)), expected);
    }

    proptest! {
        #[test]
        fn ticks_that_caught_up_are_as_those_counted_anew(
            steps in prop::collection::vec((0u64..12, 0usize..990, 1usize..400, 0usize..4), 1..60),
        ) {
            let mut project = empty();
            let mut ticks = ticks(&project);
            for (n, start, length, category) in steps {
                let id = AnnotationId::from_u64(n);
                let mark = mark(n, start, (start + length).min(1000), Category::ALL[category]);
                let change =
                    if project.has(id) { Change::Remove(id) } else { Change::Insert(mark.into()) };
                project.apply(change).unwrap();
                ticks.catch_up(project.annotations());
                prop_assert_eq!(runs(&ticks), runs(&self::ticks(&project)));
            }
        }
    }
}
