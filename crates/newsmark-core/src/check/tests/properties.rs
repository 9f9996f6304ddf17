use proptest::prelude::*;

use super::*;
use crate::edit::OpenProject;
use crate::model::{Change, LostAnchor, Span, Time};
use crate::report::{Reported, csv, html};
use crate::review::{Comparison, TotalsImpacts};
use crate::store::strategies::any_project;
use crate::store::{Printed, parse};

const NOW: Time = Time(1_773_662_400);

fn editor() -> Person {
    Person::new("Tomas Reed").unwrap()
}

/// The projects in which each check finds something.
fn firing() -> impl Iterator<Item = (&'static Check, Project)> {
    CHECKS.iter().map(|check| (check, example(check.fires.article, check.fires.records)))
}

fn errors(project: &Project) -> usize {
    problems(project, &[]).iter().filter(|problem| problem.severity == Severity::Error).count()
}

/// Makes a fix and sees that it is one step which puts its problem right and nothing else wrong.
fn make(project: &Project, problem: &Problem) -> Result<(), TestCaseError> {
    let (Some(fix), Some(id)) = (&problem.fix, problem.annotation) else { return Ok(()) };
    let mut open = OpenProject::new(project.clone(), true);
    open.fix(id, fix, NOW).unwrap();
    let is_same = |other: &Problem| {
        (other.kind, other.annotation, other.field) == (problem.kind, problem.annotation, problem.field)
    };
    let after = problems(open.project(), &[]);
    prop_assert!(!after.iter().any(is_same), "{} “{}” leaves {}", problem.kind, fix.label, problem.why);
    prop_assert_eq!(open.history().position(), 1);
    open.undo(NOW).unwrap();
    prop_assert!(open.project() == project, "{} cannot be undone", problem.kind);
    Ok(())
}

#[test]
fn every_fix_puts_its_problem_right_in_one_step_that_can_be_undone() {
    for (_, project) in firing() {
        for problem in problems(&project, &[]) {
            make(&project, &problem).unwrap();
        }
    }
}

#[test]
fn no_fix_of_an_example_makes_an_error() {
    for (_, project) in firing() {
        for problem in problems(&project, &[]) {
            let (Some(fix), Some(id)) = (&problem.fix, problem.annotation) else { continue };
            let mut open = OpenProject::new(project.clone(), true);
            open.fix(id, fix, NOW).unwrap();
            assert!(errors(open.project()) <= errors(&project), "{} “{}”", problem.kind, fix.label);
        }
    }
}

#[test]
fn a_fix_says_what_it_does_beginning_with_a_verb() {
    for (_, project) in firing() {
        for problem in problems(&project, &[]) {
            let Some(fix) = &problem.fix else { continue };
            let verb = fix.label.split(' ').next().unwrap();
            let verbs =
                ["Add", "Clear", "Count", "Make", "Put", "Remove", "Set", "Swap", "Take", "Trim", "Use", "Write"];
            assert!(verbs.contains(&verb), "{}: {}", problem.kind, fix.label);
        }
    }
}

#[test]
fn a_problem_is_told_in_a_sentence_without_a_full_stop() {
    for (check, project) in firing() {
        for Finding { why, .. } in found(check, &project) {
            assert!(!why.ends_with('.') && !why.contains(['\n', '"', '\'']), "{}: {why}", check.kind);
            assert!(why.starts_with(|first: char| !first.is_lowercase()), "{}: {why}", check.kind);
        }
    }
}

