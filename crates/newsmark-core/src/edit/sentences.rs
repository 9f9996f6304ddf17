//! Sentences (UAX #29 sentence boundaries, joined again after abbreviations).

use crate::model::{Span, Text};

use super::sentence_breaks::sentence_breaks;
use super::words::vicinity;

/// The sentences of the paragraph around byte `offset`, in order and disjoint,
/// without the white space between them; a blank paragraph has none.
///
/// A break of UAX #29 is none where the full stop belongs to an abbreviation
/// that goes on, and where a question or a cry in quotation marks is followed
/// by who uttered it.
///
/// # Limitations
/// An abbreviation that may end a sentence ("in the U.S.") is taken to end it
/// only before one of [`STARTERS`]. Of very long paragraphs only the sentences near `offset` are found.
pub fn sentences(text: &Text, offset: usize) -> Vec<Span> {
    vicinity(text, offset).map_or_else(Vec::new, |near| sentences_within(text, near))
}

/// The sentences of `paragraph`, in order and disjoint, without the white space between them, in time linear in its
/// length.
pub(crate) fn sentences_within(text: &Text, paragraph: Span) -> Vec<Span> {
    let line = text.words(paragraph);
    let mut found: Vec<Span> = Vec::new();
    let mut from = 0;
    let mut pieces = sentence_breaks(line).into_iter().peekable();
    while let Some(mut end) = pieces.next() {
        if let Some(next) = pieces.peek() {
            if goes_on(&line[from..end], &line[end..*next]) {
                continue;
            }
            // Without spaces between sentences, what opens the next stands with the one before.
            end = from + line[from..end].trim_end_matches(['「', '『', '（', '《', '【']).len();
        }
        let sentence = &line[from..end];
        let first = paragraph.start() + from + (sentence.len() - sentence.trim_start().len());
        found.extend(Span::new(first, paragraph.start() + from + sentence.trim_end().len()));
        from = end;
    }
    found
}

/// The run of whole sentences around bytes `start` to `end` of one paragraph,
/// which may be one caret; `None` where no sentence touches it.
pub fn sentences_around(text: &Text, start: usize, end: usize) -> Option<Span> {
    let sentences = sentences(text, start);
    let first = sentences.iter().rfind(|sentence| sentence.start() <= start && start <= sentence.end())?;
    let last = sentences.iter().find(|sentence| end <= sentence.end() && sentence.start() <= end)?;
    Span::new(first.start().min(last.start()), last.end().max(first.end()))
}

/// Whether the full stop that ends `words` belongs to its last word, so that
/// it is no end of a sentence, or not only that: "Gen.", "U.S.", "د.".
pub fn ends_in_abbreviation(words: &str) -> bool {
    // "No." and "art." at an end are words.
    last_word(words).is_some_and(|word| match kind(word) {
        Some(Abbreviation::Numbered) => MONTHS.contains(&word),
        found => found.is_some(),
    })
}

/// Whether the sentence goes on after `piece` with `next`.
fn goes_on(piece: &str, next: &str) -> bool {
    let ended = piece.trim_end();
    let first = next.split_whitespace().next().unwrap_or_default();
    let first_word = first.trim_matches(|c: char| !c.is_alphanumeric());
    if ended.ends_with(['”', '"', '»', '’', '」']) {
        // “Who fired?” he asked: the question ends and the sentence does not.
        let asked = ended.trim_end_matches(['”', '"', '»', '’', '」']).ends_with(['?', '!', '؟', '？', '！']);
        return asked && tells_who_spoke(next);
    }
    let Some(word) = last_word(ended) else { return false };
    let begins_with_digit = first_word.starts_with(char::is_numeric);
    match kind(word) {
        Some(Abbreviation::Title) => true,
        Some(Abbreviation::Numbered) => begins_with_digit,
        Some(Abbreviation::Time) => is_of_time(first_word),
        Some(Abbreviation::Initial) => !STARTERS.contains(&first_word) && !first_word.is_empty(),
        // The number of an item of a list.
        None => ended.len() == word.len() + 1 && word.chars().all(char::is_numeric),
    }
}

