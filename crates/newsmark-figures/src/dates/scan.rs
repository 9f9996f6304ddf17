use super::calendar_date::{calendar_date, month_name, share_year};
use super::counted_times::{counted_from_story, counted_time};
use super::day_text::DayText;
use super::day_word::{DayWord, Roles};
use super::digit_date::digit_date;
use super::found_time::{FoundTime, TimeMeaning};
use super::length::Length;
use super::named_time::{NamedTime, NamedYear, Side};
use super::weekdays::{side_after, weekday_time};
use super::years::beside;

/// So many words are looked at before a time for what says on which side it lies: "by late in the March of".
// A bound, so that a text of such words alone is read in linear time.
const MOST_BEFORE: usize = 5;

/// Years that stand by themselves, as "in 1848"; other numbers of four digits are counts as often.
const BARE_YEARS: std::ops::RangeInclusive<i16> = 1_800..=2_100;

/// Every time of a text, in order and disjoint; what looks like one and is none is left out.
pub fn times(text: &DayText<'_>) -> Vec<FoundTime> {
    let mut found: Vec<FoundTime> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let previous = found.last().map_or(0, |last| last.end);
        let Some(mut time) = time_at(text, at) else {
            at += 1;
            continue;
        };
        at = time.end;
        turn_forward(text, &mut time, previous);
        if let Some(last) = found.last_mut() {
            share_year(text, last, &time);
        }
        if time.meaning != TimeMeaning::Nothing {
            found.push(time);
        }
    }
    found
}

/// The time that begins at a piece, the most exact first: "on Sunday, 14 March" is the day of the month.
fn time_at(text: &DayText<'_>, at: usize) -> Option<FoundTime> {
    if !text.is_word(at) && !text.is_number(at) {
        return None;
    }
    let plain = plain_time(text, at);
    let found =
        plain.or_else(|| sided_time(text, at)).or_else(|| counted_from_story(text, at, |at| time_of_day(text, at)))?;
    // "the previous Sunday", "في اليوم التالي", "the Sunday before the vote"
    let the_day_before =
        text.was(found.start, Roles::STRETCH_ARTICLE) && text.is(found.end, Roles::SIDE) && is_weekday(&found);
    let is_told =
        text.was(found.start, Roles::STORY_BEFORE) || text.is(found.end, Roles::STORY_AFTER) || the_day_before;
    if is_told && is_beside(&found) { Some(FoundTime::of_story(found.start, found.end)) } else { Some(found) }
}

fn time_of_day(text: &DayText<'_>, at: usize) -> Option<FoundTime> {
    plain_time(text, at).or_else(|| sided_time(text, at))
}

fn is_weekday(found: &FoundTime) -> bool {
    matches!(found.meaning, TimeMeaning::Named(NamedTime::Weekday { side: Side::Unsaid, .. }))
}

/// Whether a time hangs on publication by its words alone, so that words of the story beside it turn it to another.
fn is_beside(found: &FoundTime) -> bool {
    let TimeMeaning::Named(named) = found.meaning else { return false };
    matches!(named, NamedTime::Weekday { .. } | NamedTime::Whole { .. } | NamedTime::Counted { .. })
        || matches!(named, NamedTime::Dated { year: NamedYear::Unsaid, .. })
}

/// A time before which nothing says on which side of publication it lies.
fn plain_time(text: &DayText<'_>, at: usize) -> Option<FoundTime> {
    digit_date(text, at)
        .or_else(|| counted_time(text, at))
        .or_else(|| weekday_time(text, at, Side::Unsaid))
        .or_else(|| offset_day(text, at))
        .or_else(|| month_time(text, at, at, Side::Unsaid))
        .or_else(|| whole_time(text, at))
        .or_else(|| bare_year(text, at))
}

/// A day or a month after the word that says on which side of publication it lies: "next Nov. 20", "last Sunday".
fn sided_time(text: &DayText<'_>, at: usize) -> Option<FoundTime> {
    let sides = [(Roles::LAST.and(Roles::LAST_BARE), Side::Last), (Roles::THIS, Side::This), (Roles::NEXT, Side::Next)];
    let (_, side) = sides.into_iter().find(|(role, _)| text.is(at, *role))?;
    let found = weekday_time(text, at + 1, side).or_else(|| month_time(text, at, at + 1, side))?;
    Some(FoundTime { start: at, ..found })
}

