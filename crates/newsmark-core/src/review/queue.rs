use crate::model::{Annotation, AnnotationId, Person, Project, ProjectSettings, Status};

/// Where an annotation stands for a reviewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// It waits, and this reviewer may decide it.
    Waiting,
    /// It waits for somebody else: four eyes are asked for, and the reviewer last changed it.
    Others,
    /// It is with its author, who was asked for changes.
    SentBack,
    /// It was approved.
    Approved,
    /// It was rejected.
    Rejected,
    /// Its author is at work on it.
    Draft,
}

impl Stage {
    /// All of them, in the order of the queue.
    pub const ALL: [Stage; 6] =
        [Stage::Waiting, Stage::Others, Stage::SentBack, Stage::Approved, Stage::Rejected, Stage::Draft];

    /// How the queue heads it.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Waiting => "Waiting for you",
            Stage::Others => "Waiting for somebody else",
            Stage::SentBack => "Sent back",
            Stage::Approved => "Approved",
            Stage::Rejected => "Rejected",
            Stage::Draft => "Drafts",
        }
    }

    /// Where an annotation stands for a reviewer, who may have no name yet.
    pub fn of<P>(annotation: &Annotation<P>, settings: &ProjectSettings, reviewer: Option<&Person>) -> Stage {
        match annotation.status {
            // A reviewer without a name is nobody's editor: the mark waits, and approving it asks for the name.
            Status::Submitted if settings.four_eyes && reviewer == Some(&annotation.editor) => Stage::Others,
            Status::Submitted => Stage::Waiting,
            Status::ChangesRequested => Stage::SentBack,
            Status::Approved => Stage::Approved,
            Status::Rejected => Stage::Rejected,
            Status::Draft => Stage::Draft,
        }
    }
}

/// The annotations of a project as a reviewer works through them, by stage.
///
/// # Limitations
/// Annotations without a place are not in it: they are placed first, then judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queue([Vec<AnnotationId>; Stage::ALL.len()]);

impl Queue {
    /// The annotations that `is_in`, each stage in the order of `rank`, and of the text within one rank.
    pub fn of<K: Ord>(
        project: &Project,
        reviewer: Option<&Person>,
        is_in: impl Fn(&Annotation) -> bool,
        rank: impl Fn(&Annotation) -> K,
    ) -> Queue {
        let mut ranked: [Vec<(K, AnnotationId)>; Stage::ALL.len()] = Default::default();
        for annotation in project.annotations().iter().filter(|annotation| is_in(annotation)) {
            let stage = Stage::of(annotation, project.settings(), reviewer);
            ranked[stage as usize].push((rank(annotation), annotation.id));
        }
        Queue(ranked.map(|mut stage| {
            // Stable, so that the order of the text stands within one rank.
            stage.sort_by(|one, other| one.0.cmp(&other.0));
            stage.into_iter().map(|(_, id)| id).collect()
        }))
    }

    /// The annotations of a stage, in order.
    pub fn stage(&self, stage: Stage) -> &[AnnotationId] {
        &self.0[stage as usize]
    }

    /// The stage of an annotation and its place there, from 0.
    pub fn find(&self, id: AnnotationId) -> Option<(Stage, usize)> {
        Stage::ALL.into_iter().find_map(|stage| {
            let place = self.stage(stage).iter().position(|other| *other == id)?;
            Some((stage, place))
        })
    }

    /// The waiting annotation behind that one, from the last the first again; the first behind one that does not
    /// wait. `None` where no other waits.
    pub fn next_waiting(&self, id: Option<AnnotationId>) -> Option<AnnotationId> {
        let waiting = self.stage(Stage::Waiting);
        let place = waiting.iter().position(|other| Some(*other) == id);
        // No division by nought: a place was found, so that the list is not empty.
        let next = place.map_or(0, |place| (place + 1) % waiting.len());
        waiting.get(next).copied().filter(|next| Some(*next) != id)
    }
}

/// How far the review of a project has come: how many annotations, placed or not, there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReviewProgress {
    /// Approved.
    pub n_approved: usize,
    /// Rejected.
    pub n_rejected: usize,
    /// With their authors, who were asked for changes.
    pub n_sent_back: usize,
    /// Waiting for a reviewer.
    pub n_waiting: usize,
    /// Not submitted yet.
    pub n_drafts: usize,
}

impl ReviewProgress {
    /// How far a project has come.
    pub fn of(project: &Project) -> ReviewProgress {
        let placed = project.annotations().iter().map(|annotation| annotation.status);
        let unplaced = project.unplaced().iter().map(|kept| kept.status);
        let mut progress = ReviewProgress::default();
        for status in placed.chain(unplaced) {
            *match status {
                Status::Approved => &mut progress.n_approved,
                Status::Rejected => &mut progress.n_rejected,
                Status::ChangesRequested => &mut progress.n_sent_back,
                Status::Submitted => &mut progress.n_waiting,
                Status::Draft => &mut progress.n_drafts,
            } += 1;
        }
        progress
    }

    /// How many there are.
    pub fn n_all(&self) -> usize {
        self.n_judged() + self.n_sent_back + self.n_waiting + self.n_drafts
    }

    /// How many are approved or rejected.
    pub fn n_judged(&self) -> usize {
        self.n_approved + self.n_rejected
    }

    /// The numbers in words, without those that are none: "19 approved, 2 rejected, 4 sent back, 10 waiting".
    ///
    /// ```
    /// use newsmark_core::review::ReviewProgress;
    ///
    /// let progress = ReviewProgress { n_approved: 2, n_drafts: 1, ..ReviewProgress::default() };
    /// assert_eq!(progress.describe(), "2 approved, 1 draft");
    /// ```
    pub fn describe(&self) -> String {
        let drafts = if self.n_drafts == 1 { "draft" } else { "drafts" };
        let parts = [
            (self.n_approved, "approved"),
            (self.n_rejected, "rejected"),
            (self.n_sent_back, "sent back"),
            (self.n_waiting, "waiting"),
            (self.n_drafts, drafts),
        ];
        let parts = parts.into_iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}"));
        parts.collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::model::fixture::project;
    use crate::model::{Change, LostAnchor};

