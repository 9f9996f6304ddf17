use super::figures::{is_comparable, least, most};
use super::{Check, CheckBasis, Example, Finding, Run, Severity};
use crate::model::{Annotation, Details, FieldPath, FigurePart, Group, GroupKind, grouped};

/// A group above the count that it is some of, or children, women and men above it together.
///
/// Other groups overlap: a journalist is a woman or a man (OHCHR lists for SDG 16.1.2).
pub(super) const CHECK: Check = Check {
    kind: "GroupsAboveWhole",
    severity: Severity::Error,
    run: Run::Alone(run),
    fires: Example {
        article: "12 died, 13 of them children.\n^^^^^^^ Casualties",
        records: &["1 figure.best = 12", "1 groups[7].who = Children", "1 groups[7].figure.best = 13"],
    },
    silent: Example {
        article: "12 died, 8 of them women and 7 journalists.\n^^^^^^^ Casualties",
        records: &[
            "1 figure.best = 12",
            "1 groups[7].who = Women",
            "1 groups[7].figure.best = 8",
            "1 groups[8].who = Journalists",
            "1 groups[8].figure.best = 7",
        ],
    },
};

fn run(_: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let Details::Casualties(record) = &annotation.details else { return };
    let Some(most) = most(&record.figure) else { return };
    let n_before = found.len();
    let groups: Vec<&Group> =
        record.groups.iter().filter(|group| is_comparable(&group.figure, &record.figure)).collect();
    for group in &groups {
        if let Some(least) = least(&group.figure).filter(|least| *least > most) {
            let why = format!("{} {} are above the whole of {}", grouped(least), called(group), grouped(most));
            found.push(Finding::in_field(FieldPath::GroupFigure(group.id, FigurePart::Text), why));
        }
    }
    let together = apart(&groups);
    // Where one group is above the whole alone, the sum says nothing more.
    if found.len() == n_before && together > most {
        let why =
            format!("Children, women and men are {} together, above the whole of {}", grouped(together), grouped(most));
        found.push(Finding::in_field(FieldPath::Figure(FigurePart::Text), why));
    }
}

/// The least number of people in the groups that nobody is in two of; of one kind the largest group counts.
fn apart(groups: &[&Group]) -> u64 {
    let of = |kind| groups.iter().filter(move |group| group.who == kind).filter_map(|group| least(&group.figure)).max();
    // Reports of casualties count children apart from women and men, so that these three do not overlap.
    let kinds = [GroupKind::Children, GroupKind::Women, GroupKind::Men];
    kinds.into_iter().filter_map(of).fold(0, u64::saturating_add)
}

fn called(group: &Group) -> String {
    match group.who {
        GroupKind::Unspecified => "of a group".to_owned(),
        GroupKind::Other if !group.other.is_empty() => group.other.clone(),
        kind => kind.label().to_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    #[test]
    fn nobody_is_a_child_and_a_woman() {
        let article = "12 died, 8 of them women and 7 children.\n^^^^^^^ Casualties";
        let records = [
            "1 figure.best = 12",
            "1 groups[7].who = Women",
            "1 groups[7].figure.best = 8",
            "1 groups[8].who = Children",
            "1 groups[8].figure.best = 7",
        ];
        assert_eq!(whys(&CHECK, article, &records), ["Children, women and men are 15 together, above the whole of 12"]);
    }
}
