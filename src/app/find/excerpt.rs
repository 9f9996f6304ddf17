use std::ops::Range;

use crate::model::{Direction, Project, Span, Text};

/// A hit as a row shows it: its words with some of those around them, in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// All of the line.
    pub words: String,
    /// The bytes of the line that are the hit.
    pub hit: Range<usize>,
    /// The direction of the paragraph it is taken from.
    pub direction: Direction,
}

/// Graphemes of a hit that are shown at most.
const LONGEST: usize = 60;
/// Bytes of a paragraph in which its direction is looked for.
const DIRECTION: usize = 4096;

impl Excerpt {
    /// The excerpt around `hit`, with at most so many graphemes at each side.
    /// What is left out is told by "…"; words are not cut unless one is too long by itself.
    pub fn new(project: &Project, hit: Span, n_around: usize) -> Excerpt {
        let article = project.article();
        let text = &article.text;
        let paragraph = text.paragraphs()[text.paragraph_at(hit.start())];
        let last = text.paragraphs()[text.paragraph_at(hit.end().saturating_sub(1))];
        let start = walked(text, hit.start(), n_around, paragraph.start..hit.start(), false);
        let hit_end = walked(text, hit.start(), LONGEST, hit.start()..hit.end(), true);
        let end = walked(text, hit.end(), n_around, hit.end()..last.end.max(hit.end()), true);

        let mut words = String::new();
        let before = &text[start..hit.start()];
        // Whole words only: a half one reads as another.
        let cut = if start > paragraph.start { after_first_space(before) } else { 0 };
        if start + cut > paragraph.start {
            words.push_str("… ");
        }
        push_line(&mut words, &before[cut..]);
        let hit_start = words.len();
        push_line(&mut words, &text[hit.start()..hit_end]);
        if hit_end < hit.end() {
            words.push_str(" …");
        }
        let shown = hit_start..words.len();
        let after = &text[hit.end()..end];
        let cut = if end < last.end { before_last_space(after) } else { after.len() };
        push_line(&mut words, &after[..cut]);
        if hit.end() + cut < last.end {
            words.push_str(" …");
        }
        // The direction of a paragraph shows in its first letters; one of a megabyte is not read through for
        // each row.
        let head = text.floor_char_boundary(paragraph.end.min(paragraph.start + DIRECTION));
        let is_right_to_left = article.card.direction.is_right_to_left(&text[paragraph.start..head]);
        let direction = if is_right_to_left { Direction::RightToLeft } else { Direction::LeftToRight };
        Excerpt { words, hit: shown, direction }
    }
}

/// The place so many graphemes from `from`, forwards or back, within `range`.
fn walked(text: &Text, from: usize, n: usize, range: Range<usize>, onwards: bool) -> usize {
    let mut at = from;
    for _ in 0..n {
        let next = if onwards { text.next_boundary(at) } else { text.previous_boundary(at) };
        match next {
            Some(next) if (range.start..=range.end).contains(&next) => at = next,
            _ => break,
        }
    }
    at
}

fn after_first_space(words: &str) -> usize {
    words.char_indices().find(|(_, c)| c.is_whitespace()).map_or(0, |(at, space)| at + space.len_utf8())
}

fn before_last_space(words: &str) -> usize {
    words.char_indices().rfind(|(_, c)| c.is_whitespace()).map_or(words.len(), |(at, _)| at)
}

/// Adds words with their line breaks and tabs as spaces.
fn push_line(line: &mut String, words: &str) {
    line.extend(words.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::project;
    use proptest::prelude::*;

    fn excerpt(text: &str, hit: &str, n_around: usize) -> String {
        let project = project(text);
        let at = project.article().text.find(hit).unwrap();
        let excerpt = Excerpt::new(&project, Span::new(at, at + hit.len()).unwrap(), n_around);
        let Excerpt { words, hit, .. } = excerpt;
        format!("{}[{}]{}", &words[..hit.start], &words[hit.clone()], &words[hit.end..])
    }

    #[test]
    fn words_around_a_hit_are_whole_and_of_its_paragraph() {
        let text = "A headline\nAt least 12 people were killed near Orsa.\nMore";
        assert_eq!(excerpt(text, "people", 40), "At least 12 [people] were killed near Orsa.");
        assert_eq!(excerpt(text, "people", 10), "… least 12 [people] were …");
        assert_eq!(excerpt(text, "eop", 3), "… p[eop]le …");
        assert_eq!(excerpt(text, "headline\nAt", 40), "A [headline At] least 12 people were killed near Orsa.");
    }

    #[test]
    fn a_hit_runs_as_its_paragraph_does() {
        let project = project("قُتل 17 people هناك");
        let at = project.article().text.find("people").unwrap();
        let excerpt = Excerpt::new(&project, Span::new(at, at + 6).unwrap(), 4);
        assert_eq!(excerpt.direction, Direction::RightToLeft);
    }

    proptest! {
        #[test]
        fn an_excerpt_of_any_text_holds_its_hit(text in "(\\PC{0,9}|[قُتِلـ ]{0,9}|[a-z \r\n\t]{0,9}){1,9}", start in 0usize..60, length in 1usize..40, n in 0usize..9) {
            let project = project("x");
            let article = crate::model::Article { text: Text::new(text), card: project.article().card.clone() };
            let project = Project::new(article);
            let text = &project.article().text;
            if let Some(hit) = text.snap(start, start + length) {
                let excerpt = Excerpt::new(&project, hit, n);
                prop_assert!(!excerpt.words[excerpt.hit.clone()].is_empty());
                prop_assert!(!excerpt.words.contains(['\n', '\r', '\t']));
            }
        }
    }
}
