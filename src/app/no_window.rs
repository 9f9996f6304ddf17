//! Why no window could be had, in a sentence that says what to do.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind, set_hook, take_hook};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A library that a window needs on Linux, and the package that it comes with on Debian.
struct Library {
    /// As the loader names it, without its version.
    file: &'static str,
    package: &'static str,
}

/// What is loaded only while the program runs, so that a system without it still has the command line.
const LIBRARIES: [Library; 10] = [
    Library { file: "libX11-xcb.so", package: "libx11-xcb1" },
    Library { file: "libX11.so", package: "libx11-6" },
    Library { file: "libXcursor.so", package: "libxcursor1" },
    Library { file: "libXi.so", package: "libxi6" },
    Library { file: "libxkbcommon-x11.so", package: "libxkbcommon-x11-0" },
    Library { file: "libxkbcommon.so", package: "libxkbcommon0" },
    Library { file: "libwayland-client.so", package: "libwayland-client0" },
    Library { file: "libwayland-egl.so", package: "libwayland-egl1" },
    Library { file: "libEGL.so", package: "libegl1" },
    Library { file: "libGL.so", package: "libgl1" },
];

/// The packages that bring all of them to a bare Debian, with what they depend on.
const PACKAGES: &str = "libegl1 libgl1 libwayland-egl1 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0";

/// Why a window could not be opened.
pub struct NoWindow {
    failed: Failed,
    /// What the system says of it, for people.
    words: String,
    /// The same with all that is known below, where a library that is missing is named.
    details: String,
}

/// What a window could not be had for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Failed {
    /// There is no display.
    Display,
    /// The display is there and cannot be drawn to.
    Drawing,
    /// A part below gave up.
    Libraries,
}

/// Tells that the window is there, so that a panic from then on is one of the program.
#[derive(Clone, Default)]
pub struct WindowStarted(Arc<AtomicBool>);

impl WindowStarted {
    /// The window is there.
    pub fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Runs what opens the window. A panic before it is there, as of a library that is missing, is an answer; one after
/// that goes on as ever.
///
/// # Errors
/// [`NoWindow`], where no window could be had.
pub fn guarded(run: impl FnOnce(WindowStarted) -> Result<(), eframe::Error>) -> Result<(), NoWindow> {
    let started = WindowStarted::default();
    let (at_panic, usual) = (started.clone(), take_hook());
    set_hook(Box::new(move |info| {
        if at_panic.is_set() {
            usual(info);
        }
    }));
    let ended = catch_unwind(AssertUnwindSafe(|| run(started.clone())));
    let _ = take_hook();
    match ended {
        Ok(result) => result.map_err(|error| NoWindow::of(&error)),
        Err(panic) if started.is_set() => resume_unwind(panic),
        Err(panic) => {
            let words = panic.downcast_ref::<String>().cloned();
            let words = words.or_else(|| panic.downcast_ref::<&str>().map(|&words| words.to_owned()));
            Err(NoWindow::panicked(words.unwrap_or_default()))
        }
    }
}

impl NoWindow {
    fn of(error: &eframe::Error) -> NoWindow {
        let failed = match error {
            eframe::Error::WinitEventLoop(_) | eframe::Error::Winit(_) => Failed::Display,
            _ => Failed::Drawing,
        };
        NoWindow { failed, words: error.to_string(), details: format!("{error} {error:?}") }
    }

    fn panicked(words: String) -> NoWindow {
        NoWindow { failed: Failed::Libraries, details: words.clone(), words }
    }

    /// Whether another way to draw may still succeed.
    pub fn may_draw_otherwise(&self) -> bool {
        self.failed == Failed::Drawing
    }

    /// The one of two failures that tells more: a library that is missing may keep both ways to draw from working.
    pub fn or(self, other: NoWindow) -> NoWindow {
        if missing(&self.details).is_some() { self } else { other }
    }

