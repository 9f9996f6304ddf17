use super::*;
use crate::library::{ProposalsLeft, count_proposals, keep_index, read_index};
use crate::store::RealDisk;

const WORDS: &str = "Shells killed 12 people in Tarn on Monday. Another 30 people were wounded.";

/// The library with the proposals of all its projects counted.
fn counted(mut library: Library) -> Library {
    let to_count: Vec<_> = library.entries.iter().filter(|entry| entry.summary().is_some()).cloned().collect();
    for entry in count_proposals(&to_count, &|| false).unwrap() {
        let place = library.entries.binary_search_by(|other| other.path.cmp(&entry.path)).unwrap();
        library.entries[place] = entry;
    }
    library
}

fn left(library: &Library, name: &str) -> ProposalsLeft {
    named(library, name).summary().unwrap().proposals_left
}

#[test]
fn what_is_marked_is_not_left() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "all.ron", &project("", WORDS, &[]));
    let marks = [("killed 12 people", Category::Casualties, Status::Draft)];
    put(folder.path(), "one.ron", &project("", WORDS, &marks));
    let library = scanned(folder.path(), &[]);
    assert_eq!(left(&library, "all.ron"), ProposalsLeft::NotCounted, "no table waits for it");
    let library = counted(library);
    assert_eq!(left(&library, "all.ron"), ProposalsLeft::Count(2));
    assert_eq!(left(&library, "one.ron"), ProposalsLeft::Count(1));
}

#[test]
fn what_was_counted_is_known_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let state = tempfile::tempdir().unwrap();
    let index = state.path().join("index.json");
    put(folder.path(), "karsa.ron", &project("", WORDS, &[]));
    put(folder.path(), "tarn.ron", &project("", "The river is quiet.", &[]));
    let library = counted(scanned(folder.path(), &[]));
    keep_index(&RealDisk, &index, &library).unwrap();
    let again = scanned(folder.path(), &read_index(&index, folder.path()));
    assert_eq!((again.n_read, &again.entries), (0, &library.entries));
    assert_eq!(
        (left(&again, "karsa.ron"), left(&again, "tarn.ron")),
        (ProposalsLeft::Count(2), ProposalsLeft::Count(0))
    );
}

#[test]
fn a_project_that_changed_is_counted_again_and_one_of_the_same_bytes_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("karsa.ron");
    put(folder.path(), "karsa.ron", &project("", WORDS, &[]));
    let library = counted(scanned(folder.path(), &[]));
    let bytes = fs::read(&path).unwrap();
    let before = library.entries[0].stamp;
    while fs::write(&path, &bytes).is_ok() && scanned(folder.path(), &library.entries).entries[0].stamp == before {}
    let again = scanned(folder.path(), &library.entries);
    assert_eq!((again.n_read, left(&again, "karsa.ron")), (1, ProposalsLeft::Count(2)));
    put(folder.path(), "karsa.ron", &project("", "Shells killed 12 people in Tarn.", &[]));
    let changed = scanned(folder.path(), &again.entries);
    assert_eq!(left(&changed, "karsa.ron"), ProposalsLeft::NotCounted);
    assert_eq!(left(&counted(changed), "karsa.ron"), ProposalsLeft::Count(1));
}

#[test]
fn a_file_that_was_written_or_removed_since_it_was_listed_has_no_number() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.ron", "b.ron", "c.ron"] {
        put(folder.path(), name, &project(name, WORDS, &[]));
    }
    let library = scanned(folder.path(), &[]);
    put(folder.path(), "a.ron", &project("", "The river is quiet.", &[]));
    fs::remove_file(folder.path().join("b.ron")).unwrap();
    let counted = count_proposals(&library.entries, &|| false).unwrap();
    assert_eq!(counted.iter().map(|entry| entry.name()).collect::<Vec<_>>(), ["c"]);
}

#[test]
fn a_count_that_nobody_waits_for_ends() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "karsa.ron", &project("", WORDS, &[]));
    let library = scanned(folder.path(), &[]);
    assert_eq!(count_proposals(&library.entries, &|| true), None);
}
