use super::wording::{marked, quoted};
use super::{Check, CheckContext, Example, Finding, Run, Severity};
use crate::edit::{Fix, Remedy};
use crate::figures::{Counted, Ledger};
use crate::model::{Annotation, AnnotationId, FieldPath, FieldValue, Project, ScopeKind};

/// A count that its words call the whole of others before it, which count beside it: "12 died and five more, 19
/// in all" (Every Casualty, *Standards*: no double counting).
///
/// While it has no scope nothing is counted twice yet, and what is offered is worth knowing.
pub(super) const CHECK: Check = Check {
    kind: "WholeOfOthers",
    severity: Severity::Warning,
    run: Run::Linked(run),
    fires: Example {
        article: "12 died and five drowned, 19 in all.\n^^^^^^^ Casualties\n            ^^^^^^^^^^^^ Casualties\n                          ^^ Casualties",
        records: &[
            "1 figure.best = 12",
            "1 figure.unit = Person",
            "1 scope.kind = Event",
            "2 figure.best = 5",
            "2 figure.unit = Person",
            "2 scope.kind = Event",
            "3 figure.best = 19",
            "3 figure.unit = Person",
            "3 scope.kind = Event",
        ],
    },
    silent: Example {
        article: "12 died and five drowned, 19 in all.\n^^^^^^^ Casualties\n            ^^^^^^^^^^^^ Casualties\n                          ^^ Casualties",
        records: &[
            "1 figure.best = 12",
            "1 figure.unit = Person",
            "1 scope.kind = PartOf",
            "1 scope.of = #3",
            "2 figure.best = 5",
            "2 figure.unit = Person",
            "2 scope.kind = PartOf",
            "2 scope.of = #3",
            "3 figure.best = 19",
            "3 figure.unit = Person",
            "3 scope.kind = Event",
        ],
    },
};

/// Counts before it that are looked at.
// A sentence adds up what it and the one before it told; more are another story.
const MOST: usize = 12;

fn run(context: &CheckContext<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let Some(parts) = context.across.wholes.get(&annotation.id).filter(|parts| !parts.is_empty()) else { return };
    let names: Vec<String> =
        parts.iter().filter_map(|id| Some(quoted(&marked(context.text, context.project.annotation(*id)?)))).collect();
    let counts = annotation.details.scope().is_some_and(|scope| scope.kind == ScopeKind::Event);
    let all = names.join(" and ");
    let why = if counts {
        format!("Its words call it the whole of {all}, which count beside it")
    } else {
        format!("Its words call it the whole of {all}")
    };
    let term = |kind: ScopeKind| (FieldPath::Scope, FieldValue::Choice(ScopeKind::VOCABULARY, kind as usize));
    let part = |id: &AnnotationId| {
        (*id, vec![term(ScopeKind::PartOf), (FieldPath::ScopeOf, FieldValue::Mark(Some(annotation.id)))])
    };
    let mut values: Vec<_> = parts.iter().map(part).collect();
    values.push((annotation.id, vec![term(ScopeKind::Event), (FieldPath::ScopeOf, FieldValue::Mark(None))]));
    let fix = Fix { label: format!("Make it the whole of {all}"), remedy: Remedy::Several(values) };
    let finding = Finding::in_field(FieldPath::Scope, why).or(fix);
    found.push(if counts { finding } else { finding.as_note() });
}

/// The counts before it that the annotation at a place would be the whole of, in the order of the text: those of
/// the same kind that count and are together not more than it; none where there are not two.
pub(super) fn parts(project: &Project, ledger: &Ledger, place: usize) -> Vec<AnnotationId> {
    let all = project.annotations();
    let Some(whole) = all.get(place) else { return Vec::new() };
    let text = &project.article().text;
    let (Some(figure), Some(of)) = (whole.details.figure(), Counted::by(&whole.details)) else { return Vec::new() };
    let (unit, most) = (super::figures::unit(figure), super::figures::most(figure).unwrap_or(u64::MAX));
    let paragraph = text.paragraph_at(whole.spans.start());
    let (mut parts, mut sum) = (Vec::new(), 0u64);
    for other in all.range(0..place).rev().take(MOST) {
        let is_alike = Counted::by(&other.details) == Some(of)
            && other.details.figure().is_some_and(|figure| super::figures::unit(figure) == unit);
        let Some(amount) = ledger.amount_of(other.id).filter(|_| is_alike) else { continue };
        // Blank lines are paragraphs here: the one before is two back at most.
        let is_near = text.paragraph_at(other.spans.start()) + 2 >= paragraph;
        let more = sum.saturating_add(amount.best.or(amount.low).or(amount.high).unwrap_or_default());
        if !is_near || more > most || other.spans.end() > whole.spans.start() {
            break;
        }
        sum = more;
        parts.push(other.id);
    }
    parts.reverse();
    if parts.len() < 2 { Vec::new() } else { parts }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{example, whys};
    use super::*;
    use crate::edit::OpenProject;
    use crate::model::Time;

    #[test]
    fn what_would_be_more_than_the_whole_is_none_of_its_parts() {
        let more = [CHECK.fires.records, &["1 figure.best = 30"]].concat();
        assert!(whys(&CHECK, CHECK.fires.article, &more).is_empty(), "five alone is no two parts");
        let expected = ["Its words call it the whole of “12 died” and “five drowned”, which count beside it"];
        assert_eq!(whys(&CHECK, CHECK.fires.article, CHECK.fires.records), expected);
    }

    #[test]
    fn one_step_makes_it_the_whole_and_the_others_its_parts() {
        let undecided = [&CHECK.fires.records[..8]].concat();
        let project = example(CHECK.fires.article, &undecided);
        let found = crate::check::problems(&project, &[]);
        let problem = found.iter().find(|problem| problem.kind == CHECK.kind).unwrap();
        assert_eq!(problem.why, "Its words call it the whole of “12 died” and “five drowned”");
        assert!(
            !found
                .iter()
                .any(|problem| { problem.fix.as_ref().is_some_and(|fix| fix.label == "Set the scope to The event") })
        );
        let mut open = OpenProject::new(project.clone(), true);
        open.fix(problem.annotation.unwrap(), problem.fix.as_ref().unwrap(), Time(0)).unwrap();
        let total = Ledger::of(open.project()).rows[0].total.unwrap();
        assert_eq!(total.best, Some(19));
        open.undo(Time(0)).unwrap();
        assert!(*open.project() == project);
    }
}
