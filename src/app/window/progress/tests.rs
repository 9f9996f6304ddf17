use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::app::command::Command;
use crate::app::jobs::{JobWatch, Task};
use crate::app::notices::Notice;
use crate::app::platform::Platform;
use crate::app::window::JobOutcome;
use crate::app::window::Window;
use crate::app::window::load_project;
use crate::model::Time;
use crate::store::{Lock, RealDisk, Settings};

/// A window with a folder of its own, in which a job goes on until it is let go.
struct Desk {
    folder: tempfile::TempDir,
    harness: Harness<'static, Option<Window>>,
}

impl Desk {
    fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().to_owned();
        let settings = Settings { person: "Ines Varga".to_owned(), ..Settings::default() };
        settings.save(&RealDisk, &root.join("settings.ron")).unwrap();
        std::fs::copy("projects/karsa-market.ron", root.join("karsa-market.ron")).unwrap();
        let harness = Harness::builder().with_step_dt(1.0 / 60.0).build_ui_state(
            move |ui, window: &mut Option<Window>| {
                let platform = Platform {
                    settings: root.join("settings.ron"),
                    projects: PathBuf::new(),
                    journals: root.join("journals"),
                    documents: root.clone(),
                    home: root.clone(),
                    machine: "desk-4".to_owned(),
                    clipboard: crate::app::Clipboard::none(),
                    has_dialogs: false,
                    disk: RealDisk::shared(),
                    fixed_time: Some(Time(1_773_662_400)),
                };
                window.get_or_insert_with(|| Window::new(ui.ctx(), platform, Vec::new())).frame(ui);
            },
            None,
        );
        let mut desk = Desk { folder, harness };
        desk.settle();
        desk
    }

    fn window(&mut self) -> &mut Window {
        self.harness.state_mut().as_mut().unwrap()
    }

    fn project(&self) -> PathBuf {
        self.folder.path().join("karsa-market.ron")
    }

    /// Frames until no job is under way.
    fn settle(&mut self) {
        self.harness.step();
        while self.window().is_busy() {
            std::thread::sleep(Duration::from_millis(2));
            self.harness.step();
        }
        self.harness.step();
    }

    /// Frames that last longer together than what goes without saying.
    fn wait(&mut self) {
        for _ in 0..15 {
            self.harness.step();
        }
    }

    fn has(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).next().is_some()
    }

    fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.harness.step();
        self.harness.step();
    }

    fn press(&mut self, key: Key) {
        let event =
            |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
        self.harness.input_mut().events = vec![event(true), event(false)];
        self.harness.step();
        self.harness.step();
    }

    /// Begins a job that says “Done” once it is let go.
    fn begin(&mut self, task: Task<JobOutcome>) -> Sender<()> {
        let (go, gate): (Sender<()>, Receiver<()>) = channel();
        self.window().jobs.run(task, move || {
            let _ = gate.recv();
            Box::new(|window: &mut Window| window.say(Notice::note("Done")))
        });
        go
    }

    /// Begins to open the project; it goes on once it is let go.
    fn begin_to_open(&mut self) -> Sender<()> {
        let (go, gate): (Sender<()>, Receiver<()>) = channel();
        let (path, guard) = (self.project(), self.window().guard());
        let task = Task::new("Opening karsa-market.ron").cancellable().at(&path);
        self.window().jobs.run(task, move || -> JobOutcome {
            let _ = gate.recv();
            load_project(path, &guard)
        });
        go
    }

    fn n_journals(&self) -> usize {
        std::fs::read_dir(self.folder.path().join("journals")).map_or(0, Iterator::count)
    }
}

#[test]
fn what_takes_long_is_told_after_a_fifth_of_a_second_and_no_sooner() {
    let mut desk = Desk::new();
    let go = desk.begin(Task::new("Saving karsa.ron"));
    for _ in 0..10 {
        desk.harness.step();
    }
    assert!(!desk.has("Saving karsa.ron …"));
    desk.wait();
    assert!(desk.has("Saving karsa.ron …"));
    assert!(!desk.has("Cancel"), "a save goes on to its end");
    go.send(()).unwrap();
    desk.settle();
    assert!(desk.has("Done") && !desk.has("Saving karsa.ron …"));
}

#[test]
fn nothing_comes_of_what_was_cancelled() {
    for by_key in [false, true] {
        let mut desk = Desk::new();
        let instead = |_| Box::new(|window: &mut Window| window.say(Notice::note("Done otherwise"))) as JobOutcome;
        let go = desk.begin(Task::new("Opening karsa.txt").cancellable().otherwise(instead));
        desk.wait();
        if by_key {
            desk.press(Key::Escape);
        } else {
            desk.click("Cancel");
        }
        assert!(!desk.has("Opening karsa.txt …") && desk.window().is_busy());
        go.send(()).unwrap();
        desk.settle();
        assert!(desk.has("Done otherwise") && !desk.has("Done"));
    }
}

#[test]
fn what_goes_on_for_minutes_hides_nothing_that_is_said_and_is_stopped_by_its_button_alone() {
    let mut desk = Desk::new();
    let watch = Arc::new(JobWatch::default());
    let go = desk.begin(Task::new("Making the data set").watched(&watch));
    desk.wait();
    assert!(desk.has("Making the data set …"));
    desk.press(Key::Escape);
    assert!(!watch.is_cancelled(), "Escape is for what somebody works at");
    desk.window().say(Notice::error("The disk is full"));
    desk.wait();
    assert!(desk.has("The disk is full") && !desk.has("Making the data set …"));
    desk.click("Close");
    desk.wait();
    desk.click("Cancel");
    assert!(watch.is_cancelled());
    go.send(()).unwrap();
    desk.settle();
    assert!(desk.has("Done"), "it says itself how it ended");
}

