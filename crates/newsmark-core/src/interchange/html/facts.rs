use std::collections::HashMap;

use html5ever::LocalName;
use html5ever::tokenizer::{Tag, TagKind};
use jiff::civil::Date;
use serde_json::Value;

use super::super::language_tag;

/// What a page says about its article; an empty string is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PageFacts {
    /// The headline, on one line.
    pub title: String,
    /// Who published it.
    pub outlet: String,
    /// Who wrote it.
    pub byline: String,
    /// The day of publication, as the page writes it.
    pub published: Option<Date>,
    /// Its address.
    pub url: String,
    /// A BCP 47 tag.
    pub language: String,
}

/// What was found in a page's tags, in order.
#[derive(Default)]
pub(super) struct FoundFacts {
    language: String,
    /// `meta` elements by lower-case name; the first of a name counts.
    metas: HashMap<String, String>,
    canonical: String,
    titles: Vec<String>,
    headings: Vec<String>,
    scripts: Vec<String>,
    /// The days in `time` elements that say they are the publication's, and in others.
    published: Vec<Date>,
    times: Vec<Date>,
    /// The element whose words are being heard, and these.
    hearing: Option<(LocalName, String)>,
}

impl FoundFacts {
    /// Takes note of a tag.
    pub fn see(&mut self, tag: &Tag) {
        if tag.kind == TagKind::EndTag {
            if self.hearing.as_ref().is_some_and(|(name, _)| *name == tag.name) {
                self.heard();
            }
            return;
        }
        let attribute = |name: &str| {
            tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| attribute.value.trim())
        };
        match &*tag.name {
            "html" => {
                self.language = attribute("lang").or(attribute("xml:lang")).unwrap_or_default().to_owned();
            }
            "meta" => {
                let name = attribute("property").or(attribute("name")).or(attribute("itemprop"));
                if let (Some(name), Some(content)) = (name, attribute("content"))
                    && !content.is_empty()
                {
                    // Pages that embed others repeat names further down, of the embedded ones.
                    self.metas.entry(name.to_ascii_lowercase()).or_insert_with(|| content.to_owned());
                }
            }
            "link" if attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                self.canonical = attribute("href").unwrap_or_default().to_owned();
            }
            "time" => {
                let is_publication = attribute("pubdate").is_some() || attribute("itemprop") == Some("datePublished");
                let days = if is_publication { &mut self.published } else { &mut self.times };
                days.extend(attribute("datetime").and_then(day));
            }
            "script" if attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")) => {
                self.hearing = Some((tag.name.clone(), String::new()));
            }
            "title" | "h1" => self.hearing = Some((tag.name.clone(), String::new())),
            _ => {}
        }
    }

    /// Takes note of characters.
    pub fn hear(&mut self, characters: &str) {
        if let Some((_, heard)) = &mut self.hearing {
            heard.push_str(characters);
        }
    }

    fn heard(&mut self) {
        let Some((name, words)) = self.hearing.take() else { return };
        match &*name {
            "title" => self.titles.push(one_line(&words)),
            "h1" => self.headings.push(one_line(&words)),
            _ => self.scripts.push(words),
        }
    }
}

impl PageFacts {
    /// What the tags say together.
    pub(super) fn of(found: FoundFacts) -> PageFacts {
        let linked = found.scripts.iter().find_map(|script| linked_article(&serde_json::from_str(script).ok()?));
        let linked = linked.as_ref().unwrap_or(&Value::Null);
        let meta =
            |names: &[&str]| names.iter().find_map(|name| found.metas.get(*name)).map(|content| one_line(content));
        let first = |candidates: [Option<String>; 3]| {
            candidates.into_iter().flatten().find(|candidate| !candidate.is_empty()).unwrap_or_default()
        };
        // The HTML standard’s own name first (4.2.5.1), then those of particular systems.
        let byline = meta(&["author", "parsely-author", "dc.creator", "dcterms.creator", "article:author"]);
        let url = first([Some(found.canonical.clone()), meta(&["og:url"]), string(&linked["url"])]);
        // From what only articles have to what any page may have: a mere “date” can be anything’s.
        let dated = meta(&[
            "article:published_time",
            "datepublished",
            "parsely-pub-date",
            "dc.date.issued",
            "dcterms.issued",
            "pubdate",
            "date",
            "dc.date",
        ]);
        PageFacts {
            title: found.title(linked),
            outlet: first([meta(&["og:site_name"]), name(&linked["publisher"]), None]),
            // Open Graph has addresses of profiles there.
            byline: first([byline.filter(|byline| !byline.contains("://")), name(&linked["author"]), None]),
            published: dated
                .and_then(|date| day(&date))
                .or_else(|| day(linked["datePublished"].as_str()?))
                .or_else(|| found.published.first().copied())
                // Last, and only where all agree: other articles that are linked have days as well.
                .or_else(|| found.only_day()),
            // Anything else would be opened by a click of somebody who trusts the card.
            url: if url.starts_with("https://") || url.starts_with("http://") { url } else { String::new() },
            language: first([
                language_tag(&found.language),
                string(&linked["inLanguage"]).as_deref().and_then(language_tag),
                None,
            ]),
        }
    }
}

