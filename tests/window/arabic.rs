//! Words that run from right to left, with numbers that do not.

use eframe::egui::Key;

use crate::desk::{BY_WORD, CTRL, Desk, Folder, NONE, SAWT};

fn article() -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa-sawt.txt", SAWT);
    let desk = Desk::open(&folder, "karsa-sawt.txt");
    (folder, desk)
}

#[test]
fn a_mark_over_a_change_of_direction_has_exactly_the_words_that_were_dragged_over() {
    let (folder, mut desk) = article();
    for (words, key) in [
        ("ما لا يقل عن 17 شخصًا", Key::Num1),
        ("إن [46 جريحًا] خضعوا", Key::Num1),
        ("أن [نحو 4,300] شخص", Key::Num2),
        ("«كنا نختار البرتقال»", Key::Num3),
        ("أكثر من 60%", Key::Num4),
    ] {
        desk.drag_over(words);
        let meant = words.split('[').next_back().and_then(|rest| rest.split(']').next());
        assert_eq!(Some(desk.selected_words()), meant);
        desk.press(NONE, key);
    }
    let marks = desk.marks();
    assert_eq!(
        marks,
        [
            "Casualties: ما لا يقل عن 17 شخصًا (Unspecified)",
            "Quotes: «كنا نختار البرتقال» (Unspecified)",
            "Casualties: 46 جريحًا (Unspecified)",
            "Displacement: نحو 4,300 (Unspecified)",
            "Claims: أكثر من 60% (Unverified)",
        ]
    );
    desk.save_as(&folder.path("sawt.ron"));
    desk.press(CTRL, Key::W);
    desk.click("sawt.ron");
    assert_eq!(desk.marks(), marks);
}

#[test]
fn a_number_is_taken_by_a_double_click_and_reads_from_left_to_right() {
    let (_folder, mut desk) = article();
    desk.click_words(2, "إن [46] جريحًا");
    assert_eq!(desk.selected_words(), "46");
    let (four, six) = (desk.rects("إن [4]6 جريحًا")[0], desk.rects("إن 4[6] جريحًا")[0]);
    assert!(four.right() <= six.left() + 0.5, "46 reads 46 on the screen: {four:?}, {six:?}");
    let wounded = desk.rects("46 [جريحًا] خضعوا")[0];
    assert!(wounded.right() <= four.left() + 0.5, "the next word stands at its left: {wounded:?}");
}

#[test]
fn arrows_go_where_they_point() {
    let (_folder, mut desk) = article();
    desk.press(CTRL, Key::ArrowDown);
    desk.press_times(2, BY_WORD, Key::ArrowLeft);
    assert_eq!(desk.selected_words(), "قُتل ما");
    desk.press(NONE, Key::Num1);
    assert_eq!(desk.marks(), ["Casualties: قُتل ما (Unspecified)"]);
}

#[test]
fn the_margin_stands_on_the_right() {
    let (_folder, desk) = article();
    let words = desk.rects("قُتل ما لا يقل عن 17")[0];
    assert!(words.right() > 800.0, "{words:?}");
}
