use std::collections::BTreeSet;

use super::choice::{MergeSide, preferred};
use super::sequence::merge_values;
use crate::model::{Conflict, Source, SourceId, Sources};

/// The table with what either side changed, and what could not be decided.
///
/// `is_needed` says of a source that one side took out whether marks that come
/// from the other name it: then it stays. Two sources of one name and different
/// ids both stay: who they are is for a person to say.
pub fn merge(
    base: Option<&Sources>,
    ours: &Sources,
    theirs: &Sources,
    is_needed: impl Fn(SourceId, MergeSide) -> bool,
) -> (Sources, Vec<Conflict>) {
    // Those that only the base has are gone on both sides and need no decision.
    let ids: BTreeSet<SourceId> = ours.iter().chain(theirs).map(|source| source.id).collect();
    let (mut merged, mut conflicts) = (Vec::with_capacity(ids.len()), Vec::new());
    for id in ids {
        let before = base.and_then(|base| base.get(id));
        let mut contest = |theirs: Option<&Source>| {
            conflicts.push(Conflict::Source { base: before.cloned(), theirs: theirs.cloned() });
        };
        match (before, ours.get(id), theirs.get(id)) {
            (_, Some(here), Some(there)) => {
                let (source, is_contested) = merged_source(before, here, there, MergeSide::Ours);
                if is_contested {
                    contest(Some(there));
                }
                merged.push(source);
            }
            // Without a base it cannot be told whether one side added it or the other took it out: nothing is lost by
            // keeping it.
            (None, one, other) => merged.extend(one.or(other).cloned()),
            (Some(before), Some(here), None) => {
                let is_needed = is_needed(id, MergeSide::Theirs);
                if here != before && !is_needed {
                    contest(None);
                }
                // A source that marks still name stays, whoever took it out: else they would name nobody.
                merged.extend((here != before || is_needed).then(|| here.clone()));
            }
            (Some(before), None, there) => {
                let is_needed = is_needed(id, MergeSide::Ours);
                if there.is_some_and(|there| there != before) && !is_needed {
                    contest(there);
                }
                merged.extend(there.filter(|_| is_needed).cloned());
            }
        }
    }
    (Sources::of(merged), conflicts)
}

/// The source with what either side changed, of contested fields the value of
/// the side preferred, and whether there were any. Other names are united.
pub fn merged_source(base: Option<&Source>, ours: &Source, theirs: &Source, side: MergeSide) -> (Source, bool) {
    let mut is_contested = false;
    /// Decides one field of the three.
    macro_rules! field {
        ($field:ident) => {
            preferred(base.map(|base| &base.$field), &ours.$field, &theirs.$field, side, &mut is_contested)
        };
    }
    let known = base.map_or(&[][..], |base| &base.other_names);
    let source = Source {
        id: ours.id,
        name: field!(name),
        other_names: merge_values(known, &ours.other_names, &theirs.other_names, String::clone),
        role: field!(role),
        affiliation: field!(affiliation),
        kind: field!(kind),
        interest: field!(interest),
        anonymity: field!(anonymity),
    };
    (source, is_contested)
}
