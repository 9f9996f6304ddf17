use super::calendar_date::{calendar_date, month_name};
use super::day_text::DayText;
use super::day_word::Roles;
use super::digit_date::digit_date;
use super::found_time::{FoundTime, TimeMeaning};
use super::length::Length;
use super::named_time::{NamedTime, Side};
use super::years::beside;

/// A day of the week from a piece on, with the date or the week that it is of; `side` is what stands before it.
pub fn weekday_time(text: &DayText<'_>, at: usize, side: Side) -> Option<FoundTime> {
    let word = text.word(at);
    let weekday = word.weekday?;
    let end = text.skip(at + 1, Roles::PART_OF_DAY, 1);
    if let Some((date, end)) = date_after(text, text.skip_stop(end)) {
        // What the calendar has not is none on any weekday.
        let TimeMeaning::Named(mut named) = date.meaning else { return Some(FoundTime::nothing(at, end)) };
        if let NamedTime::Dated { weekday: of_date, day: Some(_), .. } = &mut named {
            *of_date = Some(weekday);
        }
        return Some(FoundTime::named(at, end, named));
    }
    let is_name = text.is(end, Roles::NAME_AFTER) || text.was(at, Roles::NAME_BEFORE);
    if word.is(Roles::NEEDS_COMPANY) || is_name {
        return Some(FoundTime::nothing(at, end));
    }
    if let Some((weeks, end)) = beside(text, Length::Week, text.skip_mark(end, &[','])) {
        return Some(FoundTime::named(at, end, NamedTime::WeekdayOf { weekday, weeks }));
    }
    if let Some(weeks) = bare_weeks(text, end) {
        // "last Sunday week" is nobody's word for a certain day.
        let named = FoundTime::named(at, end + 1, NamedTime::WeeksAfter { weekday, weeks });
        let is_ahead = matches!(side, Side::Unsaid | Side::Next);
        return Some(if is_ahead { named } else { FoundTime::nothing(at, end + 1) });
    }
    // "a Sunday in March", "the last Sunday of May": which one only a calendar tells.
    let of = text.skip(end, Roles::OF.and(Roles::IN).and(Roles::ARTICLE), 2);
    let is_of_month = of > end && month_name(text, of).is_some();
    let is_any = side == Side::Unsaid && text.was(at, Roles::EVERY) || at > 0 && text.word(at - 1).ordinal.is_some();
    if is_of_month || is_any {
        return Some(FoundTime::nothing(at, end));
    }
    let (side, end) = side_after(text, end, side);
    Some(FoundTime::named(at, end, NamedTime::Weekday { weekday, side }))
}

/// The date that follows a day of the week: "Sunday, 15 March", "Sunday (15.3.)", "الأحد الموافق 15 مارس".
fn date_after(text: &DayText<'_>, at: usize) -> Option<(FoundTime, usize)> {
    let is_bracketed = text.is_mark(at, &['(']);
    let at = text.skip_mark(at, &[',', '،', '(']);
    let at = text.skip(at, Roles::ARTICLE, 1);
    let date = digit_date(text, at).or_else(|| calendar_date(text, at))?;
    // A month alone is another time: "Sunday, March said".
    let is_day = !matches!(date.meaning, TimeMeaning::Named(NamedTime::Dated { day: None, .. }));
    let end = if is_bracketed { text.skip_mark(date.end, &[')']) } else { date.end };
    is_day.then_some((date, end))
}

/// The weeks that follow as in "Monday week" and "Monday fortnight", and not as in "Monday last week".
fn bare_weeks(text: &DayText<'_>, at: usize) -> Option<i32> {
    let (length, weeks) = text.word(at).length?;
    let is_single = text.is(at, Roles::SINGLE) || weeks == 2;
    let is_english = text.language().days.has_english() && !text.is_arabic(at);
    (length == Length::Week && is_single && is_english).then_some(weeks)
}

/// What stands behind a day or a month to say on which side of publication it lies: "الأحد الماضي", "lundi prochain".
pub fn side_after(text: &DayText<'_>, at: usize, side: Side) -> (Side, usize) {
    if side != Side::Unsaid {
        return (side, at);
    }
    let sides = [(Roles::LAST_AFTER, Side::Last), (Roles::NEXT_AFTER, Side::Next), (Roles::THIS_AFTER, Side::This)];
    let Some((_, found)) = sides.into_iter().find(|(role, _)| text.is(at, *role)) else { return (side, at) };
    // English "last" belongs to what follows, unless nothing does: "Sunday last".
    let is_of_next = text.is(at, Roles::LAST) && !text.is_arabic(at) && text.language().days.has_english();
    if is_of_next && (text.is_word(at + 1) || text.is_number(at + 1)) { (side, at) } else { (found, at + 1) }
}
