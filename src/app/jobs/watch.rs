use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

/// What a job of minutes tells while it is under way, and where it learns that nobody wants it any more.
#[derive(Debug, Default)]
pub struct JobWatch {
    is_cancelled: AtomicBool,
    told: Mutex<String>,
}

impl JobWatch {
    /// Whether somebody cancelled it: it ends as soon as it can, and answers what came of it.
    pub fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }

    /// Asks it to end.
    pub fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// Says how far it is: "120 of 2,000 projects read".
    #[cfg_attr(not(any(test, feature = "dataset")), expect(dead_code, reason = "data sets alone take minutes"))]
    pub fn tell(&self, told: String) {
        // A panic between two words of a sentence leaves nothing half done that matters.
        *self.told.lock().unwrap_or_else(PoisonError::into_inner) = told;
    }

    /// What is said behind the job's name: ": 120 of 2,000 projects read"; empty where it has told nothing yet.
    pub fn told(&self) -> String {
        if self.is_cancelled() {
            return ": it is being stopped".to_owned();
        }
        let told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if told.is_empty() { String::new() } else { format!(": {told}") }
    }
}
