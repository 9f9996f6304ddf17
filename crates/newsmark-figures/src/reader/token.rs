//! The words, numbers and marks of one paragraph.

use super::compound::compound;
use super::lexicon::{Key, Known, Lexicon, ListLanguage, is_dropped};
use super::numeral::{digit, numeral, vulgar_fraction};
use super::word::{Flag, Word};

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
    /// Whether it is a word that is not Arabic.
    pub is_latin: bool,
    /// Whether it ends as English plurals do: "kiosks", not "press" nor "famous". Asked of words of which the lists give
    /// no meaning, and of times.
    pub ends_as_plural: bool,
    /// Arabic: و or ف stands before it.
    pub and: bool,
    /// Arabic: the article stands before it.
    pub the: bool,
    /// Whether a number phrase can begin with it; with most it cannot.
    pub begins_phrase: bool,
    /// The [`Flag`]s of its word.
    pub flags: u8,
}

impl Token {
    /// Whether its word has the flag.
    pub(super) fn has(&self, flag: Flag) -> bool {
        self.flags & flag as u8 != 0
    }
}

/// What a character is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    Space,
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
            0..=32 => Kind::Space,
            _ => Kind::Mark,
        };
        byte += 1;
    }
    table
};

/// The fewest words of a paragraph that can be in capitals alone; fewer may be codes and names: "USD 300".
const FEWEST_SHOUTED: usize = 5;

/// Reads tokens of a text, a paragraph at a time into the same memory.
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    /// The end of the paragraph.
    end: usize,
    has_decimal_comma: bool,
    lexicon: &'a Lexicon,
    /// Whether words in Latin letters are English, or German; asked for each word.
    is_english: bool,
    is_german: bool,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str, has_decimal_comma: bool, lexicon: &'a Lexicon) -> Tokens<'a> {
        let (is_english, is_german) = (lexicon.has(ListLanguage::English), lexicon.has(ListLanguage::German));
        Tokens { text, at: 0, end: 0, has_decimal_comma, lexicon, is_english, is_german }
    }

    /// Fills `line` with the tokens of `paragraph`, bytes of the text.
    pub(super) fn read(&mut self, paragraph: std::ops::Range<usize>, line: &mut Vec<Token>) {
        line.clear();
        (self.at, self.end) = (paragraph.start, paragraph.end);
        let mut spaced = true;
        let mut has_small = false;
        while self.at < self.end {
            let Some(byte) = self.text.as_bytes().get(self.at) else { break };
            let (kind, c, n_bytes) = match ASCII.get(usize::from(*byte)) {
                Some(kind) => (*kind, char::from(*byte), 1),
                None => {
                    let Some(c) = self.text[self.at..].chars().next() else { break };
                    (beyond(c), c, c.len_utf8())
                }
            };
            match kind {
                Kind::Letter => {
                    self.word(spaced, line);
                    // The last letter of a word tells whether a text is in capitals alone.
                    has_small = has_small || self.text.as_bytes()[self.at - 1].is_ascii_lowercase();
                    // Read with the word, as one stands after most.
                    spaced = self.text.as_bytes().get(self.at) == Some(&b' ');
                    self.at += usize::from(spaced);
                    continue;
                }
                Kind::Digit => self.digits(spaced, line),
                Kind::Mark => {
                    let word = vulgar_fraction(c).unwrap_or(Word::Mark(c));
                    line.push(token(self.at..self.at + n_bytes, Known::of(word), spaced));
                    self.at += n_bytes;
                }
                Kind::Space | Kind::Nothing => {
                    self.at += n_bytes;
                    spaced |= kind == Kind::Space;
                    continue;
                }
            }
            spaced = false;
        }
        // Capitals alone tell nothing of a paragraph; of a code or two they do.
        if !has_small && line.iter().filter(|token| token.is_latin).count() >= FEWEST_SHOUTED {
            without_case(line);
        }
    }

    fn digits(&mut self, spaced: bool, line: &mut Vec<Token>) {
        let start = self.at;
        // "On March 14 300 people": a day and a number.
        let follows_month = line.last().is_some_and(|token| matches!(token.word, Word::Month));
        let (read, end) = numeral(self.text, start, self.has_decimal_comma, !follows_month);
        self.at = end;
        line.push(token(start..end, Known::of(Word::Digits(read)), spaced));
    }

    #[inline]
    fn word(&mut self, spaced: bool, line: &mut Vec<Token>) {
        let start = self.at;
        let Letters { key, is_arabic, is_capital } = self.letters();
        let at = start..self.at;
        if let (Some(key), true) = (key, is_arabic) {
            return line.push(token(at, self.lexicon.known_arabic(key), spaced));
        }
        let known = self.lexicon.token(key.unwrap_or_default());
        // Copied whole into the line and then filled in, as most words need nothing but their place changed; the benchmark
        // `figures` measures the reader against a regular expression over the same text.
        line.extend_from_slice(std::slice::from_ref(known));
        let Some(token) = line.last_mut() else { return };
        (token.start, token.end) = (at.start, at.end);
        (token.spaced, token.is_capital, token.is_latin) = (spaced, is_capital, true);
        match token.word {
            Word::Unknown => {
                token.ends_as_plural = ends_as_plural(&self.text.as_bytes()[at.clone()]);
                if self.is_german
                    && let Some((word, flags)) = compound(self.lexicon, &self.text[at])
                {
                    (token.word, token.flags, token.begins_phrase) = (word, flags, word.begins_phrase());
                }
            }
            Word::Period { .. } | Word::Old => token.ends_as_plural = ends_as_plural(&self.text.as_bytes()[at]),
            // "may" in a sentence is no month; German, French and Spanish have other words for it.
            Word::Month if !is_capital && self.is_english => token.word = Word::Function,
            // "rs" is nothing where "Rs" is rupees.
            Word::CurrencyBefore if !is_capital => token.word = Word::Unknown,
            _ => {}
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

/// Whether a word ends in an s that makes a plural, as far as its letters tell.
#[inline]
fn ends_as_plural(word: &[u8]) -> bool {
    // "press", "famous", "crisis", "campus": of these endings more are no plurals.
    matches!(word, [_, _, before, b's' | b'S'] | [.., _, _, before, b's' | b'S'] if !matches!(before | 0x20, b's' | b'u' | b'i'))
}

/// In a paragraph in capitals alone no capital tells anything.
fn without_case(line: &mut [Token]) {
    for n in 0..line.len() {
        let beside = [n.checked_sub(1), Some(n + 1)];
        let is_by_digits = beside
            .iter()
            .flatten()
            .any(|at| line.get(*at).is_some_and(|token| matches!(token.word, Word::Digits(_) | Word::Mark('.'))));
        let token = &mut line[n];
        token.is_capital &= !token.is_latin;
        // "MAY" is a month only beside a day or a year.
        if matches!(token.word, Word::Month) && token.is_latin && !is_by_digits {
            token.word = Word::Function;
        }
    }
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
        ends_as_plural: false,
        and: known.and,
        the: known.the,
        begins_phrase: known.begins_phrase,
        flags: known.flags,
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
        _ if digit(c).is_some() => Kind::Digit,
        _ if c.is_alphabetic() && !is_dropped(c) => Kind::Letter,
        _ if c.is_whitespace() => Kind::Space,
        _ if is_dropped(c) => Kind::Nothing,
        _ => Kind::Mark,
    }
}
