use std::borrow::Cow;

use super::wording::{clause, is_any, words};
use super::{Check, CheckBasis, Example, Finding, Run, Severity};
use crate::edit::Fix;
use crate::model::{Annotation, Details, FieldPath, FieldValue, ScopeKind, Text, grouped};

/// A running toll that counts as an event, by its words or by its size: it holds
/// events that are told elsewhere (UCDP GED codebook: no event without its day and place).
///
/// A size is no sign of it in displacement, where a day may move tens of thousands.
pub(super) const CHECK: Check = Check {
    kind: "CumulativeAsEvent",
    severity: Severity::Warning,
    run: Run::Alone(run),
    fires: Example {
        article: "Since the war began, 900 people have died.\n                     ^^^^^^^^^^ Casualties",
        records: &["1 scope.kind = Event", "1 figure.best = 900"],
    },
    silent: Example {
        article: "Since the attack on Sunday, 900 people have died.\n                            ^^^^^^^^^^ Casualties",
        records: &["1 scope.kind = Event", "1 figure.best = 900"],
    },
};

/// More people are not killed in one event but in the largest disasters.
// Only the gravest earthquakes and floods kill more at once; the check warns and does not forbid.
const LARGEST_EVENT: u64 = 10_000;

fn run(basis: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let Some(figure) = annotation.details.figure() else { return };
    if annotation.details.scope().is_none_or(|scope| scope.kind != ScopeKind::Event) {
        return;
    }
    let number = figure.low.or(figure.best).or(figure.high);
    let is_of_casualties = matches!(annotation.details, Details::Casualties(_));
    let why = match (running(basis.text, annotation), number) {
        (Some(words), _) => format!("The count is an event and the sentence says “{words}”"),
        (None, Some(number)) if is_of_casualties && number > LARGEST_EVENT => {
            format!("{} in one event are more than {}", grouped(number), grouped(LARGEST_EVENT))
        }
        _ => return,
    };
    let cumulative = FieldValue::Choice(ScopeKind::VOCABULARY, ScopeKind::Cumulative as usize);
    let fix = Fix::fields("Set the scope to Cumulative", [(FieldPath::Scope, cumulative)]);
    found.push(Finding::in_field(FieldPath::Scope, why).or(fix));
}

const SINCE: &[&str] = &["since", "منذ"];
const PERIODS: &[&str] = &[
    "war",
    "conflict",
    "fighting",
    "uprising",
    "revolution",
    "crisis",
    "siege",
    "start",
    "beginning",
    "outbreak",
    "invasion",
    "occupation",
    "insurgency",
    "حرب",
    "نزاع",
    "صراع",
    "ثورة",
    "أزمة",
    "حصار",
    "بداية",
    "بدء",
    "اندلاع",
];

/// How many words after "since" name what a toll runs from: "since the outbreak of the war", "since March 2011".
const REACH: usize = 4;

/// The words in a count's clause by which it is a running toll.
fn running(text: &Text, annotation: &Annotation) -> Option<String> {
    let words: Vec<Cow<'_, str>> = words(clause(text, annotation)).collect();
    let names_period = |word: &Cow<'_, str>| is_any(word, PERIODS) || is_year(word);
    let since = words.iter().enumerate().filter(|(_, word)| is_any(word, SINCE));
    let mut toll = since.filter_map(|(at, _)| {
        let after = &words[at + 1..words.len().min(at + 1 + REACH)];
        let last = after.iter().position(names_period)?;
        Some(words[at..=at + 1 + last].join(" "))
    });
    let to_date = || words.windows(2).find(|pair| matches!([&*pair[0], &*pair[1]], ["to", "date"] | ["this", "year"]));
    toll.next().or_else(|| Some(to_date()?.join(" ")))
}

fn is_year(word: &str) -> bool {
    // "Since 2011" names a year; "since 4000 fled" does not.
    word.len() == 4 && word.parse().is_ok_and(|year: u16| (1900..2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    #[test]
    fn words_of_a_running_toll_are_told() {
        let event = ["1 scope.kind = Event"];
        let why = |article| whys(&CHECK, article, &event).pop().unwrap_or_default();
        let said = |words: &str| format!("The count is an event and the sentence says “{words}”");
        assert_eq!(
            why("It has killed 900 since March 2011. He\n              ^^^ Casualties"),
            said("since march 2011")
        );
        assert_eq!(why("نزح 900 منذ بداية الحرب\n    ^^^ Displacement"), said("منذ بداية"));
        assert_eq!(why("It killed 900. Since the war began, no\n          ^^^ Casualties"), "");
    }

    #[test]
    fn no_event_kills_more_than_ten_thousand_but_so_many_may_flee() {
        let records = ["1 scope.kind = Event", "1 figure.low = 30000"];
        let expected = ["30,000 in one event are more than 10,000"];
        assert_eq!(whys(&CHECK, "30,000 died.\n^^^^^^ Casualties", &records), expected);
        assert!(whys(&CHECK, "30,000 fled.\n^^^^^^ Displacement", &records).is_empty());
    }
}
