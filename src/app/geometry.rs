//! How large the window is and where it stands.

use eframe::egui::{Vec2, vec2};

use crate::store::WindowPlace;

/// A screen of the desktop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screen {
    /// Its upper left corner in pixels of the desktop.
    pub corner: (i32, i32),
    /// Its width and height in pixels.
    pub size: (u32, u32),
    /// Pixels of a point.
    pub scale: f32,
}

/// The size that shows all panels beside the article, in points.
pub const USUAL: Vec2 = vec2(1440.0, 900.0);
/// The size of a first window where the desktop tells of no screen, in points; the least that laptops have.
const UNSEEN: Vec2 = vec2(1280.0, 800.0);
/// The size in which all panels still have their room, in points.
const LEAST: Vec2 = vec2(800.0, 560.0);
/// What frame, task bar and dock take of a screen, in points: on GNOME 69 of its height, on macOS with the dock 130.
const TAKEN: Vec2 = vec2(32.0, 100.0);
/// The largest part of a screen that the window may insist on. The rest is for the frame and the bars of the desktop.
const INSISTED: f32 = 0.85;

/// Where the window stands at the start: where it stood, as far as the screens that are there allow; in a usual size
/// where it was never closed before.
pub fn fitted(before: Option<WindowPlace>, screens: &[Screen]) -> WindowPlace {
    let showing = before.and_then(|place| screens.iter().find(|screen| screen.shows(&place)));
    let Some(screen) = showing.or(screens.first()) else {
        let first = WindowPlace { corner: None, scale: 1.0, size: UNSEEN.into(), is_maximized: false };
        return before.unwrap_or(first);
    };
    let whole = vec2(screen.size.0 as f32, screen.size.1 as f32) / screen.scale;
    let room = whole - TAKEN;
    let Some(place) = before else {
        return WindowPlace { corner: None, scale: screen.scale, size: USUAL.min(room).into(), is_maximized: false };
    };
    let size = Vec2::from(place.size);
    let size = if size.x <= whole.x && size.y <= whole.y { size } else { size.min(room) };
    let middle = || {
        let free = (whole - size).max(Vec2::ZERO) * (screen.scale / 2.0);
        (screen.corner.0 + free.x as i32, screen.corner.1 + free.y as i32)
    };
    let corner = place.corner.map(|corner| if showing.is_some() { corner } else { middle() });
    WindowPlace { corner, size: size.into(), scale: screen.scale, ..place }
}

/// The least size of the window on a screen of that size at that scale of all that is shown, 1 for 100 %, both in points
/// of the system: the least that has room for all, but never so large that it could not be seen whole.
pub fn least(screen: Vec2, zoom: f32) -> Vec2 {
    (LEAST * zoom).min(screen * INSISTED)
}

impl Screen {
    /// Whether enough of a window's title is on it to take hold of.
    fn shows(&self, place: &WindowPlace) -> bool {
        /// Enough of a title for a mouse, in points.
        const HOLD: (f32, f32) = (100.0, 20.0);
        let Some((x, y)) = place.corner else { return false };
        let (left, top) = (x - self.corner.0, y - self.corner.1);
        let (width, height) = (self.size.0 as f32, self.size.1 as f32);
        let right = left as f32 + place.size.0 * self.scale;
        top >= 0
            && top as f32 <= height - HOLD.1 * self.scale
            && left as f32 <= width - HOLD.0 * self.scale
            && right >= HOLD.0 * self.scale
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAPTOP: Screen = Screen { corner: (0, 0), size: (1440, 900), scale: 1.0 };
    const BESIDE: Screen = Screen { corner: (1440, 0), size: (2560, 1440), scale: 1.0 };

    fn place(corner: (i32, i32), size: (f32, f32)) -> WindowPlace {
        WindowPlace { corner: Some(corner), scale: 1.0, size, is_maximized: false }
    }

    #[test]
    fn a_first_window_fits_a_screen_with_frame_and_bars() {
        assert_eq!(fitted(None, &[LAPTOP]).size, (1408.0, 800.0));
        assert_eq!(fitted(None, &[Screen { size: (1024, 560), ..LAPTOP }]).size, (992.0, 460.0));
        assert_eq!(fitted(None, &[BESIDE]).size, (1440.0, 900.0));
        assert_eq!(fitted(None, &[Screen { size: (2560, 1440), scale: 2.0, ..LAPTOP }]).size, (1248.0, 620.0));
        assert_eq!(fitted(None, &[]).size, (1280.0, 800.0));
    }

    #[test]
    fn a_window_stands_where_it_stood() {
        let beside = place((1700, 90), (1600.0, 1100.0));
        assert_eq!(fitted(Some(beside), &[LAPTOP, BESIDE]), beside);
        let maximized = WindowPlace { is_maximized: true, ..place((20, 30), (1000.0, 700.0)) };
        assert_eq!(fitted(Some(maximized), &[LAPTOP]), maximized);
        let on_wayland = WindowPlace { corner: None, ..beside };
        assert_eq!(fitted(Some(on_wayland), &[BESIDE]), on_wayland);
        assert_eq!(fitted(Some(beside), &[]), beside);
    }

    #[test]
    fn a_window_of_a_screen_that_is_gone_comes_to_one_that_is_there() {
        let beside = place((1700, 90), (1600.0, 1100.0));
        let here = fitted(Some(beside), &[LAPTOP]);
        assert_eq!((here.corner, here.size), (Some((16, 50)), (1408.0, 800.0)));
        for corner in [(-1400, 40), (1400, 40), (40, -30), (40, 890), (i32::MIN, i32::MAX)] {
            let here = fitted(Some(place(corner, (1300.0, 700.0))), &[LAPTOP]);
            assert_eq!(here.corner, Some((70, 100)), "{corner:?}");
        }
    }

    #[test]
    fn the_least_window_fits_any_screen_at_any_scale() {
        assert_eq!(least(vec2(1920.0, 1080.0), 1.0), vec2(800.0, 560.0));
        assert_eq!(least(vec2(1920.0, 1080.0), 2.0), vec2(1600.0, 918.0));
        assert_eq!(least(vec2(1440.0, 900.0), 2.0), vec2(1224.0, 765.0));
        assert_eq!(least(vec2(1440.0, 900.0), 0.8), vec2(640.0, 448.0));
    }
}
