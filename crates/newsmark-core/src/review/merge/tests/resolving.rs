use std::sync::Arc;

use crate::edit::OpenProject;
use crate::model::fixture::project;
use crate::model::{
    Annotation, AnnotationId, Change, Conflict, FieldPath, FieldValue, FigurePart, Part, Person, Project, Source,
    SourceId, Status, Time,
};
use crate::review::merge::{MergeSide, conflict_sentence, merge, resolution};

pub const NOW: Time = Time(1_773_662_400);
pub const LOW: FieldPath = FieldPath::Figure(FigurePart::Low);
pub const HIGH: FieldPath = FieldPath::Figure(FigurePart::High);

pub fn base() -> Project {
    project(
        "At least 12 people were killed, he said.\n^^^^^^^^^^^^^^^^^^ Casualties\n                                 ^^ Quotes",
    )
}

pub fn id(n: u64) -> AnnotationId {
    AnnotationId::from_u64(n)
}

/// The project with an annotation edited.
pub fn with(project: &Project, n: u64, edit: impl FnOnce(&mut Annotation)) -> Project {
    let mut project = project.clone();
    let mut annotation = Annotation::clone(project.annotation(id(n)).unwrap());
    edit(&mut annotation);
    project.apply(Change::Replace(Arc::new(annotation))).unwrap();
    project
}

pub fn number(annotation: &mut Annotation, path: FieldPath, n: u64) {
    annotation.set_field(path, FieldValue::Number(Some(n))).unwrap();
}

fn contested() -> Project {
    let change = |low, high| {
        with(&base(), 1, |annotation| {
            number(annotation, LOW, low);
            number(annotation, HIGH, high);
        })
    };
    merge(Some(&base()), &change(12, 20), &change(17, 30)).unwrap().project
}

fn values(project: &Project) -> (Option<FieldValue>, Option<FieldValue>) {
    let annotation = project.annotation(id(1)).unwrap();
    (annotation.field(LOW), annotation.field(HIGH))
}

fn numbers(low: u64, high: u64) -> (Option<FieldValue>, Option<FieldValue>) {
    (Some(FieldValue::Number(Some(low))), Some(FieldValue::Number(Some(high))))
}

#[test]
fn a_conflict_is_settled_part_by_part_each_in_one_step_that_can_be_undone() {
    let mut open = OpenProject::new(contested(), true);
    open.person = Person::new("Dala Imren");
    assert_eq!(values(open.project()), numbers(12, 20));
    assert!(open.resolve(0, MergeSide::Theirs, Some(Part::Field(LOW)), NOW).unwrap());
    assert_eq!(values(open.project()), numbers(17, 20));
    assert_eq!(open.project().annotation(id(1)).unwrap().editor.name(), "Dala Imren");
    assert_eq!(open.project().conflicts().len(), 1);
    assert!(!open.resolve(0, MergeSide::Theirs, Some(Part::Field(LOW)), NOW).unwrap());
    assert!(open.resolve(0, MergeSide::Ours, None, NOW).unwrap());
    assert_eq!(values(open.project()), numbers(17, 20));
    assert_eq!(open.project().conflicts(), []);
    assert_eq!(open.history().undo_name(), Some("keep ours"));
    open.undo(NOW).unwrap();
    open.undo(NOW).unwrap();
    assert_eq!(open.project(), &contested());
}

#[test]
fn what_was_before_can_be_taken_where_it_is_known() {
    let mut project = contested();
    project.apply(resolution(&project, 0, MergeSide::Base, None).unwrap()).unwrap();
    assert_eq!(values(&project), (Some(FieldValue::Number(None)), Some(FieldValue::Number(None))));
    let one = with(&base(), 1, |annotation| number(annotation, LOW, 12));
    let other = with(&base(), 1, |annotation| number(annotation, LOW, 17));
    let without_base = merge(None, &one, &other).unwrap().project;
    assert_eq!(resolution(&without_base, 0, MergeSide::Base, None), None);
    assert_eq!(resolution(&without_base, 1, MergeSide::Ours, None), None);
}

