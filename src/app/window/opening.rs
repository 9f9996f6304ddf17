use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::edit::OpenProject;
use crate::interchange::{self, Encoding, EncodingBasis, ImportError, Imported};
use crate::model::Project;
use crate::store::{self, Expected, FileBytes, LoadError, Loaded, file_version};

use super::Window;
use super::locking::read_only;
use crate::app::command::{Command, Mode};
use crate::app::dialogs::Dialog;
use crate::app::document::{Document, Import, ProjectFile, file_name};
use crate::app::document::{PendingDocument, SessionGuard};
use crate::app::file_dialog::{Chosen, FileDialog};
use crate::app::jobs::Task;
use crate::app::notices::Notice;
use crate::app::pasted;
use crate::app::paths::{absolute, is_project};
use crate::app::pending_replace::PendingReplace;
use crate::app::read_article::ReadArticle;
use crate::app::window::JobOutcome;

/// The sample project, as it stands in `projects/`.
const SAMPLE: &[u8] = include_bytes!("../../../projects/karsa-market.ron");

impl Window {
    /// Asks for a file in the platform's dialog, and by path where there is none.
    pub(in crate::app) fn choose_file(&mut self) {
        let folder = self.folder();
        let dialog = FileDialog::file("Open an article or a project")
            .within(&folder)
            .filter("Articles and projects", &["ron", "txt", "md", "markdown", "html", "htm", "xhtml"])
            .filter("All files", &["*"]);
        self.ask_for_file(dialog, move |window, chosen| match chosen {
            Chosen::Path(path) => window.run(Command::OpenPath(path)),
            Chosen::NoDialog => window.ask_for_path(Dialog::open_path(folder)),
            Chosen::Cancelled => {}
        });
    }

    /// Opens what a command names, or closes the project; called when nothing would be lost.
    pub(in crate::app) fn go_to(&mut self, command: Command) {
        match command {
            Command::OpenPath(_) | Command::OpenSample | Command::PasteArticle | Command::OpenResult => {
                self.leave_to_open(command);
            }
            Command::CloseProject => {
                self.close_project();
                // What was said of it is true of nothing that is shown.
                self.notices.retain(|notice| notice.is_of_program);
            }
            other => self.run(other),
        }
    }

    /// Opens what a command names in the place of what is open; what was being opened so far is given up.
    fn leave_to_open(&mut self, command: Command) {
        // A second press of the same key, or a double click on a row, must not begin the opening anew.
        if self.jobs.may_cancel()
            && self.pending_replace.as_ref().is_some_and(|pending_replace| pending_replace.command == command)
        {
            return;
        }
        self.jobs.cancel_all();
        if self.is_in_the_way_of(&command) {
            // What was given up may hold the very lock that this needs, and gives it back when it is over.
            self.waiting = Some((command, self.ctx.input(|input| input.time)));
            return;
        }
        // With the revision of what is open: what is typed while the file is read must not be lost when it
        // arrives.
        self.pending_replace = Some(PendingReplace::of(command.clone(), self.document.as_ref(), self.time()));
        match command {
            Command::OpenPath(path) => self.open_path(absolute(path)),
            Command::OpenSample => self.open_sample(),
            Command::PasteArticle => self.paste_article(),
            Command::OpenResult => self.open_result(),
            _ => {}
        }
    }

    /// Whether the opening of the same file was given up and is not over.
    fn is_in_the_way_of(&self, command: &Command) -> bool {
        matches!(command, Command::OpenPath(path) if self.jobs.is_in_the_way_at(&absolute(path.clone())))
    }

    /// Goes on to what waited for a job that was given up; one that hangs is not waited for long.
    pub(in crate::app) fn open_waiting(&mut self) {
        /// Seconds that a job takes to end which a disk does not hold up.
        const PATIENCE: f64 = 2.0;
        let Some((command, since)) = self.waiting.take() else { return };
        let left = since + PATIENCE - self.ctx.input(|input| input.time);
        if !self.is_in_the_way_of(&command) {
            self.run(command);
        } else if left > 0.0 {
            self.waiting = Some((command, since));
            self.ctx.request_repaint_after(std::time::Duration::from_secs_f64(left));
        } else {
            let sentence = "The file was not opened: its disk or share does not answer. Try again once it does";
            self.say(Notice::error(sentence));
        }
    }

    fn open_path(&mut self, path: PathBuf) {
        if is_project(&path) { self.open_project(path) } else { self.open_article(path, None) }
    }

    fn open_project(&mut self, path: PathBuf) {
        // A project that is read again must not find itself in its own way.
        let lock =
            self.document.as_mut().filter(|document| document.is_at(&path)).and_then(|document| document.lock.take());
        let guard = self.guard();
        // The lock goes to the job and is dropped there; where that breaks off, this path is locked anew.
        let again = path.clone();
        let task = opening(&path).at(&path).or_else(move |window| window.lock_again(&again));
        self.jobs.run(task, move || {
            drop(lock);
            load_project(path, &guard)
        });
    }

