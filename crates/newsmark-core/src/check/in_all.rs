//! Whether words call a count the whole of others, as "19 in all".

use crate::model::{Annotation, Text};

use super::wording::{clause, words};

/// What stands beside a number that is a whole, in lower case, a word each.
const WHOLE: &[&[&str]] = &[
    &["in", "all"],
    &["in", "total"],
    &["all", "told"],
    &["altogether"],
    &["total", "of"],
    &["total", "to"],
    &["toll", "to"],
    &["combined", "total"],
    &["insgesamt"],
    &["au", "total"],
    &["en", "tout"],
    &["en", "total"],
    &["في", "المجموع"],
    &["بالمجموع"],
    &["مجموع"],
    &["المجموع"],
    &["إجمالي"],
    &["در", "مجموع"],
];

/// What follows "in all" where it calls nothing a whole: "in all likelihood", "in all 12 districts".
const NOT_BEHIND_ALL: &[&str] = &["likelihood", "probability", "honesty", "cases", "directions", "but", "of", "the"];

/// How many words may stand between the number's mark and the words that call it a whole.
// "19 people were killed in all", "in all, more than 19".
const REACH: usize = 4;

/// Whether the words in the count's mark or near it call it a whole of others.
pub(super) fn is_said_of(text: &Text, annotation: &Annotation) -> bool {
    let clause = clause(text, annotation);
    let offset = clause.as_ptr() as usize - text.as_ptr() as usize;
    let start = annotation.spans.start().saturating_sub(offset).min(clause.len());
    let end = annotation.spans.end().saturating_sub(offset).min(clause.len());
    let before: Vec<_> = words(&clause[..start]).collect();
    let within: Vec<_> = words(&clause[start..end]).collect();
    // What stands behind a comma is said of something else: "19 died, in all likelihood of thirst".
    let behind = clause[end..].split([',', ';', ':', '،']).next().unwrap_or_default();
    let after: Vec<_> = words(behind).take(REACH + 2).collect();
    let near = &before[before.len().saturating_sub(REACH)..];
    let all: Vec<&str> = near.iter().chain(&within).chain(&after).map(|word| &**word).collect();
    let said = |phrase: &[&str]| {
        all.windows(phrase.len()).enumerate().any(|(at, window)| {
            let next = all.get(at + phrase.len());
            window == phrase && (phrase != ["in", "all"] || next.is_none_or(|next| !NOT_BEHIND_ALL.contains(next)))
        })
    };
    WHOLE.iter().any(|phrase| said(phrase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::project;

    #[test]
    fn a_whole_is_called_so_by_the_words_beside_its_number() {
        let said = |article: &str| {
            let project = project(article);
            is_said_of(&project.article().text, project.annotations().get(0).unwrap())
        };
        for article in [
            "19 in all\n^^ Casualties",
            "In all, 19 people died.\n        ^^^^^^^^^ Casualties",
            "A total of 19 were hurt.\n           ^^ Casualties",
            "That brings the toll to 19.\n                        ^^ Casualties",
            "19 people were hurt altogether.\n^^^^^^^^^ Casualties",
            "وبلغ إجمالي القتلى 19 شخصا\n                   ^^ Casualties",
        ] {
            assert!(said(article), "{article}");
        }
        for article in [
            "19 died, in all likelihood of thirst.\n^^^^^^^ Casualties",
            "19 died in all the villages.\n^^^^^^^ Casualties",
            "The total is unknown; 19 died.\n                      ^^ Casualties",
            "19 died. In all, nobody knows.\n^^ Casualties",
        ] {
            assert!(!said(article), "{article}");
        }
    }
}
