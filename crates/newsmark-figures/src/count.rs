/// A count with commas between groups of three digits.
///
/// ```
/// assert_eq!(newsmark_figures::grouped(1_200_000), "1,200,000");
/// ```
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

/// Words that are no count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotACount {
    /// It is less than nought.
    #[error("A number of people or things is never negative")]
    Negative,
    /// Something other than digits and commas.
    #[error("Only digits can stand here, as 1,500")]
    NoDigits,
    /// Commas that do not part groups of three digits.
    #[error("A comma stands before groups of three digits, as 1,500")]
    Groups,
    /// It does not fit into 64 bits.
    #[error("The number is too large: at most 18,446,744,073,709,551,615")]
    TooLarge,
}

/// A count as it is typed: digits, also the Arabic ١٢ and the Persian ۱۲, with or without commas between groups of
/// three; `None` for no words.
///
/// # Errors
/// For anything else, with a sentence that says why.
///
/// ```
/// use newsmark_figures::{NotACount, read_count};
///
/// assert_eq!(read_count("1,500"), Ok(Some(1_500)));
/// assert_eq!(read_count("١٢"), Ok(Some(12)));
/// assert_eq!(read_count("1,5"), Err(NotACount::Groups));
/// ```
pub fn read_count(written: &str) -> Result<Option<u64>, NotACount> {
    let written = &latin_digits(written.trim());
    if written.is_empty() {
        return Ok(None);
    }
    // A minus sign as keyboards, word processors and web pages write it.
    if let Some(rest) = written.strip_prefix(['-', '−', '–']) {
        return Err(if rest.trim().starts_with(|c: char| c.is_ascii_digit()) {
            NotACount::Negative
        } else {
            NotACount::NoDigits
        });
    }
    let mut groups = written.split(',');
    let first = groups.next().unwrap_or_default();
    if !written.bytes().all(|byte| byte.is_ascii_digit() || byte == b',') || first.is_empty() {
        return Err(NotACount::NoDigits);
    }
    let is_grouped = written.contains(',');
    // A comma that parts no thousands may be a decimal comma, and "1,5" read as 15 would be wrong by ten.
    if is_grouped && (first.len() > 3 || !groups.all(|group| group.len() == 3)) {
        return Err(NotACount::Groups);
    }
    written.replace(',', "").parse().map(Some).map_err(|_| NotACount::TooLarge)
}

/// The same words with the digits of Arabic and Persian, and their signs between thousands and before tenths, as `0` to
/// `9`, `,` and `.`.
///
/// ```
/// assert_eq!(newsmark_figures::latin_digits("٤٫٥"), "4.5");
/// ```
pub fn latin_digits(written: &str) -> String {
    let latin = |c: char| match c {
        '٠'..='٩' => char::from(b'0' + (c as u32 - '٠' as u32) as u8),
        '۰'..='۹' => char::from(b'0' + (c as u32 - '۰' as u32) as u8),
        '٬' | '،' => ',',
        '٫' => '.',
        c => c,
    };
    written.chars().map(latin).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_count_is_read_as_it_is_written(number: u64) {
            prop_assert_eq!(read_count(&grouped(number)), Ok(Some(number)));
            prop_assert_eq!(read_count(&number.to_string()), Ok(Some(number)));
        }

        #[test]
        fn what_is_read_as_a_count_has_nothing_but_digits_and_commas(written in "\\PC{0,24}") {
            if let Ok(Some(_)) = read_count(&written) {
                let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '٠'..='٩' | '۰'..='۹');
                prop_assert!(written.trim().chars().all(|c| is_digit(c) || matches!(c, ',' | '٬' | '،')));
            }
        }
    }

    #[test]
    fn what_is_no_count_is_refused_and_says_why() {
        let read = |written| read_count(written).unwrap_err();
        assert_eq!(read("-3"), NotACount::Negative);
        assert_eq!(read("− 3"), NotACount::Negative);
        for written in ["–", "twelve", "12x", "1.5", ",500", "1 500", "١٢ قتيلا"] {
            assert_eq!(read(written), NotACount::NoDigits, "{written}");
        }
        for written in ["1,5", "1,", "1234,500", "1,,500"] {
            assert_eq!(read(written), NotACount::Groups, "{written}");
        }
        assert_eq!(read("18446744073709551616"), NotACount::TooLarge);
        assert_eq!(read_count("  "), Ok(None));
        assert_eq!(read_count("007"), Ok(Some(7)));
    }

    #[test]
    fn arabic_and_persian_digits_count_as_others_do() {
        for (written, number) in [("١٢", 12), ("۱۲", 12), ("١٬٥٠٠", 1_500), ("۱،۵۰۰", 1_500), ("1٢", 12)]
        {
            assert_eq!(read_count(written), Ok(Some(number)), "{written}");
        }
        assert_eq!(read_count("-٣"), Err(NotACount::Negative));
        assert_eq!(read_count("١٬٥"), Err(NotACount::Groups));
    }

    #[test]
    fn digits_stand_in_groups_of_three() {
        let written = [0, 46, 999, 1_000, 18_000, 1_200_000, u64::MAX].map(grouped);
        let expected = ["0", "46", "999", "1,000", "18,000", "1,200,000", "18,446,744,073,709,551,615"];
        assert_eq!(written, expected);
    }
}
