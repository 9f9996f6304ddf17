use super::wording::quoted;
use super::{Check, CheckBasis, Example, Finding, Run, Severity};
use crate::edit::Fix;
use crate::model::{Annotation, Details, EvidencePart, FieldPath, FieldValue, WhenPart};

/// A date that is none of the calendar, or not written as ISO 8601 has it.
pub(super) const CHECK: Check = Check {
    kind: "NoSuchDate",
    severity: Severity::Error,
    run: Run::Alone(run),
    fires: Example { article: "12 died.\n^^^^^^^ Casualties", records: &["1 when.date = 2026-02-30"] },
    silent: Example { article: "12 died.\n^^^^^^^ Casualties", records: &["1 when.date = 2026-02-28"] },
};

fn run(_: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    if let Some(when) = annotation.details.when() {
        found.extend(wrong(FieldPath::When(WhenPart::Date), &when.date, when.day()));
    }
    if let Details::Claims(claim) = &annotation.details {
        let seen =
            claim.evidence.iter().map(|evidence| (FieldPath::Evidence(evidence.id, EvidencePart::Seen), evidence));
        found.extend(seen.filter_map(|(field, evidence)| wrong(field, &evidence.seen, evidence.day_seen())));
    }
}

fn wrong(field: FieldPath, written: &str, day: Option<jiff::civil::Date>) -> Option<Finding> {
    if written.is_empty() || day.is_some() {
        return None;
    }
    let Some(meant) = meant(written) else {
        return Some(Finding::in_field(
            field,
            format!("{} is no day of the calendar, written as 2026-03-08", quoted(written)),
        ));
    };
    let fix = Fix::fields(format!("Write {meant}"), [(field, FieldValue::Text(meant.clone()))]);
    Some(Finding::in_field(field, format!("The date {} is not written as {meant}", quoted(written))).or(fix))
}

/// The day that is written year, month, day with other marks or fewer digits.
fn meant(written: &str) -> Option<String> {
    let numbers: Vec<&str> = written.trim().split(['-', '/', '.']).map(str::trim).collect();
    let [year, month, day] = numbers.as_slice() else { return None };
    // Without a year of four digits "03/04/05" has three readings; nothing is offered.
    if year.len() != 4 {
        return None;
    }
    let day = jiff::civil::Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    Some(day.to_string())
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    #[test]
    fn a_day_in_other_writing_is_told_with_how_it_is_written() {
        let article = "12 died.\n^^^^^^^ Claims";
        let expected = ["The date “2026/3/8” is not written as 2026-03-08"];
        assert_eq!(whys(&CHECK, article, &["1 evidence[7].seen = 2026/3/8"]), expected);
        let expected = ["“8 March” is no day of the calendar, written as 2026-03-08"];
        assert_eq!(whys(&CHECK, article, &["1 evidence[7].seen = 8 March"]), expected);
    }
}
