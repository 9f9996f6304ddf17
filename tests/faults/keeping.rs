//! What the program writes beside projects: reports, settings, keys, decisions, the index, locks.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use newsmark::model::{Digest, Time};
use newsmark::review::Decision;
use newsmark::store::{Decisions, Disk, Expected, KeyFile, Lock, LockOwner, SaveError, Settings, keep, save_report};

use super::operation::{Claim, Ending, Operation};
use super::saving::in_place;

const REPORT: &[u8] = b"<!doctype html><title>Report</title>";

fn report(disk: &dyn Disk, path: &Path, is_again: bool) -> Result<bool, SaveError> {
    let expected = if is_again { Expected::Anything } else { Expected::Nothing };
    save_report(disk, REPORT, path, expected).map(|_| false)
}

fn report_over(disk: &dyn Disk, path: &Path, _: bool) -> Result<bool, SaveError> {
    report(disk, path, true)
}

fn settings() -> Settings {
    Settings { person: "Ines Varga".to_owned(), ..Settings::default() }
}

fn save_settings(disk: &dyn Disk, path: &Path, _: bool) -> Result<bool, SaveError> {
    settings().save(disk, path).map(|()| false)
}

const KEYS: &str = "{ \"save\": [\"F2\"] }";

fn begin_keys(disk: &dyn Disk, path: &Path, _: bool) -> Result<bool, SaveError> {
    KeyFile::begin(disk, path, KEYS).map(|_| false)
}

const INDEX: &[u8] = b"{\"version\":1}";

fn keep_index(disk: &dyn Disk, path: &Path, _: bool) -> Result<bool, SaveError> {
    keep(disk, path, INDEX).map(|()| false)
}

fn decided(folder: &Path) -> Decisions {
    Decisions::over(folder, &[Digest::of(b"one"), Digest::of(b"other")])
}

fn decision(side: usize) -> Vec<(usize, Decision)> {
    vec![(3, Decision { side, parts: BTreeMap::new(), is_left_out: false, is_settled: true })]
}

/// Decisions in the place of others, or none in the place of them: each is read again as it was kept.
fn decisions(name: &'static str, next: Vec<(usize, Decision)>) -> Operation {
    let (old, again) = (decision(0), next.clone());
    Operation {
        name,
        prepare: Box::new({
            let old = old.clone();
            move |folder| decided(folder).save(&newsmark::store::RealDisk, &old).unwrap()
        }),
        run: Box::new(move |folder, disk| {
            let outcome = decided(folder).save(&*disk, &next).map_err(|error| error.to_string());
            let (old, next) = (old.clone(), next.clone());
            Box::new(move |folder: &Path, ending: Ending| {
                let found = decided(folder).load()?;
                let is_so = match (&outcome, ending) {
                    (Ok(()), Ending::Lived) => found == next,
                    (Err(_), Ending::Lived) => found == old,
                    _ => found == old || found == next,
                };
                if is_so { Ok(()) } else { Err(format!("{ending:?} after {outcome:?}, and {found:?} were decided")) }
            }) as Claim
        }),
        again: Box::new(move |folder, disk| {
            decided(folder).save(&*disk, &again).map_err(|error| error.to_string())?;
            decided(folder).save(&*disk, &[]).map_err(|error| error.to_string())
        }),
        files: Vec::new(),
        has_exchange: true,
    }
}

/// A project that is open beside its file, which no lock harms.
fn lock() -> Operation {
    const PROJECT: &[u8] = b"a project";
    let holder = || LockOwner { person: "Ines".to_owned(), machine: "desk-4".to_owned(), process: 1, since: Time(0) };
    Operation {
        name: "lock a project",
        prepare: Box::new(|folder| fs::write(folder.join("a.ron"), PROJECT).unwrap()),
        run: Box::new(move |folder, disk| {
            let lock = Lock::take_on(&disk, &folder.join("a.ron"), &holder());
            let is_seen = lock.as_ref().is_ok_and(Lock::is_seen_by_others);
            let is_held = Lock::take(&folder.join("a.ron"), &holder()).is_err();
            drop(lock);
            Box::new(move |folder: &Path, _: Ending| match fs::read(folder.join("a.ron")) {
                Ok(found) if found == PROJECT && (is_held || !is_seen) => Ok(()),
                _ => Err("the project was harmed, or a lock that others see does not hold".to_owned()),
            }) as Claim
        }),
        again: Box::new(move |folder: &Path, disk: Arc<dyn Disk>| {
            let lock = Lock::take_on(&disk, &folder.join("a.ron"), &holder()).map_err(|error| error.to_string())?;
            if lock.is_seen_by_others() {
                Ok(())
            } else {
                Err("what a crash left keeps others from seeing it".to_owned())
            }
        }),
        files: vec!["a.ron"],
        has_exchange: true,
    }
}

pub fn operations() -> Vec<Operation> {
    let new_settings = settings().print().into_bytes();
    let old_settings = Settings::default().print().into_bytes();
    vec![
        in_place("write a report", "report.html", None, REPORT.to_vec(), report),
        in_place("write a report over another", "report.html", Some(b"old".to_vec()), REPORT.to_vec(), report_over),
        in_place("save settings", "settings.ron", Some(old_settings), new_settings, save_settings),
        in_place("begin the file of keys", "keys.ron", None, KEYS.as_bytes().to_vec(), begin_keys),
        in_place("keep an index", "index.json", Some(b"{}".to_vec()), INDEX.to_vec(), keep_index),
        decisions("keep decisions", decision(1)),
        decisions("forget decisions", Vec::new()),
        lock(),
    ]
}
