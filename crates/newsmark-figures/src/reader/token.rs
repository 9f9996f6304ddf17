//! The words, numbers and marks of one line.

use crate::Language;

use super::key::{Key, is_dropped};
use super::lexicon::{Known, LEXICON, Lexicon, UNKNOWN};
use super::numeral::{digit, numeral};
use super::word::Word;

/// A word, a number in digits or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Bytes of the text.
    pub start: usize,
    pub end: usize,
    pub word: Word,
    /// The word's number in the lexicon.
    pub id: u16,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// Whether it begins with a capital letter.
    pub is_capital: bool,
    /// Whether it names people by where they are from, as its end tells: "Libyans".
    pub is_demonym: bool,
    /// Whether it is a word that is not Arabic.
    pub is_latin: bool,
    /// Arabic: و or ف stands before it.
    pub and: bool,
    /// Arabic: the article stands before it.
    pub the: bool,
    /// Whether a number phrase can begin with it; with most it cannot.
    pub begins_phrase: bool,
}

/// What a character is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    Space,
    LineEnd,
    Mark,
    /// As if it were not there: a vowel sign, a mark of direction.
    Nothing,
}

const ASCII: [Kind; 128] = {
    let mut table = [Kind::Mark; 128];
    let mut byte = 0u8;
    while byte < 128 {
        table[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => Kind::Letter,
            b'0'..=b'9' => Kind::Digit,
            b'\n' | b'\r' => Kind::LineEnd,
            0..=32 => Kind::Space,
            _ => Kind::Mark,
        };
        byte += 1;
    }
    table
};

/// Reads tokens of a text, a line at a time into the same memory.
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    language: Language,
    lexicon: &'static Lexicon,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str, language: Language) -> Tokens<'a> {
        Tokens { text, at: 0, language, lexicon: &LEXICON }
    }

    /// Fills `line` with the tokens up to the next end of a line; false at the end of the text.
    pub(super) fn next_line(&mut self, line: &mut Vec<Token>) -> bool {
        line.clear();
        let mut spaced = true;
        while let Some(byte) = self.text.as_bytes().get(self.at) {
            let (kind, c, n_bytes) = match ASCII.get(usize::from(*byte)) {
                Some(kind) => (*kind, char::from(*byte), 1),
                None => {
                    let Some(c) = self.text[self.at..].chars().next() else { return false };
                    (beyond(c), c, c.len_utf8())
                }
            };
            match kind {
                Kind::Letter => {
                    self.word(spaced, line);
                    // Read with the word, as one stands after most.
                    spaced = self.text.as_bytes().get(self.at) == Some(&b' ');
                    self.at += usize::from(spaced);
                    continue;
                }
                Kind::Digit => self.digits(spaced, line),
                Kind::Mark => {
                    line.push(token(self.at..self.at + n_bytes, Known::of(Word::Mark(c)), spaced));
                    self.at += n_bytes;
                }
                Kind::Space | Kind::LineEnd | Kind::Nothing => {
                    self.at += n_bytes;
                    if kind == Kind::LineEnd {
                        return true;
                    }
                    spaced |= kind == Kind::Space;
                    continue;
                }
            }
            spaced = false;
        }
        !line.is_empty()
    }

    fn digits(&mut self, spaced: bool, line: &mut Vec<Token>) {
        let start = self.at;
        // "On March 14 300 people": a day and a number.
        let follows_month = line.last().is_some_and(|token| matches!(token.word, Word::Month));
        let (read, end) = numeral(self.text, start, self.language, !follows_month);
        self.at = end;
        line.push(token(start..end, Known::of(Word::Digits(read)), spaced));
    }

    #[inline]
    fn word(&mut self, spaced: bool, line: &mut Vec<Token>) {
        let start = self.at;
        let Letters { key, is_arabic, is_capital } = self.letters();
        let at = start..self.at;
        let Some(key) = key else { return line.push(token(at, Known::of(Word::Unknown), spaced)) };
        if is_arabic {
            return line.push(token(at, self.lexicon.known_arabic(key), spaced));
        }
        let known = if self.language.reads_english { self.lexicon.token(key) } else { self.lexicon.unknown() };
        // Copied whole into the line and then filled in, as most words need nothing but their place changed; the benchmark
        // `figures` measures the reader against a regular expression over the same text.
        line.extend_from_slice(std::slice::from_ref(known));
        let Some(token) = line.last_mut() else { return };
        (token.start, token.end) = (at.start, at.end);
        (token.spaced, token.is_capital, token.is_latin) = (spaced, is_capital, true);
        if is_capital && token.id == UNKNOWN {
            token.is_demonym = is_demonym(&self.text[at]);
        } else if !is_capital && matches!(token.word, Word::Month) {
            // "may" in a sentence is no month.
            token.word = Word::Function;
        }
    }

    /// Reads on to the end of a word.
    #[inline]
    fn letters(&mut self) -> Letters {
        let rest = &self.text.as_bytes()[self.at..];
        let Some(key) = Key::of_letters(rest) else { return self.any_letters() };
        self.at += key.n_bytes();
        Letters { key: Some(key), is_arabic: false, is_capital: rest[0].is_ascii_uppercase() }
    }

    /// Reads on to the end of a word of any letters.
    fn any_letters(&mut self) -> Letters {
        let start = self.at;
        let mut key = Key::default();
        let (mut is_arabic, mut is_capital) = (false, false);
        for c in self.text[start..].chars() {
            let is_of_word = match c {
                _ if c.is_ascii() => c.is_ascii_alphabetic(),
                _ => matches!(beyond(c), Kind::Letter | Kind::Nothing),
            };
            if !is_of_word {
                break;
            }
            is_arabic |= matches!(c, '\u{620}'..='\u{6FF}');
            is_capital |= self.at == start && c.is_uppercase();
            key.push(c);
            self.at += c.len_utf8();
        }
        Letters { key: key.known(), is_arabic, is_capital }
    }
}

