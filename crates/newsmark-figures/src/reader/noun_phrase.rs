//! English noun phrases: what describes, and the noun at the end that is counted.

use crate::Unit;

use super::line::Line;
use super::noun::Counted;
use super::word::{Form, Meaning, Noun, Sort, Word};

/// So many words of no list, in small letters, may stand between a number and its noun.
// "300 mostly rural families": beyond two such words the noun belongs to another phrase.
const MOST_UNKNOWN: usize = 2;

/// So many words with a capital may: "12 New South Wales Fire and Rescue officers" is about as long as names become.
const MOST_CAPITALS: usize = 5;

/// A noun phrase while it is read.
struct NounPhrase<'a> {
    line: Line<'a>,
    at: usize,
    /// What the words so far count where no noun follows: "12 dead", "12 police".
    found: Option<Counted>,
    /// Whether the last word only describes: an adjective or a noun in the singular.
    is_described: bool,
    n_unknown: usize,
    n_capitals: usize,
    /// Whether the number before it is in digits, which no verb follows as "one counts people".
    follows_digits: bool,
}

/// What the noun phrase that begins with token `from` counts. `is_plural`: whether it stands after more than one.
pub(super) fn noun_phrase(line: Line<'_>, from: usize, is_plural: bool) -> Option<Counted> {
    let follows_digits = from.checked_sub(1).is_some_and(|before| matches!(line.word(before), Word::Digits(_)));
    let mut phrase =
        NounPhrase { line, at: from, found: None, is_described: false, n_unknown: 0, n_capitals: 0, follows_digits };
    line.get(from).filter(|token| token.spaced)?;
    loop {
        if let Some((noun, end)) = noun_at(line, phrase.at) {
            match phrase.noun(noun, end, is_plural) {
                Some(ended) => return ended,
                None => continue,
            }
        }
        if !phrase.describing_word() {
            return phrase.found;
        }
    }
}

/// The noun at token `at`, of one word or several, and the token after it.
pub(super) fn noun_at(line: Line<'_>, at: usize) -> Option<(Noun, usize)> {
    if let Some((Meaning::Noun(noun), end)) = line.phrase_from(at) {
        return Some((noun, end));
    }
    match line.word(at) {
        Word::Noun(noun) => Some((noun, at + 1)),
        _ => None,
    }
}

/// The token after initials with full stops that begin with token `at`: "U.S.", "U. N.".
pub(super) fn after_initials(line: Line<'_>, at: usize) -> usize {
    let is_initial = |at: usize| line.get(at).is_some_and(|token| token.is_latin && token.end - token.start == 1);
    let mut end = at;
    while is_initial(end) && matches!(line.word(end + 1), Word::Mark('.')) && line.is_attached(end + 1) {
        end += 2;
    }
    // One letter and a full stop end a sentence: "two a."
    if end - at >= 4 { end } else { at }
}

