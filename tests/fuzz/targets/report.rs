use std::fs;
use std::path::Path;

use newsmark::cli;
use newsmark::report::{Reported, csv, html};
use newsmark::store::parse;

use super::{Target, kind, words};

pub const TARGET: Target =
    Target { name: "report", corpus: "project", seeds: || Vec::new(), words: words::OF_FILES, run };

/// What a project's page and table are made of is whole, and no command for a terminal gets out.
fn run(input: &[u8]) -> u64 {
    let Ok(loaded) = parse(input) else { return 0 };
    let reported = [Reported::new("project.ron", loaded.project, &loaded.warnings)];
    let page = html(&reported, &[]);
    assert!(page.ends_with("</html>\n") && !page.contains("<script"), "the page is not whole or has a script");
    let table = csv(&reported);
    let n_columns = rows(&table).into_iter().map(|row| row.len()).collect::<Vec<_>>();
    assert!(n_columns.iter().all(|n| *n == n_columns[0]), "rows have different columns: {n_columns:?}");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("project.ron");
    fs::write(&path, input).unwrap();
    for command in ["show", "check", "facts"] {
        prints_for_people(&[command], &path);
        prints_json(command, &path);
    }
    kind((n_columns.len(), page.len().ilog2(), table.contains('"'), table.contains('\'')))
}

/// What a command prints for people holds nothing that a terminal would obey.
fn prints_for_people(command: &[&str], path: &Path) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let arguments = ["newsmark"].into_iter().chain(command.iter().copied()).map(str::to_owned);
    cli::run(arguments.chain([path.to_str().unwrap().to_owned()]), &mut out, &mut err);
    for printed in [out, err] {
        let printed = String::from_utf8(printed).unwrap();
        let is_obeyed =
            |c: &char| c.is_control() && *c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        assert_eq!(printed.chars().find(is_obeyed), None, "{command:?} prints a control character");
    }
}

fn prints_json(command: &str, path: &Path) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    cli::run(["newsmark", command, "--json", path.to_str().unwrap()], &mut out, &mut err);
    let document: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert!(document.is_object() || document.is_array());
}

/// The cells of a table of RFC 4180.
fn rows(table: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut in_quotes = false;
    let mut chars = table.chars().peekable();
    while let Some(c) = chars.next() {
        let row = rows.last_mut().unwrap();
        match c {
            '"' if in_quotes && chars.peek() == Some(&'"') => {
                chars.next();
                row.last_mut().unwrap().push('"');
            }
            '"' => in_quotes = !in_quotes,
            ',' if !in_quotes => row.push(String::new()),
            '\r' if !in_quotes && chars.peek() == Some(&'\n') => {
                chars.next();
                rows.push(vec![String::new()]);
            }
            c => row.last_mut().unwrap().push(c),
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last line is not ended");
    rows
}
