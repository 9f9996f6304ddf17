use eframe::egui::Rect;

use crate::app::text::{Role, Style};
use crate::store::{ArticleFace, Measure, Settings, Spacing};

/// How the article's text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The size in points, 18 being the usual.
    pub size: f32,
    /// The face.
    pub face: ArticleFace,
    /// How long the lines are.
    pub measure: Measure,
    /// How far they stand apart.
    pub spacing: Spacing,
    /// Whether paragraphs have numbers in the margin, where there is room.
    pub has_numbers: bool,
}

impl Reading {
    /// How a person has set the article.
    pub fn of(settings: &Settings) -> Reading {
        Reading {
            size: settings.reading_size,
            face: settings.face,
            measure: settings.measure,
            spacing: settings.spacing,
            has_numbers: settings.paragraph_numbers,
        }
    }
}

impl Reading {
    /// The same with lines so far apart that marks have room for a line above them.
    pub fn with_two_lines(self) -> Reading {
        Reading { spacing: Spacing::Airy, ..self }
    }
}

impl Default for Reading {
    fn default() -> Reading {
        Reading::of(&Settings::default())
    }
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
    /// The height of a line over the usual one.
    pub leading: f32,
    /// Whether the face is sans.
    pub is_sans: bool,
    /// Whether the margin stands on the right.
    pub right_to_left: bool,
    /// Whether the margin has paragraph numbers.
    pub has_numbers: bool,
    /// Whether the window is so narrow that headlines are smaller.
    pub is_narrow: bool,
}

/// The width of 70 characters at reading size 18.
const MEASURE: f32 = 596.0;
// Gap, four letter columns, and a number of four digits at 12 points, with 8 between and some to the
// panel's edge.
const MARGIN: f32 = 112.0;
// The same without the numbers.
const NARROW_MARGIN: f32 = 68.0;
// Words never touch the ruler beside them.
const FAR_SIDE: f32 = 16.0;
/// Below this width of the area the paragraph numbers leave the margin.
// With them the words would have less than 512 points, under 60 characters.
const WIDTH_FOR_NUMBERS: f32 = 640.0;
/// From the words to the letter columns.
const GAP: f32 = 14.0;
/// One letter column.
const LETTER: f32 = 12.0;

impl Column {
    /// The column within `area`, centred.
    pub fn within(area: Rect, reading: Reading, right_to_left: bool, is_narrow: bool) -> Column {
        let scale = reading.size / 18.0;
        let has_numbers = reading.has_numbers && area.width() >= WIDTH_FOR_NUMBERS;
        let margin = if has_numbers { MARGIN } else { NARROW_MARGIN };
        let longest = match reading.measure {
            // 60 to 85 characters a line; what typographers advise for long reading lies around 66.
            Measure::Narrow => MEASURE * 60.0 / 70.0,
            Measure::Usual => MEASURE,
            Measure::Wide => MEASURE * 85.0 / 70.0,
            Measure::Full => f32::INFINITY,
        };
        // Never under 120 points, where a long word of a large size still fits: the article is cut off rather
        // than broken by letters.
        let measure = (longest * scale).min(area.width() - margin - FAR_SIDE).max(120.0);
        let spare = (area.width() - margin - measure - FAR_SIDE).max(0.0);
        let before = if right_to_left { FAR_SIDE } else { margin };
        // On a whole point: between two, letters are blurred, and differently after every change of width.
        let left = (area.left() + spare / 2.0 + before).round();
        Column {
            left,
            measure: measure.floor(),
            scale,
            leading: reading.spacing.leading(),
            is_sans: reading.face == ArticleFace::Sans,
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
        // Beyond the four letter columns, and clear of the outermost letter by 8, as wide as a digit.
        let away = GAP + 4.0 * LETTER + 8.0;
        self.inner_edge() + if self.right_to_left { away } else { -away }
    }

    /// How headlines are set.
    pub fn headline_role(&self) -> Role {
        if self.is_narrow { Role::NarrowHeadline } else { Role::Headline }
    }

    /// How a kind of block is set.
    pub fn style(&self, role: Role) -> Style {
        Style::new(role).at_reading_size(self.scale * 18.0).with_leading(self.leading).in_sans(self.is_sans)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{pos2, vec2};

    #[test]
    fn the_column_stands_where_the_design_has_it() {
        let wide = Column::within(
            Rect::from_min_size(pos2(264.0, 88.0), vec2(764.0, 700.0)),
            Reading::default(),
            false,
            false,
        );
        assert_eq!((wide.left, wide.measure, wide.has_numbers), (396.0, 596.0, true));
        let narrow =
            Column::within(Rect::from_min_size(pos2(48.0, 88.0), vec2(572.0, 500.0)), Reading::default(), false, false);
        assert_eq!((narrow.left, narrow.measure, narrow.has_numbers), (116.0, 488.0, false));
    }

    #[test]
    fn the_measure_and_the_numbers_are_as_a_person_wants_them() {
        let area = Rect::from_min_size(pos2(0.0, 0.0), vec2(1000.0, 700.0));
        let of =
            |measure, size| Column::within(area, Reading { measure, size, ..Reading::default() }, false, false).measure;
        assert_eq!(
            [Measure::Narrow, Measure::Wide, Measure::Full].map(|measure| of(measure, 18.0)),
            [510.0, 723.0, 872.0]
        );
        assert_eq!((of(Measure::Narrow, 27.0), of(Measure::Wide, 27.0)), (766.0, 872.0), "never wider than the room");
        let without = Column::within(
            area,
            Reading { has_numbers: false, measure: Measure::Full, ..Reading::default() },
            false,
            false,
        );
        assert_eq!((without.has_numbers, without.left, without.measure), (false, 68.0, 916.0));
    }

    #[test]
    fn right_to_left_mirrors_the_margin() {
        let area = Rect::from_min_size(pos2(0.0, 0.0), vec2(724.0, 700.0));
        let (one, other) = (
            Column::within(area, Reading::default(), false, false),
            Column::within(area, Reading::default(), true, false),
        );
        assert_eq!(one.letter_middle(3) - area.left(), area.right() - other.letter_middle(3));
        assert_eq!(one.number_edge() - area.left(), area.right() - other.number_edge());
    }
}
