#![doc = include_str!("../README.md")]

mod annotated;
mod articles;
mod calibration;
mod claims;
mod figures;
mod gold;
mod learning;
mod misses;
mod scoring;
mod training;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use newsmark_core::suggest::attribution::{attributions, feature_digest};

use articles::articles;
use scoring::{FoundParts, ScoreCard};

const USAGE: &str = "\
newsmark-train train DIR OUT          trains a model on the articles of DIR and writes it to OUT
newsmark-train score [--show] DIR…    scores the program on the data of each DIR; with --show every miss, too";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["train", folder, file] => train(Path::new(folder), Path::new(file)),
        ["score", "--show", ref folders @ ..] if !folders.is_empty() => score_all(folders, true),
        ["score", ref folders @ ..] if !folders.is_empty() => score_all(folders, false),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("newsmark-train: {error}");
            ExitCode::from(2)
        }
    }
}

fn train(folder: &Path, file: &Path) -> io::Result<()> {
    let articles = articles(folder)?;
    if articles.is_empty() {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "no annotated article in this folder"));
    }
    let (model, card) = learning::learn(&articles);
    let printed = model.print(&learning::header(&articles));
    eprintln!("{} features in {} bytes", model.len(), printed.len());
    println!(
        "feature set {}\n\nOn each fold of {}, by what was learnt from the others:\n",
        feature_digest(),
        folder.display()
    );
    card.print();
    fs::write(file, printed)
}

fn score_all(folders: &[&str], shows: bool) -> io::Result<()> {
    println!("feature set {}", feature_digest());
    folders.iter().try_for_each(|folder| score(Path::new(folder), shows))
}

/// Scores the program on the data of a folder; what it holds tells which they are.
fn score(folder: &Path, shows: bool) -> io::Result<()> {
    println!("\n{}\n", folder.display());
    if !folder.join("attributions").is_dir() {
        return figures::score(folder, shows);
    }
    let mut card = ScoreCard::default();
    for article in articles(folder)? {
        let found = attributions(&article.words);
        let found: Vec<FoundParts> = found.iter().map(|found| FoundParts::of(found, &article.words)).collect();
        card.add(&article.words, &found, &article.gold);
        if shows {
            misses::print(&article.words, &found, &article.gold);
        }
    }
    card.print();
    Ok(())
}
