//! Kills: the real window is killed at random moments while somebody works in it; nothing that was shown before the
//! kill may be missing afterwards.
//!
//! ```text
//! cargo test --features window-test --test kills -- --rounds 1000 --seed 7
//! cargo test --features window-test --test kills -- --seed 7 --from 312 --rounds 1 --only saving
//! ```
//!
//! A round is made by the seed and its number alone, so that one that lost something can be tried again, and a long run
//! can be taken up where it was left. Needs an X server and tools of the system, which `.ci/run` installs.

#![cfg(all(feature = "gui", target_os = "linux"))]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod chance;
mod other;
mod outcome;
mod round;
mod stage;

#[path = "../support/real/mod.rs"]
mod real;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use chance::Chance;
use real::Display;
use round::Round;

/// What is asked for on the command line.
struct Asked {
    seed: u64,
    from: u64,
    n_rounds: u64,
    only: Option<Round>,
}

fn main() -> ExitCode {
    let asked = match asked(std::env::args().skip(1)) {
        Ok(asked) => asked,
        Err(why) => {
            eprintln!("{why}");
            return ExitCode::from(2);
        }
    };
    let display = Display::start();
    let (mut n_kept, mut n_lost) = (0, 0);
    for n in asked.from..asked.from + asked.n_rounds {
        let mut chance = Chance::of(asked.seed, n);
        let round = asked.only.unwrap_or(Round::ALL[n as usize % Round::ALL.len()]);
        let played = catch_unwind(AssertUnwindSafe(|| round.play(&display, &mut chance)));
        match played {
            Ok(shown) => {
                println!("{n} {}: {shown}", round.name());
                n_kept += 1;
            }
            Err(_) => {
                println!("{n} {}: LOST, try again with --seed {} --from {n} --rounds 1", round.name(), asked.seed);
                n_lost += 1;
            }
        }
    }
    println!("{n_kept} passed, {n_lost} failed");
    if n_lost == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn asked(arguments: impl Iterator<Item = String>) -> Result<Asked, String> {
    let mut asked = Asked { seed: 1, from: 0, n_rounds: Round::ALL.len() as u64, only: None };
    let mut arguments = arguments;
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or(format!("{name} needs a value"))?;
        let number = || value.parse::<u64>().map_err(|_| format!("{name} takes a number, not {value}"));
        match name.as_str() {
            "--seed" => asked.seed = number()?,
            "--from" => asked.from = number()?,
            "--rounds" => asked.n_rounds = number()?,
            "--only" => {
                let round = Round::ALL.into_iter().find(|round| round.name() == value);
                asked.only = Some(round.ok_or(format!("there is no round of that name: {value}"))?);
            }
            _ => return Err(format!("unknown: {name}; there are --seed, --from, --rounds and --only")),
        }
    }
    Ok(asked)
}
