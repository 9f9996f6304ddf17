use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::common::{named_marks, translated};
use super::difference::{row_id, taken_together};
use super::merge::merged_dismissed;
use super::{Aligned, Comparison};
use crate::model::{
    Annotation, AnnotationId, ApplyError, CodePoints, Details, FieldPath, LostAnchor, Origin, Part, Person, Project,
    ProjectParts, Source, SourceId, Sources, Status, Unplaced,
};

/// What an adjudicator decides over a comparison, mark by mark and part by part.
///
/// It is a plain value beside the comparison, with a history of its own: each method that
/// decides is one step that can be undone. What was decided becomes a new project with
/// [`Adjudication::result`]; the projects compared are never changed.
///
/// ```
/// use newsmark_core::interchange::import;
/// use newsmark_core::model::{Annotation, AnnotationId, Category, Person, Project, ProjectParts, Span};
/// use newsmark_core::review::{Adjudication, Comparison};
///
/// let article = import(b"Ten died. Two fled.", "karsa.txt", None)?.article;
/// let marked = |name, end| {
///     let (span, author) = (Span::new(0, end)?, Person::new(name)?);
///     let mark = Annotation::draft(AnnotationId::from_u64(1), span, Category::Casualties, author);
///     let parts = ProjectParts { annotations: vec![mark], ..ProjectParts::of(article.clone()) };
///     Some((name.to_owned(), Project::from_parts(parts).ok()?))
/// };
/// // Row 0 is “Ten” by the first side and “Ten died” by the second.
/// let projects: Option<Vec<_>> = [marked("Ines Varga", 3), marked("Tomas Reed", 8)].into_iter().collect();
/// let comparison = Comparison::of(projects.ok_or("no mark")?)?;
/// let mut adjudication = Adjudication::of(&comparison);
/// adjudication.take_and_decide(&comparison, 0, 1);
/// let (by, mut numbers) = (Person::new("Lena Brandt").ok_or("no name")?, 1_u64..);
/// let project = adjudication.result(&comparison, &by, &mut || numbers.next().unwrap_or_default())?;
/// let mark = &project.annotations()[0];
/// assert_eq!(project.article().text.words(mark.spans.as_slice()[0]), "Ten died");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjudication {
    pub(super) decisions: Vec<Decision>,
    pub(super) undo: Vec<Vec<(usize, Decision)>>,
    pub(super) redo: Vec<Vec<(usize, Decision)>>,
}

/// What is decided about one mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The side whose mark it is where nothing else is chosen.
    pub side: usize,
    /// Parts that are taken from another side than that.
    pub parts: BTreeMap<Part, usize>,
    /// Whether the mark is left out.
    pub is_left_out: bool,
    /// Whether the adjudicator is done with it.
    pub is_settled: bool,
}

/// Why there is no result.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoResult {
    /// So many marks are not settled.
    #[error("{0} marks are not settled yet")]
    Open(usize),
    /// The parts do not make a project; nothing that is compared brings that about.
    #[error("The marks could not be brought together: {0}")]
    ApplyError(#[from] ApplyError),
}

impl Adjudication {
    /// Nothing is settled; each mark is, for the time being, that of the first side that has it.
    pub fn of(comparison: &Comparison) -> Adjudication {
        let first = |row: &Aligned| row.present().next().map_or(0, |(side, _)| side);
        let open = |side| Decision { side, parts: BTreeMap::new(), is_left_out: false, is_settled: false };
        Adjudication {
            decisions: comparison.rows().iter().map(first).map(open).collect(),
            undo: Vec::new(),
            redo: Vec::new(),
        }
    }

    /// What is decided about a row; `None` beyond the last.
    pub fn decision(&self, row: usize) -> Option<&Decision> {
        self.decisions.get(row)
    }

    /// The rows that are not settled, in the order of the text.
    pub fn open(&self) -> impl Iterator<Item = usize> {
        self.decisions.iter().enumerate().filter(|(_, decision)| !decision.is_settled).map(|(row, _)| row)
    }

    /// The side that a part comes from.
    pub fn side_of(&self, row: usize, part: Part) -> Option<usize> {
        let decision = self.decisions.get(row)?;
        // A record that was taken with its category comes from that side in all its fields, but the note is no part of
        // the record.
        let through = match part {
            Part::Field(path) if path != FieldPath::Note => decision.parts.get(&Part::Category),
            _ => None,
        };
        Some(decision.parts.get(&part).or(through).copied().unwrap_or(decision.side))
    }

