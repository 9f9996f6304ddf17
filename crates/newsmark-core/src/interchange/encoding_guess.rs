use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::EncodingBasis;

/// How far into a page its encoding may be declared, in bytes (HTML standard, 13.2.3.2).
const DECLARATION_WITHIN: usize = 1024;

/// How many bytes the detector sees: enough to be sure, little enough for a 20 MB file.
const SAMPLE: usize = 256 << 10;

/// The encoding of `bytes`, which begin with no byte order mark, and why.
pub(super) fn guess(bytes: &[u8], is_html: bool) -> (&'static Encoding, EncodingBasis) {
    // What a page says of itself goes before what its bytes look like.
    if is_html && let Some(declared) = declared(bytes) {
        // A page saved anew keeps its old declaration. No text in a single-byte
        // encoding fits UTF-8 by accident once it is more than a few characters.
        let saved_anew = declared.is_single_byte() && !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok();
        return if saved_anew { (UTF_8, EncodingBasis::Fits) } else { (declared, EncodingBasis::Declared) };
    }
    // Before UTF-8, into which UTF-16 of plain English fits as letters and noughts.
    if let Some(utf_16) = utf_16_without_mark(bytes) {
        return (utf_16, EncodingBasis::Guessed);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, EncodingBasis::Fits);
    }
    if is_damaged_utf_8(bytes) {
        return (UTF_8, EncodingBasis::Guessed);
    }
    (by_frequency(bytes), EncodingBasis::Guessed)
}

fn by_frequency(bytes: &[u8]) -> &'static Encoding {
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    // ASCII tells nothing, and a page can begin with megabytes of it; a little before the first other byte gives the
    // detector its words.
    let start = first.saturating_sub(1024);
    let sample = &bytes[start..bytes.len().min(start + SAMPLE)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(sample, sample.len() + start == bytes.len());
    // No country is given, as an editor of news reads of all. UTF-8 was decided above.
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether ten characters or more beyond ASCII are sound UTF-8 for each place that is not.
fn is_damaged_utf_8(bytes: &[u8]) -> bool {
    let mut n_sound = 0;
    let mut n_broken = 0;
    for chunk in bytes.utf8_chunks() {
        n_sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        n_broken += usize::from(!chunk.invalid().is_empty());
    }
    // By accident one character in other encodings may be sound UTF-8, not ten for each that is not.
    n_sound >= 10 * n_broken
}

/// UTF-16 shows by its zero bytes: spaces, line ends and digits have them in
/// every script, and all on the same side.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let (pairs, rest) = bytes[..bytes.len().min(SAMPLE)].as_chunks::<2>();
    let n_zero = |side: usize| pairs.iter().filter(|pair| pair[side] == 0).count();
    let encoding = match (n_zero(0), n_zero(1)) {
        // A space in twenty letters is fewer than any script has; other encodings have no noughts at all.
        (0, n) if n * 20 >= pairs.len() && n > 0 => UTF_16LE,
        (n, 0) if n * 20 >= pairs.len() && n > 0 => UTF_16BE,
        _ => return None,
    };
    // Half a pair, or half a surrogate, is no UTF-16, whatever the noughts say.
    let is_whole = rest.is_empty() && encoding.decode_without_bom_handling_and_without_replacement(bytes).is_some();
    is_whole.then_some(encoding)
}

/// The encoding that a page declares in a `meta` element or an XML declaration,
/// read much as browsers do (HTML standard, "prescan a byte stream").
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARATION_WITHIN)]).to_ascii_lowercase();
    let head = without_comments(&head);
    let in_xml = head
        .trim_start()
        .strip_prefix("<?xml")
        .and_then(|rest| rest.split_once('>'))
        .and_then(|(tag, _)| value(tag, "encoding"));
    let in_meta = || {
        head.split("<meta").skip(1).find_map(|rest| {
            let tag = rest.split('>').next().unwrap_or_default();
            value(tag, "charset")
        })
    };
    let found = in_xml.or_else(in_meta)?;
    // What could be read so far is no UTF-16; the standard takes such a declaration for UTF-8.
    Some(if found == UTF_16LE || found == UTF_16BE { UTF_8 } else { found })
}

