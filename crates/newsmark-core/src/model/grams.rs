/// Where each run of a few bytes stands in a text.
///
/// Words are looked up in it without reading the text again: at the places of
/// that run of theirs which the text has most seldom. Making it reads the text
/// twice and takes four bytes for each of the text's.
#[derive(Debug)]
pub struct Grams {
    /// How many bytes a run has.
    length: usize,
    /// Where the places of each bucket begin in `places`, and where the last ends.
    starts: Vec<u32>,
    places: Vec<u32>,
}

impl Grams {
    /// The longest run.
    pub const LONGEST: usize = 4;
    /// Runs of so many bits are told apart: with fewer the runs of a long text share places, with more a short text
    /// costs more than it has.
    const BITS: u32 = 18;

    /// The runs of `length` bytes, at most [`LONGEST`](Grams::LONGEST).
    pub fn of(text: &str, length: usize) -> Grams {
        let runs = || text.as_bytes().windows(length).map(bucket);
        let mut starts = vec![0u32; (1 << Grams::BITS) + 1];
        runs().for_each(|bucket| starts[bucket + 1] += 1);
        for n in 1..starts.len() {
            starts[n] += starts[n - 1];
        }
        // Counting sort: first how many runs each bucket has, then where its places begin, then the places in the order
        // of the text.
        let mut next = starts.clone();
        let mut places = vec![0; runs().count()];
        for (place, bucket) in (0u32..).zip(runs()) {
            places[next[bucket] as usize] = place;
            next[bucket] += 1;
        }
        Grams { length, starts, places }
    }

    /// Where `words`, which are no shorter than a run, begin in the text that this is of; `None` where they do not
    /// stand there or more than once.
    pub fn only(&self, text: &str, words: &str) -> Option<usize> {
        /// So many runs of long words are compared to find the one that is seldom.
        const MOST: usize = 32;
        let n_runs = (words.len() + 1).checked_sub(self.length)?;
        // Spread over the words, as the rare letters of a name may stand anywhere in them.
        let offsets = (0..n_runs).step_by(n_runs.div_ceil(MOST).max(1));
        let run = |offset: usize| self.run(&words.as_bytes()[offset..offset + self.length]);
        let seldom = offsets.min_by_key(|offset| run(*offset).len())?;
        // Several runs share a bucket: whether the words stand there is read in the text.
        let begins = run(seldom).iter().filter_map(|place| (*place as usize).checked_sub(seldom));
        let mut found = begins.filter(|start| text.as_bytes()[*start..].starts_with(words.as_bytes()));
        match (found.next(), found.next()) {
            (Some(start), None) => Some(start),
            _ => None,
        }
    }

    /// The places of the run's bucket.
    fn run(&self, run: &[u8]) -> &[u32] {
        let bucket = bucket(run);
        &self.places[self.starts[bucket] as usize..self.starts[bucket + 1] as usize]
    }
}

/// Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4): the upper bits of a product.
fn bucket(run: &[u8]) -> usize {
    // At most four bytes, which fit into the 32 bits.
    let run = run.iter().fold(0u32, |run, byte| run << 8 | u32::from(*byte));
    (run.wrapping_mul(0x9e37_79b1) >> (u32::BITS - Grams::BITS)) as usize
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_are_found_where_reading_the_text_finds_them(text in "[ab1é ]{0,40}", words in "[ab1é ]{1,6}") {
            let found: Vec<usize> = (0..text.len()).filter(|at| text.as_bytes()[*at..].starts_with(words.as_bytes())).collect();
            let only = if found.len() == 1 { Some(found[0]) } else { None };
            let grams = Grams::of(&text, words.len().min(Grams::LONGEST));
            prop_assert_eq!(grams.only(&text, &words), only);
        }
    }
}
