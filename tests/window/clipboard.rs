//! What is copied goes to the system, and what others copied comes in.
#![expect(clippy::unwrap_used, reason = "it serves tests, where a failure has to be loud")]

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use eframe::egui::{Event, Key, PointerButton};
use egui_kittest::kittest::Queryable;
use newsmark::app::{Board, Clipboard, Kind};

use crate::desk::{CTRL, CTRL_SHIFT, Desk, Folder, KARSA, NONE};

/// A system with a clipboard and a primary selection, whose holder may take its time.
#[derive(Clone, Default)]
struct System(Arc<Kept>);

#[derive(Default)]
struct Kept {
    copied: Mutex<Option<(String, Option<String>)>>,
    selected: Mutex<Option<String>>,
    takes_milliseconds: AtomicU64,
}

impl Board for System {
    fn set(&self, kind: Kind, text: String, html: Option<String>) -> bool {
        match kind {
            Kind::Copied => *self.0.copied.lock().unwrap() = Some((text, html)),
            Kind::Selected => *self.0.selected.lock().unwrap() = Some(text),
        }
        true
    }

    fn get(&self, kind: Kind) -> Option<String> {
        std::thread::sleep(Duration::from_millis(self.0.takes_milliseconds.load(Ordering::Relaxed)));
        match kind {
            Kind::Copied => self.0.copied.lock().unwrap().as_ref().map(|(text, _)| text.clone()),
            Kind::Selected => self.0.selected.lock().unwrap().clone(),
        }
    }
}

impl System {
    /// What was copied, once that has come.
    fn copied(&self) -> (String, Option<String>) {
        wait_for(|| self.0.copied.lock().unwrap().take())
    }

    fn selected(&self) -> String {
        wait_for(|| self.0.selected.lock().unwrap().clone())
    }

    fn holds(&self, text: &str) {
        *self.0.copied.lock().unwrap() = Some((text.to_owned(), None));
    }
}

fn wait_for<T>(mut get: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + Duration::from_secs(10);
    loop {
        if let Some(got) = get() {
            return got;
        }
        assert!(Instant::now() < deadline, "it does not come");
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn desk() -> (Folder, Desk, System) {
    let mut folder = Folder::of_ines();
    let system = System::default();
    folder.platform.clipboard = Clipboard::of(system.clone());
    folder.put("karsa.txt", KARSA);
    let desk = Desk::open(&folder, "karsa.txt");
    (folder, desk, system)
}

/// Ctrl and a letter as the window gets them, told by their place where the layout has other letters.
fn ctrl(key: Key) -> Vec<Event> {
    let event = |pressed| Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers: CTRL };
    vec![event(true), event(false)]
}

#[test]
fn words_of_the_article_go_to_the_system_with_ctrl_c_and_as_a_citation_with_their_form() {
    let (_folder, mut desk, system) = desk();
    desk.drag_over("wounding dozens");
    assert_eq!(system.selected(), "wounding dozens", "what is selected is there for the middle button");
    desk.frame(ctrl(Key::C));
    assert_eq!(system.copied(), ("wounding dozens".to_owned(), None));
    desk.press(CTRL_SHIFT, Key::C);
    let (text, html) = system.copied();
    assert!(text.starts_with("“wounding dozens” ") && text.contains("Karsa"), "{text}");
    let html = html.unwrap();
    assert!(html.starts_with("“wounding dozens” <cite>"), "{html}");
}

#[test]
fn a_field_cuts_copies_and_pastes_through_the_system() {
    let (_folder, mut desk, system) = desk();
    desk.press(CTRL, Key::F);
    system.holds("wounding\u{1b} dozens\r\n");
    desk.frame(ctrl(Key::V));
    desk.settle();
    desk.assert_holds("Find in the article", "wounding dozens");
    desk.press(CTRL, Key::A);
    desk.frame(ctrl(Key::X));
    desk.settle();
    // It is put there by a thread of its own.
    wait_for(|| (system.copied().0 == "wounding dozens").then_some(()));
    desk.assert_holds("Find in the article", "");
}

#[test]
fn what_is_typed_behind_a_paste_comes_after_it() {
    let (_folder, mut desk, system) = desk();
    desk.press(CTRL, Key::F);
    system.holds("wounding");
    system.0.takes_milliseconds.store(120, Ordering::Relaxed);
    desk.frame([ctrl(Key::V), vec![Event::Text(" doz".to_owned())]].concat());
    desk.frame(vec![Event::Text("ens".to_owned())]);
    desk.settle();
    desk.assert_holds("Find in the article", "wounding dozens");
}

#[test]
fn a_holder_that_does_not_answer_is_told_and_the_window_goes_on() {
    let (_folder, mut desk, system) = desk();
    desk.press(CTRL, Key::F);
    system.holds("never");
    system.0.takes_milliseconds.store(4000, Ordering::Relaxed);
    let begun = Instant::now();
    desk.frame([ctrl(Key::V), vec![Event::Text("typed".to_owned())]].concat());
    assert!(begun.elapsed() < Duration::from_millis(500), "the frame does not wait");
    desk.settle();
    assert!(begun.elapsed() < Duration::from_millis(2500), "{:?}", begun.elapsed());
    desk.assert_says("The program that holds the clipboard does not answer. Nothing was pasted");
    desk.assert_holds("Find in the article", "typed");
}

#[test]
fn the_middle_button_pastes_what_is_selected_elsewhere() {
    let (_folder, mut desk, system) = desk();
    desk.press(CTRL, Key::F);
    *system.0.selected.lock().unwrap() = Some("dozens".to_owned());
    let pos = desk.harness.get_by_label("Find in the article").rect().center();
    let middle = |pressed| Event::PointerButton { pos, button: PointerButton::Middle, pressed, modifiers: NONE };
    desk.frame(vec![Event::PointerMoved(pos)]);
    desk.frame(vec![middle(true)]);
    desk.frame(vec![middle(false)]);
    desk.settle();
    desk.assert_holds("Find in the article", "dozens");
}
