//! Whole frames of the window, from input to tessellated triangles, on documents of every size.
//!
//! Prints `ratio NAME VALUE` lines. Needs no display: the window draws into
//! triangles that nobody sees. An idle frame is a forced repaint of unchanged
//! state. Run it alone; the two sides of a ratio take turns.

#![expect(clippy::expect_used, reason = "a bench that cannot run says so and ends")]

mod desk;
mod documents;

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use desk::{CTRL, Desk, median, report};
use eframe::egui::{Key, Modifiers};
use newsmark::store::{Expected, load, save};

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
    let document = |name, n_bytes, n_marks| desk::saved(folder.path(), name, &documents::project(n_bytes, n_marks));
    let small = document("small", 6_000, 50);
    let middle = document("middle", 1_000_000, 10_000);
    let large = document("large", 5_000_000, 50_000);
    scrolling(&small, &large);
    marking(&large);
    reproposing(&middle);
    resting(&small, &large);
    rewrapping(&middle);
    opening(&large);
    remembering(&large);
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

/// The longest of the frames in which what is left to propose becomes another list, in an article with thousands of
/// proposals.
fn reproposing(middle: &Path) {
    let mut desk = Desk::open(middle);
    desk.settle();
    let (mut idle, mut longest) = (Vec::new(), Vec::new());
    for _ in 0..31 {
        desk.press(Modifiers::NONE, Key::N);
        desk.rest(10);
        // The longest of as many: of two sets of frames the larger one has the longer longest frame by chance alone.
        idle.push(watch(&mut desk));
        let before = desk.n_marks();
        // A mark comes with its record, and with the count that it is a part of where that is only proposed, and goes
        // again.
        for (modifiers, key, is_accepted) in [(Modifiers::NONE, Key::A, true), (CTRL, Key::Z, false)] {
            let pressed = desk.press(modifiers, key);
            longest.push(watch(&mut desk).max(pressed));
            assert_eq!(desk.n_marks() > before, is_accepted, "a proposal is accepted and taken back");
        }
        assert_eq!(desk.n_marks(), before);
    }
    report("repropose_over_idle", median(longest), median(idle));
}

/// The longest of the frames of a tenth of a second or more, in which the answer of another thread comes.
fn watch(desk: &mut Desk) -> Duration {
    let mut longest = Duration::ZERO;
    for _ in 0..60 {
        longest = longest.max(desk.frame(Vec::new()));
        std::thread::sleep(Duration::from_millis(2));
    }
    longest
}

/// The processor time of the two seconds after a mark, in all threads, and how many frames are drawn in them.
fn resting(small: &Path, large: &Path) {
    let (mut small, mut large) = (Desk::open(small), Desk::open(large));
    large.scroll(-200_000.0);
    let mut times = [Duration::ZERO; 2];
    // The system counts processor time in hundredths of a second: the sum of some rounds tells more than one of them.
    for round in 0..8 {
        for (desk, time) in [&mut small, &mut large].into_iter().zip(&mut times) {
            desk.settle();
            desk.press(Modifiers::NONE, Key::J);
            desk.press(Modifiers::ALT, Key::ArrowUp);
            live(desk, Duration::from_millis(500));
            desk.press(Modifiers::NONE, Key::Num1);
            let before = processor_time();
            let n_frames = live(desk, Duration::from_secs(2));
            *time += processor_time() - before;
            eprintln!("round {round}: {n_frames} frames in the two seconds after a mark");
        }
    }
    report("cpu_after_mark_5mb_over_6kb", times[1], times[0]);
}

/// Lives for so long as a window does: a frame is drawn whenever one was asked for, and none else. Answers how many.
fn live(desk: &mut Desk, time: Duration) -> usize {
    let begun = Instant::now();
    let wanted = Arc::new(Mutex::new(Some(begun)));
    let asked = Arc::clone(&wanted);
    desk.ctx.set_request_repaint_callback(move |info| {
        let at = Instant::now() + info.delay.min(Duration::from_secs(60));
        let mut wanted = asked.lock().unwrap_or_else(PoisonError::into_inner);
        *wanted = Some(wanted.map_or(at, |earlier| earlier.min(at)));
    });
    let mut n_drawn = 0;
    while begun.elapsed() < time {
        let is_due = wanted.lock().unwrap_or_else(PoisonError::into_inner).take_if(|at| *at <= Instant::now());
        if is_due.is_some() {
            desk.frame(Vec::new());
            n_drawn += 1;
        }
        // As often as a display can show one.
        std::thread::sleep(Duration::from_millis(4));
    }
    n_drawn
}

/// What all threads of this process have used of the processor, as Linux tells it in hundredths of a second.
fn processor_time() -> Duration {
    let told = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name, in parentheses, may hold spaces; user and system time are the 12th and 13th field after it.
    let fields = told.rsplit_once(')').map_or("", |(_, fields)| fields).split_whitespace();
    let ticks: u64 = fields.skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum();
    Duration::from_millis(10 * ticks)
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
