use super::resolving::{HIGH, LOW, NOW, base, id, number, with};
use crate::edit::OpenProject;
use crate::model::fixture::project;
use crate::model::{
    Annotation, AnnotationId, Category, Change, Comment, CommentId, Conflict, Event, FieldPath, FieldValue, GroupPart,
    ItemId, LostAnchor, Part, Person, Project, RecordList, Source, SourceId, Status, Time,
};
use crate::review::merge::{NotMergeable, conflict_sentence, merge};
use std::sync::Arc;

fn person(name: &str) -> Person {
    Person::new(name).unwrap()
}

fn merged(base: &Project, ours: &Project, theirs: &Project) -> Project {
    merge(Some(base), ours, theirs).unwrap().project
}

fn sentences(project: &Project) -> Vec<String> {
    project.conflicts().iter().map(|conflict| conflict_sentence(project, conflict)).collect()
}

#[test]
fn two_people_s_fields_of_one_mark_come_together() {
    let ours = with(&base(), 1, |annotation| number(annotation, LOW, 12));
    let theirs = with(&base(), 1, |annotation| {
        number(annotation, HIGH, 17);
        annotation.note = "Ministry update".to_owned();
    });
    let merged = merged(&base(), &ours, &theirs);
    let expected = with(&theirs, 1, |annotation| number(annotation, LOW, 12));
    assert_eq!(merged, expected);
}

#[test]
fn a_field_that_both_changed_keeps_ours_and_theirs_and_what_it_was() {
    let before = with(&base(), 1, |annotation| number(annotation, LOW, 10));
    let ours = with(&before, 1, |annotation| number(annotation, LOW, 12));
    let theirs = with(&before, 1, |annotation| number(annotation, LOW, 17));
    let merged = merged(&before, &ours, &theirs);
    assert_eq!(merged.annotation(id(1)), ours.annotation(id(1)));
    let [Conflict::Annotation { parts, base, theirs: kept, .. }] = merged.conflicts() else { panic!("{merged:?}") };
    assert_eq!(parts, &[Part::Field(LOW)]);
    assert_eq!((base.as_ref(), kept.as_ref()), (before.annotation(id(1)), theirs.annotation(id(1))));
    assert_eq!(sentences(&merged), ["“At least 12 people”, ¶ 1: low is “12” here and “17” there"]);
}

#[test]
fn another_category_and_another_field_of_the_old_one_are_for_a_person_to_decide() {
    let ours = with(&base(), 1, |annotation| annotation.details = annotation.details.changed_to(Category::Claims));
    let theirs = with(&base(), 1, |annotation| number(annotation, LOW, 17));
    let merged = merged(&base(), &ours, &theirs);
    assert_eq!(sentences(&merged), ["“At least 12 people”, ¶ 1: category is “Claims” here and “Casualties” there"]);
}

#[test]
fn an_approval_does_not_cover_what_its_reviewer_did_not_see() {
    let before = with(&base(), 1, |annotation| annotation.status = Status::Submitted);
    let approved = with(&before, 1, |annotation| {
        annotation.status = Status::Approved;
        annotation.judge = Some(person("Dala Imren"));
    });
    let changed = with(&before, 1, |annotation| number(annotation, LOW, 17));
    let commented = with(&before, 1, |annotation| {
        let (author, text) = (person("Oren Tal"), "Why?".to_owned());
        annotation.comments.push(Comment { id: CommentId::from_u64(1), author, time: NOW, text });
    });
    for (ours, theirs) in [(&approved, &changed), (&changed, &approved)] {
        let merged = merged(&before, ours, theirs);
        let annotation = merged.annotation(id(1)).unwrap();
        assert_eq!((annotation.status, &annotation.judge), (Status::Submitted, &None));
        assert_eq!((annotation.field(LOW), merged.conflicts().len()), (Some(FieldValue::Number(Some(17))), 0));
    }
    let merged = merged(&before, &approved, &commented);
    let annotation = merged.annotation(id(1)).unwrap();
    assert_eq!((annotation.status, annotation.comments.len()), (Status::Approved, 1));
}

fn group(id: u64) -> FieldPath {
    FieldPath::Group(ItemId::from_u64(id), GroupPart::Other)
}

fn add_group(annotation: &mut Annotation, id: u64, other: &str) {
    annotation.details.add_item(RecordList::Groups.unknown(ItemId::from_u64(id)));
    annotation.set_field(group(id), FieldValue::Text(other.to_owned())).unwrap();
}

