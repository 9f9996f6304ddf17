//! Whole frames of the window, from input to tessellated triangles, on documents of every size.
//!
//! Prints `ratio NAME VALUE` lines. Needs no display: the window draws into
//! triangles that nobody sees. An idle frame is a forced repaint of unchanged
//! state. Run it alone; the two sides of a ratio take turns.

#![expect(clippy::expect_used, reason = "a bench that cannot run says so and ends")]

mod documents;

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use eframe::egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, Vec2, pos2,
    vec2,
};
use newsmark::app::{Platform, Window};
use newsmark::model::Time;
use newsmark::store::{Expected, Settings, load, save};

const SIZE: Vec2 = vec2(1440.0, 900.0);
const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };
/// So many frames after which no layout of earlier ones is kept.
const FORGETS: usize = 250;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, mode, file] = arguments.as_slice()
        && mode == "memory"
    {
        return memory(Path::new(file));
    }
    let folder = tempfile::tempdir().expect("a folder for the documents");
    let small = document(folder.path(), "small", 6_000, 50);
    let middle = document(folder.path(), "middle", 1_000_000, 10_000);
    let large = document(folder.path(), "large", 5_000_000, 50_000);
    scrolling(&small, &large);
    marking(&large);
    rewrapping(&middle);
    opening(&large);
    remembering(&large);
}

fn document(folder: &Path, name: &str, n_bytes: usize, n_marks: usize) -> PathBuf {
    let path = folder.join(name).join("news.ron");
    std::fs::create_dir_all(folder.join(name)).expect("a folder for each document");
    save(&documents::project(n_bytes, n_marks), &path, Expected::Nothing).expect("the document is saved");
    path
}

/// A frame that scrolls by a page, to words that were not laid out before.
fn scrolling(small: &Path, large: &Path) {
    let (mut small, mut large) = (Desk::open(small), Desk::open(large));
    let mut times = (Vec::new(), Vec::new());
    for turn in 0..25 {
        // The small document has three pages: down, down, up, up.
        let page = if turn % 4 < 2 { -1.0 } else { 1.0 };
        for desk in [&mut small, &mut large] {
            desk.rest(FORGETS);
        }
        times.0.push(small.scroll(page * 500.0));
        times.1.push(large.scroll(-500.0));
        for _ in 0..3 {
            large.scroll(-800.0);
        }
    }
    report("frame_5mb_over_6kb", median(times.1), median(times.0));
}

/// The frame in which a mark is made or taken back, or the next one, which first shows it: the longer of the two.
fn marking(large: &Path) {
    let mut desk = Desk::open(large);
    desk.scroll(-200_000.0);
    desk.settle();
    let (mut idle, mut mark, mut undo) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..61 {
        // A mark is selected, as at work, and the sentence that it begins in.
        desk.press(Modifiers::NONE, Key::J);
        for _ in 0..2 {
            desk.press(Modifiers::ALT, Key::ArrowUp);
        }
        desk.rest(30);
        idle.push(desk.frame(Vec::new()));
        let before = desk.n_marks();
        mark.push(desk.press(Modifiers::NONE, Key::Num1).max(desk.frame(Vec::new())));
        assert_eq!(desk.n_marks(), before + 1, "a mark is made");
        desk.rest(30);
        undo.push(desk.press(CTRL, Key::Z).max(desk.frame(Vec::new())));
        assert_eq!(desk.n_marks(), before, "the mark is taken back");
        desk.rest(30);
    }
    let idle = median(idle);
    report("mark_5mb_over_idle", median(mark), idle);
    report("undo_5mb_over_idle", median(undo), idle);
}

/// The frame after the window's width changed.
fn rewrapping(middle: &Path) {
    let mut desk = Desk::open(middle);
    desk.scroll(-40_000.0);
    desk.settle();
    let (mut idle, mut rewrap) = (Vec::new(), Vec::new());
    for round in 0..41 {
        idle.push(desk.frame(Vec::new()));
        desk.size.x = 1290.0 + (round * 37 % 100) as f32;
        rewrap.push(desk.frame(Vec::new()));
        desk.rest(5);
    }
    report("rewrap_1mb", median(rewrap), median(idle));
}