/// "Yesterday", with the day of the week or the date that follows it: "أمس السبت", "today, 14 March".
fn offset_day(text: &DayText<'_>, at: usize) -> Option<FoundTime> {
    let n = text.word(at).offset?;
    let end = text.skip(at + 1, Roles::PART_OF_DAY, 1);
    // Spanish "la mañana" is the morning, and "اليوم الثاني" the second day.
    let is_noun = text.is(at, Roles::NEEDS_COMPANY) && text.was(at, Roles::ARTICLE.and(Roles::OF).and(Roles::THIS));
    if is_noun || text.word(end).ordinal.is_some() && text.is_arabic(end) {
        return Some(FoundTime::nothing(at, end));
    }
    let next = text.skip_mark(end, &[',', '،', '(']);
    let side = if n > 0 { Side::Next } else { Side::Unsaid };
    let named = weekday_time(text, next, side).or_else(|| {
        let date = digit_date(text, next).or_else(|| calendar_date(text, next))?;
        matches!(date.meaning, TimeMeaning::Named(NamedTime::Dated { day: Some(_), .. })).then_some(date)
    });
    if let Some(named) = named.filter(|named| matches!(named.meaning, TimeMeaning::Named(_))) {
        let end = if next > end && text.is_mark(end, &['(']) { text.skip_mark(named.end, &[')']) } else { named.end };
        return Some(FoundTime { start: at, end, ..named });
    }
    Some(FoundTime::named(at, end, NamedTime::Counted { n, length: Length::Day, is_day: true }))
}

/// A month or a day of one from `at` on; `start` is where its words begin.
fn month_time(text: &DayText<'_>, start: usize, at: usize, side: Side) -> Option<FoundTime> {
    let found = calendar_date(text, at)?;
    let TimeMeaning::Named(NamedTime::Dated { year: NamedYear::Unsaid, month, day, weekday, .. }) = found.meaning
    else {
        return Some(found);
    };
    // "The Sept. 11 attacks" were not those of the last 11 September.
    if text.is(found.end, Roles::DATE_NAME_AFTER) {
        return Some(FoundTime::nothing(start, found.end));
    }
    let (side, end) = side_after(text, found.end, side);
    // A month without day and year, named once, may be another word.
    let is_bare = month_name(text, at).is_some_and(|name| name.end == found.end && !name.is_double);
    if is_bare && side == Side::Unsaid && !is_month(text, at, text.word(at)) {
        return Some(FoundTime::nothing(start, end));
    }
    Some(FoundTime::named(start, end, NamedTime::Dated { year: NamedYear::Unsaid, month, day, weekday, side }))
}

/// Whether a month's name that stands without day and year is one: "in May", and not "may", "March on" or "every May".
fn is_month(text: &DayText<'_>, at: usize, word: DayWord) -> bool {
    if text.was(at, Roles::EVERY) || text.is(at + 1, Roles::NAME_AFTER) || text.was(at, Roles::NAME_BEFORE) {
        return false;
    }
    // French "sept" is a number wherever no day stands before it.
    if word.number.is_some() {
        return false;
    }
    !word.is(Roles::NEEDS_COMPANY) || is_cued(text, at) || text.len() == 1
}

/// Whether a preposition or the like makes a bare month or year a time: "in May", "mid-March", "at the end of 2025".
fn is_cued(text: &DayText<'_>, at: usize) -> bool {
    let glue = at.checked_sub(1).filter(|before| text.is_mark(*before, &['-', '‑']) && text.is_glued(at));
    let before = glue.unwrap_or(at);
    // "June–July", "May/June"
    let is_pair = text.is_mark(at + 1, &['-', '–', '/']) && text.is_glued(at + 2) && text.word(at + 2).month.is_some();
    text.was(before, Roles::CUE.and(Roles::PART).and(Roles::FORWARD).and(Roles::MONTH_NOUN))
        || text.was(before, Roles::ARTICLE) && before > 1 && text.was(before - 1, Roles::CUE.and(Roles::PART))
        || text.piece(at).is_some_and(|piece| piece.follows_and)
        || is_pair
}