    /// Settles every row in which all sides say the same. Answers how many, in one step.
    pub fn take_agreed(&mut self, comparison: &Comparison) -> usize {
        let agreed = self.open().filter(|&row| comparison.rows().get(row).is_some_and(Aligned::is_agreed));
        let settled = agreed.map(|row| (row, Decision { is_settled: true, ..self.decisions[row].clone() })).collect();
        self.step(settled)
    }

    /// Settles every row that is left with `side`'s mark, or, where it has none, with that of
    /// the first side that has one, so that no mark is lost. Answers how many, in one step.
    pub fn take_rest(&mut self, comparison: &Comparison, side: usize) -> usize {
        let settled = |row: usize| {
            let has = comparison.rows()[row].marks.get(side).is_some_and(Option::is_some);
            // The side that stands so far is one that has the mark: `of` chose it so, and `take` never another.
            let side = if has { side } else { self.decisions[row].side };
            (row, Decision { side, parts: BTreeMap::new(), is_left_out: false, is_settled: true })
        };
        let settled = self.open().map(settled).collect();
        self.step(settled)
    }

    /// Takes the whole mark from a side; where it has none, the mark is left out.
    pub fn take(&mut self, comparison: &Comparison, row: usize, side: usize) -> bool {
        let Some(marks) = comparison.rows().get(row).map(|row| &row.marks) else { return false };
        let Some(mark) = marks.get(side) else { return false };
        let before = &self.decisions[row];
        let decision = match mark {
            Some(_) => Decision { side, parts: BTreeMap::new(), is_left_out: false, ..before.clone() },
            None => Decision { is_left_out: true, ..before.clone() },
        };
        self.step(vec![(row, decision)]) > 0
    }

    /// Takes one part from a side: its boundary, its category and with it the record, or a
    /// field with all that is [`taken_together`] with it.
    /// Answers whether that side has the mark.
    pub fn choose(&mut self, comparison: &Comparison, row: usize, part: Part, side: usize) -> bool {
        let has = comparison.rows().get(row).is_some_and(|row| row.marks.get(side).is_some_and(Option::is_some));
        if !has {
            return false;
        }
        let mut decision = Decision { is_left_out: false, ..self.decisions[row].clone() };
        // Fields chosen before belong to a record that is replaced here.
        if part == Part::Category {
            decision.parts.retain(|part, _| matches!(part, Part::Boundary | Part::Field(FieldPath::Note)));
        }
        decision.parts.extend(taken_together(part).into_iter().map(|part| (part, side)));
        self.step(vec![(row, decision)]) > 0
    }

    /// Settles a row as it is decided, or opens it again.
    pub fn decide(&mut self, row: usize, is_settled: bool) -> bool {
        let decision = self.decisions.get(row).map(|decision| Decision { is_settled, ..decision.clone() });
        decision.is_some_and(|decision| self.step(vec![(row, decision)]) > 0)
    }

