use serde::{Deserialize, Serialize};

use crate::model::Time;

/// Who has a project open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockOwner {
    /// The person's name.
    pub person: String,
    /// The machine's name.
    pub machine: String,
    /// The process id on that machine.
    pub process: u32,
    /// Since when.
    pub since: Time,
}

/// A [`LockOwner`] as files have it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct WrittenLockOwner {
    person: String,
    machine: String,
    process: u32,
    since: i64,
}

impl From<&LockOwner> for WrittenLockOwner {
    fn from(holder: &LockOwner) -> WrittenLockOwner {
        let LockOwner { person, machine, process, since } = holder.clone();
        WrittenLockOwner { person, machine, process, since: since.0 }
    }
}

impl From<WrittenLockOwner> for LockOwner {
    fn from(written: WrittenLockOwner) -> LockOwner {
        let WrittenLockOwner { person, machine, process, since } = written;
        LockOwner { person, machine, process, since: Time(since) }
    }
}

impl LockOwner {
    /// Whether the process may still run, as seen from `machine`. Only Linux
    /// lists its processes as files; elsewhere, and for other machines, it may.
    pub(super) fn may_live(&self, machine: &str) -> bool {
        let processes = std::path::Path::new("/proc");
        let listed = cfg!(target_os = "linux") && processes.join("self").exists();
        // In doubt it lives: a wrong yes is a question to a person, a wrong no two people at one file. A number that
        // was given to another process since is such a yes.
        self.machine != machine || !listed || processes.join(self.process.to_string()).exists()
    }
}