/// "Last week", "this month", "العام المقبل".
fn whole_time(text: &DayText<'_>, at: usize) -> Option<FoundTime> {
    if let Some(n) = text.word(at).year_offset {
        return Some(FoundTime::named(at, at + 1, NamedTime::Whole { n, length: Length::Year }));
    }
    if let Some(week) = week_of(text, at) {
        return Some(week);
    }
    // Articles may stand before what is looked for here, and not be part of it.
    if text.is(at, Roles::OF.and(Roles::ARTICLE)) && text.word(at).length.is_none() {
        return None;
    }
    let lengths = [Length::Week, Length::Month, Length::Year];
    let (n, end, length) =
        lengths.into_iter().find_map(|length| beside(text, length, at).map(|(n, end)| (n, end, length)))?;
    // "The last week" is the seven days up to now, or up to what was told: no week of the calendar.
    let is_stretch = text.is(at, Roles::LAST) && text.was(at, Roles::STRETCH_ARTICLE)
        || text.is(at, Roles::NEXT) && text.was(at, Roles::STRETCH_ARTICLE);
    // "last week of March" is the final one.
    let of = text.skip(end, Roles::OF.and(Roles::ARTICLE), 3);
    let is_final = text.is(at, Roles::LAST) && text.is(end, Roles::OF);
    let is_final = is_final && (text.word(of).month.is_some() || text.word(of).length.is_some() || text.is_number(of));
    if is_stretch || is_final {
        return Some(FoundTime::nothing(at, end));
    }
    Some(FoundTime::named(at, end, NamedTime::Whole { n, length }))
}

/// "The week of March 9".
fn week_of(text: &DayText<'_>, at: usize) -> Option<FoundTime> {
    text.word(at).length.filter(|length| *length == (Length::Week, 1) && text.is(at, Roles::SINGLE))?;
    let date = text.skip(at + 1, Roles::OF.and(Roles::ARTICLE), 3);
    let found = calendar_date(text, date).filter(|_| date > at + 1)?;
    let TimeMeaning::Named(NamedTime::Dated { year, month, day: Some(day), weekday: None, .. }) = found.meaning else {
        return None;
    };
    Some(FoundTime::named(at, found.end, NamedTime::WeekOf { year, month, day }))
}

/// A year that stands by itself after what makes it one: "in 2025", "عام 2025".
fn bare_year(text: &DayText<'_>, at: usize) -> Option<FoundTime> {
    let (year, n_digits) = text.digits(at)?;
    let is_alone = text.len() == 1;
    let is_year = n_digits == 4 && (BARE_YEARS.contains(&year) || is_alone && (1_000..=2_999).contains(&year));
    let goes_on = text.goes_on(at + 1) || text.is_mark(at + 1, &['-', '–', '/']) && text.is_glued(at + 1);
    // "1404 هـ" is of another calendar, and letters to digits make a code or a decade.
    let is_of_other = text.letters(at + 1).starts_with('ه') && text.letters(at + 1).chars().count() <= 2;
    let is_attached = text.is_glued(at + 1) && text.is_word(at + 1);
    // "mid-2025"
    let is_part = at > 1 && text.is_mark(at - 1, &['-', '‑']) && text.is(at - 2, Roles::PART);
    let is_whole = (text.begins_number(at) || is_part) && !goes_on && !is_attached;
    if !is_year || !is_whole || is_of_other || !(is_alone || is_cued(text, at)) || text.counts(at) {
        return None;
    }
    Some(FoundTime::named(at, at + 1, NamedTime::Year(year)))
}

/// Turns a time that nothing else places to the days to come where "by", "until" or the like stands before it.
///
/// Directly after another time it is the end of a stretch, "from Friday until Sunday", and as open as "to".
fn turn_forward(text: &DayText<'_>, time: &mut FoundTime, previous: usize) {
    let TimeMeaning::Named(named) = &mut time.meaning else { return };
    let side = match named {
        NamedTime::Weekday { side, .. }
        | NamedTime::Dated { year: NamedYear::Unsaid, side, .. }
        | NamedTime::SolarHijri { year: None, side, .. } => side,
        _ => return,
    };
    if *side != Side::Unsaid {
        return;
    }
    let mut before = time.start;
    for _ in 0..MOST_BEFORE {
        if before <= previous {
            return;
        }
        before -= 1;
        if text.is(before, Roles::FORWARD) {
            if before > previous || previous == 0 {
                *side = Side::Coming;
                time.start = before;
            }
            return;
        }
        let is_between = text.is(before, Roles::ARTICLE.and(Roles::PART).and(Roles::OF).and(Roles::PART_OF_DAY))
            || text.is_mark(before, &['-', '‑'])
            // "by early on Friday"
            || text.is(before, Roles::CUE) && text.was(before, Roles::PART);
        if !is_between {
            return;
        }
    }
}
