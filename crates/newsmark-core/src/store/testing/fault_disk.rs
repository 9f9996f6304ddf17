use std::collections::BTreeMap;
use std::fmt;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use super::call::{Call, DiskStep};
use super::power::Power;
use crate::store::{Access, Disk, NotKept, RealDisk};

/// How a call goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It fails and nothing is done.
    Fails(io::ErrorKind),
    /// It fails; of what was to be written, half is. As [`Fails`](Fault::Fails) for what writes nothing.
    Tears(io::ErrorKind),
    /// The program is killed in it: half of what was to be written is, and every later call fails undone.
    Dies,
    /// It does not return before [`FaultDisk::release`], then it is done.
    Hangs,
}

/// A disk on which any call can go wrong. What goes well is done on the machine's own, but for syncing, which is noted
/// and not done.
pub struct FaultDisk {
    state: Mutex<State>,
    released: Condvar,
}

/// What another program does before a call.
type Hook = Box<dyn FnOnce() + Send>;

#[derive(Default)]
struct State {
    n_calls: usize,
    faults: BTreeMap<usize, Fault>,
    hooks: BTreeMap<usize, Hook>,
    is_dead: bool,
    is_released: bool,
    n_failed: usize,
    /// How many bytes still fit; `None` where there is no end.
    room: Option<usize>,
    has_exchange: bool,
    calls: Vec<Call>,
    power: Power,
}

impl fmt::Debug for FaultDisk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state();
        f.debug_struct("FaultDisk").field("n_calls", &state.n_calls).field("faults", &state.faults).finish()
    }
}

impl FaultDisk {
    /// A disk on which nothing goes wrong.
    pub fn sound() -> FaultDisk {
        let state = State { has_exchange: true, ..State::default() };
        FaultDisk { state: Mutex::new(state), released: Condvar::new() }
    }

    /// A disk on which the calls of these numbers, counted from 0, go wrong.
    pub fn with(faults: impl IntoIterator<Item = (usize, Fault)>) -> FaultDisk {
        let disk = FaultDisk::sound();
        disk.state().faults = faults.into_iter().collect();
        disk
    }

    /// The same where files cannot change places nor be renamed on a condition, as on most shares.
    #[must_use]
    pub fn without_exchange(self) -> FaultDisk {
        self.state().has_exchange = false;
        self
    }

    /// Has another program do something right before the call of that number.
    pub fn before(&self, call: usize, hook: impl FnOnce() + Send + 'static) {
        self.state().hooks.insert(call, Box::new(hook));
    }

    /// The disk is full after so many bytes more.
    pub fn fill_after(&self, bytes: usize) {
        self.state().room = Some(bytes);
    }

    /// Space was freed: nothing is full any more.
    pub fn free_space(&self) {
        self.state().room = None;
    }

    /// Lets what hangs go on.
    pub fn release(&self) {
        self.state().is_released = true;
        self.released.notify_all();
    }

    /// How many calls there were.
    pub fn n_calls(&self) -> usize {
        self.state().n_calls
    }

    /// How many of them went wrong.
    pub fn n_failed(&self) -> usize {
        self.state().n_failed
    }

    /// Whether the program was killed.
    pub fn is_dead(&self) -> bool {
        self.state().is_dead
    }

    /// The calls, in order.
    pub fn calls(&self) -> Vec<Call> {
        self.state().calls.clone()
    }

    /// The power fails: what was not synced is lost, or not, as the number says; the program is dead. Files that only others wrote
    /// stay as they are.
    pub fn lose_power(&self, choices: u64) {
        let mut state = self.state();
        state.is_dead = true;
        state.power.fail(choices);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does a call: `done` as it should be; `part` is what is done of one that is torn.
    fn call<T>(
        &self,
        call: (DiskStep, PathBuf, Option<PathBuf>),
        done: impl FnOnce(&mut Power) -> io::Result<T>,
        part: impl FnOnce(&mut Power),
    ) -> io::Result<T> {
        let (step, path, other) = call;
        let (fault, hook) = {
            let mut state = self.state();
            let n = state.n_calls;
            state.n_calls += 1;
            (state.faults.get(&n).copied(), state.hooks.remove(&n))
        };
        if let Some(hook) = hook {
            hook();
        }
        let mut state = self.state();
        if fault == Some(Fault::Hangs) {
            state = self.released.wait_while(state, |state| !state.is_released).unwrap_or_else(PoisonError::into_inner);
        }
        let was_dead = state.is_dead;
        state.is_dead |= fault == Some(Fault::Dies);
        let outcome = match fault {
            _ if was_dead => Err(io::Error::other("the program is dead")),
            Some(Fault::Dies) => {
                part(&mut state.power);
                Err(io::Error::other("the program is killed"))
            }
            Some(Fault::Tears(kind)) => {
                part(&mut state.power);
                Err(kind.into())
            }
            Some(Fault::Fails(kind)) => Err(kind.into()),
            Some(Fault::Hangs) | None => done(&mut state.power),
        };
        state.n_failed +=
            usize::from(!was_dead && matches!(fault, Some(Fault::Dies | Fault::Tears(_) | Fault::Fails(_))));
        state.calls.push(Call { step, path, other, is_done: outcome.is_ok() });
        outcome
    }

    /// A call of which nothing is done where it is torn.
    fn whole<T>(
        &self,
        call: (DiskStep, PathBuf, Option<PathBuf>),
        done: impl FnOnce(&mut Power) -> io::Result<T>,
    ) -> io::Result<T> {
        self.call(call, done, |_| ())
    }

    /// How many of the bytes fit.
    fn fitting(&self, length: usize) -> usize {
        let mut state = self.state();
        let fitting = state.room.map_or(length, |room| room.min(length));
        if let Some(room) = &mut state.room {
            *room -= fitting;
        }
        fitting
    }
}

impl Disk for FaultDisk {
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        // The folder outlives a loss of power by what the method promises.
        self.whole((DiskStep::CreateFolder, folder.to_owned(), None), |_| std::fs::create_dir_all(folder))
    }

