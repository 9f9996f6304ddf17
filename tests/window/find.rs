//! Words are found in the article, stepped through and marked at once.

use eframe::egui::Key;

use crate::desk::{CTRL, CTRL_SHIFT, Desk, Folder, KARSA, NONE, SAWT, SHIFT};

fn open(name: &str, article: &str) -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put(name, article);
    let desk = Desk::open(&folder, name);
    (folder, desk)
}

fn find(desk: &mut Desk, words: &str) {
    desk.press(CTRL, Key::F);
    assert_eq!(desk.focused(), "Find in the article");
    desk.write(words);
}

#[test]
fn an_arabic_word_is_found_without_its_diacritics_and_enter_steps_through_the_hits() {
    let (_folder, mut desk) = open("karsa-sawt.txt", SAWT);
    find(&mut desk, "قتل");
    assert!(desk.has("1 of 4"), "{:#?}", desk.said());
    let mut found = vec![desk.selected_words().to_owned()];
    for (modifiers, key) in [(NONE, Key::Enter), (NONE, Key::F3), (CTRL, Key::G)] {
        desk.press(modifiers, key);
        found.push(desk.selected_words().to_owned());
    }
    assert_eq!(found, ["قتل", "قُتل", "قُتل", "قتل"]);
    assert!(desk.has("4 of 4"));
    desk.press(NONE, Key::Enter);
    assert!(desk.has("1 of 4"), "after the last comes the first");
    desk.press(SHIFT, Key::Enter);
    assert!(desk.has("4 of 4"));
    desk.press(SHIFT, Key::F3);
    assert!(desk.has("3 of 4"));
    assert_eq!(desk.focused(), "Find in the article");
    desk.click("Match diacritics");
    assert!(desk.has("2 of 2"), "the next from where the search was: {:#?}", desk.said());
    assert_eq!(desk.selected_words(), "قتل");
}

#[test]
fn escape_closes_the_bar_and_leaves_the_hit_selected_to_be_marked() {
    let (_folder, mut desk) = open("karsa.txt", KARSA);
    find(&mut desk, "BESK ARVAN");
    desk.press(NONE, Key::Escape);
    assert!(!desk.has("Find in the article"));
    assert_eq!((desk.focused().as_str(), desk.selected_words()), ("Article", "Besk Arvan"));
    desk.press(NONE, Key::Num3);
    assert_eq!(desk.marks(), ["Quotes: Besk Arvan (Unspecified)"]);
    desk.press(NONE, Key::F3);
    assert!(desk.has("1 of 1"), "F3 finds the last words again: {:#?}", desk.said());
}

#[test]
fn the_selected_words_are_what_is_looked_for() {
    let (_folder, mut desk) = open("karsa.txt", KARSA);
    desk.drag_over("“and then the [stalls] were");
    desk.press(CTRL, Key::F);
    assert!(desk.has("1 of 4"), "{:#?}", desk.said());
    desk.press(CTRL_SHIFT, Key::G);
    assert!(desk.has("4 of 4"));
}

#[test]
fn case_and_whole_words_count_where_they_are_to() {
    let (_folder, mut desk) = open("karsa.txt", KARSA);
    find(&mut desk, "market");
    assert!(desk.has("1 of 5"), "{:#?}", desk.said());
    desk.click("Whole word");
    assert!(desk.has("1 of 5"), "{:#?}", desk.said());
    desk.press(CTRL, Key::F);
    desk.press(CTRL, Key::A);
    desk.write("arket");
    assert!(desk.has("No hits"), "{:#?}", desk.said());
    desk.click("Whole word");
    assert!(desk.has("1 of 5"), "{:#?}", desk.said());
    desk.press(CTRL, Key::F);
    desk.write("Market");
    assert!(desk.has("2 of 5"), "{:#?}", desk.said());
    desk.click("Match case");
    assert!(desk.has("No hits"), "{:#?}", desk.said());
}

#[test]
fn a_regular_expression_with_an_error_says_where_and_what() {
    let (_folder, mut desk) = open("karsa.txt", KARSA);
    find(&mut desk, "p");
    assert_eq!(desk.selected_words(), "p");
    desk.press(NONE, Key::Backspace);
    desk.write("(people|families");
    assert!(desk.has("No hits"));
    assert_eq!(desk.selected_words(), "", "a hit of what is looked for no more is not left selected");
    desk.click("Regular expression");
    desk.assert_says("The expression cannot be read at character 1: unclosed group");
    desk.press(CTRL, Key::F);
    desk.press(NONE, Key::End);
    desk.write(")");
    assert!(!desk.has("The expression cannot be read at character 1: unclosed group"));
    assert!(desk.said().iter().any(|said| said.starts_with("1 of ")), "{:#?}", desk.said());
    assert_eq!(desk.selected_words(), "people");
}

