use newsmark_agreement::Unit;

use super::Labels;
use crate::model::{Category, Span};

/// Where marks of one person begin and end, in order of the text.
///
/// One sort serves every coefficient. Each span of a mark stands for itself. Marks
/// may overlap, which the coefficients do not know; so the text is divided at every
/// boundary, and each stretch has the set of categories that are marked there.
pub struct Marked(Vec<Edge>);

/// A boundary of a mark. At one place ends stand before beginnings.
#[derive(Clone, Copy, Debug)]
struct Edge {
    at: usize,
    begins: bool,
    category: Category,
}

impl Marked {
    /// The boundaries of these marks, in bytes.
    pub fn of(marks: impl IntoIterator<Item = (Category, Span)>) -> Marked {
        let edges = |(category, span): (Category, Span)| {
            [Edge { at: span.start(), begins: true, category }, Edge { at: span.end(), begins: false, category }]
        };
        let marks = marks.into_iter();
        let mut sorted: Vec<Edge> = Vec::with_capacity(2 * marks.size_hint().0);
        sorted.extend(marks.flat_map(edges));
        // Ends before beginnings: else two marks that touch would overlap in a stretch of no length.
        sorted.sort_unstable_by_key(|edge| edge.at << 1 | usize::from(edge.begins));
        Marked(sorted)
    }

    /// The same boundaries in code points, for which the text is read once.
    pub fn in_code_points(&self, text: &str) -> Marked {
        let (mut from, mut points) = (0, 0);
        let in_points = |edge: &Edge| {
            // Edges are in order, so that each stretch of the text is counted once.
            points += text.get(from..edge.at).map_or(0, |words| words.chars().count());
            from = edge.at;
            Edge { at: points, ..*edge }
        };
        Marked(self.0.iter().map(in_points).collect())
    }

    /// The stretches between neighbouring boundaries that are marked; of one category only, where one is given.
    pub fn units(&self, only: Option<Category>) -> Vec<Unit<Labels>> {
        let mut units = Vec::with_capacity(self.0.len());
        let mut open = [0_u32; Category::ALL.len()];
        let (mut from, mut labels) = (0, Labels::NONE);
        for edge in self.0.iter().filter(|edge| only.is_none_or(|only| edge.category == only)) {
            // Unmarked stretches are gaps, which the coefficients know by what is not there.
            if edge.at > from && labels != Labels::NONE {
                units.push(Unit { start: from, end: edge.at, label: labels });
            }
            from = edge.at;
            let open_here = &mut open[edge.category as usize];
            // A count and not a flag: two marks of one category may overlap, and the first to end does not end the
            // other.
            *open_here = if edge.begins { *open_here + 1 } else { open_here.saturating_sub(1) };
            let here = Labels::of(edge.category);
            labels = if *open_here > 0 { labels.with(here) } else { labels.without(here) };
        }
        units
    }
}

/// What each word is marked as: everything that a unit that shares a byte with it is marked as.
pub fn labels(words: &[Span], units: &[Unit<Labels>]) -> Vec<Labels> {
    let mut next = 0;
    let label = |word: &Span| {
        while units.get(next).is_some_and(|unit| unit.end <= word.start()) {
            next += 1;
        }
        let over = units[next..].iter().take_while(|unit| unit.start < word.end());
        over.fold(Labels::NONE, |labels, unit| labels.with(unit.label))
    };
    words.iter().map(label).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::project;
    use crate::review::agreement::words::words;

    fn marked(fixture: &str) -> (String, Marked) {
        let project = project(fixture);
        let spans = project.annotations().iter().flat_map(|mark| mark.spans.iter().map(|span| (mark.category(), span)));
        (project.article().text.to_string(), Marked::of(spans))
    }

    #[test]
    fn marks_that_overlap_are_divided_where_one_begins_or_ends() {
        let (text, marked) = marked(
            "\
At least 12 people died
^^^^^^^^^^^^^^^^^^^^^^^ Claims
         ^^ Casualties
            ^^^^^^ Casualties",
        );
        let drawn = |only| -> Vec<(String, String)> {
            let units = marked.units(only);
            units.iter().map(|unit| (text[unit.start..unit.end].to_owned(), unit.label.words())).collect()
        };
        let owned = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
            pairs.iter().map(|(words, labels)| ((*words).to_owned(), (*labels).to_owned())).collect()
        };
        let both = "Casualties and Claims";
        assert_eq!(
            drawn(None),
            owned(&[("At least ", "Claims"), ("12", both), (" ", "Claims"), ("people", both), (" died", "Claims")])
        );
        assert_eq!(drawn(Some(Category::Casualties)), owned(&[("12", "Casualties"), ("people", "Casualties")]));
    }

    #[test]
    fn a_word_is_marked_as_whatever_touches_it() {
        let (text, marked) = marked(
            "\
Shells killed 12,000 people.
       ^^^^^^^^^^ Casualties
                     ^^^ Quotes",
        );
        let words = words(&text);
        let labels = labels(&words, &marked.units(None));
        let found: Vec<_> =
            words.iter().zip(labels).map(|(word, labels)| (&text[word.range()], labels.words())).collect();
        let told = |word, labels: &str| (word, labels.to_owned());
        let expected = [
            told("Shells", "nothing"),
            told("killed", "Casualties"),
            told("12,000", "Casualties"),
            told("people", "Quotes"),
        ];
        assert_eq!(found, expected);
    }
}
