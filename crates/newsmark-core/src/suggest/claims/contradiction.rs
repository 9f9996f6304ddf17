//! Counts of the same harm by two accounts that cannot both hold: "put the dead at 31" against "46 people were killed".

use std::collections::HashMap;

use crate::model::{AnnotationId, Details, Figure, ScopeKind, Text};
use crate::suggest::proposal::Proposal;

/// A count and an earlier one that it cannot hold beside.
#[derive(Clone, Copy, Debug)]
pub(super) struct Contradiction<'p> {
    pub count: &'p Proposal,
    pub earlier: &'p Proposal,
}

/// An account is set against the last few of the same harm: farther back another event is counted.
const REACH: usize = 4;

/// The counts that contradict an earlier one, by their names.
pub(super) fn contradictions<'p>(text: &Text, counts: &'p [Proposal]) -> HashMap<AnnotationId, Contradiction<'p>> {
    let mut found = HashMap::new();
    // The last accounts of each harm: few harms, so that a list serves.
    let mut earlier: Vec<(Harmed, Vec<&Proposal>)> = Vec::new();
    for count in counts {
        let Some(harm) = harm(count).filter(|_| is_account(count)) else { continue };
        let place = earlier.iter().position(|(other, _)| *other == harm).unwrap_or_else(|| {
            earlier.push((harm, Vec::new()));
            earlier.len() - 1
        });
        let accounts = &mut earlier[place].1;
        let against = accounts.iter().rev().take(REACH).find(|other| is_against(text, count, other));
        found.extend(against.map(|other| (count.id, Contradiction { count, earlier: other })));
        accounts.push(count);
    }
    found
}

type Harmed = (&'static str, usize);

fn harm(count: &Proposal) -> Option<Harmed> {
    match &count.details {
        Details::Casualties(record) => Some(("harm", record.harm as usize)),
        Details::Displacement(record) => Some(("term", record.term as usize)),
        Details::Quotes(_) | Details::Claims(_) => None,
    }
}

/// Whether it is a count of a whole by somebody who is named.
fn is_account(count: &Proposal) -> bool {
    let scope = count.details.scope().unwrap_or_default();
    matches!(scope.kind, ScopeKind::Event | ScopeKind::Unspecified) && source(count).is_some()
}

fn source(count: &Proposal) -> Option<&str> {
    count.details.attribution().words.as_ref().map(|words| words.value.as_str())
}

/// Whether no number is in both, by accounts of two sources.
fn is_against(text: &Text, count: &Proposal, other: &Proposal) -> bool {
    // Two accounts of one event stand near: farther apart than some paragraphs they count different ones.
    const NEAR: usize = 1_500;
    let is_near = count.spans.start().saturating_sub(other.spans.end()) < NEAR && count.spans.end() <= text.len();
    let bounds = |of: &Proposal| of.details.figure().and_then(bounds);
    let is_apart = match (bounds(count), bounds(other)) {
        (Some((low, high)), Some((other_low, other_high))) => high < other_low || other_high < low,
        _ => false,
    };
    is_near && is_apart && source(count).map(str::to_lowercase) != source(other).map(str::to_lowercase)
}

/// The least and the most that a figure says.
fn bounds(figure: &Figure) -> Option<(u64, u64)> {
    // One is too few to tell accounts from persons of the story.
    let known = [figure.low, figure.best, figure.high].into_iter().flatten();
    let low = known.clone().min().filter(|low| *low > 1)?;
    let is_open = figure.high.is_none() && figure.best.is_none();
    Some((low, if is_open { u64::MAX } else { known.max()? }))
}

/// "**31** stands against **46 people**".
pub(super) fn why(text: &Text, contradiction: &Contradiction<'_>) -> String {
    let words = |of: &Proposal| {
        let span = of.spans.as_slice()[0];
        text.words(span).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    format!("**{}** stands against **{}**", words(contradiction.count), words(contradiction.earlier))
}
