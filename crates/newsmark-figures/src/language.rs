use crate::dates::DayLanguage;

/// What of a language the readers of numbers and days must know.
///
/// # Limitations
/// Number words, nouns and what limits a number are known in English, Arabic, German, French, Spanish and Persian. In
/// another language only digits are read, and how its words limit them is not ([`Qualifier::Unspecified`]).
///
/// [`Qualifier::Unspecified`]: crate::Qualifier::Unspecified
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// Whether thousands are parted by a full stop and decimals by a comma: "30.000,5" (CLDR, number symbols).
    pub(crate) has_decimal_comma: bool,
    /// The languages whose words are read; `None` where the text has to tell.
    pub(crate) words: Option<WordLanguage>,
    /// Which words name days, and in which order digits of a date stand.
    pub(crate) days: DayLanguage,
}

/// The languages whose words are read in one text. With each of Latin letters Arabic is read, with each of Arabic
/// letters English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WordLanguage {
    /// English and Arabic.
    English,
    German,
    French,
    Spanish,
    Persian,
    /// One of which no words are known.
    Other,
}

impl WordLanguage {
    /// Every member, in the order of their declaration.
    pub(crate) const ALL: [WordLanguage; 6] = [
        WordLanguage::English,
        WordLanguage::German,
        WordLanguage::French,
        WordLanguage::Spanish,
        WordLanguage::Persian,
        WordLanguage::Other,
    ];

    /// Whether most of its countries write decimals after a comma.
    pub(crate) fn has_decimal_comma(self) -> bool {
        matches!(self, WordLanguage::German | WordLanguage::French | WordLanguage::Spanish)
    }
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
    /// The language of a BCP 47 tag, as the article's card holds it. Where it is empty or undetermined (`und`), the
    /// words of the text tell which of the known languages it is in.
    ///
    /// ```
    /// use newsmark_figures::{Language, Qualifier, reading};
    ///
    /// let best = |tag| reading("30.000 personas", Language::of_tag(tag)).ok().and_then(|read| read.best);
    /// assert_eq!((best("es"), best("es-MX")), (Some(30_000), None));
    ///
    /// let qualifier = |words, tag| reading(words, Language::of_tag(tag)).unwrap().qualifier;
    /// assert_eq!(qualifier("mindestens 12 Menschen", "de"), Qualifier::AtLeast);
    /// assert_eq!(qualifier("ainakin 12 ihmistä", "fi"), Qualifier::Unspecified);
    /// ```
    pub fn of_tag(tag: &str) -> Language {
        // Tags of operating systems have an underscore in place of the hyphen.
        let mut parts = tag.split(['-', '_']);
        let primary = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
        let is_in = |regions: &[&str]| parts.clone().any(|part| regions.contains(&part.to_ascii_uppercase().as_str()));
        let has_decimal_comma = match primary.as_str() {
            "ar" => is_in(ARABIC_COMMA),
            // Spanish is listed by its exceptions: most of its countries write a comma.
            "es" => !is_in(SPANISH_POINT),
            _ => DECIMAL_COMMA.contains(&primary.as_str()),
        };
        let has_region = parts.clone().any(|part| part.len() < 4);
        let days = DayLanguage::of(&primary, has_region, is_in);
        let words = match primary.as_str() {
            // "mul" and "zxx" say as little about the words as no tag.
            "" | "und" | "mul" | "zxx" => None,
            "en" | "eng" | "ar" | "ara" => Some(WordLanguage::English),
            "de" | "deu" => Some(WordLanguage::German),
            "fr" | "fra" => Some(WordLanguage::French),
            "es" | "spa" => Some(WordLanguage::Spanish),
            // Dari is the Persian of Afghanistan.
            "fa" | "fas" | "prs" => Some(WordLanguage::Persian),
            _ => Some(WordLanguage::Other),
        };
        Language { has_decimal_comma, words, days }
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
    fn words_are_read_in_six_languages_and_of_a_text_without_a_tag() {
        let words = |tag| Language::of_tag(tag).words;
        assert_eq!((words(""), words("und")), (None, None));
        assert_eq!((words("en-GB"), words("ar")), (Some(WordLanguage::English), Some(WordLanguage::English)));
        assert_eq!((words("fa-AF"), words("de_AT")), (Some(WordLanguage::Persian), Some(WordLanguage::German)));
        assert_eq!((words("nl"), words("he")), (Some(WordLanguage::Other), Some(WordLanguage::Other)));
    }
}
