//! What the figures add up to.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;

use newsmark::model::{
    Anchored, Annotation, AnnotationId, Change, Details, Figure, Group, GroupKind, Harm, ItemId, Qualifier, Scope,
    ScopeKind, Unit, Victims,
};
use newsmark::store::{Expected, load, save};
use serde_json::json;

use crate::desk::{Desk, annotation, newsmark, ok, parsed};

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
    record.groups.push(Group { who: GroupKind::Children, figure: five, ..Group::new(ItemId::from_u64(1)) });
    let mut toll = record.clone();
    toll.scope.kind = ScopeKind::Cumulative;
    let span = killed.spans.clone();
    loaded.apply(Change::Replace(killed.into())).unwrap();
    let mut lost = toll.clone();
    (lost.harm, lost.scope) = (
        Harm::Injured,
        Scope { kind: ScopeKind::Additional, of: Some(AnnotationId::from_u64(99)), ..Scope::default() },
    );
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
Killed: ≥ 12 persons, “At least 12 people”, ¶ 1

1 error bears on the totals:
“At least 12 people”, ¶ 1: Its scope leads to a mark that is not there
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
    let five = json!({"low": 5, "best": 5, "high": 5, "open_below": false, "open_above": false, "and_unknown": false});
    let twelve =
        json!({"low": 12, "best": 12, "high": null, "open_below": false, "open_above": true, "and_unknown": false});
    assert_eq!(
        facts["casualties"][0],
        json!({"harm": "Killed", "unit": "Person", "low": 12, "best": 12, "high": null, "open_below": false,
            "open_above": true, "and_unknown": false, "counted": ["1"],
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
