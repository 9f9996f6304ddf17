//! Saves that hang, fail or panic lead somewhere, and the end of the program waits for what is being written.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{Event, Key, ViewportCommand};

use crate::desk::{CTRL, CTRL_SHIFT, Desk, Folder, KARSA, NONE};
use crate::gate::{Gate, Trouble};

/// A saved project with one mark, on a disk that can be in trouble, with a second mark that is not saved.
pub fn saved() -> (Folder, Arc<Gate>, Desk) {
    let mut folder = Folder::of_ines();
    let gate = Gate::new();
    folder.platform.disk = Arc::clone(&gate) as Arc<dyn newsmark::store::Disk>;
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    mark(&mut desk, "wounding dozens");
    desk.save_as(&folder.path("karsa.ron"));
    mark(&mut desk, "at least 12 people");
    (folder, gate, desk)
}

pub fn mark(desk: &mut Desk, words: &str) {
    desk.drag_over(words);
    desk.press(NONE, Key::Num1);
}

pub fn has_quit(desk: &Desk) -> bool {
    desk.asked.contains(&ViewportCommand::Close)
}

/// Sets the colours by keys.
fn make_dark(desk: &mut Desk) {
    desk.press(CTRL_SHIFT, Key::P);
    desk.write("colours dark");
    desk.press(NONE, Key::Enter);
}

/// So many seconds pass.
pub fn pass(desk: &mut Desk, seconds: f64) {
    let now = desk.harness.ctx.input(|input| input.time);
    desk.harness.input_mut().time = Some(now + seconds);
    desk.frame(Vec::new());
    desk.harness.input_mut().time = None;
    // A question takes a frame to find its size before it is seen.
    for _ in 0..3 {
        desk.frame(Vec::new());
    }
}

/// Presses keys with Ctrl and waits for nothing.
pub fn hit(desk: &mut Desk, key: Key) {
    let event = |pressed| eframe::egui::Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: CTRL };
    desk.frame(vec![eframe::egui::Event::ModifiersChanged(CTRL), event(true), event(false)]);
    desk.frame(vec![eframe::egui::Event::ModifiersChanged(NONE)]);
}

#[test]
fn a_save_that_hangs_is_told_and_the_project_can_be_saved_elsewhere() {
    let (folder, gate, mut desk) = saved();
    let before = folder.read("karsa.ron");
    gate.set("karsa.ron", Trouble::Hangs);
    hit(&mut desk, Key::S);
    pass(&mut desk, 1.0);
    desk.assert_says("Saving karsa.ron …");
    pass(&mut desk, 9.0);
    desk.assert_says("karsa.ron is still being saved: the disk or share does not answer. Your changes are kept");
    desk.settle();
    desk.click("Save elsewhere…");
    desk.write_path(&folder.path("mine.ron"));
    assert!(folder.read("mine.ron").contains("at least 12 people"));
    assert!(!desk.document().is_dirty() && desk.document().name() == "mine.ron");
    assert!(!desk.has("Save elsewhere…"));
    gate.end();
    // What hung comes to its end and changes nothing here: the journal goes on from the other file.
    desk.settle();
    assert_eq!(desk.document().name(), "mine.ron");
    mark(&mut desk, "the district health office");
    desk.press(CTRL, Key::S);
    assert!(folder.read("mine.ron").contains("the district health office"));
    assert!(before != folder.read("mine.ron"));
    let after = folder.after_a_crash();
    drop(desk);
    assert!(!Desk::start(&after).has("Newsmark ended before these were saved"));
}

#[test]
fn a_question_that_comes_while_somebody_types_is_not_answered_by_what_is_typed() {
    let enter = |desk: &mut Desk| {
        let event =
            |pressed| Event::Key { key: Key::Enter, physical_key: None, pressed, repeat: false, modifiers: NONE };
        desk.frame(vec![event(true), event(false)]);
    };
    let (folder, gate, mut desk) = saved();
    desk.press(NONE, Key::Enter);
    desk.tab_to("Note");
    let theirs = folder.read("karsa.ron").replace("Ines Varga", "Osk Behren");
    folder.put("karsa.ron", &theirs);
    gate.set("karsa.ron", Trouble::Hangs);
    hit(&mut desk, Key::S);
    gate.end();
    while !desk.has("Another program has changed this project") {
        desk.frame(vec![Event::Text("a".to_owned())]);
    }
    for _ in 0..4 {
        enter(&mut desk);
    }
    assert!(desk.has("Another program has changed this project"), "Enter answers nothing that was not seen");
    pass(&mut desk, 1.0);
    enter(&mut desk);
    desk.settle();
    desk.assert_says("Merged");
    assert_eq!(folder.read("karsa.ron"), theirs, "what others wrote stays until the next save");
}

