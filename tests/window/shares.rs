//! A share that does not answer holds up its own files, and neither the window nor its end.

use std::sync::Arc;

use eframe::egui::{Event, Key};

use crate::desk::{CTRL, Desk, Folder, NONE};
use crate::gate::{Gate, Trouble};
use crate::given::let_drop;
use crate::saving::{has_quit, hit, pass, saved};

const UNWRITTEN: &str = "Not everything is written yet";

/// A saved project whose lock stands on a share that does not answer any more.
fn locked_on_a_dead_share() -> (Folder, Arc<Gate>, Desk) {
    let (folder, gate, mut desk) = saved();
    desk.press(CTRL, Key::S);
    gate.set(".karsa.ron.lock", Trouble::Hangs);
    (folder, gate, desk)
}

#[test]
fn closing_a_project_whose_share_does_not_answer_does_not_hold_up_the_window() {
    let (folder, gate, mut desk) = locked_on_a_dead_share();
    hit(&mut desk, Key::W);
    assert!(desk.window().document().is_none() && folder.path(".karsa.ron.lock").exists());
    pass(&mut desk, 11.0);
    desk.settle();
    desk.assert_says("Its lock file or journal may stay, which is known as left behind and harms nothing");
    gate.end();
    while folder.path(".karsa.ron.lock").exists() {
        desk.frame(Vec::new());
    }
    assert_eq!(std::fs::read_dir(&folder.platform.journals).unwrap().count(), 0);
    desk.settle();
    desk.press(CTRL, Key::O);
    desk.write_path(&folder.path("karsa.ron"));
    assert!(desk.document().lock.is_some() && desk.document().session.read_only.is_none());
}

