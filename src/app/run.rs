use std::path::PathBuf;

use eframe::egui::{self, Vec2, ViewportBuilder};
use eframe::{NativeOptions, Renderer};

use super::platform::Platform;
use super::window::Window;

/// Opens the window with those files and returns when it is closed.
///
/// OpenGL is tried first, as it starts faster and runs without a graphics
/// processor; where it fails, wgpu is.
///
/// # Errors
/// A sentence for people, where no window can be had.
pub fn run(files: Vec<PathBuf>) -> Result<(), String> {
    let mut failure = None;
    for renderer in [Renderer::Glow, Renderer::Wgpu] {
        let files = files.clone();
        let create = move |context: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
            Ok(Box::new(NewsmarkApp::new(&context.egui_ctx, Platform::of_this_machine(), files)))
        };
        match eframe::run_native("Newsmark", options(renderer), Box::new(create)) {
            Ok(()) => return Ok(()),
            Err(error @ (eframe::Error::WinitEventLoop(_) | eframe::Error::Winit(_))) => {
                return Err(no_window("no display was found", &error));
            }
            Err(error) => failure = Some(error),
        }
    }
    Err(failure.map_or_else(String::new, |error| no_window("neither OpenGL nor Vulkan works here", &error)))
}

/// How the window is made: its size, its name to the desktop, the renderer.
pub fn options(renderer: Renderer) -> NativeOptions {
    let viewport = ViewportBuilder::default()
        .with_app_id("newsmark")
        .with_title("Newsmark")
        .with_inner_size(Vec2::new(1440.0, 900.0))
        .with_min_inner_size(Vec2::new(800.0, 560.0));
    // The window asks the clipboard itself, where nobody waits for the answer.
    NativeOptions { viewport, renderer, clipboard_shortcuts: false, ..Default::default() }
}

fn no_window(why: &str, error: &eframe::Error) -> String {
    format!(
        "Newsmark could not open a window: {why}. Nothing was changed. Start it in a desktop session, or use the \
         command line, which needs none: newsmark --help ({})",
        reason(&error.to_string())
    )
}

/// The system's own words, without the place in winit's source that stands before them.
fn reason(error: &str) -> &str {
    let place = error.rsplit_once(".rs:").and_then(|(_, rest)| rest.split_once(": "));
    place.map_or(error, |(_, reason)| reason)
}

/// The window as eframe runs it.
pub struct NewsmarkApp(pub Window);

impl NewsmarkApp {
    /// Sets the window up and opens the files.
    pub fn new(ctx: &egui::Context, platform: Platform, files: Vec<PathBuf>) -> NewsmarkApp {
        NewsmarkApp(Window::new(ctx, platform, files))
    }
}

impl eframe::App for NewsmarkApp {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.0.frame(ui);
    }
}
