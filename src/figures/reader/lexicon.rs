//! The words and phrases of both languages, made ready once.

use std::sync::LazyLock;

use super::key::Key;
use super::token::Token;
use super::word::{Form, Meaning, Word};
use super::{arabic, english, english_nouns};

/// The number of a word that no list holds.
pub(super) const UNKNOWN: u16 = 0;

/// Slots of the table: a power of two, some times the words.
const N_SLOTS: usize = 1 << 13;

/// Words that grammar asks for one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Particle {
    A,
    P,
    M,
    O,
    Clock,
    In,
    Out,
    Under,
    Below,
    Over,
    ArabicUnder,
    Were,
    Are,
    Have,
    Was,
    Is,
    Died,
    Nos,
    How,
    As,
    So,
    Too,
    This,
    That,
    Each,
    Every,
    Which,
    Any,
    Couple,
    Minus,
    Another,
}

/// How the members of [`Particle`] are written, in their order.
const PARTICLES: [&str; 31] = [
    "a", "p", "m", "o", "clock", "in", "out", "under", "below", "over", "دون", "were", "are", "have", "was", "is",
    "died", "nos", "how", "as", "so", "too", "this", "that", "each", "every", "which", "any", "couple", "minus",
    "another",
];

/// All words, by their folded letters, and all phrases.
pub(super) struct Lexicon {
    slots: Vec<Option<Entry>>,
    /// By the number of the first word; of [`Meaning::Before`] and its like the last.
    phrases: Vec<Vec<Phrase>>,
    n_words: u16,
    particles: [u16; PARTICLES.len()],
}

#[derive(Clone, Copy)]
struct Entry {
    key: Key,
    id: u16,
    word: Word,
}

/// Words one after another that mean one thing.
struct Phrase {
    ids: Vec<u16>,
    meaning: Meaning,
}

/// The one lexicon.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

/// A word as the lexicon knows it.
#[derive(Clone, Copy)]
pub(super) struct Known {
    pub id: u16,
    pub word: Word,
    /// Arabic: و or ف stands before it.
    pub and: bool,
    /// Arabic: the article stands before it.
    pub the: bool,
}

const NOT_KNOWN: Known = Known { id: UNKNOWN, word: Word::Unknown, and: false, the: false };

