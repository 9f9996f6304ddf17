mod bad_input;
mod linking;
mod near_misses;
mod properties;
mod sentences;

use unicode_segmentation::UnicodeSegmentation;

use crate::model::{Span, Text};
use crate::suggest::Words;

use super::{FoundAttribution, attributions};

/// The attributions of a text.
fn found(text: &str) -> (Text, Vec<FoundAttribution>) {
    let text = Text::new(text.to_owned());
    let found = attributions(&Words::of(&text));
    (text, found)
}

/// The attributions of a fixture's text as a fixture: under each paragraph a line of carets for every part in it, in the
/// order of the attributions. A caret stands for one grapheme.
fn carets(fixture: &str) -> String {
    let lines: Vec<&str> = fixture.lines().filter(|line| !line.trim_start().starts_with('^')).collect();
    let (text, found) = found(&lines.join("\n"));
    let mut written = String::new();
    for paragraph in text.paragraphs() {
        written.push_str(&text[paragraph.start..paragraph.end]);
        written.push('\n');
        for attribution in &found {
            let parts = attribution.content.iter().map(|span| (span, "content"));
            let parts = parts.chain(attribution.source.map(|span| (span, "source")));
            let parts = parts.chain(attribution.cue.map(|span| (span, "cue")));
            let mut parts: Vec<_> = parts.chain(attribution.speaker.map(|span| (span, "speaker"))).collect();
            parts.retain(|(span, _)| paragraph.start <= span.start() && span.end() <= paragraph.end);
            parts.sort();
            for (span, name) in parts {
                let graphemes = |start: usize, end: usize| text[start..end].graphemes(true).count();
                let before = graphemes(paragraph.start, span.start());
                written.push_str(&format!(
                    "{}{} {name}\n",
                    " ".repeat(before),
                    "^".repeat(graphemes(span.start(), span.end()))
                ));
            }
        }
    }
    written
}

/// Fails unless the fixture is what is found in its text.
#[track_caller]
fn check(fixture: &str) {
    let fixture = fixture.trim_start_matches('\n');
    let written = carets(fixture);
    assert!(written == fixture, "found:\n{written}\nexpected:\n{fixture}");
}

/// The words of a span, for assertions.
fn words(text: &Text, span: Option<Span>) -> &str {
    span.map_or("", |span| text.words(span))
}
