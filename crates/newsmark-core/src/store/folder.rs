use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::outline::article_digest;
use super::plain_file;
use crate::model::Digest;

/// The projects directly in `folder` that hold the article of that text, sorted.
///
/// Only the beginning of each file is read, where the card and the digest of
/// the article stand: a project whose card is longer than 64 KiB is not found.
/// What cannot be read is left out.
///
/// # Limitations
/// At most 10,000 files are looked at.
pub fn projects_with(folder: &Path, text: Digest) -> Vec<PathBuf> {
    projects_in(folder).into_iter().filter(|path| holds(path, text)).collect()
}

/// The files directly in `folder` that are called as projects are, sorted, unread.
///
/// # Limitations
/// At most 10,000 of them.
pub fn projects_in(folder: &Path) -> Vec<PathBuf> {
    // A folder of downloads can have more; reading the heads of so many is felt already.
    const MOST_FILES: usize = 10_000;
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let projects = paths.filter(|path| path.extension().is_some_and(|extension| extension == "ron"));
    let mut found: Vec<PathBuf> = projects.take(MOST_FILES).collect();
    found.sort();
    found
}

fn holds(path: &Path, text: Digest) -> bool {
    // A card has some hundred bytes; whole files of a folder would be hundreds of megabytes.
    const LONGEST_CARD: u64 = 1 << 16;
    let mut head = Vec::new();
    let read = plain_file::open(path).and_then(|file| file.take(LONGEST_CARD).read_to_end(&mut head));
    // A character that the limit cuts in two is behind what is looked for, so that it may be replaced.
    read.is_ok() && article_digest(&String::from_utf8_lossy(&head)).is_some_and(|digest| digest == text.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Change;
    use crate::store::samples::{project_of, small_project};
    use crate::store::{Expected, save};

    #[test]
    fn the_projects_of_an_article_are_found_by_its_digest() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["b.ron", "a.ron", "c.txt"] {
            save(&small_project(), &at(name), Expected::Nothing).unwrap();
        }
        save(&project_of("Another text", &[]), &at("d.ron"), Expected::Nothing).unwrap();
        fs::write(at("e.ron"), b"\xff(offsets:").unwrap();
        fs::create_dir(at("f.ron")).unwrap();
        let digest = small_project().article().text.sha256();
        assert_eq!(projects_with(folder.path(), digest), [at("a.ron"), at("b.ron")]);
        #[cfg(unix)]
        crate::store::testing::make_pipe(&at("0.ron"));
        assert_eq!(projects_with(folder.path(), digest), [at("a.ron"), at("b.ron")], "a pipe is not waited for");
        assert!(projects_with(&at("absent"), digest).is_empty());
    }

    #[test]
    fn a_headline_that_speaks_of_offsets_hides_no_project() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        let mut project = small_project();
        let mut card = project.article().card.clone();
        card.title.value = "Banks: \"offsets: sha256: \" // and /* why \\".to_owned();
        card.outlet = "offsets: CodePoints, sha256: \"0\"".to_owned();
        project.apply(Change::ReplaceCard(Box::new(card))).unwrap();
        save(&project, &path, Expected::Nothing).unwrap();
        assert_eq!(projects_with(folder.path(), project.article().text.sha256()), [path]);
    }
}
