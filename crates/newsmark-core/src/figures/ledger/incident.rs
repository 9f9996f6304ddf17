use std::collections::HashMap;

use super::record::LedgerRecord;
use crate::model::{Details, Place, When};

/// When and where something happened, to tell whether two accounts are of one fact.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Incident {
    when: String,
    places: [String; 2],
}

/// For each record a number that those of one time and place share; `None` where either is not
/// known, as what is unknown here and there need not be the same.
pub(super) fn incidents(records: &[LedgerRecord<'_>]) -> Vec<Option<usize>> {
    let mut numbers: HashMap<Incident, usize> = HashMap::new();
    let number = |record: &LedgerRecord<'_>| {
        let incident = Incident::of(record.details)?;
        let next = numbers.len();
        Some(*numbers.entry(incident).or_insert(next))
    };
    records.iter().map(number).collect()
}

/// Whether it is known when and where what these details record happened.
pub(super) fn is_of_known_incident(details: &Details) -> bool {
    Incident::of(details).is_some()
}

impl Incident {
    /// When and where it was, where both are known.
    fn of(details: &Details) -> Option<Incident> {
        let places = match details {
            Details::Casualties(record) => [place(&record.place), String::new()],
            // People leave one place for several: only both together tell one movement from another.
            Details::Displacement(record) => [place(&record.from), place(&record.to)],
            Details::Quotes(_) | Details::Claims(_) => return None,
        };
        let when = when(details.when()?);
        let is_known = !when.is_empty() && places.iter().any(|place| !place.is_empty());
        is_known.then_some(Incident { when, places })
    }
}

/// The date with its precision, else the words.
fn when(when: &When) -> String {
    match (when.day(), &when.text) {
        // "On 8 March" and "in the week of 8 March" begin on one day and are two times.
        (Some(day), _) => format!("{day} {}", when.precision.name()),
        (None, Some(text)) => folded(&text.value),
        (None, None) => String::new(),
    }
}

fn place(place: &Place) -> String {
    folded(place.called())
}

/// Words without letters' case and runs of white space.
pub(super) fn folded(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
