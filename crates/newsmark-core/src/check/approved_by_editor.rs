use super::{Check, CheckBasis, Example, Finding, Run, Severity};
use crate::model::{Annotation, Status};

/// An approval by the person who last changed the mark, in a project that asks for four eyes.
pub(super) const CHECK: Check = Check {
    kind: "ApprovedByEditor",
    severity: Severity::Error,
    run: Run::Alone(run),
    fires: Example {
        article: "At least 12 died.\n^^^^^^^^^^^^^^^^ Casualties",
        records: &["four_eyes = true", "1 approved = Ines Varga"],
    },
    silent: Example {
        article: "At least 12 died.\n^^^^^^^^^^^^^^^^ Casualties",
        records: &["four_eyes = true", "1 approved = Tomas Reed"],
    },
};

fn run(basis: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let is_own = annotation.judge.as_ref() == Some(&annotation.editor);
    // The window refuses such an approval; a file may have it by hand, by a merge, or from before four eyes were asked
    // for.
    if basis.settings.four_eyes && annotation.status == Status::Approved && is_own {
        let why = format!("{} approved this and last changed it; somebody else must approve it", annotation.editor);
        found.push(Finding::in_words(why));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    #[test]
    fn without_four_eyes_everybody_approves_what_they_made() {
        let article = "At least 12 died.\n^^^^^^^^^^^^^^^^ Casualties";
        assert_eq!(whys(&CHECK, article, &["1 approved = Ines Varga"]), [""; 0]);
        let expected = ["Ines Varga approved this and last changed it; somebody else must approve it"];
        assert_eq!(whys(&CHECK, article, &["four_eyes = true", "1 approved = Ines Varga"]), expected);
    }
}
