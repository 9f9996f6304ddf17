//! What rules find, as text that a person can read.

use crate::model::fixture;
use crate::model::{Article, Card, Details, Project, Text};

use super::{Proposal, Tier, proposals};

/// The project of an English text with nothing marked, published on Monday 16 March 2026.
pub(super) fn unmarked(text: &str) -> Project {
    let published = Some(jiff::civil::date(2026, 3, 16));
    let card = Card { language: "en".to_owned(), published, ..Card::default() };
    Project::new(Article { text: Text::new(text.to_owned()), card })
}

/// The proposals of a project, with its text.
pub(super) fn all_proposed(project: &Project) -> (Text, Vec<Proposal>) {
    (project.article().text.clone(), proposals(project))
}

/// The counts that are proposed in an English text.
pub(super) fn proposed(text: &str) -> (Text, Vec<Proposal>) {
    let (text, mut found) = all_proposed(&unmarked(text));
    found.retain(|proposal| proposal.details.figure().is_some());
    (text, found)
}

/// Checks that of each fixture exactly what carets mark is likely: lines of text, each with carets and categories under it.
#[track_caller]
pub(super) fn likely(fixtures: &[&str]) {
    for written in fixtures {
        let marked = fixture::project(written);
        let text = &marked.article().text;
        let expected: Vec<_> = marked
            .annotations()
            .iter()
            .map(|mark| (mark.category(), text.words(mark.spans.as_slice()[0]).to_owned()))
            .collect();
        let (_, found) = proposed(text);
        let found: Vec<_> = found
            .iter()
            .filter(|proposal| proposal.tier == Tier::Likely)
            .map(|proposal| (proposal.category(), text.words(proposal.spans.as_slice()[0]).to_owned()))
            .collect();
        assert_eq!(found, expected, "{written}");
    }
}

/// Checks that nothing of each text is likely.
#[track_caller]
pub(super) fn nothing_likely(texts: &[&str]) {
    for text in texts {
        let (_, found) = proposed(text);
        let found: Vec<_> =
            found.iter().filter(|proposal| proposal.tier == Tier::Likely).map(|proposal| &proposal.why).collect();
        assert!(found.is_empty(), "{text}\n{found:?}");
    }
}

/// What each proposal of a text says in a line: "14 Killed Event", "2 Killed PartOf 14".
pub(super) fn said(text: &str) -> Vec<String> {
    let (_, found) = proposed(text);
    let number = |proposal: &Proposal| {
        let figure = proposal.details.figure().cloned().unwrap_or_default();
        figure.best.or(figure.low).or(figure.high).map_or_else(|| "–".to_owned(), |number| number.to_string())
    };
    let line = |proposal: &Proposal| {
        let scope = proposal.details.scope().unwrap_or_default();
        let what = match &proposal.details {
            Details::Casualties(record) => record.harm.name(),
            Details::Displacement(record) => record.term.name(),
            _ => "",
        };
        let of = found.iter().find(|other| scope.of == Some(other.id)).map(|other| format!(" {}", number(other)));
        format!("{} {what} {}{}", number(proposal), scope.kind.name(), of.unwrap_or_default())
    };
    found.iter().map(line).collect()
}
