use crate::coefficient::Z;
use crate::{Coefficient, Measured, Undefined};

/// How many things got which labels from two people: `counts[one][other]`.
pub type Confusion<const N: usize> = [[u64; N]; N];

/// Cohen's kappa of two people: κ = (pₒ − pₑ) / (1 − pₑ).
///
/// pₒ is the share of things that both gave the same label, pₑ the share that
/// they would have if each gave labels at random as often as they did (Jacob
/// Cohen, “A coefficient of agreement for nominal scales”, Educational and
/// Psychological Measurement 20, 1960). The bounds are those of the large-sample
/// standard error of Fleiss, Cohen and Everitt, “Large sample standard errors of
/// kappa and weighted kappa”, Psychological Bulletin 72, 1969, eq. 13; they take the
/// things for independent of each other, which words of a text are not, and so are
/// rather too narrow than too wide.
///
/// # Errors
/// [`Undefined::NoText`] of nothing, [`Undefined::OneValue`] where pₑ is 1.
///
/// ```
/// use newsmark_agreement::cohen;
///
/// // Fifty proposals: both say yes to 20 and no to 15, one alone to 5 and the other alone to 10.
/// let kappa = cohen(&[[20, 5], [10, 15]]).unwrap();
/// assert_eq!(format!("{kappa}"), "0.40 (0.15–0.65)");
/// ```
pub fn cohen<const N: usize>(counts: &Confusion<N>) -> Measured {
    let total: u64 = counts.iter().flatten().sum();
    if total == 0 {
        return Err(Undefined::NoText);
    }
    let rows: Vec<u64> = counts.iter().map(|row| row.iter().sum()).collect();
    let columns: Vec<u64> = (0..N).map(|label| counts.iter().map(|row| row[label]).sum()).collect();
    // Asked of the counts: 1 − pₑ as a float may be a little off nought and give a wild number.
    if (0..N).any(|label| rows[label] == total && columns[label] == total) {
        return Err(Undefined::OneValue);
    }
    let n = total as f64;
    let share = |count: u64| count as f64 / n;
    let observed: f64 = (0..N).map(|label| share(counts[label][label])).sum();
    let expected: f64 = (0..N).map(|label| share(rows[label]) * share(columns[label])).sum();
    let kappa = (observed - expected) / (1.0 - expected);

    let mut spread = 0.0;
    for one in 0..N {
        for other in 0..N {
            let margins = share(rows[other]) + share(columns[one]);
            let weight = if one == other { 1.0 - margins * (1.0 - kappa) } else { margins * (1.0 - kappa) };
            spread += share(counts[one][other]) * weight * weight;
        }
    }
    let excess = kappa - expected * (1.0 - kappa);
    // Rounding may leave a variance a little below nought.
    let error = (spread - excess * excess).max(0.0).sqrt() / ((1.0 - expected) * n.sqrt());
    // The normal interval can leave the range in which kappa lies.
    let bounds = Some([(kappa - Z * error).max(-1.0), (kappa + Z * error).min(1.0)]);
    Ok(Coefficient { value: kappa, bounds })
}

