use std::ops::Range;

use crate::edit::Selection;
use crate::model::{Category, ParagraphKind, Span, Text};
use crate::review::{Comparison, NotPlaced, Side};

use super::names::Names;

/// A place to look at where the texts of projects differ: the words that do, or a mark that has no certain place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What is said first: “‘12’ in Ines’s, ‘17’ in Tomas’s”.
    pub title: String,
    /// Where it is, or why the mark has no place.
    pub told: String,
    /// The mark's category, where it is one.
    pub category: Option<Category>,
    /// Where it is in the first project's text, in bytes; empty where nothing stands there.
    pub at: Range<usize>,
}

/// So many characters of a wording are shown.
const MOST: usize = 60;

impl Place {
    /// The title over those places in the list.
    pub fn group(&self) -> &'static str {
        if self.category.is_some() { "Marks without a certain place" } else { "The articles differ" }
    }

    /// Every such place: first where the texts differ, then the marks, each in the order of the text.
    pub fn all(comparison: &Comparison, names: &Names) -> Vec<Place> {
        let sides = || comparison.sides().iter().enumerate();
        let differing = sides().flat_map(|(n, side)| {
            side.text_differences.iter().map(move |place| {
                let own = &side.project.article().text;
                let wordings = [(0, &comparison.text()[place.one.clone()]), (n, &own[place.other.clone()])];
                let told = paragraph(comparison.text(), place.one.start);
                Place { title: against(wordings, names), told, category: None, at: place.one.clone() }
            })
        });
        let lost = sides()
            .flat_map(|(n, side)| side.not_placed.iter().map(move |mark| lost(comparison, n, side, mark, names)));
        let (mut differing, mut lost): (Vec<Place>, Vec<Place>) = (differing.collect(), lost.collect());
        // In the order of the text and not side by side by side: one reads through the article once.
        differing.sort_by_key(|place| place.at.start);
        lost.sort_by_key(|place| place.at.start);
        differing.extend(lost);
        differing
    }

    /// What is selected in the article where one goes there.
    pub fn selection(&self) -> Selection {
        Span::new(self.at.start, self.at.end).map_or(Selection::caret(self.at.start), Selection::of)
    }
}

fn lost(comparison: &Comparison, n: usize, side: &Side, mark: &crate::model::Annotation, names: &Names) -> Place {
    let (text, own) = (comparison.text(), &side.project.article().text);
    let first = &comparison.sides()[0];
    let (whose, firsts) = (names.whose(n), names.whose(0));
    let why = match side.why_not_placed(mark, text) {
        NotPlaced::Gone => format!("do not stand in {firsts} article"),
        NotPlaced::Several(times) => {
            format!("stand {times} times in {firsts} article, and it is not certain which are meant")
        }
        NotPlaced::SeveralOfOwn(times) => {
            format!("stand {times} times in {whose} article, and it is not certain which of them {firsts} has")
        }
    };
    let words: Vec<String> = mark.spans.iter().map(|span| shortened(own.words(span))).collect();
    let at = side.in_first(mark.spans.start()).min(first.project.article().text.len());
    Place {
        title: words.join(" … "),
        told: format!("The words of {whose} mark {why}"),
        category: Some(mark.category()),
        at: at..at,
    }
}

/// Two wordings of one place, each with whose it is.
fn against([(one, words), (other, other_words)]: [(usize, &str); 2], names: &Names) -> String {
    let quoted = |words: &str, side| format!("“{}” in {}", shortened(words), names.whose(side));
    match (words.trim().is_empty(), other_words.trim().is_empty()) {
        (true, true) => format!("Other spaces in {}", names.whose(other)),
        (true, false) => format!("Only {}", quoted(other_words, other)),
        (false, true) => format!("Only {}", quoted(words, one)),
        (false, false) => format!("{}, {}", quoted(words, one), quoted(other_words, other)),
    }
}

/// The words in one line, no more than can be shown.
fn shortened(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{} …", line[..end].trim_end()),
        None => line,
    }
}

fn paragraph(text: &Text, at: usize) -> String {
    match text.paragraphs().get(text.paragraph_at(at)).map(|paragraph| paragraph.kind) {
        Some(ParagraphKind::Body(number)) => format!("¶ {number}"),
        _ => "Heading".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::project;

    #[test]
    fn both_wordings_are_told_and_a_mark_that_has_no_place_says_why() {
        let one = project("The army said that ten men died.\n^^^^^^^^ Claims");
        let other = project("The army said on Monday that six men died.\n                             ^^^ Casualties");
        let named = vec![("a".to_owned(), one.clone()), ("b".to_owned(), other.clone())];
        let names = Names::of([("a.ron", &one), ("b.ron", &other)].into_iter());
        let places = Place::all(&Comparison::of(named).unwrap(), &names);
        let told: Vec<(&str, &str)> = places.iter().map(|place| (place.title.as_str(), place.told.as_str())).collect();
        assert_eq!(
            told,
            [
                ("Only “on Monday” in b’s", "¶ 1"),
                ("“ten” in a’s, “six” in b’s", "¶ 1"),
                ("six", "The words of b’s mark do not stand in a’s article"),
            ]
        );
        let text = &one.article().text;
        assert_eq!(text[places[1].at.clone()], *"ten");
        assert_eq!(places[2].at.start, text.find("ten").unwrap());
    }
}
