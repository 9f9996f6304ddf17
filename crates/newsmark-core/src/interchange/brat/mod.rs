//! Reading brat standoff, the annotations that brat keeps in a `.ann` file beside a `.txt` (Stenetorp and others 2012).
//!
//! A line is an annotation; its first column names it and says by its letter what it is: `T` words, `E` an event, `R` a
//! relation, `*` things that are the same, `A` and, in older files, `M` an attribute, `N` an entry of a catalogue, `#` a
//! note. Offsets are code points of the text, half-open, and count CR LF as two.

mod line;

use crate::model::{CodePoints, Span, Spans};

use line::Line;

/// What a `.ann` file holds, each kind in the order of its lines; names and labels are the file's own.
///
/// ```
/// use newsmark_core::interchange::BratFile;
///
/// let file = BratFile::read("T1\tQuote 0 3;9 12\tOui. Non.\nA1\tSure T1\n");
/// assert_eq!((file.words[0].id, &file.words[0].ranges[..]), ("T1", &[(0, 3), (9, 12)][..]));
/// assert_eq!((file.attributes[0].of, file.attributes[0].value), ("T1", None));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BratFile<'f> {
    /// Words of the text with a label: lines `T`.
    pub words: Vec<BratWords<'f>>,
    /// What happens, with who takes part: lines `E`.
    pub events: Vec<BratEvent<'f>>,
    /// What holds between two: lines `R`.
    pub relations: Vec<BratRelation<'f>>,
    /// Things that are the same: lines `*`.
    pub equivalences: Vec<BratEquivalence<'f>>,
    /// What is said of one: lines `A` and `M`.
    pub attributes: Vec<BratAttribute<'f>>,
    /// What stands for one in a catalogue: lines `N`.
    pub normalizations: Vec<BratNormalization<'f>>,
    /// What people noted: lines `#`.
    pub notes: Vec<BratNote<'f>>,
    /// The lines that are none of these, by their numbers from 1; blank lines are none of them either and not listed.
    pub unread: Vec<usize>,
}

/// Words of the text with a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BratWords<'f> {
    /// The name, as `T1`.
    pub id: &'f str,
    /// The label, as `Casualties`.
    pub label: &'f str,
    /// Where they stand, in code points of the text, half-open; several where something stands between.
    pub ranges: Vec<(usize, usize)>,
    /// The words, as the file gives them; several stretches with a space between.
    pub text: &'f str,
}

/// An event: the words that tell of it, and who takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BratEvent<'f> {
    /// The name, as `E1`.
    pub id: &'f str,
    /// The label, as `Attack`.
    pub label: &'f str,
    /// The name of the words that tell of it.
    pub trigger: &'f str,
    /// The roles and whom they name; several of one role have numbers behind it: `Victim`, `Victim2`.
    pub arguments: Vec<(&'f str, &'f str)>,
}

/// What holds between two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BratRelation<'f> {
    /// The name, as `R1`.
    pub id: &'f str,
    /// The label, as `PartOf`.
    pub label: &'f str,
    /// The roles and whom they name, mostly `Arg1` and `Arg2`.
    pub arguments: Vec<(&'f str, &'f str)>,
}

/// Things that are the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BratEquivalence<'f> {
    /// The label, as `Same`.
    pub label: &'f str,
    /// Their names.
    pub of: Vec<&'f str>,
}

/// What is said of one: a value of a list, or that it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BratAttribute<'f> {
    /// The name, as `A1`.
    pub id: &'f str,
    /// The label, as `Harm`.
    pub label: &'f str,
    /// The name of what it is said of.
    pub of: &'f str,
    /// The value; `None` where it holds.
    pub value: Option<&'f str>,
}

/// What stands for one in a catalogue outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BratNormalization<'f> {
    /// The name, as `N1`.
    pub id: &'f str,
    /// The label, mostly `Reference`.
    pub label: &'f str,
    /// The name of what it is the entry of.
    pub of: &'f str,
    /// The catalogue and its name of the entry, as `Wikipedia:64488`.
    pub entry: &'f str,
    /// The entry's title; empty where the file has none.
    pub title: &'f str,
}

/// What somebody noted of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BratNote<'f> {
    /// The name, as `#1`.
    pub id: &'f str,
    /// The label, mostly `AnnotatorNotes`.
    pub label: &'f str,
    /// The name of what it is a note of.
    pub of: &'f str,
    /// The note, in which tabs stand as they are.
    pub text: &'f str,
}

