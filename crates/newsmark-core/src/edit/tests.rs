//! Edits as whole histories, and what must always hold of them.

use proptest::prelude::*;

use super::boundaries::Boundary;
use super::*;
use crate::model::fixture::{carets, project};
use crate::model::{
    AnnotationId, Category, Details, FieldPath, FieldValue, FigurePart, Harm, Person, Project, Span, Text, Time,
};

const NOW: Time = Time(1_773_669_600);

fn open(fixture: &str) -> OpenProject {
    OpenProject::new(project(fixture), true)
}

fn select(open: &mut OpenProject, words: &str) {
    let start = open.project().article().text.find(words).unwrap();
    open.selection = Selection::of(Span::new(start, start + words.len()).unwrap());
}

fn mark(open: &mut OpenProject, words: &str, category: Category, id: u64) -> AnnotationId {
    select(open, words);
    let id = AnnotationId::from_u64(id);
    open.mark(category, id, Person::new("Ines Varga").unwrap(), NOW).unwrap();
    id
}

#[test]
fn marking_takes_the_words_without_the_spaces_around_them() {
    let mut open = open("Shells killed at least 12 people, an officer said.");
    mark(&mut open, " at least 12 people", Category::Casualties, 1);
    assert_eq!(
        carets(open.project()),
        "\
Shells killed at least 12 people, an officer said.
              ^^^^^^^^^^^^^^^^^^ Casualties
"
    );
    assert_eq!(open.history().undo_name(), Some("mark as casualties"));
    assert!(open.history().is_dirty());
}

#[test]
fn marking_all_is_one_step_and_leaves_out_what_is_marked_so() {
    let mut open = open(
        "\
Ten fled. Ten stayed. Ten died. Ten fled.
          ^^^ Claims
                      ^^^ Casualties
",
    );
    let text = open.project().article().text.clone();
    let hits: Vec<Span> = text.match_indices("Ten ").filter_map(|(at, ten)| Span::new(at, at + ten.len())).collect();
    let unmarked = open.unmarked(Category::Claims, &hits);
    assert_eq!(unmarked.iter().map(|(n, _)| *n).collect::<Vec<_>>(), [0, 2, 3]);
    let before = carets(open.project());
    let spans: Vec<_> =
        unmarked.iter().map(|(n, span)| (AnnotationId::from_u64(*n as u64 + 100), *span)).rev().take(2).collect();
    open.mark_all(Category::Claims, &spans, &Person::new("Ines Varga").unwrap(), NOW).unwrap();
    assert_eq!(
        carets(open.project()),
        "\
Ten fled. Ten stayed. Ten died. Ten fled.
          ^^^ Claims
                      ^^^ Casualties
                      ^^^ Claims
                                ^^^ Claims
"
    );
    assert_eq!(open.selected, Some(AnnotationId::from_u64(102)));
    assert_eq!(open.take_log().len(), 1, "one entry of the journal");
    assert_eq!(open.history().undo_name(), Some("mark all as claim"));
    open.undo(NOW).unwrap();
    assert_eq!(carets(open.project()), before);
}

#[test]
fn marking_without_words_says_so_and_changes_nothing() {
    let mut open = open("Shells killed 12.");
    let author = Person::new("Ines Varga").unwrap();
    let refused = open.mark(Category::Quotes, AnnotationId::from_u64(1), author, NOW);
    assert_eq!(refused, Err(EditError::NoWords));
    assert!(!open.history().is_dirty());
}

#[test]
fn picked_words_fill_the_field_and_stay_anchored() {
    let mut open = open("Shells killed at least 12 people.");
    let id = mark(&mut open, "killed at least 12 people", Category::Casualties, 1);
    open.picking = Some((id, FieldPath::Figure(FigurePart::Text)));
    select(&mut open, "at least 12");
    open.take_picked(NOW).unwrap();
    let Some(FieldValue::Words(Some(figure))) =
        open.selected_annotation().unwrap().field(FieldPath::Figure(FigurePart::Text))
    else {
        panic!("the figure is filled");
    };
    assert_eq!(figure.value, "at least 12");
    assert_eq!(figure.anchor.unwrap().at, Span::new(14, 25));
    assert_eq!(open.picking, None);
}

#[test]
fn typing_into_one_field_is_one_step_until_focus_leaves() {
    let mut open = open("Nobody knew.");
    let id = mark(&mut open, "Nobody knew.", Category::Claims, 1);
    let type_in = |open: &mut OpenProject, text: &str| {
        open.set_field(id, FieldPath::Statement, FieldValue::Text(text.to_owned()), NOW).unwrap();
    };
    type_in(&mut open, "N");
    type_in(&mut open, "No");
    open.seal();
    type_in(&mut open, "Now");
    let statement = |open: &OpenProject| match &open.selected_annotation().unwrap().details {
        Details::Claims(claim) => claim.statement.clone(),
        other => panic!("{other:?}"),
    };
    open.undo(NOW).unwrap();
    assert_eq!(statement(&open), "No");
    open.undo(NOW).unwrap();
    assert_eq!(statement(&open), "");
    open.redo(NOW).unwrap();
    assert_eq!(statement(&open), "No");
}

