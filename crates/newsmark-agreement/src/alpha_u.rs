use std::collections::BTreeSet;

use crate::{Coefficient, Measured, Undefined};

/// A stretch of a text with what one person marked it as; never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit<L> {
    /// Where it begins, in units of length from the start of the text.
    pub start: usize,
    /// Where it ends, without that place itself.
    pub end: usize,
    /// What it is marked as.
    pub label: L,
}

/// Krippendorff's alpha for unitizing, ᵤα, with nominal values.
///
/// It is the coefficient ᵤα of Krippendorff, Mathet, Bouvry and Widlöcher, “On the
/// reliability of unitizing textual continua: Further developments”, Quality & Quantity
/// 50, 2016, section 5.1, eq. 1, 4 and 5, which corrects the one of Krippendorff,
/// “Content Analysis”, 3rd edition, 2013, section 12.6, for more than two people. It is
/// neither α_U of 1995 nor |ᵤα, cᵤα or (k)ᵤα of the same paper. Every person's marks divide the whole text into units, each with a
/// value, and the gaps between them, whose value is “none”. With m people,
///
/// - ℓ_cc, the observed coincidence of value c, is the length that pairs of units of
///   different people with that value have in common, of every ordered pair of people,
///   divided by m − 1; ℓ_c the length of all units of that value; ℓ of all, m times the text;
/// - q_c is the sum of the **squares** of the lengths of the units of value c; of the gaps,
///   which have no structure of their own, the sum of their lengths;
/// - e_cc = ℓ (ℓ_c² − q_c) / (ℓ² − Σ q) is the coincidence to be expected by chance, where
///   a unit is never paired with itself;
/// - ᵤα = 1 − (ℓ − Σ ℓ_cc) / (ℓ − Σ e_cc).
///
/// The unit of length is the caller's: one in which every place of the text counts alike, as the
/// Unicode code point does and the byte does not. Units of one person are sorted and share no place. Bounds are not given, as they
/// need resampling.
///
/// # Errors
/// [`Undefined::TooFew`] of fewer than two people, [`Undefined::NoText`] of no text,
/// [`Undefined::NothingMarked`] where there is no unit, [`Undefined::OneValue`] where
/// there is one value and no gap.
///
/// ```
/// use newsmark_agreement::{Unit, alpha_u};
///
/// // Of a text of ten letters one marks the third to the sixth as a quotation, the other all of them but the last.
/// let own = vec![Unit { start: 2, end: 6, label: "quotation" }];
/// let other = vec![Unit { start: 2, end: 5, label: "quotation" }];
/// let alpha = alpha_u(&[own, other], 10).unwrap();
/// assert_eq!(format!("{alpha}"), "0.80");
/// ```
pub fn alpha_u<L: Copy + Ord>(people: &[Vec<Unit<L>>], length: usize) -> Measured {
    if people.len() < 2 {
        return Err(Undefined::TooFew);
    }
    if length == 0 {
        return Err(Undefined::NoText);
    }
    if people.iter().all(Vec::is_empty) {
        return Err(Undefined::NothingMarked);
    }
    let values = Values::of(people);
    let (margins, squares) = lengths(people, &values, length);
    let all = people.len() as f64 * length as f64;
    // One value over the whole text: everything agrees, and so would chance.
    if margins.iter().filter(|margin| **margin > 0.0).count() < 2 {
        return Err(Undefined::OneValue);
    }
    let observed = agreeing(people, &values, length) / (people.len() - 1) as f64;
    let by_chance: f64 = margins.iter().zip(&squares).map(|(margin, square)| margin * margin - square).sum();
    let expected = all * by_chance / (all * all - squares.iter().sum::<f64>());
    Ok(Coefficient::of(1.0 - (all - observed) / (all - expected)))
}

/// The values that units have, each with a number; that of the gaps is [`GAP`].
struct Values<L>(Vec<L>);

/// The number of the value of the gaps.
const GAP: usize = 0;

impl<L: Copy + Ord> Values<L> {
    fn of(people: &[Vec<Unit<L>>]) -> Values<L> {
        // Kept distinct from the start: there are many units and few values.
        let distinct: BTreeSet<L> = people.iter().flatten().map(|unit| unit.label).collect();
        Values(distinct.into_iter().collect())
    }

    /// How many there are, that of the gaps among them.
    fn count(&self) -> usize {
        self.0.len() + 1
    }

