use super::sequence::merge_values;
use crate::model::{Event, Histories};

/// Our histories with the events that only theirs have, each told once.
///
/// What each side told stays in its order; where both told something since they
/// parted, it stands by its time.
pub fn merge_histories(ours: &Histories, theirs: &Histories) -> Histories {
    let mut histories = ours.clone();
    for (id, there) in theirs.iter() {
        let here = ours.of(id);
        // Mostly nobody else saved since, and then nothing is to be merged.
        if !here.starts_with(there) {
            histories.replace(id, merge_values(&[], here, there, key));
        }
    }
    histories
}

fn key(event: &Event) -> impl Ord + use<> {
    let changes = event.changes.iter().map(|change| (change.part, change.before.clone(), change.after.clone()));
    (event.time, event.person.clone(), changes.collect::<Vec<_>>())
}
