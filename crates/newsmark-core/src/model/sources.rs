use std::sync::Arc;

use super::{Source, SourceId};

/// The table of a project's sources, sorted by id; cloning is cheap.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Sources(Arc<Vec<Source>>);

impl Sources {
    /// The table of these sources; of two with one id the first stays.
    pub fn of(mut sources: Vec<Source>) -> Sources {
        sources.sort_by_key(|source| source.id);
        // Stable sorting comes before, so that the first of the list is the one that stays.
        sources.dedup_by_key(|source| source.id);
        Sources(Arc::new(sources))
    }

    /// The sources, by id.
    pub fn iter(&self) -> std::slice::Iter<'_, Source> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The source of that id.
    pub fn get(&self, id: SourceId) -> Option<&Source> {
        self.0.binary_search_by_key(&id, |source| source.id).ok().map(|place| &self.0[place])
    }

    /// The table with `source` in it, in place of the one of its id.
    pub fn with(&self, source: Source) -> Sources {
        let mut sources = Vec::clone(&self.0);
        match sources.binary_search_by_key(&source.id, |other| other.id) {
            Ok(place) => sources[place] = source,
            Err(place) => sources.insert(place, source),
        }
        Sources(Arc::new(sources))
    }

    /// The table without the source of that id.
    pub fn without(&self, id: SourceId) -> Sources {
        Sources(Arc::new(self.0.iter().filter(|source| source.id != id).cloned().collect()))
    }

    /// The source that is called so, by its name or another, letters' case apart.
    pub fn called(&self, name: &str) -> Option<&Source> {
        // "the Ministry" at the beginning of a sentence is the source "The ministry".
        let wanted = name.trim().to_lowercase();
        let is_called = |source: &&Source| source.names().any(|name| name.trim().to_lowercase() == wanted);
        (!wanted.is_empty()).then(|| self.0.iter().find(is_called))?
    }
}

impl<'a> IntoIterator for &'a Sources {
    type Item = &'a Source;
    type IntoIter = std::slice::Iter<'a, Source>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_found_by_each_of_its_names() {
        let mut office = Source::named(SourceId::from_u64(2), "District health office");
        office.other_names.push("the health office".to_owned());
        let sources = Sources::default().with(office).with(Source::named(SourceId::from_u64(1), "Besk Arvan"));
        let found = |name: &str| sources.called(name).map(|source| source.id);
        assert_eq!(found("The Health Office "), Some(SourceId::from_u64(2)));
        assert_eq!(found("besk arvan"), Some(SourceId::from_u64(1)));
        assert_eq!(found(" "), None);
        assert_eq!(sources.without(SourceId::from_u64(2)).called("the health office"), None);
    }
}
