//! Journals of real files: what a crash at any moment leaves, and what is recovered from it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::edit::{Entry, EntryKind};
use crate::model::{AnnotationId, Change, Event, Person, Project, ProjectSettings, Text, Time};
use crate::store::samples::{
    any_annotation, any_card, any_conflicts, any_sign_offs, any_unplaced, casualties, project_of, small_project,
};
use crate::store::{Expected, Holder, Printed, RealDisk, save};

fn ines() -> Holder {
    Holder { person: "Ines".to_owned(), machine: "desk-4".to_owned(), process: 1, since: Time(1_773_489_600) }
}

fn entry(step: &str, change: Change) -> Entry {
    Entry { kind: EntryKind::Do, step: step.to_owned(), change, time: Time(1_773_489_700) }
}

/// Marks the words under an id.
fn mark(project: &Project, id: u64, words: &str) -> Entry {
    let annotation = casualties(id, &project.article().text, &[words]);
    entry(&format!("mark {words}"), Change::Insert(Arc::new(annotation)))
}

fn with(project: &Project, entries: &[Entry]) -> Project {
    let replayed = replay(project, entries.iter().cloned());
    assert_eq!(replayed.warning, None);
    replayed.project
}

struct Desk {
    folder: tempfile::TempDir,
    project: Project,
}

impl Desk {
    fn new() -> Desk {
        Desk { folder: tempfile::tempdir().unwrap(), project: small_project() }
    }

    fn journals(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("a.ron")
    }

    fn begin(&self, project: Option<&Path>) -> Journal {
        let base = Printed::of(&self.project);
        Journal::begin(
            RealDisk::shared(),
            &self.journals(),
            project,
            base.as_bytes(),
            &self.project.article().text,
            &ines(),
        )
        .unwrap()
    }

    fn save(&self, project: &Project) {
        save(project, &self.path(), Expected::Anything).unwrap();
    }

    /// What the next start finds: exactly one journal.
    fn found(&self) -> Recovery {
        let mut found = recoverable(&RealDisk::shared(), &self.journals(), "desk-4").unwrap();
        assert_eq!(found.len(), 1, "{found:?}");
        found.remove(0)
    }

    fn n_files(&self) -> usize {
        fs::read_dir(self.journals()).unwrap().count()
    }
}

#[test]
fn a_project_that_was_never_saved_is_recovered_whole_with_what_and_when() {
    let desk = Desk::new();
    let journal = desk.begin(None);
    let entries = [mark(&desk.project, 1, "12"), mark(&desk.project, 2, "قُتل")];
    journal.append(&entries[..1]).unwrap();
    journal.append(&entries[1..]).unwrap();
    journal.sync().unwrap();
    assert!(
        recoverable(&RealDisk::shared(), &desk.journals(), "desk-4").unwrap().is_empty(),
        "a living program's journal is its own"
    );
    drop(journal);

    let recovery = desk.found();
    assert!(
        recoverable(&RealDisk::shared(), &desk.journals(), "desk-4").unwrap().is_empty(),
        "it is offered once at a time"
    );
    assert_eq!((recovery.n_changes(), recovery.last_step()), (2, Some("mark قُتل")));
    assert_eq!((recovery.last_time(), recovery.holder()), (Some(Time(1_773_489_700)), Some(ines())));
    assert_eq!((recovery.project(), recovery.is_needless()), (None, false));
    let recovered = recover(&recovery).unwrap();
    assert_eq!(recovered.standing, Standing::Unsaved);
    assert_eq!(recovered.entries, entries);
    assert_eq!((&recovered.base, &recovered.project), (&desk.project, &with(&desk.project, &entries)));
    assert!(recovered.warnings.is_empty());
    recovery.discard().unwrap();
    assert_eq!(desk.n_files(), 0);
}

#[test]
fn changes_on_a_saved_project_fit_its_file() {
    let desk = Desk::new();
    desk.save(&desk.project);
    let journal = desk.begin(Some(&desk.path()));
    journal.append(&[mark(&desk.project, 1, "12")]).unwrap();
    drop(journal);
    let recovered = recover(&desk.found()).unwrap();
    assert_eq!(recovered.standing, Standing::Fits(Printed::of(&desk.project).digest()));
    assert_eq!((recovered.entries.len(), &recovered.base), (1, &desk.project));
}

