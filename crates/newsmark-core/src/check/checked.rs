use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::across::Across;
use super::basis::civilians;
use super::section::{ReadingProblems, Section};
use super::unplaced::unplaced;
use super::{CheckBasis, CheckContext, Dismissed, Findings, Problem, Severity, merge_conflict, quiet, reading};
use crate::figures::Ledger;
use crate::model::{AnnotationId, Article, Card, Histories, Project, Text};
use crate::store::Warning;

/// What is found in a project, kept so that to find it anew costs what changed.
///
/// It holds what [`findings`](super::findings) answers, in the same order, by the
/// stretches that the project's annotations are kept in.
#[derive(Debug)]
pub struct Checked {
    /// What was looked at, but for the histories, which no check reads.
    project: Project,
    warnings: Vec<Warning>,
    civilians: Arc<Vec<usize>>,
    across: Arc<Across>,
    ledger: Arc<Ledger>,
    /// What is about the article.
    first: Vec<Arc<Problem>>,
    sections: Vec<Arc<Section>>,
    /// What is about annotations without a place.
    last: Vec<Arc<Problem>>,
    /// How many problems come before each section, and before those without a place.
    starts: Vec<usize>,
    /// The same of what was dismissed; the last is how many there are.
    dismissed_starts: Vec<usize>,
    counts: [usize; 3],
}

impl Default for Checked {
    /// What is found in an empty project: nothing.
    fn default() -> Checked {
        let article = Article { text: Text::new(String::new()), card: Card::default() };
        Checked::of(&Project::new(article), &[])
    }
}

impl Checked {
    /// Everything that is found in a project and by the reading of its file.
    pub fn of(project: &Project, warnings: &[Warning]) -> Checked {
        Checked::made(None, project, warnings)
    }

    /// The same as [`Checked::of`] of another state of the project, for what
    /// changed between them: a stretch of annotations, and where a change bears
    /// on other annotations, what they say of each other.
    pub fn update(&self, project: &Project, warnings: &[Warning]) -> Checked {
        Checked::made(Some(self), project, warnings)
    }

    fn made(before: Option<&Checked>, project: &Project, warnings: &[Warning]) -> Checked {
        let text = &project.article().text;
        let same_text = before.filter(|before| before.project.article().text == *text);
        let civilians = same_text.map_or_else(|| Arc::new(civilians(text)), |before| Arc::clone(&before.civilians));
        let basis = CheckBasis::of(project, &civilians);
        // With another basis every finding may be another, and all is done again.
        let before = same_text.filter(|before| CheckBasis::of(&before.project, &before.civilians).is_same(&basis));
        let quiet = before.and_then(|before| {
            let ledger = quiet::ledger(&before.project, project, &before.across, &before.ledger)?;
            Some((Arc::clone(&before.across), ledger))
        });
        let is_quiet = quiet.is_some();
        let (across, ledger) = quiet.unwrap_or_else(|| {
            let ledger = Ledger::of(project);
            (Arc::new(Across::of(project, &ledger)), Arc::new(ledger))
        });
        let context = CheckContext::of(project, &ledger, &across);
        let (mut first, read, mut last) = told(project, warnings);
        let same_warnings = before.is_some_and(|before| before.warnings == warnings);
        let known = before.map(Checked::by_stretch).unwrap_or_default();
        // What a merge left open is written with the words of its mark here and there, so that it is told anew each
        // time.
        let left_open: HashSet<usize> = context.left_open.keys().filter_map(|id| Some(project.seat(*id)?.0)).collect();
        let sections = project.annotations().stretches().enumerate().map(|(n, stretch)| {
            let known = known.get(&stretch.key()).copied();
            let stands = |known: &&Arc<Section>| !known.is_fleeting && is_quiet && same_warnings;
            match known.filter(stands).filter(|_| !left_open.contains(&n)) {
                Some(section) => Arc::clone(section),
                None => Arc::new(Section::of(&basis, &context, &read, stretch, known.map(Arc::as_ref))),
            }
        });
        let sections: Vec<_> = sections.collect();
        first.extend(merge_conflict::beside_the_marks(project).map(Arc::new));
        // Stable, like every sort here: what the reading found comes before what a merge left open.
        first.sort_by_key(|problem| problem.severity);
        last.extend(project.unplaced().iter().map(|kept| Arc::new(unplaced(kept.id))));
        last.sort_by_key(|problem| problem.severity);
        let mut project = project.clone();
        // They would be copied by whoever adds to them while they are held here.
        project.set_histories(Histories::default());
        let (starts, dismissed_starts, counts) = Default::default();
        let mut checked = Checked {
            project,
            warnings: warnings.to_vec(),
            civilians,
            across,
            ledger,
            first,
            sections,
            last,
            starts,
            dismissed_starts,
            counts,
        };
        checked.count();
        checked
    }

    fn by_stretch(&self) -> HashMap<usize, &Arc<Section>> {
        self.project.annotations().stretches().map(|stretch| stretch.key()).zip(&self.sections).collect()
    }

    fn count(&mut self) {
        let mut n = (self.first.len(), 0);
        for section in &self.sections {
            self.starts.push(n.0);
            self.dismissed_starts.push(n.1);
            n = (n.0 + section.problems.len(), n.1 + section.dismissed.len());
            (0..3).for_each(|severity| self.counts[severity] += section.counts[severity]);
        }
        self.starts.push(n.0);
        self.dismissed_starts.push(n.1);
        self.first.iter().chain(&self.last).for_each(|problem| self.counts[problem.severity as usize] += 1);
    }

