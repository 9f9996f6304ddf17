//! Marks are judged, talked about, sent back and signed.
#![expect(clippy::unwrap_used, reason = "it serves tests, where a failure has to be loud")]

use eframe::egui::{Key, vec2};
use egui_kittest::kittest::Queryable;
use newsmark::model::{
    Annotation, AnnotationId, Article, Card, Category, Change, Person, Project, ProjectSettings, Span, Status, Text,
};
use newsmark::store::{self, Expected};

use crate::desk::{CTRL, Desk, Folder, NONE};

const TEXT: &str =
    "At least 12 people died in the market.\n\nSome 4,300 fled to the school.\n\n“We counted,” he said.\n";
const WORDS: [(Category, &str); 3] = [
    (Category::Casualties, "At least 12 people"),
    (Category::Displacement, "Some 4,300"),
    (Category::Quotes, "“We counted,”"),
];

/// Three marks of Ines Varga with that status each, in a project file.
fn project(status: Status, four_eyes: bool) -> Project {
    let mut project = Project::new(Article { text: Text::new(TEXT.to_owned()), card: Card::default() });
    for (n, (category, words)) in WORDS.iter().enumerate() {
        let start = TEXT.find(words).unwrap();
        let (span, author) = (Span::new(start, start + words.len()).unwrap(), Person::new("Ines Varga").unwrap());
        let annotation = Annotation::draft(AnnotationId::from_u64(n as u64 + 1), span, *category, author);
        project.apply(Change::Insert(Annotation { status, ..annotation }.into())).unwrap();
    }
    project.apply(Change::ReplaceSettings(ProjectSettings { four_eyes, ..ProjectSettings::default() })).unwrap();
    project
}

fn folder_of(person: &str, project: &Project) -> Folder {
    let folder = Folder::new();
    folder.set(|settings| settings.person = person.to_owned());
    store::save(project, &folder.path("market.ron"), Expected::Nothing).unwrap();
    folder
}

/// The window of a person who opened the project and went on to Review.
pub fn reviewing(person: &str, status: Status, four_eyes: bool) -> (Folder, Desk) {
    let folder = folder_of(person, &project(status, four_eyes));
    let mut desk = Desk::open(&folder, "market.ron");
    desk.press(CTRL, Key::Num2);
    (folder, desk)
}

/// Saves, and opens the project as another person.
fn handed_to(person: &str, folder: &Folder, mut desk: Desk) -> Desk {
    desk.press(CTRL, Key::S);
    desk.press(CTRL, Key::W);
    drop(desk);
    folder.set(|settings| settings.person = person.to_owned());
    Desk::open(folder, "market.ron")
}

fn statuses(desk: &Desk) -> Vec<Status> {
    desk.project().annotations().iter().map(|annotation| annotation.status).collect()
}

#[test]
fn a_queue_is_worked_to_zero_and_signed_off_by_keyboard_alone() {
    let (_folder, mut desk) = reviewing("Tomas Reed", Status::Submitted, true);
    desk.assert_says("3 of 3 left");
    desk.assert_says("Reviewing as Tomas Reed");
    desk.assert_says("Four eyes on");
    assert_eq!(desk.selected(), "Casualties: At least 12 people (Unspecified)");
    desk.press(NONE, Key::N);
    assert_eq!(desk.selected(), "Displacement: Some 4,300 (Unspecified)");
    desk.press(NONE, Key::A);
    assert_eq!(desk.selected(), "Quotes: “We counted,” (Unspecified)");
    desk.press(NONE, Key::K);
    assert_eq!(desk.selected(), "Casualties: At least 12 people (Unspecified)", "what was put off comes last");
    desk.press(NONE, Key::X);
    assert_eq!(desk.selected(), "Quotes: “We counted,” (Unspecified)");
    desk.press(NONE, Key::A);
    assert_eq!(statuses(&desk), [Status::Rejected, Status::Approved, Status::Approved]);
    desk.assert_says("Nothing waits for you");
    desk.assert_says("2\u{a0}approved, 1\u{a0}rejected");
    desk.press(CTRL, Key::Z);
    assert_eq!(statuses(&desk), [Status::Rejected, Status::Approved, Status::Submitted]);
    assert_eq!(desk.selected(), "Quotes: “We counted,” (Unspecified)");
    desk.press(NONE, Key::A);

    desk.tab_to("Sign off");
    desk.press(NONE, Key::Enter);
    desk.assert_says("Signed off by Tomas Reed, on 2026-03-16; nothing changed since");
    assert_eq!(desk.project().sign_offs().len(), 1);
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.project().sign_offs().len(), 0);
}

