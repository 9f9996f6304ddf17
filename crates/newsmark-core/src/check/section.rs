use std::collections::HashMap;
use std::sync::Arc;

use super::{CHECKS, CheckBasis, CheckContext, Dismissed, Finding, Problem, Severity, uncounted};
use crate::model::{Annotation, AnnotationId, ChunkView};

/// What is found in neighbours that are kept together, in the order of [`findings`](super::findings).
#[derive(Debug)]
pub(super) struct Section {
    /// What is wrong with each annotation by itself: it stands for as long as the stretch and the basis do.
    alone: Arc<Vec<Vec<Arc<Problem>>>>,
    /// What is wrong with each annotation that has such a thing beside others, by its place.
    linked: Vec<(usize, Arc<Problem>)>,
    /// What is to be looked at.
    pub problems: Vec<Arc<Problem>>,
    /// How grave each of them is: beside each other, so that thousands are gone through at once.
    pub severities: Vec<Severity>,
    /// How many problems there are up to and with each annotation.
    ends: Vec<usize>,
    /// What an editor decided is no problem.
    pub dismissed: Vec<Arc<Dismissed>>,
    /// How many problems there are of each severity.
    pub counts: [usize; 3],
    /// Whether something in it may tell how many annotations come before another one, or what a merge left open,
    /// so that it is found anew whatever changed.
    pub is_fleeting: bool,
}

/// What the reading of the file found about annotations.
pub(super) type ReadingProblems = HashMap<AnnotationId, Vec<Arc<Problem>>>;

impl Section {
    /// What is found in a stretch; what each annotation is by itself is taken from
    /// `before`, where that is of the same stretch and basis.
    pub fn of(
        basis: &CheckBasis<'_>,
        context: &CheckContext<'_>,
        read: &ReadingProblems,
        stretch: ChunkView<'_>,
        before: Option<&Section>,
    ) -> Section {
        let alone = before.map(|before| Arc::clone(&before.alone));
        // What an annotation is by itself is found once for a stretch and shared by every later state that still has
        // the stretch: typing costs the one that changed.
        let alone = alone.unwrap_or_else(|| Arc::new(stretch.iter().map(|one| by_itself(basis, one)).collect()));
        let is_linked = |annotation: &Arc<Annotation>| context.is_linked(annotation);
        let candidates = || stretch.iter().enumerate().filter(|(_, annotation)| is_linked(annotation));
        let linked: Vec<_> = candidates()
            .flat_map(|(place, annotation)| {
                beside_others(context, annotation).map(move |problem| (place, Arc::new(problem)))
            })
            .collect();
        // Such a sentence names a paragraph or a number of another place, which changes when marks come and go
        // elsewhere.
        let is_fleeting = candidates().any(|(_, annotation)| uncounted::may_take_unit(annotation))
            || linked.iter().any(|(_, problem)| problem.is_of_merge());
        let mut section = Section {
            alone,
            linked,
            problems: Vec::new(),
            severities: Vec::new(),
            ends: Vec::with_capacity(stretch.iter().len()),
            dismissed: Vec::new(),
            counts: [0; 3],
            is_fleeting,
        };
        section.put_in_order(read, stretch);
        section
    }

    /// The problems of the annotation with so many before it in the stretch.
    pub fn of_one(&self, place: usize) -> &[Arc<Problem>] {
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(place).and_then(|end| self.problems.get(start..*end)).unwrap_or(&[])
    }

    /// How many problems there are up to and with the annotation with so many before it.
    pub fn n_up_to(&self, place: usize) -> usize {
        self.ends.get(place).copied().unwrap_or(self.problems.len())
    }

    /// Of which annotation the problem at a place of `problems` is: how many are before it in the stretch.
    pub fn annotation_of(&self, problem: usize) -> usize {
        self.ends.partition_point(|end| *end <= problem)
    }

    fn put_in_order(&mut self, read: &ReadingProblems, stretch: ChunkView<'_>) {
        let mut linked = self.linked.iter().peekable();
        for (place, (annotation, alone)) in stretch.iter().zip(self.alone.iter()).enumerate() {
            let mut found: Vec<&Arc<Problem>> = alone.iter().collect();
            while let Some((_, problem)) = linked.next_if(|(of, _)| *of == place) {
                found.push(problem);
            }
            // What each check finds stays in its order, and checks are in that of their kinds.
            found.sort_by_key(|problem| problem.kind);
            // Nearly no file has warnings: then no id is hashed for nothing.
            let read = (!read.is_empty()).then(|| read.get(&annotation.id)).flatten();
            let mut found: Vec<_> = read.into_iter().flatten().chain(found).collect();
            // Stable: within one severity what the reading found comes first, then the checks by kind.
            found.sort_by_key(|problem| problem.severity);
            for problem in found {
                // A dismissal holds for the very sentence: where the numbers in it change, the warning is there again.
                let mut dismissals = annotation.dismissed.iter();
                match dismissals.find(|dismissal| problem.is_dismissed_by(dismissal)) {
                    Some(dismissal) => {
                        let (problem, dismissal) = (Problem::clone(problem), dismissal.clone());
                        self.dismissed.push(Arc::new(Dismissed { problem, dismissal }));
                    }
                    None => {
                        self.counts[problem.severity as usize] += 1;
                        self.severities.push(problem.severity);
                        self.problems.push(Arc::clone(problem));
                    }
                }
            }
            self.ends.push(self.problems.len());
        }
    }
}

/// What is wrong with an annotation by itself.
fn by_itself(basis: &CheckBasis<'_>, annotation: &Annotation) -> Vec<Arc<Problem>> {
    let mut found = Vec::new();
    let mut problems = Vec::new();
    for check in CHECKS {
        check.alone(basis, annotation, &mut found);
        problems.extend(found.drain(..).map(|found| Arc::new(check.problem(annotation.id, found))));
    }
    problems
}

/// What is wrong with an annotation beside others.
fn beside_others(context: &CheckContext<'_>, annotation: &Annotation) -> impl Iterator<Item = Problem> {
    let mut problems = Vec::new();
    let mut found: Vec<Finding> = Vec::new();
    for check in CHECKS {
        check.linked(context, annotation, &mut found);
        problems.extend(found.drain(..).map(|found| check.problem(annotation.id, found)));
    }
    problems.into_iter()
}
