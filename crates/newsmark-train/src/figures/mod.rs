//! Scores of the proposals of casualties and displacement, on the data that the README names.

mod displaced;
mod incidents;
mod key_fields;
mod listed;
mod plain;
mod proposed;
mod ratio;

use std::path::Path;
use std::{fs, io};

use crate::claims;

/// Prints the scores on the data in `folder`; what it holds tells which they are. With `shows`, every miss and every
/// wrong proposal too.
pub fn score(folder: &Path, shows: bool) -> io::Result<()> {
    let names: Vec<String> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<io::Result<_>>()?;
    if names.iter().any(|name| name == "train.json") {
        claims::score(&folder.join("train.json"), shows)
    } else if names.iter().any(|name| name == "figures.txt") {
        listed::score(folder, shows)
    } else if names.iter().any(|name| name.starts_with("key-")) {
        incidents::score(folder, &names, shows)
    } else if let Some(name) = names.iter().find(|name| name.ends_with(".jsonl")) {
        displaced::score(&folder.join(name), shows)
    } else {
        plain::score(folder, &names, shows)
    }
}
