//! Growing and shrinking the selection by meaning.

use crate::figures::{Language, phrase_around};
use crate::model::{Span, Text};

use super::quotation::quotations;
use super::sentences::sentences_around;
use super::words::word_at;
use super::{OpenProject, Selection};

/// The selections that growing went through, the last of them the one it made:
/// what shrinking goes back on. Any other selection ends it.
#[derive(Clone, Debug, Default)]
pub(super) struct Growth(Vec<Selection>);

impl OpenProject {
    /// Grows the selection to the next larger unit: word, number phrase,
    /// quotation, sentence, paragraph, article. Answers whether there was one.
    pub fn grow_selection(&mut self) -> bool {
        let Some(grown) = grown(&self.project().article().text, self.selection) else { return false };
        // The selection was changed otherwise since: shrinking begins with it.
        if self.growth.0.last() != Some(&self.selection) {
            self.growth.0 = vec![self.selection];
        }
        self.growth.0.push(grown);
        self.selection = grown;
        true
    }

    /// Takes the last growing back; where there was none, shrinks to the
    /// largest smaller unit around the caret, at last to the caret.
    pub fn shrink_selection(&mut self) {
        if self.growth.0.last() == Some(&self.selection) && self.growth.0.len() > 1 {
            self.growth.0.pop();
            self.selection = self.growth.0.last().copied().unwrap_or(self.selection);
        } else {
            self.selection = shrunk(&self.project().article().text, self.selection);
        }
    }
}

/// The selection made the smallest unit that holds more than it; `None` where
/// that is the whole article, or the article is empty.
///
/// ```
/// use newsmark_core::edit::{Selection, grow::grown};
/// use newsmark_core::model::Text;
///
/// let text = Text::new("Ten died. Two fled.".to_owned());
/// let word = grown(&text, Selection::caret(1)).and_then(Selection::span).map(|span| text.words(span));
/// assert_eq!(word, Some("Ten"));
/// ```
pub fn grown(text: &Text, selection: Selection) -> Option<Selection> {
    let (start, end) = ends(selection);
    let larger = units(text, start, end)
        .into_iter()
        .filter(|unit| unit.start() <= start && end <= unit.end() && (unit.start(), unit.end()) != (start, end));
    // By length and not by kind: a quotation may be shorter or longer than its sentence.
    larger.min_by_key(|unit| unit.len()).map(Selection::of)
}

/// The selection made the largest unit around its caret that holds less than it, else the caret.
pub fn shrunk(text: &Text, selection: Selection) -> Selection {
    let Some(span) = selection.span() else { return selection };
    // What stands before a caret at the end is what was selected.
    let place = if selection.head == span.end() { last_letter(text, span) } else { selection.head };
    let smaller = units(text, place, place)
        .into_iter()
        .filter(|unit| span.encloses(*unit) && *unit != span && unit.start() <= place && place <= unit.end());
    smaller.max_by_key(|unit| unit.len()).map_or(Selection::caret(selection.head), Selection::of)
}

/// The start of the last letter or digit of `span`, else its end.
fn last_letter(text: &Text, span: Span) -> usize {
    let found = text.words(span).char_indices().rev().find(|(_, c)| c.is_alphanumeric());
    found.map_or(span.end(), |(at, _)| text.boundary_at_or_before(span.start() + at))
}

fn ends(selection: Selection) -> (usize, usize) {
    (selection.anchor.min(selection.head), selection.anchor.max(selection.head))
}

/// The units of meaning around bytes `start` to `end`, in no order, on grapheme boundaries.
fn units(text: &Text, start: usize, end: usize) -> Vec<Span> {
    let (first, last) = (text.paragraph_at(start), text.paragraph_at(end));
    let paragraphs = text.paragraphs();
    let mut units = Vec::new();
    units.extend(words_around(text, start, end));
    // Words, sentences and quotations end with their paragraph; a selection over several grows to whole paragraphs.
    if first == last {
        let quotations = quotations(text, start);
        let sentence = sentences_around(text, start, end);
        units.extend(sentence.and_then(|sentence| number_phrase(text, sentence, start, end)));
        units.extend(sentence.map(|sentence| with_quotations(text, sentence, &quotations)));
        for quotation in quotations {
            units.push(quotation);
            units.extend(sentence.and_then(|sentence| within(text, sentence, quotation)));
        }
    }
    units.extend(Span::new(paragraphs[first].start, paragraphs[last].end));
    units.extend(Span::new(0, text.len()));
    units.into_iter().filter_map(|unit| text.snap(unit.start(), unit.end())).collect()
}

/// The number phrase of the sentence around bytes `start` to `end`. How far it
/// goes does not depend on the article's language but for its words.
fn number_phrase(text: &Text, sentence: Span, start: usize, end: usize) -> Option<Span> {
    let place = start.checked_sub(sentence.start())?..end.checked_sub(sentence.start())?;
    let phrase = phrase_around(text.words(sentence), Language::default(), place)?;
    Span::new(sentence.start() + phrase.start, sentence.start() + phrase.end)
}

