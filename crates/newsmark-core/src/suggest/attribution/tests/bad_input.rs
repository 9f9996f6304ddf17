use super::*;

/// Whether all spans of all attributions lie within the text, on boundaries of its letters.
fn is_sound(text: &str) -> bool {
    let (text, found) = found(text);
    found.iter().all(|found| {
        let spans = found.content.iter().chain(found.source).chain(found.cue).chain(found.speaker);
        let mut spans = spans.peekable();
        spans.peek().is_some()
            && spans.all(|span| text.is_char_boundary(span.start()) && text.is_char_boundary(span.end()))
            && (0.0..=1.0).contains(&found.probability)
    })
}

#[test]
fn an_empty_article_has_none() {
    assert!(found("").1.is_empty());
    assert!(found(" \n\n\u{2029} ").1.is_empty());
}

#[test]
fn a_text_of_quotation_marks_has_none() {
    for marks in ["“", "”", "\"", "'", "«»", "“”", "‘’", "「", "``''", "“‘"] {
        assert!(found(&marks.repeat(20_000)).1.is_empty(), "{marks}");
    }
}

#[test]
fn a_megabyte_of_quotation_marks_has_none() {
    assert!(found(&"“".repeat((1 << 20) / "“".len())).1.is_empty());
}

#[test]
fn a_megabyte_of_quotations_in_one_paragraph_is_read() {
    // Every rule of the linker meets one long paragraph with thousands of quotations, pronouns and colons.
    let once = "“Nobody came to help us that night,” she said. He was blunt: “We will not go back there.” ";
    let (text, found) = found(&once.repeat((1 << 20) / once.len()));
    assert!(found.len() > 5_000);
    assert!(found.iter().all(|found| found.content.end() <= text.len()));
}

#[test]
fn unbalanced_and_nested_marks_are_survived() {
    for text in [
        "“He said “it “was “here,” she said.",
        "\"We left,\" he said. \"All of us.",
        "He said: ‘she told me “go” and I said ‘no’ to her’.",
        "” he said “ she said ”",
        "“““Nobody came to the house that night””” said Orlo",
    ] {
        assert!(is_sound(text), "{text}");
    }
}

#[test]
fn all_capitals_and_none_are_read() {
    assert!(is_sound("THE MAYOR SAID THE BRIDGE WAS CLOSED. “WE WAITED ALL NIGHT FOR HELP,” ANA ORLO SAID."));
    let (text, found) = found("the mayor said the bridge was closed.");
    assert_eq!(words(&text, found[0].source), "the mayor");
}

#[test]
fn lists_tables_and_poems_are_survived() {
    assert!(is_sound("Ana Orlo\nJon Bast\nMia Tarn\n\n| 12 | 13 |\n|---|---|\n| a | b |\n"));
    assert!(is_sound("The river said\n  to the hill\nI am\n\n— and the hill said: nothing"));
}

#[test]
fn two_languages_in_a_sentence_are_survived() {
    assert!(is_sound("The mayor said «لم يبق في القرية أحد» and left. قال Orlo: “nobody came to help us that night”."));
}
