use std::collections::{HashMap, HashSet};
use std::fmt::Display;
use std::hash::Hash;

use super::{Warning, WarningKind, v2};
use crate::model::{AnnotationId, CommentId, Digest, ItemId, SourceId};

/// Gives each annotation, source and item whose id is taken one that follows from the file alone,
/// so that reading the same file again gives the same ids.
pub fn distinct_ids(file: &mut v2::File<'static>, text: Digest, warnings: &mut Vec<Warning>) {
    let mut annotations = file.annotations.iter().chain(&file.unplaced);
    let has_lists = annotations.any(|annotation| annotation.details.has_items() || !annotation.comments.is_empty());
    let ids = file.annotations.iter_mut().chain(&mut file.unplaced).map(|annotation| &mut annotation.id.0);
    for (id, fresh) in distinct(ids, |id, n| AnnotationId::from_u64(derived(text, id, n))) {
        let sentence = format!("Two annotations had the id {id}; the second one was kept with the id {fresh}");
        warnings.push(Warning::of(WarningKind::DuplicateId, fresh, sentence));
    }
    for (id, fresh) in distinct(file.sources.iter_mut().map(|source| &mut source.id.0), |id, n| {
        SourceId::from_u64(derived(text, id, n))
    }) {
        let sentence = format!("Two sources had the id {id}; the second one was kept with the id {fresh}");
        warnings.push(Warning::of_article(WarningKind::DuplicateId, sentence));
    }
    // Most annotations have no lists and no comments; going through all of them again is felt in a file of ten
    // thousand.
    if !has_lists {
        return;
    }
    for annotation in file.annotations.iter_mut().chain(&mut file.unplaced) {
        let owner = annotation.id.0;
        for (id, fresh) in
            distinct(annotation.details.item_ids().into_iter(), |id, n| ItemId::from_u64(derived(text, id, n)))
        {
            let sentence =
                format!("Two items of annotation {owner} had the id {id}; the second one has the id {fresh}");
            warnings.push(Warning::of(WarningKind::DuplicateId, owner, sentence));
        }
        let comments = annotation.comments.iter_mut().map(|comment| &mut comment.id.0);
        for (id, fresh) in distinct(comments, |id, n| CommentId::from_u64(derived(text, id, n))) {
            let sentence =
                format!("Two comments on annotation {owner} had the id {id}; the second one has the id {fresh}");
            warnings.push(Warning::of(WarningKind::DuplicateId, owner, sentence));
        }
    }
}

/// An id for another version of the annotation of that id, the same whenever the file is read.
pub fn fresh_id(text: Digest, id: AnnotationId) -> AnnotationId {
    AnnotationId::from_u64(derived(text, format_args!("{id} theirs"), 0))
}

/// Changes each id that an earlier one has, and answers which became which.
///
/// Each id goes on counting where its last clash stopped: where all ids of a file are equal, each costs one digest.
fn distinct<'i, T: Copy + Eq + Hash + Display + 'i>(
    ids: impl Iterator<Item = &'i mut T>,
    mut derive: impl FnMut(T, u64) -> T,
) -> Vec<(T, T)> {
    // All first holders are known before an id is derived, so that a fresh id never takes that of a later one.
    let mut taken = HashSet::with_capacity(ids.size_hint().0);
    let second: Vec<&mut T> = ids.filter_map(|id| if taken.insert(*id) { None } else { Some(id) }).collect();
    let mut tried: HashMap<T, u64> = HashMap::new();
    let mut changed = Vec::with_capacity(second.len());
    for id in second {
        // Counted up for each id on its own, so that what another id clashed with changes nothing here.
        let tried = tried.entry(*id).or_default();
        let fresh = loop {
            let fresh = derive(*id, *tried);
            *tried += 1;
            if taken.insert(fresh) {
                break fresh;
            }
        };
        changed.push((*id, fresh));
        *id = fresh;
    }
    changed
}

fn derived(text: Digest, id: impl Display, n: u64) -> u64 {
    // The text is a part of it: two articles whose files had the same id twice get different ones.
    let digest = Digest::of(format!("{text} {id} {n}").as_bytes()).to_string();
    // Sixteen hexadecimal digits are always a number of 64 bits.
    u64::from_str_radix(&digest[..16], 16).unwrap_or(n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;

    #[test]
    fn equal_ids_cost_a_digest_each() {
        let mut ids = vec![AnnotationId::from_u64(7); 8_000];
        let text = Text::new("At least 12 people died.".to_owned()).sha256();
        let mut n_digests = 0;
        let changed = distinct(ids.iter_mut(), |id, n| {
            n_digests += 1;
            AnnotationId::from_u64(derived(text, id, n))
        });
        assert_eq!((changed.len(), n_digests), (7_999, 7_999));
        assert_eq!(ids.iter().collect::<HashSet<_>>().len(), 8_000);
        // As every version of the program has named them.
        assert_eq!(ids[1], AnnotationId::from_u64(derived(text, AnnotationId::from_u64(7), 0)));
        assert_eq!(ids[2], AnnotationId::from_u64(derived(text, AnnotationId::from_u64(7), 1)));
    }

    #[test]
    fn a_derived_id_that_is_taken_is_passed_over() {
        let id = |n| ItemId::from_u64(n);
        let mut ids = [id(1), id(100), id(1), id(1)];
        let changed = distinct(ids.iter_mut(), |_, n| id(100 + n));
        assert_eq!(changed, [(id(1), id(101)), (id(1), id(102))]);
        assert_eq!(ids, [id(1), id(100), id(101), id(102)]);
    }
}
