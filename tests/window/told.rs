//! Every control that can be reached has a name, every choice a value, every row a place in its list.

use eframe::egui::accesskit::{Action, Role};
use eframe::egui::{Key, vec2};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};
use newsmark::model::Status;

use crate::compare::{comparing, folder as two_projects};
use crate::desk::{CTRL, CTRL_SHIFT, Desk, Folder, KARSA, NONE};
use crate::review::reviewing;

/// What is not told of a node that a screen reader comes to; empty where all is.
fn missing(node: &Node<'_>) -> Vec<&'static str> {
    use Role::{
        Banner, Button, CheckBox, ComboBox, Complementary, ContentInfo, Dialog, List, ListBox, ListBoxOption, Main,
        Menu, MenuItem, Navigation, RadioButton, Region, Search, Switch, Tab, TabList,
    };
    let node = node.accesskit_node();
    let (role, data) = (node.role(), node.data());
    let is_reached = data.supports_action(Action::Focus) || data.supports_action(Action::Click);
    let is_part = matches!(
        role,
        Banner
            | Navigation
            | Region
            | Search
            | Main
            | Complementary
            | ContentInfo
            | Dialog
            | Menu
            | List
            | ListBox
            | TabList
    );
    let has_name = node.label().is_some_and(|name| !name.trim().is_empty())
        || role == Role::Label && node.value().is_some_and(|value| !value.trim().is_empty());
    let mut size = None;
    let mut above = node.parent();
    while let (None, Some(parent)) = (size, above) {
        size = parent.size_of_set();
        above = parent.parent();
    }
    let is_row = matches!(role, ListBoxOption | Tab);
    let may_be_toggled = matches!(role, Button | CheckBox | RadioButton | Switch | MenuItem);
    let all = [
        (is_reached && !has_name, "a control without a name"),
        (is_reached && role == Role::Unknown, "a control without a role"),
        (is_part && !has_name, "a part without a name"),
        (role == ComboBox && node.value().is_none_or(|value| value.is_empty()), "a choice without a value"),
        (is_row && node.position_in_set().is_none(), "a row without its place"),
        (is_row && size.is_none(), "a row of nobody knows how many"),
        (is_row && node.position_in_set() >= size, "a row behind the last"),
        (is_row && node.is_selected().is_none(), "a row neither chosen nor not"),
        (node.toggled().is_some() && !may_be_toggled, "something is called checked that is not"),
    ];
    all.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, what)| what).collect()
}

#[track_caller]
fn check(desk: &Desk, place: &str) {
    assert!(desk.harness.root().accesskit_node().label().is_some(), "{place}: the window has no name");
    let all = desk.harness.root().children_recursive();
    let told = all.flat_map(|node| {
        let what = missing(&node);
        let node = node.accesskit_node();
        let (role, name, rect) = (node.role(), node.label(), node.bounding_box());
        what.into_iter().map(move |what| format!("{what}: {role:?} {name:?} at {rect:?}"))
    });
    let told: Vec<String> = told.collect();
    assert!(told.is_empty(), "{place}: {told:#?}");
}

fn karsa() -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let desk = Desk::open(&folder, "karsa.txt");
    (folder, desk)
}

#[test]
fn annotate_tells_all_of_it() {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    check(&Desk::start(&folder), "the first screen");
    let (_folder, mut desk) = karsa();
    check(&desk, "an article without marks");
    desk.drag_over("at least 12 people");
    desk.press(NONE, Key::Num1);
    check(&desk, "a mark");
    desk.press(NONE, Key::Enter);
    check(&desk, "the form");
    desk.press(NONE, Key::ArrowDown);
    desk.press(NONE, Key::ArrowDown);
    check(&desk, "an open list");
    desk.press(NONE, Key::Escape);
    desk.press(NONE, Key::Escape);
    desk.press(CTRL, Key::F);
    desk.write("Karsa");
    check(&desk, "find");
    desk.press(NONE, Key::Escape);
    desk.press(CTRL, Key::L);
    check(&desk, "the ledger");
    desk.press(CTRL_SHIFT, Key::M);
    check(&desk, "the problems");
    desk.click("Menu");
    check(&desk, "the menu");
    desk.press(NONE, Key::Escape);
    desk.click("Which marks are shown");
    check(&desk, "what is shown");
}

