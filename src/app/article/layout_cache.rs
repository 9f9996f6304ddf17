use std::collections::HashMap;
use std::ops::Range;

use crate::app::text::{Affinity, Place, Role};
use crate::model::{ParagraphKind, Project, Text};

use super::block::{self, Block, LayoutContext};
use super::parts::Parts;
use super::{Column, Heights, Scroll};

/// The article as it is set in its column: its parts, how high each is as far
/// as that is known, and where pieces of long paragraphs begin.
#[derive(Default)]
pub struct LayoutCache {
    parts: Parts,
    heights: Heights,
    /// Where the first line of each further piece of a long paragraph begins, by part.
    begins: HashMap<usize, usize>,
    set_in: Option<(Column, u64, f32)>,
}

/// Every so many pieces of a paragraph its lines are broken anew, from some way
/// before the piece. The pieces between follow from there, so that going to any
/// place of a paragraph of megabytes sets some kilobytes; what it costs is that
/// one line in some hundreds may be short.
const ANEW_EVERY: usize = 8;
/// From how many bytes before such a piece its lines are broken. Lines of prose
/// that are broken from different places mostly agree after some.
const LOOK_BACK: usize = 4 * 1024;
/// How far beyond its first byte a piece may begin.
const LOOK_ON: usize = 1024;

impl LayoutCache {
    /// Divides an article, so that its parts are known before it is first shown.
    pub fn divide(&mut self, project: &Project) {
        self.parts.sync(project);
        self.set_in = None;
    }

