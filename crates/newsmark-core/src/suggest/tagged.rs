//! The words of an article with what the lists and the number reader know of each.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use newsmark_figures::{Unit, reading};

use super::lexicon::{EventRole, EventWord, EventWords, LexicalEntry, Lexicon, VerbForm, WordClass, WordList, folded};
use super::mention::Mention;
use super::words::{TokenKind, Words};
use crate::figures::Language;
use crate::model::Span;

/// The words of an article with what is known of each; ranges count tokens.
#[derive(Debug)]
pub(super) struct TaggedText<'a> {
    pub words: &'a Words,
    /// The language that numbers and days are read by.
    pub language: Language,
    folded: Vec<Cow<'a, str>>,
    /// What each token may say of people.
    known: Vec<&'static [EventWord]>,
    entries: Vec<Option<&'static LexicalEntry>>,
    /// Who is counted, in order.
    pub mentions: Vec<Mention>,
    mention_at: Vec<Option<usize>>,
    /// Which words name people, as far as anybody asked: the number reader is slow to ask for a single word.
    persons: Mutex<HashMap<String, bool>>,
}

impl<'a> TaggedText<'a> {
    /// Tags `words`, with the numbers read as `language` writes them.
    pub fn of(words: &'a Words, language: Language, events: &'static EventWords) -> TaggedText<'a> {
        let n_tokens = words.tokens().len();
        let folded: Vec<Cow<'a, str>> = (0..n_tokens).map(|at| folded_word(unglued(words.word(at), events))).collect();
        // Each word is looked up once: rules ask for the same token many times.
        let entry = |(at, word): (usize, &Cow<'a, str>)| match word {
            // In place it is the word that was looked up in lower case.
            Cow::Borrowed(_) => words.entry(at),
            Cow::Owned(word) => Lexicon::english().entry(word),
        };
        let entries = folded.iter().enumerate().map(entry).collect();
        let known = folded.iter().map(|word| events.of(word)).collect();
        let (mentions, persons) = (Vec::new(), Mutex::default());
        let mut tagged =
            TaggedText { words, language, folded, known, entries, mentions, mention_at: vec![None; n_tokens], persons };
        tagged.mentions = super::mention::mentions(&tagged, language);
        for (n, mention) in tagged.mentions.iter().enumerate() {
            for at in mention.phrase.clone() {
                tagged.mention_at[at].get_or_insert(n);
            }
        }
        tagged
    }

    /// Token `at` without case, vowel signs and typographic forms; empty beyond the text.
    pub fn word(&self, at: usize) -> &str {
        self.folded.get(at).map_or("", |word| &**word)
    }

    /// Whether token `at` is one of `words`.
    pub fn is_one_of(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.word(at))
    }

    /// Whether token `at` is a word of `list`.
    pub fn is_in(&self, at: usize, list: &WordList) -> bool {
        list.holds(self.word(at))
    }

    /// Whether `noun`, in lower case, names people: "farmers", "residents".
    pub fn names_persons(&self, noun: &str) -> bool {
        // Whoever held it last did no more than look up or insert.
        let persons = || self.persons.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = persons().get(noun) {
            return *known;
        }
        let class = Lexicon::english().entry(noun).and_then(|entry| entry.class);
        let is_person = matches!(class, Some(WordClass::Role | WordClass::Person))
            || reading(noun, Language::of_tag("en")).is_ok_and(|reading| reading.unit == Unit::Person);
        persons().insert(noun.to_owned(), is_person);
        is_person
    }

    /// What kind of token stands at `at`.
    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.words.tokens().get(at).map(|token| token.kind)
    }

    /// Whether token `at` is a word of this class.
    pub fn is(&self, at: usize, class: WordClass) -> bool {
        self.class(at) == Some(class)
    }

    /// The class of token `at` among words that are no verbs.
    pub fn class(&self, at: usize) -> Option<WordClass> {
        self.entries.get(at).copied().flatten().and_then(|entry| entry.class)
    }

    /// The form of a verb that token `at` is, whether of the list of verbs or of event words.
    pub fn verb_form(&self, at: usize) -> Option<VerbForm> {
        let listed = self.entries.get(at).copied().flatten().and_then(|entry| entry.verb.as_ref());
        listed.map(|verb| verb.form).or_else(|| self.known(at).iter().find_map(|word| word.form))
    }

    /// The sentence around token `at`.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        self.words.sentence_of(at)
    }

    /// The sentence around the tokens `start` to `end`, as far as what stands in it can belong to them: a text without
    /// full stops is one sentence.
    pub fn near(&self, start: usize, end: usize) -> Range<usize> {
        // Sentences of news have some 25 words, and few more than 60.
        const FARTHEST: usize = 60;
        let sentence = self.sentence(start);
        sentence.start.max(start.saturating_sub(FARTHEST))..sentence.end.min(end + FARTHEST).max(start)
    }

    /// What token `at` may say of people, where the words that it needs follow it in its sentence.
    pub fn events(&self, at: usize) -> impl Iterator<Item = &'static EventWord> + '_ {
        // What belongs to a verb stands within its clause: "claimed more than 300 lives", "took refuge".
        const NEAR: usize = 12;
        let sentence = self.sentence(at);
        self.known(at).iter().filter(move |event| {
            // What a counted noun needs may stand before it: "recovered seven bodies".
            let first =
                if event.role == EventRole::Count { sentence.start.max(at.saturating_sub(NEAR)) } else { at + 1 };
            let mut near = first..sentence.end.min(at + NEAR);
            let is_alone = || event.may_end() && self.ends_clause(at + 1);
            event.with.is_empty() || is_alone() || near.any(|near| event.needs(self.word(near)))
        })
    }

    /// Whether a clause ends before token `at`: what follows is a mark, or says when or why.
    fn ends_clause(&self, at: usize) -> bool {
        const BEGINS: WordList = WordList::of("since after because when as before while");
        let is_end = self.is_barrier(at) || matches!(self.word(at), "," | "");
        is_end || self.is_in(at, &BEGINS) || super::lexicon::is_time_word(self.word(at))
    }

    fn known(&self, at: usize) -> &'static [EventWord] {
        self.known.get(at).copied().unwrap_or_default()
    }

    /// Whether token `at` says anything of people in this role.
    pub fn has_role(&self, at: usize, role: EventRole) -> bool {
        self.events(at).any(|event| event.role == role)
    }

    /// The mention whose phrase holds token `at`.
    pub fn mention_at(&self, at: usize) -> Option<usize> {
        self.mention_at.get(at).copied().flatten()
    }

    /// The mention whose phrase begins at token `at`.
    pub fn mention_from(&self, at: usize) -> Option<usize> {
        self.mention_at(at).filter(|&n| self.mentions[n].phrase.start == at)
    }

    /// Whether token `at` is a form of to be or, in a passive, of to get.
    pub fn is_be(&self, at: usize) -> bool {
        const BE: WordList =
            WordList::of("be is are was were am been being wasn't weren't isn't aren't got gets get getting");
        self.is_in(at, &BE)
    }

    /// Whether token `at` is a form of to have.
    pub fn is_have(&self, at: usize) -> bool {
        self.is_one_of(at, &["has", "have", "had", "having", "hasn't", "haven't", "hadn't"])
    }

    /// Whether token `at` says how, when or how sure, and can stand within a group of verbs.
    pub fn is_adverbial(&self, at: usize) -> bool {
        let is_listed = matches!(self.class(at), Some(WordClass::Adverb | WordClass::Manner | WordClass::Hedge));
        let word = self.word(at);
        is_listed
            || (word.len() > 4 && word.ends_with("ly") && !matches!(word, "family" | "early" | "assembly" | "elderly"))
            || matches!(word, "both" | "all" | "more" | "others" | "themselves" | "n't")
    }

    /// Whether token `at` denies.
    pub fn is_negation(&self, at: usize) -> bool {
        self.is(at, WordClass::Negation)
            || self.word(at).ends_with("n't")
            || self.is_one_of(at, &["no", "without", "nobody", "none"])
    }

    /// Whether token `at` is the verb of a clause: an auxiliary, or a listed verb in the past or third person that no
    /// noun is spelled like.
    pub fn is_finite(&self, at: usize) -> bool {
        if matches!(self.class(at), Some(WordClass::Auxiliary | WordClass::Modal | WordClass::Contraction)) {
            return !self.is_one_of(at, &["been", "being", "having", "doing", "done", "get"]);
        }
        match self.verb_form(at) {
            // A third person in -s is as often the plural of a noun ("strikes", "reports"), but these are none.
            Some(VerbForm::Third) => self.is_one_of(at, &["says", "tells", "kills", "flees", "adds", "believes"]),
            Some(VerbForm::Past) => true,
            _ => false,
        }
    }

    /// The bracket that opens what the bracket at token `at` closes, in its sentence.
    pub fn opening_bracket(&self, at: usize) -> Option<usize> {
        // What stands in brackets is short: "(about 1,600 people)", "(Red Crescent)".
        const LONGEST: usize = 12;
        let opener = match self.word(at) {
            ")" => "(",
            "]" => "[",
            _ => return None,
        };
        let first = self.sentence(at).start.max(at.saturating_sub(LONGEST));
        (first..at).rev().find(|&before| self.word(before) == opener)
    }

    /// The token behind the brackets that open at token `at`; `at` itself where none do.
    pub fn behind_brackets(&self, at: usize) -> usize {
        const LONGEST: usize = 12;
        if !self.is_one_of(at, &["(", "["]) {
            return at;
        }
        let end = self.sentence(at).end.min(at + LONGEST);
        (at + 1..end).find(|&behind| self.opening_bracket(behind) == Some(at)).map_or(at, |behind| behind + 1)
    }

    /// Whether token `at` is a verb that reports a clause: "said", "told".
    pub fn is_reporting(&self, at: usize) -> bool {
        let verb = self.entries.get(at).copied().flatten().and_then(|entry| entry.verb.as_ref());
        verb.is_some_and(|verb| verb.class.is_reporting() && verb.takes.clause)
    }

    /// Whether token `at` ends what a clause can reach over: a full stop, a semicolon, a colon.
    pub fn is_barrier(&self, at: usize) -> bool {
        self.is_one_of(at, &[".", ";", ":", "!", "?", "…", "--", "—", "|"])
    }

    /// The bytes of the tokens of `range`.
    pub fn span(&self, range: &Range<usize>) -> Option<Span> {
        self.words.span(range)
    }
}

/// The word as lists have it, in place where it is written so.
fn folded_word(word: &str) -> Cow<'_, str> {
    let is_plain = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_plain { Cow::Borrowed(word) } else { Cow::Owned(folded(word)) }
}

/// The first of two words that lost the space between them at the end of a line: "fledKarsa". Only where it says what
/// happened to people, as names are written so as well.
fn unglued<'w>(word: &'w str, events: &EventWords) -> &'w str {
    // A shorter beginning is that of many names: "LeBron", "McKay".
    const SHORTEST: usize = 4;
    if !word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase()) {
        return word;
    }
    let mut letters = word.char_indices().zip(word.chars().skip(1));
    let joint = letters.find(|((_, letter), next)| letter.is_lowercase() && next.is_uppercase());
    let first = joint.map(|((at, letter), _)| &word[..at + letter.len_utf8()]);
    first.filter(|first| first.len() >= SHORTEST && !events.of(&folded(first)).is_empty()).unwrap_or(word)
}
