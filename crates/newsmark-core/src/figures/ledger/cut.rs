//! Parts of one whole by one dimension, and whether they lie beside each other.

use super::Amount;
use super::incident::folded;
use super::record::LedgerRecord;
use crate::model::{Details, Dimension, GroupKind, Unit, Victims};

/// The parts that divide a whole by one dimension, in the order of the text.
pub(super) struct Cut {
    /// The dimension.
    pub by: Dimension,
    /// The parts.
    pub parts: Vec<usize>,
    /// What the whole has besides them, see [`Parts::residual`](super::Parts::residual).
    pub residual: Option<Amount>,
}

impl Cut {
    /// What `whole` has besides the parts that are not “the rest”.
    pub fn residual_of(&self, records: &[LedgerRecord<'_>], amounts: &[Amount], whole: usize) -> Option<Amount> {
        let is_rest = |&&part: &&usize| records[part].is_rest();
        let rests: Vec<usize> = self.parts.iter().filter(is_rest).copied().collect();
        let mut named: Vec<usize> = self.parts.iter().filter(|part| !is_rest(part)).copied().collect();
        // The article says of “the rest” that it is what is left of its own kind: those parts lie beside each other.
        let is_said = rests.len() == 1 && {
            let of_rest = evident(records, rests[0], whole);
            named.retain(|&part| {
                self.by != Dimension::Unspecified || of_rest.is_one_with(evident(records, part, whole))
            });
            !of_rest.is_empty() || self.by != Dimension::Unspecified
        };
        if named.is_empty() {
            return None;
        }
        let is_of_other_unit = named.iter().any(|&part| records[part].unit != records[whole].unit);
        if is_of_other_unit || !is_said && !are_apart(records, self.by, &named, whole) {
            return Some(Amount::default());
        }
        let taken = Amount::sum(named.iter().map(|&part| amounts[part])).ok()??;
        amounts[whole].without(taken)
    }
}

/// Whether nobody can be in two of these parts of `whole`, as far as the records tell.
///
/// Parts by place, victims' status or household are apart. Of groups only children, women and men
/// are (OHCHR lists for SDG 16.1.2): a journalist may be a woman. Parts of which no dimension is said are
/// apart unless their records show that they divide the whole in two ways.
pub(super) fn are_apart(records: &[LedgerRecord<'_>], by: Dimension, parts: &[usize], whole: usize) -> bool {
    if parts.len() < 2 {
        return true;
    }
    match by {
        Dimension::Group => are_groups_apart(records, parts),
        Dimension::Unspecified => {
            let evident = parts.iter().map(|&part| evident(records, part, whole)).filter(|one| !one.is_empty());
            let Some(common) = evident.reduce(|one, other| Evident(one.0 & other.0)) else { return true };
            !common.is_empty() && (!common.has(Dimension::Group) || are_groups_apart(records, parts))
        }
        Dimension::Place | Dimension::Victims | Dimension::Household => true,
    }
}

/// Whether of those parts whose group is known each is children, women or men alone, and no two are the same.
fn are_groups_apart(records: &[LedgerRecord<'_>], parts: &[usize]) -> bool {
    let mut met = 0u32;
    parts.iter().all(|&part| {
        let mut kinds = records[part].kinds();
        let (first, is_one) = (kinds.next(), kinds.next().is_none());
        let Some(kind) = first else { return true };
        let bit = 1 << kind as u32;
        let is_new = met & bit == 0;
        met |= bit;
        is_one && is_new && matches!(kind, GroupKind::Children | GroupKind::Women | GroupKind::Men)
    })
}

/// Those of the parts of `whole` that can be added up, so that nobody is counted twice: of all that lie beside each
/// other those who are the most, by `size`. A part more never makes them fewer.
pub(super) fn addable(
    records: &[LedgerRecord<'_>],
    by: Dimension,
    parts: Vec<usize>,
    whole: usize,
    size: &dyn Fn(usize) -> u64,
) -> Vec<usize> {
    let all = |parts: &Vec<usize>| parts.iter().fold(0u64, |sum, &part| sum.saturating_add(size(part)));
    // Of equal ones the first, so that nothing follows from the order of asking.
    let larger = |one: Vec<usize>, other: Vec<usize>| if all(&other) > all(&one) { other } else { one };
    match by {
        Dimension::Place | Dimension::Victims | Dimension::Household => parts,
        Dimension::Group => larger(addable_groups(records, &parts, size), largest(&parts, size)),
        Dimension::Unspecified => {
            let shown: Vec<Evident> = parts.iter().map(|&part| evident(records, part, whole)).collect();
            let of_one_kind = |by: Dimension| {
                let fits = |evident: &Evident| evident.is_empty() || evident.has(by);
                let members = parts.iter().zip(&shown).filter(|(_, shown)| fits(shown)).map(|(&part, _)| part);
                let members = members.collect();
                if by == Dimension::Group { addable(records, by, members, whole, size) } else { members }
            };
            let kinds = [Dimension::Place, Dimension::Group, Dimension::Victims, Dimension::Household];
            kinds.into_iter().map(of_one_kind).reduce(larger).unwrap_or_default()
        }
    }
}

/// The largest part of children, of women and of men, and every part of which no group is known.
fn addable_groups(records: &[LedgerRecord<'_>], parts: &[usize], size: &dyn Fn(usize) -> u64) -> Vec<usize> {
    let kind = |part: usize| {
        let mut kinds = records[part].kinds();
        (kinds.next(), kinds.next().is_none())
    };
    let mut addable: Vec<usize> = parts.iter().copied().filter(|&part| kind(part).0.is_none()).collect();
    for of in [GroupKind::Children, GroupKind::Women, GroupKind::Men] {
        let members: Vec<usize> = parts.iter().copied().filter(|&part| kind(part) == (Some(of), true)).collect();
        addable.extend(largest(&members, size));
    }
    addable
}

fn largest(parts: &[usize], size: &dyn Fn(usize) -> u64) -> Vec<usize> {
    let largest = parts.iter().copied().reduce(|one, other| if size(other) > size(one) { other } else { one });
    largest.into_iter().collect()
}

/// By what a part can be seen to divide its whole, a bit a dimension; none where its record does not show it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Evident(u8);

impl Evident {
    fn is_empty(self) -> bool {
        self.0 == 0
    }

    fn has(self, by: Dimension) -> bool {
        self.0 & (1 << by as u8) != 0
    }

    /// Whether both can be parts by one dimension.
    fn is_one_with(self, other: Evident) -> bool {
        self.is_empty() || other.is_empty() || self.0 & other.0 != 0
    }
}

fn evident(records: &[LedgerRecord<'_>], part: usize, whole: usize) -> Evident {
    let (part, whole) = (&records[part], &records[whole]);
    let is_known = |victims| !matches!(victims, Victims::Unknown | Victims::Mixed);
    let place = |record: &LedgerRecord<'_>| match record.details {
        Details::Casualties(record) => folded(record.place.called()),
        Details::Displacement(record) => folded(&format!("{} {}", record.from.called(), record.to.called())),
        Details::Quotes(_) | Details::Claims(_) => String::new(),
    };
    let own = place(part);
    let shown = [
        (Dimension::Place, !own.trim().is_empty() && own != place(whole)),
        (Dimension::Group, part.kinds().next().is_some()),
        (Dimension::Victims, is_known(part.victims()) && part.victims() != whole.victims()),
        (Dimension::Household, part.figure.unit == Unit::Household && whole.figure.unit != Unit::Household),
    ];
    Evident(shown.into_iter().filter(|(_, is_shown)| *is_shown).fold(0, |bits, (by, _)| bits | 1 << by as u8))
}
