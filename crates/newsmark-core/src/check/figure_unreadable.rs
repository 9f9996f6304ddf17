use super::figures::{FigureOf, figures, has_number};
use super::wording::quoted;
use super::{Check, CheckBasis, Example, Finding, Run, Severity};
use crate::edit::Fix;
use crate::figures::{Reading, reading};
use crate::model::{Annotation, Convention, FieldPath, FieldValue, Figure, FigurePart, Qualifier, Unit, grouped};

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
    if figure.qualifier == Qualifier::Residual || !has_number(figure) {
        return None;
    }
    let words = quoted(words);
    let why = match (says == recorded, contradicts(figure, &read)) {
        (true, false) => return None,
        (false, _) => format!("{words} is read as {says} and the figure is {recorded}"),
        // In one sentence both would read alike: "at least 12" with a best of 30 is still at least 12.
        (true, true) => {
            format!("{words} is read as {} and the figure has {}", bounds(&as_read(figure, &read)), bounds(figure))
        }
    };
    let fix = read.is_sure.then(|| Fix::fields(format!("Use {says}"), values(of, &read)));
    Some(Finding::in_field(field, why).or(fix))
}

/// Whether a bound that the figure states is another number than its words give, or one that they do not give. A
/// best that says what low or high does adds nothing; a bound that is left out contradicts nothing.
fn contradicts(figure: &Figure, read: &Reading) -> bool {
    let is_other = |stated: Option<u64>, read: Option<u64>| stated.is_some() && stated != read;
    let is_bare = read.best.is_none() && figure.best.is_some() && (figure.best == read.low || figure.best == read.high);
    is_other(figure.low, read.low) || is_other(figure.high, read.high) || is_other(figure.best, read.best) && !is_bare
}

/// The three bounds in words: "low 12, best 12, high –".
fn bounds(figure: &Figure) -> String {
    let written = |bound: Option<u64>| bound.map_or_else(|| "–".to_owned(), grouped);
    format!("low {}, best {}, high {}", written(figure.low), written(figure.best), written(figure.high))
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
    fn numbers_are_compared_and_not_the_sentences_that_they_make() {
        let told = |article: &str, records: &[&str]| whys(&CHECK, article, records);
        let up_to =
            ["1 figure.text = Up to 200", "1 figure.qualifier = AtMost", "1 figure.low = 200", "1 figure.high = 200"];
        assert_eq!(
            told("Up to 200 died.\n^^^^^^^^^ Casualties", &up_to),
            ["“Up to 200” is read as low –, best –, high 200 and the figure has low 200, best –, high 200"]
        );
        let best = |best: &'static str| {
            ["1 figure.text = At least 12", "1 figure.qualifier = AtLeast", "1 figure.low = 12", best]
        };
        let article = "At least 12 died.\n^^^^^^^^^^^ Casualties";
        assert_eq!(
            told(article, &best("1 figure.best = 30")),
            ["“At least 12” is read as low 12, best 12, high – and the figure has low 12, best 30, high –"]
        );
        assert!(told(article, &best("1 figure.best = 12")).is_empty());
        let only_best = ["1 figure.text = 12", "1 figure.qualifier = Exact", "1 figure.best = 12"];
        assert!(told("12 died.\n^^ Casualties", &only_best).is_empty());
        let several =
            ["1 figure.text = several", "1 figure.qualifier = VaguePlural", "1 figure.low = 3", "1 figure.best = 3"];
        assert!(told("several died.\n^^^^^^^ Casualties", &several).is_empty());
    }

    #[test]
    fn a_number_that_an_editor_decided_is_let_be() {
        let records = ["1 figure.text = Dozens", "1 figure.low = 24"];
        assert_eq!(whys(&CHECK, ARTICLE, &records), ["“Dozens” is read as ≥ 12 and the figure is 24"]);
        assert!(whys(&CHECK, ARTICLE, &[records[0], records[1], "1 figure.convention = Editor"]).is_empty());
    }
}
