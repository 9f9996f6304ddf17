//! Settings that several windows write.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::kept::keep_as;
use super::load::read_file;
use super::save_error::Subject;
use super::{Disk, Expected, LoadError, SaveError, Settings};
use crate::model::Digest;

/// So often the file is read again where another window wrote it in between.
const TRIES: usize = 5;

impl Settings {
    /// Puts into the file at `path` what differs from `base`, which this window last read or wrote there; what another
    /// window has changed since stays. Where there is no file that can be read, all of it is written; one that can be
    /// read only in part, as somebody wrote it by hand, is [kept beside](Settings::kept_beside) it first.
    ///
    /// # Errors
    /// A [`SaveError`], and the file is as it was. What cannot be kept is not replaced.
    pub fn save_changes(&self, base: &Settings, disk: &dyn Disk, path: &Path) -> Result<(), SaveError> {
        for _ in 1..TRIES {
            let (theirs, expected) = match read_file(path, Settings::LARGEST) {
                Ok(bytes) => {
                    let theirs = sound(&bytes);
                    if theirs.is_none() {
                        keep_beside(disk, path, &bytes)?;
                    }
                    // Whoever writes between this reading and the save is noticed by the digest, and read as well.
                    (theirs, Expected::Digest(Digest::of(&bytes)))
                }
                Err(LoadError::Missing(_)) => (None, Expected::Nothing),
                // What cannot be read by its owner is of no use to anybody; this writes it anew.
                Err(_) => (None, Expected::Anything),
            };
            let merged = theirs.map(|theirs| Settings::merged(base, self, &theirs));
            let text = merged.as_ref().unwrap_or(self).print();
            match keep_as(disk, path, text.as_bytes(), expected, Subject::Settings) {
                // Another window was quicker: what it wrote is taken in as well.
                Err(SaveError::ChangedOnDisk(_) | SaveError::Exists(_) | SaveError::Vanished(_)) => {}
                outcome => return outcome,
            }
        }
        // Five windows that write in turn do not happen. The last word goes to this one rather than be lost.
        self.save(disk, path)
    }

    /// Where a file of settings that can be read only in part is kept when the settings are written; where one is kept
    /// there already, a number follows the name.
    pub fn kept_beside(path: &Path) -> PathBuf {
        path.with_extension("not-read.ron")
    }

    /// The settings of two windows: `theirs` with what differs between `base` and `mine`.
    pub fn merged(base: &Settings, mine: &Settings, theirs: &Settings) -> Settings {
        Settings {
            person: newer(&base.person, &mine.person, &theirs.person),
            theme: newer(&base.theme, &mine.theme, &theirs.theme),
            face: newer(&base.face, &mine.face, &theirs.face),
            reading_size: newer(&base.reading_size, &mine.reading_size, &theirs.reading_size),
            measure: newer(&base.measure, &mine.measure, &theirs.measure),
            spacing: newer(&base.spacing, &mine.spacing, &theirs.spacing),
            paragraph_numbers: newer(&base.paragraph_numbers, &mine.paragraph_numbers, &theirs.paragraph_numbers),
            ui_scale: newer(&base.ui_scale, &mine.ui_scale, &theirs.ui_scale),
            folder: newer(&base.folder, &mine.folder, &theirs.folder),
            libraries: list(&base.libraries, &mine.libraries, &theirs.libraries),
            library: newer(&base.library, &mine.library, &theirs.library),
            recent: recent(&base.recent, &mine.recent, &theirs.recent),
            widths: map(&base.widths, &mine.widths, &theirs.widths),
            shown: map(&base.shown, &mine.shown, &theirs.shown),
            resumes: newer(&base.resumes, &mine.resumes, &theirs.resumes),
            proposes: newer(&base.proposes, &mine.proposes, &theirs.proposes),
            session: newer(&base.session, &mine.session, &theirs.session),
            place: newer(&base.place, &mine.place, &theirs.place),
        }
    }
}

/// Keeps a file that can be read only in part, beside others of its kind that were kept before.
///
/// Each is written by hand or by another version, so there are few; a folder with more is not one to fill further.
fn keep_beside(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    const MOST: usize = 100;
    let mut outcome = Ok(());
    for n in 1..=MOST {
        let first = Settings::kept_beside(path);
        let beside = if n == 1 { first } else { first.with_extension(format!("{n}.ron")) };
        // The same file is kept once, however often the settings are saved.
        if read_file(&beside, Settings::LARGEST).is_ok_and(|kept| kept == bytes) {
            return Ok(());
        }
        outcome = keep_as(disk, &beside, bytes, Expected::Nothing, Subject::Settings);
        if !matches!(outcome, Err(SaveError::Exists(_))) {
            break;
        }
    }
    outcome
}

/// The settings in these bytes; `None` where they are not wholly as they should be, so that nothing of them is kept
/// that cannot be read.
fn sound(bytes: &[u8]) -> Option<Settings> {
    let (settings, warnings) = Settings::parse(&String::from_utf8_lossy(bytes));
    warnings.is_empty().then_some(settings)
}

fn newer<T: PartialEq + Clone>(base: &T, mine: &T, theirs: &T) -> T {
    if mine == base { theirs.clone() } else { mine.clone() }
}

/// Their list without what was taken out here, and with what was added here at its end.
fn list(base: &[PathBuf], mine: &[PathBuf], theirs: &[PathBuf]) -> Vec<PathBuf> {
    let kept = theirs.iter().filter(|path| mine.contains(path) || !base.contains(path));
    let added = mine.iter().filter(|path| !base.contains(path) && !theirs.contains(path));
    kept.chain(added).cloned().collect()
}

