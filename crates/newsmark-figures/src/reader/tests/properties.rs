use proptest::prelude::*;

use crate::{Language, Qualifier, Reader, Unit, Unread, reading, readings};

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A number below a thousand thousand in English words; with "and" as in Britain, or without.
fn spelled(n: u64, and: &str) -> String {
    match n {
        0..20 => ONES[n as usize].to_owned(),
        20..100 if n.is_multiple_of(10) => TENS[n as usize / 10].to_owned(),
        20..100 => format!("{}-{}", TENS[n as usize / 10], ONES[n as usize % 10]),
        100..1_000 if n.is_multiple_of(100) => format!("{} hundred", ONES[n as usize / 100]),
        100..1_000 => format!("{} hundred {and}{}", ONES[n as usize / 100], spelled(n % 100, and)),
        _ if n.is_multiple_of(1_000) => format!("{} thousand", spelled(n / 1_000, and)),
        _ => {
            let joined = if n % 1_000 < 100 { and } else { "" };
            format!("{} thousand {joined}{}", spelled(n / 1_000, and), spelled(n % 1_000, and))
        }
    }
}

const ARABIC_ONES: [&str; 10] = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"];
const ARABIC_TENS: [&str; 10] = ["", "عشرة", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"];
const ARABIC_HUNDREDS: [&str; 10] =
    ["", "مئة", "مئتان", "ثلاثمئة", "أربعمائة", "خمسمئة", "ستمائة", "سبعمئة", "ثمانمئة", "تسعمائة"];

/// A number from 1 to below a thousand thousand in Arabic words.
fn arabic(n: u64) -> String {
    let below = |n: u64| match n as usize {
        n @ 0..10 => ARABIC_ONES[n].to_owned(),
        10 => ARABIC_TENS[1].to_owned(),
        11 => "أحد عشر".to_owned(),
        12 => "اثنا عشر".to_owned(),
        n @ 13..20 => format!("{} عشر", ARABIC_ONES[n - 10]),
        n if n.is_multiple_of(10) => ARABIC_TENS[n / 10].to_owned(),
        n => format!("{} و{}", ARABIC_ONES[n % 10], ARABIC_TENS[n / 10]),
    };
    let group = |n: u64| {
        let parts = [ARABIC_HUNDREDS[n as usize / 100].to_owned(), below(n % 100)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" و")
    };
    let thousands = match n / 1_000 {
        0 => String::new(),
        1 => "ألف".to_owned(),
        2 => "ألفان".to_owned(),
        thousands @ 3..=10 => format!("{} آلاف", group(thousands)),
        thousands => format!("{} ألف", group(thousands)),
    };
    [thousands, group(n % 1_000)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" و")
}

/// Digits with a mark between the thousands.
fn grouped(n: u64, mark: &str) -> String {
    let digits = n.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
    groups.join(mark)
}

/// Digits in another script.
fn in_script(digits: &str, zero: char) -> String {
    let other = |c: char| c.to_digit(10).and_then(|digit| char::from_u32(zero as u32 + digit)).unwrap_or(c);
    digits.chars().map(other).collect()
}

fn exact(words: &str, tag: &str) -> Option<u64> {
    let read = reading(words, Language::of_tag(tag)).ok()?;
    (read.qualifier == Qualifier::Exact && read.unit == Unit::Person).then_some(read.best?)
}

/// Words that number phrases are made of, in any order.
const PIECES: &str = "(at least|more than|between|from|to|or|and|a|no|of|12|1,200|2011|0\\.5|-5|three|hundred|thousand|\
    million|dozens|several|half|couple|family|people|women|woman|homes|his|or more|\\+|%|\\$|year|old|March|the rest|\
    99999999999999999999|K|th|بين|أكثر من|خمسة|وعشرون|ألفا|آلاف|عشرات|شخصا|وطفلها|على الأقل|٣٠|و20|[–.,:/()-]| |\n){0,16}";

/// The same of German, French, Spanish and Persian.
const OTHER_PIECES: &str = "(mindestens|zwischen|bis|und|ein|halbe|Million|Millionen|einundzwanzig|hundert|Dutzend|der|\
    Menschen|au moins|entre|et|demi|quatre|vingt|dix|soixante|cent|mille|dizaine|de|des|personnes|un|al menos|y|medio|\
    ciento|mil|treinta|uno|docena|personas|la mitad|حداقل|بین|تا|و|نیم|هزار|صد|بیست|نفر|12|1\\.200|3,5|½|2/3|%|[–.,:/-]){0,8}";

proptest! {
    #[test]
    fn no_text_is_read_into_a_wrong_shape(text in "\\PC{0,40}", tag in "(en|ar|de|fr|es|fa|fi|)") {
        is_sound(&text, &tag)?;
    }

    #[test]
    fn no_words_of_numbers_are_read_into_a_wrong_shape(pieces in prop::collection::vec(PIECES, 0..8)) {
        is_sound(&pieces.join(" "), "en")?;
        is_sound(&pieces.concat(), "ar")?;
    }

    #[test]
    fn no_words_of_other_languages_are_read_into_a_wrong_shape(
        pieces in prop::collection::vec(OTHER_PIECES, 0..6),
        tag in "(de|fr|es|fa|)",
    ) {
        is_sound(&pieces.join(" "), &tag)?;
    }

    #[test]
    fn a_range_is_never_reversed(low in 0u64..100_000, high in 0u64..100_000) {
        let read = reading(&format!("between {low} and {high} people"), Language::of_tag("en"));
        if low <= high {
            prop_assert_eq!(read.map(|read| (read.low, read.high)), Ok((Some(low), Some(high))));
        } else {
            prop_assert_eq!(read, Err(Unread::Reversed { from: low, to: high }));
        }
    }

    #[test]
    fn a_share_gives_no_count_and_its_part_is_within_the_whole(whole in any::<u64>(), numerator in 1u64..20, denominator in 1u64..20) {
        let text = format!("{numerator}/{denominator} of the {whole} residents");
        let Ok(read) = reading(&text, Language::of_tag("en")) else { return Ok(()) };
        if let Some(share) = read.share.filter(|share| share.ratio.is_some()) {
            prop_assert_eq!((read.low, read.best, read.high), (None, None, None));
            prop_assert_eq!(share.whole, Some(whole));
            prop_assert!(share.part().is_none_or(|part| part <= whole));
        }
    }

    #[test]
    fn every_number_in_digits_is_read_back(n in any::<u64>(), shift in 0u32..64) {
        let n = n >> shift;
        for mark in ["", ",", " ", "\u{A0}", "\u{2009}", "\u{202F}", "’"] {
            prop_assert_eq!(exact(&format!("{} people", grouped(n, mark)), "en"), Some(n), "{:?}", mark);
        }
        for (zero, mark) in [('٠', "\u{66C}"), ('۰', "\u{66C}"), ('٠', ""), ('０', "，"), ('०', ",")] {
            prop_assert_eq!(exact(&format!("{} people", in_script(&grouped(n, mark), zero)), ""), Some(n));
        }
        prop_assert_eq!(exact(&format!("{} أشخاص", grouped(n, ".")), "ar-MA"), Some(n));
    }

    #[test]
    fn every_spelled_number_is_read_back(n in 0u64..1_000_000, shift in 0u32..20) {
        let n = n >> shift;
        prop_assert_eq!(exact(&format!("{} people", spelled(n, "and ")), "en"), Some(n));
        prop_assert_eq!(exact(&format!("{} people", spelled(n, "")), "en"), Some(n));
        if n > 2 {
            prop_assert_eq!(exact(&format!("{} شخص", arabic(n)), "ar"), Some(n), "{}", arabic(n));
        }
    }

    #[test]
    fn what_is_read_of_a_text_is_read_of_its_words_alone(n in 1u64..5_000, which in 0usize..5) {
        let limits = ["at least", "more than", "up to", "nearly", "about"];
        let phrase = format!("{} {} people", limits[which], grouped(n, ","));
        let text = format!("On Sunday shells killed {phrase} in Karsa, a doctor’s aide said.");
        let (within, alone) = (readings(&text, Language::default()), reading(&phrase, Language::default()).unwrap());
        prop_assert_eq!(within.len(), 1);
        prop_assert_eq!(&text[within[0].phrase.clone()], phrase.as_str());
        prop_assert_eq!(
            (within[0].qualifier, within[0].low, within[0].best, within[0].high),
            (alone.qualifier, alone.low, alone.best, alone.high)
        );
    }
}

/// Phrases lie in order and disjoint on character boundaries; bounds never cross.
fn is_sound(text: &str, tag: &str) -> Result<(), TestCaseError> {
    let language = Language::of_tag(tag);
    let mut end = 0;
    for phrase in Reader::built_in().phrases(text, language) {
        prop_assert!(phrase.at.start >= end, "{:?} begins before {}", phrase.at, end);
        prop_assert!(text.get(phrase.at.clone()).is_some());
        end = phrase.at.end;
        let Ok(reading) = phrase.read else { continue };
        prop_assert!(phrase.at.start <= reading.at.start && reading.at.end <= phrase.at.end);
        prop_assert!(!reading.at.is_empty() && text.get(reading.at.clone()).is_some());
        let stated: Vec<u64> = [reading.low, reading.best, reading.high].into_iter().flatten().collect();
        prop_assert!(stated.is_sorted(), "{:?}", reading);
        prop_assert!(!reading.sentence(text).is_empty());
        if let Some(share) = &reading.share {
            prop_assert!(text.get(share.at.clone()).is_some_and(|words| !words.is_empty()));
            prop_assert!(share.whole != Some(0) && share.ratio.is_none_or(|(_, denominator)| denominator > 0));
        }
    }
    let _ = reading(text, language);
    Ok(())
}
