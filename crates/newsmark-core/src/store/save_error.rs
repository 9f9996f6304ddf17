use std::io;
use std::path::{Path, PathBuf};

use super::plain_file::SpecialFile;

/// Why a file could not be saved. What was there before is still there, whole, but where another program wrote at the
/// same moment: then every version is in a file.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The file holds other bytes than those that were opened or last saved.
    #[error("{} another program has changed the file since it was opened. {}", .0.failed(), .0.advice(Remedy::Changed))]
    ChangedOnDisk(Attempt),
    /// The file was moved or deleted since it was opened.
    #[error("{} its file was moved or deleted since it was opened. {}", .0.failed(), .0.advice(Remedy::Vanished))]
    Vanished(Attempt),
    /// A file is there where none was expected.
    #[error("{} there is a file of that name already. {}", .0.failed(), .0.advice(Remedy::Exists))]
    Exists(Attempt),
    /// The path is a folder.
    #[error("{} the path is a folder. {}", .0.failed(), .0.advice(Remedy::OtherName))]
    Folder(Attempt),
    /// The path is a pipe, a device or the like, which is never replaced by a file.
    #[error("{} the path is {}, not a file. {}", .0.failed(), .1.name(), .0.advice(Remedy::OtherName))]
    NoPlainFile(Attempt, SpecialFile),
    /// The folder is not there.
    #[error("{} its folder is not there. {}", .0.failed(), .0.advice(Remedy::OtherFolder))]
    NoFolder(Attempt),
    /// The system does not allow it.
    #[error("{} you may not write there. {}", .0.failed(), .0.advice(Remedy::Rights))]
    NotAllowed(Attempt),
    /// There is no room.
    #[error("{} the disk is full. {}", .0.failed(), .0.advice(Remedy::Space))]
    DiskFull(Attempt),
    /// Another program wrote the file at the very moment of the save: both are there, each in a file.
    #[error(
        "Another program wrote {} at the same moment. Its version was kept as {}, yours is in the file. \
         Compare the two: {}", .0.subject.name(), .1.display(), .0.path.display()
    )]
    SetAside(Attempt, PathBuf),
    /// Other programs wrote the file at the very moment of the save, one after the other: one version is in the file, one
    /// in the other that is named, and what was to be saved in none.
    #[error(
        "{} other programs wrote it at the same moment. One version is in the file, another was kept as {}. {}",
        .0.failed(), .1.display(), .0.advice(Remedy::Changed)
    )]
    Overtaken(Attempt, PathBuf),
    /// Anything else.
    #[error("{failed} {0}. {advice}", failed = .1.failed(), advice = .1.advice(Remedy::OtherFolderOrAgain))]
    Other(#[source] io::Error, Attempt),
}

/// What was to be saved, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// What it was.
    pub subject: Subject,
    /// The file.
    pub path: PathBuf,
}

/// What a file holds, as sentences speak of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A project that is open.
    Project,
    /// A project that the command line makes of an article or of two projects.
    Outcome,
    /// A report.
    Report,
    /// A person's settings.
    Settings,
    /// The file of keys.
    Keys,
    /// What was decided in a comparison.
    Decisions,
    /// What the program keeps for itself and can make again.
    Index,
}

/// What helps against a failure.
#[derive(Clone, Copy, Debug)]
enum Remedy {
    Changed,
    Vanished,
    Exists,
    OtherName,
    OtherFolder,
    OtherFolderOrAgain,
    Rights,
    Space,
}

impl Subject {
    /// Its name with an article, for the middle of a sentence.
    pub fn name(self) -> &'static str {
        match self {
            Subject::Project => "the project",
            Subject::Outcome => "the outcome",
            Subject::Report => "the report",
            Subject::Settings => "your settings",
            Subject::Keys => "the file of keys",
            Subject::Decisions => "the decisions",
            Subject::Index => "the index of the library",
        }
    }

    /// The beginning of the sentence, up to why.
    fn failed(self) -> &'static str {
        match self {
            Subject::Project => "The project was not saved:",
            Subject::Outcome => "The outcome was not saved:",
            Subject::Report => "The report was not written:",
            Subject::Settings => "Your settings were not saved:",
            Subject::Keys => "The file of keys was not written:",
            Subject::Decisions => "The decisions were not saved:",
            Subject::Index => "The index of the library was not kept:",
        }
    }

    /// What was kept.
    fn kept(self) -> &'static str {
        match self {
            Subject::Project => "Your changes are kept",
            Subject::Outcome | Subject::Report | Subject::Keys => "Nothing was changed",
            Subject::Settings => "They hold until Newsmark ends",
            Subject::Decisions => "They are kept in this window",
            Subject::Index => "Nothing is lost: the next start reads all again",
        }
    }

    /// What to do. Where the program chose the path, nobody is asked for another name.
    fn advice(self, remedy: Remedy) -> &'static str {
        match (self, remedy) {
            (Subject::Project, Remedy::Changed) => "Reload it, or save under another name",
            (Subject::Project, Remedy::Vanished) => "Save again to create it anew, or save under another name",
            (Subject::Project, Remedy::Exists) => "Save under another name, or replace it",
            (Subject::Project, Remedy::OtherName) => "Save under another name",
            (Subject::Project, Remedy::OtherFolder) => "Save into another folder",
            (Subject::Project, Remedy::OtherFolderOrAgain) => "Try again, or save into another folder",
            (Subject::Project, Remedy::Rights) => "Save into another folder, or ask for the right to write",
            (Subject::Project, Remedy::Space) => "Free some space, then save again",
            (_, Remedy::Space) => "Free some space, then try again",
            (_, Remedy::Changed | Remedy::Vanished) => "Try again",
            (Subject::Outcome | Subject::Report, Remedy::Exists | Remedy::OtherName) => "Name another file",
            (Subject::Outcome | Subject::Report, Remedy::OtherFolder) => "Name a file in another folder",
            (Subject::Outcome | Subject::Report, Remedy::OtherFolderOrAgain) => "Try again, or name another file",
            (Subject::Outcome | Subject::Report, Remedy::Rights) => {
                "Name a file in another folder, or ask for the right to write"
            }
            (_, Remedy::Exists | Remedy::OtherName) => "Move away what stands there",
            (_, Remedy::OtherFolder) => "Create the folder",
            (_, Remedy::OtherFolderOrAgain) => "Try again",
            (_, Remedy::Rights) => "Ask for the right to write there",
        }
    }
}

