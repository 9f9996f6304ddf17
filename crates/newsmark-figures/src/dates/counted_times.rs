use super::day_text::DayText;
use super::day_word::Roles;
use super::found_time::{FoundTime, TimeMeaning};
use super::length::Length;
use super::named_time::NamedTime;

/// Longest number of days, weeks, months or years that is counted back from publication.
// Four digits, as texts have them; more are no time of news.
const LARGEST: i32 = 9_999;

/// A time counted from publication, from a piece on: "three days ago", "vor drei Tagen", "a week from now".
pub fn counted_time(text: &DayText<'_>, at: usize) -> Option<FoundTime> {
    behind(text, at).or_else(|| ahead_of_count(text, at)).or_else(|| between(text, at)).or_else(|| weeks_on(text, at))
}

/// So many of a length.
struct Count {
    n: i32,
    length: Length,
    end: usize,
}

/// The count from a piece on: "three days", "two fortnights", "أسبوعين".
fn count(text: &DayText<'_>, at: usize) -> Option<Count> {
    let word = text.word(at);
    // Arabic says two of a thing in one word.
    if let (Some((length, _)), Some(n)) = (word.length, word.number) {
        return Some(Count { n, length, end: at + 1 });
    }
    let digits = || text.digits(at).filter(|_| text.begins_number(at) && !text.goes_on(at + 1));
    let n = word.number.or_else(|| digits().map(|(n, _)| i32::from(n)))?;
    let (length, each) = text.word(at + 1).length?;
    Some(Count { n: n.checked_mul(each).filter(|n| (1..=LARGEST).contains(n))?, length, end: at + 2 })
}

/// The count and then what makes it a time: "three days ago".
fn behind(text: &DayText<'_>, at: usize) -> Option<FoundTime> {
    let count = count(text, at)?;
    let sides = [(Roles::AGO_AFTER, -1), (Roles::AHEAD_AFTER.and(Roles::AHEAD_AFTER_DAY), 1)];
    let (_, sign) = sides.into_iter().find(|(role, _)| text.is(count.end, *role))?;
    let end = count.end + 1;
    // "more than a week ago", "two or three days ago", "a year and a week ago"
    let is_guess = text.was(at, Roles::HEDGE.and(Roles::LINK))
        || at > 0 && (text.is_number(at - 1) || text.mark(at - 1) == Some('-'));
    if is_guess {
        return Some(FoundTime::nothing(at, end));
    }
    let on = text.skip(end, Roles::CUE, 1);
    let is_today = text.word(end).offset == Some(0);
    if is_today || text.is(count.end, Roles::AHEAD_AFTER_DAY) {
        let day = NamedTime::Counted { n: sign * count.n, length: count.length, is_day: true };
        return Some(FoundTime::named(at, if is_today { end + 1 } else { end }, day));
    }
    // "a year ago this week"
    if text.is(end, Roles::THIS) {
        return Some(FoundTime::of_story(at, text.skip(end + 1, Roles::SINGLE, 1)));
    }
    // "a week ago on Sunday" is neither the week nor the last Sunday.
    if text.word(on).weekday.is_some() && (on > end || !text.is_mark(end, &[','])) {
        return Some(FoundTime::of_story(at, on + 1));
    }
    Some(FoundTime::named(at, end, NamedTime::Counted { n: sign * count.n, length: count.length, is_day: false }))
}

/// What makes it a time and then the count: "vor drei Tagen", "قبل يومين", "dans trois jours".
fn ahead_of_count(text: &DayText<'_>, at: usize) -> Option<FoundTime> {
    let sides = [(Roles::AGO_BEFORE, -1), (Roles::AHEAD_BEFORE, 1)];
    let (_, sign) = sides.into_iter().find(|(role, _)| text.is(at, *role))?;
    let count = count(text, at + 1).or_else(|| arabic_one(text, at + 1))?;
    // "قبل ثلاثة أيام من الهجوم" is counted from what the article tells.
    if text.is_arabic(count.end) && text.is(count.end, Roles::OF) {
        return Some(FoundTime::of_story(at, count.end + 1));
    }
    Some(FoundTime::named(at, count.end, NamedTime::Counted { n: sign * count.n, length: count.length, is_day: false }))
}

/// One of a length, which Arabic says without a number: "قبل أسبوع". With its article it is a certain one.
fn arabic_one(text: &DayText<'_>, at: usize) -> Option<Count> {
    let (length, n) = text.word(at).length.filter(|_| text.is(at, Roles::SINGLE) && text.is_arabic(at))?;
    // "قبل عام 2025", "قبل شهر آذار"
    let is_named = text.is_number(at + 1) || text.word(at + 1).month.is_some();
    let is_certain = text.letters(at).starts_with("ال");
    (!is_named && !is_certain).then_some(Count { n, length, end: at + 1 })
}

/// "in three days' time".
fn between(text: &DayText<'_>, at: usize) -> Option<FoundTime> {
    if !text.is(at, Roles::AHEAD_AROUND) {
        return None;
    }
    let count = count(text, at + 1)?;
    let close = text.skip_mark(count.end, &['\'', '’']);
    // "a week's time"
    let close = if text.letters(close) == "s" { close + 1 } else { close };
    let time = NamedTime::Counted { n: count.n, length: count.length, is_day: false };
    text.is(close, Roles::AHEAD_CLOSE).then(|| FoundTime::named(at, close + 1, time))
}

/// "a week on Tuesday", "two weeks from Friday".
fn weeks_on(text: &DayText<'_>, at: usize) -> Option<FoundTime> {
    let count = count(text, at).filter(|count| count.length == Length::Week)?;
    let weekday = text.word(count.end + 1).weekday.filter(|_| text.is(count.end, Roles::ON))?;
    // "closed for a week on Tuesday", "more than a week from Friday"
    let is_length = text.was(at, Roles::HEDGE.and(Roles::LINK));
    let named = FoundTime::named(at, count.end + 2, NamedTime::WeeksAfter { weekday, weeks: count.n });
    Some(if is_length { FoundTime::nothing(at, count.end) } else { named })
}

/// A length that is counted from what the article tells, from a piece on: "the day before the vote", with the time that
/// it is counted from, where that follows directly.
pub fn counted_from_story(
    text: &DayText<'_>,
    at: usize,
    time: impl Fn(usize) -> Option<FoundTime>,
) -> Option<FoundTime> {
    text.word(at).length.filter(|_| text.is(at + 1, Roles::SIDE))?;
    let next = text.skip(at + 2, Roles::ARTICLE, 1);
    let end = time(next).filter(|time| time.meaning != TimeMeaning::Nothing).map_or(at + 2, |time| time.end);
    Some(FoundTime::of_story(at, end))
}
