//! Newswire with keys that list the people harmed in incidents, with their number.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

use newsmark_core::model::Harm;

use super::key_fields;
use super::proposed::{Said, proposed};
use super::ratio::Ratio;

type Key = BTreeMap<String, BTreeSet<(u64, &'static str)>>;

/// Prints how many of the counts of two and more that the keys list are found in the article of the key.
pub fn score(folder: &Path, names: &[String], shows: bool) -> io::Result<()> {
    let mut keys = Key::new();
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut contents = Vec::new();
    for name in names {
        let bytes = fs::read(folder.join(name))?;
        let content = String::from_utf8_lossy(&bytes);
        if name.starts_with("key-") {
            read_keys(&content, &mut keys);
            contents.push(content.into_owned());
        } else {
            read_texts(&content, &mut texts);
        }
    }
    let (mut found, mut likely, mut proposals) = (Ratio::default(), Ratio::default(), 0);
    for (id, counts) in &keys {
        let Some(string) = texts.get(id) else { continue };
        let (_, proposed) = proposed(string);
        proposals += proposed.len();
        for &(number, harm) in counts {
            let is_it = |said: &Said| {
                said.names(number)
                    && match harm {
                        "DEATH" => matches!(said.harm, Some(Harm::Killed | Harm::Unspecified)),
                        _ => matches!(said.harm, Some(Harm::Injured | Harm::Unspecified)),
                    }
            };
            let hits: Vec<_> = proposed.iter().filter(|one| Said::of(one).is_some_and(|said| is_it(&said))).collect();
            found.add(!hits.is_empty());
            likely.add(hits.iter().any(|one| one.tier == newsmark_core::suggest::Tier::Likely));
            if shows && hits.is_empty() {
                println!("  {id}: {number} {harm}");
            }
        }
    }
    println!("counts of two and more found {found}, likely {likely}; {proposals} proposals");
    key_fields::score(&contents, &texts);
    Ok(())
}

/// Reads the numbers of people with the effect on them: a slot is `21. HUM TGT: NUMBER   6: "PRIESTS" / "JESUITS"`.
fn read_keys(content: &str, keys: &mut Key) {
    let mut id = String::new();
    let (mut slot, mut numbers, mut effects) = (0, Vec::new(), Vec::new());
    for line in content.lines().filter(|line| !line.starts_with(';')) {
        let (head, value) = line.split_at(line.len().min(36));
        if let Some((number, _)) = head.split_once('.') {
            slot = number.trim().parse().unwrap_or(slot);
        }
        match slot {
            0 if !value.trim().is_empty() => {
                id = value.split_whitespace().next().unwrap_or_default().to_owned();
                keys.entry(id.clone()).or_default();
                (numbers, effects) = (Vec::new(), Vec::new());
            }
            21 => numbers.extend(entry(value)),
            23 => effects.extend(entry(value)),
            24 => {
                for (n, (number, who)) in numbers.iter().enumerate() {
                    let Ok(number) = number.trim_start_matches(['~', '-', '>', '<', ' ']).trim().parse::<u64>() else {
                        continue;
                    };
                    // Two numbers under one name have their effects in the same order.
                    let nth = numbers[..n].iter().filter(|(_, other)| other == who).count();
                    let effect = effects.iter().filter(|(_, whom)| who == whom).nth(nth).map(|(effect, _)| effect);
                    let harm = effect.and_then(|effect| ["DEATH", "INJURY"].into_iter().find(|harm| effect == harm));
                    if let Some(harm) = harm.filter(|_| number >= 2) {
                        keys.entry(id.clone()).or_default().insert((number, harm));
                    }
                }
                (numbers, effects) = (Vec::new(), Vec::new());
            }
            _ => {}
        }
    }
}

/// The value of a line of a slot and whom it is of; optional ones, marked with "?", are left out.
fn entry(value: &str) -> Option<(String, String)> {
    let (what, whom) = value.split_once(':')?;
    (!value.trim_start().starts_with('?')).then(|| (what.trim().to_owned(), whom.trim().to_owned()))
}

/// Reads the articles of a file, their hard line ends joined to paragraphs.
fn read_texts(content: &str, texts: &mut BTreeMap<String, String>) {
    let mut id = String::new();
    for line in content.lines() {
        let first = line.split_whitespace().next().unwrap_or_default();
        if !line.starts_with(' ') && first.contains("-MUC") {
            id = first.to_owned();
            continue;
        }
        let text = texts.entry(id.clone()).or_default();
        if line.trim().is_empty() {
            text.push_str("\n\n");
        } else {
            text.push_str(line.trim());
            text.push(' ');
        }
    }
}
