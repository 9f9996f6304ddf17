//! The library: a folder of projects as a table, searched and added up.

use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::{Key, Vec2, vec2};
use newsmark::library::{ProposalsLeft, index_name, read_index};
use newsmark::model::{
    Anchored, Annotation, AnnotationId, Article, Card, Category, Change, Person, Project, Text, Time,
};
use newsmark::store::{Printed, Settings};
use newsmark::suggest::proposals;

use crate::desk::{CTRL, CTRL_SHIFT, Desk, Folder, NONE, SHIFT};

const KARSA: &[u8] = include_bytes!("../../projects/karsa-market.ron");
const SAWT: &[u8] = include_bytes!("../../projects/karsa-sawt.ron");
const LIR: &[u8] = include_bytes!("../../projects/port-of-lir.ron");

/// The samples and a file that was cut off, in the folder that the library shows.
fn library() -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa-market.ron", KARSA);
    folder.put("karsa-sawt.ron", SAWT);
    folder.put("port-of-lir.ron", LIR);
    folder.put("cut.ron", &LIR[..900]);
    let news = folder.platform.documents.clone();
    folder.set(|settings| settings.library = Some(news));
    let mut desk = Desk::start(&folder);
    desk.press(CTRL_SHIFT, Key::L);
    (folder, desk)
}

/// The rows of the table as a screen reader says them, from the top.
fn rows(desk: &Desk) -> Vec<String> {
    desk.rows("Projects")
}

/// The folders that the library will list at the next start.
fn listed(folder: &Folder) -> Vec<std::path::PathBuf> {
    Settings::load(&folder.platform.settings).0.libraries
}

#[test]
fn the_projects_of_a_folder_stand_in_a_table() {
    let (_folder, mut desk) = library();
    desk.click("Sort by article");
    let rows = rows(&desk);
    assert_eq!(rows.len(), 4, "{rows:#?}");
    let karsa = rows.iter().find(|row| row.starts_with("Shelling of Karsa")).expect("it has a row");
    assert!(karsa.contains("The Orvane Courier, published 2026-03-16") && karsa.contains(" casualties"), "{karsa}");
    desk.assert_says("3 projects");
    desk.assert_says("Total: ");
}

#[test]
fn projects_of_one_article_are_told_apart_by_where_they_are() {
    let folder = Folder::of_ines();
    folder.put("karsa-market.ron", KARSA);
    std::fs::create_dir(folder.path("second")).unwrap();
    folder.put("second/karsa-market.ron", KARSA);
    folder.put("port-of-lir.ron", LIR);
    let news = folder.platform.documents.clone();
    folder.set(|settings| settings.library = Some(news));
    let mut desk = Desk::start(&folder);
    desk.press(CTRL_SHIFT, Key::L);
    let rows = rows(&desk);
    let second = std::path::Path::new("second").join("karsa-market");
    assert!(rows.iter().any(|row| row.contains("The Orvane Courier, karsa-market,")), "{rows:#?}");
    assert!(rows.iter().any(|row| row.contains(&format!("Courier, {},", second.display()))), "{rows:#?}");
    assert!(rows.iter().any(|row| row.contains("Harbour Post, published")), "{rows:#?}");
}

#[test]
fn a_file_that_cannot_be_read_is_a_row_with_its_error() {
    let (_folder, mut desk) = library();
    let rows = rows(&desk);
    let cut = rows.iter().find(|row| row.starts_with("cut, cannot be read")).expect("it has a row");
    assert!(cut.contains("ends in the middle") || cut.contains("was left as it is"), "{cut}");
    let problems = desk.said().into_iter().find(|name| name.starts_with("With problems, "));
    desk.click(&problems.expect("the filter is there"));
    assert!(self::rows(&desk).iter().any(|row| row.starts_with("cut, ")), "it is a problem");
}

#[test]
fn enter_opens_the_project_where_the_keys_are() {
    let (_folder, mut desk) = library();
    assert_eq!(desk.focused(), rows(&desk)[0], "the keys are in the table");
    desk.press_times(3, NONE, Key::ArrowDown);
    let last = desk.focused();
    assert_eq!(last, rows(&desk)[3]);
    desk.press(NONE, Key::Enter);
    let title = desk.project().article().card.title.value.clone();
    assert!(last.starts_with(&title), "{title} is open, not {last}");
    assert!(!desk.has("Folders"), "the article is shown");
    desk.press(CTRL_SHIFT, Key::L);
    assert!(desk.has("Folders"));
}

