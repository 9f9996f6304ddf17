//! What is recovered is exactly what was done, and undoing all of it gives the base.

use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::Index;

use super::{Desk, entry};
use crate::edit::{Entry, EntryKind, OpenProject};
use crate::model::{
    Annotation, AnnotationId, Card, Change, Conflict, DismissedProposal, FieldValue, Histories, Project,
    ProjectSettings, SignOff, Sources, Text, Time, Unplaced,
};
use crate::store::journal::recover;
use crate::store::samples::project_of;
use crate::store::strategies::{
    any_annotation, any_card, any_conflicts, any_dismissed_proposals, any_settings, any_sign_offs, any_sources,
    any_unplaced,
};
use crate::store::{Expected, Printed, parse};

const TEXT: &str = "“قُتل” é\r\n\r\nAt least 12 \"died\".\u{2028}e\u{301} in Veld.";

/// Something that is done to a project.
#[derive(Clone, Debug)]
enum Act {
    Insert(Box<Annotation>),
    Remove(Index),
    /// The whole mark becomes another one.
    Replace(Index, Box<Annotation>),
    /// One of the mark's fields becomes that of another one of its category.
    Field(Index, Box<Annotation>, Index),
    /// A letter in the note.
    Type(Index, Index, char),
    Keep(Box<Unplaced>),
    Release(Index),
    Card(Box<Card>),
    Outlet(char),
    Sources(Sources),
    SourceName(Index, char),
    Settings(ProjectSettings),
    /// The mark comes from where another one does.
    Provenance(Index, Box<Annotation>),
    SignOffs(Vec<SignOff>),
    Conflicts(Vec<Conflict>),
    DismissedProposals(Vec<DismissedProposal>),
    Batch(Vec<Act>),
    Undo,
    Redo,
    Seal,
    Save,
}

fn one_act() -> BoxedStrategy<Act> {
    let text = Text::new(TEXT.to_owned());
    let mark = || any_annotation(text.clone()).prop_map(Box::new);
    let letter = proptest::sample::select(vec!['x', 'é', 'ق', '\u{301}', '🚒', '"', '\n']);
    prop_oneof![
        3 => mark().prop_map(Act::Insert),
        1 => any::<Index>().prop_map(Act::Remove),
        2 => (any::<Index>(), mark()).prop_map(|(at, mark)| Act::Replace(at, mark)),
        4 => (any::<Index>(), mark(), any::<Index>()).prop_map(|(at, mark, field)| Act::Field(at, mark, field)),
        6 => (any::<Index>(), any::<Index>(), letter.clone()).prop_map(|(at, place, c)| Act::Type(at, place, c)),
        1 => any_unplaced(text.clone()).prop_map(|unplaced| Act::Keep(Box::new(unplaced))),
        1 => any::<Index>().prop_map(Act::Release),
        1 => any_card(text.clone()).prop_map(|card| Act::Card(Box::new(card))),
        1 => letter.clone().prop_map(Act::Outlet),
        1 => any_sources().prop_map(Act::Sources),
        2 => (any::<Index>(), letter).prop_map(|(at, c)| Act::SourceName(at, c)),
        1 => any_settings().prop_map(Act::Settings),
        2 => (any::<Index>(), mark()).prop_map(|(at, mark)| Act::Provenance(at, mark)),
        2 => any_dismissed_proposals().prop_map(Act::DismissedProposals),
        1 => any_sign_offs().prop_map(Act::SignOffs),
        1 => any_conflicts(text).prop_map(Act::Conflicts),
    ]
    .boxed()
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        12 => one_act(),
        2 => prop::collection::vec(one_act(), 1..4).prop_map(Act::Batch),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
        1 => Just(Act::Seal),
        1 => Just(Act::Save),
    ]
}