#[test]
fn a_dismissed_problem_is_told_apart_until_it_says_something_else() {
    let check = CHECKS.iter().find(|check| check.kind == "SourceUndescribed").unwrap();
    let mut open = OpenProject::new(example(check.fires.article, check.fires.records), true);
    let problem = problems(open.project(), &[]).into_iter().find(|problem| problem.kind == check.kind).unwrap();
    open.dismiss(problem.annotation.unwrap(), problem.dismissal("It asked for it", editor()), NOW).unwrap();
    let Findings { problems, dismissed, .. } = findings(open.project(), &[]);
    assert!(!problems.contains(&problem));
    assert_eq!(dismissed.len(), 1);
    assert_eq!((&dismissed[0].problem, dismissed[0].dismissal.reason.as_str()), (&problem, "It asked for it"));

    let name = FieldValue::Text("Sources".to_owned());
    open.set_source(SourceId::from_u64(3), SourceField::Name, name, NOW).unwrap();
    let Findings { problems, dismissed, .. } = findings(open.project(), &[]);
    assert!(problems.iter().any(|problem| problem.kind == check.kind));
    assert_eq!(dismissed, []);
}

#[test]
fn an_error_cannot_be_dismissed() {
    for (check, project) in firing().filter(|(check, _)| check.severity == Severity::Error) {
        let before = problems(&project, &[]);
        let problem = before.iter().find(|problem| problem.kind == check.kind).unwrap();
        let mut open = OpenProject::new(project, true);
        open.dismiss(problem.annotation.unwrap(), problem.dismissal("No", editor()), NOW).unwrap();
        assert_eq!(problems(open.project(), &[]), before, "{}", check.kind);
    }
}

/// Lines that link five marks and count people with them in any way.
fn any_web() -> impl Strategy<Value = Project> {
    let article = "Ten died, five fled, nine died, he said, and two fled.\n^^^^^^^^ Casualties\n          ^^^^^^^^^ Displacement\n                     ^^^^^^^^^ Casualties\n^^^^^^^^ Claims\n                                             ^^^^^^^^ Displacement";
    let terms = |field: &'static str, terms: &'static [&'static str]| {
        proptest::sample::select(terms).prop_map(move |term| format!("{field} = {term}")).boxed()
    };
    let record = prop_oneof![
        terms("scope.kind", &["Event", "PartOf", "Additional", "UpdateOf", "SameAs", "Cumulative"]),
        terms("scope.of", &["#1", "#2", "#3", "#4", "#5", "#6"]),
        terms("figure.qualifier", &["Exact", "AtLeast", "AtMost", "MoreThan", "LessThan", "Range", "Residual"]),
        terms("figure.low", &["1", "5", "9", "18446744073709551615"]),
        terms("figure.best", &["1", "5", "9", "18446744073709551615"]),
        terms("figure.high", &["1", "5", "9", "18446744073709551615"]),
        terms("figure.unit", &["Person", "Person", "Household", "Percent"]),
        terms("figure.household_size", &["4.5"]),
    ];
    let harm = terms("harm", &["Killed", "Killed", "Injured"]);
    let measure = terms("measure", &["Flow", "Flow", "Stock", "AtRisk"]);
    let link = prop_oneof![
        terms("links[7].kind", &["SameAs", "About", "Denies"]),
        terms("links[8].kind", &["SameAs", "About", "Denies"]),
        terms("links[7].to", &["#1", "#2", "#3", "#4", "#5", "#6"]),
        terms("links[8].to", &["#1", "#2", "#3", "#4", "#5", "#6"]),
    ];
    let line = prop_oneof![
        8 => (proptest::sample::select(vec![1, 2, 3, 5]), record).prop_map(|(mark, line)| format!("{mark} {line}")),
        1 => (proptest::sample::select(vec![1, 3]), harm).prop_map(|(mark, line)| format!("{mark} {line}")),
        1 => (proptest::sample::select(vec![2, 5]), measure).prop_map(|(mark, line)| format!("{mark} {line}")),
        1 => link.prop_map(|line| format!("4 {line}")),
    ];
    proptest::collection::vec(line, 5..40)
        .prop_map(move |lines| example(article, &lines.iter().map(String::as_str).collect::<Vec<_>>()))
}

