use std::sync::Arc;

use super::context::ReportContext;
use super::html::Html;
use super::table::{cell, row, table};
use crate::model::{
    Annotation, AnnotationId, Anonymity, AttributionPart, FieldPath, FieldValue, Interest, Source, SourceId,
    SourceKind, Term,
};

/// The sources with what is known of them and the marks that rest on them.
pub(super) fn sources(html: &mut Html, context: &ReportContext<'_>) {
    context.section(html, "sources", "Sources", |html| {
        if context.project.sources().iter().next().is_none() {
            html.line("p", &[("class", "unknown")], "No sources are described");
            return;
        }
        let titles = ["Source", "What it is", "Kind", "Interest", "How it is named", "Marks"];
        table(html, "Whom the article draws on", &titles, |html| {
            for (place, source) in context.project.sources().iter().enumerate() {
                one(html, context, &context.anchor(&format!("s{}", place + 1)), source);
            }
        });
    });
}

fn one(html: &mut Html, context: &ReportContext<'_>, anchor: &str, source: &Source) {
    let head = |html: &mut Html| {
        html.inline("span", &[("id", anchor)], |html| match source.name.is_empty() {
            true => html.words("span", &[("class", "unknown")], "Without a name"),
            false => html.apart(&source.name),
        });
        for name in &source.other_names {
            html.text(" ");
            html.words("bdi", &[("class", "other")], name);
        }
    };
    row(html, "", head, |html| {
        cell(html, |html| {
            let described = [&source.role, &source.affiliation].map(String::as_str);
            for (n, part) in described.into_iter().filter(|part| !part.is_empty()).enumerate() {
                html.text(if n == 0 { "" } else { ", " });
                html.apart(part);
            }
            // An empty cell would leave open whether nobody knows or nobody asked.
            if described.iter().all(|part| part.is_empty()) {
                html.words("span", &[("class", "unknown")], "Not stated");
            }
        });
        for (index, terms) in [
            (source.kind as usize, SourceKind::VOCABULARY),
            (source.interest as usize, Interest::VOCABULARY),
            (source.anonymity as usize, Anonymity::VOCABULARY),
        ] {
            cell(html, |html| choice(html, index, &terms.terms[index]));
        }
        cell(html, |html| context.links(html, marks_of(context, source.id)));
    });
}

fn choice(html: &mut Html, index: usize, term: &Term) {
    // The first term of every vocabulary is the unknown one.
    html.words("span", &[("class", if index == 0 { "unknown" } else { "" })], term.label);
}

fn marks_of(context: &ReportContext<'_>, id: SourceId) -> impl Iterator<Item = AnnotationId> {
    let rests = move |mark: &&Arc<Annotation>| {
        mark.field(FieldPath::Attribution(AttributionPart::Source)) == Some(FieldValue::Source(Some(id)))
    };
    context.project.annotations().iter().filter(rests).map(|mark| mark.id)
}
