//! Every operation that writes, with a fault at every call of the disk, and with two faults at every pair of calls.
//!
//! Afterwards the file is whole, and what the operation said is true. All single faults are tried, and a seeded draw of
//! pairs; all pairs with `NEWSMARK_FAULTS=all cargo test --test faults -- --nocapture`, which prints how many were
//! tried and what was lost. An operation is an [`Operation`](operation::Operation): a closure over a disk that returns
//! what it says, as a question that is asked of the folder afterwards.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod beside;
mod filling;
mod journal;
mod keeping;
mod operation;
mod samples;
mod saving;
mod trial;

use operation::Operation;
use trial::Tally;

fn operations() -> Vec<Operation> {
    saving::operations().into_iter().chain(keeping::operations()).chain([journal::operation()]).collect()
}

/// So many pairs of each operation are drawn where not all are tried.
const DRAWN: usize = 60;

#[test]
fn whatever_single_call_goes_wrong_what_was_said_is_true() {
    report("single faults", operations().iter().map(trial::singles).sum());
}

#[test]
fn whatever_two_calls_go_wrong_what_was_said_is_true() {
    let is_all = std::env::var("NEWSMARK_FAULTS").is_ok_and(|value| value == "all");
    let pairs = |operation| if is_all { trial::all_pairs(operation) } else { trial::drawn_pairs(operation, DRAWN) };
    report("pairs of faults", operations().iter().map(pairs).sum());
}

#[test]
fn whenever_the_power_fails_what_was_said_to_last_is_there() {
    report("losses of power", operations().iter().map(trial::power_losses).sum());
}

#[test]
fn bytes_are_synced_before_they_get_their_name_and_the_folder_after() {
    let faults: Vec<String> = operations().iter().flat_map(trial::order_faults).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

fn report(what: &str, tally: Tally) {
    println!(
        "{} {what} on {} operations were tried, {} losses",
        tally.n_trials,
        operations().len(),
        tally.losses.len()
    );
    let shown: Vec<&String> = tally.losses.iter().take(20).collect();
    assert!(shown.is_empty(), "{} losses, of which the first are {shown:#?}", tally.losses.len());
}
