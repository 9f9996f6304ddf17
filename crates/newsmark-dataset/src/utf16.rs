/// Where bytes of a text stand in UTF-16 units.
pub(crate) struct Utf16Offsets<'t> {
    text: &'t [u8],
    /// How many units begin before byte `STEP * n`.
    before: Vec<usize>,
}

/// Bytes between two known places: so many are counted in less time than one cache line takes to come.
const STEP: usize = 256;

impl<'t> Utf16Offsets<'t> {
    /// Those of the text.
    pub fn of(text: &'t str) -> Utf16Offsets<'t> {
        let text = text.as_bytes();
        let mut n_units = 0;
        let begin = |chunk| {
            let before = n_units;
            n_units += units(chunk);
            before
        };
        let before = text.chunks(STEP).map(begin).collect();
        Utf16Offsets { text, before }
    }

    /// How many units stand before the byte, which begins a character or is the text's end.
    pub fn at_byte(&self, byte: usize) -> usize {
        let chunk = (byte / STEP).min(self.before.len().saturating_sub(1));
        let n_units = self.before.get(chunk).copied().unwrap_or_default();
        n_units + self.text.get(chunk * STEP..byte).map_or(0, units)
    }
}

/// How many units of UTF-16 begin in these bytes of UTF-8: one where a character does, and two for those of four bytes.
fn units(bytes: &[u8]) -> usize {
    // Without branches, so that many bytes are counted at a time; the sums of 256 stay below 512.
    bytes.iter().map(|&byte| usize::from((byte as i8) >= -0x40) + usize::from(byte >= 0xf0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_those_of_the_text_before() {
        let text = "قُتل 😊 17 👨🏻‍🚒 a".repeat(100);
        let offsets = Utf16Offsets::of(&text);
        for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
            assert_eq!(offsets.at_byte(at), text[..at].encode_utf16().count());
        }
    }
}