impl Lexicon {
    fn new() -> Lexicon {
        let mut lexicon = Lexicon {
            slots: vec![None; N_SLOTS],
            phrases: vec![Vec::new()],
            n_words: 1,
            particles: [0; PARTICLES.len()],
        };
        for (word, list) in english::WORDS.iter().chain(english_nouns::WORDS).chain(arabic::WORDS) {
            for written in list.split_whitespace() {
                lexicon.add(written, *word);
            }
        }
        for (unit, list) in arabic::NOUNS_WITH_TANWIN {
            for written in list.split_whitespace() {
                lexicon.add(written, Word::Noun(*unit, Form::Singular));
                lexicon.add(&format!("{written}ا"), Word::Noun(*unit, Form::Singular));
            }
        }
        for (meaning, list) in english::PHRASES.iter().chain(arabic::PHRASES) {
            for phrase in list.split('|') {
                lexicon.add_phrase(phrase, *meaning);
            }
        }
        lexicon.particles = PARTICLES.map(|written| lexicon.add(written, Word::Function));
        for phrases in &mut lexicon.phrases {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.ids.len()));
        }
        lexicon
    }

    /// Adds a word, unless it is there: the first list that holds a word decides.
    fn add(&mut self, written: &str, word: Word) -> u16 {
        let Some(key) = Key::of(written) else { return UNKNOWN };
        let slot = self.slot(key);
        if let Some(entry) = self.slots[slot] {
            return entry.id;
        }
        let id = self.n_words;
        self.slots[slot] = Some(Entry { key, id, word });
        self.phrases.push(Vec::new());
        self.n_words += 1;
        id
    }

    fn add_phrase(&mut self, phrase: &str, meaning: Meaning) {
        let ids: Vec<u16> = phrase.split_whitespace().map(|written| self.add(written, Word::Function)).collect();
        let found_by = match meaning {
            Meaning::Before(_) | Meaning::Between | Meaning::From => ids.last(),
            _ => ids.first(),
        };
        if let Some(id) = found_by.copied() {
            self.phrases[usize::from(id)].push(Phrase { ids, meaning });
        }
    }

    /// Where `key` stands, or would.
    #[inline]
    fn slot(&self, key: Key) -> usize {
        let mut slot = key.hash() % N_SLOTS;
        while self.slots[slot].is_some_and(|entry| entry.key != key) {
            slot = (slot + 1) % N_SLOTS;
        }
        slot
    }

    #[inline]
    fn entry(&self, key: Key) -> Option<Entry> {
        self.slots[self.slot(key)]
    }

    /// A word in Latin letters.
    #[inline]
    pub(super) fn known(&self, key: Key) -> Known {
        self.entry(key).map_or(NOT_KNOWN, |Entry { id, word, .. }| Known { id, word, ..NOT_KNOWN })
    }

    /// An Arabic word, with what may be written together with it: و or ف, then
    /// ب, ل or ك, then the article.
    pub(super) fn known_arabic(&self, key: Key) -> Known {
        let without_any = |key: Key, letters: [char; 3]| letters.into_iter().find_map(|letter| key.without(letter));
        let bare = [Some((key, false)), without_any(key, ['و', 'ف', 'ف']).map(|key| (key, true))];
        for (key, and) in bare.into_iter().flatten() {
            let prefixed = [Some(key), without_any(key, ['ب', 'ل', 'ك'])];
            for key in prefixed.into_iter().flatten() {
                // The alef of the article is not written after ل.
                let articled = key.without('ا').and_then(|key| key.without('ل')).or_else(|| key.without('ل'));
                for (key, the) in [Some((key, false)), articled.map(|key| (key, true))].into_iter().flatten() {
                    if let Some(Entry { id, word, .. }) = self.entry(key) {
                        return Known { id, word, and, the };
                    }
                }
            }
        }
        NOT_KNOWN
    }

    /// The longest phrase that begins with `tokens[first]`, and the token after it.
    pub(super) fn phrase_from(&self, tokens: &[Token], first: usize) -> Option<(Meaning, usize)> {
        self.phrases(tokens, first).find_map(|phrase| {
            let end = first + phrase.ids.len();
            let is_after = !matches!(phrase.meaning, Meaning::Before(_) | Meaning::Between | Meaning::From);
            (is_after && stands(phrase, tokens.get(first..end)?)).then_some((phrase.meaning, end))
        })
    }

    /// The longest phrase that ends before `tokens[end]`, none of it before
    /// `floor`, and its first token.
    pub(super) fn phrase_before(&self, tokens: &[Token], end: usize, floor: usize) -> Option<(Meaning, usize)> {
        self.phrases(tokens, end.checked_sub(1)?).find_map(|phrase| {
            let first = end.checked_sub(phrase.ids.len()).filter(|first| *first >= floor)?;
            let is_before = matches!(phrase.meaning, Meaning::Before(_) | Meaning::Between | Meaning::From);
            (is_before && stands(phrase, &tokens[first..end])).then_some((phrase.meaning, first))
        })
    }

    fn phrases(&self, tokens: &[Token], at: usize) -> impl Iterator<Item = &Phrase> {
        let id = tokens.get(at).map_or(UNKNOWN, |token| token.id);
        self.phrases[usize::from(id)].iter()
    }

    /// Whether the word of this number is `particle`.
    pub(super) fn is(&self, id: u16, particle: Particle) -> bool {
        self.particles[particle as usize] == id
    }

    /// Whether a phrase begins with the word of this number.
    #[inline]
    pub(super) fn begins_phrase(&self, id: u16) -> bool {
        self.phrases[usize::from(id)].iter().any(|phrase| {
            matches!(phrase.meaning, Meaning::Zero(_) | Meaning::NotReported | Meaning::Many | Meaning::Rest)
        })
    }
}

/// Whether the tokens are the words of the phrase, with spaces between them.
fn stands(phrase: &Phrase, tokens: &[Token]) -> bool {
    let ids = tokens.iter().map(|token| token.id);
    ids.eq(phrase.ids.iter().copied()) && tokens[1..].iter().all(|token| token.spaced)
}