/// What the letters of a word tell before it is looked up.
struct Letters {
    /// `None` where the word is too long to be known.
    key: Option<Key>,
    is_arabic: bool,
    is_capital: bool,
}

/// Whether a word ends as "Libyans" and "Iraqis" do.
fn is_demonym(word: &str) -> bool {
    // Demonyms of countries in the news that no list has; only asked of capitalised unknown words.
    let ends = |one: &str| ["ian", "ean", "qi", "ni", "bi", "li"].iter().any(|end| one.ends_with(end));
    word.strip_suffix('s').is_some_and(ends)
}

#[inline]
pub(super) fn token(at: std::ops::Range<usize>, known: Known, spaced: bool) -> Token {
    Token {
        start: at.start,
        end: at.end,
        word: known.word,
        id: known.id,
        spaced,
        is_capital: false,
        is_latin: false,
        is_demonym: false,
        and: known.and,
        the: known.the,
        begins_phrase: known.begins_phrase,
    }
}

/// What a character beyond ASCII is.
fn beyond(c: char) -> Kind {
    match c {
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '«' | '»' => Kind::Mark,
        // Letters and vowel signs of the Arabic block, and Latin letters, as most are these.
        '\u{620}'..='\u{63F}' | '\u{641}'..='\u{64A}' | '\u{671}'..='\u{6D3}' => Kind::Letter,
        '\u{64B}'..='\u{652}' => Kind::Nothing,
        '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{24F}' => Kind::Letter,
        '\u{85}' | '\u{2028}' | '\u{2029}' => Kind::LineEnd,
        _ if digit(c).is_some() => Kind::Digit,
        _ if c.is_alphabetic() && !is_dropped(c) => Kind::Letter,
        _ if c.is_whitespace() => Kind::Space,
        _ if is_dropped(c) => Kind::Nothing,
        _ => Kind::Mark,
    }
}
