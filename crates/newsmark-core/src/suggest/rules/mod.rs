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
mod nearby;
mod object;
mod passive;
mod state;
mod subject;
mod toll;
mod undergo;
mod verb_group;

use std::ops::Range;

use super::lexicon::{EventRole, EventWord, EventWords, Meaning};
use super::tagged::TaggedText;
use crate::model::Harm;
use newsmark_figures::Unit;

pub(super) use verb_group::{Mood, VerbGroup};

/// A mention and the word that says what happened to it; ranges count tokens.
#[derive(Clone, Debug)]
pub(super) struct Governed {
    /// The place of the mention among [`TaggedText::mentions`].
    pub mention: usize,
    /// The words that govern it.
    pub governor: Range<usize>,
    /// What happened to them.
    pub meaning: Meaning,
    /// How far it is real.
    pub mood: Mood,
    /// The rule that found it.
    pub rule: &'static str,
    /// How close the word is to the mention: what is said of a noun goes before what only describes it.
    pub bond: Bond,
    /// Whether the word often means something else.
    pub is_weak: bool,
    /// The words that make it a part of another: "including", "of them".
    pub part: Option<Part>,
}

/// How a word is bound to whom it is said of, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Bond {
    /// It is said of them: "12 were killed", "killed 12".
    Said,
    /// It stands behind them: "12 wounded".
    Postposed,
    /// It describes them: "12 wounded soldiers".
    Attribute,
}

/// What makes a mention a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// The words that say so.
    pub cue: Range<usize>,
    /// The mention of the whole, where the sentence holds it.
    pub whole: Option<usize>,
}

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

/// What the rules found, with the rule at hand.
#[derive(Default)]
pub(super) struct Findings {
    found: Vec<Governed>,
    rule: &'static str,
}

impl Findings {
    /// Adds that `event` at `governor` is said of mention `n`, where the two fit.
    fn push(
        &mut self,
        tagged: &TaggedText<'_>,
        n: usize,
        event: &EventWord,
        governor: Range<usize>,
        mood: Mood,
        bond: Bond,
    ) {
        self.push_part(tagged, n, event, governor, mood, bond, None);
    }

    #[expect(clippy::too_many_arguments, reason = "the fields of one finding, which every rule has at hand")]
    fn push_part(
        &mut self,
        tagged: &TaggedText<'_>,
        n: usize,
        event: &EventWord,
        governor: Range<usize>,
        mood: Mood,
        bond: Bond,
        part: Option<Part>,
    ) {
        // "took refuge", "lost their lives": the word that it needs belongs to it.
        let is_needed = |at: &usize| event.with.iter().any(|word| word == tagged.word(*at));
        let needed = (governor.end..governor.end + 2).find(is_needed).filter(|_| event.role != EventRole::Count);
        let governor = governor.start..needed.map_or(governor.end, |at| at + 1);
        if fits(event, tagged, n) {
            let (meaning, is_weak, rule) = (event.meaning, event.is_weak, self.rule);
            self.found.push(Governed { mention: n, governor, meaning, mood, rule, bond, is_weak, part });
        }
    }
}

/// Whether what happened can be said of mention `n`: people are hurt, dwellings destroyed.
fn fits(event: &EventWord, tagged: &TaggedText<'_>, n: usize) -> bool {
    let meaning = event.meaning;
    let mention = &tagged.mentions[n];
    let unit = mention.reading.unit;
    let last = mention.phrase.end - 1;
    // Whom nobody kills may still move: "17 million boxes arrived".
    let is_of_things = !meaning.is_harm()
        && event.is_weak
        && unit == Unit::Unspecified
        && last >= mention.figure.end
        && !tagged.names_persons(tagged.word(last))
        && tagged.events(last).next().is_none()
        && tagged.word(last) != "others";
    match meaning {
        _ if is_of_things => false,
        _ if meaning.is_of_housing() => unit == Unit::Dwelling,
        Meaning::Movement(crate::model::DisplacementTerm::Evacuated) => true,
        _ => unit != Unit::Dwelling,
    }
}

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
