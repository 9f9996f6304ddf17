//! What a terminal would obey, and documents for other programs.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::{self, Write};
use std::sync::Arc;

use newsmark::cli::{Outcome, run};
use newsmark::model::{Annotation, AnnotationId, Change, FieldValue};
use newsmark::store::{Expected, load, save};

use crate::desk::{Desk, newsmark};

/// A colour, a title of the window, the same begun by one character of two bytes, a direction, a bell.
const NASTY: &str = "N\u{1b}[31mRED\u{1b}]0;owned\u{7}\u{9b}32m\u{202e}exe\u{2066}\r";

/// A project whose every text holds what a terminal would obey, under a name that does.
fn nasty(desk: &Desk) -> String {
    let path = desk.project();
    let mut project = load(path.as_ref()).unwrap().project;
    let mut card = project.article().card.clone();
    card.title.value = format!("{NASTY} title");
    card.title.anchor = None;
    card.outlet = NASTY.to_owned();
    project.apply(Change::ReplaceCard(Box::new(card))).unwrap();
    let marks: Vec<_> = project.annotations().iter().cloned().collect();
    for mark in marks {
        let mut changed = Annotation::clone(&mark);
        changed.note = NASTY.to_owned();
        for path in changed.details.fields() {
            if let Some(FieldValue::Words(Some(mut words))) = changed.field(path) {
                words.value = format!("{} {NASTY}", words.value);
                changed.set_field(path, FieldValue::Words(Some(words))).unwrap();
            }
        }
        project.apply(Change::Replace(Arc::new(changed))).unwrap();
    }
    let name = desk.path(&format!("{}\nError: b.ron", NASTY.replace('\r', "")));
    save(&project, &name, Expected::Nothing).unwrap();
    name.to_str().unwrap().to_owned()
}

fn is_obeyed(c: char) -> bool {
    c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn a_terminal_obeys_nothing_that_stands_in_a_file_or_its_name() {
    let desk = Desk::new();
    let path = nasty(&desk);
    let own = desk.named("unread\u{1b}[2J.ron");
    std::fs::write(&own, "(version: 1, article: (\u{1b}[31m: 1))").unwrap();
    let out = desk.named("out\u{1b}[2J.html");
    let mut n_escapes = 0;
    for arguments in [
        &["show", &path][..],
        &["check", &path, &own],
        &["facts", &path, &own],
        &["compare", &path, &path],
        &["merge", &desk.named("none\u{9b}"), &path, &path, "-o", &desk.named("merged\u{7}.ron")],
        &["export", &path, &own, "--to", "html", "-o", &out],
        &["new", &own, "--language", "\u{1b}[31m"],
        &["show", &own],
        &["read", &path, &own],
        &["\u{1b}[31m", "\u{9b}2J", "x"],
    ] {
        let mut printed = (Vec::new(), Vec::new());
        let outcome = run(["newsmark"].iter().chain(arguments), &mut printed.0, &mut printed.1);
        for printed in [printed.0, printed.1] {
            let printed = String::from_utf8(printed).unwrap();
            assert_eq!(printed.chars().find(|c| is_obeyed(*c)), None, "{outcome:?} of {arguments:?}: {printed:?}");
            assert!(!printed.lines().any(|line| line.starts_with("Error: ")), "a name makes no line: {printed}");
            n_escapes += printed.matches("\\u{1b}").count();
        }
    }
    assert!(n_escapes > 10, "{n_escapes}");
}

#[test]
fn what_is_for_other_programs_keeps_every_character() {
    let desk = Desk::new();
    let path = nasty(&desk);
    let shown: serde_json::Value = serde_json::from_str(&newsmark(&["show", &path, "--json"]).out).unwrap();
    assert_eq!(shown["project"], path.as_str());
    assert_eq!(shown["article"]["outlet"], NASTY);
    assert!(newsmark(&["export", &path, "--to", "csv"]).out.contains(NASTY));
}

/// Notes how much is written at once.
#[derive(Default)]
struct Pieces {
    longest: usize,
    total: usize,
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.longest = self.longest.max(bytes.len());
        self.total += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_json_document_is_written_while_it_is_made() {
    let desk = Desk::new();
    let path = desk.project();
    let mut project = load(path.as_ref()).unwrap().project;
    let mark = project.annotations()[0].clone();
    for n in 0..200 {
        let copy = Annotation { id: AnnotationId::from_u64(9_000 + n), ..Annotation::clone(&mark) };
        project.apply(Change::Insert(Arc::new(copy))).unwrap();
    }
    save(&project, path.as_ref(), Expected::Anything).unwrap();
    for arguments in [&["show", "--json", &path][..], &["check", "--json", &path], &["compare", "--json", &path, &path]]
    {
        let mut pieces = Pieces::default();
        let outcome = run(["newsmark"].iter().chain(arguments), &mut pieces, &mut io::sink());
        assert_ne!(outcome, Outcome::Exit(2));
        assert!(pieces.longest <= 16 << 10, "{arguments:?}: {} bytes at once", pieces.longest);
    }
    let mut pieces = Pieces::default();
    run(["newsmark", "show", "--json", &path], &mut pieces, &mut io::sink());
    assert!(pieces.total > 200_000, "{} bytes", pieces.total);
}
