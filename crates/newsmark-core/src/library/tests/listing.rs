use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::check::Severity;
use crate::library::{ScanProgress, keep_index, read_index};
use crate::model::{Change, SignOff};
use crate::store::{FolderError, RealDisk};

const MARKS: [(&str, Category, Status); 3] = [
    ("At least 12", Category::Casualties, Status::Approved),
    ("“We ran,”", Category::Quotes, Status::Rejected),
    ("said ", Category::Claims, Status::Approved),
];

fn karsa() -> Project {
    project("Shelling of Karsa", "At least 12 people died. “We ran,” said Dala Imren.", &MARKS)
}

#[test]
fn a_row_tells_what_is_in_a_project() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "karsa.ron", &karsa());
    let library = scanned(folder.path(), &[]);
    let entry = named(&library, "karsa.ron");
    let summary = entry.summary().unwrap();
    assert_eq!((entry.title().as_str(), summary.outlet.as_str()), ("Shelling of Karsa", "Valley Radio"));
    assert_eq!((summary.counts.by_category, summary.counts.n_decided()), ([1, 0, 1, 1], 3));
    assert_eq!(summary.people.iter().map(|(person, _)| person.name()).collect::<Vec<_>>(), ["Ines Varga"]);
    assert!(summary.findings.n(Severity::Warning) > 0, "a mark that ends in a space is a warning");
    assert!(entry.changed() > Time(1_600_000_000));
}

#[test]
fn a_project_is_signed_off_until_something_in_it_changes() {
    let folder = tempfile::tempdir().unwrap();
    let mut project = karsa();
    let signer = Person::new("Tomas Reed").unwrap();
    let sign_off = SignOff::of(signer.clone(), Time(7), project.annotations().iter().map(AsRef::as_ref));
    project.apply(Change::ReplaceSignOffs(vec![Arc::new(sign_off)])).unwrap();
    put(folder.path(), "karsa.ron", &project);
    let library = scanned(folder.path(), &[]);
    let summary = named(&library, "karsa.ron").summary().unwrap();
    assert!(summary.is_signed_off);
    assert!(summary.people.iter().any(|(person, counts)| *person == signer && counts.n_annotations() == 0));
    let first = project.annotations().iter().next().unwrap().clone();
    project
        .apply(Change::Replace(Arc::new(Annotation { note: "Too low".to_owned(), ..Annotation::clone(&first) })))
        .unwrap();
    put(folder.path(), "karsa.ron", &project);
    assert!(!named(&scanned(folder.path(), &[]), "karsa.ron").summary().unwrap().is_signed_off);
    project.apply(Change::Remove(first.id)).unwrap();
    put(folder.path(), "karsa.ron", &project);
    assert!(
        !named(&scanned(folder.path(), &[]), "karsa.ron").summary().unwrap().is_signed_off,
        "what was signed is gone"
    );
}

#[test]
fn a_damaged_file_is_a_row_with_its_error_and_keeps_nobody_from_the_others() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "karsa.ron", &karsa());
    fs::write(folder.path().join("cut.ron"), "(version: 1, article: (").unwrap();
    fs::write(folder.path().join("other.ron"), "[1, 2]").unwrap();
    fs::write(folder.path().join("empty.ron"), "").unwrap();
    let library = scanned(folder.path(), &[]);
    assert_eq!(library.entries.len(), 4);
    let why = |name| named(&library, name).holds.clone().unwrap_err();
    assert!(
        why("cut.ron").ends_with("cut.ron") && why("cut.ron").contains("It was left as it is"),
        "{}",
        why("cut.ron")
    );
    assert!(!why("other.ron").is_empty() && !why("empty.ron").is_empty());
    assert_eq!(named(&library, "cut.ron").title(), "cut");
    assert!(named(&library, "karsa.ron").summary().is_some());
}

#[test]
fn a_second_look_reads_only_what_changed() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.ron", "b.ron", "sub/c.ron"] {
        put(folder.path(), name, &karsa());
    }
    let first = scanned(folder.path(), &[]);
    assert_eq!(first.n_read, 3);
    let second = scanned(folder.path(), &first.entries);
    assert_eq!((second.n_read, &second.entries), (0, &first.entries));
    put(folder.path(), "b.ron", &project("Port of Lir", "Six boats left.", &[]));
    fs::remove_file(folder.path().join("a.ron")).unwrap();
    let third = scanned(folder.path(), &first.entries);
    assert_eq!(third.n_read, 1);
    assert_eq!(
        third.entries.iter().map(|entry| entry.title()).collect::<Vec<_>>(),
        ["Port of Lir", "Shelling of Karsa"]
    );
}

#[test]
fn a_second_start_reads_only_what_changed() {
    let folder = tempfile::tempdir().unwrap();
    let state = tempfile::tempdir().unwrap();
    let index = state.path().join("library").join("a.json");
    for name in ["a.ron", "sub/b.ron"] {
        put(folder.path(), name, &karsa());
    }
    fs::write(folder.path().join("cut.ron"), "(version: 1, ").unwrap();
    let first = scanned(folder.path(), &read_index(&index, folder.path()));
    assert_eq!(first.n_read, 3);
    keep_index(&RealDisk, &index, &first).unwrap();
    let second = scanned(folder.path(), &read_index(&index, folder.path()));
    assert_eq!((second.n_read, &second.entries), (0, &first.entries));
    fs::write(&index, "{}\n").unwrap();
    assert_eq!(scanned(folder.path(), &read_index(&index, folder.path())).n_read, 3);
}

