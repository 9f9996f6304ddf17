use crate::model::{Figure, Unit, grouped};

/// How many, as low, best and high (UCDP GED), of one record or of a sum.
///
/// A bound that is absent is open where its flag says so, else not stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Amount {
    /// The least it can be.
    pub low: Option<u64>,
    /// What it most likely is.
    pub best: Option<u64>,
    /// The most it can be.
    pub high: Option<u64>,
    /// Whether it can be less than anything stated; `low` is then absent.
    pub open_below: bool,
    /// Whether it can be more than anything stated; `high` is then absent.
    pub open_above: bool,
}

/// A count beyond 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooLarge;

impl Amount {
    /// So many, no more and no less.
    pub fn exactly(number: u64) -> Amount {
        Amount { low: Some(number), best: Some(number), high: Some(number), ..Amount::default() }
    }

    /// The figure's numbers; best falls back to low for what is open above.
    /// Households with a size are persons.
    pub(super) fn of(figure: &Figure) -> Result<Amount, TooLarge> {
        let persons = |number: Option<u64>| match (number, figure.household_size, figure.unit) {
            (Some(households), Some(size), Unit::Household) => size.persons(households).map(Some).ok_or(TooLarge),
            (number, ..) => Ok(number),
        };
        // UCDP GED codes "at least 12" with 12 as its best estimate.
        let best = if figure.is_open_above() { figure.best.or(figure.low) } else { figure.best };
        Ok(Amount {
            low: persons(figure.low)?,
            best: persons(best)?,
            high: persons(figure.high)?,
            open_below: figure.is_open_below(),
            open_above: figure.is_open_above(),
        })
    }

    /// Both together: a bound is open where one is open, absent where one does not state it.
    pub(super) fn plus(self, other: Amount) -> Result<Amount, TooLarge> {
        let sum = |one: Option<u64>, other: Option<u64>| match (one, other) {
            (Some(one), Some(other)) => one.checked_add(other).map(Some).ok_or(TooLarge),
            // A sum of something and something not stated is not stated: to leave one out would understate it.
            _ => Ok(None),
        };
        Ok(Amount {
            low: sum(self.low, other.low)?,
            best: sum(self.best, other.best)?,
            high: sum(self.high, other.high)?,
            open_below: self.open_below || other.open_below,
            open_above: self.open_above || other.open_above,
        })
    }

    /// All together; `None` of none.
    pub(super) fn sum(amounts: impl IntoIterator<Item = Amount>) -> Result<Option<Amount>, TooLarge> {
        amounts.into_iter().try_fold(None, |sum: Option<Amount>, amount| match sum {
            None => Ok(Some(amount)),
            Some(sum) => sum.plus(amount).map(Some),
        })
    }

    /// What is left of it without `parts`: `None` where they are more than it.
    ///
    /// The least that can be left is open where the parts are open above. It is
    /// never more than the whole, so that a part that is open below takes nothing
    /// from the most that can be left.
    pub(super) fn without(self, parts: Amount) -> Option<Amount> {
        // The most that can be left is the whole less the least that the parts can be, and the other way round.
        let at_least_taken = if parts.open_below { Some(0) } else { parts.low };
        let high = match (self.high, at_least_taken) {
            (Some(high), Some(taken)) => Some(high.checked_sub(taken)?),
            _ => None,
        };
        let best = match (self.best, parts.best) {
            (Some(best), Some(taken)) => Some(best.checked_sub(taken)?),
            _ => None,
        };
        // Parts may be as many as the whole at its least: then none are left, which is no error. Best and high that
        // fall below nought are one.
        let low = self.low.zip(parts.high).map(|(low, taken)| low.saturating_sub(taken));
        Some(Amount { low, best, high, open_below: self.open_below || parts.open_above, open_above: self.open_above })
    }

    /// Whether no bound is stated.
    pub fn is_unstated(&self) -> bool {
        self.low.is_none() && self.best.is_none() && self.high.is_none()
    }

    /// Whether low, best and high are one number.
    pub fn is_exact(&self) -> bool {
        self.low.is_some() && self.low == self.best && self.best == self.high
    }

    /// The low as a table writes it: "12", "open", "–" where it is not stated.
    pub fn low_cell(&self) -> String {
        cell(self.low, self.open_below)
    }

    /// The best as a table writes it: "12", "–" where it is not stated.
    pub fn best_cell(&self) -> String {
        cell(self.best, false)
    }

    /// The high as a table writes it: "12", "open", "–" where it is not stated.
    pub fn high_cell(&self) -> String {
        cell(self.high, self.open_above)
    }

    /// In signs: "46", "≥ 12", "≤ 1,500", "5–7", "about 4,300", "–".
    pub fn sign(&self) -> String {
        self.written(|low| format!("≥ {low}"), |high| format!("≤ {high}"))
    }

    /// In words: "46", "12 or more", "up to 1,500", "5–7", "about 4,300", "–".
    pub fn words(&self) -> String {
        self.written(|low| format!("{low} or more"), |high| format!("up to {high}"))
    }

    fn written(&self, or_more: fn(String) -> String, up_to: fn(String) -> String) -> String {
        let about = |best| format!("about {}", grouped(best));
        match (self.low, self.high) {
            (Some(low), Some(high)) if low == high => grouped(low),
            (Some(low), Some(high)) => format!("{}–{}", grouped(low), grouped(high)),
            (Some(low), None) if self.open_above => or_more(grouped(low)),
            (None, Some(high)) if self.open_below || self.best.is_none() => up_to(grouped(high)),
            (Some(low), None) if self.best.is_none() => or_more(grouped(low)),
            (None, None) if self.open_above && self.best.is_some() => {
                or_more(self.best.map_or_else(String::new, about))
            }
            // The reader gives "nearly" the number as best and as high, and no low.
            (None, Some(high)) if self.best == Some(high) => format!("nearly {}", grouped(high)),
            _ => self.best.map_or_else(|| "–".to_owned(), about),
        }
    }
}

fn cell(bound: Option<u64>, is_open: bool) -> String {
    match bound {
        Some(number) => grouped(number),
        None if is_open => "open".to_owned(),
        None => "–".to_owned(),
    }
}
