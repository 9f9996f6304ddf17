//! Where a person was: noted when the window is left, gone back to at the next start.

use std::path::Path;

use eframe::egui::{Ui, ViewportCommand, ViewportInfo};

use crate::edit::Selection;
use crate::store::{Session, WindowPlace};

use super::command::Command;
use super::geometry::least;
use super::mode::Mode;
use super::window::Window;

impl Window {
    /// Follows where the window stands, and keeps the least size within the screen.
    pub(super) fn follow_place(&mut self, ui: &Ui) {
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

    /// Notes where the person is, for the next start.
    pub(super) fn note_session(&mut self) {
        if self.may_close {
            // It was noted, and the project is closed already.
            return;
        }
        self.settings.place = self.place;
        self.settings.session = if self.settings.resumes { self.session() } else { None };
    }

    fn session(&self) -> Option<Session> {
        let mode = self.mode.name().to_owned();
        let file = self.opened.as_ref().and_then(|opened| Some((opened, opened.file.as_ref()?)));
        let Some((opened, file)) = file else {
            // What was never saved is the journal's to bring back, and the library can be gone back to by itself.
            return (self.mode == Mode::Library).then(|| Session { mode, ..Session::default() });
        };
        Some(Session {
            project: Some(file.path.clone()),
            mode,
            selection: (opened.open.selection.anchor, opened.open.selection.head),
            mark: opened.open.selected.map(|id| id.to_string()),
            top: self.article.top(),
        })
    }

    /// Opens what was open when the window was last left, where nothing else was asked for in the meantime.
    pub(super) fn resume(&mut self) {
        let is_free = self.opened.is_none() && self.leaving.is_none() && self.dialog.is_none();
        match &self.resumed {
            Some(Session { project: Some(path), .. }) if is_free => self.run(Command::OpenPath(path.clone())),
            Some(_) if is_free => self.resume_place(),
            _ => self.resumed = None,
        }
    }

    /// Whether that is the project of the last time, which is being opened without anybody having asked for it.
    pub(super) fn is_resumed(&self, path: &Path) -> bool {
        self.resumed.as_ref().is_some_and(|session| session.project.as_deref() == Some(path))
    }

    /// Goes to where the person was in what is open.
    pub(super) fn resume_place(&mut self) {
        let Some(session) = self.resumed.take() else { return };
        if self.opened.as_ref().map(|opened| opened.path()) != session.project.as_deref() {
            return;
        }
        match session.mode.as_str() {
            mode if mode == Mode::Review.name() => self.set_mode(Mode::Review),
            mode if mode == Mode::Library.name() => self.set_mode(Mode::Library),
            // A comparison begins with the choice of its projects.
            _ => {}
        }
        let Some(opened) = &mut self.opened else { return };
        let project = opened.open.project();
        let text: &str = &project.article().text;
        // Another program may have changed the file since.
        let within = |byte: usize| text.floor_char_boundary(byte.min(text.len()));
        let (anchor, head) = (within(session.selection.0), within(session.selection.1));
        let top = session.top.map(|(byte, below)| (within(byte), below));
        let mark = session.mark.and_then(|id| id.parse().ok()).filter(|id| project.has(*id));
        opened.open.selection = Selection { anchor, head, downstream: true };
        opened.open.selected = mark;
        self.list.show_selected();
        if let Some((byte, below)) = top {
            self.article.show_top(byte, below);
        }
    }

    /// Notes all that is to be found again and writes it, before the program ends.
    pub(super) fn end(&mut self) {
        self.write_settings();
        self.finish_writing();
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

#[cfg(test)]
mod tests {
    use eframe::egui::{Rect, pos2, vec2};

    use super::*;

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
