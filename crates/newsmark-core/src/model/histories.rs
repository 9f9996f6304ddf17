use std::collections::HashMap;
use std::sync::Arc;

use super::{AnnotationId, Event};

/// The history of each annotation: its events, the oldest first. Cloning is cheap.
///
/// A history outlives its annotation, so that undo brings both back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histories(Arc<HashMap<AnnotationId, Arc<Vec<Event>>>>);

impl Histories {
    /// The history of that annotation.
    pub fn of(&self, id: AnnotationId) -> &[Event] {
        self.0.get(&id).map_or(&[], |history| history)
    }

    /// All histories, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (AnnotationId, &[Event])> {
        self.0.iter().map(|(id, history)| (*id, history.as_slice()))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts another history in the place of an annotation's: the same events and those that others told.
    pub fn replace(&mut self, id: AnnotationId, history: Vec<Event>) {
        Arc::make_mut(&mut self.0).insert(id, Arc::new(history));
    }

    /// Adds an event to the end of each of these histories.
    pub fn extend(&mut self, events: impl IntoIterator<Item = (AnnotationId, Event)>) {
        let mut events = events.into_iter().peekable();
        // Nothing to add must not copy the map that clones share.
        if events.peek().is_some() {
            let histories = Arc::make_mut(&mut self.0);
            for (id, event) in events {
                Arc::make_mut(histories.entry(id).or_default()).push(event);
            }
        }
    }
}

impl FromIterator<(AnnotationId, Event)> for Histories {
    fn from_iter<I: IntoIterator<Item = (AnnotationId, Event)>>(events: I) -> Histories {
        let mut histories = Histories::default();
        histories.extend(events);
        histories
    }
}
