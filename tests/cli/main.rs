//! The command line on real files, through the function that the binary calls.

mod compare;
mod desk;
mod facts;
mod origin;
mod pipes;
mod read;
#[cfg(unix)]
mod special_files;
mod suggest;
mod terminal;

use std::fs;
use std::path::Path;

use newsmark::cli::{Outcome, run};
use newsmark::model::{Category, Change, Details, Dismissal, Person, QuoteKind, Quotes, Span};
use newsmark::store::{Expected, load, save};
use serde_json::{Value, json};

use desk::{ARTICLE, Desk, annotation, newsmark, ok, parsed};

#[test]
fn files_alone_open_the_window() {
    let outcome = |args: &[&str]| run(args.iter(), &mut Vec::new(), &mut Vec::new());
    assert_eq!(outcome(&["newsmark"]), Outcome::Window(vec![]));
    assert_eq!(outcome(&["newsmark", "a.ron", "b.txt"]), Outcome::Window(vec!["a.ron".into(), "b.txt".into()]));
}

#[test]
fn help_lists_what_there_is_and_nothing_else() {
    let help = ok(&["--help"]);
    for command in ["new", "show", "check", "facts", "suggest", "export", "compare", "merge", "read"] {
        assert!(help.contains(&format!("\n  {command} ")), "{help}");
    }
    assert!(!help.contains("import"), "{help}");
    assert_eq!(newsmark(&["show"]).code, 2);
    assert_eq!(newsmark(&["--no-such-option"]).code, 2);
}

#[test]
fn the_same_article_gives_the_same_bytes() {
    let desk = Desk::new();
    let article = desk.file("market.txt", ARTICLE);
    let project = |name: &str| {
        ok(&["new", &article, "-o", &desk.named(name)]);
        fs::read(desk.path(name)).unwrap()
    };
    assert_eq!(project("a.ron"), project("b.ron"));
    assert_eq!(&*load(&desk.path("a.ron")).unwrap().project.article().text, ARTICLE);
}

#[test]
fn the_card_says_what_the_arguments_say() {
    let desk = Desk::new();
    let article = desk.file("market.txt", ARTICLE);
    let project = desk.named("a.ron");
    ok(&[
        "new",
        &article,
        "-o",
        &project,
        "--title",
        "market  shelled 😊",
        "--outlet",
        "The Valley Post",
        "--published",
        "2026-03-14",
        "--language",
        "en-GB",
    ]);
    let card = load(Path::new(&project)).unwrap().project.article().card.clone();
    assert_eq!(card.title.value, "market  shelled 😊");
    assert_eq!(card.title.anchor.unwrap().words, "Market shelled 😊");
    assert_eq!((card.outlet.as_str(), card.language.as_str()), ("The Valley Post", "en-GB"));
    assert_eq!(card.published.unwrap().to_string(), "2026-03-14");
    assert_eq!(card.original.name, "market.txt");
    for wrong in [["--published", "14/03/2026"], ["--language", "english"], ["--encoding", "klingon"]] {
        let ran = newsmark(&["new", &article, "-o", &desk.named("b.ron"), wrong[0], wrong[1]]);
        assert_eq!(ran.code, 2, "{wrong:?}");
        assert!(!desk.path("b.ron").exists());
    }
}

#[test]
fn nothing_is_overwritten_without_force() {
    let desk = Desk::new();
    let article = desk.file("market.txt", ARTICLE);
    let project = desk.file("a.ron", "precious");
    let ran = newsmark(&["new", &article, "-o", &project]);
    assert_eq!((ran.code, fs::read_to_string(&project).unwrap().as_str()), (2, "precious"));
    assert!(ran.err.contains("--force"), "{}", ran.err);
    ok(&["new", &article, "-o", &project, "--force"]);
    assert!(load(Path::new(&project)).is_ok());
    let ran = newsmark(&["new", &article, "-o", &article, "--force"]);
    assert_eq!((ran.code, fs::read_to_string(&article).unwrap().as_str()), (2, ARTICLE), "the article itself");
}

#[test]
fn a_chosen_encoding_is_used_and_a_guessed_one_is_told() {
    let desk = Desk::new();
    let (bytes, ..) = encoding_rs::WINDOWS_1256.encode("قُتل ما لا يقل عن 12 شخصا في قصف استهدف سوقا شعبيا في المدينة.");
    let article = desk.file("arabic.txt", &bytes);
    let ran = newsmark(&["new", &article, "-o", &desk.named("a.ron")]);
    assert!(ran.err.contains("guessed: windows-1256"), "{}", ran.err);
    let ran = newsmark(&["new", &article, "-o", &desk.named("b.ron"), "--encoding", "iso-8859-6"]);
    assert!(!ran.err.contains("guessed"), "{}", ran.err);
    assert_eq!(load(&desk.path("b.ron")).unwrap().project.article().card.original.encoding, "ISO-8859-6");
}

