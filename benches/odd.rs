//! The longest frame at work on odd documents, over an idle frame of an ordinary one of 6 kB.
//!
//! Prints `ratio odd_NAME VALUE` lines: the frames count in which a window at
//! work opens and first shows a document, and those in which it is scrolled,
//! walked through, selected, marked and undone. Each is the least of three
//! rounds, so that what else the machine did does not count. Run it alone.

#![expect(clippy::expect_used, reason = "a bench that cannot run says so and ends")]

mod desk;
mod documents;
#[path = "documents/odd.rs"]
mod odd;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use desk::{CTRL, Desk, median, report};
use eframe::egui::{DroppedFile, Key, Modifiers, RawInput};

const NONE: Modifiers = Modifiers::NONE;

/// What is done to a document, after the name by which it is told.
type Step = (&'static str, fn(&mut Desk));

const STEPS: [Step; 8] = [
    ("scrolling", scroll),
    ("walking", walk),
    ("selecting", select),
    ("marking", mark),
    ("undoing", undo),
    ("selecting all", select_all),
    ("marking all", mark),
    ("undoing that", undo),
];

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the documents");
    let ordinary = desk::saved(folder.path(), "ordinary", &documents::project(6_000, 50));
    for (name, project) in odd::projects() {
        let file = desk::saved(folder.path(), name, &project);
        let mut rounds = Vec::new();
        for _ in 0..3 {
            let mut desk = Desk::open(&ordinary);
            desk.press(NONE, Key::J);
            desk.rest(30);
            let idle = median((0..31).map(|_| desk.frame(Vec::new())).collect());
            desk.longest = Duration::ZERO;
            desk.run(RawInput { dropped_files: vec![Arc::new(Dropped(file.clone()))], ..RawInput::default() });
            desk.settle();
            let shown = desk.window.document().map(|document| document.session.project().article().text.len());
            assert_eq!(shown, Some(project.article().text.len()), "the document is shown");
            let (longest, at) = at_work(&mut desk);
            rounds.push((longest, at, idle));
        }
        let least = rounds.iter().min_by_key(|(longest, ..)| *longest);
        if let Some((longest, at, idle)) = least {
            eprintln!("{at}:");
            report(&format!("odd_{name}"), *longest, *idle);
        }
    }
}

/// A file as the system hands it over.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("a dropped file is opened by its path".to_owned())
    }
}

/// The longest frame, and in what it was drawn.
fn at_work(desk: &mut Desk) -> (Duration, &'static str) {
    let mut longest = (desk.longest, "opening");
    for (name, step) in STEPS {
        desk.longest = Duration::ZERO;
        step(desk);
        desk.rest(2);
        longest = longest.max((desk.longest, name));
    }
    longest
}

fn scroll(desk: &mut Desk) {
    for points in [-500.0, -3_000.0, 800.0, -500.0, 3_000.0] {
        desk.scroll(points);
    }
}

fn walk(desk: &mut Desk) {
    let far = [Key::End, Key::ArrowUp, Key::Home, Key::ArrowDown, Key::ArrowRight, Key::ArrowLeft];
    for (n, key) in far.into_iter().enumerate() {
        desk.press(if n % 2 == 0 { CTRL } else { NONE }, key);
    }
    for key in [Key::ArrowDown, Key::ArrowRight, Key::PageDown, Key::ArrowUp, Key::ArrowLeft, Key::PageUp] {
        desk.press(NONE, key);
    }
}

fn select(desk: &mut Desk) {
    desk.press(CTRL, Key::Home);
    for key in [Key::ArrowDown, Key::ArrowRight, Key::End] {
        desk.press(Modifiers::SHIFT, key);
    }
}

fn select_all(desk: &mut Desk) {
    desk.press(CTRL, Key::A);
}

fn mark(desk: &mut Desk) {
    let before = desk.n_marks();
    desk.press(NONE, Key::Num3);
    assert_eq!(desk.n_marks(), before + 1, "a mark is made");
}

fn undo(desk: &mut Desk) {
    let before = desk.n_marks();
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.n_marks() + 1, before, "the mark is taken back");
}