#[test]
fn a_project_that_is_being_closed_is_not_in_the_way_of_its_own_opening() {
    let (folder, gate, mut desk) = locked_on_a_dead_share();
    hit(&mut desk, Key::W);
    hit(&mut desk, Key::O);
    desk.frame(vec![Event::Text(folder.path("karsa.ron").to_string_lossy().into_owned())]);
    desk.frame(vec![Event::Key { key: Key::Enter, physical_key: None, pressed: true, repeat: false, modifiers: NONE }]);
    for _ in 0..10 {
        desk.frame(Vec::new());
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    gate.end();
    desk.settle();
    assert!(desk.document().lock.is_some() && desk.document().session.read_only.is_none());
}

#[test]
fn quitting_waits_for_a_lock_no_longer_than_for_what_is_written_and_then_ends_without_a_question() {
    for is_by_key in [true, false] {
        let (_folder, gate, mut desk) = locked_on_a_dead_share();
        if is_by_key {
            hit(&mut desk, Key::Q);
        } else {
            let viewport = desk.harness.input_mut().viewports.get_mut(&eframe::egui::ViewportId::ROOT);
            viewport.into_iter().for_each(|viewport| viewport.events.push(eframe::egui::ViewportEvent::Close));
            desk.frame(Vec::new());
        }
        // What is written comes first.
        while desk.window().document().is_some() {
            desk.frame(Vec::new());
        }
        pass(&mut desk, 2.0);
        assert!(!has_quit(&desk));
        pass(&mut desk, 1.5);
        assert!(has_quit(&desk) && !desk.has(UNWRITTEN));
        gate.end();
    }
}

#[test]
fn a_lock_that_is_given_up_while_quitting_ends_the_program_at_once() {
    let (folder, gate, mut desk) = locked_on_a_dead_share();
    hit(&mut desk, Key::Q);
    pass(&mut desk, 1.0);
    assert!(!has_quit(&desk));
    gate.end();
    while !has_quit(&desk) {
        desk.frame(Vec::new());
    }
    assert!(!folder.path(".karsa.ron.lock").exists());
}

#[test]
fn a_question_that_is_open_does_not_hide_what_is_not_written_and_comes_back_as_it_was() {
    const CARD: &str = "Keep card";
    let (folder, gate, mut desk) = saved();
    gate.set("karsa.ron", Trouble::Hangs);
    hit(&mut desk, Key::S);
    pass(&mut desk, 9.0);
    hit(&mut desk, Key::Q);
    desk.choose("Article card…");
    pass(&mut desk, 4.0);
    desk.settle();
    desk.click("Wait");
    desk.click("Outlet");
    desk.write("Karsa market");
    for _ in 0..2 {
        pass(&mut desk, 4.0);
        desk.settle();
        desk.assert_says(UNWRITTEN);
        assert!(!desk.has(CARD));
        desk.click("Wait");
        desk.settle();
        assert!(desk.has(CARD) && !desk.has(UNWRITTEN));
        desk.assert_holds("Outlet", "Karsa market");
    }
    pass(&mut desk, 4.0);
    // Somebody was typing: the key comes once the question has been noticed.
    pass(&mut desk, 1.0);
    desk.settle();
    desk.press(NONE, Key::Escape);
    assert!(desk.has(CARD) && !has_quit(&desk));
    desk.assert_holds("Outlet", "Karsa market");
    gate.end();
    while desk.document().is_saving() {
        desk.frame(Vec::new());
    }
    desk.settle();
    assert!(!has_quit(&desk) && folder.read("karsa.ron").contains("at least 12 people"));
}

/// The start after a crash on a share that does not answer, where what was lost is being taken up.
fn recovering() -> (Folder, Folder, Arc<Gate>, Desk) {
    let (folder, gate, desk) = saved();
    let after = folder.after_a_crash();
    drop(desk);
    let mut desk = Desk::start(&after);
    gate.set(".karsa.ron.lock", Trouble::Hangs);
    desk.frame(vec![Event::Key { key: Key::Enter, physical_key: None, pressed: true, repeat: false, modifiers: NONE }]);
    (folder, after, gate, desk)
}

/// The same once that has taken too long.
fn recovering_from_a_dead_share() -> (Folder, Folder, Arc<Gate>, Desk) {
    let (folder, after, gate, mut desk) = recovering();
    pass(&mut desk, 29.0);
    assert!(!desk.said().iter().any(|told| told.contains("takes too long")));
    pass(&mut desk, 2.0);
    desk.settle();
    desk.assert_says("“Recovering karsa.ron” takes too long and is not waited for any more");
    desk.assert_says("Nothing was deleted. It is offered again once the disk answers, else at the next start");
    (folder, after, gate, desk)
}

#[test]
fn recovering_from_a_share_that_does_not_answer_is_told_and_goes_on_when_it_does() {
    let (_folder, after, gate, mut desk) = recovering_from_a_dead_share();
    gate.end();
    while desk.window().document().is_none() {
        desk.frame(Vec::new());
    }
    desk.settle();
    assert_eq!(desk.marks().len(), 2);
    let again = after.after_a_crash();
    drop(desk);
    let mut desk = Desk::start(&again);
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.marks().len(), 2);
}

#[test]
fn what_is_recovered_takes_the_place_of_nothing_that_was_opened_meanwhile() {
    let (folder, _after, gate, mut desk) = recovering();
    let_drop(&mut desk, &[folder.put("lir.txt", "A fuel store caught fire in the port of Lir.\n")]);
    while desk.window().document().is_none() {
        desk.frame(Vec::new());
    }
    gate.end();
    while !desk.has("Recover…") {
        desk.frame(Vec::new());
    }
    desk.settle();
    assert!(desk.marks().is_empty() && desk.project().article().text.starts_with("A fuel store"));
    desk.click("Recover…");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.marks().len(), 2);
}

#[test]
fn what_could_not_be_recovered_in_time_is_offered_again_where_something_else_was_opened() {
    let (folder, _after, gate, mut desk) = recovering_from_a_dead_share();
    folder.put("lir.txt", "A fuel store caught fire in the port of Lir.\n");
    desk.press(CTRL, Key::O);
    desk.write_path(&folder.path("lir.txt"));
    assert!(desk.marks().is_empty());
    gate.end();
    while !desk.has("Recover…") {
        desk.frame(Vec::new());
    }
    desk.settle();
    desk.assert_says("karsa.ron can be recovered: its disk or share answers again");
    desk.click("Recover…");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.marks().len(), 2);
}
