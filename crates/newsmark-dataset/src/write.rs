use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use newsmark_core::library::on_all_cores;
use newsmark_core::model::Digest;
use newsmark_core::store::{Disk, Expected, LoadError, Loaded, parse, read_project_file, save_report};

use crate::error::DatasetError;
use crate::files;
use crate::hub;
use crate::inventory::{Inventory, Owner};
use crate::library::find;
use crate::manifest::{MANIFEST, Manifest, WrittenFile};
use crate::merge::Merge;
use crate::project_rows::readable_day;
use crate::projects::Entry;
use crate::publish::Workshop;
use crate::request::{DatasetObserver, DatasetProgress, Request, Written};
use crate::row::Rows;
use crate::staging::{FullRun, Staging};
use crate::table::{N_TABLES, Table};
use crate::tables::{rows_of, unread};

/// Makes the data set, or what changed of it, and puts it in its place in one step.
///
/// Only projects that changed are read, on all cores, and only the years that they touch are written. A kill or a full
/// disk at any moment leaves what stood; what was read until then is not read again.
///
/// # Errors
/// A [`DatasetError`], and what stood there stands as it was.
pub fn write_dataset(
    disk: &dyn Disk,
    request: Request<'_>,
    observer: DatasetObserver<'_>,
) -> Result<Written, DatasetError> {
    let found = find(request.folders, observer.is_cancelled)?;
    let mut search = found.ok_or(DatasetError::Cancelled)?;
    let mut messages = std::mem::take(&mut search.messages);
    if search.found.is_empty() {
        return Err(DatasetError::NoProjects);
    }
    let workshop = Workshop::open(disk, request.output)?;
    let stands = workshop.standing()?;
    let fresh = Manifest::new(request.is_public);
    // One of other columns is replaced, and nothing of it is taken over.
    let known = stands.as_ref().filter(|known| (&known.schema, known.public) == (&fresh.schema, fresh.public));
    let staging = Staging::open(disk, &workshop.folder, &fresh.schema)?;
    let damaged = known.map(|known| damaged_years(known, &workshop)).unwrap_or_default();
    let mut writing = Writing {
        disk,
        request,
        observer,
        workshop: &workshop,
        known,
        damaged,
        staging: Mutex::new(staging),
        inventory: Mutex::new(Inventory::new(search)),
        fresh: Mutex::new(fresh),
        n_read: AtomicUsize::new(0),
    };
    writing.read()?;
    let (n_written, kept) = writing.publish(stands.as_ref())?;
    let fresh = writing.fresh.into_inner().unwrap_or_else(PoisonError::into_inner);
    let n_unread = fresh.projects.entries().filter(|entry| entry.error.is_some()).count();
    messages.extend(told(&fresh));
    let is_cleared = kept.is_none();
    messages.extend(kept.map(|kept| {
        let sentence = "What lay in the folder besides the data set could not be moved into the new one. It was kept";
        format!("{sentence}: {}", kept.display())
    }));
    let n_read = writing.n_read.into_inner();
    if is_cleared {
        drop(writing.staging);
        // All of it stands. What stays costs room and is cleared the next time.
        let _ = files::remove_tree(&workshop.folder);
    }
    Ok(Written { n_projects: fresh.projects.len() - n_unread, n_read, n_unread, n_written, messages })
}

/// What people should know of the projects: those that could not be read, and those that are there twice.
fn told(manifest: &Manifest) -> Vec<String> {
    let mut messages = Vec::new();
    let mut first: HashMap<Digest, &str> = HashMap::new();
    for (name, entry) in manifest.projects.iter() {
        if let Some(error) = &entry.error {
            messages.push(format!("{error}: {name}"));
        }
        if entry.locked {
            messages.push(format!("Somebody has the project open. What was saved last was read: {name}"));
        }
        let Some(sha256) = entry.sha256 else { continue };
        match first.get(&sha256) {
            Some(other) => {
                messages.push(format!("The project is a copy of {other}, and both are in the tables: {name}"))
            }
            None => drop(first.insert(sha256, name)),
        }
    }
    messages
}

/// The years of which a file is not there any more, or not as it was written.
fn damaged_years(known: &Manifest, workshop: &Workshop) -> BTreeSet<i16> {
    let is_damaged = |(path, file): &(&String, &WrittenFile)| {
        files::length_and_time(&workshop.target.join(path)) != Some((file.size, file.modified))
    };
    known.files.iter().filter(is_damaged).filter_map(|(path, _)| year_of(path).map(|(_, year)| year)).collect()
}

