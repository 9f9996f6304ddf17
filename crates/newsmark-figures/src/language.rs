use crate::dates::DayLanguage;

/// What of a language the readers of numbers and days must know.
///
/// # Limitations
/// Number words are known in English and Arabic; in a language with
/// a comma for the decimals only digits are read, as its "ten" or "six" may be another word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// Whether thousands are parted by a full stop and decimals by a comma: "30.000,5" (CLDR, number symbols).
    pub(crate) has_decimal_comma: bool,
    /// Whether words in Latin letters are read as English.
    pub(crate) reads_english: bool,
    /// Which words name days, and in which order digits of a date stand.
    pub(crate) days: DayLanguage,
}

/// Languages that write decimals after a comma (CLDR 47, number symbols of the default script).
const DECIMAL_COMMA: &[&str] = &[
    "af", "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fr", "gl", "hr", "hu", "hy",
    "id", "is", "it", "ka", "kk", "ky", "lt", "lv", "mk", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl",
    "sq", "sr", "sv", "tr", "uk", "uz", "vi",
];

/// Where Spanish is written with a decimal point (CLDR 47).
const SPANISH_POINT: &[&str] = &["419", "MX", "US", "GT", "HN", "NI", "PA", "PE", "PR", "SV", "DO", "CU"];

/// Where Arabic is written with a decimal comma (CLDR 47).
const ARABIC_COMMA: &[&str] = &["DZ", "EH", "LY", "MA", "MR", "TN"];

impl Language {
    /// The language of a BCP 47 tag, as the article's card holds it. An empty or
    /// unknown one is read as English or Arabic, whichever script a word is in.
    ///
    /// ```
    /// use newsmark_figures::{Language, reading};
    ///
    /// let best = |tag| reading("30.000 personas", Language::of_tag(tag)).ok().and_then(|read| read.best);
    /// assert_eq!((best("es"), best("es-MX")), (Some(30_000), None));
    /// ```
    pub fn of_tag(tag: &str) -> Language {
        // Tags of operating systems have an underscore in place of the hyphen.
        let mut parts = tag.split(['-', '_']);
        let primary = parts.next().unwrap_or_default().to_ascii_lowercase();
        let is_in = |regions: &[&str]| parts.clone().any(|part| regions.contains(&part.to_ascii_uppercase().as_str()));
        let is_listed = DECIMAL_COMMA.contains(&primary.as_str());
        let has_decimal_comma = match primary.as_str() {
            "ar" => is_in(ARABIC_COMMA),
            // Spanish is listed by its exceptions: most of its countries write a comma.
            "es" => !is_in(SPANISH_POINT),
            _ => is_listed,
        };
        let has_region = parts.clone().any(|part| part.len() < 4);
        let days = DayLanguage::of(&primary, has_region, is_in);
        Language { has_decimal_comma, reads_english: !is_listed, days }
    }
}

impl Default for Language {
    fn default() -> Language {
        Language::of_tag("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_stop_parts_thousands_only_where_the_language_writes_so() {
        for tag in ["de", "es", "es-ES", "it", "pt-BR", "tr", "id", "ar-MA", "DE_at"] {
            assert!(Language::of_tag(tag).has_decimal_comma, "{tag}");
        }
        for tag in ["", "en", "en-GB", "ar", "ar-SY", "es-MX", "fa", "he", "zh-Hant"] {
            assert!(!Language::of_tag(tag).has_decimal_comma, "{tag}");
        }
    }

    #[test]
    fn english_words_are_read_where_no_other_language_of_latin_letters_is_named() {
        assert!(Language::of_tag("").reads_english && Language::of_tag("ar").reads_english);
        assert!(!Language::of_tag("nl").reads_english);
    }
}
