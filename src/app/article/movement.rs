use std::ops::Range;
use std::sync::Arc;

use eframe::egui::EventFilter;

use crate::app::command::{BoundaryMove, Motion};
use crate::app::text::{Affinity, Place, TextLayout};
use crate::edit::Selection;
use crate::edit::boundaries::MoveUnit;
use crate::model::{ParagraphKind, Text};

use super::LayoutCache;
use super::block::LayoutContext;

/// The keys that the article keeps from moving the focus.
pub const FILTER: EventFilter =
    EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };

/// The article as keys walk through it.
pub struct Walk<'a> {
    /// The article as it is set.
    pub sheet: &'a mut LayoutCache,
    /// What setting it takes.
    pub setting: LayoutContext<'a>,
    /// How many lines a view shows, at least one.
    pub n_lines: usize,
    /// The horizontal place, in points, that moving by lines aims at; any other motion forgets it.
    pub goal: &'a mut Option<f32>,
}

/// The words of a part, with the place of a caret in them.
struct Within {
    part: usize,
    bytes: Range<usize>,
    laid: Arc<TextLayout>,
    local: Place,
}

impl Walk<'_> {
    /// The caret after a motion.
    pub fn moved(&mut self, selection: Selection, motion: Motion) -> Place {
        let here = place(selection);
        let text = &self.setting.project.article().text;
        // Up and down aim at one place across short lines; sideways begins a new one.
        if !matches!(motion, Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown) {
            *self.goal = None;
        }
        match motion {
            Motion::Start => Place::before(0),
            Motion::End => Place::after(text.len()),
            Motion::ParagraphUp => Place::before(paragraph_before(text, here.byte)),
            Motion::ParagraphDown => Place::before(paragraph_after(text, here.byte)),
            Motion::Up | Motion::Down => self.by_lines(here, motion == Motion::Down, 1),
            Motion::PageUp | Motion::PageDown => self.by_lines(here, motion == Motion::PageDown, self.n_lines),
            _ => self.within_line(here, motion),
        }
    }

    /// Whether going from byte `from` to that side of the screen goes on in
    /// the text; where the text turns there, as the paragraph runs.
    pub fn goes_onwards(&mut self, from: usize, nudge: BoundaryMove) -> bool {
        let Some(within) = self.within(Place::after(from)) else { return nudge.is_right };
        let (left, right) = match nudge.stride {
            MoveUnit::Word => (Motion::WordLeft, Motion::WordRight),
            MoveUnit::Grapheme => (Motion::Left, Motion::Right),
        };
        let is_beyond = |motion| within.step(motion).map(|place| place.byte > from);
        match (is_beyond(left), is_beyond(right)) {
            // Both sides going the same way is where the direction of the script turns; there the paragraph
            // decides.
            (Some(left), Some(right)) if left != right => right == nudge.is_right,
            _ => nudge.is_right != within.laid.is_rtl(),
        }
    }

    fn text(&self) -> &Text {
        &self.setting.project.article().text
    }

    /// The words around a place; `None` on a blank line.
    fn within(&mut self, place: Place) -> Option<Within> {
        let part = self.sheet.part_of(self.setting, place);
        let block = self.sheet.block(self.setting, part)?;
        let local = Place { byte: place.byte.clamp(block.bytes.start, block.bytes.end) - block.bytes.start, ..place };
        Some(Within { part, bytes: block.bytes, laid: block.laid?, local })
    }

    fn within_line(&mut self, here: Place, motion: Motion) -> Place {
        let Some(within) = self.within(here) else {
            let part = self.sheet.part_of(self.setting, here);
            return self.beside(here, part, motion, false);
        };
        match within.step(motion) {
            Some(moved) => moved,
            None => self.beside(here, within.part, motion, within.laid.is_rtl()),
        }
    }

    /// Off the end of a part into its neighbour; leftwards is onwards where it runs from right to left.
    fn beside(&mut self, here: Place, part: usize, motion: Motion, is_rtl: bool) -> Place {
        let is_right = matches!(motion, Motion::Right | Motion::WordRight);
        let onwards = is_right != is_rtl;
        let Some(next) = self.sheet.next_words(self.text(), part, onwards) else { return here };
        let Some(block) = self.sheet.block(self.setting, next) else { return here };
        let place = if onwards { Place::before(block.bytes.start) } else { Place::after(block.bytes.end) };
        if place.byte != here.byte {
            return place;
        }
        // The end of one piece of a paragraph and the start of the next are one place in the text.
        self.within(place).and_then(|within| within.step(motion)).unwrap_or(place)
    }

    fn by_lines(&mut self, here: Place, is_down: bool, count: usize) -> Place {
        let mut place = here;
        for _ in 0..count {
            let within = self.within(place);
            let line = within.as_ref().map_or(0, |within| within.laid.line_of(within.local));
            let x = || within.as_ref().map_or(0.0, |within| within.laid.caret(within.local).left());
            let x = *self.goal.get_or_insert_with(x);
            let n_lines = within.as_ref().map_or(1, |within| within.laid.lines().len());
            let is_inside = if is_down { line + 1 < n_lines } else { line > 0 };
            let hit = match within.filter(|_| is_inside) {
                Some(within) => within.hit(if is_down { line + 1 } else { line - 1 }, x),
                None => {
                    let part = self.sheet.part_of(self.setting, place);
                    let Some(next) = self.sheet.next_words(self.text(), part, is_down) else { break };
                    let Some(block) = self.sheet.block(self.setting, next) else { break };
                    let Some(laid) = block.laid else { break };
                    let next = Within { part: next, bytes: block.bytes, laid, local: Place::default() };
                    next.hit(if is_down { 0 } else { next.laid.lines().len().saturating_sub(1) }, x)
                }
            };
            place = hit;
        }
        place
    }
}

impl Within {
    /// The place in the article nearest to `x` points in a line.
    fn hit(&self, line: usize, x: f32) -> Place {
        self.placed(self.laid.hit_in_line(line, x))
    }

    /// The place in the article after a motion within these words.
    fn step(&self, motion: Motion) -> Option<Place> {
        let moved = match motion {
            Motion::Left => self.laid.left(self.local),
            Motion::Right => self.laid.right(self.local),
            Motion::WordLeft => self.laid.word_left(self.local),
            Motion::WordRight => self.laid.word_right(self.local),
            Motion::LineStart => Some(self.laid.line_start(self.local)),
            _ => Some(self.laid.line_end(self.local)),
        };
        moved.map(|moved| self.placed(moved))
    }

    fn placed(&self, local: Place) -> Place {
        Place { byte: self.bytes.start + local.byte, ..local }
    }
}

/// The nearest paragraph with words in that direction.
fn next_words(text: &Text, index: usize, onwards: bool) -> Option<usize> {
    let has_words = |index: &usize| text.paragraphs()[*index].kind != ParagraphKind::Blank;
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

fn paragraph_after(text: &Text, offset: usize) -> usize {
    next_words(text, text.paragraph_at(offset), true).map_or(text.len(), |next| text.paragraphs()[next].start)
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
