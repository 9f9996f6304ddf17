//! German words made of others: "einundzwanzigtausend", "Feuerwehrmänner".

use super::lexicon::{Key, Lexicon};
use super::word::{Noun, Word};

/// So many bytes a folded compound has at most; longer words are rare, and each is looked at from every end.
const LONGEST: usize = 64;

/// The shortest noun, in bytes, that a longer word may end with: of shorter ones other words end by chance.
const SHORTEST_NOUN: usize = 4;

/// What a German word that no list holds is made of: a number, or a noun by its end.
pub(super) fn compound(lexicon: &Lexicon, word: &str) -> Option<(Word, u8)> {
    if word.len() > LONGEST {
        return None;
    }
    let small = word.to_lowercase();
    if let Some(number) = number(lexicon, &small) {
        return Some((Word::Cardinal(number), 0));
    }
    let ends = small.char_indices().map(|(at, _)| at).skip(3);
    let mut ends = ends.take_while(|at| small.len() - at >= SHORTEST_NOUN);
    ends.find_map(|at| {
        let token = lexicon.token(Key::of(&small[at..])?);
        // The longest end that is a noun of people or homes: of a thing nothing is gained by knowing it.
        matches!(token.word, Word::Noun(Noun { .. })).then_some((token.word, token.flags))
    })
}

/// A number word below a million: thousands, hundreds, and ones before tens ("einundzwanzig").
fn number(lexicon: &Lexicon, word: &str) -> Option<u64> {
    if let Some((thousands, rest)) = word.split_once("tausend") {
        return below_thousand(lexicon, thousands)?.checked_mul(1_000)?.checked_add(rest_of(lexicon, rest)?);
    }
    below_thousand(lexicon, word).filter(|_| !word.is_empty())
}

fn below_thousand(lexicon: &Lexicon, word: &str) -> Option<u64> {
    match word.split_once("hundert") {
        Some((hundreds, rest)) => {
            let hundreds = if hundreds.is_empty() { 1 } else { cardinal(lexicon, hundreds)? };
            (hundreds < 20).then_some(())?;
            Some(hundreds * 100 + rest_of(lexicon, rest)?)
        }
        None if word.is_empty() => Some(1),
        None => below_hundred(lexicon, word),
    }
}

/// What follows a thousand or a hundred: nothing, or a smaller number, with or without "und".
fn rest_of(lexicon: &Lexicon, word: &str) -> Option<u64> {
    let rest = word.strip_prefix("und").unwrap_or(word);
    if rest.is_empty() { word.is_empty().then_some(0) } else { below_thousand(lexicon, rest) }
}

fn below_hundred(lexicon: &Lexicon, word: &str) -> Option<u64> {
    if let Some(number) = cardinal(lexicon, word) {
        return Some(number);
    }
    // "hundert" and "tausend" hold "und" too, and are taken off before.
    let (ones, tens) = word.split_once("und")?;
    let (ones, tens) = (cardinal(lexicon, ones)?, cardinal(lexicon, tens)?);
    ((1..10).contains(&ones) && tens >= 20).then_some(ones + tens)
}

fn cardinal(lexicon: &Lexicon, word: &str) -> Option<u64> {
    match lexicon.token(Key::of(word)?).word {
        Word::Cardinal(number) if number < 100 => Some(number),
        _ => None,
    }
}
