//! Review as its people see it: what a save tells, who edited, who judged.

use proptest::prelude::*;

use super::*;
use crate::model::fixture::project;
use crate::model::{
    Annotation, AnnotationId, Category, Change, CommentId, Event, FieldPath, FieldValue, FigurePart, Part, Person,
    Project, ProjectSettings, Provenance, Status, Tier, Time,
};
use crate::store::{Printed, parse};

const NOW: Time = Time(1_773_489_900);
const LOW: FieldPath = FieldPath::Figure(FigurePart::Low);

fn person(name: &str) -> Person {
    Person::new(name).unwrap()
}

/// Ines Varga has the project open; its one mark has the id 1.
fn open() -> OpenProject {
    let mut open = OpenProject::new(project("At least 12 died, he said.\n^^^^^^^^^^^ Casualties"), true);
    open.person = Some(person("Ines Varga"));
    open
}

fn id() -> AnnotationId {
    AnnotationId::from_u64(1)
}

fn set_low(open: &mut OpenProject, low: u64) {
    open.set_field(id(), LOW, FieldValue::Number(Some(low)), NOW).unwrap();
    open.seal();
}

fn judged(open: &OpenProject) -> (Status, Option<&str>, &str) {
    let annotation = open.project().annotation(id()).unwrap();
    (annotation.status, annotation.judge.as_ref().map(Person::name), annotation.editor.name())
}

fn save(open: &mut OpenProject) -> Project {
    let project = open.begin_save(NOW);
    open.end_save(true);
    project
}

/// The history as `person: part before → after`.
fn told(project: &Project) -> Vec<String> {
    let one = |event: &Event| {
        let changes = event.changes.iter().map(|c| format!("{} {} → {}", c.part, c.before, c.after));
        format!("{}: {}", event.person, changes.collect::<Vec<_>>().join(", "))
    };
    project.history(id()).iter().map(one).collect()
}

#[test]
fn an_edit_of_an_approved_mark_opens_it_again_and_undo_approves_it_again() {
    let mut open = open();
    open.submit(id(), NOW).unwrap();
    open.person = Some(person("Tomas Reed"));
    open.judge(id(), Status::Approved, None, NOW).unwrap();
    assert_eq!(judged(&open), (Status::Approved, Some("Tomas Reed"), "Ines Varga"));
    open.person = Some(person("Zoë Adler"));
    set_low(&mut open, 12);
    assert_eq!(judged(&open), (Status::Submitted, None, "Zoë Adler"));
    open.undo(NOW).unwrap();
    assert_eq!(judged(&open), (Status::Approved, Some("Tomas Reed"), "Ines Varga"));
}

#[test]
fn other_words_another_category_and_a_note_open_it_again_and_a_comment_does_not() {
    type Edit = fn(&mut OpenProject) -> Result<(), EditError>;
    let edits: [(Edit, Status); 5] = [
        (|open| open.add_span(id(), crate::model::Span::new(12, 16).unwrap(), NOW), Status::Submitted),
        (|open| open.change_category(id(), Category::Claims, NOW), Status::Submitted),
        (|open| open.set_field(id(), FieldPath::Note, FieldValue::Text("Who?".into()), NOW), Status::Submitted),
        (|open| open.comment(id(), CommentId::from_u64(1), "Sure", NOW), Status::Approved),
        (|open| open.remove_item(id(), "group", crate::model::ItemId::from_u64(1), NOW), Status::Approved),
    ];
    for (edit, expected) in edits {
        let mut open = open();
        open.judge(id(), Status::Approved, None, NOW).unwrap();
        edit(&mut open).unwrap();
        assert_eq!(judged(&open).0, expected);
    }
}

#[test]
fn what_a_merge_brings_keeps_its_editor_and_its_judge() {
    let mut open = open();
    let mut theirs = crate::model::Annotation::clone(open.project().annotation(id()).unwrap());
    theirs.set_field(LOW, FieldValue::Number(Some(17))).unwrap();
    (theirs.status, theirs.judge, theirs.editor) = (Status::Approved, Some(person("A")), person("B"));
    open.adopt("merge", crate::model::Change::Replace(theirs.into()), NOW).unwrap();
    assert_eq!(judged(&open), (Status::Approved, Some("A"), "B"));
}

#[test]
fn four_eyes_keep_the_last_editor_from_approving() {
    let mut open = open();
    open.set_settings(ProjectSettings { four_eyes: true, ..ProjectSettings::default() }, NOW).unwrap();
    assert_eq!(open.judge(id(), Status::Approved, None, NOW), Err(EditError::FourEyes));
    open.judge(id(), Status::Rejected, None, NOW).unwrap();
    open.person = Some(person("Tomas Reed"));
    open.judge(id(), Status::Approved, None, NOW).unwrap();
    assert_eq!(judged(&open), (Status::Approved, Some("Tomas Reed"), "Ines Varga"));
    open.person = None;
    assert_eq!(open.judge(id(), Status::Rejected, None, NOW), Err(EditError::Nobody));
}

