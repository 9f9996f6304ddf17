use super::{Coefficient, Measured, Undefined};
use crate::model::Category;
use crate::review::alignment::shared;
use crate::review::{Aligned, Comparison};

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

/// The scores of all marks, then those of each category.
pub(super) fn scores(comparison: &Comparison) -> (SpanScores, Vec<(Category, SpanScores)>) {
    let n_sides = comparison.sides().len();
    let mut all = Counts::default();
    let mut by = [Counts::default(); Category::ALL.len()];
    for one in 0..n_sides {
        for other in one + 1..n_sides {
            all.n_pairs += 1;
            for row in comparison.rows() {
                count(&mut by, row, (one, other));
            }
        }
    }
    for counts in &mut by {
        counts.n_pairs = all.n_pairs;
        all.first += counts.first;
        all.other += counts.other;
        all.exact += counts.exact;
        all.overlap += counts.overlap;
    }
    let by_category = Category::ALL.into_iter().map(|category| (category, by[category as usize].scores())).collect();
    (all.scores(), by_category)
}

fn count(by: &mut [Counts; Category::ALL.len()], row: &Aligned, (one, other): (usize, usize)) {
    let (one, other) = (row.marks[one].as_ref(), row.marks[other].as_ref());
    if let Some(one) = one {
        by[one.category() as usize].first += 1;
    }
    if let Some(other) = other {
        by[other.category() as usize].other += 1;
    }
    let (Some(one), Some(other)) = (one, other) else { return };
    if one.category() == other.category() {
        let counts = &mut by[one.category() as usize];
        let is_exact = one.spans == other.spans;
        counts.exact += usize::from(is_exact);
        counts.overlap += usize::from(is_exact || shared(&one.spans, &other.spans) > 0);
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
