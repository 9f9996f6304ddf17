use std::ops::Range;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::super::text_layout::{Place, TextLayout};
use super::keys::{Motion, Unit};

/// The text of a field while it is edited: its selection, and what an input
/// method composes but has not yet committed.
#[derive(Clone, Debug, Default)]
pub struct Editor {
    text: String,
    /// The end of the selection that stays.
    anchor: Place,
    /// The end that moves, where the caret is.
    head: Place,
    preedit: Option<Preedit>,
    /// Where vertical steps aim, in points from the left.
    goal: Option<f32>,
}

/// Text under composition, shown at the caret and not yet part of the value.
#[derive(Clone, Debug, PartialEq)]
pub struct Preedit {
    text: String,
    /// The bytes of `text` that the next key changes.
    active: Range<usize>,
}

impl Editor {
    /// The value, without what is being composed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Takes a value that was changed from outside; the caret stays as near as it can.
    pub fn follow(&mut self, text: &str) {
        if self.text == text {
            return;
        }
        text.clone_into(&mut self.text);
        self.preedit = None;
        self.anchor = Place::after(boundary_before(text, self.anchor.byte));
        self.head = Place::after(boundary_before(text, self.head.byte));
    }

    /// The text as it is drawn, with what is being composed.
    pub fn shown(&self) -> String {
        match &self.preedit {
            Some(preedit) => {
                let (before, after) = self.text.split_at(self.head.byte);
                [before, &preedit.text, after].concat()
            }
            None => self.text.clone(),
        }
    }

    /// Where the caret is drawn in [`Editor::shown`].
    pub fn caret(&self) -> Place {
        match &self.preedit {
            Some(preedit) => Place::after(self.head.byte + preedit.active.end),
            None => self.head,
        }
    }

    /// The bytes of [`Editor::shown`] that are being composed, and the active ones of them.
    pub fn composed(&self) -> Option<(Range<usize>, Range<usize>)> {
        let preedit = self.preedit.as_ref()?;
        let start = self.head.byte;
        let active = start + preedit.active.start..start + preedit.active.end;
        Some((start..start + preedit.text.len(), active))
    }

    /// The selected bytes; empty where the caret is.
    pub fn selection(&self) -> Range<usize> {
        self.anchor.byte.min(self.head.byte)..self.anchor.byte.max(self.head.byte)
    }

    /// The selected text.
    pub fn selected(&self) -> &str {
        &self.text[self.selection()]
    }

    /// Puts the caret at `place`, or only the moving end of the selection.
    pub fn set(&mut self, place: Place, extend: bool) {
        self.goal = None;
        self.head = place;
        if !extend {
            self.anchor = place;
        }
    }

    /// Selects a range of bytes.
    pub fn select(&mut self, range: Range<usize>) {
        self.goal = None;
        self.anchor = Place::before(range.start);
        self.head = Place::after(range.end);
    }

    /// Puts `text` in the place of the selection.
    pub fn insert(&mut self, text: &str) {
        let range = self.selection();
        self.replace(range, text);
    }

    /// Deletes the selection, else back from the caret. Back by a letter takes
    /// a combining mark alone, so that a wrong vowel sign costs no letter, but
    /// an emoji as a whole.
    pub fn delete_back(&mut self, unit: Unit) {
        let (byte, mut range) = (self.head.byte, self.selection());
        if range.is_empty() {
            range.start = match unit {
                Unit::Letter => letter_before(&self.text, byte),
                Unit::Word => word_before(&self.text, byte),
                Unit::Paragraph => match self.text[..byte].rfind('\n').map(|at| at + 1) {
                    Some(start) if start == byte => byte - 1,
                    start => start.unwrap_or(0),
                },
            };
        }
        self.replace(range, "");
    }

    /// Deletes the selection, else forward from the caret.
    pub fn delete_forward(&mut self, unit: Unit) {
        let (byte, mut range) = (self.head.byte, self.selection());
        if range.is_empty() {
            range.end = match unit {
                Unit::Letter => boundary_after(&self.text, byte),
                Unit::Word => word_after(&self.text, byte),
                Unit::Paragraph => match self.text[byte..].find('\n') {
                    Some(0) => byte + 1,
                    end => end.map_or(self.text.len(), |at| byte + at),
                },
            };
        }
        self.replace(range, "");
    }

    /// Deletes so many characters on both sides of the caret, as some input methods ask.
    pub fn delete_around(&mut self, before: usize, after: usize) {
        let byte = self.head.byte;
        let start = self.text[..byte].char_indices().rev().take(before).last().map_or(byte, |(at, _)| at);
        let end = self.text[byte..].char_indices().nth(after).map_or(self.text.len(), |(at, _)| byte + at);
        // What stands behind goes first, so that the caret's place holds for what stands before it.
        self.replace(byte..end, "");
        self.replace(start..byte, "");
    }

    /// Shows what an input method composes in the place of the selection;
    /// empty text ends it. `active` counts characters.
    pub fn compose(&mut self, text: &str, active: Option<Range<usize>>) {
        // Composing replaces what is selected as typing does, but only once.
        if self.preedit.is_none() && !text.is_empty() {
            self.insert("");
        }
        // Input methods count in characters, while all places here are bytes.
        let byte = |n: usize| text.char_indices().nth(n).map_or(text.len(), |(at, _)| at);
        let active = active.map_or(text.len()..text.len(), |range| byte(range.start)..byte(range.end));
        self.preedit = (!text.is_empty()).then(|| Preedit { text: text.to_owned(), active });
    }

