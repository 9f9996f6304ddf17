use super::{Coefficient, Measured, Undefined};
use crate::model::{Annotation, Category};
use crate::review::Aligned;
use crate::review::alignment::shared;

/// How well the marks of one project are those of another.
///
/// With two projects the first is the one measured against: precision is the share of the
/// other's marks that are in the first, recall the share of the first's that are in the
/// other, F1 their harmonic mean, which is the same both ways (C. J. van Rijsbergen,
/// “Information Retrieval”, 1979, chapter 7; Hripcsak and Rothschild, “Agreement, the
/// f-measure, and reliability in information retrieval”, JAMIA 12, 2005, on why it serves
/// for agreement over spans). With more, the counts of every pair of projects are added
/// up, the earlier one measured against. Precision and recall have Wilson's bounds, with one
/// pair only, as pairs are not independent.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// Matched over the other's.
    pub precision: Measured,
    /// Matched over the first's.
    pub recall: Measured,
    /// Twice the matched over both's.
    pub f1: Measured,
}

/// How well marks match, strictly and loosely, of one category or of all.
#[derive(Clone, Debug, PartialEq)]
pub struct SpanScores {
    /// The same spans and category.
    pub exact: Scores,
    /// The same category and at least one byte in common; each mark matches one other at most.
    pub overlap: Scores,
}

#[derive(Clone, Copy, Default)]
struct Counts {
    first: usize,
    other: usize,
    exact: usize,
    overlap: usize,
    n_pairs: usize,
}

/// What the scores ask for, counted a row at a time.
#[derive(Default)]
pub(super) struct Tally([Counts; Category::ALL.len()]);

impl Tally {
    /// Counts a row of the comparison, every pair of projects for itself.
    pub(super) fn add(&mut self, row: &Aligned) {
        for (n, one) in row.marks.iter().enumerate() {
            for other in &row.marks[n + 1..] {
                self.count(one.as_deref(), other.as_deref());
            }
        }
    }

    fn count(&mut self, one: Option<&Annotation>, other: Option<&Annotation>) {
        if let Some(one) = one {
            self.0[one.category() as usize].first += 1;
        }
        if let Some(other) = other {
            self.0[other.category() as usize].other += 1;
        }
        let (Some(one), Some(other)) = (one, other) else { return };
        if one.category() == other.category() {
            let counts = &mut self.0[one.category() as usize];
            let is_exact = one.spans == other.spans;
            counts.exact += usize::from(is_exact);
            counts.overlap += usize::from(is_exact || shared(&one.spans, &other.spans) > 0);
        }
    }

    /// The scores of all marks, then those of each category, of so many projects.
    pub(super) fn scores(mut self, n_sides: usize) -> (SpanScores, Vec<(Category, SpanScores)>) {
        let mut all = Counts { n_pairs: n_sides * n_sides.saturating_sub(1) / 2, ..Counts::default() };
        for counts in &mut self.0 {
            counts.n_pairs = all.n_pairs;
            all.first += counts.first;
            all.other += counts.other;
            all.exact += counts.exact;
            all.overlap += counts.overlap;
        }
        let of = |category: Category| (category, self.0[category as usize].scores());
        (all.scores(), Category::ALL.map(of).to_vec())
    }
}

impl Counts {
    fn scores(&self) -> SpanScores {
        SpanScores { exact: self.scores_of(self.exact), overlap: self.scores_of(self.overlap) }
    }

    fn scores_of(&self, matched: usize) -> Scores {
        let share = |whole, why| {
            let why = if self.first + self.other == 0 { Undefined::NothingMarked } else { why };
            let share = Coefficient::share(matched, whole, why)?;
            Ok(if self.n_pairs == 1 { share } else { Coefficient::of(share.value) })
        };
        let f1 = match self.first + self.other {
            0 => Err(Undefined::NothingMarked),
            both => Ok(Coefficient::of(2.0 * matched as f64 / both as f64)),
        };
        Scores {
            precision: share(self.other, Undefined::NothingInOther),
            recall: share(self.first, Undefined::NothingInFirst),
            f1,
        }
    }
}