/// The table and year that the file at that path is of; `None` for one that is no table's.
fn year_of(path: &str) -> Option<(Table, i16)> {
    let (table, rest) = path.split_once("/year=")?;
    Some((Table::named(table)?, rest.split_once('/')?.0.parse().ok()?))
}

/// A data set that is being written.
struct Writing<'w, 'd> {
    disk: &'d dyn Disk,
    request: Request<'w>,
    observer: DatasetObserver<'w>,
    workshop: &'w Workshop,
    /// The set that stands, where its rows can be taken over.
    known: Option<&'w Manifest>,
    damaged: BTreeSet<i16>,
    staging: Mutex<Staging<'d>>,
    inventory: Mutex<Inventory>,
    fresh: Mutex<Manifest>,
    n_read: AtomicUsize,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // What a panic of another thread left is not used: that panic goes on.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<'d> Writing<'_, 'd> {
    /// Reads what changed, and finds where the rows of everything else are.
    fn read(&mut self) -> Result<(), DatasetError> {
        let mut to_read = Vec::new();
        let mut staged = locked(&self.staging).take_known();
        let mut inventory = locked(&self.inventory);
        for place in 0..inventory.len() {
            let (name, found) = inventory.projects.at(place);
            let old = self.old_entry(name).filter(|entry| entry.is_of(found)).cloned();
            let run = staged.remove(name).filter(|(_, entry)| entry.is_of(found));
            match (old, run) {
                (Some(entry), _) => inventory.own(place, entry, Owner::Old),
                (None, Some((number, entry))) => inventory.own(place, entry, Owner::Run(number)),
                (None, None) => to_read.push(place as u32),
            }
        }
        drop((staged, inventory));
        let (failure, n_looked_at) = (Mutex::new(None), AtomicUsize::new(0));
        let is_over = || (self.observer.is_cancelled)() || locked(&failure).is_some();
        let read = on_all_cores(&to_read, &is_over, |place| {
            if let Err(error) = self.read_one(*place as usize) {
                locked(&failure).get_or_insert(error);
            }
            let n_read = n_looked_at.fetch_add(1, Ordering::Relaxed) + 1;
            (self.observer.on_progress)(DatasetProgress::Reading { n_read, n_to_read: to_read.len() });
        });
        // What was read is put on disk even where nobody waits: it is not read again.
        let held = locked(&self.staging).take_held();
        let put = held.map_or(Ok(()), |full| self.save_run(full));
        if let Some(failure) = failure.into_inner().unwrap_or_else(PoisonError::into_inner) {
            return Err(failure);
        }
        put?;
        read.ok_or(DatasetError::Cancelled)?;
        locked(&self.inventory).drop_unread();
        Ok(())
    }

    /// What stands of the project, where its year can be taken over.
    fn old_entry(&self, name: &str) -> Option<&Entry> {
        let entry = self.known?.projects.get(name)?;
        (!self.damaged.contains(&entry.year)).then_some(entry)
    }

    fn own(&self, place: usize, entry: Entry, owner: Owner) {
        locked(&self.inventory).own(place, entry, owner);
    }

    fn read_one(&self, place: usize) -> Result<(), DatasetError> {
        let inventory = locked(&self.inventory);
        let (name, found) = inventory.projects.at(place);
        let (name, found) = (name.to_owned(), found.clone());
        let (path, is_link) = (inventory.path(place, self.request.folders), inventory.is_link(place));
        drop(inventory);
        let settled = found.stamp().is_settled(self.request.now);
        let entry = |sha256, year, error| Entry { settled, sha256, year, error, ..found.clone() };
        let (digest, error) = match read_project_file(&path) {
            // Deleted between listing and reading it is no project.
            Err(LoadError::Missing(_)) if !is_link => return Ok(()),
            Err(error) => {
                // The path stands last, and a data set does not tell of this machine's folders.
                (None, error.to_string().replace(&format!(": {}", path.display()), ""))
            }
            Ok(bytes) => {
                // Written again with the same bytes, or too young to be told apart by its times.
                let same = |old: &&Entry| old.locked == found.locked && old.sha256 == Some(Digest::of(&bytes));
                if let Some(old) = self.old_entry(&name).filter(same) {
                    self.n_read.fetch_add(usize::from(old.error.is_none()), Ordering::Relaxed);
                    self.own(place, entry(old.sha256, old.year, old.error.clone()), Owner::Old);
                    return Ok(());
                }
                match parse(&bytes) {
                    Ok(loaded) => {
                        drop(bytes);
                        self.n_read.fetch_add(1, Ordering::Relaxed);
                        let rows = rows_of(&name, &loaded, found.locked, self.request.is_public);
                        return self.put(place, &name, entry(Some(loaded.digest), year(&loaded), None), rows);
                    }
                    Err(error) => (Some(Digest::of(&bytes)), error.to_string()),
                }
            }
        };
        let rows = unread(&name, &error, self.request.is_public);
        self.put(place, &name, entry(digest, 0, Some(error.into())), rows)
    }

