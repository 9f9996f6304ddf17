//! The weights of the features of one template.

use super::chain::Scores;
use super::features::Feature;

/// The weights of the features of one template, found by hashing with linear probing (Knuth, TAOCP 3, 6.4).
///
/// Every word of an article is asked for in some eighty of these tables, in most of them for a feature without weights.
/// One template's table and rows are some thousand bytes, which stay in the nearest cache while a paragraph is asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct TemplateWeights {
    /// For each slot, a power of two of them, one more than the place of a feature; 0 where it is free.
    slots: Vec<u32>,
    /// How far the product of a hash is shifted down to the number of a slot.
    shift: u32,
    features: Vec<Feature>,
    rows: Vec<Scores>,
}

/// The golden ratio in 64 bits: the upper bits of its product spread neighbouring numbers.
const GOLDEN_RATIO: u64 = 0x9e37_79b9_7f4a_7c15;

/// Slots for each feature at least, so that of most of what is not there the first slot tells.
const SLOTS_OF_EACH: usize = 4;

impl TemplateWeights {
    /// Adds the weights of a feature; of one that is added again the first count.
    pub fn insert(&mut self, feature: Feature, scores: Scores) {
        self.features.push(feature);
        self.rows.push(scores);
        if self.rows.len() * SLOTS_OF_EACH <= self.slots.len() {
            self.put(self.rows.len() - 1);
            return;
        }
        let n_slots = (self.rows.len() * SLOTS_OF_EACH * 2).next_power_of_two();
        self.slots = vec![0; n_slots];
        self.shift = u64::BITS - n_slots.trailing_zeros();
        (0..self.rows.len()).for_each(|place| self.put(place));
    }

    fn put(&mut self, place: usize) {
        let mut slot = self.first_slot(self.features[place]);
        while self.slots[slot] != 0 {
            slot = self.next_slot(slot);
        }
        // Places beyond 32 bits would be a file of a hundred gigabytes.
        self.slots[slot] = u32::try_from(place + 1).unwrap_or(u32::MAX);
    }

    /// The slot that a feature has where no other took it.
    #[inline]
    fn first_slot(&self, feature: Feature) -> usize {
        (feature.bits().wrapping_mul(GOLDEN_RATIO) >> self.shift) as usize
    }

    #[inline]
    fn next_slot(&self, slot: usize) -> usize {
        (slot + 1) & (self.slots.len() - 1)
    }

    /// The weights of a feature; `None` where it has none.
    #[inline]
    pub fn row(&self, feature: Feature) -> Option<&Scores> {
        if self.slots.is_empty() {
            return None;
        }
        let mut slot = self.first_slot(feature);
        loop {
            // Three of four slots are free, so that one is always met.
            let place = self.slots[slot].checked_sub(1)? as usize;
            if self.features.get(place) == Some(&feature) {
                return self.rows.get(place);
            }
            slot = self.next_slot(slot);
        }
    }

    /// The weights of each feature, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (Feature, &Scores)> {
        self.features.iter().copied().zip(&self.rows)
    }

    /// How many features have weights.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no feature has weights.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Label;
    use super::*;

    #[test]
    fn every_feature_that_was_added_is_found_and_no_other() {
        let mut weights = TemplateWeights::default();
        let feature = |n: u16| Feature::new(3, [n, n / 7, 0, 1]);
        assert_eq!(weights.row(feature(0)), None);
        for n in 0..1_000 {
            weights.insert(feature(n * 2), [f32::from(n); Label::COUNT]);
        }
        for n in 0..1_000 {
            assert_eq!(weights.row(feature(n * 2)), Some(&[f32::from(n); Label::COUNT]), "{n}");
            assert_eq!(weights.row(feature(n * 2 + 1)), None, "{n}");
        }
        assert_eq!((weights.len(), weights.iter().count()), (1_000, 1_000));
    }
}
