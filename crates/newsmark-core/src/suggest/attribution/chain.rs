//! A linear chain of labels: the best sequence (Viterbi 1967) and what each label's share of all sequences is
//! (forward-backward, Rabiner 1989, with the scaling of section V.A).

use super::Label;

/// A score for each label, in the order of [`Label::index`].
pub type Scores = [f32; Label::COUNT];

/// Scores for which label follows which.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// The score of beginning a paragraph with a label.
    pub start: Scores,
    /// `follows[from][to]`: the score of `to` right after `from`.
    pub follows: [Scores; Label::COUNT],
}

/// What each label's share of all sequences is, by their scores.
#[derive(Clone, Debug)]
pub struct Marginals {
    /// For each word the probability of each label.
    pub words: Vec<Scores>,
    /// For each word its highest score.
    highest: Vec<f32>,
    /// For each word what its shares add up to before they are scaled to 1, on the way from the first.
    sums: Vec<f32>,
}

const ZERO: Scores = [0.0; Label::COUNT];

impl Chain {
    /// The sequence with the highest sum of scores, a label for each of `words`.
    pub fn best(&self, words: &[Scores]) -> Vec<Label> {
        let Some(first) = words.first() else { return Vec::new() };
        // For each word the best score of a sequence that ends there, by its last label.
        let mut reached: Vec<Scores> = Vec::with_capacity(words.len());
        reached.push(std::array::from_fn(|to| self.start[to] + first[to]));
        for (before, scores) in words[1..].iter().enumerate() {
            let mut next = [f32::NEG_INFINITY; Label::COUNT];
            for (row, score) in self.follows.iter().zip(reached[before]) {
                for to in 0..Label::COUNT {
                    let through = score + row[to];
                    next[to] = if through > next[to] { through } else { next[to] };
                }
            }
            // Scores of a paragraph of a megabyte would leave the range in which single precision tells them apart.
            let most = next.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            for to in 0..Label::COUNT {
                next[to] = next[to] - most + scores[to];
            }
            reached.push(next);
        }
        let mut labels = Vec::with_capacity(words.len());
        let mut ahead: Option<usize> = None;
        // From the end, the label before is asked of one label a word, which is less than to keep it for each.
        for scores in reached.iter().rev() {
            let at = match ahead {
                None => (0..Label::COUNT).max_by(|a, b| scores[*a].total_cmp(&scores[*b])).unwrap_or_default(),
                Some(to) => self.best_before(scores, to),
            };
            labels.push(Label::from_index(at));
            ahead = Some(at);
        }
        labels.reverse();
        labels
    }

    /// The label through which label `to` is best reached from `scores`; of several the first.
    fn best_before(&self, scores: &Scores, to: usize) -> usize {
        let (mut best, mut most) = (0, f32::NEG_INFINITY);
        for (from, score) in scores.iter().enumerate() {
            let through = score + self.follows[from][to];
            if through > most {
                (best, most) = (from, through);
            }
        }
        best
    }

    /// The share of each label; where `expected` is given, the expected number of times that each follows each is
    /// added to it.
    pub fn marginals(&self, words: &[Scores], expected: Option<&mut [Scores; Label::COUNT]>) -> Marginals {
        let n = words.len();
        if n == 0 {
            return Marginals { words: Vec::new(), highest: Vec::new(), sums: Vec::new() };
        }
        let factors = self.follows.map(|row| row.map(f32::exp));
        // The same by the label that follows, so that sums over it are reckoned side by side.
        let by_next: [Scores; Label::COUNT] = std::array::from_fn(|to| std::array::from_fn(|from| factors[from][to]));
        let highest = words.iter().map(|scores| scores.iter().copied().fold(f32::NEG_INFINITY, f32::max)).collect();
        let mut marginals = Marginals { words: vec![ZERO; n], highest, sums: Vec::with_capacity(n) };
        let mut potentials: Vec<Scores> = words.to_vec();
        for (potential, most) in potentials.iter_mut().zip(&marginals.highest) {
            potential.iter_mut().for_each(|score| *score = (*score - most).exp());
        }
        let mut forward: Vec<Scores> = Vec::with_capacity(n);
        for (at, potential) in potentials.iter().enumerate() {
            let mut sums = match at.checked_sub(1) {
                None => self.start.map(f32::exp),
                Some(before) => weighed(&forward[before], &factors),
            };
            for label in 0..Label::COUNT {
                sums[label] *= potential[label];
            }
            marginals.sums.push(scale(&mut sums));
            forward.push(sums);
        }
        let mut expected = expected;
        let mut backward = [1.0; Label::COUNT];
        for at in (0..n).rev() {
            let shares = &mut marginals.words[at];
            for label in 0..Label::COUNT {
                shares[label] = forward[at][label] * backward[label];
            }
            scale(shares);
            let Some(before) = at.checked_sub(1) else { break };
            let ahead: Scores = std::array::from_fn(|to| potentials[at][to] * backward[to]);
            let mut sums = weighed(&ahead, &by_next);
            if let Some(expected) = expected.as_deref_mut() {
                let total: f32 = forward[before].iter().zip(&sums).map(|(share, sum)| share * sum).sum();
                for ((row, factors), share) in expected.iter_mut().zip(&factors).zip(&forward[before]) {
                    for ((cell, factor), weight) in row.iter_mut().zip(factors).zip(&ahead) {
                        *cell += share * factor * weight / total.max(f32::MIN_POSITIVE);
                    }
                }
            }
            scale(&mut sums);
            backward = sums;
        }
        marginals
    }
}

