//! Numbers that count nothing: dates, years, ages, times, money, names, codes, results.

mod age;
mod date;
mod money;
mod name;
mod order;
mod place;
mod result;
mod time;
mod year;

pub(super) use money::is_currency_sign;
pub(super) use place::Place;

use super::unread::NotAQuantity;

/// What the number is, if it counts nothing.
pub(super) fn not_a_quantity(place: &Place<'_>) -> Option<NotAQuantity> {
    // A number that stands alone has nothing beside it that could tell what it is.
    if place.first == 0 && place.end == place.line.len() {
        return name::code(place).or_else(|| result::score(place)).or_else(|| year::year(place));
    }
    let kinds: [fn(&Place<'_>) -> Option<NotAQuantity>; 10] = [
        // The surest first: a sign of money or a colon cannot mean anything else, while a bare number between 1900 and
        // 2100 is a year only if nothing else fits.
        money::money,
        order::order,
        time::time,
        age::age,
        date::date,
        name::name,
        result::score,
        result::rate,
        result::multiple,
        year::year,
    ];
    kinds.into_iter().find_map(|kind| kind(place))
}