/// From the file to the first complete frame, over loading alone.
fn opening(large: &Path) {
    let (mut loads, mut opens) = (Vec::new(), Vec::new());
    for _ in 0..11 {
        let begun = Instant::now();
        black_box(load(large).expect("the document is read"));
        loads.push(begun.elapsed());
        let begun = Instant::now();
        let desk = Desk::open(large);
        opens.push(begun.elapsed());
        drop(desk);
    }
    report("open_5mb_over_load", median(opens), median(loads));
}

/// How much resident memory grows when the document is opened, over the size of its file.
fn remembering(large: &Path) {
    let program = std::env::current_exe().expect("the bench knows its own path");
    let output = Command::new(program).arg("memory").arg(large).output().expect("the bench starts itself");
    let grown: f64 = String::from_utf8_lossy(&output.stdout).trim().parse().expect("a number of bytes");
    let size = std::fs::metadata(large).expect("the document is there").len() as f64;
    eprintln!("memory_5mb: {:.1} MB over {:.1} MB", grown / 1e6, size / 1e6);
    println!("ratio memory_5mb {:.3}", grown / size);
}

fn memory(file: &Path) {
    let empty = file.with_file_name("empty.ron");
    save(&documents::project(100, 1), &empty, Expected::Anything).expect("a document is saved");
    drop(Desk::open(&empty));
    let before = resident();
    let mut desk = Desk::open(file);
    desk.rest(30);
    println!("{}", resident().saturating_sub(before));
}

/// Resident memory of this process in bytes, as Linux tells it.
fn resident() -> usize {
    let told = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok()).unwrap_or(0) * 1024
}

/// A window with a document, and its reader.
struct Desk {
    ctx: Context,
    window: Window,
    size: Vec2,
    n_frames: usize,
    _folder: tempfile::TempDir,
}

impl Desk {
    /// Opens a document and draws its first complete frame.
    fn open(file: &Path) -> Desk {
        let folder = tempfile::tempdir().expect("a folder for the machine");
        let root = folder.path().to_owned();
        let platform = Platform {
            settings: root.join("settings.ron"),
            journals: root.join("journals"),
            documents: root.clone(),
            home: root,
            machine: "desk-4".to_owned(),
            has_dialogs: false,
            fixed_time: Some(Time(1_773_662_400)),
        };
        let settings = Settings { person: "Ines Varga".to_owned(), ..Settings::default() };
        settings.save(&platform.settings).expect("the settings are saved");
        let ctx = Context::default();
        let window = Window::new(&ctx, platform, vec![file.to_owned()]);
        let mut desk = Desk { ctx, window, size: SIZE, n_frames: 0, _folder: folder };
        while desk.window.opened().is_none() {
            desk.frame(Vec::new());
            std::thread::sleep(Duration::from_micros(200));
        }
        desk.frame(Vec::new());
        desk
    }

    /// Draws a frame and answers how long it took.
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.n_frames += 1;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.n_frames as f64 / 60.0),
            focused: true,
            events,
            ..RawInput::default()
        };
        let begun = Instant::now();
        let mut output = self.ctx.run_ui(input, |ui| self.window.frame(ui));
        black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
        let time = begun.elapsed();
        output.textures_delta.clear();
        time
    }

    fn rest(&mut self, n_frames: usize) {
        for _ in 0..n_frames {
            self.frame(Vec::new());
        }
    }

    fn scroll(&mut self, points: f32) -> Duration {
        self.frame(vec![Event::PointerMoved(pos2(650.0, 500.0))]);
        self.frame(vec![Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, points),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        }])
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) -> Duration {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        let time = self.frame(vec![Event::ModifiersChanged(modifiers), event(true)]);
        time.max(self.frame(vec![event(false), Event::ModifiersChanged(Modifiers::NONE)]))
    }

    /// Waits until nothing is under way any more.
    fn settle(&mut self) {
        while self.window.is_busy() {
            self.rest(1);
            std::thread::sleep(Duration::from_millis(1));
        }
        self.rest(30);
    }

    fn n_marks(&self) -> usize {
        self.window.opened().map_or(0, |opened| opened.open.project().annotations().len())
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn report(name: &str, measured: Duration, baseline: Duration) {
    eprintln!("{name}: {measured:?} over {baseline:?}");
    println!("ratio {name} {:.3}", measured.as_secs_f64() / baseline.as_secs_f64());
}
