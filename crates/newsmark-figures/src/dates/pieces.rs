use super::day_word::DayWord;
use super::word_list::{UNKNOWN, WordList, folded};

/// A piece of a text as the reader of days sees it.
#[derive(Clone, Copy, Debug)]
pub struct Piece {
    /// Its first byte in the text.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// What it is.
    pub kind: PieceKind,
    /// Whether nothing stands between it and the piece before.
    pub is_glued: bool,
    /// Whether "و" before it, which is "and", was taken off.
    pub follows_and: bool,
    /// Whether it is a word of Arabic letters.
    pub is_arabic: bool,
}

/// What a piece of a text is.
#[derive(Clone, Copy, Debug)]
pub enum PieceKind {
    /// A word or a phrase, as the list knows it.
    Word(DayWord),
    /// Up to four digits of one script, with how many they are.
    Digits { value: i16, n_digits: usize },
    /// Digits that are no part of a date.
    Number,
    /// Any other character but white space.
    Mark(char),
    /// An empty line: nothing goes on beyond it.
    Break,
}

/// A word of a text before phrases are looked up.
struct RawWord {
    start: usize,
    end: usize,
    number: u32,
    is_capital: bool,
    /// Whether a prefix was taken off.
    is_bare: bool,
}

/// The pieces of `text`: words and phrases of `list`, digits and marks. A single line end is white space.
pub fn pieces(text: &str, list: &WordList) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut is_glued = false;
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            let end = at + run(&text[at..], char::is_whitespace);
            if n_line_ends(&text[at..end]) > 1 {
                pieces.push(Piece::of(PieceKind::Break, at..end, false));
            }
            (at, is_glued) = (end, false);
        } else if is_of_word(c) {
            at = push_phrase(text, at, is_glued, list, &mut pieces);
            is_glued = true;
        } else {
            let (kind, end) = match digits(&text[at..]) {
                Some((kind, n_bytes)) => (kind, at + n_bytes),
                None => (PieceKind::Mark(c), at + c.len_utf8()),
            };
            pieces.push(Piece::of(kind, at..end, is_glued));
            (at, is_glued) = (end, true);
        }
    }
    pieces
}

impl Piece {
    fn of(kind: PieceKind, at: std::ops::Range<usize>, is_glued: bool) -> Piece {
        Piece { start: at.start, end: at.end, kind, is_glued, follows_and: false, is_arabic: false }
    }
}

/// Adds the longest phrase that begins at `at`, or the word; answers where it ends.
fn push_phrase(text: &str, at: usize, is_glued: bool, list: &WordList, pieces: &mut Vec<Piece>) -> usize {
    let end = at + run(&text[at..], is_of_word);
    let mut piece = Piece::of(PieceKind::Word(DayWord::default()), at..end, is_glued);
    piece.is_arabic = text[at..].starts_with(is_arabic_letter);
    for first in readings(text, at, end, list) {
        let found = list.phrases(first.number).iter().find_map(|phrase| {
            let has_case = phrase.is_capital.is_none_or(|is_capital| is_capital == first.is_capital);
            let end = following(text, first.end, &phrase.rest, list).filter(|_| has_case)?;
            Some((phrase.word, end))
        });
        if let Some((word, end)) = found {
            piece.kind = PieceKind::Word(word);
            piece.follows_and = first.is_bare && text[at..].starts_with('و');
            (piece.start, piece.end) = (first.start, end);
            break;
        }
    }
    pieces.push(piece);
    piece.end
}

/// The word at `at..end` as it stands, then without the prefixes that Arabic writes to it.
fn readings(text: &str, at: usize, end: usize, list: &WordList) -> Vec<RawWord> {
    let word = &text[at..end];
    let whole = folded(word);
    let is_capital = word.starts_with(char::is_uppercase);
    let raw = |start: usize, number: u32| RawWord { start, end, number, is_capital, is_bare: start > at };
    let mut found = Vec::new();
    let number = list.number(&whole);
    if number != UNKNOWN {
        found.push(raw(at, number));
    } else if let Some(rest) = whole.strip_prefix("لل") {
        // Two letters become one, so that none can be taken off: لل is ل and ال.
        let number = list.number(&format!("ال{rest}"));
        found.extend((number != UNKNOWN).then(|| raw(at, number)));
    }
    // "and", then a preposition: "وبالأمس".
    let (mut start, mut rest) = (at, whole.as_str());
    for prefixes in [&['و', 'ف'][..], &['ب', 'ل', 'ك']] {
        let Some(shorter) = rest.strip_prefix(prefixes) else { continue };
        // The letter may carry a vowel sign, which the folded word has not.
        start += text[start..end].chars().next().map_or(0, char::len_utf8);
        start += run(&text[start..end], |c| !c.is_alphabetic());
        rest = shorter;
        let number = list.number(rest);
        found.extend((number != UNKNOWN).then(|| raw(start, number)));
    }
    found
}

/// Where the words of `rest` end that follow on `at`; a hyphen or an apostrophe may part them.
fn following(text: &str, mut at: usize, rest: &[u32], list: &WordList) -> Option<usize> {
    for &number in rest {
        let gap = run(&text[at..], |c| matches!(c, '-' | '‐' | '‑' | '\'' | '’') || c.is_whitespace());
        if gap == 0 || n_line_ends(&text[at..at + gap]) > 1 {
            return None;
        }
        let end = at + gap + run(&text[at + gap..], is_of_word);
        if list.number(&folded(&text[at + gap..end])) != number {
            return None;
        }
        at = end;
    }
    Some(at)
}

/// Bytes of the characters at the beginning of `text` for which `is_it`.
fn run(text: &str, is_it: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is_it(c)).unwrap_or(text.len())
}

fn n_line_ends(space: &str) -> usize {
    // U+2029 parts paragraphs by itself.
    let n_paragraphs = space.matches('\u{2029}').count();
    space.matches('\n').count() + 2 * n_paragraphs
}

fn is_arabic_letter(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64A}' | '\u{671}'..='\u{6D3}')
}

/// Letters, the signs above them, and what is invisible within a word.
fn is_of_word(c: char) -> bool {
    c.is_alphabetic()
        || matches!(c, '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{300}'..='\u{36F}' | '\u{200C}' | '\u{AD}')
}

/// The digits at the beginning of `text` and how many bytes they take.
fn digits(text: &str) -> Option<(PieceKind, usize)> {
    let (mut value, mut n_digits, mut n_bytes) = (0_i16, 0, 0);
    let zero = zero(text.chars().next()?)?;
    for c in text.chars() {
        // Digits of another script are another number.
        let Some(digit) = (c as u32).checked_sub(zero).filter(|digit| *digit < 10) else { break };
        value = value.saturating_mul(10).saturating_add(digit as i16);
        n_digits += 1;
        n_bytes += c.len_utf8();
    }
    // A year is the longest number of a date.
    let kind = if n_digits <= 4 { PieceKind::Digits { value, n_digits } } else { PieceKind::Number };
    Some((kind, n_bytes))
}

/// The nought of the script of a digit.
fn zero(c: char) -> Option<u32> {
    let zeros = ['0', '٠', '۰', '０'].map(|zero| zero as u32);
    zeros.into_iter().find(|zero| (*zero..zero + 10).contains(&(c as u32)))
}
