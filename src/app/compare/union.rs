use std::collections::HashMap;
use std::path::PathBuf;

use crate::app::article::MarkStyle;
use crate::app::document::Document;
use crate::edit::OpenProject;
use crate::model::{Annotation, AnnotationId, Project, ProjectParts};
use crate::review::Comparison;

/// The marks of all projects, or of one, as one project that is only read: what the article shows.
///
/// Where all agree about boundary and category there is one mark; else each opinion is one.
pub struct Union {
    /// The project, without a file.
    pub document: Document,
    /// The row of each mark, and the projects that have it so.
    of: HashMap<AnnotationId, (usize, Vec<usize>)>,
    n_sides: usize,
    view: Option<usize>,
}

impl Union {
    /// The marks of all projects, or where `view` names one of that one.
    pub fn of(comparison: &Comparison, view: Option<usize>) -> Union {
        let mut of: HashMap<AnnotationId, (usize, Vec<usize>)> = HashMap::new();
        let mut annotations: Vec<Annotation> = Vec::new();
        // The first of a row is called as the row is, which marks that name it know it by.
        let mut next = comparison.rows().len() as u64;
        for (row, aligned) in comparison.rows().iter().enumerate() {
            let first = annotations.len();
            for (side, mark) in aligned.present().filter(|(side, _)| view.is_none_or(|view| view == *side)) {
                // Marks over the same words are painted once: two bands on each other would look like a third colour.
                let same = |known: &&Annotation| known.spans == mark.spans && known.category() == mark.category();
                if let Some(known) = annotations[first..].iter().find(same) {
                    of.entry(known.id).or_default().1.push(side);
                    continue;
                }
                let id = if annotations.len() == first {
                    AnnotationId::from_u64(row as u64)
                } else {
                    next += 1;
                    AnnotationId::from_u64(next - 1)
                };
                of.insert(id, (row, vec![side]));
                annotations.push(Annotation { id, ..Annotation::clone(mark) });
            }
        }
        let article = comparison.article().clone();
        let sources = comparison.sources().clone();
        let parts = ProjectParts { sources, annotations, ..ProjectParts::of(article.clone()) };
        // Rows have ids of their own and stand in the text.
        let project = Project::from_parts(parts).unwrap_or_else(|_| Project::new(article));
        let mut open = OpenProject::new(project, true);
        // Its marks are copies under ids of their own; an edit of one would be an edit of nothing.
        open.read_only = Some("Marks are changed in Annotate".to_owned());
        let n_sides = comparison.sides().len();
        Union { document: Document::new(open, PathBuf::new()), of, n_sides, view }
    }

    /// The row of a mark.
    pub fn row(&self, id: AnnotationId) -> Option<usize> {
        self.of.get(&id).map(|(row, _)| *row)
    }

    /// The first mark of a row.
    pub fn mark(&self, row: usize) -> Option<AnnotationId> {
        Some(AnnotationId::from_u64(row as u64)).filter(|id| self.of.contains_key(id))
    }

    /// What is drawn of a mark: who has it is told by its lines.
    pub fn drawn(&self, mark: &Annotation) -> MarkStyle {
        let sides = self.of.get(&mark.id).map_or(&[][..], |(_, sides)| sides);
        match sides {
            _ if self.view.is_some() => MarkStyle::usual(mark),
            sides if sides.len() == self.n_sides => MarkStyle { band: true, below: true, above: true },
            [0, ..] => MarkStyle { band: false, below: true, above: false },
            _ => MarkStyle { band: false, below: false, above: true },
        }
    }
}
