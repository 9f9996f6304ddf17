//! A window for benches: it needs no display and draws into triangles that nobody sees.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use eframe::egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, Vec2, pos2,
    vec2,
};
use newsmark::app::{Platform, Window};
use newsmark::model::{Project, Time};
use newsmark::store::{Expected, RealDisk, Settings, save};

const SIZE: Vec2 = vec2(1440.0, 900.0);
/// The modifier of commands.
pub const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };

/// Saves a document of that name; answers its file.
pub fn saved(folder: &Path, name: &str, project: &Project) -> PathBuf {
    let path = folder.join(name).join("news.ron");
    std::fs::create_dir_all(folder.join(name)).expect("a folder for each document");
    save(project, &path, Expected::Nothing).expect("the document is saved");
    path
}

/// A window with a document, and its reader.
pub struct Desk {
    /// What the window draws with.
    pub ctx: Context,
    /// The window.
    pub window: Window,
    /// Of the window, in points.
    pub size: Vec2,
    /// The longest frame so far.
    pub longest: Duration,
    n_frames: usize,
    _folder: tempfile::TempDir,
}

impl Desk {
    /// Opens a document and draws its first complete frame.
    pub fn open(file: &Path) -> Desk {
        let folder = tempfile::tempdir().expect("a folder for the machine");
        let root = folder.path().to_owned();
        let platform = Platform {
            settings: root.join("settings.ron"),
            projects: PathBuf::new(),
            journals: root.join("journals"),
            documents: root.clone(),
            home: root,
            machine: "desk-4".to_owned(),
            clipboard: newsmark::app::Clipboard::none(),
            has_dialogs: false,
            disk: RealDisk::shared(),
            fixed_time: Some(Time(1_773_662_400)),
        };
        let settings = Settings { person: "Ines Varga".to_owned(), ..Settings::default() };
        settings.save(&RealDisk, &platform.settings).expect("the settings are saved");
        let ctx = Context::default();
        let window = Window::new(&ctx, platform, vec![file.to_owned()]);
        let mut desk = Desk { ctx, window, size: SIZE, longest: Duration::ZERO, n_frames: 0, _folder: folder };
        while desk.window.document().is_none() {
            desk.frame(Vec::new());
            std::thread::sleep(Duration::from_micros(200));
        }
        desk.frame(Vec::new());
        desk
    }

    /// Draws a frame and answers how long it took.
    pub fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.run(RawInput { events, ..RawInput::default() })
    }

    /// Draws a frame with that input.
    pub fn run(&mut self, input: RawInput) -> Duration {
        self.n_frames += 1;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.n_frames as f64 / 60.0),
            focused: true,
            ..input
        };
        let begun = Instant::now();
        let mut output = self.ctx.run_ui(input, |ui| self.window.frame(ui));
        black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
        let time = begun.elapsed();
        self.longest = self.longest.max(time);
        output.textures_delta.clear();
        time
    }

    /// Draws frames in which nothing happens.
    pub fn rest(&mut self, n_frames: usize) {
        for _ in 0..n_frames {
            self.frame(Vec::new());
        }
    }

    /// Turns the wheel over the article; answers how long that frame took.
    pub fn scroll(&mut self, points: f32) -> Duration {
        self.frame(vec![Event::PointerMoved(pos2(650.0, 500.0))]);
        self.frame(vec![Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, points),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        }])
    }

    /// Presses a key and lets go of it; answers the longer of the two frames.
    pub fn press(&mut self, modifiers: Modifiers, key: Key) -> Duration {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        let time = self.frame(vec![Event::ModifiersChanged(modifiers), event(true)]);
        time.max(self.frame(vec![event(false), Event::ModifiersChanged(Modifiers::NONE)]))
    }

    /// Waits until nothing is under way any more.
    pub fn settle(&mut self) {
        while self.window.is_busy() {
            self.rest(1);
            std::thread::sleep(Duration::from_millis(1));
        }
        self.rest(30);
    }

    /// How many marks the document has.
    pub fn n_marks(&self) -> usize {
        self.window.document().map_or(0, |document| document.session.project().annotations().len())
    }
}

/// The middle one.
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// Prints a ratio.
pub fn report(name: &str, measured: Duration, baseline: Duration) {
    eprintln!("{name}: {measured:?} over {baseline:?}");
    println!("ratio {name} {:.3}", measured.as_secs_f64() / baseline.as_secs_f64());
}
