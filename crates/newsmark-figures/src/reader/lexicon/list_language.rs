//! The languages that word lists are of.

/// The languages whose words lists hold, by their tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListLanguage {
    /// "any": what is read in every language.
    Any,
    English,
    Arabic,
    German,
    French,
    Spanish,
    Persian,
}

impl ListLanguage {
    /// The language of a tag; `None` where no list can be of it.
    pub(super) fn of_tag(tag: &str) -> Option<ListLanguage> {
        Some(match tag {
            "any" => ListLanguage::Any,
            "en" => ListLanguage::English,
            "ar" => ListLanguage::Arabic,
            "de" => ListLanguage::German,
            "fr" => ListLanguage::French,
            "es" => ListLanguage::Spanish,
            "fa" => ListLanguage::Persian,
            _ => return None,
        })
    }
}
