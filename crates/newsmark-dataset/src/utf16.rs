/// Where bytes of a text stand in UTF-16 units.
pub(crate) struct Utf16Offsets<'t> {
    text: &'t str,
    /// How many units stand before each [`STEP`]th byte, or before the first boundary behind it.
    known: Vec<(usize, usize)>,
}

/// Bytes between two known places: so many are counted in less time than one cache line takes to come.
const STEP: usize = 256;

impl<'t> Utf16Offsets<'t> {
    /// Those of the text.
    pub fn of(text: &'t str) -> Utf16Offsets<'t> {
        let mut known = vec![(0, 0)];
        let mut n_units = 0;
        for (at, character) in text.char_indices() {
            if at / STEP >= known.len() {
                known.push((at, n_units));
            }
            n_units += character.len_utf16();
        }
        Utf16Offsets { text, known }
    }

    /// How many units stand before the byte, which begins a character.
    pub fn at_byte(&self, byte: usize) -> usize {
        let after = self.known.partition_point(|(at, _)| *at <= byte);
        let (at, n_units) = after.checked_sub(1).and_then(|n| self.known.get(n)).copied().unwrap_or_default();
        n_units + self.text.get(at..byte).map_or(0, |text| text.encode_utf16().count())
    }
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
