use super::{Check, CheckBasis, Example, Finding, Run, Severity};
use crate::model::{Annotation, AttributionPart, Details, FieldPath, QuoteKind};

/// A direct quote without a source: somebody said it, and the record does not say who (PARC 3).
pub(super) const CHECK: Check = Check {
    kind: "QuoteSource",
    severity: Severity::Warning,
    run: Run::Alone(run),
    fires: Example { article: "“We left,” she said.\n^^^^^^^^^^ Quotes", records: &["1 kind = Direct"] },
    silent: Example {
        article: "“We left,” she said.\n^^^^^^^^^^ Quotes",
        records: &["1 kind = Direct", "1 attribution.words = she"],
    },
};

fn run(_: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let Details::Quotes(quote) = &annotation.details else { return };
    // Reported speech often has no single speaker; somebody's very words do.
    if quote.kind == QuoteKind::Direct && !quote.attribution.names_somebody() {
        let field = FieldPath::Attribution(AttributionPart::Words);
        found.push(Finding::in_field(field, "The direct quote has no source"));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    #[test]
    fn an_indirect_quote_may_do_without() {
        let article = "They had left, it was said.\n^^^^^^^^^^^^^ Quotes";
        assert!(whys(&CHECK, article, &["1 kind = Indirect"]).is_empty());
    }
}