#[test]
fn a_save_ends_typing_so_that_what_follows_is_not_called_saved() {
    let mut open = open("Nobody knew.");
    let id = mark(&mut open, "Nobody knew.", Category::Claims, 1);
    open.set_field(id, FieldPath::Statement, FieldValue::Text("N".into()), NOW).unwrap();
    open.begin_save(NOW);
    open.end_save(true);
    assert!(!open.history().is_dirty());
    open.set_field(id, FieldPath::Statement, FieldValue::Text("No".into()), NOW).unwrap();
    assert!(open.history().is_dirty());
    open.undo(NOW).unwrap();
    assert!(!open.history().is_dirty());
    open.undo(NOW).unwrap();
    assert!(open.history().is_dirty());
    mark(&mut open, "knew", Category::Quotes, 2);
    mark(&mut open, "Nobody", Category::Quotes, 3);
    assert!(open.history().is_dirty(), "the saved state can no longer be reached");
}

#[test]
fn a_save_that_ends_after_its_state_was_left_for_good_leaves_the_project_dirty() {
    let mut open = open("Nobody knew.");
    mark(&mut open, "Nobody", Category::Claims, 1);
    open.begin_save(NOW);
    open.undo(NOW).unwrap();
    mark(&mut open, "knew", Category::Quotes, 2);
    open.end_save(true);
    assert!(open.history().is_dirty());
}

#[test]
fn clicking_again_selects_the_mark_beneath() {
    let mut open = open(
        "\
Two of them died, he said.
^^^ Casualties
^^^^^^^^^^^^^^^^ Claims
^^^^^^^^^^^^^^^^^^^^^^^^^^ Quotes",
    );
    let mut seen = Vec::new();
    for _ in 0..4 {
        open.select_at(1, &|_, _| true);
        seen.push(open.selected_annotation().unwrap().category().letter());
    }
    assert_eq!(seen, ['C', 'L', 'Q', 'C']);
    open.select_at(99, &|_, _| true);
    assert_eq!(open.selected, None);
}

#[test]
fn a_read_only_project_refuses_every_edit() {
    let mut open = open("Two died.\n^^^ Casualties");
    open.read_only = Some("Tomas Reed has this project open since 14:02".to_owned());
    let id = AnnotationId::from_u64(1);
    let harm = FieldValue::Choice(Harm::VOCABULARY, 1);
    assert!(matches!(open.set_field(id, FieldPath::Harm, harm, NOW), Err(EditError::ReadOnly(_))));
    assert!(matches!(open.delete(id, NOW), Err(EditError::ReadOnly(_))));
    assert!(matches!(open.undo(NOW), Err(EditError::ReadOnly(_))));
}

/// One random edit; those that do not fit are refused and leave no trace.
#[derive(Clone, Debug)]
enum Act {
    Mark(usize, usize, usize),
    Type(usize, String),
    Recategorise(usize, usize),
    AddWords(usize, usize, usize),
    RemoveWords(usize, usize),
    MoveBoundary(usize, bool, usize),
    Delete(usize),
    Undo,
    Redo,
    Seal,
    Save,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        (0usize..60, 1usize..20, 0usize..4).prop_map(|(at, length, category)| Act::Mark(at, length, category)),
        (0usize..8, "[a-z]{0,3}").prop_map(|(which, text)| Act::Type(which, text)),
        (0usize..8, 0usize..4).prop_map(|(which, category)| Act::Recategorise(which, category)),
        (0usize..8, 0usize..60, 1usize..9).prop_map(|(which, at, length)| Act::AddWords(which, at, length)),
        (0usize..8, 0usize..3).prop_map(|(which, index)| Act::RemoveWords(which, index)),
        (0usize..8, any::<bool>(), 0usize..60).prop_map(|(which, is_end, to)| Act::MoveBoundary(which, is_end, to)),
        (0usize..8).prop_map(Act::Delete),
        Just(Act::Undo),
        Just(Act::Redo),
        Just(Act::Seal),
        Just(Act::Save),
    ]
}

