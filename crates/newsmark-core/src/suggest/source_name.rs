//! How an article calls a source: by a name, a role, or both.

use super::lexicon::{Lexicon, WordClass};

/// The name and the role in what an article calls a source; either may be all of it, the role empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SourceName {
    /// "Ana Orlo", "Syrian army", "residents".
    pub name: String,
    /// "mayor of Tarn"; empty where nothing says one.
    pub role: String,
}

impl SourceName {
    /// Takes a mention apart: "Ana Orlo, the mayor of Tarn", "army spokesman Samir Orlo", "the council, which met today".
    pub fn of(phrase: &str) -> SourceName {
        let phrase = bare(phrase);
        let (name, role) = match phrase.split_once(',') {
            Some((first, second)) => apart(phrase, first.trim(), second.trim()),
            None => (phrase, ""),
        };
        // "army spokesman Samir Orlo": the role stands before the name.
        let (name, role) = match before_name(name).filter(|_| role.is_empty()) {
            Some((role, name)) => (name, role),
            None => (name, role),
        };
        SourceName { name: with_plain_article(name), role: without_article(role).to_owned() }
    }
}

/// Name and role of a mention in two parts; all of it as the name where the second is no more about the first.
fn apart<'p>(phrase: &'p str, first: &'p str, second: &'p str) -> (&'p str, &'p str) {
    let role = |words: &'p str| if says_role(words) { words } else { "" };
    let opens_with = |words: &[&str]| second.split_whitespace().next().is_some_and(|word| words.contains(&word));
    let is_name = first.starts_with(char::is_uppercase) && !first.contains(' ');
    match (is_full_name(first), is_full_name(second)) {
        (true, false) => (first, role(second)),
        (false, true) if says_role(first) => (second, first),
        // "a group that counts the dead" is about one before it, "the police" in a list is another.
        _ if opens_with(&["a", "an"]) => (first, second),
        _ if opens_with(&["the"]) && is_name => (first, role(second)),
        _ if opens_clause(second) => (first, ""),
        _ => (phrase, ""),
    }
}

/// Whether words go on about what stands before them: "which met today", "backed by militias".
fn opens_clause(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    let is_participle = first.ends_with("ed") || first.ends_with("ing");
    matches!(first, "who" | "which" | "whose" | "where" | "led" | "known") || is_participle
}

/// The role and the name of "army spokesman Samir Orlo".
fn before_name(words: &str) -> Option<(&str, &str)> {
    let starts = words.match_indices(' ').map(|(at, _)| at);
    let mut found = None;
    for at in starts {
        let (before, name) = (&words[..at], &words[at + 1..]);
        let last = before.rsplit(' ').next().unwrap_or_default();
        if class(last) == Some(WordClass::Role) && is_full_name(without_titles(name)) {
            found = Some((before, name));
        }
    }
    found
}

/// Whether these are two and more names of one person.
fn is_full_name(words: &str) -> bool {
    const PARTICLES: [&str; 9] = ["de", "van", "von", "bin", "ibn", "al", "el", "der", "di"];
    let is_name = |word: &str| {
        let is_of_list = matches!(
            class(word),
            Some(WordClass::Organisation | WordClass::Document | WordClass::Determiner | WordClass::Role)
        );
        PARTICLES.contains(&word) || word.starts_with(char::is_uppercase) && !is_of_list
    };
    words.split_whitespace().count() >= 2 && words.split_whitespace().all(is_name)
}

fn says_role(words: &str) -> bool {
    words.split_whitespace().any(|word| matches!(class(word), Some(WordClass::Role | WordClass::Title)))
}

/// A mention without what stands around a name and does not belong to it: spaces, marks, the "’s" of an owner.
pub(super) fn bare(phrase: &str) -> &str {
    let bare = phrase.trim().trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '.' && letter != ')');
    bare.strip_suffix("’s").or_else(|| bare.strip_suffix("'s")).unwrap_or(bare)
}

fn without_titles(words: &str) -> &str {
    match words.split_once(' ') {
        Some((first, rest)) if class(first) == Some(WordClass::Title) => without_titles(rest),
        _ => words,
    }
}

fn without_article(words: &str) -> &str {
    words.split_once(' ').filter(|(first, _)| is_article(&first.to_lowercase())).map_or(words, |(_, rest)| rest)
}

/// A name as a table has it: "Syrian army" of "The Syrian army", "the fighters" of "The fighters".
fn with_plain_article(name: &str) -> String {
    let rest = without_article(name);
    if rest.len() == name.len() || rest.starts_with(char::is_uppercase) {
        return rest.to_owned();
    }
    let article = &name[..name.len() - rest.len()];
    format!("{}{rest}", article.to_lowercase())
}

pub(super) fn is_article(word: &str) -> bool {
    matches!(word, "the" | "a" | "an")
}

/// The class of a word in any case, with or without the full stop of an abbreviation.
pub(super) fn class(word: &str) -> Option<WordClass> {
    let word = word.trim_end_matches(['.', ',']).to_lowercase();
    Lexicon::english().entry(&word).and_then(|entry| entry.class)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn name_and_role_are_told_apart() {
        for (phrase, name, role) in [
            ("Tomas Reed, a spokesman for the army", "Tomas Reed", "spokesman for the army"),
            ("the head of the clinic, Ana de Orlo", "Ana de Orlo", "head of the clinic"),
            ("Army spokesman Brig. Gen. Samir Orlo", "Brig. Gen. Samir Orlo", "Army spokesman"),
            ("Orlo, the spokesman of the council", "Orlo", "spokesman of the council"),
            ("Tomas Reed, who runs a shop", "Tomas Reed", ""),
            ("The Ruvian army, backed on the ground by militias", "Ruvian army", ""),
            ("The Centre for Rights, a group that counts the dead,", "Centre for Rights", "group that counts the dead"),
            ("the council, which met today", "the council", ""),
            ("The fighters", "the fighters", ""),
            ("the ministry’s", "the ministry", ""),
            ("Reed, Orlo and others", "Reed, Orlo and others", ""),
            ("police, medics", "police, medics", ""),
            ("the army, the police and the mayor", "the army, the police and the mayor", ""),
            ("وزارة الصحة", "وزارة الصحة", ""),
            ("", "", ""),
        ] {
            assert_eq!(SourceName::of(phrase), SourceName { name: name.to_owned(), role: role.to_owned() }, "{phrase}");
        }
    }
}
