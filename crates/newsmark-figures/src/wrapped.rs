//! Paragraphs of text that was wrapped into lines.

use std::ops::Range;

use crate::text_line::TextLine;

/// So many of four line ends that end no sentence are full where text is wrapped: the others are of headings and of
/// lines that somebody broke by hand.
const FULL_OF_FOUR: usize = 3;

/// The paragraphs of `text`, as bytes of it, in order and disjoint, without the end of their last line and without blank
/// lines between them. Most texts have one on a line; where a text is hard-wrapped, as mail, telexes and old archives
/// are, lines that belong together are one.
///
/// Lines join where all of these hold:
/// - they follow each other with a single end between them (LF, CRLF, CR, U+0085 or U+2028; U+2029 always ends a
///   paragraph), both of at most 120 characters;
/// - the second is not indented deeper, begins no item of a list, heading or quoted line, and neither is a row of a table;
/// - the first is *full*: the first word of the second would not have fitted into the width of the lines around it, which
///   is that of the longest of them;
/// - the lines around them are wrapped: three of four that end no sentence are full, and one shows that it goes on, as
///   the next begins with a small letter or a digit (in capitals alone, and in scripts without capitals, with any letter).
///
/// Headings, verse, tables and lists stay as they are: their lines end where there is room, or begin with capitals.
///
/// # Limitations
/// Verse that begins its lines with small letters and is as wide in each reads as wrapped, and two lines of which the
/// second begins with a capital do not. Words parted by a hyphen at the end of a line stay parted.
///
/// ```
/// use newsmark_figures::wrapped_paragraphs;
///
/// let text = "Shells hit the market, killing at least\n12 people, aides said.\n\nThe toll rose.\nNobody claimed it.";
/// let paragraphs: Vec<&str> = wrapped_paragraphs(text).map(|at| &text[at]).collect();
/// assert_eq!(
///     paragraphs,
///     ["Shells hit the market, killing at least\n12 people, aides said.", "The toll rose.", "Nobody claimed it."]
/// );
/// ```
pub fn wrapped_paragraphs(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    WrappedParagraphs { text, next: TextLine::at(text, 0), lines: Vec::new(), joins: Vec::new(), n_taken: 0 }
}

/// The paragraphs of a text, a run of lines at a time.
struct WrappedParagraphs<'a> {
    text: &'a str,
    /// The line after the run.
    next: Option<TextLine<'a>>,
    /// A run of lines each of which may go on in the next.
    lines: Vec<TextLine<'a>>,
    /// Whether each joins with the next.
    joins: Vec<bool>,
    n_taken: usize,
}

impl Iterator for WrappedParagraphs<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        while self.n_taken == self.lines.len() {
            self.read_run()?;
        }
        let first = self.n_taken;
        let last = (first..).find(|n| !self.joins.get(*n).copied().unwrap_or(false))?;
        self.n_taken = last + 1;
        Some(self.lines.get(first)?.at.start..self.lines.get(last)?.at.end)
    }
}

impl WrappedParagraphs<'_> {
    /// Reads the next run of lines, empty where a blank one stands; `None` at the end of the text.
    fn read_run(&mut self) -> Option<()> {
        self.lines.clear();
        self.n_taken = 0;
        let mut line = self.next.take()?;
        loop {
            self.next = TextLine::at(self.text, line.next);
            if line.is_blank() {
                break;
            }
            let goes_on = self.next.as_ref().is_some_and(|next| !next.is_blank() && line.may_go_on_in(next));
            self.lines.push(line);
            match self.next.take_if(|_| goes_on) {
                Some(next) => line = next,
                None => break,
            }
        }
        self.joins = joins(&self.lines);
        Some(())
    }
}

