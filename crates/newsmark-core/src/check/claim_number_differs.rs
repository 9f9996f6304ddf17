use super::figures::{has_number, is_comparable};
use super::wording::{marked, quoted};
use super::{Check, CheckContext, Example, Finding, Run, Severity};
use crate::figures::{Range, Reading, readings};
use crate::model::{Annotation, Details, FieldPath, Figure, LinkKind, LinkPart};

/// A claim none of whose numbers fits the record that it is about (ClaimBuster: quantities).
///
/// The claim's numbers are those of its statement, else of its words; two fit
/// where their ranges meet.
pub(super) const CHECK: Check = Check {
    kind: "ClaimNumberDiffers",
    severity: Severity::Note,
    run: Run::Linked(run),
    fires: Example {
        article: "At least 12 died. “Only five people died,” he said.\n^^^^^^^^^^^ Casualties\n                  ^^^^^^^^^^^^^^^^^^^^^^^^^ Claims",
        records: &[
            "1 figure.qualifier = AtLeast",
            "1 figure.low = 12",
            "2 links[7].kind = About",
            "2 links[7].to = #1",
        ],
    },
    silent: Example {
        article: "At least 12 died. “Fifteen people died,” he said.\n^^^^^^^^^^^ Casualties\n                  ^^^^^^^^^^^^^^^^^^^^^^^ Claims",
        records: &[
            "1 figure.qualifier = AtLeast",
            "1 figure.low = 12",
            "2 links[7].kind = About",
            "2 links[7].to = #1",
        ],
    },
};

fn run(context: &CheckContext<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let Details::Claims(claim) = &annotation.details else { return };
    for link in claim.links.iter().filter(|link| link.kind == LinkKind::About) {
        let figure = context.linked(link.to).and_then(|record| record.details.figure());
        let Some(figure) = figure.filter(|figure| has_number(figure)) else { continue };
        let own = marked(context.text, annotation);
        // The editor's restatement is clearer than the words, where there is one.
        let words = if claim.statement.trim().is_empty() { &own } else { &claim.statement };
        let mut numbers = readings(words, context.language);
        numbers.retain(|read| has_number(&as_figure(read)) && is_comparable(&as_figure(read), figure));
        // One number that fits is enough: a claim may count several things.
        if let Some(read) = numbers.first().filter(|_| !numbers.iter().any(|read| meet(&as_figure(read), figure))) {
            let said = quoted(words.get(read.at.clone()).unwrap_or_default());
            let recorded = Figure { text: None, ..figure.clone() }.reading();
            let name = context.linked(link.to).map(|record| context.named(record)).unwrap_or_default();
            // The number last and its mark before it: "about 17" would be read as a number that is not exact.
            let why = format!("The claim says {said}; of the count {name} the record says {recorded}");
            found.push(Finding::in_field(FieldPath::Link(link.id, LinkPart::To), why));
        }
    }
}

fn as_figure(read: &Reading) -> Figure {
    let Reading { qualifier, low, best, high, unit, .. } = *read;
    Figure { qualifier, low, best, high, unit, ..Figure::default() }
}

/// Whether there is a number that both can be.
fn meet(one: &Figure, other: &Figure) -> bool {
    Range::of_figure(one).meets(Range::of_figure(other))
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    #[test]
    fn what_the_record_says_cannot_be_read_as_an_approximate_number() {
        let article =
            "17 died. “Only five people died,” he said.\n^^^^^^^ Casualties\n         ^^^^^^^^^^^^^^^^^^^^^^^^^ Claims";
        let link = ["2 links[7].kind = About", "2 links[7].to = #1"];
        let exact = ["1 figure.qualifier = Exact", "1 figure.low = 17", "1 figure.best = 17", "1 figure.high = 17"];
        let expected = ["The claim says “Only five”; of the count “17 died” the record says 17"];
        assert_eq!(whys(&CHECK, article, &[&link[..], &exact].concat()), expected);
        let about = ["1 figure.qualifier = Approximately", "1 figure.best = 18"];
        let near = article.replace("Only five people", "17 people");
        let near = near.replace("^^^^^^^^^^^^^^^^^^^^^^^^^ Claims", "^^^^^^^^^^^^^^^^^^ Claims");
        assert!(whys(&CHECK, &near, &[&link[..], &about].concat()).is_empty(), "17 is about 18");
    }
}
