//! The headings of word lists: what the words under each mean.

use crate::reader::word::{Flag, Form, Meaning, Noun, Sort, Suffix, Word};
use crate::{Convention, Qualifier, Unit};

/// What the entries of a line mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Heading {
    /// Single words.
    Words(Word),
    /// Single words that keep what else they mean.
    Flags(Flag),
    /// Nouns, each with its plurals; of one word or several.
    Nouns(Noun),
    /// Phrases of any number of words and signs.
    Phrases(Meaning),
}

/// The heading of a line; `None` for one that does not exist.
pub(super) fn heading(written: &str) -> Option<Heading> {
    let mut parts = written.split_whitespace();
    let name = parts.next()?;
    let arguments: Vec<&str> = parts.collect();
    word(name, &arguments)
        .map(Heading::Words)
        .or_else(|| flag(name, &arguments).map(Heading::Flags))
        .or_else(|| noun(name, &arguments).map(Heading::Nouns))
        .or_else(|| phrase(name, &arguments).map(Heading::Phrases))
}

fn number(written: &str) -> Option<u64> {
    written.parse().ok()
}

fn word(name: &str, arguments: &[&str]) -> Option<Word> {
    match arguments {
        [] => plain_word(name),
        [n] => numbered_word(name, n),
        [n, more] => match name {
            "plural" => Some(Word::Plural(number(n)?, Convention::from_name(more)?)),
            "few" => few(n, more, false),
            "few-after-article" => few(n, more, true),
            _ => None,
        },
        _ => None,
    }
}

fn few(alone: &str, of_scale: &str, is_articled: bool) -> Option<Word> {
    Some(Word::Few { alone: alone.parse().ok()?, of_scale: of_scale.parse().ok()?, is_articled })
}

fn numbered_word(name: &str, argument: &str) -> Option<Word> {
    if name == "fraction" {
        let (numerator, denominator) = argument.split_once('/')?;
        let denominator = denominator.parse().ok().filter(|parts| *parts > 0)?;
        return Some(Word::Fraction { numerator: numerator.parse().ok()?, denominator });
    }
    let n = number(argument)?;
    Some(match name {
        "cardinal" => Word::Cardinal(n),
        "scale" => Word::Scale(n),
        "dual" => Word::Dual(n),
        "dual-or-scale" => Word::DualOrScale(n),
        "about" => Word::About(n),
        "times-suffix" => Word::Suffix(Suffix::Times(n)),
        "kin" => Word::Kin(n),
        _ => return None,
    })
}

fn plain_word(name: &str) -> Option<Word> {
    Some(match name {
        "many" => Word::Many,
        "both" => Word::Both,
        "all" => Word::All,
        "article" => Word::A,
        "the" => Word::The,
        "of" => Word::Of,
        "and" => Word::And,
        "to" => Word::To,
        "or" => Word::Or,
        "possessive" => Word::Possessive,
        "pronoun" => Word::Pronoun,
        "no" => Word::No,
        "not" => Word::Not,
        "aged" => Word::Aged,
        "old" => Word::Old,
        "adjective" => Word::Adjective,
        "people-adjective" => Word::PeopleAdjective,
        "people-verb" => Word::PeopleVerb,
        "period" => Word::Period { is_year: false },
        "period-year" => Word::Period { is_year: true },
        "month" => Word::Month,
        "weekday" => Word::Weekday,
        "currency" => Word::Currency,
        "currency-before" => Word::CurrencyBefore,
        "ordinal" => Word::Ordinal,
        "ordinal-suffix" => Word::Suffix(Suffix::Ordinal),
        "decade-suffix" => Word::Suffix(Suffix::Decade),
        "clock-suffix" => Word::Suffix(Suffix::Clock),
        "change" => Word::Change,
        "function" => Word::Function,
        _ => return None,
    })
}

fn flag(name: &str, arguments: &[&str]) -> Option<Flag> {
    if !arguments.is_empty() {
        return None;
    }
    Some(match name {
        "label" => Flag::Label,
        "street" => Flag::Street,
        "match" => Flag::Match,
        "height" => Flag::Height,
        "toll" => Flag::Toll,
        "member" => Flag::Member,
        _ => return None,
    })
}

fn noun(name: &str, arguments: &[&str]) -> Option<Noun> {
    use {Form as F, Sort as S, Unit as U};
    if let ("persons", [n]) = (name, arguments) {
        return Some(Noun { unit: Unit::Person, form: Form::Several(number(n)?), sort: Sort::Child });
    }
    let (unit, form, sort) = match name {
        "person" | "role" => (U::Person, F::Singular, S::Plain),
        "person-or-adjective" => (U::Person, F::Singular, S::Ambiguous),
        "people" => (U::Person, F::Collective, S::Plain),
        "parent" => (U::Person, F::Singular, S::Parent),
        "child" => (U::Person, F::Singular, S::Child),
        "nation" | "faith" => (U::Person, F::Singular, S::Nation),
        "people-adjective-name" => (U::Person, F::Collective, S::Nation),
        "two-persons" => (U::Person, F::Dual, S::Plain),
        "household" => (U::Household, F::Singular, S::Plain),
        "two-households" => (U::Household, F::Dual, S::Plain),
        "dwelling" => (U::Dwelling, F::Singular, S::Plain),
        "two-dwellings" => (U::Dwelling, F::Dual, S::Plain),
        "crew" => (U::Other, F::Singular, S::Crew),
        "thing" => (U::Other, F::Singular, S::Plain),
        _ => return None,
    };
    arguments.is_empty().then_some(Noun { unit, form, sort })
}

fn phrase(name: &str, arguments: &[&str]) -> Option<Meaning> {
    match (name, arguments) {
        ("before", [qualifier]) => Some(Meaning::Before { qualifier: Qualifier::from_name(qualifier)?, is_sure: true }),
        ("before", [qualifier, "doubtful"]) => {
            Some(Meaning::Before { qualifier: Qualifier::from_name(qualifier)?, is_sure: false })
        }
        ("before-toll", [qualifier]) => Some(Meaning::BeforeOfToll(Qualifier::from_name(qualifier)?)),
        ("after", [qualifier]) => Some(Meaning::After(Qualifier::from_name(qualifier)?)),
        ("between", []) => Some(Meaning::Between),
        ("from", []) => Some(Meaning::From),
        ("none", [unit]) => Some(Meaning::Zero(Unit::from_name(unit)?)),
        ("not-reported", []) => Some(Meaning::NotReported),
        ("unknown-number", []) => Some(Meaning::Many),
        ("rest", []) => Some(Meaning::Rest { is_articled: false }),
        ("rest-after-the", []) => Some(Meaning::Rest { is_articled: true }),
        ("percent", []) => Some(Meaning::Percent),
        ("in-every", []) => Some(Meaning::InEvery),
        ("out-of", []) => Some(Meaning::OutOf),
        ("except", []) => Some(Meaning::Except),
        _ => None,
    }
}