fn perform(open: &mut OpenProject, act: Act, serial: u64) {
    let nth = |open: &OpenProject, which: usize| open.project().annotations().get(which).map(|found| found.id);
    match act {
        Act::Mark(at, length, category) => {
            if let Some(span) = open.project().article().text.snap(at, at + length) {
                open.selection = Selection::of(span);
                let author = Person::new("Ines Varga").unwrap();
                let _ = open.mark(Category::ALL[category], AnnotationId::from_u64(serial), author, NOW);
            }
        }
        Act::Type(which, text) => {
            if let Some(id) = nth(open, which) {
                open.set_field(id, FieldPath::Note, FieldValue::Text(text), NOW).unwrap();
            }
        }
        Act::Recategorise(which, category) => {
            if let Some(id) = nth(open, which) {
                open.change_category(id, Category::ALL[category], NOW).unwrap();
            }
        }
        Act::AddWords(which, at, length) => {
            let span = open.project().article().text.snap(at, at + length);
            if let (Some(id), Some(span)) = (nth(open, which), span) {
                let _ = open.add_span(id, span, NOW);
            }
        }
        Act::RemoveWords(which, index) => {
            if let Some(id) = nth(open, which) {
                let _ = open.remove_span(id, index, NOW);
            }
        }
        Act::MoveBoundary(which, is_end, to) => {
            if let Some(annotation) = open.project().annotations().get(which).cloned() {
                let boundary = if is_end { Boundary::End } else { Boundary::Start };
                let spans = boundaries::moved(&open.project().article().text, &annotation.spans, 0, boundary, to);
                open.set_spans(annotation.id, spans, NOW).unwrap();
            }
        }
        Act::Delete(which) => {
            if let Some(id) = nth(open, which) {
                open.delete(id, NOW).unwrap();
            }
        }
        Act::Undo => drop(open.undo(NOW).unwrap()),
        Act::Redo => drop(open.redo(NOW).unwrap()),
        Act::Seal => open.seal(),
        Act::Save => {
            open.begin_save(NOW);
            open.end_save(true);
        }
    }
}

fn start() -> Project {
    project("Two of them died, he said. قُتل 17 شخصًا 👨🏻‍🚒\nThey fled.\n^^^^ Displacement")
}

/// What undo brings back: not what files have told.
fn without_stories(project: &Project) -> Project {
    let mut project = project.clone();
    project.set_histories(Default::default());
    project
}

proptest! {
    #[test]
    fn undoing_everything_gives_the_start_and_redoing_gives_the_end(acts in prop::collection::vec(act(), 0..40)) {
        let mut open = OpenProject::new(start(), true);
        for (serial, act) in acts.into_iter().enumerate() {
            perform(&mut open, act, serial as u64 + 100);
        }
        while open.redo(NOW).unwrap() {}
        let last = open.project().clone();
        let mut undone = 0;
        while open.undo(NOW).unwrap() {
            undone += 1;
        }
        prop_assert_eq!(&without_stories(open.project()), &start());
        for _ in 0..undone {
            open.redo(NOW).unwrap();
        }
        prop_assert_eq!(open.project(), &last);
    }

    #[test]
    fn replaying_the_journal_gives_the_same_project_with_the_same_undo(acts in prop::collection::vec(act(), 0..40)) {
        let mut open = OpenProject::new(start(), true);
        for (serial, act) in acts.into_iter().enumerate() {
            perform(&mut open, act, serial as u64 + 100);
        }
        let entries = open.take_log();
        let mut again = OpenProject::new(start(), true);
        prop_assert_eq!(again.replay(entries.clone()), entries.len());
        prop_assert_eq!(&without_stories(again.project()), &without_stories(open.project()));
        prop_assert_eq!(again.take_log(), entries);
        while again.undo(NOW).unwrap() {}
        prop_assert_eq!(again.project(), &start());
    }

    #[test]
    fn the_project_is_dirty_exactly_where_it_differs_from_what_was_saved(acts in prop::collection::vec(act(), 0..40)) {
        let mut open = OpenProject::new(start(), true);
        let mut saved = start();
        for (serial, act) in acts.into_iter().enumerate() {
            let is_save = matches!(act, Act::Save);
            perform(&mut open, act, serial as u64 + 100);
            if is_save {
                saved = open.project().clone();
            }
        }
        if !open.history().is_dirty() {
            prop_assert_eq!(open.project(), &saved);
        }
    }

    #[test]
    fn annotations_stay_sorted_on_grapheme_boundaries(acts in prop::collection::vec(act(), 0..40)) {
        let mut open = OpenProject::new(start(), true);
        for (serial, act) in acts.into_iter().enumerate() {
            perform(&mut open, act, serial as u64 + 100);
        }
        let text: &Text = &open.project().article().text;
        let annotations = open.project().annotations();
        prop_assert!(annotations.iter().is_sorted_by_key(|annotation| (annotation.spans.start(), annotation.id)));
        for (place, annotation) in annotations.iter().enumerate() {
            prop_assert_eq!(open.project().place(annotation.id), Some(place));
            for span in annotation.spans.iter() {
                prop_assert!(text.is_boundary(span.start()) && text.is_boundary(span.end()));
            }
        }
    }
}
