use std::ops::Range;

use crate::random::Random;

/// Longest input: a longer one costs more time than it finds.
const LONGEST: usize = 96 << 10;

/// Numbers at which things end.
const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "1",
    "-1",
    "7",
    "255",
    "256",
    "65535",
    "65536",
    "2147483647",
    "-2147483648",
    "4294967295",
    "4294967296",
    "9007199254740993",
    "9223372036854775807",
    "-9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "1e308",
    "1e999",
    "-1e-999",
    "0.1",
    "1,000",
    "NaN",
    "inf",
    "0x7f",
    "00012",
    "999999999999999999999999999999",
];

/// Makes new inputs of old ones.
pub struct Mutator<'m> {
    /// What decides.
    pub random: &'m mut Random,
    /// The old inputs.
    pub corpus: &'m [Vec<u8>],
    /// Words that mean something to the target.
    pub words: &'m [&'m str],
}

impl Mutator<'_> {
    /// An input of the corpus, changed at one to about eight places.
    pub fn mutated(&mut self) -> Vec<u8> {
        let mut input = self.random.one(self.corpus).cloned().unwrap_or_default();
        loop {
            self.change(&mut input);
            input.truncate(LONGEST);
            if self.random.one_in(3) {
                return input;
            }
        }
    }

    fn change(&mut self, input: &mut Vec<u8>) {
        match self.random.below(16) {
            0 => {
                let at = self.random.below(input.len());
                if let Some(byte) = input.get_mut(at) {
                    *byte ^= 1 << self.random.below(8);
                }
            }
            1 => {
                let at = self.random.below(input.len());
                if let Some(byte) = input.get_mut(at) {
                    *byte = self.random.next() as u8;
                }
            }
            2 | 3 => self.insert_word(input),
            4 => {
                let part = self.stretch(input.len());
                input.drain(part);
            }
            5 => self.repeat(input),
            6 | 7 => self.splice(input),
            8 => input.truncate(self.random.below(input.len() + 1)),
            9 => self.number(input),
            10..=13 => self.group(input),
            _ => self.line(input),
        }
    }

    /// A stretch of at most a few dozen bytes, now and then of any length.
    fn stretch(&mut self, length: usize) -> Range<usize> {
        let start = self.random.below(length);
        let longest = if self.random.one_in(8) { length } else { 32 };
        let end = start + self.random.below(longest.min(length - start) + 1);
        start..end
    }

    fn insert_word(&mut self, input: &mut Vec<u8>) {
        let Some(word) = self.random.one(self.words) else { return };
        let at = self.random.below(input.len() + 1);
        input.splice(at..at, word.bytes());
    }

    /// The same stretch again, a few times or very often.
    fn repeat(&mut self, input: &mut Vec<u8>) {
        let part = self.stretch(input.len());
        let times = if self.random.one_in(20) { 2000 } else { 4 };
        let times = (1 + self.random.below(times)).min(LONGEST / (part.len() + 1));
        let again = input[part.clone()].repeat(times);
        input.splice(part.end..part.end, again);
    }

    /// A stretch of another input, inserted or in the place of one.
    fn splice(&mut self, input: &mut Vec<u8>) {
        let Some(other) = self.random.one(self.corpus) else { return };
        let from = self.stretch(other.len());
        let to = self.stretch(input.len());
        let to = if self.random.one_in(2) { to.start..to.start } else { to };
        input.splice(to, other[from].iter().copied());
    }

    /// A number at an edge in the place of one that is there.
    fn number(&mut self, input: &mut Vec<u8>) {
        let from = self.random.below(input.len());
        let Some(start) = input[from..].iter().position(u8::is_ascii_digit).map(|at| from + at) else { return };
        let end = input[start..].iter().position(|byte| !byte.is_ascii_digit()).map_or(input.len(), |at| start + at);
        if let Some(number) = self.random.one(NUMBERS) {
            input.splice(start..end, number.bytes());
        }
    }

    /// A group in brackets or quotes left out, doubled, or in the place of another.
    fn group(&mut self, input: &mut Vec<u8>) {
        let Some(group) = self.a_group(input) else { return };
        match self.random.below(5) {
            0 => {
                let end = group.end + usize::from(input.get(group.end) == Some(&b','));
                input.drain(group.start..end);
            }
            1 => {
                let mut again = input[group.clone()].to_vec();
                again.insert(0, b',');
                input.splice(group.end..group.end, again);
            }
            2 => {
                let Some(word) = self.random.one(self.words) else { return };
                input.splice(group, word.bytes());
            }
            3 => {
                let Some(other) = self.random.one(self.corpus) else { return };
                if let Some(from) = self.a_group(other) {
                    input.splice(group, other[from].iter().copied());
                }
            }
            _ => {
                if let Some(from) = self.a_group(input) {
                    let moved = input[from].to_vec();
                    input.splice(group, moved);
                }
            }
        }
    }

    /// A group in brackets or quotes, with them.
    fn a_group(&mut self, input: &[u8]) -> Option<Range<usize>> {
        let from = self.random.below(input.len());
        let start = from + input.get(from..)?.iter().position(|byte| b"([{\"<".contains(byte))?;
        let open = input[start];
        let close = match open {
            b'(' => b')',
            b'[' => b']',
            b'{' => b'}',
            b'<' => b'>',
            _ => b'"',
        };
        let mut depth = 0usize;
        for (at, byte) in input.iter().enumerate().skip(start) {
            if *byte == close && at > start {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(start..at + 1);
                }
            } else if *byte == open {
                depth += 1;
            }
        }
        None
    }

    /// A line left out, doubled or moved: what guards each line by itself lets these through.
    fn line(&mut self, input: &mut Vec<u8>) {
        let (from, to) = (self.a_line(input), self.a_line(input));
        let line = input[from.clone()].to_vec();
        match self.random.below(3) {
            0 => _ = input.drain(from),
            1 => _ = input.splice(to.start..to.start, line),
            _ => _ = input.splice(to, line),
        }
    }

    fn a_line(&mut self, input: &[u8]) -> Range<usize> {
        let at = self.random.below(input.len());
        let start = input[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let end = input[at..].iter().position(|byte| *byte == b'\n').map_or(input.len(), |n| at + n + 1);
        start..end
    }
}
