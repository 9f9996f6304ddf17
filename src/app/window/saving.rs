//! How the window saves the project: where to, and what becomes of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::model::{Digest, Person, Project};
use crate::store::{Expected, Journal, Lock, Printed, SaveError, Saved, file_version};

use super::Window;
use crate::app::command::Command;
use crate::app::dialogs::{Dialog, Replaced};
use crate::app::document::{Begin, Next, Verdict};
use crate::app::document::{Document, ProjectFile, file_name};
use crate::app::document::{Journaling, SessionGuard};
use crate::app::file_dialog::{Chosen, FileDialog};
use crate::app::notices::Notice;
use crate::app::paths::{absolute, with_ending};
use crate::app::window::JobOutcome;
use crate::app::writer::{Fate, Write};

/// Why a project is not saved.
enum NotSaved {
    /// Somebody has the other file open, a sentence.
    Locked(String),
    /// It could not be written.
    Unwritten(SaveError),
    /// A sentence that says what went wrong here.
    Broken(String),
}

/// What a save came to.
type Answer = Result<Done, NotSaved>;

/// A save that succeeded.
struct Done {
    saved: Saved,
    /// The lock on its file, where that was not held before.
    lock: Option<Lock>,
    /// A journal that builds on what was saved, where there was none before.
    journaling: Option<Journaling>,
    /// Whether what was written is of version 2 of the format.
    is_version_2: bool,
}

impl Window {
    /// Saves the project in its file; asks for one where it has none.
    pub(in crate::app) fn save(&mut self) {
        if let Some(document) = &mut self.document {
            // A question of before that nobody answered leads nowhere any more.
            document.saving.ask();
            self.save_or_ask();
        }
    }

    fn save_or_ask(&mut self) {
        match self.document.as_ref().map(|document| document.file.clone()) {
            Some(Some(file)) => self.save_to(file.path, file.expected),
            Some(None) => self.ask_where_to_save(),
            None => {}
        }
    }

    /// Asks for a file and saves the project there.
    pub(in crate::app) fn save_as(&mut self) {
        if let Some(document) = &mut self.document {
            document.saving.ask();
            self.ask_where_to_save();
        }
    }

    fn ask_where_to_save(&mut self) {
        let Some(document) = &self.document else { return };
        let (proposed, text) = (document.path().to_owned(), document.session.project().article().text.sha256());
        let asked = proposed.clone();
        let dialog = FileDialog::save("Save the project as", &proposed).filter("Newsmark projects", &["ron"]);
        self.ask_for_file(dialog, move |window, chosen| match chosen {
            // The system's dialog may stay open for long, and another project be opened meanwhile.
            Chosen::Path(path) if window.has_open(&asked, text) => window.save_named(path),
            Chosen::Path(_) => {
                let sentence = "Nothing was saved: the project that you named a file for is not open any more";
                window.say(Notice::warning(sentence));
            }
            Chosen::NoDialog => window.ask_for_path(Dialog::save_path(proposed)),
            Chosen::Cancelled => window.give_up_saving(),
        });
    }

    /// Whether the project at `path`, of the article with that text, is open.
    fn has_open(&self, path: &Path, text: Digest) -> bool {
        let is_it =
            |document: &Document| document.path() == path && document.session.project().article().text.sha256() == text;
        self.document.as_ref().is_some_and(is_it)
    }

    /// Saves the project as a file that somebody named, in whichever dialog; its ending is added where it is missing.
    ///
    /// What is there is never replaced without a question of our own, but for the project's own file: no dialog has
    /// asked about a name that was completed here, and not every dialog asks.
    pub(in crate::app) fn save_named(&mut self, named: PathBuf) {
        let path = with_ending(absolute(named));
        let own = self.document.as_ref().and_then(|document| document.file.clone()).filter(|file| file.path == path);
        self.save_to(path, own.map_or(Expected::Nothing, |file| file.expected));
    }

    /// Nothing is saved, and what was to follow does not.
    pub(in crate::app) fn give_up_saving(&mut self) {
        self.stop_quitting();
        if let Some(document) = &mut self.document {
            document.saving.give_up();
        }
    }

