//! Projects for tests.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "it serves tests, where a failure has to be loud")]

use crate::model::{
    Anchored, Annotation, AnnotationId, Article, Card, Casualties, Category, Details, Figure, Harm, Person, Project,
    ProjectParts, Span, Spans, Status, Text, Victims,
};

/// The span of the first occurrence of `words`.
pub fn span_of(text: &str, words: &str) -> Span {
    let start = text.find(words).expect("the words are in the text");
    Span::new(start, start + words.len()).unwrap()
}

/// An annotation over the words.
pub fn casualties(id: u64, text: &Text, words: &[&str]) -> Annotation {
    let spans = words.iter().map(|words| span_of(text, words)).collect();
    let mut figure = Anchored::taken(text, span_of(text, words[0]));
    figure.value = figure.value.to_lowercase();
    let author = Person::new("Ines Varga").unwrap();
    Annotation {
        details: Details::Casualties(Casualties {
            harm: Harm::Killed,
            figure: Figure::worded(figure),
            victims: Victims::Civilian,
            ..Default::default()
        }),
        status: Status::Submitted,
        ..Annotation::draft(AnnotationId::from_u64(id), Spans::new(spans).unwrap(), Category::Casualties, author)
    }
}

/// A project whose text has Arabic, a combining mark, quotes and two kinds of line end.
pub fn small_project() -> Project {
    project_of("“قُتل” é\r\n\r\nAt least 12 people \"died\".\n", &[&["At least 12", "people"]])
}

/// A project of that text with an annotation over each group of words, with the ids 7, 8, ….
pub fn project_of(text: &str, words: &[&[&str]]) -> Project {
    let text = Text::new(text.to_owned());
    let annotations = words.iter().zip(7..).map(|(words, id)| casualties(id, &text, words)).collect();
    Project::from_parts(ProjectParts { annotations, ..ProjectParts::of(Article { text, card: Card::default() }) })
        .unwrap()
}
