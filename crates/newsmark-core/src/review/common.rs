//! Putting marks of several projects into common terms, so that they can be compared as values.

use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::Hash;
use std::sync::Arc;

use crate::model::{
    Annotation, AnnotationId, Details, Evidence, Group, GroupKind, ItemId, Link, LinkKind, NamedVictim, SourceId,
};

/// The mark with other ids for its source and for the marks that it names; one that
/// names a mark that is nowhere names none.
pub(super) fn translated<P: Clone>(
    mark: &Arc<Annotation<P>>,
    sources: &HashMap<SourceId, SourceId>,
    marks: impl Fn(AnnotationId) -> Option<AnnotationId>,
) -> Arc<Annotation<P>> {
    let source = mark.details.attribution().source.and_then(|id| sources.get(&id));
    // Most marks name nothing and are shared as they are.
    if source.is_none() && !names_marks(&mark.details) {
        return mark.clone();
    }
    let mut translated = Annotation::clone(mark);
    if let Some(source) = source {
        translated.details.attribution_mut().source = Some(*source);
    }
    for named in named_marks(&mut translated.details) {
        // A mark that is in no row, as one that was deleted, is named by nobody's id.
        *named = named.and_then(&marks);
    }
    Arc::new(translated)
}

/// Whether the record names another mark.
pub(super) fn names_marks(details: &Details) -> bool {
    match details {
        Details::Casualties(record) => record.scope.of.is_some(),
        Details::Displacement(record) => record.scope.of.is_some(),
        Details::Quotes(record) => record.inside.is_some(),
        Details::Claims(record) => record.links.iter().any(|link| link.to.is_some()),
    }
}

/// Where the record names other marks.
pub(super) fn named_marks(details: &mut Details) -> Vec<&mut Option<AnnotationId>> {
    match details {
        Details::Casualties(record) => vec![&mut record.scope.of],
        Details::Displacement(record) => vec![&mut record.scope.of],
        Details::Quotes(record) => vec![&mut record.inside],
        Details::Claims(record) => record.links.iter_mut().map(|link| &mut link.to).collect(),
    }
}

/// The mark with the items of its lists named as in `first`: those that say the same are one,
/// of the others those in the same place.
pub(super) fn with_items_of(first: &Annotation, mark: Arc<Annotation>) -> Arc<Annotation> {
    let has_items = |details: &Details| match details {
        Details::Casualties(record) => !record.groups.is_empty() || !record.named_victims.is_empty(),
        Details::Claims(record) => !record.evidence.is_empty() || !record.links.is_empty(),
        Details::Displacement(_) | Details::Quotes(_) => false,
    };
    if !has_items(&first.details) || !has_items(&mark.details) || first.details == mark.details {
        return mark;
    }
    let mut named = Annotation::clone(&mark);
    match (&first.details, &mut named.details) {
        (Details::Casualties(first), Details::Casualties(record)) => {
            let mut taken =
                ids(first.groups.iter().map(|item| item.id).chain(first.named_victims.iter().map(|item| item.id)));
            name_as(&first.groups, &mut record.groups, &mut taken, group, |item| &mut item.id);
            name_as(&first.named_victims, &mut record.named_victims, &mut taken, victim, |item| &mut item.id);
        }
        (Details::Claims(first), Details::Claims(record)) => {
            let mut taken =
                ids(first.evidence.iter().map(|item| item.id).chain(first.links.iter().map(|item| item.id)));
            name_as(&first.evidence, &mut record.evidence, &mut taken, evidence, |item| &mut item.id);
            name_as(&first.links, &mut record.links, &mut taken, link, |item| &mut item.id);
        }
        _ => return mark,
    }
    Arc::new(named)
}

fn ids(ids: impl Iterator<Item = ItemId>) -> HashSet<ItemId> {
    ids.collect()
}

fn group(item: &Group) -> (ItemId, (GroupKind, String)) {
    (item.id, (item.who, item.other.clone()))
}

fn victim(item: &NamedVictim) -> (ItemId, String) {
    (item.id, item.name.as_ref().map(|name| name.value.clone()).unwrap_or_default())
}

fn evidence(item: &Evidence) -> (ItemId, String) {
    (item.id, item.citation.clone())
}

fn link(item: &Link) -> (ItemId, (LinkKind, Option<AnnotationId>)) {
    (item.id, (item.kind, item.to))
}

/// Gives the items of `others` the ids of the items of `own` that they are.
fn name_as<T, K: Eq + Hash>(
    own: &[T],
    others: &mut [T],
    taken: &mut HashSet<ItemId>,
    key: fn(&T) -> (ItemId, K),
    id: fn(&mut T) -> &mut ItemId,
) {
    let mut known: HashMap<K, VecDeque<ItemId>> = HashMap::new();
    for (id, key) in own.iter().map(key) {
        known.entry(key).or_default().push_back(id);
    }
    // First those that say the same, in order; then what is left is paired by its place: a group whose number one
    // editor changed is still that group.
    let mut names: Vec<Option<ItemId>> =
        others.iter().map(|item| known.get_mut(&key(item).1).and_then(VecDeque::pop_front)).collect();
    let named: HashSet<ItemId> = names.iter().flatten().copied().collect();
    let mut left = own.iter().map(|item| key(item).0).filter(|id| !named.contains(id));
    for name in names.iter_mut().filter(|name| name.is_none()) {
        *name = left.next();
    }
    for (item, name) in others.iter_mut().zip(names) {
        // More items than the first mark has: they need ids that none of its items has.
        let fresh = || (0..).map(ItemId::from_u64).find(|id| !taken.contains(id));
        if let Some(name) = name.or_else(fresh) {
            taken.insert(name);
            *id(item) = name;
        }
    }
}
