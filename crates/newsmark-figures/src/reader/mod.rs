//! The number reader: number phrases of English and Arabic, read as the table
//! of number words says (qualifiers and bounds: UCDP GED, IDETECT; vague
//! words: ACLED's fatalities FAQ, else a dictionary).
//!
//! A line becomes [tokens](token), each known by one look into the
//! [lexicon](lexicon). Where a token can begin a number, a [phrase](phrases) is
//! read: the [amount](amount), a second one for a [range](range), what limits
//! it [before and after](qualifier), the [noun](noun) that it counts; then it
//! is asked whether it [counts at all](not_a_quantity). Nothing here guesses:
//! what the words leave open stays open, and what cannot be read says why.

mod amount;
mod arabic;
mod english;
mod english_nouns;
mod key;
mod kin;
mod lexicon;
mod not_a_quantity;
mod noun;
mod number;
mod numeral;
mod people;
mod phrase;
mod phrases;
mod pronoun;
mod qualifier;
mod range;
mod reading;
mod sentence;
#[cfg(test)]
mod tests;
mod token;
mod unnumbered;
mod unread;
mod word;

pub use reading::Reading;
pub use unread::{NotAQuantity, Unread};

use std::ops::Range;

use crate::{Language, Qualifier, Unit};

use phrases::phrases;
use token::Tokens;
use word::{Form, Word};

/// Every number phrase of `text` that counts something, in order and disjoint;
/// spans are bytes of `text`.
///
/// ```
/// use newsmark_figures::{Language, Qualifier, readings};
///
/// let text = "Shells killed 12 people and wounded dozens; it cost $2 million.";
/// let found = readings(text, Language::of_tag("en"));
/// let words: Vec<&str> = found.iter().map(|reading| &text[reading.at.clone()]).collect();
/// assert_eq!(words, ["12", "dozens"]);
/// assert_eq!((found[1].qualifier, found[1].low), (Qualifier::VaguePlural, Some(12)));
/// ```
pub fn readings(text: &str, language: Language) -> Vec<Reading> {
    phrases(text, language).filter_map(|phrase| phrase.read.ok()).collect()
}

/// What the words of one stretch say: the first number phrase that counts
/// something, or a bare plural; else why there is none.
///
/// # Errors
/// Why the words are no figure; of several reasons that of the first number.
///
/// ```
/// use newsmark_figures::{Language, NotAQuantity, Qualifier, Unit, Unread, reading};
///
/// let read = reading("at least 12 people", Language::default()).unwrap();
/// assert_eq!((read.qualifier, read.low, read.high), (Qualifier::AtLeast, Some(12), None));
/// assert_eq!(read.unit, Unit::Person);
/// assert_eq!(reading("$40 million", Language::default()), Err(Unread::NotAQuantity(NotAQuantity::Money)));
/// ```
pub fn reading(words: &str, language: Language) -> Result<Reading, Unread> {
    let mut why = None;
    for phrase in phrases(words, language) {
        match phrase.read {
            Ok(reading) => return Ok(reading),
            Err(unread) => why = why.or(Some(unread)),
        }
    }
    match why {
        Some(why) => Err(why),
        None => bare_plural(words, language).ok_or(Unread::NoNumber),
    }
}

/// The bytes of the number phrase around `place`, with what it counts; money,
/// dates and the like too.
///
/// ```
/// use newsmark_figures::{Language, phrase_around};
///
/// let text = "It killed at least 12 people.";
/// let phrase = phrase_around(text, Language::default(), 19..21).unwrap();
/// assert_eq!(&text[phrase], "at least 12 people");
/// ```
pub fn phrase_around(text: &str, language: Language, place: Range<usize>) -> Option<Range<usize>> {
    let spans = phrases(text, language).map(|phrase| phrase.at);
    spans.take_while(|span| span.start <= place.start).find(|span| place.end <= span.end)
}

/// "civilians": more than one, and no number.
fn bare_plural(words: &str, language: Language) -> Option<Reading> {
    let (mut tokens, mut line) = (Tokens::new(words, language), Vec::new());
    while tokens.next_line(&mut line) {
        let plural = line.iter().find_map(|token| match token.word {
            Word::Noun(unit, Form::Plural) if unit != Unit::Other => Some((unit, token.start..token.end)),
            _ => None,
        });
        if let Some((unit, at)) = plural {
            return Some(Reading { qualifier: Qualifier::UnknownPlural, ..Reading::none(at, unit) });
        }
    }
    None
}
