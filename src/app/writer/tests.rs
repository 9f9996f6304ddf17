use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use eframe::egui::{Context, RawInput};

use super::{Fate, Weight, Write, Writer};

/// A writer that answers with words, and a clock that stands where it is put.
struct Desk {
    ctx: Context,
    writer: Writer<String>,
    /// What was written, in order.
    log: Arc<Mutex<Vec<String>>>,
    told: Vec<String>,
}

impl Desk {
    fn new() -> Desk {
        let ctx = Context::default();
        Desk { writer: Writer::new(ctx.clone()), ctx, log: Arc::default(), told: Vec::new() }
    }

    fn set_clock(&mut self, time: f64) {
        // Nothing is drawn.
        self.ctx.run_ui(RawInput { time: Some(time), ..Default::default() }, |_| {}).textures_delta.clear();
        self.told.extend(self.writer.poll());
    }

    /// Waits until nothing is under way.
    fn settle(&mut self) {
        while self.writer.is_busy() {
            std::thread::sleep(Duration::from_millis(2));
            self.told.extend(self.writer.poll());
        }
    }

    /// A write of that file, which `answer` decides.
    fn write(
        &self,
        file: &str,
        word: &str,
        answer: impl Fn() -> Result<(), String> + Send + Sync + 'static,
    ) -> Write<String> {
        let (log, word) = (Arc::clone(&self.log), word.to_owned());
        let work = move || {
            answer()?;
            log.lock().unwrap().push(word.clone());
            Ok(format!("{word} is written"))
        };
        let fate = |fate| match fate {
            Fate::Failed(why) => format!("failed: {why}"),
            fate => format!("{fate:?}"),
        };
        Write::kept(Weight::Work, PathBuf::from(file), "What you decided", work, fate)
    }

    /// A write that goes on once it is let go.
    fn gated(&self, file: &str, word: &str) -> (Write<String>, Sender<()>) {
        let (go, gate) = channel::<()>();
        let gate = Mutex::new(gate);
        let write = self.write(file, word, move || {
            let _ = gate.lock().unwrap().recv();
            Ok(())
        });
        (write, go)
    }

    fn written(&self) -> Vec<String> {
        self.log.lock().unwrap().clone()
    }
}

#[test]
fn of_what_waits_for_one_file_only_the_last_is_written_and_after_the_one_under_way() {
    let mut desk = Desk::new();
    let (first, go) = desk.gated("a", "one");
    desk.writer.put(first);
    for word in ["two", "three"] {
        desk.writer.put(desk.write("a", word, || Ok(())));
    }
    assert!(desk.writer.is_busy());
    go.send(()).unwrap();
    desk.settle();
    assert_eq!(desk.written(), ["one", "three"]);
    assert!(desk.writer.awaited().is_empty());
}

#[test]
fn a_write_that_hangs_is_told_once_and_holds_up_its_own_file_only() {
    let mut desk = Desk::new();
    desk.set_clock(10.0);
    let (first, go) = desk.gated("share", "one");
    desk.writer.put(first);
    desk.writer.put(desk.write("share", "two", || Ok(())));
    for time in [17.0, 18.5, 30.0] {
        desk.set_clock(time);
    }
    assert_eq!(desk.told, ["Hung"]);
    assert!(desk.writer.hangs_at(Path::new("share")));
    assert_eq!(desk.writer.awaited().len(), 2);
    desk.writer.put(desk.write("disk", "three", || Ok(())));
    desk.settle();
    assert_eq!(desk.written(), ["three"]);
    go.send(()).unwrap();
    while !desk.writer.awaited().is_empty() {
        desk.told.extend(desk.writer.poll());
    }
    assert_eq!(desk.written(), ["three", "one", "two"]);
    assert!(desk.told.contains(&"Mended".to_owned()));
}

#[test]
fn what_failed_is_told_once_and_tried_again_ever_less_often_until_it_is_written() {
    let mut desk = Desk::new();
    let n_tries = Arc::new(Mutex::new(0));
    let counted = Arc::clone(&n_tries);
    let write = desk.write("a", "one", move || {
        let mut n = counted.lock().unwrap();
        *n += 1;
        if *n < 4 { Err("the disk is full".to_owned()) } else { Ok(()) }
    });
    desk.writer.put(write);
    desk.settle();
    for (time, expected) in [(0.9, 1), (1.0, 2), (2.9, 2), (3.1, 3), (7.9, 3), (8.2, 4)] {
        desk.set_clock(time);
        desk.settle();
        assert_eq!(*n_tries.lock().unwrap(), expected, "at {time}");
    }
    assert_eq!(desk.told, ["failed: the disk is full", "one is written", "Mended"]);
}

#[test]
fn a_newer_write_or_the_end_of_the_program_tries_at_once_what_failed() {
    for is_newer in [true, false] {
        let mut desk = Desk::new();
        let is_full = Arc::new(Mutex::new(true));
        let full = Arc::clone(&is_full);
        let write = desk.write("a", "one", move || if *full.lock().unwrap() { Err("full".to_owned()) } else { Ok(()) });
        desk.writer.put(write);
        desk.settle();
        assert_eq!(desk.writer.awaited().len(), 1);
        *is_full.lock().unwrap() = false;
        if is_newer {
            desk.writer.put(desk.write("a", "two", || Ok(())));
        } else {
            desk.writer.try_again();
        }
        desk.settle();
        assert_eq!(desk.written(), [if is_newer { "two" } else { "one" }]);
        assert_eq!(desk.told.last().map(String::as_str), Some("Mended"));
    }
}

#[test]
fn a_write_that_panics_is_told_and_does_not_hold_up_the_next() {
    let mut desk = Desk::new();
    desk.writer.put(desk.write("a", "one", || panic!("on purpose")));
    desk.settle();
    assert_eq!(desk.told, ["Panicked"]);
    desk.writer.put(desk.write("a", "two", || Ok(())));
    desk.settle();
    assert_eq!(desk.written(), ["two"]);
}

#[test]
fn nothing_comes_of_a_write_that_was_given_up_and_the_next_of_its_file_waits_for_it() {
    let mut desk = Desk::new();
    let (first, go) = desk.gated("a", "one");
    let id = desk.writer.put(first);
    desk.writer.give_up(id);
    assert!(desk.writer.awaited().is_empty() && !desk.writer.is_busy());
    desk.writer.put(desk.write("a", "two", || Ok(())));
    desk.set_clock(1.0);
    assert_eq!(desk.written(), Vec::<String>::new());
    go.send(()).unwrap();
    while !desk.writer.awaited().is_empty() {
        desk.told.extend(desk.writer.poll());
    }
    assert_eq!(
        (desk.written(), desk.told),
        (vec!["one".to_owned(), "two".to_owned()], vec!["two is written".to_owned()])
    );
}

#[test]
fn the_end_waits_for_work_and_for_wishes_that_did_not_fail_and_for_no_cache() {
    for (weight, awaited) in [(Weight::Work, [1, 1]), (Weight::Wish, [1, 0]), (Weight::Cache, [0, 0])] {
        let mut desk = Desk::new();
        let (go, gate) = channel::<()>();
        let gate = Mutex::new(gate);
        let write = desk.write("a", "one", move || {
            let _ = gate.lock().unwrap().recv();
            Err("full".to_owned())
        });
        desk.writer.put(Write { weight, ..write });
        assert_eq!(desk.writer.awaited().len(), awaited[0]);
        go.send(()).unwrap();
        desk.settle();
        assert_eq!(desk.writer.awaited().len(), awaited[1], "{weight:?}");
    }
}
