//! The rules that find the word which governs a number: "**killed** governs **at least 46 people**".
//!
//! A rule is a file with its tests. It is asked of every token that says what happened to people and answers whom that
//! token is said of; [`RULES`] is the one list of them. Harm and movement share the rules, as the grammar is one.

mod active;
mod among;
mod apposition;
mod arabic;
mod count;
mod event_of;
mod findings;
mod governed;
mod nearby;
mod object;
mod passive;
mod state;
mod subject;
mod toll;
mod undergo;
mod verb_group;

use super::lexicon::{EventWord, EventWords, Meaning};
use super::tagged::TaggedText;
use crate::model::Harm;

pub(super) use apposition::with_them;
pub(super) use governed::{Bond, Governed};
pub(super) use verb_group::Mood;

use findings::Findings;

/// A rule: its name in proposals, and what finds whom token `at` with its event word is said of.
pub(super) struct Rule {
    /// Its name, which never changes.
    pub name: &'static str,
    find: fn(&TaggedText<'_>, usize, &'static EventWord, &mut Findings),
}

/// All rules, by name. Which of several findings for one mention counts is decided by their bonds, not by this order.
pub(super) const RULES: [Rule; 8] = [
    Rule { name: "active", find: active::find },
    Rule { name: "among", find: among::find },
    Rule { name: "count", find: count::find },
    Rule { name: "event-of", find: event_of::find },
    Rule { name: "passive", find: passive::find },
    Rule { name: "state", find: state::find },
    Rule { name: "toll", find: toll::find },
    Rule { name: "undergo", find: undergo::find },
];

/// Every governed mention of the article, in the order of mentions; one a mention and kind of record, and one more
/// where a single figure counts people of several harms.
pub(super) fn governed(tagged: &TaggedText<'_>, is_arabic: bool) -> Vec<Governed> {
    let mut findings = Findings::default();
    if is_arabic {
        findings.rule = "arabic";
        arabic::find(tagged, EventWords::arabic(), &mut findings);
    } else {
        for at in 0..tagged.words.tokens().len() {
            for event in tagged.events(at) {
                for rule in &RULES {
                    findings.rule = rule.name;
                    (rule.find)(tagged, at, event, &mut findings);
                }
            }
        }
    }
    let mut found = resolved(findings.found);
    if !is_arabic {
        found = resolved(apposition::with_parts(tagged, found));
        found = resolved(nearby::with_nearby(tagged, found));
    }
    found
}

/// The closest finding of each mention and kind of record; one of unspecified harm for a figure of several harms.
fn resolved(mut found: Vec<Governed>) -> Vec<Governed> {
    found.sort_by_key(|one| (one.mention, !one.meaning.is_harm(), one.is_weak, one.bond, one.part.is_none()));
    let mut kept: Vec<Governed> = Vec::with_capacity(found.len());
    for one in found {
        match kept.last_mut() {
            Some(last) if last.mention == one.mention && last.meaning.is_harm() == one.meaning.is_harm() => {
                let is_both = last.bond == Bond::Said && one.bond == Bond::Said && last.is_weak == one.is_weak;
                // "killed or wounded 30" counts people of either harm.
                if is_both && one.meaning != last.meaning && last.meaning.is_harm() && one.governor != last.governor {
                    last.meaning = Meaning::Harm(Harm::Unspecified);
                    last.governor =
                        last.governor.start.min(one.governor.start)..last.governor.end.max(one.governor.end);
                }
                if last.part.is_none() {
                    last.part = one.part;
                }
            }
            _ => kept.push(one),
        }
    }
    kept
}
