use std::collections::HashSet;
use std::path::{Path, PathBuf};

use newsmark_core::store::scan_dir;

use crate::error::DatasetError;
use crate::files::{self, Standing};
use crate::projects::Entry;

/// A project file that was found.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// What the data set calls it.
    pub name: Box<str>,
    /// Its length and times, and whether its lock file says that somebody has it open.
    pub entry: Entry,
    /// The file.
    pub file: FoundFile,
}

/// Where a project file is.
#[derive(Clone, Debug)]
pub(crate) struct FoundFile {
    /// Its folder, by its place among those that were named.
    pub folder: u32,
    /// Its path from there on.
    pub path: Box<Path>,
    /// Whether it is a link, which may lead nowhere.
    pub is_link: bool,
}

/// What was found in the folders.
#[derive(Debug, Default)]
pub(crate) struct Search {
    /// The projects.
    pub found: Vec<Found>,
    /// What could not be looked into, a sentence each.
    pub messages: Vec<String>,
}

/// Finds the projects of the folders; `None` where nobody waits any more.
pub(crate) fn find(folders: &[PathBuf], is_cancelled: &dyn Fn() -> bool) -> Result<Option<Search>, DatasetError> {
    let (mut found, mut messages, mut names) = (Vec::new(), Vec::new(), HashSet::new());
    for (n_folder, folder) in folders.iter().enumerate() {
        let Some(scan) = scan_dir(folder, is_cancelled)? else { return Ok(None) };
        messages.extend(scan.closed.iter().map(ToString::to_string));
        if scan.is_cut {
            messages.push(format!("There are too many names to look at them all: {}", folder.display()));
        }
        let own = folder.file_name().filter(|_| folders.len() > 1).map(|name| name.to_string_lossy().into_owned());
        for file in scan.files {
            let below = file.path.strip_prefix(folder).unwrap_or(&file.path);
            let mut name = own.iter().cloned().chain(parts(below)).collect::<Vec<_>>().join("/");
            // Two folders of one name, or names that are no text: by a number, the same as long as the folders are.
            let (plain, mut n) = (name.clone(), 1);
            while !names.insert(name.clone()) {
                n += 1;
                name = format!("{plain}#{n}");
            }
            let entry = Entry::found(&file.stamp, is_locked(&file.path));
            // What is no path below its folder is one from the root on, by which no folder goes before it.
            let file = FoundFile { folder: n_folder as u32, path: below.into(), is_link: file.is_link };
            found.push(Found { name: name.into(), entry, file });
        }
    }
    Ok(Some(Search { found, messages }))
}

fn parts(path: &Path) -> impl Iterator<Item = String> {
    path.components().map(|part| part.as_os_str().to_string_lossy().into_owned())
}

/// Whether the lock file of a project stands beside it.
fn is_locked(project: &Path) -> bool {
    let name = project.file_name().unwrap_or_default().to_string_lossy();
    matches!(files::standing(&project.with_file_name(format!(".{name}.lock"))), Ok(Standing::File))
}
