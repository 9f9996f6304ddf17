use std::borrow::Cow;

use super::wording::{clause, is_any, words};
use super::{Check, CheckBasis, Example, Finding, Run, Severity};
use crate::edit::Fix;
use crate::model::{Annotation, Details, FieldPath, FieldValue, Measure, ScopeKind, Text, grouped};

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

/// Months, whose names alone say since when: "since October".
const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "aug",
    "sept",
    "sep",
    "oct",
    "nov",
    "dec",
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين",
    "كانون",
];

/// What may stand between "since" and a month: "since early October", "since 5 October". "Since the attack in October"
/// runs from one event, and is that event's own toll.
const BEFORE_MONTH: &[&str] = &["early", "mid", "late", "last", "شهر", "أوائل", "مطلع", "أواخر", "منتصف"];

fn names_month(word: &str) -> bool {
    is_any(word, MONTHS)
}

fn lead_to_month(words: &[Cow<'_, str>]) -> bool {
    words.iter().all(|word| is_any(word, BEFORE_MONTH) || word.chars().all(|c| c.is_ascii_digit()))
}

/// How many words after "since" name what a toll runs from: "since the outbreak of the war", "since March 2011".
const REACH: usize = 4;

/// The words in a count's clause by which it is a running toll.
fn running(text: &Text, annotation: &Annotation) -> Option<String> {
    // People who live somewhere since then are counted on a day, and not added up from then on.
    if matches!(&annotation.details, Details::Displacement(record) if record.measure == Measure::Stock) {
        return None;
    }
    let words: Vec<Cow<'_, str>> = words(own_clause(text, annotation)).collect();
    let names_period = |word: &Cow<'_, str>| is_any(word, PERIODS) || is_year(word);
    let counted = n_words_up_to(text, annotation);
    let is_free = |at: &usize| !is_ranked(&words, *at, &counted);
    let since = words.iter().enumerate().filter(|(_, word)| is_any(word, SINCE)).map(|(at, _)| at).filter(is_free);
    let mut toll = since.filter_map(|at| {
        let after = &words[at + 1..words.len().min(at + 1 + REACH)];
        let named = after.iter().position(names_period);
        let last = named.or_else(|| {
            after.iter().position(|word| names_month(word)).filter(|last| lead_to_month(&after[..*last]))
        })?;
        Some(words[at..=at + 1 + last].join(" "))
    });
    let is_to_date = |pair: &[Cow<'_, str>]| {
        matches!([&*pair[0], &*pair[1]], ["to", "date"] | ["this", "year"] | ["this", "month"] | ["so", "far"])
    };
    // "Earlier this year" is a time at which something happened once.
    let is_once = |at: usize| at > 0 && matches!(&*words[at - 1], "earlier" | "later" | "in" | "of");
    let to_date = || {
        (0..words.len().saturating_sub(1)).find(|&at| is_to_date(&words[at..at + 2]) && !is_once(at) && is_free(&at))
    };
    toll.next().or_else(|| Some(words[to_date()?..].iter().take(2).cloned().collect::<Vec<_>>().join(" ")))
}

/// What ends the clause of a count behind it: what follows is said of something else.
const BREAKS: &[&str] = &[", and ", ", while ", ", but ", ";", "، و", "؛"];

/// The count's clause, up to where another begins behind it.
fn own_clause<'t>(text: &'t Text, annotation: &Annotation) -> &'t str {
    let clause = clause(text, annotation);
    let offset = clause.as_ptr() as usize - text.as_ptr() as usize;
    let end = annotation.spans.end().saturating_sub(offset).min(clause.len());
    let behind = &clause[end..];
    let stop = BREAKS.iter().filter_map(|sign| behind.find(sign)).min().unwrap_or(behind.len());
    &clause[..end + stop]
}

/// Where the count's mark stands among the words of its clause.
fn n_words_up_to(text: &Text, annotation: &Annotation) -> std::ops::Range<usize> {
    let clause = own_clause(text, annotation);
    let offset = clause.as_ptr() as usize - text.as_ptr() as usize;
    let n_words = |at: usize| words(&clause[..at.saturating_sub(offset).min(clause.len())]).count();
    n_words(annotation.spans.start())..n_words(annotation.spans.end())
}

