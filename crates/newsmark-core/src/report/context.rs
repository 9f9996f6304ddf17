use super::Reported;
use super::html::Html;
use crate::check::Findings;
use crate::model::{AnnotationId, Category, Project, Spans, Unplaced};

/// Longest that a mark's words are quoted beside a number, in characters.
// About a line of a table cell beside its number.
const QUOTED: usize = 60;

/// A project as a part of the page reports it.
pub(super) struct ReportContext<'a> {
    /// What its file is called.
    pub name: &'a str,
    /// The project.
    pub project: &'a Project,
    /// What was found in it.
    pub findings: &'a Findings,
    /// The number of the project on the page, from 1.
    pub number: usize,
    /// The level of its title, from 1.
    level: usize,
}

impl<'a> ReportContext<'a> {
    /// The project with that number; `level` is that of its title.
    pub fn of(reported: &'a Reported, number: usize, level: usize) -> ReportContext<'a> {
        let Reported { name, project, findings } = reported;
        ReportContext { name, project, findings, number, level }
    }

    /// A name on the page that no other project has.
    pub fn anchor(&self, name: &str) -> String {
        format!("p{}-{name}", self.number)
    }

    /// The tag of a heading, `below` levels below the title.
    pub fn heading(&self, below: usize) -> &'static str {
        // HTML knows six levels; what lies deeper stays at the sixth.
        ["h1", "h2", "h3", "h4", "h5", "h6"][(self.level + below - 1).min(5)]
    }

    /// A part of the report under a heading that can be linked to.
    pub fn section(&self, html: &mut Html, name: &'static str, title: &str, inner: impl FnOnce(&mut Html)) {
        let (id, heading) = (self.anchor(name), self.anchor(&format!("{name}-title")));
        html.block("section", &[("id", &id), ("class", name), ("aria-labelledby", &heading)], |html| {
            html.line(self.heading(1), &[("id", &heading)], title);
            inner(html);
        });
    }

    /// The article's language where it is a tag, else empty: unknown.
    pub fn language(&self) -> &str {
        let language = &self.project.article().card.language;
        // The card holds what somebody typed, and an attribute `lang` with other words would make a screen reader
        // guess.
        let is_tag = language.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if is_tag { language } else { "" }
    }

    /// Which way words of the article run.
    pub fn direction(&self, words: &str) -> &'static str {
        if self.project.article().card.direction.is_right_to_left(words) { "rtl" } else { "ltr" }
    }

    /// An element with words of the article.
    pub fn article_words(&self, html: &mut Html, tag: &'static str, class: &str, words: &str) {
        let attributes = [("class", class), ("lang", self.language()), ("dir", self.direction(words))];
        html.words(tag, &attributes, words);
    }

    /// The words under the spans, the gaps as an ellipsis.
    pub fn marked(&self, spans: &Spans) -> String {
        spans.iter().map(|span| self.project.article().text.words(span)).collect::<Vec<_>>().join(" … ")
    }

    /// The number of an annotation with its letter, leading to its record: "C3"; with its words where asked.
    pub fn link(&self, html: &mut Html, id: AnnotationId, has_words: bool) {
        let placed = self.project.place(id);
        let unplaced = || self.project.unplaced().iter().position(|kept| kept.id == id);
        let (category, label, anchor, words) = if let Some(place) = placed {
            let annotation = &self.project.annotations()[place];
            let category = annotation.category();
            let label = format!("{}{}", category.letter(), place + 1);
            (category, label, self.anchor(&format!("r{}", place + 1)), self.marked(&annotation.spans))
        // Looked for only where the mark has no place, as it goes through the list.
        } else if let Some(place) = unplaced() {
            let kept = &self.project.unplaced()[place];
            let category = kept.category();
            let label = format!("{} without a place", category.letter());
            (category, label, self.anchor(&format!("u{}", place + 1)), unplaced_words(kept))
        } else {
            // A link may be dead; the page tells so and leads nowhere.
            html.words("span", &[("class", "unknown")], "a mark that is not there");
            return;
        };
        let (class, href) = (format!("ref {}", class(category)), format!("#{anchor}"));
        html.words("a", &[("class", &class), ("href", &href)], &label);
        if has_words {
            html.text(" ");
            html.inline("q", &[("class", "serif")], |html| html.apart(&shortened(&words)));
        }
    }

    /// Several numbers with commas between them.
    pub fn links(&self, html: &mut Html, ids: impl IntoIterator<Item = AnnotationId>) {
        for (n, id) in ids.into_iter().enumerate() {
            html.text(if n == 0 { "" } else { ", " });
            self.link(html, id, false);
        }
    }
}

/// The words that an annotation without a place covered.
pub(super) fn unplaced_words(kept: &Unplaced) -> String {
    kept.spans.words.join(" … ")
}

/// The class of what belongs to a category.
pub(super) fn class(category: Category) -> &'static str {
    match category {
        Category::Casualties => "c",
        Category::Displacement => "d",
        Category::Quotes => "q",
        Category::Claims => "l",
    }
}

/// The beginning of `words` on one line, cut at a space.
pub(super) fn shortened(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((cut, _)) = words.char_indices().nth(QUOTED) else { return words };
    // One word that is longer than all room is cut within.
    let end = words[..cut].rfind(' ').unwrap_or(cut);
    format!("{} …", &words[..end])
}
