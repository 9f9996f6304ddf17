use eframe::egui::{EventFilter, Key, Modifiers};

use crate::app::text::{Affinity, Laid, Place};
use crate::edit::Selection;
use crate::model::Text;

/// Where the caret goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// One grapheme to the left on the screen.
    Left,
    /// One grapheme to the right on the screen.
    Right,
    /// One word to the left on the screen.
    WordLeft,
    /// One word to the right on the screen.
    WordRight,
    /// A line up.
    Up,
    /// A line down.
    Down,
    /// To the start of the line.
    LineStart,
    /// To the end of the line.
    LineEnd,
    /// To the paragraph before.
    ParagraphUp,
    /// To the paragraph after.
    ParagraphDown,
    /// A view up.
    PageUp,
    /// A view down.
    PageDown,
    /// To the start of the article.
    Start,
    /// To the end of the article.
    End,
}

/// The keys that the article keeps from moving the focus.
pub const FILTER: EventFilter =
    EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };

/// What a key means on this platform; on macOS Option moves by words and Cmd to the ends.
pub fn motion(key: Key, modifiers: Modifiers) -> Option<Motion> {
    let is_mac = cfg!(target_os = "macos");
    let by_word = if is_mac { modifiers.alt } else { modifiers.ctrl };
    let to_end = is_mac && modifiers.command;
    if !is_mac && modifiers.alt {
        return None;
    }
    Some(match key {
        Key::ArrowLeft if to_end => Motion::LineStart,
        Key::ArrowRight if to_end => Motion::LineEnd,
        Key::ArrowUp if to_end => Motion::Start,
        Key::ArrowDown if to_end => Motion::End,
        Key::ArrowLeft if by_word => Motion::WordLeft,
        Key::ArrowRight if by_word => Motion::WordRight,
        Key::ArrowUp if by_word => Motion::ParagraphUp,
        Key::ArrowDown if by_word => Motion::ParagraphDown,
        Key::ArrowLeft => Motion::Left,
        Key::ArrowRight => Motion::Right,
        Key::ArrowUp => Motion::Up,
        Key::ArrowDown => Motion::Down,
        Key::Home if modifiers.command => Motion::Start,
        Key::End if modifiers.command => Motion::End,
        Key::Home => Motion::LineStart,
        Key::End => Motion::LineEnd,
        Key::PageUp => Motion::PageUp,
        Key::PageDown => Motion::PageDown,
        _ => return None,
    })
}

/// Where a paragraph's words are laid out, for those who walk through it.
pub trait Pages {
    /// The words of paragraph `index`; `None` for a blank one.
    fn laid(&mut self, index: usize) -> Option<std::sync::Arc<Laid>>;
    /// How many lines a view shows.
    fn n_lines(&self) -> usize;
}

/// The caret after a motion. `goal` is the horizontal place, in points, that
/// moving by lines aims at; any other motion forgets it.
pub fn moved(
    text: &Text,
    selection: Selection,
    motion: Motion,
    goal: &mut Option<f32>,
    pages: &mut impl Pages,
) -> Place {
    let here = place(selection);
    let index = text.paragraph_at(here.byte);
    let by_line = matches!(motion, Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown);
    if !by_line {
        *goal = None;
    }
    match motion {
        Motion::Start => Place::before(0),
        Motion::End => Place::after(text.len()),
        Motion::ParagraphUp => Place::before(paragraph_before(text, here.byte)),
        Motion::ParagraphDown => Place::before(paragraph_after(text, index)),
        Motion::Up | Motion::Down => by_lines(text, here, motion == Motion::Down, 1, goal, pages),
        Motion::PageUp | Motion::PageDown => {
            let n_lines = pages.n_lines();
            by_lines(text, here, motion == Motion::PageDown, n_lines, goal, pages)
        }
        _ => within_paragraph(text, here, index, motion, pages),
    }
}

fn within_paragraph(text: &Text, here: Place, index: usize, motion: Motion, pages: &mut impl Pages) -> Place {
    let paragraph = text.paragraphs()[index];
    let Some(laid) = pages.laid(index) else { return beside(text, index, motion, false) };
    let local = Place { byte: here.byte.clamp(paragraph.start, paragraph.end) - paragraph.start, ..here };
    let moved = match motion {
        Motion::Left => laid.left(local),
        Motion::Right => laid.right(local),
        Motion::WordLeft => laid.word_left(local),
        Motion::WordRight => laid.word_right(local),
        Motion::LineStart => Some(laid.line_start(local)),
        _ => Some(laid.line_end(local)),
    };
    match moved {
        Some(moved) => Place { byte: paragraph.start + moved.byte, ..moved },
        None => beside(text, index, motion, laid.is_rtl()),
    }
}

