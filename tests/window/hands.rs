//! Other hands: what another program writes into the project's file, and what both changed.
#![expect(clippy::unwrap_used, reason = "it serves tests, where a failure has to be loud")]

use std::sync::Arc;

use eframe::egui::Key;
use newsmark::edit::OpenProject;
use newsmark::model::{Annotation, Category, Change, FieldPath, FieldValue, Person, Project, Span, Spans, Time};
use newsmark::store::{Expected, Printed, parse};

use crate::desk::{CTRL, Desk, Folder, KARSA, NONE};

const CHANGED: &str = "Another program has changed the project’s file";
/// A mark of a record, as each side changes it.
const DEAD: &str = "at least 12 people";

/// A window of Ines with a project of two marks, saved, and the first of them selected.
fn saved() -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num1);
    desk.drag_over(DEAD);
    desk.press(NONE, Key::Num1);
    desk.save_as(&folder.path("karsa.ron"));
    (folder, desk)
}

fn in_file(folder: &Folder, name: &str) -> Project {
    parse(folder.read(name).as_bytes()).unwrap().project
}

/// The mark of that project on these words.
fn mark_on(project: &Project, words: &str) -> Option<Arc<Annotation>> {
    let text = &project.article().text;
    let mut marks = project.annotations().iter();
    marks.find(|mark| text.words(mark.spans.as_slice()[0]) == words).cloned()
}

fn note_of(project: &Project) -> String {
    mark_on(project, DEAD).unwrap().note.clone()
}

/// Tomas works on the file on another machine and saves it, as that name.
fn tomas_saves(folder: &Folder, as_name: &str, edit: impl FnOnce(&mut OpenProject)) {
    let mut open = OpenProject::new(in_file(folder, "karsa.ron"), true);
    open.person = Person::new("Tomas Reed");
    edit(&mut open);
    let project = open.begin_save(Time(1_773_662_300));
    Printed::of(&project).save(&folder.path(as_name), Expected::Anything).unwrap();
}

fn marks_health_office(open: &mut OpenProject) {
    let text = &open.project().article().text;
    let start = text.find("the district health office").unwrap();
    let span = Span::new(start, start + "the district health office".len()).unwrap();
    let id = newsmark::model::AnnotationId::from_u64(7);
    let mark = Annotation::draft(id, Spans::from(span), Category::Claims, Person::new("Tomas Reed").unwrap());
    open.adopt("mark", Change::Insert(Arc::new(mark)), Time(1)).unwrap();
}

fn notes(open: &mut OpenProject, note: &str) {
    let id = mark_on(open.project(), DEAD).unwrap().id;
    open.set_field(id, FieldPath::Note, FieldValue::Text(note.to_owned()), Time(1)).unwrap();
}

/// The window's own edit of that note, not saved.
fn ines_notes(desk: &mut Desk, note: &str) {
    desk.click_words(1, DEAD);
    desk.click("Note");
    desk.press(CTRL, Key::A);
    desk.write(note);
    desk.press(NONE, Key::Escape);
    assert_eq!(note_of(desk.project()), note);
}

/// Leaves the window and comes back to it.
fn come_back(desk: &mut Desk) {
    desk.harness.input_mut().focused = false;
    desk.settle();
    desk.harness.input_mut().focused = true;
    desk.settle();
}

/// A window with another note than the file: one conflict, merged.
fn contested() -> (Folder, Desk) {
    let (folder, mut desk) = saved();
    ines_notes(&mut desk, "Ministry");
    tomas_saves(&folder, "karsa.ron", |open| notes(open, "Hospital"));
    come_back(&mut desk);
    desk.click("Merge");
    (folder, desk)
}

#[test]
fn what_another_program_saved_is_merged_and_both_edits_stand_in_the_file() {
    let (folder, mut desk) = saved();
    ines_notes(&mut desk, "Ministry");
    tomas_saves(&folder, "karsa.ron", marks_health_office);
    come_back(&mut desk);
    desk.assert_says(CHANGED);
    desk.click("Merge");
    desk.assert_says("Merged with the file: 1 change taken in. ");
    desk.assert_says("undoes the merge");
    assert_eq!((desk.marks().len(), note_of(desk.project()).as_str()), (3, "Ministry"));
    desk.press(CTRL, Key::Z);
    assert_eq!((desk.marks().len(), note_of(desk.project()).as_str()), (2, "Ministry"));
    desk.press(CTRL, Key::Y);
    desk.press(CTRL, Key::S);
    assert!(!desk.document().is_dirty());
    drop(desk);
    let file = in_file(&folder, "karsa.ron");
    assert_eq!(note_of(&file), "Ministry");
    assert!(mark_on(&file, "the district health office").is_some());
    let desk = Desk::open(&folder, "karsa.ron");
    assert_eq!(desk.marks().len(), 3);
}

