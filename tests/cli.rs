//! The command line on real files, through the function that the binary calls.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};

use newsmark::cli::{Outcome, run};
use newsmark::model::{
    Anchored, Annotation, AnnotationId, Attribution, Casualties, Category, Change, Details, Dismissal, Figure, Group,
    GroupKind, Harm, ItemId, Person, Qualifier, QuoteKind, Quotes, Scope, ScopeKind, Span, Spans, Unit, Victims,
};
use newsmark::store::{Expected, load, save};
use serde_json::{Value, json};
use tempfile::TempDir;

const ARTICLE: &str = "Market shelled 😊\r\n\r\nAt least 12 people were killed, the hospital said.\r\n“We left,” Dala Imren said, “and came back.”\r\n";

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

fn ok(args: &[&str]) -> String {
    let ran = newsmark(args);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    ran.out
}

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Desk {
        Desk { folder: TempDir::new().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        fs::write(self.path(name), bytes).unwrap();
        self.named(name)
    }

    fn named(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    /// A project of the article with a figure and a split quote.
    fn project(&self) -> String {
        let article = self.file("market.txt", ARTICLE);
        let project = self.named("market.ron");
        ok(&["new", &article, "-o", &project]);
        let mut loaded = load(Path::new(&project)).unwrap().project;
        let text = loaded.article().text.clone();
        let span = |words: &str| {
            let start = text.find(words).unwrap();
            Span::new(start, start + words.len()).unwrap()
        };
        let killed = Details::Casualties(Casualties {
            harm: Harm::Killed,
            figure: Figure::worded(Anchored::taken(&text, span("At least 12"))),
            ..Default::default()
        });
        let source = Some(Anchored::taken(&text, span("Dala Imren")));
        let attribution = Attribution { words: source, ..Default::default() };
        let quote = Details::Quotes(Quotes { kind: QuoteKind::Direct, attribution, ..Default::default() });
        let parts = Spans::new(vec![span("“We left,”"), span("“and came back.”")]).unwrap();
        for annotation in [annotation(1, span("At least 12 people").into(), killed), annotation(2, parts, quote)] {
            loaded.apply(Change::Insert(annotation.into())).unwrap();
        }
        save(&loaded, Path::new(&project), Expected::Anything).unwrap();
        project
    }
}

fn annotation(id: u64, spans: Spans, details: Details) -> Annotation {
    let author = Person::new("Ines Varga").unwrap();
    Annotation { details, ..Annotation::draft(AnnotationId::mint(id), spans, Category::Claims, author) }
}

fn parsed(out: &str) -> Value {
    serde_json::from_str(out).unwrap()
}

#[test]
fn files_alone_open_the_window() {
    let outcome = |args: &[&str]| run(args.iter(), &mut Vec::new(), &mut Vec::new());
    assert_eq!(outcome(&["newsmark"]), Outcome::Window(vec![]));
    assert_eq!(outcome(&["newsmark", "a.ron", "b.txt"]), Outcome::Window(vec!["a.ron".into(), "b.txt".into()]));
}

#[test]
fn help_lists_what_there_is_and_nothing_else() {
    let help = ok(&["--help"]);
    for command in ["new", "show", "check", "facts", "export", "compare", "merge"] {
        assert!(help.contains(&format!("\n  {command} ")), "{help}");
    }
    for later in ["suggest", "import"] {
        assert!(!help.contains(later), "{help}");
    }
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

#  Category    Words                          Reading               ¶  Status
1  Casualties  At least 12 people             Killed · At least 12  1  Draft
2  Quotes      “We left,” … “and came back.”  Direct · Dala Imren   2  Draft
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
        "Warning: #2 “people”: The marked words end with white space",
        "Error: #4 ““and ca” kind: The quotation mark “ is not closed",
        "Warning: #4 ““and ca”: The marked words end inside a word or a number",
        "Warning: #4 ““and ca” attribution.words: The direct quote has no source",
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

/// The project with its figure read, counted, by a source and with children; and a running toll.
fn counted(desk: &Desk) -> String {
    let project = desk.project();
    let mut loaded = load(Path::new(&project)).unwrap().project;
    let mut killed = Annotation::clone(&loaded.annotations()[0]);
    let Details::Casualties(record) = &mut killed.details else { panic!() };
    let figure = &mut record.figure;
    (figure.low, figure.best, figure.unit) = (Some(12), Some(12), Unit::Person);
    record.figure.qualifier = Qualifier::AtLeast;
    record.scope.kind = ScopeKind::Event;
    record.victims = Victims::Civilian;
    record.attribution.words = Some(Anchored::typed("the hospital"));
    let five = Figure { low: Some(5), best: Some(5), high: Some(5), ..Figure::default() };
    record.groups.push(Group { who: GroupKind::Children, figure: five, ..Group::new(ItemId::mint(1)) });
    let mut toll = record.clone();
    toll.scope.kind = ScopeKind::Cumulative;
    let span = killed.spans.clone();
    loaded.apply(Change::Replace(killed.into())).unwrap();
    let mut lost = toll.clone();
    (lost.harm, lost.scope) = (Harm::Injured, Scope { kind: ScopeKind::Additional, of: Some(AnnotationId::mint(99)) });
    loaded.apply(Change::Insert(annotation(3, span.clone(), Details::Casualties(toll)).into())).unwrap();
    loaded.apply(Change::Insert(annotation(4, span, Details::Casualties(lost)).into())).unwrap();
    save(&loaded, Path::new(&project), Expected::Anything).unwrap();
    project
}

#[test]
fn facts_prints_the_totals_with_what_bears_on_them() {
    let desk = Desk::new();
    let project = counted(&desk);
    let expected = format!(
        "\
{project}

Total               Low  Best  High  Records  Largest source
Killed              12   12    open  1 of 2   the hospital, 100%
  of them children  5    5     5     1        the hospital
Injured (1 error)   –    –     –     0 of 1

Running tolls, not in the totals:
Killed: ≥ 12 persons, #2 “At least 12 people”

1 error bears on the totals:
#3 “At least 12 people”: Its scope leads to a mark that is not there
"
    );
    assert_eq!(ok(&["facts", &project]), expected);
    let empty = desk.file("empty.txt", "Nobody died.\n");
    ok(&["new", &empty, "-o", &desk.named("empty.ron")]);
    assert!(ok(&["facts", &desk.named("empty.ron")]).ends_with("No figure counts yet\n"));
}

#[test]
fn facts_prints_one_json_document() {
    let desk = Desk::new();
    let project = counted(&desk);
    let broken = desk.file("broken.ron", "(version: 1, article: (");
    let ran = newsmark(&["facts", "--json", &broken, &project]);
    assert!(ran.code == 2 && ran.err.contains(&broken), "{}", ran.err);
    let facts = &parsed(&ran.out)[0];
    assert_eq!(facts["project"], json!(project));
    let five = json!({"low": 5, "best": 5, "high": 5, "open_below": false, "open_above": false});
    let twelve = json!({"low": 12, "best": 12, "high": null, "open_below": false, "open_above": true});
    assert_eq!(
        facts["casualties"][0],
        json!({"harm": "Killed", "unit": "Person", "low": 12, "best": 12, "high": null, "open_below": false,
            "open_above": true, "counted": ["1"],
            "not_counted": [{"id": "3", "scope": "Cumulative", "why": "Cumulative"}],
            "victims": {"Civilian": twelve}, "groups": {"Children": five}, "parts": [], "errors": 0})
    );
    assert_eq!(facts["casualties"][1]["not_counted"], json!([{"id": "4", "scope": "Additional", "why": "Absent"}]));
    assert_eq!((&facts["casualties"][1]["low"], &facts["casualties"][1]["errors"]), (&json!(null), &json!(1)));
    assert_eq!(facts["cumulative"][0]["id"], "3");
    let share = json!([{"source": null, "name": "the hospital", "of": "Killed", "unit": "Person", "share": 1.0}]);
    assert_eq!(facts["single_source"], share);
    for none in ["displacement", "at_risk", "visits", "conflicts"] {
        assert_eq!(facts[none], json!([]), "{none}");
    }
    assert_eq!(facts["errors"], 1);
}

/// The project with another number in its figure, under another name.
fn with_number(desk: &Desk, project: &str, name: &str, number: u64) -> String {
    let mut loaded = load(Path::new(project)).unwrap().project;
    let mut mark = Annotation::clone(&loaded.annotations()[0]);
    if let Details::Casualties(record) = &mut mark.details {
        record.figure.low = Some(number);
        record.figure.qualifier = Qualifier::AtLeast;
        record.figure.unit = Unit::Person;
        record.scope = Scope { kind: ScopeKind::Event, of: None };
    }
    loaded.apply(Change::Replace(mark.into())).unwrap();
    save(&loaded, &desk.path(name), Expected::Anything).unwrap();
    desk.named(name)
}

#[test]
fn two_projects_are_compared_with_what_each_difference_changes() {
    let desk = Desk::new();
    let project = desk.project();
    let (own, other) = (with_number(&desk, &project, "own.ron", 12), with_number(&desk, &project, "other.ron", 17));
    let printed = ok(&["compare", &own, &other]);
    assert!(printed.contains("1 of 2 marks alike in all"), "{printed}");
    assert!(printed.contains("Killed ≥ 12 → ≥ 17"), "{printed}");
    assert!(printed.contains("12 | 17"), "{printed}");

    let json = parsed(&ok(&["compare", &own, &other, "--json"]));
    assert_eq!(json["projects"], json!([own, other]));
    assert_eq!(json["spans"]["exact"]["f1"], json!(1.0));
    assert_eq!(json["spans"]["by_category"]["Claims"]["exact"]["f1"], Value::Null);
    assert!(
        json["spans"]["by_category"]["Claims"]["exact"]["why"]["f1"]
            .as_str()
            .unwrap()
            .starts_with("not defined, because")
    );
    assert_eq!((&json["alpha_u"]["overall"], &json["alpha_u"]["Claims"]), (&json!(1.0), &Value::Null));
    assert!(json["alpha_u"]["why"]["Claims"].is_string());
    assert_eq!((&json["kappa"]["kind"], &json["kappa"]["value"]), (&json!("Cohen"), &json!(1.0)));
    assert_eq!((&json["fields"]["harm"]["matched"], &json["fields"]["harm"]["agree"]), (&json!(1), &json!(1)));
    assert_eq!(json["fields"]["figure.low"]["agree"], json!(0));
    let difference = &json["differences"][0];
    assert_eq!(difference["kind"], json!("Field"));
    assert_eq!(difference["field"], json!("figure.low"));
    assert_eq!(difference["values"], json!(["12", "17"]));
    assert_eq!(
        (&difference["totals"][0]["before"]["low"], &difference["totals"][0]["after"]["low"]),
        (&json!(12), &json!(17))
    );
    assert_eq!(json["differences"].as_array().unwrap().len(), 1);
}

#[test]
fn projects_of_different_articles_are_not_compared() {
    let desk = Desk::new();
    let own = desk.project();
    let article = desk.file("school.txt", "The council of Veld said that the school at the river opens in the autumn.");
    let other = desk.named("school.ron");
    ok(&["new", &article, "-o", &other]);
    let ran = newsmark(&["compare", &own, &other]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("projects of different articles"), "{}", ran.err);
    assert_eq!(newsmark(&["compare", &own]).code, 2);
    assert_eq!(newsmark(&["compare", &own, &desk.named("nowhere.ron")]).code, 2);
}

#[test]
fn marks_that_have_no_certain_place_in_the_first_text_are_a_problem() {
    let desk = Desk::new();
    let own = desk.project();
    let article = desk.file("changed.txt", ARTICLE.replace("At least 12 people", "Some people"));
    let first = desk.named("changed.ron");
    ok(&["new", &article, "-o", &first]);
    let ran = newsmark(&["compare", &first, &own, "--json"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.err.contains("has no certain place in the first text (“At least 12 people”)"), "{}", ran.err);
    let json = parsed(&ran.out);
    assert_eq!(json["not_placed"][0]["words"], json!(["At least 12 people"]));
    assert_eq!(json["text_differences"][0]["other"]["text"], json!("At least 12"));
    assert_eq!(json["differences"][0]["kind"], json!("OnlyIn"));
}
