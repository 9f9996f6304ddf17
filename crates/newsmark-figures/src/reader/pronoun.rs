//! "One", where it is no number.

use crate::Unit;

use super::amount::Amount;
use super::lexicon::{LEXICON, Particle};
use super::noun::Counted;
use super::token::Token;
use super::word::Word;

/// Whether "one" stands for somebody or for anybody, rather than for a number.
pub(super) fn is_pronoun(tokens: &[Token], amount: Amount, counted: Counted) -> bool {
    let token = &tokens[amount.first];
    if token.word != Word::Cardinal(1) || amount.end > amount.first + 1 {
        return false;
    }
    if !token.is_latin {
        // "أحد المسؤولين"; "شخص واحد" is read with its noun.
        return counted.unit == Unit::Unspecified || tokens.get(amount.end).is_some_and(|next| next.the);
    }
    let before = amount.first.checked_sub(1).map(|before| tokens[before]);
    let particles = [
        Particle::This,
        Particle::That,
        Particle::Each,
        Particle::Every,
        Particle::Which,
        Particle::Any,
        Particle::Another,
    ];
    let is_shown = before.is_some_and(|token| {
        particles.iter().any(|particle| LEXICON.is(token.id, *particle)) || token.word == Word::The
    });
    let next = tokens.get(amount.end).map(|next| next.word);
    // "one counts them": of an unknown word it is not known whether it is a noun.
    let is_unknown = next == Some(Word::Unknown) && counted.unit == Unit::Unspecified;
    let is_bare =
        is_unknown || matches!(next, Some(Word::Function | Word::A | Word::The | Word::And | Word::To | Word::Or));
    let verb = [Particle::Was, Particle::Is, Particle::Died];
    let is_subject = tokens.get(amount.end).is_some_and(|next| verb.iter().any(|verb| LEXICON.is(next.id, *verb)));
    // "one of the largest": no count. "one of them" is, and so is "one of the soldiers".
    let is_superlative =
        next == Some(Word::Of) && counted.unit != Unit::Person && !is_pronoun_of(tokens, amount.end + 1);
    let is_day = matches!(next, Some(Word::Period { .. }));
    (is_shown && counted.unit != Unit::Person) || (is_bare && !is_subject) || is_superlative || is_day
}

fn is_pronoun_of(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.word == Word::Pronoun)
}