impl NounPhrase<'_> {
    /// Reads a noun on; what the phrase counts where it ends with it.
    fn noun(&mut self, noun: Noun, end: usize, is_plural: bool) -> Option<Option<Counted>> {
        let counted = Counted::of(noun, end);
        let line = self.line;
        let is_owner = matches!(line.word(end), Word::Mark('\'' | '’')) && line.is_attached(end);
        let describes_more = line.is_joining_hyphen(end);
        match noun.form {
            // "one counts people"
            Form::Plural if self.is_verb_after_one(noun, is_plural) => return Some(self.found),
            // "40 workers’ homes", "12 civilians-only shelters"
            Form::Plural | Form::Several(_) if is_owner || describes_more => {
                self.found = Some(counted);
                self.at = end;
                return if is_owner && !self.skip_possessive() { Some(self.found) } else { None };
            }
            Form::Plural | Form::Several(_) | Form::Dual => return Some(Some(counted)),
            Form::Singular | Form::Collective => {}
        }
        if is_owner && is_plural {
            // "many of the nation’s companies"
            self.at = end + 1 + usize::from(line.is_attached(end + 1));
            self.is_described = true;
            return None;
        }
        let is_followed = noun_at(line, end).is_some() && line.is_spaced(end);
        if !is_plural && !is_followed && !describes_more {
            // "one soldier’s body" counts no soldier.
            return Some(Some(counted).filter(|_| !is_owner));
        }
        let is_adjective = noun.sort == Sort::Ambiguous;
        if noun.form == Form::Collective || (!is_adjective && self.found.is_none()) {
            // "44 terrorist outrages": a noun in the singular after a number describes, and what it describes is unsure.
            self.found = Some(Counted { is_sure: noun.form == Form::Collective, ..counted });
        }
        self.is_described = true;
        self.at = end;
        None
    }

    /// Whether a noun in the plural is none after "one", but its verb: "one counts people".
    fn is_verb_after_one(&self, noun: Noun, is_plural: bool) -> bool {
        !is_plural && !self.follows_digits && (self.n_unknown > 0 || noun.unit == Unit::Other)
    }

    /// Goes on past the sign of a possessive; false where nothing follows it.
    fn skip_possessive(&mut self) -> bool {
        let is_s = |at: usize| matches!(self.line.word(at), Word::Suffix(_)) && self.line.is_attached(at);
        self.at += 1 + usize::from(is_s(self.at + 1));
        self.line.is_spaced(self.at)
    }

    /// Reads a word on that may describe a noun; false where the phrase ends before it.
    fn describing_word(&mut self) -> bool {
        let line = self.line;
        let initials = after_initials(line, self.at);
        if initials > self.at {
            (self.at, self.is_described) = (initials, true);
            return true;
        }
        let Some(token) = line.get(self.at) else { return false };
        match token.word {
            Word::Adjective | Word::Ordinal | Word::Fraction { .. } => self.is_described = true,
            // "12 US soldiers"
            Word::Pronoun if token.is_capital => self.is_described = true,
            Word::PeopleAdjective => {
                // "no way affected" tells of no people.
                if self.found.is_none_or(|found| found.unit == Unit::Person) {
                    self.found = Some(Counted::people(self.at + 1));
                }
                self.is_described = true;
            }
            Word::Period { .. } if self.found.is_none() => {
                self.found = Some(Counted { unit: Unit::Other, ..Counted::unknown(self.at + 1, true) });
                return false;
            }
            Word::And | Word::Or | Word::Mark(',') => {
                // "30 dead and wounded", "12 Syrian and Iraqi fighters", "12 poor, displaced families"
                if !self.is_described || !self.is_describing(self.at + 1) {
                    return false;
                }
            }
            // A hyphenated adjective is one word, though it is three tokens.
            word if word.is_hyphen() && line.is_joining_hyphen(self.at) => {
                // "asylum-seekers" ends with the noun.
                if matches!(line.word(self.at + 1), Word::Old)
                    && line.get(self.at + 1).is_some_and(|token| token.ends_as_plural)
                {
                    // "two 16-year-olds"
                    self.found = Some(Counted::people(self.at + 2));
                }
                let is_noun = matches!(line.word(self.at + 1), Word::Noun(Noun { form: Form::Plural, .. }));
                self.n_unknown = self.n_unknown.saturating_sub(1);
                self.at += usize::from(!is_noun);
            }
            // "two 500-pound bombs", "three 12-year-old girls"
            Word::Digits(_) | Word::Cardinal(_) if line.is_joining_hyphen(self.at + 1) => self.is_described = true,
            Word::Unknown => return self.unknown_word(),
            _ => return false,
        }
        self.at += 1;
        true
    }

    /// Whether token `at` describes as the one before "and" does.
    fn is_describing(&self, at: usize) -> bool {
        let is_one = |noun: Noun| matches!(noun.form, Form::Singular | Form::Collective) && noun.unit == Unit::Person;
        match self.line.word(at) {
            Word::Adjective | Word::PeopleAdjective => true,
            Word::Noun(noun) => is_one(noun) && noun_at(self.line, at + 1).is_some(),
            _ => false,
        }
    }

    /// Reads a word of no list on: a name, an adjective, or the noun itself.
    fn unknown_word(&mut self) -> bool {
        let line = self.line;
        let token = &line[self.at];
        let follows = noun_at(line, self.at + 1).filter(|_| line.is_spaced(self.at + 1));
        let is_head = token.ends_as_plural && follows.is_none() && !line.is_joining_hyphen(self.at + 1);
        if is_head {
            // "20 migrant dinghies": the noun at the end is what is counted, whatever it is.
            self.found = Some(Counted::unknown(self.at + 1, self.found.is_none() && !token.is_capital));
            return false;
        }
        // "12 wounded overnight": what follows people and is no plural is no noun.
        let is_over = self.found.is_some_and(|found| found.is_sure) && follows.is_none() && !token.is_capital;
        let room = if token.is_capital { self.n_capitals < MOST_CAPITALS } else { self.n_unknown < MOST_UNKNOWN };
        if is_over || !room {
            return false;
        }
        self.n_capitals += usize::from(token.is_capital);
        self.n_unknown += usize::from(!token.is_capital);
        self.at += 1;
        true
    }
}
