//! Excerpts with one figure of displacement each: quantity, term and unit.

use std::path::Path;
use std::{fs, io};

use newsmark_core::model::{Details, Unit};

use super::proposed::{Said, proposed};
use super::ratio::Ratio;

/// Prints in how many excerpts the number is found, and with its term and unit.
pub fn score(file: &Path, shows: bool) -> io::Result<()> {
    let (mut number, mut full) = (Ratio::default(), Ratio::default());
    for line in fs::read_to_string(file)?.lines() {
        let row: serde_json::Value = serde_json::from_str(line)?;
        let text = row["excerpt"].as_str().unwrap_or_default();
        let quantity = row["Quantity"].as_f64().unwrap_or_default() as u64;
        let term: String = row["Term"].as_str().unwrap_or_default().chars().filter(|c| !c.is_whitespace()).collect();
        let is_people = row["Unit"].as_str() == Some("People");
        let (_, found) = proposed(text);
        let counts: Vec<_> = found
            .iter()
            .filter_map(|proposal| match &proposal.details {
                Details::Displacement(record) => Some((record.term.name(), Said::of(proposal)?)),
                _ => None,
            })
            .filter(|(_, said)| said.names(quantity))
            .collect();
        let is_full = counts.iter().any(|(name, said)| {
            let is_unit = if is_people {
                said.unit == Unit::Person
            } else {
                matches!(said.unit, Unit::Household | Unit::Dwelling)
            };
            name.eq_ignore_ascii_case(&term) && is_unit
        });
        number.add(!counts.is_empty());
        full.add(is_full);
        if shows && !is_full {
            let got: Vec<_> = counts.iter().map(|(name, said)| format!("{name} {:?}", said.unit)).collect();
            println!("  {quantity} {term} {}: {got:?} in {}", row["Unit"], text.chars().take(260).collect::<String>());
        }
    }
    println!("displacement number {number}; number with term and unit {full}");
    Ok(())
}
