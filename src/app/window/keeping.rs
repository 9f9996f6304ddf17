//! What keeps work from being lost: the journal, recovery after a crash, changes by other programs.

use std::path::PathBuf;
use std::sync::Arc;

use crate::edit::OpenProject;
use crate::interchange::{MAX_PROPOSAL_BYTES, read_proposals};
use crate::model::{Digest, Time};
use crate::store::{
    self, Expected, FileBytes, FileState, Journal, JournalState, Lock, LockOwner, Printed, Recovery, recover,
    recoverable,
};
use crate::suggest::ArticleProposals;

use super::Window;
use crate::app::command::Command;
use crate::app::crashed_session::CrashedSession;
use crate::app::dialogs::Dialog;
use crate::app::document::{Document, ProjectFile};
use crate::app::document::{PendingDocument, SessionGuard};
use crate::app::jobs::Task;
use crate::app::notices::Notice;
use crate::app::platform::clock;

impl Window {
    /// Who opens projects here, and where journals stand.
    pub(in crate::app) fn guard(&self) -> SessionGuard {
        // Reading needs no name, and a lock without one would tell the next person nothing.
        let person = if self.settings.person.is_empty() { "Somebody".to_owned() } else { self.settings.person.clone() };
        let holder = LockOwner {
            person,
            machine: self.platform.machine.clone(),
            process: std::process::id(),
            since: self.platform.now(),
        };
        let (disk, journals) = (Arc::clone(&self.platform.disk), self.platform.journals.clone());
        SessionGuard { disk, journals, holder, ctx: self.ctx.clone() }
    }

    /// Writes what was changed in this frame to the journal, before the frame is shown.
    pub(in crate::app) fn write_journal(&mut self) {
        let Some(document) = &mut self.document else { return };
        let Some(journaling) = &mut document.journaling else {
            // The journal that may begin with the save under way is to have what is done while that runs.
            if !document.is_saving() {
                let _ = document.session.take_log();
            }
            return;
        };
        let entries = document.session.take_log();
        if !entries.is_empty() {
            // What fails is kept by the journal, whose state tells of it.
            let _ = journaling.append(&entries);
        }
        if let Some(state) = journaling.news() {
            self.notices.retain(|notice| !is_of_journal(notice));
            self.say(news_of_journal(&state, self.platform.now()));
            // This frame is painted already, with the state of before.
            self.ctx.request_repaint();
        }
    }

    /// Offers what a crash left behind.
    pub(in crate::app) fn look_for_journals(&mut self) {
        let disk = Arc::clone(&self.platform.disk);
        let (folder, machine) = (self.platform.journals.clone(), self.platform.machine.clone());
        let leaves = "Nothing that holds work was deleted, and the next start looks again";
        self.jobs.run(Task::quiet("Looking for what a crash left").leaves(leaves), move || {
            let found = recoverable(&disk, &folder, &machine)
                .map(|found| found.into_iter().map(CrashedSession::of).partition::<Vec<_>, _>(Result::is_ok));
            // Both ends go on to resume, so that a folder of journals that cannot be read does not keep the last
            // project closed.
            Box::new(move |window: &mut Window| match found {
                Ok((lost, told)) => {
                    told.into_iter().filter_map(|told| told.err()?).for_each(|told| window.say(Notice::warning(told)));
                    window.offer(lost.into_iter().filter_map(Result::ok).collect());
                }
                Err(error) => {
                    window.say(Notice::warning(format!(
                        "What a crash may have left could not be looked for: {error}. Nothing was deleted: {}",
                        folder.display()
                    )));
                    window.resume();
                }
            })
        });
    }

    fn offer(&mut self, found: Vec<CrashedSession>) {
        if found.is_empty() {
            self.resume();
        } else {
            // What a crash left comes before what was open.
            self.resumed = None;
            self.ask(Dialog::recovered(found));
        }
    }

    /// Offers again what was not taken up, and looks for more.
    pub(in crate::app) fn show_lost(&mut self) {
        let lost = std::mem::take(&mut self.lost);
        if lost.is_empty() {
            self.say(Notice::warning("There is no unsaved work to recover"));
        } else {
            self.offer(lost);
        }
    }

