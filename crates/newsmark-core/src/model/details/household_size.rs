use std::fmt;
use std::str::FromStr;

/// How many persons a household has, in hundredths, as averages have fractions: 4.5 is 450.
///
/// # Invariants
/// More than nought and less than 1,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HouseholdSize(u32);

/// Words that are no size of a household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a household’s size is a number from 0.01 to 999.99 with at most two decimals, as 4.5")]
pub struct NotASize;

impl HouseholdSize {
    /// So many hundredths of a person; `None` for nought and from 1,000 persons on.
    pub fn of_hundredths(hundredths: u32) -> Option<HouseholdSize> {
        (1..100_000).contains(&hundredths).then_some(HouseholdSize(hundredths))
    }

    /// So many hundredths of a person.
    pub fn hundredths(self) -> u32 {
        self.0
    }

    /// The persons in so many households, rounded to the nearest; `None` beyond 64 bits.
    ///
    /// ```
    /// use newsmark_core::model::{HouseholdSize, NotASize};
    ///
    /// let size: HouseholdSize = "4.5".parse()?;
    /// assert_eq!(size.persons(300), Some(1_350));
    /// # Ok::<(), NotASize>(())
    /// ```
    pub fn persons(self, households: u64) -> Option<u64> {
        // The product of 64 and 17 bits fits into 128.
        let hundredths = u128::from(households) * u128::from(self.0);
        u64::try_from((hundredths + 50) / 100).ok()
    }
}

impl fmt::Display for HouseholdSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match rest {
            0 => write!(f, "{whole}"),
            rest if rest % 10 == 0 => write!(f, "{whole}.{}", rest / 10),
            rest => write!(f, "{whole}.{rest:02}"),
        }
    }
}

impl FromStr for HouseholdSize {
    type Err = NotASize;

    fn from_str(written: &str) -> Result<HouseholdSize, NotASize> {
        // A decimal comma as well: editors type the sign of their own language.
        let (whole, rest) = written.split_once(['.', ',']).unwrap_or((written, "0"));
        let is_number =
            |digits: &str, most| (1..=most).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        if !is_number(whole, 3) || !is_number(rest, 2) {
            return Err(NotASize);
        }
        let number = |digits: &str| digits.parse::<u32>().map_err(|_| NotASize);
        let tenths = if rest.len() == 1 { 10 } else { 1 };
        HouseholdSize::of_hundredths(number(whole)? * 100 + number(rest)? * tenths).ok_or(NotASize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_size_is_read_as_it_is_written(hundredths in 1u32..100_000) {
            let size = HouseholdSize::of_hundredths(hundredths).unwrap();
            prop_assert_eq!(size.to_string().parse(), Ok(size));
        }
    }

    #[test]
    fn persons_are_households_times_their_size() {
        let size: HouseholdSize = "4.5".parse().unwrap();
        assert_eq!(size.persons(300), Some(1350));
        assert_eq!(size.persons(1), Some(5));
        assert_eq!(size.persons(u64::MAX), None);
    }

    #[test]
    fn what_is_no_size_is_refused() {
        for written in ["", "0", "0.00", "-3", "five", "4.555", "1000", "4.", ".5", "٤"] {
            assert_eq!(written.parse::<HouseholdSize>(), Err(NotASize), "{written}");
        }
    }
}
