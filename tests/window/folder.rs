//! A folder of files, and the samples that are put into it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "it serves tests, where a failure has to be loud")]

use std::path::PathBuf;

use newsmark::app::{Clipboard, Platform};
use newsmark::model::Time;
use newsmark::store::{RealDisk, Settings};
use tempfile::TempDir;

/// The English report of the samples.
pub const KARSA: &str = include_str!("../../assets/articles/karsa-market.txt");
/// The Arabic one.
pub const SAWT: &str = include_str!("../../assets/articles/karsa-sawt.txt");

/// A folder of files, with a machine's settings and journals beside it.
pub struct Folder {
    _folder: TempDir,
    /// The machine that windows on this folder see.
    pub platform: Platform,
}

impl Folder {
    /// An empty folder of somebody who has never marked anything.
    pub fn new() -> Folder {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        std::fs::create_dir(root.join("news")).unwrap();
        let platform = Platform {
            settings: root.join("config").join("settings.ron"),
            projects: PathBuf::new(),
            journals: root.join("journals"),
            documents: root.join("news"),
            home: root.clone(),
            machine: "desk-4".to_owned(),
            clipboard: Clipboard::none(),
            has_dialogs: false,
            disk: RealDisk::shared(),
            fixed_time: Some(Time(1_773_662_400)),
        };
        let folder = Folder { _folder: folder, platform };
        // What a form and an article show by themselves is looked at without what is proposed in them: see `proposing`.
        folder.set(|settings| settings.proposes = false);
        folder
    }

    /// The folder of Ines Varga, to whom marks and fields are proposed.
    pub fn proposing() -> Folder {
        let folder = Folder::of_ines();
        folder.set(|settings| settings.proposes = true);
        folder
    }

    /// The folder of Ines Varga, who has given her name.
    pub fn of_ines() -> Folder {
        let folder = Folder::new();
        folder.set(|settings| settings.person = "Ines Varga".to_owned());
        folder
    }

    /// Changes the settings that the next window finds.
    pub fn set(&self, change: impl FnOnce(&mut Settings)) {
        let (mut settings, _) = Settings::load(&self.platform.settings);
        change(&mut settings);
        settings.save(&RealDisk, &self.platform.settings).unwrap();
    }

    /// The path of a file in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.platform.documents.join(name)
    }

    /// Puts a file into the folder.
    pub fn put(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        std::fs::write(self.path(name), content).unwrap();
        self.path(name)
    }

    /// What a file of the folder holds.
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// The names of the files that stand where journals do.
    pub fn journals(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.platform.journals).unwrap();
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
    }

    /// Where a file of that name stands beside the journals.
    pub fn beside_journals(&self, name: &str) -> std::path::PathBuf {
        self.platform.journals.join(name)
    }

    /// The machine after a crash at this moment: the journals as they are, held by nobody. The
    /// other files are those of this folder.
    pub fn after_a_crash(&self) -> Folder {
        let folder = tempfile::tempdir().unwrap();
        for entry in std::fs::read_dir(&self.platform.journals).unwrap() {
            let entry = entry.unwrap();
            std::fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
        }
        Folder { platform: Platform { journals: folder.path().to_owned(), ..self.platform.clone() }, _folder: folder }
    }
}
