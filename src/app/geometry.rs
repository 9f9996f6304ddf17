//! How large the window is and where it stands.

use eframe::egui::{Ui, Vec2, ViewportCommand, ViewportInfo, vec2};

use crate::store::WindowPlace;

/// How large the window is and where it stands, followed from frame to frame.
pub struct Geometry {
    /// Where it stands; while it fills the screen, where it stood before.
    pub place: Option<WindowPlace>,
    was_maximized: bool,
    /// The scale of all that is shown as of the frame before, 1 for 100 %.
    zoom: f32,
    /// The least size that was asked for last, in points of the system.
    least: Option<Vec2>,
}

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
    // One that was kept at another scale may be too small for what it is to show.
    let size = size.max(LEAST.min(room));
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

impl Geometry {
    /// A window that is made at `place`, before its first frame.
    pub fn new(place: Option<WindowPlace>, zoom: f32) -> Geometry {
        Geometry { place, was_maximized: place.is_some_and(|place| place.is_maximized), zoom, least: None }
    }

    /// Follows where the window stands, and keeps the least size within the screen.
    pub fn follow(&mut self, ui: &Ui) {
        // What is told of the window was measured before this frame, in points of the scale of the frame before.
        let zoom = ui.ctx().zoom_factor();
        let measured = std::mem::replace(&mut self.zoom, zoom);
        let (place, screen) = ui.input(|input| {
            let viewport = input.viewport();
            (place_of(viewport, measured, self.place), viewport.monitor_size)
        });
        self.place = place.or(self.place);
        self.maximize_again(ui);
        let least = screen.map(|screen| least(screen * measured, zoom));
        if let Some(size) = least.filter(|_| least != self.least) {
            ui.ctx().send_viewport_cmd(ViewportCommand::MinInnerSize(size / zoom));
            self.least = least;
        }
    }

    /// Fills the screen as before. X11 takes no such wish from a window that is not shown yet, as it is only after the
    /// first frame.
    fn maximize_again(&mut self, ui: &Ui) {
        if !self.was_maximized {
            return;
        }
        if ui.ctx().cumulative_frame_nr() < 2 {
            ui.ctx().request_repaint();
            return;
        }
        self.was_maximized = false;
        if ui.input(|input| input.viewport().maximized == Some(false)) {
            ui.ctx().send_viewport_cmd(ViewportCommand::Maximized(true));
        }
    }
}

/// Where the window stands; while it fills the screen, where it stood before. `None` where that is not known.
fn place_of(viewport: &ViewportInfo, zoom: f32, before: Option<WindowPlace>) -> Option<WindowPlace> {
    let (Some(inner), Some(scale)) = (viewport.inner_rect, viewport.native_pixels_per_point) else { return None };
    let is_maximized = viewport.maximized.unwrap_or(false);
    if viewport.minimized.unwrap_or(false) || !inner.is_positive() {
        return None;
    }
    if is_maximized || viewport.fullscreen.unwrap_or(false) {
        return before.map(|place| WindowPlace { is_maximized, ..place });
    }
    let pixels = zoom * scale;
    let corner = viewport.outer_rect.map(|outer| ((outer.left() * pixels) as i32, (outer.top() * pixels) as i32));
    let size = inner.size() * zoom;
    Some(WindowPlace { corner, scale, size: size.round().into(), is_maximized }).filter(WindowPlace::is_possible)
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
    use eframe::egui::{Rect, pos2};

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

    fn viewport() -> ViewportInfo {
        ViewportInfo {
            // At 125 % on a screen of two pixels a point.
            inner_rect: Some(Rect::from_min_size(pos2(40.0, 60.0), vec2(800.0, 600.0))),
            outer_rect: Some(Rect::from_min_size(pos2(40.0, 40.0), vec2(800.0, 620.0))),
            native_pixels_per_point: Some(2.0),
            ..ViewportInfo::default()
        }
    }

    #[test]
    fn a_place_is_in_pixels_and_a_size_in_the_systems_points() {
        let place = place_of(&viewport(), 1.25, None).unwrap();
        assert_eq!((place.corner, place.scale, place.size), (Some((100, 100)), 2.0, (1000.0, 750.0)));
        let on_wayland = ViewportInfo { outer_rect: None, ..viewport() };
        assert_eq!(place_of(&on_wayland, 1.25, None).unwrap().corner, None);
    }

    #[test]
    fn a_window_that_fills_the_screen_keeps_the_size_of_before() {
        let before = place_of(&viewport(), 1.0, None);
        let maximized = ViewportInfo {
            maximized: Some(true),
            inner_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1920.0, 1080.0))),
            ..viewport()
        };
        let place = place_of(&maximized, 1.0, before).unwrap();
        assert_eq!((place.size, place.is_maximized), ((800.0, 600.0), true));
        let minimized = ViewportInfo { minimized: Some(true), ..viewport() };
        assert_eq!(place_of(&minimized, 1.0, before), None);
    }
}
