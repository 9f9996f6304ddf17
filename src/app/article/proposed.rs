//! What is proposed, as the article shows it: dots around words that may be marked, a ground under words that fields
//! would rest on.

use std::sync::Arc;

use eframe::egui::{CornerRadius, Rangef, Rect, Stroke, StrokeKind, pos2};

use crate::app::category_look::CategoryLook;
use crate::app::document::Proposals;
use crate::app::theme::Dots;
use crate::model::{AnnotationId, Category, Span};
use crate::suggest::{Proposal, Tier};

use super::Column;
use super::bands::Painting;
use super::margin::{RingedLetter, letter_box, ringed_letter};

/// Words that a proposed field rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lit {
    /// The words.
    pub at: Span,
    /// Whether the field has the focus.
    pub is_in_hand: bool,
}

/// Corner radius of an outline of dots, in points: as round as a band.
const RADIUS: f32 = 3.0;
/// How far an outline stands outside the words, in points, so that the dots touch no letter.
const OUTSIDE: f32 = 1.0;
/// Lower edge of outlines and grounds under the baseline at the usual reading size, in points: under the descenders and
/// above the ascenders of the line below.
const BELOW: f32 = 8.5;
/// Height of the dots under lit words under the baseline, in points: where a mark's first underline would be.
const DOTS_BELOW: f32 = 6.0;

impl Painting<'_> {
    /// Paints the ground and the dots of words that proposed fields rest on; bands lie over them.
    pub fn lit(&self, lit: &[Lit]) {
        for one in lit {
            for piece in self.pieces(one.at) {
                let rect = self.outline(piece.line, piece.rect);
                let fill = if one.is_in_hand { self.theme.selected } else { self.theme.hover };
                self.painter.rect_filled(rect, CornerRadius::same(3), fill);
                if !one.is_in_hand {
                    let dots = Dots::line(self.theme, false, self.theme.text2);
                    let y = self.baseline(piece.line) + DOTS_BELOW * self.geometry.scale();
                    dots.across(self.painter, Rangef::new(piece.rect.left(), piece.rect.right()), y);
                }
            }
        }
    }

    /// Paints the ring around the words of the field in hand, over all bands.
    pub fn ring_lit(&self, lit: &[Lit]) {
        let stroke = Stroke::new(self.theme.line_width, self.theme.focus);
        for one in lit.iter().filter(|one| one.is_in_hand) {
            for piece in self.pieces(one.at) {
                let rect = self.outline(piece.line, piece.rect).expand(0.5);
                self.painter.rect_stroke(rect, CornerRadius::same(4), stroke, StrokeKind::Outside);
            }
        }
    }

    /// Paints the band within the proposal in hand, under the words and marks.
    pub fn proposed_in_hand(&self, proposals: &Proposals) {
        let Some(proposal) = proposals.in_hand() else { return };
        let colour = self.theme.mark(proposal.category().look()).band;
        for span in proposal.spans.iter() {
            for piece in self.pieces(span) {
                self.painter.rect_filled(self.outline(piece.line, piece.rect), CornerRadius::same(3), colour);
            }
        }
    }

    /// Paints the outlines of the proposals over these words, and their letters in the margin.
    pub fn proposed(&self, proposals: &Proposals, column: &Column) {
        let in_hand = proposals.in_hand().map(|proposal| proposal.id);
        let mut lettered = Vec::new();
        for proposal in proposals.over(self.bytes.clone()) {
            let colour = self.theme.mark(proposal.category().look()).line;
            let is_possible = proposal.tier == Tier::Possible && in_hand != Some(proposal.id);
            let dots = Dots::line(self.theme, is_possible, colour);
            for span in proposal.spans.iter() {
                for piece in self.pieces(span) {
                    let rect = self.outline(piece.line, piece.rect);
                    dots.outline(self.painter, rect, RADIUS, piece.left_end, piece.right_end);
                }
            }
            self.proposed_letter(proposal, in_hand, column, &mut lettered);
        }
    }

    /// Paints the letter of a proposal that begins here, and the bracket of one of several lines.
    fn proposed_letter(
        &self,
        proposal: &Arc<Proposal>,
        in_hand: Option<AnnotationId>,
        column: &Column,
        lettered: &mut Vec<(Category, usize)>,
    ) {
        let (spans, category) = (&proposal.spans, proposal.category());
        let whole = Span::new(spans.start(), spans.end());
        let Some(lines) = whole.and_then(|whole| self.within(whole)).map(|within| self.laid.lines_of(within)) else {
            return;
        };
        let (begins, ends) = (spans.start() >= self.bytes.start, spans.end() <= self.bytes.end);
        let (first, last) = (lines.start, lines.end.saturating_sub(1));
        let is_in_hand = in_hand == Some(proposal.id);
        if begins && is_in_hand {
            letter_box(self, column, category, first);
        }
        // A mark's own letter on that line stays: it says that something is marked, which the ring would hide.
        let is_marked = self.marks.iter().any(|mark| {
            mark.category() == category
                && mark.spans().start() >= self.bytes.start
                && self.line_of(mark.spans().start()) == Some(first)
        });
        if begins && !lettered.contains(&(category, first)) && !is_marked {
            lettered.push((category, first));
            let look = if is_in_hand { RingedLetter::Boxed } else { RingedLetter::of(proposal.tier) };
            ringed_letter(self, column, category, first, look);
        }
        if last > first {
            let x = column.letter_middle(category as usize);
            let colour = self.theme.mark(category.look()).line;
            let dots = Dots::ring(self.theme, proposal.tier == Tier::Possible, colour);
            let top = if begins { self.baseline(first) + 6.0 } else { self.origin.y + self.laid.lines()[first].top };
            let bottom = if ends { self.baseline(last) + 2.5 } else { self.origin.y + self.laid.lines()[last].bottom };
            dots.down(self.painter, x, Rangef::new(top, bottom));
        }
    }

    fn line_of(&self, byte: usize) -> Option<usize> {
        let span = Span::new(byte, byte + 1)?;
        Some(self.laid.lines_of(self.within(span)?).start)
    }

    /// The room of an outline around words on a line.
    fn outline(&self, line: usize, words: Rect) -> Rect {
        let (baseline, scale) = (self.baseline(line), self.geometry.scale());
        let (top, bottom) = (baseline + self.geometry.band_top(0), baseline + BELOW * scale);
        Rect::from_min_max(pos2(words.left() - OUTSIDE, top), pos2(words.right() + OUTSIDE, bottom))
    }
}
