mod task;
mod watch;

pub use task::Task;
pub use watch::JobWatch;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui::Context;

/// Work away from the window's thread: reading, searching, dialogs.
///
/// A job answers with an event, which is handed out before the next frame. No
/// job touches the window itself. That it panicked is an event too, and so is
/// that it takes longer than its limit: no job leaves the window waiting. The
/// event of a job that was cancelled is dropped with all that it holds, away
/// from the window's thread, and nothing else comes of it; it counts as under
/// way until then.
pub struct Jobs<E> {
    ctx: Context,
    sender: Sender<(u64, Option<E>)>,
    receiver: Receiver<(u64, Option<E>)>,
    /// What came while something else was waited for.
    early: Vec<(u64, Option<E>)>,
    running: Vec<Running<E>>,
    n_started: u64,
}

/// Why nothing came of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was cancelled.
    Cancelled,
    /// It panicked.
    Panicked,
    /// It took longer than its limit.
    Hung,
}

/// How a job ended.
pub enum Ended<E> {
    /// With an event: its own, or the one that takes its place where it was cancelled.
    With(E),
    /// It panicked, or takes longer than its limit.
    In {
        /// What it did: "Opening karsa-market.ron".
        name: String,
        /// Why.
        why: Why,
        /// What is true then, a sentence.
        leaves: &'static str,
        /// What sets right what waited for it.
        then: Option<E>,
    },
}

/// A job under way.
struct Running<E> {
    id: u64,
    /// Seconds of the window's clock when it was started.
    since: f64,
    task: Task<E>,
    /// Why it is not waited for any more.
    given_up: Option<Why>,
}

impl<E> Running<E> {
    /// Whether it has to do with a lock, and is waited for.
    fn is_of_lock(&self) -> bool {
        self.task.is_of_lock && self.given_up.is_none()
    }
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
    /// Whether people go on with other work meanwhile: it hides nothing that is said, and Escape is not for it.
    pub is_beside: bool,
}

/// What takes longer is told: a fifth of a second is what people take for at once.
pub const LONG: Duration = Duration::from_millis(200);
/// How often it is shown how far a job is, where it tells: numbers that change faster cannot be read.
const TELLING: Duration = Duration::from_millis(100);

