//! How much more memory a data set of 10,000 projects takes at the most than one of 2,000. Apart from the times, as counting
//! every allocation costs each of them.
//!
//! Prints a `ratio NAME VALUE` line.

use peak_alloc::PeakAlloc;

mod datasets;

use datasets::{N_PROJECTS, Outcome, add, expect, kinds, write};

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// The projects of the larger library: five times as many.
const N_MANY: usize = 10_000;
/// Which two projects are parsed at one time is chance, and the largest of some peaks is more alike.
const ROUNDS: usize = 3;

fn main() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let projects = folder.path().join("projects");
    let kinds = kinds()?;
    let mut peaks = [0.0; 2];
    for (peak, range) in peaks.iter_mut().zip([0..N_PROJECTS, N_PROJECTS..N_MANY]) {
        let n_all = range.end;
        add(&projects, &kinds, range)?;
        for round in 0..ROUNDS {
            ALLOCATOR.reset_peak_usage();
            expect(&write(&projects, &folder.path().join(format!("out-{n_all}-{round}")))?, n_all)?;
            *peak = ALLOCATOR.peak_usage_as_mb().max(*peak);
        }
    }
    let [few, many] = peaks;
    eprintln!("peak {few} MB of {N_PROJECTS}, {many} MB of {N_MANY}");
    println!("ratio dataset_peak_10000_over_2000 {:.3}", many / few);
    Ok(())
}