/// The change that the act makes of the project; `None` where it makes none.
fn change(act: &Act, project: &Project, next_id: u64) -> Option<Change> {
    let id = AnnotationId::from_u64(next_id);
    let mark_at = |at: &Index| {
        let n = project.annotations().len();
        (n > 0).then(|| Annotation::clone(project.annotations().get(at.index(n)).unwrap()))
    };
    Some(match act {
        Act::Insert(mark) => Change::Insert(Arc::new(Annotation { id, ..Annotation::clone(mark) })),
        Act::Remove(at) => Change::Remove(mark_at(at)?.id),
        Act::Replace(at, mark) => {
            Change::Replace(Arc::new(Annotation { id: mark_at(at)?.id, ..Annotation::clone(mark) }))
        }
        Act::Field(at, other, field) => {
            let mut mark = mark_at(at)?;
            let fields = other.fields();
            let path = fields[field.index(fields.len())];
            mark.set_field(path, other.field(path)?).ok()?;
            Change::Replace(Arc::new(mark))
        }
        Act::Type(at, place, letter) => {
            let mut mark = mark_at(at)?;
            let place = mark.note.floor_char_boundary(place.index(mark.note.len() + 1));
            mark.note.insert(place, *letter);
            Change::Replace(Arc::new(mark))
        }
        Act::Keep(unplaced) => Change::InsertUnplaced(Arc::new(Unplaced { id, ..Unplaced::clone(unplaced) })),
        Act::Release(at) => {
            let n = project.unplaced().len();
            Change::RemoveUnplaced((n > 0).then(|| project.unplaced()[at.index(n)].id)?)
        }
        Act::Card(card) => Change::ReplaceCard(card.clone()),
        Act::Outlet(letter) => {
            let mut card = project.article().card.clone();
            card.outlet.push(*letter);
            Change::ReplaceCard(Box::new(card))
        }
        Act::Sources(sources) => Change::ReplaceSources(sources.clone()),
        Act::SourceName(at, letter) => {
            let n = project.sources().len();
            let mut source = project.sources().iter().nth((n > 0).then(|| at.index(n))?)?.clone();
            source.name.push(*letter);
            Change::ReplaceSources(project.sources().with(source))
        }
        Act::Settings(settings) => Change::ReplaceSettings(settings.clone()),
        Act::Provenance(at, other) => {
            let provenance = other.provenance.clone();
            Change::Replace(Arc::new(Annotation { provenance, ..mark_at(at)? }))
        }
        // Those that are there stay and others come behind them, as when an editor dismisses one.
        Act::DismissedProposals(dismissed) => {
            let before = project.dismissed_proposals().iter().skip(dismissed.len() / 2).cloned();
            Change::ReplaceDismissedProposals(before.chain(dismissed.iter().cloned().map(Arc::new)).collect())
        }
        Act::SignOffs(sign_offs) => Change::ReplaceSignOffs(sign_offs.iter().cloned().map(Arc::new).collect()),
        Act::Conflicts(conflicts) => Change::ReplaceConflicts(conflicts.clone()),
        Act::Batch(acts) => {
            let mut scratch = project.clone();
            let changes = acts.iter().zip(0..).filter_map(|(act, n)| {
                let change = change(act, &scratch, next_id + n)?;
                scratch.apply(change.clone()).ok().map(|_| change)
            });
            Change::Batch(changes.collect())
        }
        Act::Undo | Act::Redo | Act::Seal | Act::Save => return None,
    })
}

/// Does the act in the window's way, and says whether a save is asked for.
fn perform(open: &mut OpenProject, act: &Act, next_id: u64) -> bool {
    let typing = match (act, change(act, open.project(), next_id)) {
        (Act::Type(..), Some(Change::Replace(mark))) => {
            let value = FieldValue::Text(mark.note.clone());
            open.set_field(mark.id, crate::model::FieldPath::Note, value, Time(next_id as i64)).unwrap();
            return false;
        }
        (_, change) => change,
    };
    match (act, typing) {
        (_, Some(change)) => open.adopt("a\n\"step\"", change, Time(next_id as i64)).unwrap(),
        (Act::Undo, _) => drop(open.undo(Time(0)).unwrap()),
        (Act::Redo, _) => drop(open.redo(Time(0)).unwrap()),
        (Act::Seal, _) => open.seal(),
        (Act::Save, _) => return true,
        _ => {}
    }
    false
}

/// The project without its stories, which no entry changes.
fn untold(project: &Project) -> Project {
    let mut project = project.clone();
    project.set_histories(Histories::default());
    project
}

