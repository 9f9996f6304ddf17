//! The noun phrase that stands where the subject of a cue stands.

use std::ops::Range;

use crate::suggest::lexicon::WordClass;
use crate::suggest::words::{TokenKind, Words};

/// So many words may stand between a subject and its verb without being either: "had also never publicly".
const MOST_SKIPPED: usize = 4;

/// A noun phrase of more words is one that was read wrong.
const LONGEST_PHRASE: usize = 14;

/// The noun phrase right before token `cue`, auxiliaries and adverbs between, in its sentence: "**the mayor of Tarn** has
/// not said".
pub fn subject_before(words: &Words, cue: usize) -> Option<Range<usize>> {
    let first = words.sentence_of(cue).start;
    let mut end = cue;
    while end > first && cue - end < MOST_SKIPPED && is_between(words, end - 1) {
        end -= 1;
    }
    if end == first || !is_head(words, end - 1) {
        return None;
    }
    let mut start = end - 1;
    while start > first && end - start < LONGEST_PHRASE {
        let before = start - 1;
        if is_of_phrase(words, before) {
            start = before;
        } else if is_joint(words, before) && before > first && is_head(words, before - 1) && !is_pronoun(words, start) {
            start = before - 1;
        } else {
            break;
        }
    }
    Some(start..end)
}

/// The noun phrase right after token `cue`, as in "said **the mayor of Tarn**".
pub fn subject_after(words: &Words, cue: usize) -> Option<Range<usize>> {
    let last = words.sentence_of(cue).end;
    let start = cue + 1;
    let mut end = start;
    let mut has_head = false;
    while end < last && end - start < LONGEST_PHRASE {
        if is_head(words, end) {
            has_head = true;
        } else if !(is_of_phrase(words, end) || has_head && is_joint(words, end) && end + 1 < last) {
            break;
        }
        end += 1;
    }
    while end > start && !is_head(words, end - 1) {
        end -= 1;
    }
    (has_head && start < end).then_some(start..end)
}

/// The first noun phrase of the sentence of `cue` that stands before it: who "arguing that" is said of.
pub fn subject_of_sentence(words: &Words, cue: usize) -> Option<Range<usize>> {
    let first = words.sentence_of(cue).start;
    let near = first..cue.min(first + LONGEST_PHRASE);
    let head = near.clone().find(|at| is_head(words, *at))?;
    let start = (first..head).rev().take_while(|at| is_of_phrase(words, *at)).last().unwrap_or(head);
    let end = (head..near.end).take_while(|at| is_head(words, *at) || is_of_phrase(words, *at)).last()?;
    Some(start..end + 1)
}

fn is_word(words: &Words, at: usize) -> bool {
    words.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Word)
}

fn is_between(words: &Words, at: usize) -> bool {
    use WordClass::{Adverb, Auxiliary, Hedge, Manner, Modal, Negation};
    matches!(words.class(at), Some(Adverb | Auxiliary | Modal | Negation | Hedge | Manner))
}

fn is_pronoun(words: &Words, at: usize) -> bool {
    words.class(at) == Some(WordClass::Pronoun) || matches!(words.word(at), "who" | "which")
}

/// Whether the word can be the noun that speaks.
fn is_head(words: &Words, at: usize) -> bool {
    use WordClass::{Document, Organisation, Person, Role, Title};
    // The objects of other verbs say nothing.
    if !is_word(words, at) || matches!(words.word(at), "him" | "them" | "me" | "us") {
        return false;
    }
    match words.class(at) {
        Some(Role | Person | Organisation | Document | Title) => true,
        Some(_) => is_pronoun(words, at),
        None => words.word(at).starts_with(char::is_uppercase),
    }
}

/// Whether the word can stand in a noun phrase ahead of its head.
fn is_of_phrase(words: &Words, at: usize) -> bool {
    use WordClass::{Adjective, Determiner, Possessive};
    let is_stop = words.word(at) == "." && at > 0 && words.word(at - 1).chars().count() <= 4;
    // A full stop after "Mr" or an initial is one of the phrase; a pronoun is a phrase of its own.
    is_stop
        || (is_head(words, at) && !is_pronoun(words, at))
        || matches!(words.class(at), Some(Adjective | Determiner | Possessive))
}

/// Whether the word joins two nouns of one phrase: "the mayor **of** Tarn".
fn is_joint(words: &Words, at: usize) -> bool {
    matches!(words.word(at), "of" | "for" | "at" | "from" | "in")
}
