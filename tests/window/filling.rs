//! A field that was filled is done with: what comes next is meant for something else.
#![expect(clippy::expect_used, reason = "it serves tests, where a failure has to be loud")]

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, vec2};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::desk::{CTRL, CTRL_SHIFT, Desk, Folder, KARSA, NONE, SAWT, SHIFT};

fn marked(words: &str, key: Key) -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.drag_over(words);
    desk.press(NONE, key);
    (folder, desk)
}

const KILLED: &str = "Casualties: killing at least 12 people (Unspecified · ≥ 12 persons)";

/// Marks other words, and says that they became a mark and the first is as it was.
#[track_caller]
fn assert_next_words_are_a_mark(desk: &mut Desk, first: &str) {
    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num1);
    assert!(desk.marks().contains(&first.to_owned()), "{:?}", desk.marks());
    assert!(desk.marks().contains(&"Casualties: wounding dozens (Unspecified)".to_owned()), "{:?}", desk.marks());
}

#[test]
fn after_the_reading_is_taken_the_next_words_are_a_mark_of_their_own() {
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.press(NONE, Key::Enter);
    desk.tab_to("Figure");
    desk.press(NONE, Key::Enter);
    assert_next_words_are_a_mark(&mut desk, KILLED);

    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.click("Figure");
    desk.click("Take the reading");
    assert_eq!(desk.focused(), "Figure");
    assert_next_words_are_a_mark(&mut desk, KILLED);
}

#[test]
fn after_words_were_picked_the_next_words_are_a_mark_of_their_own() {
    let picked = "Casualties: killing at least 12 people (Unspecified · at least 12)";
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.click("Figure");
    desk.drag_over("killing [at least 12] people");
    assert_eq!(desk.focused(), "Figure");
    assert_next_words_are_a_mark(&mut desk, picked);

    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.press(NONE, Key::Enter);
    desk.tab_to("Figure");
    desk.press(CTRL, Key::P);
    desk.drag_over("killing [at least 12] people");
    assert_eq!(desk.focused(), "Figure");
    assert_next_words_are_a_mark(&mut desk, picked);
}

#[test]
fn after_picking_was_left_by_escape_the_next_words_are_a_mark_of_their_own() {
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.click("Pick words for figure");
    desk.press(NONE, Key::Escape);
    assert_eq!(desk.focused(), "Figure");
    assert_next_words_are_a_mark(&mut desk, "Casualties: killing at least 12 people (Unspecified)");
}

#[test]
fn a_click_into_the_filled_field_takes_other_words() {
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.click("Figure");
    desk.drag_over("killing [at least 12] people");
    desk.click("Figure");
    desk.drag_over("wounding [dozens]");
    assert_eq!(desk.marks(), ["Casualties: killing at least 12 people (Unspecified · dozens)"]);
}

#[test]
fn a_space_is_no_value_and_spaces_at_the_ends_go_when_the_field_is_left() {
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.click("Note");
    desk.write(" ");
    assert_eq!(desk.project().annotations()[0].note, "");
    desk.write(" ask the office ");
    desk.press(NONE, Key::Tab);
    assert_eq!(desk.project().annotations()[0].note, "ask the office");
    desk.click("Cue");
    desk.write(" said ");
    desk.press(NONE, Key::Tab);
    let cue = desk.project().annotations()[0].details.attribution().cue.clone();
    assert_eq!(cue.map(|cue| cue.value).as_deref(), Some("said"));
    desk.press(NONE, Key::Escape);
    desk.press_times(2, CTRL, Key::Z);
    assert_eq!(desk.project().annotations()[0].note, "", "a field is one step, its trimming with it");
}

#[test]
fn marks_that_the_filter_hides_are_told() {
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.click_words(1, "Shells [struck] a crowded");
    desk.drag_over("the deadliest attack in the Sarn valley");
    desk.press(NONE, Key::Num4);
    desk.press(CTRL_SHIFT, Key::F);
    desk.write("deadliest");
    desk.assert_says("1 hidden by the filter");
    desk.click("Clear filter");
    assert!(!desk.has("1 hidden by the filter"));
}

/// The field of that name, beside which a label of the same words stands.
fn field<'a>(desk: &'a Desk, name: &'a str) -> Node<'a> {
    let is_field = |node: &Node<'_>| node.accesskit_node().role() != Role::Label;
    desk.harness.query_all_by_label(name).find(is_field).expect("the form has the field")
}

