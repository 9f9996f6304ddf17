use crate::{Coefficient, Measured, Undefined};

/// How well the marks of one person are those of another.
///
/// The first is the one measured against: precision is the share of the other's marks
/// that are in the first, recall the share of the first's that are in the other, F1 their
/// harmonic mean, which is the same both ways (C. J. van Rijsbergen, “Information
/// Retrieval”, 1979, chapter 7; Hripcsak and Rothschild, “Agreement, the f-measure, and
/// reliability in information retrieval”, JAMIA 12, 2005, on why it serves for agreement
/// over spans). Of more than two people the counts of every pair are added up, the earlier
/// one measured against. Precision and recall have Wilson's bounds, with one pair only, as
/// pairs are not independent.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// Matched over the other's.
    pub precision: Measured,
    /// Matched over the first's.
    pub recall: Measured,
    /// Twice the matched over both's.
    pub f1: Measured,
}

/// What precision, recall and F1 are made of, in marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MatchCounts {
    /// How many marks those measured against have.
    pub first: usize,
    /// How many marks the others have.
    pub other: usize,
    /// How many of the other's are one of the first's; each matches one at most.
    pub matched: usize,
    /// How many pairs of people the counts are the sum of.
    pub n_pairs: usize,
}

impl MatchCounts {
    /// The scores of these counts.
    ///
    /// # Errors
    /// Of a score: [`Undefined::NothingMarked`] where nobody has a mark, of precision
    /// [`Undefined::NothingInOther`] and of recall [`Undefined::NothingInFirst`] where one side has none.
    ///
    /// ```
    /// use newsmark_agreement::MatchCounts;
    ///
    /// // Three marks against four, of which two match.
    /// let scores = MatchCounts { first: 3, other: 4, matched: 2, n_pairs: 1 }.scores();
    /// assert_eq!(scores.precision.unwrap().value, 0.5);
    /// assert_eq!(scores.recall.unwrap().value, 2.0 / 3.0);
    /// assert_eq!(scores.f1.unwrap().value, 4.0 / 7.0);
    /// ```
    pub fn scores(&self) -> Scores {
        let share = |whole, why| {
            let why = if self.first + self.other == 0 { Undefined::NothingMarked } else { why };
            let share = Coefficient::share(self.matched, whole, why)?;
            Ok(if self.n_pairs == 1 { share } else { Coefficient::of(share.value) })
        };
        // Of the counts and not of precision and recall: it stays defined where one side has no mark.
        let f1 = match self.first + self.other {
            0 => Err(Undefined::NothingMarked),
            both => Ok(Coefficient::of(2.0 * self.matched as f64 / both as f64)),
        };
        Scores {
            precision: share(self.other, Undefined::NothingInOther),
            recall: share(self.first, Undefined::NothingInFirst),
            f1,
        }
    }
}
