//! The lists that are built in.

use super::list_language::ListLanguage;

/// The files of the crate's `assets/`, each with its name and the language that all of it is of. The order decides where two lists hold one word: the earlier
/// one does.
pub(super) const ASSETS: [(&str, ListLanguage, &str); 11] = [
    ("english-numbers", ListLanguage::English, include_str!("../../../assets/english-numbers.txt")),
    ("english-words", ListLanguage::English, include_str!("../../../assets/english-words.txt")),
    ("english-people", ListLanguage::English, include_str!("../../../assets/english-people.txt")),
    ("english-nations", ListLanguage::English, include_str!("../../../assets/english-nations.txt")),
    ("english-things", ListLanguage::English, include_str!("../../../assets/english-things.txt")),
    ("arabic", ListLanguage::Arabic, include_str!("../../../assets/arabic.txt")),
    ("german", ListLanguage::German, include_str!("../../../assets/german.txt")),
    ("french", ListLanguage::French, include_str!("../../../assets/french.txt")),
    ("spanish", ListLanguage::Spanish, include_str!("../../../assets/spanish.txt")),
    ("persian", ListLanguage::Persian, include_str!("../../../assets/persian.txt")),
    ("any", ListLanguage::Any, include_str!("../../../assets/any.txt")),
];
