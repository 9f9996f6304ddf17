/// What a file that is no text is, as within "is a PDF, not text".
type Kind = &'static str;

/// First bytes that name a format. Longer ones stand before their beginnings.
const SIGNATURES: &[(&[u8], Kind)] = &[
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an older office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF87a", "a picture"),
    (b"GIF89a", "a picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"\x1F\x8B", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xFD7zXZ\0", "a compressed file"),
    (b"7z\xBC\xAF\x27\x1C", "a compressed file"),
    (b"Rar!\x1A\x07", "a compressed file"),
    (b"\x28\xB5\x2F\xFD", "a compressed file"),
    (b"SQLite format 3\0", "a database"),
    (b"\x7FELF", "a program"),
    (b"OggS\0", "a sound or film"),
    (b"ID3\x03", "a sound"),
    (b"ID3\x04", "a sound"),
];

/// What the first bytes say the file is; `None` where they may be text.
pub(super) fn signature(bytes: &[u8]) -> Option<Kind> {
    // The length of the first box stands before its name (ISO/IEC 14496-12).
    if bytes.get(4..8) == Some(b"ftyp".as_slice()) {
        return Some("a film or picture");
    }
    // Text may well begin with these letters; the formats go on with bytes that text does not have.
    let is_wordy = |signature: &[u8]| matches!(signature, b"RIFF" | b"BZh");
    let holds = |signature: &[u8]| bytes.starts_with(signature) && !(is_wordy(signature) && is_printable(bytes));
    SIGNATURES.iter().find(|(signature, _)| holds(signature)).map(|(_, kind)| *kind)
}

fn is_printable(bytes: &[u8]) -> bool {
    // In so many bytes either format has lengths or compressed data, which are hardly ever all printable.
    bytes.iter().take(32).all(|&byte| byte.is_ascii_graphic() || byte.is_ascii_whitespace())
}

/// Whether decoded text is none: more than one in a hundred of its first
/// characters are controls that no article has.
pub(super) fn is_noise(text: &str) -> bool {
    // A text is text from its beginning; more would only take longer.
    const SAMPLE: usize = 1 << 16;
    let n_controls = text.chars().take(SAMPLE).filter(|&c| is_foreign_control(c)).count();
    n_controls > 0 && n_controls * 100 > text.chars().take(SAMPLE).count()
}

fn is_foreign_control(c: char) -> bool {
    // Besides white space: U+001A ended files of DOS, and U+0085 ends lines of mainframes.
    c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{1A}' | '\u{85}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_their_first_bytes() {
        assert_eq!(signature(b"%PDF-1.7\n"), Some("a PDF"));
        assert_eq!(signature(b"PK\x03\x04\x14\0"), Some("a zip archive or an office document"));
        assert_eq!(signature(b"\0\0\0\x20ftypisom"), Some("a film or picture"));
        assert_eq!(signature(b"RIFF\x24\x08\0\0WEBP"), Some("a picture, sound or film"));
    }

    #[test]
    fn text_that_begins_like_a_format_is_text() {
        assert_eq!(signature(b"RIFF RAFF SINGS AGAIN IN THE OLD THEATRE"), None);
        assert_eq!(signature(b"PKK fighters said"), None);
        assert_eq!(signature(b""), None);
    }

    #[test]
    fn a_few_controls_are_not_noise() {
        assert!(!is_noise(&format!("{}\u{1F}", "Two people died. ".repeat(20))));
        assert!(!is_noise("a\tb\r\nc\u{C}"));
        assert!(is_noise("a\0b"));
        assert!(!is_noise(""));
    }
}
