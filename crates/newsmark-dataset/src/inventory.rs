use std::path::PathBuf;

use crate::library::{FoundFile, Search};
use crate::projects::{Entry, Projects};

/// What is known of each project while a data set is written: the three lists are in the same order.
pub(crate) struct Inventory {
    /// The projects, by what the data set calls them.
    pub projects: Projects,
    files: Vec<FoundFile>,
    owners: Vec<Owner>,
}

/// Where the rows of a project are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Owner {
    /// Nowhere: it is not read yet, or was deleted before it could be.
    #[default]
    Nobody,
    /// In the set that stands.
    Old,
    /// In the run of that number.
    Run(u32),
}

impl Inventory {
    /// That of what was found, of which nothing is read yet.
    pub fn new(mut search: Search) -> Inventory {
        // By name, as the projects will be: folders list by path, where `a/b.ron` comes before `a.ron`.
        search.found.sort_unstable_by(|one, other| one.name.cmp(&other.name));
        let (projects, mut files): (Vec<_>, Vec<_>) =
            search.found.into_iter().map(|found| ((found.name, found.entry), found.file)).unzip();
        let owners = vec![Owner::Nobody; projects.len()];
        files.shrink_to_fit();
        Inventory { projects: Projects::new(projects), files, owners }
    }

    /// How many projects there are.
    pub fn len(&self) -> usize {
        self.projects.len()
    }

    /// The path of the project at a place, in one of those folders.
    pub fn path(&self, place: usize, folders: &[PathBuf]) -> PathBuf {
        let FoundFile { folder, path, .. } = &self.files[place];
        folders.get(*folder as usize).map_or_else(|| path.to_path_buf(), |folder| folder.join(path))
    }

    /// Whether the file at a place is a link, which may lead nowhere.
    pub fn is_link(&self, place: usize) -> bool {
        self.files[place].is_link
    }

    /// Notes what was read of the project at a place, and where its rows are.
    pub fn own(&mut self, place: usize, entry: Entry, owner: Owner) {
        self.projects.set(place, entry);
        self.owners[place] = owner;
    }

    /// Where the rows of that project are.
    pub fn owner(&self, name: &str) -> Owner {
        self.projects.position(name).map_or(Owner::Nobody, |place| self.owners[place])
    }

    /// Leaves out what was deleted before it could be read.
    pub fn drop_unread(&mut self) {
        let Inventory { projects, files, owners } = self;
        projects.keep(|place| owners[place] != Owner::Nobody);
        owners.retain(|owner| *owner != Owner::Nobody);
        // Nothing is read any more.
        *files = Vec::new();
    }

    /// The projects, each with where its rows are.
    pub fn owned(&self) -> impl Iterator<Item = (&str, &Entry, Owner)> {
        self.projects.iter().zip(&self.owners).map(|((name, entry), owner)| (name, entry, *owner))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Found;

    #[test]
    fn each_name_keeps_its_own_file_in_whatever_order_they_were_found() {
        let found = |name: &str, folder, path: &str| Found {
            name: name.into(),
            entry: Entry::default(),
            file: FoundFile { folder, path: PathBuf::from(path).into(), is_link: false },
        };
        let found = vec![found("z/a.ron", 0, "a.ron"), found("a/b.ron", 1, "b.ron"), found("a.ron", 1, "../a.ron")];
        let inventory = Inventory::new(Search { found, messages: Vec::new() });
        let folders = [PathBuf::from("/z"), PathBuf::from("/a")];
        let all: Vec<(String, PathBuf)> = (0..inventory.len())
            .map(|place| (inventory.projects.at(place).0.to_owned(), inventory.path(place, &folders)))
            .collect();
        let expected = [("a.ron", "/a/../a.ron"), ("a/b.ron", "/a/b.ron"), ("z/a.ron", "/z/a.ron")];
        assert_eq!(all, expected.map(|(name, path)| (name.to_owned(), PathBuf::from(path))));
    }
}
