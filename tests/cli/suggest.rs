//! What would be marked in an article, and what is left to mark in a project.

use crate::desk::{Desk, newsmark, ok, parsed};

/// Two counts, one a part of the other.
const NEWS: &str = "Shells killed 12 people in Karsa on Monday, including three children.\n";

#[test]
fn suggest_shows_what_it_would_mark_and_why() {
    let desk = Desk::new();
    let article = desk.file("news.txt", NEWS);
    let printed = ok(&["suggest", &article]);
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines.len(), 3, "{printed}");
    assert!(lines[1].starts_with("Casualties  killed 12 people"), "{printed}");
    assert!(lines[1].ends_with("Likely  **killed** governs **12 people**"), "{printed}");
    assert!(lines[2].ends_with("**including** makes them a part of **12 people**"), "{printed}");
}

#[test]
fn the_document_of_suggest_names_spans_rules_and_scopes() {
    let desk = Desk::new();
    let article = desk.file("news.txt", NEWS);
    let document = parsed(&ok(&["suggest", &article, "--json"]));
    assert_eq!(document["maker"], "newsmark");
    assert_eq!(document["article"]["sha256"].as_str().unwrap().len(), 64);
    let found = document["suggestions"].as_array().unwrap();
    assert_eq!(found.len(), 2);
    let (whole, part) = (&found[0], &found[1]);
    assert_eq!(
        (&whole["category"], &whole["rule"], &whole["tier"]),
        (&"Casualties".into(), &"active".into(), &"Likely".into())
    );
    assert_eq!((&whole["at"][0]["start"], &whole["at"][0]["end"]), (&7.into(), &23.into()));
    assert_eq!(whole["basis"][0]["text"], "killed");
    assert_eq!(whole["details"]["harm"], "Killed");
    assert_eq!(part["details"]["scope"]["kind"], "PartOf");
    assert_eq!(part["details"]["scope"]["of"], whole["id"]);
    assert!(whole["fields"].as_array().unwrap().iter().any(|field| field["field"] == "where.text"));
}

#[test]
fn a_project_and_its_article_are_suggested_the_same_until_something_is_marked() {
    let desk = Desk::new();
    let article = desk.file("news.txt", NEWS);
    let project = desk.named("news.ron");
    ok(&["new", &article, "-o", &project]);
    assert_eq!(ok(&["suggest", &article, "--json"]), ok(&["suggest", &project, "--json"]));
}

#[test]
fn suggest_needs_a_file_or_a_stream_and_not_both() {
    assert_eq!(newsmark(&["suggest"]).code, 2);
    assert_eq!(newsmark(&["suggest", "no-such-file.txt"]).code, 2);
    assert_eq!(newsmark(&["suggest", "news.txt", "--jsonl"]).code, 2);
    assert_eq!(newsmark(&["suggest", "--json", "--jsonl"]).code, 2);
}

#[test]
fn what_another_program_proposes_is_shown_under_its_name() {
    let desk = Desk::new();
    let article = desk.file("news.txt", NEWS);
    let own = ok(&["suggest", &article, "--json"]);
    // What this program prints is what it reads.
    let given = desk.file("given.json", own.replace("\"newsmark\"", "\"counter 2\""));
    let again = parsed(&ok(&["suggest", &article, "--json", "--proposals", &given]));
    assert_eq!(again["maker"], "counter 2");
    let suggestions = |document: &serde_json::Value| document["suggestions"].as_array().unwrap().clone();
    let words = |document: &serde_json::Value| {
        suggestions(document).iter().map(|one| (one["at"].clone(), one["details"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(words(&again), words(&parsed(&own)));
}

#[test]
fn proposals_of_another_text_are_refused_and_tell_so() {
    let desk = Desk::new();
    let article = desk.file("news.txt", NEWS);
    let given = desk.file("given.json", ok(&["suggest", &article, "--json"]));
    let other = desk.file("other.txt", "It rained.");
    let ran = newsmark(&["suggest", &other, "--proposals", &given]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("These proposals are of another text than this article. Nothing was read"), "{}", ran.err);
    assert_eq!(newsmark(&["suggest", &article, "--proposals", "no-such-file.json"]).code, 2);
    assert_eq!(newsmark(&["suggest", "--jsonl", "--proposals", &given]).code, 2);
}
