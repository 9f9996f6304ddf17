use crate::app::text::is_mostly_arabic;
use crate::model::{Digest, Direction, ParagraphKind, Project, Text};

/// The article as the view stacks it: every paragraph is one part, a very long
/// one several, so that no part takes long to set.
#[derive(Debug, Default)]
pub struct Parts {
    parts: Vec<ArticlePart>,
    written: Vec<usize>,
    made_for: Option<Source>,
}

/// A paragraph, or a piece of a very long one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ArticlePart {
    /// The paragraph's index.
    pub paragraph: usize,
    /// First byte. Where a paragraph goes on in a further part, lines decide where exactly that one begins.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// Whether the paragraph begins here.
    pub is_first: bool,
    /// Whether the paragraph ends here.
    pub is_last: bool,
    /// What it is set as.
    pub kind: PartKind,
    /// The direction in which it is set: a piece of a paragraph takes that of the whole.
    pub direction: Direction,
    /// Length in code points, and whether most are Arabic; for guessing its height.
    pub length: (usize, bool),
    /// Whether the words before it are a heading, so that the two belong together.
    pub follows_heading: bool,
}

/// What a paragraph is set as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// Nothing to show.
    Blank,
    /// The headline, with outlet, byline and date under it.
    Headline,
    /// A crosshead.
    Heading,
    /// Ordinary words.
    Body,
}

/// What of a project decides its parts.
#[derive(Clone, Debug, PartialEq)]
struct Source {
    text: Digest,
    headline: Option<usize>,
    byline: String,
    direction: Direction,
}

/// A paragraph of more bytes than this is divided.
// Half a piece more than a piece, so that no paragraph is divided for the sake of a few lines.
const LONG: usize = 6 * 1024;
/// How many bytes a piece of it has, about a screen.
// Setting takes some milliseconds for so much, which a frame has.
const PIECE: usize = 4 * 1024;

impl Parts {
    /// Divides the project's article anew where something changed that decides it; answers whether it did.
    pub fn sync(&mut self, project: &Project) -> bool {
        let card = &project.article().card;
        let text = &project.article().text;
        let headline = headline(project);
        let is_fresh = self.made_for.as_ref().is_some_and(|source| {
            source.text == text.sha256()
                && source.headline == headline
                && source.byline == card.byline
                && source.direction == card.direction
        });
        if is_fresh {
            return false;
        }
        let byline = card.byline.clone();
        *self = Parts::of(text, headline, &byline, card.direction);
        self.made_for = Some(Source { text: text.sha256(), headline, byline, direction: card.direction });
        true
    }

    fn of(text: &Text, headline: Option<usize>, byline: &str, direction: Direction) -> Parts {
        let mut parts = Parts::default();
        let mut follows_heading = false;
        for (index, paragraph) in text.paragraphs().iter().enumerate() {
            let words = &text[paragraph.start..paragraph.end];
            let kind = match paragraph.kind {
                ParagraphKind::Blank => PartKind::Blank,
                _ if headline == Some(index) => PartKind::Headline,
                ParagraphKind::Heading if !is_byline(words, byline) => PartKind::Heading,
                _ => PartKind::Body,
            };
            let whole = ArticlePart {
                paragraph: index,
                start: paragraph.start,
                end: paragraph.end,
                is_first: true,
                is_last: true,
                kind,
                direction,
                length: (0, false),
                follows_heading,
            };
            parts.divide(text, whole);
            if kind != PartKind::Blank {
                parts.written.push(index);
                follows_heading = paragraph.kind == ParagraphKind::Heading;
            }
        }
        parts
    }

    fn divide(&mut self, text: &Text, whole: ArticlePart) {
        let mut start = whole.start;
        let is_long = whole.end - whole.start > LONG;
        // Found out once for the whole: a piece that begins with a Latin name would else run the other way
        // than its neighbours.
        let direction = match is_long && whole.direction.is_right_to_left(&text[whole.start..whole.end]) {
            true => Direction::RightToLeft,
            false if is_long => Direction::LeftToRight,
            false => whole.direction,
        };
        loop {
            let is_last = !is_long || whole.end - start <= LONG;
            let end = if is_last { whole.end } else { text.boundary_at_or_after(start + PIECE).min(whole.end) };
            let words = &text[start..end];
            // The first 200 bytes tell enough for a guess of the height, which setting corrects.
            let length = (words.chars().count(), is_mostly_arabic(&words[..words.floor_char_boundary(200)]));
            let is_last = end == whole.end;
            self.parts.push(ArticlePart {
                start,
                end,
                is_first: start == whole.start,
                is_last,
                direction,
                length,
                ..whole
            });
            if is_last {
                return;
            }
            start = end;
        }
    }