    /// Divides and measures anew what another text or column makes stale.
    /// Answers whether anything was.
    pub fn sync(&mut self, setting: LayoutContext<'_>, pixels_per_point: f32) -> bool {
        let divided = self.parts.sync(setting.project);
        let set_in = Some((setting.column, setting.engine.generation(), pixels_per_point));
        if !divided && self.set_in == set_in {
            return false;
        }
        self.set_in = set_in;
        self.begins.clear();
        self.heights = Heights::new(block::estimates(self.parts.iter(), &setting.column));
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
    pub fn block(&mut self, setting: LayoutContext<'_>, index: usize) -> Option<Block> {
        let bytes = self.bytes(setting, index)?;
        let block = block::set(setting, self.parts.get(index)?, bytes);
        self.heights.set(index, block.height());
        Some(block)
    }

    /// The part in which a place is drawn.
    pub fn part_of(&mut self, setting: LayoutContext<'_>, place: Place) -> usize {
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
    pub fn settle(&mut self, setting: LayoutContext<'_>, scroll: Scroll, lead: f32, view: f32) -> Scroll {
        let Scroll { mut part, mut offset } = scroll;
        part = part.min(self.parts.len().saturating_sub(1));
        // Only parts that are passed are set; whoever drags the scroll bar through a book sets what is on the
        // screen.
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
    fn end(&mut self, setting: LayoutContext<'_>, scroll: Scroll, lead: f32, view: f32) -> f64 {
        let left = Scroll::length(&self.heights, lead, view) - scroll.y(&self.heights, lead);
        let mut part = self.parts.len();
        let mut below = 0.0;
        // Three screens before the end its true height is needed, or the scroll bar would jump as the last
        // parts are set.
        while left < f64::from(3.0 * view) && below < view && part > 0 {
            part -= 1;
            below += self.measure(setting, part);
        }
        (Scroll::length(&self.heights, lead, view) - f64::from(view)).max(0.0)
    }

    fn measure(&mut self, setting: LayoutContext<'_>, part: usize) -> f32 {
        if self.heights.is_known(part) {
            return self.heights.height(part);
        }
        self.block(setting, part).map_or(0.0, |block| block.height())
    }

    /// The bytes of a part as its lines divide the paragraph.
    fn bytes(&mut self, setting: LayoutContext<'_>, index: usize) -> Option<Range<usize>> {
        let part = *self.parts.get(index)?;
        let end = if part.is_last { part.end } else { self.begin(setting, index + 1)? };
        Some(self.begin(setting, index)?.min(end)..end)
    }

    /// The first byte of a part: that of the first line that begins within it as
    /// the lines before it go on.
    fn begin(&mut self, setting: LayoutContext<'_>, index: usize) -> Option<usize> {
        let part = *self.parts.get(index)?;
        if part.is_first {
            return Some(part.start);
        }
        if let Some(begin) = self.begins.get(&index) {
            return Some(*begin);
        }
        let text = &setting.project.article().text;
        let paragraph = text.paragraphs()[part.paragraph].start;
        let n_before = index - self.parts.at(paragraph);
        // The first of each eight does not ask the one before, which ends the recursion after seven steps.
        let from = match n_before.is_multiple_of(ANEW_EVERY) {
            true => text.boundary_at_or_before((part.start.saturating_sub(LOOK_BACK)).max(paragraph)),
            false => self.begin(setting, index - 1)?,
        };
        let to = text.boundary_at_or_after((part.start + LOOK_ON).min(part.end));
        let (style, measure) = (setting.column.style(Role::Article), Some(setting.column.measure));
        let laid = setting.engine.layout(&text[from..to], style, part.direction, measure);
        let starts = laid.lines().iter().map(|line| from + line.bytes.start);
        // A piece without any break, as of one word of kilobytes, begins where the text alone divides it.
        let begin = starts.filter(|start| *start < to).find(|start| *start >= part.start).unwrap_or(part.start);
        self.begins.insert(index, begin);
        Some(begin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::article::Reading;
    use crate::app::text::Engine;
    use crate::model::{Article, Card};
    use eframe::egui::{Context, Rect, pos2, vec2};

    const VIEW: f32 = 700.0;

    fn project(text: String) -> Project {
        Project::new(Article { text: Text::new(text), card: Card::default() })
    }

    fn column(width: f32, right_to_left: bool) -> Column {
        let area = Rect::from_min_size(pos2(0.0, 0.0), vec2(width, VIEW));
        Column::within(area, Reading::default(), right_to_left, false)
    }

    /// The first bytes of all lines, set in parts.
    fn lines(sheet: &mut LayoutCache, setting: LayoutContext<'_>) -> Vec<usize> {
        let blocks = (0..sheet.parts().len()).filter_map(|part| sheet.block(setting, part)).collect::<Vec<_>>();
        let starts = blocks.iter().flat_map(|block| {
            let lines = block.laid.iter().flat_map(|laid| laid.lines());
            lines.map(|line| block.bytes.start + line.bytes.start).collect::<Vec<_>>()
        });
        starts.collect()
    }

    #[test]
    fn the_lines_of_a_long_paragraph_break_where_they_would_in_one_piece() {
        let ctx = Context::default();
        let words = ["and then", "the relief office", "counted", "once more", "all of those who", "were there"];
        let arabic = ["ثم", "أحصى المكتب", "مرة", "أخرى", "كل الذين كانوا", "هناك"];
        for (words, right_to_left) in [(words, false), (arabic, true)] {
            let text = (0..1100_usize).map(|n| words[n * n * 7919 % 9973 % 6]).collect::<Vec<_>>().join(" ");
            assert!((12_000..16_000).contains(&text.len()), "{} bytes", text.len());
            let project = project(text);
            let engine = Engine::of(&ctx);
            let setting = LayoutContext { engine: &engine, project: &project, column: column(900.0, right_to_left) };
            let mut sheet = LayoutCache::default();
            sheet.sync(setting, 1.0);
            assert!(sheet.parts().len() > 2, "the paragraph is long enough to be divided");
            let (style, measure) = (setting.column.style(Role::Article), Some(setting.column.measure));
            let whole = engine.layout(&project.article().text, style, Default::default(), measure);
            let in_one: Vec<usize> = whole.lines().iter().map(|line| line.bytes.start).collect();
            let parted = lines(&mut sheet, setting);
            let differing = parted.iter().zip(&in_one).find(|(one, other)| one != other);
            assert_eq!(differing, None, "{right_to_left}");
        }
    }

    #[test]
    fn going_up_and_down_by_the_same_way_leads_back_whatever_was_guessed() {
        let ctx = Context::default();
        let text = (0..300).map(|n| format!("{}\n", "words that fill some lines ".repeat(n % 23 + 1))).collect();
        let project = project(text);
        let engine = Engine::of(&ctx);
        let setting = LayoutContext { engine: &engine, project: &project, column: column(900.0, false) };
        let mut sheet = LayoutCache::default();
        sheet.sync(setting, 1.0);
        let begun = sheet.settle(setting, Scroll { part: 150, offset: 10.0 }, 32.0, VIEW);
        let mut scroll = begun;
        for points in [-900.0, -1700.0, 800.0, -3000.0, 4800.0] {
            scroll = sheet.settle(setting, Scroll { offset: scroll.offset + points, ..scroll }, 32.0, VIEW);
        }
        assert_eq!(scroll.part, begun.part);
        assert!((scroll.offset - begun.offset).abs() < 0.5, "{scroll:?} is not {begun:?}");
    }

    #[test]
    fn a_place_at_a_seam_is_drawn_at_the_end_of_one_piece_or_the_start_of_the_next() {
        let ctx = Context::default();
        let project = project("and then the relief office counted once more ".repeat(400));
        let engine = Engine::of(&ctx);
        let setting = LayoutContext { engine: &engine, project: &project, column: column(900.0, false) };
        let mut sheet = LayoutCache::default();
        sheet.sync(setting, 1.0);
        let seam = sheet.block(setting, 1).unwrap().bytes.start;
        assert_eq!(sheet.part_of(setting, Place::before(seam)), 1);
        assert_eq!(sheet.part_of(setting, Place::after(seam)), 0);
        assert_eq!(sheet.part_of(setting, Place::before(seam - 1)), 0);
    }
}