/// Whether going from byte `from` to that side of the screen goes on in the
/// text; where the text turns there, as the paragraph runs.
pub fn goes_onwards(text: &Text, from: usize, by_word: bool, is_right: bool, pages: &mut impl Pages) -> bool {
    let index = text.paragraph_at(from);
    let paragraph = text.paragraphs()[index];
    let Some(laid) = pages.laid(index) else { return is_right };
    let local = Place::after(from.clamp(paragraph.start, paragraph.end) - paragraph.start);
    let (left, right) =
        if by_word { (laid.word_left(local), laid.word_right(local)) } else { (laid.left(local), laid.right(local)) };
    let is_beyond = |place: Option<Place>| place.map(|place| place.byte > local.byte);
    match (is_beyond(left), is_beyond(right)) {
        (Some(left), Some(right)) if left != right => right == is_right,
        _ => is_right != laid.is_rtl(),
    }
}

/// Off the end of a paragraph into its neighbour; leftwards is onwards where it runs from right to left.
fn beside(text: &Text, index: usize, motion: Motion, is_rtl: bool) -> Place {
    let is_right = matches!(motion, Motion::Right | Motion::WordRight);
    let onwards = is_right != is_rtl;
    match next_words(text, index, onwards) {
        Some(next) if onwards => Place::before(text.paragraphs()[next].start),
        Some(previous) => Place::after(text.paragraphs()[previous].end),
        None if onwards => Place::after(text.paragraphs()[index].end),
        None => Place::before(text.paragraphs()[index].start),
    }
}

fn by_lines(
    text: &Text,
    here: Place,
    is_down: bool,
    count: usize,
    goal: &mut Option<f32>,
    pages: &mut impl Pages,
) -> Place {
    let mut place = here;
    for _ in 0..count {
        let index = text.paragraph_at(place.byte);
        let paragraph = text.paragraphs()[index];
        let local = Place { byte: place.byte.clamp(paragraph.start, paragraph.end) - paragraph.start, ..place };
        let laid = pages.laid(index);
        let line = laid.as_ref().map_or(0, |laid| laid.line_of(local));
        let x = *goal.get_or_insert_with(|| laid.as_ref().map_or(0.0, |laid| laid.caret(local).left()));
        let n_lines = laid.as_ref().map_or(1, |laid| laid.lines().len());
        let inside = if is_down { line + 1 < n_lines } else { line > 0 };
        let (index, line) = if inside {
            (index, if is_down { line + 1 } else { line - 1 })
        } else {
            let Some(next) = next_words(text, index, is_down) else { break };
            let last = pages.laid(next).map_or(0, |laid| laid.lines().len().saturating_sub(1));
            (next, if is_down { 0 } else { last })
        };
        let Some(laid) = pages.laid(index) else { break };
        let hit = laid.hit_in_line(line, x);
        place = Place { byte: text.paragraphs()[index].start + hit.byte, ..hit };
    }
    place
}

/// The nearest paragraph with words in that direction.
fn next_words(text: &Text, index: usize, onwards: bool) -> Option<usize> {
    let has_words = |index: &usize| text.paragraphs()[*index].kind != crate::model::ParagraphKind::Blank;
    if onwards { (index + 1..text.paragraphs().len()).find(has_words) } else { (0..index).rev().find(has_words) }
}

fn paragraph_before(text: &Text, offset: usize) -> usize {
    let index = text.paragraph_at(offset);
    let start = text.paragraphs()[index].start;
    if start < offset {
        return start;
    }
    next_words(text, index, false).map_or(start, |previous| text.paragraphs()[previous].start)
}

fn paragraph_after(text: &Text, index: usize) -> usize {
    next_words(text, index, true).map_or(text.len(), |next| text.paragraphs()[next].start)
}

/// The caret's place.
pub fn place(selection: Selection) -> Place {
    let affinity = if selection.downstream { Affinity::Downstream } else { Affinity::Upstream };
    Place { byte: selection.head, affinity }
}

/// The selection after the caret went to `place`; it grows from its anchor where `selects`.
pub fn selected(selection: Selection, place: Place, selects: bool) -> Selection {
    let anchor = if selects { selection.anchor } else { place.byte };
    Selection { anchor, head: place.byte, downstream: place.affinity == Affinity::Downstream }
}

/// The whole article.
pub fn all(text: &Text) -> Selection {
    Selection { anchor: 0, head: text.len(), downstream: false }
}