    /// Whether an input method is composing.
    pub fn is_composing(&self) -> bool {
        self.preedit.is_some()
    }

    /// Ends composing with `text` as the result.
    pub fn commit(&mut self, text: &str) {
        self.preedit = None;
        self.insert(text);
    }

    /// Moves the caret in `laid`, the layout of [`Editor::shown`].
    pub fn step(&mut self, laid: &TextLayout, motion: Motion, extend: bool) {
        let at = self.head;
        // Kept over short lines, so that going down and up again leads back.
        let goal = self.goal.unwrap_or_else(|| laid.caret(at).left());
        let collapses = !extend && !self.selection().is_empty();
        let to = match motion {
            Motion::Left | Motion::Right if collapses => self.end_on_the(laid, motion == Motion::Right),
            Motion::Left => laid.left(at).unwrap_or(at),
            Motion::Right => laid.right(at).unwrap_or(at),
            Motion::WordLeft => laid.word_left(at).unwrap_or(at),
            Motion::WordRight => laid.word_right(at).unwrap_or(at),
            Motion::LineLeft | Motion::LineRight => {
                let rtl = laid.lines()[laid.line_of(at)].rtl;
                if rtl == (motion == Motion::LineLeft) { laid.line_end(at) } else { laid.line_start(at) }
            }
            Motion::LineStart => laid.line_start(at),
            Motion::LineEnd => laid.line_end(at),
            Motion::Up => laid.above(at, goal).unwrap_or_else(|| laid.start()),
            Motion::Down => laid.below(at, goal).unwrap_or_else(|| laid.end()),
            Motion::ParagraphStart => Place::before(laid.paragraph_at(at.byte).start),
            Motion::ParagraphEnd => Place::after(laid.paragraph_at(at.byte).end),
            Motion::Start => laid.start(),
            Motion::End => laid.end(),
        };
        self.set(to, extend);
        if matches!(motion, Motion::Up | Motion::Down) {
            self.goal = Some(goal);
        }
    }

    /// The end of the selection that is further right or left on the screen.
    fn end_on_the(&self, laid: &TextLayout, right: bool) -> Place {
        let (anchor, head) = (laid.caret(self.anchor).min, laid.caret(self.head).min);
        let head_is_later = (head.y, head.x) > (anchor.y, anchor.x);
        if head_is_later == right { self.head } else { self.anchor }
    }

    fn replace(&mut self, range: Range<usize>, text: &str) {
        self.text.replace_range(range.clone(), text);
        self.set(Place::after(range.start + text.len()), false);
    }
}

fn boundary_before(text: &str, byte: usize) -> usize {
    let byte = text.floor_char_boundary(byte.min(text.len()));
    let mut cursor = GraphemeCursor::new(byte, text.len(), true);
    // A cursor over the whole text never asks for another chunk of it.
    match cursor.is_boundary(text, 0) {
        Ok(false) => cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0),
        _ => byte,
    }
}

fn boundary_after(text: &str, byte: usize) -> usize {
    let mut cursor = GraphemeCursor::new(byte, text.len(), true);
    cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

fn letter_before(text: &str, byte: usize) -> usize {
    let Some(last) = text[..byte].graphemes(true).next_back() else { return byte };
    // In Arabic and Hebrew a vowel sign is deleted by itself and its letter stays; an accent of Latin goes
    // with its letter, and emoji whole.
    let mark_alone = last.chars().count() > 1 && last.chars().all(|c| c.is_alphabetic() || is_mark(c));
    let taken = if mark_alone { last.chars().next_back().map_or(0, char::len_utf8) } else { last.len() };
    byte - taken
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

fn word_before(text: &str, byte: usize) -> usize {
    text[..byte].unicode_word_indices().next_back().map_or(0, |(at, _)| at)
}

fn word_after(text: &str, byte: usize) -> usize {
    text[byte..].unicode_word_indices().next().map_or(text.len(), |(at, word)| byte + at + word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn editor(text: &str) -> Editor {
        let mut editor = Editor::default();
        editor.follow(text);
        editor.set(Place::after(text.len()), false);
        editor
    }

    #[test]
    fn deleting_back_takes_a_mark_alone_but_an_emoji_whole() {
        let mut marked = editor("قُ");
        marked.delete_back(Unit::Letter);
        assert_eq!(marked.text(), "ق");
        let mut family = editor("a👨‍👩‍👧");
        family.delete_back(Unit::Letter);
        assert_eq!(family.text(), "a");
    }

    #[test]
    fn deleting_by_words_goes_to_the_start_of_one() {
        let mut editor = editor("at least 12 ");
        editor.delete_back(Unit::Word);
        assert_eq!(editor.text(), "at least ");
        editor.set(Place::before(0), false);
        editor.delete_forward(Unit::Word);
        assert_eq!(editor.text(), " least ");
    }

    #[test]
    fn composing_shows_text_that_is_no_part_of_the_value() {
        let mut editor = editor("ab");
        editor.set(Place::after(1), false);
        editor.compose("にほ", Some(1..2));
        assert_eq!((editor.text(), editor.shown().as_str()), ("ab", "aにほb"));
        assert_eq!(editor.composed(), Some((1..7, 4..7)));
        editor.commit("日本");
        assert_eq!((editor.text(), editor.caret().byte), ("a日本b", 7));
    }

    #[test]
    fn a_value_changed_from_outside_keeps_the_caret_between_letters() {
        let mut editor = editor("twelve");
        editor.follow("é\u{301}");
        assert_eq!(editor.caret().byte, 4);
        editor.follow("");
        assert_eq!(editor.selection(), 0..0);
    }
}
