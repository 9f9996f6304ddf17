//! Text as assistive technology is told it: lines with their characters, and places in them.

use std::ops::Range;

use egui::accesskit::{self, Action, ActionData, NodeId, Role, TextDirection, TextPosition, TextSelection, TreeId};
use egui::{Context, Event, Id, Pos2, Rect, Sense, Ui};
use unicode_segmentation::UnicodeSegmentation;

use super::text_layout::{Affinity, Cell, Place, TextLayout};

/// Words on the screen as a screen reader walks through them: stretches of a
/// line that run in one direction, in the order of the text.
///
/// Places are bytes of the whole text that the layouts are parts of.
#[derive(Default)]
pub struct Runs(Vec<Run>);

/// Neighbouring characters of one line and direction.
struct Run {
    id: Id,
    /// Where it is in the window, in points.
    rect: Rect,
    rtl: bool,
    /// Whether its line begins in the run before, and whether it goes on in the next.
    joins: (bool, bool),
    value: String,
    /// The first byte of each character, and the byte after the last.
    stops: Vec<usize>,
    lengths: Vec<u8>,
    /// Distance of each character from the side at which the run begins, in points.
    positions: Vec<f32>,
    widths: Vec<f32>,
    word_starts: Vec<u8>,
}

/// What a run has room for: AccessKit counts characters and their bytes in a `u8`; one is left for the line end.
const MOST: usize = 254;

/// Whether anybody listens; nothing else of this is worth doing otherwise.
pub fn is_heard(ctx: &Context, id: Id) -> bool {
    ctx.accesskit_node_builder(id, |_| ()).is_some()
}

/// What assistive technology asked for in this frame.
pub fn requests(ctx: &Context) -> Vec<accesskit::ActionRequest> {
    ctx.input(|input| {
        let requests = input.events.iter().filter_map(|event| match event {
            Event::AccessKitActionRequest(request) if request.target_tree == TreeId::ROOT => Some(request.clone()),
            _ => None,
        });
        requests.collect()
    })
}

impl Runs {
    /// Adds lines of a layout whose upper left corner is at `origin` and whose
    /// text begins at byte `base` of the whole. They are children of the node
    /// `parent`; `is_last` tells that a paragraph ends where the layout does.
    pub fn add(
        &mut self,
        parent: Id,
        laid: &TextLayout,
        lines: Range<usize>,
        base: usize,
        origin: Pos2,
        is_last: bool,
    ) {
        for index in lines.start..lines.end.min(laid.lines.len()) {
            let first = self.0.len();
            self.line(parent, laid, index, base, origin);
            let line = &laid.lines[index];
            // Only a break that stands in the text counts as a character; one made by the width is none.
            let breaks = !line.soft && (is_last || index + 1 < laid.lines.len());
            if let Some(run) = self.0.last_mut().filter(|_| breaks) {
                run.value.push('\n');
                run.lengths.push(1);
                run.positions.push(run.rect.width());
                run.widths.push(0.0);
            }
            for at in first..self.0.len() {
                self.0[at].joins = (at > first, at + 1 < self.0.len());
            }
        }
    }

    fn line(&mut self, parent: Id, laid: &TextLayout, index: usize, base: usize, origin: Pos2) {
        let line = &laid.lines[index];
        let edge = Rect::from_min_max(Pos2::new(line.left, line.top), Pos2::new(line.left, line.bottom));
        let mut cells: Vec<&Cell> = laid.cells[line.cells.clone()].iter().collect();
        // Assistive technology reads in the order of the text, while cells lie in the order of the screen.
        cells.sort_unstable_by_key(|cell| cell.start);
        let words: Vec<usize> = match laid.text.get(line.bytes.clone()) {
            Some(text) => text.unicode_word_indices().map(|(at, _)| line.bytes.start + at).collect(),
            None => Vec::new(),
        };
        let mut rest = cells.as_slice();
        let mut nth = 0_usize;
        loop {
            let rtl = rest.first().map_or(line.rtl, |cell| cell.rtl);
            let mut run = Run {
                id: parent.with(("run", index, nth)),
                rect: edge,
                rtl,
                joins: (false, false),
                value: String::new(),
                stops: vec![base + rest.first().map_or(line.bytes.start, |cell| cell.start)],
                lengths: Vec::new(),
                positions: Vec::new(),
                widths: Vec::new(),
                word_starts: Vec::new(),
            };
            // A run has one direction, so a line that turns is told as several, which the joins below tie
            // together.
            let alike = rest.iter().take_while(|cell| cell.rtl == rtl).count();
            let taken = run.take(laid, &rest[..alike], &words, base);
            run.rect = run.rect.translate(origin.to_vec2());
            self.0.push(run);
            rest = &rest[taken..];
            nth += 1;
            if rest.is_empty() {
                return;
            }
        }
    }

