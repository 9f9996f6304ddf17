use std::hint::black_box;
use std::ops::Range;

use super::Folds;
use super::edges::stands_alone;

/// Bytes of the folded text between two checkpoints.
const STEP: usize = 64;

/// A copy of a text in which some differences are folded away, with the way back.
///
/// Every character of the copy stands for one of the text; characters between
/// them may have gone. The way back is a checkpoint each 64 bytes, an
/// eighth of the copy's size, and the characters from there.
pub struct Folded {
    folds: Folds,
    string: String,
    /// For each multiple of `STEP`, where in the text the character begins that this byte of the copy is part of.
    checkpoints: Vec<usize>,
}

impl Folded {
    /// Folds the whole of `text`.
    pub fn new(text: &str, folds: Folds) -> Folded {
        let mut folded = Folded {
            folds,
            string: String::with_capacity(text.len()),
            checkpoints: Vec::with_capacity(text.len() / STEP + 1),
        };
        let mut at = 0;
        while at < text.len() {
            // Runs of ASCII are copied as one: folding them is lower case and nothing else.
            let n_ascii = text.as_bytes()[at..].iter().position(|byte| !byte.is_ascii()).unwrap_or(text.len() - at);
            folded.push_ascii(&text[at..at + n_ascii], at);
            at += n_ascii;
            for c in text[at..].chars().take_while(|c| !c.is_ascii()) {
                folded.push(c, at);
                at += c.len_utf8();
            }
        }
        // Arabic without its vowel signs is shorter, and the copy is kept as long as the project is open.
        folded.string.shrink_to_fit();
        folded.checkpoints.shrink_to_fit();
        folded
    }

    /// The copy, which is searched.
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// Bytes of memory that it takes.
    pub fn size(&self) -> usize {
        self.string.capacity() + self.checkpoints.capacity() * size_of::<usize>()
    }

    /// The bytes of `text`, from which this was folded, that `range` of the
    /// copy stands for: from the first of its characters to the last. `range`
    /// is not empty and lies on code point boundaries of the copy.
    pub fn unfold(&self, text: &str, range: Range<usize>) -> Range<usize> {
        let start = self.begins(text, self.checkpoint(range.start), range.start);
        let last = self.string.floor_char_boundary(range.end - 1);
        // Most hits are short: going on from their start is nearer than the checkpoint.
        let nearest = if last - range.start < STEP { (start, range.start) } else { self.checkpoint(last) };
        let last = self.begins(text, nearest, last);
        start..text.ceil_char_boundary(last + 1)
    }

    /// The last checkpoint at or before byte `target` of the copy: where it is in the text, and in the copy.
    fn checkpoint(&self, target: usize) -> (usize, usize) {
        let n = target / STEP;
        (self.checkpoints.get(n).copied().unwrap_or(0), self.string.floor_char_boundary(n * STEP))
    }

    /// Reads what unfolding byte `start` of the copy will read first. A processor fetches this for many
    /// places at once, and for unfolding one after the other it would wait each time.
    pub fn fetch(&self, text: &str, start: usize) {
        let (at, copied) = self.checkpoint(start);
        // Read and thrown away, so that the waits for memory overlap: `find_folded_5mb_over_memmem` of the benchmark `find`
        // is 2.03 with it and 2.25 without.
        black_box((text.as_bytes().get(at).copied(), copied));
    }

    /// Where in the text the character begins that stands at `target` of the
    /// copy, found by going along both from a place in the text and the copy.
    fn begins(&self, text: &str, (mut at, mut copied): (usize, usize), target: usize) -> usize {
        // Over ASCII both texts run byte by byte.
        let straight = at + (target - copied);
        if text.as_bytes().get(at..=straight).is_some_and(<[u8]>::is_ascii) {
            return straight;
        }
        loop {
            // Characters that are alike were kept, as the copy holds none that folding drops.
            let alike = n_alike(&text[at..], &self.string[copied..target]);
            (at, copied) = (at + alike, copied + alike);
            let Some(c) = text[at..].chars().next() else { return at };
            if keeps(self.folds, c) {
                let Some(folded) = self.string[copied..target].chars().next() else { return at };
                copied += folded.len_utf8();
            }
            at += c.len_utf8();
        }
    }

