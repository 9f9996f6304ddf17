//! IDETECT (IDMC): excerpts on displacement, each with one figure as a person read it.

use std::path::Path;

use newsmark_figures::{Language, Reading, Unit, readings};
use regex::Regex;
use serde_json::Value;

use crate::files::{one_line, share, text_of};

/// Prints how many of the figures are found, and how many of those with their unit.
///
/// # Errors
/// A sentence where the data cannot be read.
pub fn measure(folder: &Path) -> Result<(), String> {
    let path = folder.join("idetect/dev.jsonl");
    let text = text_of(&path)?;
    let rows: Vec<Value> = text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let (mut n_stated, mut n_found, mut n_unit, mut misses) = (0, 0, 0, Vec::new());
    for row in &rows {
        let field = |name: &str| row[name].as_str().unwrap_or_default();
        let (excerpt, quantity) = (field("excerpt"), row["Quantity"].as_f64().unwrap_or_default() as u64);
        let found: Vec<Reading> = readings(excerpt, Language::of_tag("en"));
        let of_quantity: Vec<_> = found.iter().filter(|reading| has(reading, quantity)).collect();
        // What an excerpt leaves to the rest of its article is no reader's to find.
        if !states(excerpt, quantity) && of_quantity.is_empty() {
            continue;
        }
        n_stated += 1;
        let miss = |why: &str| format!("  {why} {quantity} {} | {}", field("Unit"), one_line(excerpt));
        if of_quantity.is_empty() {
            misses.push(miss("not found:"));
            continue;
        }
        n_found += 1;
        if of_quantity.iter().any(|reading| is_unit(reading.unit, field("Unit"), field("Term"))) {
            n_unit += 1;
        } else {
            misses.push(miss("unit:"));
        }
    }
    println!("IDETECT dev: {} excerpts, {n_stated} state their figure", rows.len());
    println!("  figure found {}", share(n_found, n_stated));
    println!("  unit right   {}", share(n_unit, n_found));
    println!("{}\n", misses.join("\n"));
    Ok(())
}

fn has(reading: &Reading, quantity: u64) -> bool {
    [reading.low, reading.best, reading.high].contains(&Some(quantity))
}

/// Whether a unit is that of the data: its households may be counted by their homes where those are destroyed.
fn is_unit(unit: Unit, named: &str, term: &str) -> bool {
    match unit {
        Unit::Person => named == "People",
        Unit::Household => named == "Households",
        Unit::Dwelling => named == "Households" && term.contains("Housing"),
        _ => false,
    }
}

/// Whether digits of the text give the quantity, with or without a scale after them; by rules that share nothing with
/// the reader.
fn states(text: &str, quantity: u64) -> bool {
    let Ok(number) = Regex::new(r"(?i)(\d[\d,. ]*\d|\d)\s*(thousand|million|m\b|k\b)?") else { return false };
    number.captures_iter(text).any(|found| {
        let scale = found.get(2).map_or(1.0, |scale| match scale.as_str().to_lowercase().as_str() {
            "thousand" | "k" => 1e3,
            _ => 1e6,
        });
        let whole: String = found[1].chars().filter(char::is_ascii_digit).collect();
        let decimal = found[1].replace(',', "");
        let is_it = |written: &str, scale: f64| {
            written.parse::<f64>().is_ok_and(|number| ((number * scale).round() - quantity as f64).abs() < 0.5)
        };
        is_it(&whole, 1.0) || is_it(&decimal, scale)
    })
}
