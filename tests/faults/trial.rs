//! Trials of an operation, each in a folder of its own.

use std::io::ErrorKind;
use std::iter::Sum;
use std::sync::Arc;

use newsmark::store::testing::{self, Fault, FaultDisk};

use super::operation::{Ending, Operation};

/// How a call goes wrong: undone, half done, or with the program.
const FAULTS: [Fault; 3] = [Fault::Fails(ErrorKind::Other), Fault::Tears(ErrorKind::StorageFull), Fault::Dies];

/// What trials came to.
#[derive(Debug, Default)]
pub struct Tally {
    pub n_trials: usize,
    /// What was lost or said and not so, in sentences.
    pub losses: Vec<String>,
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Tally>>(tallies: I) -> Tally {
        tallies.fold(Tally::default(), |mut sum, tally| {
            sum.n_trials += tally.n_trials;
            sum.losses.extend(tally.losses);
            sum
        })
    }
}

impl Tally {
    fn add(&mut self, operation: &Operation, what: &str, outcome: Result<(), String>) {
        self.n_trials += 1;
        self.losses.extend(outcome.err().map(|why| format!("{}, {what}: {why}", operation.name)));
    }
}

/// The operation with these faults; returns how many calls it made as well.
fn trial(operation: &Operation, faults: &[(usize, Fault)], power: Option<u64>) -> (usize, Result<(), String>) {
    let folder = tempfile::tempdir().unwrap();
    (operation.prepare)(folder.path());
    let disk = FaultDisk::with(faults.iter().copied());
    let disk = Arc::new(if operation.has_exchange { disk } else { disk.without_exchange() });
    let claim = (operation.run)(folder.path(), disk.shared());
    let n_calls = disk.n_calls();
    let ending = match (power, disk.is_dead()) {
        (Some(choices), _) => {
            disk.lose_power(choices);
            Ending::PowerLost
        }
        (None, true) => Ending::Killed,
        (None, false) => Ending::Lived,
    };
    let outcome = claim(folder.path(), ending)
        .and_then(|()| (operation.again)(folder.path(), Arc::new(FaultDisk::sound())))
        .and_then(|()| operation.check_litter(folder.path()));
    (n_calls, outcome)
}

/// A fault of each kind at each call.
pub fn singles(operation: &Operation) -> Tally {
    let mut tally = Tally::default();
    let (n_calls, outcome) = trial(operation, &[], None);
    tally.add(operation, "without a fault", outcome);
    for call in 0..n_calls {
        for fault in FAULTS {
            let (_, outcome) = trial(operation, &[(call, fault)], None);
            tally.add(operation, &format!("{fault:?} at call {call}"), outcome);
        }
    }
    tally
}

/// Each pair of calls that can go wrong in one run, with each pair of kinds. What follows the first fault differs from a
/// sound run: its calls are counted in a run with that fault.
fn pairs(operation: &Operation) -> Vec<[(usize, Fault); 2]> {
    let (n_calls, _) = trial(operation, &[], None);
    let firsts = (0..n_calls).flat_map(|call| FAULTS.map(|fault| (call, fault)));
    let mut pairs = Vec::new();
    for first in firsts.filter(|(_, fault)| *fault != Fault::Dies) {
        let (n_calls, _) = trial(operation, &[first], None);
        let seconds = (first.0 + 1..n_calls).flat_map(|call| FAULTS.map(|fault| (call, fault)));
        pairs.extend(seconds.map(|second| [first, second]));
    }
    pairs
}

pub fn all_pairs(operation: &Operation) -> Tally {
    tried(operation, pairs(operation))
}

/// So many pairs, drawn by a fixed seed so that a loss is found again.
pub fn drawn_pairs(operation: &Operation, n: usize) -> Tally {
    let mut pairs = pairs(operation);
    let mut seed = 11u64;
    let mut drawn = Vec::new();
    while drawn.len() < n && !pairs.is_empty() {
        // The generator of Knuth's MMIX; its upper bits are the good ones.
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        drawn.push(pairs.swap_remove((seed >> 33) as usize % pairs.len()));
    }
    tried(operation, drawn)
}

fn tried(operation: &Operation, pairs: Vec<[(usize, Fault); 2]>) -> Tally {
    let mut tally = Tally::default();
    for pair in pairs {
        let (_, outcome) = trial(operation, &pair, None);
        tally.add(operation, &format!("{pair:?}"), outcome);
    }
    tally
}

/// The power fails at each call and after the last, and what was not synced is lost in several ways.
pub fn power_losses(operation: &Operation) -> Tally {
    /// Ways in which names and bytes are kept or lost.
    const WAYS: u64 = 8;
    let mut tally = Tally::default();
    let (n_calls, _) = trial(operation, &[], None);
    for call in 0..=n_calls {
        for way in 0..WAYS {
            let faults = [(call, Fault::Dies)];
            let (_, outcome) = trial(operation, &faults[..usize::from(call < n_calls)], Some(way * 1000 + call as u64));
            tally.add(operation, &format!("power lost at call {call}, way {way}"), outcome);
        }
    }
    tally
}

/// What is wrong with the order of the calls in a sound run.
pub fn order_faults(operation: &Operation) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    (operation.prepare)(folder.path());
    let disk = FaultDisk::sound();
    let disk = Arc::new(if operation.has_exchange { disk } else { disk.without_exchange() });
    let claim = (operation.run)(folder.path(), disk.shared());
    claim(folder.path(), Ending::Lived).unwrap();
    testing::order_faults(&disk.calls()).into_iter().map(|fault| format!("{}: {fault}", operation.name)).collect()
}