#[test]
fn a_head_that_is_pressed_again_turns_the_table_round() {
    let (_folder, mut desk) = library();
    desk.click("Sort by article");
    let upwards = rows(&desk);
    desk.click("Sorted by article, ascending");
    let mut downwards = rows(&desk);
    downwards.reverse();
    assert_eq!(upwards, downwards);
    assert!(desk.has("Sorted by article, descending"));
}

#[test]
fn words_are_found_in_all_projects_and_lead_to_their_place() {
    let (_folder, mut desk) = library();
    desk.press(CTRL, Key::F);
    assert_eq!(desk.focused(), "Search the library");
    desk.write("choosing oranges");
    desk.assert_says("1 hit in 1 project");
    let hits = desk.rows("Hits");
    assert!(hits[0].starts_with("Shelling of Karsa") && hits[1].contains("choosing oranges"), "{hits:?}");
    desk.click(&hits[1]);
    assert_eq!(desk.selected_words(), "choosing oranges");
}

#[test]
fn a_slash_in_the_table_begins_a_search_and_escape_goes_back() {
    let (_folder, mut desk) = library();
    desk.press(NONE, Key::Slash);
    assert_eq!(desk.focused(), "Search the library");
    desk.write("nowhere to be found");
    desk.assert_says("No hits for “nowhere to be found”");
    desk.press(NONE, Key::Escape);
    assert_eq!(desk.focused(), rows(&desk)[0]);
}

#[test]
fn hits_in_marks_of_a_category_alone_are_shown_where_letters_are_off() {
    let (_folder, mut desk) = library();
    desk.press(CTRL, Key::F);
    desk.write("at least 12");
    let all = desk.rows("Hits").len();
    for category in [Category::Displacement, Category::Quotes, Category::Claims] {
        desk.click(category.name());
    }
    let casualties = desk.rows("Hits");
    assert!(casualties.len() < all, "{casualties:?}");
    assert!(
        casualties.iter().all(|row| row.starts_with("Shelling") || row.starts_with("Casualties")),
        "{casualties:?}"
    );
}

#[test]
fn a_bar_leads_to_the_projects_that_it_counts() {
    let (_folder, mut desk) = library();
    assert_eq!(rows(&desk).len(), 4);
    let person = desk.said().into_iter().find(|name| name.ends_with("approved or rejected") && name.contains(" mark"));
    desk.click(&person.expect("a person has a row"));
    let of_person = rows(&desk);
    assert!(of_person.len() < 4 && !of_person.is_empty(), "{of_person:?}");
    desk.assert_says("worked on by ");
    desk.click("Show all");
    assert_eq!(rows(&desk).len(), 4);
}

#[test]
fn a_filter_that_nothing_fits_can_be_cleared() {
    let (_folder, mut desk) = library();
    desk.click("Signed off, 0");
    desk.assert_says("No project fits this filter");
    desk.click("Clear filter");
    assert_eq!(rows(&desk).len(), 4);
}

/// A project of that article, in which nothing is marked.
fn article(title: &str, language: &str, text: &str) -> Project {
    let text = Text::new(text.to_owned());
    let card = Card { title: Anchored::typed(title), language: language.to_owned(), ..Card::default() };
    Project::new(Article { text, card })
}

/// Articles of which two counts, one, none and no number are left, and a file that was cut off.
fn unfinished_library(size: Vec2) -> (Folder, Desk) {
    let folder = Folder::of_ines();
    for (name, title, language, text) in [
        ("a.ron", "Two counts", "en", "Shells killed 12 people in Tarn on Monday. Another 30 people were wounded."),
        ("b.ron", "One count", "en", "Shells killed 12 people in Tarn on Monday."),
        ("c.ron", "A quiet day", "en", "The river is quiet."),
        ("d.ron", "Une journée", "fr", "Les obus ont fait 12 morts."),
    ] {
        folder.put(name, Printed::of(&article(title, language, text)).as_bytes());
    }
    folder.put("e.ron", &LIR[..900]);
    let news = folder.platform.documents.clone();
    folder.set(|settings| settings.library = Some(news));
    let mut desk = Desk::start_with(&folder, &[], size);
    desk.press(CTRL_SHIFT, Key::L);
    (folder, desk)
}

