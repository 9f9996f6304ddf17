/// Things that are one, by their places in a list (union–find, with path halving).
pub(super) struct Union(Vec<usize>);

impl Union {
    /// So many things, each for itself.
    pub fn of(count: usize) -> Union {
        Union((0..count).collect())
    }

    /// Makes the two one.
    pub fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.find(one), self.find(other));
        // The smaller stands for both, so that the answer does not hang on the order of joining.
        self.0[one.max(other)] = one.min(other);
    }

    /// The thing that stands for all that are one with it.
    pub fn find(&mut self, mut n: usize) -> usize {
        while self.0[n] != n {
            self.0[n] = self.0[self.0[n]];
            n = self.0[n];
        }
        n
    }
}
