//! A person's folders, and the program started on them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;

use newsmark::model::{AnnotationId, Project};
use newsmark::store::{RealDisk, Recovery, Settings, Theme, WindowPlace, load, recoverable};
use tempfile::TempDir;

use super::display::Display;
use super::input::Input;
use super::screen::Area;
use super::wait::until;

/// The folders of a person who has a name.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    /// Empty folders, but for the settings.
    pub fn new() -> Desk {
        let desk = Desk { folder: TempDir::new().unwrap() };
        // The window covers the screen, so that each part of it stands where the areas say.
        let place = WindowPlace { size: (1440.0, 900.0), corner: Some((0, 0)), is_maximized: false, scale: 1.0 };
        let person = "Ines Varga".to_owned();
        let settings = Settings { person, theme: Theme::Light, place: Some(place), ..Settings::default() };
        settings.save(&RealDisk, &desk.path("config/newsmark/settings.ron")).unwrap();
        desk
    }

    /// A path in the person's own folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A copy of an article of `assets/articles/`.
    pub fn article(&self, name: &str) -> PathBuf {
        let copy = self.path(name);
        fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/articles").join(name), &copy).unwrap();
        copy
    }

    /// A project of such an article, without annotations.
    pub fn project(&self, article: &str) -> PathBuf {
        let project = self.article(article).with_extension("ron");
        let made = self.newsmark().arg("new").arg(self.path(article)).arg("-o").arg(&project).output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        project
    }

    /// The program with this person's folders, without a display and without services of a desktop.
    pub fn newsmark(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_newsmark"));
        command
            .env_clear()
            .env("PATH", "/nonexistent")
            .env("HOME", self.folder.path())
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_STATE_HOME", self.path("state"))
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
            .current_dir(self.folder.path())
            .stdin(Stdio::null());
        command
    }

    /// Opens the window with these files and gives it the keyboard.
    pub fn open<'d>(&self, display: &'d Display, files: &[&Path]) -> Program<'d> {
        let errors = self.path("errors.txt");
        let mut command = self.newsmark();
        command.args(files).env("DISPLAY", &display.name).stdout(Stdio::null());
        let child = command.stderr(fs::File::create(&errors).unwrap()).spawn().unwrap();
        let mut program = Program { child, display, input: Input::of(display), errors };
        let input = program.input;
        program.until("the window takes the keyboard", || input.focus().then_some(()));
        program
    }

    /// The text of the journal of a living program; empty while it has none.
    pub fn journal(&self) -> String {
        let Ok(entries) = fs::read_dir(self.journals()) else { return String::new() };
        let paths = entries.map(|entry| entry.unwrap().path());
        let journals = paths.filter(|path| path.extension().is_some_and(|ending| ending == "journal"));
        // One that a save has just replaced may be gone.
        journals.filter_map(|journal| fs::read_to_string(journal).ok()).collect()
    }

    /// What dead programs left behind.
    pub fn recoverable(&self) -> Vec<Recovery> {
        recoverable(&RealDisk::shared(), &self.journals(), "").unwrap()
    }

    /// The files in the person's own folder that no one asked for.
    pub fn litter(&self) -> Vec<PathBuf> {
        let paths = fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().path());
        paths.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with('.')).collect()
    }

    fn journals(&self) -> PathBuf {
        self.path("state/newsmark/journals")
    }
}

/// The program with its window. It is killed with this value, if it still lives.
pub struct Program<'d> {
    /// The person's hands on it.
    pub input: Input<'d>,
    child: Child,
    display: &'d Display,
    errors: PathBuf,
}

impl Program<'_> {
    /// Waits for what `look` finds, and fails as soon as the program ends.
    pub fn until<T>(&mut self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        until(what, || {
            if let Some(status) = self.child.try_wait().unwrap() {
                panic!("newsmark ended, {status}, before {what}: {}", self.errors());
            }
            look()
        })
    }

    /// Presses keys that move the caret, and waits until it has moved.
    pub fn move_caret(&self, keys: &str) {
        let before = self.display.screen();
        self.input.press(keys);
        self.display.screen_where("the caret has moved", |screen| screen.n_changed(&before, Area::CARET_PLACE) > 0);
    }

    /// Its number among the processes.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Waits until it ends.
    pub fn ended(&mut self) -> ExitStatus {
        until("newsmark has ended", || self.child.try_wait().unwrap())
    }

    /// Whether it has ended.
    pub fn has_ended(&mut self) -> bool {
        self.child.try_wait().unwrap().is_some()
    }

    /// How long it has worked, in ticks of the processor's clock, of which a second has a hundred.
    pub fn ticks(&self) -> u64 {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap();
        // The name, in brackets, is the second field; times are the 14th and the 15th.
        let fields = stat.rsplit_once(") ").unwrap().1.split(' ').skip(11).take(2);
        fields.map(|field| field.parse::<u64>().unwrap()).sum()
    }

    /// What it has said on standard error.
    pub fn errors(&self) -> String {
        fs::read_to_string(&self.errors).unwrap()
    }
}

impl Drop for Program<'_> {
    fn drop(&mut self) {
        let is_open = !self.has_ended();
        if let (true, true, Some(test)) = (is_open, thread::panicking(), thread::current().name()) {
            let picture = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}.png"));
            self.display.screen().keep(&picture);
            println!("the screen at that moment: {}", picture.display());
        }
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The annotations of a project.
pub fn marks(project: &Project) -> BTreeSet<AnnotationId> {
    project.annotations().iter().map(|annotation| annotation.id).collect()
}

/// The project in a file, which is whole.
pub fn whole(path: &Path) -> Project {
    let loaded = load(path).unwrap();
    assert_eq!(loaded.warnings, []);
    loaded.project
}
