/// How many are drawn, and by which seed.
#[derive(Clone, Copy)]
pub struct Draw {
    pub seed: u64,
    pub n: usize,
}

impl Draw {
    /// So many of `all`, each with the same chance, in the order in which they stand there.
    pub fn of<T>(self, mut all: Vec<T>) -> Vec<T> {
        let mut state = self.seed;
        // The one with the lowest random number goes first: a draw without putting back.
        let mut numbered: Vec<(u64, usize)> = (0..all.len()).map(|place| (next(&mut state), place)).collect();
        numbered.sort_unstable();
        let mut places: Vec<usize> = numbered.into_iter().take(self.n).map(|(_, place)| place).collect();
        places.sort_unstable();
        let mut drawn = Vec::with_capacity(places.len());
        // From the end, so that the places before stay what they are.
        for place in places.into_iter().rev() {
            drawn.push(all.swap_remove(place));
        }
        drawn.reverse();
        drawn
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): a few lines that draw the same on every machine.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
