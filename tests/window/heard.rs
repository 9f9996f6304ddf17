//! What is heard by who does not see the window: marking, the form, review and comparison by ear.

use eframe::egui::Key;

use crate::compare::{comparing, folder as two_projects};
use crate::desk::{CTRL, CTRL_SHIFT, Desk, Folder, KARSA, NONE, SHIFT};
use crate::review::reviewing;
use newsmark::model::Status;

fn karsa() -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.take_heard();
    (folder, desk)
}

#[test]
fn what_cannot_be_shown_is_not_called_hidden() {
    let mut desk = Desk::start(&Folder::of_ines());
    for _ in 0..2 {
        assert_eq!(hear(&mut desk, CTRL, Key::L), "Ledger cannot be shown: no article is open");
        assert_eq!(hear(&mut desk, CTRL_SHIFT, Key::M), "List of problems cannot be shown: no article is open");
    }
}

/// What is heard of a key.
fn hear(desk: &mut Desk, modifiers: eframe::egui::Modifiers, key: Key) -> String {
    desk.take_heard();
    desk.press(modifiers, key);
    desk.take_heard().join(" / ")
}

#[test]
fn a_project_that_opens_says_how_many_marks_it_has() {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    assert_eq!(desk.take_heard(), ["karsa.ron is open, 0 marks"]);
}

#[test]
fn marking_is_heard_step_by_step() {
    let (folder, mut desk) = karsa();
    desk.drag_over("at least 12 people");
    assert_eq!(hear(&mut desk, NONE, Key::Num1), "Marked ‘at least 12 people’ as Casualties");
    assert_eq!(hear(&mut desk, CTRL, Key::Z), "Undone: mark as casualties");
    assert_eq!(hear(&mut desk, CTRL, Key::Z), "Nothing to undo");
    assert_eq!(hear(&mut desk, CTRL_SHIFT, Key::Z), "Redone: mark as casualties");
    assert_eq!(hear(&mut desk, CTRL_SHIFT, Key::Z), "Nothing to redo");
    desk.drag_over("about 4,300 people");
    assert_eq!(hear(&mut desk, NONE, Key::Num1), "Marked ‘about 4,300 people’ as Casualties");
    desk.press(NONE, Key::Escape);
    assert_eq!(hear(&mut desk, NONE, Key::Num2), "‘about 4,300 people’ is Displacement instead");
    let first = "Casualties, ‘at least 12 people’, Unspecified, draft, 1 of 2";
    assert_eq!(hear(&mut desk, NONE, Key::K), first);
    assert_eq!(hear(&mut desk, NONE, Key::J), "Displacement, ‘about 4,300 people’, Unspecified, draft, 2 of 2");
    assert_eq!(
        hear(&mut desk, NONE, Key::J),
        "Displacement, ‘about 4,300 people’, Unspecified, draft, 2 of 2",
        "the last is heard again"
    );
    desk.press(NONE, Key::K);
    assert_eq!(hear(&mut desk, NONE, Key::Delete), "Deleted: ‘at least 12 people’");
    desk.press(CTRL_SHIFT, Key::S);
    desk.write_path(&folder.path("heard.ron"));
    assert_eq!(desk.take_heard().last().map(String::as_str), Some("Saved as heard.ron"));
    assert_eq!(hear(&mut desk, CTRL, Key::S), "Saved");
    assert_eq!(hear(&mut desk, CTRL, Key::S), "Saved", "the same is heard again");
}

#[test]
fn what_was_not_done_is_heard_each_time_it_is_tried() {
    let (_folder, mut desk) = karsa();
    let nothing = hear(&mut desk, NONE, Key::Num1);
    assert!(nothing.starts_with("No words are selected"), "{nothing}");
    assert_eq!(hear(&mut desk, NONE, Key::Num1), nothing);
}

