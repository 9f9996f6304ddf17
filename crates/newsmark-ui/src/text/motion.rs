use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::text_layout::{Cell, Line, Place, TextLayout};

/// Walking through a layout as arrow keys do: by what is seen, not by the
/// order of bytes. Every step goes one edge on in its direction, so that no
/// walk can come back to where it was.
///
/// `None` means that there is nothing further that way: the caller goes on in
/// the neighbouring paragraph.
impl TextLayout {
    /// One grapheme to the right; from the right end of a line to the next, or
    /// to the one before where the text reads to the left.
    pub fn right(&self, place: Place) -> Option<Place> {
        self.step(place, Side::Right).map(|step| step.place)
    }

    /// One grapheme to the left; from the left end of a line to the one before,
    /// or to the next where the text reads to the left.
    pub fn left(&self, place: Place) -> Option<Place> {
        self.step(place, Side::Left).map(|step| step.place)
    }

    /// To the far edge of the word on the right.
    pub fn word_right(&self, place: Place) -> Option<Place> {
        self.word_step(place, Side::Right)
    }

    /// To the far edge of the word on the left.
    pub fn word_left(&self, place: Place) -> Option<Place> {
        self.word_step(place, Side::Left)
    }

    /// The place one line up nearest to `x` points from the left.
    pub fn above(&self, place: Place, x: f32) -> Option<Place> {
        self.line_of(place).checked_sub(1).map(|index| self.hit_in_line(index, x))
    }

    /// The place one line down nearest to `x` points from the left.
    pub fn below(&self, place: Place, x: f32) -> Option<Place> {
        let index = self.line_of(place) + 1;
        (index < self.lines.len()).then(|| self.hit_in_line(index, x))
    }

    /// The start of the line of `place`: on the right where it reads to the left.
    pub fn line_start(&self, place: Place) -> Place {
        Place::before(self.lines[self.line_of(place)].bytes.start)
    }

    /// The end of the line of `place`.
    pub fn line_end(&self, place: Place) -> Place {
        let line = &self.lines[self.line_of(place)];
        if line.bytes.is_empty() { Place::before(line.bytes.start) } else { Place::after(line.bytes.end) }
    }

    /// The bytes of the word, space or sign at `byte`, as a double click takes it.
    pub fn word_at(&self, byte: usize) -> Range<usize> {
        let last = self.text.split_word_bound_indices().take_while(|&(start, _)| start <= byte).last();
        last.map_or(0..0, |(start, word)| start..start + word.len())
    }

    /// The bytes of the paragraph around `byte`, as a triple click takes it.
    pub fn paragraph_at(&self, byte: usize) -> Range<usize> {
        let at = self.lines.partition_point(|line| line.bytes.start <= byte).saturating_sub(1);
        let first = self.lines[..at].iter().rposition(|line| !line.soft).map_or(0, |before| before + 1);
        let last = self.lines[at..].iter().position(|line| !line.soft).map_or(self.lines.len() - 1, |n| at + n);
        self.lines[first].bytes.start..self.lines[last].bytes.end
    }

    /// The first place.
    pub fn start(&self) -> Place {
        Place::before(0)
    }

    /// The last place.
    pub fn end(&self) -> Place {
        self.line_end(Place::after(self.text.len()))
    }

    fn step(&self, place: Place, side: Side) -> Option<Step> {
        let (line, edge) = self.edge(place);
        let step = match self.step_in_line(line, edge, side) {
            Some(step) => step,
            None => {
                let entered = self.cross(line, side)?;
                // The end of a line and the start of the next may be one place in the text.
                let further = || self.step_in_line(entered.line, entered.edge, side);
                if entered.place.byte == place.byte { further().unwrap_or(entered) } else { entered }
            }
        };
        Some(self.beyond_a_soft_end(step, side))
    }

    /// Steps over one cell.
    fn step_in_line(&self, line: usize, edge: usize, side: Side) -> Option<Step> {
        let cells = self.line_cells(&self.lines[line]);
        match side {
            Side::Right => {
                let cell = cells.get(edge)?;
                Some(Step { place: cell.right_place(), line, edge: edge + 1, passed: Some(cell.start) })
            }
            Side::Left => {
                let edge = edge.checked_sub(1)?;
                let cell = &cells[edge];
                Some(Step { place: cell.left_place(), line, edge, passed: Some(cell.start) })
            }
        }
    }

    /// Goes from the outer edge of a line to the opposite edge of its
    /// neighbour: forward where the text as a whole reads towards that side.
    /// A paragraph of the other direction is walked from its end to its start,
    /// for otherwise the step after the next would lead back.
    fn cross(&self, line: usize, side: Side) -> Option<Step> {
        // The first line's direction decides for all: a line of another script within would send the caret
        // back.
        let forward = self.is_rtl() == (side == Side::Left);
        let line = if forward { line + 1 } else { line.checked_sub(1)? };
        let target = self.lines.get(line)?;
        let cells = self.line_cells(target);
        let enter_left = side == Side::Right;
        let (edge, place) = match (enter_left, cells.first(), cells.last()) {
            (true, Some(first), _) => (0, first.left_place()),
            (false, _, Some(last)) => (cells.len(), last.right_place()),
            _ => (0, Place::before(target.bytes.start)),
        };
        Some(Step { place, line, edge, passed: None })
    }

    /// A step that ends behind the space at which its line was broken goes on
    /// to the start of the next line, which is the same place in the text.
    fn beyond_a_soft_end(&self, step: Step, side: Side) -> Step {
        let line = &self.lines[step.line];
        let outermost = match side {
            Side::Right => !line.rtl && step.edge == line.cells.len(),
            Side::Left => line.rtl && step.edge == 0,
        };
        let at_end = line.soft && outermost && line.rtl == self.is_rtl() && step.place == Place::after(line.bytes.end);
        if at_end && step.line + 1 < self.lines.len() {
            Step { place: Place::before(step.place.byte), ..step }
        } else {
            step
        }
    }

    fn word_step(&self, from: Place, side: Side) -> Option<Place> {
        let words: Vec<Range<usize>> =
            self.text.unicode_word_indices().map(|(start, word)| start..start + word.len()).collect();
        let word_of = |byte: usize| {
            let at = words.partition_point(|word| word.end <= byte);
            words.get(at).filter(|word| word.contains(&byte))
        };
        let mut place = from;
        let mut moved = None;
        while let Some(step) = self.step(place, side) {
            place = step.place;
            moved = Some(place);
            let word = step.passed.and_then(word_of);
            // At the far end of the word on the side that one walks to, whichever way its script runs.
            if word.is_some_and(|word| word.start == place.byte || word.end == place.byte) {
                break;
            }
        }
        moved
    }

    fn line_cells(&self, line: &Line) -> &[Cell] {
        &self.cells[line.cells.clone()]
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

/// Where a step ends, and the first byte of the cell it went over.
struct Step {
    place: Place,
    line: usize,
    edge: usize,
    passed: Option<usize>,
}
