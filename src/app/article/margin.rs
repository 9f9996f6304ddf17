use eframe::egui::{Align2, Color32, Rect, Stroke, StrokeKind, pos2, vec2};

use crate::app::category_look::CategoryLook;
use crate::app::theme::{Dots, Face};
use crate::app::widgets::Words;
use crate::model::{Category, Span};
use crate::suggest::Tier;

use super::Column;
use super::bands::Painting;

/// A mark in the margin: its lines in this paragraph and whether it begins and ends here.
struct Stretch {
    first: usize,
    last: usize,
    begins: bool,
    ends: bool,
    is_selected: bool,
    colour: Color32,
}

/// Paints a paragraph's letters and brackets: a letter on the line where a mark
/// begins, a bracket from there to its last line, a column for each category.
pub fn paint(painting: &Painting<'_>, column: &Column) {
    for category in Category::ALL {
        let stretches = stretches(painting, category);
        let mut lettered = Vec::new();
        for stretch in &stretches {
            // Two marks of a category that begin on one line have one letter: a second would lie exactly on the
            // first.
            if stretch.begins && !lettered.contains(&stretch.first) {
                lettered.push(stretch.first);
                letter(painting, column, category, stretch.first);
            }
            if stretch.begins && stretch.is_selected {
                letter_box(painting, column, category, stretch.first);
            }
            bracket(painting, column, category, stretch, &stretches);
        }
    }
}

/// Paints a paragraph's number beside the first line.
pub fn number(painting: &Painting<'_>, number: u32, column: &Column) {
    if !column.has_numbers {
        return;
    }
    let position = pos2(column.number_edge(), painting.baseline(0));
    let align = if column.right_to_left { Align2::LEFT_BOTTOM } else { Align2::RIGHT_BOTTOM };
    on_baseline(painting, align, position, &number.to_string(), Face::Regular, 12.0, painting.theme.text3);
}

fn stretches(painting: &Painting<'_>, category: Category) -> Vec<Stretch> {
    let marks = painting.marks.iter().filter(|mark| mark.category() == category);
    let mut stretches: Vec<Stretch> = marks
        .filter_map(|mark| {
            let spans = mark.spans();
            let whole = Span::new(spans.start(), spans.end())?;
            let lines = painting.laid.lines_of(painting.within(whole)?);
            let is_one = mark.annotation().is_some();
            Some(Stretch {
                first: lines.start,
                last: lines.end.checked_sub(1)?,
                begins: is_one && spans.start() >= painting.bytes.start,
                ends: spans.end() <= painting.bytes.end,
                is_selected: mark.is(painting.selected),
                colour: painting.line_colour(mark),
            })
        })
        .collect();
    stretches.sort_by_key(|stretch| (stretch.first, stretch.last));
    stretches
}

/// How the letter of a proposal stands in the margin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RingedLetter {
    /// In a ring of dots.
    Likely,
    /// In one of fewer dots.
    Possible,
    /// In the box of what is in hand, without a ring.
    Boxed,
}

impl RingedLetter {
    /// That of a tier.
    pub fn of(tier: Tier) -> RingedLetter {
        if tier == Tier::Likely { RingedLetter::Likely } else { RingedLetter::Possible }
    }
}

/// Paints the letter of a proposal on a line.
pub fn ringed_letter(painting: &Painting<'_>, column: &Column, category: Category, line: usize, look: RingedLetter) {
    let middle = column.letter_middle(category as usize);
    let (x, baseline) = (middle, painting.baseline(line));
    let ink = painting.theme.mark(category.look()).ink;
    let letter = category.letter().to_string();
    // Smaller than a mark's letter, so that the ring has room round it.
    on_baseline(painting, Align2::CENTER_BOTTOM, pos2(x, baseline - 0.5), &letter, Face::Semibold, 10.5, ink);
    if look != RingedLetter::Boxed {
        // Columns are 12 apart: rings of 6 touch and do not cross.
        let dots = Dots::ring(painting.theme, look == RingedLetter::Possible, ink);
        dots.circle(painting.painter, pos2(x, baseline - 4.5), 6.5);
    }
}

fn letter(painting: &Painting<'_>, column: &Column, category: Category, line: usize) {
    let position = pos2(column.letter_middle(category as usize), painting.baseline(line));
    let ink = painting.theme.mark(category.look()).ink;
    on_baseline(painting, Align2::CENTER_BOTTOM, position, &category.letter().to_string(), Face::Semibold, 12.0, ink);
}

/// Paints the box round the letter of what is selected or in hand.
pub fn letter_box(painting: &Painting<'_>, column: &Column, category: Category, line: usize) {
    // Half the height of a capital above the baseline.
    let middle = pos2(column.letter_middle(category as usize), painting.baseline(line) - 4.5);
    // Round a letter of 12 points, a little wider than its column: the box of the selected mark may touch
    // its neighbours.
    let rect = Rect::from_center_size(middle, vec2(15.0, 16.0));
    let stroke = Stroke::new(painting.theme.line_width, painting.theme.mark(category.look()).line);
    painting.painter.rect_stroke(rect, 3.0, stroke, StrokeKind::Inside);
}

fn bracket(painting: &Painting<'_>, column: &Column, category: Category, stretch: &Stretch, all: &[Stretch]) {
    // A bracket ends above the next letter of its column, which would stand on the line else.
    let next = all.iter().filter(|other| other.begins && other.first > stretch.first).map(|other| other.first).min();
    let last = next.map_or(stretch.last, |next| stretch.last.min(next - 1));
    if last < stretch.first || (stretch.begins && last == stretch.first) {
        return;
    }
    let x = column.letter_middle(category as usize);
    let lines = painting.laid.lines();
    let top = if stretch.begins {
        // Below the letter, which stands on this line.
        painting.baseline(stretch.first) + 5.0
    } else {
        painting.origin.y + lines[stretch.first].top
    };
    let bottom = if stretch.ends { painting.baseline(last) + 2.5 } else { painting.origin.y + lines[last].bottom };
    let theme = painting.theme;
    let width = if theme.line_width > 1.0 { theme.underline_width } else { 1.5 };
    let stroke = Stroke::new(width, stretch.colour);
    painting.painter.vline(x, top..=bottom, stroke);
    if stretch.ends || last < stretch.last {
        // Towards the words, so that one sees which line it ends at.
        let foot = if column.right_to_left { -4.0 } else { 4.0 };
        painting.painter.hline((x.min(x + foot))..=(x.max(x + foot)), bottom, stroke);
    }
}

/// Paints a label whose letters stand on a baseline: what lies under that is taken off.
fn on_baseline(
    painting: &Painting<'_>,
    align: Align2,
    position: eframe::egui::Pos2,
    label: &str,
    face: Face,
    size: f32,
    colour: eframe::egui::Color32,
) {
    let line = Words::new(label, colour).face(face).size(size).line(painting.painter);
    let left = match align.x() {
        eframe::egui::Align::Min => position.x,
        eframe::egui::Align::Center => position.x - line.size().x / 2.0,
        eframe::egui::Align::Max => position.x - line.size().x,
    };
    line.paint(painting.painter, pos2(left, position.y - line.baseline()));
}
