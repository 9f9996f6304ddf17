//! Reports on real files, through the function that the binary calls.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};

use newsmark::cli::{Outcome, run};
use serde_json::Value;
use tempfile::TempDir;

struct Ran {
    code: u8,
    out: String,
    err: String,
}

fn newsmark(args: &[&str]) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let outcome = run(["newsmark"].iter().chain(args), &mut out, &mut err);
    let Outcome::Exit(code) = outcome else { panic!("{outcome:?} of {args:?}") };
    Ran { code, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}

fn sample(name: &str) -> String {
    format!("{}/projects/{name}.ron", env!("CARGO_MANIFEST_DIR"))
}

fn named(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

/// A folder with a copy of a sample.
fn desk() -> (TempDir, PathBuf, String) {
    let folder = TempDir::new().unwrap();
    let project = folder.path().join("port.ron");
    fs::copy(sample("port-of-lir"), &project).unwrap();
    let name = named(&project);
    (folder, project, name)
}

#[test]
fn a_page_has_the_same_totals_as_facts() {
    for name in ["karsa-market", "karsa-sawt", "port-of-lir"] {
        let page = newsmark(&["export", &sample(name), "--to", "html"]);
        assert_eq!((page.code, &*page.err), (0, ""));
        let facts: Value = serde_json::from_str(&newsmark(&["facts", &sample(name), "--json"]).out).unwrap();
        let mut n_rows = 0;
        for list in ["casualties", "displacement", "at_risk", "visits"] {
            for row in facts[0][list].as_array().unwrap() {
                let cell = |bound: &str, is_open: &Value| match row[bound].as_u64() {
                    Some(number) => newsmark::model::grouped(number),
                    None if is_open == &Value::Bool(true) => "open".to_owned(),
                    None => "–".to_owned(),
                };
                let cells =
                    [cell("low", &row["open_below"]), cell("best", &Value::Null), cell("high", &row["open_above"])];
                let line = cells.map(|cell| {
                    let class = if cell.starts_with(|c: char| c.is_ascii_digit()) { "n" } else { "n none" };
                    format!("<td class=\"{class}\">{cell}</td>")
                });
                assert!(page.out.contains(&line.concat()), "{name}: {row}");
                n_rows += 1;
            }
        }
        assert_eq!(page.out.matches("<tr class=\"total\">").count(), n_rows);
    }
}

#[test]
fn a_report_goes_to_standard_output_or_to_the_file_named_and_nowhere_else() {
    let (folder, _, project) = desk();
    let before = fs::read_dir(folder.path()).unwrap().count();
    let page = newsmark(&["export", &project, "--to", "html"]);
    assert!(page.out.starts_with("<!DOCTYPE html>") && !page.out.contains(folder.path().to_str().unwrap()));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), before);
    let output = named(&folder.path().join("port.html"));
    let ran = newsmark(&["export", &project, "--to", "html", "-o", &output]);
    assert_eq!((ran.code, &*ran.out), (0, ""));
    assert_eq!(fs::read_to_string(&output).unwrap(), page.out);
    let table = newsmark(&["export", &project, "--to", "csv"]);
    assert!(table.out.starts_with("project,id,category,words,start,end,spans,harm,"));
    assert_eq!(newsmark(&["export", &project]).code, 2);
    assert_eq!(newsmark(&["export", &project, "--to", "pdf"]).code, 2);
}

#[test]
fn a_file_is_replaced_only_where_asked_and_a_project_never() {
    let (folder, path, project) = desk();
    let output = named(&folder.path().join("port.csv"));
    fs::write(&output, "mine").unwrap();
    let ran = newsmark(&["export", &project, "--to", "csv", "-o", &output]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("The report was not written: there is a file of that name already"), "{}", ran.err);
    assert_eq!(fs::read_to_string(&output).unwrap(), "mine");
    assert_eq!(newsmark(&["export", &project, "--to", "csv", "-o", &output, "--force"]).code, 0);
    assert!(fs::read_to_string(&output).unwrap().starts_with("project,"));
    let (bytes, copy) = (fs::read(&path).unwrap(), named(&folder.path().join("copy")));
    fs::copy(&path, &copy).unwrap();
    for there in [&project, &copy, &named(&folder.path().join("new.RON"))] {
        let ran = newsmark(&["export", &project, "--to", "csv", "-o", there, "--force"]);
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains("it would take the place of a project"), "{}", ran.err);
    }
    assert_eq!((fs::read(&path).unwrap(), fs::read(&copy).unwrap()), (bytes.clone(), bytes));
    let ran = newsmark(&["export", &project, "--to", "html", "-o", folder.path().to_str().unwrap(), "--force"]);
    assert!(ran.code == 2 && ran.err.contains("the path is a folder"), "{}", ran.err);
    let absent = named(&folder.path().join("absent").join("a.html"));
    assert!(newsmark(&["export", &project, "--to", "html", "-o", &absent]).err.contains("its folder is not there"));
}