#[test]
fn a_save_asked_for_while_one_is_under_way_saves_what_was_changed_since() {
    let (folder, gate, mut desk) = saved();
    gate.set("karsa.ron", Trouble::Hangs);
    hit(&mut desk, Key::S);
    pass(&mut desk, 9.0);
    mark(&mut desk, "the district health office");
    hit(&mut desk, Key::S);
    gate.end();
    while desk.document().is_dirty() {
        desk.frame(Vec::new());
    }
    desk.settle();
    assert!(folder.read("karsa.ron").contains("the district health office"));
}

#[test]
fn what_is_done_during_the_save_with_which_a_journal_begins_is_in_that_journal() {
    let mut folder = Folder::of_ines();
    let gate = Gate::new();
    folder.platform.disk = Arc::clone(&gate) as Arc<dyn newsmark::store::Disk>;
    folder.put("karsa.txt", KARSA);
    gate.set("journals", Trouble::Fails);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.assert_says("The journal could not be begun");
    mark(&mut desk, "wounding dozens");
    gate.set("karsa.ron", Trouble::Hangs);
    desk.press(CTRL_SHIFT, Key::S);
    desk.write(&folder.path("karsa.ron").to_string_lossy());
    let enter = Event::Key { key: Key::Enter, physical_key: None, pressed: true, repeat: false, modifiers: NONE };
    desk.frame(vec![enter]);
    pass(&mut desk, 1.0);
    pass(&mut desk, 9.0);
    mark(&mut desk, "the district health office");
    assert!(desk.document().is_saving() && desk.marks().len() == 2);
    gate.end();
    while desk.document().is_saving() {
        desk.frame(Vec::new());
    }
    desk.settle();
    assert!(desk.document().is_dirty() && !folder.read("karsa.ron").contains("the district health office\"]"));
    let after = folder.after_a_crash();
    drop(desk);
    let mut desk = Desk::start(&after);
    desk.assert_says("1 change, the last at");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.marks().len(), 2);
}

#[test]
fn quitting_waits_for_a_save_and_then_says_what_is_not_written_and_where_it_is_kept() {
    let (folder, gate, mut desk) = saved();
    gate.set("karsa.ron", Trouble::Hangs);
    hit(&mut desk, Key::S);
    hit(&mut desk, Key::Q);
    pass(&mut desk, 2.5);
    assert!(!desk.has("Not everything is written yet") && !has_quit(&desk));
    pass(&mut desk, 1.0);
    desk.assert_says("Not everything is written yet");
    desk.assert_says("The project is kept in the journal, which the next start offers to recover");
    pass(&mut desk, 9.0);
    desk.settle();
    desk.click("Wait");
    assert!(!desk.has("Not everything is written yet") && !has_quit(&desk));
    pass(&mut desk, 4.0);
    desk.settle();
    desk.click("Quit, keep in the journal");
    assert!(has_quit(&desk));
    let after = folder.after_a_crash();
    drop(desk);
    // That write still hangs; the share answers whoever asks anew.
    gate.set("no file", Trouble::Hangs);
    let mut desk = Desk::start(&after);
    desk.assert_says("Newsmark ended before these were saved");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.marks().len(), 2);
    gate.end();
}

#[test]
fn a_program_that_is_to_end_after_a_save_ends_once_it_is_done_and_stays_where_that_was_cancelled() {
    for is_cancelled in [false, true] {
        let (folder, gate, mut desk) = saved();
        gate.set("karsa.ron", Trouble::Hangs);
        hit(&mut desk, Key::S);
        hit(&mut desk, Key::Q);
        pass(&mut desk, 4.0);
        desk.assert_says("Not everything is written yet");
        pass(&mut desk, 9.0);
        if is_cancelled {
            desk.press(NONE, Key::Escape);
        }
        gate.end();
        while desk.window().document().is_some_and(|document| document.is_saving()) {
            desk.frame(Vec::new());
        }
        desk.settle();
        assert_eq!(has_quit(&desk), !is_cancelled);
        assert!(folder.read("karsa.ron").contains("at least 12 people"));
    }
}

#[test]
fn a_save_that_panics_or_fails_leaves_saving_and_quitting_as_they_were() {
    for trouble in [Trouble::Panics, Trouble::Fails] {
        let (folder, gate, mut desk) = saved();
        let before = folder.read("karsa.ron");
        gate.set("karsa.ron", trouble);
        desk.press(CTRL, Key::Q);
        desk.click("Save");
        desk.assert_says("The project was not saved");
        if trouble == Trouble::Panics {
            desk.assert_says("The file is whole, either as it was before or as it was to be saved");
            desk.assert_says("Your changes are kept in the window and the journal");
        }
        assert!(!has_quit(&desk) && desk.document().is_dirty());
        assert_eq!(folder.read("karsa.ron"), before);
        gate.end();
        desk.press(CTRL, Key::S);
        assert!(!desk.document().is_dirty() && !has_quit(&desk), "the quitting of before is forgotten");
        assert!(folder.read("karsa.ron").contains("at least 12 people"));
        desk.press(CTRL, Key::Q);
        assert!(has_quit(&desk));
    }
}