    /// Adds words that are not laid out, as those beyond the screen: they are one line at `rect`.
    pub fn add_words(&mut self, parent: Id, words: &str, base: usize, rect: Rect, is_last: bool) {
        let starts: Vec<usize> = words.unicode_word_indices().map(|(at, _)| at).collect();
        let first = self.0.len();
        let new = |at: usize| Run {
            id: parent.with(("words", at)),
            rect,
            rtl: false,
            joins: (false, false),
            value: String::new(),
            stops: vec![base + at],
            lengths: Vec::new(),
            positions: Vec::new(),
            widths: Vec::new(),
            word_starts: Vec::new(),
        };
        // Words beyond the screen are not set, so that their characters have no places, only an order.
        let mut run = new(0);
        for (at, grapheme) in words.grapheme_indices(true) {
            let mut start = at;
            for end in piece_ends(words, at, at + grapheme.len()) {
                if run.lengths.len() == MOST {
                    self.0.push(std::mem::replace(&mut run, new(start)));
                }
                if start == at && starts.binary_search(&at).is_ok() {
                    run.word_starts.push(u8::try_from(run.lengths.len()).unwrap_or(u8::MAX));
                }
                let piece = &words[start..end];
                run.push(piece, u8::try_from(piece.len()).unwrap_or(u8::MAX), base + end);
                start = end;
            }
        }
        if is_last {
            let end = base + words.len();
            run.push("\n", 1, end);
            // The break lies at the end of the words and has no stop of its own behind it.
            run.stops.pop();
        }
        self.0.push(run);
        for at in first..self.0.len() {
            self.0[at].joins = (at > first, at + 1 < self.0.len());
        }
    }

    /// How many runs there are.
    pub fn n_runs(&self) -> usize {
        self.0.len()
    }

    /// Tells all runs as children of the node whose `Ui` this is.
    pub fn tell(&self, ui: &Ui) {
        self.tell_some(ui, 0..self.0.len());
    }

    /// Tells some of the runs as children of the node whose `Ui` this is.
    pub fn tell_some(&self, ui: &Ui, some: Range<usize>) {
        for (at, run) in self.0.iter().enumerate().take(some.end).skip(some.start) {
            ui.interact(run.rect, run.id, Sense::hover());
            ui.ctx().accesskit_node_builder(run.id, |node| {
                node.set_role(Role::TextRun);
                node.set_text_direction(match run.rtl {
                    true => TextDirection::RightToLeft,
                    false => TextDirection::LeftToRight,
                });
                node.set_bounds(bounds(run.rect));
                node.set_value(run.value.as_str());
                node.set_character_lengths(run.lengths.clone());
                node.set_character_positions(run.positions.clone());
                node.set_character_widths(run.widths.clone());
                node.set_word_starts(run.word_starts.clone());
                if run.joins.0 {
                    node.set_previous_on_line(self.0[at - 1].id.accesskit_id());
                }
                if run.joins.1 {
                    node.set_next_on_line(self.0[at + 1].id.accesskit_id());
                }
            });
        }
    }

    /// The selection from byte `anchor` to the caret at `head`; what lies
    /// outside of the runs is moved to their ends. `None` where there are none.
    pub fn selection(&self, anchor: usize, head: Place) -> Option<TextSelection> {
        let focus = self.position(head)?;
        if anchor == head.byte {
            // A caret is a selection of which both ends have one and the same place, affinity included.
            return Some(TextSelection { anchor: focus, focus });
        }
        // The affinity of the anchor looks towards the selected words, so that at a line's end it stays with
        // them.
        let anchor = if anchor < head.byte { Place::before(anchor) } else { Place::after(anchor) };
        Some(TextSelection { anchor: self.position(anchor)?, focus })
    }

    fn position(&self, place: Place) -> Option<TextPosition> {
        let at = match place.affinity {
            Affinity::Downstream => self.0.partition_point(|run| run.first() <= place.byte).saturating_sub(1),
            Affinity::Upstream => {
                self.0.partition_point(|run| run.end() < place.byte).min(self.0.len().saturating_sub(1))
            }
        };
        let run = self.0.get(at)?;
        let most = run.stops.len() - 1;
        let character_index = run.stops.partition_point(|stop| *stop < place.byte).min(most);
        Some(TextPosition { node: run.id.accesskit_id(), character_index })
    }