#[test]
fn what_is_no_article_is_refused_and_nothing_is_written() {
    let desk = Desk::new();
    let cases = [
        (desk.file("report.pdf", b"%PDF-1.7\n"), "is a PDF, not text"),
        (desk.file("empty.txt", b""), "is empty"),
        (desk.file("page.html", "<html><body><nav><a href=/>Home</a></nav>"), "No article was found"),
        (desk.named("."), "folder"),
        (desk.named("nowhere.txt"), "not there"),
    ];
    for (article, sentence) in cases {
        let ran = newsmark(&["new", &article, "-o", &desk.named("a.ron")]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{article}");
        assert!(ran.err.contains(sentence), "{}", ran.err);
        assert!(!desk.path("a.ron").exists());
    }
    let project = desk.project();
    let ran = newsmark(&["new", &project, "-o", &desk.named("a.ron")]);
    assert!(ran.code == 2 && ran.err.contains("project already"), "{}", ran.err);
}

#[test]
fn show_prints_a_table() {
    let out = ok(&["show", &Desk::new().project()]);
    let expected = "\
Market shelled 😊 · 2 annotations

Category    Words                          Reading               ¶  Status
Casualties  At least 12 people             Killed · At least 12  1  Draft
Quotes      “We left,” … “and came back.”  Direct · Dala Imren   2  Draft
";
    assert_eq!(out, expected);
}

#[test]
fn show_prints_one_json_document() {
    let desk = Desk::new();
    let project = desk.project();
    let shown = parsed(&ok(&["show", &project, "--json"]));
    assert_eq!(shown["project"], json!(project));
    let article = &shown["article"];
    assert_eq!(article["length"], json!(ARTICLE.chars().count()));
    assert_eq!(article["outlet"], Value::Null);
    assert_eq!(article["direction"], "Auto");
    assert_eq!(
        article["title"],
        json!({"value": "Market shelled 😊", "words": "Market shelled 😊",
            "at": {"start": 0, "end": 16, "text": "Market shelled 😊"}})
    );
    let quote = &shown["annotations"][1];
    assert_eq!(quote["category"], "Quotes");
    assert_eq!(quote["details"]["kind"], "Direct");
    assert_eq!(quote["details"]["attribution"]["cue"], Value::Null);
    assert_eq!(quote["note"], Value::Null);
    let figure = json!({"text": {"value": "At least 12", "words": "At least 12", "at": {"start": 20, "end": 31, "text": "At least 12"}}});
    let killed = &shown["annotations"][0]["details"];
    assert_eq!(killed["figure"]["text"], figure["text"]);
    assert_eq!((&killed["harm"], &killed["victims"]), (&json!("Killed"), &json!("Unknown")));
    assert_eq!((&killed["figure"]["low"], &killed["groups"]), (&Value::Null, &json!([])));
    assert_eq!(shown["unplaced"], json!([]));
    let text: Vec<char> = ARTICLE.chars().collect();
    for span in quote["at"].as_array().unwrap() {
        let at = |key: &str| span[key].as_u64().unwrap() as usize;
        let words: String = text[at("start")..at("end")].iter().collect();
        assert_eq!(span["text"], json!(words));
    }
}

#[test]
fn a_sound_project_has_no_problems() {
    let desk = Desk::new();
    let project = desk.project();
    let ran = newsmark(&["check", &project]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert_eq!(
        parsed(&ok(&["check", "--json", &project])),
        json!([{"project": project, "problems": [], "dismissed": []}])
    );
}

#[test]
fn check_tells_annotation_and_field_of_each_problem() {
    let desk = Desk::new();
    let project = desk.project();
    let mut loaded = load(Path::new(&project)).unwrap().project;
    let text = loaded.article().text.clone();
    let start = text.find("“and").unwrap();
    let bare = Details::Quotes(Quotes { kind: QuoteKind::Direct, ..Default::default() });
    let cut = annotation(3, Span::new(start, start + "“and ca".len()).unwrap().into(), bare);
    loaded.apply(Change::Insert(cut.into())).unwrap();
    let start = text.find("people").unwrap();
    let loose = Span::new(start, start + "people ".len()).unwrap();
    loaded.apply(Change::Insert(annotation(4, loose.into(), Category::Claims.unknown()).into())).unwrap();
    save(&loaded, Path::new(&project), Expected::Anything).unwrap();

    let ran = newsmark(&["check", &project]);
    let expected = [
        "Warning: “people”, ¶ 1: The marked words end with white space",
        "Error: ““and ca”, ¶ 2, kind: The quotation mark “ is not closed",
        "Warning: ““and ca”, ¶ 2: The marked words end inside a word or a number",
        "Warning: ““and ca”, ¶ 2, attribution.words: The direct quote has no source",
    ];
    assert_eq!(ran.out.lines().collect::<Vec<_>>(), expected.map(|line| format!("{project}: {line}")));
    assert_eq!(ran.code, 1);

    let shown = parsed(&newsmark(&["check", &project, "--json"]).out);
    assert_eq!(
        shown[0]["problems"][1],
        json!({"severity": "Error", "kind": "QuoteMarks", "annotation": "3", "field": "kind",
            "why": "The quotation mark “ is not closed"})
    );
}

#[test]
fn warnings_fail_only_where_asked_to() {
    let desk = Desk::new();
    let project = desk.project();
    let mut loaded = load(Path::new(&project)).unwrap().project;
    let start = loaded.article().text.find("people").unwrap();
    let loose = Span::new(start, start + "people ".len()).unwrap();
    loaded.apply(Change::Insert(annotation(4, loose.into(), Category::Claims.unknown()).into())).unwrap();
    save(&loaded, Path::new(&project), Expected::Anything).unwrap();
    assert_eq!(newsmark(&["check", &project]).code, 0);
    assert_eq!(newsmark(&["check", "--strict", &project]).code, 1);
}

#[test]
fn a_dismissed_warning_fails_nothing_and_is_told_apart() {
    let desk = Desk::new();
    let project = desk.project();
    let mut loaded = load(Path::new(&project)).unwrap().project;
    let start = loaded.article().text.find("people").unwrap();
    let loose = Span::new(start, start + "people ".len()).unwrap();
    let mut loose = annotation(4, loose.into(), Category::Claims.unknown());
    loose.dismissed.push(Dismissal {
        kind: "EdgeSpace".to_owned(),
        field: None,
        why: "The marked words end with white space".to_owned(),
        reason: "The space is meant".to_owned(),
        by: Person::new("Tomas Reed").unwrap(),
    });
    loaded.apply(Change::Insert(loose.into())).unwrap();
    save(&loaded, Path::new(&project), Expected::Anything).unwrap();
    let ran = newsmark(&["check", "--strict", "--json", &project]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    let shown = parsed(&ran.out);
    assert_eq!(shown[0]["problems"], json!([]));
    assert_eq!(
        shown[0]["dismissed"],
        json!([{"severity": "Warning", "kind": "EdgeSpace", "annotation": "4", "field": null,
            "why": "The marked words end with white space", "reason": "The space is meant", "by": "Tomas Reed"}])
    );
}

#[test]
fn words_that_were_changed_by_hand_are_errors() {
    let desk = Desk::new();
    let project = desk.project();
    let written = fs::read_to_string(&project).unwrap();
    let changed = desk.file("changed.ron", written.replace("people were killed, the", "persons were killed, the"));
    let ran = newsmark(&["check", &changed, &project]);
    assert_eq!(ran.code, 1, "{}", ran.out);
    assert!(ran.out.contains(": Error: The article’s text was changed"), "{}", ran.out);
    assert!(ran.out.contains("“At least 12 people”"), "{}", ran.out);
    let shown = parsed(&newsmark(&["show", &changed, "--json"]).out);
    assert_eq!(shown["unplaced"][0]["words"], json!(["At least 12 people"]));
    let shown = newsmark(&["show", &changed]).out;
    assert!(shown.contains("\nWithout a place:\nCasualties  At least 12 people  Killed"), "{shown}");
}

#[test]
fn a_project_that_cannot_be_read_does_not_keep_others_from_being_checked() {
    let desk = Desk::new();
    let project = desk.project();
    let broken = desk.file("broken.ron", "(version: 1, article: (");
    let ran = newsmark(&["check", "--json", &broken, &project]);
    assert_eq!(ran.code, 2);
    let found = parsed(&ran.out);
    assert_eq!(found[0]["problems"][0]["kind"], "Unreadable");
    assert_eq!(found[1]["problems"], json!([]));
    assert!(ran.err.contains(&broken), "{}", ran.err);
    assert_eq!(newsmark(&["show", &broken]).code, 2);
}
