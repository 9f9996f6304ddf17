//! The words, numbers and marks of one line.

use crate::figures::Language;

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
            let (kind, c) = match ASCII.get(usize::from(*byte)) {
                Some(kind) => (*kind, char::from(*byte)),
                None => {
                    let Some(c) = self.text[self.at..].chars().next() else { return false };
                    (beyond(c), c)
                }
            };
            match kind {
                Kind::Letter => self.word(spaced, line),
                Kind::Digit => self.digits(spaced, line),
                Kind::Mark => self.mark(c, spaced, line),
                Kind::Space | Kind::LineEnd | Kind::Nothing => self.at += c.len_utf8(),
            }
            match kind {
                Kind::LineEnd => return true,
                Kind::Nothing => {}
                _ => spaced = kind == Kind::Space,
            }
        }
        !line.is_empty()
    }

    fn mark(&mut self, c: char, spaced: bool, line: &mut Vec<Token>) {
        let start = self.at;
        self.at += c.len_utf8();
        line.push(token(start..self.at, Known::of(Word::Mark(c)), spaced));
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
        let (start, bytes) = (self.at, self.text.as_bytes());
        let Some((key, n_letters)) = Key::of_letters(&bytes[start..]) else { return self.any_word(spaced, line) };
        self.at += n_letters;
        self.latin(start, key, bytes[start].is_ascii_uppercase(), spaced, line);
    }

    /// A word of any letters.
    fn any_word(&mut self, spaced: bool, line: &mut Vec<Token>) {
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
        match key.known() {
            Some(key) if is_arabic => line.push(token(start..self.at, self.lexicon.known_arabic(key), spaced)),
            Some(key) => self.latin(start, key, is_capital, spaced, line),
            None => line.push(token(start..self.at, Known::of(Word::Unknown), spaced)),
        }
    }

    /// Adds the word from byte `start` up to here, which is not Arabic.
    #[inline]
    fn latin(&self, start: usize, key: Key, is_capital: bool, spaced: bool, line: &mut Vec<Token>) {
        let id = if self.language.reads_english { self.lexicon.id(key) } else { UNKNOWN };
        // Copied whole and then filled in: part by part the copy takes thrice as long.
        line.push(*self.lexicon.token(id));
        let Some(token) = line.last_mut() else { return };
        (token.start, token.end) = (start, self.at);
        (token.spaced, token.is_capital, token.is_latin) = (spaced, is_capital, true);
        if is_capital && id == UNKNOWN {
            token.is_demonym = is_demonym(&self.text[start..self.at]);
        } else if !is_capital && matches!(token.word, Word::Month) {
            // "may" in a sentence is no month.
            token.word = Word::Function;
        }
    }
}

/// Whether a word ends as "Libyans" and "Iraqis" do.
fn is_demonym(word: &str) -> bool {
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
        // Letters of the Arabic block.
        '\u{620}'..='\u{63F}' | '\u{641}'..='\u{64A}' | '\u{671}'..='\u{6D3}' => Kind::Letter,
        '\u{85}' | '\u{2028}' | '\u{2029}' => Kind::LineEnd,
        _ if digit(c).is_some() => Kind::Digit,
        _ if c.is_alphabetic() && !is_dropped(c) => Kind::Letter,
        _ if c.is_whitespace() => Kind::Space,
        _ if is_dropped(c) => Kind::Nothing,
        _ => Kind::Mark,
    }
}
