//! The one owner of all that is written in the background.

mod write;

#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui::Context;

use super::jobs::LONG;

pub use write::{Fate, Weight, Write};

/// What is to be written, in order: projects, decisions, settings, the index of a library, the file of keys.
///
/// Writes of one file follow each other; a later one takes the place of one
/// that still waits. Each runs on a thread of its own, so that a share that
/// hangs holds up its own files and no others. What may be tried again after a
/// failure is, ever less often, until it is written or the program ends.
pub struct Writer<E> {
    ctx: Context,
    sender: Sender<(u64, Answer<E>)>,
    receiver: Receiver<(u64, Answer<E>)>,
    writes: Vec<Pending<E>>,
    n_put: u64,
}

/// What came of a write; `None` where it panicked.
type Answer<E> = Option<Result<E, String>>;

/// A write that is not done.
struct Pending<E> {
    id: u64,
    write: Write<E>,
    state: State,
    /// How often it failed, with those before it of the same file.
    n_failures: usize,
    /// Whether nothing is to come of it; while it is under way it still holds up others of its file.
    is_given_up: bool,
}

/// How far a write is. Times are seconds of the window's clock.
#[derive(Clone, Copy, Debug, PartialEq)]
enum State {
    Waiting,
    Running { since: f64, is_late: bool },
    Failed { again_at: f64 },
}

/// Seconds after which a write is told to hang: longer than a large project takes on a slow share, and short enough
/// for somebody who waits for it.
const LATE: f64 = 8.0;

/// Seconds from a failure to the next try; the last one from then on.
// A lock held by a virus scanner is gone after a second; a disk that is full or a share that is down
// takes a person, whom a try every half minute does not disturb.
const DELAYS: [f64; 5] = [1.0, 2.0, 5.0, 10.0, 30.0];

