use std::ops::Range;
use std::sync::{Arc, OnceLock};

use memchr::memmem::Finder;
use regex::Regex;

use super::edges::{is_whole_word, widened};
use super::pattern::Sought;
use super::slices::{SLICE, Slices};
use super::{Folded, Folds, Hits, Pattern};
use crate::model::Text;

/// So many places are fetched, then unfolded.
// Often enough to be given up within a frame, seldom enough that asking costs nothing.
const AT_ONCE: usize = 64;

/// A text that is searched, with its folded copies.
///
/// Cloning shares it. A copy is built by the first search that needs it, so
/// a search belongs on a thread of its own.
///
/// ```
/// use newsmark_core::find::{Query, Searched};
/// use newsmark_core::model::Text;
///
/// let searched = Searched::new(Text::new("Ten died in Karsa; ten fled.".to_owned()));
/// let pattern = Query { needle: "TEN".to_owned(), ..Query::default() }.pattern()?;
/// let hits = searched.hits(&pattern, &|| false).ok_or("given up")?;
/// let words: Vec<&str> = hits.as_slice().iter().map(|hit| searched.text().words(*hit)).collect();
/// assert_eq!(words, ["Ten", "ten"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Searched(Arc<Inner>);

struct Inner {
    text: Text,
    case: OnceLock<Folded>,
    forms: OnceLock<Folded>,
    both: OnceLock<Folded>,
}

impl Searched {
    /// The text, not yet folded.
    pub fn new(text: Text) -> Searched {
        Searched(Arc::new(Inner { text, case: OnceLock::new(), forms: OnceLock::new(), both: OnceLock::new() }))
    }

    /// The text itself.
    pub fn text(&self) -> &Text {
        &self.0.text
    }

    /// The copy folded by `folds`, built where it is not there yet; `None`
    /// where those are exact and the text itself serves.
    pub fn folded(&self, folds: Folds) -> Option<&Folded> {
        let copy = match (folds.case, folds.forms) {
            (false, false) => return None,
            (true, false) => &self.0.case,
            (false, true) => &self.0.forms,
            (true, true) => &self.0.both,
        };
        Some(copy.get_or_init(|| Folded::new(&self.0.text, folds)))
    }

    /// Every place that fits `pattern`; `None` where `is_outdated`, which is
    /// asked often, said that nobody wants to know any more.
    pub fn hits(&self, pattern: &Pattern, is_outdated: &dyn Fn() -> bool) -> Option<Hits> {
        let text = self.text();
        match &pattern.sought {
            Sought::Nothing => Some(Hits::default()),
            Sought::Words { finder, folds } => {
                words(text, self.folded(*folds), finder, pattern.whole_word, is_outdated)
            }
            Sought::Expression(expression) => expressions(text, expression, pattern.whole_word, is_outdated),
        }
    }
}

/// Where `finder` finds its words in `text` by way of its folded copy, or without one in itself.
fn words(
    text: &Text,
    folded: Option<&Folded>,
    finder: &Finder<'static>,
    whole_word: bool,
    is_outdated: &dyn Fn() -> bool,
) -> Option<Hits> {
    let places = places(folded.map_or(text, Folded::as_str), finder, whole_word, is_outdated)?;
    let mut hits = Hits::default();
    let mut passed = 0;
    for some in places.chunks(AT_ONCE) {
        if is_outdated() {
            return None;
        }
        if let Some(folded) = folded {
            some.iter().for_each(|place| folded.fetch(text, *place));
        }
        for place in some {
            let copied = *place..place + finder.needle().len();
            let Range { start, end } = folded.map_or(copied.clone(), |folded| folded.unfold(text, copied.clone()));
            // Overlapping places are tried only because the one before was no whole word; once it was, they are part of
            // it.
            if copied.start < passed || end <= hits.end() {
                continue;
            }
            let Some(span) = widened(text, start, end) else { continue };
            if !whole_word || is_whole_word(text, span) {
                hits.push(span);
                passed = copied.end;
            }
        }
    }
    Some(hits)
}

/// Where the words stand in `copy`. Whole words may begin within what is none, so for those overlapping ones count.
fn places(
    copy: &str,
    finder: &Finder<'static>,
    overlapping: bool,
    is_outdated: &dyn Fn() -> bool,
) -> Option<Vec<usize>> {
    // A needle is never empty, so that the search always moves on; one byte is enough as matches of valid UTF-8 begin
    // on code points.
    let step = if overlapping { 1 } else { finder.needle().len() };
    let mut places = Vec::new();
    let mut from = 0;
    while let Some(at) = copy.as_bytes().get(from..).and_then(|rest| finder.find(rest)) {
        if is_outdated() {
            return None;
        }
        places.push(from + at);
        from += at + step;
    }
    Some(places)
}

/// Where `expression` matches, paragraph by paragraph and slice by slice, so that a slow one can be given up.
fn expressions(text: &Text, expression: &Regex, whole_word: bool, is_outdated: &dyn Fn() -> bool) -> Option<Hits> {
    let mut hits = Hits::default();
    for paragraph in text.paragraphs() {
        for found in Slices::new(expression, &text[paragraph.start..paragraph.end], SLICE) {
            if is_outdated() {
                return None;
            }
            let Some(found) = found else { continue };
            let (start, end) = (paragraph.start + found.start, paragraph.start + found.end);
            if end <= hits.end() {
                continue;
            }
            match widened(text, start, end) {
                Some(span) if !whole_word || is_whole_word(text, span) => hits.push(span),
                _ => {}
            }
        }
    }
    Some(hits)
}