    /// The byte of a place that assistive technology gives.
    fn byte(&self, position: TextPosition) -> Option<usize> {
        let at = self.0.iter().position(|run| run.id.accesskit_id() == position.node)?;
        let run = &self.0[at];
        // Some screen readers ask for the place behind the last character of a run, which is the first of the
        // next.
        let beyond = || self.0.get(at + 1).map_or(run.end(), Run::first);
        Some(run.stops.get(position.character_index).copied().unwrap_or_else(beyond))
    }

    /// The first byte of the run that is that node.
    pub fn first_byte(&self, node: NodeId) -> Option<usize> {
        self.0.iter().find(|run| run.id.accesskit_id() == node).map(Run::first)
    }

    /// The anchor and the caret that a request sets for the words of `id`.
    pub fn asked(&self, request: &accesskit::ActionRequest, id: Id) -> Option<(usize, usize)> {
        let is_ours = request.target_node == id.accesskit_id() && request.action == Action::SetTextSelection;
        match &request.data {
            Some(ActionData::SetTextSelection(selection)) if is_ours => {
                Some((self.byte(selection.anchor)?, self.byte(selection.focus)?))
            }
            _ => None,
        }
    }
}

impl Run {
    /// A character of words that have no places.
    fn push(&mut self, grapheme: &str, length: u8, end: usize) {
        self.value.push_str(grapheme);
        self.lengths.push(length);
        self.positions.push(0.0);
        self.widths.push(0.0);
        self.stops.push(end);
    }

    fn first(&self) -> usize {
        self.stops[0]
    }

    fn end(&self) -> usize {
        self.stops[self.stops.len() - 1]
    }

    /// Takes as many of the cells, all of one direction, as there is room for; answers how many.
    fn take(&mut self, laid: &TextLayout, cells: &[&Cell], words: &[usize], base: usize) -> usize {
        let pieces = |cell: &Cell| piece_ends(&laid.text, cell.start, cell.end).len();
        let mut n = 0;
        let fits = |cell: &&&Cell| {
            let is_first = n == 0;
            n += pieces(cell);
            is_first || n <= MOST
        };
        let taken: Vec<&&Cell> = cells.iter().take_while(fits).collect();
        // The space at which a line was broken is there, but takes no room.
        let seen = || taken.iter().filter(|cell| !cell.hangs);
        let left = seen().map(|cell| cell.left).fold(f32::INFINITY, f32::min);
        let right = seen().map(|cell| cell.right).fold(f32::NEG_INFINITY, f32::max);
        if left <= right {
            (self.rect.min.x, self.rect.max.x) = (left, right);
        }
        for cell in &taken {
            if words.binary_search(&cell.start).is_ok() {
                self.word_starts.push(u8::try_from(self.lengths.len()).unwrap_or(u8::MAX));
            }
            let mut start = cell.start;
            for end in piece_ends(&laid.text, cell.start, cell.end).into_iter().take(MOST) {
                self.value.push_str(&laid.text[start..end]);
                self.lengths.push(u8::try_from(end - start).unwrap_or(u8::MAX));
                let is_whole = start == cell.start;
                let (along, width) = match (cell.hangs, self.rtl) {
                    (true, _) => (self.rect.width(), 0.0),
                    (false, true) => (right - cell.right, cell.right - cell.left),
                    (false, false) => (cell.left - left, cell.right - cell.left),
                };
                self.positions.push(if is_whole { along } else { along + width });
                self.widths.push(if is_whole { width } else { 0.0 });
                self.stops.push(base + end);
                start = end;
            }
        }
        taken.len()
    }
}

/// Where a grapheme ends, after the ends of pieces of it where it has more bytes than a character may have.
fn piece_ends(text: &str, mut start: usize, end: usize) -> Vec<usize> {
    let mut ends = Vec::new();
    while end - start > MOST {
        start = text.floor_char_boundary(start + MOST);
        ends.push(start);
    }
    ends.push(end);
    ends
}

/// A rectangle of the window as AccessKit has it.
pub fn bounds(rect: Rect) -> accesskit::Rect {
    accesskit::Rect { x0: rect.min.x.into(), y0: rect.min.y.into(), x1: rect.max.x.into(), y1: rect.max.y.into() }
}
