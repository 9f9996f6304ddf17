use std::sync::LazyLock;

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, emath::GuiRounding};

use super::icon_path::{self, PenStroke};

/// Side of the square that the drawings are made in.
const UNITS: f32 = 16.0;
/// Width of a line in that square, in 16 points the same as egui's own check marks are
/// given: all drawings are of one weight.
const WIDTH: f32 = 1.4;

/// The icons of the window: drawings of lines, one weight, any colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// The left panel.
    LeftPanel,
    /// The right panel.
    RightPanel,
    /// A magnifying glass.
    Search,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Down: a list opens, a group is open.
    Down,
    /// To the right: a group is closed.
    Next,
    /// To the left.
    Previous,
    /// Up.
    Up,
    /// A project.
    Document,
    /// A folder.
    Folder,
    /// Words of the article are held.
    Anchor,
    /// Approved, chosen.
    Check,
    /// Close, reject.
    Close,
    /// A warning.
    Warning,
    /// An error.
    Error,
    /// A note.
    Note,
    /// Add.
    Plus,
    /// Take away.
    Minus,
    /// Order of a list.
    Sort,
    /// Delete.
    Trash,
    /// Further commands.
    More,
    /// A comment.
    Comment,
    /// Waiting.
    Clock,
    /// Back.
    Back,
    /// The outline.
    Outline,
    /// A list.
    List,
    /// Filter or options.
    Sliders,
    /// Link of two records.
    Link,
    /// Two sides change places.
    Swap,
    /// Show.
    Eye,
}

/// The lines of every icon, in the order of [`Icon::ALL`].
static DRAWINGS: LazyLock<Vec<Vec<PenStroke>>> =
    LazyLock::new(|| Icon::ALL.iter().map(|icon| icon_path::lines(icon.path())).collect());

impl Icon {
    /// All of them, in the order of the enum.
    pub const ALL: [Icon; 31] = [
        Icon::LeftPanel,
        Icon::RightPanel,
        Icon::Search,
        Icon::Undo,
        Icon::Redo,
        Icon::Down,
        Icon::Next,
        Icon::Previous,
        Icon::Up,
        Icon::Document,
        Icon::Folder,
        Icon::Anchor,
        Icon::Check,
        Icon::Close,
        Icon::Warning,
        Icon::Error,
        Icon::Note,
        Icon::Plus,
        Icon::Minus,
        Icon::Sort,
        Icon::Trash,
        Icon::More,
        Icon::Comment,
        Icon::Clock,
        Icon::Back,
        Icon::Outline,
        Icon::List,
        Icon::Sliders,
        Icon::Link,
        Icon::Swap,
        Icon::Eye,
    ];

    /// Paints the icon centred in `rect`, `side` points wide. Strokes grow with it.
    pub fn paint(self, painter: &Painter, rect: Rect, side: f32, colour: Color32) {
        let scale = side / UNITS;
        // On whole pixels: most icons have upright lines, which blur between two.
        let origin = (rect.center() - Vec2::splat(side / 2.0)).round_to_pixels(painter.pixels_per_point());
        let place = |point: &Pos2| origin + point.to_vec2() * scale;
        let stroke = Stroke::new(WIDTH * scale, colour);
        for line in &DRAWINGS[self as usize] {
            let points: Vec<Pos2> = line.points.iter().map(place).collect();
            if line.closed {
                painter.add(Shape::closed_line(points, stroke));
                continue;
            }
            // The painter ends a line squarely; a dot at each end makes it round, and a line without length a dot.
            for end in [points.first(), points.last()].into_iter().flatten() {
                painter.circle_filled(*end, stroke.width / 2.0, colour);
            }
            painter.add(Shape::line(points, stroke));
        }
    }

