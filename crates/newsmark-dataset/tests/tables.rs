//! What the tables say, read back.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests make the files that they read")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use newsmark_core::figures::Ledger;
use newsmark_core::store::{RealDisk, load};
use newsmark_dataset::Table;
use support::{Library, contents, files_below, killed, of_the_desk};

#[test]
fn a_mark_is_told_with_its_words_in_every_unit_and_with_what_it_counts() {
    let library = Library::new();
    library.add("north/karsa.ron", &of_the_desk());
    let written = library.write();
    assert_eq!((written.n_projects, written.n_read, written.messages.len()), (1, 1, 0));
    let [mark] = library.rows("annotations").try_into().unwrap();
    let cells =
        ["project", "words", "harm", "figure_low", "open_above", "counts", "counted_low", "counted_unit", "note"];
    let told = cells.map(|cell| mark[cell].as_str());
    let place = "Zarnote: ask once more";
    assert_eq!(told, ["north/karsa.ron", "At least 12 people", "Killed", "12", "true", "true", "12", "Person", place]);
    assert!(!mark.contains_key("counted_high"), "an open bound is absent");
    let [span] = library.rows("spans").try_into().unwrap();
    let [article] = library.rows("articles").try_into().unwrap();
    let (start, end): (usize, usize) = (span["start_cp"].parse().unwrap(), span["end_cp"].parse().unwrap());
    let words: String = article["text"].chars().skip(start).take(end - start).collect();
    assert_eq!((words.as_str(), span["words"].as_str()), ("At least 12 people", "At least 12 people"));
    assert_eq!(library.rows("victims")[0]["name"], "Mira  Zarname");
    assert_eq!(library.rows("comments")[0]["text"], "Zarcomment");
}

#[test]
fn sums_of_what_counts_are_those_of_the_ledger() {
    let library = Library::new();
    let samples = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../projects"));
    let mut ledgers: BTreeMap<(String, String, String), Option<u64>> = BTreeMap::new();
    for path in files_below(samples) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        fs::copy(&path, library.projects().join(&name)).unwrap();
        for row in Ledger::of(&load(&path).unwrap().project).rows.iter().filter(|row| !row.counted.is_empty()) {
            let key = (name.clone(), row.of.name().to_owned(), row.unit.name().to_owned());
            ledgers.insert(key, row.total.and_then(|total| total.best));
        }
    }
    library.write();
    let mut sums: BTreeMap<(String, String, String), Option<u64>> = BTreeMap::new();
    for mark in library.rows("annotations").iter().filter(|mark| mark.get("counts").is_some_and(|is| is == "true")) {
        let key = (mark["project"].clone(), mark["counted_of"].clone(), mark["counted_unit"].clone());
        let best = mark.get("counted_best").map(|best| best.parse::<u64>().unwrap());
        if mark["counted_unknown"] == "true" {
            sums.entry(key).or_default();
        } else {
            let sum = sums.entry(key).or_insert(Some(0));
            *sum = sum.zip(best).map(|(sum, best)| sum + best);
        }
    }
    assert!(ledgers.len() > 10);
    assert_eq!(sums, ledgers);
}

#[test]
fn a_public_set_holds_none_of_what_it_leaves_out() {
    let library = Library::new();
    library.add("karsa.ron", &of_the_desk());
    library.write_on(&RealDisk, true).unwrap();
    let mut all = String::new();
    for table in Table::ALL {
        all.push_str(&format!("{:?}", library.rows(table.name())));
    }
    let beside =
        contents(&library.out()).into_iter().filter(|(path, _)| path.extension().is_none_or(|e| e != "parquet"));
    beside.for_each(|(_, bytes)| all.push_str(&String::from_utf8_lossy(&bytes)));
    let all = all.to_lowercase();
    for hidden in ["zarname", "zarnote", "zarcomment", "shells fell", "at least 12 people"] {
        assert!(!all.contains(hidden), "{hidden}");
    }
    assert!(all.contains("this is a public data set") && !library.out().join("comments").exists());
    assert_eq!(library.rows("annotations")[0]["counted_best"], "12");
    // Made for the desk again it is written anew, whole.
    library.write();
    assert_eq!(library.rows("victims")[0]["name"], "Mira  Zarname");
}

#[test]
fn no_column_has_a_name_that_an_engine_keeps_for_itself() {
    let kept = ["end", "group", "order", "from", "to", "of", "when", "where", "year", "table", "time", "date"];
    for table in Table::ALL {
        let mut names: Vec<_> = table.columns().iter().map(|column| column.name.as_ref()).collect();
        assert!(names.iter().all(|name| !name.contains('.') && !kept.contains(name)), "{names:?}");
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{} has a column twice", table.name());
    }
}

#[test]
fn what_cannot_be_read_is_a_problem_and_a_sentence() {
    let library = Library::new();
    library.add("a.ron", &killed(12, "2026-03-16"));
    library.add("b.ron", &killed(12, "2026-03-16"));
    fs::write(library.projects().join(".a.ron.lock"), "").unwrap();
    fs::write(library.projects().join("damaged.ron"), "(version: 1, art").unwrap();
    fs::write(library.projects().join("newer.ron"), "(version: 99)").unwrap();
    let written = library.write();
    assert_eq!((written.n_projects, written.n_unread), (2, 2));
    let messages = written.messages.join("\n");
    for sentence in ["has the project open", "is a copy of a.ron", ": damaged.ron", ": newer.ron"] {
        assert!(messages.contains(sentence), "{messages}");
    }
    let problems = library.rows("problems");
    let of = |kind: &str| {
        problems.iter().filter(|row| row["kind"] == kind).map(|row| row["project"].as_str()).collect::<Vec<_>>()
    };
    assert_eq!(of("Unread"), ["damaged.ron", "newer.ron"]);
    assert_eq!(of("Locked"), ["a.ron"]);
    assert!(!messages.contains(&*library.folder.path().to_string_lossy()), "no folder of this machine is told");
}

#[test]
fn what_no_cell_holds_is_absent_and_a_problem() {
    let library = Library::new();
    library.add("vast.ron", &killed(u64::MAX, "0000-01-01"));
    library.add("late.ron", &killed(7, "9999-12-31"));
    library.write();
    let problems = library.rows("problems");
    let beyond: Vec<_> =
        problems.iter().filter(|row| row["kind"] == "BeyondTables").map(|row| row["field"].as_str()).collect();
    assert!(beyond.contains(&"published") && beyond.contains(&"annotations.figure_low"), "{beyond:?}");
    let marks = library.rows("annotations");
    assert!(marks.iter().any(|mark| mark["project"] == "vast.ron" && !mark.contains_key("figure_low")));
    assert!(library.out().join("annotations/year=9999/part-0.parquet").exists());
    assert!(library.out().join("annotations/year=0/part-0.parquet").exists());
}

#[test]
fn rows_stand_under_the_name_of_their_own_file_where_names_sort_otherwise_than_paths() {
    let library = Library::new();
    for (name, number) in [("a/b.ron", 1), ("a.ron", 2), ("a/b/c.ron", 3), ("a-b.ron", 4)] {
        library.add(name, &killed(number, "2026-03-16"));
    }
    library.write();
    let found =
        library.rows("annotations").into_iter().map(|row| (row["project"].clone(), row["counted_best"].clone()));
    let found: BTreeMap<String, String> = found.collect();
    let expected = [("a-b.ron", "4"), ("a.ron", "2"), ("a/b.ron", "1"), ("a/b/c.ron", "3")];
    assert_eq!(found, expected.map(|(name, number)| (name.to_owned(), number.to_owned())).into());
}
