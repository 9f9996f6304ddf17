use crate::{Coefficient, Measured, Undefined};

/// Krippendorff's alpha for nominal values: α = 1 − Dₒ / Dₑ.
///
/// Each unit holds what each person said of it, by the value's number from 0; `None` where
/// somebody said nothing. A unit of which fewer than two said anything is left out. With
/// n_c values c in the units that stay, n of all, and m_u in unit u,
///
/// - Dₒ = 1/n · Σ_u (ordered pairs of differing values in u) / (m_u − 1),
/// - Dₑ = 1/(n (n − 1)) · Σ_{c≠k} n_c n_k
///
/// (Klaus Krippendorff, “Computing Krippendorff's Alpha-Reliability”, University of
/// Pennsylvania, 2011, sections A to D). It takes any number of people. Bounds are not
/// given, as they need resampling.
///
/// # Errors
/// [`Undefined::NothingMatched`] where no unit has two values, [`Undefined::OneValue`] where all are one.
///
/// ```
/// use newsmark_agreement::nominal;
///
/// // Two people and four things, with the values 0 and 1; the second left one out.
/// let units = [[Some(0), Some(0)], [Some(1), Some(1)], [Some(1), Some(0)], [Some(1), None]];
/// let alpha = nominal(units.iter().map(|unit| unit.as_slice())).unwrap();
/// assert_eq!(format!("{alpha}"), "0.44");
/// ```
pub fn nominal<'u>(units: impl IntoIterator<Item = &'u [Option<usize>]>) -> Measured {
    let mut counts = NominalCounts::default();
    for unit in units {
        counts.add(unit);
    }
    counts.alpha()
}

/// What nominal alpha is made of, counted a unit at a time.
///
/// It takes memory for every number up to the largest value, so values are numbered from 0 on without large gaps.
///
/// ```
/// use newsmark_agreement::{NominalCounts, Undefined};
///
/// let mut counts = NominalCounts::default();
/// counts.add_agreed(0, 2);
/// assert_eq!(counts.alpha(), Err(Undefined::OneValue));
/// counts.add(&[Some(1), Some(1)]);
/// assert_eq!(counts.alpha().unwrap().value, 1.0);
/// ```
#[derive(Clone, Debug, Default)]
pub struct NominalCounts {
    /// How often each value was given, by its number.
    counts: Vec<u64>,
    /// The sum over the units of their differing pairs by the number of values less one.
    differing: f64,
}

impl NominalCounts {
    /// Counts what each person said of a unit.
    pub fn add(&mut self, unit: &[Option<usize>]) {
        let values = || unit.iter().flatten().copied();
        let said = values().count();
        if said < 2 {
            return;
        }
        let pairs = values().map(|value| values().filter(|other| *other != value).count()).sum::<usize>();
        // Each unit weighs by how many said something of it (Krippendorff 2011, section C).
        self.differing += pairs as f64 / (said - 1) as f64;
        values().for_each(|value| self.add_agreed(value, 1));
    }

    /// Counts a unit of which `n` people, two or more, said `value` and nobody anything else.
    pub fn add_agreed(&mut self, value: usize, n: usize) {
        if self.counts.len() <= value {
            self.counts.resize(value + 1, 0);
        }
        self.counts[value] += n as u64;
    }

    /// Alpha of all units so far; see [`nominal`].
    ///
    /// # Errors
    /// Those of [`nominal`].
    pub fn alpha(&self) -> Measured {
        let all: u64 = self.counts.iter().sum();
        if all == 0 {
            return Err(Undefined::NothingMatched);
        }
        // In whole numbers, so that "all are one value" is exact and no rounding passes for chance.
        let chance: u64 = self.counts.iter().map(|count| count * (all - count)).sum();
        if chance == 0 {
            return Err(Undefined::OneValue);
        }
        Ok(Coefficient::of(1.0 - (all - 1) as f64 * self.differing / chance as f64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Units out of a row a person, a digit a value, a dot for nothing.
    fn alpha_of(people: &[&str]) -> Measured {
        let rows: Vec<Vec<_>> =
            people.iter().map(|row| row.chars().map(|c| c.to_digit(10).map(|d| d as usize)).collect()).collect();
        let units: Vec<Vec<_>> = (0..rows[0].len()).map(|unit| rows.iter().map(|row| row[unit]).collect()).collect();
        nominal(units.iter().map(Vec::as_slice))
    }

    #[test]
    fn krippendorff_s_binary_example_of_two_people_is_0_095() {
        // Section A of the paper: 14 zeros and 6 ones, o₀₁ = 4 of n = 20, so that
        // α = 1 − 19 · 4 / (14 · 6).
        let alpha = alpha_of(&["0100000010", "1110010000"]).unwrap();
        assert!((alpha.value - (1.0 - 76.0 / 84.0)).abs() < 1e-12, "{alpha}");
        assert_eq!(format!("{:.3}", alpha.value), "0.095");
    }

    #[test]
    fn krippendorff_s_example_of_four_people_who_left_some_out_is_0_743() {
        // Section D of the paper; the last unit does not count, as only one said anything of it.
        let alpha = alpha_of(&["123321412...", "1233224125.3", ".3332342251.", "12332441251."]);
        assert_eq!(format!("{:.3}", alpha.unwrap().value), "0.743");
    }

    #[test]
    fn one_value_alone_has_no_alpha() {
        assert_eq!(alpha_of(&["111", "111"]), Err(Undefined::OneValue));
        assert_eq!(alpha_of(&["1.1", ".1."]), Err(Undefined::NothingMatched));
    }

    #[test]
    fn who_agrees_on_all_of_several_values_has_1() {
        assert_eq!(alpha_of(&["1212", "1212"]).unwrap().value, 1.0);
    }

    proptest! {
        #[test]
        fn an_alpha_is_a_finite_number_up_to_1(units in prop::collection::vec([0..4_usize, 0..4, 0..4], 0..30)) {
            let units: Vec<Vec<_>> = units.iter().map(|unit| unit.map(|n| n.checked_sub(1)).to_vec()).collect();
            if let Ok(alpha) = nominal(units.iter().map(Vec::as_slice)) {
                prop_assert!(alpha.value.is_finite() && alpha.value <= 1.0);
            }
        }
    }
}
