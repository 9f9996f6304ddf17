use std::cell::RefCell;

use html5ever::LocalName;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};

use super::facts::FoundFacts;
use super::lines::raw_kind;

/// Deepest nesting of which a tree is built.
// An article lies some twenty deep; the tree is quadratic in it.
const MAX_DEPTH: usize = 256;

/// Most elements of which a tree is built.
const MAX_ELEMENTS: usize = 150_000;

/// Most elements for bold, font and the like that may be open at once: a
/// parser opens each of them anew in every later block.
const MAX_FORMATTING: usize = 32;

/// Most attributes of one tag; the tokenizer compares each with all before it.
const MAX_ATTRIBUTES: usize = 500;

/// Most pieces that a text between two tags comes in, one for each character
/// reference: a tree copies the text anew for each.
const MAX_PIECES: usize = 20_000;

const FORMATTING: &[&str] = &["b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"];

/// Elements that have no end tag, or one that a parser supplies.
const UNCOUNTED: &[&str] = &[
    "a", "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img", "input",
    "li", "link", "meta", "nobr", "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot",
    "th", "thead", "tr", "track", "wbr",
];

/// One linear look at a page's tags, before anything is built from them.
#[derive(Default)]
pub(super) struct PageSurvey {
    /// What the page says about itself.
    pub found: FoundFacts,
    /// Whether a tree of it could be too costly.
    pub is_excessive: bool,
}

impl PageSurvey {
    /// Looks at `html`.
    pub fn of(html: &str) -> PageSurvey {
        let tokenizer = Tokenizer::new(Sink(RefCell::default()), Default::default());
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(html));
        // Scripts and declared encodings are never handed back by this sink, so one call reads all.
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        let Surveyor { found, is_excessive, n_elements, .. } = tokenizer.sink.0.into_inner();
        PageSurvey { found, is_excessive: is_excessive || n_elements > MAX_ELEMENTS }
    }
}

/// Whether a tag has so many attributes that even telling tags apart would be
/// slow; to be asked before anything else.
pub(super) fn has_absurd_tag(html: &str) -> bool {
    let mut quote = None;
    let mut n_attributes = None;
    let mut before = b' ';
    for &byte in html.as_bytes() {
        match (n_attributes, quote) {
            (None, _) => n_attributes = (before == b'<' && byte.is_ascii_alphabetic()).then_some(0),
            (Some(_), Some(open)) => quote = (byte != open).then_some(open),
            (Some(_), None) if byte == b'>' => n_attributes = None,
            // Quotes mean something after an equals sign alone; within a value “>” ends nothing.
            (Some(_), None) if before == b'=' && matches!(byte, b'"' | b'\'') => quote = Some(byte),
            (Some(n), None) => {
                let begins = (before.is_ascii_whitespace() || before == b'/') && !byte.is_ascii_whitespace();
                n_attributes = Some(n + usize::from(begins));
            }
        }
        if n_attributes > Some(MAX_ATTRIBUTES) {
            return true;
        }
        before = byte;
    }
    false
}

/// Whether printing what was found of the page would take too long: for each ampersand, no-break space and other
/// letter from U+0080 to U+00BF the printer looks through all that is left of its text.
pub(super) fn has_costly_text(html: &str) -> bool {
    /// Bytes looked at: some hundredths of a second, and a thousand times more than the longest paragraph asks for.
    const MOST: usize = 1 << 27;
    let (mut length, mut n_looked_for) = (0_usize, 0_usize);
    let mut before = b' ';
    for &byte in html.as_bytes() {
        // Text goes on over what is no tag, and over an end without a beginning.
        if before == b'<' && byte.is_ascii_alphabetic() {
            (length, n_looked_for) = (0, 0);
        }
        // The product of both bounds from above what the printer looks through.
        length += 1;
        n_looked_for += usize::from(matches!(byte, b'&' | 0xC2));
        if n_looked_for.saturating_mul(length) > MOST {
            return true;
        }
        before = byte;
    }
    false
}