/// The word before the full stop that ends `words`.
fn last_word(words: &str) -> Option<&str> {
    let before = words.trim_end().strip_suffix('.')?;
    let word =
        before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"' | '«' | '‘' | '—' | '–' | '/'));
    word.into_iter().next().filter(|word| !word.is_empty())
}

/// How an abbreviation goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Abbreviation {
    /// Before a name, always.
    Title,
    /// Before a number.
    Numbered,
    /// After a time of day: before a day, a month or a time zone.
    Time,
    /// An initial or initials, or a word of a name; may end a sentence.
    Initial,
}

/// What the word before a full stop abbreviates, if anything.
fn kind(word: &str) -> Option<Abbreviation> {
    let is_one_letter = |part: &str| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    };
    let is_arabic = word.chars().any(|c| matches!(c, '\u{620}'..='\u{64A}'));
    if is_arabic {
        // "And" is written together with the Arabic word after it.
        let bare = word.strip_prefix('و').filter(|bare| !bare.is_empty()).unwrap_or(word);
        let is_title = bare.split('.').all(is_one_letter) || ARABIC.contains(&bare);
        return is_title.then_some(Abbreviation::Title);
    }
    // Before initials, as "a.m" is letters with full stops between them too.
    if TIMES.contains(&word.to_lowercase().as_str()) {
        return Some(Abbreviation::Time);
    }
    if TITLES.contains(&word) {
        return Some(Abbreviation::Title);
    }
    if MONTHS.contains(&word) || NUMBERED.contains(&word) {
        return Some(Abbreviation::Numbered);
    }
    let is_initial = word.split('.').all(is_one_letter) && word.starts_with(char::is_uppercase);
    (is_initial || IN_NAMES.contains(&word)).then_some(Abbreviation::Initial)
}

fn is_of_time(word: &str) -> bool {
    let is_zone = word.len() >= 2 && word.chars().all(|c| c.is_ascii_uppercase());
    is_zone || DAYS.contains(&word) || MONTHS.contains(&word)
}

/// Whether one of the first words says that somebody spoke.
fn tells_who_spoke(next: &str) -> bool {
    // The verb stands near: `said the mayor of Karsa` has it first, `the old man said` fourth.
    let words = next.split_whitespace().take(5).map(|word| word.trim_matches(|c: char| !c.is_alphabetic()));
    words.into_iter().any(|word| SPOKE.contains(&word))
}

const TITLES: &[&str] = &[
    "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Gen", "Lt", "Col", "Maj", "Capt", "Cmdr", "Cdr", "Sgt", "Cpl", "Pvt",
    "Adm", "Brig", "Sen", "Rep", "Gov", "Pres", "Rev", "Fr", "Hon", "Amb", "Supt", "Insp", "Det", "St", "Mt", "Ft",
    "Messrs", "Mme", "Mlle", "vs", "cf", "e.g", "i.e", "approx", "ca",
];

const MONTHS: &[&str] = &["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"];

/// What stands before a number.
const NUMBERED: &[&str] = &[
    "No", "Nos", "no", "nos", "Art", "art", "Sec", "sec", "Vol", "vol", "Fig", "fig", "Ch", "ch", "Para", "para", "p",
    "pp", "Res", "Rs", "Tel", "tel", "c",
];

const TIMES: &[&str] = &["a.m", "p.m"];

const IN_NAMES: &[&str] = &["Jr", "Sr", "Inc", "Corp", "Co", "Ltd", "Bros", "Dept", "Univ", "Ave", "Blvd", "Ph.D"];