    /// How many there are, at least one once an article was divided.
    pub fn len(&self) -> usize {
        self.parts.len()
    }

    /// One of them.
    pub fn get(&self, index: usize) -> Option<&ArticlePart> {
        self.parts.get(index)
    }

    /// All, in order.
    pub fn iter(&self) -> impl Iterator<Item = &ArticlePart> {
        self.parts.iter()
    }

    /// The part that byte `offset` is in as far as the text alone tells; one
    /// within a line end belongs to the part before it.
    pub fn at(&self, offset: usize) -> usize {
        self.parts.partition_point(|part| part.start <= offset).saturating_sub(1)
    }

    /// The paragraphs with words, by index.
    pub fn written(&self) -> &[usize] {
        &self.written
    }
}

/// The paragraph that the card's title rests on.
pub fn headline(project: &Project) -> Option<usize> {
    let at = project.article().card.title.anchor.as_ref()?.at?;
    let text = &project.article().text;
    let index = text.paragraph_at(at.start());
    let paragraph = text.paragraphs()[index];
    let holds_all = at.end() <= paragraph.end && paragraph.end - paragraph.start <= LONG;
    // Quotation marks and a full stop around the title still make a headline; a paragraph that only begins
    // with it does not.
    (holds_all && text[paragraph.start..paragraph.end].trim().len() <= at.len() + 8).then_some(index)
}

/// Whether a paragraph says no more than who wrote the article.
fn is_byline(words: &str, byline: &str) -> bool {
    let words = words.trim();
    let words = words.strip_prefix("By ").unwrap_or(words);
    !words.is_empty() && words.eq_ignore_ascii_case(byline.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parts(text: &str) -> Parts {
        Parts::of(&Text::new(text.to_owned()), None, "", Direction::Auto)
    }

    #[test]
    fn a_paragraph_is_one_part_and_a_long_one_several() {
        let long = "ten bytes ".repeat(1000);
        let parts = parts(&format!("One.\n\n{long}\nTwo."));
        let told: Vec<_> = parts.iter().map(|part| (part.paragraph, part.is_first, part.is_last)).collect();
        assert_eq!(told[..2], [(0, true, true), (1, true, true)]);
        assert_eq!(told[2..], [(2, true, false), (2, false, true), (3, true, true)]);
        assert_eq!(parts.written(), [0, 2, 3]);
    }

    #[test]
    fn a_piece_runs_in_the_direction_of_its_whole_paragraph() {
        let parts = parts(&format!("قُتل {}", "forty six people ".repeat(1000)));
        assert!(parts.len() > 3);
        assert!(parts.iter().all(|part| part.direction == Direction::RightToLeft));
    }

    proptest! {
        #[test]
        fn the_parts_of_a_paragraph_make_up_its_bytes(
            words in prop::collection::vec("[a-zé ]{0,9}|e\u{301}{0,40}|\n|👩‍👩‍👧", 0..400),
            times in 1usize..60,
        ) {
            let text = Text::new(words.concat().repeat(times));
            let parts = Parts::of(&text, None, "", Direction::Auto);
            for (index, paragraph) in text.paragraphs().iter().enumerate() {
                let own: Vec<_> = parts.iter().filter(|part| part.paragraph == index).collect();
                prop_assert_eq!(own[0].start, paragraph.start);
                prop_assert_eq!(own[own.len() - 1].end, paragraph.end);
                prop_assert!(own.windows(2).all(|pair| pair[0].end == pair[1].start && pair[0].end > pair[0].start));
                prop_assert!(own.iter().all(|part| text.is_boundary(part.start)));
                prop_assert_eq!(own.iter().filter(|part| part.is_first).count(), 1);
            }
            for (index, part) in parts.iter().enumerate() {
                prop_assert_eq!(parts.at(part.start), index);
            }
        }
    }
}