#[test]
fn a_save_as_that_fails_leaves_the_project_its_file_and_its_lock_and_the_other_none() {
    let (folder, gate, mut desk) = saved();
    gate.set("mine.ron", Trouble::Fails);
    desk.save_as(&folder.path("mine.ron"));
    desk.assert_says("The project was not saved: the disk is full");
    assert!(desk.document().name() == "karsa.ron" && desk.document().lock.is_some());
    assert!(folder.path(".karsa.ron.lock").exists() && !folder.path(".mine.ron.lock").exists());
    gate.end();
    desk.save_as(&folder.path("mine.ron"));
    assert!(!folder.path(".karsa.ron.lock").exists() && folder.path(".mine.ron.lock").exists());
}

#[test]
fn a_save_that_was_refused_does_not_close_the_window_later() {
    let (folder, _gate, mut desk) = saved();
    folder.put("karsa.ron", folder.read("karsa.ron").replace("Ines Varga", "Osk Behren"));
    desk.press(CTRL, Key::Q);
    desk.click("Save");
    desk.assert_says("Another program has changed this project");
    desk.press(NONE, Key::Escape);
    desk.save_as(&folder.path("mine.ron"));
    assert!(!desk.document().is_dirty() && !has_quit(&desk));
}

#[test]
fn a_question_between_quitting_and_its_save_does_not_forget_to_quit() {
    let folder = Folder::of_ines();
    folder.put("lir.txt", "A fuel store caught fire in the port of Lir.\n");
    folder.put("taken.ron", "somebody’s");
    let mut desk = Desk::open(&folder, "lir.txt");
    mark(&mut desk, "A fuel store");
    desk.press(CTRL, Key::Q);
    desk.click("Save");
    desk.write_path(&folder.path("taken.ron"));
    desk.assert_says("Replace this file?");
    assert_eq!(folder.read("taken.ron"), "somebody’s");
    desk.click("Replace file");
    assert!(has_quit(&desk) && folder.read("taken.ron").contains("A fuel store"));
}

#[test]
fn a_path_that_is_typed_from_where_the_program_started_is_kept_from_the_root_on() {
    let (folder, _gate, mut desk) = saved();
    let here = std::env::current_dir().unwrap();
    let up: PathBuf = here.components().skip(1).map(|_| "..").collect();
    let typed = up.join(folder.path("typed.ron").strip_prefix("/").unwrap());
    desk.press(CTRL_SHIFT, Key::S);
    desk.write_path(&typed);
    let file = desk.document().file.clone().unwrap();
    assert!(file.path.is_absolute() && file.path.ends_with("news/typed.ron"), "{}", file.path.display());
}

#[test]
fn a_report_is_not_put_in_the_place_of_a_file_without_a_question() {
    let (folder, _gate, mut desk) = saved();
    folder.put("told.html", "somebody’s");
    for answer in ["Cancel", "Replace file"] {
        desk.choose("Make a report…");
        desk.press(CTRL, Key::A);
        desk.write_path(&folder.path("told"));
        desk.assert_says("Replace this file?");
        assert_eq!(folder.read("told.html"), "somebody’s");
        desk.click(answer);
        if answer == "Cancel" {
            desk.press(NONE, Key::Escape);
        }
    }
    assert!(folder.read("told.html").contains("wounding dozens"));
}

#[test]
fn settings_that_cannot_be_written_are_told_once_and_written_as_soon_as_that_is_possible() {
    let (folder, gate, mut desk) = saved();
    gate.set("settings.ron", Trouble::Fails);
    make_dark(&mut desk);
    desk.assert_says("Keeping your settings is tried again");
    desk.click("Close");
    pass(&mut desk, 1.1);
    desk.settle();
    assert!(!desk.said().iter().any(|told| told.contains("is tried again")), "it is told once");
    gate.end();
    pass(&mut desk, 6.0);
    desk.settle();
    desk.assert_says("Your settings are kept");
    let (settings, _) = newsmark::store::Settings::load(&folder.platform.settings);
    assert_eq!(settings.theme, newsmark::store::Theme::Dark);
}

#[test]
fn two_windows_do_not_overwrite_each_others_settings() {
    let (folder, _gate, mut desk) = saved();
    folder.put("lir.txt", "A fuel store caught fire in the port of Lir.\n");
    let mut other = Desk::open(&folder, "lir.txt");
    make_dark(&mut desk);
    mark(&mut other, "A fuel store");
    other.save_as(&folder.path("lir.ron"));
    let (settings, _) = newsmark::store::Settings::load(&folder.platform.settings);
    assert_eq!(settings.theme, newsmark::store::Theme::Dark);
    assert_eq!(settings.recent, [folder.path("lir.ron"), folder.path("karsa.ron")]);
}
