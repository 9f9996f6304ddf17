use std::path::{Path, PathBuf};

/// How far the saving of a project is, and what was asked to follow it.
///
/// `C` is what may follow: closing, quitting, opening another. It follows a save
/// that succeeded and nothing else: whatever is refused, given up or fails
/// forgets it, so that no later save ends the program unasked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving<C> {
    /// Nothing is being saved.
    #[default]
    Idle,
    /// It is asked where to save, or whether a file may be replaced.
    Asking {
        /// What follows.
        then: Option<C>,
    },
    /// The writer has it.
    Writing {
        /// The write's number.
        id: u64,
        /// The file.
        path: PathBuf,
        /// What follows.
        then: Option<C>,
        /// Whether it was asked for again meanwhile, for what was changed since.
        again: bool,
        /// Whether it has not come to an end for long.
        is_late: bool,
    },
}

/// Whether a save may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begin {
    /// It may.
    Now,
    /// It may, in the place of one that hangs, of that number.
    Instead(u64),
    /// One of the same file is under way, and saves once more when it is over.
    After,
    /// One of another file is under way.
    Never,
}

/// What came of a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is saved.
    Saved,
    /// It is not.
    Failed,
    /// It is not, and it is asked whether the file that is there may be replaced.
    Exists,
}

/// What follows a save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next<C> {
    /// What was asked to follow.
    pub then: Option<C>,
    /// Whether what was changed meanwhile is to be saved too, before that.
    pub again: bool,
}

impl<C> Saving<C> {
    /// Whether the writer has it.
    pub fn is_writing(&self) -> bool {
        matches!(self, Saving::Writing { .. })
    }

    /// The number of the write that is under way to `to`.
    pub fn number_at(&self, to: &Path) -> Option<u64> {
        match self {
            Saving::Writing { id, path, .. } if path == to => Some(*id),
            _ => None,
        }
    }

    /// Something is to follow the save that is under way or about to be asked for. Answers whether one is under way.
    pub fn follow(&mut self, command: C) -> bool {
        match self {
            Saving::Writing { then, .. } => {
                *then = Some(command);
                true
            }
            Saving::Idle | Saving::Asking { .. } => {
                *self = Saving::Asking { then: Some(command) };
                false
            }
        }
    }

    /// It is asked where to save. What an earlier question was to be followed by is forgotten.
    pub fn ask(&mut self) {
        if !self.is_writing() {
            *self = Saving::Asking { then: None };
        }
    }

    /// Nothing follows, and what was asked is not answered.
    pub fn give_up(&mut self) {
        match self {
            // The write itself goes on: it cannot be stopped, and the file is whole either way.
            Saving::Writing { then, .. } => *then = None,
            Saving::Idle | Saving::Asking { .. } => *self = Saving::Idle,
        }
    }

    /// Whether a save to `path` may begin; [`begun`](Saving::begun) follows where it may.
    pub fn begin(&mut self, to: &Path) -> Begin {
        match self {
            Saving::Idle | Saving::Asking { .. } => Begin::Now,
            Saving::Writing { path, again, .. } if path == to => {
                // What is written was taken before this wish, and does not hold what was typed since.
                *again = true;
                Begin::After
            }
            Saving::Writing { id, is_late: true, .. } => Begin::Instead(*id),
            Saving::Writing { .. } => Begin::Never,
        }
    }

    /// The writer has it, under that number; the one that hung is not waited for any more.
    pub fn begun(&mut self, id: u64, path: PathBuf) {
        let then = match std::mem::take(self) {
            Saving::Idle => None,
            Saving::Asking { then } | Saving::Writing { then, .. } => then,
        };
        *self = Saving::Writing { id, path, then, again: false, is_late: false };
    }

    /// The write of that number has not come to an end for long.
    pub fn is_hung(&mut self, of: u64) {
        if let Saving::Writing { id, is_late, .. } = self
            && *id == of
        {
            *is_late = true;
        }
    }

