use std::ops::Range;
use std::sync::Arc;

use crate::model::{AnnotationId, Category};
use crate::suggest::{Proposal, Tier};

/// The proposals that are left, in the order of the text.
///
/// An article has thousands of them, and one of them at a time is judged within a frame: they are kept in lists that one
/// pass shortens, not one of which has to be built anew.
#[derive(Default)]
pub(super) struct LeftProposals {
    all: Vec<Arc<Proposal>>,
    /// How far the proposals up to each one reach at most, in bytes, so that looking back ends where none reaches any more.
    reach: Vec<usize>,
    /// The places in `all` in the order of the sweep: the likely ones, then the possible ones.
    sweep: Vec<usize>,
    /// The names with their places in `all`, in order of the names.
    places: Vec<(AnnotationId, usize)>,
    n_likely: usize,
    n_of: [usize; Category::ALL.len()],
}

impl LeftProposals {
    /// The list of `all`, which are in the order of the text.
    pub fn of(all: Vec<Arc<Proposal>>) -> LeftProposals {
        let reach = all.iter().scan(0, |reach: &mut usize, proposal| {
            *reach = (*reach).max(proposal.spans.end());
            Some(*reach)
        });
        let reach = reach.collect();
        let of_tier = |tier| move |(place, proposal): (usize, &Arc<Proposal>)| (proposal.tier == tier).then_some(place);
        let mut sweep: Vec<usize> = all.iter().enumerate().filter_map(of_tier(Tier::Likely)).collect();
        let n_likely = sweep.len();
        sweep.extend(all.iter().enumerate().filter_map(of_tier(Tier::Possible)));
        let mut places: Vec<_> = all.iter().enumerate().map(|(place, proposal)| (proposal.id, place)).collect();
        places.sort_unstable();
        let mut n_of = [0; Category::ALL.len()];
        all.iter().for_each(|proposal| n_of[proposal.category() as usize] += 1);
        LeftProposals { all, reach, sweep, places, n_likely, n_of }
    }

    /// Takes proposals off the list, those of them that are on it.
    pub fn remove(&mut self, judged: impl IntoIterator<Item = AnnotationId>) {
        let mut gone: Vec<usize> = judged.into_iter().filter_map(|id| self.place(id)).collect();
        gone.sort_unstable();
        gone.dedup();
        if gone.is_empty() {
            return;
        }
        for proposal in gone.iter().map(|place| &self.all[*place]) {
            self.n_likely -= usize::from(proposal.tier == Tier::Likely);
            self.n_of[proposal.category() as usize] -= 1;
        }
        // The place that each has when those before it are gone; none where it is itself gone.
        let moved = |place: usize| gone.binary_search(&place).err().map(|n_before| place - n_before);
        self.sweep = self.sweep.iter().filter_map(|place| moved(*place)).collect();
        self.places = self.places.iter().filter_map(|(id, place)| Some((*id, moved(*place)?))).collect();
        for place in gone.into_iter().rev() {
            self.all.remove(place);
            // What those that stay reach is no farther than before, and looking back less far would be no gain.
            self.reach.remove(place);
        }
    }

    /// Whether both lists hold the same proposals, found once.
    pub fn is_same(&self, other: &LeftProposals) -> bool {
        self.all.len() == other.all.len() && self.all.iter().zip(&other.all).all(|(one, other)| Arc::ptr_eq(one, other))
    }

    /// All in the order of the text.
    pub fn all(&self) -> &[Arc<Proposal>] {
        &self.all
    }

    /// How many of them are likely.
    pub fn n_likely(&self) -> usize {
        self.n_likely
    }

    /// How many are of a category.
    pub fn n_of(&self, category: Category) -> usize {
        self.n_of[category as usize]
    }

    /// The proposal of that name.
    pub fn get(&self, id: AnnotationId) -> Option<&Arc<Proposal>> {
        self.place(id).map(|place| &self.all[place])
    }

    fn place(&self, id: AnnotationId) -> Option<usize> {
        let at = self.places.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        self.places.get(at).map(|(_, place)| *place)
    }

    /// The proposal at a place of the sweep.
    pub fn in_sweep(&self, rank: usize) -> Option<&Arc<Proposal>> {
        self.sweep.get(rank).map(|place| &self.all[*place])
    }

    /// The place of a proposal in the sweep.
    pub fn rank(&self, id: AnnotationId) -> Option<usize> {
        let place = self.place(id)?;
        let (likely, possible) = self.sweep.split_at(self.n_likely);
        // Either half of the sweep is in the order of the text.
        let among_possible = || possible.binary_search(&place).map(|rank| rank + self.n_likely);
        likely.binary_search(&place).or_else(|_| among_possible()).ok()
    }

    /// Those over some bytes of the article, in the order of the text.
    pub fn over(&self, bytes: Range<usize>) -> impl Iterator<Item = &Arc<Proposal>> {
        let end = self.all.partition_point(|proposal| proposal.spans.start() < bytes.end);
        let first = self.reach.partition_point(|reach| *reach <= bytes.start).min(end);
        self.all[first..end].iter().filter(move |proposal| proposal.spans.end() > bytes.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::samples::project_of;
    use crate::suggest::proposals;

    #[test]
    fn a_list_that_lost_some_is_the_list_of_the_others() {
        let paragraph = |n: usize| {
            format!("At least {n} people were killed in Tarn. “We saw {n} fires from the hill,” the mayor said.\n\n")
        };
        let text: String = (14..20).map(paragraph).collect();
        let all: Vec<_> = proposals(&project_of(&text, &[])).into_iter().map(Arc::new).collect();
        let n_likely = all.iter().filter(|proposal| proposal.tier == Tier::Likely).count();
        assert!(all.len() > 5 && n_likely > 0 && n_likely < all.len(), "{n_likely} of {}", all.len());
        for judged in [vec![0], vec![1, 3], vec![all.len() - 1, 0, 0], vec![2, 3, 4]] {
            let ids = judged.iter().map(|place| all[*place].id);
            let mut left = LeftProposals::of(all.clone());
            left.remove(ids.chain([AnnotationId::from_u64(7)]));
            let mut others = all.clone();
            others.retain(|proposal| judged.iter().all(|place| all[*place].id != proposal.id));
            let fresh = LeftProposals::of(others);
            assert!(left.is_same(&fresh) && !left.is_same(&LeftProposals::of(all.clone())));
            assert_eq!((&left.sweep, &left.places), (&fresh.sweep, &fresh.places));
            assert_eq!((left.n_likely, left.n_of), (fresh.n_likely, fresh.n_of));
            for proposal in &all {
                assert_eq!(left.rank(proposal.id), fresh.rank(proposal.id));
            }
            for at in 0..text.len() {
                assert!(left.over(at..at + 1).eq(fresh.over(at..at + 1)), "{at}");
            }
        }
    }
}