    /// Saves the project at `path`, away from the window's thread.
    pub(in crate::app) fn save_to(&mut self, path: PathBuf, expected: Expected) {
        self.write_journal();
        let (guard, now, person) = (self.guard(), self.platform.now(), Person::new(&self.settings.person));
        let Some(document) = &mut self.document else { return };
        if document.is_at(&path)
            && let Some(why) = &document.session.read_only
        {
            let sentence = format!("The project was not saved: {why}. Save it as another file to keep your changes");
            self.give_up_saving();
            return self.say(Notice::error(sentence).action("Save a copy…", Command::SaveAs));
        }
        // After all that may refuse: from here on a save counts as under way.
        let instead_of = match document.saving.begin(&path) {
            Begin::Now => None,
            Begin::Instead(id) => Some(id),
            Begin::After => return self.say_still_saving(&path),
            Begin::Never => {
                let sentence = "The project is just being saved. Save it as another file once that is done";
                return self.say(Notice::note(sentence).action("Save as…", Command::SaveAs));
            }
        };
        if let Some(id) = instead_of {
            self.writer.give_up(id);
            // The thread cannot be stopped; the flag keeps it from the journal, which goes on with the new save.
            document.is_wanted.store(false, Ordering::Relaxed);
        }
        document.is_wanted = Arc::new(AtomicBool::new(true));
        // The save signs what changed with this name, which may have been given a moment ago.
        document.session.person = person;
        let project = document.session.begin_save(now);
        let journal = document.journaling.as_ref().map(|journaling| journaling.journal().clone());
        if journal.is_none() {
            // The journal that begins with this save builds on what it saves: what is done from here on comes after.
            let _ = document.session.take_log();
        }
        let save = Save {
            n_entries: journal.as_ref().map_or(0, Journal::n_entries),
            project,
            path: path.clone(),
            expected,
            journal,
            is_elsewhere: !document.is_at(&path),
            is_locked: document.lock.is_some(),
            guard,
            is_wanted: Arc::clone(&document.is_wanted),
        };
        // One for the work and one for its fate, since each may be called more than once.
        let (at, fated) = (path.clone(), path.clone());
        let work = move || {
            let answer = save.run();
            let at = at.clone();
            Ok(Box::new(move |window: &mut Window| window.saved(at, answer)) as JobOutcome)
        };
        let fate = move |fate| {
            let path = fated.clone();
            Box::new(move |window: &mut Window| window.save_is(path, fate)) as JobOutcome
        };
        let name = format!("Saving {}", file_name(&path));
        let id = self.writer.put(Write::once(path.clone(), name, work, fate));
        document.saving.begun(id, path);
    }

    fn say_still_saving(&mut self, path: &Path) {
        if self.writer.hangs_at(path) {
            self.save_is(path.to_owned(), Fate::Hung);
        }
    }

    /// What becomes of a save other than that it answers.
    fn save_is(&mut self, path: PathBuf, fate: Fate) {
        let Some(document) = &mut self.document else { return };
        let Some(id) = document.saving.number_at(&path) else { return };
        match fate {
            Fate::Hung => {
                document.saving.is_hung(id);
                let sentence = format!(
                    "{} is still being saved: the disk or share does not answer. Your changes are kept in {}. Wait, or \
                     save elsewhere",
                    file_name(&path),
                    document.kept_in()
                );
                self.say(Notice::warning(sentence).action("Save elsewhere…", Command::SaveAs));
            }
            Fate::Panicked => {
                let why = "Newsmark broke off through a fault of its own. The file is whole, either as it was before or \
                           as it was to be saved";
                self.saved(path, Err(NotSaved::Broken(why.to_owned())));
            }
            Fate::Failed(why) => self.saved(path, Err(NotSaved::Broken(why))),
            Fate::Mended => {}
        }
    }

