//! What an editor said of the mark before, offered for the next one of the sentence or paragraph.

use super::account::Account;
use super::field_proposal::{FieldProposal, ProposedValue};
use super::proposal::Tier;
use crate::edit::sentences_around;
use crate::model::{Annotation, FieldPath, FieldValue, PlacePart, Project, Span, WhenPart};

/// The name of the rule that carries over what the mark before says.
const RULE: &str = "carried-over";

/// Marks before that are looked at: in a list of many one is like the next, and an older one tells no more.
const MOST: usize = 8;

/// Letters of the mark before that are quoted in a reason, so that it stays one line.
const LONGEST_QUOTED: usize = 60;

/// Day and place of the mark before, as far as `mark` knows nothing of them.
pub(super) fn carried_fields(project: &Project, mark: &Annotation) -> Vec<FieldProposal> {
    let places = |place: fn(PlacePart) -> FieldPath| PlacePart::ALL.iter().map(|part| place(*part)).collect();
    let when = WhenPart::ALL.iter().map(|part| FieldPath::When(*part)).collect();
    let groups: [Vec<FieldPath>; 4] = [when, places(FieldPath::Where), places(FieldPath::From), places(FieldPath::To)];
    let marks = marks_before(project, mark);
    let mut found = Vec::new();
    for group in groups {
        let known = |mark: &Annotation| {
            group.iter().any(|path| mark.details.field(*path).is_some_and(|value| !value.is_unknown()))
        };
        let has_group = mark.details.field(group[0]).is_some();
        // All of one mark: the day of one and its words from another would be no day of either.
        let Some(before) = marks.iter().find(|before| known(before)).filter(|_| has_group && !known(mark)) else {
            continue;
        };
        for &field in &group {
            let Some(value) = before.details.field(field).filter(|value| !value.is_unknown()) else { continue };
            let at = match &value {
                FieldValue::Words(Some(words)) => words.anchor.as_ref().and_then(|anchor| anchor.at),
                _ => None,
            };
            let value = ProposedValue::Value(value);
            let (why, rule) = (why(project, before), RULE.to_owned());
            found.push(FieldProposal { field, value, at, tier: Tier::Possible, why, rule });
        }
    }
    found
}

/// The account of the nearest mark before that has one, as `account` tells it.
pub(super) fn carried_from(
    project: &Project,
    mark: &Annotation,
    account: impl Fn(&Annotation) -> Option<Account>,
) -> Option<Account> {
    let carried = |before: &&Annotation| {
        let account = account(before)?;
        Some(Account { why: why(project, before), rule: RULE.to_owned(), ..account })
    };
    marks_before(project, mark).iter().find_map(carried)
}

/// The marks that begin before `mark` in its paragraph: those of its sentence first, and the nearest first.
fn marks_before<'p>(project: &'p Project, mark: &Annotation) -> Vec<&'p Annotation> {
    let (text, start) = (&project.article().text, mark.spans.start());
    let paragraph = text.paragraphs()[text.paragraph_at(start)].start;
    let place = project.annotations().begun_before(start);
    let before = project.annotations().range(0..place).rev().map(|before| &**before);
    let mut near: Vec<&Annotation> = before
        .take_while(|before| before.spans.start() >= paragraph)
        .filter(|one| one.id != mark.id)
        .take(MOST)
        .collect();
    let sentence = sentences_around(text, start, start);
    let is_of_sentence =
        |before: &Annotation| sentence.is_some_and(|sentence: Span| sentence.contains(before.spans.start()));
    // Stable, so that within each the nearest stays first.
    near.sort_by_key(|before| !is_of_sentence(before));
    near
}

/// "carried over from **wounding dozens**".
fn why(project: &Project, before: &Annotation) -> String {
    let words = before.spans.iter().map(|span| project.article().text.words(span)).collect::<Vec<_>>().join(" … ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let end = words.char_indices().nth(LONGEST_QUOTED).map_or(words.len(), |(at, _)| at);
    let shown = if end < words.len() {
        // Up to the last whole word; a script without spaces is cut where it is.
        let cut = words[..end].rfind(' ').unwrap_or(end);
        format!("{}…", &words[..cut])
    } else {
        words
    };
    format!("carried over from **{shown}**")
}