/// Where the fields of the form stand, from its top.
fn tops(desk: &Desk) -> Vec<(&'static str, f32)> {
    let names = ["Figure", "Low", "Best", "High", "Victims", "Cause", "When", "Date", "Where", "Source", "Named as"];
    let top = |name| field(desk, name).rect().top();
    names.map(|name| (name, top(name))).to_vec()
}

#[test]
fn no_field_moves_while_readings_cues_and_offers_come_and_go() {
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.click("Figure");
    let before = tops(&desk);
    let assert_still = |desk: &Desk, when: &str| {
        for ((name, before), (_, after)) in before.iter().zip(tops(desk)) {
            assert!((before - after).abs() < 1.0, "{name} moved from {before} to {after} {when}");
        }
    };
    desk.write("12");
    desk.assert_says("“12” reads as 12");
    assert_still(&desk, "as another reading came");
    desk.press(NONE, Key::Escape);
    desk.press(CTRL, Key::Z);
    desk.assert_says("“at least 12” reads as at least 12 persons");
    assert_still(&desk, "as the reading came back");
    desk.click("Take the reading");
    assert_still(&desk, "as the reading was taken");
    desk.press(NONE, Key::Tab);
    desk.click("When");
    desk.write("14 March 2026");
    desk.assert_says("14 March 2026");
    assert!(desk.has("Keep 2026-03-14"));
    assert_still(&desk, "as a day was read");
}

#[test]
fn no_field_moves_while_warnings_come_and_go() {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    // So high that no field has to be scrolled to.
    let mut desk = Desk::start_with(&folder, &[folder.path("karsa.txt")], vec2(1440.0, 1600.0));
    desk.drag_over("killing at least 12 people");
    desk.press(NONE, Key::Num1);
    desk.click("Figure");
    let before = tops(&desk);
    let assert_still = |desk: &Desk, when: &str| {
        for ((name, before), (_, after)) in before.iter().zip(tops(desk)) {
            assert!((before - after).abs() < 1.0, "{name} moved from {before} to {after} {when}");
        }
    };
    let warned = |desk: &Desk| desk.has("Warnings of this mark");
    for (field, words, why) in [
        ("Low", "many", "Only digits can stand here"),
        ("When", "on Sunday", "day of publication"),
        ("Date", "2026-02-31", "2026-02-31"),
    ] {
        desk.click(field);
        desk.write(words);
        assert!(warned(&desk), "{:#?}", desk.said());
        assert_still(&desk, &format!("as “{why}” came"));
        desk.assert_says(why);
        desk.press(CTRL, Key::A);
        desk.press(NONE, Key::Delete);
        assert_still(&desk, &format!("as “{why}” went"));
        assert!(!warned(&desk), "{:#?}", desk.said());
    }
    // One that a check finds, of bounds in the wrong order.
    for (field, number) in [("Low", "20"), ("High", "10")] {
        desk.click(field);
        desk.write(number);
    }
    assert!(warned(&desk));
    assert_still(&desk, "as the bounds were found in the wrong order");
}

#[test]
fn a_screen_reader_hears_at_a_field_what_is_wrong_in_it() {
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.click("When");
    desk.write("on Sunday");
    let told = field(&desk, "When").accesskit_node().description().unwrap_or_default();
    assert!(told.contains("day of publication"), "{told}");
}

#[test]
fn what_is_said_under_a_field_is_whole() {
    for size in [vec2(1440.0, 900.0), vec2(1000.0, 700.0), vec2(800.0, 560.0)] {
        let folder = Folder::of_ines();
        folder.put("karsa.txt", KARSA);
        let mut desk = Desk::start_with(&folder, &[folder.path("karsa.txt")], size);
        desk.press(SHIFT, Key::End);
        desk.press(NONE, Key::Num1);
        desk.press(NONE, Key::Enter);
        desk.tab_to("When");
        desk.write("14 March 2026");
        let said = desk.harness.get_by_role_and_label(Role::Label, "14 March 2026").rect();
        let keep = desk.harness.get_by_label("Keep 2026-03-14").rect();
        let date = field(&desk, "Date").rect();
        assert!(said.right() <= keep.left() && said.bottom() <= date.top() && keep.bottom() <= date.top(), "{said}");
    }
}

#[test]
fn a_month_is_offered_as_a_month() {
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.click("When");
    desk.write("in November 2016");
    desk.click("Keep November 2016");
    let when = desk.project().annotations()[0].details.when().cloned().unwrap_or_default();
    assert_eq!(when.date, "2016-11");
    assert!(!desk.has("No day of the calendar: write it as 2026-03-14"));
}

