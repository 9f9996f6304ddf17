pub use encoding_rs::Encoding;

use super::encoding_guess::guess;

/// An encoding that the import dialog offers.
#[derive(Clone, Copy, Debug)]
pub struct EncodingChoice {
    /// The encoding.
    pub encoding: &'static Encoding,
    /// The script or region, then the encoding's usual name.
    pub label: &'static str,
}

macro_rules! choices {
    ($($label:literal $encoding:ident,)+) => {
        &[$(EncodingChoice { encoding: &encoding_rs::$encoding, label: $label },)+]
    };
}

/// What newsrooms meet, sorted by label. A page may declare others of the WHATWG Encoding Standard.
pub static ENCODINGS: &[EncodingChoice] = choices! {
    "Arabic (ISO-8859-6)" ISO_8859_6_INIT,
    "Arabic (Windows-1256)" WINDOWS_1256_INIT,
    "Baltic (Windows-1257)" WINDOWS_1257_INIT,
    "Central European (ISO-8859-2)" ISO_8859_2_INIT,
    "Central European (Windows-1250)" WINDOWS_1250_INIT,
    "Chinese, simplified (GB18030)" GB18030_INIT,
    "Chinese, traditional (Big5)" BIG5_INIT,
    "Cyrillic (IBM866)" IBM866_INIT,
    "Cyrillic (ISO-8859-5)" ISO_8859_5_INIT,
    "Cyrillic (KOI8-R)" KOI8_R_INIT,
    "Cyrillic (KOI8-U)" KOI8_U_INIT,
    "Cyrillic (Windows-1251)" WINDOWS_1251_INIT,
    "Greek (ISO-8859-7)" ISO_8859_7_INIT,
    "Greek (Windows-1253)" WINDOWS_1253_INIT,
    "Hebrew (ISO-8859-8)" ISO_8859_8_INIT,
    "Hebrew (Windows-1255)" WINDOWS_1255_INIT,
    "Japanese (EUC-JP)" EUC_JP_INIT,
    "Japanese (ISO-2022-JP)" ISO_2022_JP_INIT,
    "Japanese (Shift_JIS)" SHIFT_JIS_INIT,
    "Korean (EUC-KR)" EUC_KR_INIT,
    "Thai (Windows-874)" WINDOWS_874_INIT,
    "Turkish (Windows-1254)" WINDOWS_1254_INIT,
    "Unicode (UTF-16, big-endian)" UTF_16BE_INIT,
    "Unicode (UTF-16, little-endian)" UTF_16LE_INIT,
    "Unicode (UTF-8)" UTF_8_INIT,
    "Vietnamese (Windows-1258)" WINDOWS_1258_INIT,
    "Western (ISO-8859-15)" ISO_8859_15_INIT,
    "Western (Macintosh)" MACINTOSH_INIT,
    "Western (Windows-1252)" WINDOWS_1252_INIT,
};

/// The encoding of that name or label of the WHATWG Encoding Standard, in any
/// case: `windows-1256`, `latin1`, `utf8`.
///
/// ```
/// use newsmark_core::interchange::encoding_named;
///
/// assert_eq!(encoding_named("latin1").map(|encoding| encoding.name()), Some("windows-1252"));
/// assert!(encoding_named("klingon").is_none());
/// ```
pub fn encoding_named(name: &str) -> Option<&'static Encoding> {
    Encoding::for_label(name.as_bytes()).filter(|&found| found != encoding_rs::REPLACEMENT)
}

/// Why a file was read in its encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EncodingBasis {
    /// The editor chose it.
    Chosen,
    /// The file begins with its byte order mark.
    ByteOrderMark,
    /// The page declares it.
    Declared,
    /// Every byte fits UTF-8, which other encodings do by accident only in short texts.
    Fits,
    /// The frequency of byte pairs speaks for it; the editor should look.
    Guessed,
}

impl EncodingBasis {
    /// How the window writes it.
    pub fn label(self) -> &'static str {
        match self {
            EncodingBasis::Chosen => "Chosen",
            EncodingBasis::ByteOrderMark => "By its byte order mark",
            EncodingBasis::Declared => "Declared by the page",
            EncodingBasis::Fits => "Every byte fits",
            EncodingBasis::Guessed => "Guessed",
        }
    }
}

/// The encoding that a file was read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundEncoding {
    /// The encoding; its `name()` is what the article's card keeps.
    pub encoding: &'static Encoding,
    /// Why this one.
    pub basis: EncodingBasis,
    /// How many byte sequences are none of its characters; each became U+FFFD.
    pub n_replaced: usize,
}

