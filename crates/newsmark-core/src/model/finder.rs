use std::borrow::Cow;
use std::cell::{Cell, OnceCell};

use super::grams::Grams;
use super::{CodePoints, Span, Spans};

/// How far words may have been moved by hand in an unchanged text, in bytes,
/// to be taken for the nearest of several occurrences.
// About ten words: whoever edits a file by hand moves a boundary by a few.
const NEAR: usize = 64;

/// So often the text is read for words before it is worth to note where its runs of bytes stand, which costs about as
/// much.
const READS: usize = 16;

/// How the text that is there relates to the one that was annotated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextState {
    /// It is the same, to the byte.
    Same,
    /// Its line ends had been changed and were restored; words in the file may have the changed ones.
    LineEndsRestored,
    /// It is another.
    Changed,
}

/// Looks in an article for words that do not stand where a file, or another text, says.
pub struct Finder<'i> {
    index: &'i CodePoints,
    state: TextState,
    /// Where words were said to begin and by how many code points they have moved, sorted.
    shifts: Vec<(usize, i64)>,
    /// How often the whole text was read for words.
    n_reads: Cell<usize>,
    /// Its runs of one byte and more, made when words of that length have been looked for often.
    grams: [OnceCell<Grams>; Grams::LONGEST],
}

impl<'i> Finder<'i> {
    /// A finder in the text of `index`.
    pub fn new(index: &'i CodePoints, state: TextState) -> Finder<'i> {
        Finder { index, state, shifts: Vec::new(), n_reads: Cell::new(0), grams: Default::default() }
    }

    /// The span in code points, where exactly `words` stand there.
    pub fn at(&self, claimed: (usize, usize), words: &str) -> Option<Span> {
        let span = self.index.span(claimed)?;
        let found = self.index.text().words(span);
        let same = match self.state {
            TextState::LineEndsRestored => same_but_for_line_ends(found, words),
            TextState::Same | TextState::Changed => found == words,
        };
        same.then_some(span)
    }

    /// Learns where words that are certain stand, so that those around them can be told apart.
    pub fn learn(&mut self, mut certain: Vec<((usize, usize), Span)>) {
        // Looked up by binary search.
        certain.sort_by_key(|(claimed, _)| *claimed);
        let shift = |(claimed, span): ((usize, usize), Span)| {
            (claimed.0, self.index.at_byte(span.start()) as i64 - claimed.0 as i64)
        };
        self.shifts = certain.into_iter().map(shift).collect();
    }

    /// The only occurrence of `words`.
    pub fn unique(&self, words: &str) -> Option<Span> {
        if words.is_empty() {
            return None;
        }
        let text = self.index.text();
        // A file with a few marks to be found again must not pay for an index of the whole text.
        let start = if self.n_reads.get() < READS {
            self.n_reads.set(self.n_reads.get() + 1);
            let first = text.find(words)?;
            let next_char = first + words.chars().next().map_or(1, char::len_utf8);
            // From the second character on, as occurrences may overlap.
            if text[next_char..].contains(words) { None } else { Some(first) }
        } else {
            let length = words.len().min(Grams::LONGEST);
            self.grams[length - 1].get_or_init(|| Grams::of(text, length)).only(text, words)
        };
        start.and_then(|start| Span::new(start, start + words.len()))
    }

    /// The occurrence of `words` that must be meant, said to stand at `claimed`.
    ///
    /// In an unchanged text the span was changed by hand and the nearest is
    /// meant, if it is near and no other is about as near. In a changed text
    /// the one is meant that moved exactly as the words around it did. `None`
    /// where that leaves a doubt.
    pub fn meant(&self, claimed: (usize, usize), words: &str) -> Option<Span> {
        if words.is_empty() {
            return None;
        }
        if let Some(span) = self.unique(words) {
            return Some(span);
        }
        match self.state {
            TextState::Same | TextState::LineEndsRestored => self.nearest(claimed.0, words),
            TextState::Changed => self.moved_with_others(claimed, words),
        }
    }

    fn nearest(&self, claimed: usize, words: &str) -> Option<Span> {
        let text = self.index.text();
        let from = self.index.byte_of(claimed)?;
        // Five times as far as a place may be: `alone` asks up to four times the distance for another one.
        let window = text.floor_char_boundary(from.saturating_sub(5 * NEAR));
        let end = text.ceil_char_boundary((from + 5 * NEAR + words.len()).min(text.len()));
        // None that begins behind this is near, however long the words are.
        let last = from + 5 * NEAR;
        let starts = text[window..end].char_indices().map(|(at, _)| window + at).take_while(|at| *at <= last);
        let mut found: Vec<usize> = starts.filter(|&at| text[at..].starts_with(words)).collect();
        found.sort_by_key(|at| at.abs_diff(from));
        let distance = found.first()?.abs_diff(from);
        // Another one within four times the distance could as well be meant.
        let alone = found.get(1).is_none_or(|next| next.abs_diff(from) > 4 * distance);
        if distance <= NEAR && alone { Span::new(found[0], found[0] + words.len()) } else { None }
    }

    /// The occurrence of `words` that moved exactly as what is certain around it did; `None` where
    /// there is none, or where what stands before moved otherwise than what stands after. What is
    /// certain and begins at the same place decides alone.
    pub fn moved_with_others(&self, claimed: (usize, usize), words: &str) -> Option<Span> {
        let after = self.shifts.partition_point(|(start, _)| *start < claimed.0);
        let before = after.checked_sub(1).map(|place| self.shifts[place].1);
        let behind = self.shifts.partition_point(|(start, _)| *start <= claimed.0);
        let same = self.shifts[after..behind].last();
        let shift = match (before, self.shifts.get(after).map(|(_, shift)| *shift)) {
            _ if same.is_some() => same.map(|(_, shift)| *shift)?,
            // Something was inserted or deleted between the two, before or behind these words.
            (Some(before), Some(after)) if before != after => return None,
            (before, after) => before.or(after)?,
        };
        // A file may claim any number, and one moved to before the text is nowhere.
        let moved = |n: usize| usize::try_from(i64::try_from(n).ok()?.checked_add(shift)?).ok();
        let start = moved(claimed.0)?;
        self.at((start, start.checked_add(words.chars().count())?), words)
    }

    /// The only occurrence of `words` within `spans`.
    pub fn within(&self, spans: &Spans, words: &str) -> Option<Span> {
        if words.is_empty() {
            return None;
        }
        let text = self.index.text();
        let found = |span: Span| text.words(span).match_indices(words).map(move |(at, _)| span.start() + at);
        let mut found = spans.iter().flat_map(found);
        match (found.next(), found.next()) {
            // Twice within the mark leaves a doubt, as anywhere else.
            (Some(start), None) => Span::new(start, start + words.len()),
            _ => None,
        }
    }
}

/// Whether the two are the same words but for their line ends.
fn same_but_for_line_ends(one: &str, other: &str) -> bool {
    one == other || normal(one) == normal(other)
}

fn normal(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;

    #[test]
    fn words_that_are_looked_for_often_are_found_without_reading_the_text_again() {
        let words: Vec<String> = (0..2000).map(|n| format!("é{n} people ")).collect();
        let text = Text::new(words.concat() + "é7 people 3 x");
        let index = CodePoints::of(&text);
        let finder = Finder::new(&index, TextState::Changed);
        for sought in words.iter().map(String::as_str).chain(["x", "x ", "3 x", "ab", "people", "é1", "é1999 people é"])
        {
            let found: Vec<usize> = text.match_indices(sought).map(|(at, _)| at).collect();
            let only = if found.len() == 1 { Span::new(found[0], found[0] + sought.len()) } else { None };
            assert_eq!(finder.unique(sought), only, "{sought}");
        }
        assert_eq!(finder.unique(""), None);
        assert_eq!(finder.n_reads.get(), READS);
    }

    #[test]
    fn of_much_that_is_certain_at_one_place_the_last_learnt_decides() {
        let text = Text::new("Ten died, ten died.".to_owned());
        let index = CodePoints::of(&text);
        let mut finder = Finder::new(&index, TextState::Changed);
        let span = Span::new(10, 13).unwrap();
        finder.learn(vec![((0, 3), span); 3]);
        assert_eq!(finder.moved_with_others((0, 3), "ten"), Some(span));
    }
}