/// Whether each line of a run joins with the next.
fn joins(run: &[TextLine<'_>]) -> Vec<bool> {
    if run.len() < 2 {
        return Vec::new();
    }
    let width = run.iter().filter_map(TextLine::columns).max().unwrap_or_default();
    let pairs = || run.iter().zip(run.iter().skip(1));
    let full: Vec<bool> = pairs().map(|(line, next)| !line.leaves_room_for(next, width)).collect();
    let going_on: Vec<bool> = run[..run.len() - 1].iter().map(|line| !line.ends_sentence()).collect();
    let n_going_on = going_on.iter().filter(|goes_on| **goes_on).count();
    let n_full = full.iter().zip(&going_on).filter(|(full, goes_on)| **full && **goes_on).count();
    let is_shown = pairs().zip(&full).any(|((line, next), full)| *full && line.shows_that_it_goes_on_in(next));
    let is_wrapped = is_shown && 4 * n_full >= FULL_OF_FOUR * n_going_on;
    full.into_iter().map(|full| full && is_wrapped).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The paragraphs of a text, parted by bars, each end of a line in them a slash.
    fn paragraphs(text: &str) -> String {
        let words: Vec<&str> = wrapped_paragraphs(text).map(|at| &text[at]).collect();
        words.join("|").replace("\r\n", "/").replace(['\n', '\r', '\u{2028}'], "/")
    }

    #[test]
    fn lines_that_are_full_and_go_on_are_one_paragraph() {
        for (text, expected) in [
            ("a guard said that at\nleast 12 people had\ndied.", "a guard said that at/least 12 people had/died."),
            ("the guns killed at least\r\n12 people.", "the guns killed at least/12 people."),
            ("the toll stood at\r12 dead.", "the toll stood at/12 dead."),
            ("the toll stood at\u{2028}12 dead.", "the toll stood at/12 dead."),
            (
                "   THE MAYOR SAID THAT FOUR\nGUARDS HAD BEEN HURT. NONE OF\nTHEM IS IN DANGER.\n   THE POLICE CAME LATER.",
                "   THE MAYOR SAID THAT FOUR/GUARDS HAD BEEN HURT. NONE OF/THEM IS IN DANGER.|   THE POLICE CAME LATER.",
            ),
            (
                "قال مسعفون إن ما لا يقل عن\n12 شخصا قتلوا في البلدة.",
                "قال مسعفون إن ما لا يقل عن/12 شخصا قتلوا في البلدة.",
            ),
        ] {
            assert_eq!(paragraphs(text), expected);
        }
    }

    #[test]
    fn what_is_no_wrapped_text_stays_a_line_a_paragraph() {
        for text in [
            "The toll rose.\nNobody came.",
            "The toll rose\n\nto twelve.",
            "Dead\n12\nInjured\n40",
            "Karsa\t12\nOrsa\t40",
            "the dead of Karsa   12\nthe dead of Orsa   40",
            "| Karsa | 12 |\n| Orsa | 40 |",
            "they count the dead of Karsa:\n- 12 in the port\n- five at the market",
            "they count the dead of the town\n1. at the port\n2. at the market",
            "O river of Karsa\nHow long will you carry\nThe names of my kin",
            "a heading without a stop\n    indented words begin here",
            "It was over\nat noon, and nobody spoke of it again that year or the next.",
            "the first half\u{2029}the second half",
            "===\nKarsa\n===",
        ] {
            let lines: Vec<&str> =
                text.split(['\n', '\u{2029}']).filter(|line| line.chars().any(char::is_alphanumeric)).collect();
            assert_eq!(paragraphs(text), lines.join("|"), "{text}");
        }
    }

    #[test]
    fn a_line_of_more_than_120_characters_is_a_paragraph_by_itself() {
        let long = "word ".repeat(30);
        assert_eq!(wrapped_paragraphs(&format!("{long}\nand more words")).count(), 2);
    }

    proptest! {
        #[test]
        fn paragraphs_are_in_order_and_hold_every_letter(text in "([a-zA-Z0-9 .ا\u{2029}-]|\r\n|\n|\r|\t| {3}){0,200}") {
            let mut end = 0;
            for at in wrapped_paragraphs(&text) {
                prop_assert!(at.start >= end && at.start < at.end);
                prop_assert!(!text[end..at.start].chars().any(char::is_alphanumeric));
                end = at.end;
            }
            prop_assert!(!text[end..].chars().any(char::is_alphanumeric));
        }
    }
}
