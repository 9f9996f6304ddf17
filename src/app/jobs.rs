use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use eframe::egui::Context;

use super::window::Window;

/// What a job wants done in the window when it is over.
pub type Outcome = Box<dyn FnOnce(&mut Window) + Send>;

/// Work away from the window's thread: reading, saving, dialogs.
///
/// A job answers with an [`Outcome`], which runs on the window's thread before
/// the next frame. No job touches the window itself.
pub struct Jobs {
    ctx: Context,
    sender: Sender<Outcome>,
    receiver: Receiver<Outcome>,
    n_running: usize,
}

impl Jobs {
    /// No jobs yet; `ctx` is woken when one is over.
    pub fn new(ctx: Context) -> Jobs {
        let (sender, receiver) = channel();
        Jobs { ctx, sender, receiver, n_running: 0 }
    }

    /// Starts a job.
    pub fn start(&mut self, work: impl FnOnce() -> Outcome + Send + 'static) {
        self.n_running += 1;
        let ctx = self.ctx.clone();
        let sender = self.sender.clone();
        let job = move || {
            // The receiver is gone only when the window is, and then nobody waits.
            let _ = sender.send(work());
            ctx.request_repaint();
        };
        thread::spawn(job);
    }

    /// The outcomes of jobs that are over.
    pub fn finished(&mut self) -> Vec<Outcome> {
        let outcomes: Vec<_> = self.receiver.try_iter().collect();
        self.n_running -= outcomes.len();
        outcomes
    }

    /// Whether a job is under way.
    pub fn is_busy(&self) -> bool {
        self.n_running > 0
    }
}
