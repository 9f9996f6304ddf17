use super::context::{ReportContext, class, unplaced_words};
use super::fields::fields;
use super::html::Html;
use crate::model::{Annotation, Part, Person, Status};
use crate::review::history_lines;

/// Every record, in the order of the text; those without a place last.
pub(super) fn records(html: &mut Html, context: &ReportContext<'_>) {
    let project = context.project;
    context.section(html, "records", "Records", |html| {
        if project.annotations().is_empty() && project.unplaced().is_empty() {
            html.line("p", &[("class", "unknown")], "No marks yet");
        }
        for (place, annotation) in project.annotations().iter().enumerate() {
            let words = context.marked(&annotation.spans);
            record(html, context, annotation, &Place { number: Some(place + 1), place: place + 1, words });
        }
        if !project.unplaced().is_empty() {
            html.line(context.heading(2), &[], "Without a place");
            html.line("p", &[("class", "aside")], "Their words were not found in the article for certain.");
        }
        // They have no number in the article, and so come under a heading of their own.
        for (place, kept) in project.unplaced().iter().enumerate() {
            record(html, context, kept, &Place { number: None, place: place + 1, words: unplaced_words(kept) });
        }
    });
}

struct Place {
    /// The number in the list; `None` without a place.
    number: Option<usize>,
    place: usize,
    words: String,
}

fn record<P>(html: &mut Html, context: &ReportContext<'_>, annotation: &Annotation<P>, place: &Place) {
    let category = annotation.category();
    let anchor = context.anchor(&format!("{}{}", if place.number.is_some() { "r" } else { "u" }, place.place));
    let class = format!("record {}", class(category));
    html.block("article", &[("class", &class), ("id", &anchor)], |html| {
        html.block("header", &[], |html| {
            html.block(context.heading(2), &[], |html| {
                let letter = category.letter();
                match place.number {
                    Some(number) => {
                        let href = format!("#{}", context.anchor(&format!("m{number}")));
                        let label = format!("{letter}{number}, to the article");
                        let attributes = [("class", "chip"), ("href", href.as_str()), ("aria-label", label.as_str())];
                        html.words("a", &attributes, &format!("{letter}{number}"));
                    }
                    None => html.words("span", &[("class", "chip")], &letter.to_string()),
                }
                html.text(" ");
                html.text(category.name());
            });
            html.inline("p", &[("class", "status")], |html| status(html, annotation));
        });
        context.article_words(html, "blockquote", "words serif", &place.words);
        let reading = annotation.details.reading(context.project);
        if !reading.is_empty() {
            html.line("p", &[("class", "reading"), ("dir", "auto")], &reading);
        }
        fields(html, context, annotation);
        people(html, annotation);
        history(html, context, annotation);
    });
}

/// The status and who gave it.
fn status<P>(html: &mut Html, annotation: &Annotation<P>) {
    let class = match annotation.status {
        Status::Approved => "ok",
        Status::Rejected | Status::ChangesRequested => "warning",
        Status::Draft | Status::Submitted => "waiting",
    };
    html.words("span", &[("class", class)], annotation.status.label());
    if let Some(judge) = &annotation.judge {
        html.text(" by ");
        html.apart(judge.name());
    }
}

fn people<P>(html: &mut Html, annotation: &Annotation<P>) {
    html.block("p", &[("class", "people")], |html| {
        html.text("Marked by ");
        html.apart(annotation.author.name());
        if let Some(origin) = annotation.provenance.describe() {
            html.text(", ");
            html.apart(&origin);
        }
        if annotation.editor != annotation.author {
            html.text(", last changed by ");
            html.apart(annotation.editor.name());
        }
        for (person, parts) in by_person(annotation) {
            html.text("; ");
            html.text(&parts.join(", "));
            html.text(" from ");
            html.apart(person.name());
        }
    });
}

/// Whose each part was, where several projects became one: a person with the parts, in the order of the parts.
fn by_person<P>(annotation: &Annotation<P>) -> Vec<(&Person, Vec<String>)> {
    let mut people: Vec<(&Person, Vec<String>)> = Vec::new();
    for origin in &annotation.origins {
        let label = match origin.part {
            Part::Boundary => "boundary".to_owned(),
            Part::Category => "category".to_owned(),
            Part::Status => "status".to_owned(),
            Part::Field(path) => path.label(annotation.category()).to_lowercase(),
        };
        // A few people at most: going through them is cheaper than a map, and keeps the order of the parts.
        match people.iter_mut().find(|(person, _)| **person == origin.person) {
            Some((_, parts)) => parts.push(label),
            None => people.push((&origin.person, vec![label])),
        }
    }
    people
}

/// What became of it, with its comments.
fn history<P>(html: &mut Html, context: &ReportContext<'_>, annotation: &Annotation<P>) {
    let told = history_lines(context.project, annotation);
    if told.is_empty() {
        return;
    }
    html.block("ol", &[("class", "story")], |html| {
        for told in told {
            html.block("li", &[], |html| {
                time(html, &told.time.to_string());
                html.text(" ");
                html.words("bdi", &[("class", "typed")], &told.sentence);
                for comment in &told.comments {
                    html.text(" ");
                    html.words("q", &[("class", "typed"), ("dir", "auto")], comment);
                }
            });
        }
    });
}

/// A moment as a reader wants it, to the minute: "2026-03-14 12:05".
pub(super) fn time(html: &mut Html, written: &str) {
    let (day, clock) = written.split_once('T').unwrap_or((written, ""));
    // Files hold UTC; the exact second stands in the attribute for machines.
    let minute = clock.rsplit_once(':').map_or("", |(minute, _)| minute);
    html.words("time", &[("datetime", written)], format!("{day} {minute}").trim_end());
}
