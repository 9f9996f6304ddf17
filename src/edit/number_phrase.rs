//! Number phrases: a number as it is written, with what qualifies it and what it counts.

use unicode_segmentation::UnicodeSegmentation;

use crate::model::{Span, Text};

use super::number_words::{
    ADJECTIVES, CONNECTORS, NO_NOUNS, QUALIFIERS, bare, is_article, is_number_word, is_of, is_scale,
};
use super::sentences::sentences_around;

/// The smallest number phrase around bytes `start` to `end`, which may be one
/// caret: "more than 30 000 people", "نحو 4,300 شخص".
///
/// Tells only how far the phrase goes, never what it says. The noun is the
/// next word, after words as "more" and "wounded"; after "of" the next again.
///
/// # Limitations
/// Knows English and Arabic; digits of every script.
pub fn number_phrase_around(text: &Text, start: usize, end: usize) -> Option<Span> {
    let sentence = sentences_around(text, start, end)?;
    let line = text.words(sentence);
    let words = words(line);
    let mut at = 0;
    while at < words.len() {
        let Some(number) = number(line, &words, at) else {
            at += 1;
            continue;
        };
        let first = qualified(line, &words, at);
        let last = counted(line, &words, number);
        let from = sentence.start() + with_currency(line, words[first].start);
        let to = sentence.start() + with_percent(line, words[last].end);
        if from <= start && end <= to {
            return Span::new(from, to);
        }
        at = number + 1;
    }
    None
}

/// A word of a line, in bytes of the line.
struct Word<'a> {
    start: usize,
    end: usize,
    /// Lower-case, without vowel signs; see [`bare`].
    bare: std::borrow::Cow<'a, str>,
}

fn words(line: &str) -> Vec<Word<'_>> {
    // U+202F is of a word by UAX #29, and parts groups of digits and units here.
    let mut words = Vec::new();
    for (mut start, word) in line.unicode_word_indices() {
        for part in word.split('\u{202F}') {
            words.push(Word { start, end: start + part.len(), bare: bare(part) });
            start += part.len() + '\u{202F}'.len_utf8();
        }
    }
    words
}

