use super::{Details, Figure};
use crate::model::{Anchored, Attribution, Project, Qualifier, ScopeKind, Verification, Victims, grouped};

impl Details {
    /// The record in one line, what is known first: "Killed · 5 persons · part of “12 died”, ¶ 1".
    pub fn reading(&self, project: &Project) -> String {
        let source = |attribution| source_of(attribution, project);
        let scope = self.scope_reading(project);
        let parts: Vec<String> = match self {
            Details::Casualties(record) => {
                let victims = if record.victims == Victims::Unknown { "" } else { record.victims.label() };
                vec![record.harm.label().to_owned(), record.figure.reading(), victims.to_owned(), scope]
            }
            Details::Displacement(record) => {
                let term = record.term.label().to_owned();
                let place = |place: &super::Place| place.called().to_owned();
                vec![term, record.figure.reading(), place(&record.from), place(&record.to), scope]
            }
            Details::Quotes(record) => {
                vec![record.kind.label().to_owned(), source(&record.attribution), words(&record.attribution.cue)]
            }
            Details::Claims(record) => {
                let kind = if record.kind == Default::default() { "" } else { record.kind.label() };
                let verification = match record.verification {
                    Verification::Unverified if kind.is_empty() => record.verification.label().to_owned(),
                    _ if kind.is_empty() => record.verification.label().to_owned(),
                    verification => verification.label().to_lowercase(),
                };
                vec![kind.to_owned(), verification, source(&record.attribution)]
            }
        };
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn scope_reading(&self, project: &Project) -> String {
        let Some(scope) = self.scope() else { return String::new() };
        let other = scope.of.and_then(|id| project.called(id)).map(|name| format!(" {name}"));
        let kind = match scope.kind {
            // An event is what a count is as a rule, and what is undecided is told by a check.
            ScopeKind::Unspecified | ScopeKind::Event => return String::new(),
            ScopeKind::Cumulative => return "cumulative".to_owned(),
            ScopeKind::PartOf => "part of",
            ScopeKind::Additional => "on top of",
            ScopeKind::UpdateOf => "update of",
            ScopeKind::SameAs => "same as",
        };
        let by = if scope.kind == ScopeKind::PartOf { scope.by.phrase() } else { "" };
        format!("{kind}{}{by}", other.as_deref().unwrap_or(" another"))
    }
}

fn source_of(attribution: &Attribution, project: &Project) -> String {
    let named = attribution.source.and_then(|id| project.sources().get(id)).map(|source| source.name.clone());
    named.unwrap_or_else(|| words(&attribution.words))
}

fn words(anchored: &Option<Anchored<String>>) -> String {
    anchored.as_ref().map(|anchored| anchored.value.clone()).unwrap_or_default()
}

impl Figure {
    /// The figure as the window writes it: "≥ 12 persons", "about 4,300", "dozens, read as 12";
    /// empty where nothing is known of it, its words where nothing else is.
    pub fn reading(&self) -> String {
        match (self.quantity(), self.unit.noun(self.low.or(self.best).or(self.high))) {
            (Some(quantity), Some(unit)) => format!("{quantity} {unit}"),
            (Some(quantity), None) => quantity,
            (None, _) if self.qualifier == Qualifier::UnknownPlural => "number not stated".to_owned(),
            (None, _) => words(&self.text),
        }
    }

    /// The number with its qualifier and without its unit; `None` where none is stated.
    fn quantity(&self) -> Option<String> {
        let one = self.best.or(self.low).or(self.high).map(grouped);
        Some(match self.qualifier {
            Qualifier::UnknownPlural => return None,
            Qualifier::Exact => one?,
            Qualifier::AtLeast => format!("≥ {}", grouped(self.low.or(self.best)?)),
            Qualifier::MoreThan => format!("> {}", grouped(self.low.or(self.best)?)),
            Qualifier::AtMost => format!("≤ {}", grouped(self.high.or(self.best)?)),
            Qualifier::LessThan => format!("< {}", grouped(self.high.or(self.best)?)),
            Qualifier::Nearly => format!("nearly {}", one?),
            Qualifier::Approximately => format!("about {}", one?),
            // "dozens" says more than the number that a convention makes of it, so both are shown.
            Qualifier::VaguePlural => match &self.text {
                Some(text) => format!("{}, read as {}", text.value, one?),
                None => format!("≥ {}", one?),
            },
            Qualifier::Residual => format!("the rest, {}", one?),
            Qualifier::Unspecified | Qualifier::Range => match (self.low, self.high) {
                (Some(low), Some(high)) if low != high => format!("{}–{}", grouped(low), grouped(high)),
                _ => one?,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Unit;

    fn figure(qualifier: Qualifier, bounds: [Option<u64>; 3], unit: Unit) -> Figure {
        let [low, best, high] = bounds;
        Figure { qualifier, low, best, high, unit, text: Some(Anchored::typed("dozens")), ..Figure::default() }
    }

    #[test]
    fn figures_are_written_with_their_qualifier_and_unit() {
        let n = Some;
        let read = |qualifier, bounds, unit| figure(qualifier, bounds, unit).reading();
        assert_eq!(read(Qualifier::Exact, [n(46), n(46), n(46)], Unit::Person), "46 persons");
        assert_eq!(read(Qualifier::Exact, [n(1), n(1), n(1)], Unit::Person), "1 person");
        assert_eq!(read(Qualifier::AtLeast, [n(12), n(12), None], Unit::Person), "≥ 12 persons");
        assert_eq!(read(Qualifier::MoreThan, [n(30), n(30), None], Unit::Unspecified), "> 30");
        assert_eq!(read(Qualifier::AtMost, [None, None, n(1500)], Unit::Household), "≤ 1,500 households");
        assert_eq!(read(Qualifier::LessThan, [None, None, n(9)], Unit::Person), "< 9 persons");
        assert_eq!(read(Qualifier::Nearly, [None, n(40), n(40)], Unit::Person), "nearly 40 persons");
        assert_eq!(read(Qualifier::Approximately, [None, n(4300), None], Unit::Person), "about 4,300 persons");
        assert_eq!(read(Qualifier::Range, [n(5), None, n(7)], Unit::Dwelling), "5–7 dwellings");
        assert_eq!(read(Qualifier::VaguePlural, [n(12), n(12), None], Unit::Person), "dozens, read as 12 persons");
        assert_eq!(read(Qualifier::UnknownPlural, [None; 3], Unit::Person), "number not stated");
        assert_eq!(read(Qualifier::Unspecified, [None; 3], Unit::Unspecified), "dozens");
        assert_eq!(Figure::default().reading(), "");
    }
}
