crate::vocabulary! {
    /// How the words limit a number (UCDP GED: low, best, high; IDETECT quantifiers).
    Qualifier {
        Unspecified "Unspecified" "Not decided",
        Exact "Exact" "The number itself, as “46”",
        AtLeast "At least" "This many or more: open above",
        MoreThan "More than" "More than this many: open above, the number itself shut out",
        AtMost "At most" "This many or fewer: open below",
        LessThan "Fewer than" "Fewer than this many: open below, the number itself shut out",
        Nearly "Nearly" "Somewhat fewer: the number is the highest it can be",
        Approximately "About" "Around this many; how far off is not said",
        Range "Range" "From one number to another",
        VaguePlural "Vague plural" "“Dozens”, “hundreds”: the least such words stand for, open above",
        UnknownPlural "Unknown plural" "“Many”, or a bare plural: no number can be read",
        Residual "The rest" "What is left of a whole after its parts",
    }
}

impl Qualifier {
    /// Whether an absent high means that there is none.
    ///
    /// ```
    /// use newsmark_figures::Qualifier;
    ///
    /// assert!(Qualifier::AtLeast.is_open_above() && !Qualifier::Exact.is_open_above());
    /// ```
    pub fn is_open_above(self) -> bool {
        matches!(self, Qualifier::AtLeast | Qualifier::MoreThan | Qualifier::VaguePlural)
    }

    /// Whether an absent low means that there is none.
    ///
    /// ```
    /// use newsmark_figures::Qualifier;
    ///
    /// assert!(Qualifier::AtMost.is_open_below() && !Qualifier::AtLeast.is_open_below());
    /// ```
    pub fn is_open_below(self) -> bool {
        matches!(self, Qualifier::AtMost | Qualifier::LessThan)
    }
}

crate::vocabulary! {
    /// What a figure counts. Households never become persons without a size.
    Unit {
        Unspecified "Unspecified" "The words do not say what is counted",
        Person "Persons" "Single people",
        Household "Households" "Families or households, whatever their size",
        Dwelling "Dwellings" "Houses, flats, tents",
        Percent "Per cent" "A share of something",
        Other "Other" "Something else; say what in the note",
    }
}

impl Unit {
    /// The unit as a word after a number; `None` for one that is not known or has no word.
    ///
    /// ```
    /// use newsmark_figures::Unit;
    ///
    /// assert_eq!((Unit::Household.noun(Some(1)), Unit::Person.noun(Some(12))), (Some("household"), Some("persons")));
    /// ```
    pub fn noun(self, number: Option<u64>) -> Option<&'static str> {
        let is_one = number == Some(1);
        match self {
            Unit::Person if is_one => Some("person"),
            Unit::Person => Some("persons"),
            Unit::Household if is_one => Some("household"),
            Unit::Household => Some("households"),
            Unit::Dwelling if is_one => Some("dwelling"),
            Unit::Dwelling => Some("dwellings"),
            Unit::Percent => Some("percent"),
            Unit::Unspecified | Unit::Other => None,
        }
    }
}

crate::vocabulary! {
    /// Who turned the words into a number.
    Convention {
        Unspecified "Unspecified" "Not decided",
        Literal "Literal" "The words give the number",
        Acled "ACLED" "ACLED’s reading of vague words: tens 10, dozens 12, hundreds 100, thousands 1,000",
        Dictionary "Dictionary" "What a dictionary gives: a score 20, a couple 2, several 3",
        Derived "Derived" "Worked out from other figures",
        Editor "Editor" "An editor decided; the note says why",
    }
}

crate::vocabulary! {
    /// How exactly a date is known.
    Precision {
        Unspecified "Unspecified" "Not decided",
        Day "Day" "That day",
        Week "Week" "The week that begins on that day",
        Month "Month" "The month of that day",
        Year "Year" "The year of that day",
    }
}