    fn put(&self, place: usize, name: &str, entry: Entry, rows: [Rows; N_TABLES]) -> Result<(), DatasetError> {
        let (number, full) = locked(&self.staging).push(name, entry.clone(), rows);
        self.own(place, entry, Owner::Run(number));
        // Whoever gathered the last rows saves them, and the others go on.
        full.map_or(Ok(()), |full| self.save_run(full))
    }

    fn save_run(&self, full: FullRun) -> Result<(), DatasetError> {
        let saved = full.save(self.disk)?;
        locked(&self.staging).list(saved)
    }

    /// Writes the years that changed and puts the set in its place. Returns how many were written, and where that is
    /// kept which could not be carried along.
    fn publish(&mut self, stands: Option<&Manifest>) -> Result<(usize, Option<std::path::PathBuf>), DatasetError> {
        let touched = self.touched();
        let years: BTreeSet<i16> = locked(&self.inventory).projects.entries().map(|entry| entry.year).collect();
        if let Some(known) = self.known.filter(|_| touched.is_empty() && self.are_whole()) {
            return self.keep_up(known).map(|()| (0, None));
        }
        let next = self.workshop.next();
        let failed = |error| DatasetError::of(error, &next);
        for (table, year) in years.iter().flat_map(|year| Table::of_set(self.request.is_public).map(move |t| (t, year)))
        {
            files::make_folder(&next.join(format!("{}/year={year}", table.name()))).map_err(failed)?;
        }
        let mut written = self.taken_over(&touched)?;
        let jobs: Vec<(Table, i16)> = Table::of_set(self.request.is_public)
            .flat_map(|table| touched.intersection(&years).map(move |year| (table, *year)))
            .collect();
        written.extend(self.write_years(&jobs)?);
        let mut fresh = locked(&self.fresh);
        fresh.projects = std::mem::take(&mut locked(&self.inventory).projects);
        fresh.files = written;
        for (path, bytes) in hub::files(&fresh) {
            let file = self.beside(&path, &bytes)?;
            fresh.files.insert(path, file);
        }
        let digest = fresh.write(self.disk, &next.join(MANIFEST)).map_err(failed)?;
        let kept = self.workshop.publish(self.disk, stands, &digest)?;
        Ok((jobs.len().max(1), kept))
    }

    /// Gives a file beside the tables its place in the new set.
    fn beside(&self, path: &str, bytes: &[u8]) -> Result<WrittenFile, DatasetError> {
        let (from, to) = (self.workshop.target.join(path), self.workshop.next().join(path));
        let failed = |error| DatasetError::of(error, &to);
        if let Some(folder) = to.parent() {
            files::make_folder(folder).map_err(failed)?;
        }
        let digest = Digest::of(bytes).to_string();
        let known = self.known.and_then(|known| known.files.get(path)).filter(|known| {
            known.sha256 == digest && files::length_and_time(&from) == Some((known.size, known.modified))
        });
        let (size, sha256) = match known {
            // Waiting for the disk a dozen times more takes longer than reading what changed.
            Some(known) => {
                files::link_or_copy(self.disk, &from, &to).map_err(failed)?;
                (known.size, digest)
            }
            None => files::write_new(self.disk, &to, bytes).map_err(failed)?,
        };
        let modified = files::length_and_time(&to).map_or(0, |(_, modified)| modified);
        Ok(WrittenFile { size, sha256, modified })
    }

