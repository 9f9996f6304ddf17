//! Projects as files. The only place that touches the file system.
//!
//! [`load`] reads a project file, [`save`] puts one in its place, wholly or not
//! at all; [`Printed`] is the file's text in between. Each error is a sentence
//! that says what happened, what was kept and what to do. A [`Journal`] writes
//! each change as it happens and [`recoverable`] finds what a crash left; a
//! [`Lock`] tells others that a project is open; [`Settings`] and the
//! [`KeyFile`] are a person's own. Nothing here reads the clock, the environment or a person's name: times, folders and people
//! are passed in.

#![allow(
    clippy::disallowed_methods,
    reason = "this folder is where files are touched; `tests/tidy` keeps the clock out"
)]

#[cfg(any(target_os = "linux", target_os = "android", target_os = "macos"))]
mod access_list;
#[cfg(any(target_os = "linux", target_os = "android", target_os = "macos"))]
mod attributes;
mod checked;
mod decisions;
mod dir_scan;
mod disk;
mod distinct_ids;
mod elide;
mod fields;
mod file_bytes;
mod folder;
mod folder_error;
mod journal;
mod kept;
mod key_file;
mod left_out;
mod line_ends;
mod load;
mod lock;
mod lock_owner;
mod metadata;
mod not_kept;
mod outline;
mod plain_file;
mod print;
mod read;
mod read_error;
mod reading;
#[cfg(any(test, feature = "testing"))]
pub mod samples;
mod save;
mod save_error;
mod session;
mod settings;
mod settings_merge;
mod stamp;
#[cfg(test)]
pub(crate) mod strategies;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod v1;
#[doc(hidden)]
pub mod v2;
mod version;
mod version_1_copy;
mod warning;
mod word_file;

pub use crate::model::CodePoints;
pub use decisions::Decisions;
pub use dir_scan::{DirScan, Listed, is_folder, scan_dir};
pub use disk::{Access, Disk, RealDisk};
pub use file_bytes::FileBytes;
pub use folder::{projects_in, projects_with};
pub use folder_error::FolderError;
pub use journal::{FileState, Journal, JournalState, RecoverError, Recovered, Recovery, recover, recoverable};
pub use kept::{keep, read_kept};
pub use key_file::KeyFile;
pub use left_out::LeftOut;
pub use load::{LoadError, digest_of, load, load_bytes, open_text_file, read_article_file, read_project_file};
pub use lock::{Lock, LockError, LockFile};
pub use lock_owner::LockOwner;
pub use not_kept::NotKept;
pub use plain_file::SpecialFile;
#[doc(hidden)]
pub use print::print;
pub use print::{Printed, file_version};
#[doc(hidden)]
pub use read::structs;
pub use read::{Loaded, parse};
pub use read_error::{ReadError, ReadErrorKind};
pub use reading::{ArticleFace, Measure, Spacing};
pub use save::{Expected, Saved, save, save_report};
pub use save_error::{Attempt, SaveError, Subject};
pub use session::{Session, WindowPlace};
pub use settings::{Settings, Theme};
pub use stamp::Stamp;
pub use version_1_copy::version_1_copy;
pub use warning::{Warning, WarningKind};
pub use word_file::load_words;
