//! Measures the number reader on texts that other people collected and annotated.
//!
//! ```text
//! cargo run --release -p newsmark-figures --example measure_figures -- FOLDER [SEED [DRAWN]]
//! ```
//!
//! FOLDER holds the data sets, those that are there are measured: `idetect/dev.jsonl` (IDMC's IDETECT), `muc/dev`
//! (MUC-3 and MUC-4, texts and answer keys), `gum` (news of GUM) and `polnear/dev/text` (PolNeAR). SEED is what is drawn
//! by, so that the same is drawn again; DRAWN is how many are drawn of each. Nothing is written but to standard output.

#![allow(clippy::disallowed_methods, reason = "the texts to measure on are files, named on the command line")]

mod draw;
mod files;
mod idetect;
mod muc;
mod shown;

use std::path::Path;
use std::process::ExitCode;

use draw::Draw;

/// What is drawn by where no seed is named. Any number serves, as long as it is told.
const SEED: u64 = 2_026;

/// So many are drawn of each where no number is named: few enough to be judged by eye.
const DRAWN: usize = 200;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| arguments.get(at).map(|written| written.parse::<u64>());
    let (Some(folder), None, seed, drawn) = (arguments.first(), arguments.get(3), number(1), number(2)) else {
        eprintln!("Name the folder of the data, then perhaps a seed and how many to draw");
        return ExitCode::from(2);
    };
    let (Ok(seed), Ok(drawn)) = (seed.unwrap_or(Ok(SEED)), drawn.unwrap_or(Ok(DRAWN as u64))) else {
        eprintln!("The seed and how many to draw are whole numbers");
        return ExitCode::from(2);
    };
    let draw = Draw { seed, n: usize::try_from(drawn).unwrap_or(usize::MAX) };
    let folder = Path::new(folder);
    let measured = [idetect::measure(folder), muc::measure(folder, draw), shown::show(folder, draw)];
    for result in &measured {
        if let Err(error) = result {
            eprintln!("{error}");
        }
    }
    if measured.iter().all(Result::is_ok) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
