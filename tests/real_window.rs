//! The program as a person has it: a real window, real keys and a real mouse,
//! `kill -9`, machines without a display, a disk that is full.
//!
//! Needs an X server and tools of the system, which `.ci/run` installs; hence
//! the feature `window-test`.

#![cfg(all(feature = "gui", target_os = "linux"))]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "support/real/mod.rs"]
mod real;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use newsmark::model::{AnnotationId, Category};
use newsmark::store::{Expected, digest_of, recover, save};
use real::{Area, Desk, Display, Program, SmallDisk, marks, until, whole};
use serde_json::Value;

const ARTICLE: &str = "karsa-market.txt";

#[test]
fn words_dragged_over_and_marked_with_1_are_in_the_file_after_ctrl_s() {
    let (desk, display) = (Desk::new(), Display::start());
    let article = desk.article(ARTICLE);
    let file = article.with_extension("ron");
    let mut newsmark = desk.open(&display, &[&article]);
    let shown = display.screen_where("the article is shown", real::Screen::has_article);

    let line = &shown.lines()[4];
    newsmark.input.drag_words(line.point(0.2), line.point(0.7));
    newsmark.input.press("1");
    newsmark.until("a mark is in the list", || (display.screen().n_changed(&shown, Area::LIST) > 500).then_some(()));

    newsmark.input.press("ctrl+s");
    display.screen_where("the program asks for a path", real::Screen::asks);
    newsmark.input.press("Return");
    newsmark.until("the project is saved", || file.exists().then_some(()));

    let project = whole(&file);
    assert_eq!(project.annotations().len(), 1);
    let annotation = &project.annotations()[0];
    assert_eq!((annotation.category(), annotation.author.name()), (Category::Casualties, "Ines Varga"));
    let spans: Vec<_> = annotation.spans.iter().collect();
    assert_eq!(spans.len(), 1);
    let words = project.article().text.words(spans[0]);
    assert!(fs::read_to_string(&article).unwrap().contains(words), "{words}");
    assert!(words.split_whitespace().count() > 2, "{words}");
    assert_only_edges_are_doubtful(&desk, &file);

    newsmark.input.press("ctrl+q");
    assert!(newsmark.ended().success(), "{}", newsmark.errors());
    assert_eq!((desk.recoverable().len(), desk.litter()), (0, Vec::new()), "nothing is left behind");
}

/// `newsmark check` finds nothing but words that are cut, which a hand on a mouse may do, and figures that nobody marked.
fn assert_only_edges_are_doubtful(desk: &Desk, project: &Path) {
    let checked = desk.newsmark().args(["check", "--json"]).arg(project).output().unwrap();
    assert_eq!(checked.status.code(), Some(0), "{}", String::from_utf8_lossy(&checked.stderr));
    let found: Value = serde_json::from_slice(&checked.stdout).unwrap();
    let problems = found[0]["problems"].as_array().unwrap();
    let is_known = |problem: &Value| problem["kind"] == "EdgeWord" || problem["kind"] == "FigureNotMarked";
    assert!(problems.iter().all(is_known), "{problems:?}");
}

#[test]
fn nothing_that_was_marked_is_missing_after_ten_kills() {
    let (desk, display) = (Desk::new(), Display::start());
    let file = desk.project(ARTICLE);
    let mut chance = Chance(20_260_314);
    let mut kept = BTreeSet::new();
    let mut newsmark = desk.open(&display, &[&file]);
    for round in 0..10 {
        display.screen_where("the article is shown", real::Screen::has_article);
        let n_marked = mark_until_killed(&desk, &display, &mut newsmark, round, &mut chance);

        let saved = marks(&whole(&file));
        let left = desk.recoverable();
        assert_eq!(left.len(), 1, "round {round}");
        let is_needless = left[0].is_needless();
        let recovered = recover(&left[0]).unwrap();
        let found = marks(&recovered.project);
        println!("round {round}: {n_marked} marks were seen, {} were recovered", found.len() - kept.len());
        assert!(found.is_superset(&kept) && found.is_superset(&saved), "round {round}");
        assert!(found.len() >= kept.len() + n_marked, "round {round}");
        kept = found;
        drop(left);

        newsmark = if is_needless {
            assert_eq!(saved, kept, "round {round}: what is not offered is in the file");
            desk.open(&display, &[&file])
        } else {
            let mut newsmark = desk.open(&display, &[]);
            display.screen_where("recovery is offered", real::Screen::asks);
            newsmark.input.press("Return");
            display.screen_where("what was recovered is shown", real::Screen::has_article);
            if round % 2 == 1 {
                saves(&mut newsmark, &file, &kept);
            }
            newsmark
        };
    }
}

