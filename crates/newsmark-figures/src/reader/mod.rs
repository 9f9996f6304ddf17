//! The number reader: number phrases of six languages, read as the table
//! of number words says (qualifiers and bounds: UCDP GED, IDETECT; vague
//! words: ACLED's fatalities FAQ, else a dictionary).
//!
//! A paragraph becomes [tokens](token), each known by one look into the
//! [lexicon](lexicon) of the text's language. Where a token can begin a number, a [phrase](phrases) is
//! read: the [amount](amount), in [digits](digits), [words](spelled) or a [fraction](fraction) of a scale; a second one
//! for a [range](range), what limits it [before and after](qualifier), the [noun](noun) that it counts and the
//! [whole](share) that it is of; then it is asked whether it [counts at all](not_a_quantity). Nothing here guesses:
//! what the words leave open stays open, what they do not quite say is told as unsure, and what cannot be read says why.

mod amount;
mod collective;
mod compound;
mod digits;
mod fraction;
mod guess;
mod kin;
mod lexicon;
mod line;
mod not_a_quantity;
mod noun;
mod noun_phrase;
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
mod share;
mod spelled;
#[cfg(test)]
mod tests;
mod token;
mod unnumbered;
mod unread;
mod verb;
mod word;

pub use lexicon::ListError;
pub use reading::{Reading, ShareOf};
pub use unread::{NotAQuantity, Unread};

use std::ops::Range;
use std::sync::OnceLock;

use crate::{Language, Qualifier, Unit, wrapped_paragraphs};

use guess::guess;
use lexicon::{Lexicon, Lexicons};
use phrases::{Phrases, phrases};
use token::Tokens;
use word::{Form, Noun, Word};

/// Reads numbers by word lists: those built in, and such as the caller adds. The lists of a language are made ready when a
/// text in it is first read.
pub struct Reader {
    lexicons: Lexicons,
}

/// The reader of the built-in lists.
static BUILT_IN: Reader = Reader { lexicons: Lexicons::built_in() };

/// The reader that a program installed as it started.
static INSTALLED: OnceLock<Reader> = OnceLock::new();

impl Reader {
    /// The reader of the built-in lists.
    pub fn built_in() -> &'static Reader {
        &BUILT_IN
    }

    /// Makes this the reader of [`readings`], [`reading`] and [`phrase_around`] for as long as the program runs. It is for
    /// the start of a program, before anything is read: the first one stays, so that a text never reads in two ways.
    /// Returns whether this is it.
    pub fn install(self) -> bool {
        INSTALLED.set(self).is_ok()
    }

    /// The reader that was installed, else that of the built-in lists.
    fn current() -> &'static Reader {
        INSTALLED.get().unwrap_or(&BUILT_IN)
    }

    /// A reader that knows the words of `additions` before the built-in ones: lines of a heading, a colon and words, in
    /// the form that the crate's README tells. A word of both lists means what the added one says.
    ///
    /// # Errors
    /// For the first line that is not in that form, with its number.
    ///
    /// ```
    /// use newsmark_figures::{Language, Reader, Unit};
    ///
    /// let reader = Reader::with_additions("language: en\nperson: mudlark").unwrap();
    /// let read = reader.reading("three mudlarks", Language::of_tag("en")).unwrap();
    /// assert_eq!((read.best, read.unit), (Some(3), Unit::Person));
    /// assert_eq!(Reader::with_additions("language: en\nmudlark").err().map(|error| error.line), Some(2));
    /// ```
    pub fn with_additions(additions: &str) -> Result<Reader, ListError> {
        Ok(Reader { lexicons: Lexicons::with_additions(additions)? })
    }

    /// As [`readings`], by the lists of this reader.
    pub fn readings(&self, text: &str, language: Language) -> Vec<Reading> {
        self.phrases(text, language).filter_map(|phrase| phrase.read.ok()).collect()
    }

    /// As [`reading`], by the lists of this reader.
    ///
    /// # Errors
    /// Why the words are no figure; of several reasons that of the first number.
    pub fn reading(&self, words: &str, language: Language) -> Result<Reading, Unread> {
        let mut why = None;
        for phrase in self.phrases(words, language) {
            match phrase.read {
                Ok(reading) => return Ok(reading),
                Err(unread) => why = why.or(Some(unread)),
            }
        }
        match why {
            Some(why) => Err(why),
            None => bare_plural(words, self.lexicon(words, language)).ok_or(Unread::NoNumber),
        }
    }

    /// As [`phrase_around`], by the lists of this reader.
    pub fn phrase_around(&self, text: &str, language: Language, place: Range<usize>) -> Option<Range<usize>> {
        let spans = self.phrases(text, language).map(|phrase| phrase.at);
        spans.take_while(|span| span.start <= place.start).find(|span| place.end <= span.end)
    }

    fn phrases<'a>(&'a self, text: &'a str, language: Language) -> Phrases<'a> {
        let words = language.words.unwrap_or_else(|| guess(text, &self.lexicons));
        let has_decimal_comma = match language.words {
            Some(_) => language.has_decimal_comma,
            None => words.has_decimal_comma(),
        };
        phrases(text, has_decimal_comma, self.lexicons.of(words))
    }

    fn lexicon(&self, text: &str, language: Language) -> &Lexicon {
        self.lexicons.of(language.words.unwrap_or_else(|| guess(text, &self.lexicons)))
    }
}

/// Every number phrase of `text` that counts something, in order and disjoint;
/// spans are bytes of `text`. A phrase may go over the end of a line where the text is [wrapped](wrapped_paragraphs).
/// The work is in proportion to the length of the text.
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
    Reader::current().readings(text, language)
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
    Reader::current().reading(words, language)
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
    Reader::current().phrase_around(text, language, place)
}

/// "civilians": more than one, and no number.
fn bare_plural(words: &str, lexicon: &Lexicon) -> Option<Reading> {
    let (mut tokens, mut line) = (Tokens::new(words, false, lexicon), Vec::new());
    wrapped_paragraphs(words).find_map(|paragraph| {
        tokens.read(paragraph, &mut line);
        let plural = line.iter().find_map(|token| match token.word {
            // "the officials", in one word, are told of before and are no number.
            Word::Noun(Noun { unit, form: Form::Plural, .. }) if unit != Unit::Other && !token.the => {
                Some((unit, token.start..token.end))
            }
            _ => None,
        });
        plural.map(|(unit, at)| Reading { qualifier: Qualifier::UnknownPlural, ..Reading::none(at, unit) })
    })
}
