//! The one binary: the window, or a command.

use std::io::{stderr, stdout};
use std::path::PathBuf;
use std::process::ExitCode;

use newsmark::cli::{self, Outcome};

fn main() -> ExitCode {
    let told = newsmark::added_words::install().err();
    match cli::run(std::env::args_os(), &mut stdout(), &mut stderr()) {
        Outcome::Exit(code) => {
            // After the report, which a person reads first; scripts see the exit code of the command.
            told.iter().for_each(|told| eprintln!("newsmark: {told}"));
            ExitCode::from(code)
        }
        Outcome::Window(files) => open_window(files, told),
    }
}

#[cfg(feature = "gui")]
fn open_window(files: Vec<PathBuf>, told: Option<String>) -> ExitCode {
    match newsmark::app::run(files, told) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => fail(&sentence),
    }
}

#[cfg(not(feature = "gui"))]
fn open_window(_files: Vec<PathBuf>, _told: Option<String>) -> ExitCode {
    fail("This build has no window. Use the command line: newsmark --help")
}

fn fail(sentence: &str) -> ExitCode {
    eprintln!("newsmark: {sentence}");
    ExitCode::from(2)
}