    fn push_ascii(&mut self, run: &str, at: usize) {
        let copied = self.string.len();
        self.string.push_str(run);
        if self.folds.case {
            self.string[copied..].make_ascii_lowercase();
        }
        while self.due() < self.string.len() {
            self.checkpoints.push(at + (self.due() - copied));
        }
    }

    fn push(&mut self, c: char, at: usize) {
        let Some(folded) = self.folds.fold(c) else { return };
        self.string.push(folded);
        if self.due() < self.string.len() {
            self.checkpoints.push(at);
        }
    }

    /// The byte of the copy for which the next checkpoint stands.
    fn due(&self) -> usize {
        self.checkpoints.len() * STEP
    }
}

/// The stroke that lengthens an Arabic word.
const TATWEEL: char = '\u{640}';

/// Whether `c` counts as anything: what folding would say, at once for the letters of most texts.
fn keeps(folds: Folds, c: char) -> bool {
    !folds.forms || stands_alone(c) && c != TATWEEL || folds.fold(c).is_some()
}

/// How many bytes two texts have in common at their start, in whole characters.
fn n_alike(one: &str, other: &str) -> usize {
    let n = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    one.floor_char_boundary(n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BOTH: Folds = Folds { case: true, forms: true };

    #[test]
    fn the_way_back_leads_from_the_first_character_to_the_last() {
        let text = "َقُتِلَ أُسْـتَاذ";
        let folded = Folded::new(text, BOTH);
        let at = folded.as_str().find("استاذ").unwrap();
        assert_eq!(&text[folded.unfold(text, at..folded.as_str().len())], "أُسْـتَاذ");
        assert_eq!(&text[folded.unfold(text, 0.."قت".len())], "قُت");
    }

    #[test]
    fn what_is_kept_is_what_folds_to_something() {
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            for folds in [(true, true), (true, false), (false, true)].map(|(case, forms)| Folds { case, forms }) {
                assert_eq!(keeps(folds, c), folds.fold(c).is_some(), "{c:?}, {folds:?}");
            }
        }
    }

    #[test]
    fn the_way_back_costs_little_memory() {
        let text = "At least 12 people were killed in قُتِلَ. ".repeat(1000);
        let folded = Folded::new(&text, BOTH);
        assert!(folded.size() <= folded.as_str().len() * 9 / 8 + 16, "{} for {}", folded.size(), folded.as_str().len());
    }

    proptest! {
        #[test]
        fn every_character_of_the_copy_leads_back_to_its_own(
            text in "([a-zA-Z ]{0,40}|[éÉà\u{301}\u{327}ſKȺ]{0,9}|[قُتِلـأ ]{0,80}|\\PC{0,9}|\r\n){0,9}",
            case in any::<bool>(),
            forms in any::<bool>(),
        ) {
            let folds = Folds { case, forms };
            let folded = Folded::new(&text, folds);
            let kept = text.char_indices().filter_map(|(at, c)| Some((at..at + c.len_utf8(), folds.fold(c)?)));
            let copied: Vec<_> = folded.as_str().char_indices().collect();
            let kept: Vec<_> = kept.collect();
            prop_assert_eq!(copied.len(), kept.len());
            for ((copy, c), (original, expected)) in copied.iter().zip(&kept) {
                prop_assert_eq!(c, expected);
                prop_assert_eq!(&folded.unfold(&text, *copy..copy + c.len_utf8()), original);
                let whole = folded.unfold(&text, *copy..folded.as_str().len());
                prop_assert_eq!(whole, original.start..kept[kept.len() - 1].0.end);
            }
        }
    }
}
