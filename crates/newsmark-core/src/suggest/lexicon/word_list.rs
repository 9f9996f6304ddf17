//! Short lists of words that rules ask for.

/// Words as texts are tagged, with one space between them.
///
/// Rules ask for nearly every word of an article in dozens of lists, and hardly any is in one: first letter, last letter
/// and length tell that, and the words are read for the few that are left.
#[derive(Clone, Copy, Debug)]
pub(in crate::suggest) struct WordList {
    words: &'static str,
    /// For the last five bits of a first byte, which tell Latin letters apart, one bit for each length of such a word.
    by_first: [u32; 32],
    /// The same by the last byte.
    by_last: [u32; 32],
}

impl WordList {
    /// The list of `words`, which have one space between them.
    pub const fn of(words: &'static str) -> WordList {
        let bytes = words.as_bytes();
        let (mut by_first, mut by_last) = ([0; 32], [0; 32]);
        let (mut start, mut end) = (0, 0);
        while end <= bytes.len() {
            if end == bytes.len() || bytes[end] == b' ' {
                if start < end {
                    by_first[place(bytes[start])] |= length_bit(end - start);
                    by_last[place(bytes[end - 1])] |= length_bit(end - start);
                }
                start = end + 1;
            }
            end += 1;
        }
        WordList { words, by_first, by_last }
    }

    /// Whether `word` is one of the list.
    #[inline]
    pub fn holds(&self, word: &str) -> bool {
        let ([first, ..], [.., last]) = (word.as_bytes(), word.as_bytes()) else { return false };
        self.by_first[place(*first)] & self.by_last[place(*last)] & length_bit(word.len()) != 0 && self.reads(word)
    }

    /// Whether `word`, which is not empty, is read in the list.
    fn reads(&self, word: &str) -> bool {
        let word = word.as_bytes();
        let mut rest = self.words.as_bytes();
        loop {
            let is_same = rest.first() == word.first() && rest.starts_with(word);
            if is_same && rest.get(word.len()).is_none_or(|next| *next == b' ') {
                return true;
            }
            match rest.iter().position(|byte| *byte == b' ') {
                Some(end) => rest = &rest[end + 1..],
                None => return false,
            }
        }
    }

    /// The words in their order.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.words.split(' ')
    }
}

const fn place(first: u8) -> usize {
    (first & 31) as usize
}

/// The bit of a length in bytes: the last is that of all longer words.
const fn length_bit(length: usize) -> u32 {
    1 << if length < 31 { length } else { 31 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_holds_its_words_and_no_others() {
        const LIST: WordList = WordList::of("be is wasn't e-mail % € كان a-word-of-more-than-thirty-two-bytes");
        for word in LIST.words() {
            assert!(LIST.holds(word), "{word}");
        }
        for other in ["", " ", "b", "bee", "si", "is wasn't", "Be", "$", "كانت", "a-word-of-less-than-thirty-two-bytes"]
        {
            assert!(!LIST.holds(other), "{other}");
        }
        assert!(!WordList::of("").holds(""));
    }
}