    fn create(&self, path: &Path, access: Access) -> io::Result<File> {
        self.whole((DiskStep::Create, path.to_owned(), None), |power| {
            power.look(path);
            let file = RealDisk.create(path, access)?;
            power.created(path, &file);
            Ok(file)
        })
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        let fitting = self.fitting(bytes.len());
        let path = self.state().power.path_of(file);
        let mut torn = file.try_clone()?;
        let done = |power: &mut Power| {
            let outcome = RealDisk.write(file, &bytes[..fitting]);
            power.written(file);
            outcome?;
            if fitting < bytes.len() { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
        };
        let part = |power: &mut Power| {
            let _ = RealDisk.write(&mut torn, &bytes[..fitting / 2]);
            power.written(&torn);
        };
        self.call((DiskStep::Write, path, None), done, part)
    }

    fn truncate(&self, file: &File, length: u64) -> io::Result<()> {
        let path = self.state().power.path_of(file);
        self.whole((DiskStep::Truncate, path, None), |power| {
            RealDisk.truncate(file, length)?;
            power.written(file);
            Ok(())
        })
    }

    fn copy_metadata(&self, like: &Path, file: &File) -> io::Result<NotKept> {
        let path = self.state().power.path_of(file);
        self.whole((DiskStep::CopyMetadata, path, Some(like.to_owned())), |_| RealDisk.copy_metadata(like, file))
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        let path = self.state().power.path_of(file);
        let outcome = self.whole((DiskStep::Sync, path, None), |power| {
            power.synced(file);
            Ok(())
        });
        if outcome.is_err() {
            self.state().power.sync_failed(file);
        }
        outcome
    }

    fn sync_data(&self, file: &File) -> io::Result<()> {
        let path = self.state().power.path_of(file);
        let outcome = self.whole((DiskStep::SyncData, path, None), |power| {
            power.synced(file);
            Ok(())
        });
        if outcome.is_err() {
            self.state().power.sync_failed(file);
        }
        outcome
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.whole((DiskStep::Rename, from.to_owned(), Some(to.to_owned())), |power| {
            [from, to].iter().for_each(|path| power.look(path));
            RealDisk.rename(from, to)?;
            power.renamed(from, to);
            Ok(())
        })
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        let has_exchange = self.state().has_exchange;
        self.whole((DiskStep::RenameNew, from.to_owned(), Some(to.to_owned())), |power| {
            if !has_exchange {
                return Err(io::ErrorKind::Unsupported.into());
            }
            [from, to].iter().for_each(|path| power.look(path));
            RealDisk.rename_new(from, to)?;
            power.renamed(from, to);
            Ok(())
        })
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        let has_exchange = self.state().has_exchange;
        self.whole((DiskStep::Exchange, one.to_owned(), Some(other.to_owned())), |power| {
            if !has_exchange {
                return Err(io::ErrorKind::Unsupported.into());
            }
            [one, other].iter().for_each(|path| power.look(path));
            RealDisk.exchange(one, other)?;
            power.exchanged(one, other);
            Ok(())
        })
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.whole((DiskStep::SyncFolder, folder.to_owned(), None), |power| {
            power.folder_synced(folder);
            Ok(())
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.whole((DiskStep::Remove, path.to_owned(), None), |power| {
            power.look(path);
            RealDisk.remove(path)?;
            power.removed(path);
            Ok(())
        })
    }
}

impl FaultDisk {
    /// The disk, to be shared among threads, as a [`Disk`].
    pub fn shared(self: &Arc<FaultDisk>) -> Arc<dyn Disk> {
        Arc::clone(self) as Arc<dyn Disk>
    }
}
