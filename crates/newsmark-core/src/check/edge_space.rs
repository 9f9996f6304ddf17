use super::{Check, CheckBasis, Example, Finding, Run, Severity};
use crate::edit::{Fix, Remedy, without_spaces};
use crate::model::{Annotation, Spans, Text};

/// A span that begins or ends with white space: a slip of the mouse that
/// exports and comparisons would carry on.
pub(super) const CHECK: Check = Check {
    kind: "EdgeSpace",
    severity: Severity::Warning,
    run: Run::Alone(run),
    fires: Example { article: "He left town.\n   ^^^^^ Claims", records: &[] },
    silent: Example { article: "He left town.\n   ^^^^ Claims", records: &[] },
};

fn run(basis: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let Some(edge) = spaced(basis.text, &annotation.spans) else { return };
    let trimmed = annotation.spans.iter().filter_map(|span| without_spaces(basis.text, span)).collect();
    // A space that a combining mark makes one letter stays where it is.
    let trimmed = Spans::new(trimmed).filter(|spans| spaced(basis.text, spans).is_none());
    let fix = trimmed.map(|spans| Fix { label: "Trim the mark".to_owned(), remedy: Remedy::Spans(spans) });
    found.push(Finding::in_words(format!("The marked words {edge} with white space")).or(fix));
}

/// What spans do with white space, as a verb; `None` where they have none at an edge.
fn spaced(text: &Text, spans: &Spans) -> Option<&'static str> {
    let words = || spans.iter().map(|span| text.words(span));
    let begins = words().any(|words| words.starts_with(char::is_whitespace));
    let ends = words().any(|words| words.ends_with(char::is_whitespace));
    match (begins, ends) {
        (true, true) => Some("begin and end"),
        (true, false) => Some("begin"),
        (false, true) => Some("end"),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use super::*;

    #[test]
    fn white_space_at_either_edge_of_any_span_is_told() {
        assert_eq!(said(&CHECK, "He [left ]town").as_deref(), Some("The marked words end with white space"));
        assert_eq!(said(&CHECK, "[He] left[\u{A0}town]").as_deref(), Some("The marked words begin with white space"));
        assert_eq!(said(&CHECK, "He [left\ntown]"), None);
    }
}
