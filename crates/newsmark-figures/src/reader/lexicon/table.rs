//! The words and phrases of the languages that are read together, made ready once.

use std::collections::HashMap;

use crate::reader::token::{Token, token};
use crate::reader::word::{Flag, Form, Meaning, Noun, Word};

use super::heading::Heading;
use super::inflection::forms;
use super::key::Key;
use super::list::ListLine;
use super::list_language::ListLanguage;
use super::particle::{PARTICLES, Particle};
use super::phrase::{Element, PhraseTree, pieces};

/// The number of a word that no list holds.
pub(crate) const UNKNOWN: u16 = 0;

/// All words, by their folded letters, and all phrases.
pub(crate) struct Lexicon {
    /// Where words are looked up by their letters; small, as every word of a text is. Their count is a power of two.
    slots: Box<[Slot]>,
    /// By the number of the word.
    entries: Vec<Entry>,
    /// What begins with a word, by its number.
    from: Vec<PhraseTree>,
    /// What stands before a number, by the number of its last word.
    before: Vec<PhraseTree>,
    /// The same, of phrases that begin, or end, with a sign.
    from_mark: Vec<(Element, PhraseTree)>,
    before_mark: Vec<(Element, PhraseTree)>,
    particles: [u16; PARTICLES.len()],
    languages: Vec<ListLanguage>,
}

/// The number of a word, and some bits of its letters' hash, so that most words of no list are told from it without
/// looking at the word itself.
#[derive(Clone, Copy, Default)]
struct Slot {
    id: u16,
    check: u16,
}

