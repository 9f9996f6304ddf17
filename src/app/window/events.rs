//! What comes back from other threads.

use super::Window;
use crate::app::jobs::{Ended, Task, Why};
use crate::app::notices::Notice;
use crate::app::typing::Typing;
use crate::app::window::JobOutcome;

impl Task<JobOutcome> {
    /// With what sets the window right where nothing comes of it.
    pub(in crate::app) fn or_else(self, act: impl Fn(&mut Window) + Clone + Send + 'static) -> Task<JobOutcome> {
        self.otherwise(move |_| {
            let act = act.clone();
            Box::new(move |window: &mut Window| act(window))
        })
    }
}

impl Window {
    /// Takes what jobs and writes answered since the last frame.
    pub(in crate::app) fn take_events(&mut self) {
        for ended in self.jobs.finished() {
            match ended {
                Ended::With(outcome) => outcome(self),
                Ended::In { name, why, leaves, then } => {
                    self.say(unfinished(&name, why, leaves));
                    // The notice first, so that what the remedy says of its own stands above it.
                    if let Some(then) = then {
                        then(self);
                    }
                }
            }
        }
        for outcome in self.writer.poll() {
            outcome(self);
        }
    }

    /// Whether something is still under way; tests wait for it.
    pub fn is_busy(&self) -> bool {
        self.jobs.is_busy() || self.writer.is_busy() || Typing::is_pasting(&self.ctx)
    }
}

/// What is said of a job of which nothing comes: “Opening karsa.ron” was broken off, and what is true then.
fn unfinished(name: &str, why: Why, leaves: &str) -> Notice {
    match why {
        Why::Panicked => {
            Notice::error(format!("“{name}” broke off through a fault in Newsmark. {leaves}. Everything else goes on"))
        }
        Why::Hung | Why::Cancelled => Notice::warning(format!(
            "“{name}” takes too long and is not waited for any more: a disk, a share or another program does not \
             answer. {leaves}"
        )),
    }
}