#[test]
fn mark_all_leaves_out_what_is_let_go_and_what_is_marked_and_is_one_step() {
    let (_folder, mut desk) = open("karsa.txt", KARSA);
    desk.drag_over("Shelling of [Karsa] market");
    desk.press(NONE, Key::Num2);
    find(&mut desk, "karsa");
    desk.click("Mark all…");
    assert_eq!(desk.focused(), "Mark 6");
    desk.press(NONE, Key::Num2);
    assert!(desk.has("5 of 5 chosen") && desk.has("1 already marked"), "{:#?}", desk.said());
    let first =
        desk.said().into_iter().find(|said| said.starts_with("Shells struck a crowded") && said.ends_with(" …"));
    desk.tab_to(&first.expect("the first row tells the words around the hit"));
    desk.press(NONE, Key::Space);
    desk.press(NONE, Key::ArrowDown);
    desk.press(NONE, Key::ArrowDown);
    desk.press(NONE, Key::Space);
    assert!(desk.has("3 of 5 chosen") && desk.has("Mark 3"), "{:#?}", desk.said());
    desk.press(NONE, Key::Enter);
    desk.assert_says("3 marks made");
    assert_eq!(desk.marks().len(), 4);
    assert_eq!(desk.selected(), "Displacement: Karsa (Unspecified)");
    let starts = |desk: &Desk| -> Vec<usize> {
        desk.project().annotations().iter().map(|annotation| annotation.spans.start()).collect()
    };
    let all: Vec<usize> = desk.project().article().text.match_indices("Karsa").map(|(at, _)| at).collect();
    assert_eq!(starts(&desk), [all[0], all[2], all[4], all[5]]);
    desk.press(CTRL, Key::Z);
    assert_eq!(starts(&desk), [all[0]]);
    desk.press(CTRL_SHIFT, Key::Z);
    assert_eq!(desk.marks().len(), 4);
}

#[test]
fn a_person_without_a_name_gives_it_before_all_is_marked() {
    let folder = Folder::new();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    find(&mut desk, "fighters");
    desk.click("Mark all…");
    assert_eq!(desk.focused(), "Your name");
    desk.write("Ines Varga");
    desk.press(NONE, Key::Enter);
    desk.press(NONE, Key::Enter);
    desk.assert_says("marks made");
    assert!(desk.marks().iter().all(|mark| mark == "Casualties: fighters (Unspecified)"), "{:#?}", desk.marks());
}

#[test]
fn only_the_rows_on_the_screen_are_made_however_many_hits_there_are() {
    let line = "One word and one word more. ".repeat(20);
    let (_folder, mut desk) = open("words.txt", &format!("{line}\n").repeat(500));
    find(&mut desk, "word");
    assert!(desk.has("1 of 20,000"), "{:#?}", desk.said());
    desk.click("Mark all…");
    let n_rows = desk.said().iter().filter(|said| said.contains("word") && said.ends_with(" …")).count();
    assert!((8..40).contains(&n_rows), "{n_rows}");
    desk.press(SHIFT, Key::Tab);
    desk.press(SHIFT, Key::Tab);
    desk.press(NONE, Key::End);
    desk.press(NONE, Key::Space);
    assert!(desk.has("19,999 of 20,000 chosen") && desk.has("Mark 19,999"), "{:#?}", desk.said());
    desk.press(NONE, Key::Escape);
    assert!(desk.marks().is_empty());
}

#[test]
fn what_was_found_in_one_article_is_not_shown_in_the_next() {
    let (folder, mut desk) = open("karsa-sawt.txt", SAWT);
    find(&mut desk, "كارسا");
    assert!(desk.has("1 of 3"), "{:#?}", desk.said());
    folder.put("short.txt", "قُتل 17.");
    desk.press(CTRL_SHIFT, Key::O);
    desk.write_path(&folder.path("short.txt"));
    assert!(!desk.has("Find in the article"));
    desk.press(NONE, Key::F3);
    assert!(desk.has("No hits"), "{:#?}", desk.said());
}