#[test]
fn after_the_undo_of_a_merge_a_save_does_not_overwrite_what_the_other_program_wrote() {
    for has_crashed in [false, true] {
        for has_own_edits in [false, true] {
            let (folder, mut desk) = saved();
            let after;
            if has_own_edits {
                ines_notes(&mut desk, "Ministry");
            }
            tomas_saves(&folder, "karsa.ron", marks_health_office);
            let theirs = folder.read("karsa.ron");
            come_back(&mut desk);
            desk.click("Merge");
            assert_eq!(desk.marks().len(), 3);
            desk.press(CTRL, Key::Z);
            if has_crashed {
                after = folder.after_a_crash();
                drop(desk);
                desk = Desk::start(&after);
                desk.assert_says("Newsmark ended before these were saved");
                desk.press(NONE, Key::Enter);
            }
            assert_eq!(desk.marks().len(), 2);
            desk.press(CTRL, Key::S);
            desk.assert_says("Another program has changed this project");
            assert_eq!(folder.read("karsa.ron"), theirs, "crashed: {has_crashed}, own edits: {has_own_edits}");
            desk.press(NONE, Key::Enter);
            assert_eq!(desk.marks().len(), 3, "theirs can be taken in again");
            desk.press(CTRL, Key::S);
            assert!(!desk.document().is_dirty());
            let file = in_file(&folder, "karsa.ron");
            assert_eq!((file.annotations().len(), note_of(&file).is_empty()), (3, !has_own_edits));
        }
    }
}

#[test]
fn a_window_without_edits_takes_in_what_is_in_the_file_and_is_saved() {
    let (folder, mut desk) = saved();
    tomas_saves(&folder, "karsa.ron", marks_health_office);
    come_back(&mut desk);
    desk.click("Merge");
    assert_eq!(desk.marks().len(), 3);
    assert!(!desk.document().is_dirty(), "all of it stands in the file");
    come_back(&mut desk);
    assert!(!desk.has(CHANGED));
    let after = folder.after_a_crash();
    drop(desk);
    assert!(!Desk::start(&after).has("Newsmark ended before these were saved"));
}

#[test]
fn a_save_that_finds_the_file_changed_recommends_to_merge() {
    let (folder, mut desk) = saved();
    ines_notes(&mut desk, "Ministry");
    tomas_saves(&folder, "karsa.ron", marks_health_office);
    desk.press(CTRL, Key::S);
    desk.assert_says("Another program has changed this project");
    desk.press(NONE, Key::Enter);
    desk.assert_says("Merged with the file: 1 change taken in");
    desk.press(CTRL, Key::S);
    let file = in_file(&folder, "karsa.ron");
    assert_eq!((file.annotations().len(), note_of(&file).as_str()), (3, "Ministry"));
}

#[test]
fn what_cannot_be_merged_is_told_and_nothing_changes() {
    let (folder, mut desk) = saved();
    ines_notes(&mut desk, "Ministry");
    let lir = include_bytes!("../../projects/port-of-lir.ron");
    for (content, sentence) in
        [(&lir[..], "The two projects are of different articles"), (b"(version: 1,", "Nothing was merged.")]
    {
        folder.put("karsa.ron", content);
        come_back(&mut desk);
        desk.click("Merge");
        desk.assert_says(sentence);
        desk.click("Close");
        assert_eq!((desk.marks().len(), note_of(desk.project()).as_str()), (2, "Ministry"));
        desk.press(CTRL, Key::S);
        desk.assert_says("Another program has changed this project");
        desk.press(NONE, Key::Escape);
        assert_eq!(folder.read("karsa.ron").len(), String::from_utf8_lossy(content).len());
    }
}

