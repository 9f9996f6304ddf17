use std::fmt;

use super::encoding::decode;
use super::{Encoding, FoundEncoding, ImportError, MAX_BYTES, binary, headline, html, language};
use crate::model::{Anchored, Article, Card, Digest, Original, Text};

/// What a file was read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArticleFormat {
    /// Text, unchanged.
    Text,
    /// Markdown, unchanged.
    Markdown,
    /// A page, of which the article's lines were taken.
    Html,
}

/// An article as it came in.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The article; its card says what the file says.
    pub article: Article,
    /// What the file was read as.
    pub format: ArticleFormat,
    /// How its bytes were read; `None` for pasted text.
    pub encoding: Option<FoundEncoding>,
    /// What the editor should know before taking it.
    pub notices: Vec<Notice>,
}

/// Something that was lost or is doubtful about an import; shown as a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Byte sequences that the encoding does not know.
    Replaced {
        /// How many.
        n_replaced: usize,
        /// The encoding's name.
        encoding: &'static str,
    },
    /// A page too large or too deeply nested to look for its article.
    Flattened,
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Notice::Replaced { n_replaced: 1, encoding } => {
                write!(f, "One place is not {encoding} and became �. Another encoding may read it")
            }
            Notice::Replaced { n_replaced, encoding } => {
                write!(f, "{n_replaced} places are not {encoding} and became �. Another encoding may read them")
            }
            Notice::Flattened => f.write_str(
                "The page is too large or too deeply nested to tell the article from what surrounds it. \
                 All its text was taken",
            ),
        }
    }
}

/// Makes an article of a file's bytes.
///
/// `name` is the file's name without its folder; its ending tells Markdown and
/// HTML, and a file of any other ending than `.txt` is HTML where it begins
/// like a page. `choice` is the encoding that the editor chose, `None` to find
/// it. The text is the file's own, without a byte order mark; of a page it is
/// the article's lines with `\n` between lines and a blank line between
/// paragraphs, beginning with the headline.
///
/// # Errors
/// An [`ImportError`] with a sentence: no text, too large, or no article.
///
/// ```
/// use newsmark_core::interchange::{ArticleFormat, ImportError, import};
///
/// let imported = import(b"Shells killed 12 people.", "karsa.txt", None)?;
/// assert_eq!((&imported.article.text[..], imported.format), ("Shells killed 12 people.", ArticleFormat::Text));
/// assert!(matches!(import(b"", "karsa.txt", None), Err(ImportError::Empty(_))));
/// # Ok::<(), newsmark_core::interchange::ImportError>(())
/// ```
pub fn import(bytes: &[u8], name: &str, choice: Option<&'static Encoding>) -> Result<Imported, ImportError> {
    let named = || name.to_owned();
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { name: named(), size: bytes.len() as u64, limit: MAX_BYTES as u64 });
    }
    // Before decoding: a PDF is sound text in some encoding.
    if let Some(kind) = binary::signature(bytes) {
        return Err(ImportError::Binary { name: named(), kind });
    }
    let by_name = format_by_name(name);
    let is_html = by_name.map_or_else(|| begins_like_a_page(bytes), |format| format == ArticleFormat::Html);
    let (string, found) = decode(bytes, choice, is_html);
    if string.trim().is_empty() {
        return Err(ImportError::Empty(named()));
    }
    let encoding = found.encoding.name();
    if binary::is_noise(&string) {
        return Err(ImportError::Noise { name: named(), encoding });
    }
    // Asked once more of what was decoded: in UTF-16 a page begins with other bytes.
    let by_content = if begins_like_a_page(string.as_bytes()) { ArticleFormat::Html } else { ArticleFormat::Text };
    let format = by_name.unwrap_or(by_content);
    // The digest is of the bytes as they came, by which the file can be told from later ones.
    let original = Original { name: named(), encoding: encoding.to_owned(), sha256: Some(Digest::of(bytes)) };
    let mut notices = Vec::new();
    if found.n_replaced > 0 {
        notices.push(Notice::Replaced { n_replaced: found.n_replaced, encoding });
    }
    let article = match format {
        ArticleFormat::Text | ArticleFormat::Markdown => from_text(string, original),
        ArticleFormat::Html => from_page(&string, original, &mut notices)?,
    };
    Ok(Imported { article, format, encoding: Some(found), notices })
}