/// Fleiss' kappa of any number of people: κ = (P̄ − P̄ₑ) / (1 − P̄ₑ).
///
/// Of each thing is known how many people gave it each label, `n` of them in all.
/// P̄ is the mean over the things of the share of pairs of people who agree on it, P̄ₑ the
/// sum of the squares of the labels' shares of everything given (Joseph L. Fleiss,
/// “Measuring nominal scale agreement among many raters”, Psychological Bulletin 76,
/// 1971). Each of `things` comes with how often it is there. Bounds are not
/// given: the paper's standard error is that of κ = 0.
///
/// # Errors
/// [`Undefined::TooFew`] of fewer than two people, [`Undefined::NoText`] of nothing,
/// [`Undefined::OneValue`] where P̄ₑ is 1.
///
/// ```
/// use newsmark_agreement::fleiss;
///
/// // Three people and two labels: they agree on six things, on two others one differs.
/// let kappa = fleiss([([3, 0], 4), ([0, 3], 2), ([2, 1], 2)]).unwrap();
/// assert!((kappa.value - 0.625).abs() < 1e-12);
/// ```
pub fn fleiss<const N: usize>(things: impl IntoIterator<Item = ([u64; N], u64)>) -> Measured {
    let (mut n_things, mut n_people, mut agreeing) = (0_u64, 0_u64, 0.0);
    let mut given = [0_u64; N];
    for (labels, count) in things.into_iter().filter(|(_, count)| *count > 0) {
        n_people = labels.iter().sum();
        if n_people < 2 {
            return Err(Undefined::TooFew);
        }
        n_things += count;
        let pairs: u64 = labels.iter().map(|&n| n * n.saturating_sub(1)).sum();
        agreeing += pairs as f64 / (n_people * (n_people - 1)) as f64 * count as f64;
        for (sum, n) in given.iter_mut().zip(labels) {
            *sum += n * count;
        }
    }
    let all = n_things * n_people;
    if all == 0 {
        return Err(Undefined::NoText);
    }
    // One label has everything, so that chance agrees always.
    if given.contains(&all) {
        return Err(Undefined::OneValue);
    }
    let observed = agreeing / n_things as f64;
    let expected: f64 = given.iter().map(|&n| (n as f64 / all as f64).powi(2)).sum();
    Ok(Coefficient::of((observed - expected) / (1.0 - expected)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_textbook_example_of_cohen_is_0_40() {
        // Fifty grant proposals read by two: 20 yes and 15 no by both, 5 and 10 by one
        // alone. pₒ = 35/50 = 0.7; pₑ = 0.5 · 0.6 + 0.5 · 0.4 = 0.5; κ = 0.2 / 0.5.
        let kappa = cohen(&[[20, 5], [10, 15]]).unwrap();
        assert!((kappa.value - 0.4).abs() < 1e-12, "{kappa}");
        // Eq. 13 of 1969: 0.4 · (1 − 1.1 · 0.6)² + 0.3 · (1 − 0.9 · 0.6)² = 0.10972 from the
        // diagonal, 0.36 · (0.1 · (0.6 + 0.5)² + 0.2 · (0.4 + 0.5)²) = 0.10188 from the rest,
        // less (0.4 − 0.5 · 0.6)² = 0.01; √0.2016 / (0.5 · √50) = 0.1270 is the standard error.
        let [low, high] = kappa.bounds.unwrap();
        assert!((low - 0.1511).abs() < 5e-5 && (high - 0.6489).abs() < 5e-5, "{low} {high}");
    }

    #[test]
    fn the_example_of_fleiss_1971_as_wikipedia_prints_it_is_0_210() {
        // Ten things, fourteen people, five labels: P̄ = 0.378, P̄ₑ = 0.213.
        let table = [
            [0, 0, 0, 0, 14],
            [0, 2, 6, 4, 2],
            [0, 0, 3, 5, 6],
            [0, 3, 9, 2, 0],
            [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0],
            [3, 2, 6, 3, 0],
            [2, 5, 3, 2, 2],
            [6, 5, 2, 1, 0],
            [0, 2, 2, 3, 7],
        ];
        let kappa = fleiss(table.map(|row| (row, 1))).unwrap();
        assert!((kappa.value - 0.210).abs() < 5e-4, "{kappa}");
    }

    #[test]
    fn what_chance_could_not_get_wrong_has_no_kappa() {
        assert_eq!(cohen(&[[50, 0], [0, 0]]), Err(Undefined::OneValue));
        assert_eq!(cohen(&[[0, 0], [0, 0]]), Err(Undefined::NoText));
        assert_eq!(fleiss([([3, 0], 4)]), Err(Undefined::OneValue));
        assert_eq!(fleiss::<2>([]), Err(Undefined::NoText));
        assert_eq!(fleiss([([1, 0], 4)]), Err(Undefined::TooFew));
    }

    #[test]
    fn who_never_agrees_is_below_chance() {
        // One says yes where the other says no: pₒ = 0, pₑ = ½, κ = −1.
        assert_eq!(cohen(&[[0, 8], [8, 0]]).unwrap().value, -1.0);
    }

    proptest! {
        #[test]
        fn a_kappa_is_a_finite_number_up_to_1_within_its_bounds(counts: [[u8; 3]; 3]) {
            let counts = counts.map(|row| row.map(u64::from));
            if let Ok(kappa) = cohen(&counts) {
                let [low, high] = kappa.bounds.unwrap();
                prop_assert!(kappa.value.is_finite() && low <= kappa.value && kappa.value <= high + 1e-12 && high <= 1.0);
            }
        }

        #[test]
        fn fleiss_of_two_who_agree_on_everything_is_1(n in 1_u64..50, m in 1_u64..50) {
            let kappa = fleiss([([2, 0], n), ([0, 2], m)]).unwrap();
            prop_assert!((kappa.value - 1.0).abs() < 1e-12);
        }
    }
}
