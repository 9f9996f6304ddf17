/// How sure a proposal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Of a hundred, at most a few are wrong: the sweep begins with these.
    Likely,
    /// Worth a look.
    Possible,
}

impl Tier {
    /// The tier of a probability.
    ///
    /// ```
    /// use newsmark_core::model::Tier;
    ///
    /// assert_eq!((Tier::of(0.97), Tier::of(0.5)), (Tier::Likely, Tier::Possible));
    /// ```
    pub fn of(probability: f64) -> Tier {
        // Where the rules that rest on one reading of the words end, and those begin that weigh two.
        const LIKELY: f64 = 0.9;
        if probability >= LIKELY { Tier::Likely } else { Tier::Possible }
    }

    /// Its name in files and documents.
    pub fn name(self) -> &'static str {
        match self {
            Tier::Likely => "Likely",
            Tier::Possible => "Possible",
        }
    }
}
