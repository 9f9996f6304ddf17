//! Whom a source refers to: the name behind a pronoun, a short name or a role.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use crate::suggest::lexicon::{Lexicon, WordClass};
use crate::suggest::words::{TokenKind, Words, lowered};

use super::linker::Draft;

/// The fullest earlier mention for each source that does not name its speaker whole.
///
/// # Limitations
/// A pronoun is taken to be the last speaker before it that it can be, within [`PRONOUN_REACH`] paragraphs; two women
/// who speak in turn are told apart by their names only.
pub(super) fn speakers(words: &Words, drafts: &[Draft]) -> Vec<Option<Range<usize>>> {
    let mentions = Mentions::of(words);
    let mut heard: Vec<Heard> = Vec::new();
    let mut speakers = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let speaker = draft.parts.source.as_ref().and_then(|source| {
            let found = mentions.speaker(words, source, &heard);
            let known = found.clone().unwrap_or_else(|| source.clone());
            if let Some(gender) = pronoun(words, source) {
                // What a pronoun was taken for is known to be of its gender from then on.
                if let Some(heard) = heard.iter_mut().rev().take(REMEMBERED).find(|heard| heard.mention == known) {
                    heard.gender = heard.gender.or(gender);
                }
            }
            if pronoun(words, source).is_none() || found.is_some() {
                let gender = gender_of(words, &known).or(pronoun(words, source).flatten());
                let paragraph = words.paragraphs().partition_point(|paragraph| paragraph.end <= source.start);
                let is_many = is_many(words, &known);
                heard.push(Heard { mention: known, gender, paragraph, is_many });
            }
            found
        });
        speakers.push(speaker);
    }
    speakers
}

/// Who has been quoted.
struct Heard {
    mention: Range<usize>,
    gender: Option<Gender>,
    paragraph: usize,
    is_many: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gender {
    He,
    She,
}

/// A pronoun refers to a speaker of its own paragraph or of one not farther back: beyond, writers name again.
const PRONOUN_REACH: usize = 2;

/// So many speakers are remembered: an article in one paragraph must not be gone through at every pronoun.
const REMEMBERED: usize = 20;

/// A role is looked for within so many words of a name: "Ana Orlo, the ministry's new spokeswoman".
const ROLE_REACH: usize = 8;

/// The full names of an article, outside headlines.
struct Mentions {
    /// For the last word of a name, in lower case, its first mention of two words and more.
    by_last: HashMap<String, Range<usize>>,
    /// For a role in lower case, the last names that stand by it, in order of the text.
    by_role: HashMap<String, Vec<Range<usize>>>,
}

impl Mentions {
    fn of(words: &Words) -> Mentions {
        let mut found = Mentions { by_last: HashMap::new(), by_role: HashMap::new() };
        let mut at = 0;
        while at < words.tokens().len() {
            let end = name_end(words, at);
            if end == at {
                at += 1;
                continue;
            }
            let n_names = (at..end).filter(|at| is_name(words, *at)).count();
            if n_names >= 2 {
                found.by_last.entry(bare(words, end - 1).into_owned()).or_insert(at..end);
                let sentence = words.sentence_of(at);
                let near = at.saturating_sub(ROLE_REACH).max(sentence.start)..(end + ROLE_REACH).min(sentence.end);
                for role in near.filter(|place| is_role(words, *place)) {
                    found.by_role.entry(bare(words, role).into_owned()).or_default().push(at..end);
                }
            }
            at = end;
        }
        found
    }