#[test]
fn items_go_by_id_and_one_that_was_changed_and_taken_out_is_for_a_person_to_decide() {
    let before = with(&base(), 1, |annotation| {
        add_group(annotation, 5, "Farmers");
        add_group(annotation, 6, "Miners");
    });
    let ours = with(&before, 1, |annotation| {
        annotation.details.remove_item(ItemId::from_u64(6));
        add_group(annotation, 8, "Nurses");
    });
    let theirs = with(&before, 1, |annotation| add_group(annotation, 7, "Drivers"));
    let groups = |project: &Project| project.annotation(id(1)).unwrap().details.items(RecordList::Groups);
    let ids = |ids: &[u64]| ids.iter().map(|id| ItemId::from_u64(*id)).collect::<Vec<_>>();
    let outcome = merged(&before, &ours, &theirs);
    assert_eq!((groups(&outcome), outcome.conflicts().len()), (ids(&[5, 7, 8]), 0));

    let theirs = with(&before, 1, |annotation| {
        annotation.set_field(group(6), FieldValue::Text("Coal miners".to_owned())).unwrap();
    });
    let outcome = merged(&before, &ours, &theirs);
    assert_eq!(groups(&outcome), ids(&[5, 8]));
    assert_eq!(sentences(&outcome), ["“At least 12 people”, ¶ 1: which group is unknown here and “Coal miners” there"]);
    let outcome = merged(&before, &theirs, &ours);
    assert_eq!(groups(&outcome), ids(&[5, 6, 8]));
    assert_eq!(outcome.conflicts().len(), 1);
}

fn sourced(project: &Project, n: u64, name: &str) -> Project {
    let mut project = project.clone();
    let sources = project.sources().with(Source::named(SourceId::from_u64(n), name));
    project.apply(Change::ReplaceSources(sources)).unwrap();
    project
}

#[test]
fn the_same_source_under_two_ids_stays_twice() {
    let merged = merged(&base(), &sourced(&base(), 1, "Besk Arvan"), &sourced(&base(), 2, "Besk Arvan"));
    assert_eq!((merged.sources().len(), merged.conflicts().len()), (2, 0));
}

#[test]
fn a_source_that_one_deleted_stays_where_the_other_names_it_since() {
    let before = sourced(&base(), 1, "Besk Arvan");
    let names = |annotation: &mut Annotation| annotation.details.attribution_mut().source = Some(SourceId::from_u64(1));
    for (ours, theirs) in [(&base(), &with(&before, 2, names)), (&with(&before, 2, names), &base())] {
        let merged = merged(&before, ours, theirs);
        assert_eq!((merged.sources().len(), merged.conflicts().len()), (1, 0));
    }
    assert_eq!(merged(&before, &base(), &before).sources().len(), 0);
    let renamed = sourced(&base(), 1, "Dr Besk Arvan");
    let outcome = merged(&before, &base(), &renamed);
    assert_eq!(sentences(&outcome), ["The source “Dr Besk Arvan” was deleted here and changed there"]);
}

#[test]
fn threads_and_stories_are_united_in_their_order_each_thing_once() {
    let said = |project: &Project, ids: &[(u64, i64)]| {
        with(project, 1, |annotation| {
            for (id, time) in ids {
                let (author, text) = (person("Oren Tal"), format!("{id}"));
                annotation.comments.push(Comment { id: CommentId::from_u64(*id), author, time: Time(*time), text });
            }
        })
    };
    let told = |mut project: Project, times: &[i64]| {
        let event = |time: &i64| (id(1), Event { time: Time(*time), person: person("Oren Tal"), changes: Vec::new() });
        project.set_histories(times.iter().map(event).collect());
        project
    };
    let before = told(said(&base(), &[(1, 50)]), &[50]);
    // The clock of ours ran backwards.
    let ours = told(said(&before, &[(2, 70), (3, 10)]), &[50, 70, 10]);
    let theirs = told(said(&before, &[(4, 60), (5, 80)]), &[50, 60, 80]);
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let merged = merged(&before, ours, theirs);
        let ids = merged.annotation(id(1)).unwrap().comments.iter().map(|comment| comment.text.clone());
        assert_eq!(ids.collect::<Vec<_>>(), ["1", "4", "2", "3", "5"]);
        let times = merged.history(id(1)).iter().map(|event| event.time.0);
        assert_eq!(times.collect::<Vec<_>>(), [50, 60, 70, 10, 80]);
        let again = crate::review::merge::merge(Some(&before), &merged, ours).unwrap().project;
        assert_eq!(again, merged);
    }
}

#[test]
fn a_comment_that_one_person_gave_other_words_in_two_places_has_both() {
    let said = |text: &str| {
        with(&base(), 1, |annotation| {
            let author = person("Oren Tal");
            annotation.comments.push(Comment { id: CommentId::from_u64(1), author, time: NOW, text: text.to_owned() });
        })
    };
    for (ours, theirs) in [("Nine", "Ten"), ("Ten", "Nine")] {
        let merged = merged(&said("Eight"), &said(ours), &said(theirs));
        assert_eq!(merged.annotation(id(1)).unwrap().comments[0].text, "Nine\n\nTen");
    }
}

