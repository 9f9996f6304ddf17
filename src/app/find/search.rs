use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::find::{BadQuery, Hits, Query, Searched};
use crate::model::Text;

/// The search behind the bar: what was asked last and what was found.
///
/// Each query runs on a thread of its own. A later one makes it outdated: it
/// stops by itself, and what it may still have found is dropped.
#[derive(Default)]
pub struct Search {
    searched: Option<Searched>,
    asked: Option<Query>,
    number: Arc<AtomicU64>,
    is_running: bool,
    hits: Arc<Hits>,
    problem: Option<BadQuery>,
}

/// What a search came to; `None` where it was given up.
pub type SearchAnswer = Option<Result<Hits, BadQuery>>;

impl Search {
    /// The work to be done where `query` was not asked of `text` yet; its
    /// answer is for [`Search::end`].
    pub fn begin(&mut self, text: &Text, query: &Query) -> Option<impl FnOnce() -> SearchAnswer + Send + 'static> {
        let searched = match &self.searched {
            // Folding the text for searching takes as long as searching it, and is kept for as long as the text is
            // the same.
            Some(searched) if searched.text().sha256() == text.sha256() => searched.clone(),
            _ => {
                self.asked = None;
                self.hits = Arc::default();
                self.searched.insert(Searched::new(text.clone())).clone()
            }
        };
        if self.asked.as_ref() == Some(query) {
            return None;
        }
        self.asked = Some(query.clone());
        self.is_running = true;
        // The thread of the search before looks at this number and stops.
        let own = self.number.fetch_add(1, Ordering::Relaxed) + 1;
        let (query, number) = (query.clone(), self.number.clone());
        Some(move || {
            let pattern = query.pattern();
            let is_outdated = || number.load(Ordering::Relaxed) != own;
            match pattern {
                Ok(pattern) => searched.hits(&pattern, &is_outdated).map(Ok),
                Err(problem) => Some(Err(problem)),
            }
        })
    }

    /// Takes the answer of search `own`; says whether it is the one waited for.
    pub fn end(&mut self, own: u64, answer: SearchAnswer) -> bool {
        let is_awaited = own == self.number.load(Ordering::Relaxed);
        if let (true, Some(answer)) = (is_awaited, answer) {
            self.is_running = false;
            (self.hits, self.problem) = match answer {
                Ok(hits) => (Arc::new(hits), None),
                Err(problem) => (Arc::default(), Some(problem)),
            };
        }
        is_awaited
    }

    /// Search `own` broke off. Where it is the one waited for, what was found before is no answer to what is asked.
    pub fn give_up(&mut self, own: u64) {
        if own == self.number() {
            self.is_running = false;
            (self.hits, self.problem) = (Arc::default(), None);
        }
    }

    /// The number of the search that was begun last.
    pub fn number(&self) -> u64 {
        self.number.load(Ordering::Relaxed)
    }

    /// Forgets the text and what was found; a search under way is given up.
    pub fn forget(&mut self) {
        self.number.fetch_add(1, Ordering::Relaxed);
        *self = Search { number: self.number.clone(), ..Search::default() };
    }

    /// Whether the answer to `query` is not there yet.
    pub fn awaits(&self, query: &Query) -> bool {
        self.is_running || self.asked.as_ref() != Some(query)
    }

    /// The hits of the query answered last.
    pub fn hits(&self) -> &Arc<Hits> {
        &self.hits
    }

    /// Why that query cannot be asked, if so.
    pub fn problem(&self) -> Option<&BadQuery> {
        self.problem.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_to_an_outdated_query_is_dropped() {
        let text = Text::new("One two one".to_owned());
        let mut search = Search::default();
        let query = |needle: &str| Query { needle: needle.to_owned(), ..Query::default() };
        assert!(search.begin(&text, &query("o")).is_some());
        assert!(search.begin(&text, &query("one")).is_some());
        assert!(search.begin(&text, &query("one")).is_none(), "it is under way");
        let hits = |needle: &str| {
            let pattern = query(needle).pattern().unwrap();
            Searched::new(text.clone()).hits(&pattern, &|| false).map(Ok)
        };
        assert!(!search.end(1, hits("o")));
        assert!(search.hits().is_empty() && search.awaits(&query("one")));
        assert!(search.end(2, hits("one")));
        assert_eq!((search.hits().len(), search.awaits(&query("one"))), (2, false));
    }
}
