//! Listing a library of 2,000 projects of about 30 kB over reading and parsing
//! its files on all cores, and listing it again over listing it first, in the
//! same run. What searching it takes is told beside it.
//!
//! Every other project is the Arabic sample; the others are made, with marks
//! that begin and end anywhere, so that the checks find some 30 problems in each.
//!
//! Prints `ratio NAME VALUE` lines.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use newsmark::find::Query;
use newsmark::library::{Library, ScanObserver, SearchCache, keep_index, read_index, scan};
use newsmark::model::{Anchored, Change, Project, Time};
use newsmark::store::{Printed, RealDisk, load};

mod documents;

const N_PROJECTS: usize = 2_000;
/// Projects that differ in length and marks; each is written many times under other headlines.
const N_KINDS: usize = 50;
const ROUNDS: usize = 7;
/// Long after all files were written.
const LATER: Time = Time(i64::MAX);

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let index = folder.path().join("index.json");
    let projects = folder.path().join("projects");
    let paths = write(&projects)?;
    let (mut parsed, mut listed, mut relisted) = (Vec::new(), Vec::new(), Vec::new());
    let mut library = list(&projects, &[])?;
    keep_index(&RealDisk, &index, &library)?;
    for _ in 0..ROUNDS {
        parsed.push(timed(|| parse_all(&paths))?);
        listed.push(timed(|| {
            library = list(&projects, &[])?;
            Ok(())
        })?);
        assert_eq!((library.entries.len(), library.n_read), (N_PROJECTS, N_PROJECTS));
        relisted.push(timed(|| {
            let again = list(&projects, &read_index(&index, &projects))?;
            assert!(again.n_read == 0 && again.entries == library.entries, "what is kept is what was read");
            Ok(())
        })?);
    }
    let [parsed, listed, relisted] = [parsed, listed, relisted].map(median);
    eprintln!("parse {parsed:?}, list {listed:?}, list again {relisted:?}");
    report("list_2000_over_parse", listed, parsed);
    report("relist_2000_over_list", relisted, listed);
    search(&library)
}

fn list(folder: &Path, known: &[std::sync::Arc<newsmark::library::LibraryEntry>]) -> Outcome<Library> {
    Ok(scan(folder, known, LATER, ScanObserver::PATIENT)?.ok_or("nobody gave up")?)
}

/// The baseline: every file read and parsed, on all cores, and let go of.
fn parse_all(paths: &[PathBuf]) -> Outcome<()> {
    let next = AtomicUsize::new(0);
    let n_cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..n_cores {
            scope.spawn(|| {
                while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
                    assert!(black_box(load(path)).is_ok());
                }
            });
        }
    });
    Ok(())
}

/// Words that stand in few projects and in all, for the first time and again.
fn search(library: &Library) -> Outcome<()> {
    for needle in ["number 1234", "At least"] {
        let search_cache = SearchCache::default();
        let pattern = Query { needle: needle.to_owned(), ..Query::default() }.pattern()?;
        for round in ["first", "again"] {
            let begun = Instant::now();
            let found = search_cache.search(&library.entries, &pattern, &|| false, &|_| {}).ok_or("nobody gave up")?;
            let time = begun.elapsed();
            eprintln!("search for “{needle}” {round}: {time:?}, {} hits in {}", found.n_hits(), found.found.len());
        }
    }
    Ok(())
}

fn write(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let sample = load(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/projects/karsa-sawt.ron")))?.project;
    let made = |n: usize| documents::project(13_000 + n * 120, 30 + n % 9);
    let kind = |n: usize| if n.is_multiple_of(2) { made(n) } else { sample.clone() };
    let kinds: Vec<Project> = (0..N_KINDS).map(kind).collect();
    let mut paths = Vec::new();
    let mut n_bytes = 0;
    for n in 0..N_PROJECTS {
        let mut project = kinds[n % N_KINDS].clone();
        let title = Anchored::typed(format!("What is known of the night, number {n}"));
        let card = newsmark::model::Card { title, ..project.article().card.clone() };
        project.apply(Change::ReplaceCard(Box::new(card)))?;
        let path = folder.join(format!("week-{}", n % 40)).join(format!("{n}.ron"));
        std::fs::create_dir_all(path.parent().ok_or("a project is in a folder")?)?;
        let printed = Printed::of(&project);
        n_bytes += printed.as_bytes().len();
        std::fs::write(&path, printed.as_bytes())?;
        paths.push(path);
    }
    eprintln!("{N_PROJECTS} projects of {} bytes", n_bytes / N_PROJECTS);
    Ok(paths)
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

fn report(name: &str, measured: Duration, baseline: Duration) {
    println!("ratio {name} {:.3}", measured.as_secs_f64() / baseline.as_secs_f64());
}