/// How each row begins, and what it says of its proposals.
fn left(desk: &Desk) -> Vec<(String, String)> {
    let of_row = |row: String| {
        let parts: Vec<&str> = row.split(", ").collect();
        let left = parts.iter().find(|part| part.contains("propos")).copied().unwrap_or_default();
        (parts[0].to_owned(), left.to_owned())
    };
    rows(desk).into_iter().map(of_row).collect()
}

fn titles(desk: &Desk) -> Vec<String> {
    left(desk).into_iter().map(|(title, _)| title).collect()
}

const WIDE: Vec2 = vec2(1440.0, 900.0);

#[test]
fn what_is_left_to_do_in_each_project_is_counted_and_stands_in_a_column() {
    let (_folder, mut desk) = unfinished_library(WIDE);
    desk.click("Sort by proposals left");
    let said = left(&desk);
    let said: Vec<_> = said.iter().map(|(title, left)| (title.as_str(), left.as_str())).collect();
    let expected = [
        ("Two counts", "2 proposals left"),
        ("One count", "1 proposal left"),
        ("A quiet day", "no proposals left"),
        ("Une journée", "nothing is proposed"),
        ("e", ""),
    ];
    assert_eq!(said, expected);
    desk.click("Sorted by proposals left, descending");
    assert_eq!(titles(&desk), ["A quiet day", "One count", "Two counts", "Une journée", "e"]);
    desk.assert_says("4 projects, 0 annotations, 0 signed off, 3 proposals left, 1 cannot be read");
    assert!(desk.said().iter().any(|said| said.starts_with("Total: ") && said.ends_with(", 3 proposals left")));
    desk.assert_says("Index is up to date");
}

#[test]
fn the_filter_unfinished_shows_the_projects_in_which_proposals_are_left() {
    let (_folder, mut desk) = unfinished_library(WIDE);
    desk.click("Sort by article");
    desk.click("Unfinished, 2");
    assert_eq!(titles(&desk), ["One count", "Two counts"]);
}

#[test]
fn a_project_that_was_saved_is_counted_again() {
    let (folder, mut desk) = unfinished_library(WIDE);
    let text = "Shells killed 12 people in Tarn on Monday. Another 30 people were wounded.";
    let mut project = article("Two counts", "en", text);
    let proposal = proposals(&project).remove(0);
    let author = Person::new("Ines Varga").unwrap();
    let mark = Annotation::draft(AnnotationId::from_u64(77), proposal.spans.as_slice()[0], proposal.category(), author);
    project.apply(Change::Insert(Arc::new(Annotation { details: proposal.details, ..mark }))).unwrap();
    folder.put("a.ron", Printed::of(&project).as_bytes());
    desk.press(NONE, Key::F5);
    let of_two = left(&desk).into_iter().find(|(title, _)| title == "Two counts").expect("it has a row");
    assert_eq!(of_two.1, "1 proposal left");
}

#[test]
fn what_was_counted_is_kept_for_the_next_start() {
    let (mut folder, desk) = unfinished_library(WIDE);
    drop(desk);
    // Files are kept once they have rested: long after all of them were written.
    folder.platform.fixed_time = Some(Time(4_000_000_000));
    let mut desk = Desk::start(&folder);
    desk.press(CTRL_SHIFT, Key::L);
    let index = folder.platform.library_indexes().join(index_name(&folder.platform.documents));
    let known = read_index(&index, &folder.platform.documents);
    let counts: Vec<_> = known.iter().filter_map(|entry| entry.summary()).map(|of| of.proposals_left).collect();
    let expected =
        [ProposalsLeft::Count(2), ProposalsLeft::Count(1), ProposalsLeft::Count(0), ProposalsLeft::NotProposed];
    assert_eq!(counts, expected);
}

#[test]
fn a_narrow_table_has_no_column_of_what_is_left_but_says_it() {
    let (_folder, desk) = unfinished_library(vec2(1000.0, 700.0));
    assert!(!desk.has("Sort by proposals left") && desk.has("Sort by problems"));
    assert!(left(&desk).contains(&("Two counts".to_owned(), "2 proposals left".to_owned())));
    assert!(desk.has("Unfinished, 2"));
}

