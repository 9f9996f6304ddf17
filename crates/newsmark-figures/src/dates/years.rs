use super::day_text::DayText;
use super::day_word::Roles;
use super::length::Length;
use super::named_time::NamedYear;

/// Words between a month and its year: "March of the year 2026", "مارس من عام 2026".
const MOST_BETWEEN: usize = 3;

/// The year that follows a month, and the piece after it. `Err` where digits follow of which nobody can tell whether
/// they are a year.
pub fn year_after(text: &DayText<'_>, at: usize, has_day: bool) -> Result<Option<(NamedYear, usize)>, usize> {
    let after_comma = text.skip_mark(at, &[',', '،']);
    if let Some((n, end)) = beside(text, Length::Year, at) {
        return Ok(Some((NamedYear::Beside(n), end)));
    }
    if text.is_mark(at, &['\'', '’', '‘']) && text.is_glued(at + 1) && text.digits(at + 1).is_some_and(is_short) {
        return Ok(text.digits(at + 1).map(|(year, _)| (NamedYear::Short(year), at + 2)));
    }
    let place = (after_comma..=after_comma + MOST_BETWEEN).find(|place| {
        !text.is(*place, Roles::OF.and(Roles::ARTICLE)) && text.word(*place).length != Some((Length::Year, 1))
    });
    let Some((place, (value, n_digits))) = place.and_then(|place| Some((place, text.digits(place)?))) else {
        return Ok(None);
    };
    if n_digits == 4 && (1_000..=2_999).contains(&value) && text.begins_number(place) {
        if text.goes_on(place + 1) || text.counts(place) {
            return Ok(None);
        }
        // "March 2024–25"
        let is_stretch = text.is_mark(place + 1, &['-', '–', '/']) && text.is_glued(place + 1);
        let is_stretch = is_stretch && text.is_glued(place + 2) && text.is_number(place + 2);
        return if is_stretch { Err(place + 3) } else { Ok(Some((NamedYear::Full(value), place + 1))) };
    }
    if place == at && is_short((value, n_digits)) && !text.goes_on(at + 1) && text.begins_number(at) {
        if text.counts(at) {
            return Ok(None);
        }
        // "12 Nov 88": the end, a mark or a preposition follows a year.
        let ends = !text.is_word(at + 1) && !text.is_number(at + 1) || text.is(at + 1, Roles::CUE);
        return if has_day && ends { Ok(Some((NamedYear::Short(value), at + 1))) } else { Err(at + 1) };
    }
    Ok(None)
}

fn is_short((_, n_digits): (i16, usize)) -> bool {
    n_digits == 2
}

/// The week, month or year that words set beside publication, "last year" as -1, and the piece after them; "of" and
/// articles may stand before it.
pub fn beside(text: &DayText<'_>, length: Length, at: usize) -> Option<(i32, usize)> {
    let is_between = |place: usize| {
        let is_elided = text.is_mark(place, &['\'', '’']) && text.is_glued(place);
        // Persian ماه is "month" and "of".
        is_elided || text.is(place, Roles::OF.and(Roles::ARTICLE)) && text.word(place).length.is_none()
    };
    let at = (at..=at + MOST_BETWEEN).find(|place| !is_between(*place))?;
    if length == Length::Year
        && let Some(n) = text.word(at).year_offset
    {
        return Some((n, at + 1));
    }
    let is_length = |place: usize| text.word(place).length == Some((length, 1)) && text.is(place, Roles::SINGLE);
    let before = [(Roles::LAST, -1), (Roles::THIS, 0), (Roles::NEXT, 1)];
    let after = [(Roles::LAST_AFTER, -1), (Roles::THIS_AFTER, 0), (Roles::NEXT_AFTER, 1)];
    if is_length(at) {
        let side = after.into_iter().find(|(role, _)| text.is(at + 1, *role));
        return side.map(|(_, n)| (n, at + 2));
    }
    let side = before.into_iter().find(|(role, _)| text.is(at, *role));
    side.filter(|_| is_length(at + 1)).map(|(_, n)| {
        // French and Arabic may say it twice: "ce mois-ci", "هذا الشهر الجاري".
        let is_twice = text.is(at + 2, Roles::THIS_AFTER) && n == 0;
        (n, if is_twice { at + 3 } else { at + 2 })
    })
}