    fn not_loaded(&mut self, path: &Path, error: &LoadError) {
        self.pending_replace = None;
        let is_missing = matches!(error, LoadError::Missing(_));
        if is_missing {
            self.settings.forget(path);
        }
        self.lock_again(path);
        let was_asked_for = !self.is_resumed(path);
        self.resumed = None;
        if is_missing && !was_asked_for {
            // A start goes on where nobody asked for anything: with what can be opened.
            return;
        }
        self.say(Notice::error(format!("The project was not opened. {error}")));
    }

    /// Reads an article and opens it; a doubtful encoding, or a project that is there already, is shown first.
    pub(in crate::app) fn open_article(&mut self, path: PathBuf, encoding: Option<&'static Encoding>) {
        self.jobs.run(opening(&path), move || {
            let read = store::read_article_file(&path, interchange::MAX_BYTES as u64);
            match read {
                Ok(bytes) => read_article(path, Arc::new(bytes), encoding),
                Err(error) => not_opened(error.to_string()),
            }
        });
    }

    /// Reads the bytes of an article in another encoding.
    pub(in crate::app) fn read_again(&mut self, import: Import, encoding: &'static Encoding) {
        self.jobs.run(opening(&import.path), move || read_article(import.path, import.bytes, Some(encoding)));
    }

    /// Asks for another encoding of an article in which nothing is marked yet.
    pub(in crate::app) fn change_encoding(&mut self) {
        let import = self.document.as_ref().and_then(Document::rereadable).cloned();
        if let Some(import) = import {
            let encoding = import.encoding;
            self.pending_replace =
                Some(PendingReplace::of(Command::ChangeEncoding, self.document.as_ref(), self.time()));
            self.read_again(import, encoding);
        }
    }

    fn paste_article(&mut self) {
        let proposed = self.folder().join("pasted article.ron");
        self.jobs.run(Task::new("Pasting an article").cancellable(), move || {
            let pasted = pasted::read_within(pasted::PATIENCE);
            let imported = pasted.map(|pasted| interchange::import_pasted(pasted.html.as_deref(), &pasted.text));
            Box::new(move |window: &mut Window| match imported {
                Ok(imported) => window.imported(imported, proposed),
                Err(why) => window.say(Notice::warning(why.to_string())),
            })
        });
    }

    fn imported(&mut self, imported: Result<Imported, ImportError>, proposed: PathBuf) {
        match imported {
            Ok(imported) => {
                self.open_read(ReadArticle { imported, import: None, proposed, known: Vec::new(), is_edited: false });
            }
            Err(error) => {
                self.pending_replace = None;
                self.say(Notice::error(error.to_string()));
            }
        }
    }

    /// Opens an article that was read as a project without a file.
    pub(in crate::app) fn open_read(&mut self, read: ReadArticle) {
        let is_pasted = read.import.is_none();
        let told = read.imported.notices.iter().map(ToString::to_string).collect();
        let project = Project::new(read.imported.article);
        // What can be had again by opening the same file need not be saved.
        let can_be_had_again = !is_pasted && !read.is_edited;
        let mut document = Document::new(OpenProject::new(project, can_be_had_again), read.proposed);
        document.import = read.import;
        self.open_unsaved(document, told);
    }

    fn open_sample(&mut self) {
        match store::parse(SAMPLE) {
            Ok(loaded) => {
                let proposed = self.folder().join("karsa-market.ron");
                let document = Document::new(OpenProject::new(loaded.project, true), proposed);
                self.open_unsaved(document, Vec::new());
            }
            Err(error) => self.say(Notice::error(error.to_string())),
        }
    }

    /// Begins the journal of a project without a file, then shows it.
    fn open_unsaved(&mut self, mut document: Document, mut told: Vec<String>) {
        let guard = self.guard();
        let task = opening(document.import.as_ref().map_or(document.path(), |import| &import.path));
        self.jobs.run(task, move || {
            told.extend(guard.begin(&mut document, None));
            let fresh = PendingDocument::new(document);
            Box::new(move |window: &mut Window| window.arrived(fresh, told))
        });
    }

    /// Reads the project's file again, in the place of what is in the window; asks where that would lose changes.
    pub(in crate::app) fn reload(&mut self) {
        let Some(document) = &self.document else { return };
        let Some(path) = document.file.as_ref().map(|file| file.path.clone()) else { return };
        if document.is_dirty() {
            self.ask(Dialog::Changed(path));
        } else {
            self.leave_to_open(Command::OpenPath(path));
        }
    }

    /// Shows a project that was opened, but asks again where what is open was worked on in the meantime.
    pub(in crate::app) fn arrived(&mut self, fresh: PendingDocument, told: Vec<String>) {
        let pending_replace = self.pending_replace.take();
        if let (Some(document), Some(pending_replace)) = (&self.document, pending_replace)
            && (document.is_saving()
                || (!pending_replace.is_as_it_was(document) && (document.is_dirty() || is_same(document, &fresh))))
        {
            self.give_back(fresh);
            // Asks as if the command were given anew, with what was done in the meantime in view.
            return self.leave_for(pending_replace.command);
        }
        if let Some(document) = fresh.take() {
            if document.file.is_some() {
                self.settings.opened(document.path());
            }
            self.show(document, told);
            // After the project is shown, which puts the caret and the lists back to their beginnings.
            self.resume_place();
            self.look_for_copies();
        }
    }

