//! Writing a data set of 2,000 projects over reading and checking them on all cores, and writing it again over writing
//! it first: with nothing changed, and with one project changed.
//!
//! Every other project is the Arabic sample; the others are made. They are of ten years.
//!
//! Prints `ratio NAME VALUE` lines.

use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use newsmark::check::Checked;
use newsmark::library::on_all_cores;
use newsmark::store::load;

mod datasets;

use datasets::{N_PROJECTS, Outcome, add, add_one, expect, kinds, write};

/// The median of so many is not that of a disk that was busy once or twice.
const ROUNDS: usize = 5;

fn main() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let projects = folder.path().join("projects");
    let kinds = kinds()?;
    let paths = add(&projects, &kinds, 0..N_PROJECTS)?;
    let (mut read, mut first, mut again, mut changed) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let out = folder.path().join(format!("out-{round}"));
        read.push(timed(|| read_and_check(&paths))?);
        first.push(timed(|| expect(&write(&projects, &out)?, N_PROJECTS))?);
        again.push(timed(|| expect(&write(&projects, &out)?, 0))?);
        add_one(&projects, &kinds, 7, &format!("Changed in round {round}"))?;
        changed.push(timed(|| expect(&write(&projects, &out)?, 1))?);
    }
    let [read, first, again, changed] = [read, first, again, changed].map(median);
    eprintln!("read {read:?}, first {first:?}, again {again:?}, one changed {changed:?}");
    report("dataset_2000_over_read", first.as_secs_f64() / read.as_secs_f64());
    report("dataset_again_over_first", again.as_secs_f64() / first.as_secs_f64());
    report("dataset_changed_over_first", changed.as_secs_f64() / first.as_secs_f64());
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