#[test]
fn turning_proposals_off_is_one_step_that_says_who_and_the_sign_off_keeps_it() {
    let mut open = open();
    assert!(open.project().settings().proposes(), "as long as nobody decides");
    let tomas = person("Tomas Reed");
    open.set_proposals(false, &tomas, NOW).unwrap();
    let setting = open.project().settings().proposals.clone().unwrap();
    assert_eq!((setting.value, setting.by, setting.on), (false, tomas, NOW));
    assert_eq!(open.history().undo_name(), Some("turning proposals off"));
    open.set_proposals(false, &person("Oren Tal"), Time(0)).unwrap();
    assert_eq!(open.project().settings().proposals.as_ref().unwrap().on, NOW, "who decided it first stays");
    open.judge(id(), Status::Rejected, None, NOW).unwrap();
    open.sign_off(NOW).unwrap();
    assert_eq!(open.project().sign_offs()[0].proposals, Some(false));
    for _ in 0..3 {
        open.undo(NOW).unwrap();
    }
    assert_eq!((open.project().settings(), open.history().is_dirty()), (&ProjectSettings::default(), false));
}

#[test]
fn a_sign_off_says_that_there_were_proposals_only_where_that_is_known() {
    let mut open = open();
    open.judge(id(), Status::Rejected, None, NOW).unwrap();
    open.sign_off(NOW).unwrap();
    assert_eq!(open.project().sign_offs()[0].proposals, None, "nobody decided and none was taken");
    let mut mark = Annotation::clone(open.project().annotation(id()).unwrap());
    mark.provenance = Provenance::Proposed { by: "newsmark".to_owned(), rule: "active".to_owned(), tier: Tier::Likely };
    open.adopt("accept", Change::Replace(mark.into()), NOW).unwrap();
    open.set_proposals(false, &person("Tomas Reed"), NOW).unwrap();
    open.sign_off(NOW).unwrap();
    assert_eq!(open.project().sign_offs()[1].proposals, Some(true), "one was accepted before they were turned off");
}

#[test]
fn a_judgement_and_its_comment_are_one_step() {
    let mut open = open();
    open.judge(id(), Status::ChangesRequested, Some((CommentId::from_u64(1), " Says who? ".to_owned())), NOW).unwrap();
    assert_eq!(open.project().annotation(id()).unwrap().comments[0].text, "Says who?");
    assert_eq!(open.history().undo_name(), Some("ask for changes"));
    open.undo(NOW).unwrap();
    assert!(open.project().annotation(id()).unwrap().comments.is_empty());
    assert_eq!(judged(&open), (Status::Draft, None, "Ines Varga"));
}

#[test]
fn only_its_writer_changes_a_comment() {
    let mut open = open();
    open.comment(id(), CommentId::from_u64(1), "Sure?", NOW).unwrap();
    open.edit_comment(id(), CommentId::from_u64(1), "Are you sure?", NOW).unwrap();
    open.person = Some(person("Tomas Reed"));
    let refused = Err(EditError::OthersComment(person("Ines Varga")));
    assert_eq!(open.edit_comment(id(), CommentId::from_u64(1), "Yes", NOW), refused);
    assert_eq!(open.delete_comment(id(), CommentId::from_u64(1), NOW), refused);
    open.comment(id(), CommentId::from_u64(2), "  ", NOW).unwrap();
    let comments = &open.project().annotation(id()).unwrap().comments;
    assert_eq!((comments.len(), comments[0].text.as_str()), (1, "Are you sure?"));
}

#[test]
fn all_drafts_are_submitted_in_one_step() {
    let mut open = OpenProject::new(project("One died, two fled.\n^^^ Casualties\n          ^^^ Displacement"), true);
    assert_eq!(open.submit_all(NOW), Ok(2));
    assert_eq!((open.submit_all(NOW), open.history().position()), (Ok(0), 1));
    assert_eq!(open.n_unjudged(), 2);
}

#[test]
fn a_project_is_signed_off_when_all_is_judged_and_what_changes_since_shows() {
    let mut open = open();
    assert_eq!(open.sign_off(NOW), Err(EditError::NotJudged));
    open.judge(id(), Status::Approved, None, NOW).unwrap();
    open.sign_off(NOW).unwrap();
    let has_seen = |project: &Project| project.sign_offs()[0].has_seen(project.annotation(id()).unwrap());
    let loaded = parse(Printed::of(open.project()).as_bytes()).unwrap().project;
    assert!(has_seen(&loaded), "reading the file again changes nothing");
    set_low(&mut open, 12);
    assert!(!has_seen(open.project()));
}

