use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use eframe::egui::Context;

use super::window::Window;

/// What a job wants done in the window when it is over.
pub type Outcome = Box<dyn FnOnce(&mut Window) + Send>;

/// Work away from the window's thread: reading, saving, dialogs.
///
/// A job answers with an [`Outcome`], which runs on the window's thread before
/// the next frame. No job touches the window itself. The outcome of a job that
/// was cancelled is dropped with all that it holds, and nothing else comes of
/// it; its thread still runs to its end.
pub struct Jobs {
    ctx: Context,
    sender: Sender<(u64, Outcome)>,
    receiver: Receiver<(u64, Outcome)>,
    running: Vec<Running>,
    n_started: u64,
}

/// What is told of a job that takes long.
pub struct Task {
    name: String,
    instead: Option<Outcome>,
    can_be_cancelled: bool,
}

/// A job under way.
struct Running {
    id: u64,
    /// Seconds of the window's clock when it was started.
    since: f64,
    /// `None` for what people need not know of.
    task: Option<Task>,
    is_cancelled: bool,
}

/// A job that takes long, as the window tells of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// Which job it is.
    pub id: u64,
    /// What it does: "Opening karsa-market.ron".
    pub name: String,
    /// Whether it may be cancelled.
    pub can_be_cancelled: bool,
}

/// What takes longer is told.
const LONG: Duration = Duration::from_millis(200);

impl Task {
    /// Work with a name, that goes on to its end: "Saving karsa-market.ron".
    pub fn new(name: impl Into<String>) -> Task {
        Task { name: name.into(), instead: None, can_be_cancelled: false }
    }

    /// The same, that may be cancelled.
    pub fn cancellable(self) -> Task {
        Task { can_be_cancelled: true, ..self }
    }

    /// With what is done once it is over in vain, because it was cancelled.
    pub fn otherwise(self, instead: Outcome) -> Task {
        Task { instead: Some(instead), ..self }
    }
}

impl Jobs {
    /// No jobs yet; `ctx` is woken when one is over.
    pub fn new(ctx: Context) -> Jobs {
        let (sender, receiver) = channel();
        Jobs { ctx, sender, receiver, running: Vec::new(), n_started: 0 }
    }

    /// Starts a job that people need not know of.
    pub fn start(&mut self, work: impl FnOnce() -> Outcome + Send + 'static) {
        self.begin(None, work);
    }

    /// Starts a job that is told where it takes long.
    pub fn run(&mut self, task: Task, work: impl FnOnce() -> Outcome + Send + 'static) {
        self.begin(Some(task), work);
        self.ctx.request_repaint_after(LONG);
    }

    fn begin(&mut self, task: Option<Task>, work: impl FnOnce() -> Outcome + Send + 'static) {
        self.n_started += 1;
        let id = self.n_started;
        self.running.push(Running { id, since: self.ctx.input(|input| input.time), task, is_cancelled: false });
        let ctx = self.ctx.clone();
        let sender = self.sender.clone();
        let job = move || {
            // The receiver is gone only when the window is, and then nobody waits.
            let _ = sender.send((id, work()));
            ctx.request_repaint();
        };
        thread::spawn(job);
    }

    /// The outcomes of jobs that are over. What a cancelled one holds is given up before what is done instead.
    pub fn finished(&mut self) -> Vec<Outcome> {
        let over: Vec<_> = self.receiver.try_iter().collect();
        let outcomes = over.into_iter().filter_map(|(id, outcome)| {
            let index = self.running.iter().position(|running| running.id == id)?;
            let running = self.running.remove(index);
            if !running.is_cancelled {
                return Some(outcome);
            }
            drop(outcome);
            running.task.and_then(|task| task.instead)
        });
        outcomes.collect()
    }

    /// Whether a job is under way, also one that was cancelled.
    pub fn is_busy(&self) -> bool {
        !self.running.is_empty()
    }

    /// The job that has taken long and was started first, at this time of the window's clock.
    pub fn progress(&self) -> Option<Progress> {
        let now = self.ctx.input(|input| input.time);
        let long = |running: &&Running| !running.is_cancelled && now - running.since >= LONG.as_secs_f64();
        self.running.iter().filter(long).find_map(|running| {
            let task = running.task.as_ref()?;
            let Task { name, can_be_cancelled, .. } = task;
            Some(Progress { id: running.id, name: name.clone(), can_be_cancelled: *can_be_cancelled })
        })
    }

    /// Whether a job is under way that may be cancelled.
    pub fn may_cancel(&self) -> bool {
        let may = |running: &Running| running.task.as_ref().is_some_and(|task| task.can_be_cancelled);
        self.running.iter().any(|running| !running.is_cancelled && may(running))
    }

    /// Whether a job that was cancelled is still under way.
    pub fn is_busy_in_vain(&self) -> bool {
        self.running.iter().any(|running| running.is_cancelled)
    }

    /// Gives up a job that may be cancelled.
    pub fn cancel(&mut self, id: u64) {
        self.cancel_those(|running| running.id == id);
    }

    /// Gives up all jobs that may be cancelled.
    pub fn cancel_all(&mut self) {
        self.cancel_those(|_| true);
    }

    fn cancel_those(&mut self, these: impl Fn(&Running) -> bool) {
        for running in self.running.iter_mut().filter(|running| these(running)) {
            running.is_cancelled |= running.task.as_ref().is_some_and(|task| task.can_be_cancelled);
        }
    }
}
