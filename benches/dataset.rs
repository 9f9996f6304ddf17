//! Writing a data set of 2,000 projects over reading and checking them on all cores, and writing it again over writing
//! it first: with nothing changed, and with one project changed. Besides, how much more memory 10,000 projects take
//! at the most than 2,000.
//!
//! Every other project is the Arabic sample; the others are made. They are of ten years.
//!
//! Prints `ratio NAME VALUE` lines.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jiff::civil::date;
use newsmark::check::Checked;
use newsmark::library::on_all_cores;
use newsmark::model::{Anchored, Card, Change, Project, Time};
use newsmark::store::{Printed, RealDisk, load};
use newsmark_dataset::{DatasetObserver, Request, Written, write_dataset};
use peak_alloc::PeakAlloc;

mod documents;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

const N_PROJECTS: usize = 2_000;
const N_MANY: usize = 10_000;
/// Projects that differ in length and marks; each is written many times under other headlines.
const N_KINDS: usize = 50;
/// The median of so many is not that of a disk that was busy once or twice.
const ROUNDS: usize = 5;
/// Long after all files were written.
const LATER: Time = Time(i64::MAX);

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let projects = folder.path().join("projects");
    let kinds = kinds()?;
    let paths = add(&projects, &kinds, 0..N_PROJECTS)?;
    let (mut read, mut first, mut again, mut changed) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut peaks = Vec::new();
    for round in 0..ROUNDS {
        let out = folder.path().join(format!("out-{round}"));
        read.push(timed(|| read_and_check(&paths))?);
        ALLOCATOR.reset_peak_usage();
        first.push(timed(|| expect(&write(&projects, &out)?, N_PROJECTS))?);
        peaks.push(ALLOCATOR.peak_usage());
        again.push(timed(|| expect(&write(&projects, &out)?, 0))?);
        add_one(&projects, &kinds, 7, &format!("Changed in round {round}"))?;
        changed.push(timed(|| expect(&write(&projects, &out)?, 1))?);
    }
    let [read, first, again, changed] = [read, first, again, changed].map(median);
    eprintln!("read {read:?}, first {first:?}, again {again:?}, one changed {changed:?}");
    report("dataset_2000_over_read", first.as_secs_f64() / read.as_secs_f64());
    report("dataset_again_over_first", again.as_secs_f64() / first.as_secs_f64());
    report("dataset_changed_over_first", changed.as_secs_f64() / first.as_secs_f64());
    add(&projects, &kinds, N_PROJECTS..N_MANY)?;
    ALLOCATOR.reset_peak_usage();
    expect(&write(&projects, &folder.path().join("out-many"))?, N_MANY)?;
    let (few, many) = (peaks.into_iter().max().unwrap_or_default() as f64, ALLOCATOR.peak_usage() as f64);
    eprintln!("peak {} MB of {N_PROJECTS}, {} MB of {N_MANY}", few / 1e6, many / 1e6);
    report("dataset_peak_10000_over_2000", many / few);
    Ok(())
}

fn write(projects: &Path, out: &Path) -> Outcome<Written> {
    let folders = [projects.to_owned()];
    let request = Request { folders: &folders, output: out, is_public: false, now: LATER };
    Ok(write_dataset(&RealDisk, request, DatasetObserver::PATIENT)?)
}

fn expect(written: &Written, n_read: usize) -> Outcome<()> {
    assert_eq!((written.n_read, written.n_unread), (n_read, 0));
    Ok(())
}

/// The baseline: every file read, parsed and checked, on all cores, and let go of.
fn read_and_check(paths: &[PathBuf]) -> Outcome<()> {
    let checked = on_all_cores(paths, &|| false, |path| {
        let loaded = load(path).map_err(|error| error.to_string())?;
        black_box(Checked::of(&loaded.project, &loaded.warnings));
        Ok::<(), String>(())
    });
    checked.ok_or("nobody gave up")?.into_iter().collect::<Result<(), String>>()?;
    Ok(())
}

fn kinds() -> Outcome<Vec<Project>> {
    let sample = load(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/projects/karsa-sawt.ron")))?.project;
    let made = |n: usize| documents::project(13_000 + n * 120, 30 + n % 9);
    Ok((0..N_KINDS).map(|n| if n.is_multiple_of(2) { made(n) } else { sample.clone() }).collect())
}

fn add(folder: &Path, kinds: &[Project], which: std::ops::Range<usize>) -> Outcome<Vec<PathBuf>> {
    which.map(|n| add_one(folder, kinds, n, &format!("What is known of the night, number {n}"))).collect()
}

fn add_one(folder: &Path, kinds: &[Project], n: usize, title: &str) -> Outcome<PathBuf> {
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

fn timed(work: impl FnOnce() -> Outcome<()>) -> Outcome<Duration> {
    let begun = Instant::now();
    work()?;
    Ok(begun.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn report(name: &str, ratio: f64) {
    println!("ratio {name} {ratio:.3}");
}