    /// The number of a value that a unit has.
    fn index(&self, label: L) -> usize {
        self.0.partition_point(|other| *other < label) + 1
    }
}

/// The lengths of all units of each value, and the sums of their squares; the gaps' own sum for the gaps.
fn lengths<L: Copy + Ord>(people: &[Vec<Unit<L>>], values: &Values<L>, length: usize) -> (Vec<f64>, Vec<f64>) {
    let (mut margins, mut squares) = (vec![0.0; values.count()], vec![0.0; values.count()]);
    for units in people {
        let mut left = length;
        for unit in units {
            let long = unit.end - unit.start;
            left -= long;
            let value = values.index(unit.label);
            margins[value] += long as f64;
            squares[value] += long as f64 * long as f64;
        }
        margins[GAP] += left as f64;
        squares[GAP] += left as f64;
    }
    (margins, squares)
}

/// The length on which ordered pairs of people give the same value.
fn agreeing<L: Copy + Ord>(people: &[Vec<Unit<L>>], values: &Values<L>, length: usize) -> f64 {
    let mut next = vec![0; people.len()];
    let (mut at, mut sum) = (0, 0.0);
    let mut here = Vec::with_capacity(people.len());
    let mut counts = vec![0_u64; values.count()];
    while at < length {
        // Up to the next boundary of anybody all values stay as they are, so that the text is gone through by
        // boundaries and not by places.
        let (mut end, mut pairs) = (length, 0);
        here.clear();
        for (units, next) in people.iter().zip(&mut next) {
            while units.get(*next).is_some_and(|unit| unit.end <= at) {
                *next += 1;
            }
            let value = match units.get(*next) {
                Some(unit) if unit.start <= at => {
                    end = end.min(unit.end);
                    values.index(unit.label)
                }
                Some(unit) => {
                    end = end.min(unit.start);
                    GAP
                }
                None => GAP,
            };
            pairs += 2 * counts[value];
            counts[value] += 1;
            here.push(value);
        }
        // Only what was counted is taken back: there may be many more values than people.
        here.iter().for_each(|&value| counts[value] = 0);
        sum += pairs as f64 * (end - at) as f64;
        at = end;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nominal;
    use proptest::prelude::*;

    /// Units as letters, a run of one letter a unit, a dot for a gap and a bar between units that touch.
    fn units(drawn: &str) -> (Vec<Unit<char>>, usize) {
        let mut units: Vec<Unit<char>> = Vec::new();
        let (mut at, mut is_cut) = (0, true);
        for c in drawn.chars() {
            if c == '|' {
                is_cut = true;
                continue;
            }
            if c != '.' {
                match units.last_mut().filter(|last| !is_cut && last.end == at && last.label == c) {
                    Some(last) => last.end = at + 1,
                    None => units.push(Unit { start: at, end: at + 1, label: c }),
                }
            }
            is_cut = false;
            at += 1;
        }
        (units, at)
    }

    fn alpha(people: &[&str]) -> Measured {
        let length = units(people[0]).1;
        let people: Vec<Vec<Unit<char>>> = people.iter().map(|drawn| units(drawn).0).collect();
        alpha_u(&people, length)
    }

    fn is(measured: Measured, value: f64) {
        let found = measured.unwrap().value;
        assert!((found - value).abs() < 1e-12, "{found} is not {value}");
    }

    #[test]
    fn a_unit_that_one_drew_too_short_costs_what_it_leaves_out() {
        // Two people, ten places, so ℓ = 20. One marks four places, the other three of them.
        // Both agree on 3 marked and 6 unmarked places: Σ ℓ_cc = 2 · 9 = 18, disagreement 2.
        // ℓ_C = 7, ℓ_gap = 13; q_C = 16 + 9 = 25, q_gap = 6 + 7 = 13; ℓ² − Σq = 400 − 38 = 362.
        // Σ e_cc = 20 · ((49 − 25) + (169 − 13)) / 362 = 20 · 180 / 362, so that the expected
        // disagreement is 20 · 182 / 362 and ᵤα = 1 − 2 · 362 / (20 · 182) = 1 − 724 / 3640.
        is(alpha(&["..CCCC....", "..CCC....."]), 1.0 - 724.0 / 3640.0);
    }

    #[test]
    fn the_same_units_under_other_values_disagree() {
        // ℓ = 20; each marks four places, one as C, the other as Q. The gaps agree: Σ ℓ_cc = 12,
        // disagreement 8. q_C = q_Q = 16, q_gap = 12; ℓ² − Σq = 356. Σ(ℓ_c² − q_c) =
        // (16 − 16) + (16 − 16) + (144 − 12) = 132, expected disagreement 20 · 224 / 356.
        is(alpha(&["..CCCC....", "..QQQQ...."]), 1.0 - 8.0 * 356.0 / (20.0 * 224.0));
    }

    #[test]
    fn three_people_are_taken_pair_by_pair() {
        // ℓ = 18, m = 3. Places: 2 where all three mark, 1 where two do, 3 where none does.
        // Ordered pairs that agree: 2·6 + 1·2 + 3·6 = 32, over m − 1 = 2 is 16, disagreement 2.
        // ℓ_C = 3 + 3 + 2 = 8, q_C = 9 + 9 + 4 = 22; ℓ_gap = 10 = q_gap. ℓ² − Σq = 324 − 32 = 292.
        // Σ(ℓ_c² − q_c) = (64 − 22) + (100 − 10) = 132; expected disagreement 18 · 160 / 292.
        is(alpha(&["CCC...", "CCC...", "CC...."]), 1.0 - 2.0 * 292.0 / (18.0 * 160.0));
    }

    #[test]
    fn where_a_unit_is_divided_matters_through_what_is_expected() {
        // As the first case, but one drew two units of two places: q_C = 4 + 4 + 9 = 17, so
        // ℓ² − Σq = 370 and the expected disagreement 20 · 182 / 370.
        is(alpha(&["..CC|CC....", "..CCC....."]), 1.0 - 2.0 * 370.0 / (20.0 * 182.0));
    }

    #[test]
    fn units_of_one_place_give_krippendorff_s_published_nominal_alpha() {
        // With units of length 1 is q_c = ℓ_c, and ᵤα is nominal alpha term by term. The
        // two people of “Computing Krippendorff's Alpha-Reliability”, section A: α = 0.095.
        let measured = alpha(&[".C......C.", "C|C|C..C...."]).unwrap();
        assert_eq!(format!("{:.3}", measured.value), "0.095");
    }

    #[test]
    fn what_nobody_marked_or_all_marked_alike_has_no_alpha() {
        assert_eq!(alpha(&["....", "...."]), Err(Undefined::NothingMarked));
        assert_eq!(alpha(&["CCCC", "CCCC"]), Err(Undefined::OneValue));
        assert_eq!(alpha(&["", ""]), Err(Undefined::NoText));
        assert_eq!(alpha(&["CC.."]), Err(Undefined::TooFew));
    }

    #[test]
    fn who_marks_what_the_other_leaves_out_is_below_chance() {
        assert!(alpha(&["CCCCC.....", ".....CCCCC"]).unwrap().value < 0.0);
        is(alpha(&["..CC..QQ..", "..CC..QQ.."]), 1.0);
    }

    proptest! {
        #[test]
        fn it_is_a_finite_number_up_to_1_and_1_for_the_same(drawn in "[.C|Q]{1,30}", other in "[.C|Q]{1,30}") {
            let ((one, length), (other, longer)) = (units(&drawn), units(&other));
            let measured = alpha_u(&[one.clone(), other], length.max(longer));
            if let Ok(found) = measured {
                prop_assert!(found.value.is_finite() && found.value <= 1.0);
            }
            if let Ok(found) = alpha_u(&[one.clone(), one], length) {
                prop_assert!((found.value - 1.0).abs() < 1e-9);
            }
        }

        #[test]
        fn with_units_of_one_place_it_is_nominal_alpha(rows in prop::collection::vec([0..3_usize, 0..3, 0..3], 1..30)) {
            let people: Vec<Vec<Unit<usize>>> = (0..3)
                .map(|person| {
                    let marked = rows.iter().enumerate().filter(|(_, row)| row[person] > 0);
                    marked.map(|(at, row)| Unit { start: at, end: at + 1, label: row[person] }).collect()
                })
                .collect();
            let values: Vec<[Option<usize>; 3]> = rows.iter().map(|row| row.map(Some)).collect();
            match (alpha_u(&people, rows.len()), nominal(values.iter().map(|row| row.as_slice()))) {
                (Ok(one), Ok(other)) => prop_assert!((one.value - other.value).abs() < 1e-9),
                (one, _) => prop_assert!(one.is_err()),
            }
        }
    }
}
