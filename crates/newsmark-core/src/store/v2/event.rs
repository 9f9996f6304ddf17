use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::unknown::is_unknown;
use super::{Moment, Name, PartName};
use crate::model::{self, Part};

/// See [`model::Event`]: `(time: "2026-03-14T12:05:00Z", person: "Ines Varga", changes: [("figure.low", "12", "17")])`.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Event<'a> {
    time: Moment,
    person: Name<'a>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    changes: Vec<(PartName, Cow<'a, str>, Cow<'a, str>)>,
}

impl<'a> Event<'a> {
    /// The event as the file writes it.
    pub fn of(event: &'a model::Event) -> Event<'a> {
        let changes = event.changes.iter().map(|changed| {
            (PartName(changed.part), Cow::Borrowed(changed.before.as_str()), Cow::Borrowed(changed.after.as_str()))
        });
        Event { time: Moment(event.time), person: Name::of(&event.person), changes: changes.collect() }
    }

    /// The parts that changed.
    pub(super) fn parts(&self) -> impl Iterator<Item = Part> {
        self.changes.iter().map(|changed| changed.0.0)
    }

    /// The event in the model.
    pub fn into_model(self) -> model::Event {
        let changes = self.changes.into_iter().map(|(part, before, after)| model::Changed {
            part: part.0,
            before: before.into_owned(),
            after: after.into_owned(),
        });
        model::Event { time: self.time.0, person: self.person.into_model(), changes: changes.collect() }
    }
}