/// The sentences with the quotations that they cut into taken whole.
fn with_quotations(text: &Text, sentence: Span, quotations: &[Span]) -> Span {
    let mut whole = sentence;
    for quotation in quotations {
        let is_closed = text.words(*quotation).ends_with(super::quote_marks::is_quote_mark);
        let is_cut = whole.overlaps(*quotation) && !whole.encloses(*quotation) && !quotation.encloses(whole);
        if is_closed && is_cut {
            let (start, end) = (whole.start().min(quotation.start()), whole.end().max(quotation.end()));
            whole = sentences_around(text, start, end).unwrap_or(whole);
        }
    }
    whole
}

/// The sentence within a quotation of several; `None` where it is all that stands between the marks.
fn within(text: &Text, sentence: Span, quotation: Span) -> Option<Span> {
    let words = text.words(quotation);
    let opening = words.chars().next()?;
    let closing = words.chars().next_back().filter(|c| super::quote_marks::is_quote_mark(*c));
    let inside =
        Span::new(quotation.start() + opening.len_utf8(), quotation.end() - closing.map_or(0, char::len_utf8))?;
    let part = Span::new(sentence.start().max(inside.start()), sentence.end().min(inside.end()))?;
    (part != inside).then_some(part)
}

/// The words that bytes `start` to `end` touch, whole; a caret behind a word is in it.
fn words_around(text: &Text, start: usize, end: usize) -> Option<Span> {
    let is_word = |span: &Span| text.words(*span).chars().any(char::is_alphanumeric);
    let before = |offset: usize| text.previous_boundary(offset).and_then(|before| word_at(text, before));
    let first = word_at(text, start).filter(is_word);
    if start == end {
        return first.or_else(|| before(start).filter(|word| is_word(word) && word.end() == start));
    }
    let last = before(end).filter(|word| is_word(word) && word.end() >= end);
    let first = first.map_or(start, Span::start);
    Span::new(first.min(start), last.map_or(end, Span::end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What growing from the place of `|` selects, step by step.
    fn steps(marked: &str) -> Vec<String> {
        let at = marked.find('|').unwrap();
        let text = Text::new(marked.replace('|', ""));
        let mut selection = Selection::caret(at);
        let mut seen = Vec::new();
        while let Some(next) = grown(&text, selection) {
            seen.push(text.words(next.span().unwrap()).to_owned());
            selection = next;
        }
        seen
    }

    #[test]
    fn a_number_grows_to_its_phrase_its_sentence_its_paragraph_and_the_article() {
        assert_eq!(
            steps("At the market\nShells killed at least 1|2 people. They fled."),
            [
                "12",
                "at least 12 people",
                "Shells killed at least 12 people.",
                "Shells killed at least 12 people. They fled.",
                "At the market\nShells killed at least 12 people. They fled.",
            ]
        );
    }

    #[test]
    fn a_quotation_of_several_sentences_is_reached_through_its_sentence() {
        assert_eq!(
            steps("He said: “We l|eft. We came back.” She nodded.")[..4],
            ["left", "We left.", "“We left. We came back.”", "He said: “We left. We came back.”"]
        );
    }

    #[test]
    fn an_arabic_quotation_lies_between_word_and_sentence() {
        assert_eq!(
            steps("«كنا نختار البر|تقال»، قالت دالا. ورحلت.")[..3],
            ["البرتقال", "«كنا نختار البرتقال»", "«كنا نختار البرتقال»، قالت دالا."]
        );
    }

    #[test]
    fn a_caret_behind_a_word_is_in_it() {
        assert_eq!(steps("They fled|.")[0], "fled");
    }

    #[test]
    fn without_growing_shrinking_takes_the_largest_smaller_unit() {
        let text = Text::new("Shells killed at least 12 people. They fled.".to_owned());
        let mut selection = Selection::of(Span::new(0, text.len()).unwrap());
        let mut seen = Vec::new();
        while selection.span().is_some() {
            selection = shrunk(&text, selection);
            seen.push(selection.span().map_or("", |span| text.words(span)));
        }
        assert_eq!(seen, ["They fled.", "fled", ""]);
    }

    #[test]
    fn shrinking_after_another_selection_does_not_go_back_to_the_old_one() {
        let mut open = OpenProject::new(crate::model::fixture::project("Two died. They fled."), true);
        open.selection = Selection::caret(1);
        open.grow_selection();
        open.grow_selection();
        open.selection = Selection::caret(12);
        open.grow_selection();
        open.shrink_selection();
        assert_eq!(open.selection, Selection::caret(12));
        open.shrink_selection();
        assert_eq!(open.selection, Selection::caret(12));
    }

    /// The number phrase around the place of `|`.
    fn around(marked: &str) -> Option<String> {
        let at = marked.find('|').unwrap();
        let text = Text::new(marked.replace('|', ""));
        sentences_around(&text, at, at)
            .and_then(|sentence| number_phrase(&text, sentence, at, at))
            .map(|span| text.words(span).to_owned())
    }

    #[test]
    fn a_number_is_taken_with_what_qualifies_it_and_what_it_counts() {
        for (marked, phrase) in [
            ("Shells killed at least 1|2 people in Karsa.", "at least 12 people"),
            ("More than 1,2|00 were hurt.", "More than 1,200"),
            ("About 30\u{202F}0|00 people fled.", "About 30\u{202F}000 people"),
            ("Some 30\u{A0}0|00 fled.", "Some 30\u{A0}000"),
            ("Aid for an estimated 1.2 mill|ion children stopped.", "an estimated 1.2 million children"),
            ("Nearly twenty-f|ive families came.", "Nearly twenty-five families"),
            ("Tens of thou|sands of people fled.", "Tens of thousands of people"),
            ("A hundred and fi|ve men and boys", "A hundred and five men"),
            ("Between 5 and |7 died.", "Between 5 and 7"),
            ("Up to 5–|7 houses burned.", "Up to 5–7 houses"),
            ("It cost $|40 million.", "$40 million"),
            ("More than 6|0% of households left.", "More than 60%"),
            ("Hospitals took in 46 more wou|nded people.", "46 more wounded people"),
            ("About a do|zen homes", "About a dozen homes"),
        ] {
            assert_eq!(around(marked).as_deref(), Some(phrase), "{marked}");
        }
    }

    #[test]
    fn an_arabic_number_is_taken_with_what_qualifies_it_and_what_it_counts() {
        for (marked, phrase) in [
            ("قُتل ما لا يقل عن 1|7 شخصًا وأُصيب العشرات.", "ما لا يقل عن 17 شخصًا"),
            ("بلغت ١|٢ قتيلًا، بينهم خمسة", "١٢ قتيلًا"),
            ("أن نحو 4,3|00 شخص نزحوا", "نحو 4,300 شخص"),
            ("إن أكثر من 6|0% من الأسر غادرت", "أكثر من 60%"),
            ("نزح عشرات الآلا|ف من المدنيين أمس", "عشرات الآلاف من المدنيين"),
            ("قُتل خم|سة وعشرون مدنيًا", "خمسة وعشرون مدنيًا"),
        ] {
            assert_eq!(around(marked).as_deref(), Some(phrase), "{marked}");
        }
    }

    #[test]
    fn words_without_a_number_are_no_number_phrase() {
        assert_eq!(around("The peo|ple fled."), None);
        assert_eq!(around("At least 12 died, sa|id one."), None);
        assert_eq!(around("صباح الاث|نين"), None);
    }

    const WORDS: &str = "(Gen|at least|12|dozens|of|people|قال|نحو|e\u{301}|👨🏻‍🚒|“|”|«|»|‘|’|\"|[.!?؟,]|\n| ){0,24}";

    proptest! {
        #[test]
        fn growing_always_holds_strictly_more_on_boundaries(line in WORDS, anchor in 0usize..90, head in 0usize..90) {
            let text = Text::new(line);
            let [anchor, head] = [anchor, head].map(|at| text.boundary_at_or_before(at));
            let selection = Selection { anchor, head, downstream: true };
            let (start, end) = ends(selection);
            match grown(&text, selection) {
                Some(next) => {
                    let span = next.span().unwrap();
                    prop_assert!(span.start() <= start && end <= span.end() && span.len() > end - start);
                    prop_assert!(text.is_boundary(span.start()) && text.is_boundary(span.end()));
                }
                None => prop_assert_eq!((start, end), (0, text.len())),
            }
        }

        #[test]
        fn shrinking_takes_growing_back(line in WORDS, anchor in 0usize..90, head in 0usize..90, times in 1usize..6) {
            let project = crate::model::Project::new(crate::model::Article { text: Text::new(line), card: Default::default() });
            let mut open = OpenProject::new(project, true);
            let text = open.project().article().text.clone();
            let [anchor, head] = [anchor, head].map(|at| text.boundary_at_or_before(at));
            open.selection = Selection { anchor, head, downstream: true };
            let before = open.selection;
            let grown = (0..times).filter(|_| open.grow_selection()).count();
            for _ in 0..grown {
                open.shrink_selection();
            }
            prop_assert_eq!(open.selection, before);
        }

        #[test]
        fn shrinking_always_holds_strictly_less(line in WORDS, anchor in 0usize..90, head in 0usize..90) {
            let text = Text::new(line);
            let [anchor, head] = [anchor, head].map(|at| text.boundary_at_or_before(at));
            let selection = Selection { anchor, head, downstream: true };
            if let (Some(span), smaller) = (selection.span(), shrunk(&text, selection).span()) {
                prop_assert!(smaller.is_none_or(|smaller| span.encloses(smaller) && smaller != span));
            }
        }
    }
}