    /// How many problems there are to be looked at.
    pub fn len(&self) -> usize {
        self.counts.iter().sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many of them are so grave.
    pub fn n(&self, severity: Severity) -> usize {
        self.counts[severity as usize]
    }

    /// How many problems an editor decided are none.
    pub fn n_dismissed(&self) -> usize {
        self.dismissed_starts.last().copied().unwrap_or(0)
    }

    /// The problem with so many before it.
    pub fn get(&self, place: usize) -> Option<&Problem> {
        // No section starts at or before the place: it is one of the article's own problems.
        let Some(section) = self.starts.partition_point(|start| *start <= place).checked_sub(1) else {
            return self.first.get(place).map(Arc::as_ref);
        };
        let place = place - self.starts[section];
        let problems = self.sections.get(section).map_or(&self.last, |section| &section.problems);
        problems.get(place).map(Arc::as_ref)
    }

    /// What was dismissed, with so much before it.
    pub fn dismissed(&self, place: usize) -> Option<&Dismissed> {
        let section = self.dismissed_starts.partition_point(|start| *start <= place).checked_sub(1)?;
        self.sections.get(section)?.dismissed.get(place - self.dismissed_starts[section]).map(Arc::as_ref)
    }

    /// All problems in order, each with the byte where its mark begins; `None`
    /// for one of the article or of a mark without a place.
    pub fn iter(&self) -> impl Iterator<Item = (Option<usize>, &Problem)> {
        let of_stretches = self.project.annotations().stretches().zip(&self.sections).flat_map(|(stretch, section)| {
            (0..stretch.iter().len())
                .flat_map(move |n| section.of_one(n).iter().map(move |problem| (stretch.start(n), problem.as_ref())))
        });
        let first = self.first.iter().map(|problem| (None, problem.as_ref()));
        let last = self.last.iter().map(|problem| (None, problem.as_ref()));
        first.chain(of_stretches).chain(last)
    }

    /// All problems about an annotation, in order.
    pub fn of_one(&self, id: AnnotationId) -> impl Iterator<Item = &Problem> {
        let seat = self.project.seat(id);
        let placed = seat.and_then(|(stretch, place)| Some(self.sections.get(stretch)?.of_one(place)));
        // Only an annotation without a place has its problems in the last list.
        let last = if seat.is_none() { self.last.as_slice() } else { &[] };
        let is_of = move |problem: &&Arc<Problem>| problem.annotation == Some(id);
        placed.unwrap_or(last).iter().filter(is_of).map(Arc::as_ref)
    }

    /// Where the first mark with a problem begins that begins at `byte` or later, in bytes.
    pub fn next_from(&self, byte: usize) -> Option<usize> {
        let annotations = self.project.annotations();
        let first = annotations.stretch_before(byte).unwrap_or(0);
        let mut stretches = annotations.stretches().zip(&self.sections).skip(first);
        stretches.find_map(|(stretch, section)| {
            let begun = stretch.begun_before(byte);
            let before = begun.checked_sub(1).map_or(0, |last| section.n_up_to(last));
            (before < section.problems.len()).then(|| stretch.start(section.annotation_of(before))).flatten()
        })
    }

    /// The severity of the gravest problem of marks that begin in this range of bytes.
    pub fn gravest_in(&self, range: Range<usize>) -> Option<Severity> {
        let annotations = self.project.annotations();
        let first = annotations.stretch_before(range.start).unwrap_or(0);
        let stretches = annotations.stretches().zip(&self.sections).skip(first);
        let begun = stretches.take_while(|(stretch, _)| stretch.start(0).is_some_and(|start| start < range.end));
        let in_range = begun.flat_map(|(stretch, section)| {
            let n = |byte| stretch.begun_before(byte).checked_sub(1).map_or(0, |last| section.n_up_to(last));
            &section.severities[n(range.start)..n(range.end)]
        });
        in_range.min().copied()
    }

    /// What the records add up to.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// All that was found, apart from how it was.
    pub(super) fn into_findings(self) -> Findings {
        let Checked { first, sections, last, ledger, .. } = self;
        let mut findings = Findings { ledger: Arc::unwrap_or_clone(ledger), ..Findings::default() };
        findings.problems.extend(first.into_iter().map(Arc::unwrap_or_clone));
        for section in sections {
            findings.problems.extend(section.problems.iter().map(|problem| Problem::clone(problem)));
            findings.dismissed.extend(section.dismissed.iter().map(|dismissed| Dismissed::clone(dismissed)));
        }
        findings.problems.extend(last.into_iter().map(Arc::unwrap_or_clone));
        findings
    }
}

/// What the reading of the file found about the article, about annotations by their ids, and about those without a place.
fn told(project: &Project, warnings: &[Warning]) -> (Vec<Arc<Problem>>, ReadingProblems, Vec<Arc<Problem>>) {
    let (mut first, mut read, mut last) = (Vec::new(), ReadingProblems::new(), Vec::new());
    for problem in warnings.iter().filter_map(reading::problem).map(Arc::new) {
        match problem.annotation {
            None => first.push(problem),
            Some(id) if project.annotation(id).is_none() => last.push(problem),
            Some(id) => read.entry(id).or_default().push(problem),
        }
    }
    (first, read, last)
}

#[cfg(test)]
impl Checked {
    /// Whether both hold one and the same working out of what annotations say of each other.
    pub fn shares_across(&self, other: &Checked) -> bool {
        Arc::ptr_eq(&self.across, &other.across)
    }

    /// How many sections both hold.
    pub fn n_shared_sections(&self, other: &Checked) -> usize {
        let is_shared = |one: &&Arc<Section>| other.sections.iter().any(|other| Arc::ptr_eq(one, other));
        self.sections.iter().filter(is_shared).count()
    }
}
