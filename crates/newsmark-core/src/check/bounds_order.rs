use super::figures::{FigureOf, figures};
use super::{Check, CheckBasis, Example, Finding, Run, Severity};
use crate::edit::Fix;
use crate::model::{Annotation, FieldValue, FigurePart, grouped};

/// Bounds out of order: low ≤ best ≤ high must hold over those that are stated (UCDP GED codebook).
pub(super) const CHECK: Check = Check {
    kind: "BoundsOrder",
    severity: Severity::Error,
    run: Run::Alone(run),
    fires: Example {
        article: "Between 40 and 20 people fled.\n^^^^^^^^^^^^^^^^^ Displacement",
        records: &["1 figure.low = 40", "1 figure.high = 20"],
    },
    silent: Example {
        article: "Between 20 and 40 people fled.\n^^^^^^^^^^^^^^^^^ Displacement",
        records: &["1 figure.low = 20", "1 figure.high = 40"],
    },
};

fn run(_: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    found.extend(figures(annotation).filter_map(|of| disorder(&of)));
}

fn disorder(of: &FigureOf<'_>) -> Option<Finding> {
    let bounds =
        [(FigurePart::Low, of.figure.low), (FigurePart::Best, of.figure.best), (FigurePart::High, of.figure.high)];
    let stated: Vec<(FigurePart, u64)> =
        bounds.into_iter().filter_map(|(part, number)| Some((part, number?))).collect();
    let (more, less) = stated.windows(2).map(|pair| (pair[0], pair[1])).find(|(more, less)| more.1 > less.1)?;
    let name = |part: FigurePart| part.label().to_lowercase();
    let why = format!("{} {} is above {} {}", more.0.label(), grouped(more.1), name(less.0), grouped(less.1));
    let mut numbers: Vec<u64> = stated.iter().map(|(_, number)| *number).collect();
    // Sorted, the numbers are in order whichever of them was wrong; an editor sees the outcome before taking it.
    numbers.sort_unstable();
    let values =
        stated.iter().zip(numbers).map(|((part, _), number)| (of.path(*part), FieldValue::Number(Some(number))));
    let label = match stated.len() {
        2 => format!("Swap {} and {}", name(more.0), name(less.0)),
        _ => "Put low, best and high in order".to_owned(),
    };
    Some(Finding::in_field(of.path(more.0), why).or(Fix::fields(label, values.collect::<Vec<_>>())))
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    #[test]
    fn the_bounds_of_a_group_are_compared_too() {
        let article = "At least 12 died.\n^^^^^^^^^^^ Casualties";
        let records = ["1 groups[7].figure.best = 5", "1 groups[7].figure.high = 4"];
        assert_eq!(whys(&CHECK, article, &records), ["Best 5 is above high 4"]);
    }
}