#[test]
fn a_damaged_file_is_told_and_listed_and_does_not_keep_the_others_from_the_report() {
    let (folder, _, project) = desk();
    let damaged = named(&folder.path().join("<b>damaged.ron"));
    fs::write(&damaged, "(version: 1, ").unwrap();
    let ran = newsmark(&["export", &damaged, &project, "--to", "html"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains(&damaged));
    assert!(ran.out.contains("&lt;b&gt;damaged.ron") && ran.out.contains("port.ron"));
    assert!(!ran.out.contains(folder.path().to_str().unwrap()));
    let none = newsmark(&["export", &damaged, "--to", "html", "-o", &named(&folder.path().join("none.html"))]);
    assert_eq!((none.code, folder.path().join("none.html").exists()), (2, false));
}

#[test]
fn two_files_of_one_name_are_told_apart() {
    let (folder, path, project) = desk();
    fs::create_dir(folder.path().join("b")).unwrap();
    let other = folder.path().join("b").join("port.ron");
    fs::copy(&path, &other).unwrap();
    let table = newsmark(&["export", &project, &named(&other), &sample("karsa-sawt"), "--to", "csv"]).out;
    let mut names: Vec<_> = table.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    names.dedup();
    assert!(names.contains(&&*project) && names.contains(&&*named(&other)) && names.contains(&"karsa-sawt.ron"));
}

/// A folder with a copy of a project of version 2 that knows of proposals.
fn desk_of_version_2() -> (TempDir, PathBuf, String) {
    let folder = TempDir::new().unwrap();
    let project = folder.path().join("olm.ron");
    let file = format!("{}/tests/files/version-2-proposals.ron", env!("CARGO_MANIFEST_DIR"));
    fs::copy(file, &project).unwrap();
    let name = named(&project);
    (folder, project, name)
}

const LACKS: [&str; 5] = [
    "Where 4 marks came from was left out",
    "2 dismissed proposals were left out",
    "That proposals are on or off, and who decided so, was left out",
    "Whether 1 sign-off was made with proposals was left out",
    "Fields that version 1 has not were left out of 1 conflict",
];

#[test]
fn a_copy_in_version_1_is_written_and_what_it_lacks_is_told_on_standard_error() {
    let (folder, path, project) = desk_of_version_2();
    let before = fs::read(&path).unwrap();
    let output = folder.path().join("olm-1.ron");
    let ran = newsmark(&["export", "--to", "ron-1", &project, "-o", &named(&output)]);
    assert_eq!((ran.code, &*ran.out), (0, ""), "{}", ran.err);
    let told: Vec<String> = LACKS.iter().map(|lacks| format!("newsmark: {lacks}: {project}")).collect();
    let written = format!("newsmark: The copy was written as version 1: {}", output.display());
    assert!(ran.err.lines().eq([written].iter().chain(&told)), "{}", ran.err);
    let copy = fs::read_to_string(&output).unwrap();
    assert!(copy.starts_with("(\n    version: 1,\n") && copy.contains("Two people were pulled out dead"), "{copy}");
    assert_eq!(fs::read(&path).unwrap(), before, "the project stays as it is");
    let printed = newsmark(&["export", "--to", "ron-1", &project]);
    assert_eq!((printed.code, &printed.out), (0, &copy));
    assert!(printed.err.lines().eq(&told), "{}", printed.err);
    // What lacks nothing is the same project, and nothing is told.
    let sample = sample("port-of-lir");
    let ran = newsmark(&["export", "--to", "ron-1", &sample]);
    assert_eq!((ran.code, &*ran.err, ran.out), (0, "", fs::read_to_string(&sample).unwrap()));
}

#[test]
fn a_copy_in_version_1_takes_the_place_of_a_file_only_where_asked_and_never_of_its_project() {
    let (folder, path, project) = desk_of_version_2();
    let before = fs::read(&path).unwrap();
    let output = named(&folder.path().join("copy.ron"));
    fs::write(&output, "mine").unwrap();
    let ran = newsmark(&["export", "--to", "ron-1", &project, "-o", &output]);
    assert!(ran.code == 2 && ran.err.contains("or replace it with --force"), "{}", ran.err);
    assert_eq!(fs::read_to_string(&output).unwrap(), "mine");
    for _ in 0..2 {
        assert_eq!(newsmark(&["export", "--to", "ron-1", &project, "-o", &output, "--force"]).code, 0);
    }
    // A copy of a copy lacks nothing, so that writing it over itself loses nothing.
    assert_eq!(newsmark(&["export", "--to", "ron-1", &output, "-o", &output, "--force"]).code, 0);
    let ran = newsmark(&["export", "--to", "ron-1", &project, "-o", &project, "--force"]);
    assert!(ran.code == 2 && ran.err.contains("take the place of its own project"), "{}", ran.err);
    assert_eq!(fs::read(&path).unwrap(), before);
    let ran = newsmark(&["export", "--to", "ron-1", &project, &output]);
    assert!(ran.code == 2 && ran.err.contains("Export them one by one"), "{}", ran.err);
    let absent = named(&folder.path().join("absent.ron"));
    assert_eq!(newsmark(&["export", "--to", "ron-1", &absent]).code, 2);
}

#[test]
fn a_table_says_where_marks_came_from() {
    let (_folder, _, project) = desk_of_version_2();
    let table = newsmark(&["export", &project, "--to", "csv"]).out;
    assert!(
        table.lines().next().unwrap().ends_with("origin,origin.by,origin.rule,origin.tier,origin.format,origin.id")
    );
    assert!(table.contains(",Proposed,newsmark,passive,Likely,,\r\n"), "{table}");
    assert!(table.contains(",Imported,Oren Tal,,,brat,T7\r\n") && table.contains(",0,,,,,,\r\n"), "{table}");
}
