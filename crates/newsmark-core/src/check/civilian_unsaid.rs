use super::{Check, CheckBasis, Example, Finding, Run, Severity};
use crate::edit::Fix;
use crate::model::{Annotation, Details, FieldPath, FieldValue, Victims};

/// Civilians, where no paragraph of the mark calls anybody so: the status is the
/// article's to give (Every Casualty, *Standards*; OHCHR guidance on SDG 16.1.2).
pub(super) const CHECK: Check = Check {
    kind: "CivilianUnsaid",
    severity: Severity::Warning,
    run: Run::Alone(run),
    fires: Example {
        article: "Twelve people died.\n^^^^^^^^^^^^^^^^^^ Casualties",
        records: &["1 victims = Civilian"],
    },
    silent: Example {
        article: "Twelve people died. All were civilians.\n^^^^^^^^^^^^^^^^^^ Casualties",
        records: &["1 victims = Civilian"],
    },
};

fn run(basis: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let Details::Casualties(record) = &annotation.details else { return };
    // By paragraph and not by the mark: an article calls people civilians once and counts them on.
    if record.victims == Victims::Civilian && !basis.has_civilians_near(annotation) {
        let unknown = FieldValue::Choice(Victims::VOCABULARY, Victims::Unknown as usize);
        let fix = Fix::fields("Set victims to Unknown", [(FieldPath::Victims, unknown)]);
        found.push(Finding::in_field(FieldPath::Victims, "Nobody is called a civilian in this paragraph").or(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    #[test]
    fn arabic_civilians_are_found_and_civil_defence_is_none() {
        let said = |article| whys(&CHECK, article, &["1 victims = Civilian"]).is_empty();
        assert!(said("قتل 12 من المدنيين\n^^^^^^ Casualties"));
        assert!(!said("قتل 12 في المدينة\n^^^^^^ Casualties"));
        assert!(!said("قتل 12، قال الدفاع المدني\n^^^^^^ Casualties"));
    }

    #[test]
    fn things_that_are_called_civilian_are_no_civilians() {
        let said = |article: &str| whys(&CHECK, article, &["1 victims = Civilian"]).is_empty();
        for article in [
            "12 died at the civilian airport.\n^^^^^^^ Casualties",
            "12 died in civilian homes.\n^^^^^^^ Casualties",
            "12 died under civilian rule.\n^^^^^^^ Casualties",
            "قتل 12 في مطار مدني\n    ^^ Casualties",
            "قتل 12 في منشآت مدنية\n    ^^ Casualties",
            "قال المجتمع المدني إن 12 قتلوا\n                       ^^ Casualties",
        ] {
            assert!(!said(article), "{article}");
        }
        for article in [
            "12 civilian casualties.\n^^ Casualties",
            "12 died, not one a civilian.\n^^^^^^^ Casualties",
            "12 died. Civilians’ homes burned.\n^^^^^^^ Casualties",
            "قتل 12 مدنيا\n    ^^ Casualties",
            "إصابات مدنية بلغت 12\n                  ^^ Casualties",
        ] {
            assert!(said(article), "{article}");
        }
    }

    #[test]
    fn another_paragraph_does_not_say_it() {
        let article = "Civilians fled.\nTwelve people died.\n^^^^^^^^^^^^^^^^^^ Casualties";
        assert_eq!(whys(&CHECK, article, &["1 victims = Civilian"]).len(), 1);
    }
}
