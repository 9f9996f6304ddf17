use std::path::PathBuf;
use std::sync::Arc;

/// One thing to be written to one file.
pub struct Write<E> {
    /// The file.
    pub path: PathBuf,
    /// What is done, for people: "Saving karsa.ron".
    pub name: String,
    /// Whether people are told of it where it takes long.
    pub is_shown: bool,
    /// Whether it is tried again where it fails.
    pub is_tried_again: bool,
    /// What would be lost with it.
    pub weight: Weight,
    pub(super) work: Arc<Work<E>>,
    pub(super) fate: Box<dyn Fn(Fate) -> E>,
}

/// The writing itself, which answers with an event or with a sentence that says why it failed.
type Work<E> = dyn Fn() -> Result<E, String> + Send + Sync;

/// What becomes of a write other than that it is done at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It failed; a sentence says why.
    Failed(String),
    /// It panicked.
    Panicked,
    /// It has not come to an end for long.
    Hung,
    /// It is done after all, later than was told.
    Mended,
}

/// What would be lost with a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// What people did.
    Work,
    /// How they want the program to be, which they can set again.
    Wish,
    /// Nothing: it is made again.
    Cache,
}

impl<E> Write<E> {
    /// Writing people's work, which is shown where it takes long and fails for good: somebody waits for it.
    pub fn once(
        path: PathBuf,
        name: impl Into<String>,
        work: impl Fn() -> Result<E, String> + Send + Sync + 'static,
        fate: impl Fn(Fate) -> E + 'static,
    ) -> Write<E> {
        Write {
            path,
            name: name.into(),
            is_shown: true,
            is_tried_again: false,
            weight: Weight::Work,
            work: Arc::new(work),
            fate: Box::new(fate),
        }
    }

    /// Writing in the background, tried again until it is done.
    pub fn kept(
        weight: Weight,
        path: PathBuf,
        name: impl Into<String>,
        work: impl Fn() -> Result<E, String> + Send + Sync + 'static,
        fate: impl Fn(Fate) -> E + 'static,
    ) -> Write<E> {
        Write { is_shown: false, is_tried_again: true, weight, ..Write::once(path, name, work, fate) }
    }
}