    /// The years in which a project came, changed or went, and those whose files are damaged.
    fn touched(&self) -> BTreeSet<i16> {
        let inventory = locked(&self.inventory);
        let mut touched = self.damaged.clone();
        touched.extend(inventory.owned().filter(|(_, _, owner)| *owner != Owner::Old).map(|(_, entry, _)| entry.year));
        for (name, entry) in self.known.iter().flat_map(|known| known.projects.iter()) {
            if inventory.owner(name) != Owner::Old {
                touched.insert(entry.year);
            }
        }
        touched
    }

    /// Whether the files beside the tables are as they were written.
    fn are_whole(&self) -> bool {
        let is_whole = |(path, file): (&String, &WrittenFile)| {
            files::length_and_time(&self.workshop.target.join(path)) == Some((file.size, file.modified))
        };
        self.known.is_some_and(|known| known.files.iter().all(is_whole))
    }

    /// Nothing changed but what is known of the files' times.
    fn keep_up(&self, known: &Manifest) -> Result<(), DatasetError> {
        let mut fresh = locked(&self.fresh);
        fresh.projects = std::mem::take(&mut locked(&self.inventory).projects);
        fresh.files.clone_from(&known.files);
        if *fresh == *known {
            return Ok(());
        }
        let path = self.workshop.target.join(MANIFEST);
        let mut bytes = Vec::new();
        fresh.print(&mut bytes).map_err(|error| DatasetError::of(error, &path))?;
        // It says the same of the set. Where it cannot be saved, what could have been known is read once more.
        let _ = save_report(self.disk, &bytes, &path, Expected::Anything);
        Ok(())
    }

    /// Gives the files of the years that stay a place in the new set.
    fn taken_over(&self, touched: &BTreeSet<i16>) -> Result<BTreeMap<String, WrittenFile>, DatasetError> {
        let mut taken = BTreeMap::new();
        for (path, file) in self.known.iter().flat_map(|known| &known.files) {
            let Some((_, year)) = year_of(path) else { continue };
            if !touched.contains(&year) {
                let (from, to) = (self.workshop.target.join(path), self.workshop.next().join(path));
                files::link_or_copy(self.disk, &from, &to).map_err(|error| DatasetError::of(error, &from))?;
                let modified = files::length_and_time(&to).map_or(0, |(_, modified)| modified);
                taken.insert(path.clone(), WrittenFile { modified, ..file.clone() });
            }
        }
        Ok(taken)
    }

    /// Writes these years of tables, on all cores.
    fn write_years(&self, jobs: &[(Table, i16)]) -> Result<Vec<(String, WrittenFile)>, DatasetError> {
        let (staging, inventory) = (locked(&self.staging), locked(&self.inventory));
        // Borrowed once, as a guard cannot be shared among threads.
        let (staging, inventory): (&Staging<'d>, &Inventory) = (&staging, &inventory);
        let next = self.workshop.next();
        let (failure, n_written) = (Mutex::new(None), AtomicUsize::new(0));
        let is_over = || (self.observer.is_cancelled)() || locked(&failure).is_some();
        let written = on_all_cores(jobs, &is_over, |&(table, year)| {
            let old = self.known.iter().flat_map(|known| known.files.keys());
            let old = old.filter(|path| year_of(path) == Some((table, year)) && !self.damaged.contains(&year));
            let old = old.map(|path| self.workshop.target.join(path)).collect();
            let is_public = self.request.is_public;
            let merge = Merge { disk: self.disk, table, year, is_public, old, staging, inventory, next: &next };
            let written = merge.write().unwrap_or_else(|error| {
                locked(&failure).get_or_insert(error);
                Vec::new()
            });
            let n_written = n_written.fetch_add(1, Ordering::Relaxed) + 1;
            (self.observer.on_progress)(DatasetProgress::Writing { n_written, n_to_write: jobs.len() });
            written
        });
        if let Some(failure) = failure.into_inner().unwrap_or_else(PoisonError::into_inner) {
            return Err(failure);
        }
        Ok(written.ok_or(DatasetError::Cancelled)?.into_iter().flatten().collect())
    }
}

/// The year of publication that a project's rows stand under; 0 where it is not known.
fn year(loaded: &Loaded) -> i16 {
    readable_day(loaded.project.article().card.published).map_or(0, |day| day.year())
}
