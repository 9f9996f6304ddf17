//! Word lists as plain text: lines of a heading, a colon and entries.

use thiserror::Error;

use super::heading::{Heading, heading};
use super::key::Key;
use super::list_language::ListLanguage;
use super::phrase::pieces;

/// A line of a list that is not in its form.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("Line {line}: {why}")]
pub struct ListError {
    /// The number of the line, from 1 on.
    pub line: usize,
    /// What is wrong with it, in a sentence without a full stop.
    pub why: String,
}

/// A line of a list: entries under one heading.
pub(super) struct ListLine<'a> {
    pub language: ListLanguage,
    pub heading: Heading,
    /// Each with what stands after its slashes.
    pub entries: Vec<&'a str>,
}

/// The lines of a list in order, those that say something; a line that is not in the form is an error.
pub(super) fn lines(list: &str) -> impl Iterator<Item = Result<ListLine<'_>, ListError>> {
    let mut language = None;
    list.lines().enumerate().filter_map(move |(n, line)| {
        let line = line.trim().trim_start_matches('\u{FEFF}');
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        let fault = |why: String| Some(Err(ListError { line: n + 1, why }));
        let Some((name, entries)) = line.split_once(':') else {
            return fault("A colon stands between a heading and its words".to_owned());
        };
        if name.trim() == "language" {
            language = ListLanguage::of_tag(entries.trim());
            return match language {
                Some(_) => None,
                None => fault(format!("“{}” is no language of lists: en, ar, de, fr, es, fa or any", entries.trim())),
            };
        }
        let Some(language) = language else {
            return fault("A line “language: en” stands before the first words".to_owned());
        };
        let Some(heading) = heading(name) else { return fault(format!("“{}” is no heading", name.trim())) };
        let entries: Vec<&str> = entries.split(',').map(str::trim).filter(|entry| !entry.is_empty()).collect();
        match entries.iter().find_map(|entry| fault_of(entry, heading)) {
            Some(why) => fault(why),
            None => Some(Ok(ListLine { language, heading, entries })),
        }
    })
}

/// Why an entry cannot stand under its heading.
fn fault_of(entry: &str, heading: Heading) -> Option<String> {
    let takes_plurals = matches!(heading, Heading::Nouns(_));
    let takes_phrases = takes_plurals || matches!(heading, Heading::Phrases(_));
    let forms: Vec<&str> = if takes_plurals { entry.split('/').collect() } else { vec![entry] };
    forms.into_iter().find_map(|form| {
        let words: Vec<&str> = pieces(form).filter_map(|piece| piece.word).collect();
        let has_marks = pieces(form).any(|piece| piece.word.is_none());
        if words.is_empty() && !(takes_phrases && has_marks) {
            return Some(format!("“{entry}” has a form without letters"));
        }
        if !takes_phrases && (words.len() > 1 || has_marks) {
            return Some(format!("“{form}” is not one word"));
        }
        let long = words.into_iter().find(|word| Key::of(word).is_none())?;
        Some(format!("“{long}” is longer than any word that is looked up"))
    })
}

#[cfg(test)]
mod tests {
    use super::super::assets::ASSETS;
    use super::*;

    #[test]
    fn every_built_in_list_is_in_the_form() {
        for (name, language, list) in ASSETS {
            let faults: Vec<String> =
                lines(list).filter_map(Result::err).map(|fault| format!("{name}: {fault}")).collect();
            assert!(faults.is_empty(), "{faults:#?}");
            assert!(lines(list).count() > 1, "{name} says nothing");
            assert!(lines(list).flatten().all(|line| line.language == language), "{name} is of another language");
        }
    }

    #[test]
    fn a_line_that_is_not_in_the_form_says_where_and_why() {
        let why = |list: &str| lines(list).find_map(Result::err).map(|fault| fault.to_string());
        assert_eq!(why("# A note.\n\nlanguage: en\nperson: mudlark"), None);
        for (list, expected) in [
            ("person: mudlark", "Line 1: A line “language: en” stands before the first words"),
            ("language: en\nperson mudlark", "Line 2: A colon stands between a heading and its words"),
            ("language: xx", "Line 1: “xx” is no language of lists: en, ar, de, fr, es, fa or any"),
            ("language: en\n\npersons: mudlark", "Line 3: “persons” is no heading"),
            ("language: en\nbefore Most: at most", "Line 2: “before Most” is no heading"),
            ("language: en\ncardinal 100: one hundred", "Line 2: “one hundred” is not one word"),
            ("language: en\nperson: /mudlarks", "Line 2: “/mudlarks” has a form without letters"),
            (
                "language: en\nperson: antidisestablishmentarianist",
                "Line 2: “antidisestablishmentarianist” is longer than any word that is looked up",
            ),
        ] {
            assert_eq!(why(list).as_deref(), Some(expected), "{list}");
        }
    }
}
