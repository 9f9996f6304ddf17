//! What an editor made of proposals outlives a crash.

use std::fs;
use std::sync::Arc;

use super::{Desk, entry, mark, with};
use crate::edit::Entry;
use crate::model::{
    Annotation, Category, Change, DismissedProposal, Person, Project, ProjectSettings, ProposalsSetting, Provenance,
    Source, SourceId, Sources, Tier, Time,
};
use crate::store::Printed;
use crate::store::journal::recover;
use crate::store::samples::casualties;
use crate::store::testing::FaultDisk;

fn dismissal(n: usize) -> Arc<DismissedProposal> {
    Arc::new(DismissedProposal {
        category: Category::Quotes,
        words: vec![format!("words {n}")],
        before: "At least ".to_owned(),
        after: String::new(),
        rule: "direct-quote".to_owned(),
        reason: (n == 1).then(|| "A title".to_owned()),
        by: Person::new("Ines Varga").unwrap(),
        on: Time(1_773_489_700),
    })
}

fn dismissals(n: usize) -> Entry {
    entry("dismiss", Change::ReplaceDismissedProposals((0..n).map(dismissal).collect()))
}

/// An accepted proposal with its source, two that were dismissed one after the other, and the end of proposals.
fn session(project: &Project) -> Vec<Entry> {
    let mut mark: Annotation = casualties(1, &project.article().text, &["12 people"]);
    mark.provenance =
        Provenance::Proposed { by: "newsmark".to_owned(), rule: "passive".to_owned(), tier: Tier::Likely };
    let sources = Sources::of(vec![Source::named(SourceId::from_u64(5), "the hospital")]);
    let accepted = vec![Change::ReplaceSources(sources), Change::Insert(Arc::new(mark))];
    let proposals = ProposalsSetting { value: false, by: Person::new("Ines Varga").unwrap(), on: Time(7) };
    let settings = ProjectSettings { proposals: Some(proposals), ..ProjectSettings::default() };
    vec![
        entry("accept a proposal", Change::Batch(accepted)),
        dismissals(1),
        dismissals(2),
        entry("turning proposals off", Change::ReplaceSettings(settings)),
    ]
}

#[test]
fn what_was_accepted_dismissed_and_decided_is_recovered() {
    let desk = Desk::new();
    let journal = desk.begin(None);
    let entries = session(&desk.project);
    entries.iter().for_each(|entry| journal.append(std::slice::from_ref(entry)).unwrap());
    drop(journal);
    let recovered = recover(&desk.found()).unwrap();
    assert_eq!(recovered.entries, entries);
    assert_eq!(recovered.project, with(&desk.project, &entries));
    assert!(recovered.warnings.is_empty(), "{:?}", recovered.warnings);
}

#[test]
fn a_damaged_dismissal_costs_itself_and_the_one_that_came_behind_it() {
    let desk = Desk::new();
    let journal = desk.begin(None);
    let entries = session(&desk.project);
    journal.append(&entries).unwrap();
    drop(journal);
    let path = desk.first_journal();
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("words 0", "words 9", 1)).unwrap();
    let recovered = recover(&desk.found()).unwrap();
    assert_eq!(recovered.project, with(&desk.project, &[entries[0].clone(), entries[3].clone()]));
    assert_eq!(recovered.warnings.len(), 2, "{:?}", recovered.warnings);
}

#[test]
fn one_more_dismissal_is_written_alone_however_many_there_are() {
    let desk = Desk::new();
    let journal = desk.begin(None);
    journal.append(&[dismissals(2000)]).unwrap();
    let before = fs::metadata(desk.first_journal()).unwrap().len();
    journal.append(&[dismissals(2001)]).unwrap();
    let length = fs::metadata(desk.first_journal()).unwrap().len() - before;
    assert!(length < 400, "{length} bytes");
}

/// The files of proposals beside the journal that was left.
fn kept(desk: &Desk) -> Vec<String> {
    let files = desk.found().proposals(100).into_iter();
    files.map(|file| file.map_or_else(|error| error.to_string(), |bytes| String::from_utf8(bytes).unwrap())).collect()
}

#[test]
fn files_of_proposals_are_kept_whole_until_the_journal_is_discarded() {
    let desk = Desk::new();
    let journal = desk.begin(None);
    for bytes in ["first", "second"] {
        journal.keep_proposals(bytes.as_bytes()).unwrap();
    }
    // A save begins another generation, beside which they stay.
    let base = Printed::of(&desk.project).into_file_bytes();
    journal.saved(&desk.path(), &base, 0).unwrap();
    drop(journal);
    assert_eq!(kept(&desk), ["first", "second"]);
    desk.found().discard().unwrap();
    assert_eq!(desk.names(""), [""; 0]);
}

#[test]
fn a_full_disk_keeps_no_part_of_a_file_of_proposals_and_the_journal_goes_on() {
    let desk = Desk::new();
    let disk = Arc::new(FaultDisk::sound());
    let journal = desk.begin_on(disk.shared(), None).unwrap();
    let n_before = desk.names("").len();
    disk.fill_after(3);
    journal.keep_proposals(b"more than three bytes").unwrap_err();
    assert_eq!(desk.names("").len(), n_before);
    disk.free_space();
    journal.append(&[mark(&desk.project, 20, "12")]).unwrap();
    drop(journal);
    let found = desk.found();
    assert_eq!((found.proposals(100).len(), found.n_changes()), (0, 1));
}

#[test]
fn a_file_of_proposals_that_cannot_be_read_again_is_told_and_the_others_are_read() {
    let desk = Desk::new();
    let journal = desk.begin(None);
    for bytes in ["first", "second", "third"] {
        journal.keep_proposals(bytes.as_bytes()).unwrap();
    }
    drop(journal);
    let mut names = desk.names("");
    names.retain(|name| name.ends_with(".proposals"));
    assert_eq!(names.len(), 3, "{names:?}");
    let second = desk.journals().join(&names[1]);
    fs::write(&second, "x".repeat(101)).unwrap();
    let found = kept(&desk);
    assert_eq!((found[0].as_str(), found[2].as_str()), ("first", "third"));
    assert!(found[1].contains(&names[1]), "{found:?}");
    fs::remove_file(&second).unwrap();
    fs::create_dir(&second).unwrap();
    assert!(kept(&desk)[1].contains("folder"), "{:?}", kept(&desk));
}

#[test]
fn proposals_that_come_while_the_project_is_closed_leave_nothing() {
    let desk = Desk::new();
    let disk = Arc::new(FaultDisk::sound());
    let journal = desk.begin_on(disk.shared(), None).unwrap();
    journal.clone().discard().unwrap();
    journal.keep_proposals(b"late").unwrap();
    assert_eq!(desk.names(""), [""; 0]);
}
