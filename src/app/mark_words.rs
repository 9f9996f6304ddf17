//! The words of a mark, and where it begins, as lists show them.

use crate::model::{Annotation, Project, Spans};

/// The words of an annotation, its spans joined by " … ".
pub fn words_of(project: &Project, annotation: &Annotation) -> String {
    words_at(project, &annotation.spans)
}

/// The words of some spans, joined by " … ".
pub fn words_at(project: &Project, spans: &Spans) -> String {
    let text = &project.article().text;
    let spans = spans.iter().map(|span| {
        let words: String = text.words(span).chars().take(200).collect();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    spans.collect::<Vec<_>>().join(" … ")
}

/// Where words begin: "¶ 4".
pub fn paragraph_of(project: &Project, spans: &Spans) -> String {
    let text = &project.article().text;
    let paragraph = text.paragraphs()[text.paragraph_at(spans.start())];
    paragraph.number().map_or_else(|| "Heading".to_owned(), |number| format!("¶ {number}"))
}
