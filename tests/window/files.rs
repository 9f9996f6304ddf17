//! Files that are not as one would wish, and other hands on them.

use eframe::egui::Key;
use newsmark::model::Time;
use newsmark::store::{Lock, LockOwner};

use crate::desk::{CTRL, CTRL_SHIFT, Desk, Folder, KARSA, NONE};

fn saved() -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num1);
    desk.save_as(&folder.path("karsa.ron"));
    (folder, desk)
}

#[test]
fn a_bad_file_is_refused_with_a_sentence_and_what_is_open_stays() {
    let (folder, mut desk) = saved();
    folder.put("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10");
    folder.put("empty.txt", "");
    folder.put("broken.ron", "(\n    version: 1,\n    article: (");
    folder.put("newer.ron", "(version: 99)");
    folder.put("page.html", "<html><head><title>Shop</title></head><body><nav>Home</nav></body></html>");
    std::fs::create_dir(folder.path("folder")).unwrap();
    std::fs::create_dir(folder.path("folder.ron")).unwrap();
    for (name, sentence) in [
        ("picture.txt", "“picture.txt” is"),
        ("empty.txt", "The file is empty"),
        ("absent.txt", "The file is not there"),
        ("absent.ron", "The file is not there"),
        ("folder", "This is a folder, not a file"),
        ("folder.ron", "This is a folder, not a file"),
        ("broken.ron", "The project was not opened"),
        ("newer.ron", "newer"),
        ("page.html", "No article was found on this page"),
    ] {
        desk.press(CTRL, Key::O);
        desk.write_path(&folder.path(name));
        desk.assert_says(sentence);
        desk.click("Close");
        assert_eq!(desk.marks(), ["Casualties: wounding dozens (Unspecified)"], "after {name}");
        assert!(!desk.document().is_dirty() && desk.document().lock.is_some());
    }
}

#[test]
fn a_guessed_encoding_is_shown_and_can_be_changed() {
    let folder = Folder::of_ines();
    let sentence = "قتل 17 شخصا في قصف سوق كارسا صباح الأحد، بحسب مديرية الصحة في إقليم سارن.\n";
    let (bytes, _, is_lossy) = encoding_rs::WINDOWS_1256.encode(sentence);
    assert!(!is_lossy);
    folder.put("sawt.txt", bytes);
    let mut desk = Desk::open(&folder, "sawt.txt");
    assert!(desk.window().document().is_none());
    desk.assert_says(sentence.trim_end());
    desk.click("windows-1256 · guessed");
    desk.click("Central European (Windows-1250)");
    assert!(!desk.has(sentence.trim_end()));
    desk.click("windows-1250 · chosen");
    desk.click("Arabic (Windows-1256)");
    desk.assert_says(sentence.trim_end());
    desk.press(NONE, Key::Enter);
    assert_eq!(&*desk.project().article().text, sentence);
    assert_eq!(desk.project().article().card.original.encoding, "windows-1256");
}

#[test]
fn an_article_that_is_in_the_folder_already_is_said_to_be_there() {
    let (_folder, mut desk) = saved();
    desk.press(CTRL, Key::W);
    desk.press(CTRL, Key::O);
    let folder = _folder;
    desk.write_path(&folder.path("karsa.txt"));
    desk.assert_says("This article is in the folder already: karsa.ron");
    desk.click("Open that project");
    assert_eq!(desk.marks(), ["Casualties: wounding dozens (Unspecified)"]);
}

#[test]
fn a_project_that_somebody_else_has_open_can_be_read_and_kept_as_another_file() {
    let (folder, mut desk) = saved();
    desk.press(CTRL, Key::W);
    let holder = LockOwner {
        person: "Osk Behren".to_owned(),
        machine: "desk-9".to_owned(),
        process: 4711,
        since: Time(1_773_662_000),
    };
    let _lock = Lock::take(&folder.path("karsa.ron"), &holder).unwrap();
    let before = folder.read("karsa.ron");
    desk.click("karsa.ron");
    desk.assert_says("Osk Behren has this project open on desk-9 since");
    desk.assert_says("You can read it here. Save a copy to change that");
    desk.drag_over("at least 12 people");
    desk.press(NONE, Key::Num1);
    assert_eq!(desk.marks().len(), 1, "nothing is changed");
    desk.press(CTRL, Key::S);
    desk.assert_says("The project was not saved");
    assert_eq!(folder.read("karsa.ron"), before);

    // It is offered beside the article and in what is said.
    assert_eq!(desk.said().iter().filter(|said| *said == "Save a copy…").count(), 2);
    desk.choose("Save as…");
    desk.press(CTRL, Key::A);
    desk.write_path(&folder.path("mine.ron"));
    assert!(!desk.has("Save a copy…"));
    desk.drag_over("at least 12 people");
    desk.press(NONE, Key::Num1);
    assert_eq!(desk.marks().len(), 2, "{:?}", desk.document().session.read_only);
    desk.press(CTRL, Key::S);
    assert!(folder.read("mine.ron").contains("at least 12 people\"]"));
    assert_eq!(folder.read("karsa.ron"), before);
}

#[test]
#[cfg(unix)]
fn a_project_that_nobody_can_be_told_of_is_open_and_says_so() {
    let (folder, mut desk) = saved();
    desk.press(CTRL, Key::W);
    std::fs::write(folder.path("diary.txt"), "dear diary").unwrap();
    std::os::unix::fs::symlink("diary.txt", folder.path(".karsa.ron.lock")).unwrap();
    desk.click("karsa.ron");
    desk.assert_says("Nobody else is told that you have it open: .karsa.ron.lock, which stands there, is no lock file");
    assert_eq!(folder.read("diary.txt"), "dear diary");
    desk.press(CTRL, Key::W);
    assert_eq!(folder.read("diary.txt"), "dear diary");
}

