//! Who is counted: the number phrases of an article with the nouns that they count.

use std::ops::Range;

use newsmark_figures::{Language, Reading, Unit, readings};

use super::lexicon::{EventRole, VerbForm, WordClass, WordList, is_time_word};
use super::tagged::TaggedText;
use super::words::TokenKind;

/// People, households or dwellings that a number counts; ranges count tokens.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// The words of the figure: "at least 12".
    pub figure: Range<usize>,
    /// The same with what it counts: "at least 12 shoe factory workers".
    pub phrase: Range<usize>,
    /// What the number reader made of it.
    pub reading: Reading,
}

impl Mention {
    /// Whether any number is known.
    pub fn is_numeric(&self) -> bool {
        self.reading.low.or(self.reading.best).or(self.reading.high).is_some()
    }

    /// The number by which it is compared with others.
    pub fn number(&self) -> Option<u64> {
        self.reading.best.or(self.reading.low).or(self.reading.high)
    }
}

/// Longest run of words between a number and its noun. "Six masked armed foreign men" has four.
const LONGEST_NOUN_PHRASE: usize = 5;

/// Nouns that die or are hurt and are no persons.
const NO_PERSONS: WordList = WordList::of(
    "sheep goats cattle cows dogs cats horses birds fish chickens pigs camels elephants whales dolphins animals \
    livestock poultry bees trees vehicles cars trucks tanks buildings villages towns cities districts provinces \
    countries schools hospitals mosques churches shops businesses bills turtles donkeys goals hopes dreams plans projects ideas traditions batteries engines deals records votes seats \
    companies firms jobs crops plants phones bridges roads planes ships boats flights shells rockets",
);

/// The mentions of a text, in order and disjoint.
pub(super) fn mentions(tagged: &TaggedText<'_>, language: Language) -> Vec<Mention> {
    let words = tagged.words;
    let tokens = words.tokens();
    let mut found = Vec::new();
    let mut next = 0;
    for reading in readings(words.text(), language) {
        while tokens.get(next).is_some_and(|token| token.span.end() <= reading.at.start) {
            next += 1;
        }
        let end_of = |byte: usize| tokens[next..].partition_point(|token| token.span.start() < byte) + next;
        let figure = next..end_of(reading.at.end);
        let read_phrase = next..end_of(reading.phrase.end);
        if figure.is_empty() {
            continue;
        }
        let phrase = figure.start..noun_phrase_end(tagged, read_phrase.end.max(figure.end), reading.unit);
        // "25 others Ilo Teres saw": nothing belongs to "others".
        let others = (figure.end..phrase.end).find(|&at| tagged.word(at) == "others");
        let phrase = phrase.start..others.map_or(phrase.end, |at| at + 1);
        // "15 overnight": the reader takes any word for a noun, but a time is none.
        let is_time = |at: &usize| is_time_word(tagged.word(*at));
        let n_times = (figure.end..phrase.end).rev().take_while(is_time).count();
        let phrase = phrase.start..phrase.end - n_times;
        let last = tagged.word(phrase.end - 1);
        // "10 union leaders": the reader took the first noun for what is counted.
        let is_of_persons = phrase.end > read_phrase.end && tagged.names_persons(last);
        // The reader knows no persons in "deaths" and "cases", but what counts them counts persons.
        let is_counted_event = phrase.clone().chain([phrase.end]).any(|at| tagged.has_role(at, EventRole::Count))
            || tagged.is_one_of(phrase.end - 1, &["cases", "case"]);
        let is_countable = match reading.unit {
            Unit::Percent => false,
            Unit::Other => is_counted_event || is_of_persons,
            _ => !NO_PERSONS.holds(last),
        };
        if is_countable {
            found.push(Mention { figure, phrase, reading });
        }
    }
    found
}

/// The token after the noun that a number counts, where the reader did not know it or knew only its first word: "54 relief
/// volunteers", "one crew member".
fn noun_phrase_end(tagged: &TaggedText<'_>, from: usize, unit: Unit) -> usize {
    let sentence_end = tagged.sentence(from.saturating_sub(1)).end;
    let is_capital = |at: usize| tagged.words.word(at).chars().next().is_some_and(char::is_uppercase);
    let mut end = from;
    while end < sentence_end && end - from < LONGEST_NOUN_PHRASE && is_of_noun_phrase(tagged, end, from) {
        // A name behind a noun is another word's: "wounded 25 others, Ilo Teres said" in a text without commas.
        if is_capital(end) && !is_capital(end - 1) && tagged.kind(end - 1) == Some(TokenKind::Word) && end > from {
            break;
        }
        end += 1;
    }
    // The words of other languages are not known to end it.
    let is_ascii = (from..end).all(|at| tagged.word(at).is_ascii());
    if unit == Unit::Unspecified {
        return if is_ascii { end } else { from };
    }
    // Behind a noun that is known only another noun of persons belongs to it: what else follows may be a name.
    let is_persons =
        |at: &usize| tagged.names_persons(tagged.word(*at)) && (!is_capital(*at) || is_capital(from.saturating_sub(1)));
    (from..end).rfind(is_persons).map_or(from, |last| last + 1)
}

fn is_of_noun_phrase(tagged: &TaggedText<'_>, at: usize, from: usize) -> bool {
    use WordClass::{Adjective, Noun, Organisation, Person, Role, Title};
    let is_noun_class = |class| matches!(class, Adjective | Noun | Organisation | Person | Role | Title);
    // The plural of a noun is spelled as a verb is: "six judges". It can only be the noun where none stands before it.
    let is_plural = tagged.verb_form(at) == Some(VerbForm::Third)
        && (from..at).all(|before| tagged.is(before, Adjective) || tagged.is(before, Organisation));
    let is_dotted = tagged.word(at) == "." && at > from && tagged.word(at - 1).contains('.');
    is_dotted
        || tagged.kind(at) == Some(TokenKind::Word)
            && tagged.class(at).is_none_or(is_noun_class)
            && (tagged.verb_form(at).is_none() || is_plural)
            && tagged.events(at).next().is_none()
            && !tagged.is_adverbial(at)
            && !is_time_word(tagged.word(at))
}
