//! Which row of the table of sources a mention of the article is.

use super::field_proposal::ProposedValue;
use super::lexicon::WordClass;
use super::source_name::{SourceName, bare, class, is_article};
use crate::model::{Source, Sources};

/// The row that `name` stands for, to be made where none does; `None` where the words name nobody by themselves or could
/// be several rows.
///
/// A row is found by its name or another of its names; by a short one ("Orlo", "Mr Orlo" for Ana Orlo); by its initials
/// ("WHO"); and, behind "the", by its role or the last words of a name ("the mayor", "the ministry").
pub(super) fn source_row(sources: &Sources, phrase: &str) -> Option<ProposedValue> {
    let phrase = bare(phrase);
    let called = SourceName::of(phrase);
    let name = called.name.as_str();
    let known = |source: &Source| Some(ProposedValue::Source { known: Some(source.id), name: source.name.clone() });
    if let Some(source) = sources.called(name).or_else(|| sources.called(phrase)) {
        return known(source);
    }
    let words = words_of(name);
    if words.is_empty() || names_nobody(&words) {
        return None;
    }
    let is_definite = words_of(phrase).first().is_some_and(|word| word == "the");
    let mention = Mention { name, words: without_titles(&words), is_definite };
    let found: Vec<&Source> = sources.iter().filter(|source| mention.is_of(source)).collect();
    match found[..] {
        [source] => known(source),
        // Rather no source than the wrong one of two.
        [_, _, ..] => None,
        [] => Some(ProposedValue::Source { known: None, name: phrase.to_owned() }),
    }
}

/// A mention without its article and titles.
struct Mention<'m> {
    name: &'m str,
    /// In lower case.
    words: Vec<String>,
    /// Whether it began with "the".
    is_definite: bool,
}

impl Mention<'_> {
    fn is_of(&self, source: &Source) -> bool {
        source.names().any(|name| self.is_of_name(name)) || self.is_definite && self.is_of_role(&source.role)
    }

    fn is_of_name(&self, name: &str) -> bool {
        let all = without_titles(&words_of(name));
        if all.is_empty() || self.words.is_empty() {
            return false;
        }
        let is_short = all.len() > self.words.len() && all.ends_with(&self.words);
        // The other way round as well: the row was made when only "Orlo" was known.
        let is_long = self.words.len() > all.len() && self.words.ends_with(&all) && is_personal(name);
        let is_same = all == self.words;
        is_same
            || is_long && is_personal(self.name)
            || is_short && (self.is_definite || is_personal(self.name))
            || initials(name).is_some_and(|initials| initials == self.name)
            || initials(self.name).is_some_and(|initials| initials == name)
    }

    /// "the mayor" is the one whose role is "Mayor" or "Mayor of Tarn".
    fn is_of_role(&self, role: &str) -> bool {
        let role = without_titles_but_roles(&words_of(role));
        let own = without_titles_but_roles(&words_of(self.name));
        let is_head = |rest: &[String]| rest.first().is_none_or(|word| OF.contains(&word.as_str()));
        !own.is_empty() && role.strip_prefix(own.as_slice()).is_some_and(is_head)
    }
}

/// What binds a role to where it is held: "mayor of Tarn", "spokesman for the army".
const OF: [&str; 6] = ["of", "for", "at", "in", "with", "from"];

fn words_of(name: &str) -> Vec<String> {
    let words = name.split(|letter: char| letter.is_whitespace() || letter == ',');
    let bare = words.map(|word| word.trim_end_matches('.').to_lowercase());
    bare.filter(|word| !word.is_empty()).collect()
}

/// The words behind articles and titles: "the", "Mr", "Dr".
fn without_titles(words: &[String]) -> Vec<String> {
    let n_titles = words.iter().take_while(|word| is_article(word) || class(word) == Some(WordClass::Title)).count();
    // "the president" is nothing but a title, and that is then what it is called.
    if n_titles == words.len() { without_titles_but_roles(words) } else { words[n_titles..].to_vec() }
}

fn without_titles_but_roles(words: &[String]) -> Vec<String> {
    words.iter().skip_while(|word| is_article(word)).cloned().collect()
}

/// Whether all words that are no titles are written as names are.
fn is_personal(name: &str) -> bool {
    let mut words = name.split_whitespace().filter(|word| class(&word.to_lowercase()) != Some(WordClass::Title));
    words.all(|word| {
        !word.starts_with(char::is_lowercase) && class(&word.to_lowercase()) != Some(WordClass::Organisation)
    })
}

/// "WHO" of "World Health Organization": the first letters of the words with a capital, where there are several.
fn initials(name: &str) -> Option<String> {
    let capitals =
        name.split_whitespace().filter_map(|word| word.chars().next()).filter(|letter| letter.is_uppercase());
    let initials: String = capitals.collect();
    (initials.chars().count() >= 2).then_some(initials)
}

/// Pronouns and the like: a row of the table called "he" would be of everybody.
fn names_nobody(words: &[String]) -> bool {
    use WordClass::{Adverb, Conjunction, Determiner, Possessive, Preposition, Pronoun, Relative};
    words.iter().all(|word| {
        let class = class(word);
        matches!(class, Some(Adverb | Conjunction | Determiner | Possessive | Preposition | Pronoun | Relative))
            || matches!(word.as_str(), "one" | "another" | "others" | "هو" | "هي" | "هم")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;

    fn table() -> Sources {
        let mut orlo = Source::named(SourceId::from_u64(1), "Ana Orlo");
        orlo.role = "Mayor of Tarn".to_owned();
        let mut office = Source::named(SourceId::from_u64(2), "District health office");
        office.other_names.push("the health office".to_owned());
        let who = Source::named(SourceId::from_u64(3), "World Relief Council");
        Sources::of(vec![orlo, office, who])
    }

    fn found(name: &str) -> Option<String> {
        source_row(&table(), name).map(|row| match row {
            ProposedValue::Source { known: Some(_), name } => name,
            ProposedValue::Source { known: None, name } => format!("new {name}"),
            other => panic!("{other:?} is no row"),
        })
    }

    #[test]
    fn a_row_is_found_by_every_way_of_naming_it() {
        for (name, row) in [
            ("Ana Orlo", "Ana Orlo"),
            ("ana orlo’s", "Ana Orlo"),
            ("Orlo", "Ana Orlo"),
            ("Mrs. Orlo", "Ana Orlo"),
            ("Mayor Ana Orlo", "Ana Orlo"),
            ("Ana Orlo, who was there", "Ana Orlo"),
            ("the mayor, Ana Orlo", "Ana Orlo"),
            ("the mayor", "Ana Orlo"),
            ("The Mayor of Tarn", "Ana Orlo"),
            ("the district health office", "District health office"),
            ("The health office", "District health office"),
            ("the office", "District health office"),
            ("WRC", "World Relief Council"),
            ("the World Relief Council", "World Relief Council"),
        ] {
            assert_eq!(found(name).as_deref(), Some(row), "{name}");
        }
    }

    #[test]
    fn what_no_row_is_called_is_a_row_to_be_made() {
        for name in ["Tomas Reed", "residents", "a mayor", "an office", "Ana Reed", "the army", "وزارة الصحة"]
        {
            assert_eq!(found(name), Some(format!("new {name}")));
        }
    }

    #[test]
    fn pronouns_and_names_of_two_are_no_row() {
        for name in ["he", "She", "they", "who", "", " "] {
            assert_eq!(found(name), None, "{name}");
        }
        let other = Source::named(SourceId::from_u64(4), "Besk Orlo");
        assert_eq!(source_row(&table().with(other), "Orlo"), None);
    }
}