impl<'f> BratFile<'f> {
    /// Reads a `.ann` file, in time linear in its length. Nothing is refused: names that nothing has and offsets outside
    /// the text are for whoever puts the parts together, and a line that is no annotation is in [`BratFile::unread`].
    pub fn read(file: &'f str) -> BratFile<'f> {
        let mut read = BratFile::default();
        // Editors put the mark in front that some systems want.
        for (n, line) in file.strip_prefix('\u{feff}').unwrap_or(file).lines().enumerate() {
            match Line::of(line) {
                Some(Line::Words(words)) => read.words.push(words),
                Some(Line::Event(event)) => read.events.push(event),
                Some(Line::Relation(relation)) => read.relations.push(relation),
                Some(Line::Equivalence(equivalence)) => read.equivalences.push(equivalence),
                Some(Line::Attribute(attribute)) => read.attributes.push(attribute),
                Some(Line::Normalization(normalization)) => read.normalizations.push(normalization),
                Some(Line::Note(note)) => read.notes.push(note),
                None if line.trim().is_empty() => {}
                None => read.unread.push(n + 1),
            }
        }
        read
    }
}

impl BratWords<'_> {
    /// Where the words stand in the text that was counted, in bytes; `None` where any stretch is empty or outside of it.
    pub fn spans(&self, points: &CodePoints) -> Option<Spans> {
        let spans: Option<Vec<Span>> = self.ranges.iter().map(|range| points.span(*range)).collect();
        Spans::new(spans?)
    }

    /// Whether the file's words are those of the text at these spans. brat writes a space for a line's end, and between
    /// stretches.
    pub fn fit(&self, points: &CodePoints, spans: &Spans) -> bool {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let stretches: Vec<&str> = spans.iter().map(|span| points.text().words(span)).collect();
        words(&stretches.join(" ")) == words(self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;
    use proptest::prelude::*;

    const LINE: &str = "Guard 😊, 👨🏻‍🚒 said: “12 dead”\nقُتل 17 شخصًا.";

    #[test]
    fn every_kind_of_line_is_read_in_any_order() {
        let file = BratFile::read(
            "E1\tAttack:T7 Figure-Arg:T5 Source-Arg:T4\n\
             E2\tCalm:T7 \n\
             T5\tFigure 21 23\t12\n\
             R1\tPartOf Arg1:T2 Arg2:T1\t\n\
             *\tSame T1 T2 T3\n\
             A1\tHarm T1 Killed\n\
             M1\tSpeculation E2\n\
             N1\tReference T5 Wikipedia:64488\tA person\n\
             #1\tAnnotatorNotes T1\twith a\ttab\n",
        );
        assert_eq!(file.events[0].arguments, [("Figure-Arg", "T5"), ("Source-Arg", "T4")]);
        assert_eq!((file.events[1].trigger, file.events[1].arguments.len()), ("T7", 0));
        assert_eq!(file.words[0].ranges, [(21, 23)]);
        assert_eq!(file.relations[0].arguments, [("Arg1", "T2"), ("Arg2", "T1")]);
        assert_eq!(file.equivalences[0].of, ["T1", "T2", "T3"]);
        assert_eq!(file.attributes.iter().map(|one| one.value).collect::<Vec<_>>(), [Some("Killed"), None]);
        assert_eq!((file.normalizations[0].entry, file.normalizations[0].title), ("Wikipedia:64488", "A person"));
        assert_eq!(file.notes[0].text, "with a\ttab");
        assert_eq!(file.unread, Vec::<usize>::new());
    }

    #[test]
    fn offsets_are_code_points_and_stretches_may_be_several() {
        for (text, ranges) in [(LINE.to_owned(), "21 28;35 37"), (LINE.replace('\n', "\r\n"), "21 28;36 38")] {
            let file = format!("T1\tFigure {ranges}\t12 dead 17\r\n");
            let read = BratFile::read(&file);
            let points = CodePoints::of(&Text::new(text));
            let spans = read.words[0].spans(&points).unwrap();
            let words: Vec<&str> = spans.iter().map(|span| points.text().words(span)).collect();
            assert_eq!(words, ["12 dead", "17"]);
            assert!(read.words[0].fit(&points, &spans));
        }
    }

    #[test]
    fn words_of_another_text_do_not_fit() {
        let points = CodePoints::of(&Text::new(LINE.to_owned()));
        let file = BratFile::read("T1\tFigure 21 23\t13\nT2\tFigure 21 999\t12\n");
        assert!(!file.words[0].fit(&points, &file.words[0].spans(&points).unwrap()));
        assert_eq!(file.words[1].spans(&points), None);
    }

    #[test]
    fn lines_that_are_no_annotations_are_told_by_their_numbers() {
        let file = BratFile::read(
            "T1\n\nT2\tCue\tx\nT3\tCue 5 2\tx\nT4\tCue 1 x\tx\nE1\t\nR1\tNear\nX1\tCue 1 2\tx\n#\nA1\tSure\n\
             T5\tCue 1 99999999999999999999999\tx\n",
        );
        assert_eq!(file.unread, [1, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        assert_eq!(file.words, []);
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_every_line_is_in_one_list(file in "([TERAMN#*]?[0-9]?\t?[a-z :;0-9]{0,12}[\t\n\r]?){0,12}") {
            let read = BratFile::read(&file);
            let n_read = read.words.len() + read.events.len() + read.relations.len() + read.equivalences.len()
                + read.attributes.len() + read.normalizations.len() + read.notes.len() + read.unread.len();
            prop_assert_eq!(n_read, file.lines().filter(|line| !line.trim().is_empty()).count());
        }
    }
}