/// Words that rank one event among others, apart from those that end in "est".
const RANKS: &[&str] = &[
    "worst", "most", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "only", "أسوأ", "أعنف", "أكثر", "أكبر", "أشد", "أول", "أدمى", "أخطر", "أعلى", "ثاني", "ثالث",
];

/// Words in "est" that rank nothing.
const NO_RANKS: &[&str] = &[
    "least",
    "west",
    "rest",
    "arrest",
    "protest",
    "northwest",
    "southwest",
    "forest",
    "request",
    "test",
    "guest",
    "priest",
    "contest",
    "unrest",
    "harvest",
    "budapest",
    "bucharest",
    "interest",
    "chest",
    "quest",
];

/// How many words before "since" one that ranks may stand: "the deadliest attack on the city in many years since".
const RANK_REACH: usize = 8;

/// Whether the words at `at` tell among which events one is ranked, as in "the deadliest attack since 2016", and not
/// since when was counted, as in "the deadliest war has killed 900 since 2016".
fn is_ranked(words: &[Cow<'_, str>], at: usize, counted: &std::ops::Range<usize>) -> bool {
    let ranks = |word: &Cow<'_, str>| {
        is_any(word, RANKS) || word.len() > 4 && word.ends_with("est") && !NO_RANKS.contains(&&**word)
    };
    let from = at.saturating_sub(RANK_REACH);
    let Some(rank) = words[from..at].iter().rposition(ranks).map(|rank| from + rank) else { return false };
    // "At most" ranks nothing.
    let is_limit = rank > 0 && &*words[rank - 1] == "at";
    // The count stands between them: it runs since then, and not the rank.
    let is_parted = rank < counted.start && counted.end <= at;
    !(is_limit || is_parted)
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
    fn a_month_says_since_when_and_a_rank_does_not() {
        let event = ["1 scope.kind = Event"];
        let why = |article| whys(&CHECK, article, &event).pop().unwrap_or_default();
        let said = |words: &str| format!("The count is an event and the sentence says “{words}”");
        assert_eq!(why("It has killed 900 since October. He\n              ^^^ Casualties"), said("since october"));
        assert_eq!(why("900 died since early October.\n^^^^^^^^ Casualties"), said("since early october"));
        assert_eq!(why("نزح 900 منذ أكتوبر\n    ^^^ Displacement"), said("منذ أكتوبر"));
        let ranked = "The bloodiest war in years has killed 900 since 2016.\n                                      ^^^ Casualties";
        assert_eq!(why(ranked), said("since 2016"), "the count runs since then, not the rank");
        for article in [
            "12 died in the deadliest attack since 2016.\n^^^^^^^ Casualties",
            "The worst fire since October killed 12 people.\n                                   ^^^^^^^^^ Casualties",
            "12 died in the first raid this year.\n^^^^^^^ Casualties",
            "12 died in a raid earlier this year.\n^^^^^^^ Casualties",
            "12 died since the attack in October.\n^^^^^^^ Casualties",
            "12 died, and 900 have lived in camps since October.\n^^^^^^^ Casualties",
            "12 died since noon on Sunday.\n^^^^^^^ Casualties",
            "قتل 12 في أعنف هجوم منذ 2016\n    ^^ Casualties",
        ] {
            assert_eq!(why(article), "", "{article}");
        }
        let stock = ["1 scope.kind = Event", "1 measure = Stock"];
        assert!(whys(&CHECK, "900 live there since October.\n^^^^^^^^ Displacement", &stock).is_empty());
        assert_eq!(why("At least 900 died since 2016.\n^^^^^^^^^^^^^^^^^ Casualties"), said("since 2016"));
    }

    #[test]
    fn no_event_kills_more_than_ten_thousand_but_so_many_may_flee() {
        let records = ["1 scope.kind = Event", "1 figure.low = 30000"];
        let expected = ["30,000 in one event are more than 10,000"];
        assert_eq!(whys(&CHECK, "30,000 died.\n^^^^^^ Casualties", &records), expected);
        assert!(whys(&CHECK, "30,000 fled.\n^^^^^^ Displacement", &records).is_empty());
    }
}