#[test]
fn headings_and_boundaries_are_heard() {
    let (_folder, mut desk) = karsa();
    assert_eq!(hear(&mut desk, NONE, Key::H), "Heading ‘At the hospital’");
    assert_eq!(hear(&mut desk, NONE, Key::H), "Heading ‘Two accounts’");
    assert_eq!(hear(&mut desk, SHIFT, Key::H), "Heading ‘At the hospital’");
    desk.press_times(2, SHIFT, Key::H);
    assert_eq!(hear(&mut desk, SHIFT, Key::H), "No heading there");
    desk.drag_over("at least 12 people");
    desk.press(NONE, Key::Num1);
    assert_eq!(hear(&mut desk, NONE, Key::B), "Moving the boundaries of ‘at least 12 people’");
    assert_eq!(hear(&mut desk, NONE, Key::ArrowRight), "‘at least 12 people and’");
    assert_eq!(hear(&mut desk, SHIFT, Key::ArrowLeft), "‘killing at least 12 people and’");
    assert_eq!(hear(&mut desk, NONE, Key::Escape), "Boundaries as they were");
    desk.press(NONE, Key::B);
    desk.press(SHIFT, Key::ArrowLeft);
    assert_eq!(hear(&mut desk, NONE, Key::Enter), "Boundaries kept: ‘killing at least 12 people’");
}

#[test]
fn hits_are_heard_with_their_place() {
    let (_folder, mut desk) = karsa();
    desk.press(CTRL, Key::F);
    desk.take_heard();
    desk.write("hospital");
    let first = desk.take_heard().join(" / ");
    assert!(first.starts_with("1 of ") && first.contains("hospital"), "{first}");
    let second = hear(&mut desk, NONE, Key::Enter);
    assert!(second.starts_with("2 of "), "{second}");
    desk.write("zzz");
    assert_eq!(desk.take_heard(), ["No hits"]);
}

#[test]
fn a_review_is_done_by_ear() {
    let (_folder, mut desk) = reviewing("Tomas Reed", Status::Submitted, true);
    let begun = desk.take_heard();
    assert_eq!(begun.last().map(String::as_str), Some("Review, 3 marks wait for you"));
    let second = "Displacement, ‘Some 4,300’, Unspecified, submitted";
    assert_eq!(hear(&mut desk, NONE, Key::A), format!("Approved, 2 left. {second}"));
    assert_eq!(hear(&mut desk, NONE, Key::J), "Quotes, ‘“We counted,”’, Unspecified, submitted, 2 of 2");
    assert_eq!(hear(&mut desk, NONE, Key::N), format!("Put off, 2 left. {second}"));
    assert_eq!(hear(&mut desk, NONE, Key::X), "Rejected, 1 left. Quotes, ‘“We counted,”’, Unspecified, submitted");
    assert_eq!(hear(&mut desk, CTRL, Key::Z), "Undone: reject mark");
    desk.press(NONE, Key::R);
    desk.write("Who counted?");
    desk.take_heard();
    desk.press(CTRL, Key::Enter);
    let sent = desk.take_heard().join(" / ");
    assert!(sent.starts_with("Sent back, 1 left. "), "{sent}");
    assert_eq!(hear(&mut desk, NONE, Key::A), "Approved, none left");
    assert_eq!(hear(&mut desk, CTRL, Key::Num1), "Annotate");
}

#[test]
fn a_comparison_is_decided_by_ear() {
    let folder = two_projects();
    let mut desk = comparing(&folder);
    let begun = desk.take_heard().pop().unwrap_or_default();
    assert!(begun.starts_with("Compare. 1 of 4: Casualties, "), "{begun}");
    let taken = hear(&mut desk, NONE, Key::ArrowLeft);
    assert!(taken.contains("Ines’s is taken. Next: Number. "), "{taken}");
    let level = hear(&mut desk, NONE, Key::ArrowUp);
    assert!(level.starts_with("Boundary. Ines: "), "{level}");
    let settled = hear(&mut desk, NONE, Key::Enter);
    assert!(settled.starts_with("Settled, 3 left. 2 of 4: "), "{settled}");
    let undone = hear(&mut desk, CTRL, Key::Z);
    assert!(undone.starts_with("Undone. 1 of 4: "), "{undone}");
    let next = hear(&mut desk, NONE, Key::J);
    assert!(next.starts_with("2 of 4: "), "{next}");
    assert_eq!(hear(&mut desk, NONE, Key::A), "1 mark accepted on which all agree");
    assert_eq!(hear(&mut desk, CTRL, Key::Num1), "Annotate");
}
