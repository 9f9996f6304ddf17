use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{CentralPanel, Context, Frame, Margin, Panel, Ui};

use super::finder::Finder;
use super::folder::FolderState;
use super::hit_rows::HitRows;
use super::table::Table;
use super::{charts, folders, head, search_field, status};
use crate::app::command::{Command, Mode};
use crate::app::dialogs::Dialog;
use crate::app::file_dialog::{Chosen, FileDialog};
use crate::app::jobs::Task;
use crate::app::layout::Layout;
use crate::app::paths::absolute;
use crate::app::region_focus::Part as Landmark;
use crate::app::theme::Theme;
use crate::app::window::Window;
use crate::library::{Entry, Place, Show, Shown, Totals, index_name};

/// What the library shows and remembers between frames.
#[derive(Default)]
pub struct LibraryView {
    /// The folder that is shown.
    pub(super) folder: FolderState,
    /// The search through it.
    pub(super) finder: Finder,
    /// Which projects the table has, in which order.
    pub shown: Shown,
    /// The projects of the table.
    pub(super) rows: Vec<Arc<Entry>>,
    /// What they add up to.
    pub(super) totals: Totals,
    /// How many projects of the folder each filter has, in the order of [`Show::ALL`].
    pub(super) counts: [usize; 5],
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
    worked_out: Option<(u64, Shown)>,
    /// Counts up whenever the rows change.
    rows_revision: u64,
    /// Words to be shown once their project is open.
    goal: Option<(PathBuf, Place)>,
}

/// Width of the left panel and of the right one, in points.
const LEFT: f32 = 200.0;
const RIGHT: f32 = 320.0;

impl LibraryView {
    /// Works out the rows again where the entries or what is shown of them changed.
    fn work_out(&mut self) {
        let key = (self.folder.revision, self.shown.clone());
        if self.worked_out.as_ref() == Some(&key) {
            return;
        }
        let current = self.rows.get(self.table.cursor.row).map(|entry| entry.path.clone());
        self.rows = self.shown.of(&self.folder.entries);
        self.totals = Totals::of(&self.rows);
        self.counts = Show::ALL.map(|show| self.folder.entries.iter().filter(|entry| show.has(entry)).count());
        let most = |entry: &Arc<Entry>| entry.summary().and_then(|summary| summary.tally.by_category.into_iter().max());
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
        self.rows_revision += 1;
    }

    /// The folder, and the files of the rows that are shown; `None` where no project is among them.
    pub fn shown_files(&self) -> Option<(&Path, Vec<PathBuf>)> {
        let folder = self.folder.path.as_deref().filter(|_| self.totals.n_projects > 0)?;
        Some((folder, self.rows.iter().map(|entry| entry.path.clone()).collect()))
    }