impl Slot {
    /// The slot among `n_slots`, a power of two, that a word is looked for in first, and the bits that it is known by.
    #[inline]
    fn of(key: Key, n_slots: usize) -> (usize, u16) {
        let hash = key.hash();
        // The upper bits are the well mixed ones; the place and the check take different ones of them.
        ((hash >> 40) as usize & (n_slots - 1), (hash >> 20) as u16)
    }
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

/// A word as the lexicon knows it.
#[derive(Clone, Copy)]
pub(crate) struct Known {
    pub id: u16,
    pub word: Word,
    /// The [`Flag`](crate::reader::word::Flag)s of the word.
    pub flags: u8,
    /// Arabic: و or ف stands before it.
    pub and: bool,
    /// Arabic: the article stands before it.
    pub the: bool,
    pub begins_phrase: bool,
}

impl Known {
    /// What stands in no list.
    pub(crate) const fn of(word: Word) -> Known {
        Known { id: UNKNOWN, word, flags: 0, and: false, the: false, begins_phrase: word.begins_phrase() }
    }
}

/// A lexicon while its lists are read.
struct Builder {
    ids: HashMap<Key, u16>,
    lexicon: Lexicon,
}

impl Lexicon {
    /// The lexicon of the lines that are of one of `languages`; of two lines that hold one word the first decides.
    pub(super) fn new(lines: &[ListLine<'_>], languages: &[ListLanguage]) -> Lexicon {
        let lexicon = Lexicon {
            slots: Box::new([]),
            entries: vec![Entry::new(Key::default(), UNKNOWN, Word::Unknown)],
            from: vec![PhraseTree::default()],
            before: vec![PhraseTree::default()],
            from_mark: Vec::new(),
            before_mark: Vec::new(),
            particles: [u16::MAX; PARTICLES.len()],
            languages: languages.to_vec(),
        };
        let mut builder = Builder { ids: HashMap::new(), lexicon };
        let of_language = || lines.iter().filter(|line| languages.contains(&line.language));
        of_language().for_each(|line| builder.add_words(line));
        // After all words, as the words of a phrase keep what they mean by themselves.
        of_language().for_each(|line| builder.add_phrases(line));
        if languages.contains(&ListLanguage::English) {
            builder.lexicon.particles = PARTICLES.map(|written| builder.add(written, Word::Function));
        }
        builder.finish()
    }

    /// A word as a token that stands nowhere yet, the unknown one where no list holds it.
    #[inline]
    pub(crate) fn token(&self, key: Key) -> &Token {
        let (mut place, check) = Slot::of(key, self.slots.len());
        loop {
            let slot = self.slots[place];
            if slot.id == UNKNOWN {
                return &self.entries[usize::from(UNKNOWN)].token;
            }
            let entry = &self.entries[usize::from(slot.id)];
            if slot.check == check && key.is(&entry.key) {
                return &entry.token;
            }
            // Linear probing ends, as there are more slots than words.
            place = (place + 1) & (self.slots.len() - 1);
        }
    }

    /// Whether the lexicon holds words of `language`.
    pub(crate) fn has(&self, language: ListLanguage) -> bool {
        self.languages.contains(&language)
    }

    /// A word in Arabic letters, in Arabic with what may be written together with it: و or ف, then ب, ل or ك, then the
    /// article.
    pub(crate) fn known_arabic(&self, key: Key) -> Known {
        let known = |key: Key, and: bool, the: bool| {
            let Token { id, word, flags, begins_phrase, .. } = *self.token(key);
            // "شخصان" is two without a number.
            let begins_phrase =
                begins_phrase || matches!(word, Word::Noun(Noun { form: Form::Singular | Form::Dual, .. }));
            (id != UNKNOWN).then_some(Known { id, word, flags, and, the, begins_phrase })
        };
        if !self.has(ListLanguage::Arabic) {
            // Persian writes nothing together with a word, and no noun of it is two.
            let Token { id, word, flags, begins_phrase, .. } = *self.token(key);
            return Known { id, word, flags, and: false, the: false, begins_phrase };
        }
        let without_any = |key: Key, letters: [char; 3]| letters.into_iter().find_map(|letter| key.without(letter));
        let bare = [Some((key, false)), without_any(key, ['و', 'ف', 'ف']).map(|key| (key, true))];
        for (key, and) in bare.into_iter().flatten() {
            let prefixed = [Some((key, false)), without_any(key, ['ب', 'ل', 'ك']).map(|key| (key, true))];
            for (key, is_prefixed) in prefixed.into_iter().flatten() {
                // The alef of the article is not written after ل.
                let elided = || key.without('ل').filter(|_| is_prefixed);
                let articled = key.without('ا').and_then(|key| key.without('ل')).or_else(elided);
                let found = known(key, and, false).or_else(|| known(articled?, and, true));
                if let Some(found) = found {
                    return found;
                }
            }
        }
        Known::of(Word::Unknown)
    }

    /// The longest phrase that begins with `tokens[first]`, and the token after it.
    pub(crate) fn phrase_from(&self, tokens: &[Token], first: usize) -> Option<(Meaning, usize)> {
        let token = tokens.get(first)?;
        if !token.has(Flag::BeginsListPhrase) && !matches!(token.word, Word::Mark(_)) {
            return None;
        }
        let tree = tree(&self.from, &self.from_mark, token)?;
        let further = tokens[first + 1..].iter().map(|token| (Element::of(token), token.spaced));
        tree.longest(further).map(|(meaning, n_further)| (meaning, first + 1 + n_further))
    }

    /// The longest phrase that ends before `tokens[end]`, none of it before
    /// `floor`, and its first token.
    pub(crate) fn phrase_before(&self, tokens: &[Token], end: usize, floor: usize) -> Option<(Meaning, usize)> {
        let last = end.checked_sub(1).filter(|last| *last >= floor)?;
        let tree = tree(&self.before, &self.before_mark, tokens.get(last)?)?;
        let pairs = tokens[floor..=last].windows(2).rev();
        let further = pairs.map(|pair| (Element::of(&pair[0]), pair[1].spaced));
        tree.longest(further).map(|(meaning, n_further)| (meaning, last - n_further))
    }

    /// Whether the word of this number is `particle`.
    pub(crate) fn is(&self, id: u16, particle: Particle) -> bool {
        self.particles[particle as usize] == id
    }
}

impl Builder {
    fn add_words(&mut self, line: &ListLine<'_>) {
        for entry in &line.entries {
            match line.heading {
                Heading::Words(word) => drop(self.add(entry, word)),
                Heading::Flags(flag) => {
                    let id = self.add(entry, Word::Unknown);
                    self.lexicon.entries[usize::from(id)].token.flags |= flag as u8;
                }
                Heading::Nouns(noun) => {
                    for (form, noun) in nouns(entry, noun, line.language) {
                        if is_one_word(&form) {
                            self.add(&form, Word::Noun(noun));
                        }
                    }
                }
                Heading::Phrases(_) => {}
            }
        }
    }

    fn add_phrases(&mut self, line: &ListLine<'_>) {
        for entry in &line.entries {
            match line.heading {
                Heading::Words(_) | Heading::Flags(_) => {}
                Heading::Nouns(noun) => {
                    for (form, noun) in nouns(entry, noun, line.language) {
                        if !is_one_word(&form) {
                            self.add_phrase(&form, Meaning::Noun(noun));
                        }
                    }
                }
                Heading::Phrases(meaning) => self.add_phrase(entry, meaning),
            }
        }
    }

