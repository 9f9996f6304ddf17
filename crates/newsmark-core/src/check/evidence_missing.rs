use super::{Check, CheckBasis, Example, Finding, Run, Severity};
use crate::edit::Fix;
use crate::model::{Annotation, Details, Evidence, FieldPath, FieldValue, Stance, Verification};

/// A claim found to hold, or not to hold, without evidence that says so (FEVER, AVeriTeC: a verdict rests on evidence).
pub(super) const CHECK: Check = Check {
    kind: "EvidenceMissing",
    severity: Severity::Error,
    run: Run::Alone(run),
    fires: Example {
        article: "The bridge was hit, he said.\n^^^^^^^^^^^^^^^^^^ Claims",
        records: &["1 verification = Refuted", "1 evidence[7].stance = Supports", "1 evidence[7].citation = A report"],
    },
    silent: Example {
        article: "The bridge was hit, he said.\n^^^^^^^^^^^^^^^^^^ Claims",
        records: &["1 verification = Refuted", "1 evidence[7].stance = Refutes", "1 evidence[7].citation = A report"],
    },
};

fn run(_: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let Details::Claims(claim) = &annotation.details else { return };
    let (wanted, verb) = match claim.verification {
        Verification::Supported => (Stance::Supports, "supports"),
        Verification::Refuted => (Stance::Refutes, "refutes"),
        // The other verdicts say that evidence is missing or does not decide.
        _ => return,
    };
    let says_so = |evidence: &Evidence| {
        evidence.stance == wanted && !(evidence.citation.trim().is_empty() && evidence.excerpt.trim().is_empty())
    };
    if !claim.evidence.iter().any(says_so) {
        let why = format!("The claim is {} and no evidence {verb} it", claim.verification.label().to_lowercase());
        let unverified = FieldValue::Choice(Verification::VOCABULARY, Verification::Unverified as usize);
        let fix = Fix::fields("Set it back to Unverified", [(FieldPath::Verification, unverified)]);
        found.push(Finding::in_field(FieldPath::Verification, why).or(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    #[test]
    fn evidence_that_says_nothing_is_none() {
        let article = "The bridge was hit, he said.\n^^^^^^^^^^^^^^^^^^ Claims";
        let records = ["1 verification = Supported", "1 evidence[7].stance = Supports"];
        assert_eq!(whys(&CHECK, article, &records), ["The claim is supported and no evidence supports it"]);
    }
}