/// Marks words by keyboard until the program is killed, and tells how many marks were seen to be kept.
///
/// The kill comes while more is marked, and in each third round while the project is saved.
fn mark_until_killed(
    desk: &Desk,
    display: &Display,
    newsmark: &mut Program<'_>,
    round: usize,
    chance: &mut Chance,
) -> usize {
    let before = display.screen();
    newsmark.until("the caret blinks in the article", || {
        (display.screen().n_changed(&before, Area::ARTICLE) > 10).then_some(())
    });
    for _ in 0..=round {
        newsmark.move_caret("ctrl+Down");
    }
    let n_marks = 1 + chance.below(3) as usize;
    for _ in 0..n_marks {
        newsmark.move_caret("ctrl+Right");
        newsmark.move_caret("ctrl+shift+Right");
        let (n_before, before) = (n_journalled(desk), display.screen());
        newsmark.input.press(["1", "2", "3", "4"][chance.below(4) as usize]);
        newsmark.until("the mark is in the journal", || (n_journalled(desk) > n_before).then_some(()));
        display.screen_where("the mark is shown", |screen| screen.n_changed(&before, Area::LIST) > 0);
    }
    let (process, pause) = (newsmark.process().to_string(), Duration::from_millis(chance.below(400)));
    let killer = thread::spawn(move || {
        thread::sleep(pause);
        Command::new("kill").args(["-9", &process]).status().unwrap()
    });
    if round % 3 == 2 {
        newsmark.input.press("ctrl+s");
    }
    while !newsmark.has_ended() {
        newsmark.input.press("ctrl+Right ctrl+shift+Right 3");
    }
    killer.join().unwrap();
    n_marks
}

fn n_journalled(desk: &Desk) -> usize {
    desk.journal().matches("mark as").count()
}

fn saves(newsmark: &mut Program<'_>, file: &Path, kept: &BTreeSet<AnnotationId>) {
    let digest = digest_of(file);
    newsmark.input.press("ctrl+s");
    newsmark.until("the project is saved", || (digest_of(file) != digest).then_some(()));
    assert_eq!(marks(&whole(file)), *kept);
}

/// Numbers that look like chance and are the same each time (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }
}

#[test]
fn without_a_display_there_is_a_sentence_and_the_command_line_works() {
    let desk = Desk::new();
    assert_refuses(desk.newsmark(), "newsmark: Newsmark could not open a window: no display was found.");
    let mut elsewhere = desk.newsmark();
    elsewhere.env("DISPLAY", ":4095");
    assert_refuses(elsewhere, "newsmark: Newsmark could not open a window: no display was found.");
    let shown = desk.newsmark().arg("show").arg(desk.project(ARTICLE)).output().unwrap();
    assert_eq!(shown.status.code(), Some(0), "{}", String::from_utf8_lossy(&shown.stderr));
}

