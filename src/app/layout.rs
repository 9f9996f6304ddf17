use eframe::egui::Rangef;

/// What the window's size leaves room for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// The left panel.
    pub has_left: bool,
    /// List and inspector one above the other; else they are two tabs.
    pub has_both: bool,
    /// Counts in the strip over the article.
    pub has_counts: bool,
    /// Names in the strip over the article.
    pub has_names: bool,
    /// The field that opens the palette; else an icon does.
    pub has_command_field: bool,
    /// Width of the right panel to begin with, and its range, in points.
    pub right: (f32, Rangef),
    /// The right panel's name, so that each layout remembers its own width.
    pub right_id: &'static str,
    /// Space at both ends of the strip, in points.
    pub strip_margin: i8,
    /// Inner margin of a panel, in points.
    pub margin: f32,
}

impl Layout {
    /// The layout of a window of that size in points.
    pub fn of(width: f32, height: f32) -> Layout {
        let is_wide = width >= 1280.0;
        let is_middling = width >= 1000.0;
        Layout {
            has_left: is_wide,
            has_both: is_wide && height >= 800.0,
            has_counts: is_wide,
            has_names: is_middling,
            has_command_field: is_wide,
            right: match (is_wide, is_middling) {
                (true, _) => (372.0, Rangef::new(320.0, 520.0)),
                (_, true) => (340.0, Rangef::new(320.0, 400.0)),
                _ => (300.0, Rangef::new(280.0, 340.0)),
            },
            right_id: if is_wide { "right" } else { "right, narrow" },
            strip_margin: if is_wide { 16 } else { 12 },
            margin: if is_wide { 16.0 } else { 12.0 },
        }
    }
}