    fn saved(&mut self, path: PathBuf, answer: Answer) {
        let now = self.platform.now();
        // The answer may hold a lock, and giving that up touches the disk.
        let Some(document) = &mut self.document else { return self.let_go_at(&path, answer) };
        let verdict = match &answer {
            Ok(_) => Verdict::Saved,
            Err(NotSaved::Unwritten(SaveError::Exists(_))) => Verdict::Exists,
            Err(_) => Verdict::Failed,
        };
        let id = document.saving.number_at(&path);
        let Some(next) = id.and_then(|id| document.saving.ended(id, verdict)) else {
            return self.let_go_at(&path, answer);
        };
        // Before anything is said: what was edited while the save ran is known as unsaved only after this.
        document.session.end_save(answer.is_ok());
        match answer {
            Ok(Done { saved, lock, journaling, is_version_2 }) => {
                document.saved_at = Some(now);
                document.session.set_file_digest(saved.digest);
                if document.journaling.is_none() {
                    document.journaling = journaling;
                }
                self.saved_in(ProjectFile { path, expected: Expected::Digest(saved.digest) }, lock);
                if is_version_2 {
                    self.say_version_2();
                }
                // A journal that begins here is to have what was done while the save ran.
                self.write_journal();
                if let Some(told) = saved.not_kept.describe() {
                    self.say(Notice::warning(told));
                }
                for aside in saved.set_aside {
                    let notice = Notice::warning(Saved::set_aside_message(&aside));
                    self.say(notice.action("Compare", Command::CompareWithPaths(vec![aside])));
                }
                self.go_on(next);
            }
            Err(why) => {
                // A question that is asked instead remembers what was to follow.
                self.stop_quitting();
                self.not_saved(path, why);
            }
        }
    }

    /// Does what was asked to follow a save, after saving what was changed meanwhile where that was asked for.
    fn go_on(&mut self, next: Next<Command>) {
        let Next { then, again } = next;
        let is_dirty = self.document.as_ref().is_some_and(Document::is_dirty);
        if again && is_dirty {
            if let (Some(document), Some(then)) = (&mut self.document, then) {
                document.saving.follow(then);
            }
            self.save_or_ask();
        } else if let Some(then) = then {
            self.leave_for(then);
        }
    }

    /// The project stands in that file: from here on it is the one that is saved to and guarded.
    fn saved_in(&mut self, file: ProjectFile, lock: Option<Lock>) {
        self.settings.opened(&file.path);
        let Some(document) = &mut self.document else { return };
        let before = document.file.replace(file);
        document.import = None;
        let is_elsewhere = lock.is_some();
        let mut given_up = None;
        if is_elsewhere {
            // The old lock goes after the new one is in place, so that somebody guards the project at any moment.
            given_up = std::mem::replace(&mut document.lock, lock);
            document.session.read_only = None;
            document.is_presumed = false;
            // The copy that was offered is what is open.
            self.notices.retain(|notice| !notice.offers(&Command::SaveAs));
        }
        let lock = document.lock.as_ref().filter(|_| is_elsewhere);
        let unseen = lock.and_then(|lock| lock.why_unseen()).map(Notice::warning);
        // What was said of a file that hung or could only be read is over.
        self.notices.retain(|notice| !notice.offers(&Command::SaveAs));
        if !self.document.as_ref().is_some_and(Document::is_dirty) {
            // So is what asked for this save.
            self.notices.retain(|notice| !notice.offers(&Command::Save));
        }
        unseen.into_iter().for_each(|unseen| self.say(unseen));
        if let (Some(lock), Some(before)) = (given_up, before) {
            self.let_go_at(&before.path, lock);
        }
    }

    fn not_saved(&mut self, path: PathBuf, why: NotSaved) {
        let error = match why {
            NotSaved::Unwritten(error) => error,
            NotSaved::Locked(error) => {
                let sentence = format!("The project was not saved. {error}");
                return self.say(Notice::error(sentence).action("Save as…", Command::SaveAs));
            }
            NotSaved::Broken(why) => {
                let kept = self.document.as_ref().map_or("", Document::kept_in);
                let sentence = format!(
                    "The project was not saved for certain. {why}. Your changes are kept in {kept}. Save again: {}",
                    path.display()
                );
                return self.say(Notice::error(sentence).action("Save as…", Command::SaveAs));
            }
        };
        match error {
            SaveError::ChangedOnDisk(_) => self.ask(Dialog::Changed(path)),
            SaveError::Exists(_) => self.ask(Dialog::Replace(Replaced::Project(path))),
            SaveError::Vanished(_) => {
                if let Some(file) = self.document.as_mut().and_then(|document| document.file.as_mut()) {
                    // Else the next try would miss the file again, and a project whose folder was moved could never be
                    // saved there.
                    file.expected = Expected::Nothing;
                }
                self.say(Notice::error(error.to_string()).action("Save again", Command::Save));
            }
            _ => self.say(Notice::error(error.to_string()).action("Save as…", Command::SaveAs)),
        }
    }

