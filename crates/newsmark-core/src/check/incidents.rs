use std::collections::HashMap;

use crate::figures::Counted;
use crate::model::{Annotation, AnnotationId, Details, Project, ScopeKind, Unit, Victims};

/// Each record that counts as an event of the same day and place as an earlier one, of victims of the same status, with
/// that one.
pub(super) fn of_one_incident(project: &Project) -> HashMap<AnnotationId, AnnotationId> {
    let mut firsts: HashMap<Incident<'_>, AnnotationId> = HashMap::new();
    let mut later = HashMap::new();
    for annotation in project.annotations() {
        let Some(incident) = incident(annotation) else { continue };
        let first = *firsts.entry(incident).or_insert(annotation.id);
        if first != annotation.id {
            later.insert(annotation.id, first);
        }
    }
    later
}

/// What is counted, in what unit, of whom, on what day, and where.
// Ten civilians and six fighters of one strike are two counts of it, and neither is the other said again.
type Incident<'a> = (Counted, Unit, Victims, &'a str, String);

/// What a record counts, when and where; `None` where any of it is not known or it is no event.
fn incident(annotation: &Annotation) -> Option<Incident<'_>> {
    let details = &annotation.details;
    if details.scope()?.kind != ScopeKind::Event {
        return None;
    }
    let (place, victims) = match details {
        Details::Casualties(record) => (record.place.called(), record.victims),
        // People leave one place for many: where they left is what two accounts of one movement share.
        Details::Displacement(record) => (record.from.called(), Victims::Unknown),
        Details::Quotes(_) | Details::Claims(_) => return None,
    };
    let date = details.when()?.date.as_str();
    let place = place.trim().to_lowercase();
    // Two unknown days are not one day.
    let is_known = !date.is_empty() && !place.is_empty();
    is_known.then_some((Counted::by(details)?, details.figure()?.unit, victims, date, place))
}
