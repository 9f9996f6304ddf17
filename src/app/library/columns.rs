use eframe::egui::Rect;

/// Where the columns of the table stand, in points of the window: numbers by their right ends.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    /// Headline and outlet.
    pub article: (f32, f32),
    /// The day of publication; left out where the window is narrow.
    pub published: Option<f32>,
    /// The four categories.
    pub categories: [f32; 4],
    /// The longest bar under a count.
    pub bar: f32,
    /// The bar of what was decided, and the words beside it where there is room.
    pub approved: (f32, bool),
    /// Likely proposals that are left; left out where the window is narrow.
    pub proposals_left: Option<f32>,
    /// Problems.
    pub problems: f32,
    /// The last change; left out where the window is narrow.
    pub changed: Option<f32>,
}

/// Inner margin at both sides of the table, in points.
// Wider than that of panels: the table is the page of this mode.
pub const MARGIN: f32 = 24.0;
/// Width of the bar of what was decided.
pub const BAR: f32 = 60.0;
/// Width of a category's column, and of the words beside the bar.
const CATEGORY: f32 = 44.0;
const WORDS: f32 = 78.0;
/// Width of the number of proposals that are left: that of “1,234”, and of its head with an arrow beside it.
const LEFT: f32 = 52.0;

impl Columns {
    /// The columns in a room of the window: what is known elsewhere gives way first.
    pub fn of(room: Rect) -> Columns {
        let width = room.width() - 2.0 * MARGIN;
        let mut right = room.right() - MARGIN;
        let mut take = |points: f32, is_there: bool| {
            let end = right;
            right -= if is_there { points } else { 0.0 };
            is_there.then_some(end)
        };
        // From the right, and what says least goes first: the moment of a change, then what is left to do, then words beside
        // numbers, then the day. The title takes the rest, some 130 points or more: “Shelling of Karsa”.
        let changed = take(62.0, width >= 750.0);
        let problems = take(if width >= 560.0 { 70.0 } else { 58.0 }, true).unwrap_or_default();
        let proposals_left = take(LEFT, width >= 680.0);
        let has_words = width >= 640.0;
        let end = take(BAR + if has_words { WORDS } else { 14.0 }, true).unwrap_or_default();
        let approved = end - BAR - if has_words { WORDS } else { 14.0 } + 6.0;
        // Between the groups, or the last letter would seem to head the bar.
        take(20.0, true);
        let mut categories = [0.0; 4];
        let category = if width >= 560.0 { CATEGORY } else { 30.0 };
        for place in categories.iter_mut().rev() {
            *place = take(category, true).unwrap_or_default();
        }
        let published = take(76.0, width >= 600.0);
        let article = (room.left() + MARGIN, right - 16.0);
        Columns {
            article,
            published,
            categories,
            bar: category - 8.0,
            approved: (approved, has_words),
            proposals_left,
            problems,
            changed,
        }
    }
}
