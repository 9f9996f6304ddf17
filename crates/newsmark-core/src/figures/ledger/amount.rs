use crate::model::{Figure, Qualifier, Unit, grouped};

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
    /// Whether a number that nobody states comes on top, as in "12 and many others"; where no bound is stated
    /// either, it is all of it.
    pub has_unknown: bool,
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
        let states_none = figure.low.or(figure.best).or(figure.high).is_none();
        Ok(Amount {
            low: persons(figure.low)?,
            best: persons(best)?,
            high: persons(figure.high)?,
            open_below: figure.is_open_below(),
            open_above: figure.is_open_above(),
            has_unknown: states_none && figure.qualifier == Qualifier::UnknownPlural,
        })
    }

    /// Whether all that is known is that there are some.
    pub fn is_only_unknown(self) -> bool {
        // What is added to a stated number leaves it open above.
        self.has_unknown && !self.open_above && self.is_unstated()
    }

    /// The same with a number on top that nobody states.
    fn and_unknown(self) -> Amount {
        Amount { high: None, open_above: true, has_unknown: true, ..self }
    }

    /// Both together: a bound is open where one is open, absent where one does not state it. "Many" beside a number
    /// leaves the least that it can be.
    pub(super) fn plus(self, other: Amount) -> Result<Amount, TooLarge> {
        match (self.is_only_unknown(), other.is_only_unknown()) {
            (true, true) => return Ok(self),
            (true, false) => return Ok(other.and_unknown()),
            (false, true) => return Ok(self.and_unknown()),
            (false, false) => {}
        }
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
            has_unknown: self.has_unknown || other.has_unknown,
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
        // Of many, some are left whoever is taken; and without so many that nobody counted them anything may be left.
        if self.is_only_unknown() {
            return Some(self);
        }
        if parts.has_unknown {
            return Some(Amount::default());
        }
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
        let open_below = self.open_below || parts.open_above;
        Some(Amount { low, best, high, open_below, open_above: self.open_above, has_unknown: self.has_unknown })
    }

    /// Whether no bound is stated.
    pub fn is_unstated(&self) -> bool {
        self.low.is_none() && self.best.is_none() && self.high.is_none()
    }

    /// Whether it is nobody, for certain.
    pub(super) fn is_nobody(&self) -> bool {
        self.high == Some(0)
    }

    /// What a table says beside the three bounds: "and an unknown number"; `None` where nothing comes on top.
    pub fn note(&self) -> Option<&'static str> {
        self.has_unknown.then_some(if self.is_only_unknown() { "an unknown number" } else { "and an unknown number" })
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

    /// In signs: "46", "≥ 12", "≤ 1,500", "5–7", "about 4,300", "≥ 12, and an unknown number", "–".
    pub fn sign(&self) -> String {
        self.written(|low| format!("≥ {low}"), |high| format!("≤ {high}"))
    }

    /// In words: "46", "12 or more", "up to 1,500", "5–7", "about 4,300", "12 or more, and an unknown number", "–".
    pub fn words(&self) -> String {
        self.written(|low| format!("{low} or more"), |high| format!("up to {high}"))
    }

    fn written(&self, or_more: fn(String) -> String, up_to: fn(String) -> String) -> String {
        match self.note() {
            Some(note) if self.is_only_unknown() => note.to_owned(),
            Some(note) => format!("{}, {note}", self.stated(or_more, up_to)),
            None => self.stated(or_more, up_to),
        }
    }

    fn stated(&self, or_more: fn(String) -> String, up_to: fn(String) -> String) -> String {
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
