//! Words become marks, and marks are selected, changed, copied and deleted.

use eframe::egui::{Key, vec2};

use crate::desk::{CTRL, CTRL_SHIFT, Desk, Folder, KARSA, NONE};

fn article() -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let desk = Desk::open(&folder, "karsa.txt");
    (folder, desk)
}

fn sample() -> (Folder, Desk) {
    let folder = Folder::of_ines();
    let mut desk = Desk::start(&folder);
    desk.click("Open sample project");
    (folder, desk)
}

#[test]
fn each_key_marks_in_its_category() {
    let (_folder, mut desk) = article();
    for (words, key) in [
        ("wounding dozens", Key::Num1),
        ("about 4,300 people had left Karsa", Key::Num2),
        ("“and then the stalls were in the air.”", Key::Num3),
        ("the deadliest attack in the Sarn valley", Key::Num4),
    ] {
        desk.drag_over(words);
        desk.press(NONE, key);
    }
    let marks = [
        "Casualties: wounding dozens (Unspecified)",
        "Claims: the deadliest attack in the Sarn valley (Unverified)",
        "Quotes: “and then the stalls were in the air.” (Unspecified)",
        "Displacement: about 4,300 people had left Karsa (Unspecified)",
    ];
    assert_eq!(desk.marks(), marks);
    desk.assert_says("4 of 4 anchors sound");
}

#[test]
fn a_double_click_takes_a_word_a_triple_click_a_paragraph_and_shift_goes_on() {
    let (_folder, mut desk) = article();
    desk.click_words(2, "a [crowded] market");
    assert_eq!(desk.selected_words(), "crowded");
    desk.shift_click_after("a crowded market in");
    assert_eq!(desk.selected_words(), "crowded market in");
    desk.click_words(3, "Five of the [dead] were children");
    assert!(desk.selected_words().starts_with("Five of the dead"), "{}", desk.selected_words());
    assert!(desk.selected_words().trim_end().ends_with("were missing."), "{}", desk.selected_words());
}

#[test]
fn a_mark_may_begin_on_one_line_and_end_on_another_or_in_the_next_paragraph() {
    let (_folder, mut desk) = article();
    desk.drag_over("the deadliest attack in the Sarn valley since the truce broke down in January");
    desk.press(NONE, Key::Num4);
    let from = desk.rects("“We [were] choosing")[0].left_center();
    let to = desk.rects("“Close to 40 [fighters] were")[0].right_center();
    desk.drag(from, to);
    desk.press(NONE, Key::Num3);
    assert_eq!(
        desk.marks()[0],
        "Claims: the deadliest attack in the Sarn valley since the truce broke down in January (Unverified)"
    );
    assert!(desk.marks()[1].starts_with("Quotes: were choosing oranges,”"), "{}", desk.marks()[1]);
    assert!(desk.marks()[1].ends_with("“Close to 40 fighters (Unspecified)"), "{}", desk.marks()[1]);
}

#[test]
fn a_drag_backwards_marks_the_same_words() {
    let (_folder, mut desk) = article();
    let words = desk.rects("wounding dozens")[0];
    desk.drag(words.right_center(), words.left_center());
    desk.press(NONE, Key::Num1);
    assert_eq!(desk.marks(), ["Casualties: wounding dozens (Unspecified)"]);
}

#[test]
fn without_selected_words_a_key_changes_the_category_and_shared_fields_stay() {
    let (_folder, mut desk) = sample();
    desk.click_words(1, "killing at least 12 people");
    assert_eq!(
        desk.selected(),
        "Casualties: killing at least 12 people (Killed · ≥ 12 persons · update of “nine”, ¶ 18)"
    );
    desk.press(NONE, Key::Num2);
    assert_eq!(
        desk.selected(),
        "Displacement: killing at least 12 people (Unspecified · ≥ 12 persons · Karsa · update of “nine”, ¶ 18)"
    );
    desk.press(CTRL, Key::Z);
    assert_eq!(
        desk.selected(),
        "Casualties: killing at least 12 people (Killed · ≥ 12 persons · update of “nine”, ¶ 18)"
    );
}

#[test]
fn a_key_with_nothing_selected_says_what_to_do() {
    let (_folder, mut desk) = article();
    desk.press(NONE, Key::Num1);
    desk.assert_says("No words are selected. Select words in the article first");
    assert!(desk.marks().is_empty());
}

#[test]
fn a_click_selects_the_smallest_mark_and_the_next_click_the_one_beneath() {
    let (_folder, mut desk) = sample();
    let mut selected = Vec::new();
    for _ in 0..4 {
        desk.click_words(1, "Close to [40] fighters");
        let mark = desk.selected();
        selected.push(mark.split(" (").next().unwrap_or_default().to_owned());
    }
    assert_eq!(
        selected,
        [
            "Casualties: Close to 40 fighters were killed",
            "Claims: Close to 40 fighters were killed, and not one civilian",
            "Quotes: “Close to 40 fighters were killed, and not one civilian,”",
            "Casualties: Close to 40 fighters were killed",
        ]
    );
}