fn without_comments(head: &str) -> String {
    let mut parts = head.split("<!--");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.split_once("-->").map_or("", |(_, after)| after));
    }
    kept
}

/// The encoding after `key=` in a tag, quoted or not.
fn value(tag: &str, key: &str) -> Option<&'static Encoding> {
    tag.split(key).skip(1).find_map(|rest| {
        let label = rest.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
        let end = label.find(['"', '\'', ';', ' ', '/', '?']).unwrap_or(label.len());
        super::encoding_named(&label[..end])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(bytes: &[u8], is_html: bool) -> (&'static str, EncodingBasis) {
        let (encoding, basis) = guess(bytes, is_html);
        (encoding.name(), basis)
    }

    #[test]
    fn arabic_and_western_texts_are_told_apart() {
        let arabic = "قُتل ما لا يقل عن 12 شخصا في قصف استهدف سوقا شعبيا، وفق ما قال مسعفون في المدينة يوم الأحد.";
        let (bytes, ..) = encoding_rs::WINDOWS_1256.encode(arabic);
        assert_eq!(name(&bytes, false), ("windows-1256", EncodingBasis::Guessed));
        let undotted = arabic.replace('،', ",").replace('\u{64F}', "");
        let bytes: Vec<u8> =
            undotted.chars().map(|c| if c.is_ascii() { c as u8 } else { (c as u32 - 0x600 + 0xA0) as u8 }).collect();
        assert_eq!(name(&bytes, false), ("ISO-8859-6", EncodingBasis::Guessed));
        let french = "Les équipes de secours ont évacué des familles à l’aube, a déclaré le préfet de la région.";
        let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(french);
        assert_eq!(name(&bytes, false), ("windows-1252", EncodingBasis::Guessed));
    }

    #[test]
    fn utf_16_without_a_mark_shows_by_its_zero_bytes() {
        let text = "قُتل 17 شخصا\nو 4 آخرون";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(name(&little, false), ("UTF-16LE", EncodingBasis::Guessed));
        assert_eq!(name(&big, false), ("UTF-16BE", EncodingBasis::Guessed));
    }

    #[test]
    fn one_broken_byte_does_not_turn_utf_8_into_something_else() {
        let mut bytes =
            "Des équipes ont évacué l’école près de la forêt, où l’été a été très sec, à peine".repeat(2).into_bytes();
        bytes.push(0xE2);
        assert_eq!(name(&bytes, false), ("UTF-8", EncodingBasis::Guessed));
    }

    #[test]
    fn a_page_declares_its_encoding() {
        let cases: [(&[u8], &str); 5] = [
            (b"<html><meta charset=windows-1256><p>\xE3", "windows-1256"),
            (b"<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=iso-8859-6'>\xE3", "ISO-8859-6"),
            (b"<?xml version='1.0' encoding=\"windows-1251\"?><html>\xE3", "windows-1251"),
            (b"<!-- <meta charset=koi8-r> --><meta charset='big5'>", "Big5"),
            (b"<meta charset=utf-16><p>Two", "UTF-8"),
        ];
        for (bytes, expected) in cases {
            assert_eq!(name(bytes, true), (expected, EncodingBasis::Declared), "{}", bytes.escape_ascii());
        }
        assert_eq!(
            name(b"<meta charset=windows-1256><p>\xE3", false).1,
            EncodingBasis::Guessed,
            "plain text declares nothing"
        );
    }

    #[test]
    fn a_page_that_was_saved_anew_in_utf_8_is_not_read_by_its_old_declaration() {
        let page = "<meta charset=windows-1256><p>قُتل 17";
        assert_eq!(name(page.as_bytes(), true), ("UTF-8", EncodingBasis::Fits));
    }
}