#[test]
fn a_file_that_another_program_changed_keeps_what_was_recovered_apart() {
    let desk = Desk::new();
    desk.save(&desk.project);
    let journal = desk.begin(Some(&desk.path()));
    let entries = [mark(&desk.project, 1, "12")];
    journal.append(&entries).unwrap();
    drop(journal);
    desk.save(&project_of("Theirs", &[]));
    let recovered = recover(&desk.found()).unwrap();
    assert_eq!((recovered.standing, &recovered.project), (Standing::Diverged, &with(&desk.project, &entries)));
    fs::remove_file(desk.path()).unwrap();
    let recovered = recover(&desk.found()).unwrap();
    assert_eq!((recovered.standing, &recovered.project), (Standing::Gone, &with(&desk.project, &entries)));
}

#[test]
fn a_crash_right_after_the_save_leaves_only_what_was_not_saved() {
    let desk = Desk::new();
    desk.save(&desk.project);
    let journal = desk.begin(Some(&desk.path()));
    let entries = [mark(&desk.project, 1, "12"), mark(&desk.project, 2, "died")];
    journal.append(&entries[..1]).unwrap();
    let saved = with(&desk.project, &entries[..1]);
    journal.mark_saving(&desk.path(), Printed::of(&saved).digest(), 1).unwrap();
    desk.save(&saved);
    drop(journal.clone());
    let before = fs::read(first_journal(&desk)).unwrap();
    journal.append(&entries[1..]).unwrap();
    drop(journal);

    let recovery = desk.found();
    assert_eq!((recovery.n_changes(), recovery.is_needless()), (1, false));
    let recovered = recover(&recovery).unwrap();
    assert_eq!(recovered.standing, Standing::Fits(Printed::of(&saved).digest()));
    assert_eq!((&recovered.base, &recovered.entries[..]), (&saved, &entries[1..]));
    drop(recovery);

    fs::write(first_journal(&desk), before).unwrap();
    let recovery = desk.found();
    assert!(matches!(recovery.standing(), Some(Standing::Saved(_))) && recovery.is_needless());
    assert_eq!(recover(&recovery).unwrap().base, saved);
}

#[test]
fn a_crash_right_before_the_save_leaves_everything() {
    let desk = Desk::new();
    desk.save(&desk.project);
    let journal = desk.begin(Some(&desk.path()));
    let entries = [mark(&desk.project, 1, "12")];
    journal.append(&entries).unwrap();
    journal.mark_saving(&desk.path(), Printed::of(&with(&desk.project, &entries)).digest(), 1).unwrap();
    drop(journal);
    let recovered = recover(&desk.found()).unwrap();
    assert_eq!((recovered.entries.len(), &recovered.base), (1, &desk.project));
}

#[test]
fn the_first_save_of_a_project_is_known_by_its_mark() {
    let desk = Desk::new();
    let journal = desk.begin(None);
    journal.mark_saving(&desk.path(), Printed::of(&desk.project).digest(), 0).unwrap();
    desk.save(&desk.project);
    drop(journal);
    let recovery = desk.found();
    assert_eq!((recovery.project(), recovery.is_needless()), (Some(desk.path().as_path()), true));
}

#[test]
fn after_a_save_the_journal_begins_anew_and_keeps_what_was_done_meanwhile() {
    let desk = Desk::new();
    let journal = desk.begin(None);
    let words = ["12", "died", "people", "least", "At"];
    let entries: Vec<Entry> = (1..).zip(words).map(|(id, words)| mark(&desk.project, id, words)).collect();
    journal.append(&entries[..2]).unwrap();
    let mut saved = desk.project.clone();
    for (n, meanwhile) in [(1, 2..3), (3, 3..5)] {
        saved = with(&desk.project, &entries[..n]);
        let printed = Printed::of(&saved);
        journal.append(&entries[meanwhile.clone()]).unwrap();
        journal.mark_saving(&desk.path(), printed.digest(), n as u64).unwrap();
        desk.save(&saved);
        journal.saved(&desk.path(), printed.as_bytes(), n as u64).unwrap();
        assert_eq!(journal.n_entries(), meanwhile.end as u64);
    }
    drop(journal);
    assert_eq!(desk.n_files(), 3, "a base, a journal and the claim on their name");
    let recovered = recover(&desk.found()).unwrap();
    assert_eq!(recovered.base, saved);
    assert_eq!(recovered.entries, entries[3..]);
    assert_eq!(recovered.project, with(&desk.project, &entries));
}