    const FIXTURE: &str = "\
Two died and three fled, he said.
^^^^^^^^ Casualties
             ^^^^^^^^^^ Displacement
^^^^^^^^^^^^^^^^^^^^^^^^ Claims
                         ^^^^^^^ Quotes";

    fn person(name: &str) -> Person {
        Person::new(name).unwrap()
    }

    fn with(statuses: &[Status], four_eyes: bool) -> Project {
        let mut project = project(FIXTURE);
        project.apply(Change::ReplaceSettings(ProjectSettings { four_eyes, ..ProjectSettings::default() })).unwrap();
        let all: Vec<_> = project.annotations().iter().cloned().collect();
        for (annotation, status) in all.iter().zip(statuses) {
            let annotation = Annotation { status: *status, ..Annotation::clone(annotation) };
            project.apply(Change::Replace(Arc::new(annotation))).unwrap();
        }
        project
    }

    fn queue(project: &Project, reviewer: &str) -> Queue {
        Queue::of(project, Some(&person(reviewer)), |_| true, |_| ())
    }

    fn ids(numbers: &[u64]) -> Vec<AnnotationId> {
        numbers.iter().map(|number| AnnotationId::from_u64(*number)).collect()
    }

    #[test]
    fn what_waits_stands_in_the_order_of_the_text_or_of_its_rank() {
        let project = with(&[Status::Submitted; 4], false);
        assert_eq!(queue(&project, "Tomas Reed").stage(Stage::Waiting), ids(&[1, 3, 2, 4]));
        let by_rank = Queue::of(&project, None, |_| true, |annotation| annotation.id != AnnotationId::from_u64(2));
        assert_eq!(by_rank.stage(Stage::Waiting), ids(&[2, 1, 3, 4]));
        let some = Queue::of(&project, None, |annotation| annotation.id == AnnotationId::from_u64(4), |_| ());
        assert_eq!(some.stage(Stage::Waiting), ids(&[4]));
    }

    #[test]
    fn with_four_eyes_ones_own_marks_wait_for_somebody_else() {
        let statuses = [Status::Submitted, Status::Approved, Status::Submitted, Status::Draft];
        let project = with(&statuses, true);
        let own = queue(&project, "Ines Varga");
        assert_eq!((own.stage(Stage::Waiting).len(), own.stage(Stage::Others).len()), (0, 2));
        assert_eq!(own.next_waiting(None), None);
        assert_eq!(queue(&project, "Tomas Reed").stage(Stage::Waiting).len(), 2);
        assert_eq!(queue(&with(&statuses, false), "Ines Varga").stage(Stage::Waiting).len(), 2);
    }

    #[test]
    fn behind_the_last_that_waits_comes_the_first_and_behind_the_only_one_none() {
        let project = with(&[Status::Submitted, Status::Rejected, Status::Submitted, Status::Draft], false);
        let queue = queue(&project, "Tomas Reed");
        let [first, last] = *queue.stage(Stage::Waiting) else { panic!("two wait") };
        assert_eq!(queue.next_waiting(Some(first)), Some(last));
        assert_eq!(queue.next_waiting(Some(last)), Some(first));
        assert_eq!(queue.next_waiting(Some(queue.stage(Stage::Rejected)[0])), Some(first));
        let one = Queue::of(&project, None, |annotation| annotation.id == first, |_| ());
        assert_eq!(one.next_waiting(Some(first)), None);
    }

    #[test]
    fn progress_counts_what_has_no_place_and_says_what_there_is() {
        let mut project = with(&[Status::Approved, Status::Submitted, Status::Rejected, Status::Draft], false);
        let lost = project.annotations().iter().next().unwrap().as_ref().clone().at(LostAnchor::default());
        project.apply(Change::Remove(lost.id)).unwrap();
        project.apply(Change::InsertUnplaced(Arc::new(lost))).unwrap();
        let progress = ReviewProgress::of(&project);
        assert_eq!(progress.describe(), "1 approved, 1 rejected, 1 waiting, 1 draft");
        assert_eq!((progress.n_all(), progress.n_judged()), (4, 2));
        assert_eq!(ReviewProgress::default().describe(), "");
    }

    proptest! {
        #[test]
        fn every_annotation_stands_in_one_stage_and_the_counts_agree(
            statuses in prop::collection::vec(0..Status::ALL.len(), 4), four_eyes: bool, is_own: bool,
        ) {
            let statuses: Vec<Status> = statuses.into_iter().map(|index| Status::ALL[index]).collect();
            let project = with(&statuses, four_eyes);
            let queue = queue(&project, if is_own { "Ines Varga" } else { "Tomas Reed" });
            let mut all: Vec<_> = Stage::ALL.iter().flat_map(|stage| queue.stage(*stage)).copied().collect();
            all.sort_unstable();
            prop_assert_eq!(&all, &ids(&[1, 2, 3, 4]));
            let progress = ReviewProgress::of(&project);
            let n_waiting = queue.stage(Stage::Waiting).len() + queue.stage(Stage::Others).len();
            prop_assert_eq!(progress.n_waiting, n_waiting);
            prop_assert_eq!(progress.n_all(), 4);
            for id in all {
                let (stage, place) = queue.find(id).unwrap();
                prop_assert_eq!(queue.stage(stage)[place], id);
            }
        }
    }
}
