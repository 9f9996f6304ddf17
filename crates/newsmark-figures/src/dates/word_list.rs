use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::civil::Weekday;

use super::day_language::DayWords;
use super::day_word::{DayWord, Roles};
use super::length::Length;
use crate::Folds;

const ENGLISH: &str = include_str!("../../assets/days-en.txt");
const ARABIC: &str = include_str!("../../assets/days-ar.txt");
const GERMAN: &str = include_str!("../../assets/days-de.txt");
const FRENCH: &str = include_str!("../../assets/days-fr.txt");
const SPANISH: &str = include_str!("../../assets/days-es.txt");
const PERSIAN: &str = include_str!("../../assets/days-fa.txt");

/// The words that name days and longer times in one or two languages, with what each means.
#[derive(Debug, Default)]
pub struct WordList {
    /// Each folded word with its number.
    numbers: BTreeMap<String, u32>,
    /// The phrases that begin with a word of that number, those of most words first.
    phrases: Vec<Vec<WordPhrase>>,
    /// The words that may be joined to a weekday, as German "abend" in "Sonntagabend".
    joined: Vec<String>,
}

/// A phrase of a list.
#[derive(Debug)]
pub struct WordPhrase {
    /// The numbers of its words after the first.
    pub rest: Vec<u32>,
    /// Whether its first letter must be a capital or must be none, where the case counts.
    pub is_capital: Option<bool>,
    /// What it means.
    pub word: DayWord,
}

/// The number of words that no list has.
pub const UNKNOWN: u32 = u32::MAX;

impl WordList {
    /// The list of a language, read once.
    pub fn built_in(words: DayWords) -> &'static WordList {
        static LISTS: [OnceLock<WordList>; 6] = [const { OnceLock::new() }; 6];
        let texts: &[&str] = match words {
            DayWords::EnglishAndArabic => &[ENGLISH, ARABIC],
            DayWords::German => &[GERMAN],
            DayWords::French => &[FRENCH],
            DayWords::Spanish => &[SPANISH],
            DayWords::Persian => &[PERSIAN, ENGLISH],
            DayWords::Digits => &[],
        };
        LISTS[words as usize].get_or_init(|| WordList::of(texts))
    }

    /// The number of a word as [`folded`] gives it.
    pub fn number(&self, word: &str) -> u32 {
        self.numbers.get(word).copied().unwrap_or(UNKNOWN)
    }

    /// The phrases that begin with the word of that number, the longest first.
    pub fn phrases(&self, first: u32) -> &[WordPhrase] {
        self.phrases.get(first as usize).map_or(&[], Vec::as_slice)
    }

    fn of(texts: &[&str]) -> WordList {
        let mut list = WordList::default();
        for line in texts.iter().flat_map(|text| text.lines()) {
            // Built-in lists have no line that is not understood: a test reads them all.
            let _ = list.read(line);
        }
        for phrases in &mut list.phrases {
            // The longest first: "the day before yesterday" goes before "the day".
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        list
    }

    /// Reads a line; `None` for one that is not understood.
    fn read(&mut self, line: &str) -> Option<()> {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            return Some(());
        }
        let (kind, phrases) = line.split_once(':')?;
        let phrases = phrases.split(',').map(str::trim).filter(|phrase| !phrase.is_empty());
        if kind == "joined" {
            self.joined.extend(phrases.map(folded));
            return Some(());
        }
        let word = meaning(kind)?;
        for phrase in phrases {
            self.insert(phrase, word)?;
            let joined: Vec<String> = self.joined.iter().map(|part| format!("{phrase}{part}")).collect();
            for phrase in joined.iter().filter(|_| word.weekday.is_some()) {
                self.insert(phrase, word)?;
            }
        }
        Some(())
    }

    fn insert(&mut self, phrase: &str, mut word: DayWord) -> Option<()> {
        let (needs_company, phrase) = phrase.strip_prefix('?').map_or((false, phrase), |phrase| (true, phrase));
        let (is_cased, phrase) = phrase.strip_prefix('=').map_or((false, phrase), |phrase| (true, phrase));
        let (is_short, phrase) = phrase.strip_suffix('.').map_or((false, phrase), |phrase| (true, phrase));
        if is_short {
            word.roles = word.roles.and(Roles::SHORT);
        }
        if needs_company {
            word.roles = word.roles.and(Roles::NEEDS_COMPANY);
        }
        let is_capital = is_cased.then(|| phrase.starts_with(char::is_uppercase));
        let mut words = phrase.split([' ', '-', '\'']).map(folded).map(|word| self.number_of(word));
        let first = words.next()?;
        let rest: Vec<u32> = words.collect();
        let known = &mut self.phrases[first as usize];
        match known.iter_mut().find(|known| known.rest == rest) {
            Some(known) => {
                known.is_capital = known.is_capital.or(is_capital);
                known.word = known.word.and(word);
            }
            None => known.push(WordPhrase { rest, is_capital, word }),
        }
        Some(())
    }

    fn number_of(&mut self, word: String) -> u32 {
        let next = self.phrases.len() as u32;
        let number = *self.numbers.entry(word).or_insert(next);
        if number == next {
            self.phrases.push(Vec::new());
        }
        number
    }
}