impl FoundFacts {
    /// The heading that the page's title names is the headline as it was
    /// printed; else what the page calls itself elsewhere.
    fn title(&self, linked: &Value) -> String {
        let meta = |name: &str| self.metas.get(name).map(|content| one_line(content));
        let headline = string(&linked["headline"]).map(|headline| one_line(&headline));
        let titles: Vec<String> = [headline, meta("og:title"), meta("twitter:title")]
            .into_iter()
            .flatten()
            .chain(self.titles.clone())
            .collect();
        let headings = || self.headings.iter().filter(|heading| !heading.is_empty());
        let is_named =
            |heading: &&String| titles.iter().any(|title| title.to_lowercase().contains(&heading.to_lowercase()));
        // A page's title names its site as well; a heading that is only the site's name is shorter.
        let outlet = meta("og:site_name").unwrap_or_default();
        let named =
            headings().filter(is_named).filter(|heading| **heading != outlet).max_by_key(|heading| heading.len());
        let only = || headings().next().filter(|_| headings().count() == 1);
        let stated = || titles.iter().find(|title| !title.is_empty());
        named.or_else(stated).or_else(only).cloned().unwrap_or_default()
    }

    /// The day on which all `time` elements agree.
    fn only_day(&self) -> Option<Date> {
        self.times.first().copied().filter(|first| self.times.iter().all(|day| day == first))
    }
}

/// White space made single spaces.
pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The day of an ISO 8601 date or time, in its own offset; anything else is not guessed at.
fn day(written: &str) -> Option<Date> {
    let day = written.get(..10)?;
    // `get` above made sure of ten bytes that end between characters.
    let (after, is_iso) = (written[10..].chars().next(), day.as_bytes()[4] == b'-' && day.as_bytes()[7] == b'-');
    // A digit that follows makes another number of it, and what it means is not guessed.
    if !is_iso || after.is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    day.parse().ok()
}

fn string(value: &Value) -> Option<String> {
    value.as_str().map(|string| string.trim().to_owned())
}

/// The name of a person or organisation in JSON-LD, or of several.
fn name(value: &Value) -> Option<String> {
    match value {
        Value::String(name) => (!name.contains("://")).then(|| one_line(name)),
        Value::Object(object) => name(object.get("name")?),
        Value::Array(several) => {
            let names: Vec<String> = several.iter().filter_map(name).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        _ => None,
    }
}

/// The first object of schema.org whose type is an article.
fn linked_article(value: &Value) -> Option<Value> {
    let is_article = |kind: &Value| {
        // NewsArticle, OpinionNewsArticle, BlogPosting, LiveBlogPosting and the rest of that branch of schema.org.
        kind.as_str().is_some_and(|kind| kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report")
    };
    match value {
        Value::Array(several) => several.iter().find_map(linked_article),
        Value::Object(object) => match object.get("@type") {
            Some(Value::Array(kinds)) if kinds.iter().any(is_article) => Some(value.clone()),
            Some(kind) if is_article(kind) => Some(value.clone()),
            _ => linked_article(object.get("@graph")?),
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::survey::PageSurvey;
    use super::*;
    use jiff::civil::date;

    fn facts(html: &str) -> PageFacts {
        PageFacts::of(PageSurvey::of(html).found)
    }

    #[test]
    fn meta_elements_fill_the_card() {
        let found = facts(
            "<html lang=ar_SY><head><title>Market shelled | The Valley Post</title>\
             <meta property='og:site_name' content='The Valley Post'><meta name=author content='Ines  Varga'>\
             <meta property='article:published_time' content='2026-03-14T23:30:00+02:00'>\
             <link rel=canonical href='https://post.example/a'></head><body><h1>The Valley Post</h1><h1>Market shelled</h1>",
        );
        let expected = PageFacts {
            title: "Market shelled".to_owned(),
            outlet: "The Valley Post".to_owned(),
            byline: "Ines Varga".to_owned(),
            published: Some(date(2026, 3, 14)),
            url: "https://post.example/a".to_owned(),
            language: "ar-SY".to_owned(),
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn linked_data_fills_what_meta_elements_leave_open() {
        let found = facts(
            r#"<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "name": "x"}, {"@type": ["NewsArticle"],
             "headline": "Market shelled", "datePublished": "2026-03-14", "inLanguage": "en-GB",
             "author": [{"name": "Ines Varga"}, "Dala Imren"], "publisher": {"name": "The Valley Post"},
             "url": "https://post.example/a"}]}</script>"#,
        );
        assert_eq!((found.title.as_str(), found.byline.as_str()), ("Market shelled", "Ines Varga, Dala Imren"));
        assert_eq!((found.outlet.as_str(), found.language.as_str()), ("The Valley Post", "en-GB"));
        assert_eq!((found.published, found.url.as_str()), (Some(date(2026, 3, 14)), "https://post.example/a"));
    }

    #[test]
    fn what_is_not_certain_stays_unknown() {
        let found = facts(
            "<html lang='english, mostly'><meta name=author content='https://social.example/x'><meta name=date content='14/03/2026'>\
             <time datetime=2026-03-14>then</time><time datetime=2026-03-15>updated</time><link rel=canonical href=/a>\
             <script type=application/ld+json>{ broken</script>",
        );
        assert_eq!(found, PageFacts::default());
        assert_eq!(facts("<time datetime='2026-03-14T10:00'>then</time>").published, Some(date(2026, 3, 14)));
    }
}
