use crate::model::{Annotation, Project};

use crate::app::mark_words::words_of;

/// So many letters of a mark's words are said; who wants more goes to the article.
const MOST: usize = 80;

/// Words of the article in single quotation marks, cut where they are long: “‘at least 12’”.
pub fn quoted(words: &str) -> String {
    match words.char_indices().nth(MOST) {
        Some((end, _)) => format!("‘{}…’", words[..end].trim_end()),
        None => format!("‘{words}’"),
    }
}

/// The words of a mark in quotation marks.
pub fn words_told(project: &Project, mark: &Annotation) -> String {
    quoted(&words_of(project, mark))
}

/// A mark as it is heard: “Casualties, ‘at least 12 people’, killed, at least 12, draft”.
pub fn mark_told(project: &Project, mark: &Annotation) -> String {
    let reading = mark.details.reading(project).replace(" · ", ", ");
    let status = mark.status.label().to_lowercase();
    let parts = [mark.category().name(), &words_told(project, mark), &reading, &status];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A sentence with its first letter large.
pub fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
