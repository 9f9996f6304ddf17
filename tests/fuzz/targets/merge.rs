use std::collections::HashSet;

use newsmark::check::findings;
use newsmark::model::{AnnotationId, Project};
use newsmark::review::merge::merge;
use newsmark::store::parse;

use super::project::is_kept;
use super::{Target, kind, rough, words};
use crate::corpus::files;
use crate::parts::{joined, parts};

pub const TARGET: Target = Target { name: "merge", corpus: "merge", seeds, words: words::OF_FILES, run };

/// Each project three times: what both began with, and what two made of it.
fn seeds() -> Vec<Vec<u8>> {
    files("corpus", "project").into_iter().map(|(_, project)| joined(&[&project, &project, &project])).collect()
}

/// The projects among the files, one that cannot be read being as the one before it.
pub fn projects(input: &[u8]) -> Vec<Project> {
    let mut projects: Vec<Project> = Vec::new();
    for part in parts(input).into_iter().take(4) {
        match (parse(part), projects.last()) {
            (Ok(loaded), _) => projects.push(loaded.project),
            (Err(_), Some(before)) => projects.push(before.clone()),
            (Err(_), None) => {}
        }
    }
    projects
}

/// The project as its file tells it. In memory a story outlives its mark, so that undo brings both back; a file has the
/// stories of the marks that stand in it.
fn with_stories_of_its_marks(project: &Project) -> Project {
    let mut project = project.clone();
    let ids: HashSet<AnnotationId> = project.annotations().iter().map(|mark| mark.id).collect();
    let unplaced: HashSet<AnnotationId> = project.unplaced().iter().map(|mark| mark.id).collect();
    let of_marks = project.histories().iter().filter(|(id, _)| ids.contains(id) || unplaced.contains(id));
    let histories = of_marks.flat_map(|(id, story)| story.iter().cloned().map(move |event| (id, event))).collect();
    project.set_histories(histories);
    project
}

/// What two made of a project comes together as one that can be saved, read and checked; merging it with itself changes nothing.
fn run(input: &[u8]) -> u64 {
    let projects = projects(input);
    let [base, ours, theirs, ..] = &projects[..] else { return 0 };
    let mut outcome = Vec::new();
    for base in [Some(base), None] {
        let Ok(merged) = merge(base, ours, theirs) else { continue };
        is_kept(&with_stories_of_its_marks(&merged.project));
        let found = findings(&merged.project, &[]);
        let again = merge(Some(&merged.project), &merged.project, &merged.project).unwrap();
        assert!(again.project == merged.project, "merged with itself it becomes another");
        outcome.push((rough(merged.n_open()), rough(merged.n_brought), rough(found.problems.len())));
    }
    kind(outcome)
}
