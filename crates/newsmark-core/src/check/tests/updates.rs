//! What is found by following changes is what is found from nothing.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::super::unplaced::unplaced;
use super::*;
use crate::model::LostAnchor;
use crate::store::WarningKind;
use crate::store::strategies::any_project;

/// Nine marks of every kind, which fields link in any way.
const ARTICLE: &str = "Ten died, five fled, nine civilians died, he said, and two fled. Some said 12 died since March 2011.\n^^^^^^^^ Casualties\n          ^^^^^^^^^ Displacement\n                     ^^^^^^^^^^^^^^ Casualties\n^^^^^^^^ Claims\n                                                       ^^^^^^^^ Displacement\n                                                                 ^^^^^^^^^ Claims\n                                         ^^^^^^^ Quotes\n                                                                           ^^ Casualties\n                                                                           ^^^^^^^ Quotes";

/// A change of a project, as people and merges make them.
#[derive(Clone, Debug)]
enum Step {
    /// A line of an example, about a mark where that is there.
    Put(String),
    /// The article's marks are one fewer.
    Remove(Index),
    /// A mark is taken back as it was when it was removed.
    Restore(Index),
    /// A mark of which nothing is known is made.
    Draft(Index, Category),
    /// A mark has another status and note.
    Judge(Index, Status),
    /// A mark has lost its place.
    Lose(Index),
    /// All about the problem is said to be none.
    Dismiss(Index),
    /// What a merge left open is settled.
    Settle,
}

fn step() -> impl Strategy<Value = Step> {
    let fields: &[&str] = &[
        "scope.kind = Event",
        "scope.kind = Event",
        "scope.kind = PartOf",
        "scope.kind = SameAs",
        "scope.kind = UpdateOf",
        "scope.kind = Unspecified",
        "scope.of = #1",
        "scope.of = #3",
        "scope.of = #8",
        "scope.of = #2",
        "figure.best = 12",
        "figure.best = 18446744073709551615",
        "figure.high = 5",
        "figure.unit = Person",
        "figure.unit = Household",
        "figure.unit = Unspecified",
        "figure.text = five",
        "when.date = 2026-03-08",
        "when.text = ~on Sunday",
        "where.name = Karsa",
        "victims = Civilian",
        "responsibility = Declared",
        "responsibility = Denied",
        "harm = Killed",
        "harm = Injured",
        "measure = Flow",
        "measure = Stock",
        "kind = Direct",
        "kind = Responsibility",
        "inside = #7",
        "inside = #9",
        "statement = Five died",
        "links[7].kind = About",
        "links[7].kind = SameAs",
        "links[7].kind = Denies",
        "links[7].to = #1",
        "links[7].to = #3",
        "links[7].to = #6",
        "links[8].kind = SameAs",
        "links[8].to = #8",
        "attribution.source = 3",
        "attribution.words = ~sources",
        "attribution.certainty = Denied",
        "conflict figure.low = 17",
        "approved = Ines Varga",
    ];
    let project: &[&str] = &[
        "published = 2026-03-14",
        "four_eyes = true",
        "four_eyes = false",
        "source 3 name = Sources",
        "source 3 role = governor",
        "source 4 name = Karsa radio",
    ];
    let of_mark = (1..=9, select(fields)).prop_map(|(mark, field)| Step::Put(format!("{mark} {field}")));
    prop_oneof![
        12 => of_mark,
        2 => select(project).prop_map(|line| Step::Put(line.to_owned())),
        2 => any::<Index>().prop_map(Step::Remove),
        2 => any::<Index>().prop_map(Step::Restore),
        3 => (any::<Index>(), select(&Category::ALL[..])).prop_map(|(at, category)| Step::Draft(at, category)),
        2 => (any::<Index>(), select(Status::ALL)).prop_map(|(mark, status)| Step::Judge(mark, status)),
        1 => any::<Index>().prop_map(Step::Lose),
        2 => any::<Index>().prop_map(Step::Dismiss),
        1 => Just(Step::Settle),
    ]
}