#[test]
fn taking_theirs_of_an_approved_mark_opens_it_again() {
    let approved = with(&contested(), 1, |annotation| annotation.status = Status::Approved);
    let mut open = OpenProject::new(approved, true);
    open.resolve(0, MergeSide::Theirs, None, NOW).unwrap();
    assert_eq!(open.project().annotation(id(1)).unwrap().status, Status::Submitted);
}

#[test]
fn a_mark_that_one_deleted_stays_until_somebody_decides() {
    let mut deleted = base();
    deleted.apply(Change::Remove(id(1))).unwrap();
    let changed = with(&base(), 1, |annotation| number(annotation, LOW, 17));
    for (ours, theirs, deleting, sentence) in [
        (
            &deleted,
            &changed,
            MergeSide::Ours,
            "“At least 12 people”, ¶ 1 was deleted here and changed there, and was kept",
        ),
        (
            &changed,
            &deleted,
            MergeSide::Theirs,
            "“At least 12 people”, ¶ 1 was changed here and deleted there, and was kept",
        ),
    ] {
        let merged = merge(Some(&base()), ours, theirs).unwrap().project;
        assert_eq!(merged.annotation(id(1)), changed.annotation(id(1)));
        assert_eq!(conflict_sentence(&merged, &merged.conflicts()[0]), sentence);
        for (side, left) in [(deleting, 1), (MergeSide::Base, 2), (other(deleting), 2)] {
            let mut settled = merged.clone();
            settled.apply(resolution(&settled, 0, side, None).unwrap()).unwrap();
            assert_eq!((settled.annotations().len(), settled.conflicts().len()), (left, 0), "{side:?}");
        }
    }
}

fn other(side: MergeSide) -> MergeSide {
    if side == MergeSide::Ours { MergeSide::Theirs } else { MergeSide::Ours }
}

#[test]
fn of_a_contested_source_only_the_contested_fields_are_taken() {
    let role = |role: &str, affiliation: &str| {
        let mut project = base();
        let source = Source {
            role: role.to_owned(),
            affiliation: affiliation.to_owned(),
            ..Source::named(SourceId::from_u64(3), "Besk Arvan")
        };
        project.apply(Change::ReplaceSources(project.sources().with(source))).unwrap();
        project
    };
    let (before, ours, theirs) = (role("doctor", ""), role("surgeon", "City hospital"), role("nurse", ""));
    let mut merged = merge(Some(&before), &ours, &theirs).unwrap().project;
    assert_eq!(merged.sources().get(SourceId::from_u64(3)), ours.sources().get(SourceId::from_u64(3)));
    assert_eq!(
        conflict_sentence(&merged, &merged.conflicts()[0]),
        "The source “Besk Arvan” was changed here and there in different ways"
    );
    merged.apply(resolution(&merged, 0, MergeSide::Theirs, None).unwrap()).unwrap();
    assert_eq!(merged.sources(), role("nurse", "City hospital").sources());
    assert_eq!(merged.conflicts(), []);
}

#[test]
fn of_a_contested_card_only_the_contested_fields_are_taken() {
    let card = |outlet: &str, byline: &str| {
        let mut project = base();
        let mut card = project.article().card.clone();
        (card.outlet, card.byline) = (outlet.to_owned(), byline.to_owned());
        project.apply(Change::ReplaceCard(Box::new(card))).unwrap();
        project
    };
    let (ours, theirs) = (card("Karsa Post", "Ines Varga"), card("The Karsa Post", ""));
    let mut merged = merge(Some(&base()), &ours, &theirs).unwrap().project;
    assert!(matches!(merged.conflicts(), [Conflict::Card { base: Some(_), .. }]));
    merged.apply(resolution(&merged, 0, MergeSide::Theirs, None).unwrap()).unwrap();
    assert_eq!(merged.article().card, card("The Karsa Post", "Ines Varga").article().card);
    assert_eq!(merged.conflicts(), []);
}
