use std::fs;

use super::{Desk, ines, mark, with};
use crate::edit::Entry;
use crate::model::{AnnotationId, Event, Person, Time};
use crate::store::journal::{FileState, RecoverError, recover, recoverable};
use crate::store::samples::project_of;
use crate::store::{Expected, Printed, RealDisk};

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
    assert_eq!((recovery.last_time(), recovery.lock_owner()), (Some(Time(1_773_489_700)), Some(ines())));
    assert_eq!((recovery.project(), recovery.is_needless()), (None, false));
    let recovered = recover(&recovery).unwrap();
    assert_eq!(recovered.file_state, FileState::Unsaved);
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
    assert_eq!(recovered.file_state, FileState::Fits(Printed::of(&desk.project).digest()));
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
    assert_eq!((recovered.file_state, &recovered.project), (FileState::Diverged, &with(&desk.project, &entries)));
    fs::remove_file(desk.path()).unwrap();
    let recovered = recover(&desk.found()).unwrap();
    assert_eq!((recovered.file_state, &recovered.project), (FileState::Gone, &with(&desk.project, &entries)));
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
    let before = fs::read(desk.first_journal()).unwrap();
    journal.append(&entries[1..]).unwrap();
    drop(journal);

    let recovery = desk.found();
    assert_eq!((recovery.n_changes(), recovery.is_needless()), (1, false));
    let recovered = recover(&recovery).unwrap();
    assert_eq!(recovered.file_state, FileState::Fits(Printed::of(&saved).digest()));
    assert_eq!((&recovered.base, &recovered.entries[..]), (&saved, &entries[1..]));
    drop(recovery);

    fs::write(desk.first_journal(), before).unwrap();
    let recovery = desk.found();
    assert!(matches!(recovery.file_state(), Some(FileState::Saved(_))) && recovery.is_needless());
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
fn what_was_saved_and_is_not_in_the_file_any_more_is_offered_from_the_copy_in_the_journal() {
    for is_gone in [false, true] {
        let desk = Desk::new();
        desk.save(&desk.project);
        let journal = desk.begin(Some(&desk.path()));
        let entries = [mark(&desk.project, 1, "12")];
        journal.append(&entries).unwrap();
        let saved = with(&desk.project, &entries);
        let printed = Printed::of(&saved);
        journal.mark_saving(&desk.path(), printed.digest(), 1).unwrap();
        desk.save(&saved);
        journal.saved(&desk.path(), &printed.into_file_bytes(), 1).unwrap();
        drop(journal);
        // A share whose server fails can have the file of before again, or none.
        if is_gone {
            fs::remove_file(desk.path()).unwrap();
        } else {
            desk.save(&desk.project);
        }
        let recovery = desk.found();
        assert_eq!((recovery.n_changes(), recovery.is_needless()), (0, false));
        assert_eq!(recover(&recovery).unwrap().project, saved);
    }
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
        journal.saved(&desk.path(), &printed.into_file_bytes(), n as u64).unwrap();
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
                journal.saved(&desk.path(), &printed.into_file_bytes(), n_saved).unwrap();
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
    let (old, bytes) = (desk.first_journal(), fs::read(desk.first_journal()).unwrap());
    desk.save(&desk.project);
    journal.saved(&desk.path(), &Printed::of(&desk.project).into_file_bytes(), 0).unwrap();
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
    fs::write(desk.first_journal().with_extension("base"), "damaged").unwrap();
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
    fs::write(desk.journals().join("1-1-0.0.journal"), "31 0123456789abcdef Begin((version:3)").unwrap();
    let recovery = desk.found();
    assert_eq!((recovery.file_state(), recovery.is_needless()), (None, false));
    assert!(recover(&recovery).unwrap_err().to_string().contains("Nothing was deleted"));
    assert_eq!(desk.n_files(), 1);
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
    saved.set_histories([(AnnotationId::from_u64(1), event.clone())].into_iter().collect());
    journal.mark_saving(&desk.path(), Printed::of(&saved).digest(), 1).unwrap();
    desk.save(&saved);
    journal.append(&entries[1..]).unwrap();
    drop(journal);
    let recovered = recover(&desk.found()).unwrap();
    assert_eq!(recovered.file_state, FileState::Fits(Printed::of(&saved).digest()));
    assert_eq!(recovered.base, saved);
    assert_eq!(recovered.project.history(AnnotationId::from_u64(1)), [event]);
}