impl Attempt {
    fn failed(&self) -> &'static str {
        self.subject.failed()
    }

    /// What was kept and what to do, and the path last.
    fn advice(&self, remedy: Remedy) -> String {
        format!("{}. {}: {}", self.subject.kept(), self.subject.advice(remedy), self.path.display())
    }
}

impl SaveError {
    /// The sentence for what the system says, speaking of a project.
    pub(super) fn of(error: io::Error, path: &Path) -> SaveError {
        let attempt = Attempt { subject: Subject::Project, path: path.to_owned() };
        match error.kind() {
            // To whoever saves these are one thing: there is no room, and room can be made.
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                SaveError::DiskFull(attempt)
            }
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => SaveError::NotAllowed(attempt),
            // The file itself is created, so that what is missing can only be its folder.
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => SaveError::NoFolder(attempt),
            io::ErrorKind::IsADirectory => SaveError::Folder(attempt),
            io::ErrorKind::AlreadyExists => SaveError::Exists(attempt),
            _ => SaveError::Other(error, attempt),
        }
    }

    /// The same of something else.
    #[must_use]
    pub fn about(mut self, subject: Subject) -> SaveError {
        self.attempt_mut().subject = subject;
        self
    }

    /// What was to be saved, and where.
    pub fn attempt(&self) -> &Attempt {
        match self {
            SaveError::ChangedOnDisk(attempt)
            | SaveError::Vanished(attempt)
            | SaveError::Exists(attempt)
            | SaveError::Folder(attempt)
            | SaveError::NoPlainFile(attempt, _)
            | SaveError::NoFolder(attempt)
            | SaveError::NotAllowed(attempt)
            | SaveError::DiskFull(attempt)
            | SaveError::SetAside(attempt, _)
            | SaveError::Overtaken(attempt, _)
            | SaveError::Other(_, attempt) => attempt,
        }
    }

    fn attempt_mut(&mut self) -> &mut Attempt {
        match self {
            SaveError::ChangedOnDisk(attempt)
            | SaveError::Vanished(attempt)
            | SaveError::Exists(attempt)
            | SaveError::Folder(attempt)
            | SaveError::NoPlainFile(attempt, _)
            | SaveError::NoFolder(attempt)
            | SaveError::NotAllowed(attempt)
            | SaveError::DiskFull(attempt)
            | SaveError::SetAside(attempt, _)
            | SaveError::Overtaken(attempt, _)
            | SaveError::Other(_, attempt) => attempt,
        }
    }

    /// The file that was to be saved.
    pub fn path(&self) -> &Path {
        &self.attempt().path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_speaks_of_what_was_to_be_saved() {
        let full = |subject| SaveError::of(io::ErrorKind::StorageFull.into(), Path::new("/s/a")).about(subject);
        for (subject, sentence) in [
            (
                Subject::Project,
                "The project was not saved: the disk is full. Your changes are kept. Free some space, then save again: /s/a",
            ),
            (
                Subject::Report,
                "The report was not written: the disk is full. Nothing was changed. Free some space, then try again: /s/a",
            ),
            (
                Subject::Settings,
                "Your settings were not saved: the disk is full. They hold until Newsmark ends. Free some space, then try again: /s/a",
            ),
            (
                Subject::Decisions,
                "The decisions were not saved: the disk is full. They are kept in this window. Free some space, then try again: /s/a",
            ),
        ] {
            assert_eq!(full(subject).to_string(), sentence);
        }
        let pipe = Attempt { subject: Subject::Keys, path: PathBuf::from("/s/keys.ron") };
        assert_eq!(
            SaveError::NoPlainFile(pipe, SpecialFile::Pipe).to_string(),
            "The file of keys was not written: the path is a pipe, not a file. Nothing was changed. \
             Move away what stands there: /s/keys.ron"
        );
    }
}
