//! A line in, a line out: many projects and articles through the binary's own standard input.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::desk::{ARTICLE, Desk, Ran, newsmark, ok, parsed};

/// The binary with `input` on its standard input.
fn piped(args: &[&str], input: impl AsRef<[u8]>) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsmark"));
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = command.spawn().unwrap();
    let mut stdin = running.stdin.take().unwrap();
    let input = input.as_ref().to_owned();
    // From a thread of its own: answers are written while there is more to read.
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let ran = running.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let code = u8::try_from(ran.status.code().unwrap()).unwrap();
    Ran { code, out: text(ran.stdout), err: text(ran.stderr) }
}

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(parsed).collect()
}

#[test]
fn a_line_of_facts_is_the_project_of_the_document() {
    let desk = Desk::new();
    let project = desk.project();
    let document = parsed(&ok(&["facts", "--json", &project]));
    let line = ok(&["facts", "--jsonl", &project]);
    assert_eq!((line.lines().count(), &parsed(&line)), (1, &document[0]));
    for input in [
        format!("{project}\n"),
        format!("{project}\r\n"),
        json!(project).to_string(),
        json!({"path": project}).to_string(),
    ] {
        let ran = piped(&["facts", "--jsonl"], &input);
        assert_eq!((ran.code, &ran.out), (0, &line), "{input}");
    }
}

#[test]
fn a_line_of_an_export_is_the_project_as_it_is_shown_with_its_text() {
    let desk = Desk::new();
    let project = desk.project();
    let mut shown = parsed(&ok(&["show", "--json", &project]));
    shown["article"]["text"] = json!(ARTICLE);
    for line in [ok(&["export", "--to", "jsonl", &project]), piped(&["export", "--to", "jsonl"], &project).out] {
        assert_eq!((line.lines().count(), parsed(&line)), (1, shown.clone()));
    }
}

#[test]
fn what_is_no_project_is_answered_with_its_line_and_the_others_are_read() {
    let desk = Desk::new();
    let (project, broken) = (desk.project(), desk.file("broken.ron", "(version: 1, article: ("));
    let mut input = format!("{project}\n\n{broken}\n{}\n{{\"path\": 3}}\n", desk.named("nowhere.ron")).into_bytes();
    input.extend(b"\xff.ron\n");
    // More than is kept of a line.
    input.extend(std::iter::repeat_n(b'x', 100 << 20));
    input.extend(format!("\n{project}").as_bytes());
    for (args, n_jobs) in [(["facts", "--jsonl"].as_slice(), "1"), (&["export", "--to", "jsonl"], "2")] {
        let ran = piped(&[args, &["--jobs", n_jobs]].concat(), &input);
        let answers = lines(&ran.out);
        assert_eq!((ran.code, answers.len(), ran.err.lines().count()), (1, 8, 6), "{}", ran.err);
        assert_eq!(answers[0], answers[7]);
        assert_eq!((&answers[0]["project"], answers[0].get("error")), (&json!(project), None));
        for (answer, number) in answers[1..7].iter().zip(2..) {
            assert_eq!(answer["line"], number);
            assert!(answer["error"].as_str().unwrap().contains(' '), "{answer}");
        }
        assert_eq!((&answers[1]["project"], &answers[2]["project"]), (&json!(null), &json!(broken)));
        assert_eq!(answers[6]["error"], "The line has more than 16 MB and was not read");
        assert!(ran.err.starts_with("newsmark: Line 2: The line is empty and names no project\n"), "{}", ran.err);
    }
}

#[test]
fn a_project_of_the_arguments_that_cannot_be_read_has_no_line() {
    let desk = Desk::new();
    let (project, nowhere) = (desk.project(), desk.named("nowhere.ron"));
    let ran = newsmark(&["facts", "--jsonl", "--jobs", "2", &nowhere, &project]);
    let answers = lines(&ran.out);
    assert_eq!((ran.code, answers.len(), answers[0].get("line")), (1, 2, None));
    assert_eq!((&answers[0]["project"], &answers[1]["project"]), (&json!(nowhere), &json!(project)));
    assert!(ran.err.starts_with("newsmark: The file "), "{}", ran.err);
}

#[test]
fn many_jobs_answer_as_one_does() {
    let sentence = |n: usize| format!("Shells killed {n} people in Karsa on Monday, the mayor said. ");
    let article = |n: usize| json!({"id": n, "text": sentence(n).repeat(n % 7 + 1), "language": "en"}).to_string();
    let input: String =
        (2..120).map(|n| if n % 10 == 0 { "no article\n".to_owned() } else { article(n) + "\n" }).collect();
    let one = piped(&["suggest", "--jsonl"], &input);
    assert_eq!((one.code, one.out.lines().count(), one.err.lines().count()), (1, 118, 11), "{}", one.err);
    let ids: Vec<_> = lines(&one.out).iter().map(|line| line["id"].as_u64()).collect();
    assert_eq!((ids[0], ids[8], ids[117]), (Some(2), None, Some(119)));
    for n_jobs in ["2", "5"] {
        let many = piped(&["suggest", "--jsonl", "--jobs", n_jobs], &input);
        assert_eq!((many.code, &many.out, &many.err), (one.code, &one.out, &one.err));
    }
}

#[test]
fn every_line_is_answered_before_the_next_one_is_there() {
    let desk = Desk::new();
    let project = desk.project();
    let article = json!({"id": 1, "text": ARTICLE}).to_string();
    for (args, line) in [
        (["suggest", "--jsonl", "--jobs"].as_slice(), &article),
        (&["facts", "--jsonl", "--jobs"], &project),
        (&["export", "--to", "jsonl", "--jobs"], &project),
    ] {
        for n_jobs in ["1", "2"] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_newsmark"));
            command.args(args).arg(n_jobs).stdin(Stdio::piped()).stdout(Stdio::piped());
            let mut running = command.spawn().unwrap();
            let mut input = running.stdin.take().unwrap();
            let mut answers = BufReader::new(running.stdout.take().unwrap()).lines();
            for _ in 0..3 {
                writeln!(input, "{line}").unwrap();
                assert!(parsed(&answers.next().unwrap().unwrap()).get("error").is_none());
            }
            drop(input);
            assert!(answers.next().is_none() && running.wait().unwrap().success());
        }
    }
}

#[test]
fn lines_go_to_standard_output_alone_and_reports_are_made_by_one() {
    let desk = Desk::new();
    let (project, out) = (desk.project(), desk.named("out.jsonl"));
    let ran = newsmark(&["export", "--to", "jsonl", "-o", &out, &project]);
    assert_eq!((ran.code, ran.out.as_str(), desk.path("out.jsonl").exists()), (2, "", false));
    assert!(ran.err.contains("Leave -o out"), "{}", ran.err);
    for args in [
        ["export", "--to", "html", "--jobs", "2", &project].as_slice(),
        &["export", "--to", "csv"],
        &["facts", "--jobs", "2", &project],
        &["facts", "--json", "--jsonl", &project],
        &["facts"],
        &["suggest", "--jsonl", "--jobs", "0"],
    ] {
        assert_eq!(newsmark(args).code, 2, "{args:?}");
    }
}