impl<E: Send + 'static> Writer<E> {
    /// Nothing to write yet; `ctx` is woken when a write is over.
    pub fn new(ctx: Context) -> Writer<E> {
        let (sender, receiver) = channel();
        Writer { ctx, sender, receiver, writes: Vec::new(), n_put: 0 }
    }

    /// Writes that, after what is being written to the same file, and in the place of what still waits for it.
    /// Answers with its number.
    pub fn put(&mut self, write: Write<E>) -> u64 {
        self.n_put += 1;
        let id = self.n_put;
        let waits = |pending: &&mut Pending<E>| pending.write.path == write.path && !pending.is_running();
        match self.writes.iter_mut().find(waits) {
            // It keeps its place and its count of failures, so that a file that cannot be written is told of once
            // and not at every change.
            Some(pending) => (pending.id, pending.write, pending.state) = (id, write, State::Waiting),
            None => self.writes.push(Pending { id, write, state: State::Waiting, n_failures: 0, is_given_up: false }),
        }
        self.start();
        id
    }

    /// What came of writes since the last call, and starts what is due.
    pub fn poll(&mut self) -> Vec<E> {
        // Collected first, as ending a write changes the list that belongs to the same writer.
        let over: Vec<_> = self.receiver.try_iter().collect();
        let mut events = Vec::new();
        over.into_iter().for_each(|(id, answer)| self.end(id, answer, &mut events));
        let now = self.now();
        for pending in &mut self.writes {
            if let State::Running { since, is_late } = &mut pending.state
                && !*is_late
                && !pending.is_given_up
                && now - *since >= LATE
            {
                *is_late = true;
                events.push((pending.write.fate)(Fate::Hung));
            }
        }
        self.start();
        self.wake(now);
        events
    }

    /// Waits so long and no longer for what is being written, and says what came of it. Nothing is shown meanwhile.
    pub fn wait(&mut self, limit: Duration) -> Vec<E> {
        let until = Instant::now() + limit;
        let mut events = Vec::new();
        while self.is_busy()
            && let Ok((id, answer)) = self.receiver.recv_timeout(until.saturating_duration_since(Instant::now()))
        {
            self.end(id, answer, &mut events);
            self.start();
        }
        events
    }

    fn end(&mut self, id: u64, answer: Answer<E>, events: &mut Vec<E>) {
        let Some(index) = self.writes.iter().position(|pending| pending.id == id) else { return };
        let mut pending = self.writes.remove(index);
        if pending.is_given_up {
            // It may hold a lock on the very share that did not answer.
            let _ = thread::Builder::new().spawn(move || drop(answer));
            return;
        }
        let was_told = pending.n_failures > 0 || pending.is_late();
        let fate = match answer {
            Some(Ok(event)) => {
                events.push(event);
                // After the event itself: what is said to be mended is in place by then.
                events.extend(was_told.then(|| (pending.write.fate)(Fate::Mended)));
                return;
            }
            Some(Err(why)) => Fate::Failed(why),
            None => Fate::Panicked,
        };
        if !pending.write.is_tried_again {
            return events.push((pending.write.fate)(fate));
        }
        if pending.n_failures == 0 {
            // It is told once, however often it fails.
            events.push((pending.write.fate)(fate));
        }
        pending.n_failures += 1;
        let path = &pending.write.path;
        if let Some(newer) = self.writes.iter_mut().find(|other| other.write.path == *path) {
            // The newer one has all that this one had. It goes on with its count, so that its own failure is not
            // told anew.
            newer.n_failures = pending.n_failures;
            return;
        }
        let delay = DELAYS[(pending.n_failures - 1).min(DELAYS.len() - 1)];
        pending.state = State::Failed { again_at: self.now() + delay };
        self.writes.insert(index, pending);
    }

    /// Starts what waits and is due, where nothing is being written to its file.
    fn start(&mut self) {
        let now = self.now();
        for index in 0..self.writes.len() {
            let pending = &self.writes[index];
            let is_due = match pending.state {
                State::Waiting => true,
                State::Failed { again_at } => again_at <= now,
                State::Running { .. } => false,
            };
            let is_of_its_file = |other: &&Pending<E>| other.write.path == pending.write.path && other.is_running();
            // Two writes of one file at a time could end in the wrong order, and leave the older one on the disk.
            if !is_due || self.writes.iter().any(|other| is_of_its_file(&other)) {
                continue;
            }
            // Behind an Arc, as the work is needed again where it fails.
            let (id, work) = (pending.id, Arc::clone(&pending.write.work));
            self.writes[index].state = State::Running { since: now, is_late: false };
            let (ctx, sender) = (self.ctx.clone(), self.sender.clone());
            let spawned = thread::Builder::new().spawn(move || {
                // Nothing of the window is lent to a write, so that nothing half done is seen after a panic.
                let answer = catch_unwind(AssertUnwindSafe(|| work())).ok();
                // The receiver is gone only when the window is, and then nobody waits.
                let _ = sender.send((id, answer));
                ctx.request_repaint();
            });
            if spawned.is_err() {
                // The system has no thread left, which passes: it is told and tried again as after a panic.
                let _ = self.sender.send((id, None));
                self.ctx.request_repaint();
            }
        }
    }

    /// Wakes the window for the next moment at which there is something to do.
    fn wake(&self, now: f64) {
        for pending in &self.writes {
            let at = match pending.state {
                State::Running { since, is_late: false } if pending.write.is_shown => {
                    let told = since + LONG.as_secs_f64();
                    if told > now { told } else { since + LATE }
                }
                State::Running { since, is_late: false } => since + LATE,
                State::Failed { again_at } => again_at,
                State::Running { .. } | State::Waiting => continue,
            };
            self.ctx.request_repaint_after(Duration::from_secs_f64((at - now).max(0.0)));
        }
    }

    fn now(&self) -> f64 {
        self.ctx.input(|input| input.time)
    }

    /// Tries again at once what failed.
    pub fn try_again(&mut self) {
        for pending in &mut self.writes {
            if matches!(pending.state, State::Failed { .. }) {
                pending.state = State::Waiting;
            }
        }
        self.start();
    }

    /// Gives up a write: nothing comes of it any more. Where it is under way its thread goes on to its end.
    pub fn give_up(&mut self, id: u64) {
        // One under way stays in the list: its thread still writes, and the next write of that file has to
        // wait.
        self.writes.retain(|pending| pending.id != id || pending.is_running());
        for pending in self.writes.iter_mut().filter(|pending| pending.id == id) {
            pending.is_given_up = true;
        }
    }

    /// Whether something is being written or waits for that, and does not hang.
    pub fn is_busy(&self) -> bool {
        let waits = |pending: &Pending<E>| match pending.state {
            State::Running { is_late, .. } => !is_late && !pending.is_given_up,
            // What failed waits for a time of day, not for a thread; whoever waits for quiet would wait for ever.
            State::Failed { .. } => false,
            State::Waiting => !self.hangs_at(&pending.write.path),
        };
        self.writes.iter().any(waits)
    }

    /// What the program's end has to wait for, by its name: all work, and of wishes those that did not fail.
    pub fn awaited(&self) -> Vec<&Write<E>> {
        let is_awaited = |pending: &&Pending<E>| match pending.write.weight {
            Weight::Work => true,
            // A setting that cannot be written is no reason to keep a window open.
            Weight::Wish => !matches!(pending.state, State::Failed { .. }),
            Weight::Cache => false,
        };
        let waited_for = self.writes.iter().filter(|pending| !pending.is_given_up);
        waited_for.filter(is_awaited).map(|pending| &pending.write).collect()
    }

    /// What has been written for long, of that which people are told of: "Saving karsa.ron".
    pub fn progress(&self) -> Option<&str> {
        let now = self.now();
        let is_long = |pending: &&Pending<E>| match pending.state {
            State::Running { since, is_late } => {
                pending.write.is_shown && !is_late && !pending.is_given_up && now - since >= LONG.as_secs_f64()
            }
            _ => false,
        };
        self.writes.iter().find(is_long).map(|pending| pending.write.name.as_str())
    }

    /// Whether a write of that file hangs.
    pub fn hangs_at(&self, path: &Path) -> bool {
        self.writes.iter().any(|pending| pending.write.path == path && pending.is_late())
    }
}

impl<E> Pending<E> {
    fn is_running(&self) -> bool {
        matches!(self.state, State::Running { .. })
    }

    fn is_late(&self) -> bool {
        matches!(self.state, State::Running { is_late: true, .. }) || self.is_given_up
    }
}
