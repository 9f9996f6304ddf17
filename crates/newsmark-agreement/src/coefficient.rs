use std::fmt;

/// A number that says how far people agree, with the bounds that are known for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coefficient {
    /// The number, finite. 1 is agreement without exception; coefficients that are
    /// corrected for chance are 0 where chance alone would do as well, and can be below.
    pub value: f64,
    /// Between which numbers it lies with 95 % confidence, where a method is known.
    pub bounds: Option<[f64; 2]>,
}

/// A coefficient, or the reason why there is none.
pub type Measured = Result<Coefficient, Undefined>;

/// Why a number is not defined. None is ever made up in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Undefined {
    /// Fewer than two projects.
    TooFew,
    /// There is no text, or none with words.
    NoText,
    /// None of the projects has such a mark.
    NothingMarked,
    /// The project that is measured against has no such mark.
    NothingInFirst,
    /// The project that is measured has no such mark.
    NothingInOther,
    /// Marks are there, but none of one project was paired with one of another.
    NothingMatched,
    /// Everything has one and the same value.
    OneValue,
}

impl Coefficient {
    /// A number without bounds.
    ///
    /// ```
    /// assert_eq!(newsmark_agreement::Coefficient::of(0.4).to_string(), "0.40");
    /// ```
    pub fn of(value: f64) -> Coefficient {
        Coefficient { value, bounds: None }
    }

    /// The share `part` of `whole` as a proportion with the score interval of
    /// Wilson (“Probable inference, the law of succession, and statistical inference”,
    /// Journal of the American Statistical Association 22, 1927); `why` where there is no whole.
    pub(crate) fn share(part: usize, whole: usize, why: Undefined) -> Measured {
        if whole == 0 {
            return Err(why);
        }
        let (share, n) = (part as f64 / whole as f64, whole as f64);
        let square = Z * Z;
        let middle = (share + square / (2.0 * n)) / (1.0 + square / n);
        // Wilson and not the plain normal interval, which for 0 of 5 or 5 of 5 has no width.
        let half = Z / (1.0 + square / n) * (share * (1.0 - share) / n + square / (4.0 * n * n)).sqrt();
        Ok(Coefficient { value: share, bounds: Some([(middle - half).max(0.0), (middle + half).min(1.0)]) })
    }
}

/// The normal deviate of a two-sided 95 % interval.
pub(crate) const Z: f64 = 1.959_963_984_540_054;

impl fmt::Display for Undefined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Undefined::TooFew => "not defined, because agreement needs two projects or more",
            Undefined::NoText => "not defined, because the article has no words",
            Undefined::NothingMarked => "not defined, because nobody marked anything of the kind",
            Undefined::NothingInFirst => "not defined, because the first project has no such mark",
            Undefined::NothingInOther => "not defined, because the other project has no such mark",
            Undefined::NothingMatched => "not defined, because no mark of one project was paired with one of another",
            Undefined::OneValue => {
                "not defined, because everything has one and the same value, so that chance could not have differed"
            }
        })
    }
}

impl fmt::Display for Coefficient {
    /// Two decimals, with the bounds in brackets: `0.40 (0.15–0.65)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2}", self.value)?;
        match self.bounds {
            Some([low, high]) => write!(f, " ({low:.2}–{high:.2})"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_has_the_bounds_of_wilson() {
        // Of 10 marks 8 are found: p = 0.8, z² = 3.8415. The middle is
        // (0.8 + 0.19207) / 1.38415 = 0.71674 and the half width
        // 1.95996 / 1.38415 · √(0.016 + 0.0096036) = 1.41601 · 0.160012 = 0.22658.
        let share = Coefficient::share(8, 10, Undefined::NothingInFirst).unwrap();
        assert_eq!(share.value, 0.8);
        let [low, high] = share.bounds.unwrap();
        assert!((low - 0.4902).abs() < 5e-4 && (high - 0.9433).abs() < 5e-4, "{low} {high}");
    }

    #[test]
    fn a_share_of_nothing_is_not_defined() {
        assert_eq!(Coefficient::share(0, 0, Undefined::NothingInFirst), Err(Undefined::NothingInFirst));
    }

    #[test]
    fn all_of_few_is_less_certain_than_all_of_many() {
        let low = |n| Coefficient::share(n, n, Undefined::NothingInFirst).unwrap().bounds.unwrap()[0];
        assert!(low(3) < 0.5 && low(300) > 0.98);
    }
}
