use std::ops::Range;

use super::super::lexicon::Meaning;
use super::verb_group::Mood;

/// A mention and the word that says what happened to it; ranges count tokens.
#[derive(Clone, Debug)]
pub(in crate::suggest) struct Governed {
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
pub(in crate::suggest) enum Bond {
    /// It is said of them: "12 were killed", "killed 12".
    Said,
    /// It stands behind them: "12 wounded".
    Postposed,
    /// It describes them: "12 wounded soldiers".
    Attribute,
}

/// What makes a mention a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::suggest) struct Part {
    /// The words that say so.
    pub cue: Range<usize>,
    /// The mention of the whole, where the sentence holds it.
    pub whole: Option<usize>,
}