/// Their list likewise, with what was opened here at its front.
fn recent(base: &[PathBuf], mine: &[PathBuf], theirs: &[PathBuf]) -> Vec<PathBuf> {
    // What stands at the front of mine until the rest is in the order of before.
    let is_as_before = |rest: &[PathBuf]| {
        let mut before = base.iter();
        rest.iter().all(|path| before.any(|other| other == path))
    };
    // Opening moves a path to the front and leaves the order of the rest, so that the first rest that is in the old
    // order tells how many were opened.
    let n_opened = (0..=mine.len()).find(|n| is_as_before(&mine[*n..])).unwrap_or(mine.len());
    let (opened, rest) = mine.split_at(n_opened);
    let is_kept = |path: &&PathBuf| !opened.contains(path) && (rest.contains(path) || !base.contains(path));
    opened.iter().chain(theirs.iter().filter(is_kept)).take(Settings::MOST_RECENT).cloned().collect()
}

fn map<V: PartialEq + Clone>(
    base: &BTreeMap<String, V>,
    mine: &BTreeMap<String, V>,
    theirs: &BTreeMap<String, V>,
) -> BTreeMap<String, V> {
    let mut merged = theirs.clone();
    // What is in the base and not here was taken out here; what is in neither was added there.
    merged.retain(|name, _| mine.contains_key(name) || !base.contains_key(name));
    let changed = mine.iter().filter(|(name, value)| base.get(*name) != Some(value));
    merged.extend(changed.map(|(name, value)| (name.clone(), value.clone())));
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{RealDisk, Theme};

    fn paths(names: &[&str]) -> Vec<PathBuf> {
        names.iter().map(PathBuf::from).collect()
    }

    #[test]
    fn each_window_keeps_what_it_changed_and_leaves_what_the_other_did() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        let base = Settings { recent: paths(&["a", "x", "b"]), libraries: paths(&["l"]), ..Settings::default() };
        base.save(&RealDisk, &path).unwrap();
        let mut first = base.clone();
        first.theme = Theme::Dark;
        first.opened(Path::new("c"));
        first.libraries.push(PathBuf::from("m"));
        first.set_shown("ledger", true);
        first.save_changes(&base, &RealDisk, &path).unwrap();
        let mut second = base.clone();
        second.reading_size = 22.0;
        second.opened(Path::new("b"));
        second.forget(Path::new("a"));
        second.libraries.clear();
        second.widths.insert("left".to_owned(), 300.0);
        second.save_changes(&base, &RealDisk, &path).unwrap();
        let (settings, warnings) = Settings::load(&path);
        assert!(warnings.is_empty());
        assert_eq!((settings.theme, settings.reading_size), (Theme::Dark, 22.0));
        assert_eq!(settings.recent, paths(&["b", "c", "x"]), "the last opened first, and what was forgotten gone");
        assert_eq!(settings.libraries, paths(&["m"]));
        assert!(settings.is_shown("ledger"));
        assert_eq!(settings.widths.get("left"), Some(&300.0));
    }

    #[test]
    fn a_window_alone_writes_just_what_it_has() {
        let base = Settings { recent: paths(&["a", "b", "c"]), ..Settings::default() };
        let mut mine = base.clone();
        mine.opened(Path::new("c"));
        mine.opened(Path::new("d"));
        mine.person = "Ines Varga".to_owned();
        assert_eq!(Settings::merged(&base, &mine, &base), mine);
    }

    #[test]
    fn where_the_file_is_gone_or_damaged_all_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config").join("settings.ron");
        let mine = Settings { person: "Ines Varga".to_owned(), theme: Theme::Light, ..Settings::default() };
        mine.save_changes(&mine, &RealDisk, &path).unwrap();
        assert_eq!(Settings::load(&path).0, mine);
        std::fs::write(&path, "(person: \"Ines").unwrap();
        mine.save_changes(&mine, &RealDisk, &path).unwrap();
        assert_eq!(Settings::load(&path).0, mine);
    }

    #[test]
    fn a_file_that_can_be_read_only_in_part_is_kept_beside_what_replaces_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        let by_hand = "(person: \"Ines\", theme: Purple, reading_size: \"x\")";
        std::fs::write(&path, by_hand).unwrap();
        let (settings, warnings) = Settings::load(&path);
        assert_eq!((settings.person.as_str(), warnings.len()), ("Ines", 2));
        let mine = Settings { theme: Theme::Dark, ..settings.clone() };
        mine.save_changes(&settings, &RealDisk, &path).unwrap();
        assert_eq!(Settings::load(&path), (mine, Vec::new()));
        assert_eq!(std::fs::read_to_string(Settings::kept_beside(&path)).unwrap(), by_hand);
        // A second one takes nothing from the first.
        std::fs::write(&path, "(theme: Mauve)").unwrap();
        let mine = Settings { theme: Theme::Light, ..settings.clone() };
        mine.save_changes(&settings, &RealDisk, &path).unwrap();
        assert_eq!(std::fs::read_to_string(Settings::kept_beside(&path)).unwrap(), by_hand);
        let second = folder.path().join("settings.not-read.2.ron");
        assert_eq!(std::fs::read_to_string(second).unwrap(), "(theme: Mauve)");
    }
}
