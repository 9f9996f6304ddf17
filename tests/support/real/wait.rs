//! Waiting for what happens, never for a time.

use std::thread::sleep;
use std::time::{Duration, Instant};

/// Longer than anything here takes on a slow machine with other work to do.
const DEADLINE: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(40);

/// What `look` finds, as soon as it finds something.
///
/// # Panics
/// Where it finds nothing before the deadline.
pub fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(started.elapsed() < DEADLINE, "waited in vain until {what}");
        sleep(PAUSE);
    }
}
