//! The lists that are built in.

/// The files of the crate's `assets/`, each with its name. The order decides where two lists hold one word: the earlier
/// one does.
pub(super) const ASSETS: [(&str, &str); 11] = [
    ("english-numbers", include_str!("../../../assets/english-numbers.txt")),
    ("english-words", include_str!("../../../assets/english-words.txt")),
    ("english-people", include_str!("../../../assets/english-people.txt")),
    ("english-nations", include_str!("../../../assets/english-nations.txt")),
    ("english-things", include_str!("../../../assets/english-things.txt")),
    ("arabic", include_str!("../../../assets/arabic.txt")),
    ("german", include_str!("../../../assets/german.txt")),
    ("french", include_str!("../../../assets/french.txt")),
    ("spanish", include_str!("../../../assets/spanish.txt")),
    ("persian", include_str!("../../../assets/persian.txt")),
    ("any", include_str!("../../../assets/any.txt")),
];