    /// The write of that number came to an end. `None` where it is not the one that is waited for.
    pub fn ended(&mut self, of: u64, verdict: Verdict) -> Option<Next<C>> {
        if !matches!(self, Saving::Writing { id, .. } if *id == of) {
            return None;
        }
        let Saving::Writing { then, again, .. } = std::mem::take(self) else { return None };
        match verdict {
            Verdict::Saved => Some(Next { then, again }),
            Verdict::Failed => Some(Next { then: None, again: false }),
            Verdict::Exists => {
                // Something else stands in the place: the question about it comes next, and what was to follow still
                // may.
                *self = Saving::Asking { then };
                Some(Next { then: None, again: false })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Everything that can happen to a save. Writes are numbered as the writer numbers them.
    #[derive(Clone, Copy, Debug)]
    enum Event {
        Ask,
        Follow,
        GiveUp,
        Begin(&'static str),
        Hang,
        End(Verdict),
        EndOfAnother(Verdict),
    }

    const EVENTS: [Event; 12] = [
        Event::Ask,
        Event::Follow,
        Event::GiveUp,
        Event::Begin("a.ron"),
        Event::Begin("b.ron"),
        Event::Hang,
        Event::End(Verdict::Saved),
        Event::End(Verdict::Failed),
        Event::End(Verdict::Exists),
        Event::EndOfAnother(Verdict::Saved),
        Event::EndOfAnother(Verdict::Failed),
        Event::EndOfAnother(Verdict::Exists),
    ];

    /// A save with the writer's side of it.
    #[derive(Clone, Debug, Default)]
    struct Desk {
        saving: Saving<&'static str>,
        /// The write that is under way and waited for.
        job: Option<u64>,
        n_begun: u64,
        /// What was done after a save.
        done: Vec<&'static str>,
    }

    impl Desk {
        fn happen(&mut self, event: Event) {
            match event {
                Event::Ask => self.saving.ask(),
                Event::Follow => drop(self.saving.follow("quit")),
                Event::GiveUp => self.saving.give_up(),
                Event::Begin(path) => match self.saving.begin(Path::new(path)) {
                    Begin::Now | Begin::Instead(_) => {
                        self.n_begun += 1;
                        self.job = Some(self.n_begun);
                        self.saving.begun(self.n_begun, PathBuf::from(path));
                    }
                    Begin::After | Begin::Never => assert!(self.job.is_some()),
                },
                Event::Hang => self.job.into_iter().for_each(|id| self.saving.is_hung(id)),
                Event::End(verdict) => {
                    if let Some(id) = self.job.take() {
                        let next = self.saving.ended(id, verdict).expect("it is waited for");
                        self.done.extend(next.then);
                    }
                }
                Event::EndOfAnother(verdict) => assert_eq!(self.saving.ended(u64::MAX, verdict), None),
            }
        }

        fn follows(&self) -> Option<&'static str> {
            match self.saving {
                Saving::Idle => None,
                Saving::Asking { then } | Saving::Writing { then, .. } => then,
            }
        }
    }

    #[test]
    fn from_every_state_every_event_leads_on_and_a_save_can_begin_or_is_under_way() {
        let mut desks = vec![Desk::default()];
        // Three events reach every state.
        for _ in 0..3 {
            desks = desks
                .iter()
                .flat_map(|desk| {
                    EVENTS.map(|event| {
                        let mut desk = desk.clone();
                        desk.happen(event);
                        desk
                    })
                })
                .collect();
        }
        for mut desk in desks {
            assert_eq!(desk.saving.is_writing(), desk.job.is_some(), "{desk:?}");
            desk.happen(Event::End(Verdict::Failed));
            desk.happen(Event::Begin("c.ron"));
            assert!(desk.saving.is_writing());
        }
    }

    #[test]
    fn a_refused_save_forgets_what_was_to_follow_and_a_question_does_not() {
        for verdict in [Verdict::Failed, Verdict::Exists] {
            let mut desk = Desk::default();
            desk.happen(Event::Follow);
            desk.happen(Event::Begin("a.ron"));
            desk.happen(Event::End(verdict));
            desk.happen(Event::Begin("a.ron"));
            desk.happen(Event::End(Verdict::Saved));
            assert_eq!(desk.done.len(), usize::from(verdict == Verdict::Exists));
        }
    }

    #[test]
    fn a_save_that_hangs_gives_way_to_one_elsewhere_and_not_to_its_own_file() {
        let mut saving = Saving::Idle;
        saving.begun(1, PathBuf::from("a.ron"));
        assert!(saving.follow("quit"));
        assert_eq!(saving.begin(Path::new("b.ron")), Begin::Never);
        saving.is_hung(1);
        assert_eq!(saving.begin(Path::new("a.ron")), Begin::After);
        assert_eq!(saving.begin(Path::new("b.ron")), Begin::Instead(1));
        saving.begun(2, PathBuf::from("b.ron"));
        assert_eq!(saving.ended(1, Verdict::Saved), None, "the late answer is not waited for");
        assert_eq!(saving.ended(2, Verdict::Saved), Some(Next { then: Some("quit"), again: false }));
    }

    #[test]
    fn a_save_asked_for_during_a_save_follows_it() {
        let mut saving: Saving<&str> = Saving::Idle;
        saving.begun(1, PathBuf::from("a.ron"));
        assert_eq!(saving.begin(Path::new("a.ron")), Begin::After);
        assert_eq!(saving.ended(1, Verdict::Saved), Some(Next { then: None, again: true }));
    }

    proptest! {
        #[test]
        fn no_sequence_of_events_leaves_quitting_armed_or_a_save_without_a_write(
            acts in prop::collection::vec(0..EVENTS.len(), 0..40),
        ) {
            let mut desk = Desk::default();
            // Whether quitting was asked for, and nothing has refused or given up a save since.
            let mut is_wanted = false;
            for event in acts.into_iter().map(|act| EVENTS[act]) {
                let n_done = desk.done.len();
                let was_writing = desk.saving.is_writing();
                match event {
                    Event::Follow => is_wanted = true,
                    Event::GiveUp => is_wanted = false,
                    Event::Ask if !was_writing => is_wanted = false,
                    Event::End(Verdict::Failed) if was_writing => is_wanted = false,
                    _ => {}
                }
                desk.happen(event);
                prop_assert_eq!(desk.saving.is_writing(), desk.job.is_some());
                prop_assert!(is_wanted || desk.follows().is_none() && desk.done.len() == n_done);
                is_wanted &= desk.done.len() == n_done;
            }
        }
    }
}