/// Takes steps; what does not fit the project as it stands is left out.
fn take(project: &mut Project, removed: &mut Vec<Arc<Annotation>>, step: Step, n: u64) {
    let marks = project.annotations().clone();
    let of = |index: Index| (!marks.is_empty()).then(|| Arc::clone(&marks[index.index(marks.len())]));
    let change = match step {
        Step::Put(line) => {
            let mark = line.split(' ').next().and_then(|mark| mark.parse().ok()).map(AnnotationId::from_u64);
            if mark.is_none_or(|id| can_have(project, id, &line)) {
                put(project, &line);
            }
            return;
        }
        Step::Remove(index) => of(index).map(|mark| {
            removed.push(Arc::clone(&mark));
            Change::Remove(mark.id)
        }),
        Step::Restore(index) => (!removed.is_empty()).then(|| {
            let at = index.index(removed.len());
            Change::Insert(removed.swap_remove(at))
        }),
        Step::Draft(at, category) => {
            let start = at.index(project.article().text.len() - 1);
            let author = Person::new("Ines Varga").unwrap();
            let span = Span::new(start, start + 1).unwrap();
            Some(Change::Insert(Arc::new(Annotation::draft(AnnotationId::from_u64(1000 + n), span, category, author))))
        }
        Step::Judge(index, status) => of(index).map(|mark| {
            Change::Replace(Arc::new(Annotation { status, note: format!("{n}"), ..Annotation::clone(&mark) }))
        }),
        Step::Lose(index) => of(index).map(|mark| {
            let lost = Annotation::clone(&mark).at(LostAnchor::default());
            Change::Batch(vec![Change::Remove(mark.id), Change::InsertUnplaced(Arc::new(lost))])
        }),
        Step::Dismiss(index) => {
            let found = problems(project, &[]);
            let problem = (!found.is_empty()).then(|| &found[index.index(found.len())]);
            problem.and_then(|problem| {
                let mut mark = Annotation::clone(project.annotation(problem.annotation?)?);
                mark.dismissed.push(problem.dismissal("It is none", Person::new("Ines Varga").unwrap()));
                Some(Change::Replace(Arc::new(mark)))
            })
        }
        Step::Settle => Some(Change::ReplaceConflicts(Vec::new())),
    };
    if let Some(change) = change {
        project.apply(change).unwrap();
    }
}

/// Whether the mark is there and has the field that a line fills, or it is filled by a list item that it may have.
fn can_have(project: &Project, id: AnnotationId, line: &str) -> bool {
    let Some(mark) = project.annotation(id) else { return false };
    let path = line.split(' ').nth(1).unwrap();
    if path == "approved" {
        return true;
    }
    if path == "conflict" {
        return mark.details.figure().is_some();
    }
    let is_of_link = path.starts_with("links");
    let has_term = match (path, mark.category()) {
        ("kind", Category::Quotes) => line.ends_with("Direct"),
        ("kind", Category::Claims) => line.ends_with("Responsibility"),
        ("where.name", category) => category == Category::Casualties,
        _ => true,
    };
    has_term && (is_of_link && mark.category() == Category::Claims || !is_of_link && has_field(mark, path))
}

fn has_field(mark: &Annotation, path: &str) -> bool {
    path.parse::<FieldPath>().is_ok_and(|path| mark.field(path).is_some())
}

/// All that checks find, each run on each annotation, sorted as one list: what `findings` says it answers.
fn one_by_one(project: &Project, warnings: &[Warning]) -> Findings {
    let civilians = basis::civilians(&project.article().text);
    let basis = CheckBasis::of(project, &civilians);
    let ledger = Ledger::of(project);
    let across = across::Across::of(project, &ledger);
    let context = CheckContext::of(project, &ledger, &across);
    let mut problems: Vec<Problem> = warnings.iter().filter_map(reading::problem).collect();
    for annotation in project.annotations() {
        for check in CHECKS {
            let mut found = Vec::new();
            check.alone(&basis, annotation, &mut found);
            check.linked(&context, annotation, &mut found);
            problems.extend(found.into_iter().map(|found| check.problem(annotation.id, found)));
        }
    }
    problems.extend(project.unplaced().iter().map(|kept| unplaced(kept.id)));
    problems.extend(merge_conflict::beside_the_marks(project));
    let place = |problem: &Problem| match problem.annotation {
        None => 0,
        Some(id) => project.place(id).map_or(usize::MAX, |place| place + 1),
    };
    problems.sort_by_key(|problem| (place(problem), problem.severity));
    let mut findings = Findings { ledger: ledger.clone(), ..Findings::default() };
    for problem in problems {
        let annotation = problem.annotation.and_then(|id| project.annotation(id));
        let mut dismissals = annotation.iter().flat_map(|annotation| &annotation.dismissed);
        match dismissals.find(|dismissal| problem.is_dismissed_by(dismissal)) {
            Some(dismissal) => findings.dismissed.push(Dismissed { dismissal: dismissal.clone(), problem }),
            None => findings.problems.push(problem),
        }
    }
    findings
}

