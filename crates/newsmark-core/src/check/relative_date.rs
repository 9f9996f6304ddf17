use std::borrow::Cow;

use super::wording::{first_of, quoted, words};
use super::{Check, CheckBasis, Example, Finding, Run, Severity};
use crate::model::{Annotation, FieldPath, WhenPart};

/// A date that only the day of publication makes one, in an article without that day.
pub(super) const CHECK: Check = Check {
    kind: "RelativeDate",
    severity: Severity::Warning,
    run: Run::Alone(run),
    fires: Example { article: "12 died on Sunday.\n^^^^^^^ Casualties", records: &["1 when.text = on Sunday"] },
    silent: Example {
        article: "12 died on Sunday.\n^^^^^^^ Casualties",
        records: &["1 when.text = on Sunday", "published = 2026-03-10"],
    },
};

// Months too: "on 14 March" has no year but by the day of publication.
const RELATIVE: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "yesterday",
    "today",
    "tonight",
    "tomorrow",
    "last",
    "this",
    "next",
    "past",
    "ago",
    "earlier",
    "overnight",
    "morning",
    "afternoon",
    "evening",
    "night",
    "week",
    "weekend",
    "month",
    "day",
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
    // As AP writes them, and the short forms of tables.
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "أمس",
    "اليوم",
    "غدا",
    "البارحة",
    "الأحد",
    "الاثنين",
    "الإثنين",
    "الثلاثاء",
    "الأربعاء",
    "الخميس",
    "الجمعة",
    "السبت",
    "الماضي",
    "الماضية",
    "الجاري",
    "الحالي",
    "صباح",
    "مساء",
    "ليلة",
    "فجر",
    "قبل",
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

fn run(basis: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    if basis.published.is_some() {
        return;
    }
    let Some(when) = annotation.details.when().and_then(|when| when.text.as_ref()) else { return };
    let names_year = |word: Cow<'_, str>| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    if first_of(&when.value, RELATIVE).is_some() && !words(&when.value).any(names_year) {
        let why = format!("{} has no day without the article’s day of publication", quoted(&when.value));
        found.push(Finding::in_field(FieldPath::When(WhenPart::Text), why));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    #[test]
    fn a_date_with_its_year_stands_alone_and_one_without_does_not() {
        let article = "12 died.\n^^^^^^^ Casualties";
        let is_relative = |when: &str| !whys(&CHECK, article, &[&format!("1 when.text = ~{when}")]).is_empty();
        assert!(
            is_relative("8 March")
                && is_relative("Jan. 20")
                && is_relative("on Sept. 3")
                && is_relative("يوم الأحد")
                && is_relative("two days ago")
        );
        assert!(
            !is_relative("8 March 2026")
                && !is_relative("Jan. 20, 2026")
                && !is_relative("2014")
                && !is_relative("during the siege")
        );
    }
}
