use super::figures::{FigureOf, figures};
use super::wording::{is_any, quoted, words};
use super::{Check, CheckBasis, CheckContext, Example, Finding, Run, Severity};
use crate::edit::Fix;
use crate::model::{Annotation, Details, FieldPath, FieldValue, FigurePart, ScopeKind, Text, Unit};

/// Households counted as persons without a size: in the unit, or as a part of a count of persons.
///
/// Households become persons only through a size that an editor gave (IDMC, Helix data model).
pub(super) const CHECK: Check = Check {
    kind: "HouseholdsAsPersons",
    severity: Severity::Error,
    run: Run::Both(alone, linked),
    fires: Example {
        article: "Some 300 families fled.\n^^^^^^^^^^^^^^^^^ Displacement",
        records: &["1 figure.text = Some 300 families", "1 figure.unit = Person", "1 figure.best = 300"],
    },
    silent: Example {
        article: "A family of five fled.\n^^^^^^^^^^^^^^^^ Displacement",
        records: &["1 figure.text = A family of five", "1 figure.unit = Person", "1 figure.best = 5"],
    },
};

const HOUSEHOLDS: &[&str] =
    &["families", "household", "households", "family", "عائلة", "عائلات", "عوائل", "أسرة", "أسر"];
/// What people in them are called: then it is they who are counted.
const PERSONS: &[&str] = &[
    "people",
    "persons",
    "person",
    "members",
    "civilians",
    "children",
    "women",
    "men",
    // "A family of five" counts five persons.
    "of",
    "شخص",
    "أشخاص",
    "أفراد",
    "من",
];

fn alone(basis: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    found.extend(figures(annotation).filter_map(|of| in_unit(basis.text, &of)));
}

fn linked(context: &CheckContext<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    found.extend(in_whole(context, annotation));
}

fn in_unit(text: &Text, of: &FigureOf<'_>) -> Option<Finding> {
    let figure = of.figure;
    let reported = figure.text.as_ref().filter(|_| figure.unit == Unit::Person && figure.household_size.is_none())?;
    // The word that is counted may stand behind the words that were taken.
    let end = reported.anchor.as_ref().and_then(|anchor| anchor.within(text)).map_or(text.len(), |at| at.end());
    let line_end = text.paragraphs()[text.paragraph_at(end)].end.max(end);
    // The next word is near: 60 bytes hold any word and the space before it.
    let counted = words(&text[end..line_end.min(text.ceil_char_boundary(end + 60))]).next().unwrap_or_default();
    let all = || words(&reported.value).chain([counted.clone()]);
    // "22 family members" are no families: one family is called so, and two are not.
    let is_one = figure.best.or(figure.low).or(figure.high).is_none_or(|n| n == 1);
    let is_singular = |word: &str| matches!(word, "family" | "household");
    let household = all().find(|word| is_any(word, HOUSEHOLDS) && (is_one || !is_singular(word)))?;
    if all().any(|word| is_any(&word, PERSONS)) {
        return None;
    }
    let unit = of.path(FigurePart::Unit);
    let why =
        format!("{} counts “{household}” and its unit is persons, without a household size", quoted(&reported.value));
    let households = FieldValue::Choice(Unit::VOCABULARY, Unit::Household as usize);
    Some(Finding::in_field(unit, why).or(Fix::fields("Set the unit to Households", [(unit, households)])))
}

fn in_whole(context: &CheckContext<'_>, annotation: &Annotation) -> Option<Finding> {
    let of_persons = |details: &Details| details.figure().is_some_and(|figure| figure.unit == Unit::Person);
    let scope = annotation.details.scope().filter(|scope| scope.kind == ScopeKind::PartOf)?;
    let whole = context.linked(scope.of).filter(|whole| of_persons(&whole.details))?;
    let figure = annotation.details.figure().filter(|figure| figure.unit == Unit::Household)?;
    let why = format!("These households are part of the persons of {}, without a household size", context.named(whole));
    let field = FieldPath::Figure(FigurePart::HouseholdSize);
    figure.household_size.is_none().then(|| Finding::in_field(field, why))
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    #[test]
    fn a_size_makes_persons_of_households() {
        let article = "Some 300 families fled.\n^^^^^^^^ Displacement";
        let records = ["1 figure.text = Some 300", "1 figure.unit = Person"];
        let expected = ["“Some 300” counts “families” and its unit is persons, without a household size"];
        assert_eq!(whys(&CHECK, article, &records), expected);
        assert!(whys(&CHECK, article, &[records[0], records[1], "1 figure.household_size = 4.5"]).is_empty());
    }

    #[test]
    fn members_and_friends_of_a_family_are_persons() {
        let told = |article: &str, words: &str, n: &str| {
            let records =
                [format!("1 figure.text = {words}"), format!("1 figure.best = {n}"), "1 figure.unit = Person".into()];
            whys(&CHECK, article, &records.iter().map(String::as_str).collect::<Vec<_>>()).len()
        };
        assert_eq!(told("22 family members fled.\n^^^^^^^^^^^^^^^^^ Displacement", "22", "22"), 0);
        assert_eq!(told("22 family members fled.\n^^^^^^^^^^^^^^^^^ Displacement", "22 family members", "22"), 0);
        assert_eq!(told("Three family friends fled.\n^^^^^^^^^^^^^^^^^^^^ Displacement", "Three", "3"), 0);
        assert_eq!(told("One family fled.\n^^^^^^^^^^ Displacement", "One", "1"), 1);
        assert_eq!(told("22 families fled.\n^^^^^^^^^^^ Displacement", "22", "22"), 1);
        assert_eq!(told("نزحت 22 عائلة\n     ^^^^^^^^ Displacement", "22", "22"), 1);
    }

    #[test]
    fn households_that_are_part_of_persons_want_a_size() {
        let article = "2,000 people fled, 300 families on foot.\n^^^^^^^^^^^^ Displacement\n                   ^^^^^^^^^^^^ Displacement";
        let records =
            ["1 figure.unit = Person", "2 figure.unit = Household", "2 scope.kind = PartOf", "2 scope.of = #1"];
        let expected = ["These households are part of the persons of “2,000 people”, without a household size"];
        assert_eq!(whys(&CHECK, article, &records), expected);
    }
}