    /// Takes the last step back. Answers whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(step) = self.undo.pop() else { return false };
        let inverse = self.put(step);
        self.redo.push(inverse);
        true
    }

    /// Makes the step again that was taken back last. Answers whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(step) = self.redo.pop() else { return false };
        let inverse = self.put(step);
        self.undo.push(inverse);
        true
    }

    pub(super) fn step(&mut self, decisions: Vec<(usize, Decision)>) -> usize {
        let changed: Vec<_> =
            decisions.into_iter().filter(|(row, decision)| self.decisions[*row] != *decision).collect();
        let n_changed = changed.len();
        // A step that changes nothing would be an undo that seems to do nothing.
        if n_changed > 0 {
            let inverse = self.put(changed);
            self.undo.push(inverse);
            self.redo.clear();
        }
        n_changed
    }

    fn put(&mut self, decisions: Vec<(usize, Decision)>) -> Vec<(usize, Decision)> {
        let put = |(row, decision)| (row, std::mem::replace(&mut self.decisions[row], decision));
        decisions.into_iter().map(put).collect()
    }

    /// The mark as it is decided, in common terms; `None` where it is left out.
    pub fn mark(&self, comparison: &Comparison, row: usize, by: &Person) -> Option<Annotation> {
        let decision = self.decisions.get(row).filter(|decision| !decision.is_left_out)?;
        let aligned = comparison.rows().get(row)?;
        let taken = aligned.marks.get(decision.side)?.as_ref()?;
        let mut mark = Annotation::clone(taken);
        // The category comes first in `Part`'s order after the boundary, so that fields follow it.
        for (part, side) in &decision.parts {
            if let Some(from) = aligned.marks.get(*side).and_then(Option::as_ref) {
                mark.take(*part, from);
            }
        }
        // Nobody had the mark so before: whoever put it together is its editor, and under four eyes somebody else
        // approves it.
        if decision.parts.values().any(|side| *side != decision.side) && !mark.differing(taken).is_empty() {
            mark.editor = by.clone();
        }
        // A draft is handed in by being decided; what all had approved alike stays approved.
        let is_as_all_left_it = aligned.is_agreed() && aligned.marks.iter().flatten().all(|o| o.status == taken.status);
        if !is_as_all_left_it || taken.status == Status::Draft {
            (mark.status, mark.judge) = (Status::Submitted, None);
        }
        mark.origins = self.origins(aligned, row);
        for other in aligned.marks.iter().flatten() {
            // Files that come from one share comments under one id.
            let new = |id| !mark.comments.iter().any(|known| known.id == id);
            let comments: Vec<_> = other.comments.iter().filter(|comment| new(comment.id)).cloned().collect();
            mark.comments.extend(comments);
            let dismissed: Vec<_> =
                other.dismissed.iter().filter(|one| !mark.dismissed.contains(one)).cloned().collect();
            mark.dismissed.extend(dismissed);
        }
        Some(mark)
    }

    /// Whose the boundary and the category are, and every part in which the sides differ: of
    /// everybody who has it so where nothing differs.
    fn origins(&self, aligned: &Aligned, row: usize) -> Vec<Origin> {
        let mut parts = vec![Part::Boundary, Part::Category];
        parts.extend(aligned.parts.iter().filter(|part| !matches!(part, Part::Boundary | Part::Category)));
        let mut origins: Vec<Origin> = Vec::new();
        for part in parts {
            let side = self.side_of(row, part);
            let is_disputed = aligned.parts.contains(&part);
            for (_, mark) in aligned.present().filter(|(n, _)| !is_disputed || Some(*n) == side) {
                let before = mark.origins.iter().find(|origin| origin.part == part);
                let origin = Origin { part, person: before.map_or(&mark.editor, |origin| &origin.person).clone() };
                if !origins.contains(&origin) {
                    origins.push(origin);
                }
            }
        }
        origins
    }

    /// What was decided, as a new project of the first side's article.
    ///
    /// Ids of marks, and of sources that are not the first side's, come from `mint`, a random
    /// number each. Sources and dismissed proposals of all sides are united. What has no place in the article is
    /// kept without one. Marks that name one that was left out name none. Stories and sign-offs stay with
    /// the projects that they are of.
    ///
    /// # Errors
    /// [`NoResult::Open`] where something is not settled.
    pub fn result(
        &self,
        comparison: &Comparison,
        by: &Person,
        mint: &mut dyn FnMut() -> u64,
    ) -> Result<Project, NoResult> {
        // A mark that nobody looked at must not pass for one that was decided.
        let n_open = self.open().count();
        if n_open > 0 {
            return Err(NoResult::Open(n_open));
        }
        // Sources first: details are written with their final ids below.
        let (sources, became) = minted_sources(comparison, mint);
        let mut annotations = Vec::new();
        let mut ids: HashMap<AnnotationId, AnnotationId> = HashMap::new();
        // Chance may give one number twice, and two marks of one id would be no project.
        let mut used = HashSet::new();
        for row in 0..comparison.rows().len() {
            if let Some(mark) = self.mark(comparison, row, by) {
                let id = fresh(&mut used, mint);
                ids.insert(row_id(row), id);
                annotations.push(Annotation { id, ..mark });
            }
        }
        let mut unplaced = without_place(comparison);
        for (names, kept) in &mut unplaced {
            kept.id = fresh(&mut used, mint);
            ids.extend(names.iter().map(|name| (*name, kept.id)));
        }
        let mut unplaced: Vec<Unplaced> = unplaced.into_iter().map(|(_, kept)| kept).collect();
        // Only once every mark has its id can those that name it be told what it is called.
        for details in annotations
            .iter_mut()
            .map(|mark| &mut mark.details)
            .chain(unplaced.iter_mut().map(|kept| &mut kept.details))
        {
            let source = &mut details.attribution_mut().source;
            *source = source.map(|id| became.get(&id).copied().unwrap_or(id));
            for named in named_marks(details) {
                *named = named.and_then(|id| ids.get(&id).copied());
            }
        }
        let settings = comparison.sides()[0].project.settings().clone();
        let dismissed = comparison.sides().iter().map(|side| side.project.dismissed_proposals());
        let dismissed = dismissed.fold(Vec::new(), |all, side| merged_dismissed(&[], &all, side));
        let dismissed_proposals = dismissed.into_iter().map(Arc::unwrap_or_clone).collect();
        let parts = ProjectParts { dismissed_proposals, ..ProjectParts::of(comparison.article().clone()) };
        Ok(Project::from_parts(ProjectParts { settings, sources, annotations, unplaced, ..parts })?)
    }
}

