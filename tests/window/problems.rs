//! What may be wrong is found while one works, and gone to.

use eframe::egui::Key;

use crate::desk::{CTRL, Desk, Folder, KARSA, NONE, SHIFT};

const CUT: &str = "The marked words end inside a word or a number";

/// Marks just three letters of the first word, and of that of the next paragraph.
fn two_cut_words() -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    for (motion, key) in [(Key::Home, Key::Num1), (Key::ArrowDown, Key::Num4)] {
        desk.press(CTRL, motion);
        desk.press_times(3, SHIFT, Key::ArrowRight);
        desk.press(SHIFT, key);
    }
    assert_eq!(desk.marks(), ["Casualties: She (Unspecified)", "Claims: She (Unverified)"]);
    (folder, desk)
}

#[test]
fn problems_are_counted_as_they_come_and_go() {
    let (_folder, mut desk) = two_cut_words();
    assert!(desk.has("2 warnings"));
    let problems = &desk.document().problems;
    let places: Vec<usize> = std::iter::successors(problems.next_from(0), |at| problems.next_from(at + 1)).collect();
    let starts: Vec<usize> = desk.project().annotations().iter().map(|mark| mark.spans.start()).collect();
    assert_eq!(places, starts);
    desk.press(CTRL, Key::Z);
    assert!(desk.has("1 warning") && !desk.has("2 warnings"));
    desk.press(CTRL, Key::Z);
    assert!(!desk.has("1 warning"));
    desk.press(NONE, Key::F8);
    desk.assert_says("No problems found");
}

#[test]
fn f8_goes_from_problem_to_problem_and_says_what_is_wrong() {
    let (_folder, mut desk) = two_cut_words();
    desk.press(CTRL, Key::Home);
    desk.press(NONE, Key::F8);
    assert_eq!(desk.selected(), "Casualties: She (Unspecified)");
    desk.assert_says(&format!("Problem 1 of 2: {CUT}"));
    desk.click("Next problem");
    assert_eq!(desk.selected(), "Claims: She (Unverified)");
    desk.assert_says(&format!("Problem 2 of 2: {CUT}"));
    desk.press(NONE, Key::F8);
    assert_eq!(desk.selected(), "Casualties: She (Unspecified)", "from the last it begins anew");
    desk.press(SHIFT, Key::F8);
    assert_eq!(desk.selected(), "Claims: She (Unverified)");
    desk.click("2 warnings");
    assert_eq!(desk.selected(), "Casualties: She (Unspecified)");

    desk.press(NONE, Key::Delete);
    assert!(!desk.said().iter().any(|words| words.contains("Problem 1 of 2")), "what was put right is not told");
}

#[test]
fn from_elsewhere_f8_goes_to_the_problem_nearest_to_the_caret() {
    let (_folder, mut desk) = two_cut_words();
    desk.press(CTRL, Key::ArrowDown);
    desk.press(NONE, Key::Escape);
    desk.press(SHIFT, Key::F8);
    assert_eq!(desk.selected(), "Claims: She (Unverified)");
}