#[test]
fn a_save_tells_what_changed_since_the_last_one_and_one_without_a_change_nothing() {
    let mut open = open();
    set_low(&mut open, 12);
    assert_eq!(told(&save(&mut open)), ["Ines Varga: figure.low  → 12"]);
    save(&mut open);
    set_low(&mut open, 15);
    open.person = Some(person("Tomas Reed"));
    set_low(&mut open, 17);
    open.submit(id(), NOW).unwrap();
    save(&mut open);
    let story = ["Ines Varga: figure.low  → 12", "Tomas Reed: status Draft → Submitted, figure.low 12 → 17"];
    assert_eq!(told(open.project()), story);
    let saved = save(&mut open);
    assert_eq!(told(&parse(Printed::of(&saved).as_bytes()).unwrap().project), story);
}

#[test]
fn a_save_that_fails_tells_nothing_and_the_next_one_all() {
    let mut open = open();
    set_low(&mut open, 12);
    assert_eq!(told(&open.begin_save(NOW)).len(), 1);
    open.end_save(false);
    assert_eq!(told(open.project()).len(), 0);
    assert_eq!(told(&save(&mut open)), ["Ines Varga: figure.low  → 12"]);
}

#[test]
fn an_edit_while_a_save_is_under_way_is_told_by_the_next_one() {
    let mut open = open();
    set_low(&mut open, 12);
    open.begin_save(NOW);
    set_low(&mut open, 17);
    open.end_save(true);
    save(&mut open);
    assert_eq!(told(open.project()), ["Ines Varga: figure.low  → 12", "Ines Varga: figure.low 12 → 17"]);
}

#[test]
fn a_deleted_mark_that_is_back_has_its_story_and_the_file_did_not_tell_it_meanwhile() {
    let mut open = open();
    set_low(&mut open, 12);
    save(&mut open);
    open.delete(id(), NOW).unwrap();
    assert!(!Printed::of(&save(&mut open)).as_str().contains("history"));
    open.undo(NOW).unwrap();
    save(&mut open);
    assert_eq!(told(open.project()), ["Ines Varga: figure.low  → 12", "Ines Varga: "]);
}

#[test]
fn a_mark_without_a_story_that_was_deleted_and_is_back_was_not_marked_by_that_save() {
    let mut open = open();
    open.delete(id(), NOW).unwrap();
    save(&mut open);
    open.person = Some(person("Tomas Reed"));
    open.undo(NOW).unwrap();
    save(&mut open);
    assert_eq!(told(open.project()), Vec::<String>::new(), "Ines marked it long before, and nothing about it changed");
    open.delete(id(), NOW).unwrap();
    save(&mut open);
    open.undo(NOW).unwrap();
    set_low(&mut open, 12);
    save(&mut open);
    assert_eq!(told(open.project()), ["Tomas Reed: figure.low  → 12"]);
}

#[test]
fn what_reads_the_same_is_not_told_and_other_words_that_do_are() {
    let mut open = OpenProject::new(project("he said, he said\n^^^^^^^ Quotes"), true);
    let cue = FieldPath::Attribution(crate::model::AttributionPart::Cue);
    let words = |at: usize| {
        let text = crate::model::Text::new("he said, he said".to_owned());
        let span = crate::model::Span::new(at, at + 4).unwrap();
        FieldValue::Words(Some(crate::model::Anchored::taken(&text, span)))
    };
    open.set_field(id(), cue, words(3), NOW).unwrap();
    save(&mut open);
    open.set_field(id(), cue, words(12), NOW).unwrap();
    save(&mut open);
    assert_eq!(told(open.project()), ["Ines Varga: attribution.cue  → said"]);
    open.set_spans(id(), crate::model::Span::new(9, 16).unwrap().into(), NOW).unwrap();
    save(&mut open);
    assert_eq!(open.project().history(id())[1].changes[0].part, Part::Boundary);
}

proptest! {
    #[test]
    fn no_undo_takes_away_what_a_file_has_told_and_replaying_gives_the_same_marks(
        acts in prop::collection::vec((0usize..7, 0u64..4), 0..30),
    ) {
        let mut open = open();
        let mut longest = 0;
        for (act, n) in acts {
            match act {
                0 | 1 => set_low(&mut open, n),
                2 => open.judge(id(), Status::ALL[n as usize], None, NOW).unwrap(),
                3 => open.comment(id(), CommentId::from_u64(n), "Sure?", NOW).unwrap(),
                4 => drop(open.undo(NOW).unwrap()),
                5 => drop(open.redo(NOW).unwrap()),
                _ => {
                    let saved = save(&mut open);
                    prop_assert_eq!(&save(&mut open), &saved, "a second save adds nothing");
                }
            }
            let length = open.project().history(id()).len();
            prop_assert!(length >= longest);
            longest = length;
        }
        let mut again = OpenProject::new(project("At least 12 died, he said.\n^^^^^^^^^^^ Casualties"), true);
        again.replay(open.take_log());
        prop_assert_eq!(again.project().annotations(), open.project().annotations());
    }
}