#[derive(Default)]
struct Surveyor {
    found: FoundFacts,
    /// The elements that are open, as far as tags tell.
    open: Vec<LocalName>,
    formatting: Vec<LocalName>,
    n_elements: usize,
    n_pieces: usize,
    is_excessive: bool,
}

impl Surveyor {
    fn hear(&mut self, characters: &str) {
        self.n_pieces += 1;
        self.is_excessive |= self.n_pieces > MAX_PIECES;
        self.found.hear(characters);
    }

    fn see(&mut self, tag: &Tag) {
        let name = &*tag.name;
        let is_open = tag.kind == TagKind::StartTag;
        self.n_elements += usize::from(is_open);
        // Kept apart, as formatting goes on beyond the block in which it was left open.
        let stack = if FORMATTING.contains(&name) {
            &mut self.formatting
        } else if UNCOUNTED.contains(&name) {
            return;
        } else {
            &mut self.open
        };
        if is_open {
            stack.push(tag.name.clone());
        } else if let Some(place) = stack.iter().rposition(|open| *open == tag.name) {
            // An end tag closes what was left open within its element; formatting outlives it.
            if FORMATTING.contains(&name) {
                stack.remove(place);
            } else {
                stack.truncate(place);
            }
        }
        self.is_excessive |= self.open.len() > MAX_DEPTH || self.formatting.len() > MAX_FORMATTING;
    }
}

struct Sink(RefCell<Surveyor>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut looker = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(characters) => looker.hear(&characters),
            Token::TagToken(tag) => {
                looker.n_pieces = 0;
                // Once it is decided, end tags need not be matched any more.
                if !looker.is_excessive {
                    looker.see(&tag);
                }
                looker.found.see(&tag);
                if tag.kind == TagKind::StartTag
                    && let Some(kind) = raw_kind(&tag.name)
                {
                    return TokenSinkResult::RawData(kind);
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_excessive(html: &str) -> bool {
        PageSurvey::of(html).is_excessive
    }

    #[test]
    fn sloppy_pages_are_not_deep() {
        assert!(!is_excessive(&"<p>One<li>two<td>three<br><img src=x>".repeat(2000)));
        assert!(!is_excessive(&"<div><span>One</div>".repeat(2000)));
        assert!(!is_excessive(&"<p><b>One</b> <i>two</i></p>".repeat(2000)));
    }

    #[test]
    fn nesting_is_excessive_whatever_it_is_made_of() {
        assert!(is_excessive(&"<div>".repeat(50_000)));
        assert!(is_excessive(&"<div></p></i>".repeat(1000)));
        assert!(is_excessive(&"<p><font size=1>".repeat(1000)));
        assert!(is_excessive(&"<x-y>".repeat(1000)));
    }

    #[test]
    fn a_text_in_very_many_pieces_is_excessive() {
        assert!(is_excessive(&"& ".repeat(30_000)));
        assert!(!is_excessive(&"<p>one &amp; two &amp; three".repeat(10_000)));
    }

    #[test]
    fn text_that_is_full_of_what_has_to_be_escaped_is_costly_where_it_is_long() {
        assert!(has_costly_text(&format!("<p>{}</p>", "a &amp; b ".repeat(20_000))));
        assert!(has_costly_text(&"«a» </x>".repeat(20_000)));
        assert!(!has_costly_text(&format!("<p>{}</p>", "«a» &amp; b ".repeat(500)).repeat(200)));
    }

    #[test]
    fn a_tag_with_thousands_of_attributes_is_absurd() {
        let attributes: String = (0..2000).map(|n| format!(" a{n}=1")).collect();
        assert!(has_absurd_tag(&format!("<p{attributes}>")));
        assert!(!has_absurd_tag(&format!("<p title='{attributes}' class=\"a b\">a < b {attributes}</p>")));
    }
}