#[test]
fn who_asks_for_changes_says_what_and_the_author_answers_and_submits_again() {
    let (folder, mut desk) = reviewing("Tomas Reed", Status::Submitted, false);
    desk.press(NONE, Key::R);
    assert_eq!(desk.focused(), "What should change");
    desk.press(NONE, Key::Enter);
    assert_eq!(statuses(&desk)[0], Status::Submitted, "without words nothing is sent back");
    desk.write_and_enter("Is it a toll of the day?");
    assert_eq!(statuses(&desk)[0], Status::ChangesRequested);
    assert_eq!(desk.selected(), "Displacement: Some 4,300 (Unspecified)");
    desk.press(CTRL, Key::Z);
    let first = desk.project().annotations().iter().next().unwrap();
    assert_eq!((first.status, first.comments.len()), (Status::Submitted, 0), "status and comment are one step");
    desk.press(NONE, Key::R);
    desk.write_and_enter("Is it a toll of the day?");

    let mut desk = handed_to("Ines Varga", &folder, desk);
    desk.press(NONE, Key::J);
    desk.assert_says("Tomas Reed asked for changes: “Is it a toll of the day?”");
    desk.assert_says("Tomas Reed asked for changes");
    desk.click("Reply");
    desk.write_and_enter("Yes, of Sunday");
    assert_eq!(desk.focused(), "Article");
    desk.press(NONE, Key::S);
    assert_eq!(statuses(&desk)[0], Status::Submitted);
    desk.assert_says("Ines Varga submitted it");

    let mut desk = handed_to("Tomas Reed", &folder, desk);
    desk.press(CTRL, Key::Num2);
    assert_eq!(desk.selected(), "Casualties: At least 12 people (Unspecified)");
    desk.assert_says("Yes, of Sunday");
    desk.assert_says("Tomas Reed asked for changes");
    desk.assert_says("Ines Varga submitted it");
}

#[test]
fn four_eyes_refuse_ones_own_approval_with_a_sentence() {
    let (_folder, mut desk) = reviewing("Ines Varga", Status::Submitted, true);
    desk.assert_says("Waiting for somebody else");
    desk.assert_says("Nothing waits for you");
    desk.assert_says("0 left to review");
    desk.click("Waiting for somebody else, 3");
    desk.press(NONE, Key::J);
    desk.press(NONE, Key::A);
    desk.assert_says("You last changed this mark. In this project somebody else must approve it");
    assert_eq!(statuses(&desk), [Status::Submitted; 3]);
}

#[test]
fn an_edit_opens_an_approved_mark_again() {
    let (_folder, mut desk) = reviewing("Tomas Reed", Status::Submitted, false);
    desk.press(NONE, Key::A);
    desk.press(CTRL, Key::Num1);
    desk.press(NONE, Key::K);
    desk.press(NONE, Key::Num4);
    assert_eq!(statuses(&desk)[0], Status::Submitted);
    desk.press(CTRL, Key::Z);
    assert_eq!(statuses(&desk)[0], Status::Approved);
}

#[test]
fn the_record_is_edited_in_place_and_esc_leads_back() {
    let (_folder, mut desk) = reviewing("Tomas Reed", Status::Submitted, false);
    desk.assert_says("Nothing is known of it yet");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.focused(), "Harm");
    desk.press(NONE, Key::Escape);
    assert!(desk.has("Approve") && !desk.has("Harm"));
    assert_eq!(desk.focused(), "Article");
}

#[test]
fn what_changed_since_i_signed_off_is_shown_alone() {
    let (_folder, mut desk) = reviewing("Tomas Reed", Status::Approved, false);
    desk.click("Sign off");
    desk.assert_says("nothing changed since");
    desk.click("Approved, 3");
    desk.press(NONE, Key::J);
    desk.press(NONE, Key::Num4);
    desk.assert_says("1 mark changed since");
    desk.click("Only what changed since I signed off");
    desk.assert_says("Waiting for you, 1");
    assert!(!desk.has("Approved, 2"), "what is as it was signed is left out");
    desk.press(CTRL, Key::Z);
    desk.assert_says("nothing changed since");
}

