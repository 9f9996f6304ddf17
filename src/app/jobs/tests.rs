use std::sync::Arc;

use super::*;

/// Jobs that answer with a word, and a clock that stands where it is put.
struct Desk {
    ctx: Context,
    jobs: Jobs<&'static str>,
}

impl Desk {
    fn new() -> Desk {
        let ctx = Context::default();
        Desk { jobs: Jobs::new(ctx.clone()), ctx }
    }

    fn set_clock(&self, time: f64) {
        let input = eframe::egui::RawInput { time: Some(time), ..Default::default() };
        // Nothing is drawn.
        self.ctx.run_ui(input, |_| {}).textures_delta.clear();
    }

    /// How jobs ended, once one has.
    fn wait(&mut self) -> Vec<String> {
        loop {
            let ended = self.ended();
            if !ended.is_empty() {
                return ended;
            }
            thread::sleep(Duration::from_millis(2));
        }
    }

    fn ended(&mut self) -> Vec<String> {
        let told = |ended: Ended<&str>| match ended {
            Ended::With(event) => event.to_owned(),
            Ended::In { name, why, then, .. } => format!("{name} {why:?} {}", then.unwrap_or("nothing")),
        };
        self.jobs.finished().into_iter().map(told).collect()
    }
}

#[test]
fn that_a_job_panicked_is_an_event_too() {
    let mut desk = Desk::new();
    let task = Task::new("Reading").otherwise(|_| "set right");
    desk.jobs.run(task, || panic!("on purpose"));
    assert_eq!(desk.wait(), ["Reading Panicked set right"]);
    assert!(!desk.jobs.is_busy());
}

#[test]
fn a_job_that_hangs_is_told_once_and_its_late_answer_counts_only_where_that_is_wanted() {
    for late_counts in [false, true] {
        let mut desk = Desk::new();
        desk.set_clock(10.0);
        let (go, gate) = channel::<()>();
        let task = Task::new("Looking").limit(2.0);
        desk.jobs.run(if late_counts { task.late_counts() } else { task }, move || {
            let _ = gate.recv();
            "late"
        });
        desk.set_clock(11.9);
        assert!(desk.ended().is_empty() && desk.jobs.is_busy());
        desk.set_clock(12.0);
        assert_eq!(desk.ended(), ["Looking Hung nothing"]);
        desk.set_clock(20.0);
        assert!(desk.ended().is_empty(), "it is told once");
        assert!(!desk.jobs.is_busy() && desk.jobs.is_under_way("Looking") && desk.jobs.progress().is_none());
        go.send(()).unwrap();
        if late_counts {
            assert_eq!(desk.wait(), ["late"]);
        }
        while desk.jobs.is_under_way("Looking") {
            assert!(desk.ended().is_empty());
        }
    }
}

/// Something whose letting go takes until it is allowed, as that of a lock on a share that does not answer.
struct Held(std::sync::mpsc::Receiver<()>);

impl Drop for Held {
    fn drop(&mut self) {
        let _ = self.0.recv();
    }
}

#[test]
fn what_a_cancelled_job_holds_is_let_go_of_away_from_the_window_and_is_in_the_way_until_then() {
    let ctx = Context::default();
    let mut jobs: Jobs<Held> = Jobs::new(ctx);
    let (go, gate) = channel::<()>();
    let path = Path::new("a.ron");
    jobs.run(Task::new("Opening a.ron").cancellable().at(path), move || Held(gate));
    jobs.cancel_all();
    for _ in 0..50 {
        assert!(jobs.finished().is_empty() && jobs.is_in_the_way_at(path));
        thread::sleep(Duration::from_millis(1));
    }
    go.send(()).unwrap();
    while jobs.is_in_the_way_at(path) {
        assert!(jobs.finished().is_empty());
    }
    assert!(!jobs.is_busy());
}

#[test]
fn locks_are_waited_for_as_long_as_was_said_and_other_answers_come_afterwards() {
    let mut desk = Desk::new();
    let (go, gate) = channel::<()>();
    let path = Path::new("a.ron");
    desk.jobs.run(Task::quiet("Closing a.ron").at(path).of_lock(), move || {
        let _ = gate.recv();
        "closed"
    });
    desk.jobs.run(Task::new("Reading"), || "read");
    assert!(!desk.jobs.wait_for_locks(Duration::from_millis(20)) && desk.jobs.has_locks());
    assert!(desk.jobs.is_in_the_way_at(path));
    go.send(()).unwrap();
    assert!(desk.jobs.wait_for_locks(Duration::from_secs(30)));
    let mut ended = desk.ended();
    while ended.len() < 2 {
        ended.extend(desk.ended());
    }
    ended.sort();
    assert_eq!(ended, ["closed", "read"]);
    assert!(!desk.jobs.has_locks() && !desk.jobs.is_in_the_way_at(path));
}

#[test]
fn a_job_that_was_cancelled_is_in_the_way_of_its_own_path_only() {
    let mut desk = Desk::new();
    let (go, gate) = channel::<()>();
    desk.jobs.run(Task::new("Opening a.ron").cancellable().at(Path::new("a.ron")), move || {
        let _ = gate.recv();
        "opened"
    });
    assert!(!desk.jobs.is_in_the_way_at(Path::new("a.ron")));
    desk.jobs.cancel_all();
    assert!(desk.jobs.is_in_the_way_at(Path::new("a.ron")) && !desk.jobs.is_in_the_way_at(Path::new("b.ron")));
    go.send(()).unwrap();
    while desk.jobs.is_busy() {
        assert!(desk.ended().is_empty(), "nothing comes of it");
    }
}

#[test]
fn a_watched_job_tells_how_far_it_is_goes_on_beside_openings_and_says_itself_how_it_ended() {
    let mut desk = Desk::new();
    let (watch, (go, gate)) = (Arc::new(JobWatch::default()), channel::<()>());
    let seen = Arc::clone(&watch);
    desk.set_clock(1.0);
    desk.jobs.run(Task::new("Making a data set").watched(&watch), move || {
        let _ = gate.recv();
        if seen.is_cancelled() { "stopped" } else { "done" }
    });
    desk.set_clock(1.5);
    let progress = |desk: &Desk| desk.jobs.progress().map(|told| (told.name, told.can_be_cancelled));
    assert_eq!(progress(&desk), Some(("Making a data set".to_owned(), true)));
    watch.tell("120 of 2,000 projects read".to_owned());
    assert_eq!(progress(&desk), Some(("Making a data set: 120 of 2,000 projects read".to_owned(), true)));
    desk.jobs.cancel_all();
    assert!(!watch.is_cancelled() && !desk.jobs.may_cancel(), "opening a project stops no data set");
    let id = desk.jobs.progress().unwrap().id;
    desk.jobs.cancel(id);
    assert_eq!(progress(&desk), Some(("Making a data set: it is being stopped".to_owned(), false)));
    go.send(()).unwrap();
    assert_eq!(desk.wait(), ["stopped"]);
}