fn undo_all(open: &mut OpenProject) {
    while open.undo(Time(0)).unwrap() {}
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_recovered_is_what_was_done_and_undoing_it_gives_the_base(
        acts in prop::collection::vec(act(), 1..24), is_cut_short: bool,
    ) {
        let desk = Desk { project: project_of(TEXT, &[&["died"]]), ..Desk::new() };
        let journal = desk.begin(None);
        let mut open = OpenProject::new(desk.project.clone(), true);
        let (mut base, mut done): (Project, Vec<Entry>) = (desk.project.clone(), Vec::new());
        for (act, n) in acts.iter().zip(1u64..) {
            if perform(&mut open, act, 100 * n) {
                let saved = open.begin_save(Time(0));
                let printed = Printed::of(&saved);
                journal.mark_saving(&desk.path(), printed.digest(), journal.n_entries()).unwrap();
                printed.save(&desk.path(), Expected::Anything).unwrap();
                // A crash right after the save leaves the journal as it was.
                if !is_cut_short {
                    journal.saved(&desk.path(), &printed.clone().into_file_bytes(), journal.n_entries()).unwrap();
                }
                open.end_save(true);
                // The file has no stories of marks that are gone.
                (base, done) = (parse(printed.as_bytes()).unwrap().project, Vec::new());
            }
            let entries = open.take_log();
            journal.append(&entries).unwrap();
            done.extend(entries);
        }
        drop(journal);

        let recovered = recover(&desk.found()).unwrap();
        prop_assert_eq!(&recovered.warnings, &Vec::<String>::new());
        prop_assert_eq!(&recovered.entries, &done);
        prop_assert_eq!(&recovered.base, &base);
        prop_assert_eq!(untold(&recovered.project), untold(open.project()));
        let mut again = OpenProject::new(recovered.base.clone(), true);
        prop_assert_eq!(again.replay(recovered.entries), done.len());
        prop_assert_eq!(untold(again.project()), untold(open.project()));
        prop_assert!(again.history().is_dirty() || again.project() == &base);
        undo_all(&mut again);
        prop_assert_eq!(again.project(), &base);
        prop_assert!(!again.history().is_dirty());
        if base == desk.project {
            undo_all(&mut open);
            prop_assert_eq!(open.project(), &base, "as it was before the crash");
        }
    }

    #[test]
    fn every_kind_of_entry_is_recovered_as_it_was_made(
        acts in prop::collection::vec(one_act(), 1..9), kinds in prop::collection::vec(0usize..4, 9),
    ) {
        let desk = Desk { project: project_of(TEXT, &[&["died"]]), ..Desk::new() };
        let journal = desk.begin(None);
        let all = [EntryKind::Do, EntryKind::Join, EntryKind::Undo, EntryKind::Redo];
        let mut project = desk.project.clone();
        let mut entries = Vec::new();
        for ((act, kind), n) in acts.iter().zip(kinds).zip(1u64..) {
            let Some(change) = change(act, &project, 100 * n) else { continue };
            project.apply(change.clone()).unwrap();
            entries.push(Entry { kind: all[kind], ..entry("step", change) });
        }
        journal.append(&entries).unwrap();
        drop(journal);
        prop_assert_eq!(recover(&desk.found()).unwrap().entries, entries);
    }
}

#[test]
fn a_step_of_before_the_save_that_is_taken_back_can_be_made_again_and_is_not_saved() {
    let desk = Desk::new();
    let mut open = OpenProject::new(desk.project.clone(), true);
    for n in [1, 2] {
        let mark = super::mark(&desk.project, n, "12");
        open.adopt(&mark.step, mark.change, Time(0)).unwrap();
    }
    let journal = desk.begin(None);
    journal.append(&open.take_log()).unwrap();
    let saved = open.begin_save(Time(0));
    let printed = Printed::of(&saved);
    printed.save(&desk.path(), Expected::Anything).unwrap();
    journal.saved(&desk.path(), &printed.clone().into_file_bytes(), 2).unwrap();
    open.end_save(true);
    while open.undo(Time(0)).unwrap() {}
    journal.append(&open.take_log()).unwrap();
    drop(journal);

    let recovered = recover(&desk.found()).unwrap();
    let mut again = OpenProject::new(recovered.base, true);
    again.replay(recovered.entries);
    assert_eq!(untold(again.project()), desk.project);
    assert!(again.history().is_dirty(), "the file has two marks more");
    undo_all(&mut again);
    assert_eq!(again.project(), &saved);
}