#[test]
fn a_source_is_picked_from_the_words_and_offered_where_it_is_unknown() {
    let (_folder, mut desk) = marked("“and then the stalls were in the air.”", Key::Num3);
    desk.press(NONE, Key::Enter);
    desk.tab_to("Speaker");
    desk.press(CTRL, Key::P);
    desk.assert_says("Select the words for Speaker");
    desk.drag_over("said [Dala Imren], a");
    assert_eq!(desk.focused(), "Speaker");
    desk.assert_says("New source “Dala Imren”");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.selected(), "Quotes: “and then the stalls were in the air.” (Unspecified · Dala Imren)");
    // A name that is in the table is taken at once.
    desk.press(NONE, Key::Escape);
    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num1);
    desk.click("Pick words for source");
    desk.drag_over("said [Dala Imren], a");
    let name = desk.project().sources().iter().next().map(|source| source.id);
    assert_eq!(desk.document().session.selected_annotation().and_then(|mark| mark.details.attribution().source), name);
}

#[test]
fn a_mark_is_named_from_a_list_and_by_a_click_in_the_article_alone() {
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    for words in ["wounding dozens", "Five of the dead were children"] {
        desk.drag_over(words);
        desk.press(NONE, Key::Num1);
    }
    desk.click("Scope");
    desk.click("Part of another");
    desk.click("Of");
    assert!(desk.has("killing at least 12 people") && desk.has("wounding dozens"), "the marks are listed");
    let at = desk.rects("killing at [least] 12")[0].center();
    desk.click_at(at);
    desk.assert_says("part of “killing at least 12 people”, ¶ ");
    assert!(desk.selected().starts_with("Casualties: Five of the dead"), "{}", desk.selected());
    assert_eq!(desk.focused(), "Of");
    // It is named: the next click selects.
    let at = desk.rects("[wounding] dozens")[0].center();
    desk.click_at(at);
    assert_eq!(desk.selected(), "Casualties: wounding dozens (Unspecified)");
}

#[test]
fn a_new_source_begins_without_a_warning_and_can_be_described_from_the_form() {
    let (_folder, mut desk) = marked("wounding dozens", Key::Num1);
    desk.click("Source");
    desk.write_and_enter("Dala Imren");
    assert!(!desk.has("“Dala Imren” has no role, affiliation or kind that says who it is"));
    desk.click("Edit source…");
    desk.assert_says("Sources");
    desk.click("Done");
    desk.click("When");
    desk.write("on Sunday");
    desk.press(NONE, Key::Escape);
    desk.click("Article card…");
    assert_eq!(desk.focused(), "Title");
}

#[test]
fn while_words_are_picked_nothing_lies_over_them() {
    for (file, text) in [("karsa.txt", KARSA), ("sawt.txt", SAWT)] {
        let folder = Folder::of_ines();
        folder.put(file, text);
        let mut desk = Desk::start_with(&folder, &[folder.path(file)], vec2(900.0, 620.0));
        desk.press(SHIFT, Key::End);
        desk.press(NONE, Key::Num1);
        desk.press(NONE, Key::Enter);
        assert!(desk.has("Harm"));
        desk.tab_to("Figure");
        desk.press(CTRL, Key::P);
        desk.assert_says("Select the words for Figure");
        assert!(!desk.has("Harm"), "the drawer is out of the way");
        desk.press(NONE, Key::Escape);
        assert!(desk.has("Harm"), "and comes back");
        assert_eq!(desk.focused(), "Figure");
    }
}

#[test]
fn a_project_that_may_only_be_read_looks_so_and_a_copy_is_offered() {
    let (folder, mut first) = marked("killing at least 12 people", Key::Num1);
    first.save_as(&folder.path("karsa.ron"));
    let mut desk = Desk::open(&folder, "karsa.ron");
    desk.press(NONE, Key::J);
    assert!(field(&desk, "Harm").accesskit_node().is_disabled());
    assert!(field(&desk, "Note").accesskit_node().is_disabled());
    desk.press(NONE, Key::Delete);
    desk.assert_says("has this project open");
    desk.press(NONE, Key::Escape);
    let offers: Vec<_> = desk.harness.get_all_by_label("Save a copy…").map(|node| node.rect().center()).collect();
    assert_eq!(offers.len(), 2, "in the strip and in the notice");
    desk.click_at(offers[0]);
    desk.write_path(&folder.path("copy.ron"));
    assert!(!field(&desk, "Harm").accesskit_node().is_disabled());
    assert!(!desk.has("Save a copy…"));
}
