//! The words of a mark, and where it begins, as lists show them.

use crate::model::{Annotation, Project};

/// The words of an annotation, its spans joined by " … ".
pub fn words_of(project: &Project, annotation: &Annotation) -> String {
    let text = &project.article().text;
    let spans = annotation.spans.iter().map(|span| {
        let words: String = text.words(span).chars().take(200).collect();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    spans.collect::<Vec<_>>().join(" … ")
}

/// Where an annotation begins: "¶ 4".
pub fn paragraph_of(project: &Project, annotation: &Annotation) -> String {
    let text = &project.article().text;
    let paragraph = text.paragraphs()[text.paragraph_at(annotation.spans.start())];
    paragraph.number().map_or_else(|| "Heading".to_owned(), |number| format!("¶ {number}"))
}
