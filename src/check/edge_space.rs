use super::{Check, Severity};
use crate::model::{Annotation, Text};

/// A span that begins or ends with white space: a slip of the mouse that
/// exports and comparisons would carry on.
pub(super) const CHECK: Check = Check { kind: "EdgeSpace", severity: Severity::Warning, field: None, run };

fn run(text: &Text, annotation: &Annotation) -> Option<String> {
    let words = || annotation.spans.iter().map(|span| text.words(span));
    let begins = words().any(|words| words.starts_with(char::is_whitespace));
    let ends = words().any(|words| words.ends_with(char::is_whitespace));
    let edge = match (begins, ends) {
        (true, true) => "begin and end",
        (true, false) => "begin",
        (false, true) => "end",
        (false, false) => return None,
    };
    Some(format!("The marked words {edge} with white space"))
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
