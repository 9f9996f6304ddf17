//! Programs that end while they begin a journal: nothing is lost, and nothing that holds no work stays.

use std::fs;
use std::sync::Arc;

use super::Desk;
use crate::edit::Entry;
use crate::model::{Digest, Project};
use crate::store::journal::{Journal, JournalState, recover, recoverable};
use crate::store::samples::project_of;
use crate::store::testing::{Fault, FaultDisk, make_pipe};
use crate::store::{Disk, Printed, RealDisk};

/// What a program that ends at that call of beginning a journal leaves; `None` where there are no more calls.
fn ended_at(desk: &Desk, call: usize, project: Option<&std::path::Path>) -> Option<usize> {
    let disk = Arc::new(FaultDisk::with([(call, Fault::Dies)]));
    drop(desk.begin_on(Arc::clone(&disk) as Arc<dyn Disk>, project));
    disk.is_dead().then(|| desk.names("").len())
}

fn look(desk: &Desk) -> usize {
    recoverable(&RealDisk::shared(), &desk.journals(), "desk-4").unwrap().len()
}

#[test]
fn what_a_program_leaves_that_is_killed_while_beginning_is_removed_by_the_next_look() {
    let mut n_left = Vec::new();
    for call in 0.. {
        let desk = Desk::new();
        desk.save(&desk.project);
        let Some(n) = ended_at(&desk, call, Some(&desk.path())) else { break };
        n_left.push(n);
        let found = look(&desk);
        let names = desk.names("");
        assert_eq!(found * 3, names.len(), "call {call}: {names:?}");
    }
    assert!(n_left.contains(&1) && n_left.contains(&2) && n_left.contains(&3), "{n_left:?}");
}

#[test]
fn a_base_that_may_be_in_no_other_file_stays_although_its_journal_never_got_a_name() {
    let mut n_kept = 0;
    for (call, is_article) in (0..14).flat_map(|call| [(call, false), (call, true)]) {
        let mut desk = Desk::new();
        if is_article {
            // What was imported can be imported again.
            let mut article = project_of("Five fled.", &[]).article().clone();
            article.card.original.sha256 = Some(Digest::of(b"Five fled."));
            desk.project = Project::new(article);
        }
        let whole = Printed::of(&desk.project);
        let _ = ended_at(&desk, call, None);
        let is_base_whole = |name: &String| {
            name.ends_with(".base") && fs::read(desk.journals().join(name)).unwrap() == whole.as_bytes()
        };
        let was_whole = desk.names("").iter().any(is_base_whole);
        let is_named = desk.names("").iter().any(|name| name.ends_with(".journal"));
        look(&desk);
        let is_there = desk.names("").iter().any(is_base_whole);
        assert_eq!(is_there, was_whole && (is_named || !is_article), "call {call}, {is_article}");
        n_kept += usize::from(is_there && !is_named);
    }
    assert!(n_kept > 0);
}

#[test]
fn a_program_that_is_beginning_loses_nothing_to_another_that_looks() {
    // Before each call another program looks for what was left; the claim is held all the while.
    for call in 0..14 {
        let desk = Desk::new();
        let disk = FaultDisk::sound();
        let journals = desk.journals();
        disk.before(call, move || {
            let _ = recoverable(&RealDisk::shared(), &journals, "desk-4");
        });
        let journal = desk.begin_on(Arc::new(disk) as Arc<dyn Disk>, None).unwrap();
        drop(journal);
        let recovered = recover(&desk.found()).unwrap();
        assert_eq!((recovered.base, recovered.entries), (desk.project.clone(), Vec::<Entry>::new()), "call {call}");
    }
}

#[test]
fn what_was_never_saved_outlives_a_loss_of_power_from_the_moment_it_is_shown() {
    for way in 0..16 {
        let desk = Desk::new();
        let disk = Arc::new(FaultDisk::sound());
        let journal = desk.begin_on(Arc::clone(&disk) as Arc<dyn Disk>, None).unwrap();
        disk.lose_power(way);
        drop(journal);
        assert_eq!(recover(&desk.found()).unwrap().base, desk.project, "way {way}");
    }
}

#[test]
fn a_journal_begins_although_the_disk_cannot_promise_that_it_lasts_and_says_so() {
    let mut n_unsynced = 0;
    for call in 0..14 {
        let desk = Desk::new();
        let disk = Arc::new(FaultDisk::with([(call, Fault::Fails(std::io::ErrorKind::Other))]));
        let Ok(journal) = desk.begin_on(Arc::clone(&disk) as Arc<dyn Disk>, None) else {
            assert_eq!(look(&desk), 0, "call {call}");
            continue;
        };
        let is_unsynced = matches!(journal.state(), JournalState::Unsynced { .. });
        n_unsynced += usize::from(is_unsynced);
        assert_eq!(is_unsynced, disk.n_failed() > 0, "call {call}");
        journal.sync().unwrap();
        assert_eq!(Journal::state(&journal), JournalState::Written);
        disk.lose_power(3);
        drop(journal);
        assert_eq!(recover(&desk.found()).unwrap().base, desk.project, "call {call}");
    }
    assert_eq!(n_unsynced, 3, "of the base, of the journal, of the names");
}

#[cfg(unix)]
#[test]
fn a_pipe_with_a_journal_s_name_is_not_waited_for() {
    let desk = Desk::new();
    drop(desk.begin(None));
    for name in ["1773489600-1-0.7.journal", "1773489600-1-0.0.part", "9-9-9.0.journal", "9-9-8.claim"] {
        make_pipe(&desk.journals().join(name));
    }
    desk.found().discard().unwrap();
    assert_eq!(look(&desk), 0);
}

#[test]
fn the_base_of_a_journal_that_a_kill_left_half_set_aside_stays() {
    let desk = Desk::new();
    drop(desk.begin_on(RealDisk::shared(), None));
    let aside = desk.journals().join("set-aside");
    fs::create_dir(&aside).unwrap();
    let journal = desk.names("").into_iter().find(|name| name.ends_with(".journal")).unwrap();
    fs::rename(desk.journals().join(&journal), aside.join(&journal)).unwrap();
    let bases = |desk: &Desk| desk.names("").iter().filter(|name| name.ends_with(".base")).count();
    let before = bases(&desk);
    assert_eq!((look(&desk), before), (0, 1));
    assert_eq!(bases(&desk), 1);
}
