//! Lists of a record, marks that name other marks, and marks made twice.
#![expect(clippy::unwrap_used, reason = "it serves tests, where a failure has to be loud")]

use eframe::egui::Key;
use newsmark::model::{Details, RecordList};

use crate::desk::{CTRL, Desk, Folder, KARSA, NONE};

/// A window with a mark of casualties at "killing …" and then others, the last selected.
fn marks(all: &[(&str, Key)]) -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    for (words, key) in all {
        desk.drag_over(words);
        desk.press(NONE, *key);
    }
    (folder, desk)
}

const KILLING: (&str, Key) = ("killing at least 12 people", Key::Num1);
const CHILDREN: (&str, Key) = ("Five of the dead were children", Key::Num1);
const DEADLIEST: (&str, Key) = ("the deadliest attack in the Sarn valley", Key::Num4);

/// The words of the mark that the selected one names.
fn other(desk: &Desk) -> String {
    let project = desk.project();
    let id = match &desk.document().session.selected_annotation().unwrap().details {
        Details::Casualties(record) => record.scope.of,
        Details::Claims(record) => record.links[0].to,
        Details::Quotes(record) => record.inside,
        Details::Displacement(record) => record.scope.of,
    };
    let other = id.and_then(|id| project.annotation(id));
    other.map(|mark| project.article().text.words(mark.spans.iter().next().unwrap()).to_owned()).unwrap_or_default()
}

#[track_caller]
fn part_of_another(desk: &mut Desk) {
    desk.click("Scope");
    desk.click("Part of another");
}

#[test]
fn groups_are_added_filled_and_removed_by_keyboard() {
    let (_folder, mut desk) = marks(&[KILLING]);
    desk.press(NONE, Key::Enter);
    desk.tab_to("Add group");
    desk.press(NONE, Key::Enter);
    desk.tab_to("Group 1: Figure");
    desk.write("five");
    desk.press(NONE, Key::Enter);
    desk.tab_to("Add group");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.focused(), "Group 2: Group");
    desk.write("wom");
    desk.press(NONE, Key::Enter);
    let figures = |desk: &Desk| match &desk.project().annotations()[0].details {
        Details::Casualties(record) => {
            record.groups.iter().map(|group| (group.who.name(), group.figure.best)).collect::<Vec<_>>()
        }
        _ => Vec::new(),
    };
    assert_eq!(figures(&desk), [("Unspecified", Some(5)), ("Women", None)]);
    desk.click("Remove group 1");
    assert_eq!((figures(&desk), desk.focused()), (vec![("Women", None)], "Group 1: Group".to_owned()));
    desk.press(CTRL, Key::Z);
    assert_eq!(figures(&desk).len(), 2);
}

#[test]
fn a_count_names_the_mark_that_it_is_part_of_by_its_words() {
    let (_folder, mut desk) = marks(&[KILLING, CHILDREN]);
    part_of_another(&mut desk);
    desk.click("Of");
    desk.write_and_enter("killing");
    assert_eq!(other(&desk), "killing at least 12 people");
    assert_eq!(desk.focused(), "Of");
    desk.assert_says("Unspecified · part of “killing at least 12 people”, ¶ 1");
    desk.click("Go to “killing at least 12 people”, ¶ 1");
    assert_eq!(desk.selected(), "Casualties: killing at least 12 people (Unspecified)");
}

#[test]
fn a_mark_is_found_by_its_words_and_by_arrows() {
    let (_folder, mut desk) = marks(&[KILLING, ("wounding dozens", Key::Num1), DEADLIEST]);
    desk.click("Add link");
    desk.tab_to("Link 1: Mark");
    desk.write("least");
    desk.press(NONE, Key::Enter);
    assert_eq!(other(&desk), "killing at least 12 people");
    desk.press(NONE, Key::ArrowDown);
    desk.press(NONE, Key::Enter);
    assert_eq!(other(&desk), "wounding dozens");
    desk.press(CTRL, Key::Z);
    assert_eq!(other(&desk), "killing at least 12 people");
}

#[test]
fn a_mark_is_named_by_a_click_in_the_article() {
    let (_folder, mut desk) = marks(&[KILLING, CHILDREN]);
    part_of_another(&mut desk);
    desk.click("Click a mark for of");
    desk.assert_says("Click the mark for Of");
    let at = desk.rects("killing at [least] 12")[0].center();
    desk.click_at(at);
    assert_eq!((other(&desk).as_str(), desk.focused().as_str()), ("killing at least 12 people", "Of"));
    assert_eq!(
        desk.selected(),
        "Casualties: Five of the dead were children (Unspecified · part of “killing at least 12 people”, ¶ 1)"
    );
}

#[test]
fn a_mark_that_may_not_be_named_is_not_taken_and_picking_goes_on() {
    let (_folder, mut desk) = marks(&[DEADLIEST, CHILDREN]);
    part_of_another(&mut desk);
    desk.click("Click a mark for of");
    let at = desk.rects("the [deadliest] attack")[0].center();
    desk.click_at(at);
    assert_eq!(other(&desk), "");
    desk.assert_says("This mark cannot be named here");
    desk.assert_says("Click the mark for Of");
    desk.press(NONE, Key::Escape);
    assert_eq!(desk.focused(), "Of");
}

#[test]
fn a_named_mark_that_was_deleted_is_told() {
    let (_folder, mut desk) = marks(&[KILLING, CHILDREN]);
    part_of_another(&mut desk);
    desk.click("Of");
    desk.write_and_enter("killing");
    desk.press(NONE, Key::Escape);
    desk.press(NONE, Key::K);
    desk.press(NONE, Key::Delete);
    desk.press(NONE, Key::J);
    desk.assert_says("is a mark that is not there");
}

#[test]
fn a_duplicate_has_the_record_and_is_selected() {
    let (_folder, mut desk) = marks(&[KILLING]);
    desk.click("Harm");
    desk.click("Killed");
    desk.click("Add group");
    desk.press(CTRL, Key::D);
    assert_eq!(desk.marks(), ["Casualties: killing at least 12 people (Killed)"; 2]);
    let groups = |n: usize| desk.project().annotations()[n].details.items(RecordList::Groups);
    assert_eq!((groups(0).len(), groups(1).len()), (1, 1));
    assert_ne!(groups(0), groups(1));
    desk.choose("Undo duplicate mark");
    assert_eq!(desk.marks().len(), 1);
}