#[test]
fn conflicts_of_an_earlier_merge_are_carried_until_one_side_settles_them() {
    let ours = with(&base(), 1, |annotation| number(annotation, LOW, 12));
    let theirs = with(&base(), 1, |annotation| number(annotation, LOW, 17));
    let contested = merged(&base(), &ours, &theirs);
    let noted = with(&contested, 2, |annotation| annotation.note = "Who?".to_owned());
    assert_eq!(merged(&contested, &noted, &contested).conflicts(), contested.conflicts());
    let mut settled = contested.clone();
    settled.apply(Change::ReplaceConflicts(Vec::new())).unwrap();
    for (one, other) in [(&noted, &settled), (&settled, &noted)] {
        assert_eq!(merged(&contested, one, other).conflicts(), []);
    }
    // Each merged the other's: the two conflicts are one.
    let swapped = merged(&base(), &theirs, &ours);
    let outcome = merged(&base(), &contested, &swapped);
    assert_eq!(outcome, contested);
    // Whoever deletes the mark elsewhere has not seen the conflict.
    let mut deleted = base();
    deleted.apply(Change::Remove(id(1))).unwrap();
    let mut kept = contested.clone();
    kept.apply(Change::Replace(base().annotation(id(1)).unwrap().clone())).unwrap();
    let outcome = merged(&base(), &kept, &deleted);
    assert!(outcome.has(id(1)) && outcome.conflicts().len() == 2, "{outcome:?}");
}

#[test]
fn marks_without_a_place_are_merged_and_two_versions_of_one_stay_side_by_side() {
    let lost = |note: &str| {
        let mut project = base();
        let annotation = Annotation::clone(project.annotation(id(1)).unwrap());
        let kept = annotation.at(LostAnchor { words: vec!["At least 12 people".to_owned()], claimed: Vec::new() });
        let changes = vec![
            Change::Remove(id(1)),
            Change::InsertUnplaced(Arc::new(crate::model::Unplaced { note: note.to_owned(), ..kept })),
        ];
        project.apply(Change::Batch(changes)).unwrap();
        project
    };
    // One placed it by hand, the other wrote a note.
    let outcome = merged(&lost(""), &base(), &lost("Who?"));
    assert_eq!(outcome.annotation(id(1)).unwrap().note, "Who?");
    assert!(outcome.unplaced().is_empty());
    let merged = merge(Some(&lost("")), &lost("One"), &lost("Two")).unwrap();
    let notes: Vec<&str> = merged.project.unplaced().iter().map(|kept| kept.note.as_str()).collect();
    assert_eq!((notes.len(), merged.n_open()), (2, 1));
    assert!(notes.contains(&"One") && notes.contains(&"Two"));
    let again = merge(Some(&lost("")), &merged.project, &lost("Two")).unwrap();
    assert_eq!(again.project, merged.project);
}

#[test]
fn projects_of_different_articles_are_not_merged() {
    let other = project("Nine people were killed.");
    assert_eq!(merge(None, &base(), &other).unwrap_err(), NotMergeable::OtherArticle);
    let as_base = merge(Some(&other), &base(), &base()).unwrap();
    assert!(!as_base.has_base);
}

#[test]
fn what_others_saved_comes_into_an_open_project_in_one_step() {
    let mut open = OpenProject::new(base(), true);
    open.person = Some(person("Ines Varga"));
    open.set_field(id(1), LOW, FieldValue::Number(Some(12)), NOW).unwrap();
    let mut theirs = with(&base(), 1, |annotation| {
        annotation.editor = person("Dala Imren");
        number(annotation, HIGH, 17);
    });
    theirs = with(&theirs, 2, |annotation| annotation.note = "Who?".to_owned());
    let event = Event { time: Time(5), person: person("Dala Imren"), changes: Vec::new() };
    theirs.set_histories([(id(1), event)].into_iter().collect());
    let ours = open.project().clone();
    let brought = open.merge(theirs.clone(), NOW).unwrap();
    assert_eq!((brought.n_changes, brought.n_conflicts, brought.is_in_file), (2, 0, false));
    assert!(open.history().is_dirty());
    assert_eq!(open.history().undo_name(), Some("merge with the file"));
    // The next save tells what it changes of theirs, and what they told stays.
    let saved = open.begin_save(NOW);
    open.end_save(true);
    let told: Vec<_> = saved.history(id(1)).iter().map(|event| event.changes.len()).collect();
    assert_eq!((told, saved.history(id(2)).len()), (vec![0, 1], 0));
    assert_eq!(saved.history(id(1))[1].changes[0].part, Part::Field(LOW));
    open.undo(NOW).unwrap();
    assert!(open.history().is_dirty());
    assert!(open.project().annotations() == ours.annotations());
    assert_eq!(open.project().history(id(1)).len(), 2);
}

