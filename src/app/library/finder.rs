use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use eframe::egui::Context;

use crate::find::{BadQuery, Query};
use crate::library::{Hit, LibraryEntry, ProjectHits, Search, SearchCache};
use crate::model::Category;

/// The search through a library: what is asked, what was found so far.
///
/// Each query runs on a thread of its own. A later one makes it outdated: it
/// stops by itself, and what it may still find is dropped.
#[derive(Default)]
pub struct Finder {
    /// The words that are looked for.
    pub needle: String,
    /// Which categories of marks hits may stand in, in the order of [`Category::ALL`], where not all.
    pub categories: Option<[bool; 4]>,
    /// Why nothing can be found.
    pub problem: Option<BadQuery>,
    /// What was found, in the order of the table once the search is over.
    pub found: Vec<ProjectHits>,
    /// How many files could not be searched.
    pub n_unread: usize,
    /// Counts up whenever what was found changes.
    pub revision: u64,
    search_cache: Arc<SearchCache>,
    asked: Option<(String, u64)>,
    number: Arc<AtomicU64>,
    news: Arc<Mutex<Vec<ProjectHits>>>,
    is_running: bool,
}

/// How often the window shows what was found so far.
// Ten times a second looks as if it came at once, and a frame for each hit would cost more than the
// search.
const TELLING: Duration = Duration::from_millis(100);

impl Finder {
    /// Whether a search is under way.
    pub fn is_running(&self) -> bool {
        self.is_running
    }

    /// Whether anything is looked for.
    pub fn has_query(&self) -> bool {
        !self.needle.trim().is_empty()
    }

    /// The categories whose letters are on.
    pub fn letters(&self) -> [bool; 4] {
        self.categories.unwrap_or([true; 4])
    }

    /// Whether the list shows the hit: where letters are off, those in marks of the others.
    pub fn shows(&self, hit: &Hit) -> bool {
        let is_on = |category: Category| self.letters()[category as usize];
        self.letters() == [true; 4] || hit.marks.iter().any(|(_, category)| is_on(*category))
    }

    /// The work to be done where the needle was not looked for in these entries yet; its answer is for
    /// [`Finder::end`]. `revision` counts the entries' changes.
    pub fn begin(
        &mut self,
        ctx: &Context,
        entries: &[Arc<LibraryEntry>],
        revision: u64,
    ) -> Option<impl FnOnce() -> Option<Search> + use<>> {
        let asked = (self.needle.trim().to_owned(), revision);
        if self.asked.as_ref() == Some(&asked) {
            return None;
        }
        let is_same = self.asked.as_ref().is_some_and(|(needle, _)| *needle == asked.0);
        let query = Query { needle: asked.0.clone(), ..Query::default() };
        self.asked = Some(asked);
        // The search looks at this number itself, and stops soon after another one was asked.
        let own = self.number.fetch_add(1, Ordering::Relaxed) + 1;
        self.news = Arc::default();
        if !is_same {
            // What was found for the same words stays until the entries as they are were searched.
            self.found = Vec::new();
            self.n_unread = 0;
            self.revision += 1;
        }
        let pattern = match query.pattern() {
            Ok(pattern) if !query.needle.is_empty() => pattern,
            outcome => {
                self.problem = outcome.err();
                self.is_running = false;
                return None;
            }
        };
        self.problem = None;
        self.is_running = true;
        let (search_cache, number, entries, ctx) =
            (self.search_cache.clone(), self.number.clone(), entries.to_vec(), ctx.clone());
        // A search made again for the same words replaces all at its end: adding to what is shown would show
        // it twice.
        let news = (!is_same).then(|| self.news.clone());
        Some(move || {
            let is_outdated = || number.load(Ordering::Relaxed) != own;
            let tell = |found: &ProjectHits| {
                if let Some(news) = &news {
                    news.lock().unwrap_or_else(PoisonError::into_inner).push(found.clone());
                    ctx.request_repaint_after(TELLING);
                }
            };
            search_cache.search(&entries, &pattern, &is_outdated, &tell)
        })
    }

    /// Takes over what was found since the last frame.
    pub fn take_news(&mut self) {
        let mut news = self.news.lock().unwrap_or_else(PoisonError::into_inner);
        if !news.is_empty() {
            self.found.append(&mut news);
            self.revision += 1;
        }
    }

    /// No search is under way any more: the last one broke off.
    pub fn give_up(&mut self) {
        self.is_running = false;
    }

    /// The number of the search that was begun last.
    pub fn number(&self) -> u64 {
        self.number.load(Ordering::Relaxed)
    }

    /// Takes the answer of search `own`, `None` where it was given up; one that is outdated is not listened to.
    pub fn end(&mut self, own: u64, answer: Option<Search>) {
        if self.number.load(Ordering::Relaxed) != own {
            return;
        }
        self.is_running = false;
        if let Some(search) = answer {
            self.news = Arc::default();
            (self.found, self.n_unread) = (search.found, search.n_unread);
            self.revision += 1;
        }
    }
}