/// Makes an article of what the clipboard holds: its HTML where that says what
/// its paragraphs are, else its text, unchanged.
///
/// # Errors
/// [`ImportError::NothingPasted`], [`ImportError::TooLarge`] or [`ImportError::Noise`].
///
/// ```
/// use newsmark_core::interchange::import_pasted;
///
/// let imported = import_pasted(Some("<p>Ten died.</p><p>Two fled.</p>"), "Ten died.\n\nTwo fled.")?;
/// assert_eq!(&imported.article.text[..], "Ten died.\n\nTwo fled.");
/// # Ok::<(), newsmark_core::interchange::ImportError>(())
/// ```
pub fn import_pasted(html: Option<&str>, text: &str) -> Result<Imported, ImportError> {
    const NAME: &str = "pasted text";
    let size = text.len().max(html.map_or(0, str::len));
    if size > MAX_BYTES {
        return Err(ImportError::TooLarge { name: NAME.to_owned(), size: size as u64, limit: MAX_BYTES as u64 });
    }
    let original = Original { name: NAME.to_owned(), ..Original::default() };
    let from_html = html.and_then(html::fragment).filter(|lines| holds_as_much(lines, text));
    let format = if from_html.is_some() { ArticleFormat::Html } else { ArticleFormat::Text };
    let string = from_html.unwrap_or_else(|| text.to_owned());
    if string.trim().is_empty() {
        return Err(ImportError::NothingPasted);
    }
    if binary::is_noise(&string) {
        return Err(ImportError::Noise { name: NAME.to_owned(), encoding: "UTF-8" });
    }
    Ok(Imported { article: from_text(string, original), format, encoding: None, notices: Vec::new() })
}

/// Some programs put a mere picture or a link beside the text they copy.
fn holds_as_much(lines: &str, text: &str) -> bool {
    let n_letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    // Letters alone, as the two forms differ in spaces and bullets; a tenth is left for captions that one of them has.
    n_letters(lines) * 10 >= n_letters(text) * 9
}

fn format_by_name(name: &str) -> Option<ArticleFormat> {
    let (_, ending) = name.rsplit_once('.')?;
    match ending.to_ascii_lowercase().as_str() {
        "html" | "htm" | "xhtml" | "xht" => Some(ArticleFormat::Html),
        "md" | "markdown" => Some(ArticleFormat::Markdown),
        "txt" | "text" => Some(ArticleFormat::Text),
        _ => None,
    }
}

fn begins_like_a_page(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let begins = |tag: &[u8]| bytes.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    begins(b"<!doctype html")
        || begins(b"<html")
        // XHTML has its declaration and its document type before the element; other XML is no page.
        || (begins(b"<?xml") && bytes.windows(5).take(512).any(|w| w == b"<html"))
}

fn from_text(string: String, original: Original) -> Article {
    let text = Text::new(string);
    let title = headline::headline(&text).unwrap_or_default();
    let language = language::guess(&text).to_owned();
    Article { text, card: Card { title, language, original, ..Card::default() } }
}

