//! MUC-3 and MUC-4: newswire with answer keys, which say how many people were killed, injured, missing and detained.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use newsmark_figures::{Language, readings};

use crate::draw::Draw;
use crate::files::{files_of, name_of, one_line, share, text_of};

/// A number of people in an answer key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct KeyCount {
    message: String,
    /// The lowest and the highest it is said to be; one number is both.
    bounds: (u64, u64),
    harm: &'static str,
    who: String,
}

/// Prints how many of the counts drawn are among the readings of their text.
///
/// # Errors
/// A sentence where the data cannot be read.
pub fn measure(folder: &Path, draw: Draw) -> Result<(), String> {
    let folder = folder.join("muc/dev");
    let mut messages = BTreeMap::new();
    for path in files_of(&folder, |name| name.starts_with("dev-muc"))? {
        messages.extend(messages_of(&text_of(&path)?));
    }
    let mut counts = BTreeSet::new();
    for path in files_of(&folder, |name| name.starts_with("key-"))? {
        let key = text_of(&path)?;
        if counts_of(&key, &mut counts).is_none() {
            return Err(format!("{}: no answer key", name_of(&path)));
        }
    }
    let counts: Vec<KeyCount> = counts.into_iter().filter(|count| messages.contains_key(&count.message)).collect();
    let n_counts = counts.len();
    let drawn = draw.of(counts);
    let is_read = |count: &KeyCount| {
        let text = messages.get(&count.message).map_or("", String::as_str);
        let found = readings(text, Language::of_tag("en"));
        let mut bounds = found.iter().flat_map(|reading| [reading.low, reading.best, reading.high]);
        bounds.any(|bound| bound == Some(count.bounds.0) || bound == Some(count.bounds.1))
    };
    let (read, missed): (Vec<&KeyCount>, Vec<&KeyCount>) = drawn.iter().partition(|count| is_read(count));
    println!("MUC dev: {n_counts} counts of two or more, {} drawn by seed {}", drawn.len(), draw.seed);
    println!("  read {}", share(read.len(), drawn.len()));
    for KeyCount { message, bounds: (low, high), harm, who } in missed {
        println!("  not read: {message} {harm} {low}–{high} {who}");
    }
    println!();
    Ok(())
}

/// The texts of a file by their names, as DEV-MUC3-0001.
fn messages_of(text: &str) -> BTreeMap<String, String> {
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    let mut message = String::new();
    for line in text.lines() {
        if let Some(name) = line.split_whitespace().next().filter(|_| line.starts_with("DEV-MUC")) {
            message = name.to_owned();
        } else {
            let text = messages.entry(message.clone()).or_default();
            text.push_str(line);
            text.push('\n');
        }
    }
    messages
}

/// A template of a key while it is read: the slots that tell of people.
#[derive(Default)]
struct Template {
    message: String,
    is_kidnapping: bool,
    /// A number with those it counts, and what became of some.
    numbers: Vec<String>,
    effects: Vec<String>,
}

/// Adds the counts of a key; `None` where it has no template.
fn counts_of(key: &str, counts: &mut BTreeSet<KeyCount>) -> Option<()> {
    let (mut template, mut slot, mut n_templates) = (Template::default(), String::new(), 0);
    for line in key.lines().filter(|line| !line.starts_with(";;;")) {
        // A slot begins with its number, as "21. HUM TGT: NUMBER"; what is indented goes on with it.
        let begins = line.split_once(". ").filter(|(number, _)| number.parse::<u32>().is_ok());
        let value = line.get(36..).unwrap_or_default().trim();
        if let Some((number, _)) = begins {
            number.clone_into(&mut slot);
        }
        match slot.as_str() {
            "0" if begins.is_some() => {
                template.add_to(counts);
                let message = value.split_whitespace().next().unwrap_or_default().to_owned();
                template = Template { message, ..Template::default() };
                n_templates += 1;
            }
            "4" => template.is_kidnapping |= value.contains("KIDNAPPING"),
            "21" => template.numbers.push(value.to_owned()),
            "23" => template.effects.push(value.to_owned()),
            _ => {}
        }
    }
    template.add_to(counts);
    (n_templates > 0).then_some(())
}

impl Template {
    fn add_to(&self, counts: &mut BTreeSet<KeyCount>) {
        for number in &self.numbers {
            // "5 - 7: "PEASANTS"", "? 10: "SOLDIERS"", "~ 20: …"
            let Some((number, who)) = number.split_once(':') else { continue };
            let mut bounds = number.split('-').map(|part| part.trim_matches(['?', '~', ' ']).parse::<u64>().ok());
            let (Some(Some(low)), high) = (bounds.next(), bounds.next()) else { continue };
            let harms = self.harms_of(who.trim());
            for harm in harms.into_iter().filter(|_| low >= 2) {
                let bounds = (low, high.flatten().unwrap_or(low));
                counts.insert(KeyCount { message: self.message.clone(), bounds, harm, who: one_line(who) });
            }
        }
    }

    /// What became of the people of that name.
    fn harms_of(&self, who: &str) -> Vec<&'static str> {
        let first = who.split(" / ").next().unwrap_or(who);
        let effects = self.effects.iter().filter_map(|effect| effect.split_once(':'));
        let of_who = effects.filter(|(_, name)| name.trim().split(" / ").any(|name| name == first));
        let mut harms: Vec<&'static str> = of_who.filter_map(|(effect, _)| harm_of(effect)).collect();
        if self.is_kidnapping {
            harms.push("detained");
        }
        harms
    }
}

fn harm_of(effect: &str) -> Option<&'static str> {
    let effect = effect.trim_matches(['?', ' ']);
    [("DEATH", "killed"), ("INJURY", "injured"), ("SOME DEATH", "killed"), ("SOME INJURY", "injured")]
        .into_iter()
        .chain([("DISAPPEARANCE", "missing")])
        .find(|(named, _)| *named == effect)
        .map(|(_, harm)| harm)
}
