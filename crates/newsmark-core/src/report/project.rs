use super::context::{ReportContext, class};
use super::counted;
use super::decisions::decisions;
use super::facts::facts;
use super::html::Html;
use super::marked_article::MarkedArticle;
use super::problems::problems;
use super::records::records;
use super::sources::sources;
use crate::check::Severity;
use crate::model::{Category, Project};

/// The parts of a report with their titles, in their order.
const PARTS: [(&str, &str); 6] = [
    ("article", "Article"),
    ("facts", "Facts"),
    ("records", "Records"),
    ("sources", "Sources"),
    ("problems", "Problems"),
    ("decisions", "Decisions"),
];

/// Everything about one project.
pub(super) fn project(html: &mut Html, context: &ReportContext<'_>) {
    let article = MarkedArticle::of(context);
    let headline = article.headline();
    html.block("section", &[("class", "project"), ("id", &context.anchor("top"))], |html| {
        html.block("header", &[("class", "title")], |html| {
            title(html, context, &article, headline);
            let direction = context.direction(called(context.project, context.name));
            html.block("p", &[("class", "byline"), ("dir", direction)], |html| byline(html, context));
            counts(html, context);
        });
        html.block("nav", &[("aria-label", "Parts of this report")], |html| {
            for (name, title) in PARTS {
                html.words("a", &[("href", &format!("#{}", context.anchor(name)))], title);
                html.text(" ");
            }
        });
        html.block("section", &[("id", &context.anchor("article")), ("class", "article")], |html| {
            // For those who go through a page by its headings.
            html.line(context.heading(1), &[("class", "unseen")], "Article");
            article.body(html, headline);
            card(html, context);
        });
        facts(html, context);
        records(html, context);
        sources(html, context);
        problems(html, context);
        decisions(html, context);
    });
}

/// What a project is called: its title, else its file.
pub(super) fn called<'a>(project: &'a Project, name: &'a str) -> &'a str {
    let title = project.article().card.title.value.trim();
    if title.is_empty() { name } else { title }
}

fn title(html: &mut Html, context: &ReportContext<'_>, article: &MarkedArticle<'_>, headline: Option<usize>) {
    let title = called(context.project, context.name);
    let attributes = [("lang", context.language()), ("dir", context.direction(title)), ("class", "headline")];
    html.block(context.heading(0), &attributes, |html| match headline {
        Some(paragraph) => article.words(html, paragraph),
        None => html.text(title),
    });
}

/// The outlet, who wrote it and when: what stands under a headline.
pub(super) fn byline(html: &mut Html, context: &ReportContext<'_>) {
    let card = &context.project.article().card;
    let published = card.published.map(|day| day.to_string()).unwrap_or_default();
    let known = [&card.outlet, &card.byline, &published].map(|part| part.trim());
    for (n, part) in known.into_iter().filter(|part| !part.is_empty()).enumerate() {
        html.text(if n == 0 { "" } else { " · " });
        html.apart(part);
    }
}

/// How many marks of each category, and how many problems.
fn counts(html: &mut Html, context: &ReportContext<'_>) {
    html.block("p", &[("class", "counts")], |html| {
        for category in Category::ALL {
            html.inline("span", &[("class", class(category))], |html| {
                html.words("span", &[("class", "chip"), ("aria-hidden", "true")], &category.letter().to_string());
                html.text(&format!(" {} ", category.name()));
                html.words("b", &[], &n_marks(context.project, category).to_string());
            });
            html.text(" ");
        }
        html.words("span", &[("class", "found")], &found(context));
    });
}

/// How many marks of the category a project has, placed or not.
pub(super) fn n_marks(project: &Project, category: Category) -> usize {
    let placed = project.annotations().iter().filter(|mark| mark.category() == category).count();
    placed + project.unplaced().iter().filter(|kept| kept.category() == category).count()
}

/// How many problems of each severity: "1 error, 2 warnings", "no problems".
pub(super) fn found(context: &ReportContext<'_>) -> String {
    let nouns = [("error", "errors"), ("warning", "warnings"), ("note", "notes")];
    let of = |severity: Severity| context.findings.problems.iter().filter(|found| found.severity == severity).count();
    let found = Severity::ALL.into_iter().zip(nouns).map(|(severity, nouns)| (of(severity), nouns));
    let told: Vec<_> = found.filter(|(n, _)| *n > 0).map(|(n, (one, more))| counted(n, one, more)).collect();
    if told.is_empty() { "no problems".to_owned() } else { told.join(", ") }
}

/// What is known about the article.
fn card(html: &mut Html, context: &ReportContext<'_>) {
    let article = context.project.article();
    let card = &article.card;
    let digest = article.text.sha256().to_string();
    let published = card.published.map(|day| day.to_string()).unwrap_or_default();
    let original = [card.original.name.as_str(), card.original.encoding.as_str()].into_iter();
    let original = original.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let rows = [
        ("Outlet", card.outlet.as_str()),
        ("Byline", &card.byline),
        ("Published", &published),
        ("Address", &card.url),
        ("Language", &card.language),
        ("Read from", &original),
        ("Project", context.name),
        ("SHA-256 of the text", &digest),
    ];
    html.block("dl", &[("class", "fields card")], |html| {
        for (label, value) in rows {
            html.words("dt", &[], label);
            html.block("dd", &[], |html| match value {
                "" => html.words("span", &[("class", "unknown")], "Unknown"),
                value if label == "Address" && is_web_address(value) => {
                    // The page behind the link neither learns where the reader came from nor gets hold of this one.
                    html.words("a", &[("href", value), ("rel", "noreferrer noopener")], value);
                }
                value => html.apart(value),
            });
        }
    });
}

/// Whether a link to it leads to a page: nothing else is made a link, a script least of all.
fn is_web_address(address: &str) -> bool {
    // Schemes have no case (RFC 3986, section 3.1).
    let address = address.to_ascii_lowercase();
    (address.starts_with("https://") || address.starts_with("http://")) && !address.contains(char::is_whitespace)
}
