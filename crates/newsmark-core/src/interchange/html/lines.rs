use std::cell::RefCell;

use html5ever::LocalName;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};

/// How much of the HTML is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// Everything a person would see.
    Fragment,
    /// The same without navigation, footers and forms.
    Page,
}

/// The text of some HTML as a person sees it, without a tree: time and memory
/// are linear in its length, however its tags are nested.
///
/// Runs of ASCII white space become one space, as in a browser; other spaces,
/// which may hold a number together, stay. Blocks are parted by a blank line,
/// list items, rows and `br` by a line end, cells by a tab. What CSS adds or
/// hides is not known, but that `q` shows quotation marks.
#[derive(Default)]
pub(super) struct PageLines {
    /// The text: no white space at the ends of lines, no two blank lines in a row.
    pub text: String,
    /// Code points outside links, spaces not counted, in the line that has most.
    pub longest_prose: usize,
    /// Whether an element said what a paragraph is.
    pub has_paragraphs: bool,
}

impl PageLines {
    /// Converts `html`.
    pub fn of(html: &str, extent: Extent) -> PageLines {
        let mut writer = run(html, Writer { extent: Some(extent), ..Writer::default() });
        if writer.hidden.is_some() {
            // An element that hides its content was never closed: hide none rather than lose the rest.
            writer = run(html, Writer::default());
        }
        writer.finish()
    }
}

