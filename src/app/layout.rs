use eframe::egui::Rangef;

/// What the window's size leaves room for, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// The left panel beside the article; else a rail that opens it over the article.
    pub has_left: bool,
    /// The right panel beside the article; else it opens over the article.
    pub has_right: bool,
    /// List and inspector one above the other; else they are two tabs.
    pub has_both: bool,
    /// Counts in the strip over the article.
    pub has_counts: bool,
    /// Names in the strip over the article.
    pub has_names: bool,
    /// The field that opens the palette; else an icon does.
    pub has_command_field: bool,
    /// Width of the right panel to begin with, and its range.
    pub right: (f32, Rangef),
    /// The right panel's name, so that each layout remembers its own width.
    pub right_id: &'static str,
    /// Inner margin of panels and strip.
    pub margin: f32,
}

impl Layout {
    /// The layout of a window of that size.
    pub fn of(width: f32, height: f32) -> Layout {
        // Both panels at their usual widths leave the article some 640, in which its lines and their margin
        // fit. Laptops of 1280 have it.
        let is_wide = width >= 1280.0;
        // One panel of 340 beside the rail leaves the article 612, in which its lines have some 57 characters;
        // below, none is left beside it.
        let is_middling = width >= 1000.0;
        let right = if is_wide { (372.0, Rangef::new(320.0, 520.0)) } else { (340.0, Rangef::new(320.0, 400.0)) };
        Layout {
            has_left: is_wide,
            has_right: is_middling,
            // In less height list and form would have room for three rows each.
            has_both: is_wide && height >= 800.0,
            has_counts: is_wide,
            has_names: is_middling,
            has_command_field: is_wide,
            right,
            right_id: if is_wide { "right" } else { "right, narrow" },
            margin: if is_wide { 16.0 } else { 12.0 },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_gives_first_is_what_the_design_says() {
        let told = |width| {
            let layout = Layout::of(width, 900.0);
            (layout.has_left, layout.has_both, layout.has_right, layout.has_names)
        };
        assert_eq!(told(1440.0), (true, true, true, true));
        assert_eq!(told(1279.0), (false, false, true, true));
        assert_eq!(told(999.0), (false, false, false, false));
        assert!(!Layout::of(1440.0, 700.0).has_both);
    }
}