#[test]
fn a_click_beside_all_marks_selects_none() {
    let (_folder, mut desk) = sample();
    desk.click_words(1, "wounding dozens");
    desk.click_words(1, "Shells [struck] a crowded");
    assert_eq!(desk.selected(), "");
    desk.assert_says("Nothing selected");
}

#[test]
fn j_and_k_walk_the_marks() {
    let (_folder, mut desk) = sample();
    let marks = desk.marks();
    desk.press_times(3, NONE, Key::J);
    assert_eq!(desk.selected(), marks[2]);
    desk.press(NONE, Key::K);
    assert_eq!(desk.selected(), marks[1]);
    desk.press_times(3, NONE, Key::K);
    assert_eq!(desk.selected(), marks[0], "at the first mark nothing moves");
}

#[test]
fn j_goes_to_marks_that_are_far_off_the_screen_and_shows_them() {
    let (_folder, mut desk) = sample();
    desk.press(CTRL, Key::End);
    desk.press(CTRL, Key::Home);
    desk.press(CTRL, Key::End);
    desk.press(NONE, Key::K);
    assert_eq!(desk.selected(), *desk.marks().last().unwrap());
    let words = desk.rects("“People must eat,”")[0];
    assert!((60.0..860.0).contains(&words.center().y), "{words:?}");
}

#[test]
fn delete_takes_the_selected_mark_and_undo_brings_it_back() {
    let (_folder, mut desk) = sample();
    let marks = desk.marks();
    desk.click_words(1, "wounding dozens");
    desk.press(NONE, Key::Delete);
    assert_eq!(desk.marks().len(), marks.len() - 1);
    assert!(!desk.marks().iter().any(|mark| mark.contains("wounding dozens")));
    desk.choose("Undo delete mark");
    assert_eq!(desk.marks(), marks);
    desk.choose("Redo delete mark");
    assert_eq!(desk.marks().len(), marks.len() - 1);
}

#[test]
fn every_step_is_undone_by_its_name_and_made_again() {
    let (_folder, mut desk) = article();
    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num1);
    desk.press(NONE, Key::Num4);
    desk.choose("Undo change to claim");
    assert_eq!(desk.marks(), ["Casualties: wounding dozens (Unspecified)"]);
    desk.choose("Undo mark as casualties");
    assert!(desk.marks().is_empty());
    desk.press(CTRL_SHIFT, Key::Z);
    desk.press(CTRL, Key::Y);
    assert_eq!(desk.marks(), ["Claims: wounding dozens (Unverified)"]);
    desk.press_times(2, CTRL, Key::Z);
    assert!(!desk.has("Undo mark as casualties"));
}

#[test]
fn words_are_copied_alone_and_with_their_citation() {
    let (_folder, mut desk) = sample();
    desk.drag_over("wounding dozens");
    desk.copy();
    assert_eq!(desk.copied, ["wounding dozens"]);
    desk.press(CTRL_SHIFT, Key::C);
    assert_eq!(
        desk.copied[1],
        "“wounding dozens” Shelling of Karsa market kills at least 12 as thousands flee the Sarn valley. \
         The Orvane Courier, Lena Torvik, Monday 16 March 2026. https://orvane-courier.example.org/2026/03/16/karsa-market"
    );
}

#[test]
fn the_words_of_a_selected_mark_are_copied_with_their_gap() {
    let (_folder, mut desk) = sample();
    desk.click_words(1, "“We were choosing");
    desk.copy();
    assert_eq!(desk.copied, ["“We were choosing oranges,” … “and then the stalls were in the air.”"]);
}

#[test]
fn the_whole_article_is_selected_and_copied() {
    let (_folder, mut desk) = article();
    desk.press(CTRL, Key::A);
    desk.copy();
    assert_eq!(desk.copied, [KARSA]);
}

#[test]
fn the_list_is_narrowed_by_words_and_emptied_again() {
    let (_folder, mut desk) = sample();
    desk.press(CTRL_SHIFT, Key::F);
    assert_eq!(desk.focused(), "Search annotations");
    desk.write("bakery");
    assert!(!desk.has("Casualties, Injured · dozens, read as 12 persons: wounding dozens"));
    desk.write(" in the moon");
    desk.assert_says("No annotation fits this filter");
    desk.click("Clear filter");
    assert!(desk.has("Casualties, Injured · dozens, read as 12 persons: wounding dozens"));
}

#[test]
fn a_row_of_the_list_selects_its_mark() {
    let (_folder, mut desk) = sample();
    desk.click("Casualties, Injured · dozens, read as 12 persons: wounding dozens");
    assert_eq!(desk.selected(), "Casualties: wounding dozens (Injured · dozens, read as 12 persons)");
}

#[test]
fn a_pointer_that_lies_still_while_keys_are_used_covers_no_words() {
    let (_folder, mut desk) = article();
    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num1);
    let told = "Unspecified · Draft · Ines Varga";
    let at = desk.rects("wounding [dozens]")[0].center();
    desk.point_at(at);
    desk.wait();
    desk.settle();
    assert!(desk.has(told), "{:#?}", desk.said());
    desk.press(NONE, Key::K);
    desk.wait();
    desk.settle();
    assert!(!desk.has(told));
    desk.point_at(at + vec2(1.0, 0.0));
    desk.wait();
    desk.settle();
    assert!(desk.has(told));
}