    /// Where in the folder a project is, without the file's ending, where its headline does not tell it from others.
    pub(super) fn place_of(&self, entry: &Entry) -> Option<String> {
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

impl Window {
    /// Shows the library in the place of an article.
    pub(in crate::app) fn show_library(&mut self, ui: &mut Ui, layout: Layout) {
        self.library.folder.take_news();
        self.library.finder.take_news();
        self.library.work_out();
        let theme = Theme::of(ui.ctx());
        let now = self.platform.now();
        let bar = Frame::new().fill(theme.chrome).inner_margin(Margin::symmetric(12, 0));
        let foot = Panel::bottom("library foot").exact_size(28.0).resizable(false).show_separator_line(false);
        foot.frame(bar).show(ui, |ui| status::show(ui, &self.library));
        let panel = Frame::new().fill(theme.panel);
        // Where there is no room for both, the search takes the place of the folders.
        let has_right = if layout.has_right { self.settings.is_shown("right") } else { self.drawers.right };
        let has_left = self.settings.is_shown("left") && (layout.has_right || !has_right);
        if has_left {
            let left = Panel::left("folders").exact_size(LEFT).resizable(false).frame(panel);
            left.show(ui, |ui| {
                self.landing.part(ui, Landmark::Left);
                folders::show(ui, &self.library, &self.settings.libraries, &self.given, &mut self.commands);
            });
        }
        if has_right {
            let right = Panel::right("found").exact_size(RIGHT).resizable(false).frame(panel);
            right.show(ui, |ui| {
                self.landing.part(ui, Landmark::Right);
                ui.spacing_mut().item_spacing.y = 0.0;
                finder_panel(ui, &mut self.library, &mut self.commands);
                charts::show(ui, &self.library, now, &mut self.commands);
            });
        }
        CentralPanel::default().frame(Frame::new().fill(theme.page)).show(ui, |ui| {
            self.landing.part(ui, Landmark::Article);
            ui.spacing_mut().item_spacing.y = 0.0;
            head::show(ui, &mut self.library, &mut self.commands);
            Table::show(ui, &mut self.library, now, &mut self.commands);
        });
    }

    /// Reads and searches the folder where that is due, and goes to words that wait for their project.
    pub(in crate::app) fn tend_library(&mut self) {
        self.go_to_goal();
        if self.mode != Mode::Library {
            return;
        }
        if self.library.folder.path.is_none() {
            let folder = self.settings.library.clone().or_else(|| Some(self.platform.projects.clone()));
            folder.filter(|folder| !folder.as_os_str().is_empty()).into_iter().for_each(|folder| {
                self.library.folder.choose(folder);
            });
        }
        if self.library.folder.is_due(&self.ctx) {
            self.read_library();
        }
        self.library.work_out();
        let LibraryView { finder, folder, rows, rows_revision, .. } = &mut self.library;
        if (folder.is_known || !folder.is_reading())
            && let Some(work) = finder.begin(&self.ctx, rows, *rows_revision)
        {
            let task = Task::quiet("Searching the library").or_else(|window| window.library.finder.give_up());
            self.jobs.run(task, work);
        }
    }

    /// Looks into the folder again.
    pub(in crate::app) fn read_library(&mut self) {
        let Some(path) = self.library.folder.path.clone() else { return };
        let name = format!("Reading {}", path.display());
        if self.jobs.is_under_way(&name) {
            // A share that does not answer costs one thread; one that does has the folder read again when it is done.
            return self.library.folder.resume();
        }
        let index = self.platform.library_indexes().join(index_name(&path));
        if let Some(work) = self.library.folder.begin(&self.ctx, index, self.platform.now()) {
            let task = Task::quiet(name).or_else(move |window| {
                let folder = &mut window.library.folder;
                if folder.path.as_ref() == Some(&path) {
                    folder.give_up();
                }
            });
            self.jobs.run(task, work);
        }
    }

    /// Gives up the reading under way.
    pub(in crate::app) fn stop_library(&mut self) {
        self.library.folder.give_up();
    }

    /// Shows another folder and remembers it.
    pub(in crate::app) fn show_folder(&mut self, path: PathBuf) {
        let path = absolute(path);
        if !self.settings.libraries.contains(&path) {
            self.settings.libraries.push(path.clone());
        }
        self.settings.library = Some(path.clone());
        if self.library.folder.path.as_ref() != Some(&path) {
            self.library.folder.choose(path);
            self.library.shown.part = None;
        }
        self.set_mode(Mode::Library);
    }

    /// Takes a folder off the list; nothing on the disk changes.
    pub(in crate::app) fn forget_folder(&mut self, path: &Path) {
        self.settings.libraries.retain(|folder| folder != path);
        if self.settings.library.as_deref() == Some(path) {
            self.settings.library = self.settings.libraries.first().cloned();
            self.library.folder.choose(self.settings.library.clone().unwrap_or_else(|| self.platform.projects.clone()));
        }
    }

    /// Asks for a folder in the platform's dialog, and by path where there is none.
    pub(in crate::app) fn choose_folder(&mut self) {
        let shown = self.library.folder.path.clone().filter(|_| self.library.folder.given.is_none());
        let folder = shown.unwrap_or_else(|| self.platform.documents.clone());
        let dialog = FileDialog::folder("Choose a folder of projects").within(&folder);
        self.ask_for_file(dialog, move |window, chosen| match chosen {
            Chosen::Path(path) => window.run(Command::ShowFolder(path)),
            Chosen::NoDialog => window.ask_for_path(Dialog::folder_path(folder)),
            Chosen::Cancelled => {}
        });
    }

    /// Opens a project of the library, at those words where some are named.
    pub(in crate::app) fn open_from_library(&mut self, path: PathBuf, place: Option<Place>) {
        self.library.goal = place.map(|place| (path.clone(), place));
        if self.opened.as_ref().is_some_and(|opened| opened.is_at(&path)) {
            self.set_mode(Mode::Annotate);
        } else {
            self.run(Command::OpenPath(path));
        }
    }

    fn go_to_goal(&mut self) {
        let is_open = |(path, _): &(PathBuf, Place)| self.opened.as_ref().is_some_and(|opened| opened.is_at(path));
        if !self.library.goal.as_ref().is_some_and(is_open) || self.mode == Mode::Library {
            return;
        }
        match self.library.goal.take().map(|(_, place)| place) {
            Some(Place::Article(span)) => {
                self.run(Command::Caret(crate::edit::Selection::of(span)));
                self.run(Command::GoTo(span.start()));
            }
            Some(Place::Field(id, ..) | Place::Comment(id, _) | Place::Unplaced(id, _)) => {
                self.run(Command::Select(id))
            }
            Some(Place::Source(..)) => self.run(Command::Sources),
            Some(Place::Card(_)) => self.run(Command::ArticleCard),
            None => {}
        }
    }
}

fn finder_panel(ui: &mut Ui, library: &mut LibraryView, commands: &mut Vec<Command>) {
    search_field::show(ui, library);
    if library.finder.has_query() {
        HitRows::show(ui, library, commands);
    }
}
