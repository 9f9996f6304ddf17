use crate::Folds;

/// The words of a phrase, in lower case and without diacritics, with the digits of
/// all scripts as ASCII ones.
pub struct Words(Vec<String>);

impl Words {
    /// The words of `phrase`: runs of letters and digits.
    pub fn of(phrase: &str) -> Words {
        let folds = Folds { case: true, forms: true };
        let folded: String = phrase.chars().filter_map(|c| folds.fold(c)).map(digit).collect();
        let runs = folded.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty());
        Words(runs.map(str::to_owned).collect())
    }

    /// The words in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// The word at `place`; empty beyond the end.
    pub fn at(&self, place: usize) -> &str {
        self.0.get(place).map_or("", String::as_str)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether one of them is `word`.
    pub fn has(&self, word: &str) -> bool {
        self.iter().any(|other| other == word)
    }

    /// The place of the first word for which `is_it` answers something, and the answer.
    pub fn find<T>(&self, is_it: impl Fn(&str) -> Option<T>) -> Option<(usize, T)> {
        self.iter().enumerate().find_map(|(place, word)| Some((place, is_it(word)?)))
    }
}

fn digit(c: char) -> char {
    let value = match c {
        // Folding leaves digits as they are, and days and years are read as ASCII.
        '\u{660}'..='\u{669}' => c as u32 - 0x660,
        '\u{6f0}'..='\u{6f9}' => c as u32 - 0x6f0,
        '\u{ff10}'..='\u{ff19}' => c as u32 - 0xff10,
        _ => return c,
    };
    char::from_digit(value, 10).unwrap_or(c)
}
