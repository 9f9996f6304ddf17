//! The words and phrases of both languages, made ready once.

use std::sync::LazyLock;

use super::key::Key;
use super::token::{Token, token};
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
    /// The number of the word whose letters lead here; small, as every word of a text is looked up.
    slots: Box<[u16; N_SLOTS]>,
    /// By the number of the word.
    entries: Vec<Entry>,
    /// What begins with a word, by its number; the longest first.
    from: Vec<Vec<Phrase>>,
    /// What stands before a number, by the number of its last word; the longest first.
    before: Vec<Vec<Phrase>>,
    particles: [u16; PARTICLES.len()],
}

/// A word of the lists.
#[derive(Clone, Copy)]
struct Entry {
    key: Key,
    token: Token,
}

impl Entry {
    fn new(key: Key, id: u16, word: Word) -> Entry {
        Entry { key, token: token(0..0, Known { id, ..Known::of(word) }, false) }
    }
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
    pub begins_phrase: bool,
}

impl Known {
    /// What stands in no list.
    pub(super) const fn of(word: Word) -> Known {
        Known { id: UNKNOWN, word, and: false, the: false, begins_phrase: word.begins_phrase() }
    }
}

impl Lexicon {
    fn new() -> Lexicon {
        let mut lexicon = Lexicon {
            slots: Box::new([UNKNOWN; N_SLOTS]),
            entries: vec![Entry::new(Key::default(), UNKNOWN, Word::Unknown)],
            from: vec![Vec::new()],
            before: vec![Vec::new()],
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
        // After all lists, so that a particle that is a word of one keeps its meaning there.
        lexicon.particles = PARTICLES.map(|written| lexicon.add(written, Word::Function));
        for phrases in lexicon.from.iter_mut().chain(&mut lexicon.before) {
            // The longest first: "no more than" must not be read as "more than".
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.ids.len()));
        }
        lexicon
    }

    /// Adds a word, unless it is there: the first list that holds a word decides.
    fn add(&mut self, written: &str, word: Word) -> u16 {
        let Some(key) = Key::of(written) else { return UNKNOWN };
        let (slot, Entry { token, .. }) = self.slot(key);
        if token.id != UNKNOWN {
            return token.id;
        }
        let Ok(id) = u16::try_from(self.entries.len()) else { return UNKNOWN };
        self.slots[slot] = id;
        self.entries.push(Entry::new(key, id, word));
        self.from.push(Vec::new());
        self.before.push(Vec::new());
        id
    }

    fn add_phrase(&mut self, phrase: &str, meaning: Meaning) {
        let ids: Vec<u16> = phrase.split_whitespace().map(|written| self.add(written, Word::Function)).collect();
        let (Some(first), Some(last)) = (ids.first().copied(), ids.last().copied()) else { return };
        if matches!(meaning, Meaning::Before(_) | Meaning::Between | Meaning::From) {
            self.before[usize::from(last)].push(Phrase { ids, meaning });
        } else {
            let is_alone =
                matches!(meaning, Meaning::Zero(_) | Meaning::NotReported | Meaning::Many | Meaning::Rest { .. });
            self.entries[usize::from(first)].token.begins_phrase |= is_alone;
            self.from[usize::from(first)].push(Phrase { ids, meaning });
        }
    }

    /// Where `key` stands, or would, and the entry that is there, the unknown one where none is.
    #[inline]
    fn slot(&self, key: Key) -> (usize, &Entry) {
        let mut slot = key.hash() % N_SLOTS;
        loop {
            let entry = &self.entries[usize::from(self.slots[slot])];
            if key.is(&entry.key) || entry.token.id == UNKNOWN {
                return (slot, entry);
            }
            // Linear probing ends, as there are more slots than words.
            slot = (slot + 1) % N_SLOTS;
        }
    }

    /// A word as a token that stands nowhere yet, the unknown one where no list holds it.
    #[inline]
    pub(super) fn token(&self, key: Key) -> &Token {
        &self.slot(key).1.token
    }

    /// The word that no list holds.
    pub(super) fn unknown(&self) -> &Token {
        &self.entries[usize::from(UNKNOWN)].token
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
                    let Token { id, word, begins_phrase, .. } = *self.token(key);
                    if id != UNKNOWN {
                        // "شخصان" is two without a number.
                        let begins_phrase = begins_phrase || matches!(word, Word::Noun(..));
                        return Known { id, word, and, the, begins_phrase };
                    }
                }
            }
        }
        Known::of(Word::Unknown)
    }

    /// The longest phrase that begins with `tokens[first]`, and the token after it.
    pub(super) fn phrase_from(&self, tokens: &[Token], first: usize) -> Option<(Meaning, usize)> {
        self.from[usize::from(tokens.get(first)?.id)].iter().find_map(|phrase| {
            let end = first + phrase.ids.len();
            stands(phrase, tokens.get(first..end)?).then_some((phrase.meaning, end))
        })
    }

    /// The longest phrase that ends before `tokens[end]`, none of it before
    /// `floor`, and its first token.
    pub(super) fn phrase_before(&self, tokens: &[Token], end: usize, floor: usize) -> Option<(Meaning, usize)> {
        let last = tokens.get(end.checked_sub(1)?)?;
        self.before[usize::from(last.id)].iter().find_map(|phrase| {
            let first = end.checked_sub(phrase.ids.len()).filter(|first| *first >= floor)?;
            stands(phrase, &tokens[first..end]).then_some((phrase.meaning, first))
        })
    }

    /// Whether the word of this number is `particle`.
    pub(super) fn is(&self, id: u16, particle: Particle) -> bool {
        self.particles[particle as usize] == id
    }
}

/// Whether the tokens are the words of the phrase, with spaces between them.
fn stands(phrase: &Phrase, tokens: &[Token]) -> bool {
    let are_words = tokens.iter().zip(&phrase.ids).all(|(token, id)| token.id == *id);
    are_words && tokens.iter().skip(1).all(|token| token.spaced)
}
