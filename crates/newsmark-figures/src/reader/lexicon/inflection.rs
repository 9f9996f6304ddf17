//! Plurals that a language makes by rule, so that lists need not write them.

use super::list_language::ListLanguage;

/// The forms of a list's noun: the singular, and its plurals as the entry writes them after slashes, else the one that
/// the language makes by rule.
pub(super) fn forms(entry: &str, language: ListLanguage) -> (&str, Vec<String>) {
    let mut written = entry.split('/').map(str::trim);
    let singular = written.next().unwrap_or_default();
    let plurals: Vec<String> = written.map(str::to_owned).collect();
    if !plurals.is_empty() {
        return (singular, plurals);
    }
    let plural = match language {
        ListLanguage::English => Some(english(singular)),
        ListLanguage::French => Some(french(singular)),
        ListLanguage::Spanish => Some(spanish(singular)),
        // These make plurals by endings that no short rule gives.
        ListLanguage::Any | ListLanguage::Arabic | ListLanguage::German | ListLanguage::Persian => None,
    };
    (singular, plural.into_iter().collect())
}

/// "boxes", "families", "gunmen", "teachers".
fn english(singular: &str) -> String {
    if let Some(stem) = singular.strip_suffix("man") {
        return format!("{stem}men");
    }
    if let Some(stem) = singular.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        return format!("{stem}ies");
    }
    let hisses = ["s", "x", "z", "ch", "sh"].iter().any(|end| singular.ends_with(end));
    format!("{singular}{}", if hisses { "es" } else { "s" })
}

fn french(singular: &str) -> String {
    let is_plural_too = singular.ends_with(['s', 'x', 'z']);
    if is_plural_too { singular.to_owned() } else { format!("{singular}s") }
}

fn spanish(singular: &str) -> String {
    let has_vowel = singular.ends_with(['a', 'e', 'i', 'o', 'u', 'é', 'á', 'ó']);
    format!("{singular}{}", if has_vowel { "s" } else { "es" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_are_made_as_the_language_makes_them() {
        let plural = |entry, language| forms(entry, language).1.join(" ");
        for (singular, expected) in [
            ("miner", "miners"),
            ("witness", "witnesses"),
            ("baby", "babies"),
            ("boy", "boys"),
            ("fisherman", "fishermen"),
            ("German/Germans", "Germans"),
            ("police officer", "police officers"),
        ] {
            assert_eq!(plural(singular, ListLanguage::English), expected);
        }
        assert_eq!(plural("victime", ListLanguage::French), "victimes");
        assert_eq!(plural("corps", ListLanguage::French), "corps");
        assert_eq!(plural("herido", ListLanguage::Spanish), "heridos");
        assert_eq!(plural("profesor", ListLanguage::Spanish), "profesores");
        assert_eq!(plural("Person", ListLanguage::German), "");
    }
}