#[test]
fn without_opengl_there_is_a_sentence_and_the_command_line_works() {
    /// What keeps the drivers of either from being found.
    const NO_DRIVERS: [&str; 6] = [
        "LIBGL_DRIVERS_PATH",
        "__GLX_VENDOR_LIBRARY_NAME",
        "__EGL_VENDOR_LIBRARY_FILENAMES",
        "MESA_LOADER_DRIVER_OVERRIDE",
        "VK_DRIVER_FILES",
        "VK_ICD_FILENAMES",
    ];
    let (desk, display) = (Desk::new(), Display::start());
    let without_drivers = || {
        let mut newsmark = desk.newsmark();
        newsmark.env("DISPLAY", &display.name).envs(NO_DRIVERS.map(|name| (name, "/nonexistent")));
        newsmark
    };
    let sentence = "newsmark: Newsmark could not open a window: OpenGL does not work here. Nothing was changed. \
                    Install a driver, on Debian with: apt install libegl1 libgl1 libgl1-mesa-dri,";
    assert_refuses(without_drivers(), sentence);
    let shown = without_drivers().arg("show").arg(desk.project(ARTICLE)).output().unwrap();
    assert_eq!(shown.status.code(), Some(0), "{}", String::from_utf8_lossy(&shown.stderr));
}

/// The window is refused with that sentence, without a panic and without a long wait.
fn assert_refuses(mut newsmark: Command, sentence: &str) {
    let errors = tempfile::NamedTempFile::new().unwrap();
    let started = Instant::now();
    let mut child = newsmark.stderr(errors.reopen().unwrap()).spawn().unwrap();
    let status = until("newsmark refuses", || child.try_wait().unwrap());
    let said = fs::read_to_string(errors.path()).unwrap();
    assert_eq!(status.code(), Some(2), "{said}");
    assert!(started.elapsed() < Duration::from_secs(10), "{said}");
    assert!(said.lines().any(|line| line.starts_with(sentence)) && !said.contains("panicked"), "{said}");
    assert!(!said.contains(".rs:"), "a person does not read source: {said}");
}

#[test]
fn nothing_is_drawn_while_nothing_happens() {
    /// The caret's blink stops after 10 seconds.
    const UNTIL_IDLE: Duration = Duration::from_secs(12);
    const LOOKED_ON: Duration = Duration::from_secs(3);
    /// Two frames, in hundredths of a second.
    const ALMOST_NOTHING: u64 = 5;
    let (desk, display) = (Desk::new(), Display::start());
    let newsmark = desk.open(&display, &[&desk.article(ARTICLE)]);
    let shown = display.screen_where("the article is shown", real::Screen::has_article);
    let line = &shown.lines()[4];
    newsmark.input.drag_words(line.point(0.2), line.point(0.7));
    newsmark.input.press("2");
    thread::sleep(UNTIL_IDLE);
    let (ticks, screen) = (newsmark.ticks(), display.screen());
    assert!(screen.n_changed(&shown, Area::LIST) > 500, "the words are marked");
    thread::sleep(LOOKED_ON);
    let worked = newsmark.ticks() - ticks;
    assert!(worked < ALMOST_NOTHING, "{worked} ticks");
    assert_eq!(display.screen().n_changed(&screen, Area::ALL), 0);
}

#[test]
fn on_a_full_disk_the_old_file_stays_whole() {
    let Some(disk) = SmallDisk::mount() else {
        println!("A file system could not be mounted here, so that no disk was filled");
        return;
    };
    let desk = Desk::new();
    let long = desk.path("long.txt");
    let text = fs::read_to_string(desk.article(ARTICLE)).unwrap();
    fs::write(&long, text.repeat(120_000 / text.len())).unwrap();
    let file = disk.path().join("long.ron");
    let new = |force: &[&str]| desk.newsmark().arg("new").arg(&long).arg("-o").arg(&file).args(force).output().unwrap();
    assert!(new(&[]).status.success());
    let old = fs::read(&file).unwrap();

    let sentence = format!(
        "The project was not saved: the disk is full. Your changes are kept. Free some space, then save again: {}",
        file.display()
    );
    let refused = new(&["--force"]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!((refused.status.code(), said.contains("the disk is full")), (Some(2), true), "{said}");
    let error = save(&whole(&file), &file, Expected::Digest(digest_of(&file).unwrap())).unwrap_err();
    assert_eq!(error.to_string(), sentence);
    assert!(fs::read(&file).unwrap() == old, "the old file is as it was");
    let names: Vec<_> = fs::read_dir(disk.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["long.ron"], "nothing is left beside it");
}