    /// Goes on to what replaces the project, after asking where something would be lost.
    pub(in crate::app) fn leave_for(&mut self, command: Command) {
        if let Some(document) = self.document.as_mut().filter(|document| document.is_saving()) {
            if command == Command::Quit {
                self.quitting = Some(self.ctx.input(|input| input.time));
            }
            document.saving.follow(command);
        } else if let Some(unkept) = self.unkept() {
            let sentence = format!("{unkept} is not kept yet. Keep it, or cancel, before something else is opened");
            self.say(Notice::warning(sentence));
        } else if self.document.as_ref().is_some_and(Document::is_dirty) {
            self.cover(Dialog::Unsaved(command));
        } else {
            self.go_to(command);
        }
    }

    /// Saves, then goes on to what replaces the project.
    pub(in crate::app) fn save_and_leave(&mut self, command: Command) {
        if let Some(document) = &mut self.document {
            document.saving.follow(command);
            self.save_or_ask();
        }
    }

    /// Goes on to what replaces the project, whose changes are given up as soon as the other is there.
    pub(in crate::app) fn discard_and_leave(&mut self, command: Command) {
        if command == Command::Quit {
            self.note_session();
            self.may_close = true;
        }
        // For anything else the project stays until the other one is there, in case that cannot be opened.
        if matches!(command, Command::Quit | Command::CloseProject) {
            self.close_project();
        }
        self.go_to(command);
    }
}

/// All that a save needs away from the window.
struct Save {
    project: Project,
    path: PathBuf,
    expected: Expected,
    journal: Option<Journal>,
    /// How many of the journal's entries the project has.
    n_entries: u64,
    guard: SessionGuard,
    /// Whether the file is another one than the project's.
    is_elsewhere: bool,
    /// Whether the project's file is locked.
    is_locked: bool,
    /// Whether it is still waited for.
    is_wanted: Arc<AtomicBool>,
}

impl Save {
    /// Saves between two marks in the journal, so that a crash at any moment in between loses nothing.
    fn run(&self) -> Answer {
        let Save { guard, path, project, .. } = self;
        let lock = if self.is_elsewhere || !self.is_locked {
            match Lock::take_on(&guard.disk, path, &guard.holder) {
                Ok(lock) => Some(lock),
                Err(error) if self.is_elsewhere => return Err(NotSaved::Locked(error.to_string())),
                // A reading of this very file anew may hold it, and what others write there is noticed all the same.
                Err(_) => None,
            }
        } else {
            None
        };
        // Printed before the journal is marked, which needs the digest of the very bytes that will stand in
        // the file.
        let printed = Printed::of(project);
        // A journal that cannot be marked must not keep the project from being saved.
        if let Some(journal) = &self.journal {
            let _ = journal.mark_saving(path, printed.digest(), self.n_entries);
        }
        let saved = printed.save_on(&*guard.disk, path, self.expected).map_err(NotSaved::Unwritten)?;
        // Where it was saved elsewhere meanwhile, the journal goes on from there.
        let is_wanted = self.is_wanted.load(Ordering::Relaxed);
        let is_version_2 = file_version(project) == 2;
        let bytes = printed.into_file_bytes();
        if let Some(journal) = self.journal.as_ref().filter(|_| is_wanted) {
            let _ = journal.saved(path, &bytes, self.n_entries);
        }
        // That there is still none is told at the foot.
        let is_without = self.journal.is_none() && is_wanted;
        let journaling = is_without.then(|| guard.journal(Some(path), project, bytes).ok()).flatten();
        Ok(Done { saved, lock, journaling, is_version_2 })
    }
}
