use super::*;
use crate::model::QuoteKind;
use crate::suggest::lexicon::VerbClass;

#[test]
fn a_quotation_before_its_cue() {
    check(
        "
“The bridge is closed,” the mayor of Tarn said.
^^^^^^^^^^^^^^^^^^^^^^^ content
                        ^^^^^^^^^^^^^^^^^ source
                                          ^^^^ cue
",
    );
}

#[test]
fn a_clause_after_its_cue() {
    check(
        "
Officials said the river had flooded two villages.
^^^^^^^^^ source
          ^^^^ cue
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content
",
    );
}

#[test]
fn according_to_names_a_source_after_or_before() {
    let (text, found) = found("According to the ministry, the road will open in May.");
    assert_eq!(found.len(), 1);
    assert_eq!(words(&text, found[0].source), "the ministry");
    assert_eq!(text.words(found[0].content.as_slice()[0]), "the road will open in May");
}

#[test]
fn a_quotation_that_its_cue_interrupts_is_one_content() {
    check(
        "
“We waited,” Ana Orlo said, “and nobody came.”
^^^^^^^^^^^^ content
             ^^^^^^^^ source
                      ^^^^ cue
                            ^^^^^^^^^^^^^^^^^^ content
",
    );
}

#[test]
fn kinds_say_how_much_stands_in_marks() {
    let kind = |text: &str| found(text).1.first().map(|found| found.kind);
    assert_eq!(kind("“The well is dry,” the farmer said."), Some(QuoteKind::Direct));
    assert_eq!(kind("The farmer said the well was “dry as a bone” and had been for years."), Some(QuoteKind::Mixed));
    assert_eq!(kind("The farmer said the well was dry."), Some(QuoteKind::Indirect));
}

#[test]
fn the_class_of_the_cue_is_that_of_its_verb() {
    let class = |text: &str| found(text).1.first().and_then(|found| found.cue_class);
    assert_eq!(class("The army denied that its planes had struck the market."), Some(VerbClass::Denial));
    assert_eq!(class("Ms. Orlo asked whether the vote would be held."), Some(VerbClass::Question));
    assert_eq!(class("The agency estimated that 40 houses were lost."), Some(VerbClass::Estimate));
}

#[test]
fn what_is_said_outright_is_surer_than_what_is_not() {
    let (_, sure) = found("“We will rebuild the school before the winter,” Mr. Orlo said on Monday.");
    let (_, unsure) = found("Mr. Orlo, who likes to see the school as his, came on Monday.");
    let most = |found: &[FoundAttribution]| found.iter().map(|found| found.probability).fold(0.0, f64::max);
    assert!(most(&sure) > 0.8 && most(&sure) > most(&unsure), "{} {}", most(&sure), most(&unsure));
}