/// What is asked of it answers as the lists do.
fn assert_answers(checked: &Checked, project: &Project, found: &Findings) {
    let all: Vec<&Problem> = found.problems.iter().collect();
    assert_eq!((0..checked.len() + 1).filter_map(|n| checked.get(n)).collect::<Vec<_>>(), all);
    let dismissed: Vec<&Dismissed> = (0..=checked.n_dismissed()).filter_map(|n| checked.dismissed(n)).collect();
    assert_eq!(dismissed, found.dismissed.iter().collect::<Vec<_>>());
    assert_eq!(checked.ledger(), &found.ledger);
    let start = |problem: &&Problem| Some(project.annotation(problem.annotation?)?.spans.start());
    let placed: Vec<(Option<usize>, &Problem)> = all.iter().map(|problem| (start(problem), *problem)).collect();
    assert_eq!(checked.iter().collect::<Vec<_>>(), placed);
    for severity in Severity::ALL {
        assert_eq!(checked.n(severity), all.iter().filter(|problem| problem.severity == severity).count());
    }
    let ids = project.annotations().iter().map(|mark| mark.id);
    for id in ids.chain(project.unplaced().iter().map(|kept| kept.id)) {
        let of_one: Vec<&Problem> = all.iter().copied().filter(|problem| problem.annotation == Some(id)).collect();
        assert_eq!(checked.of_one(id).collect::<Vec<_>>(), of_one);
    }
    let starts: BTreeSet<usize> = all.iter().filter_map(start).collect();
    let walked = std::iter::successors(checked.next_from(0), |at| checked.next_from(at + 1));
    assert!(walked.eq(starts));
    for from in (0..project.article().text.len()).step_by(7) {
        let is_in = |at: &Option<usize>| at.is_some_and(|at| (from..from + 20).contains(&at));
        let gravest = placed.iter().filter(|(at, _)| is_in(at)).map(|(_, problem)| problem.severity).min();
        assert_eq!(checked.gravest_in(from..from + 20), gravest);
    }
}

proptest! {
    #[test]
    fn what_is_found_after_any_changes_is_what_is_found_from_nothing(
        steps in proptest::collection::vec(step(), 1..40),
    ) {
        let mut project = example(ARTICLE, &[]);
        let mut removed = Vec::new();
        let mut checked = Checked::of(&project, &[]);
        for (n, step) in steps.into_iter().enumerate() {
            take(&mut project, &mut removed, step, n as u64);
            checked = checked.update(&project, &[]);
            let expected = one_by_one(&project, &[]);
            assert_answers(&checked, &project, &expected);
            prop_assert_eq!(findings(&project, &[]), expected);
        }
    }

    #[test]
    fn what_is_found_in_one_project_after_another_is_what_is_found_in_it_alone(
        projects in proptest::collection::vec(any_project(), 1..4),
    ) {
        let mut checked = Checked::default();
        for project in &projects {
            checked = checked.update(project, &[]);
            assert_answers(&checked, project, &one_by_one(project, &[]));
        }
    }
}

#[test]
fn what_reading_the_file_found_stands_first_with_its_mark_and_last_without_it() {
    let mut project = example(ARTICLE, &["9 kind = Direct"]);
    let warning = |kind, n| Warning { kind, annotation: n, field: None, sentence: "The words were moved".to_owned() };
    let [of_mark, of_none] = [AnnotationId::from_u64(9), AnnotationId::from_u64(700)].map(Some);
    let warnings = [
        warning(WarningKind::WithinCharacter, of_mark),
        warning(WarningKind::TextChanged, None),
        warning(WarningKind::Moved, of_none),
    ];
    let mut checked = Checked::of(&project, &[]);
    for warnings in [&warnings[..], &warnings[..1], &[], &warnings[1..]] {
        checked = checked.update(&project, warnings);
        assert_answers(&checked, &project, &one_by_one(&project, warnings));
    }
    checked = checked.update(&project, &warnings);
    project.apply(Change::Remove(AnnotationId::from_u64(9))).unwrap();
    checked = checked.update(&project, &warnings);
    assert_answers(&checked, &project, &one_by_one(&project, &warnings));
}

#[test]
fn a_mark_that_says_nothing_of_others_leaves_what_is_found_of_them_as_it_stands() {
    let mut project = example(ARTICLE, &["2 scope.kind = PartOf", "2 scope.of = #5", "5 figure.best = 9"]);
    let before = Checked::of(&project, &[]);
    let author = Person::new("Ines Varga").unwrap();
    let span = Span::new(80, 90).unwrap();
    let draft = Annotation::draft(AnnotationId::from_u64(77), span, Category::Casualties, author);
    project.apply(Change::Insert(Arc::new(draft))).unwrap();
    let after = before.update(&project, &[]);
    assert!(before.shares_across(&after), "nothing across the annotations is worked out anew");
    let n_same = before.n_shared_sections(&after);
    assert!(n_same + 2 >= project.annotations().stretches().len(), "one stretch is looked at, or two that it became");
}
