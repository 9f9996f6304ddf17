//! What the window takes from the machine: folders, the clock, chance, names.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::clipboard::Clipboard;
use crate::app::paths::absolute;
use crate::model::{AnnotationId, CommentId, ItemId, Project, SourceId, Time};
use crate::store::{Disk, RealDisk};

/// The machine as the window sees it. Tests bring a machine of their own.
#[derive(Clone, Debug)]
pub struct Platform {
    /// The settings' file.
    pub settings: PathBuf,
    /// Where all that is written goes.
    pub disk: Arc<dyn Disk>,
    /// The folder of journals.
    pub journals: PathBuf,
    /// The folder of projects that the library shows where nobody chose another; empty for none.
    pub projects: PathBuf,
    /// The folder in which dialogs begin where nothing else is known.
    pub documents: PathBuf,
    /// The person's own folder, which ~ stands for.
    pub home: PathBuf,
    /// The machine's name, for other people to read.
    pub machine: String,
    /// The system's clipboard.
    pub clipboard: Clipboard,
    /// Whether files are chosen in the platform's dialogs, or by typing a path.
    pub has_dialogs: bool,
    /// A moment that stands still, for pictures and tests.
    pub fixed_time: Option<Time>,
}

impl Platform {
    /// The machine the program runs on. Where the platform names no folders,
    /// those beneath the current one serve.
    pub fn of_this_machine() -> Platform {
        let folders = directories::ProjectDirs::from("", "", "newsmark");
        let state = folders.as_ref().map(|folders| folders.state_dir().unwrap_or(folders.data_local_dir()).to_owned());
        let config = folders.as_ref().map(|folders| folders.config_dir().to_owned());
        let user = directories::UserDirs::new();
        let home = user.as_ref().map(|user| user.home_dir().to_owned());
        let documents = user
            .map(|user| user.document_dir().unwrap_or(user.home_dir()).to_owned())
            .or_else(|| std::env::current_dir().ok());
        let documents = documents.unwrap_or_default();
        // The program started from its own folder shows the projects that come with it.
        let beside = std::env::current_dir().map(|folder| folder.join("projects")).ok();
        let places = [beside, Some(documents.join("Newsmark projects"))];
        Platform {
            projects: places.into_iter().flatten().find(|folder| folder.is_dir()).unwrap_or_default(),
            disk: RealDisk::shared(),
            settings: config.unwrap_or_default().join("settings.ron"),
            journals: state.unwrap_or_default().join("journals"),
            documents,
            home: home.unwrap_or_default(),
            machine: gethostname::gethostname().to_string_lossy().into_owned(),
            clipboard: Clipboard::of_the_system(),
            has_dialogs: true,
            fixed_time: None,
        }
    }

    /// The path that somebody typed: from the root on, so that it means the same wherever the program goes; `~/` stands
    /// for the person's own folder, and the quotation marks of a copied path mean nothing.
    pub fn path_typed(&self, typed: &str) -> PathBuf {
        // Explorer copies paths in quotation marks.
        let typed = typed.trim().trim_matches('"');
        let path = typed.strip_prefix("~/").map_or_else(|| PathBuf::from(typed), |rest| self.home.join(rest));
        absolute(path)
    }

    /// Whether files can be dropped on the window: winit takes none from Wayland, which it prefers where it is there.
    pub fn takes_drops() -> bool {
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_elsewhere = cfg!(any(windows, target_os = "macos"));
        // The library beneath knows no drops on Wayland, and a window must not ask for what it cannot take.
        is_elsewhere || !["WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(is_set)
    }

    /// The file in which a person changes keys, beside the settings.
    pub fn keys_file(&self) -> PathBuf {
        self.settings.with_file_name("keys.ron")
    }

    /// The folder of what is decided over comparisons that are not finished, beside the journals.
    pub fn comparisons(&self) -> PathBuf {
        self.journals.with_file_name("comparisons")
    }

    /// The folder in which is kept what is known of libraries.
    pub fn library_indexes(&self) -> PathBuf {
        self.journals.with_file_name("library")
    }

    /// The present moment.
    pub fn now(&self) -> Time {
        self.fixed_time.unwrap_or_else(|| {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            Time(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
        })
    }

    /// So many different ids that the project does not have.
    pub fn mint_many(&self, project: &Project, n: usize) -> Vec<AnnotationId> {
        let mut ids = HashSet::with_capacity(n);
        while ids.len() < n {
            ids.insert(self.mint(project));
        }
        ids.into_iter().collect()
    }

    /// The id of a new source, which the project does not have.
    pub fn mint_source(&self, project: &Project) -> SourceId {
        loop {
            let id = SourceId::from_u64(chance());
            if project.sources().get(id).is_none() {
                return id;
            }
        }
    }

    /// The id of a new item of a record's list.
    pub fn mint_item(&self) -> ItemId {
        ItemId::from_u64(chance())
    }

    /// The id of a new comment.
    pub fn mint_comment(&self) -> CommentId {
        CommentId::from_u64(chance())
    }

    /// An id that the project does not have.
    pub fn mint(&self, project: &Project) -> AnnotationId {
        loop {
            let id = AnnotationId::from_u64(chance());
            // Ids are short, as people read them in files, so that chance alone may meet one that is taken.
            if !project.has(id) {
                return id;
            }
        }
    }
}

/// A random number. Without a source of chance the clock serves: what has an id that is taken is refused.
pub fn chance() -> u64 {
    let clock = || SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos() as u64;
    // Ids need to differ, not to be secret: the clock does where a system has no randomness yet.
    getrandom::u64().unwrap_or_else(|_| clock())
}

/// A moment as the clock on the wall shows it: "14:02", with the date where it is not of `today`.
pub fn clock(time: Time, today: Time) -> String {
    if day(time) == day(today) {
        zoned(time).strftime("%H:%M").to_string()
    } else {
        zoned(time).strftime("%Y-%m-%d %H:%M").to_string()
    }
}

/// The day of a moment: "2026-03-14".
pub fn day(time: Time) -> String {
    zoned(time).date().to_string()
}

/// A moment where there is little room: "14:02", or the day where it is not `today`.
pub fn day_or_clock(time: Time, today: Time) -> String {
    if day(time) == day(today) { clock(time, today) } else { day(time) }
}

fn zoned(time: Time) -> jiff::Zoned {
    let timestamp = jiff::Timestamp::from_second(time.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    timestamp.to_zoned(jiff::tz::TimeZone::system())
}
