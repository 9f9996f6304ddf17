use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// How exactly a date is known.
    Precision {
        Unspecified "Unspecified" "Not decided",
        Day "Day" "That day",
        Week "Week" "The week that begins on that day",
        Month "Month" "The month of that day",
        Year "Year" "The year of that day",
    }
}
