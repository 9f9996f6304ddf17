//! What others made of the project comes in: from its file, which another program changed, or from a copy beside it.

use std::path::{Path, PathBuf};

use crate::edit::{EditError, MergeSummary};
use crate::library::conflicted_copies;
use crate::model::{Annotation, Project};
use crate::review::merge::{Merged, merge};
use crate::store::{self, Expected, LoadError, Loaded};

use super::Window;
use crate::app::command::{Command, CompareCommand, Mode};
use crate::app::document::{ProjectFile, file_name};
use crate::app::jobs::Task;
use crate::app::notices::Notice;

/// What is merged with the project in the window.
struct Merging {
    /// The project's file, as it was when this was asked for.
    file: Option<ProjectFile>,
    /// The copy of it that is merged; `None` for the file itself.
    copy: Option<PathBuf>,
}

impl Window {
    /// Reads the project's file, or a copy of it, and merges what is there with what is here.
    pub(in crate::app) fn merge(&mut self, copy: Option<PathBuf>) {
        let Some(document) = &self.document else { return };
        let file = document.file.clone();
        let Some(path) = copy.clone().or(file.as_ref().map(|file| file.path.clone())) else {
            return self.say(Notice::warning("The project has no file yet, so there is nothing to merge it with"));
        };
        if document.is_saving() {
            return self.say_busy(copy);
        }
        let merging = Merging { file, copy };
        self.jobs.run(Task::new(format!("Merging {}", file_name(&path))).cancellable(), move || {
            let loaded = store::load(&path);
            Box::new(move |window: &mut Window| window.merge_loaded(merging, loaded))
        });
    }

    fn merge_loaded(&mut self, merging: Merging, loaded: Result<Loaded, LoadError>) {
        let Merging { file, copy } = merging;
        let Some(document) = &self.document else { return };
        // The load took time. What was read may be older than what a save put there meanwhile.
        if document.is_saving() || document.file != file {
            return self.say_busy(copy);
        }
        let loaded = match loaded {
            Ok(loaded) => loaded,
            Err(error) => return self.say(Notice::error(format!("Nothing was merged. {error}"))),
        };
        let is_as_known = file.is_some_and(|file| file.expected == Expected::Digest(loaded.digest));
        if copy.is_none() && is_as_known {
            return self.say(Notice::note("Nobody else has changed the file, so there is nothing to merge"));
        }
        // Boundaries half moved are the person's work too, and a merge would discard them as out of date.
        self.keep_bounds();
        let brought = match &copy {
            Some(_) => self.take_in_copy(&loaded),
            None => self.take_in_file(loaded),
        };
        match brought {
            Ok(brought) => self.say_merged(brought, copy),
            Err(error) => self.say_not_merged(&error, copy.is_some()),
        }
    }

    /// Merges the project's file: from here on the next save replaces what was read.
    fn take_in_file(&mut self, loaded: Loaded) -> Result<MergeSummary, EditError> {
        let now = self.platform.now();
        self.name_person();
        let Some(document) = &mut self.document else { return Err(EditError::Nobody) };
        let is_as_read = loaded.warnings.is_empty();
        let brought = document.session.merge(loaded.project, now)?;
        if !is_as_read {
            // What was put right on reading is not in the file yet.
            document.session.forget_save();
        }
        let told: Vec<_> = loaded.warnings.into_iter().filter(|warning| !document.warnings.contains(warning)).collect();
        document.warnings.extend(told);
        // Before the journal is written: what is saved next is compared with this digest, and so is what a
        // crash recovers.
        document.session.set_file_digest(loaded.digest);
        if let Some(file) = &mut document.file {
            file.expected = Expected::Digest(loaded.digest);
        }
        self.write_journal();
        let Some(document) = &self.document else { return Ok(brought) };
        if let (true, Some(journaling), Some(file)) =
            (brought.is_in_file && is_as_read, &document.journaling, &document.file)
        {
            let journal = journaling.journal();
            // Without the mark a crash offers to recover what is in the file, which loses nothing.
            let _ = journal.mark_saving(&file.path, loaded.digest, journal.n_entries());
        }
        Ok(brought)
    }

    fn take_in_copy(&mut self, loaded: &Loaded) -> Result<MergeSummary, EditError> {
        let now = self.platform.now();
        self.name_person();
        let Some(document) = &mut self.document else { return Err(EditError::Nobody) };
        document.session.merge_copy(&loaded.project, now)
    }

    /// Looks beside the project's file for copies that a synchronised folder made where two people changed it, and
    /// offers those that hold something else.
    pub(in crate::app) fn look_for_copies(&mut self) {
        let Some(document) = &self.document else { return };
        let Some(path) = document.file.as_ref().map(|file| file.path.clone()) else { return };
        let project = document.session.project().clone();
        if self.jobs.is_under_way(COPIES) {
            return;
        }
        self.jobs.run(Task::quiet(COPIES), move || {
            let copies = conflicted_copies(&path).into_iter().take(MOST_COPIES);
            let copies: Vec<PathBuf> = copies.filter(|copy| holds_more(&project, copy)).collect();
            Box::new(move |window: &mut Window| {
                // Another project may be open once all copies are read.
                if window.document.as_ref().is_some_and(|document| document.is_at(&path)) {
                    copies.into_iter().for_each(|copy| window.offer_copy(copy));
                }
            })
        });
    }