#[test]
fn a_mark_that_was_signed_and_deleted_since_is_counted_and_named() {
    let (_folder, mut desk) = reviewing("Tomas Reed", Status::Approved, false);
    desk.click("Sign off");
    desk.press(CTRL, Key::Num1);
    desk.click_words(1, "Some 4,300");
    desk.press(NONE, Key::Delete);
    assert_eq!(desk.marks().len(), 2);
    desk.press(CTRL, Key::Num2);
    desk.assert_says("1 mark deleted since");
    desk.assert_says("Deleted: “Some 4,300”");
    desk.press(CTRL, Key::Z);
    desk.assert_says("nothing changed since");
}

#[test]
fn the_undo_of_a_notice_belongs_to_its_step_and_goes_with_the_next() {
    let (_folder, mut desk) = reviewing("Tomas Reed", Status::Draft, false);
    desk.choose("Submit all drafts");
    desk.assert_says("3 drafts were submitted");
    // Where undo means something else, that of the notice still means its step.
    desk.press(CTRL, Key::Num3);
    let all = desk.harness.query_all_by_label("Undo");
    let places = all.map(|node| node.rect().center());
    let at = places.max_by(|one, other| one.y.total_cmp(&other.y)).unwrap();
    desk.click_at(at);
    assert_eq!(statuses(&desk), [Status::Draft; 3]);
    desk.press(CTRL, Key::Num2);

    desk.choose("Submit all drafts");
    desk.press(NONE, Key::J);
    desk.press(NONE, Key::A);
    assert!(!desk.has("3 drafts were submitted"), "another step followed");
    desk.press(CTRL, Key::Z);
    assert_eq!(statuses(&desk), [Status::Submitted; 3]);
}

#[test]
fn a_notice_that_asks_for_nothing_goes_after_a_while_and_not_while_the_pointer_is_on_it() {
    let (_folder, mut desk) = reviewing("Tomas Reed", Status::Draft, false);
    desk.press(NONE, Key::A);
    desk.choose("Submit all drafts");
    let told = "3 drafts were submitted";
    let at = desk.harness.get_by_label(told).rect().center();
    desk.frame(vec![eframe::egui::Event::PointerMoved(at)]);
    for _ in 0..30 {
        desk.wait();
    }
    assert!(desk.has(told));
    desk.frame(vec![eframe::egui::Event::PointerMoved(eframe::egui::pos2(700.0, 300.0))]);
    for _ in 0..15 {
        desk.wait();
    }
    assert!(desk.has(told));
    for _ in 0..10 {
        desk.wait();
    }
    assert!(!desk.has(told));
}

#[test]
fn all_drafts_are_submitted_in_one_step() {
    let (_folder, mut desk) = reviewing("Tomas Reed", Status::Draft, false);
    desk.press(CTRL, Key::Num1);
    desk.choose("Submit all drafts");
    assert_eq!(statuses(&desk), [Status::Submitted; 3]);
    desk.assert_says("3 drafts were submitted");
    desk.press(CTRL, Key::Z);
    assert_eq!(statuses(&desk), [Status::Draft; 3]);
}

#[test]
fn the_key_after_a_button_that_is_gone_is_for_the_article() {
    let (_folder, mut desk) = reviewing("Ines Varga", Status::Draft, false);
    desk.click("Submit all drafts");
    desk.press(NONE, Key::J);
    desk.press(NONE, Key::A);
    assert_eq!(statuses(&desk), [Status::Approved, Status::Submitted, Status::Submitted]);
}

#[test]
fn a_draft_is_not_judged_before_it_is_submitted() {
    let (_folder, mut desk) = reviewing("Tomas Reed", Status::Draft, false);
    desk.click("Drafts, 3");
    desk.press(NONE, Key::J);
    desk.press(NONE, Key::A);
    desk.assert_says("This is a draft: it can be judged once it is submitted");
    desk.press(NONE, Key::S);
    desk.press(NONE, Key::A);
    assert_eq!(statuses(&desk), [Status::Approved, Status::Draft, Status::Draft]);
}

#[test]
fn who_has_no_name_is_asked_before_the_first_decision() {
    let (_folder, mut desk) = reviewing("", Status::Submitted, false);
    desk.press(NONE, Key::A);
    desk.assert_says("Who reviews?");
    desk.write("Tomas Reed");
    desk.press(NONE, Key::Enter);
    assert_eq!(statuses(&desk)[0], Status::Approved);
    let judge = desk.project().annotations().iter().next().unwrap().judge.clone();
    assert_eq!(judge, Person::new("Tomas Reed"));
}

