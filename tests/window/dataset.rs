//! A data set of the folder that the library shows; where the program is built without them, that it says so.

use eframe::egui::Key;

use crate::desk::{CTRL_SHIFT, Desk, Folder, NONE};

const KARSA: &[u8] = include_bytes!("../../projects/karsa-market.ron");
const LIR: &[u8] = include_bytes!("../../projects/port-of-lir.ron");

/// Two projects in the folder that the library shows.
fn library() -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa-market.ron", KARSA);
    folder.put("port-of-lir.ron", LIR);
    let news = folder.platform.documents.clone();
    folder.set(|settings| settings.library = Some(news));
    let mut desk = Desk::start(&folder);
    desk.press(CTRL_SHIFT, Key::L);
    (folder, desk)
}

/// Runs the command as somebody who types its name does.
fn make(desk: &mut Desk) {
    desk.press(CTRL_SHIFT, Key::P);
    desk.write("Make a data set");
    desk.press(NONE, Key::Enter);
}

#[cfg(not(feature = "dataset"))]
#[test]
fn a_build_without_data_sets_says_which_has_them() {
    let (folder, mut desk) = library();
    assert!(!desk.has("Make a data set…"), "no button leads nowhere");
    make(&mut desk);
    desk.assert_says("this build of Newsmark makes none");
    assert!(!folder.path("news data set").exists());
}

#[cfg(feature = "dataset")]
mod built_in {
    #![expect(clippy::unwrap_used, reason = "it serves tests, where a failure has to be loud")]

    use std::fs;

    use std::path::Path;

    use super::*;
    use crate::desk::CTRL;

    /// Names the folder in the question that is open, and takes it with Enter.
    fn name(desk: &mut Desk, folder: &Path) {
        assert_eq!(desk.focused(), "Folder");
        desk.press(CTRL, Key::A);
        desk.write_and_enter(&folder.to_string_lossy());
        desk.settle();
    }

    fn tables(folder: &Path) -> Vec<String> {
        let names = fs::read_dir(folder).unwrap().flatten();
        let mut names: Vec<String> = names.map(|name| name.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_data_set_is_made_of_the_folder_and_brought_up_to_date() {
        let (folder, mut desk) = library();
        let out = folder.path("for the desk");
        for told in ["The data set was written, of 2 projects, 2 of which were read", "Nothing changed since"] {
            desk.click("Make a data set…");
            desk.assert_says("Tables in Parquet of the 2 projects in");
            name(&mut desk, &out);
            desk.assert_says(told);
        }
        fs::remove_file(folder.path("port-of-lir.ron")).unwrap();
        make(&mut desk);
        name(&mut desk, &out);
        desk.assert_says("The data set was written, of 1 project, ");
        assert!(tables(&out).contains(&"annotations".to_owned()), "{:?}", tables(&out));
        assert_eq!(folder.read("karsa-market.ron").as_bytes(), KARSA);
    }

    #[test]
    fn one_for_the_public_has_no_texts_and_no_comments() {
        let (folder, mut desk) = library();
        let out = folder.path("for everybody");
        desk.click("Make a data set…");
        desk.click("The public");
        desk.assert_says("Without victims’ names, notes, comments and the articles’ texts");
        desk.tab_to("Folder");
        name(&mut desk, &out);
        desk.assert_says("The data set was written");
        assert!(!tables(&out).contains(&"comments".to_owned()), "{:?}", tables(&out));
    }

    #[test]
    fn other_peoples_files_are_refused_and_the_question_can_be_asked_again() {
        let (folder, mut desk) = library();
        let out = folder.path("theirs");
        fs::create_dir(&out).unwrap();
        fs::write(out.join("sales.parquet"), "PAR1").unwrap();
        desk.click("Make a data set…");
        name(&mut desk, &out);
        desk.assert_says("the folder holds files that are not of a data set of Newsmark");
        assert_eq!(tables(&out), ["sales.parquet"]);
        desk.click("Try again…");
        desk.assert_says("Tables in Parquet of the 2 projects in");
    }

    #[test]
    fn files_that_were_given_are_no_folder_to_make_a_data_set_of() {
        let folder = Folder::of_ines();
        let files = [("karsa-market.ron", KARSA), ("port-of-lir.ron", LIR)].map(|(name, bytes)| {
            folder.put(name, bytes);
            folder.path(name)
        });
        let mut desk = Desk::start_with(&folder, &files, eframe::egui::vec2(1440.0, 900.0));
        desk.click("Show them");
        assert!(!desk.has("Make a data set…"));
        make(&mut desk);
        desk.assert_says("A data set is made of a folder");
    }
}
