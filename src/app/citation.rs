use super::article::long_date;
use crate::model::Card;

/// Words with where they come from: “…” Title. Outlet, byline, date. Address.
pub fn cited(card: &Card, words: &str) -> String {
    let parts = [card.title.value.as_str(), &origin(card), &card.url];
    let parts = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ");
    let quoted = quoted(words);
    if parts.is_empty() { quoted } else { format!("{quoted} {parts}") }
}

/// The same as HTML: the title stands out, the address is a link, and paragraphs stay apart.
pub fn cited_as_html(card: &Card, words: &str) -> String {
    let title = Some(card.title.value.as_str()).filter(|title| !title.is_empty());
    let title = title.map(|title| format!("<cite>{}</cite>", escaped(title)));
    let origin = Some(origin(card)).filter(|origin| !origin.is_empty()).map(|origin| escaped(&origin));
    let url = Some(card.url.as_str()).filter(|url| !url.is_empty());
    // Only what a browser opens harmlessly becomes a link: the address was typed, or came with the
    // article's file.
    let url = url.map(|url| if is_address(url) { link(url) } else { escaped(url) });
    let parts: Vec<String> = [title, origin, url].into_iter().flatten().collect();
    let quoted = escaped(&quoted(words)).replace("\r\n", "\n").replace(['\n', '\r'], "<br>");
    if parts.is_empty() { quoted } else { format!("{quoted} {}", parts.join(". ")) }
}

fn origin(card: &Card) -> String {
    let date = card.published.map(long_date).unwrap_or_default();
    let origin = [card.outlet.as_str(), card.byline.as_str(), &date];
    origin.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn quoted(words: &str) -> String {
    // Words that bring their own quotation marks would have two pairs.
    if words.starts_with(['“', '"', '«']) { words.to_owned() } else { format!("“{words}”") }
}

/// Only what leads to a page may be followed.
fn is_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

fn link(url: &str) -> String {
    let url = escaped(url);
    format!("<a href=\"{url}\">{url}</a>")
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(title: &str, url: &str) -> Card {
        let mut card = Card { outlet: "Sawt".to_owned(), url: url.to_owned(), ..Card::default() };
        card.title.value = title.to_owned();
        card
    }

    #[test]
    fn a_citation_says_where_the_words_come_from() {
        let card = card("Shells & fire", "https://sawt.example/1?a=1&b=2");
        assert_eq!(cited(&card, "12 died"), "“12 died” Shells & fire. Sawt. https://sawt.example/1?a=1&b=2");
        assert_eq!(
            cited_as_html(&card, "12 <died>\nthere"),
            "“12 &lt;died&gt;<br>there” <cite>Shells &amp; fire</cite>. Sawt. \
             <a href=\"https://sawt.example/1?a=1&amp;b=2\">https://sawt.example/1?a=1&amp;b=2</a>"
        );
    }

    #[test]
    fn an_address_that_is_none_leads_nowhere() {
        assert!(!cited_as_html(&card("", "javascript:alert(1)"), "12 died").contains("href"));
    }
}
