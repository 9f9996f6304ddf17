//! The one binary: the window, or a command.

use std::io::{stderr, stdout};
use std::path::PathBuf;
use std::process::ExitCode;

use newsmark::cli::{self, Outcome};

fn main() -> ExitCode {
    match cli::run(std::env::args_os(), &mut stdout(), &mut stderr()) {
        Outcome::Exit(code) => ExitCode::from(code),
        Outcome::Window(files) => open_window(files),
    }
}

#[cfg(feature = "gui")]
fn open_window(files: Vec<PathBuf>) -> ExitCode {
    match newsmark::app::run(files) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => fail(&sentence),
    }
}

#[cfg(not(feature = "gui"))]
fn open_window(_files: Vec<PathBuf>) -> ExitCode {
    fail("This build has no window. Use the command line: newsmark --help")
}

fn fail(sentence: &str) -> ExitCode {
    eprintln!("newsmark: {sentence}");
    ExitCode::from(2)
}
