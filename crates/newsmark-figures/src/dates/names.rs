use jiff::civil::Weekday;

use super::words::Words;

/// Months in English, and in the Arabic of Egypt and of the Levant; the first has the number 1.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "يناير", "جانفي", "كانون الثاني"],
    &["february", "feb", "فبراير", "فيفري", "شباط"],
    &["march", "mar", "مارس", "آذار"],
    &["april", "apr", "أبريل", "إبريل", "نيسان"],
    &["may", "مايو", "أيار"],
    &["june", "jun", "يونيو", "جوان", "حزيران"],
    &["july", "jul", "يوليو", "جويلية", "تموز"],
    &["august", "aug", "أغسطس", "أوت", "آب"],
    &["september", "sept", "sep", "سبتمبر", "أيلول"],
    &["october", "oct", "أكتوبر", "تشرين الأول"],
    &["november", "nov", "نوفمبر", "تشرين الثاني"],
    &["december", "dec", "ديسمبر", "كانون الأول"],
];

/// The days of the week, in the same way.
const WEEKDAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Monday, &["monday", "الاثنين", "الإثنين"]),
    (Weekday::Tuesday, &["tuesday", "الثلاثاء"]),
    (Weekday::Wednesday, &["wednesday", "الأربعاء"]),
    (Weekday::Thursday, &["thursday", "الخميس"]),
    (Weekday::Friday, &["friday", "الجمعة"]),
    (Weekday::Saturday, &["saturday", "السبت"]),
    (Weekday::Sunday, &["sunday", "الأحد"]),
];

/// Small numbers as words.
const NUMBERS: [&[&str]; 12] = [
    &["one", "a", "an"],
    &["two", "يومين", "اسبوعين", "شهرين", "عامين"],
    &["three", "ثلاثة", "ثلاث"],
    &["four", "أربعة", "أربع"],
    &["five", "خمسة", "خمس"],
    &["six", "ستة", "ست"],
    &["seven", "سبعة", "سبع"],
    &["eight", "ثمانية", "ثماني"],
    &["nine", "تسعة", "تسع"],
    &["ten", "عشرة", "عشر"],
    &["eleven"],
    &["twelve"],
];

/// The place of the one month among the words and its number, 1 to 12; two are a stretch of time.
pub fn month(words: &Words) -> Option<(usize, i8)> {
    let mut found = (0..words.len()).filter_map(|place| {
        let number = MONTHS.iter().position(|names| names.iter().any(|name| stands(words, place, name)))?;
        Some((place, number as i8 + 1))
    });
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// The one day of the week among the words; two are a stretch of time.
pub fn weekday(words: &Words) -> Option<Weekday> {
    let is_named = |names: &[&str]| (0..words.len()).any(|place| names.iter().any(|name| stands(words, place, name)));
    let mut found = WEEKDAYS.iter().filter(|(_, names)| is_named(names)).map(|(day, _)| *day);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// How many a word says, from 1 on, in digits or letters.
pub fn number(word: &str) -> Option<i32> {
    let written = word.parse::<i32>().ok().filter(|number| (1..=9999).contains(number));
    let is_named = |names: &[&str]| names.iter().any(|name| Words::of(name).at(0) == word);
    let named = || (1..).zip(NUMBERS).find(|(_, names)| is_named(names)).map(|(number, _)| number);
    written.or_else(named)
}

/// Whether the words of `name` stand at `place`; the first may have the prefix of an Arabic preposition.
fn stands(words: &Words, place: usize, name: &str) -> bool {
    let name = Words::of(name);
    name.iter().enumerate().all(|(n, part)| {
        let word = words.at(place + n);
        let bare = word.strip_prefix(['ب', 'ل', 'و', 'ف']).filter(|_| n == 0 && !word.is_ascii());
        word == part || bare == Some(part)
    })
}
