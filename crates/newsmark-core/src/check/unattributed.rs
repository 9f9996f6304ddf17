use super::figures::has_number;
use super::{Check, CheckBasis, CheckContext, Example, Finding, Run, Severity};
use crate::model::{Annotation, AttributionPart, FieldPath, ScopeKind};

/// A number without an attribution (AP Stylebook: attribute what was not witnessed). A part is told by whoever tells
/// its whole.
pub(super) const CHECK: Check = Check {
    kind: "Unattributed",
    severity: Severity::Note,
    run: Run::Both(alone, linked),
    fires: Example { article: "12 died, she said.\n^^^^^^^ Casualties", records: &["1 figure.best = 12"] },
    silent: Example {
        article: "12 died, she said.\n^^^^^^^ Casualties",
        records: &["1 figure.best = 12", "1 attribution.words = she"],
    },
};

/// Wholes of wholes that are asked.
// Some of others of some are told in two or three steps; links may lead in a circle.
const MOST_WHOLES: usize = 8;

fn alone(_: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    if !is_part(annotation) {
        found.extend(unattributed(annotation));
    }
}

fn linked(context: &CheckContext<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    if !is_part(annotation) {
        return;
    }
    let whole = |part: &&Annotation| {
        let of = part.details.scope().filter(|scope| scope.kind == ScopeKind::PartOf)?.of;
        context.linked(of).map(|whole| whole.as_ref())
    };
    let mut wholes = std::iter::successors(Some(annotation), whole).take(MOST_WHOLES);
    if !wholes.any(|whole| whole.details.attribution().names_somebody()) {
        found.extend(unattributed(annotation));
    }
}

fn is_part(annotation: &Annotation) -> bool {
    annotation.details.scope().is_some_and(|scope| scope.kind == ScopeKind::PartOf && scope.of.is_some())
}

fn unattributed(annotation: &Annotation) -> Option<Finding> {
    // Words without any number, as "many", are reported and not counted.
    let is_bare =
        annotation.details.figure().is_some_and(has_number) && !annotation.details.attribution().names_somebody();
    let field = FieldPath::Attribution(AttributionPart::Source);
    is_bare.then(|| Finding::in_field(field, "No source is named for the number"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    #[test]
    fn a_part_is_attributed_with_its_whole() {
        let article = "12 died, she said, five on deck, two of them boys.\n^^^^^^^ Casualties\n                   ^^^^^^^^^^^^ Casualties\n                                 ^^^^^^^^ Casualties";
        let counts = ["1 figure.best = 12", "2 figure.best = 5", "3 figure.best = 2"];
        let parts = ["2 scope.kind = PartOf", "2 scope.of = #1", "3 scope.kind = PartOf", "3 scope.of = #2"];
        let all = |more: &[&str]| whys(&CHECK, article, &[&counts, &parts[..], more].concat()).len();
        assert_eq!((all(&[]), all(&["1 attribution.words = she"]), all(&["2 attribution.words = she"])), (3, 0, 1));
        assert_eq!(all(&["1 attribution.words = she", "3 scope.kind = Event"]), 1, "an event stands for itself");
    }
}