/// The text of `bytes` without a byte order mark, and how it was read.
///
/// A mark goes before a declaration, a declaration before a guess, and the
/// editor's choice before all. Every byte sequence that the encoding does not
/// know becomes U+FFFD and is counted.
pub(super) fn decode(bytes: &[u8], choice: Option<&'static Encoding>, is_html: bool) -> (String, FoundEncoding) {
    let mark = Encoding::for_bom(bytes);
    let (encoding, basis) = match (choice, mark) {
        (Some(chosen), _) => (chosen, EncodingBasis::Chosen),
        (None, Some((marked, _))) => (marked, EncodingBasis::ByteOrderMark),
        (None, None) => guess(bytes, is_html),
    };
    // A mark of another encoding than the chosen one is text in that, and stays for the editor to see.
    let n_mark_bytes = mark.filter(|&(marked, _)| marked == encoding).map_or(0, |(_, length)| length);
    let bytes = &bytes[n_mark_bytes..];
    let whole = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    let (text, n_replaced) = match whole {
        Some(text) => (text.into_owned(), 0),
        // Only where something is amiss: this counts each place, which the library’s own replacing does not.
        None => replace_malformed(encoding, bytes),
    };
    (text, FoundEncoding { encoding, basis, n_replaced })
}

fn replace_malformed(encoding: &'static Encoding, mut bytes: &[u8]) -> (String, usize) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    // Most text grows a little on its way to UTF-8; what grows more asks for more below.
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8 + 16);
    let mut n_replaced = 0;
    loop {
        use encoding_rs::DecoderResult::{InputEmpty, Malformed, OutputFull};
        let (result, n_read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
        bytes = &bytes[n_read..];
        match result {
            InputEmpty => return (text, n_replaced),
            OutputFull => text.reserve(bytes.len().max(64)),
            Malformed(..) => {
                // The decoder may have filled the string to its last byte; a replacement has three.
                text.reserve(8);
                text.push(char::REPLACEMENT_CHARACTER);
                n_replaced += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(bytes: &[u8]) -> (String, &'static str, EncodingBasis) {
        let (text, found) = decode(bytes, None, false);
        (text, found.encoding.name(), found.basis)
    }

    #[test]
    fn choices_are_sorted_and_each_has_its_name() {
        assert!(ENCODINGS.is_sorted_by_key(|choice| choice.label));
        for choice in ENCODINGS {
            assert_eq!(encoding_named(choice.encoding.name()), Some(choice.encoding));
        }
        assert_eq!(encoding_named("no such thing"), None);
        assert_eq!(encoding_named("hz-gb-2312"), None, "a name that browsers refuse to read is no encoding");
    }

    #[test]
    fn a_byte_order_mark_decides_and_is_no_part_of_the_text() {
        assert_eq!(read(b"\xEF\xBB\xBFTwo"), ("Two".to_owned(), "UTF-8", EncodingBasis::ByteOrderMark));
        assert_eq!(read(b"\xFF\xFET\0w\0o\0"), ("Two".to_owned(), "UTF-16LE", EncodingBasis::ByteOrderMark));
        assert_eq!(read(b"\xFE\xFF\0T\0w\0o"), ("Two".to_owned(), "UTF-16BE", EncodingBasis::ByteOrderMark));
    }

    #[test]
    fn the_editors_choice_goes_before_everything() {
        let (text, found) = decode(b"\xEF\xBB\xBFcaf\xE9", Some(encoding_rs::WINDOWS_1252), false);
        assert_eq!((text.as_str(), found.basis), ("ï»¿café", EncodingBasis::Chosen));
    }

    #[test]
    fn bytes_that_do_not_fit_are_replaced_and_counted() {
        let (text, found) = decode(b"a\xFFb\xC3", Some(encoding_rs::UTF_8), false);
        assert_eq!((text.as_str(), found.n_replaced), ("a\u{FFFD}b\u{FFFD}", 2));
        let (text, found) = decode("already \u{FFFD}".as_bytes(), None, false);
        assert_eq!((text.as_str(), found.n_replaced), ("already \u{FFFD}", 0));
        let (text, found) = decode(b"T\0w", Some(encoding_rs::UTF_16LE), false);
        assert_eq!((text.as_str(), found.n_replaced), ("T\u{FFFD}", 1));
    }

    proptest! {
        #[test]
        fn any_text_in_utf_8_is_read_as_it_is(text in "\\PC{0,30}") {
            let (read, found) = decode(text.as_bytes(), None, false);
            prop_assert_eq!(read, text);
            prop_assert_eq!(found.n_replaced, 0);
        }

        #[test]
        fn any_bytes_are_read_in_any_encoding(bytes: Vec<u8>, index in 0..ENCODINGS.len()) {
            let (text, found) = decode(&bytes, Some(ENCODINGS[index].encoding), true);
            prop_assert!(text.matches(char::REPLACEMENT_CHARACTER).count() >= found.n_replaced);
        }
    }
}