/// What stands between a word and the next.
fn gap<'a>(line: &'a str, words: &[Word<'_>], at: usize) -> Option<&'a str> {
    line.get(words.get(at)?.end..words.get(at + 1)?.start)
}

fn is_space(gap: &str) -> bool {
    !gap.is_empty() && gap.chars().all(char::is_whitespace)
}

fn is_dash(gap: &str) -> bool {
    matches!(gap, "-" | "–" | "‑" | "−" | "—")
}

fn is_digits(word: &str) -> bool {
    word.starts_with(char::is_numeric)
        && word.chars().all(|c| c.is_numeric() || matches!(c, ',' | '.' | '٬' | '٫' | '،' | '’' | '\''))
}

/// The last word of the number that begins with word `first`; `None` where none begins there.
fn number(line: &str, words: &[Word<'_>], first: usize) -> Option<usize> {
    let is_number = |at: usize| words.get(at).is_some_and(|word| is_digits(&word.bare) || is_number_word(&word.bare));
    if !is_number(first) {
        return None;
    }
    let mut last = first;
    loop {
        let Some(gap) = gap(line, words, last) else { return Some(last) };
        let next = last + 1;
        let (here, there) = (&words[last].bare, &words[next].bare);
        let groups = is_digits(here) && is_digits(there);
        let joins_digits = groups && is_space(gap) && there.chars().count() == 3 && here.chars().count() <= 3;
        let joins = is_number(next)
            && (joins_digits || (is_space(gap) && !groups) || is_dash(gap) || (groups && matches!(gap, " – " | " - ")));
        let connector = words.get(next).map(|word| word.bare.as_ref()).unwrap_or_default();
        let joins_over = is_space(gap)
            && is_number(next + 1)
            && self::gap(line, words, next).is_some_and(is_space)
            && (CONNECTORS.contains(&connector)
                || (is_of(connector) && is_scale(here))
                || (connector == "and" && (is_scale(here) || follows_between(line, words, first))));
        match (joins, joins_over) {
            (true, _) => last = next,
            (_, true) => last = next + 1,
            _ => return Some(last),
        }
    }
}

fn follows_between(line: &str, words: &[Word<'_>], first: usize) -> bool {
    first
        .checked_sub(1)
        .is_some_and(|before| words[before].bare == "between" && gap(line, words, before).is_some_and(is_space))
}

/// The first word of what qualifies the number that begins with word `first`, else `first`.
fn qualified(line: &str, words: &[Word<'_>], first: usize) -> usize {
    let mut from = first;
    if is_scale(&words[first].bare) && from > 0 && is_article(&words[from - 1].bare) && spaced(line, words, from - 1) {
        from -= 1;
    }
    // "at least some 40": two at most.
    for _ in 0..2 {
        let longest = QUALIFIERS.iter().filter_map(|phrase| {
            let n_words = phrase.split(' ').count();
            let start = from.checked_sub(n_words)?;
            let fits = phrase.split(' ').zip(&words[start..from]).all(|(expected, word)| word.bare == expected);
            (fits && (start..from).all(|at| spaced(line, words, at))).then_some(n_words)
        });
        from -= longest.max().unwrap_or(0);
    }
    from
}

fn spaced(line: &str, words: &[Word<'_>], at: usize) -> bool {
    gap(line, words, at).is_some_and(is_space)
}

/// The last word of what the number that ends with word `last` counts, else `last`.
fn counted(line: &str, words: &[Word<'_>], last: usize) -> usize {
    let mut to = last;
    let is_next = |to: usize| gap(line, words, to).is_some_and(is_space);
    let word = |at: usize| words[at].bare.as_ref();
    if is_next(to) && is_of(word(to + 1)) && is_next(to + 1) && (is_scale(word(to)) || word(to + 1) == "من") {
        let noun = if word(to + 2) == "the" && is_next(to + 2) { to + 3 } else { to + 2 };
        return if NO_NOUNS.contains(&word(noun)) { last } else { noun };
    }
    let mut n_adjectives = 0;
    while is_next(to) && ADJECTIVES.contains(&word(to + 1)) && n_adjectives < 2 {
        to += 1;
        n_adjectives += 1;
    }
    let is_noun = |at: usize| {
        let word = words[at].bare.as_ref();
        !NO_NOUNS.contains(&word) && !is_digits(word) && word.starts_with(char::is_alphabetic)
    };
    if is_next(to) && is_noun(to + 1) { to + 1 } else { to }
}

fn with_currency(line: &str, start: usize) -> usize {
    let before = line[..start].trim_end_matches(['$', '€', '£', '¥', '₪']);
    before.len()
}

fn with_percent(line: &str, end: usize) -> usize {
    end + line[end..].chars().next().filter(|c| matches!(c, '%' | '٪' | '‰')).map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The number phrase around the place of `|`.
    fn around(marked: &str) -> Option<String> {
        let at = marked.find('|').unwrap();
        let text = Text::new(marked.replace('|', ""));
        number_phrase_around(&text, at, at).map(|span| text.words(span).to_owned())
    }

    #[test]
    fn a_number_is_taken_with_what_qualifies_it_and_what_it_counts() {
        for (marked, phrase) in [
            ("Shells killed at least 1|2 people in Karsa.", "at least 12 people"),
            ("More than 1,2|00 were hurt.", "More than 1,200"),
            ("About 30\u{202F}0|00 people fled.", "About 30\u{202F}000 people"),
            ("Some 30\u{A0}0|00 fled.", "Some 30\u{A0}000"),
            ("Aid for an estimated 1.2 mill|ion children stopped.", "an estimated 1.2 million children"),
            ("Nearly twenty-f|ive families came.", "Nearly twenty-five families"),
            ("Tens of thou|sands of people fled.", "Tens of thousands of people"),
            ("A hundred and fi|ve men and boys", "A hundred and five men"),
            ("Between 5 and |7 died.", "Between 5 and 7"),
            ("Up to 5–|7 houses burned.", "Up to 5–7 houses"),
            ("It cost $|40 million.", "$40 million"),
            ("More than 6|0% of households left.", "More than 60%"),
            ("Hospitals took in 46 more wou|nded people.", "46 more wounded people"),
            ("About a do|zen homes", "About a dozen homes"),
        ] {
            assert_eq!(around(marked).as_deref(), Some(phrase), "{marked}");
        }
    }

    #[test]
    fn an_arabic_number_is_taken_with_what_qualifies_it_and_what_it_counts() {
        for (marked, phrase) in [
            ("قُتل ما لا يقل عن 1|7 شخصًا وأُصيب العشرات.", "ما لا يقل عن 17 شخصًا"),
            ("بلغت ١|٢ قتيلًا، بينهم خمسة", "١٢ قتيلًا"),
            ("أن نحو 4,3|00 شخص نزحوا", "نحو 4,300 شخص"),
            ("إن أكثر من 6|0% من الأسر غادرت", "أكثر من 60%"),
            ("نزح عشرات الآلا|ف من المدنيين أمس", "عشرات الآلاف من المدنيين"),
            ("قُتل خم|سة وعشرون مدنيًا", "خمسة وعشرون مدنيًا"),
        ] {
            assert_eq!(around(marked).as_deref(), Some(phrase), "{marked}");
        }
    }

    #[test]
    fn words_without_a_number_are_no_number_phrase() {
        assert_eq!(around("The peo|ple fled."), None);
        assert_eq!(around("At least 12 died, sa|id one."), None);
        assert_eq!(around("صباح الاث|نين"), None);
    }

    proptest! {
        #[test]
        fn a_number_phrase_lies_within_its_sentence_around_its_place(
            line in "(at least|more|12|1,200|of|and|thousands|people|و?مئة|%|–|[$.,]| ){0,24}",
            at in 0usize..80,
        ) {
            let text = Text::new(line);
            let at = text.boundary_at_or_before(at);
            if let Some(span) = number_phrase_around(&text, at, at) {
                let sentence = sentences_around(&text, at, at).unwrap();
                prop_assert!(sentence.encloses(span) && span.start() <= at && at <= span.end());
            }
        }
    }
}