    /// The mention that `source` refers to; `None` where it names its speaker itself or nothing earlier does.
    fn speaker(&self, words: &Words, source: &Range<usize>, heard: &[Heard]) -> Option<Range<usize>> {
        if let Some(gender) = pronoun(words, source) {
            let paragraph = words.paragraphs().partition_point(|paragraph| paragraph.end <= source.start);
            let is_many = matches!(&*bare(words, source.start), "they");
            let fits = |heard: &&Heard| {
                let is_of_gender = gender.is_none() || heard.gender.is_none() || heard.gender == gender;
                is_of_gender && heard.is_many == is_many && heard.paragraph + PRONOUN_REACH >= paragraph
            };
            return heard.iter().rev().take(REMEMBERED).find(fits).map(|heard| heard.mention.clone());
        }
        // Who speaks stands before "of" and "in": "the head of the mission", "fighters in Tarn".
        let is_preposition = |at: &usize| class(words, *at) == Some(WordClass::Preposition);
        let head = source.start..source.clone().find(is_preposition).unwrap_or(source.end);
        let names: Vec<usize> = head.clone().filter(|at| is_name(words, *at)).collect();
        match names[..] {
            [] => {
                // "The officials" are several, whoever of them was named.
                let role = head.rev().find(|at| is_role(words, *at)).filter(|at| !is_plural(words, *at))?;
                // Only "the spokesman" is one that was named; "a spokesman" is not.
                let is_known = bare(words, source.start) == "the";
                let named = self.by_role.get(&*bare(words, role)).filter(|_| is_known)?;
                let n_before = named.partition_point(|mention| mention.end <= source.start);
                n_before.checked_sub(1).and_then(|last| named.get(last)).cloned()
            }
            [name] => self.by_last.get(&*bare(words, name)).filter(|mention| mention.end <= source.start).cloned(),
            _ => None,
        }
    }
}

/// Whether a source is one personal pronoun, and whose; `None` where it is more.
fn pronoun(words: &Words, source: &Range<usize>) -> Option<Option<Gender>> {
    match (source.len(), &*bare(words, source.start)) {
        (1, "he") => Some(Some(Gender::He)),
        (1, "she") => Some(Some(Gender::She)),
        (1, "they") => Some(None),
        _ => None,
    }
}

fn gender_of(words: &Words, mention: &Range<usize>) -> Option<Gender> {
    let before = mention.start.saturating_sub(1);
    (before..mention.end).find_map(|at| match &*bare(words, at) {
        "mr" | "sir" | "spokesman" | "chairman" | "congressman" | "man" | "king" | "prince" | "father" => {
            Some(Gender::He)
        }
        "mrs" | "ms" | "miss" | "dame" | "spokeswoman" | "chairwoman" | "congresswoman" | "woman" | "queen"
        | "princess" | "mother" => Some(Gender::She),
        _ => None,
    })
}

/// Whether a mention is of several: "officials", "residents".
fn is_many(words: &Words, mention: &Range<usize>) -> bool {
    mention.clone().all(|at| !is_name(words, at)) && mention.clone().any(|at| is_plural(words, at))
}

fn is_plural(words: &Words, at: usize) -> bool {
    let word = bare(words, at);
    is_role(words, at) && (word.ends_with('s') || word.ends_with("men")) && !word.ends_with("ss")
}

/// Where the name that begins at `at` ends, "Dr. Ana M. de Orlo"; `at` where none does.
fn name_end(words: &Words, at: usize) -> usize {
    if !is_name(words, at) && !is_title(words, at) {
        return at;
    }
    let sentence = words.sentence_of(at);
    let mut end = at;
    let mut next = at;
    while next < sentence.end {
        if is_name(words, next) || (is_title(words, next) && end == next) {
            next += 1;
            end = next;
        } else if words.word(next) == "." && words.word(next.saturating_sub(1)).chars().count() <= 4 && next == end {
            // A full stop after an initial or a title.
            next += 1;
            if next < sentence.end && is_name(words, next) {
                end = next;
            } else {
                break;
            }
        } else if matches!(words.word(next), "de" | "van" | "von" | "bin" | "ibn" | "al" | "el" | "la" | "der" | "di")
            && next + 1 < sentence.end
            && is_name(words, next + 1)
        {
            next += 1;
            end = next;
        } else {
            break;
        }
    }
    end
}

fn is_name(words: &Words, at: usize) -> bool {
    let word = words.word(at);
    if words.tokens().get(at).is_none_or(|token| token.kind != TokenKind::Word) || !word.starts_with(char::is_uppercase)
    {
        return false;
    }
    match class(words, at) {
        None => true,
        Some(class) => !(class.is_function() || matches!(class, WordClass::Title | WordClass::Role | WordClass::Time)),
    }
}

fn is_title(words: &Words, at: usize) -> bool {
    words.word(at).starts_with(char::is_uppercase) && class(words, at) == Some(WordClass::Title)
}

fn is_role(words: &Words, at: usize) -> bool {
    matches!(class(words, at), Some(WordClass::Role | WordClass::Title))
}

fn class(words: &Words, at: usize) -> Option<WordClass> {
    if has_apostrophe(words.word(at)) {
        return Lexicon::english().entry(&bare(words, at)).and_then(|entry| entry.class);
    }
    words.class(at)
}

/// A word in lower case without the "'s" of its owner.
fn bare(words: &Words, at: usize) -> Cow<'_, str> {
    let lower = lowered(words.word(at));
    if !has_apostrophe(&lower) {
        return lower;
    }
    let straight = lower.replace('’', "'");
    Cow::Owned(straight.strip_suffix("'s").unwrap_or(&straight).to_owned())
}

fn has_apostrophe(word: &str) -> bool {
    word.contains(['\'', '’'])
}
