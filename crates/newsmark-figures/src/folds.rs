use unicode_normalization::char::{canonical_combining_class, decompose_canonical};

/// The stroke that lengthens an Arabic word.
const TATWEEL: char = '\u{640}';

/// Which differences between characters do not count.
///
/// A character folds to one character or to none, so that a folded text can be
/// mapped back without keeping every offset.
///
/// *Limitations.* A character whose canonical decomposition keeps more than
/// one character (a Hangul syllable, a voiced kana) stays as it is written and
/// does not match its decomposed form. Nothing folds to two characters: `ß`
/// is not `ss`, `…` is not three full stops.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Folds {
    /// Case, by Unicode's simple case folding.
    pub case: bool,
    /// Diacritics, tatweel and invisible characters, which go; the forms of
    /// alef, yeh, kaf and teh marbuta; typographic quotes, dashes and spaces.
    pub forms: bool,
}

impl Folds {
    /// Whether the text is taken as it is written.
    pub fn is_exact(self) -> bool {
        self == Folds::default()
    }

    /// What `c` counts as; `None` where it does not count at all.
    ///
    /// ```
    /// use newsmark_figures::Folds;
    ///
    /// let folds = Folds { case: true, forms: true };
    /// let folded: String = "“Été”, أُسْتاذ".chars().filter_map(|c| folds.fold(c)).collect();
    /// assert_eq!(folded, "\"ete\", استاذ");
    /// ```
    #[inline]
    pub fn fold(self, c: char) -> Option<char> {
        // Nearly all text, and ASCII has no diacritics: no table is asked.
        if c.is_ascii() {
            return Some(if self.case { c.to_ascii_lowercase() } else { c });
        }
        let plain = if self.forms { plain(c)? } else { c };
        Some(if self.case { small(plain) } else { plain })
    }
}

/// Unicode's simple case folding, which equates what has the same capital.
fn small(c: char) -> char {
    match c {
        // Turkish and Azerbaijani only: elsewhere these have no partner.
        'İ' | 'ı' => return c,
        // Ligatures and letters with two marks, whose capitals are several characters.
        '\u{FB05}' => return '\u{FB06}',
        '\u{1FD3}' => return '\u{390}',
        '\u{1FE3}' => return '\u{3B0}',
        _ => {}
    }
    // By way of the capital, as two small letters with one capital, σ and ς, are one.
    let capital = only(c.to_uppercase()).unwrap_or(c);
    only(capital.to_lowercase()).unwrap_or(capital)
}

fn only(mut characters: impl Iterator<Item = char>) -> Option<char> {
    let first = characters.next()?;
    characters.next().is_none().then_some(first)
}

/// The plain form of `c`, which is not ASCII; `None` for what only adds to the character before it.
fn plain(c: char) -> Option<char> {
    match c {
        'ٱ' | 'ٲ' | 'ٳ' | 'ٵ' => Some('ا'),
        'ى' | 'ی' => Some('ي'),
        'ة' => Some('ه'),
        'ک' => Some('ك'),
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | 'ʼ' | '׳' => Some('\''),
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '״' => Some('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => Some(' '),
        _ if is_unseen(c) => None,
        _ => bare(c),
    }
}

/// Tatweel and what is invisible: soft hyphen, joiners, marks of direction, selectors of a variant.
fn is_unseen(c: char) -> bool {
    matches!(c, TATWEEL | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{FEFF}')
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(c, '\u{FE00}'..='\u{FE0F}')
}

/// The character without its diacritics; `None` for a diacritic.
fn bare(c: char) -> Option<char> {
    let (mut base, mut n_kept) = (None, 0);
    decompose_canonical(c, |part| {
        if !is_diacritic(part) {
            base = base.or(Some(part));
            n_kept += 1;
        }
    });
    // A character that keeps two has no single plain form.
    if n_kept > 1 { Some(c) } else { base }
}

/// Whether `c` is a mark of the Latin, Greek, Cyrillic, Hebrew, Arabic or
/// Syriac scripts. Elsewhere marks are vowels, voicing and viramas, without
/// which a word is another word; their combining classes (Unicode, table 3.14)
/// are 0, 6 to 9 and 84 to 132.
fn is_diacritic(c: char) -> bool {
    matches!(canonical_combining_class(c), 1 | 10..=36 | 200..=240)
}

#[cfg(test)]
mod tests {
    use super::*;
    use regex_syntax::hir::{ClassUnicode, ClassUnicodeRange};

    fn folded(text: &str) -> String {
        text.chars().filter_map(|c| Folds { case: true, forms: true }.fold(c)).collect()
    }

    #[test]
    fn characters_are_equal_but_for_case_just_where_unicode_says_so() {
        let unassigned = regex::Regex::new("\\p{Cn}").unwrap();
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            let mut class = ClassUnicode::new([ClassUnicodeRange::new(c, c)]);
            class.case_fold_simple();
            let partners = class.ranges().iter().flat_map(|range| range.start()..=range.end());
            let case = Folds { case: true, forms: false };
            for partner in partners {
                assert_eq!(case.fold(c), case.fold(partner), "{c:?} and {partner:?}");
            }
            let own = case.fold(c).unwrap_or(c);
            let is_partner = class.ranges().iter().any(|range| range.start() <= own && own <= range.end());
            // The tables of `regex-syntax` are of an older Unicode than those of the standard library.
            assert!(is_partner || unassigned.is_match(c.encode_utf8(&mut [0; 4])), "{c:?} and {own:?}");
        }
    }

    #[test]
    fn what_is_written_with_and_without_diacritics_is_the_same() {
        assert_eq!(folded("Çà e\u{301}té ŠÅ\u{212B}"), "ca ete saa");
        assert_eq!(folded("قُتِلَ أُسْتَاذٌ"), folded("قتل استاذ"));
        assert_eq!(folded("آمنة إلـــى ٱلقُرى"), folded("امنه الي القري"));
        assert_eq!(folded("שָׁלוֹם"), folded("שלום"));
        assert_eq!(folded("می\u{200C}خواهم کتاب"), folded("ميخواهم كتاب"));
    }

    #[test]
    fn typographic_marks_are_their_plain_forms() {
        assert_eq!(folded("“a” ‘b’ «c» d’e – f\u{A0}g"), "\"a\" 'b' \"c\" d'e - f g");
    }

    #[test]
    fn marks_that_make_another_word_stay() {
        for word in ["कि", "कु", "क्या", "ที่", "が", "か\u{3099}", "한국"] {
            assert_eq!(folded(word), word);
        }
    }

    #[test]
    fn folding_twice_folds_no_further() {
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            for folds in [(true, true), (true, false), (false, true)].map(|(case, forms)| Folds { case, forms }) {
                if let Some(once) = folds.fold(c) {
                    assert_eq!(folds.fold(once), Some(once), "{c:?}, {folds:?}");
                }
            }
        }
    }
}