#[test]
fn a_conflict_is_settled_by_keyboard_and_gone_from_the_saved_file() {
    let (folder, mut desk) = contested();
    desk.assert_says("1 conflict left to settle");
    assert_eq!(note_of(desk.project()), "Ministry", "ours stands");
    desk.press(CTRL, Key::S);
    assert!(folder.read("karsa.ron").contains("conflicts:"));

    desk.press(CTRL, Key::Num3);
    desk.assert_says("Conflicts, 1");
    assert!(
        desk.has("Casualties, at least 12 people, Note: here Ministry, in the other file Hospital"),
        "{:#?}",
        desk.said()
    );
    desk.assert_says("In the other file: Hospital");
    desk.assert_says("Before both: ");
    desk.press(NONE, Key::Num2);
    assert_eq!(note_of(desk.project()), "Hospital");
    desk.assert_says("Nothing is left to settle");
    desk.press(CTRL, Key::Z);
    assert_eq!(note_of(desk.project()), "Ministry");
    desk.assert_says("Conflicts, 1");
    desk.press(NONE, Key::ArrowRight);
    desk.press(CTRL, Key::S);
    assert!(!folder.read("karsa.ron").contains("conflicts:"));
    assert_eq!(note_of(&in_file(&folder, "karsa.ron")), "Hospital");
    desk.press(CTRL, Key::Num1);
    assert_eq!(desk.marks().len(), 2);
}

#[test]
fn the_notice_and_the_list_of_problems_lead_to_the_conflict() {
    let (_folder, mut desk) = contested();
    desk.click("Settle conflicts");
    desk.assert_says("Settle what a merge left open");
    desk.press(NONE, Key::B);
    desk.assert_says("Marks are changed in Annotate");
    desk.click("Close");
    desk.press(CTRL, Key::Num1);
    desk.press(eframe::egui::Modifiers { shift: true, ..CTRL }, Key::M);
    desk.press(NONE, Key::End);
    let rows = desk.rows("Problems");
    let row = rows.iter().position(|row| row.contains("A merge left “Note” open")).unwrap();
    desk.press(NONE, Key::Home);
    desk.press_times(row, NONE, Key::ArrowDown);
    desk.press(NONE, Key::Enter);
    desk.assert_says("Conflicts, 1");
    desk.click("Before both: Not stated");
    assert_eq!(note_of(desk.project()), "");
    desk.assert_says("Nothing is left to settle");
}

#[test]
fn a_crash_after_a_merge_takes_nothing_and_can_be_merged_again() {
    let (folder, desk) = contested();
    let after = folder.after_a_crash();
    drop(desk);
    let mut desk = Desk::start(&after);
    desk.assert_says("Its file was changed since; the two can be merged");
    desk.press(NONE, Key::Enter);
    desk.assert_says(CHANGED);
    assert_eq!((note_of(desk.project()).as_str(), desk.project().conflicts().len()), ("Ministry", 1));
    desk.click("Merge");
    assert_eq!((note_of(desk.project()).as_str(), desk.project().conflicts().len()), ("Ministry", 1));
    desk.press(CTRL, Key::S);
    assert!(!desk.document().is_dirty());
    assert_eq!(note_of(&in_file(&folder, "karsa.ron")), "Ministry");
}

#[test]
fn a_conflicted_copy_of_a_synchronised_folder_is_offered_until_it_holds_nothing_more() {
    let (folder, desk) = saved();
    drop(desk);
    let copy = "karsa (Tomas Reed's conflicted copy 2026-03-16).ron";
    tomas_saves(&folder, copy, |open| {
        marks_health_office(open);
        notes(open, "Hospital");
    });
    let mut desk = Desk::open(&folder, "karsa.ron");
    desk.assert_says("A conflicted copy of this project stands beside it: karsa (Tomas");
    desk.click("Merge copy");
    desk.assert_says("2 changes taken in, 1 conflict left to settle");
    assert_eq!(desk.marks().len(), 3);
    desk.click("Settle conflicts");
    desk.press(NONE, Key::Num2);
    assert_eq!(note_of(desk.project()), "Hospital");
    desk.press(CTRL, Key::S);
    drop(desk);
    assert!(folder.path(copy).exists(), "the copy is for its owner to delete");
    let desk = Desk::open(&folder, "karsa.ron");
    assert_eq!((desk.marks().len(), desk.project().conflicts().len()), (3, 0));
    assert!(!desk.has("Merge copy"), "{:#?}", desk.said());
}

#[test]
fn in_a_narrow_window_no_key_answers_before_the_sides_are_seen() {
    let (folder, mut desk) = contested();
    desk.press(CTRL, Key::S);
    drop(desk);
    let mut desk = Desk::start_with(&folder, &[folder.path("karsa.ron")], eframe::egui::vec2(900.0, 620.0));
    desk.press(CTRL, Key::Num3);
    desk.assert_says("In the other file: Hospital");
    desk.press(CTRL, Key::J);
    assert!(!desk.has("In the other file: Hospital"));
    desk.press(NONE, Key::Num2);
    desk.assert_says("In the other file: Hospital");
    assert_eq!(note_of(desk.project()), "Ministry");
    desk.press(NONE, Key::Num2);
    assert_eq!(note_of(desk.project()), "Hospital");
}
