//! Words folded and packed, so that looking one up needs no memory of its own.

use std::sync::LazyLock;

use crate::Folds;

/// How words are told apart: case, diacritics and the forms of alef do not count.
const FOLDS: Folds = Folds { case: true, forms: true };

/// The longest folded word that is looked up, in bytes: no word of the lists is longer.
const LONGEST: usize = 24;

/// The bit that makes an ASCII letter small, in eight of them.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// A folded word of at most 24 bytes, its first byte the lowest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    bytes: [u64; 3],
    n_bytes: usize,
}

impl Key {
    /// Folds `word`; `None` where it is too long to be known.
    pub(crate) fn of(word: &str) -> Option<Key> {
        let mut key = Key::default();
        word.chars().for_each(|c| key.push(c));
        key.known()
    }

    /// The ASCII letters that `bytes` begin with; `None` where a word must be
    /// read slowly: too long to be known, so near the end of the text, or with
    /// other letters after these.
    #[inline]
    pub(crate) fn of_letters(bytes: &[u8]) -> Option<Key> {
        // Eight letters at once; the benchmark `figures` holds this to a multiple of a plain regular expression over
        // the same text.
        let window = bytes.first_chunk::<LONGEST>()?;
        let mut key = Key::default();
        for (n, eight) in window.as_chunks::<8>().0.iter().enumerate() {
            let small = u64::from_le_bytes(*eight) | SMALL;
            let end = first_other(small);
            // All bits below the first byte that is no letter: with `end` nought the subtraction wraps to all ones.
            key.bytes[n] = small & (end >> 7).wrapping_sub(1);
            if end != 0 {
                key.n_bytes = 8 * n + end.trailing_zeros() as usize / 8;
                // A byte with its highest bit set begins a letter beyond ASCII, so that the word goes on.
                return (small & end == 0).then_some(key);
            }
        }
        None
    }

    /// How many bytes the folded word has.
    pub(crate) fn n_bytes(&self) -> usize {
        self.n_bytes
    }

    /// Adds a small ASCII letter.
    #[inline]
    pub(crate) fn push_byte(&mut self, byte: u8) {
        // Longer words are counted on and refused at the end, as no list holds them.
        if self.n_bytes < LONGEST {
            self.bytes[self.n_bytes / 8] |= u64::from(byte) << (self.n_bytes % 8 * 8);
        }
        self.n_bytes += 1;
    }

    /// Adds a character, folded.
    pub(crate) fn push(&mut self, c: char) {
        if c.is_ascii() {
            return self.push_byte(c.to_ascii_lowercase() as u8);
        }
        let folded = match ARABIC.get((c as usize).wrapping_sub(ARABIC_BLOCK)) {
            Some(folded) => *folded,
            None => FOLDS.fold(c),
        };
        if let Some(c) = folded {
            c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| self.push_byte(byte));
        }
    }

    /// The key; `None` where the word is too long to be known.
    pub(crate) fn known(self) -> Option<Key> {
        (self.n_bytes <= LONGEST).then_some(self)
    }

    /// The word without `letter`, of two bytes, before it; `None` where it does not begin so.
    pub(crate) fn without(self, letter: char) -> Option<Key> {
        let mut bytes = [0; 2];
        letter.encode_utf8(&mut bytes);
        let begins = self.n_bytes > 2 && self.bytes[0] & 0xFFFF == u64::from(u16::from_le_bytes(bytes));
        let [low, middle, high] = self.bytes;
        begins.then(|| Key {
            bytes: [low >> 16 | middle << 48, middle >> 16 | high << 48, high >> 16],
            n_bytes: self.n_bytes - 2,
        })
    }

    /// Whether the two are one word: `==`, a part at a time, as most differ in the first.
    #[inline]
    pub(crate) fn is(self, other: &Key) -> bool {
        let ([low, middle, high], other) = (self.bytes, other.bytes);
        // The length is in the bytes already: a folded word has no nought in it.
        low == other[0] && middle == other[1] && high == other[2]
    }

    /// A number that words of the lists seldom share.
    #[inline]
    pub(crate) fn hash(self) -> u64 {
        let [low, middle, high] = self.bytes;
        // Fibonacci hashing: the multiplier is 2^64 over the golden ratio, and the upper bits of the product are the
        // well mixed ones.
        (low ^ middle.rotate_left(23) ^ high.rotate_left(41)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }
}

/// The highest bit of the first of eight bytes, the lowest first, that is no
/// ASCII letter, made small before; 0 where all are letters.
#[inline]
fn first_other(small: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    // The highest bit of each byte tells; without it no sum runs over into the next byte.
    let high = 0x80 * EACH;
    let low = small & !high;
    let from_a = low + EACH * u64::from(0x80 - b'a');
    let beyond_z = low + EACH * u64::from(0x7F - b'z');
    let others = (!from_a | beyond_z | small) & high;
    others & others.wrapping_neg()
}

const ARABIC_BLOCK: usize = 0x600;

/// The Arabic block (U+0600 to U+06FF) folded once, as most letters of Arabic news are of it.
static ARABIC: LazyLock<Vec<Option<char>>> = LazyLock::new(|| {
    let block = ARABIC_BLOCK as u32..ARABIC_BLOCK as u32 + 0x100;
    block.map(|c| char::from_u32(c).and_then(|c| FOLDS.fold(c))).collect()
});

/// Whether `c` counts for nothing within or between words: a vowel sign, a mark of direction.
pub(crate) fn is_dropped(c: char) -> bool {
    match ARABIC.get((c as usize).wrapping_sub(ARABIC_BLOCK)) {
        Some(folded) => folded.is_none(),
        None => !c.is_ascii() && FOLDS.fold(c).is_none(),
    }
}
