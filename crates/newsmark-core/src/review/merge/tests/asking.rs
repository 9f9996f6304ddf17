use super::resolving::{HIGH, LOW, NOW, base, id, number, with};
use crate::edit::OpenProject;
use crate::model::{Change, Part, Project, Source, SourceId, Time};
use crate::review::merge::{MergeSide, Question, merge, questions};

fn merged(ours: &Project, theirs: &Project) -> Project {
    merge(Some(&base()), ours, theirs).unwrap().project
}

fn told(question: &Question) -> String {
    let Question { title, label, ours, theirs, base, .. } = question;
    format!("{title} / {label}: {ours} | {theirs} | {}", base.as_deref().unwrap_or("not known"))
}

fn without(n: u64) -> Project {
    let mut project = base();
    project.apply(Change::Remove(id(n))).unwrap();
    project
}

#[test]
fn each_contested_part_is_asked_by_itself_with_what_each_side_has() {
    let change = |low, high| {
        with(&base(), 1, |annotation| {
            number(annotation, LOW, low);
            number(annotation, HIGH, high);
        })
    };
    let asked = questions(&merged(&change(12, 20), &change(17, 30)));
    let expected = ["At least 12 people / Low: 12 | 17 | ", "At least 12 people / High: 20 | 30 | "];
    assert_eq!(asked.iter().map(told).collect::<Vec<_>>(), expected);
    assert_eq!(asked[1].part, Some(Part::Field(HIGH)));
    assert_eq!(asked[0].answer(MergeSide::Base), Some(""));
}

#[test]
fn a_mark_that_one_side_deleted_is_asked_about_as_a_whole() {
    let changed = with(&base(), 1, |annotation| number(annotation, LOW, 12));
    let here = questions(&merged(&changed, &without(1)));
    assert_eq!((here[0].label, here[0].theirs.as_str(), here[0].standing), ("Whole mark", "Deleted", MergeSide::Ours));
    let there = questions(&merged(&without(1), &changed));
    assert_eq!(
        (there[0].label, there[0].ours.as_str(), there[0].standing),
        ("Whole mark", "Deleted", MergeSide::Theirs)
    );
    assert_eq!(here[0].mark(), Some(id(1)));
}

#[test]
fn of_a_source_and_the_card_only_what_is_contested_is_told() {
    let known = |role: &str, affiliation: &str| {
        let mut project = base();
        let mut source = Source::named(SourceId::from_u64(1), "The office");
        (source.role, source.affiliation) = (role.to_owned(), affiliation.to_owned());
        project.apply(Change::ReplaceSources(project.sources().with(source))).unwrap();
        let mut card = project.article().card.clone();
        (card.outlet, card.byline) = (role.to_owned(), affiliation.to_owned());
        project.apply(Change::ReplaceCard(Box::new(card))).unwrap();
        project
    };
    let before = known("", "");
    let project = merge(Some(&before), &known("health", ""), &known("relief", "state")).unwrap().project;
    let expected = [
        "The article’s card / Card: Outlet: health | Outlet: relief | Outlet not stated",
        "The office / Source: Role: health | Role: relief | Role not stated",
    ];
    assert_eq!(questions(&project).iter().map(told).collect::<Vec<_>>(), expected);
}

#[test]
fn every_conflict_is_asked_about_also_when_its_mark_is_gone_since() {
    let change = |low| with(&base(), 1, |annotation| number(annotation, LOW, low));
    for (ours, theirs) in [(change(12), change(17)), (without(1), change(17)), (change(12), without(1))] {
        let mut open = OpenProject::new(merged(&ours, &theirs), true);
        open.delete(id(1), NOW).unwrap();
        let asked = questions(open.project());
        assert_eq!(asked.len(), 1);
        assert!(open.resolve(asked[0].conflict, asked[0].standing, asked[0].part, Time(0)).unwrap());
        assert_eq!(questions(open.project()), []);
    }
}

#[test]
fn a_copy_brings_what_is_only_there_and_leaves_open_what_differs() {
    let saved = with(&base(), 1, |annotation| number(annotation, LOW, 12));
    let mut open = OpenProject::new(saved.clone(), true);
    let mut copy = with(&base(), 1, |annotation| number(annotation, LOW, 17));
    copy = with(&copy, 2, |annotation| annotation.note = "Who?".to_owned());
    let brought = open.merge_copy(&copy, NOW).unwrap();
    assert!(brought.n_conflicts > 0 && open.history().is_dirty(), "{brought:?}");
    assert_eq!(questions(open.project())[0].theirs, "17");
    assert!(open.undo(NOW).unwrap());
    assert_eq!(open.project(), &saved);
    let mut same = OpenProject::new(saved.clone(), true);
    let brought = same.merge_copy(&saved, NOW).unwrap();
    assert_eq!((brought.n_changes, brought.n_conflicts, same.history().is_dirty()), (0, 0, false));
}
