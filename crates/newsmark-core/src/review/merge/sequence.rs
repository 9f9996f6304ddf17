//! Lists that two people added to, as one.

use std::cmp::Ordering;
use std::collections::VecDeque;

/// An element as it stands in each of three lists.
#[derive(Clone, Copy, Debug)]
pub struct ThreeWay<'a, T> {
    /// In the list that both began with.
    pub base: Option<&'a T>,
    /// In ours.
    pub ours: Option<&'a T>,
    /// In theirs.
    pub theirs: Option<&'a T>,
}

/// The elements of ours and theirs, those that are the `same` together, in one
/// order that keeps the order of each list as far as both can be kept.
///
/// Which of two elements comes first that only one of the lists has is said by
/// `order`. The answer is the same whichever list is called ours, and whichever
/// two of three lists meet first.
pub fn align3<'a, T>(
    base: &'a [T],
    ours: &'a [T],
    theirs: &'a [T],
    same: impl Fn(&T, &T) -> bool,
    order: impl Fn(&T, &T) -> Ordering,
) -> Vec<ThreeWay<'a, T>> {
    let before = |element: &T| base.iter().find(|other| same(element, other));
    let place = |list: &VecDeque<&T>, element: &T| list.iter().position(|other| same(element, other));
    let mut align3 = Vec::with_capacity(ours.len().max(theirs.len()));
    let mut ours: VecDeque<&T> = ours.iter().collect();
    let mut theirs: VecDeque<&T> = theirs.iter().collect();
    loop {
        let is_ours = match (ours.front(), theirs.front()) {
            (None, None) => return align3,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (Some(one), Some(other)) => match (place(&theirs, one), place(&ours, other)) {
                // What both have waits for what one of them has before it.
                (Some(1..), None) => false,
                (None, Some(_)) => true,
                // Also where each waits for the other, as the two lists have them in opposite orders: something has to
                // go first, and `order` says so alike on both sides.
                _ => order(one, other).is_le(),
            },
        };
        let (from, others) = if is_ours { (&mut ours, &mut theirs) } else { (&mut theirs, &mut ours) };
        let Some(element) = from.pop_front() else { return align3 };
        let other = place(others, element).and_then(|place| others.remove(place));
        let (ours, theirs) = if is_ours { (Some(element), other) } else { (other, Some(element)) };
        align3.push(ThreeWay { base: before(element), ours, theirs });
    }
}

/// As [`align3`], as one list: what one took out that the other did not change is
/// gone, and `both` makes one of what both have.
pub fn merge_lists<T: Clone + PartialEq>(
    base: &[T],
    ours: &[T],
    theirs: &[T],
    same: impl Fn(&T, &T) -> bool,
    order: impl Fn(&T, &T) -> Ordering,
    both: impl Fn(Option<&T>, &T, &T) -> T,
) -> Vec<T> {
    let align3 = align3(base, ours, theirs, same, order);
    let left = align3.into_iter().filter_map(|ThreeWay { base, ours, theirs }| match (ours, theirs) {
        (Some(ours), Some(theirs)) => Some(both(base, ours, theirs)),
        // The other side took out what this one left as it was.
        (Some(one), None) | (None, Some(one)) => (base != Some(one)).then(|| one.clone()),
        (None, None) => None,
    });
    left.collect()
}

/// As [`merge_lists`], of elements that are never changed.
pub fn merge_values<T: Clone + PartialEq, K: Ord>(
    base: &[T],
    ours: &[T],
    theirs: &[T],
    key: impl Fn(&T) -> K,
) -> Vec<T> {
    merge_lists(base, ours, theirs, T::eq, |one, other| key(one).cmp(&key(other)), |_, ours, _| ours.clone())
}