#[test]
fn changes_made_while_a_save_is_under_way_are_all_kept() {
    let desk = Desk::new();
    let journal = desk.begin(None);
    let entries: Vec<Entry> = (101..=400).map(|id| mark(&desk.project, id, "12")).collect();
    std::thread::scope(|scope| {
        scope.spawn(|| entries.iter().for_each(|entry| journal.append(std::slice::from_ref(entry)).unwrap()));
        let mut n_saved = 0;
        while n_saved < 300 {
            n_saved = journal.n_entries();
            let printed = Printed::of(&with(&desk.project, &entries[..n_saved as usize]));
            journal.mark_saving(&desk.path(), printed.digest(), n_saved).unwrap();
            printed.save(&desk.path(), Expected::Anything).unwrap();
            // The last save is cut short after its file, so that something is left to recover from.
            if n_saved < 300 {
                journal.saved(&desk.path(), printed.as_bytes(), n_saved).unwrap();
            }
            journal.sync().unwrap();
        }
    });
    drop(journal);
    let recovery = desk.found();
    assert!(recovery.is_needless());
    let recovered = recover(&recovery).unwrap();
    assert_eq!((recovered.warnings, recovered.base), (Vec::new(), with(&desk.project, &entries)));
}

#[test]
fn a_journal_and_the_one_it_continues_are_offered_once() {
    let desk = Desk::new();
    let journal = desk.begin(None);
    journal.append(&[mark(&desk.project, 1, "12")]).unwrap();
    let (old, bytes) = (first_journal(&desk), fs::read(first_journal(&desk)).unwrap());
    desk.save(&desk.project);
    journal.saved(&desk.path(), Printed::of(&desk.project).as_bytes(), 0).unwrap();
    drop(journal);
    fs::write(old, bytes).unwrap();
    let recovery = desk.found();
    assert_eq!((recovery.n_changes(), recovery.project()), (1, Some(desk.path().as_path())));
}

#[test]
fn a_journal_without_its_base_falls_back_on_the_file_and_else_says_so() {
    let desk = Desk::new();
    desk.save(&desk.project);
    let journal = desk.begin(Some(&desk.path()));
    journal.append(&[mark(&desk.project, 1, "12")]).unwrap();
    drop(journal);
    fs::write(first_journal(&desk).with_extension("base"), "damaged").unwrap();
    assert_eq!(recover(&desk.found()).unwrap().entries.len(), 1);
    desk.save(&project_of("Theirs", &[]));
    let error = recover(&desk.found()).unwrap_err();
    assert!(matches!(error, RecoverError::BaseLost(_)), "{error}");
    assert_eq!(desk.n_files(), 3, "nothing is deleted");
}

#[test]
fn a_journal_of_another_version_is_reported_and_not_deleted() {
    let desk = Desk::new();
    fs::create_dir(desk.journals()).unwrap();
    fs::write(desk.journals().join("1-1-0.0.journal"), "31 0123456789abcdef Begin((version:2)").unwrap();
    let recovery = desk.found();
    assert_eq!((recovery.standing(), recovery.is_needless()), (None, false));
    assert!(recover(&recovery).unwrap_err().to_string().contains("Nothing was deleted"));
    assert_eq!(desk.n_files(), 1);
}

fn first_journal(desk: &Desk) -> PathBuf {
    let mut paths: Vec<PathBuf> = fs::read_dir(desk.journals()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "journal"));
    paths.sort();
    paths.remove(0)
}

