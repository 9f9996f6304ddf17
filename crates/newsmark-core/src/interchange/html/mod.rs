//! Pages and fragments of HTML become lines of text.
//!
//! One linear converter ([`lines`]) makes text of every kind of HTML. Of a
//! page it converts what `dom_smoothie` finds to be the article. That library
//! builds a tree and takes time quadratic in its depth, so a [`survey`] looks
//! at the tags first; a page beyond its limits is converted whole.

mod facts;
mod lines;
mod survey;

pub(super) use facts::PageFacts;

use lines::{Extent, PageLines};
use survey::PageSurvey;

/// Largest page in which an article is looked for, in bytes.
const MAX_PAGE_BYTES: usize = 20 << 20;

/// Fewest characters outside links, spaces not counted, that the longest line of
/// an article has; what a page of mere navigation says outside its links is shorter.
const LEAST_PROSE: usize = 40;

/// An article found on a page.
pub(super) struct Page {
    /// Its text: `\n` between lines, a blank line between paragraphs.
    pub lines: String,
    /// What the page says about it.
    pub facts: PageFacts,
    /// Whether this is all the page's text, as the article was not looked for.
    pub is_flattened: bool,
}

/// The article of a page; `None` where there is none.
pub(super) fn page(html: &str) -> Option<Page> {
    // Before the tokenizer, whose time is quadratic in the attributes of a tag.
    if survey::has_absurd_tag(html) {
        return None;
    }
    let survey = PageSurvey::of(html);
    let is_flattened = survey.is_excessive || html.len() > MAX_PAGE_BYTES || survey::has_costly_text(html);
    let (lines, byline) = if is_flattened { (PageLines::of(html, Extent::Page), None) } else { main_text(html)? };
    // Refused rather than taken as it is: a page that fills itself in by script has only its menu here.
    if lines.longest_prose < LEAST_PROSE {
        return None;
    }
    let mut facts = PageFacts::of(survey.found);
    // What the page declares goes before what looks like a byline in its text.
    if facts.byline.is_empty() {
        facts.byline = byline.map(|byline| facts::one_line(&byline)).unwrap_or_default();
    }
    Some(Page { lines: lines.text, facts, is_flattened })
}

/// The lines of a fragment from the clipboard; `None` where it has no element
/// that says what a paragraph is.
pub(super) fn fragment(html: &str) -> Option<String> {
    // Windows' clipboard holds a whole page and marks the part that was copied.
    let copied = html.split_once("<!--StartFragment-->").map_or(html, |(_, rest)| rest);
    let copied = copied.split_once("<!--EndFragment-->").map_or(copied, |(fragment, _)| fragment);
    if survey::has_absurd_tag(copied) {
        return None;
    }
    let lines = PageLines::of(copied, Extent::Fragment);
    (lines.has_paragraphs && !lines.text.is_empty()).then_some(lines.text)
}

/// The article's own lines and the byline that stood in them.
fn main_text(html: &str) -> Option<(PageLines, Option<String>)> {
    // What a page's scripts say is read in `facts`, by a parser that reports errors.
    let config = dom_smoothie::Config { disable_json_ld: true, ..Default::default() };
    // A stranger's page in a stranger's parser: a panic there must not end the program.
    let found = std::panic::catch_unwind(|| {
        let mut readability = dom_smoothie::Readability::new(html, None, Some(config)).ok()?;
        readability.parse().ok()
    });
    let article = found.ok().flatten()?;
    Some((PageLines::of(&article.content, Extent::Fragment), article.byline))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROSE: &str = "At least 12 people were killed when a market was shelled on Sunday, the hospital said. ";

    #[test]
    fn a_page_of_navigation_holds_no_article() {
        let links =
            "<li><a href='/section'>The latest from the whole region, every day and every hour</a></li>".repeat(80);
        assert!(page(&format!("<html><body><nav><ul>{links}</ul></nav><p>© 2026 Example</p></body></html>")).is_none());
        assert!(page(&format!("<html><body><ul>{links}</ul></body></html>")).is_none());
        assert!(page("<html><body><div id=root></div><script>start()</script></body></html>").is_none());
    }

    #[test]
    fn what_surrounds_an_article_is_left_out() {
        let paragraphs = format!("<p>{}</p>", PROSE.repeat(3)).repeat(5);
        let html = format!(
            "<html><body><nav><a href=/>Home</a> <a href=/news>News</a></nav><article>{paragraphs}</article>\
             <footer><p>All rights reserved by those who have them.</p></footer></body></html>"
        );
        let found = page(&html).unwrap();
        let paragraph = PROSE.repeat(3).trim().to_owned();
        assert_eq!(found.lines, [paragraph.as_str(); 5].join("\n\n"));
    }

    #[test]
    fn fifty_thousand_nested_tags_yield_their_text() {
        let html = format!("<html><body>{}<p>{PROSE}</p>", "<div>".repeat(50_000));
        let found = page(&html).unwrap();
        assert!(found.is_flattened);
        assert_eq!(found.lines, PROSE.trim());
    }

    #[test]
    fn a_tag_that_cannot_be_read_in_good_time_is_not_read() {
        let attributes: String = (0..100_000).map(|n| format!(" a{n}=1")).collect();
        assert!(page(&format!("<html><p{attributes}>{PROSE}</p>")).is_none());
    }

    #[test]
    fn a_short_article_is_found_too() {
        let found = page(&format!("<html><body><h1>Market shelled</h1><p>{PROSE}</p></body></html>")).unwrap();
        assert!(found.lines.contains(PROSE.trim()), "{}", found.lines);
    }

    #[test]
    fn only_the_copied_part_of_a_windows_clipboard_is_taken() {
        let html = "Version:0.9\r\nStartHTML:0\r\n<html><body><!--StartFragment--><p>One.</p><p>Two.</p><!--EndFragment--></body>";
        assert_eq!(fragment(html).as_deref(), Some("One.\n\nTwo."));
        assert_eq!(fragment("<div>let x = 1;</div><div>let y = 2;</div>"), None, "an editor of code has no paragraphs");
    }
}
