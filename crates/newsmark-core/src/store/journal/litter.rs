//! What programs left that were killed before their journal had its name, or after it had gone.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::Files;
use super::reader::lines;
use crate::store::{Disk, ReadErrorKind, parse, plain_file};

/// Removes the claims of no journal that no living program holds, with what stands beside them, where that holds no
/// work. `paths` is what the folder of journals holds.
///
/// A project is shown only once its journal has its name, so that nobody worked on
/// what is removed here. A base that could be the only copy of something stays all the same.
pub fn clear(disk: &Arc<dyn Disk>, paths: &[PathBuf]) {
    let journals = paths.iter().filter_map(|path| Files::of(Arc::clone(disk), path));
    let named: HashSet<String> = journals.map(|files| files.stem().to_owned()).collect();
    let claims = paths.iter().filter_map(|path| Files::claimed_at(Arc::clone(disk), path));
    for files in claims.filter(|files| !named.contains(files.stem()) && !files.is_half_set_aside()) {
        // Where the system has no locks, a living program's claim cannot be told from another.
        let Ok(claim) = plain_file::open(&files.claim()) else { continue };
        if claim.try_lock().is_err() || !plain_file::is_at(&claim, &files.claim()) {
            continue;
        }
        // Its program may have come further since the folder was read.
        let Ok(found) = files.all() else { continue };
        let holds_work = has_ending("journal", &found).is_some() || may_hold_work(&found);
        if !holds_work {
            // What cannot be removed is looked at again next time.
            let _ = files.remove_all();
        }
    }
}

/// Whether a base among the files could be in no other file.
fn may_hold_work(found: &[PathBuf]) -> bool {
    let Some(base) = has_ending("base", found) else { return false };
    // The first line tells of which file the base is a copy.
    let begun = has_ending("part", found).and_then(|part| lines(&plain_file::read(part).ok()?).ok()?.begin);
    if begun.is_some_and(|begin| begin.project.is_some()) {
        // It is a copy of its project's file.
        return false;
    }
    let Ok(bytes) = plain_file::read(base) else { return true };
    match parse(&bytes) {
        Ok(loaded) => {
            let project = loaded.project;
            // Pasted text has no file that it came from.
            let can_be_had_again = project.article().card.original.sha256.is_some();
            !can_be_had_again || !project.annotations().is_empty() || !project.unplaced().is_empty()
        }
        // A part of one was never built on.
        Err(error) => matches!(error.kind, ReadErrorKind::Newer(_)) || bytes.ends_with(b")\n"),
    }
}

fn has_ending<'p>(ending: &str, found: &'p [PathBuf]) -> Option<&'p Path> {
    found.iter().map(PathBuf::as_path).find(|path| path.extension().is_some_and(|found| found == ending))
}
