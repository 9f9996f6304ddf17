//! The real window's first frame, over that of an empty eframe window.
//!
//! Needs a display. Each start is a process of its own, the two in turn; the
//! time runs from the process's start to the beginning of its second frame.

#![expect(clippy::expect_used, reason = "a bench that cannot start says so and ends")]

use std::process::Command;
use std::time::{Duration, Instant};

use eframe::egui;
use newsmark::app::{NewsmarkApp, Platform, options};

const ROUNDS: usize = 15;

fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("first-frame-empty") => first_frame(|_| Box::new(Empty)),
        Some("first-frame-newsmark") => first_frame(|context| {
            let folder = std::env::temp_dir().join(format!("newsmark-startup-{}", std::process::id()));
            let platform = Platform {
                settings: folder.join("settings.ron"),
                projects: std::path::PathBuf::new(),
                journals: folder.join("journals"),
                ..Platform::of_this_machine()
            };
            Box::new(NewsmarkApp::new(&context.egui_ctx, platform, Vec::new()))
        }),
        _ if std::env::var_os("DISPLAY").is_none() && std::env::var_os("WAYLAND_DISPLAY").is_none() => {
            println!("startup: no display, nothing measured");
        }
        _ => compare(),
    }
}

fn compare() {
    let mut newsmark = Vec::new();
    let mut empty = Vec::new();
    for _ in 0..ROUNDS {
        newsmark.push(start("first-frame-newsmark"));
        empty.push(start("first-frame-empty"));
    }
    let (newsmark, empty) = (median(newsmark), median(empty));
    println!("startup: first frame after {newsmark:.1?}, an empty window's after {empty:.1?}");
    println!("ratio startup {:.2}", newsmark.as_secs_f64() / empty.as_secs_f64());
}

fn start(mode: &str) -> Duration {
    let program = std::env::current_exe().expect("the bench knows its own path");
    let start = Instant::now();
    let output = Command::new(program).arg(mode).output().expect("the bench starts itself");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, _ui: &mut egui::Ui, _frame: &mut eframe::Frame) {}
}

struct FirstFrame {
    app: Box<dyn eframe::App>,
    n_frames: usize,
}

impl eframe::App for FirstFrame {
    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        if self.n_frames == 1 {
            // The first frame is on the screen; ending here leaves out what closing costs.
            std::process::exit(0);
        }
        self.n_frames += 1;
        self.app.ui(ui, frame);
        ui.ctx().request_repaint();
    }
}

fn first_frame(create: impl FnOnce(&eframe::CreationContext<'_>) -> Box<dyn eframe::App> + 'static) {
    let create = |context: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        Ok(Box::new(FirstFrame { app: create(context), n_frames: 0 }))
    };
    eframe::run_native("Newsmark", options(eframe::Renderer::Glow, None), Box::new(create)).expect("a window opens");
}