    /// The drawing in 16 units, as an SVG path of lines, arcs and curves.
    fn path(self) -> &'static str {
        match self {
            Icon::LeftPanel => "M2.5 3.5h11v9h-11zM6.5 3.5v9",
            Icon::RightPanel => "M2.5 3.5h11v9h-11zM9.5 3.5v9",
            Icon::Search => "M7 2.8a4.2 4.2 0 1 0 0 8.4a4.2 4.2 0 0 0 0-8.4zM10.2 10.2L13.4 13.4",
            Icon::Undo => "M6 3L3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H7",
            Icon::Redo => "M10 3l3 3l-3 3M13 6H6.5a3.5 3.5 0 0 0 0 7H9",
            Icon::Down => "M4.5 6.5L8 10l3.5-3.5",
            Icon::Next => "M6.5 4.5L10 8l-3.5 3.5",
            Icon::Previous => "M9.5 4.5L6 8l3.5 3.5",
            Icon::Up => "M4.5 9.5L8 6l3.5 3.5",
            Icon::Document => "M4 2.5h5l3 3v8H4zM9 2.5v3h3",
            Icon::Folder => "M2.5 4h4l1.5 1.5h5.5v7h-11z",
            Icon::Anchor => {
                "M8 5.2V13.5M8 2.5a1.4 1.4 0 1 0 0 2.8a1.4 1.4 0 0 0 0-2.8zM5.5 7.2h5M3 9.5c0.3 2.4 2.3 4 5 4s4.7-1.6 5-4"
            }
            Icon::Check => "M3.5 8.5l3 3l6-7",
            Icon::Close => "M4 4l8 8M12 4l-8 8",
            Icon::Warning => "M8 2.8L14 13H2zM8 6.5v3M8 11.2v0.1",
            Icon::Error => "M5.5 2.5h5l3 3v5l-3 3h-5l-3-3v-5zM8 5.2v3.4M8 10.7v0.1",
            Icon::Note => "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM8 7.4v3.4M8 5.2v0.1",
            Icon::Plus => "M8 3.5v9M3.5 8h9",
            Icon::Minus => "M3.5 8h9",
            Icon::Sort => "M4.5 3v10M2.5 11l2 2l2-2M9 4.5h5M9 8h3.5M9 11.5h2",
            Icon::Trash => "M3 4.5h10M6 4.5v-1.5h4v1.5M4.5 4.5l0.6 8.5h5.8l0.6-8.5",
            Icon::More => "M3.5 8h0.1M8 8h0.1M12.5 8h0.1",
            Icon::Comment => "M2.5 3.5h11v7.5h-6l-3 2.5v-2.5h-2z",
            Icon::Clock => "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM8 5v3.2l2.2 1.3",
            Icon::Back => "M13 8H3.5M7 4.5L3.5 8L7 11.5",
            Icon::Outline => "M3 4h0.1M5.5 4h8M3 8h0.1M5.5 8h8M3 12h0.1M5.5 12h5",
            Icon::List => "M3 4.5h10M3 8h10M3 11.5h10",
            Icon::Sliders => "M3 5h5.5M11.5 5H13M10 3.5v3M3 11h1.5M7.5 11H13M6 9.5v3",
            Icon::Link => "M6.5 9.5l3-3M5 8L3.7 9.3a2.1 2.1 0 0 0 3 3L8 11M8 5l1.3-1.3a2.1 2.1 0 0 1 3 3L11 8",
            Icon::Swap => "M3 5.5h9M9.5 3L12 5.5L9.5 8M13 10.5H4M6.5 8L4 10.5L6.5 13",
            Icon::Eye => {
                "M1.8 8c1.5-2.7 3.7-4 6.2-4s4.7 1.3 6.2 4c-1.5 2.7-3.7 4-6.2 4s-4.7-1.3-6.2-4zM8 6.2a1.8 1.8 0 1 0 0 3.6a1.8 1.8 0 0 0 0-3.6z"
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_has_lines_that_stay_within_its_square() {
        let square = Rect::from_min_size(Pos2::ZERO, Vec2::splat(UNITS)).shrink(WIDTH / 2.0);
        for icon in Icon::ALL {
            let lines = &DRAWINGS[icon as usize];
            assert!(!lines.is_empty(), "{icon:?}");
            for line in lines {
                assert!(line.points.len() >= 2, "{icon:?}");
                assert!(line.points.iter().all(|point| square.contains(*point)), "{icon:?}: {:?}", line.points);
            }
        }
    }
}