#[test]
fn ones_own_comment_is_changed_and_deleted_and_each_is_undone() {
    let (_folder, mut desk) = reviewing("Tomas Reed", Status::Submitted, false);
    let said = |desk: &Desk| -> Vec<String> {
        let first = desk.project().annotations().iter().next().unwrap();
        first.comments.iter().map(|comment| comment.text.clone()).collect()
    };
    desk.click("Reply");
    desk.write_and_enter("Wich day?");
    assert_eq!(said(&desk), ["Wich day?"]);
    desk.click("Your comment");
    desk.click("Change comment");
    assert_eq!(desk.focused(), "Comment");
    desk.press(CTRL, Key::A);
    desk.write_and_enter("Which day?");
    assert_eq!(said(&desk), ["Which day?"]);
    desk.click("Your comment");
    desk.click("Delete comment");
    assert!(said(&desk).is_empty());
    desk.press(CTRL, Key::Z);
    assert_eq!(said(&desk), ["Which day?"]);
    desk.press(CTRL, Key::Z);
    assert_eq!(said(&desk), ["Wich day?"]);
    desk.press(CTRL, Key::Z);
    assert!(said(&desk).is_empty());
}

#[test]
fn what_is_typed_and_not_sent_is_there_after_a_look_at_another_mark() {
    let (_folder, mut desk) = reviewing("Tomas Reed", Status::Submitted, false);
    desk.click("Reply");
    desk.write("Which day");
    desk.press(NONE, Key::Escape);
    desk.press_times(3, NONE, Key::J);
    assert_eq!(desk.selected(), "Casualties: At least 12 people (Unspecified)");
    desk.click("Reply");
    desk.press(NONE, Key::End);
    desk.write_and_enter("?");
    let first = desk.project().annotations().iter().next().unwrap();
    assert_eq!(first.comments[0].text, "Which day?");
}

#[test]
fn four_eyes_are_set_in_the_project_and_taken_back() {
    let (_folder, mut desk) = reviewing("Tomas Reed", Status::Submitted, false);
    desk.choose("Project settings…");
    desk.click("On");
    desk.click("Keep settings");
    assert!(desk.project().settings().four_eyes);
    desk.assert_says("Four eyes on");
    desk.press(CTRL, Key::Z);
    assert!(!desk.project().settings().four_eyes);
}

#[test]
fn in_a_narrow_window_queue_and_record_open_over_the_article() {
    let folder = folder_of("Tomas Reed", &project(Status::Submitted, false));
    let mut desk = Desk::start_with(&folder, &[folder.path("market.ron")], vec2(820.0, 580.0));
    desk.press(CTRL, Key::Num2);
    assert!(!desk.has("Approve"));
    desk.press(NONE, Key::Enter);
    assert!(desk.has("Approve") && !desk.has("Harm"), "Enter shows the record to be read");
    desk.press(NONE, Key::A);
    assert_eq!(desk.selected(), "Displacement: Some 4,300 (Unspecified)");
    desk.press(NONE, Key::Escape);
    assert!(!desk.has("Approve"));
    desk.press(CTRL, Key::B);
    desk.assert_says("2 of 3 left");
    desk.press(NONE, Key::R);
    assert!(desk.has("Approve"), "the record is shown before it is judged");
    desk.press(NONE, Key::R);
    assert_eq!(desk.focused(), "What should change");
}

#[test]
fn an_approved_mark_that_an_edit_opens_again_is_told() {
    let (_folder, mut desk) = reviewing("Tomas Reed", Status::Approved, false);
    desk.press(CTRL, Key::Num1);
    desk.press(NONE, Key::J);
    desk.press(NONE, Key::Num4);
    assert_eq!(statuses(&desk)[0], Status::Submitted);
    desk.assert_says("The mark was approved and waits for a review again");
    desk.click("Undo");
    assert_eq!(statuses(&desk)[0], Status::Approved);
}

#[test]
fn a_record_that_is_not_shown_is_not_judged() {
    for (key, status) in [(Key::A, Status::Approved), (Key::X, Status::Rejected)] {
        let folder = folder_of("Tomas Reed", &project(Status::Submitted, false));
        let mut desk = Desk::start_with(&folder, &[folder.path("market.ron")], vec2(900.0, 620.0));
        desk.press(CTRL, Key::Num2);
        desk.press(NONE, key);
        assert_eq!(statuses(&desk), [Status::Submitted; 3]);
        assert!(desk.has("Approve"), "the first press shows the record");
        desk.press(NONE, key);
        assert_eq!(statuses(&desk)[0], status);
    }
}
