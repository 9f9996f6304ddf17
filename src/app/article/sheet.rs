use std::collections::HashMap;
use std::ops::Range;

use crate::app::text::{Affinity, Place, Role};
use crate::model::{ParagraphKind, Project, Text};

use super::block::{self, Block, Setting};
use super::parts::Parts;
use super::{Column, Heights, Scroll};

/// The article as it is set in its column: its parts, how high each is as far
/// as that is known, and where pieces of long paragraphs begin.
#[derive(Default)]
pub struct Sheet {
    parts: Parts,
    heights: Heights,
    /// Where the first line of each further piece of a long paragraph begins, by part.
    begins: HashMap<usize, usize>,
    set_in: Option<(Column, u64, f32)>,
}

/// From how many bytes before a piece its lines are broken, to learn where its
/// first one begins. Lines broken from different places soon agree.
const LOOK_BACK: usize = 2 * 1024;
/// How far beyond its first byte a piece may begin.
const LOOK_ON: usize = 1024;

impl Sheet {
    /// Divides an article, so that its parts are known before it is first shown.
    pub fn divide(&mut self, project: &Project) {
        self.parts.keep_up(project);
        self.set_in = None;
    }

    /// Divides and measures anew what another text or column makes stale.
    /// Answers whether anything was.
    pub fn keep_up(&mut self, setting: Setting<'_>, pixels_per_point: f32) -> bool {
        let divided = self.parts.keep_up(setting.project);
        let set_in = Some((setting.column, setting.engine.generation(), pixels_per_point));
        if !divided && self.set_in == set_in {
            return false;
        }
        self.set_in = set_in;
        self.begins.clear();
        self.heights = Heights::new(self.parts.iter().map(|part| block::estimate(part, &setting.column)).collect());
        true
    }

    /// The parts.
    pub fn parts(&self) -> &Parts {
        &self.parts
    }

    /// The heights, in points.
    pub fn heights(&self) -> &Heights {
        &self.heights
    }

    /// A part as it is set; its height is known from then on.
    pub fn block(&mut self, setting: Setting<'_>, index: usize) -> Option<Block> {
        let bytes = self.bytes(setting, index)?;
        let block = block::set(setting, self.parts.get(index)?, bytes);
        self.heights.set(index, block.height());
        Some(block)
    }

    /// The part in which a place is drawn.
    pub fn part_of(&mut self, setting: Setting<'_>, place: Place) -> usize {
        let index = self.parts.at(place.byte);
        let is_first = self.parts.get(index).is_none_or(|part| part.is_first);
        let begin = if is_first { None } else { self.begin(setting, index) };
        let is_before = |begin| place.byte < begin || (place.byte == begin && place.affinity == Affinity::Upstream);
        if begin.is_some_and(is_before) { index - 1 } else { index }
    }

    /// The nearest part with words before or after a part.
    pub fn next_words(&self, text: &Text, index: usize, onwards: bool) -> Option<usize> {
        let has_words = |index: &usize| {
            let part = self.parts.get(*index);
            part.is_some_and(|part| text.paragraphs()[part.paragraph].kind != ParagraphKind::Blank)
        };
        if onwards { (index + 1..self.parts.len()).find(has_words) } else { (0..index).rev().find(has_words) }
    }

    /// The same place of the view, with the part at its top found by setting
    /// the parts that it passes, so that no guessed height moves the text; kept
    /// within what can be scrolled. `lead` and `view` are in points.
    pub fn settle(&mut self, setting: Setting<'_>, scroll: Scroll, lead: f32, view: f32) -> Scroll {
        let Scroll { mut part, mut offset } = scroll;
        part = part.min(self.parts.len().saturating_sub(1));
        while offset < 0.0 && part > 0 {
            part -= 1;
            offset += self.measure(setting, part);
        }
        while part + 1 < self.parts.len() {
            let height = self.measure(setting, part);
            if offset < height {
                break;
            }
            offset -= height;
            part += 1;
        }
        let scroll = Scroll { part, offset: offset.max(-lead) };
        let end = self.end(setting, scroll, lead, view);
        if scroll.y(&self.heights, lead) > end { Scroll::to(end, &self.heights, lead, view) } else { scroll }
    }

    /// How far the column can be scrolled. Where the end is near, the last screen is measured.
    fn end(&mut self, setting: Setting<'_>, scroll: Scroll, lead: f32, view: f32) -> f64 {
        let left = Scroll::length(&self.heights, lead, view) - scroll.y(&self.heights, lead);
        let mut part = self.parts.len();
        let mut below = 0.0;
        while left < f64::from(3.0 * view) && below < view && part > 0 {
            part -= 1;
            below += self.measure(setting, part);
        }
        (Scroll::length(&self.heights, lead, view) - f64::from(view)).max(0.0)
    }

    fn measure(&mut self, setting: Setting<'_>, part: usize) -> f32 {
        if self.heights.is_known(part) {
            return self.heights.height(part);
        }
        self.block(setting, part).map_or(0.0, |block| block.height())
    }

    /// The bytes of a part as its lines divide the paragraph.
    fn bytes(&mut self, setting: Setting<'_>, index: usize) -> Option<Range<usize>> {
        let part = *self.parts.get(index)?;
        let end = if part.is_last { part.end } else { self.begin(setting, index + 1)? };
        Some(self.begin(setting, index)?.min(end)..end)
    }

    /// The first byte of a part: that of the first line that begins within it
    /// where the lines of the paragraph are broken from some way before it.
    fn begin(&mut self, setting: Setting<'_>, index: usize) -> Option<usize> {
        let part = *self.parts.get(index)?;
        if part.is_first {
            return Some(part.start);
        }
        if let Some(begin) = self.begins.get(&index) {
            return Some(*begin);
        }
        let text = &setting.project.article().text;
        let paragraph = text.paragraphs()[part.paragraph];
        let from = text.boundary_at_or_before(part.start.saturating_sub(LOOK_BACK).max(paragraph.start));
        let to = text.boundary_at_or_after((part.start + LOOK_ON).min(part.end));
        let (style, measure) = (setting.column.style(Role::Article), Some(setting.column.measure));
        let laid = setting.engine.layout(&text[from..to], style, part.direction, measure);
        let starts = laid.lines().iter().map(|line| from + line.bytes.start);
        let begin = starts.filter(|start| *start < to).find(|start| *start >= part.start).unwrap_or(part.start);
        self.begins.insert(index, begin);
        Some(begin)
    }
}
