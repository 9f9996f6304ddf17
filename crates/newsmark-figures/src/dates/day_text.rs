use super::day_word::{DayWord, Roles};
use super::pieces::{Piece, PieceKind, pieces};
use crate::{Language, Unit, readings};

/// A text in pieces, asked by the place of a piece; beyond its ends there is nothing.
pub struct DayText<'t> {
    text: &'t str,
    language: Language,
    pieces: Vec<Piece>,
}

/// The longest number phrase that is asked for behind digits, in bytes: a number, an adjective or two and a noun.
// A bound, so that a text of digits alone is read in linear time.
const LONGEST_COUNT: usize = 48;

impl<'t> DayText<'t> {
    pub fn of(text: &'t str, language: Language) -> DayText<'t> {
        DayText { text, language, pieces: pieces(text, language.days.list()) }
    }

    pub fn len(&self) -> usize {
        self.pieces.len()
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// The bytes from one piece up to another, which is not among them.
    pub fn bytes(&self, start: usize, end: usize) -> Option<std::ops::Range<usize>> {
        Some(self.pieces.get(start)?.start..self.pieces.get(end.checked_sub(1)?)?.end)
    }

    pub fn piece(&self, at: usize) -> Option<&Piece> {
        self.pieces.get(at)
    }

    /// The characters of a piece.
    pub fn letters(&self, at: usize) -> &'t str {
        self.piece(at).map_or("", |piece| &self.text[piece.start..piece.end])
    }

    /// What the word at a place means; nothing for what is no word.
    pub fn word(&self, at: usize) -> DayWord {
        match self.piece(at).map(|piece| piece.kind) {
            Some(PieceKind::Word(word)) => word,
            _ => DayWord::default(),
        }
    }

    pub fn is(&self, at: usize, roles: Roles) -> bool {
        self.word(at).is(roles)
    }

    /// Whether the piece before plays any of these roles.
    pub fn was(&self, at: usize, roles: Roles) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, roles))
    }

    pub fn is_word(&self, at: usize) -> bool {
        matches!(self.piece(at).map(|piece| piece.kind), Some(PieceKind::Word(_)))
    }

    /// The value of digits and how many they are.
    pub fn digits(&self, at: usize) -> Option<(i16, usize)> {
        match self.piece(at)?.kind {
            PieceKind::Digits { value, n_digits } => Some((value, n_digits)),
            _ => None,
        }
    }

    pub fn is_number(&self, at: usize) -> bool {
        matches!(self.piece(at).map(|piece| piece.kind), Some(PieceKind::Digits { .. } | PieceKind::Number))
    }

    pub fn mark(&self, at: usize) -> Option<char> {
        match self.piece(at)?.kind {
            PieceKind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    pub fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        self.mark(at).is_some_and(|mark| marks.contains(&mark))
    }

    /// Whether nothing stands between the piece and the one before.
    pub fn is_glued(&self, at: usize) -> bool {
        self.piece(at).is_some_and(|piece| piece.is_glued)
    }

    pub fn is_arabic(&self, at: usize) -> bool {
        self.piece(at).is_some_and(|piece| piece.is_arabic)
    }

    /// The first place from `at` on, at most `most` pieces on, that plays none of these roles.
    pub fn skip(&self, at: usize, roles: Roles, most: usize) -> usize {
        (at..at + most).find(|place| !self.is(*place, roles)).unwrap_or(at + most)
    }

    /// The place after a mark of these, or the same where there is none.
    pub fn skip_mark(&self, at: usize, marks: &[char]) -> usize {
        if self.is_mark(at, marks) { at + 1 } else { at }
    }

    /// The place after the stop of a short name that ends before `end`: "Jan. 20".
    pub fn skip_stop(&self, end: usize) -> usize {
        let has_stop = self.was(end, Roles::SHORT) && self.is_mark(end, &['.']) && self.is_glued(end);
        if has_stop { end + 1 } else { end }
    }

    /// Whether nothing but "to" or a dash stands between two times, the first of which ends before `end`.
    pub fn is_to(&self, end: usize, start: usize) -> bool {
        self.is_linked(end, start, Roles::TO) && !self.is_mark(end, &['/'])
    }

    /// Whether nothing but a word of these roles or a dash stands between two times, the first of which ends before
    /// `end`.
    pub fn is_linked(&self, end: usize, start: usize, roles: Roles) -> bool {
        let next = self.skip(end + 1, Roles::ARTICLE, 1);
        next == start && (self.is(end, roles) || self.is_mark(end, &['-', '–', '—', '/']))
    }

    /// Whether the digits at a place count people, households or the like, and so are neither day nor year.
    pub fn counts(&self, at: usize) -> bool {
        let Some(piece) = self.piece(at) else { return false };
        let mut end = self.text.len().min(piece.start + LONGEST_COUNT);
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        // With the word before, which may make a year of the digits: in "March 2025 fled 40" nobody counts 2,025.
        let start = at.checked_sub(1).and_then(|before| self.piece(before)).map_or(piece.start, |before| before.start);
        let found = readings(&self.text[start..end], self.language);
        let counts = |at: &std::ops::Range<usize>| at.contains(&(piece.start - start));
        found.iter().any(|reading| counts(&reading.at) && reading.unit != Unit::Unspecified)
    }

    /// Whether digits at a place stand by themselves and not within a code, a sum or a decimal: "F-16", "$14", "1.5".
    pub fn begins_number(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.is_glued(at)) else { return true };
        match self.mark(before) {
            Some(mark) => {
                !".,:;$€£¥#/\\@_=&+٫٬-–%".contains(mark) || !self.is_glued(before) && mark != '$' && mark != '#'
            }
            // Arabic writes its article and prepositions to digits: "الـ14".
            None => self.is_arabic(before),
        }
    }

    /// Whether digits whose last piece is before `end` go on: "5,000", "10:30", "5-year", "14km".
    pub fn goes_on(&self, end: usize) -> bool {
        let is_glued_number = self.is_glued(end + 1) && self.is_number(end + 1);
        let is_hyphened = self.is_mark(end, &['-', '‑']) && self.is_glued(end + 1) && self.is_word(end + 1);
        let is_parted = self.is_mark(end, &['.', ',', ':', '٫', '٬']) && is_glued_number;
        self.is_glued(end)
            && (is_parted
                || is_hyphened
                || self.is_mark(end, &['%', '٪', '°'])
                || self.is_word(end) && !self.is_arabic(end))
    }
}
