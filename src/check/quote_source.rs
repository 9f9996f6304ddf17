use super::{Check, Severity};
use crate::model::{Annotation, AttributionPart, Details, FieldPath, QuoteKind, Text};

/// A direct quote without a source: somebody said it, and the record does not say who (PARC 3).
pub(super) const CHECK: Check = Check {
    kind: "QuoteSource",
    severity: Severity::Warning,
    field: Some(FieldPath::Attribution(AttributionPart::Words)),
    run,
};

fn run(_: &Text, annotation: &Annotation) -> Option<String> {
    let Details::Quotes(quote) = &annotation.details else { return None };
    let is_bare = quote.kind == QuoteKind::Direct && !quote.attribution.names_somebody();
    is_bare.then(|| "The direct quote has no source".to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::tests::quote;
    use super::*;
    use crate::model::{Anchored, FieldValue};

    #[test]
    fn a_direct_quote_wants_a_source() {
        let (text, mut annotation) = quote("[“We left,”] she said");
        assert!(run(&text, &annotation).is_some());
        let source = FieldValue::Words(Some(Anchored::typed("she")));
        annotation.set_field(FieldPath::Attribution(AttributionPart::Words), source).unwrap();
        assert_eq!(run(&text, &annotation), None);
    }

    #[test]
    fn an_indirect_quote_may_do_without() {
        let (text, mut annotation) = quote("[They had left], it was said");
        let indirect = QuoteKind::ALL.iter().position(|kind| *kind == QuoteKind::Indirect).unwrap();
        annotation.set_field(FieldPath::Kind, FieldValue::Choice(QuoteKind::VOCABULARY, indirect)).unwrap();
        assert_eq!(run(&text, &annotation), None);
    }
}
