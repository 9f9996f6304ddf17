use super::day_text::DayText;
use super::day_word::Roles;

/// A day of a month, or a stretch of such days, as words and digits name it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayNumbers {
    /// The number; of a stretch none, as none of its days is the day.
    pub day: Option<i8>,
    /// The piece after the last one.
    pub end: usize,
    /// Whether it is said to be one of an order, as "3rd" and "third".
    pub is_ordinal: bool,
}

/// More days than one breath names: "on 3, 4 and 5 March".
// A bound, so that a list of a thousand numbers is read in linear time.
const MOST_DAYS: usize = 8;

/// The days from a piece on: "14", "the 14th", "3, 4 and 5", "12–14".
pub fn day_numbers(text: &DayText<'_>, at: usize) -> Option<DayNumbers> {
    let first = day_number(text, at)?;
    let (mut end, mut last, mut n_days, mut is_linked) = (first.end, first.day?, 1, false);
    while n_days < MOST_DAYS {
        let is_comma = text.is_mark(end, &[',', '،']);
        let Some(next) = linked(text, end, is_comma) else { break };
        let Some(number) = next.day.filter(|day| *day > last && *day <= 31) else { break };
        (end, last, n_days) = (next.end, number, n_days + 1);
        is_linked |= !is_comma;
    }
    match n_days {
        1 => Some(first),
        // "12, 14 March" may be a number and a day.
        _ if is_linked && first.day? > 0 => Some(DayNumbers { day: None, end, is_ordinal: first.is_ordinal }),
        _ => None,
    }
}

/// The number that goes on a stretch after what links it.
fn linked(text: &DayText<'_>, at: usize, is_comma: bool) -> Option<DayNumbers> {
    let is_link = is_comma || text.is(at, Roles::LINK) || text.is_mark(at, &['-', '–', '—', '/']);
    // Arabic writes "and" to the word after it.
    let next = if is_link { at + 1 } else { at };
    let follows_and = text.piece(at).is_some_and(|piece| piece.follows_and);
    let next = text.skip(next, Roles::ARTICLE, 1);
    (is_link || follows_and).then(|| day_number(text, next)).flatten()
}

/// One day: "14", "14th", "14.", "fourteenth". Its number is above 31 or 0 where there is no such day.
pub fn day_number(text: &DayText<'_>, at: usize) -> Option<DayNumbers> {
    if let Some(day) = text.word(at).ordinal {
        return Some(DayNumbers { day: Some(day), end: at + 1, is_ordinal: true });
    }
    let (value, n_digits) = text.digits(at)?;
    let is_after_link = at > 0 && text.is_mark(at - 1, &['-', '–', '—', '/']) && at > 1 && text.is_number(at - 2);
    if n_digits > 2 || !(text.begins_number(at) || is_after_link) {
        return None;
    }
    let after = at + 1;
    let is_ordinal = text.is_glued(after) && text.is(after, Roles::SUFFIX);
    if is_ordinal {
        return Some(DayNumbers { day: Some(value as i8), end: after + 1, is_ordinal });
    }
    if text.goes_on(after) {
        return None;
    }
    // "3. März", "1.º de mayo"
    let is_stopped = text.is_mark(after, &['.']) && text.is_glued(after) && !text.language().days.has_english();
    let end = if is_stopped {
        after + 1 + usize::from(text.is_glued(after + 1) && text.is(after + 1, Roles::SUFFIX))
    } else {
        after
    };
    Some(DayNumbers { day: Some(value as i8), end, is_ordinal: is_stopped })
}
