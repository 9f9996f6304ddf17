use std::sync::Arc;

use eframe::egui::Context;
use jiff::civil::Date;

use crate::app::text::{Engine, Laid, Role, Style};
use crate::model::{Card, Direction, ParagraphKind, Project};

use super::Column;

/// One paragraph as it is set: its words, and the space around them in points.
#[derive(Clone)]
pub struct Block {
    /// Space above the words.
    pub before: f32,
    /// The words; `None` for a blank line, which takes no room.
    pub laid: Option<Arc<Laid>>,
    /// The line of outlet, byline and date under the headline.
    pub under: Option<Arc<Laid>>,
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

/// What a paragraph is set as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Nothing to show.
    Blank,
    /// The headline, with outlet, byline and date under it.
    Headline,
    /// A crosshead.
    Heading,
    /// Ordinary words.
    Body,
}

/// What paragraph `index` is set as.
pub fn setting(project: &Project, index: usize) -> Setting {
    let paragraph = project.article().text.paragraphs()[index];
    match paragraph.kind {
        ParagraphKind::Blank => Setting::Blank,
        _ if headline(project) == Some(index) => Setting::Headline,
        ParagraphKind::Heading if is_byline(project, index) => Setting::Body,
        ParagraphKind::Heading => Setting::Heading,
        ParagraphKind::Body(_) => Setting::Body,
    }
}

/// Whether paragraph `index` says no more than who wrote the article.
fn is_byline(project: &Project, index: usize) -> bool {
    let article = project.article();
    let paragraph = article.text.paragraphs()[index];
    let words = article.text[paragraph.start..paragraph.end].trim();
    let words = words.strip_prefix("By ").unwrap_or(words);
    !words.is_empty() && words.eq_ignore_ascii_case(article.card.byline.trim())
}

/// The paragraph that the card's title rests on.
pub fn headline(project: &Project) -> Option<usize> {
    let at = project.article().card.title.anchor.as_ref()?.at?;
    let text = &project.article().text;
    let index = text.paragraph_at(at.start());
    let paragraph = text.paragraphs()[index];
    let holds_all = at.end() <= paragraph.end && text[paragraph.start..paragraph.end].trim().len() <= at.len() + 8;
    holds_all.then_some(index)
}

/// Lays out paragraph `index`.
pub fn lay_out(ctx: &Context, project: &Project, index: usize, column: &Column, is_narrow: bool) -> Block {
    let article = project.article();
    let paragraph = article.text.paragraphs()[index];
    let words = &article.text[paragraph.start..paragraph.end];
    let lay = |role| lay(ctx, words, &column.style(role), article.card.direction, column.measure);
    let scale = column.scale;
    match setting(project, index) {
        Setting::Blank => Block { before: 0.0, laid: None, under: None, after: 0.0 },
        Setting::Headline => Block {
            before: 0.0,
            laid: Some(lay(if is_narrow { Role::NarrowHeadline } else { Role::Headline })),
            under: meta(ctx, &article.card, column),
            after: 24.0,
        },
        Setting::Heading => Block {
            before: if follows_heading(project, index) { 0.0 } else { (18.0 * scale).round() },
            laid: Some(lay(Role::Heading)),
            under: None,
            after: (6.0 * scale).round(),
        },
        Setting::Body => {
            Block { before: 0.0, laid: Some(lay(Role::Article)), under: None, after: (10.0 * scale).round() }
        }
    }
}

/// Whether the paragraph with words before it is a heading too, so that the two belong together.
fn follows_heading(project: &Project, index: usize) -> bool {
    let before = project.article().text.paragraphs()[..index].iter().rev();
    before.map(|paragraph| paragraph.kind).find(|kind| *kind != ParagraphKind::Blank) == Some(ParagraphKind::Heading)
}

/// A guess at the height of paragraph `index`, for those that were never on the screen.
pub fn estimate(project: &Project, index: usize, column: &Column) -> f32 {
    let paragraph = project.article().text.paragraphs()[index];
    let line = 30.0 * column.scale * column.leading;
    let per_line = (column.measure / (8.5 * column.scale)).max(1.0);
    let lines = ((paragraph.end - paragraph.start) as f32 / per_line).ceil().max(1.0);
    match setting(project, index) {
        Setting::Blank => 0.0,
        Setting::Headline => 2.0 * 36.0 + 50.0,
        Setting::Heading => lines * line + 24.0 * column.scale,
        Setting::Body => lines * line + 10.0 * column.scale,
    }
}

/// The head of an article whose title does not stand in its text.
pub fn head(ctx: &Context, project: &Project, column: &Column, is_narrow: bool) -> Option<Block> {
    let card = &project.article().card;
    if headline(project).is_some() || card.title.value.is_empty() {
        return None;
    }
    let role = if is_narrow { Role::NarrowHeadline } else { Role::Headline };
    let title = lay(ctx, &card.title.value, &column.style(role), card.direction, column.measure);
    Some(Block { before: 0.0, laid: Some(title), under: meta(ctx, card, column), after: 24.0 })
}

fn meta(ctx: &Context, card: &Card, column: &Column) -> Option<Arc<Laid>> {
    let date = card.published.map(long_date).unwrap_or_default();
    let parts = [card.outlet.as_str(), card.byline.as_str(), &date];
    let line = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    (!line.is_empty()).then(|| lay(ctx, &line, &Style::new(Role::Label), card.direction, column.measure))
}

/// A date as the window writes it in full: "Monday 16 March 2026".
pub fn long_date(date: Date) -> String {
    date.strftime("%A %-d %B %Y").to_string()
}

fn lay(ctx: &Context, words: &str, style: &Style, direction: Direction, width: f32) -> Arc<Laid> {
    Engine::of(ctx).layout(words, *style, direction, Some(width))
}
