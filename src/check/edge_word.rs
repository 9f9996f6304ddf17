use super::{Check, Severity};
use crate::model::{Annotation, Text};

/// A span that begins or ends inside a word or a number: "12" of "12,000".
///
/// The Arabic prefixes و ف ب ل ك are words of their own written without a
/// space, and may stand outside. Scripts written without spaces are let be.
pub(super) const CHECK: Check = Check { kind: "EdgeWord", severity: Severity::Warning, field: None, run };

fn run(text: &Text, annotation: &Annotation) -> Option<String> {
    let begins =
        annotation.spans.iter().any(|span| is_within_word(text, span.start()) && !follows_prefix(text, span.start()));
    let ends = annotation.spans.iter().any(|span| is_within_word(text, span.end()));
    let edge = match (begins, ends) {
        (true, true) => "begin and end",
        (true, false) => "begin",
        (false, true) => "end",
        (false, false) => return None,
    };
    Some(format!("The marked words {edge} inside a word or a number"))
}

fn is_within_word(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    let mut after = text[at..].chars();
    match (before.next(), after.next()) {
        (Some(last), Some(next)) if is_of_word(last) && is_of_word(next) => true,
        // Marks within a number: "12|,000" and "12,|000".
        (Some(digit), Some(mark)) if digit.is_numeric() && groups_digits(mark) => {
            after.next().is_some_and(char::is_numeric)
        }
        (Some(mark), Some(digit)) if groups_digits(mark) && digit.is_numeric() => {
            before.next().is_some_and(char::is_numeric)
        }
        _ => false,
    }
}

fn is_of_word(c: char) -> bool {
    let is_unspaced = matches!(c,
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..);
    c.is_alphanumeric() && !is_unspaced
}

fn groups_digits(c: char) -> bool {
    matches!(c, ',' | '.' | '\u{66B}' | '\u{66C}' | '\u{A0}' | '\u{2009}' | '\u{202F}')
}

/// Whether nothing of the word stands before byte `at` but one or two prefixes, as in وبـ.
fn follows_prefix(text: &str, at: usize) -> bool {
    let is_vowel_sign = |c: &char| matches!(c, '\u{64B}'..='\u{652}');
    let letters: Vec<char> =
        text[..at].chars().rev().filter(|c| !is_vowel_sign(c)).take_while(|c| is_of_word(*c)).take(3).collect();
    (1..=2).contains(&letters.len()) && letters.iter().all(|c| matches!(c, 'و' | 'ف' | 'ب' | 'ل' | 'ك'))
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
