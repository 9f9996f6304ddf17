use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};

use super::{FolderError, Stamp};

/// The project files of a folder and its subfolders.
#[derive(Debug, Default)]
pub struct DirScan {
    /// Every file that is called like a project, sorted by path.
    pub files: Vec<Listed>,
    /// The subfolders that could not be looked into, and why.
    pub closed: Vec<FolderError>,
    /// Whether there were too many names to look at them all.
    pub is_cut: bool,
}

/// A file as a folder lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Where it is: the path of the folder, then the names down to it.
    pub path: PathBuf,
    /// Its length and times; all 0 where the system does not tell.
    pub stamp: Stamp,
    /// Whether it is a link, which may lead nowhere.
    pub is_link: bool,
}

impl Listed {
    /// A file that somebody named, as a link is that may lead nowhere: what cannot be had is told when it is read.
    pub fn named(path: PathBuf) -> Listed {
        let stamp = fs::metadata(&path).map(|metadata| Stamp::of(&metadata)).unwrap_or_default();
        Listed { path, stamp, is_link: true }
    }
}

/// Whether the path is that of a folder that is there; may take as long as the file system does.
pub fn is_folder(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.is_dir())
}

/// More names than anybody keeps projects among: a whole disk chosen by mistake comes to an end.
const MOST_NAMES: usize = 1_000_000;

/// Looks for projects in `folder` and its subfolders, by their names alone:
/// what is called `*.ron`. Names that begin with a full stop are left out, as
/// are their folders. Links are followed; a folder or file that can be reached
/// in two ways is told once. `None` where `is_cancelled`, which is asked
/// often, said that nobody wants to know any more.
///
/// # Errors
/// A [`FolderError`] where `folder` itself cannot be looked into.
pub fn scan_dir(folder: &Path, is_cancelled: &dyn Fn() -> bool) -> Result<Option<DirScan>, FolderError> {
    scan_dir_up_to(folder, MOST_NAMES, is_cancelled)
}

fn scan_dir_up_to(folder: &Path, most: usize, is_cancelled: &dyn Fn() -> bool) -> Result<Option<DirScan>, FolderError> {
    // The root without links, so that a link back into it is recognised.
    let root = fs::canonicalize(folder).map_err(|error| FolderError::of(error, folder))?;
    let mut walk = Walk::new(most, is_cancelled);
    walk.folder(folder, &root)?;
    while let Some((path, real)) = walk.next() {
        if let Err(error) = walk.folder(&path, &real) {
            walk.scan.closed.push(error);
        }
    }
    if is_cancelled() {
        return Ok(None);
    }
    Ok(Some(walk.over()))
}

struct Walk<'c> {
    is_cancelled: &'c dyn Fn() -> bool,
    n_left: usize,
    /// Subfolders to be looked into, each with its path without links.
    folders: Vec<(PathBuf, PathBuf)>,
    /// Links to folders, which come last so that what lies in the folder itself is told by its own path.
    links: Vec<(PathBuf, PathBuf)>,
    /// Links to files, likewise.
    file_links: Vec<PathBuf>,
    /// The paths without links of all folders looked into.
    seen: HashSet<PathBuf>,
    scan: DirScan,
}