    /// Adds a word, unless it is there, and gives its number. One that is there without a meaning gets this one.
    fn add(&mut self, written: &str, word: Word) -> u16 {
        let Some(key) = Key::of(written) else { return UNKNOWN };
        if let Some(id) = self.ids.get(&key) {
            let entry = &mut self.lexicon.entries[usize::from(*id)];
            if entry.token.word == Word::Unknown {
                entry.token.word = word;
                entry.token.begins_phrase |= word.begins_phrase();
            }
            return *id;
        }
        let Ok(id) = u16::try_from(self.lexicon.entries.len()) else { return UNKNOWN };
        self.ids.insert(key, id);
        self.lexicon.entries.push(Entry::new(key, id, word));
        self.lexicon.from.push(PhraseTree::default());
        self.lexicon.before.push(PhraseTree::default());
        id
    }

    fn add_phrase(&mut self, phrase: &str, meaning: Meaning) {
        let elements: Vec<(Element, bool)> = pieces(phrase)
            .map(|piece| match piece.word {
                Some(word) => (Element::Word(self.add(word, Word::Unknown)), piece.spaced),
                None => (Element::mark(piece.mark), piece.spaced),
            })
            .collect();
        let lexicon = &mut self.lexicon;
        if meaning.is_before() {
            let Some((last, _)) = elements.last() else { return };
            let further = elements.windows(2).rev().map(|pair| (pair[0].0, pair[1].1));
            tree_mut(&mut lexicon.before, &mut lexicon.before_mark, *last).add(further, meaning);
        } else {
            let Some(((first, _), further)) = elements.split_first() else { return };
            if let Element::Word(first) = first {
                let token = &mut lexicon.entries[usize::from(*first)].token;
                token.begins_phrase |= meaning.is_alone();
                token.flags |= Flag::BeginsListPhrase as u8;
                token.flags |= if meaning.is_alone() { Flag::BeginsFixedPhrase as u8 } else { 0 };
            }
            tree_mut(&mut lexicon.from, &mut lexicon.from_mark, *first).add(further.iter().copied(), meaning);
        }
    }

    fn finish(self) -> Lexicon {
        let mut lexicon = self.lexicon;
        // Half of the slots stay free, so that few words meet another's.
        let n_slots = (2 * lexicon.entries.len()).next_power_of_two();
        lexicon.slots = vec![Slot::default(); n_slots].into_boxed_slice();
        for (id, entry) in lexicon.entries.iter().enumerate().skip(1) {
            let (mut place, check) = Slot::of(entry.key, n_slots);
            while lexicon.slots[place].id != UNKNOWN {
                place = (place + 1) & (n_slots - 1);
            }
            lexicon.slots[place] = Slot { id: u16::try_from(id).unwrap_or(UNKNOWN), check };
        }
        lexicon
    }
}

/// The phrases of the word or sign that `token` is.
#[inline]
fn tree<'a>(
    of_words: &'a [PhraseTree],
    of_marks: &'a [(Element, PhraseTree)],
    token: &Token,
) -> Option<&'a PhraseTree> {
    match Element::of(token) {
        Element::Word(UNKNOWN) => None,
        Element::Word(id) => of_words.get(usize::from(id)),
        mark => of_marks.iter().find(|(of, _)| *of == mark).map(|(_, tree)| tree),
    }
}

fn tree_mut<'a>(
    of_words: &'a mut [PhraseTree],
    of_marks: &'a mut Vec<(Element, PhraseTree)>,
    of: Element,
) -> &'a mut PhraseTree {
    if let Element::Word(id) = of {
        return &mut of_words[usize::from(id)];
    }
    let place = of_marks.iter().position(|(known, _)| *known == of).unwrap_or_else(|| {
        of_marks.push((of, PhraseTree::default()));
        of_marks.len() - 1
    });
    &mut of_marks[place].1
}

/// The forms of a noun's entry, each with what it says.
fn nouns(entry: &str, noun: Noun, language: ListLanguage) -> Vec<(String, Noun)> {
    if noun.form != Form::Singular {
        return vec![(entry.to_owned(), noun)];
    }
    let (singular, plurals) = forms(entry, language);
    // Arabic writes a singular noun after eleven and more with an alef at its end.
    let takes_alef = language == ListLanguage::Arabic && !singular.ends_with(['ة', 'ا', 'ى', 'ء']);
    let after_eleven = takes_alef.then(|| format!("{singular}ا"));
    // A plural that is written as the singular is the plural.
    let plurals = plurals.into_iter().map(|form| (form, Noun { form: Form::Plural, ..noun }));
    let singulars = [Some(singular.to_owned()), after_eleven].into_iter().flatten().map(|form| (form, noun));
    plurals.chain(singulars).collect()
}

fn is_one_word(form: &str) -> bool {
    pieces(form).count() == 1
}
