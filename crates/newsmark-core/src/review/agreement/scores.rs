use newsmark_agreement::{MatchCounts, Scores};

use crate::model::{Annotation, Category};
use crate::review::Aligned;
use crate::review::alignment::shared;

/// How well marks match, strictly and loosely, of one category or of all. With two projects the first is the one
/// measured against.
#[derive(Clone, Debug, PartialEq)]
pub struct SpanScores {
    /// The same spans and category.
    pub exact: Scores,
    /// The same category and at least one byte in common; each mark matches one other at most.
    pub overlap: Scores,
}

#[derive(Clone, Copy, Default)]
struct Counts {
    exact: MatchCounts,
    overlap: MatchCounts,
}

/// What the scores ask for, counted a row at a time.
#[derive(Default)]
pub(super) struct SpanCounts([Counts; Category::ALL.len()]);

impl SpanCounts {
    /// Counts a row of the comparison, every pair of projects for itself.
    pub(super) fn add(&mut self, row: &Aligned) {
        for (n, one) in row.marks.iter().enumerate() {
            for other in &row.marks[n + 1..] {
                self.count(one.as_deref(), other.as_deref());
            }
        }
    }

    fn count(&mut self, one: Option<&Annotation>, other: Option<&Annotation>) {
        // A mark that only one side has counts as one that was there to be matched, or recall would be of the matched
        // alone.
        if let Some(one) = one {
            self.0[one.category() as usize].each(|counts| counts.first += 1);
        }
        if let Some(other) = other {
            self.0[other.category() as usize].each(|counts| counts.other += 1);
        }
        let (Some(one), Some(other)) = (one, other) else { return };
        if one.category() == other.category() {
            let counts = &mut self.0[one.category() as usize];
            let is_exact = one.spans == other.spans;
            counts.exact.matched += usize::from(is_exact);
            counts.overlap.matched += usize::from(is_exact || shared(&one.spans, &other.spans) > 0);
        }
    }

    /// The scores of all marks, then those of each category, of so many projects.
    pub(super) fn scores(mut self, n_sides: usize) -> (SpanScores, Vec<(Category, SpanScores)>) {
        // Every two of them once.
        let n_pairs = n_sides * n_sides.saturating_sub(1) / 2;
        let mut all = Counts::default();
        for counts in &self.0 {
            for (sum, counts) in [(&mut all.exact, counts.exact), (&mut all.overlap, counts.overlap)] {
                sum.first += counts.first;
                sum.other += counts.other;
                sum.matched += counts.matched;
            }
        }
        self.0.iter_mut().chain([&mut all]).for_each(|counts| counts.each(|counts| counts.n_pairs = n_pairs));
        let of = |category: Category| (category, self.0[category as usize].scores());
        (all.scores(), Category::ALL.map(of).to_vec())
    }
}

impl Counts {
    /// Changes the strict and the loose counts alike.
    fn each(&mut self, change: impl Fn(&mut MatchCounts)) {
        change(&mut self.exact);
        change(&mut self.overlap);
    }

    fn scores(&self) -> SpanScores {
        SpanScores { exact: self.exact.scores(), overlap: self.overlap.scores() }
    }
}
