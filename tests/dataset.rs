//! `newsmark dataset` as scripts run it, and its sums against those of `newsmark facts`.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use newsmark::cli::{Outcome, run};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use serde_json::Value;

fn cli(args: &[&str]) -> (Outcome, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let outcome = run(["newsmark"].iter().chain(args), &mut out, &mut err);
    (outcome, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

/// The sum of what counts of each project, harm or measure, and unit, where every row states it.
fn sums(out: &Path) -> BTreeMap<(String, String, String), i64> {
    let mut sums: BTreeMap<(String, String, String), Option<i64>> = BTreeMap::new();
    let years = fs::read_dir(out.join("annotations")).unwrap().map(|year| year.unwrap().path().join("part-0.parquet"));
    for path in years {
        let reader = SerializedFileReader::new(fs::File::open(path).unwrap()).unwrap();
        for row in reader.get_row_iter(None).unwrap() {
            let row = row.unwrap();
            let cell = |name: &str| row.get_column_iter().find(|(column, _)| *column == name).unwrap().1.clone();
            let text = |name: &str| if let Field::Str(text) = cell(name) { text } else { String::new() };
            if cell("counts") == Field::Bool(true) {
                let best = if let Field::Long(best) = cell("counted_best") { Some(best) } else { None };
                let sum = sums.entry((text("project"), text("counted_of"), text("counted_unit"))).or_insert(Some(0));
                *sum = sum.zip(best).map(|(sum, best)| sum + best);
            }
        }
    }
    sums.into_iter().filter_map(|(key, sum)| Some((key, sum?))).collect()
}

/// The same of `newsmark facts --json`.
fn facts(projects: &[PathBuf]) -> BTreeMap<(String, String, String), i64> {
    let mut facts = BTreeMap::new();
    for path in projects {
        let (_, document, _) = cli(&["facts", "--json", path.to_str().unwrap()]);
        let document: Value = serde_json::from_str(&document).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        gather(&document, &mut |of, unit, best| {
            facts.insert((name.clone(), of.to_owned(), unit.to_owned()), best);
        });
    }
    facts
}

/// Finds the rows of totals, wherever the document has them.
fn gather(value: &Value, tell: &mut dyn FnMut(&str, &str, i64)) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| gather(value, tell)),
        Value::Object(fields) => {
            let of = ["harm", "measure"].iter().find_map(|name| fields.get(*name)?.as_str());
            // Running tolls and parts tell a number as well, but count nothing.
            let counts = fields.get("counted").and_then(Value::as_array).is_some_and(|counted| !counted.is_empty());
            let best = fields.get("best").and_then(Value::as_i64).filter(|_| counts);
            if let (Some(of), Some(unit), Some(best)) = (of, fields.get("unit").and_then(Value::as_str), best) {
                tell(of, unit, best);
            }
            fields.values().for_each(|value| gather(value, tell));
        }
        _ => {}
    }
}

#[test]
fn sums_of_the_tables_are_those_of_facts() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let (outcome, output, messages) = cli(&["dataset", "projects", "-o", out.to_str().unwrap()]);
    assert_eq!((outcome, output.as_str()), (Outcome::Exit(0), ""), "{messages}");
    assert!(messages.contains("The data set was written, of 3 projects, 3 of which were read: "), "{messages}");
    let projects: Vec<PathBuf> = fs::read_dir("projects").unwrap().map(|entry| entry.unwrap().path()).collect();
    let facts = facts(&projects);
    assert!(facts.len() > 10, "{facts:?}");
    assert_eq!(sums(&out), facts);
}

#[test]
fn a_folder_of_others_is_refused_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("theirs.txt"), "theirs").unwrap();
    let (outcome, _, messages) = cli(&["dataset", "projects", "-o", folder.path().to_str().unwrap()]);
    assert_eq!(outcome, Outcome::Exit(2));
    assert!(messages.starts_with("newsmark: The data set was not written: the folder holds files that"), "{messages}");
    assert_eq!(fs::read(folder.path().join("theirs.txt")).unwrap(), b"theirs");
}
