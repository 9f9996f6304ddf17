//! Projects side by side.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;

use newsmark::model::{
    Annotation, Change, Details, Person, ProjectSettings, ProposalsSetting, Qualifier, Scope, ScopeKind, Time, Unit,
};
use newsmark::store::{Expected, load, save};
use serde_json::{Value, json};

use crate::desk::{ARTICLE, Desk, newsmark, ok, parsed};

/// The project with another number in its figure, under another name.
fn with_number(desk: &Desk, project: &str, name: &str, number: u64) -> String {
    let mut loaded = load(Path::new(project)).unwrap().project;
    let mut mark = Annotation::clone(&loaded.annotations()[0]);
    if let Details::Casualties(record) = &mut mark.details {
        record.figure.low = Some(number);
        record.figure.qualifier = Qualifier::AtLeast;
        record.figure.unit = Unit::Person;
        record.scope = Scope { kind: ScopeKind::Event, ..Scope::default() };
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

#[test]
fn beside_each_project_stands_whether_it_was_made_with_proposals() {
    let desk = Desk::new();
    let project = desk.project();
    let other = with_number(&desk, &project, "other.ron", 17);
    let mut decided = load(Path::new(&other)).unwrap().project;
    let proposals = ProposalsSetting { value: false, by: Person::new("Ines Varga").unwrap(), on: Time(0) };
    let settings = ProjectSettings { proposals: Some(proposals), ..decided.settings().clone() };
    decided.apply(Change::ReplaceSettings(settings)).unwrap();
    save(&decided, Path::new(&other), Expected::Anything).unwrap();
    let printed = ok(&["compare", &project, &other]);
    assert!(printed.contains("marks, made with proposals unknown\n"), "{printed}");
    assert!(printed.contains("marks, made with proposals off\n"), "{printed}");
    let json = parsed(&ok(&["compare", &project, &other, "--json"]));
    assert_eq!(json["made_with_proposals"], json!([null, false]));
}
