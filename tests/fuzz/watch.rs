use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::MEMORY;
use crate::case::{self, Limits};

/// How often a case that runs is looked at.
const EVERY: Duration = Duration::from_millis(100);

/// A case that runs.
struct Running {
    input: Arc<[u8]>,
    limits: Limits,
}

/// Looks at the case that runs, from a thread of its own: one that never ends is found too.
#[derive(Clone, Default)]
pub struct Watch(Arc<Mutex<Option<Running>>>);

impl Watch {
    /// Begins to look. A case beyond its limits is written down and ends the process.
    pub fn begin(target: &'static str) -> Watch {
        let watch = Watch::default();
        let running = watch.clone();
        thread::spawn(move || {
            loop {
                thread::sleep(EVERY);
                let running = running.0.lock().unwrap_or_else(PoisonError::into_inner);
                let Some(Running { input, limits }) = running.as_ref() else { continue };
                if let Some(why) = limits.exceeded(MEMORY.current_usage()) {
                    case::tell(target, input, &why);
                    std::process::exit(1);
                }
            }
        });
        watch
    }

    /// A case begins, or none runs.
    pub fn set(&self, running: Option<(Arc<[u8]>, Limits)>) {
        let running = running.map(|(input, limits)| Running { input, limits });
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = running;
    }
}
