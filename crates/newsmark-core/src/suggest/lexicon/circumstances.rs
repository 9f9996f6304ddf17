//! What words say of causes and of who was harmed.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::rows;
use crate::model::{CasualtyCause, DisplacementCause, GroupKind, Sex, Victims};

/// What words of an article say of causes and of persons.
#[derive(Debug)]
pub struct Circumstances {
    causes: HashMap<&'static str, (CasualtyCause, DisplacementCause)>,
    /// The first words of the causes.
    first_words: HashSet<&'static str>,
    persons: HashMap<&'static str, PersonWord>,
}

/// What a noun says of the persons whom it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonWord {
    /// Their status; unknown where the word leaves it open.
    pub victims: Victims,
    /// The group that it makes of them; unspecified for none.
    pub group: GroupKind,
    /// Their sex; unspecified where the word leaves it open.
    pub sex: Sex,
}

const CAUSES: &str = include_str!("../../../assets/causes.en.tsv");
const VICTIMS: &str = include_str!("../../../assets/victims.en.tsv");

static ENGLISH: LazyLock<Circumstances> = LazyLock::new(Circumstances::read);

impl Circumstances {
    /// The English words.
    ///
    /// ```
    /// use newsmark_core::model::{CasualtyCause, Victims};
    /// use newsmark_core::suggest::lexicon::Circumstances;
    ///
    /// let words = Circumstances::english();
    /// assert_eq!(words.cause("car bomb").unwrap().0, CasualtyCause::PlantedExplosive);
    /// assert_eq!(words.person("civilians").unwrap().victims, Victims::Civilian);
    /// assert!(words.person("people").is_none());
    /// ```
    pub fn english() -> &'static Circumstances {
        &ENGLISH
    }

    /// The causes of casualties and of displacement that one or two words in lower case name.
    pub fn cause(&self, words: &str) -> Option<(CasualtyCause, DisplacementCause)> {
        self.causes.get(words).copied()
    }

    /// Whether a cause begins with this word in lower case.
    pub fn begins_cause(&self, word: &str) -> bool {
        self.first_words.contains(word)
    }

    /// What a noun in lower case says of the persons whom it names.
    pub fn person(&self, noun: &str) -> Option<PersonWord> {
        self.persons.get(noun).copied()
    }

    fn read() -> Circumstances {
        let (mut causes, mut first_words, mut persons) = (HashMap::new(), HashSet::new(), HashMap::new());
        for row in rows(CAUSES) {
            if let [words, casualties, displacement] = row[..]
                && let Some(casualties) = CasualtyCause::from_name(casualties)
                && let Some(displacement) = DisplacementCause::from_name(displacement)
            {
                causes.entry(words).or_insert((casualties, displacement));
                first_words.extend(words.split(' ').next());
            }
        }
        for row in rows(VICTIMS) {
            if let [word, victims, group, sex] = row[..] {
                // A hyphen names no term, and what is not said is unknown.
                let victims = Victims::from_name(victims).unwrap_or_default();
                let group = GroupKind::from_name(group).unwrap_or_default();
                let sex = Sex::from_name(sex).unwrap_or_default();
                persons.insert(word, PersonWord { victims, group, sex });
            }
        }
        Circumstances { causes, first_words, persons }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_every_list_is_read() {
        for row in rows(CAUSES) {
            let is_read = matches!(row[..], [_, casualties, displacement]
                if CasualtyCause::from_name(casualties).is_some() && DisplacementCause::from_name(displacement).is_some());
            assert!(is_read, "{row:?}");
        }
        for row in rows(VICTIMS) {
            let [_, victims, group, sex] = row[..] else { panic!("{row:?}") };
            assert!(victims == "-" || Victims::from_name(victims).is_some(), "{row:?}");
            assert!(group == "-" || GroupKind::from_name(group).is_some(), "{row:?}");
            assert!(sex == "-" || Sex::from_name(sex).is_some(), "{row:?}");
        }
    }
}
