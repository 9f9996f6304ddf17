use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use crate::app::paths::is_project;

/// Files that were named on the command line or dropped, where they are more than one.
#[derive(Debug, Default)]
pub struct Given {
    files: Vec<PathBuf>,
    /// Articles that are still to be asked about, one after the other.
    waiting: VecDeque<PathBuf>,
    /// The article that is being read to be asked about.
    asking: Option<PathBuf>,
    /// Whether the projects are to be compared once the first of them is open.
    compares: bool,
}

impl Given {
    /// What the library calls them.
    pub const NAME: &str = "Files given";

    /// All that were given, in that order.
    pub fn files(&self) -> &[PathBuf] {
        &self.files
    }

    /// The projects among them.
    pub fn projects(&self) -> Vec<PathBuf> {
        self.files.iter().filter(|path| is_project(path)).cloned().collect()
    }

    /// The others.
    pub fn articles(&self) -> impl Iterator<Item = &PathBuf> {
        self.files.iter().filter(|path| !is_project(path))
    }

    /// Takes files that were given in addition; the articles among them but the first file are to be asked about.
    pub fn add(&mut self, files: &[PathBuf]) {
        // The first is opened at once; projects wait for nobody, as they can be opened from the list.
        self.waiting.extend(files.iter().skip(1).filter(|path| !is_project(path)).cloned());
        for file in files {
            if !self.files.contains(file) {
                self.files.push(file.clone());
            }
        }
    }

    /// Compares the projects once the first of them is open.
    pub fn compare_later(&mut self) {
        self.compares = true;
    }

    /// Whether the projects are to be compared; once.
    pub fn take_comparing(&mut self) -> bool {
        std::mem::take(&mut self.compares)
    }

    /// The next article to be asked about; once.
    pub fn take_next(&mut self) -> Option<PathBuf> {
        let path = self.waiting.pop_front()?;
        // Remembered until its reading is done: what was given among others is shown before it is opened.
        self.asking = Some(path.clone());
        Some(path)
    }

    /// How many articles are still to be asked about.
    pub fn n_waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Asks about no more articles. They stay in the library.
    pub fn ask_no_more(&mut self) {
        self.waiting.clear();
    }

    /// Whether the article at `path` is to be asked about before it is opened; once.
    pub fn take_asking(&mut self, path: &Path) -> bool {
        self.asking.take_if(|asking| asking == path).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_asked_about_once() {
        let mut given = Given { asking: Some(PathBuf::from("/a.txt")), ..Given::default() };
        assert!(!given.take_asking(Path::new("/b.txt")));
        assert!(given.take_asking(Path::new("/a.txt")));
        assert!(!given.take_asking(Path::new("/a.txt")));
    }
}
