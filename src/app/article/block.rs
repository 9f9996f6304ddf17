use std::ops::Range;
use std::sync::Arc;

use crate::app::text::{Engine, Role, Style, TextLayout};
use crate::model::Project;

use super::Column;
use super::parts::{ArticlePart, PartKind, headline};

/// One part of the article as it is set: its words, and the space around them in points.
#[derive(Clone)]
pub struct Block {
    /// Its bytes in the article.
    pub bytes: Range<usize>,
    /// Space above the words.
    pub before: f32,
    /// The words; `None` for a blank line, which takes no room.
    pub laid: Option<Arc<TextLayout>>,
    /// The line of outlet, byline and date under the headline.
    pub under: Option<Arc<TextLayout>>,
    /// Space below.
    pub after: f32,
}

/// From the words of the headline to the line of outlet and date.
pub const UNDER_GAP: f32 = 10.0;

impl Block {
    /// The whole height in points.
    pub fn height(&self) -> f32 {
        let words = self.laid.as_ref().map_or(0.0, |laid| laid.size().y);
        let under = self.under.as_ref().map_or(0.0, |under| under.size().y + UNDER_GAP);
        self.before + words + under + self.after
    }
}

/// What setting an article in its column takes.
#[derive(Clone, Copy)]
pub struct LayoutContext<'a> {
    /// What lays words out.
    pub engine: &'a Engine,
    /// The project.
    pub project: &'a Project,
    /// The column.
    pub column: Column,
}

/// Sets the bytes of a part.
pub fn set(setting: LayoutContext<'_>, part: &ArticlePart, bytes: Range<usize>) -> Block {
    let LayoutContext { engine, project, column } = setting;
    let article = project.article();
    let words = &article.text[bytes.clone()];
    let lay = |role| engine.layout(words, column.style(role), part.direction, Some(column.measure));
    let (before, after) = spaces(part, &column);
    let blank = Block { bytes: bytes.clone(), before: 0.0, laid: None, under: None, after: 0.0 };
    match part.kind {
        PartKind::Blank => blank,
        PartKind::Headline => {
            let under = meta(setting);
            Block { laid: Some(lay(column.headline_role())), under, after, ..blank }
        }
        PartKind::Heading => Block { before, laid: Some(lay(Role::Heading)), after, ..blank },
        PartKind::Body => Block { laid: Some(lay(Role::Article)), after, ..blank },
    }
}

/// Space above and below the words of a part, in points.
fn spaces(part: &ArticlePart, column: &Column) -> (f32, f32) {
    // On whole points: what stands below would else begin between two pixels.
    let scaled = |points: f32| (points * column.scale).round();
    match part.kind {
        PartKind::Blank => (0.0, 0.0),
        PartKind::Headline => (0.0, 24.0),
        // A heading right under another one belongs to it, and has no gap between.
        PartKind::Heading if part.follows_heading => (0.0, scaled(6.0)),
        PartKind::Heading => (scaled(18.0), scaled(6.0)),
        // A piece of a paragraph that goes on in the next has no space behind it.
        PartKind::Body => (0.0, if part.is_last { scaled(10.0) } else { 0.0 }),
    }
}

/// Guesses at the heights in points of parts that were never on the screen.
pub fn estimates<'a>(parts: impl Iterator<Item = &'a ArticlePart>, column: &Column) -> Vec<f32> {
    let [headline, body] = [column.headline_role(), Role::Article].map(|role| {
        let style = column.style(role);
        // A letter of the article's faces is about 0.47 of its size wide.
        let per_line = |is_arabic| (column.measure / (0.47 * style.size(is_arabic))).max(1.0);
        [false, true].map(|is_arabic| (per_line(is_arabic), style.line_height(is_arabic).round()))
    });
    let of = |part: &ArticlePart| {
        let (length, is_arabic) = part.length;
        let (before, after) = spaces(part, column);
        let lines = |set: [(f32, f32); 2]| {
            let (per_line, height) = set[usize::from(is_arabic)];
            (length as f32 / per_line).ceil() * height
        };
        match part.kind {
            PartKind::Blank => 0.0,
            PartKind::Headline => lines(headline) + 18.0 + UNDER_GAP + after,
            _ => before + lines(body) + after,
        }
    };
    parts.map(of).collect()
}

/// The head of an article whose title does not stand in its text.
pub fn head(setting: LayoutContext<'_>) -> Option<Block> {
    let LayoutContext { engine, project, column } = setting;
    let card = &project.article().card;
    if headline(project).is_some() || card.title.value.is_empty() {
        return None;
    }
    let style = column.style(column.headline_role());
    let title = engine.layout(&card.title.value, style, card.direction, Some(column.measure));
    let under = meta(setting);
    Some(Block { bytes: 0..0, before: 0.0, laid: Some(title), under, after: 24.0 })
}

fn meta(setting: LayoutContext<'_>) -> Option<Arc<TextLayout>> {
    let card = &setting.project.article().card;
    let date = card.published.map(long_date).unwrap_or_default();
    let parts = [card.outlet.as_str(), card.byline.as_str(), &date];
    let line = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let measure = Some(setting.column.measure);
    let lay = || setting.engine.layout(&line, Style::new(Role::Label), card.direction, measure);
    (!line.is_empty()).then(lay)
}

/// A date as the window writes it in full: "Monday 16 March 2026".
pub fn long_date(date: jiff::civil::Date) -> String {
    date.strftime("%A %-d %B %Y").to_string()
}
