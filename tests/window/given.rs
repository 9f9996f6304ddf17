//! Several files, named on the command line or dropped.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{DroppedFile, Key, vec2};

use crate::desk::{CTRL_SHIFT, Desk, Folder, KARSA, NONE, SAWT};

const MARKET: &[u8] = include_bytes!("../../projects/karsa-market.ron");
const LIR: &[u8] = include_bytes!("../../projects/port-of-lir.ron");

#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("a dropped file is opened by its path".to_owned())
    }
}

/// Lets files drop on the window in the next frame.
pub fn let_drop(desk: &mut Desk, paths: &[PathBuf]) {
    desk.harness.input_mut().dropped_files =
        paths.iter().map(|path| Arc::new(Dropped(path.clone())) as Arc<dyn DroppedFile + Send + Sync>).collect();
}

fn drop_on(desk: &mut Desk, paths: &[PathBuf]) {
    let_drop(desk, paths);
    desk.settle();
}

fn start(folder: &Folder, names: &[&str]) -> Desk {
    let files: Vec<PathBuf> = names.iter().map(|name| folder.path(name)).collect();
    Desk::start_with(folder, &files, vec2(1440.0, 900.0))
}

#[test]
fn of_several_projects_the_first_opens_and_all_are_in_the_library() {
    let folder = Folder::of_ines();
    folder.put("lir.ron", LIR);
    folder.put("market.ron", MARKET);
    let mut desk = start(&folder, &["lir.ron", "market.ron", "absent.ron"]);
    assert_eq!(desk.document().path(), folder.path("lir.ron"));
    desk.assert_says("3 files were given, lir.ron first. All are listed in the library");
    desk.click("Show them");
    let rows = desk.rows("Projects");
    assert_eq!(rows.len(), 3, "{rows:#?}");
    assert!(rows.iter().any(|row| row.starts_with("absent, cannot be read")), "{rows:#?}");
    desk.assert_says("Files given");
    let at = rows.iter().position(|row| row.starts_with("Shelling of Karsa")).expect("the other has a row");
    desk.press(NONE, Key::Home);
    desk.press_times(at, NONE, Key::ArrowDown);
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.document().path(), folder.path("market.ron"));
}

#[test]
fn several_projects_of_one_article_are_compared_from_there() {
    let folder = Folder::of_ines();
    folder.put("one.ron", MARKET);
    folder.put("two.ron", MARKET);
    let mut desk = start(&folder, &["one.ron", "two.ron"]);
    desk.click("Show them");
    desk.click("Compare them");
    desk.assert_says("62 of 62 marks agree in every field");
}

#[test]
fn articles_among_the_files_are_asked_about_one_after_the_other() {
    let folder = Folder::of_ines();
    folder.put("market.ron", MARKET);
    folder.put("karsa.txt", KARSA);
    folder.put("sawt.txt", SAWT);
    let mut desk = start(&folder, &["market.ron", "karsa.txt", "sawt.txt"]);
    assert_eq!(desk.document().path(), folder.path("market.ron"));
    assert!(desk.has("Open article"), "the first article is asked about");
    desk.assert_says("Shelling of Karsa");
    desk.press(NONE, Key::Escape);
    assert!(desk.has("Open article"), "and then the second");
    desk.press(NONE, Key::Enter);
    assert!(desk.project().article().text.contains("كارسا"));
    assert!(!desk.has("Open article"));
    desk.press(CTRL_SHIFT, Key::L);
    desk.click("Files given, 3");
    desk.click("karsa.txt");
    // A project of the same article lies beside it, so that it is asked about again.
    desk.press(NONE, Key::Enter);
    assert!(desk.project().article().text.starts_with(&KARSA[..20]));
}

#[test]
fn several_files_dropped_are_all_listed_and_a_folder_opens_the_library() {
    let folder = Folder::of_ines();
    let paths = [folder.put("lir.ron", LIR), folder.put("market.ron", MARKET)];
    let mut desk = Desk::start(&folder);
    drop_on(&mut desk, &paths);
    assert_eq!(desk.document().path(), paths[0]);
    desk.click("Show them");
    assert_eq!(desk.rows("Projects").len(), 2);

    let desk = Desk::start_with(&folder, &[folder.path("")], vec2(1440.0, 900.0));
    assert_eq!(desk.rows("Projects").len(), 2);
}

#[test]
fn what_is_saved_before_the_first_file_opens_does_not_let_the_second_overtake_it() {
    let folder = Folder::of_ines();
    folder.put("market.ron", MARKET);
    let paths = [folder.put("lir.ron", LIR), folder.put("karsa.txt", KARSA)];
    let mut desk = Desk::open(&folder, "market.ron");
    desk.press(NONE, Key::J);
    desk.press(NONE, Key::Delete);
    drop_on(&mut desk, &paths);
    desk.assert_says("Save your changes first?");
    desk.click("Save");
    assert_eq!(desk.document().path(), paths[0]);
    assert!(desk.has("Open article"), "the article is asked about once the project is there");
}

#[test]
fn what_was_said_of_an_article_is_not_lost_to_the_next_one_and_the_rest_can_be_left() {
    let folder = Folder::of_ines();
    for name in ["karsa.txt", "sawt.txt", "again.txt", "more.txt"] {
        folder.put(name, if name == "sawt.txt" { SAWT } else { KARSA });
    }
    let mut desk = start(&folder, &["karsa.txt", "sawt.txt", "again.txt", "more.txt"]);
    assert!(desk.has("Open article"));
    desk.tab_to("Outlet");
    desk.write("The Orvane Courier");
    desk.press(NONE, Key::Enter);
    assert!(!desk.has("Open article"), "the next one waits until that is saved");
    assert_eq!(desk.project().article().card.outlet.as_str(), "The Orvane Courier");
    desk.save_as(&folder.path("karsa.ron"));
    assert!(desk.has("Open article"));
    desk.click("Open none of the other 1");
    desk.press(NONE, Key::Escape);
    assert!(!desk.has("Open article"));
    assert_eq!(desk.project().article().card.outlet.as_str(), "The Orvane Courier");
}

#[test]
fn a_file_that_drops_on_an_open_question_takes_nothing_that_was_typed_and_no_question_to_another_project() {
    let folder = Folder::of_ines();
    folder.put("market.ron", MARKET);
    let lir = [folder.put("lir.ron", LIR)];
    let mut desk = Desk::open(&folder, "market.ron");
    desk.choose("Article card…");
    desk.click("Outlet");
    desk.write("s");
    drop_on(&mut desk, &lir);
    desk.assert_says("The article’s card is not kept yet. Keep it, or cancel, before something else is opened");
    assert_eq!(desk.document().path(), folder.path("market.ron"));
    assert!(desk.has("Keep card"));
    desk.press(NONE, Key::Escape);
    desk.choose("Article card…");
    drop_on(&mut desk, &lir);
    assert_eq!(desk.document().path(), lir[0]);
    assert!(!desk.has("Keep card"), "the card of another project would be kept for this one");
}
