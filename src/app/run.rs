use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{self, IconData, Vec2, ViewportBuilder, pos2};
use eframe::{NativeOptions, Renderer};
use winit::dpi::{LogicalSize, PhysicalPosition};
use winit::monitor::MonitorHandle;

use crate::store::{Settings, WindowPlace};

#[cfg(not(any(windows, target_os = "macos")))]
use super::desktop_colours;
use super::geometry::{self, Screen, fitted};
use super::no_window::{NoWindow, guarded};
use super::platform::Platform;
use super::window::Window;

/// The program's picture, 256 pixels wide; `assets/icon.svg` is what it was drawn from.
const ICON: &[u8] = include_bytes!("../../assets/icon.png");

/// The ways to draw, the first to be tried first.
#[cfg(any(windows, target_os = "macos"))]
const RENDERERS: [Renderer; 2] = [Renderer::Glow, Renderer::Wgpu];
#[cfg(not(any(windows, target_os = "macos")))]
const RENDERERS: [Renderer; 1] = [Renderer::Glow];

/// Opens the window with those files and returns when it is closed. `told` is a sentence on the program's start, which the
/// window shows.
///
/// OpenGL is tried first, as it starts faster and runs without a graphics
/// processor; where it fails, wgpu is, on systems that may have no OpenGL.
///
/// # Errors
/// A sentence for people, where no window can be had.
pub fn run(files: Vec<PathBuf>, told: Option<String>) -> Result<(), String> {
    let platform = Platform::of_this_machine();
    // What is wrong in the settings is told in the window, which reads them as well.
    let (settings, _) = Settings::load(&platform.settings);
    let mut failure: Option<NoWindow> = None;
    for renderer in RENDERERS {
        // Cloned for each try: the first may have taken them when it failed.
        let (platform, files, told, place) = (platform.clone(), files.clone(), told.clone(), settings.place);
        let ended = guarded(move |started| {
            let create = move |context: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
                started.set();
                // Here and not before: only the window knows the screens that are there.
                if let Some(window) = context.winit_window() {
                    keep_on_screen(window, place);
                }
                #[cfg(not(any(windows, target_os = "macos")))]
                desktop_colours::follow_system(&context.egui_ctx);
                Ok(Box::new(NewsmarkApp::new(&context.egui_ctx, platform, files).telling(told)))
            };
            eframe::run_native("Newsmark", options(renderer, place), Box::new(create))
        });
        match ended {
            Ok(()) => return Ok(()),
            Err(why) if why.may_draw_otherwise() => {
                failure = Some(match failure {
                    Some(before) => before.or(why),
                    None => why,
                });
            }
            Err(why) => return Err(why.sentence()),
        }
    }
    Err(failure.map_or_else(String::new, |why| why.sentence()))
}

/// How the window is made: its name to the desktop, its picture, where it stood, the renderer.
pub fn options(renderer: Renderer, place: Option<WindowPlace>) -> NativeOptions {
    let mut viewport = ViewportBuilder::default()
        .with_app_id("newsmark")
        .with_title("Newsmark")
        .with_icon(icon())
        .with_inner_size(place.map_or(geometry::USUAL, |place| Vec2::from(place.size)))
        .with_maximized(place.is_some_and(|place| place.is_maximized));
    if let Some((place, (x, y))) = place.and_then(|place| Some((place, place.corner?))) {
        viewport = viewport.with_position(pos2(x as f32, y as f32) / place.scale);
    }
    // The window asks the clipboard itself, where nobody waits for the answer.
    NativeOptions { viewport, renderer, clipboard_shortcuts: false, ..Default::default() }
}

fn icon() -> Arc<IconData> {
    // An empty picture is none; a test sees to it that this one is whole.
    Arc::new(eframe::icon_data::from_png_bytes(ICON).unwrap_or_default())
}

/// Brings a window that was just made, and is not shown yet, to where it can be seen whole.
fn keep_on_screen(window: &winit::window::Window, place: Option<WindowPlace>) {
    let first = window.primary_monitor();
    let others = window.available_monitors().filter(|monitor| Some(monitor) != first.as_ref());
    let screens: Vec<Screen> = first.iter().cloned().chain(others).map(|monitor| screen(&monitor)).collect();
    let wanted = fitted(place, &screens);
    if place.map(|place| place.size) != Some(wanted.size) {
        // Where the desktop decides on the size, it is right.
        let _ = window.request_inner_size(LogicalSize::new(wanted.size.0, wanted.size.1));
    }
    if let Some((x, y)) = wanted.corner.filter(|_| place.is_some_and(|place| place.corner != wanted.corner)) {
        window.set_outer_position(PhysicalPosition::new(x, y));
    }
}

fn screen(monitor: &MonitorHandle) -> Screen {
    let (corner, size) = (monitor.position(), monitor.size());
    Screen { corner: (corner.x, corner.y), size: (size.width, size.height), scale: monitor.scale_factor() as f32 }
}

/// The window as eframe runs it.
pub struct NewsmarkApp(pub Window);

impl NewsmarkApp {
    /// Sets the window up and opens the files.
    pub fn new(ctx: &egui::Context, platform: Platform, files: Vec<PathBuf>) -> NewsmarkApp {
        NewsmarkApp(Window::new(ctx, platform, files))
    }

    /// The same with a warning on the program's start.
    pub fn telling(mut self, told: Option<String>) -> NewsmarkApp {
        self.0.warn_of_start(told);
        self
    }
}

impl eframe::App for NewsmarkApp {
    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.0.frame(ui);
        self.0.open_file_dialogs(frame);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.0.end();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_is_whole_and_has_no_ground() {
        let icon = icon();
        assert_eq!((icon.width, icon.height, icon.rgba.len()), (256, 256, 256 * 256 * 4));
        let alpha = |x: usize, y: usize| icon.rgba[(y * 256 + x) * 4 + 3];
        assert_eq!((alpha(0, 0), alpha(255, 255), alpha(128, 128)), (0, 0, 255));
    }
}