const DAYS: &[&str] = &[
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const ARABIC: &[&str] = &["أ.د", "ق.م", "هـ", "ص.ب"];

const SPOKE: &[&str] = &[
    "said",
    "says",
    "asked",
    "asks",
    "told",
    "added",
    "adds",
    "wrote",
    "cried",
    "shouted",
    "replied",
    "wondered",
    "recalled",
    "insisted",
    "قال",
    "قالت",
    "سأل",
    "سألت",
    "أضاف",
    "أضافت",
    "تساءل",
    "تساءلت",
    "صرخ",
    "صرخت",
];

/// Words that begin a sentence far oftener than a name.
const STARTERS: &[&str] = &[
    "A",
    "About",
    "After",
    "All",
    "Also",
    "Although",
    "An",
    "And",
    "Another",
    "As",
    "At",
    "Because",
    "Before",
    "But",
    "By",
    "During",
    "Earlier",
    "Even",
    "For",
    "From",
    "He",
    "Her",
    "His",
    "Hours",
    "How",
    "However",
    "I",
    "If",
    "In",
    "It",
    "Its",
    "Later",
    "Many",
    "Meanwhile",
    "More",
    "Most",
    "No",
    "Nobody",
    "None",
    "Not",
    "On",
    "One",
    "Others",
    "Our",
    "Several",
    "She",
    "Since",
    "So",
    "Some",
    "Still",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Two",
    "Under",
    "Until",
    "We",
    "What",
    "When",
    "Where",
    "While",
    "Who",
    "With",
    "You",
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The sentences of a one-paragraph text, parted by bars.
    fn parted(line: &str) -> String {
        let text = Text::new(line.to_owned());
        sentences(&text, 0).into_iter().map(|span| text.words(span).to_owned()).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn abbreviations_that_go_on_end_no_sentence() {
        for line in [
            "Gen. Tomas Reed met Dr. Odak and Mr. Teris.",
            "Officials named J. R. Smith on Jan. 5 as No. 12 on the list.",
            "The U.S. Army left at 5 a.m. Sunday and at 6 p.m. GMT came back.",
            "Shells fell at 5 a.m. and again at noon.",
            "Reed Bros. Ltd. Holdings closed.",
            "قال د. أحمد إمرين و أ. سارة وم. خالد ذلك.",
            "1. The market was hit.",
        ] {
            assert_eq!(parted(line), line);
        }
    }

    #[test]
    fn abbreviations_that_end_a_sentence_do() {
        assert_eq!(parted("He left the U.S. The rest stayed."), "He left the U.S.|The rest stayed.");
        assert_eq!(parted("It began at 5 a.m. Rescuers dug on."), "It began at 5 a.m.|Rescuers dug on.");
        assert_eq!(parted("It is worse in Mar. The snow stays."), "It is worse in Mar.|The snow stays.");
    }

    #[test]
    fn a_closing_quotation_mark_stays_with_its_sentence() {
        assert_eq!(parted("“We left,” he said. “They came.” She wept."), "“We left,” he said.|“They came.”|She wept.");
        assert_eq!(parted("\"We left.\" She wept."), "\"We left.\"|She wept.");
        assert_eq!(parted("“Why?” Dala Emrin asked. Nobody knew."), "“Why?” Dala Emrin asked.|Nobody knew.");
        assert_eq!(parted("«لماذا؟» سألت دالا. لا أحد يعلم."), "«لماذا؟» سألت دالا.|لا أحد يعلم.");
    }

    #[test]
    fn sentences_end_in_every_script() {
        assert_eq!(parted("من رحل؟ رحلنا جميعًا. لماذا؟"), "من رحل؟|رحلنا جميعًا.|لماذا؟");
        assert_eq!(parted("کون گیا؟ سب گئے۔ کیوں؟"), "کون گیا؟|سب گئے۔|کیوں؟");
        assert_eq!(
            parted("十二人が死亡した。「なぜ？」誰も知らない！"),
            "十二人が死亡した。|「なぜ？」|誰も知らない！"
        );
    }

    #[test]
    fn the_sentences_around_a_stretch_cover_it() {
        let text = Text::new("One died. Two fled. Three stayed.".to_owned());
        let around = |start, end| text.words(sentences_around(&text, start, end).unwrap());
        assert_eq!(around(12, 12), "Two fled.");
        assert_eq!(around(4, 12), "One died. Two fled.");
        assert_eq!(around(9, 9), "One died.");
    }

    proptest! {
        #[test]
        fn sentences_are_in_order_and_hold_every_word(line in "([A-Za-zé]{0,4}|Gen|د|[0-9]{1,3}|”|“|[.!?؟。,]| ){0,30}") {
            let text = Text::new(line);
            let mut end = 0;
            for sentence in sentences(&text, 0) {
                prop_assert!(text[end..sentence.start()].chars().all(char::is_whitespace));
                end = sentence.end();
            }
            prop_assert!(text[end..].chars().all(char::is_whitespace));
        }
    }
}
