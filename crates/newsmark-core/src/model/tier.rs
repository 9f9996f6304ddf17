/// How sure a proposal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Of a hundred, at most a few are wrong: the sweep begins with these.
    Likely,
    /// Worth a look.
    Possible,
}

impl Tier {
    /// From this probability on a proposal is likely.
    // Where the rules that rest on one reading of the words end, and those begin that weigh two. Of attributions that are
    // as sure, on articles of the training part that a model was not shown, 98 of 100 are content of somebody and 95 have
    // their source; from .85 on that is 97 and 94.
    pub const LEAST_LIKELY: f64 = 0.88;

    /// The tier of a probability.
    ///
    /// ```
    /// use newsmark_core::model::Tier;
    ///
    /// assert_eq!((Tier::of(0.97), Tier::of(0.5)), (Tier::Likely, Tier::Possible));
    /// ```
    pub fn of(probability: f64) -> Tier {
        if probability >= Tier::LEAST_LIKELY { Tier::Likely } else { Tier::Possible }
    }

    /// Its name in files and documents.
    pub fn name(self) -> &'static str {
        match self {
            Tier::Likely => "Likely",
            Tier::Possible => "Possible",
        }
    }
}