impl Marginals {
    /// The logarithm of the sum over all sequences of their exponentiated scores.
    pub fn log_partition(&self) -> f64 {
        let highest: f64 = self.highest.iter().map(|most| f64::from(*most)).sum();
        self.sums.iter().fold(highest, |sum, of_word| sum + f64::from(*of_word).ln())
    }
}

/// The sum of `rows`, each as often as `times` says.
fn weighed(times: &Scores, rows: &[Scores; Label::COUNT]) -> Scores {
    let mut sums = ZERO;
    for (time, row) in times.iter().zip(rows) {
        for label in 0..Label::COUNT {
            sums[label] += time * row[label];
        }
    }
    sums
}

/// Divides by the sum, so that it becomes 1, and returns what it was.
fn scale(shares: &mut Scores) -> f32 {
    let sum: f32 = shares.iter().sum();
    // Nothing is left where all sequences have become impossible; then all labels are alike.
    if sum > f32::MIN_POSITIVE {
        shares.iter_mut().for_each(|share| *share /= sum);
        sum
    } else {
        *shares = [1.0 / Label::COUNT as f32; Label::COUNT];
        f32::MIN_POSITIVE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A chain and scores in which no two sequences are alike.
    fn uneven(n: usize) -> (Chain, Vec<Scores>) {
        let wave = |x: usize| ((x * 7919 % 101) as f32 / 50.0) - 1.0;
        let chain = Chain {
            start: std::array::from_fn(wave),
            follows: std::array::from_fn(|from| std::array::from_fn(|to| wave(from * 31 + to * 3 + 5))),
        };
        (chain, (0..n).map(|at| std::array::from_fn(|label| wave(at * 17 + label * 11))).collect())
    }

    /// The score of every sequence of three words.
    fn every_sequence(chain: &Chain, words: &[Scores]) -> Vec<([usize; 3], f64)> {
        let labels = 0..Label::COUNT;
        let triples =
            labels.clone().flat_map(|a| labels.clone().flat_map(move |b| (0..Label::COUNT).map(move |c| [a, b, c])));
        let score = |[a, b, c]: [usize; 3]| {
            let steps = chain.start[a] + chain.follows[a][b] + chain.follows[b][c];
            f64::from(steps + words[0][a] + words[1][b] + words[2][c])
        };
        triples.map(|triple| (triple, score(triple))).collect()
    }

    #[test]
    fn the_best_sequence_is_the_one_that_trying_all_finds() {
        let (chain, words) = uneven(3);
        let all = every_sequence(&chain, &words);
        let best = all.iter().max_by(|a, b| a.1.total_cmp(&b.1)).unwrap().0;
        let found: Vec<usize> = chain.best(&words).into_iter().map(Label::index).collect();
        assert_eq!(found, best);
    }

    #[test]
    fn shares_are_those_that_adding_all_sequences_up_gives() {
        let (chain, words) = uneven(3);
        let all = every_sequence(&chain, &words);
        let total: f64 = all.iter().map(|(_, score)| score.exp()).sum();
        let mut expected = [[0.0; Label::COUNT]; Label::COUNT];
        let marginals = chain.marginals(&words, Some(&mut expected));
        assert!((marginals.log_partition() - total.ln()).abs() < 1e-3);
        for label in 0..Label::COUNT {
            let of_label = all.iter().filter(|(triple, _)| triple[1] == label);
            let share = of_label.map(|(_, score)| score.exp()).sum::<f64>() / total;
            assert!((f64::from(marginals.words[1][label]) - share).abs() < 1e-4);
        }
        let twice = all.iter().map(|([a, b, c], score)| {
            let times = u8::from((*a, *b) == (2, 5)) + u8::from((*b, *c) == (2, 5));
            f64::from(times) * score.exp() / total
        });
        assert!((f64::from(expected[2][5]) - twice.sum::<f64>()).abs() < 1e-4);
    }
}
