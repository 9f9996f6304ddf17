//! Numbers and days of lines, in files and on standard input.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::desk::{Desk, newsmark, ok};

/// The objects of JSON Lines.
fn objects(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn each_line_is_an_object_with_its_numbers_and_days() {
    let desk = Desk::new();
    let lines = desk
        .file("lines.txt", "Some 2,000 families 😊 fled; 12 people died on Sunday.\r\n\r\nتوفي 5 أشخاص أمس\nno end");
    let out = ok(&["read", &lines, "--published", "2026-03-16", "--json"]);
    let found = objects(&out);
    assert_eq!(
        found[0],
        json!({
            "text": "Some 2,000 families 😊 fled; 12 people died on Sunday.",
            "numbers": [
                {
                    "start": 0, "end": 19, "text": "Some 2,000 families", "qualifier": "Approximately",
                    "low": null, "best": 2000, "high": null, "unit": "Household", "convention": "Literal", "sure": true,
                },
                {
                    "start": 28, "end": 30, "text": "12", "qualifier": "Exact",
                    "low": 12, "best": 12, "high": 12, "unit": "Person", "convention": "Literal", "sure": true,
                },
            ],
            "days": [{"start": 46, "end": 52, "text": "Sunday", "date": "2026-03-15", "precision": "Day"}],
        })
    );
    assert_eq!(found[1], json!({"text": "", "numbers": [], "days": []}));
    assert_eq!(found[2]["days"][0]["date"], "2026-03-15");
    assert_eq!((found.len(), &found[3]["text"]), (4, &json!("no end")));
    // Fields stand in the order of the documentation.
    assert!(
        out.starts_with(r#"{"text":"Some 2,000 families"#) && out.contains(r#""numbers":[{"start":0,"end":19,"text":"#)
    );
}

#[test]
fn what_hangs_on_a_day_of_publication_that_is_not_given_has_no_date() {
    let desk = Desk::new();
    let lines = desk.file("lines.txt", "on Sunday\nlast month\nin May 2025\n03/04/2025\n");
    let days = |arguments: &[&str]| {
        let all = [&["read", &lines, "--json"], arguments].concat();
        objects(&ok(&all)).iter().map(|line| line["days"].clone()).collect::<Vec<_>>()
    };
    let found = days(&[]);
    assert_eq!(found[0], json!([{"start": 3, "end": 9, "text": "Sunday", "date": null, "precision": null}]));
    assert_eq!(found[2], json!([{"start": 3, "end": 11, "text": "May 2025", "date": "2025-05", "precision": "Month"}]));
    assert_eq!(found[3], json!([]));
    let found = days(&["--published", "2026-03-16", "--language", "en-GB"]);
    assert_eq!((&found[0][0]["date"], &found[1][0]["date"]), (&json!("2026-03-15"), &json!("2026-02")));
    assert_eq!((&found[1][0]["precision"], &found[3][0]["date"]), (&json!("Month"), &json!("2025-04-03")));
}

#[test]
fn people_read_a_table_with_how_each_was_read() {
    let desk = Desk::new();
    let lines = desk.file("lines.txt", "Nothing here.\nDozens \u{7}of people fled on Sunday.\n");
    let out = ok(&["read", &lines, "--published", "2026-03-16"]);
    assert_eq!(
        out,
        "2: Dozens \\u{7}of people fled on Sunday.\n  \
         Dozens  at least 12 persons; “Dozens” read as 12 by the ACLED convention\n  \
         Sunday  15 March 2026, the Sunday before publication\n"
    );
    assert!(ok(&["read", &lines]).contains("\n  Sunday  only a day of publication tells (--published)\n"));
}

#[test]
fn a_line_that_is_no_text_is_told_and_the_others_are_read() {
    let desk = Desk::new();
    let mut bytes = b"12 people \xff died\n".to_vec();
    bytes.extend(std::iter::repeat_n(b'x', 17 << 20));
    bytes.extend(b"\n17 people died\n");
    let lines = desk.file("lines.txt", bytes);
    let ran = newsmark(&["read", "--json", &lines]);
    let found = objects(&ran.out);
    assert_eq!((ran.code, found.len()), (1, 3), "{}", ran.err);
    assert_eq!((&found[0]["text"], &found[0]["numbers"][0]["best"]), (&json!("12 people \u{fffd} died"), &json!(12)));
    let why = "Line 2 has more than 16 MB and was not read";
    assert_eq!(found[1], json!({"text": null, "numbers": [], "days": [], "line": 2, "error": why}));
    assert_eq!(found[2]["numbers"][0]["best"], 17);
    let told: Vec<&str> = ran.err.lines().collect();
    assert!(told.len() == 2 && told[0].starts_with("newsmark: Line 1 is not UTF-8"), "{}", ran.err);
    assert!(told[1].starts_with("newsmark: Line 2 has more than 16 MB and was not read: "), "{}", ran.err);
}

#[test]
fn a_file_that_cannot_be_read_keeps_no_other_from_it() {
    let desk = Desk::new();
    let lines = desk.file("lines.txt", "12 died\n");
    let ran = newsmark(&["read", "--json", &desk.named("nowhere.txt"), &desk.named("."), &lines]);
    assert_eq!((ran.code, objects(&ran.out).len()), (2, 1));
    assert!(ran.err.contains("not there") && ran.err.contains("This is a folder"), "{}", ran.err);
    for wrong in [["--published", "16 March"], ["--language", "english"]] {
        assert_eq!(newsmark(&["read", wrong[0], wrong[1], &lines]).code, 2, "{wrong:?}");
    }
}

#[test]
fn standard_input_is_read_where_no_file_is_named_and_answered_line_by_line() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsmark"));
    let mut running = command.args(["read", "--json"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = running.stdin.take().unwrap();
    let mut answers = std::io::BufRead::lines(std::io::BufReader::new(running.stdout.take().unwrap()));
    for (line, best) in [("12 people died", 12), ("at least 40 fled", 40)] {
        writeln!(input, "{line}").unwrap();
        // The second line is not there yet: the first one is answered before it.
        let answer: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!((&answer["text"], &answer["numbers"][0]["best"]), (&json!(line), &json!(best)));
    }
    drop(input);
    assert!(answers.next().is_none() && running.wait().unwrap().success());
}
