//! Copies that programs which keep folders alike on several machines make
//! where two people changed one file: “conflicted copies”.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::LibraryEntry;
use crate::store::projects_in;

/// The name, without its ending, of the file that `name`, likewise, says it is a conflicted copy of.
///
/// Known are the names that Dropbox, ownCloud and Nextcloud (“karsa (Ines
/// Varga's conflicted copy 2026-03-14)”, “karsa_conflict-20260314-101112”),
/// Syncthing (“karsa.sync-conflict-20260314-101112-ABCDEFG”), Seafile (“karsa
/// (SFConflict ines@example.org 2026-03-14-10-11-12)”), Resilio
/// (“karsa.Conflict”) and Google Drive (“karsa (conflict)”) give.
///
/// ```
/// use newsmark_core::library::original_name;
///
/// assert_eq!(original_name("karsa (Ines Varga's conflicted copy 2026-03-14)"), Some("karsa"));
/// assert_eq!(original_name("karsa (2)"), None, "people number files too");
/// ```
pub fn original_name(name: &str) -> Option<&str> {
    const WORDS: [&str; 3] = ["conflicted copy", "sfconflict", "case conflict"];
    let before = |at: usize| name.get(..at).map(str::trim_end).filter(|name| !name.is_empty());
    // ASCII alone, so that a place in the one is a place in the other.
    let lower = name.to_ascii_lowercase();
    // The last bracket: a headline may have brackets of its own before it.
    if let Some(open) = lower.rfind(" (").filter(|_| lower.ends_with(')')) {
        let inside = &lower[open..];
        if WORDS.iter().any(|word| inside.contains(word)) || inside == " (conflict)" {
            return before(open);
        }
    }
    if let Some(at) = lower.rfind(".sync-conflict-").or_else(|| lower.rfind("_conflict-")) {
        return before(at);
    }
    before(lower.strip_suffix(".conflict")?.len())
}

/// The conflicted copies of the project at `path` that stand beside it, by what their names say, sorted.
pub fn conflicted_copies(path: &Path) -> Vec<PathBuf> {
    let stem = |path: &Path| Some(path.file_stem()?.to_str()?.to_owned());
    let (Some(own), Some(folder)) = (stem(path), path.parent()) else { return Vec::new() };
    let is_copy = |other: &PathBuf| stem(other).is_some_and(|name| original_name(&name) == Some(&own));
    projects_in(folder).into_iter().filter(is_copy).collect()
}

/// The name that a copy with a number, as “karsa (1)” or “karsa 2”, is made from.
fn numbered(name: &str) -> Option<&str> {
    let (original, number) = name.rsplit_once(' ')?;
    let number = number.strip_prefix('(').and_then(|number| number.strip_suffix(')')).unwrap_or(number);
    // Programs count copies up to some dozens; “karsa 2026” is a year.
    let is_number = matches!(number.len(), 1 | 2) && number.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && !original.trim_end().is_empty()).then(|| original.trim_end())
}

/// Finds the original of each conflicted copy among `entries`.
///
/// A name that says so is enough where the original stands beside it. One that
/// only has a number, as some programs and people give, must also be a project
/// of the same article.
pub(super) fn mark_copies(entries: &mut [Arc<LibraryEntry>]) {
    let places: HashMap<PathBuf, usize> =
        entries.iter().enumerate().map(|(place, entry)| (entry.path.clone(), place)).collect();
    for place in 0..entries.len() {
        let copy_of = original(&entries[place], entries, &places);
        // Entries are shared with the window: only those that changed are made anew.
        if entries[place].copy_of != copy_of {
            Arc::make_mut(&mut entries[place]).copy_of = copy_of;
        }
    }
}

fn original(entry: &LibraryEntry, entries: &[Arc<LibraryEntry>], places: &HashMap<PathBuf, usize>) -> Option<PathBuf> {
    let name = entry.path.file_stem()?.to_str()?;
    let beside = |name: &str| entries.get(*places.get(&named(&entry.path, name))?);
    if let Some(original) = original_name(name).and_then(beside) {
        return Some(original.path.clone());
    }
    let original = numbered(name).and_then(beside)?;
    // “Port 1” and “Port” may be parts of a series; copies have one text.
    let is_same = original.summary()?.article == entry.summary()?.article;
    is_same.then(|| original.path.clone())
}

fn named(path: &Path, name: &str) -> PathBuf {
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{name}.{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_programs_give_to_conflicted_copies_are_known() {
        for copy in [
            "karsa (Ines Varga's conflicted copy 2026-03-14)",
            "karsa (conflicted copy 2026-03-14 101112)",
            "karsa (Case Conflict)",
            "karsa.sync-conflict-20260314-101112-ABCDEFG",
            "karsa_conflict-20260314-101112",
            "karsa (SFConflict ines@example.org 2026-03-14-10-11-12)",
            "karsa.Conflict",
            "karsa (conflict)",
        ] {
            assert_eq!(original_name(copy), Some("karsa"), "{copy}");
        }
        for other in
            ["karsa", "a conflict in karsa", "conflict", ".conflict", "karsa (2)", "conflicted copy", " (conflict)"]
        {
            assert_eq!(original_name(other), None, "{other}");
        }
    }

    #[test]
    fn the_copies_beside_a_project_are_found_and_those_of_others_are_not() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let copies = ["karsa (conflicted copy 2026-03-14).ron", "karsa.sync-conflict-20260314-101112-ABCDEFG.ron"];
        for name in ["karsa.ron", "lir (conflicted copy 2026-03-14).ron", "karsa (2).ron"].iter().chain(&copies) {
            std::fs::write(at(name), "").unwrap();
        }
        assert_eq!(conflicted_copies(&at("karsa.ron")), copies.map(at));
        assert_eq!(conflicted_copies(&at("absent.ron")), [] as [PathBuf; 0]);
    }

    #[test]
    fn a_number_behind_a_name_may_be_that_of_a_copy() {
        assert_eq!((numbered("karsa (1)"), numbered("karsa 2")), (Some("karsa"), Some("karsa")));
        assert_eq!((numbered("karsa 2026"), numbered("12"), numbered("karsa (x)")), (None, None, None));
    }
}
