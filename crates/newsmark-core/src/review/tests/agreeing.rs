use super::*;
use crate::model::Category;
use crate::review::agreement::{Agreement, FieldOf, KappaKind, Measured, Undefined, disputed};
use crate::store::strategies::any_project;
use proptest::prelude::*;

const OWN: &str = "\
Ten died. Two fled. “No,” he said.
^^^ Casualties
          ^^^ Displacement
                    ^^^^^ Quotes";

const OTHER: &str = "\
Ten died. Two fled. “No,” he said.
^^^^^^^^ Casualties
          ^^^ Displacement
                    ^^^^^ Claims
                          ^^ Quotes";

fn agreement() -> (Comparison, Agreement) {
    let comparison = compared(vec![by("Ines Varga", 1, OWN), by("Tomas Reed", 9, OTHER)]);
    let agreement = comparison.agreement();
    (comparison, agreement)
}

fn is(measured: &Measured, value: f64) {
    let found = measured.unwrap().value;
    assert!((found - value).abs() < 1e-12, "{found} is not {value}");
}

#[test]
fn spans_are_matched_exactly_and_by_overlap() {
    let (_, agreement) = agreement();
    // Three marks against four. The same spans and category: “Two” alone, so that precision
    // is 1/4, recall 1/3, F1 2/7. By overlap “Ten” and “Ten died” match too: 2/4, 2/3, 4/7.
    is(&agreement.spans.exact.precision, 0.25);
    is(&agreement.spans.exact.recall, 1.0 / 3.0);
    is(&agreement.spans.exact.f1, 2.0 / 7.0);
    is(&agreement.spans.overlap.precision, 0.5);
    is(&agreement.spans.overlap.recall, 2.0 / 3.0);
    is(&agreement.spans.overlap.f1, 4.0 / 7.0);
    let by = |category: Category| &agreement.by_category.iter().find(|(one, _)| *one == category).unwrap().1;
    is(&by(Category::Displacement).exact.f1, 1.0);
    is(&by(Category::Quotes).exact.f1, 0.0);
    assert_eq!(by(Category::Claims).exact.recall, Err(Undefined::NothingInFirst));
    is(&by(Category::Claims).exact.precision, 0.0);
}

#[test]
fn kappa_is_over_words() {
    let (comparison, agreement) = agreement();
    // Words: Ten died Two fled No he said. One: C · D · Q · ·; the other: C C D · L Q ·.
    // Both alike: Ten, Two, fled, said, 4 of 7. Margins of one: none 4, C 1, D 1, Q 1; of the other:
    // none 2, C 2, D 1, L 1, Q 1. pₑ = (4·2 + 1·2 + 1·1 + 1·1) / 49 = 12/49, so that
    // κ = (28/49 − 12/49) / (37/49) = 16/37.
    assert_eq!((agreement.kappa.kind, agreement.kappa.n_words), (KappaKind::Cohen, 7));
    is(&agreement.kappa.value, 16.0 / 37.0);
    let text = comparison.text();
    let cases: Vec<String> = disputed(&comparison)
        .iter()
        .map(|case| format!("{}: {} | {}", text.words(case.span), case.labels[0].words(), case.labels[1].words()))
        .collect();
    assert_eq!(cases, ["died: nothing | Casualties", "No: Quotes | Claims", "he: nothing | Quotes"]);
}

#[test]
fn alpha_u_is_over_code_points() {
    let (_, agreement) = agreement();
    // The text has 34 code points, although its quotation marks have three bytes each: ℓ = 68. “Two”
    // alone is a displacement in both: ℓ_D = 6, q_D = 18; the gaps 62 = q. ℓ² − Σq = 4624 − 80;
    // nothing disagrees.
    let displacement = &agreement.alpha_u_by_category[Category::Displacement as usize].1;
    is(displacement, 1.0);
    // Casualties: 3 and 8 code points, 3 shared. Disagreement 2·5 = 10. ℓ_C = 11, q_C = 9 + 64;
    // ℓ_gap = 57 = q_gap. ℓ² − Σq = 4624 − 130 = 4494. Σ(ℓ_c² − q_c) = (121 − 73) + (3249 − 57) = 3240;
    // the expected disagreement 68 · 1254 / 4494.
    let casualties = &agreement.alpha_u_by_category[Category::Casualties as usize].1;
    is(casualties, 1.0 - 10.0 * 4494.0 / (68.0 * 1254.0));
}

#[test]
fn fields_are_compared_over_paired_marks_of_one_category() {
    let own = killed(by("Ines Varga", 1, OWN), 0, 10);
    let other = killed(by("Tomas Reed", 9, OTHER), 0, 12);
    let agreement = compared(vec![own, other]).agreement();
    let of = |category, path| {
        agreement.fields.iter().find(|one| one.category == category && one.field == FieldOf::Field(path)).unwrap()
    };
    let low = of(Category::Casualties, FieldPath::Figure(FigurePart::Low));
    assert_eq!((low.matched, low.agree, &low.alpha), (1, 0, &None));
    let harm = of(Category::Casualties, FieldPath::Harm);
    assert_eq!((harm.matched, harm.agree, harm.alpha), (1, 1, Some(Err(Undefined::OneValue))));
    let kind = of(Category::Quotes, FieldPath::Kind);
    assert_eq!((kind.matched, kind.alpha), (0, Some(Err(Undefined::NothingMatched))));
}

#[test]
fn of_more_than_two_the_kappa_is_fleiss_s_and_pairs_are_added_up() {
    let projects = vec![by("Ines Varga", 1, OWN), by("Tomas Reed", 9, OTHER), by("Dala Imren", 20, OWN)];
    let agreement = compared(projects).agreement();
    assert_eq!(agreement.kappa.kind, KappaKind::Fleiss);
    // Exact matches: 1 of the first pair, 3 of the outer, 1 of the last; 3 + 4, 3 + 3 and 4 + 3 marks.
    is(&agreement.spans.exact.f1, 2.0 * 5.0 / 20.0);
}

#[test]
fn where_nobody_marked_nothing_is_made_up() {
    let blank = || by("Ines Varga", 1, "Ten died.");
    let agreement = compared(vec![blank(), blank()]).agreement();
    assert_eq!(agreement.spans.exact.f1, Err(Undefined::NothingMarked));
    assert_eq!(agreement.spans.exact.precision, Err(Undefined::NothingMarked));
    assert_eq!(agreement.alpha_u, Err(Undefined::NothingMarked));
    assert_eq!(agreement.kappa.value, Err(Undefined::OneValue));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_number_is_finite_and_who_agrees_with_himself_agrees_wholly(project in any_project()) {
        let agreement = compared(vec![project.clone(), project]).agreement();
        let measured = [agreement.spans.exact.f1, agreement.spans.overlap.recall, agreement.alpha_u, agreement.kappa.value];
        for found in measured.into_iter().flatten() {
            prop_assert!((found.value - 1.0).abs() < 1e-9, "{}", found);
        }
        for field in &agreement.fields {
            prop_assert_eq!(field.matched, field.agree);
        }
    }
}