    /// What happened and what to do, for people.
    pub fn sentence(&self) -> String {
        let why = match self.failed {
            Failed::Display => "no display was found",
            Failed::Drawing => "OpenGL does not work here",
            Failed::Libraries => "the system’s libraries do not fit",
        };
        if let Some(library) = missing(&self.details) {
            let name = library.file.trim_end_matches(".so");
            let package = library.package;
            return format!(
                "Newsmark could not open a window: the library {name} is missing. Nothing was changed. Install it, on \
                 Debian with: apt install {package}. All that a window needs there: apt install {PACKAGES}"
            );
        }
        let way = match self.failed {
            // A driver that cannot be loaded is told by nobody.
            Failed::Drawing => "Install a driver, on Debian with: apt install libegl1 libgl1 libgl1-mesa-dri",
            Failed::Display | Failed::Libraries => "Start it in a desktop session",
        };
        format!(
            "Newsmark could not open a window: {why}. Nothing was changed. {way}, or use the command line, which needs \
             none: newsmark --help ({})",
            reason(&self.words)
        )
    }
}

/// The library that the system's words say could not be loaded.
fn missing(words: &str) -> Option<&'static Library> {
    /// How the loader of C and the crates that ask it say so.
    const SIGNS: [&str; 3] = ["cannot open shared object", "could not be loaded", "opening library failed"];
    /// How winit says so where it leaves the file's name out.
    const UNNAMED: [(&str, &str); 2] =
        [("The wayland library could not be loaded", "libwayland-client.so"), ("XKBNotFound", "libxkbcommon.so")];
    if let Some((_, file)) = UNNAMED.iter().find(|(sign, _)| words.contains(sign)) {
        return LIBRARIES.iter().find(|library| library.file == *file);
    }
    if !SIGNS.iter().any(|sign| words.contains(sign)) {
        return None;
    }
    // Where both names of one interface were tried in vain, the first one is what is asked for.
    let places = LIBRARIES.iter().filter_map(|library| Some((words.find(library.file)?, library)));
    places.min_by_key(|(place, _)| *place).map(|(_, library)| library)
}

/// The system's own words, without the place in winit's source that stands before them.
fn reason(error: &str) -> &str {
    let place = error.rsplit_once(".rs:").and_then(|(_, rest)| rest.split_once(": "));
    place.map_or(error, |(_, reason)| reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_library_is_told_with_its_package() {
        let panicked = |words: &str| NoWindow::panicked(words.to_owned()).sentence();
        let told = panicked("Library libxkbcommon-x11.so could not be loaded.");
        assert!(told.contains("the library libxkbcommon-x11 is missing"), "{told}");
        assert!(told.contains("apt install libxkbcommon-x11-0."), "{told}");
        let told = panicked("Library libwayland-egl.so could not be loaded.: LibraryOpen");
        assert!(told.contains("apt install libwayland-egl1."), "{told}");
        let told = panicked("called `Result::unwrap()` on an `Err` value: XKBNotFound");
        assert!(told.contains("the library libxkbcommon is missing"), "{told}");
        let details = "XNotSupported(LibraryOpenError(OpenError { kind: Library, detail: \"opening library failed \
                       (libXi.so.6: cannot open shared object file: No such file or directory); opening library \
                       failed (libXi.so: cannot open shared object file: No such file or directory)\" }))";
        let refused = |details: String| {
            let words = "Failed to load one of xlib's shared libraries".to_owned();
            NoWindow { failed: Failed::Display, words, details }.sentence()
        };
        let told = refused(details.to_owned());
        assert!(told.contains("the library libXi is missing") && told.contains("apt install libxi6."), "{told}");
        let told = refused(details.replace("libXi.", "libX11-xcb."));
        assert!(told.contains("apt install libx11-xcb1."), "{told}");
        let told = refused("WaylandError(Connection(NoWaylandLib)) The wayland library could not be loaded".to_owned());
        assert!(told.contains("apt install libwayland-client0."), "{told}");
    }

    #[test]
    fn a_machine_without_a_display_is_not_told_of_libraries() {
        let words = "os error at winit/src/x11.rs:74: failed to open a connection to the X server (libX11.so.6)";
        let (words, details) = (words.to_owned(), words.to_owned());
        let told = NoWindow { failed: Failed::Display, words, details }.sentence();
        assert!(told.contains("no display was found") && !told.contains("apt install"), "{told}");
        assert!(told.ends_with("(failed to open a connection to the X server (libX11.so.6))"), "{told}");
    }

    #[test]
    fn the_readme_names_all_packages() {
        let readme = include_str!("../../README.md");
        let line = readme.lines().find(|line| line.contains("apt install gcc")).unwrap();
        for package in PACKAGES.split(' ') {
            assert!(line.split([' ', '`']).any(|word| word == package), "{package} is not in “{line}”");
        }
    }

    #[test]
    fn a_panic_before_the_window_is_there_is_an_answer_and_one_after_it_goes_on() {
        let before = guarded(|_| panic!("Library {} could not be loaded.", "libXi.so"));
        assert!(before.is_err_and(|why| why.sentence().contains("libxi6")));
        let after = catch_unwind(|| {
            guarded(|started| {
                started.set();
                resume_unwind(Box::new("a fault of the program"));
            })
        });
        assert!(after.is_err());
    }
}
