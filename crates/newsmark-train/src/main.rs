#![doc = include_str!("../README.md")]

mod articles;
mod brat;
mod calibration;
mod claims;
mod figures;
mod gold;
mod learning;
mod scoring;
mod training;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use newsmark_core::suggest::attribution::{LIKELY, attributions, feature_digest};

use articles::articles;
use scoring::{FoundParts, ScoreCard};

const USAGE: &str = "\
newsmark-train train DIR OUT   trains a model on the articles of DIR and writes it to OUT
newsmark-train score DIR…      scores the program's own model on the articles of each DIR
newsmark-train figures [--show] DIR…
                               scores the proposed counts on the data of each DIR; with --show every miss, too";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["train", folder, file] => train(Path::new(folder), Path::new(file)),
        ["score", ref folders @ ..] if !folders.is_empty() => folders.iter().try_for_each(|folder| score(folder)),
        ["figures", "--show", ref folders @ ..] if !folders.is_empty() => score_figures(folders, true),
        ["figures", ref folders @ ..] if !folders.is_empty() => score_figures(folders, false),
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
    let model = learning::learn(&articles);
    let printed = model.print(&learning::header(&articles));
    eprintln!("{} features in {} bytes", model.len(), printed.len());
    println!("feature set {}", feature_digest());
    fs::write(file, printed)
}

fn score_figures(folders: &[&str], shows: bool) -> io::Result<()> {
    folders.iter().try_for_each(|folder| figures::score(Path::new(folder), shows))
}

fn score(folder: &str) -> io::Result<()> {
    let mut card = ScoreCard::default();
    for article in articles(Path::new(folder))? {
        let found = attributions(&article.words);
        let found: Vec<FoundParts> = found.iter().map(|found| FoundParts::of(found, &article.words)).collect();
        card.add(&article.words, &found, &article.gold);
    }
    println!("{folder}, feature set {}\n", feature_digest());
    card.print(LIKELY);
    Ok(())
}
