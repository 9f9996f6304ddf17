//! Disks for tests that go wrong when they are told to. With the feature `testing`, also for tests of other crates.
//!
//! A [`FaultDisk`] counts the calls of [`Disk`](super::Disk) and lets any of them
//! fail, tear, hang or be the last before the program is killed; it notes them
//! all, so that the order of writing, syncing and naming can be checked, and can
//! let the power fail: what was not synced is lost then. An [`AlteredDisk`] is the
//! machine's own but for the calls that a test gives.

mod altered;
mod call;
mod fault_disk;
mod power;

use std::path::Path;

pub use altered::AlteredDisk;
pub use call::{Call, DiskStep, order_faults};
pub use fault_disk::{Fault, FaultDisk};

/// Makes a pipe with a name (FIFO), for tests that nobody waits for it.
///
/// # Panics
/// Where the system's `mkfifo` cannot.
#[cfg(unix)]
#[expect(clippy::expect_used, reason = "it is for tests, which end there")]
pub fn make_pipe(path: &Path) {
    let status = std::process::Command::new("mkfifo").arg(path).status().expect("mkfifo runs");
    assert!(status.success(), "mkfifo makes a pipe");
}