    fn offer_copy(&mut self, copy: PathBuf) {
        let sentence = format!("A conflicted copy of this project stands beside it: {}", file_name(&copy));
        let notice = Notice::warning(sentence).action("Merge copy", Command::Merge(Some(copy.clone())));
        self.say(notice.action("Compare", Command::CompareWithPaths(vec![copy])));
    }

    fn say_merged(&mut self, brought: MergeSummary, copy: Option<PathBuf>) {
        // What was offered is done.
        self.notices.retain(|notice| !notice.offers(&Command::Merge(copy.clone())));
        if self.workspaces.mode == Mode::Compare && self.workspaces.conflicts().is_none() {
            self.enter_compare();
        }
        let Some(document) = &self.document else { return };
        let n_listed = document.session.project().conflicts().len();
        let cap = Command::Undo.key_cap(&self.ctx).replace(' ', "+");
        let sentence = describe(brought, copy.map(|copy| file_name(&copy)).as_deref(), &cap);
        let notice = if brought.n_conflicts > 0 { Notice::warning(sentence) } else { Notice::done(sentence) };
        let settle = Command::Compare(CompareCommand::Conflicts);
        self.say(if n_listed > 0 { notice.action("Settle conflicts", settle) } else { notice });
    }

    fn say_not_merged(&mut self, error: &EditError, is_copy: bool) {
        let sentence = match error {
            EditError::NotMergeable(error) => error.to_string(),
            error => format!("Nothing was merged: {error}"),
        };
        let notice = Notice::error(sentence);
        self.say(if is_copy {
            notice
        } else {
            notice.action("Reload from disk", Command::Reload).action("Keep as another file…", Command::SaveAs)
        });
    }

    fn say_busy(&mut self, copy: Option<PathBuf>) {
        let sentence = "The project was being saved, so nothing was merged";
        self.say(Notice::warning(sentence).action("Merge", Command::Merge(copy)));
    }
}

/// The looking for conflicted copies, one at a time: a share that does not answer costs one thread.
const COPIES: &str = "Looking for copies of the project";

/// So many copies of one project are looked into.
// Each is read and merged in full. Folders that fell out of step for months have dozens, and eight are
// more than anybody settles at one sitting.
const MOST_COPIES: usize = 8;

/// Whether merging that copy would bring something, or leave something to settle. Who changed a mark last is nothing by
/// itself: it would be offered for ever.
fn holds_more(project: &Project, copy: &Path) -> bool {
    let merged = store::load(copy).ok().and_then(|copy| merge(None, project, &copy.project).ok());
    let says = |project: &Project| -> Vec<Annotation> {
        // The editor is set to the author on both sides, so that it drops out of the comparison.
        let unsigned = |mark: &Annotation| Annotation { editor: mark.author.clone(), ..mark.clone() };
        project.annotations().iter().map(|mark| unsigned(mark)).collect()
    };
    let beside = |project: &Project| {
        let (article, sources) = (project.article().card.clone(), project.sources().clone());
        let settings = (project.settings().clone(), project.sign_offs().to_vec());
        (article, sources, settings, project.dismissed_proposals().to_vec(), project.unplaced().to_vec())
    };
    merged.is_some_and(|Merged { project: merged, .. }| {
        merged.conflicts() != project.conflicts()
            || beside(&merged) != beside(project)
            || says(&merged) != says(project)
    })
}

/// What came of a merge: “Merged with the file: 3 changes taken in, 1 conflict left to settle. Ctrl+Z undoes the merge”.
fn describe(brought: MergeSummary, copy: Option<&str>, undo: &str) -> String {
    let MergeSummary { n_changes, n_conflicts, is_in_file } = brought;
    let with = copy.map_or("the file".to_owned(), |copy| format!("“{copy}”"));
    let conflicts = match n_conflicts {
        0 => String::new(),
        1 => ", 1 conflict left to settle".to_owned(),
        n => format!(", {n} conflicts left to settle"),
    };
    if n_changes == 0 && n_conflicts == 0 {
        return match (copy, is_in_file) {
            (Some(_), _) => format!("{with} holds nothing that is not here"),
            (None, true) => "The file holds the same as the window".to_owned(),
            (None, false) => "The file holds nothing that is not here. The next save puts yours in it".to_owned(),
        };
    }
    let changes = match n_changes {
        0 => "nothing else to take in".to_owned(),
        1 => "1 change taken in".to_owned(),
        n => format!("{n} changes taken in"),
    };
    let undo =
        if undo.is_empty() { "Undo takes the merge back".to_owned() } else { format!("{undo} undoes the merge") };
    let then = if copy.is_some() { ". Delete the copy once the project is saved" } else { "" };
    format!("Merged with {with}: {changes}{conflicts}. {undo}{then}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_of_a_merge_is_told_in_one_line() {
        let brought = |n_changes, n_conflicts| MergeSummary { n_changes, n_conflicts, is_in_file: false };
        assert_eq!(
            describe(brought(3, 1), None, "Ctrl+Z"),
            "Merged with the file: 3 changes taken in, 1 conflict left to settle. \
             Ctrl+Z undoes the merge"
        );
        assert_eq!(
            describe(brought(1, 0), Some("a.ron"), ""),
            "Merged with “a.ron”: 1 change taken in. Undo takes the merge back. \
             Delete the copy once the project is saved"
        );
        assert!(describe(brought(0, 2), None, "").contains("nothing else to take in, 2 conflicts"));
        assert!(describe(brought(0, 0), None, "").contains("The next save puts yours in it"));
    }
}