#[test]
fn what_a_save_told_right_before_a_crash_is_recovered_with_the_rest() {
    let desk = Desk::new();
    desk.save(&desk.project);
    let journal = desk.begin(Some(&desk.path()));
    let entries = [mark(&desk.project, 1, "12"), mark(&desk.project, 2, "died")];
    journal.append(&entries[..1]).unwrap();
    let mut saved = with(&desk.project, &entries[..1]);
    let event = Event { time: Time(0), person: Person::new("Ines").unwrap(), changes: Vec::new() };
    saved.set_stories([(AnnotationId::mint(1), event.clone())].into_iter().collect());
    journal.mark_saving(&desk.path(), Printed::of(&saved).digest(), 1).unwrap();
    desk.save(&saved);
    journal.append(&entries[1..]).unwrap();
    drop(journal);
    let recovered = recover(&desk.found()).unwrap();
    assert_eq!(recovered.standing, Standing::Fits(Printed::of(&saved).digest()));
    assert_eq!(recovered.base, saved);
    assert_eq!(recovered.project.story(AnnotationId::mint(1)), [event]);
}

/// Any change that fits a project without annotations, and those that undo it.
fn any_changes() -> BoxedStrategy<(Text, Vec<Change>)> {
    let text = Text::new("“قُتل” é\r\n\r\nAt least 12 \"died\".\u{2028}e\u{301}".to_owned());
    let parts = (any_annotation(text.clone()), any_annotation(text.clone()), any_unplaced(text.clone()));
    (parts, any_card(text.clone()), any_conflicts(text.clone()), any_sign_offs())
        .prop_map(move |((one, two, mut unplaced), card, conflicts, sign_offs)| {
            let id = one.id;
            unplaced.id = AnnotationId::mint(9);
            let changes = vec![
                Change::Insert(Arc::new(one)),
                Change::Batch(vec![Change::Replace(Arc::new(two)), Change::ReplaceCard(Box::new(card))]),
                Change::Keep(Arc::new(unplaced.clone())),
                Change::Remove(id),
                Change::Release(unplaced.id),
                Change::ReplaceSettings(ProjectSettings { four_eyes: true }),
                Change::ReplaceSignOffs(sign_offs.into_iter().map(Arc::new).collect()),
                Change::ReplaceConflicts(conflicts),
            ];
            (text.clone(), changes)
        })
        .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_change_is_recovered_as_it_was_made((text, changes) in any_changes(), kinds in any::<[u8; 8]>()) {
        let mut desk = Desk::new();
        desk.project = project_of(&text, &[]);
        let journal = desk.begin(None);
        let all = [EntryKind::Do, EntryKind::Join, EntryKind::Undo, EntryKind::Redo];
        let entries: Vec<Entry> = changes.into_iter().zip(kinds).map(|(change, kind)| {
            Entry { kind: all[usize::from(kind) % 4], ..entry("a\n\"step\"", change) }
        }).collect();
        journal.append(&entries).unwrap();
        drop(journal);
        let recovered = recover(&desk.found()).unwrap();
        prop_assert_eq!(&recovered.warnings, &Vec::<String>::new());
        prop_assert_eq!(recovered.entries, entries);
    }

    #[test]
    fn of_a_damaged_journal_every_change_before_the_damage_is_recovered(at: Index, bit in 0u8..9) {
        let desk = Desk::new();
        let journal = desk.begin(None);
        let words = ["12", "died", "people", "least"];
        let entries: Vec<Entry> = (1..).zip(words).map(|(id, words)| mark(&desk.project, id, words)).collect();
        let begin = fs::read(first_journal(&desk)).unwrap().len();
        let mut ends = vec![begin];
        for entry in &entries {
            journal.append(std::slice::from_ref(entry)).unwrap();
            ends.push(fs::read(first_journal(&desk)).unwrap().len());
        }
        drop(journal);
        let mut bytes = fs::read(first_journal(&desk)).unwrap();
        let at = at.index(bytes.len());
        match bit {
            8 => bytes.truncate(at),
            bit => bytes[at] ^= 1 << bit,
        }
        fs::write(first_journal(&desk), bytes).unwrap();
        let recovery = desk.found();
        if at < begin {
            prop_assert!(recover(&recovery).is_err());
        } else {
            let n_whole = ends[1..].iter().filter(|end| **end <= at).count();
            let recovered = recover(&recovery).unwrap();
            prop_assert_eq!(&recovered.entries[..], &entries[..n_whole]);
            let at_a_line_end = bit == 8 && ends.contains(&at);
            prop_assert_eq!(recovered.warnings.is_empty(), at_a_line_end);
        }
    }
}
