//! Libraries and data sets for tests, and the rows of tables read back.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests make the files that they read")]
#![allow(dead_code, reason = "each test uses some of it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use newsmark_core::model::{
    Anchored, Annotation, Card, Casualties, Change, Comment, CommentId, Details, Figure, Harm, ItemId, NamedVictim,
    Person, Project, Qualifier, Scope, ScopeKind, Time, Unit, fixture,
};
use newsmark_core::store::{Disk, Printed, RealDisk};
use newsmark_dataset::{DatasetError, DatasetObserver, Request, Written, write_dataset};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;

/// A folder of projects and the place of a data set beside it.
pub struct Library {
    pub folder: tempfile::TempDir,
}

/// Long after all files were written.
const LATER: Time = Time(i64::MAX);

impl Library {
    pub fn new() -> Library {
        let library = Library { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(library.projects()).unwrap();
        library
    }

    pub fn projects(&self) -> PathBuf {
        self.folder.path().join("library")
    }

    pub fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    pub fn add(&self, name: &str, project: &Project) {
        let path = self.projects().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, Printed::of(project).as_bytes()).unwrap();
    }

    pub fn write(&self) -> Written {
        self.write_on(&RealDisk, false).unwrap()
    }

    pub fn write_on(&self, disk: &dyn Disk, is_public: bool) -> Result<Written, DatasetError> {
        let (folders, output) = ([self.projects()], self.out());
        let request = Request { folders: &folders, output: &output, is_public, now: LATER };
        write_dataset(disk, request, DatasetObserver::PATIENT)
    }

    /// Every row of a table, by the columns' names, absent cells left out.
    pub fn rows(&self, table: &str) -> Vec<BTreeMap<String, String>> {
        let mut rows = Vec::new();
        for path in files_below(&self.out().join(table)) {
            let reader = SerializedFileReader::new(fs::File::open(path).unwrap()).unwrap();
            for row in reader.get_row_iter(None).unwrap() {
                let row = row.unwrap();
                let cells = row.get_column_iter().filter(|(_, cell)| **cell != Field::Null);
                rows.push(cells.map(|(name, cell)| (name.clone(), written(cell))).collect());
            }
        }
        rows
    }
}

fn written(cell: &Field) -> String {
    match cell {
        Field::Str(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The files below a folder, sorted.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(files_below(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}

/// The bytes of every file of a set but its manifest, which tells times.
pub fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = files_below(folder).into_iter().filter(|path| !path.ends_with("newsmark-manifest.json"));
    files.map(|path| (path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap())).collect()
}

/// A project that counts so many killed, published on that day.
pub fn killed(number: u64, published: &str) -> Project {
    let mut project = fixture::project(
        "Shells fell on the market of Karsa.\nAt least 12 people were killed, he said. 😊\n^^^^^^^^^^^^^^^^^^ Casualties",
    );
    let published = published.parse().ok();
    project.apply(Change::ReplaceCard(Box::new(Card { published, ..project.article().card.clone() }))).unwrap();
    change(&mut project, |mark| {
        let low = Some(number);
        let figure = Figure { qualifier: Qualifier::AtLeast, low, best: low, unit: Unit::Person, ..Figure::default() };
        let scope = Scope { kind: ScopeKind::Event, ..Scope::default() };
        mark.details = Details::Casualties(Casualties { harm: Harm::Killed, figure, scope, ..Casualties::default() });
    });
    project
}

/// Changes the first mark.
pub fn change(project: &mut Project, how: impl FnOnce(&mut Annotation)) {
    let mut mark = Annotation::clone(project.annotations().get(0).unwrap());
    how(&mut mark);
    project.apply(Change::Replace(mark.into())).unwrap();
}

/// The same with what only a desk may see.
pub fn of_the_desk() -> Project {
    let mut project = killed(12, "2026-03-16");
    change(&mut project, |mark| {
        mark.note = "Zarnote: ask once more".to_owned();
        let (id, author) = (CommentId::from_u64(4), Person::new("Tomas Reed").unwrap());
        mark.comments.push(Comment { id, author, time: Time(1_773_600_000), text: "Zarcomment".to_owned() });
        if let Details::Casualties(record) = &mut mark.details {
            let name = Some(Anchored::typed("Mira  Zarname"));
            record.named_victims.push(NamedVictim { name, ..NamedVictim::new(ItemId::from_u64(9)) });
            record.place.name = "House of mira zarname".to_owned();
        }
    });
    project
}