#[test]
fn two_windows_on_one_project_do_not_overwrite_each_other() {
    let (folder, _first) = saved();
    let mut second = Desk::open(&folder, "karsa.ron");
    second.assert_says("Ines Varga has this project open on desk-4");
    second.drag_over("at least 12 people");
    second.press(NONE, Key::Num1);
    assert_eq!(second.marks().len(), 1);
}

#[test]
fn a_file_that_another_program_changed_is_not_overwritten() {
    let (folder, mut desk) = saved();
    desk.drag_over("at least 12 people");
    desk.press(NONE, Key::Num1);
    let theirs = folder.read("karsa.ron").replace("Ines Varga", "Osk Behren");
    folder.put("karsa.ron", &theirs);
    desk.press(CTRL, Key::S);
    desk.assert_says("Another program has changed this project");
    desk.press(NONE, Key::Escape);
    assert_eq!(folder.read("karsa.ron"), theirs);
    assert_eq!(desk.marks().len(), 2);

    desk.press(CTRL, Key::S);
    desk.click("Keep mine as another file…");
    desk.write_path(&folder.path("mine.ron"));
    assert_eq!(folder.read("karsa.ron"), theirs);
    assert!(folder.read("mine.ron").contains("Ines Varga"));
}

#[test]
fn what_another_program_wrote_is_read_again_when_asked_for() {
    let (folder, mut desk) = saved();
    desk.drag_over("at least 12 people");
    desk.press(NONE, Key::Num1);
    folder.put("karsa.ron", folder.read("karsa.ron").replace("Ines Varga", "Osk Behren"));
    desk.press(CTRL, Key::S);
    desk.click("Reload from disk");
    assert_eq!(desk.marks(), ["Casualties: wounding dozens (Unspecified)"]);
    assert_eq!(desk.project().annotations()[0].author.name(), "Osk Behren");
    desk.drag_over("at least 12 people");
    desk.press(NONE, Key::Num1);
    assert_eq!(desk.marks().len(), 2, "{:?}", desk.document().session.read_only);
}

#[test]
fn coming_back_to_the_window_tells_of_a_change_on_disk_and_loses_nothing() {
    let (folder, mut desk) = saved();
    desk.drag_over("at least 12 people");
    desk.press(NONE, Key::Num1);
    desk.harness.input_mut().focused = false;
    desk.settle();
    folder.put("karsa.ron", folder.read("karsa.ron").replace("Ines Varga", "Osk Behren"));
    desk.harness.input_mut().focused = true;
    desk.settle();
    desk.assert_says("Another program has changed the project’s file");
    desk.click("Reload from disk");
    assert_eq!(desk.marks().len(), 2, "unsaved marks are not given up without a question");
    desk.assert_says("Reloading shows what is on disk and gives up your changes.");
    desk.click("Reload from disk");
    assert_eq!(desk.project().annotations()[0].author.name(), "Osk Behren");
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_that_was_said() {
    let (folder, mut desk) = saved();
    folder.put("other.ron", "somebody’s");
    desk.press(CTRL_SHIFT, Key::S);
    desk.write_path(&folder.path("other.ron"));
    desk.assert_says("Replace this file?");
    assert_eq!(folder.read("other.ron"), "somebody’s");
    // One Enter too many, as after a path that was typed, replaces nothing.
    desk.press(NONE, Key::Enter);
    assert_eq!(folder.read("other.ron"), "somebody’s");
    desk.press(CTRL, Key::A);
    desk.write_path(&folder.path("other.ron"));
    desk.click("Replace file");
    assert!(folder.read("other.ron").contains("wounding dozens"));
}

#[test]
fn what_was_said_of_a_project_goes_with_it() {
    let folder = Folder::of_ines();
    folder.put("lir.ron", include_bytes!("../../projects/port-of-lir.ron"));
    let holder =
        LockOwner { person: "Osk Behren".to_owned(), machine: "desk-9".to_owned(), process: 1, since: Time(0) };
    let lock = Lock::take(&folder.path("lir.ron"), &holder).unwrap();
    let mut desk = Desk::open(&folder, "lir.ron");
    desk.assert_says("Osk Behren has this project open");
    desk.press(CTRL, Key::W);
    assert!(!desk.said().iter().any(|told| told.contains("has this project open")));
    drop(lock);
}

#[test]
fn a_project_that_cannot_be_saved_says_why_and_stays_open() {
    let (folder, mut desk) = saved();
    desk.drag_over("at least 12 people");
    desk.press(NONE, Key::Num1);
    desk.save_as(&folder.path("absent").join("karsa.ron"));
    desk.assert_says("The project was not saved");
    assert_eq!(desk.marks().len(), 2);
    assert!(desk.document().is_dirty());
    std::fs::create_dir(folder.path("taken.ron")).unwrap();
    desk.save_as(&folder.path("taken.ron"));
    desk.assert_says("The project was not saved: the path is a folder");
    assert!(desk.document().is_dirty());
}

#[test]
fn the_file_tells_who_marked_and_who_changed_what() {
    let (folder, mut desk) = saved();
    desk.press(NONE, Key::Num4);
    desk.press(CTRL, Key::S);
    desk.wait();
    let file = std::fs::read_to_string(folder.path("karsa.ron")).unwrap();
    assert_eq!(file.matches("person: \"Ines Varga\"").count(), 2, "{file}");
    assert!(file.contains("changes: [(\"category\", \"Casualties\", \"Claims\")]"), "{file}");
    desk.press(CTRL, Key::S);
    desk.wait();
    assert_eq!(
        std::fs::read_to_string(folder.path("karsa.ron")).unwrap(),
        file,
        "a save without a change adds nothing"
    );
}