proptest! {
    #[test]
    fn every_fix_of_linked_records_puts_its_problem_right(project in any_web()) {
        for problem in problems(&project, &[]) {
            make(&project, &problem)?;
        }
    }

    #[test]
    fn whatever_keeps_a_total_from_being_trusted_is_an_error_that_is_told(project in any_web()) {
        let ledger = crate::figures::Ledger::of(&project);
        let found = problems(&project, &[]);
        let errors: Vec<_> = found.iter().filter(|problem| problem.severity == Severity::Error).collect();
        prop_assert!(ledger.n_errors == 0 || !errors.is_empty());
        for record in ledger.rows.iter().flat_map(|row| &row.not_counted).filter(|record| record.why.is_error()) {
            // An update stands as the first figure of its fact does, and is in error with it.
            let scope_of = |id: &AnnotationId| project.annotation(*id)?.details.scope()?.of;
            let mut chain = std::iter::successors(Some(record.id), scope_of).take(9);
            let is_told = |id| errors.iter().any(|problem| problem.annotation == Some(id));
            prop_assert!(chain.any(is_told), "{record:?}");
        }
    }

    #[test]
    fn every_problem_of_any_project_is_about_an_annotation_and_a_field_that_are_there(project in any_project()) {
        let found = findings(&project, &[]);
        prop_assert_eq!(&findings(&project.clone(), &[]), &found);
        for problem in found.problems.iter().chain(found.dismissed.iter().map(|dismissed| &dismissed.problem)) {
            let Some(id) = problem.annotation else {
                prop_assert_eq!(problem.kind, "MergeConflict", "nothing was read");
                continue;
            };
            prop_assert!(project.has(id));
            let Some(field) = problem.field else { continue };
            prop_assert!(project.annotation(id).unwrap().field(field).is_some(), "{} {}", problem.kind, field);
        }
    }

    #[test]
    fn words_that_fields_rest_on_may_stand_in_another_text(project in any_project(), other in any_project()) {
        let mut project = project;
        let text = project.article().text.clone();
        let Some(span) = Span::new(0, text.ceil_char_boundary(1)) else { return Ok(()) };
        // As a journal or another program may have it: marks of another article, without a place and placed here.
        let marks = other.annotations().iter().map(|mark| Annotation::clone(mark).at(LostAnchor::default()));
        for mut kept in marks.chain(other.unplaced().iter().map(|kept| kept.as_ref().clone())) {
            while project.has(kept.id) {
                kept.id = AnnotationId::from_u64(kept.id.to_string().len() as u64 + project.unplaced().len() as u64);
            }
            project.apply(Change::InsertUnplaced(Arc::new(kept.clone()))).unwrap();
            findings(&project, &[]);
            let placed = Change::Insert(Arc::new(kept.clone().placed(span)));
            project.apply(Change::Batch(vec![Change::RemoveUnplaced(kept.id), placed])).unwrap();
        }
        for problem in problems(&project, &[]) {
            if let (Some(fix), Some(id)) = (&problem.fix, problem.annotation) {
                // A fix may be refused but not fall over.
                let _ = OpenProject::new(project.clone(), true).fix(id, fix, NOW);
            }
        }
        let reported = [Reported::new("a.ron", project.clone(), &[])];
        html(&reported, &[]);
        csv(&reported);
        let printed = Printed::of(&project);
        prop_assert!(parse(printed.as_bytes()).is_ok());
        let named = [("a", &project), ("b", &project)].map(|(name, project)| (name.to_owned(), project.clone()));
        if let Ok(comparison) = Comparison::of(named.to_vec()) {
            comparison.agreement();
            TotalsImpacts::of(&comparison).in_order();
        }
    }

    #[test]
    fn every_fix_of_any_project_puts_its_problem_right(project in any_project()) {
        for problem in problems(&project, &[]) {
            make(&project, &problem)?;
        }
    }

    #[test]
    fn what_is_dismissed_is_never_among_the_problems(project in any_project()) {
        let mut open = OpenProject::new(project, true);
        for problem in problems(open.project(), &[]) {
            let Some(id) = problem.annotation.filter(|id| open.project().annotation(*id).is_some()) else { continue };
            open.dismiss(id, problem.dismissal("", editor()), NOW).unwrap();
        }
        let left = problems(open.project(), &[]);
        prop_assert!(!left.iter().any(Problem::can_be_dismissed), "{left:?}");
    }
}