    /// Opens what a crash left behind, unsaved, where it goes on from there.
    pub(in crate::app) fn recover(&mut self, lost: CrashedSession) {
        /// Seconds, longer than the largest project takes to be read from a slow share.
        const LIMIT: f64 = 30.0;
        if self.document.as_ref().is_some_and(Document::is_dirty) {
            self.say(Notice::warning("Save or close the project that is open first. Nothing was deleted"));
            self.lost.push(lost);
            return;
        }
        // The same project may be open as it was before; its lock would be in the way.
        let closed = self.take_project();
        let CrashedSession { recovery, name } = lost;
        let guard = self.guard();
        let task = Task::new(format!("Recovering {name}")).limit(LIMIT).late_counts();
        let task =
            task.leaves("Nothing was deleted. It is offered again once the disk answers, else at the next start");
        self.jobs.run(task, move || {
            drop(closed);
            match recover(&recovery) {
                Ok(recovered) => {
                    let (document, told) = rebuilt(&recovery, recovered, &guard);
                    Box::new(move |window: &mut Window| {
                        if window.document.is_some() {
                            // Something else was opened in the meantime, and may have been worked on.
                            // It has a lock and a journal by now, both of which are given back away from the window's
                            // thread.
                            window.let_go(PendingDocument::new(document));
                            window.offer_later(CrashedSession { recovery, name });
                        } else {
                            window.recovered(document, told, recovery);
                        }
                    })
                }
                Err(error) => Box::new(move |window: &mut Window| {
                    window.say(Notice::error(error.to_string()));
                    window.lost.push(CrashedSession { recovery, name });
                }),
            }
        });
    }

    fn offer_later(&mut self, lost: CrashedSession) {
        let sentence = format!("{} can be recovered: its disk or share answers again", lost.name);
        self.lost.push(lost);
        self.say(Notice::warning(sentence).action("Recover…", Command::ShowLost));
    }

    /// Shows what was recovered. The journal that it came from goes once its own one outlives a loss of power.
    fn recovered(&mut self, document: Document, told: Vec<String>, recovery: Recovery) {
        self.show(document, told);
        self.write_journal();
        let journaling = self.document.as_ref().and_then(|document| document.journaling.as_ref());
        if let Some(journal) = journaling.map(|journaling| journaling.journal().clone()) {
            let task = Task::quiet("Writing what was recovered into the journal");
            let task = task.leaves("Nothing was deleted: what was recovered is offered again at the next start");
            self.jobs.run(task, move || {
                let told = handed_over(recovery, &journal);
                Box::new(move |window: &mut Window| told.into_iter().for_each(|told| window.say(Notice::warning(told))))
            });
        }
        // Where the file was changed since, that is told, and merging offered.
        self.look_at_disk();
    }

    /// Looks whether another program changed the project's file; called when the window is come back to.
    pub(in crate::app) fn look_at_disk(&mut self) {
        let Some(file) = self.document.as_ref().and_then(|document| document.file.clone()) else { return };
        let Expected::Digest(expected) = file.expected else { return };
        /// One look at a time: a share that does not answer costs one thread and one sentence.
        const LOOKING: &str = "Looking at the project’s file";
        /// Seconds, longer than a large file takes on a slow share.
        const LIMIT: f64 = 10.0;
        if self.jobs.is_under_way(LOOKING) {
            return;
        }
        self.jobs.run(Task::quiet(LOOKING).limit(LIMIT), move || {
            let found = store::digest_of(&file.path);
            Box::new(move |window: &mut Window| {
                // A file that cannot be read just now says nothing: shares come and go, and saving compares again in
                // any case.
                if found.is_some_and(|found| found != expected) {
                    window.changed_on_disk(&file.path, expected);
                }
            })
        });
    }

    fn changed_on_disk(&mut self, path: &PathBuf, expected: Digest) {
        let Some(document) = &self.document else { return };
        let is_same = document.file.as_ref().is_some_and(|file| {
            // A save that ended while the job read the file has put another digest there, and is no change by
            // others.
            &file.path == path && file.expected == Expected::Digest(expected) && !document.is_saving()
        });
        if !is_same {
            return;
        }
        let sentence = "Another program has changed the project’s file. What you see is as it was opened";
        let notice = Notice::warning(sentence).action("Merge", Command::Merge(None));
        let notice = notice.action("Reload from disk", Command::Reload);
        self.say(notice.action("Keep as another file…", Command::SaveAs));
    }
}

/// Removes the journal that something was recovered from, once the one that goes on with it outlives a loss of power.
/// Answers with what to tell.
fn handed_over(recovery: Recovery, journal: &Journal) -> Option<String> {
    match journal.sync() {
        // Only after the sync: until then the old journal is the one that a power cut leaves.
        Ok(()) => match recovery.discard() {
            Ok(aside) => aside.map(|path| format!("The damaged journal was set aside as {}", path.display())),
            Err(error) => Some(format!("The journal of before could not be removed and is offered again: {error}")),
        },
        Err(error) => Some(format!(
            "The journal could not be written: {error}. The one of before is kept, and offered again at the next start"
        )),
    }
}

/// How every sentence about a journal that is not as it should be begins.
const NOT_WRITTEN: &str = "The journal could not be written";

fn is_of_journal(notice: &Notice) -> bool {
    notice.sentence.starts_with(NOT_WRITTEN)
}

/// What there is to say where a journal falls behind or has caught up.
fn news_of_journal(state: &JournalState, now: Time) -> Notice {
    match state {
        JournalState::Written => Notice::done("The journal is written again. It has every change"),
        JournalState::Unsynced { error } => Notice::warning(format!(
            "{NOT_WRITTEN} for good: {error}. A power cut could take the last changes. It is tried again. \
             Save the project to be sure"
        ))
        .action("Save", Command::Save),
        JournalState::Behind { n, error, since } => {
            let changes = if *n == 1 { "Your last change is".to_owned() } else { format!("Your last {n} changes are") };
            Notice::error(format!(
                "{NOT_WRITTEN}: {error}. {changes} in the window only, since {}. It is tried again. \
                 Save the project to be sure",
                clock(*since, now)
            ))
            .action("Save", Command::Save)
        }
    }
}

