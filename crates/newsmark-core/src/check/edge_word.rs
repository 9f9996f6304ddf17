use super::{Check, CheckBasis, Example, Finding, Run, Severity};
use crate::edit::words::{follows_prefix, is_within_word, widened};
use crate::edit::{Fix, Remedy};
use crate::model::{Annotation, Spans};

/// A span that begins or ends inside a word or a number: "12" of "12,000".
///
/// The Arabic prefixes و ف ب ل ك and the article ال are words of their own
/// written without a space, and may stand outside. Scripts written without spaces are let be.
pub(super) const CHECK: Check = Check {
    kind: "EdgeWord",
    severity: Severity::Warning,
    run: Run::Alone(run),
    fires: Example { article: "12,000 fled.\n^^ Displacement", records: &[] },
    silent: Example { article: "وقال المسعفون\n ^^^ Quotes", records: &[] },
};

fn run(basis: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let text = basis.text;
    let begins =
        // Only the beginning may follow a prefix: Arabic writes nothing of the kind behind a word but pronouns, which
        // belong to it.
        annotation.spans.iter().any(|span| is_within_word(text, span.start()) && !follows_prefix(text, span.start()));
    let ends = annotation.spans.iter().any(|span| is_within_word(text, span.end()));
    let edge = match (begins, ends) {
        (true, true) => "begin and end",
        (true, false) => "begin",
        (false, true) => "end",
        (false, false) => return,
    };
    let whole: Vec<_> = annotation.spans.iter().map(|span| widened(text, span)).collect();
    // What is too long for a word stays cut, and then there is nothing to offer.
    let is_whole = whole.iter().zip(annotation.spans.iter()).all(|(whole, span)| {
        let cut = |at| is_within_word(text, at) && !follows_prefix(text, at);
        !cut(whole.start()) && !is_within_word(text, whole.end()) && whole.encloses(span)
    });
    let fix = Spans::new(whole).filter(|_| is_whole);
    let fix = fix.map(|spans| Fix { label: "Take the whole word".to_owned(), remedy: Remedy::Spans(spans) });
    found.push(Finding::in_words(format!("The marked words {edge} inside a word or a number")).or(fix));
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use super::*;

    #[test]
    fn an_edge_inside_a_word_or_a_number_is_told() {
        assert_eq!(said(&CHECK, "th[ree died]").as_deref(), Some("The marked words begin inside a word or a number"));
        assert_eq!(said(&CHECK, "[12],000 fled").as_deref(), Some("The marked words end inside a word or a number"));
        assert_eq!(
            said(&CHECK, "30\u{A0}[000] fled").as_deref(),
            Some("The marked words begin inside a word or a number")
        );
    }

    #[test]
    fn whole_words_are_let_be() {
        for marked in ["[Aleppo]’s east", "“[We left]”", "[12], 13 and [14].", "the [18]-year-old", "[死者]十二人"]
        {
            assert_eq!(said(&CHECK, marked), None, "{marked}");
        }
    }

    #[test]
    fn an_arabic_prefix_may_stand_outside() {
        for marked in ["و[قال] المسعفون", "وب[المدينة]", "وَ[قُتل] 17"] {
            assert_eq!(said(&CHECK, marked), None, "{marked}");
        }
        assert!(said(&CHECK, "قا[ل] المسعفون").is_some());
        assert!(said(&CHECK, "[قا]ل المسعفون").is_some());
    }
}
