use crate::model::{Details, Harm, Measure, Unit};

/// What a row counts: a harm done to people, or a measure of displacement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Counted {
    /// Casualties of that harm.
    Harm(Harm),
    /// Displacement by that measure.
    Measure(Measure),
}

impl Counted {
    /// What the record counts; `None` for one that counts nothing.
    pub fn by(details: &Details) -> Option<Counted> {
        match details {
            Details::Casualties(record) => Some(Counted::Harm(record.harm)),
            Details::Displacement(record) => Some(Counted::Measure(record.measure)),
            Details::Quotes(_) | Details::Claims(_) => None,
        }
    }

    /// How JSON writes it: the harm's or the measure's name.
    pub fn name(self) -> &'static str {
        match self {
            Counted::Harm(harm) => harm.name(),
            Counted::Measure(measure) => measure.name(),
        }
    }

    /// How the window writes it: "Killed", "Displaced, flow", "At risk".
    pub fn label(self) -> &'static str {
        match self {
            Counted::Harm(Harm::Unspecified) => "Harm not specified",
            Counted::Harm(harm) => harm.label(),
            Counted::Measure(Measure::Unspecified) => "Displaced, measure not specified",
            Counted::Measure(Measure::Flow) => "Displaced, flow",
            Counted::Measure(Measure::Stock) => "Displaced, stock",
            Counted::Measure(Measure::AtRisk) => "At risk",
            Counted::Measure(Measure::Visit) => "Visits",
        }
    }

    /// The same with its unit where that is not persons: "Displaced, flow (households)".
    pub fn label_in(self, unit: Unit) -> String {
        match unit {
            Unit::Person => self.label().to_owned(),
            Unit::Unspecified => format!("{} (unit not specified)", self.label()),
            unit => format!("{} ({})", self.label(), unit.label().to_lowercase()),
        }
    }

    /// The order of a table: the harms, harm not specified last, then displacement likewise.
    pub(super) fn order(self) -> (usize, usize) {
        // Every vocabulary begins with its unknown term, and a table ends with it.
        let unknown_last = |index: usize| index.checked_sub(1).unwrap_or(usize::MAX);
        match self {
            Counted::Harm(harm) => (0, unknown_last(harm as usize)),
            Counted::Measure(measure) => (1, unknown_last(measure as usize)),
        }
    }
}
