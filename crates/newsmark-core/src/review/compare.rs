use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::common_sources::common_sources;
use super::common_terms::CommonTerms;
use super::difference::row_id;
use super::{Aligned, CompareError, Difference, Side};
use crate::model::{
    Annotation, AnnotationId, Article, Card, Part, Project, ProjectParts, SourceId, Sources, Text, Unplaced,
};

/// Two or more projects of one article, side by side.
///
/// Marks are paired by their words and never by their ids. Sources that are called the same
/// are one, marks that name each other do so through their rows, and items of lists are
/// paired by what they say: so what two people did alike compares as equal whatever ids they
/// were given. The text is that of the first project. Where another's differs, its marks are
/// placed again by their words and what stands around them, and what is not certain is listed.
///
/// ```
/// use newsmark_core::interchange::import;
/// use newsmark_core::model::{Annotation, AnnotationId, Category, Person, Project, ProjectParts, Span};
/// use newsmark_core::review::{Comparison, DifferenceKind};
///
/// let article = import(b"Ten died. Two fled.", "karsa.txt", None)?.article;
/// let marked = |name, end| {
///     let (span, author) = (Span::new(0, end)?, Person::new(name)?);
///     let mark = Annotation::draft(AnnotationId::from_u64(1), span, Category::Casualties, author);
///     let parts = ProjectParts { annotations: vec![mark], ..ProjectParts::of(article.clone()) };
///     Some((name.to_owned(), Project::from_parts(parts).ok()?))
/// };
/// // “Ten” by one is “Ten died” by the other.
/// let projects: Option<Vec<_>> = [marked("Ines Varga", 3), marked("Tomas Reed", 8)].into_iter().collect();
/// let comparison = Comparison::of(projects.ok_or("no mark")?)?;
/// let kinds: Vec<_> = comparison.differences().iter().map(|difference| difference.kind()).collect();
/// assert_eq!(kinds, [DifferenceKind::Boundary]);
/// assert_eq!(comparison.agreement().spans.overlap.f1.map(|f1| f1.value), Ok(1.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Comparison {
    sides: Vec<Side>,
    rows: Vec<Aligned>,
    differences: Vec<Difference>,
    sources: Sources,
    source_ids: Vec<HashMap<SourceId, SourceId>>,
    common: OnceLock<Project>,
}

impl Comparison {
    /// Compares the projects, each with what it is called.
    ///
    /// # Errors
    /// [`CompareError::TooFew`] of fewer than two, [`CompareError::OtherArticle`] where two
    /// texts have next to nothing in common.
    pub fn of(projects: Vec<(String, Project)>) -> Result<Comparison, CompareError> {
        if projects.len() < 2 {
            return Err(CompareError::TooFew);
        }
        let mut sides: Vec<Side> = Vec::with_capacity(projects.len());
        let mut placed_again = Vec::with_capacity(projects.len());
        // Each side is measured against the first, whose text all stand in.
        for (name, project) in projects {
            let (side, marks) = Side::of(sides.first(), name, project)?;
            sides.push(side);
            placed_again.push(marks);
        }
        let tables: Vec<&Sources> = sides.iter().map(|side| side.project.sources()).collect();
        let (sources, source_ids) = common_sources(&tables);
        let in_common = CommonTerms::of(&sides, &placed_again, &source_ids);
        let (rows, mut differences) = in_common.rows();
        let unplaced = in_common.unplaced();
        for (side, unplaced) in sides.iter_mut().zip(unplaced) {
            side.unplaced = unplaced;
        }
        // Stable, so that parts of one mark stay in the order of the form.
        differences.sort_by_key(|difference| (difference.impact, difference.row));
        Ok(Comparison { sides, rows, differences, sources, source_ids, common: OnceLock::new() })
    }

    /// The projects, in the order in which they were given.
    pub fn sides(&self) -> &[Side] {
        &self.sides
    }

    /// The text that all stand in: the first project's.
    pub fn text(&self) -> &Text {
        &self.article().text
    }

    /// The first project's article.
    pub fn article(&self) -> &Article {
        self.sides[0].project.article()
    }

    /// Every mark that any side has, in the order of the text.
    pub fn rows(&self) -> &[Aligned] {
        &self.rows
    }

    /// What differs: first what may change a total, then what changes a record, then words;
    /// within each in the order of the text. See [`TotalsImpacts`](super::TotalsImpacts) for what each does.
    pub fn differences(&self) -> &[Difference] {
        &self.differences
    }

    /// The sources of all sides, those of one name as one.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// The row of a side's mark.
    pub fn row_of(&self, side: usize, id: AnnotationId) -> Option<usize> {
        self.rows
            .iter()
            .position(|row| row.marks.get(side).is_some_and(|mark| mark.as_ref().is_some_and(|m| m.id == id)))
    }

    /// The ids of the mark that a difference is about, a side each.
    pub fn ids(&self, difference: &Difference) -> Vec<Option<AnnotationId>> {
        self.rows[difference.row].marks.iter().map(|mark| mark.as_ref().map(|mark| mark.id)).collect()
    }

    /// What each side says, as a person reads it; the words of the mark where some have none.
    /// `None` where a side has no such mark, empty where it does not say.
    pub fn values(&self, difference: &Difference) -> Vec<Option<String>> {
        let part = difference.part.unwrap_or(Part::Boundary);
        let value = |mark: &Option<Arc<Annotation>>| mark.as_ref().map(|mark| self.written(mark, part));
        self.rows[difference.row].marks.iter().map(value).collect()
    }

    /// What a person reads for a part of a mark in common terms.
    pub fn written(&self, mark: &Annotation, part: Part) -> String {
        self.common().written(mark, part)
    }

    /// Every mark once, each as the first side has it, by which values are written.
    fn common(&self) -> &Project {
        self.common.get_or_init(|| {
            let of_row =
                |(n, row): (usize, &Aligned)| Some(Annotation { id: row_id(n), ..Annotation::clone(row.first()?) });
            let annotations = self.rows.iter().enumerate().filter_map(of_row).collect();
            let unplaced = self.sides.iter().flat_map(|side| &side.unplaced);
            let mut unplaced: Vec<Unplaced> = unplaced.map(|kept| Unplaced::clone(kept)).collect();
            number(&mut unplaced, self.rows.len());
            let article = Article { text: self.text().clone(), card: Card::default() };
            let parts = ProjectParts {
                sources: self.sources.clone(),
                annotations,
                unplaced,
                ..ProjectParts::of(article.clone())
            };
            // Rows have ids of their own and stand in the text.
            Project::from_parts(parts).unwrap_or_else(|_| Project::new(article))
        })
    }

    /// What a side's source ids are in common terms, where they are others.
    pub(super) fn source_ids(&self, side: usize) -> &HashMap<SourceId, SourceId> {
        &self.source_ids[side]
    }
}

/// Gives annotations without a place the ids after those of the rows.
fn number(unplaced: &mut [Unplaced], n_rows: usize) {
    for (n, kept) in unplaced.iter_mut().enumerate() {
        kept.id = row_id(n_rows + n);
    }
}
