//! What was replaced in a text or a list, as the journal writes it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// The replaced stretch of a text: where it begins, how long it was, what
/// stands there afterwards, and how long the whole text was before. Counted in
/// code points of that text.
#[derive(Debug, Serialize, Deserialize)]
pub struct TextSplice<'a>(usize, usize, Cow<'a, str>, usize);

/// The replaced stretch of a list: where it begins, how many items it had, and
/// the items that stand there afterwards.
#[derive(Debug, Serialize, Deserialize)]
pub struct ListSplice<T>(usize, usize, Vec<T>);

impl<'a> TextSplice<'a> {
    /// What makes `before` into `after`: all but their common beginning and end.
    pub fn between(before: &str, after: &'a str) -> TextSplice<'a> {
        let most = before.len().min(after.len());
        let start = before.floor_char_boundary(common_start(&before.as_bytes()[..most], &after.as_bytes()[..most]));
        let (old, new) = (&before.as_bytes()[start..], &after.as_bytes()[start..]);
        // What the beginning took is not counted again at the end: “aa” in place of “a” shares one letter, not two.
        let most = old.len().min(new.len());
        let mut ending = common_end(&old[old.len() - most..], &new[new.len() - most..]);
        // Two letters may share their last bytes. Both texts end alike there, so that a boundary of one is one of the
        // other.
        while !before.is_char_boundary(before.len() - ending) {
            ending -= 1;
        }
        let removed = &before[start..before.len() - ending];
        let n_start = code_points(&before[..start]);
        let n_removed = code_points(removed);
        let n_before = n_start + n_removed + code_points(&before[before.len() - ending..]);
        TextSplice(n_start, n_removed, Cow::Borrowed(&after[start..after.len() - ending]), n_before)
    }

    /// The same, of which nothing is borrowed.
    pub fn into_owned(self) -> TextSplice<'static> {
        TextSplice(self.0, self.1, Cow::Owned(self.2.into_owned()), self.3)
    }

    /// `before` with the stretch replaced; `None` where it is another text than
    /// the one that the stretch was taken from.
    pub fn applied(&self, before: &str) -> Option<String> {
        let TextSplice(start, n_removed, inserted, n_before) = self;
        if code_points(before) != *n_before {
            return None;
        }
        let start = byte_of(before, *start)?;
        let end = start + byte_of(&before[start..], *n_removed)?;
        Some([&before[..start], inserted.as_ref(), &before[end..]].concat())
    }
}

impl<T> ListSplice<T> {
    /// What makes `before` into `after`: all but their common first and last
    /// items. `written` makes an item what it is written as.
    pub fn between<'m, M: PartialEq>(before: &[M], after: &'m [M], written: impl Fn(&'m M) -> T) -> ListSplice<T> {
        let start = before.iter().zip(after).take_while(|(one, other)| one == other).count();
        let (old, new) = (&before[start..], &after[start..]);
        let ending = old.iter().rev().zip(new.iter().rev()).take_while(|(one, other)| one == other).count();
        ListSplice(start, old.len() - ending, new[..new.len() - ending].iter().map(written).collect())
    }

    /// `before` with the items replaced; `None` where it has fewer items than
    /// that, or one that was written cannot be read.
    pub fn applied<M: Clone>(&self, before: &[M], read: impl FnMut(&T) -> Option<M>) -> Option<Vec<M>> {
        let ListSplice(start, n_removed, inserted) = self;
        let end = start.checked_add(*n_removed).filter(|end| *end <= before.len())?;
        let inserted: Vec<M> = inserted.iter().map(read).collect::<Option<_>>()?;
        Some([&before[..*start], &inserted, &before[end..]].concat())
    }
}

/// Bytes compared at once: comparing blocks is many times faster than byte by
/// byte, which a field of megabytes would feel on every letter.
const BLOCK: usize = 4096;

/// How many first bytes the two of one length have in common.
fn common_start(one: &[u8], other: &[u8]) -> usize {
    let blocks = one.chunks(BLOCK).zip(other.chunks(BLOCK)).take_while(|(one, other)| one == other);
    let same = blocks.map(|(block, _)| block.len()).sum();
    same + one[same..].iter().zip(&other[same..]).take_while(|(one, other)| one == other).count()
}

/// How many last bytes the two of one length have in common.
fn common_end(one: &[u8], other: &[u8]) -> usize {
    let blocks = one.rchunks(BLOCK).zip(other.rchunks(BLOCK)).take_while(|(one, other)| one == other);
    let same: usize = blocks.map(|(block, _)| block.len()).sum();
    let left = one.len() - same;
    same + one[..left].iter().rev().zip(other[..left].iter().rev()).take_while(|(one, other)| one == other).count()
}

fn code_points(text: &str) -> usize {
    // Bytes that go on with a character have the upper bits 10 in UTF-8; all others begin one.
    text.bytes().filter(|byte| byte & 0xc0 != 0x80).count()
}

/// The byte at which code point `n` begins, or the text's length where there are `n`.
fn byte_of(text: &str, n: usize) -> Option<usize> {
    // In ASCII a byte is a code point, and a megabyte need not be walked through.
    if text.len() == code_points(text) {
        return (n <= text.len()).then_some(n);
    }
    let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    starts.into_iter().nth(n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_stretch_makes_the_one_text_the_other(
            start in "[aé€🚒\u{301}ق]{0,9}", old in "[aé€🚒\u{301}ق]{0,5}", new in "[aé€🚒\u{301}ق]{0,5}",
            end in "[aé€🚒\u{301}ق]{0,9}",
        ) {
            let (before, after) = (format!("{start}{old}{end}"), format!("{start}{new}{end}"));
            let stretch = TextSplice::between(&before, &after);
            prop_assert!(stretch.2.len() <= new.len().max(old.len()));
            prop_assert_eq!(stretch.applied(&before), Some(after.clone()));
            prop_assert_eq!(stretch.applied(&format!("{before}x")), None, "another text");
        }

        #[test]
        fn a_splice_makes_the_one_list_the_other(before: Vec<u8>, after: Vec<u8>) {
            let splice = ListSplice::between(&before, &after, |item| *item);
            prop_assert_eq!(splice.applied(&before, |item| Some(*item)), Some(after));
        }
    }

    #[test]
    fn a_letter_in_a_long_text_is_one_letter() {
        let before = "قُتل ".repeat(5 * BLOCK);
        let at = before.char_indices().nth(before.chars().count() / 2).unwrap().0;
        let after = format!("{}é{}", &before[..at], &before[at..]);
        let stretch = TextSplice::between(&before, &after);
        assert_eq!((stretch.1, &*stretch.2), (0, "é"));
        assert_eq!(stretch.applied(&before), Some(after));
    }
}