/// A word without case, diacritics and forms, as lists and texts are compared.
pub fn folded(word: &str) -> String {
    let folds = Folds { case: true, forms: true };
    word.chars().filter_map(|c| folds.fold(c)).collect()
}

/// What the words of a line mean whose kind is `kind`, as "month 3" or "forward".
fn meaning(kind: &str) -> Option<DayWord> {
    let plain = DayWord::default();
    if let Some(roles) = Roles::named(kind) {
        return Some(DayWord { roles, ..plain });
    }
    let (kind, value) = kind.rsplit_once(' ')?;
    let number = value.parse::<i32>().ok();
    let within = |most: i32| number.filter(|number| (1..=most).contains(number)).map(|number| number as i8);
    let length = |count: i32| Length::named(value).map(|length| Some((length, count)));
    let word = match kind {
        "month" => DayWord { month: Some(within(12)?), ..plain },
        "solar" => DayWord { solar_month: Some(within(12)?), ..plain },
        "weekday" => DayWord { weekday: Some(Weekday::from_monday_one_offset(within(7)?).ok()?), ..plain },
        "day" => DayWord { offset: Some(number?), ..plain },
        "year" => DayWord { year_offset: Some(number?), ..plain },
        "number" => DayWord { number: Some(number?), ..plain },
        "ordinal" => DayWord { ordinal: Some(within(31)?), ..plain },
        "unit" => DayWord { length: length(1)?, roles: Roles::SINGLE, ..plain },
        "units" => DayWord { length: length(1)?, ..plain },
        "double" => DayWord { length: length(2)?, ..plain },
        // Two of it in one word, which is its own number.
        "pair" => DayWord { length: length(1)?, number: Some(2), ..plain },
        _ => return None,
    };
    Some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_built_in_lists_is_understood() {
        for text in [ENGLISH, ARABIC, GERMAN, FRENCH, SPANISH, PERSIAN] {
            let mut list = WordList::default();
            for line in text.lines() {
                assert!(list.read(line).is_some(), "{line}");
            }
            let n_months = list.phrases.iter().flatten().filter_map(|phrase| phrase.word.month);
            assert_eq!(n_months.collect::<std::collections::BTreeSet<_>>().len(), 12);
        }
    }

    #[test]
    fn what_no_kind_names_is_not_understood() {
        let mut list = WordList::default();
        for line in ["month 13: Smarch", "weekday 0: none", "unit decade: decade", "january", "colour: red"] {
            assert!(list.read(line).is_none(), "{line}");
        }
    }
}
