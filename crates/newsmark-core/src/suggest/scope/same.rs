//! Whether two counts can be of the same people.

use newsmark_figures::Qualifier;

use crate::suggest::lexicon::{Circumstances, WordList};
use crate::suggest::mention::Mention;
use crate::suggest::tagged::TaggedText;

/// Whether two figures can be one number.
pub(super) fn agree(one: &Mention, other: &Mention) -> bool {
    let is_vague = |mention: &Mention| mention.reading.qualifier == Qualifier::VaguePlural;
    match (one.number(), other.number()) {
        (Some(a), Some(b)) if is_vague(one) == is_vague(other) => {
            let is_loose =
                |mention: &Mention| matches!(mention.reading.qualifier, Qualifier::Approximately | Qualifier::Nearly);
            // An approximate figure meets what lies within a tenth of it.
            let slack = if is_loose(one) || is_loose(other) { a.max(b) / 10 } else { 0 };
            a.abs_diff(b) <= slack
        }
        _ => false,
    }
}

/// Nouns that say nothing of who people were.
pub(super) const GENERIC: WordList = WordList::of(
    "people persons person others dead killed wounded injured victims lives casualties deaths fatalities bodies \
    civilians members",
);

/// The noun of a mention, where it has one.
pub(super) fn noun<'t>(tagged: &'t TaggedText<'_>, mention: &Mention) -> Option<&'t str> {
    // "a man" is a figure as a whole, and its noun the last word of it.
    let first = mention.figure.end.min(mention.phrase.end - 1).max(mention.figure.start + 1);
    let words = || (first..mention.phrase.end).rev().map(|at| tagged.word(at));
    words().find(|word| tagged.names_persons(word)).or_else(|| words().next())
}

/// Whether two nouns can name the same people: "people" and "children" can, "children" and "soldiers" cannot.
pub(super) fn nouns_agree(nouns: (Option<&str>, Option<&str>)) -> bool {
    let (Some(one), Some(other)) = nouns else { return true };
    let known = |noun: &str| Circumstances::english().person(noun);
    match (known(one), known(other)) {
        (Some(a), Some(b)) => {
            one == other
                || (a.victims == b.victims || a.victims == Default::default() || b.victims == Default::default())
                    && (a.group == b.group || a.group == Default::default() || b.group == Default::default())
        }
        _ => true,
    }
}
