//! Projects as text a person can read, for tests.
//!
//! Under each line of the article, a line of carets and a category marks the
//! words above them; overlapping marks take a line each:
//!
//! ```text
//! At least 12 people were killed, he said.
//! ^^^^^^^^^^^^^^^^^^ Casualties
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Claims
//! ```
//!
//! A caret stands for one grapheme. Ids are the marks' places in the fixture, from 1.

#![allow(clippy::unwrap_used, reason = "it serves tests, where a failure has to be loud")]

use unicode_segmentation::UnicodeSegmentation;

use super::{Annotation, AnnotationId, Article, Card, Category, Person, Project, ProjectParts, Span, Text};

/// Reads a fixture.
pub fn project(fixture: &str) -> Project {
    let mut text = String::new();
    let mut line_start = 0;
    let mut marks = Vec::new();
    for line in fixture.lines() {
        let Some((carets, category)) = line.rsplit_once("^ ") else {
            line_start = text.len() + usize::from(!text.is_empty());
            text.push_str(if text.is_empty() { "" } else { "\n" });
            text.push_str(line);
            continue;
        };
        let category = Category::ALL.into_iter().find(|known| known.name() == category.trim()).unwrap();
        let first = carets.graphemes(true).take_while(|grapheme| *grapheme == " ").count();
        let count = carets.graphemes(true).count() + 1;
        let mut offsets = text[line_start..].grapheme_indices(true).map(|(at, _)| line_start + at).collect::<Vec<_>>();
        offsets.push(text.len());
        marks.push((Span::new(offsets[first], offsets[count]).unwrap(), category));
    }
    let annotations = marks.into_iter().enumerate().map(|(index, (span, category))| {
        let author = Person::new("Ines Varga").unwrap();
        Annotation::draft(AnnotationId::from_u64(index as u64 + 1), span, category, author)
    });
    let article = Article { text: Text::new(text), card: Card::default() };
    Project::from_parts(ProjectParts { annotations: annotations.collect(), ..ProjectParts::of(article) }).unwrap()
}

/// Writes a project as a fixture; marks within one line only.
pub fn carets(project: &Project) -> String {
    let text = &project.article().text;
    let mut fixture = String::new();
    for paragraph in text.paragraphs() {
        fixture.push_str(&text[paragraph.start..paragraph.end]);
        fixture.push('\n');
        for annotation in project.annotations() {
            for span in annotation.spans.iter().filter(|span| span.start() >= paragraph.start) {
                if span.end() <= paragraph.end {
                    let graphemes = |range: &str| range.graphemes(true).count();
                    fixture.push_str(&" ".repeat(graphemes(&text[paragraph.start..span.start()])));
                    fixture.push_str(&"^".repeat(graphemes(text.words(span))));
                    fixture.push_str(&format!(" {}\n", annotation.category().name()));
                }
            }
        }
    }
    fixture
}

#[test]
fn a_fixture_is_read_as_it_is_written() {
    let written = "\
At least 12 people e\u{301}👨🏻‍🚒 were killed.
^^^^^^^^^^^^^^^^^^ Casualties
         ^^ Claims
“Why?” قُتل 17
^^^^^^ Quotes
       ^^^^^^ Displacement
";
    assert_eq!(carets(&project(written)), written);
}
