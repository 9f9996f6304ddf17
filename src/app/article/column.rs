use eframe::egui::Rect;

use crate::app::text::{Role, Style};

/// How the article's text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The size in points, 18 being the usual.
    pub size: f32,
    /// Whether the face is sans.
    pub is_sans: bool,
}

/// The column in which the article is set, in points of the window.
///
/// The margin with letters, brackets and numbers stands on the side where the
/// article's lines begin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Left edge of the words.
    pub left: f32,
    /// Width of the words.
    pub measure: f32,
    /// The reading size over 18 points.
    pub scale: f32,
    /// Whether the face is sans.
    pub is_sans: bool,
    /// Whether the margin stands on the right.
    pub right_to_left: bool,
    /// Whether the margin has room for paragraph numbers.
    pub has_numbers: bool,
    /// Whether the window is so narrow that headlines are smaller.
    pub is_narrow: bool,
}

/// About 70 characters at reading size 18.
const MEASURE: f32 = 596.0;
const MARGIN: f32 = 112.0;
const NARROW_MARGIN: f32 = 68.0;
const FAR_SIDE: f32 = 16.0;
/// Below this width of the area the paragraph numbers leave the margin.
const WIDTH_FOR_NUMBERS: f32 = 640.0;
/// From the words to the letter columns.
const GAP: f32 = 14.0;
/// One letter column.
const LETTER: f32 = 12.0;

impl Column {
    /// The column within `area`, centred.
    pub fn within(area: Rect, reading: Reading, right_to_left: bool, is_narrow: bool) -> Column {
        let scale = reading.size / 18.0;
        let has_numbers = area.width() >= WIDTH_FOR_NUMBERS;
        let margin = if has_numbers { MARGIN } else { NARROW_MARGIN };
        let measure = (MEASURE * scale).min(area.width() - margin - FAR_SIDE).max(120.0);
        let spare = (area.width() - margin - measure - FAR_SIDE).max(0.0);
        let before = if right_to_left { FAR_SIDE } else { margin };
        let left = (area.left() + spare / 2.0 + before).round();
        Column {
            left,
            measure: measure.floor(),
            scale,
            is_sans: reading.is_sans,
            right_to_left,
            has_numbers,
            is_narrow,
        }
    }

    /// The edge of the words at which the margin stands.
    pub fn inner_edge(&self) -> f32 {
        if self.right_to_left { self.left + self.measure } else { self.left }
    }

    /// The middle of a category's letter column; the last category stands nearest to the words.
    pub fn letter_middle(&self, category: usize) -> f32 {
        let away = GAP + LETTER * (3 - category) as f32 + LETTER / 2.0;
        self.inner_edge() + if self.right_to_left { away } else { -away }
    }

    /// The edge of the paragraph numbers towards the letters.
    pub fn number_edge(&self) -> f32 {
        let away = GAP + 4.0 * LETTER + 8.0;
        self.inner_edge() + if self.right_to_left { away } else { -away }
    }

    /// How headlines are set.
    pub fn headline_role(&self) -> Role {
        if self.is_narrow { Role::NarrowHeadline } else { Role::Headline }
    }

    /// How a kind of block is set.
    pub fn style(&self, role: Role) -> Style {
        Style::new(role).at_reading_size(self.scale * 18.0).in_sans(self.is_sans)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{pos2, vec2};

    const USUAL: Reading = Reading { size: 18.0, is_sans: false };

    #[test]
    fn the_column_stands_where_the_design_has_it() {
        let wide = Column::within(Rect::from_min_size(pos2(264.0, 88.0), vec2(764.0, 700.0)), USUAL, false, false);
        assert_eq!((wide.left, wide.measure, wide.has_numbers), (396.0, 596.0, true));
        let narrow = Column::within(Rect::from_min_size(pos2(48.0, 88.0), vec2(572.0, 500.0)), USUAL, false, false);
        assert_eq!((narrow.left, narrow.measure, narrow.has_numbers), (116.0, 488.0, false));
    }

    #[test]
    fn right_to_left_mirrors_the_margin() {
        let area = Rect::from_min_size(pos2(0.0, 0.0), vec2(724.0, 700.0));
        let (one, other) = (Column::within(area, USUAL, false, false), Column::within(area, USUAL, true, false));
        assert_eq!(one.letter_middle(3) - area.left(), area.right() - other.letter_middle(3));
        assert_eq!(one.number_edge() - area.left(), area.right() - other.number_edge());
    }
}