    /// Shows a project in the place of the one that was shown, and says what there is to say of it.
    pub(in crate::app) fn show(&mut self, document: Document, told: Vec<String>) {
        self.close_project();
        self.leave_questions();
        self.notices.retain(|notice| notice.is_of_program);
        for sentence in told {
            self.say(Notice::warning(sentence));
        }
        if let Some(notice) = read_only(&document) {
            self.say(notice);
        }
        if !document.warnings.is_empty() {
            self.say(Notice::of_warnings(&document.warnings));
        }
        if self.workspaces.mode == crate::app::command::Mode::Library {
            self.workspaces.mode = crate::app::command::Mode::Annotate;
        }
        let folder = document.path().parent().filter(|folder| !folder.as_os_str().is_empty()).map(Path::to_owned);
        self.settings.folder = folder.or(self.settings.folder.take());
        self.article.reset(document.session.project());
        // The words offered as the primary selection are of the article that is gone.
        self.offered = None;
        self.find.forget();
        self.document = Some(document);
        self.workspaces.list.reset();
        self.workspaces.inspector.reset();
        self.workspaces.review.reset();
        if self.workspaces.mode == Mode::Review {
            self.begin_review();
        }
    }

    /// Where dialogs begin.
    pub(in crate::app) fn folder(&self) -> PathBuf {
        self.settings.folder.clone().unwrap_or_else(|| self.platform.documents.clone())
    }
}

/// Reads the project at `path`, locks it and begins its journal.
pub fn load_project(path: PathBuf, guard: &SessionGuard) -> JobOutcome {
    match store::load_bytes(&path) {
        Ok((loaded, bytes)) => {
            let (document, told) = opened_file(path, loaded, bytes, guard);
            let fresh = PendingDocument::new(document);
            Box::new(move |window: &mut Window| window.arrived(fresh, told))
        }
        Err(error) => Box::new(move |window: &mut Window| window.not_loaded(&path, &error)),
    }
}

/// What is told of opening a file that takes long.
fn opening(path: &Path) -> Task<JobOutcome> {
    let leaves = "No file was changed by it, and what is open stays open";
    Task::new(format!("Opening {}", file_name(path))).cancellable().leaves(leaves)
}

/// A project as it was read from its file, locked and with its journal.
pub fn opened_file(path: PathBuf, loaded: Loaded, bytes: FileBytes, guard: &SessionGuard) -> (Document, Vec<String>) {
    // What was put right on reading is not in the file yet.
    let is_as_in_file = loaded.warnings.is_empty();
    let mut document = Document::new(OpenProject::new(loaded.project, is_as_in_file), path.clone());
    document.file = Some(ProjectFile { path, expected: Expected::Digest(loaded.digest) });
    document.session.set_file_digest(loaded.digest);
    document.is_version_2 = file_version(document.session.project()) == 2;
    document.warnings = loaded.warnings;
    let told = guard.begin(&mut document, Some(bytes));
    (document, told)
}

fn read_article(path: PathBuf, bytes: Arc<Vec<u8>>, encoding: Option<&'static Encoding>) -> JobOutcome {
    let imported = match interchange::import(&bytes, &file_name(&path), encoding) {
        Ok(imported) => imported,
        Err(error) => return not_opened(error.to_string()),
    };
    let proposed = path.with_extension("ron");
    let folder = path.parent().map(Path::to_owned).unwrap_or_default();
    // Read here, as a folder may hold hundreds of files and lie on a share.
    let known = store::projects_with(&folder, imported.article.text.sha256());
    let import = imported.encoding.map(|found| Import { bytes, path, encoding: found.encoding });
    // A guess is shown before anything is marked: the text of a project never changes afterwards.
    let is_sure =
        imported.encoding.is_none_or(|found| found.basis != EncodingBasis::Guessed) && imported.notices.is_empty();
    let read = ReadArticle { imported, import, proposed, known, is_edited: false };
    Box::new(move |window: &mut Window| {
        let is_asked = read.import.as_ref().is_some_and(|import| window.given.take_asking(&import.path));
        if is_sure && read.known.is_empty() && encoding.is_none() && !is_asked {
            window.open_read(read);
        } else {
            window.ask(Dialog::import(read));
        }
    })
}

/// Whether what was read is the very project that is open: one that was read before it was saved is the older one.
fn is_same(document: &Document, fresh: &PendingDocument) -> bool {
    fresh.path().is_some_and(|path| document.is_at(path))
}

fn not_opened(sentence: String) -> JobOutcome {
    Box::new(move |window: &mut Window| {
        window.pending_replace = None;
        window.say(Notice::error(format!("The article was not opened. {sentence}")));
    })
}