#[test]
fn a_project_without_changes_of_its_own_becomes_the_file() {
    let mut open = OpenProject::new(base(), true);
    let theirs = with(&base(), 1, |annotation| number(annotation, LOW, 17));
    let brought = open.merge(theirs.clone(), NOW).unwrap();
    assert!(brought.is_in_file && !open.history().is_dirty());
    assert_eq!(open.project(), &theirs);
    open.undo(NOW).unwrap();
    assert!(open.history().is_dirty());
    assert_eq!(open.project(), &base());
    // What only reads the same is no step.
    let mut open = OpenProject::new(base(), true);
    let brought = open.merge(base(), NOW).unwrap();
    assert_eq!((brought.n_changes, open.history().position(), open.history().is_dirty()), (0, 0, false));
}

#[test]
fn a_merge_that_is_undone_leaves_the_file_to_who_wrote_it_and_can_be_made_again() {
    let digest = |n: u8| crate::model::Digest::of(&[n]);
    let theirs = with(&base(), 1, |annotation| number(annotation, LOW, 17));
    let mut open = OpenProject::new(base(), true);
    open.set_file_digest(digest(1));
    open.set_field(id(2), FieldPath::Note, FieldValue::Text("Who?".into()), NOW).unwrap();
    open.merge(theirs.clone(), NOW).unwrap();
    open.set_file_digest(digest(2));
    for _ in 0..2 {
        open.undo(NOW).unwrap();
        assert_eq!((open.file_digest(), open.in_file()), (Some(digest(1)), &base()));
        open.redo(NOW).unwrap();
        assert_eq!((open.file_digest(), open.in_file()), (Some(digest(2)), &theirs));
    }
    open.undo(NOW).unwrap();
    open.set_field(id(2), FieldPath::Note, FieldValue::Text("When?".into()), NOW).unwrap();
    let brought = open.merge(theirs.clone(), NOW).unwrap();
    assert_eq!((brought.n_changes, brought.n_conflicts), (1, 0), "theirs comes in again");
    open.set_file_digest(digest(2));
    // What was saved since holds both: undo does not lead back before it.
    open.begin_save(NOW);
    open.end_save(true);
    open.set_file_digest(digest(3));
    open.undo(NOW).unwrap();
    assert_eq!(open.file_digest(), Some(digest(3)));
}

#[test]
fn a_replayed_undo_of_a_merge_that_the_file_holds_leaves_the_file_to_who_wrote_it() {
    let theirs = with(&base(), 1, |annotation| number(annotation, LOW, 17));
    let mut open = OpenProject::new(base(), true);
    open.merge(theirs.clone(), NOW).unwrap();
    open.take_log();
    open.undo(NOW).unwrap();
    let mut again = OpenProject::new(theirs.clone(), true);
    again.set_file_digest(crate::model::Digest::of(b"theirs"));
    again.replay(open.take_log());
    assert_eq!((again.file_digest(), again.in_file()), (None, &base()));
    assert_eq!(again.merge(theirs, NOW).unwrap().n_changes, 1);
}

#[test]
fn a_file_of_another_article_or_a_project_that_may_only_be_read_is_left_alone() {
    let mut open = OpenProject::new(base(), true);
    assert!(open.merge(project("Nine people were killed."), NOW).is_err());
    open.read_only = Some("It is open elsewhere".to_owned());
    let theirs = with(&base(), 1, |annotation| number(annotation, LOW, 17));
    assert!(open.merge(theirs, NOW).is_err());
    assert_eq!((open.project(), open.history().is_dirty()), (&base(), false));
}

#[test]
fn an_id_that_both_minted_for_other_marks_is_a_conflict_with_both_whole() {
    let new = AnnotationId::from_u64(9);
    let marked = |n: usize| {
        let mut project = base();
        let span = project.article().text.snap(n, n + 4).unwrap();
        let draft = Annotation::draft(new, span, Category::Casualties, person("Ines Varga"));
        project.apply(Change::Insert(Arc::new(draft))).unwrap();
        project
    };
    let outcome = merged(&base(), &marked(3), &marked(9));
    let [Conflict::Annotation { parts, base: None, theirs: Some(theirs), .. }] = outcome.conflicts() else {
        panic!("{outcome:?}")
    };
    assert_eq!((parts.as_slice(), theirs), ([Part::Boundary].as_slice(), marked(9).annotation(new).unwrap()));
}
