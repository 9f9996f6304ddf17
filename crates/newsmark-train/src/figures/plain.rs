//! Ordinary news, nearly all without victims.

use std::path::Path;
use std::{fs, io};

use newsmark_core::suggest::Tier;

use super::proposed::proposed;

/// Prints how many counts are proposed, which should be none.
pub fn score(folder: &Path, names: &[String], shows: bool) -> io::Result<()> {
    let mut names: Vec<&String> = names.iter().filter(|name| name.ends_with(".txt")).collect();
    names.sort();
    let (mut n_likely, mut n_possible) = (0, 0);
    for name in &names {
        let (text, found) = proposed(&fs::read_to_string(folder.join(name))?);
        for proposal in found {
            match proposal.tier {
                Tier::Likely => n_likely += 1,
                Tier::Possible => n_possible += 1,
            }
            if shows {
                println!(
                    "  {name} {:?} {:.2}: {}",
                    proposal.tier,
                    proposal.probability,
                    &text[proposal.spans.start()..proposal.spans.end()]
                );
            }
        }
    }
    println!("{} articles: {n_likely} likely and {n_possible} possible counts", names.len());
    Ok(())
}