fn from_page(page: &str, original: Original, notices: &mut Vec<Notice>) -> Result<Article, ImportError> {
    let page = html::page(page).ok_or_else(|| ImportError::NoArticle(original.name.clone()))?;
    if page.is_flattened {
        notices.push(Notice::Flattened);
    }
    let html::Page { lines, facts, .. } = page;
    let mut text = Text::new(lines);
    let mut title = headline::line_that_says(&text, &facts.title);
    if title.is_none() && !facts.title.is_empty() {
        // A headline outside of what was taken for the article is put above it, so that it can be marked as well.
        text = Text::new(format!("{}\n\n{}", facts.title, &*text));
        title = headline::line_that_says(&text, &facts.title);
    }
    let title: Anchored<String> = title.or_else(|| headline::headline(&text)).unwrap_or_default();
    let language = if facts.language.is_empty() { language::guess(&text).to_owned() } else { facts.language };
    let html::PageFacts { outlet, byline, published, url, .. } = facts;
    let card = Card { title, outlet, byline, published, url, language, original, ..Card::default() };
    Ok(Article { text, card })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PROSE: &str = "At least 12 people were killed when a market was shelled on Sunday, the hospital said.";

    fn title_at(article: &Article) -> Option<&str> {
        let at = article.card.title.anchor.as_ref()?.at?;
        Some(article.text.words(at))
    }

    #[test]
    fn plain_text_comes_in_as_it_is() {
        let bytes = "\u{FEFF}Market shelled\r\n\r\ne\u{301} and é \r\nTwo died. \n".as_bytes();
        let found = import(bytes, "report.txt", None).unwrap();
        assert_eq!(&*found.article.text, "Market shelled\r\n\r\ne\u{301} and é \r\nTwo died. \n");
        assert_eq!(title_at(&found.article), Some("Market shelled"));
        let original = &found.article.card.original;
        assert_eq!((original.name.as_str(), original.encoding.as_str()), ("report.txt", "UTF-8"));
        assert_eq!(original.sha256, Some(Digest::of(bytes)));
    }

    #[test]
    fn a_file_is_read_by_its_ending_and_else_by_its_beginning() {
        let page = format!("<!DOCTYPE html><title>x</title><p>{PROSE}</p>");
        let format = |name| import(page.as_bytes(), name, None).unwrap().format;
        assert_eq!(
            [format("a.HTM"), format("a.md"), format("a.txt")],
            [ArticleFormat::Html, ArticleFormat::Markdown, ArticleFormat::Text]
        );
        assert_eq!([format("a"), format("a.php")], [ArticleFormat::Html, ArticleFormat::Html]);
        assert_eq!(import(PROSE.as_bytes(), "a.news", None).unwrap().format, ArticleFormat::Text);
    }

    #[test]
    fn the_text_of_a_page_begins_with_its_headline() {
        let paragraphs = format!("<p>{PROSE}</p>").repeat(9);
        let page = format!(
            "<html lang=en><title>Market shelled - The Post</title><meta property=og:site_name content='The Post'>\
             <body><header><h1>Market shelled</h1></header><article>{paragraphs}</article>"
        );
        let found = import(page.as_bytes(), "a.html", None).unwrap();
        assert!(found.article.text.starts_with(&format!("Market shelled\n\n{PROSE}\n\n")), "{}", &*found.article.text);
        assert_eq!(found.article.text.matches("Market shelled").count(), 1);
        assert_eq!(title_at(&found.article), Some("Market shelled"));
        assert_eq!((found.article.card.outlet.as_str(), found.article.card.language.as_str()), ("The Post", "en"));
    }

    #[test]
    fn what_is_no_article_is_refused_with_a_sentence() {
        let sentence = |bytes: &[u8], name| import(bytes, name, None).unwrap_err().to_string();
        assert_eq!(
            sentence(b"%PDF-1.4\n%\xE2\xE3", "report.pdf"),
            "“report.pdf” is a PDF, not text. Copy its text and use Paste article"
        );
        assert!(sentence(b"", "a.txt").starts_with("“a.txt” is empty."));
        assert!(sentence(b"\xEF\xBB\xBF \n", "a.txt").starts_with("“a.txt” is empty."));
        let noise: Vec<u8> = (0..4000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert!(sentence(&noise, "a.bin").starts_with("“a.bin” is not text"));
        assert!(
            sentence(b"<html><body><a href=/>Home</a>", "a.html").starts_with("No article was found on this page.")
        );
    }

    #[test]
    fn characters_that_could_not_be_read_are_told() {
        let found = import(b"caf\xE9 et th\xE9.", "a.txt", Some(encoding_rs::UTF_8)).unwrap();
        assert_eq!(found.notices, [Notice::Replaced { n_replaced: 2, encoding: "UTF-8" }]);
        assert_eq!(found.article.card.original.encoding, "UTF-8");
        let right = import(b"caf\xE9 et th\xE9.", "a.txt", Some(encoding_rs::WINDOWS_1252)).unwrap();
        assert_eq!((&*right.article.text, right.notices.len()), ("café et thé.", 0));
    }

    #[test]
    fn pasted_html_gives_its_paragraphs_and_pasted_text_itself() {
        let pasted = import_pasted(Some("<p>Two <b>died</b>.</p><p>So.</p>"), "Two died.\nSo.").unwrap();
        assert_eq!((&*pasted.article.text, pasted.format), ("Two died.\n\nSo.", ArticleFormat::Html));
        assert_eq!(pasted.article.card.original.name, "pasted text");
        let code = import_pasted(Some("<div>Two died.</div><div>So.</div>"), "Two died.\r\nSo.").unwrap();
        assert_eq!((&*code.article.text, code.format), ("Two died.\r\nSo.", ArticleFormat::Text));
        let picture = import_pasted(Some("<p><img src=x></p>"), "Two died.").unwrap();
        assert_eq!(&*picture.article.text, "Two died.");
        assert_eq!(import_pasted(None, " \n").unwrap_err(), ImportError::NothingPasted);
    }

    proptest! {
        #[test]
        fn any_bytes_give_an_article_or_an_error(bytes: Vec<u8>, name in "a(\\.(txt|html|md))?") {
            if let Ok(found) = import(&bytes, &name, None) {
                prop_assert!(!found.article.text.trim().is_empty());
            }
        }

        #[test]
        fn any_page_gives_an_article_or_an_error(tags in "(<(/?(p|div|table|td|h1|a|article|ul|li|b|br|title|meta content=x name=author))>|At least 12 people were killed, a doctor said[.] |\\PC){0,60}") {
            let page = format!("<html>{tags}");
            if let Ok(found) = import(page.as_bytes(), "a.html", None) {
                prop_assert!(!found.article.text.contains('\r'));
            }
            let _ = import_pasted(Some(&page), "");
        }

        #[test]
        fn any_text_comes_in_as_it_is(text in "[a-zé“”\u{627}-\u{64A}\u{301} \r\n]{1,60}") {
            prop_assume!(!text.trim().is_empty());
            let found = import(text.as_bytes(), "a.txt", None).unwrap();
            prop_assert_eq!(&*found.article.text, text);
        }
    }
}