#[test]
fn a_file_that_changed_a_moment_ago_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "a.ron", &karsa());
    let changed = scanned(folder.path(), &[]).entries[0].changed();
    let now = Time(changed.0 + 1);
    let first = scan(folder.path(), &[], now, ScanObserver::PATIENT).unwrap().unwrap();
    assert_eq!(scan(folder.path(), &first.entries, LATER, ScanObserver::PATIENT).unwrap().unwrap().n_read, 1);
}

#[test]
fn a_folder_that_cannot_be_looked_into_is_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let error = scan(&folder.path().join("absent"), &[], LATER, ScanObserver::PATIENT).unwrap_err();
    assert!(matches!(error, FolderError::Missing(_)));
    assert!(error.to_string().starts_with("The folder is not there"), "{error}");
    assert!(scanned(folder.path(), &[]).entries.is_empty());
}

#[test]
fn progress_is_told_for_each_file() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..20 {
        put(folder.path(), &format!("{n}.ron"), &karsa());
    }
    let told = Mutex::new(Vec::new());
    let on_progress = |progress: ScanProgress| told.lock().unwrap().push((progress.n_read, progress.n_to_read));
    scan(folder.path(), &[], LATER, ScanObserver { is_cancelled: &|| false, on_progress: &on_progress })
        .unwrap()
        .unwrap();
    let mut told = told.into_inner().unwrap();
    told.sort_unstable();
    assert_eq!(told, (1..=20).map(|n| (n, 20)).collect::<Vec<_>>());
}

#[test]
fn a_reading_that_nobody_waits_for_ends() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..50 {
        put(folder.path(), &format!("{n}.ron"), &karsa());
    }
    let n_told = AtomicUsize::new(0);
    let is_cancelled = || n_told.load(Ordering::Relaxed) >= 3;
    let on_progress = |_| {
        n_told.fetch_add(1, Ordering::Relaxed);
    };
    let watcher = ScanObserver { is_cancelled: &is_cancelled, on_progress: &on_progress };
    assert_eq!(scan(folder.path(), &[], LATER, watcher).unwrap(), None);
    assert!(n_told.load(Ordering::Relaxed) < 50);
}

#[test]
fn a_project_that_vanishes_while_it_is_listed_is_left_out() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..9 {
        put(folder.path(), &format!("{n}.ron"), &karsa());
    }
    let last = folder.path().join("8.ron");
    let on_progress = |_| {
        // The first to be told removes it; it is gone for the others.
        let _ = fs::remove_file(&last);
    };
    let watcher = ScanObserver { is_cancelled: &|| false, on_progress: &on_progress };
    let library = scan(folder.path(), &[], LATER, watcher).unwrap().unwrap();
    assert_eq!(library.entries.len(), 8);
    assert!(library.entries.iter().all(|entry| entry.summary().is_some()));
}

#[test]
#[cfg(unix)]
fn a_link_that_leads_nowhere_is_a_row_with_its_error() {
    let folder = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(folder.path().join("gone.ron"), folder.path().join("link.ron")).unwrap();
    let library = scanned(folder.path(), &[]);
    let why = named(&library, "link.ron").holds.clone().unwrap_err();
    assert!(why.starts_with("The file is not there"), "{why}");
}

#[test]
fn two_projects_of_one_name_are_two_rows_told_apart_by_their_folders() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "ines/karsa.ron", &karsa());
    put(folder.path(), "tomas/karsa.ron", &karsa());
    let library = scanned(folder.path(), &[]);
    let folders: Vec<_> = library.entries.iter().map(|entry| entry.folder(folder.path())).collect();
    assert_eq!(folders, [Path::new("ines"), Path::new("tomas")]);
    assert_eq!(library.entries.iter().filter(|entry| entry.copy_of.is_some()).count(), 0);
}

#[test]
fn a_conflicted_copy_is_told_with_its_original() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "karsa.ron", &karsa());
    put(folder.path(), "karsa (Ines Varga's conflicted copy 2026-03-14).ron", &karsa());
    put(folder.path(), "karsa (1).ron", &karsa());
    put(folder.path(), "karsa 2.ron", &project("Part two", "Another article.", &[]));
    put(folder.path(), "lost (conflicted copy 2026-03-14).ron", &karsa());
    let library = scanned(folder.path(), &[]);
    let copies: Vec<_> =
        library.entries.iter().filter(|entry| entry.copy_of.is_some()).map(|entry| entry.name()).collect();
    assert_eq!(copies, ["karsa (1)", "karsa (Ines Varga's conflicted copy 2026-03-14)"]);
    let original = folder.path().join("karsa.ron");
    assert_eq!(named(&library, "karsa (1).ron").copy_of.as_ref(), Some(&original));
    fs::remove_file(&original).unwrap();
    let orphaned = scanned(folder.path(), &library.entries);
    assert!(orphaned.entries.iter().all(|entry| entry.copy_of.is_none()), "what it was a copy of is gone");
}
