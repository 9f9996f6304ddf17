use std::collections::HashSet;
use std::fmt::Display;
use std::hash::Hash;

use super::{Warning, WarningKind, v1};
use crate::model::{AnnotationId, CommentId, Digest, ItemId, SourceId};

/// Gives each annotation, source and item whose id is taken one that follows from the file alone,
/// so that reading the same file again gives the same ids.
pub fn distinct_ids(file: &mut v1::File<'static>, text: Digest, warnings: &mut Vec<Warning>) {
    let mut annotations = file.annotations.iter().chain(&file.unplaced);
    let has_lists = annotations.any(|annotation| annotation.details.has_items() || !annotation.comments.is_empty());
    let ids = file.annotations.iter_mut().chain(&mut file.unplaced).map(|annotation| &mut annotation.id.0);
    for (id, fresh) in distinct(ids, text, AnnotationId::mint) {
        let sentence = format!("Two annotations had the id {id}; the second one was kept with the id {fresh}");
        warnings.push(Warning::of(WarningKind::DuplicateId, fresh, sentence));
    }
    for (id, fresh) in distinct(file.sources.iter_mut().map(|source| &mut source.id.0), text, SourceId::mint) {
        let sentence = format!("Two sources had the id {id}; the second one was kept with the id {fresh}");
        warnings.push(Warning::of_article(WarningKind::DuplicateId, sentence));
    }
    if !has_lists {
        return;
    }
    for annotation in file.annotations.iter_mut().chain(&mut file.unplaced) {
        let owner = annotation.id.0;
        for (id, fresh) in distinct(annotation.details.item_ids().into_iter(), text, ItemId::mint) {
            let sentence =
                format!("Two items of annotation {owner} had the id {id}; the second one has the id {fresh}");
            warnings.push(Warning::of(WarningKind::DuplicateId, owner, sentence));
        }
        let comments = annotation.comments.iter_mut().map(|comment| &mut comment.id.0);
        for (id, fresh) in distinct(comments, text, CommentId::mint) {
            let sentence =
                format!("Two comments on annotation {owner} had the id {id}; the second one has the id {fresh}");
            warnings.push(Warning::of(WarningKind::DuplicateId, owner, sentence));
        }
    }
}

/// An id for another version of the annotation of that id, the same whenever the file is read.
pub fn fresh_id(text: Digest, id: AnnotationId) -> AnnotationId {
    AnnotationId::mint(derived(text, format_args!("{id} theirs"), 0))
}

/// Changes each id that an earlier one has, and answers which became which.
fn distinct<'i, T: Copy + Eq + Hash + Display + 'i>(
    ids: impl Iterator<Item = &'i mut T>,
    text: Digest,
    mint: fn(u64) -> T,
) -> Vec<(T, T)> {
    let mut taken = HashSet::with_capacity(ids.size_hint().0);
    let second: Vec<&mut T> = ids.filter_map(|id| if taken.insert(*id) { None } else { Some(id) }).collect();
    let mut changed = Vec::new();
    for id in second {
        let derived = (0u64..).map(|n| mint(derived(text, *id, n)));
        if let Some(fresh) = derived.into_iter().find(|fresh| taken.insert(*fresh)) {
            changed.push((*id, fresh));
            *id = fresh;
        }
    }
    changed
}

fn derived(text: Digest, id: impl Display, n: u64) -> u64 {
    let digest = Digest::of(format!("{text} {id} {n}").as_bytes()).to_string();
    // Sixteen hexadecimal digits are always a number of 64 bits.
    u64::from_str_radix(&digest[..16], 16).unwrap_or(n)
}
