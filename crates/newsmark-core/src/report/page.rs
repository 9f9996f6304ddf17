use super::context::ReportContext;
use super::html::Html;
use super::index::index;
use super::project::{called, project};
use super::style::{POLICY, STYLE};
use super::{Reported, Unread, counted};

/// A page about one project or several, whole in itself.
///
/// It has no script, loads nothing, follows the reader's light or dark theme,
/// and prints. Several projects have an index with their totals before them; files
/// that could not be read are listed there.
///
/// ```
/// use newsmark_core::interchange::import;
/// use newsmark_core::model::{Annotation, AnnotationId, Category, Person, Project, ProjectParts, Span};
/// use newsmark_core::report::{Reported, html};
///
/// let article = import(b"Ten died. Two fled.", "karsa.txt", None)?.article;
/// let (span, author) = (Span::new(0, 3).ok_or("empty")?, Person::new("Ines Varga").ok_or("no name")?);
/// let mark = Annotation::draft(AnnotationId::from_u64(1), span, Category::Casualties, author);
/// let project = Project::from_parts(ProjectParts { annotations: vec![mark], ..ProjectParts::of(article) })?;
/// let page = html(&[Reported::new("karsa.newsmark", project, &[])], &[]);
/// assert!(page.starts_with("<!DOCTYPE html>") && page.contains("Two fled."));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn html(reported: &[Reported], unread: &[Unread]) -> String {
    // A file that could not be read has to be told even beside a single project, and the index is where that is told.
    let is_one = reported.len() == 1 && unread.is_empty();
    // The index has the first heading of a page with several projects.
    let level = if is_one { 1 } else { 2 };
    let contexts: Vec<ReportContext<'_>> =
        // Anchors begin with the number of their project, from 1 as a reader counts.
        reported.iter().zip(1..).map(|(reported, number)| ReportContext::of(reported, number, level)).collect();
    let title = match contexts.first().filter(|_| is_one) {
        Some(only) => called(only.project, only.name).to_owned(),
        None => counted(reported.len(), "project", "projects"),
    };
    let mut html = Html::default();
    html.doctype();
    html.block("html", &[("lang", "en")], |html| {
        html.block("head", &[], |html| {
            html.void("meta", &[("charset", "utf-8")]);
            // Before the style: a policy holds for what follows it. Words of an article cannot run anything even if
            // escaping failed.
            html.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", &POLICY)]);
            // A link to a source must not tell its server that somebody checks it.
            html.void("meta", &[("name", "referrer"), ("content", "no-referrer")]);
            html.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
            html.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
            html.line("title", &[], &title);
            html.style(&STYLE);
        });
        html.block("body", &[], |html| {
            html.block("main", &[], |html| {
                if !is_one {
                    index(html, &contexts, unread);
                }
                contexts.iter().for_each(|context| project(html, context));
            });
            html.line("footer", &[], "Made with Newsmark");
        });
    });
    html.finish()
}
