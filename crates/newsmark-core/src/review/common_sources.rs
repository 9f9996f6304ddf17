use std::collections::HashMap;

use crate::model::{Anonymity, Interest, Source, SourceId, SourceKind, Sources};

/// The sources of several projects as one table, and what each project's ids became in it.
///
/// Sources that are called the same, by any of their names and letters' case apart, are one:
/// the first keeps its id and what it says, and takes from the others what it does not know.
/// All others are kept. One whose id is taken gets another, the same whenever this is asked.
pub(super) fn common_sources(tables: &[&Sources]) -> (Sources, Vec<HashMap<SourceId, SourceId>>) {
    let mut all = Sources::default();
    let mut became = Vec::with_capacity(tables.len());
    let is_taken = |id: SourceId| tables.iter().any(|table| table.get(id).is_some());
    // Counted up and not random, so that the same projects give the same comparison; the result of adjudication gets
    // random ids.
    let mut fresh = (0..).map(SourceId::from_u64).filter(|id| !is_taken(*id));
    for (n, table) in tables.iter().enumerate() {
        let mut ids = HashMap::new();
        for source in table.iter() {
            // Within one project two sources of one name are two on purpose: its editors kept them apart.
            let same = (n > 0).then(|| source.names().find_map(|name| all.called(name))).flatten();
            let united = match same {
                Some(same) => with(same.clone(), source),
                None if all.get(source.id).is_none() => source.clone(),
                None => Source { id: fresh.next().unwrap_or(source.id), ..source.clone() },
            };
            if united.id != source.id {
                ids.insert(source.id, united.id);
            }
            all = all.with(united);
        }
        became.push(ids);
    }
    (all, became)
}

/// The source with what only the other knows of it.
fn with(mut source: Source, other: &Source) -> Source {
    for (own, other) in [(&mut source.role, &other.role), (&mut source.affiliation, &other.affiliation)] {
        if own.is_empty() {
            own.clone_from(other);
        }
    }
    if source.kind == SourceKind::default() {
        source.kind = other.kind;
    }
    if source.interest == Interest::default() {
        source.interest = other.interest;
    }
    if source.anonymity == Anonymity::default() {
        source.anonymity = other.anonymity;
    }
    for name in other.names() {
        if !name.trim().is_empty() && !source.names().any(|known| known == name) {
            source.other_names.push(name.to_owned());
        }
    }
    source
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_of_one_name_become_one_and_others_of_one_id_stay_two() {
        let id = SourceId::from_u64;
        let office = Source { role: "office".to_owned(), ..Source::named(id(7), "Health office") };
        let own = Sources::of(vec![office, Source::named(id(8), "Dala Imren")]);
        let clinic = Source { kind: SourceKind::Medical, ..Source::named(id(9), "health office") };
        let others = Sources::of(vec![clinic, Source::named(id(8), "The army")]);
        let (all, became) = common_sources(&[&own, &others]);
        let health = all.get(id(7)).unwrap();
        assert_eq!(
            (health.name.as_str(), health.role.as_str(), health.kind),
            ("Health office", "office", SourceKind::Medical)
        );
        assert_eq!(all.get(id(8)).unwrap().name, "Dala Imren");
        let army = became[1][&id(8)];
        assert_eq!((all.len(), all.get(army).unwrap().name.as_str()), (3, "The army"));
        assert_eq!(became[1][&id(9)], id(7));
        assert!(became[0].is_empty());
    }
}
