use crate::app::command::QueueOrder;
use crate::app::document::Document;
use crate::app::focused_row::FocusedRow;
use crate::check::Severity;
use crate::model::AnnotationId;
use crate::review::{Queue, ReviewProgress, SinceSignOff, Stage};

/// What Review remembers from frame to frame.
#[derive(Debug)]
pub struct ReviewState {
    /// In which order the queue stands.
    pub order: QueueOrder,
    /// Whether it shows only what changed since the person signed off.
    pub only_changed: bool,
    /// Whether the record of the selected mark is edited and not read.
    pub is_editing: bool,
    /// The mark for which it is being written what should change.
    pub asking: Option<AnnotationId>,
    /// Whether the selected row is to be brought on the screen.
    pub wants_selected: bool,
    /// The row of the queue that had the focus when that was last shown.
    pub focused: Option<FocusedRow>,
    /// Which stages are open.
    pub open: [bool; Stage::ALL.len()],
    /// The marks that were put off, in that order.
    later: Vec<AnnotationId>,
    queue: Queue,
    progress: ReviewProgress,
    mine: SinceSignOff,
    last: SinceSignOff,
    made_for: Option<MadeFor>,
}

/// What the queue was made for; it stands until one of these is another.
#[derive(Clone, Debug, PartialEq)]
struct MadeFor {
    revision: u64,
    look: u64,
    order: QueueOrder,
    only_changed: bool,
    n_later: usize,
    last_later: Option<AnnotationId>,
    person: String,
}

impl Default for ReviewState {
    fn default() -> ReviewState {
        let open = Stage::ALL.map(|stage| stage == Stage::Waiting);
        ReviewState {
            order: QueueOrder::default(),
            only_changed: false,
            is_editing: false,
            asking: None,
            wants_selected: false,
            focused: None,
            open,
            later: Vec::new(),
            queue: Queue::default(),
            progress: ReviewProgress::default(),
            mine: SinceSignOff::default(),
            last: SinceSignOff::default(),
            made_for: None,
        }
    }
}

impl ReviewState {
    /// Brings queue and counts up to the state of the project.
    pub fn sync(&mut self, document: &Document) {
        let (open, person) = (&document.session, document.session.person.as_ref());
        let made_for = MadeFor {
            revision: open.revision(),
            // Checks run after every edit; only the order by problems depends on what they find.
            look: if self.order == QueueOrder::Problem { document.problems.check_run() } else { 0 },
            order: self.order,
            only_changed: self.only_changed,
            n_later: self.later.len(),
            last_later: self.later.last().copied(),
            person: person.map(|person| person.name().to_owned()).unwrap_or_default(),
        };
        if self.made_for.as_ref() == Some(&made_for) {
            return;
        }
        let project = open.project();
        let signed = |sign_off: &&std::sync::Arc<crate::model::SignOff>| Some(&sign_off.person) == person;
        self.mine.sync(project, project.sign_offs().iter().rev().find(signed));
        self.last.sync(project, project.sign_offs().last());
        // An undo may have taken the sign-off away, and without one nothing is “since”.
        self.only_changed &= self.mine.sign_off().is_some();
        let (later, mine, by_problem) = (&self.later, &self.mine, self.order == QueueOrder::Problem);
        let put_off = |id| later.iter().position(|other| *other == id).map_or(0, |place| place + 1);
        let rank = |id| if by_problem { Gravest::of(document, id) } else { Gravest::default() };
        self.queue = Queue::of(
            project,
            person,
            |annotation| !self.only_changed || mine.has_changed(annotation.id),
            |annotation| (put_off(annotation.id), rank(annotation.id)),
        );
        self.progress = ReviewProgress::of(project);
        self.made_for = Some(MadeFor { only_changed: self.only_changed, ..made_for });
    }

    /// The marks by stage.
    pub fn queue(&self) -> &Queue {
        &self.queue
    }

    /// How far the review has come.
    pub fn progress(&self) -> ReviewProgress {
        self.progress
    }

    /// How many wait for this reviewer.
    pub fn n_waiting(&self) -> usize {
        self.queue.stage(Stage::Waiting).len()
    }

    /// What is not as the person signed it last.
    pub fn mine(&self) -> &SinceSignOff {
        &self.mine
    }

    /// What is not as whoever signed last signed it.
    pub fn last(&self) -> &SinceSignOff {
        &self.last
    }

    /// Puts a mark to the end of what waits.
    pub fn put_off(&mut self, id: AnnotationId) {
        // Put off again it goes to the end, behind what was put off in between.
        self.later.retain(|other| *other != id);
        self.later.push(id);
    }

    /// Whether a mark was put off.
    pub fn is_put_off(&self, id: AnnotationId) -> bool {
        self.later.contains(&id)
    }

    /// The mark behind the selected one, or before it, of those in open stages.
    pub fn beside(&self, id: Option<AnnotationId>, onwards: bool) -> Option<AnnotationId> {
        let is_open = |stage: &Stage| self.open[*stage as usize];
        let mut shown: Vec<AnnotationId> = Vec::new();
        Stage::ALL.iter().filter(|stage| is_open(stage)).for_each(|stage| shown.extend(self.queue.stage(*stage)));
        let count = shown.len();
        let place = shown.iter().position(|other| Some(*other) == id);
        let next = match (place, onwards) {
            (Some(place), true) => (place + 1) % count,
            (Some(place), false) => (place + count - 1) % count,
            (None, true) => 0,
            (None, false) => count.checked_sub(1)?,
        };
        shown.get(next).copied()
    }

    /// Forgets everything but the order, for another project.
    pub fn reset(&mut self) {
        *self = ReviewState { order: self.order, ..ReviewState::default() };
    }
}

/// The gravest problem of a mark, by which marks of one kind stand together; one without problems is the last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Gravest(bool, Option<(Severity, &'static str)>);

impl Gravest {
    fn of(document: &Document, id: AnnotationId) -> Gravest {
        let gravest = document.problems.of(id).map(|problem| (problem.severity, problem.kind)).min();
        // The first part puts marks without problems last: an option that is none would sort before all
        // others.
        Gravest(gravest.is_none(), gravest)
    }
}