fn run(html: &str, writer: Writer) -> Writer {
    let tokenizer = Tokenizer::new(Sink(RefCell::new(writer)), Default::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    // Scripts and declared encodings are never handed back by this sink, so one call reads all.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

/// Elements that part paragraphs.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
];

/// Elements that say what a paragraph is, unlike the `div` of a code editor.
const PARAGRAPHS: &[&str] = &["article", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p"];

/// Elements that part lines.
const ROWS: &[&str] = &["li", "option", "tr"];

/// Elements whose content nobody reads as text of the article.
const HIDDEN: &[&str] = &["audio", "canvas", "datalist", "noscript", "object", "select", "svg", "template", "video"];

/// Elements around an article.
const SURROUNDINGS: &[&str] = &["aside", "button", "dialog", "footer", "form", "menu", "nav"];

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Break {
    #[default]
    None,
    Space,
    Cell,
    Line,
    Paragraph,
}

#[derive(Default)]
struct Writer {
    /// What to leave out; `None` leaves out nothing but scripts and their like.
    extent: Option<Extent>,
    text: String,
    /// What parts the next character from the last.
    pending: Break,
    /// The element that hides what follows, and how often it is open.
    hidden: Option<(LocalName, usize)>,
    /// The element whose content is no markup.
    raw: Option<LocalName>,
    n_pre: usize,
    n_quotes: usize,
    n_links: usize,
    prose: usize,
    longest_prose: usize,
    has_paragraphs: bool,
}

impl Writer {
    fn finish(mut self) -> PageLines {
        self.text.truncate(self.text.trim_end().len());
        let longest_prose = self.longest_prose.max(self.prose);
        PageLines { text: self.text, longest_prose, has_paragraphs: self.has_paragraphs }
    }

    fn part(&mut self, by: Break) {
        // The strongest wins: of nested blocks that end together one blank line is left.
        self.pending = self.pending.max(by);
    }

    /// Parts lines; a second line end in a row leaves a blank line.
    fn end_line(&mut self) {
        self.part(if self.pending == Break::Line { Break::Paragraph } else { Break::Line });
    }

    fn write(&mut self, characters: &str) {
        if self.hidden.is_some() || self.raw.is_some() {
            return;
        }
        for c in characters.chars() {
            match c {
                '\n' if self.n_pre > 0 => self.end_line(),
                ' ' | '\t' if self.n_pre > 0 && self.pending < Break::Cell => self.text.push(c),
                ' ' | '\t' | '\n' | '\r' | '\u{C}' => self.part(Break::Space),
                // The standard has most of them read as errors; no browser shows them.
                c if c.is_control() => {}
                c => self.put(c),
            }
        }
    }

    fn put(&mut self, c: char) {
        let begins_line = self.text.is_empty() || self.pending >= Break::Line;
        if begins_line && c.is_whitespace() {
            return;
        }
        if self.pending >= Break::Line {
            // Counted line by line, as a menu has many words and no long line.
            self.longest_prose = self.longest_prose.max(std::mem::take(&mut self.prose));
            self.text.truncate(self.text.trim_end().len());
        }
        if !self.text.is_empty() {
            self.text.push_str(match self.pending {
                Break::None => "",
                Break::Space => " ",
                Break::Cell => "\t",
                Break::Line => "\n",
                Break::Paragraph => "\n\n",
            });
        }
        self.pending = Break::None;
        self.text.push(c);
        self.prose += usize::from(self.n_links == 0);
    }

    fn open(&mut self, tag: &Tag) -> Option<RawKind> {
        let name = &*tag.name;
        if let Some((hider, depth)) = &mut self.hidden {
            // Only its own name is counted, so that what is broken within does no harm.
            *depth += usize::from(*hider == tag.name && !tag.self_closing);
            return self.raw(tag);
        }
        let leaves_out = match self.extent {
            None => false,
            Some(Extent::Fragment) => HIDDEN.contains(&name),
            Some(Extent::Page) => HIDDEN.contains(&name) || SURROUNDINGS.contains(&name),
        };
        self.part(parting(name));
        if leaves_out && !tag.self_closing {
            self.hidden = Some((tag.name.clone(), 1));
        }
        match name {
            "br" => self.end_line(),
            "pre" => self.n_pre += 1,
            // Links do not nest: a second one closes the first (HTML standard, 13.2.6.4.7).
            "a" => self.n_links = 1,
            "td" | "th" => self.part(Break::Cell),
            "q" => {
                self.put(if self.n_quotes.is_multiple_of(2) { '“' } else { '‘' });
                self.n_quotes += 1;
            }
            _ => {}
        }
        self.has_paragraphs |= PARAGRAPHS.contains(&name);
        self.raw(tag)
    }

    fn close(&mut self, tag: &Tag) {
        if self.raw.as_ref() == Some(&tag.name) {
            self.raw = None;
            return;
        }
        if let Some((hider, depth)) = &mut self.hidden {
            *depth -= usize::from(*hider == tag.name);
            if *depth == 0 {
                self.hidden = None;
            }
            return;
        }
        let name = &*tag.name;
        self.part(parting(name));
        match name {
            "pre" => self.n_pre = self.n_pre.saturating_sub(1),
            "a" => self.n_links = 0,
            // Closed where none is open, a mark would stand there that no browser shows.
            "q" if self.n_quotes > 0 => {
                self.n_quotes -= 1;
                self.text.push(if self.n_quotes.is_multiple_of(2) { '”' } else { '’' });
            }
            _ => {}
        }
    }

    /// How the tokenizer must read what follows a start tag that holds no markup.
    fn raw(&mut self, tag: &Tag) -> Option<RawKind> {
        let kind = raw_kind(&tag.name)?;
        self.raw = Some(tag.name.clone());
        Some(kind)
    }
}

/// How an element without markup in it is read (HTML standard, 13.2.6.4).
pub(super) fn raw_kind(name: &str) -> Option<RawKind> {
    match name {
        "script" => Some(RawKind::ScriptData),
        "title" | "textarea" => Some(RawKind::Rcdata),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => Some(RawKind::Rawtext),
        _ => None,
    }
}

fn parting(name: &str) -> Break {
    if BLOCKS.contains(&name) {
        Break::Paragraph
    } else if ROWS.contains(&name) {
        Break::Line
    } else {
        Break::None
    }
}

struct Sink(RefCell<Writer>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut writer = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(characters) => writer.write(&characters),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                if let Some(kind) = writer.open(&tag) {
                    return TokenSinkResult::RawData(kind);
                }
            }
            Token::TagToken(tag) => writer.close(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(html: &str) -> String {
        PageLines::of(html, Extent::Fragment).text
    }

    #[test]
    fn blocks_are_parted_by_a_blank_line_and_rows_by_a_line_end() {
        assert_eq!(
            lines("<h1>Two\n died</h1>\n<p>One <b>man</b>.</p><p>Two.<br>Three.<br><br>Four."),
            "Two died\n\nOne man.\n\nTwo.\nThree.\n\nFour."
        );
        assert_eq!(lines("<p>So:</p><ul>\n<li>one</li>\n<li>two</li>\n</ul>After"), "So:\n\none\ntwo\n\nAfter");
        assert_eq!(
            lines("<table><tr><td>12<td>30&nbsp;000</tr><tr><th>a</th> <th>b</th></tr></table>"),
            "12\t30\u{A0}000\na\tb"
        );
    }

    #[test]
    fn spaces_that_hold_a_number_together_stay() {
        assert_eq!(
            lines("<p>30&nbsp;000 and 12\u{202F}000 &amp; more&nbsp;</p><p>&nbsp;</p><p>&nbsp; So.</p>"),
            "30\u{A0}000 and 12\u{202F}000 & more\n\nSo."
        );
    }

    #[test]
    fn scripts_and_their_like_are_no_text() {
        let html = "<title>No</title><style>p { }</style>One<script>if (a < b) '<p>no</p>'</script> two<svg><text>no</text></svg><select><option>no</select>.";
        assert_eq!(lines(html), "One two.");
        assert_eq!(lines("One <!-- no --> two"), "One two");
        assert_eq!(lines("Before <svg>never closed <p>After"), "Before never closed\n\nAfter");
    }

    #[test]
    fn preformatted_lines_stay_lines() {
        assert_eq!(lines("<pre>a  b \n\n  c\n</pre>d"), "a  b\n\nc\n\nd");
    }

    #[test]
    fn short_quotations_have_the_marks_that_a_browser_shows() {
        assert_eq!(lines("<p>He said <q>they <q>fled</q></q>.</p>"), "He said “they ‘fled’”.");
    }

    #[test]
    fn what_surrounds_an_article_is_left_out_of_a_page() {
        let html = "<nav>Home <nav>News</nav> more</nav><p>One.</p><form>Subscribe</form>";
        assert_eq!(PageLines::of(html, Extent::Page).text, "One.");
    }

    #[test]
    fn words_in_links_are_no_prose() {
        let found = PageLines::of("<p><a href=/>One two three</a> and</p><p>four five</p>", Extent::Fragment);
        assert_eq!(found.longest_prose, "four five".chars().filter(|c| *c != ' ').count());
    }

    proptest! {
        #[test]
        fn any_markup_gives_tidy_lines(html in "(<(/?(p|div|q|pre|td|svg|br|a|nav|script|title))>|[a-z \n\t&;“\u{A0}<]){0,60}") {
            for extent in [Extent::Fragment, Extent::Page] {
                let text = PageLines::of(&html, extent).text;
                prop_assert!(text.lines().all(|line| line.trim_end() == line), "{text:?}");
                prop_assert!(!text.contains("\n\n\n") && !text.ends_with('\n') && !text.starts_with(char::is_whitespace), "{text:?}");
            }
        }
    }
}
