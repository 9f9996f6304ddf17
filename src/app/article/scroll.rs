use super::Heights;

/// Where the reader is: a place in the text, not a number of points, so that
/// it stays when heights above it are corrected or the column gets narrower.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Scroll {
    /// The part of the article at the top of the view.
    pub part: usize,
    /// How many points of it are above the view; negative for space above the first.
    pub offset: f32,
}

impl Scroll {
    /// Moves by `points`, downwards where positive, within a column that shows `view` points at a time.
    pub fn by(self, points: f32, heights: &Heights, lead: f32, view: f32) -> Scroll {
        Scroll::to(self.y(heights, lead) + f64::from(points), heights, lead, view)
    }

    /// The place at `y` points from the top of the column, of which `lead` are
    /// above the first part; kept within what can be scrolled.
    pub fn to(y: f64, heights: &Heights, lead: f32, view: f32) -> Scroll {
        let end = (Self::length(heights, lead, view) - f64::from(view)).max(0.0);
        let y = y.clamp(0.0, end);
        if y < f64::from(lead) || heights.is_empty() {
            return Scroll { part: 0, offset: (y - f64::from(lead)) as f32 };
        }
        let within = y - f64::from(lead);
        let part = heights.at(within);
        Scroll { part, offset: (within - heights.top(part)) as f32 }
    }

    /// How many points of the column are above the view.
    pub fn y(self, heights: &Heights, lead: f32) -> f64 {
        f64::from(lead) + heights.top(self.part.min(heights.len())) + f64::from(self.offset)
    }

    /// The length of the whole column in points, with room to read its end higher up.
    pub fn length(heights: &Heights, lead: f32, view: f32) -> f64 {
        // Some 200 points of nothing below the last line, so that it need not be read at the very edge.
        f64::from(lead) + heights.total() + f64::from(view.min(200.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_stays_when_what_is_above_it_grows() {
        let mut heights = Heights::new(vec![40.0; 100]);
        let place = Scroll::default().by(1000.0, &heights, 32.0, 300.0);
        assert_eq!(place, Scroll { part: 25, offset: 0.0 });
        heights.set(3, 400.0);
        assert_eq!(place.y(&heights, 32.0), 1392.0);
    }

    #[test]
    fn scrolling_stops_at_both_ends() {
        let heights = Heights::new(vec![40.0; 10]);
        let top = Scroll::default().by(-50.0, &heights, 32.0, 300.0);
        assert_eq!(top.y(&heights, 32.0), 0.0);
        let end = top.by(1e9, &heights, 32.0, 300.0);
        assert_eq!(end.y(&heights, 32.0), 32.0 + 400.0 + 200.0 - 300.0);
    }
}