#[test]
fn opening_that_was_cancelled_leaves_neither_lock_nor_journal() {
    let mut desk = Desk::new();
    let holder = desk.window().guard().holder;
    let go = desk.begin_to_open();
    desk.wait();
    desk.click("Cancel");
    go.send(()).unwrap();
    desk.settle();
    assert!(desk.window().document().is_none());
    assert!(Lock::take(&desk.project(), &holder).is_ok());
    assert_eq!(desk.n_journals(), 0);

    let go = desk.begin_to_open();
    go.send(()).unwrap();
    desk.settle();
    assert!(desk.window().document().is_some_and(|document| document.lock.is_some()));
    assert!(Lock::take(&desk.project(), &holder).is_err(), "what is open is locked");
    assert!(desk.n_journals() > 0);
}

#[test]
fn what_was_given_up_is_out_of_the_way_before_it_is_opened_again() {
    let mut desk = Desk::new();
    let go = desk.begin_to_open();
    desk.wait();
    desk.click("Cancel");
    let path = desk.project();
    desk.window().run(Command::OpenPath(path));
    desk.wait();
    assert!(desk.window().document().is_none());
    go.send(()).unwrap();
    desk.settle();
    assert!(desk.window().document().is_some_and(|document| document.session.read_only.is_none()));
}

#[test]
fn a_cancelled_opening_that_hangs_blocks_no_other_file_and_its_own_with_a_sentence() {
    let mut desk = Desk::new();
    let other = desk.folder.path().join("other.ron");
    std::fs::copy("projects/port-of-lir.ron", &other).unwrap();
    let go = desk.begin_to_open();
    desk.wait();
    desk.click("Cancel");
    desk.window().run(Command::OpenPath(other.clone()));
    for _ in 0..200 {
        std::thread::sleep(Duration::from_millis(2));
        desk.harness.step();
    }
    assert!(desk.window().document().is_some_and(|document| document.is_at(&other)));
    let path = desk.project();
    desk.window().run(Command::OpenPath(path));
    for _ in 0..130 {
        desk.harness.step();
    }
    assert!(desk.has("The file was not opened: its disk or share does not answer. Try again once it does"));
    go.send(()).unwrap();
    desk.settle();
    assert!(desk.window().document().is_some_and(|document| document.is_at(&other)));
}

#[test]
fn a_job_that_panics_is_told_and_everything_else_goes_on() {
    let mut desk = Desk::new();
    desk.window().jobs.run(Task::new("Merging karsa.ron"), || panic!("on purpose"));
    desk.settle();
    let told =
        "“Merging karsa.ron” broke off through a fault in Newsmark. Nothing was changed by it. Everything else goes on";
    assert!(desk.has(told));
    let path = desk.project();
    desk.window().run(Command::OpenPath(path));
    desk.settle();
    assert!(desk.window().document().is_some());
}

#[test]
fn a_look_for_problems_that_broke_off_is_made_again_at_the_next_change() {
    let mut desk = Desk::new();
    desk.window().run(Command::OpenSample);
    desk.settle();
    let look = desk.window().document().unwrap().problems.check_run();
    let first = desk.window().document().unwrap().session.project().annotations().iter().next().unwrap().id;
    desk.window().run(Command::DeleteMark(first));
    desk.window().break_off_problems();
    desk.settle();
    assert_eq!(desk.window().document().unwrap().problems.check_run(), look, "what was found before stands");
    desk.window().run(Command::Undo);
    desk.settle();
    assert!(desk.window().document().unwrap().problems.check_run() > look);
}

#[test]
fn a_project_that_only_a_lock_file_says_is_open_elsewhere_can_be_opened_all_the_same() {
    let mut desk = Desk::new();
    let path = desk.project();
    desk.window().run(Command::OpenPath(path.clone()));
    desk.settle();
    // As where the file system has no locks, and another machine has left its lock file.
    let mut document = desk.window().document.take().unwrap();
    (document.lock, document.journaling, document.is_presumed) = (None, None, true);
    document.session.read_only = Some("Osk Behren has this project open on desk-9 since 09:12".to_owned());
    desk.window().show(document, Vec::new());
    desk.wait();
    assert!(desk.has("Save a copy…"));
    // The way stays when the notice is gone.
    desk.window().notices.clear();
    desk.wait();
    desk.click("Open all the same");
    desk.settle();
    let document = desk.window().document().unwrap();
    assert!(document.session.read_only.is_none() && document.lock.is_some() && document.journaling.is_some());
    assert!(!desk.has("Open all the same"));
    let first = desk.window().document().unwrap().session.project().annotations().iter().next().unwrap().id;
    desk.window().run(Command::DeleteMark(first));
    desk.window().run(Command::Save);
    desk.settle();
    assert!(!desk.window().document().unwrap().is_dirty());
}

#[test]
fn work_that_is_done_while_another_project_is_opened_is_not_lost() {
    let mut desk = Desk::new();
    desk.window().run(Command::OpenSample);
    desk.settle();
    desk.window().pending_replace = Some(crate::app::pending_replace::PendingReplace::of(
        Command::OpenSample,
        desk.window().document.as_ref(),
        0.0,
    ));
    let go = desk.begin_to_open();
    let first = desk.window().document().unwrap().session.project().annotations().iter().next().unwrap().id;
    desk.window().run(Command::DeleteMark(first));
    desk.harness.step();
    let n_marks = desk.window().document().unwrap().session.project().annotations().len();
    go.send(()).unwrap();
    desk.settle();
    let document = desk.window().document().unwrap();
    assert!(document.is_dirty() && document.file.is_none(), "the sample is still there");
    assert_eq!(document.session.project().annotations().len(), n_marks);
    assert!(desk.has("Discard changes"), "and it is asked what is to become of it");
}