#[test]
fn dialogs_tell_all_of_themselves() {
    let (_folder, mut desk) = karsa();
    desk.drag_over("at least 12 people");
    desk.press(NONE, Key::Num1);
    for (modifiers, key, place) in [
        (CTRL, Key::Comma, "settings"),
        (NONE, Key::F1, "keys"),
        (CTRL, Key::I, "article card"),
        (CTRL, Key::U, "sources"),
        (CTRL_SHIFT, Key::P, "palette"),
        (CTRL_SHIFT, Key::O, "open by path"),
        (CTRL_SHIFT, Key::S, "save as"),
        (CTRL, Key::W, "unsaved"),
    ] {
        desk.press(modifiers, key);
        check(&desk, place);
        desk.press(NONE, Key::Escape);
    }
    desk.press(CTRL, Key::F);
    desk.write("Karsa");
    desk.click("Mark all…");
    check(&desk, "mark all");
}

#[test]
fn review_and_comparison_and_library_tell_all_of_themselves() {
    let (_folder, mut desk) = reviewing("Tomas Reed", Status::Submitted, true);
    check(&desk, "review");
    desk.press(NONE, Key::R);
    check(&desk, "asking for changes");
    let folder = two_projects();
    let mut desk = comparing(&folder);
    check(&desk, "comparison");
    desk.press(CTRL_SHIFT, Key::L);
    check(&desk, "library");
    let files = [folder.path("ines.ron")];
    check(&Desk::start_with(&folder, &files, vec2(800.0, 560.0)), "a small window");
}

#[test]
fn keys_that_walk_an_open_list_are_heard_at_its_rows() {
    let (_folder, mut desk) = karsa();
    desk.drag_over("at least 12 people");
    desk.press(NONE, Key::Num1);
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.focused(), "Harm");
    let value = |desk: &Desk| desk.harness.get_by_role_and_label(Role::ComboBox, "Harm").accesskit_node().value();
    assert_eq!(value(&desk).as_deref(), Some("Unspecified"));
    desk.press(NONE, Key::ArrowDown);
    assert_walked(&desk, "Unspecified");
    desk.press(NONE, Key::ArrowDown);
    assert_walked(&desk, "Killed");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.focused(), "Harm");
    assert_eq!(value(&desk).as_deref(), Some("Killed"));

    desk.press(CTRL_SHIFT, Key::P);
    desk.take_heard();
    desk.write("mark as");
    let heard = desk.take_heard().pop().unwrap_or_default();
    assert!(heard.starts_with("Mark as casualties, 1 of "), "{heard}");
    desk.press(NONE, Key::ArrowDown);
    assert_walked(&desk, "Mark as displacement");
    desk.press(NONE, Key::Escape);

    desk.click("Source");
    desk.write("Health");
    desk.press(NONE, Key::ArrowDown);
    assert_walked(&desk, "New source “Health”");
}

/// The keys are at that row of the open list, which is selected, or “not selected” is heard at it.
#[track_caller]
fn assert_walked(desk: &Desk, row: &str) {
    assert_eq!(desk.focused(), row);
    let row = desk.harness.get_by_role_and_label(Role::ListBoxOption, row);
    assert_eq!(row.accesskit_node().is_selected(), Some(true));
}

#[test]
fn a_source_given_by_assistive_technology_is_put_into_the_table() {
    let (_folder, mut desk) = karsa();
    desk.drag_over("at least 12 people");
    desk.press(NONE, Key::Num1);
    let (target_node, target_tree) =
        desk.harness.get_by_role_and_label(Role::TextInput, "Source").accesskit_node().locate();
    let data = Some(eframe::egui::accesskit::ActionData::Value("Health office".into()));
    let request = eframe::egui::accesskit::ActionRequest { action: Action::SetValue, target_node, target_tree, data };
    desk.frame(vec![eframe::egui::Event::AccessKitActionRequest(request)]);
    desk.settle();
    let sources: Vec<&str> = desk.project().sources().iter().map(|source| source.name.as_str()).collect();
    assert_eq!(sources, ["Health office"]);
    assert!(desk.project().annotations().iter().all(|mark| mark.details.attribution().source.is_some()));
}

#[test]
fn a_record_in_review_is_heard_with_the_names_of_its_fields() {
    let (_folder, mut desk) = reviewing("Tomas Reed", Status::Submitted, true);
    desk.press(NONE, Key::Enter);
    desk.press(NONE, Key::ArrowDown);
    desk.press(NONE, Key::ArrowDown);
    desk.press(NONE, Key::Enter);
    desk.press(NONE, Key::Escape);
    desk.assert_says("Harm: Killed");
}

#[test]
fn the_list_of_keys_is_heard_row_by_row() {
    let (_folder, mut desk) = karsa();
    desk.press(NONE, Key::F1);
    desk.harness.get_by_role_and_label(Role::ListItem, "Save: Ctrl S");
}