impl<'c> Walk<'c> {
    fn new(n_left: usize, is_cancelled: &'c dyn Fn() -> bool) -> Walk<'c> {
        Walk {
            is_cancelled,
            n_left,
            folders: Vec::new(),
            links: Vec::new(),
            file_links: Vec::new(),
            seen: HashSet::new(),
            scan: DirScan::default(),
        }
    }

    fn next(&mut self) -> Option<(PathBuf, PathBuf)> {
        if self.scan.is_cut || (self.is_cancelled)() {
            return None;
        }
        // Last in, first out: only the folders of one branch wait at a time.
        self.folders.pop().or_else(|| self.links.pop())
    }

    fn folder(&mut self, path: &Path, real: &Path) -> Result<(), FolderError> {
        // Links can lead in a circle.
        if !self.seen.insert(real.to_owned()) {
            return Ok(());
        }
        let names = fs::read_dir(path).map_err(|error| FolderError::of(error, path))?;
        for name in names {
            if (self.is_cancelled)() {
                break;
            }
            let Some(n_left) = self.n_left.checked_sub(1) else {
                self.scan.is_cut = true;
                break;
            };
            self.n_left = n_left;
            // What vanishes while it is listed is not there.
            if let Ok(name) = name {
                self.name(&name, real);
            }
        }
        Ok(())
    }

    fn name(&mut self, entry: &DirEntry, folder: &Path) {
        let name = entry.file_name();
        // The kind comes with the name on most systems; asking each file for it would take many times as long on a
        // share.
        let Ok(kind) = entry.file_type() else { return };
        // Hidden files are programs’ own: locks, temporary files, the stores of version control.
        if name.as_encoded_bytes().starts_with(b".") {
            return;
        }
        if kind.is_dir() {
            self.folders.push((entry.path(), folder.join(&name)));
        } else if kind.is_symlink() {
            self.link(entry.path());
        } else if is_called_project(&name) {
            // A file that the system says nothing of is told when it is read.
            let stamp = entry.metadata().map(|metadata| Stamp::of(&metadata)).unwrap_or_default();
            self.scan.files.push(Listed { path: entry.path(), stamp, is_link: false });
        }
    }

    fn link(&mut self, path: PathBuf) {
        match fs::canonicalize(&path) {
            Ok(real) if real.is_dir() => self.links.push((path, real)),
            // A link that leads nowhere is told when it is read.
            _ if path.file_name().is_some_and(is_called_project) => self.file_links.push(path),
            _ => {}
        }
    }

    fn over(mut self) -> DirScan {
        let files = self.scan.files.iter().map(|file| &file.path);
        // Asking every file where it really is costs a call each, and only links can lead to one twice.
        let mut known: HashSet<PathBuf> = if self.file_links.is_empty() {
            HashSet::new()
        } else {
            files.filter_map(|path| fs::canonicalize(path).ok()).collect()
        };
        self.file_links.sort();
        for path in self.file_links {
            if fs::canonicalize(&path).is_ok_and(|real| !known.insert(real)) {
                continue;
            }
            let stamp = fs::metadata(&path).map(|metadata| Stamp::of(&metadata)).unwrap_or_default();
            self.scan.files.push(Listed { path, stamp, is_link: true });
        }
        self.scan.files.sort_by(|one, other| one.path.cmp(&other.path));
        self.scan.closed.sort_by_key(FolderError::to_string);
        self.scan
    }
}

fn is_called_project(name: &OsStr) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn touch(folder: &Path, name: &str) {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, name).unwrap();
    }

    fn found(folder: &Path) -> Vec<String> {
        let dir_scan = scan_dir(folder, &|| false).unwrap().unwrap();
        assert!(dir_scan.closed.is_empty(), "{:?}", dir_scan.closed);
        let names = dir_scan.files.iter().map(|file| file.path.strip_prefix(folder).unwrap());
        names.map(|path| path.to_string_lossy().replace('\\', "/")).collect()
    }

    #[test]
    fn projects_are_found_in_all_subfolders_by_their_names() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.ron", "a.RON", "c.txt", ".d.ron", "ron", "x/y/e.ron", ".git/f.ron", "g.ron/h.ron", "i.ron.lock"]
        {
            touch(folder.path(), name);
        }
        assert_eq!(found(folder.path()), ["a.RON", "b.ron", "g.ron/h.ron", "x/y/e.ron"]);
        let listed = scan_dir(folder.path(), &|| false).unwrap().unwrap();
        assert_eq!(listed.files[0].stamp.size, "a.RON".len() as u64);
        assert!(listed.files[0].stamp.modified > 0);
    }

    #[test]
    fn a_folder_that_is_none_is_told_in_a_sentence() {
        let folder = tempfile::tempdir().unwrap();
        touch(folder.path(), "a.ron");
        let absent = scan_dir(&folder.path().join("absent"), &|| false).unwrap_err();
        assert!(matches!(absent, FolderError::Missing(_)), "{absent}");
        let file = scan_dir(&folder.path().join("a.ron"), &|| false).unwrap_err();
        assert!(file.to_string().starts_with("This is a file, not a folder"), "{file}");
    }

    #[test]
    fn a_hundred_thousand_files_that_are_no_projects_leave_the_one_that_is() {
        let folder = tempfile::tempdir().unwrap();
        for n in 0..100_000 {
            fs::File::create(folder.path().join(format!("{n}.txt"))).unwrap();
        }
        touch(folder.path(), "a.ron");
        assert_eq!(found(folder.path()), ["a.ron"]);
        let cut = scan_dir_up_to(folder.path(), 99_999, &|| false).unwrap().unwrap();
        assert!(cut.is_cut && cut.files.len() <= 1);
    }

    #[test]
    fn a_scan_that_nobody_waits_for_ends() {
        let folder = tempfile::tempdir().unwrap();
        touch(folder.path(), "a.ron");
        assert!(scan_dir(folder.path(), &|| true).unwrap().is_none());
    }

    #[test]
    #[cfg(unix)]
    fn links_that_loop_and_lead_to_one_place_twice_are_told_once() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        touch(folder.path(), "x/a.ron");
        touch(elsewhere.path(), "b.ron");
        let at = |name: &str| folder.path().join(name);
        symlink(folder.path(), at("x/up")).unwrap();
        symlink(at("x"), at("again")).unwrap();
        symlink(at("x/a.ron"), at("same.ron")).unwrap();
        symlink(at("self.ron"), at("self.ron")).unwrap();
        symlink(at("nowhere"), at("lost.ron")).unwrap();
        symlink(elsewhere.path(), at("elsewhere")).unwrap();
        symlink(folder.path(), elsewhere.path().join("back")).unwrap();
        assert_eq!(found(folder.path()), ["elsewhere/b.ron", "lost.ron", "self.ron", "x/a.ron"]);
    }

    #[test]
    #[cfg(unix)]
    fn a_subfolder_without_rights_keeps_nobody_from_the_others() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        touch(folder.path(), "a.ron");
        touch(folder.path(), "shut/b.ron");
        let shut = folder.path().join("shut");
        fs::set_permissions(&shut, fs::Permissions::from_mode(0o000)).unwrap();
        let may_anything = fs::read_dir(&shut).is_ok();
        let dir_scan = scan_dir(folder.path(), &|| false).unwrap().unwrap();
        fs::set_permissions(&shut, fs::Permissions::from_mode(0o700)).unwrap();
        if may_anything {
            // Rights do not bind the system's own user.
            assert_eq!(dir_scan.files.len(), 2);
            return;
        }
        assert_eq!(dir_scan.files.len(), 1);
        assert!(
            matches!(&dir_scan.closed[..], [FolderError::NotAllowed(path)] if path == &shut),
            "{:?}",
            dir_scan.closed
        );
    }
}
