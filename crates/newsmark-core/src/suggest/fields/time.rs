//! When it happened, with the day that the words stand for.

use std::ops::Range;

use jiff::civil::Date;
use newsmark_figures::resolved_day;

use super::{Stated, anchored, nearest, sentence};
use crate::model::When;
use crate::suggest::lexicon::{DAYS, Lexicon, MONTHS, WordList};
use crate::suggest::proposal::Tier;
use crate::suggest::rules::Governed;
use crate::suggest::tagged::TaggedText;

const PARTS_OF_DAY: WordList =
    WordList::of("morning evening night afternoon dawn noon midnight dusk nightfall midday sunrise");
const PERIODS: [&str; 5] = ["week", "month", "year", "weekend", "night"];

/// When what is counted happened, as its sentence says, with how the day was worked out.
pub(in crate::suggest) fn time(
    tagged: &TaggedText<'_>,
    count: &Governed,
    published: Option<Date>,
) -> Option<(Stated<When>, String)> {
    let own = sentence(tagged, count);
    let places =
        times(tagged, &own).into_iter().filter(|place| !is_of_saying(tagged, place) && !is_since(tagged, place));
    let at = nearest(count, places)?;
    let text = anchored(tagged, &at)?;
    let resolved = resolved_day(&text.value, tagged.language, published);
    let how = resolved.as_ref().map(|day| day.sentence()).unwrap_or_default();
    let when = match resolved {
        Some(day) => When { text: Some(text), date: day.date(), precision: day.precision },
        None => When { text: Some(text), ..When::default() },
    };
    Some((Stated { value: when, at, tier: Tier::Likely }, how))
}

/// The expressions of time in a range of tokens.
fn times(tagged: &TaggedText<'_>, range: &Range<usize>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = range.start;
    while at < range.end {
        match expression(tagged, at, range) {
            Some(place) => {
                at = place.end.max(at + 1);
                found.push(place);
            }
            None => at += 1,
        }
    }
    found
}

/// The expression of time whose head is token `at`.
fn expression(tagged: &TaggedText<'_>, at: usize, range: &Range<usize>) -> Option<Range<usize>> {
    let word = tagged.word(at);
    let is_number = |at: usize| tagged.word(at).bytes().next().is_some_and(|byte| byte.is_ascii_digit());
    let is_year = |at: usize| tagged.word(at).len() == 4 && is_number(at);
    let (mut start, mut end) = (at, at + 1);
    if DAYS.holds(word) {
        while end < range.end && tagged.is_in(end, &PARTS_OF_DAY) {
            end += 1;
        }
        // "Saturday, 6 August 2016": the weekday of a date belongs to it.
        let date = end + usize::from(tagged.word(end) == ",");
        let is_date =
            is_number(date) && tagged.is_in(date + 1, &MONTHS) || tagged.is_in(date, &MONTHS) && is_number(date + 1);
        if is_date && date + 1 < range.end {
            end = date + 2;
            end += usize::from(end < range.end && is_year(end));
        }
    } else if MONTHS.holds(word) {
        let has_day_before = at > range.start && is_number(at - 1) && !is_year(at - 1);
        let has_day_behind = end < range.end && is_number(end);
        // "may" and "march" are verbs as well: without a number beside them they are no months.
        let is_in = at > range.start && tagged.is_one_of(at - 1, &["in", "since", "last", "late", "early", "mid"]);
        if !has_day_before && !has_day_behind && !is_in {
            return None;
        }
        start -= usize::from(has_day_before);
        end += usize::from(has_day_behind);
        end += usize::from(end < range.end && tagged.word(end) == "," && is_year(end + 1)) * 2;
        end += usize::from(end < range.end && has_day_before && is_year(end));
    } else if PERIODS.contains(&word) && at > range.start && tagged.is_one_of(at - 1, &["last", "this", "next"]) {
        start -= 1;
        start -= usize::from(start > range.start && tagged.is_one_of(start - 1, &["earlier", "late", "early"]));
    } else {
        return None;
    }
    while start > range.start
        && tagged
            .is_one_of(start - 1, &["on", "early", "late", "last", "earlier", "by", "in", "before", "next", "this"])
    {
        start -= 1;
    }
    Some(start..end.min(range.end))
}

/// Whether the time is that of saying it: "the office said on Tuesday".
fn is_of_saying(tagged: &TaggedText<'_>, place: &Range<usize>) -> bool {
    let Some(before) = place.start.checked_sub(1) else { return false };
    let verb = Lexicon::english().entry(tagged.word(before)).and_then(|entry| entry.verb.as_ref());
    let is_told = tagged.is_one_of(before, &["reporters", "statement", "report", "conference"]);
    is_told || verb.is_some_and(|verb| verb.class.is_reporting() && verb.takes.clause)
}

fn is_since(tagged: &TaggedText<'_>, place: &Range<usize>) -> bool {
    place.start.checked_sub(1).is_some_and(|before| tagged.is_one_of(before, &["since", "until", "from", "of"]))
}
