use super::wording::{encloses, marked, quoted};
use super::{Check, CheckBasis, Example, Finding, Run, Severity};
use crate::edit::{Fix, Remedy};
use crate::model::{Annotation, FieldPath, FigurePart, Span, Spans, Text};

/// A record's number whose words do not stand in the marked words, or in the article no longer.
///
/// A number must be seen to come from its mark (IDMC IDETECT: the excerpt holds
/// the figure). Groups may be told in other words and are let be.
pub(super) const CHECK: Check = Check {
    kind: "FigureOutside",
    severity: Severity::Error,
    run: Run::Alone(run),
    fires: Example {
        article: "At least 12 people died.\n         ^^^^^^^^^ Casualties",
        records: &["1 figure.text = At least 12"],
    },
    silent: Example {
        article: "At least 12 people died.\n^^^^^^^^^^^^^^^^^^ Casualties",
        records: &["1 figure.text = At least 12"],
    },
};

fn run(basis: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let Some(figure) = annotation.details.figure().and_then(|figure| figure.text.as_ref()) else { return };
    let field = FieldPath::Figure(FigurePart::Text);
    match figure.anchor.as_ref().map(|anchor| (anchor.within(basis.text), &anchor.words)) {
        Some((Some(span), _)) if encloses(annotation, span) => {}
        Some((Some(span), words)) => {
            let why = format!("The figure’s words {} stand outside the marked words", quoted(words));
            let remedy = with(basis.text, annotation, span).map(Remedy::Spans);
            let fix = remedy.map(|remedy| Fix { label: format!("Add {} to the mark", quoted(words)), remedy });
            found.push(Finding::in_field(field, why).or(fix));
        }
        Some((None, words)) => {
            let why = format!("The figure’s words {} were not found in the article", quoted(words));
            found.push(Finding::in_field(field, why));
        }
        None => {
            // A figure that was typed has no anchor: only its words can be looked for, and an editor may write them in
            // another case.
            let one_line = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            if !one_line(&marked(basis.text, annotation)).contains(&one_line(&figure.value)) {
                let why = format!("The figure’s words {} do not stand in the marked words", quoted(&figure.value));
                found.push(Finding::in_field(field, why));
            }
        }
    }
}

/// The mark with `span` in it, in one span with what only white space parts it from.
fn with(text: &Text, annotation: &Annotation, span: Span) -> Option<Spans> {
    let spans = annotation.spans.iter().chain([span]).collect();
    let mut joined: Vec<Span> = Vec::new();
    for span in Spans::new(spans)?.iter() {
        let gap = joined.last().map(|last| &text[last.end()..span.start()]);
        match joined.last().copied().filter(|_| gap.is_some_and(|gap| gap.chars().all(char::is_whitespace))) {
            Some(last) => {
                joined.pop();
                joined.extend(Span::new(last.start(), span.end()));
            }
            None => joined.push(span),
        }
    }
    Spans::new(joined)
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    #[test]
    fn typed_words_must_stand_in_the_mark_too() {
        let article = "At least 12 people died.\n^^^^^^^^^^^^^^^^^^ Casualties";
        assert!(whys(&CHECK, article, &["1 figure.text = ~at least 12"]).is_empty());
        let whys = whys(&CHECK, article, &["1 figure.text = ~a dozen"]);
        assert_eq!(whys, ["The figure’s words “a dozen” do not stand in the marked words"]);
    }
}