#[test]
fn a_folder_can_be_chosen_and_taken_off_the_list() {
    let (folder, mut desk) = library();
    let other = folder.path("march");
    std::fs::create_dir(&other).expect("a folder can be made");
    desk.click("Choose a folder of projects");
    desk.press(CTRL, Key::A);
    desk.write_path(&other);
    desk.assert_says("No projects in this folder");
    assert_eq!(listed(&folder), [other]);
    desk.click("Take the folder off the list");
    assert!(listed(&folder).is_empty());
}

#[test]
fn a_folder_that_is_gone_is_told_in_a_sentence() {
    let folder = Folder::of_ines();
    let absent = folder.path("absent");
    folder.set(|settings| settings.library = Some(absent));
    let mut desk = Desk::start(&folder);
    desk.press(CTRL_SHIFT, Key::L);
    desk.assert_says("The folder is not there");
    assert!(desk.has("Choose folder…"));
}

#[test]
fn without_a_folder_one_is_asked_for() {
    let mut desk = Desk::start(&Folder::of_ines());
    desk.press(CTRL_SHIFT, Key::L);
    desk.assert_says("Choose a folder of projects");
    desk.assert_says("Newsmark reads it and never changes it");
}

#[test]
fn a_project_that_comes_into_the_folder_is_seen_by_itself() {
    let (folder, mut desk) = library();
    folder.put("another.ron", LIR);
    // The system tells of it in its own time, and the clock of the window hardly moves.
    let deadline = Instant::now() + Duration::from_secs(20);
    while rows(&desk).len() < 5 {
        assert!(Instant::now() < deadline, "{:#?}", rows(&desk));
        std::thread::sleep(Duration::from_millis(20));
        desk.settle();
    }
}

#[test]
fn the_library_changes_no_file() {
    let (folder, mut desk) = library();
    desk.press(NONE, Key::ArrowDown);
    desk.press(SHIFT, Key::Tab);
    desk.press(NONE, Key::F5);
    assert_eq!(folder.read("karsa-market.ron").as_bytes(), KARSA);
    let mut names: Vec<_> = std::fs::read_dir(&folder.platform.documents).expect("it is there").flatten().collect();
    names.retain(|name| !name.file_name().to_string_lossy().ends_with(".ron"));
    assert!(names.is_empty(), "{names:?}");
}

#[test]
fn a_report_is_made_of_the_projects_that_are_shown() {
    let (folder, mut desk) = library();
    let page = folder.path("all.html");
    desk.click("Make a report…");
    desk.write_path(&page);
    desk.settle();
    desk.assert_says("The report was written and names 1 that cannot be read");
    let report = std::fs::read_to_string(&page).unwrap();
    assert!(report.contains("Shelling of Karsa market") && report.contains("Fire in the port of Lir"), "all of them");
    let filter = desk.said().into_iter().find(|name| name.starts_with("Drafts only, "));
    desk.click(&filter.expect("the filter is there"));
    desk.assert_says("No project fits this filter");
    desk.press(CTRL_SHIFT, Key::P);
    desk.write("Make a report");
    desk.press(NONE, Key::Enter);
    desk.assert_says("Open a project first, or the library for a report of many");
}

#[test]
fn a_report_of_the_open_project_tells_what_is_not_saved_yet_and_replaces_nothing() {
    let folder = Folder::of_ines();
    folder.put("port-of-lir.ron", LIR);
    let mut desk = Desk::open(&folder, "port-of-lir.ron");
    desk.press(NONE, Key::J);
    desk.press(NONE, Key::Delete);
    for (name, told) in [
        ("lir.csv", "The report was written"),
        ("lir.csv", "Replace this file?"),
        ("port-of-lir.ron", "it would take the place of a project"),
    ] {
        desk.choose("Make a report…");
        desk.write_path(&folder.path(name));
        desk.settle();
        desk.assert_says(told);
        // From the question, and from the path that it was about.
        desk.press_times(2, NONE, Key::Escape);
    }
    let table = std::fs::read_to_string(folder.path("lir.csv")).unwrap();
    let n_records = desk.project().annotations().len();
    assert_eq!(table.split("\r\nport-of-lir").count(), n_records + 1, "{table}");
    assert_eq!(folder.read("port-of-lir.ron").as_bytes(), LIR);
}
