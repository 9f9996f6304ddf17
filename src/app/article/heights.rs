/// The heights of a column of parts, in points, with sums in logarithmic time (a
/// Fenwick tree): what stands at a place, where a part begins.
#[derive(Clone, Debug, Default)]
pub struct Heights {
    heights: Vec<f32>,
    known: Vec<bool>,
    // In f64: sums of a hundred thousand heights in f32 are off by points, and the column would jump while
    // it scrolls.
    tree: Vec<f64>,
}

impl Heights {
    /// A column of those heights, all of them guessed.
    pub fn new(heights: Vec<f32>) -> Heights {
        let mut tree = vec![0.0; heights.len() + 1];
        for (index, height) in heights.iter().enumerate() {
            tree[index + 1] += f64::from(*height);
            let parent = (index + 1) + lowest_bit(index + 1);
            if parent < tree.len() {
                tree[parent] += tree[index + 1];
            }
        }
        let known = vec![false; heights.len()];
        Heights { heights, known, tree }
    }

    /// How many parts there are.
    pub fn len(&self) -> usize {
        self.heights.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.heights.is_empty()
    }

    /// The height of one, in points.
    pub fn height(&self, index: usize) -> f32 {
        self.heights[index]
    }

    /// Whether the height of one was measured.
    pub fn is_known(&self, index: usize) -> bool {
        self.known.get(index).copied().unwrap_or(false)
    }

    /// Takes note of the measured height of one, and answers by how many points it grew.
    pub fn set(&mut self, index: usize, height: f32) -> f32 {
        self.known[index] = true;
        let growth = height - self.heights[index];
        if growth != 0.0 {
            self.heights[index] = height;
            let mut node = index + 1;
            while node < self.tree.len() {
                self.tree[node] += f64::from(growth);
                node += lowest_bit(node);
            }
        }
        growth
    }

    /// Where one begins, in points from the top of the column.
    pub fn top(&self, index: usize) -> f64 {
        let mut node = index;
        let mut sum = 0.0;
        while node > 0 {
            sum += self.tree[node];
            node -= lowest_bit(node);
        }
        sum
    }

    /// The height of the whole column, in points.
    pub fn total(&self) -> f64 {
        self.top(self.heights.len())
    }

    /// The one that stands at `y` points from the top; the last one beyond the end.
    pub fn at(&self, y: f64) -> usize {
        let mut index = 0;
        let mut rest = y;
        let mut step = self.tree.len().next_power_of_two() / 2;
        // Down the tree by halves. Each node left out to the right holds too much, each one passed is taken
        // off the rest.
        while step > 0 {
            if index + step < self.tree.len() && self.tree[index + step] <= rest {
                index += step;
                rest -= self.tree[index];
            }
            step /= 2;
        }
        index.min(self.heights.len().saturating_sub(1))
    }
}

fn lowest_bit(index: usize) -> usize {
    index & index.wrapping_neg()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sums_and_places_are_those_of_plain_addition(
            heights in prop::collection::vec(0u16..50, 1..40),
            corrections in prop::collection::vec((0usize..40, 0u16..50), 0..20),
            y in 0u16..1500,
        ) {
            let mut plain: Vec<f32> = heights.iter().map(|height| f32::from(*height)).collect();
            let mut column = Heights::new(plain.clone());
            for (index, height) in corrections {
                if index < plain.len() {
                    plain[index] = f32::from(height);
                    column.set(index, f32::from(height));
                }
            }
            for index in 0..=plain.len() {
                let sum: f32 = plain[..index].iter().sum();
                prop_assert_eq!(column.top(index), f64::from(sum));
            }
            let found = column.at(f64::from(y));
            let is_there = column.top(found) <= f64::from(y) && f64::from(y) < column.top(found + 1);
            prop_assert!(is_there || f64::from(y) >= column.total());
        }
    }
}
