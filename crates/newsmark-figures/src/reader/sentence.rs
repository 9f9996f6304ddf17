//! A reading told to an editor.

use crate::{Convention, Qualifier, Unit, grouped};

use super::reading::Reading;

impl Reading {
    /// How the words of `text`, which this is a reading of, were read, in a
    /// sentence without a full stop: "at least 12 persons; “dozens” read as 12
    /// by the ACLED convention".
    ///
    /// ```
    /// use newsmark_figures::{Language, reading};
    ///
    /// let words = "dozens of families";
    /// let read = reading(words, Language::default()).unwrap();
    /// assert_eq!(read.sentence(words), "at least 12 households; “dozens” read as 12 by the ACLED convention");
    ///
    /// let words = "half of the 60 students";
    /// let read = reading(words, Language::default()).unwrap();
    /// assert_eq!(read.sentence(words), "a share of “60 students”, 1 in 2; that would be 30");
    /// ```
    pub fn sentence(&self, text: &str) -> String {
        let n = |bound: Option<u64>| bound.map_or_else(|| "an unknown number".to_owned(), grouped);
        let number = match self.qualifier {
            Qualifier::AtLeast | Qualifier::VaguePlural => format!("at least {}", n(self.low)),
            Qualifier::MoreThan => format!("more than {}", n(self.low)),
            Qualifier::AtMost => format!("at most {}", n(self.high)),
            Qualifier::LessThan => format!("fewer than {}", n(self.high)),
            Qualifier::Nearly => format!("nearly {}", n(self.best)),
            Qualifier::Approximately => format!("about {}", n(self.best)),
            Qualifier::Range => format!("from {} to {}", n(self.low), n(self.high)),
            Qualifier::UnknownPlural => "an unknown number".to_owned(),
            Qualifier::Residual => "the rest".to_owned(),
            Qualifier::Exact | Qualifier::Unspecified => n(self.best),
        };
        let mut sentence = number + &self.noun();
        if self.qualifier == Qualifier::Residual {
            sentence += "; what is left of the whole after its parts";
        }
        if let Some(share) = &self.share {
            let whole = text.get(share.at.clone()).unwrap_or_default();
            match (share.ratio, share.part()) {
                (Some((part, parts)), worked_out) => {
                    sentence = format!("a share of “{whole}”, {} in {}", grouped(part), grouped(parts));
                    if let Some(part) = worked_out {
                        sentence += &format!("; that would be {}", grouped(part));
                    }
                }
                (None, _) => sentence += &format!("; of “{whole}”"),
            }
        }
        if let Some((first, more)) = self.added {
            sentence += &format!("; {} and {} added up", grouped(first), grouped(more));
        }
        if let (Some(words), Some(value)) =
            (self.vague.clone().and_then(|vague| text.get(vague)), self.low.or(self.best))
        {
            let by = match self.convention {
                Convention::Acled => "by the ACLED convention",
                _ => "as a dictionary gives it",
            };
            sentence += &format!("; “{words}” read as {} {by}", grouped(value));
        }
        sentence
    }

    /// What is counted, as it follows the number.
    fn noun(&self) -> String {
        let is_one = self.qualifier == Qualifier::Exact && self.best == Some(1);
        // "an unknown number of persons" and "the rest of the persons", but "12 persons".
        let of = matches!(self.qualifier, Qualifier::UnknownPlural | Qualifier::Residual);
        let noun = match (self.unit, is_one) {
            (Unit::Person, true) => "person",
            (Unit::Person, false) => "persons",
            (Unit::Household, true) => "household",
            (Unit::Household, false) => "households",
            (Unit::Dwelling, true) => "dwelling",
            (Unit::Dwelling, false) => "dwellings",
            (Unit::Percent, _) => "per cent",
            (Unit::Other, _) if of => "something else than people or homes",
            (Unit::Other, _) => return ", neither people nor homes".to_owned(),
            (Unit::Unspecified, _) => return String::new(),
        };
        if of { format!(" of {noun}") } else { format!(" {noun}") }
    }
}
