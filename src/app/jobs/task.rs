use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{JobWatch, Why};

/// What a job is, and what is done where nothing comes of it.
pub struct Task<E> {
    pub(super) name: String,
    /// Whether people are told of it where it takes long.
    pub(super) is_shown: bool,
    pub(super) can_be_cancelled: bool,
    pub(super) path: Option<PathBuf>,
    /// Whether it has to do with a lock that others of its path need.
    pub(super) is_of_lock: bool,
    pub(super) leaves: &'static str,
    pub(super) limit: Option<f64>,
    pub(super) late_counts: bool,
    pub(super) watch: Option<Arc<JobWatch>>,
    pub(super) otherwise: Option<Box<dyn Fn(Why) -> E>>,
}

impl<E> Task<E> {
    /// Work that is shown where it takes long, and goes on to its end: "Opening karsa-market.ron".
    pub fn new(name: impl Into<String>) -> Task<E> {
        Task {
            name: name.into(),
            is_shown: true,
            can_be_cancelled: false,
            path: None,
            is_of_lock: false,
            leaves: "Nothing was changed by it",
            limit: None,
            late_counts: false,
            watch: None,
            otherwise: None,
        }
    }

    /// Work that people need not know of while all goes well.
    pub fn quiet(name: impl Into<String>) -> Task<E> {
        Task { is_shown: false, ..Task::new(name) }
    }

    /// The same, that may be cancelled.
    pub fn cancellable(self) -> Task<E> {
        Task { can_be_cancelled: true, ..self }
    }

    /// The same, that takes minutes beside all else: it tells by `watch` how far it is, and ends with its event where
    /// somebody stops it there.
    pub fn watched(self, watch: &Arc<JobWatch>) -> Task<E> {
        Task { watch: Some(Arc::clone(watch)), ..self }
    }

    /// The same, that may hold the lock of the project at `path` until it is over.
    pub fn at(self, path: &Path) -> Task<E> {
        Task { path: Some(path.to_owned()), ..self }
    }

    /// The same, which takes or gives up that lock: whoever needs the lock waits for it, and so does the program's end.
    pub fn of_lock(self) -> Task<E> {
        Task { is_of_lock: true, ..self }
    }

    /// The same with what is true where nothing comes of it, a sentence: as a rule that nothing was changed.
    pub fn leaves(self, leaves: &'static str) -> Task<E> {
        Task { leaves, ..self }
    }

    /// The same, which is waited for so many seconds and no longer.
    pub fn limit(self, seconds: f64) -> Task<E> {
        Task { limit: Some(seconds), ..self }
    }

    /// The same, whose event is wanted even after its limit.
    pub fn late_counts(self) -> Task<E> {
        Task { late_counts: true, ..self }
    }

    /// With what is done where nothing comes of it.
    pub fn otherwise(self, otherwise: impl Fn(Why) -> E + 'static) -> Task<E> {
        Task { otherwise: Some(Box::new(otherwise)), ..self }
    }

    pub(super) fn instead(&self, why: Why) -> Option<E> {
        self.otherwise.as_ref().map(|otherwise| otherwise(why))
    }
}