/// A project as it was when its program ended, with its changes, which no journal has yet, and what to tell.
fn rebuilt(recovery: &Recovery, recovered: store::Recovered, guard: &SessionGuard) -> (Document, Vec<String>) {
    let (mut document, base) = reopened(recovery, &recovered, guard);
    let mut told = recovered.warnings;
    // The new journal builds on the project without the changes, as its entries do.
    told.extend(guard.begin(&mut document, base));
    if let Some(Expected::Digest(digest)) = document.file.as_ref().map(|file| file.expected) {
        document.session.set_file_digest(digest);
    }
    // After the journal has begun, so that the entries go into it like any edit and outlive the next
    // crash.
    document.session.replay(recovered.entries);
    told.extend(give_again(recovery, &mut document));
    if let (Some(file), None) = (&mut document.file, document.session.file_digest()) {
        // The undo of a merge that the file holds was replayed: the file is somebody else's again.
        let before = Printed::of(document.session.in_file()).digest();
        file.expected = Expected::Digest(before);
        document.session.set_file_digest(before);
    }
    (document, told)
}

/// Proposes again what other programs proposed before the end, and keeps it beside the journal that goes on; answers
/// with what to tell.
fn give_again(recovery: &Recovery, document: &mut Document) -> Vec<String> {
    let article = document.session.project().article().clone();
    let (mut not_read, mut not_kept) = (None, None);
    for file in recovery.proposals(MAX_PROPOSAL_BYTES as u64) {
        let read = file.map_err(|error| error.to_string()).and_then(|bytes| {
            let given = read_proposals(&bytes, &article).map_err(|error| error.to_string())?;
            Ok((bytes, given))
        });
        let (bytes, given) = match read {
            Ok(read) => read,
            Err(error) => {
                not_read = Some(error);
                continue;
            }
        };
        document.proposals.give(ArticleProposals::given(&article, given.proposals));
        let kept = document.journaling.as_ref().map(|journaling| journaling.journal().keep_proposals(&bytes));
        not_kept = kept.and_then(Result::err).or(not_kept);
    }
    let not_read = not_read.map(|error| {
        format!(
            "Proposals of another program could not be read again: {error}. Your marks are whole. Read its file again"
        )
    });
    let not_kept = not_kept.map(|error| format!("The next crash would lose the proposals of other programs: {error}"));
    not_read.into_iter().chain(not_kept).collect()
}

/// A project as it was when its program ended, without the changes, and the bytes of the file that it stands in.
fn reopened(recovery: &Recovery, recovered: &store::Recovered, guard: &SessionGuard) -> (Document, Option<FileBytes>) {
    let path = recovery.project().map(ToOwned::to_owned);
    let (digest, is_in_file) = match recovered.file_state {
        FileState::Fits(digest) | FileState::Saved(digest) => (Some(digest), true),
        FileState::Unsaved | FileState::Diverged | FileState::Gone => (None, false),
    };
    let proposed = match (&path, is_in_file) {
        // The file itself holds something else, or is gone: saving over it without a question would lose that.
        (Some(path), false) => path.with_extension("recovered.ron"),
        (Some(path), true) => path.clone(),
        (None, _) => PathBuf::from(stem(recovered)).with_extension("ron"),
    };
    let mut document = Document::new(OpenProject::new(recovered.base.clone(), is_in_file), proposed);
    let bytes = match (path, digest) {
        (Some(path), Some(digest)) => {
            document.file = Some(ProjectFile { path: path.clone(), expected: Expected::Digest(digest) });
            // Read once more, since a journal needs the very bytes; what changed since the recovery does not count
            // as its base.
            store::load_bytes(&path).ok().filter(|(loaded, _)| loaded.digest == digest).map(|(_, bytes)| bytes)
        }
        (Some(path), None) if recovered.file_state == FileState::Diverged => {
            // It stays the project of its file, as if that had been changed under an open window: what the changes
            // build on is expected there, so that nothing is overwritten. A file that somebody has open is left alone.
            if let Ok(lock) = Lock::take(&path, &guard.holder) {
                let expected = Expected::Digest(Printed::of(&recovered.base).digest());
                document.file = Some(ProjectFile { path, expected });
                document.lock = Some(lock);
            }
            None
        }
        _ => None,
    };
    (document, bytes)
}

/// What a project that was never saved may be called: as its article's file.
fn stem(recovered: &store::Recovered) -> String {
    let name = &recovered.base.article().card.original.name;
    let stem = std::path::Path::new(name).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    stem.unwrap_or_else(|| "recovered".to_owned())
}