/// A minted id that was not used before.
fn fresh(used: &mut HashSet<AnnotationId>, mint: &mut dyn FnMut() -> u64) -> AnnotationId {
    loop {
        let id = AnnotationId::from_u64(mint());
        if used.insert(id) {
            return id;
        }
    }
}

/// The united sources, those that are not the first side's under minted ids, and what became of those.
fn minted_sources(comparison: &Comparison, mint: &mut dyn FnMut() -> u64) -> (Sources, HashMap<SourceId, SourceId>) {
    // The first side's article and sources are kept as they are, so that the result can be merged with it later.
    let own = comparison.sides()[0].project.sources();
    let mut became = HashMap::new();
    let mut used: HashSet<SourceId> = comparison.sources().iter().map(|source| source.id).collect();
    let minted = |source: &Source| {
        if own.get(source.id).is_some() {
            return source.clone();
        }
        let id = loop {
            let id = SourceId::from_u64(mint());
            if used.insert(id) {
                break id;
            }
        };
        became.insert(source.id, id);
        Source { id, ..source.clone() }
    };
    let sources: Vec<Source> = comparison.sources().iter().map(minted).collect();
    (Sources::of(sources), became)
}

/// An annotation without a place, with the ids by which marks name it in common terms.
type Kept = (Vec<AnnotationId>, Unplaced);

/// Everything that has no place in the article, in common terms. What several sides have alike is kept once.
fn without_place(comparison: &Comparison) -> Vec<Kept> {
    let mut kept: Vec<Kept> = Vec::new();
    let mut known: HashMap<Vec<String>, Vec<usize>> = HashMap::new();
    let mut next = comparison.rows().len();
    for (n, side) in comparison.sides().iter().enumerate() {
        let n_before = kept.len();
        // Each kept one stands for one of this side at most: two that this side has alike are two.
        let mut is_matched = vec![false; n_before];
        let mut keep = |names: Vec<AnnotationId>, one: Unplaced| {
            let alike = known.entry(one.spans.words.clone()).or_default();
            let is_same = |&at: &usize| at < n_before && !is_matched[at] && says_the_same(&kept[at].1, &one);
            match alike.iter().copied().find(is_same) {
                Some(at) => {
                    is_matched[at] = true;
                    kept[at].0.extend(names);
                }
                None => {
                    alike.push(kept.len());
                    kept.push((names, one));
                }
            }
        };
        for one in &side.unplaced {
            keep(vec![row_id(next)], Unplaced::clone(one));
            next += 1;
        }
        for one in not_placed(comparison, n) {
            keep(Vec::new(), one);
        }
    }
    kept
}

fn says_the_same(one: &Unplaced, other: &Unplaced) -> bool {
    one.details == other.details && one.note == other.note
}

/// A side's marks that have no certain place in the article's text, as annotations without a place.
fn not_placed(comparison: &Comparison, n: usize) -> Vec<Unplaced> {
    let side = &comparison.sides()[n];
    if side.not_placed.is_empty() {
        return Vec::new();
    }
    let text = &side.project.article().text;
    let points = CodePoints::of(text);
    let of_row = |(row, aligned): (usize, &Aligned)| Some((aligned.marks[n].as_ref()?.id, row_id(row)));
    let rows: HashMap<AnnotationId, AnnotationId> = comparison.rows().iter().enumerate().filter_map(of_row).collect();
    let unplaced = |(mark, details): (&Arc<Annotation>, &Details)| {
        let words = mark.spans.iter().map(|span| text.words(span).to_owned()).collect();
        let claimed = mark.spans.iter().map(|span| points.range(span)).collect();
        let mark = Arc::new(Annotation { details: details.clone(), ..Annotation::clone(mark) });
        let mark = translated(&mark, comparison.source_ids(n), |id| rows.get(&id).copied());
        Annotation::clone(&mark).at(LostAnchor { words, claimed })
    };
    side.not_placed.iter().zip(&side.left).map(unplaced).collect()
}
