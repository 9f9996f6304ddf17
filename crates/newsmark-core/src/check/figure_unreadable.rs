use super::figures::{FigureOf, figures, has_number};
use super::wording::quoted;
use super::{Check, CheckBasis, Example, Finding, Run, Severity};
use crate::edit::Fix;
use crate::figures::{Reading, reading};
use crate::model::{Annotation, Convention, FieldPath, FieldValue, Figure, FigurePart, Qualifier, Unit};

/// A figure that cannot be read from its own words, or that says something else
/// than they do and does not say that an editor decided so.
pub(super) const CHECK: Check = Check {
    kind: "FigureUnreadable",
    severity: Severity::Warning,
    run: Run::Alone(run),
    fires: Example {
        article: "At least 12 people died.\n^^^^^^^^^^^^^^^^^^ Casualties",
        records: &["1 figure.text = At least 12", "1 figure.qualifier = AtLeast", "1 figure.low = 21"],
    },
    silent: Example {
        article: "At least 12 people died.\n^^^^^^^^^^^^^^^^^^ Casualties",
        records: &[
            "1 figure.text = At least 12",
            "1 figure.qualifier = AtLeast",
            "1 figure.low = 12",
            "1 figure.best = 12",
        ],
    },
};

fn run(basis: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    found.extend(figures(annotation).filter_map(|of| unreadable(basis, &of)));
}

fn unreadable(basis: &CheckBasis<'_>, of: &FigureOf<'_>) -> Option<Finding> {
    let figure = of.figure;
    // Whoever decided the number has said so, and knows better than the reader.
    let decided = matches!(figure.convention, Convention::Editor | Convention::Derived);
    let text = figure.text.as_ref().filter(|_| !decided)?;
    // The article's own words: the value may have been put otherwise by the editor.
    let words = text.anchor.as_ref().map_or(&text.value, |anchor| &anchor.words);
    let field = of.path(FigurePart::Text);
    let read = match reading(words, basis.language) {
        Ok(read) => read,
        Err(why) => {
            let why = why.to_string();
            let mut letters = why.chars();
            let why: String = letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect();
            return Some(Finding::in_field(field, format!("{} cannot be read: {why}", quoted(words))));
        }
    };
    // Compared as a person reads them, so that a best that equals low is no difference from none.
    let says = reads(&Figure { text: None, ..as_read(figure, &read) });
    let recorded = reads(&Figure { text: None, ..figure.clone() });
    // "The rest" is worked out by the ledger, and a figure without a number says nothing that could differ.
    if figure.qualifier == Qualifier::Residual || !has_number(figure) || says == recorded {
        return None;
    }
    let why = format!("{} is read as {says} and the figure is {recorded}", quoted(words));
    let label = format!("Use {says}");
    Some(Finding::in_field(field, why).or(Fix::fields(label, values(of, &read))))
}

/// The figure with what was read in place of what it says.
fn as_read(figure: &Figure, read: &Reading) -> Figure {
    let Reading { qualifier, low, best, high, convention, .. } = *read;
    let unit = if figure.unit == Unit::Unspecified { read.unit } else { figure.unit };
    Figure { qualifier, low, best, high, convention, unit, ..figure.clone() }
}

fn reads(figure: &Figure) -> String {
    let reading = figure.reading();
    if reading.is_empty() { "no number".to_owned() } else { reading }
}

fn values(of: &FigureOf<'_>, read: &Reading) -> Vec<(FieldPath, FieldValue)> {
    let read = as_read(of.figure, read);
    vec![
        (of.path(FigurePart::Qualifier), FieldValue::Choice(Qualifier::VOCABULARY, read.qualifier as usize)),
        (of.path(FigurePart::Low), FieldValue::Number(read.low)),
        (of.path(FigurePart::Best), FieldValue::Number(read.best)),
        (of.path(FigurePart::High), FieldValue::Number(read.high)),
        (of.path(FigurePart::Unit), FieldValue::Choice(Unit::VOCABULARY, read.unit as usize)),
        (of.path(FigurePart::Convention), FieldValue::Choice(Convention::VOCABULARY, read.convention as usize)),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    const ARTICLE: &str = "Dozens died in the town.\n^^^^^^^^^^^^^^^^^^^^^^^ Casualties";

    #[test]
    fn words_without_a_number_are_told() {
        let records = ["1 figure.text = the town", "1 figure.best = 12"];
        assert_eq!(whys(&CHECK, ARTICLE, &records), ["“the town” cannot be read: no number stands in these words"]);
    }

    #[test]
    fn a_number_that_an_editor_decided_is_let_be() {
        let records = ["1 figure.text = Dozens", "1 figure.low = 24"];
        assert_eq!(whys(&CHECK, ARTICLE, &records), ["“Dozens” is read as ≥ 12 and the figure is 24"]);
        assert!(whys(&CHECK, ARTICLE, &[records[0], records[1], "1 figure.convention = Editor"]).is_empty());
    }
}
