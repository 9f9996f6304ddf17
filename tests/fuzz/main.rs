//! Fuzzing of whatever reads what others wrote: files, pages, queries.
//!
//! `cargo test` tries every old finding (`tests/fuzz/findings/TARGET/`) and then mutates the
//! corpus (`tests/fuzz/corpus/TARGET/`) for two seconds a target. For as long as wished:
//!
//! ```text
//! cargo test --test fuzz -- --seconds 600                        all targets, two at a time
//! cargo test --test fuzz -- --target project --seed 7 --seconds 60
//! cargo test --test fuzz -- --target project --case FILE         one input again
//! ```
//!
//! The same target, seed and number of cases (`--cases N`) try the same inputs. A case that
//! panics, is wrong, takes more than five seconds of processor time or more memory than 64 MB and
//! 200 times its input is a finding: its input is written to `target/fuzz/TARGET/` and the path
//! is printed. Once mended, it belongs into `tests/fuzz/findings/TARGET/`.
//!
//! Each target runs in a process of its own, so that one that ends by a signal, as when the
//! stack overflows, tells the input too.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod arguments;
mod case;
mod corpus;
mod mutate;
mod parts;
mod random;
mod run;
mod targets;
mod watch;

use std::process::{Child, Command, ExitCode};

use arguments::Arguments;
use targets::{TARGETS, Target};

/// Counts what is allocated, so that a case that takes too much is found.
#[global_allocator]
static MEMORY: peak_alloc::PeakAlloc = peak_alloc::PeakAlloc;

/// So many targets run at once: as many cores as the machines that check each change have.
const AT_ONCE: usize = 2;

fn main() -> ExitCode {
    let arguments = Arguments::of(std::env::args().skip(1));
    if arguments.lists {
        TARGETS.iter().for_each(|target| println!("{}: test", target.name));
        return ExitCode::SUCCESS;
    }
    let named = arguments.target.as_ref().and_then(|name| TARGETS.iter().find(|target| target.name == *name));
    match (named, &arguments.target) {
        (Some(target), _) => run::run(target, &arguments),
        (None, Some(name)) => {
            let names: Vec<_> = TARGETS.iter().map(|target| target.name).collect();
            eprintln!("There is no target {name}; they are {}", names.join(", "));
            ExitCode::FAILURE
        }
        (None, None) => all(&arguments),
    }
}

/// Runs each target whose name holds the filter in a process of its own.
fn all(arguments: &Arguments) -> ExitCode {
    let mut is_sound = true;
    let mut running: Vec<(&Target, Child)> = Vec::new();
    let chosen = TARGETS.iter().filter(|target| arguments.filter.iter().all(|filter| target.name.contains(filter)));
    for target in chosen {
        if running.len() == AT_ONCE {
            let (target, child) = running.remove(0);
            is_sound &= ended(target, child);
        }
        // What libraries say of their data on the way would bury what is found.
        let aside = std::fs::File::create(case::aside_path(target.name)).unwrap();
        let mut command = Command::new(std::env::current_exe().unwrap());
        let child = command.args(arguments.of_target(target.name)).stderr(aside).spawn();
        running.push((target, child.unwrap()));
    }
    for (target, child) in running {
        is_sound &= ended(target, child);
    }
    if is_sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Waits for a target's end and says whether it found nothing.
fn ended(target: &Target, mut child: Child) -> bool {
    let process = child.id();
    let status = child.wait().unwrap();
    if status.code().is_none() {
        let path = case::running_path(target.name, process);
        let aside = case::aside_path(target.name);
        println!("{}: ended by a signal ({status}) on {}, see {}", target.name, path.display(), aside.display());
    }
    status.success()
}