impl<E: Send + 'static> Jobs<E> {
    /// No jobs yet; `ctx` is woken when one is over.
    pub fn new(ctx: Context) -> Jobs<E> {
        let (sender, receiver) = channel();
        Jobs { ctx, sender, receiver, early: Vec::new(), running: Vec::new(), n_started: 0 }
    }

    /// Starts a job.
    pub fn run(&mut self, task: Task<E>, work: impl FnOnce() -> E + Send + 'static) {
        self.n_started += 1;
        // Counted and never used again, so that a late answer cannot be taken for that of another job.
        let id = self.n_started;
        if task.is_shown {
            // Nothing else wakes the window while a job runs, and its progress is to be seen.
            self.ctx.request_repaint_after(LONG);
        }
        self.running.push(Running { id, since: self.now(), task, given_up: None });
        self.spawn(id, move || {
            // Nothing of the window is lent to a job, so that nothing half done is seen after a panic.
            catch_unwind(AssertUnwindSafe(work)).ok()
        });
    }

    /// Does `work` on a thread, whose result is handed out under `id`. Where the system has no thread left, the work is
    /// dropped and nothing comes of it, as after a panic.
    fn spawn(&self, id: u64, work: impl FnOnce() -> Option<E> + Send + 'static) {
        let (ctx, sender) = (self.ctx.clone(), self.sender.clone());
        let spawned = thread::Builder::new().spawn(move || {
            // The receiver is gone only when the window is, and then nobody waits.
            let _ = sender.send((id, work()));
            ctx.request_repaint();
        });
        if spawned.is_err() {
            let _ = self.sender.send((id, None));
            self.ctx.request_repaint();
        }
    }

    /// How jobs ended since the last call. What a cancelled one holds is given up before what is done instead.
    pub fn finished(&mut self) -> Vec<Ended<E>> {
        // What came while locks were waited for is older than what is in the channel.
        let early = std::mem::take(&mut self.early);
        let over: Vec<_> = early.into_iter().chain(self.receiver.try_iter()).collect();
        let mut ended: Vec<_> = over.into_iter().filter_map(|(id, event)| self.end(id, event)).collect();
        // After what has ended: a job that answers in the frame of its limit was in time.
        ended.extend(self.hang());
        ended
    }

    fn end(&mut self, id: u64, event: Option<E>) -> Option<Ended<E>> {
        let index = self.running.iter().position(|running| running.id == id)?;
        let running = self.running.remove(index);
        let task = &running.task;
        match (running.given_up, event) {
            (None, Some(event)) => Some(Ended::With(event)),
            (Some(Why::Hung), Some(event)) if task.late_counts => Some(Ended::With(event)),
            (None, None) => {
                let then = task.instead(Why::Panicked);
                Some(Ended::In { name: running.task.name, why: Why::Panicked, leaves: running.task.leaves, then })
            }
            (Some(_), Some(event)) => {
                // It may hold a lock on a share that does not answer, and is not over before that is given up.
                self.spawn(id, move || {
                    drop(event);
                    None
                });
                self.running.insert(index, running);
                None
            }
            (Some(Why::Cancelled), None) => task.instead(Why::Cancelled).map(Ended::With),
            // It was told when it was given up; a fault afterwards is nothing that a person could act on.
            (Some(_), None) => None,
        }
    }

    /// Waits so long and no longer until no lock is being given up; answers whether that is so. What other jobs answer
    /// meanwhile is kept for the next frame.
    pub fn wait_for_locks(&mut self, limit: Duration) -> bool {
        let until = Instant::now() + limit;
        let is_over = |jobs: &Jobs<E>| {
            let mut of_lock = jobs.running.iter().filter(|running| running.is_of_lock());
            of_lock.all(|running| jobs.early.iter().any(|(id, _)| *id == running.id))
        };
        // The only place where the window's thread waits for jobs, as it ends; hence the limit.
        while !is_over(self) {
            match self.receiver.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(over) => self.early.push(over),
                Err(_) => return false,
            }
        }
        true
    }

    /// Whether a lock is being given up.
    pub fn has_locks(&self) -> bool {
        self.running.iter().any(Running::is_of_lock)
    }

    /// Gives up those that take longer than their limit, and wakes the window for the next one.
    fn hang(&mut self) -> Vec<Ended<E>> {
        let now = self.now();
        let mut ended = Vec::new();
        for running in self.running.iter_mut().filter(|running| running.given_up.is_none()) {
            let Some(left) = running.task.limit.map(|limit| running.since + limit - now) else { continue };
            if left > 0.0 {
                self.ctx.request_repaint_after(Duration::from_secs_f64(left));
                continue;
            }
            // Kept among those that run: its thread cannot be ended, and may hold a lock that others need.
            running.given_up = Some(Why::Hung);
            let then = running.task.instead(Why::Hung);
            let Task { name, leaves, .. } = &running.task;
            ended.push(Ended::In { name: name.clone(), why: Why::Hung, leaves, then });
        }
        ended
    }

    fn now(&self) -> f64 {
        self.ctx.input(|input| input.time)
    }

    /// Whether a job is under way that is waited for, or was cancelled and is not over.
    pub fn is_busy(&self) -> bool {
        self.running.iter().any(|running| running.given_up != Some(Why::Hung))
    }

    /// Whether a job is under way that was neither cancelled nor given up.
    pub fn is_awaited(&self) -> bool {
        self.running.iter().any(|running| running.given_up.is_none())
    }

    /// Whether a job of that name is under way, also one that is not waited for any more: where a disk does not
    /// answer, a second one would only wait beside it.
    pub fn is_under_way(&self, name: &str) -> bool {
        self.running.iter().any(|running| running.task.name == name)
    }

    /// The job that has taken long and was started first, at this time of the window's clock.
    pub fn progress(&self) -> Option<Progress> {
        let now = self.now();
        let is_long = |running: &&Running<E>| {
            running.task.is_shown && running.given_up.is_none() && now - running.since >= LONG.as_secs_f64()
        };
        // Somebody waits for the others, and goes on with other work while one is watched.
        let running = self.running.iter().filter(is_long).min_by_key(|running| running.task.watch.is_some())?;
        let Task { name, can_be_cancelled, watch, .. } = &running.task;
        let Some(watch) = watch else {
            let (id, name, can_be_cancelled) = (running.id, name.clone(), *can_be_cancelled);
            return Some(Progress { id, name, can_be_cancelled, is_beside: false });
        };
        self.ctx.request_repaint_after(TELLING);
        let name = format!("{name}{}", watch.told());
        Some(Progress { id: running.id, name, can_be_cancelled: !watch.is_cancelled(), is_beside: true })
    }

    /// Whether a job is under way that may be cancelled.
    pub fn may_cancel(&self) -> bool {
        self.running.iter().any(|running| running.given_up.is_none() && running.task.can_be_cancelled)
    }

    /// Whether a job may hold the lock of the project at `path` that was given up, or that is about to give it up.
    pub fn is_in_the_way_at(&self, path: &Path) -> bool {
        let holds = |running: &Running<E>| running.task.path.as_deref() == Some(path);
        self.running.iter().any(|running| (running.given_up.is_some() || running.task.is_of_lock) && holds(running))
    }

    /// Gives up a job that may be cancelled, or stops one that is watched.
    pub fn cancel(&mut self, id: u64) {
        let watched =
            self.running.iter().find(|running| running.id == id).and_then(|running| running.task.watch.clone());
        match watched {
            // What it says at its end is true; whether it was too late to stop it nobody else knows.
            Some(watch) => watch.cancel(),
            None => self.cancel_those(|running| running.id == id),
        }
    }

    /// Gives up all jobs that may be cancelled; those that are watched go on.
    pub fn cancel_all(&mut self) {
        self.cancel_those(|_| true);
    }

    fn cancel_those(&mut self, these: impl Fn(&Running<E>) -> bool) {
        for running in self.running.iter_mut().filter(|running| these(running)) {
            if running.given_up.is_none() && running.task.can_be_cancelled {
                running.given_up = Some(Why::Cancelled);
            }
        }
    }
}

#[cfg(test)]
mod tests;
