use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::context::{ReportContext, class};
use super::html::Html;
use super::lanes::lanes;
use crate::model::{Annotation, AnnotationId, Category, Paragraph, ParagraphKind, Span, Status};

/// So many marks of one word are drawn, the shortest; each of the others still has its number.
// More tints over each other cannot be told apart, and each is an element a letter long in a page that has to open on a
// telephone.
const MOST: usize = 8;

/// The article with its marks.
pub(super) struct MarkedArticle<'a> {
    context: &'a ReportContext<'a>,
    /// The paragraphs that are shown, by their places: all that are not blank, or one.
    shown: Vec<usize>,
    /// By paragraph, then byte: the marks that end there, and whether with their first span.
    ends: BTreeMap<usize, BTreeMap<usize, Vec<(usize, bool)>>>,
}

/// Words of a paragraph under one mark, or between two spans of it.
struct Piece {
    range: Span,
    classes: String,
    key: (usize, Reverse<AnnotationId>),
}

impl<'a> MarkedArticle<'a> {
    /// The article of a project.
    pub fn of(context: &'a ReportContext<'a>) -> MarkedArticle<'a> {
        let text = &context.project.article().text;
        let paragraphs = text.paragraphs();
        let mut shown: Vec<usize> =
            (0..paragraphs.len()).filter(|&n| paragraphs[n].kind != ParagraphKind::Blank).collect();
        // An article of blank lines alone has marks all the same, and they need a place.
        if shown.is_empty() {
            shown.push(0);
        }
        let mut ends: BTreeMap<usize, BTreeMap<usize, Vec<(usize, bool)>>> = BTreeMap::new();
        for (place, annotation) in context.project.annotations().iter().enumerate() {
            for (n, span) in annotation.spans.iter().enumerate() {
                // A mark of blank lines has its number where the words before it end.
                let before = shown.partition_point(|&n| paragraphs[n].start < span.end());
                let paragraph = shown[before.saturating_sub(1)];
                let Paragraph { start, end, .. } = paragraphs[paragraph];
                let byte = span.end().clamp(start, end);
                ends.entry(paragraph).or_default().entry(byte).or_default().push((place, n == 0));
            }
        }
        MarkedArticle { context, shown, ends }
    }

    /// The paragraph that is the article's title, where the first one is.
    pub fn headline(&self) -> Option<usize> {
        let first = *self.shown.first()?;
        let paragraph = self.paragraph(first);
        let title = self.context.project.article().card.title.value.trim();
        let words = self.context.project.article().text[paragraph.start..paragraph.end].trim();
        // Only where the first paragraph is the title itself: else the article would lose a line, or show its title
        // twice.
        (words == title && paragraph.kind == ParagraphKind::Heading).then_some(first)
    }

    /// Every paragraph but `headline`.
    pub fn body(&self, html: &mut Html, headline: Option<usize>) {
        let article = self.context.project.article();
        let direction = if article.is_right_to_left() { "rtl" } else { "ltr" };
        let attributes = [("class", "text"), ("lang", self.context.language()), ("dir", direction)];
        html.block("div", &attributes, |html| {
            for &n in self.shown.iter().filter(|n| Some(**n) != headline) {
                self.row(html, n);
            }
        });
    }

    fn row(&self, html: &mut Html, n: usize) {
        let paragraph = self.paragraph(n);
        let words = &self.context.project.article().text[paragraph.start..paragraph.end];
        let is_heading = paragraph.kind == ParagraphKind::Heading;
        html.block("div", &[("class", if is_heading { "row head" } else { "row" })], |html| {
            // A screen reader meets the marks within the words and needs no letters before them.
            html.inline("div", &[("class", "margin"), ("aria-hidden", "true")], |html| self.margin(html, paragraph));
            let tag = if is_heading { self.context.heading(2) } else { "p" };
            html.block(tag, &[("dir", self.context.direction(words))], |html| self.words(html, n));
        });
    }

    /// The paragraph's number, and the letters of the marks that begin in it in the order C D Q L.
    fn margin(&self, html: &mut Html, paragraph: Paragraph) {
        let number = paragraph.number().map(|number| number.to_string()).unwrap_or_default();
        html.words("span", &[("class", "number")], &number);
        let annotations = self.context.project.annotations();
        let begins = |annotation: &&Arc<Annotation>| annotation.spans.start() >= paragraph.start;
        let begun: BTreeSet<Category> =
            annotations.over(paragraph.start..paragraph.end).filter(begins).map(|mark| mark.category()).collect();
        for category in Category::ALL {
            let letter = if begun.contains(&category) { category.letter().to_string() } else { String::new() };
            html.words("span", &[("class", class(category))], &letter);
        }
    }

    /// The words of a paragraph with its marks: each lies within those that are longer, as far as they overlap.
    pub fn words(&self, html: &mut Html, n: usize) {
        let paragraph = self.paragraph(n);
        let text = &self.context.project.article().text;
        let pieces = self.pieces(paragraph);
        let no_ends = BTreeMap::new();
        let ends = self.ends.get(&n).unwrap_or(&no_ends);
        // Elements can open and close only where a mark begins or ends, or a number stands.
        let mut cuts: BTreeSet<usize> = ends.keys().copied().collect();
        cuts.extend([paragraph.start, paragraph.end]);
        cuts.extend(pieces.iter().flat_map(|piece| [piece.range.start(), piece.range.end()]));
        let mut starting: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut ending: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (n, piece) in pieces.iter().enumerate() {
            starting.entry(piece.range.start()).or_default().push(n);
            ending.entry(piece.range.end()).or_default().push(n);
        }
        let mut stack = Stack { pieces: &pieces, open: Vec::new(), over: BTreeSet::new() };
        let mut at = paragraph.start;
        for cut in cuts {
            html.text(&text[at..cut]);
            at = cut;
            // What ends is taken off before numbers are written, and what begins is opened after them: a number stands
            // between the words that it closes and the next.
            for &n in ending.get(&cut).into_iter().flatten() {
                stack.over.remove(&(pieces[n].key, n));
            }
            if let Some(ended) = ends.get(&cut) {
                stack.settle(html);
                ended.iter().for_each(|&(place, is_first)| self.number(html, place, is_first));
            }
            stack.over.extend(starting.get(&cut).into_iter().flatten().map(|&n| (pieces[n].key, n)));
            stack.settle(html);
        }
    }

    /// The number of a mark, leading to its record.
    fn number(&self, html: &mut Html, place: usize, is_first: bool) {
        let annotation = &self.context.project.annotations()[place];
        let category = annotation.category();
        // As the list of marks in the window counts them.
        let number = place + 1;
        let (class, href) =
            (format!("ref {}", class(category)), format!("#{}", self.context.anchor(&format!("r{number}"))));
        let (id, label) = (self.context.anchor(&format!("m{number}")), format!("{} {number}", category.name()));
        let mut attributes = vec![("class", class.as_str()), ("href", &href), ("aria-label", &label)];
        if is_first {
            attributes.push(("id", &id));
        }
        html.inline("sup", &[], |html| html.words("a", &attributes, &format!("{}{number}", category.letter())));
    }

    fn pieces(&self, paragraph: Paragraph) -> Vec<Piece> {
        let within = |start: usize, end: usize| Span::new(start.max(paragraph.start), end.min(paragraph.end));
        let over = self.context.project.annotations().over(paragraph.start..paragraph.end);
        let reaching = over.filter_map(|mark| Some((mark, within(mark.spans.start(), mark.spans.end())?)));
        let marks: Vec<_> = reaching.collect();
        let reaches: Vec<_> = marks.iter().map(|(mark, reach)| (*reach, mark.spans.covered())).collect();
        let mut pieces = Vec::new();
        for ((mark, _), lane) in marks.iter().zip(lanes(&reaches)) {
            let rejected = if mark.status == Status::Rejected { " rejected" } else { "" };
            let classes = |kind: &str| format!("{kind} {} lane{lane}{rejected}", class(mark.category()));
            // The order of `Project::annotations_at`: the page puts marks over each other as the window does.
            let key = (mark.spans.covered(), Reverse(mark.id));
            let spans = mark.spans.as_slice();
            let words = spans.iter().filter_map(|span| within(span.start(), span.end()));
            pieces.extend(words.map(|range| Piece { range, classes: classes("mark"), key }));
            let is_near = |one: &Span, other: &Span| one.end() > paragraph.start && other.start() < paragraph.end;
            let near = spans.windows(2).filter(|two| is_near(&two[0], &two[1]));
            // What lies between two spans of a mark is shown as a thread from one to the other.
            let gaps = near.filter_map(|two| within(two[0].end(), two[1].start()));
            pieces.extend(gaps.map(|range| Piece { range, classes: classes("gap"), key }));
        }
        pieces
    }

    fn paragraph(&self, n: usize) -> Paragraph {
        self.context.project.article().text.paragraphs()[n]
    }
}

/// The elements that are open while a paragraph is written.
struct Stack<'p> {
    pieces: &'p [Piece],
    /// Those that are open, the outermost first.
    open: Vec<usize>,
    /// Those over the next words, the shortest mark's first.
    over: BTreeSet<((usize, Reverse<AnnotationId>), usize)>,
}

impl Stack<'_> {
    /// Closes and opens elements until those over the next words are open, the longest outermost.
    fn settle(&mut self, html: &mut Html) {
        let mut wanted: Vec<usize> = self.over.iter().take(MOST).map(|(_, n)| *n).collect();
        wanted.reverse();
        // Elements nest: one that ends within others closes those inside it, which are opened again.
        let n_kept = self.open.iter().zip(&wanted).take_while(|(open, wanted)| open == wanted).count();
        for n in self.open.drain(n_kept..).rev() {
            html.close(self.pieces[n].tag());
        }
        for &n in &wanted[n_kept..] {
            html.open(self.pieces[n].tag(), &[("class", &self.pieces[n].classes)]);
        }
        self.open = wanted;
    }
}

impl Piece {
    fn tag(&self) -> &'static str {
        if self.classes.starts_with("mark") { "mark" } else { "span" }
    }
}
