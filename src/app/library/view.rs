use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Context;

use super::counting::is_uncounted;
use super::finder::Finder;
use super::folder::FolderState;
use super::hit_rows::HitRows;
use super::table::Table;
use crate::library::{HitPlace, LibraryEntry, ProjectFilter, TableView, Totals};

/// What the library shows and remembers between frames.
#[derive(Default)]
pub struct LibraryView {
    /// The folder that is shown.
    pub folder: FolderState,
    /// The search through it.
    pub finder: Finder,
    /// Which projects the table has, in which order.
    pub shown: TableView,
    /// The projects of the table.
    pub rows: Vec<Arc<LibraryEntry>>,
    /// What they add up to.
    pub(super) totals: Totals,
    /// How many projects of the folder each filter has, in the order of [`ProjectFilter::ALL`].
    pub(super) counts: [usize; 6],
    /// In how many projects of the folder the proposals are counted, and in how many they can be.
    pub(super) n_counted: (usize, usize),
    /// How many projects the folders have, as far as they were looked at.
    pub(super) n_projects: HashMap<PathBuf, usize>,
    /// How many annotations of one category the project with most of them has.
    pub(super) most: usize,
    /// Headlines that several of the rows have.
    pub(super) repeated: HashSet<String>,
    pub(super) table: Table,
    pub(super) hits: HitRows,
    pub(super) wants_search: bool,
    /// What the rows were worked out from.
    worked_out: Option<(u64, TableView)>,
    /// Counts up whenever the files of the rows change, or their order.
    pub rows_revision: u64,
    /// Words to be shown once their project is open.
    pub goal: Option<(PathBuf, HitPlace)>,
}

impl LibraryView {
    /// Works out the rows again where the entries or what is shown of them changed.
    pub fn work_out(&mut self) {
        let key = (self.folder.revision, self.shown.clone());
        // Sorting thousands of projects and adding them up takes longer than a frame has.
        if self.worked_out.as_ref() == Some(&key) {
            return;
        }
        // Taken before the rows are made anew, in which it may stand elsewhere.
        let current = self.rows.get(self.table.cursor.row).map(|entry| entry.path.clone());
        let rows = self.shown.of(&self.folder.entries);
        let is_same = |(one, other): (&Arc<LibraryEntry>, &Arc<LibraryEntry>)| one.is_same_file(other);
        // A count that came to be known changes no word that is searched.
        if rows.len() != self.rows.len() || !rows.iter().zip(&self.rows).all(is_same) {
            self.rows_revision += 1;
        }
        self.rows = rows;
        self.totals = Totals::of(&self.rows);
        self.counts = ProjectFilter::ALL.map(|show| self.folder.entries.iter().filter(|entry| show.has(entry)).count());
        let readable = self.folder.entries.iter().filter(|entry| entry.summary().is_some());
        let (uncounted, counted): (Vec<_>, Vec<_>) = readable.partition(|entry| is_uncounted(entry));
        self.n_counted = (counted.len(), counted.len() + uncounted.len());
        let most = |entry: &Arc<LibraryEntry>| {
            entry.summary().and_then(|summary| summary.counts.by_category.into_iter().max())
        };
        self.most = self.rows.iter().filter_map(most).max().unwrap_or(0);
        let mut titles = HashSet::new();
        self.repeated =
            self.rows.iter().map(|entry| entry.title()).filter(|title| !titles.insert(title.clone())).collect();
        if let Some(path) = self.folder.path.clone().filter(|_| self.folder.is_known) {
            self.n_projects.insert(path, self.folder.entries.len());
        }
        // The keys stay at their project wherever it moved to.
        let place = current.and_then(|path| self.rows.iter().position(|entry| entry.path == path));
        self.table.cursor.row = place.unwrap_or(0);
        self.worked_out = Some(key);
    }

    /// The folder, and the files of the rows that are shown; `None` where no project is among them.
    pub fn shown_files(&self) -> Option<(&Path, Vec<PathBuf>)> {
        let folder = self.folder.path.as_deref().filter(|_| self.totals.n_projects > 0)?;
        Some((folder, self.rows.iter().map(|entry| entry.path.clone()).collect()))
    }

    /// Where in the folder a project is, without the file's ending, where its headline does not tell it from others.
    pub(super) fn place_of(&self, entry: &LibraryEntry) -> Option<String> {
        // Only titles that stand there twice need their folder to be told apart.
        let folder = self.folder.path.as_deref().filter(|_| self.repeated.contains(&entry.title()))?;
        let within = entry.path.strip_prefix(folder).unwrap_or(&entry.path).with_extension("");
        Some(within.to_string_lossy().into_owned())
    }

    /// Whether it shows files that were given, in the place of a folder.
    pub fn shows_given(&self) -> bool {
        self.folder.given.is_some()
    }

    /// Shows files that were given, under that name.
    pub fn choose_given(&mut self, name: PathBuf, files: Vec<PathBuf>) {
        self.folder.choose_given(name, files);
        self.shown.part = None;
    }

    /// Gives the search field the focus in the next frame.
    pub fn focus_search(&mut self) {
        self.wants_search = true;
    }

    /// Gives the table the focus.
    pub fn focus(&self, ctx: &Context) {
        ctx.memory_mut(|memory| memory.request_focus(Table::id()));
    }
}
