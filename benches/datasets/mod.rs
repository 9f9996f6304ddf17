//! Folders of made projects, and data sets of them.

use std::path::{Path, PathBuf};

use jiff::civil::date;
use newsmark::model::{Anchored, Card, Change, Project, Time};
use newsmark::store::{Printed, RealDisk, load};
use newsmark_dataset::{DatasetObserver, Request, Written, write_dataset};

#[path = "../documents/mod.rs"]
mod documents;

/// The projects of the smaller library.
pub const N_PROJECTS: usize = 2_000;
/// Projects that differ in length and marks, each written many times under other headlines: as many as ten years with
/// five of them each need, so that no year is of one length.
pub const N_KINDS: usize = 50;
/// Long after all files were written.
const LATER: Time = Time(i64::MAX);

pub type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// Makes the data set, or brings it up to date.
pub fn write(projects: &Path, out: &Path) -> Outcome<Written> {
    let folders = [projects.to_owned()];
    let request = Request { folders: &folders, output: out, is_public: false, now: LATER };
    Ok(write_dataset(&RealDisk, request, DatasetObserver::PATIENT)?)
}

/// Fails unless so many projects were read, and all of them could be.
pub fn expect(written: &Written, n_read: usize) -> Outcome<()> {
    assert_eq!((written.n_read, written.n_unread), (n_read, 0));
    Ok(())
}

/// Projects of every kind.
pub fn kinds() -> Outcome<Vec<Project>> {
    let sample = load(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/projects/karsa-sawt.ron")))?.project;
    let made = |n: usize| documents::project(13_000 + n * 120, 30 + n % 9);
    Ok((0..N_KINDS).map(|n| if n.is_multiple_of(2) { made(n) } else { sample.clone() }).collect())
}

/// Puts projects into the folder.
pub fn add(folder: &Path, kinds: &[Project], which: std::ops::Range<usize>) -> Outcome<Vec<PathBuf>> {
    which.map(|n| add_one(folder, kinds, n, &format!("What is known of the night, number {n}"))).collect()
}

/// Puts the project of that number into the folder, under that headline.
pub fn add_one(folder: &Path, kinds: &[Project], n: usize, title: &str) -> Outcome<PathBuf> {
    let mut project = kinds[n % N_KINDS].clone();
    // Not in step with the kinds, so that each year has projects of all of them.
    let published = Some(date(2016 + (n / N_KINDS % 10) as i16, 1, 1 + (n % 28) as i8));
    let card = Card { title: Anchored::typed(title), published, ..project.article().card.clone() };
    project.apply(Change::ReplaceCard(Box::new(card)))?;
    let path = folder.join(format!("week-{}", n % 40)).join(format!("{n}.ron"));
    std::fs::create_dir_all(path.parent().ok_or("a project is in a folder")?)?;
    std::fs::write(&path, Printed::of(&project).as_bytes())?;
    Ok(path)
}
