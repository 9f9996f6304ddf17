//! What two people made of proposals, brought together.

use std::sync::Arc;

use super::resolving::{LOW, base, id, number, with};
use crate::model::{
    Category, Change, DismissedProposal, Person, Project, ProjectSettings, ProposalsSetting, Provenance, Tier, Time,
};
use crate::review::merge::merge;

fn merged(base: Option<&Project>, ours: &Project, theirs: &Project) -> Project {
    merge(base, ours, theirs).unwrap().project
}

fn dismissal(words: &str, by: &str, on: i64) -> DismissedProposal {
    DismissedProposal {
        category: Category::Casualties,
        words: vec![words.to_owned()],
        before: String::new(),
        after: " died".to_owned(),
        rule: "active".to_owned(),
        reason: None,
        by: Person::new(by).unwrap(),
        on: Time(on),
    }
}

fn dismissing(project: &Project, dismissed: &[DismissedProposal]) -> Project {
    let mut project = project.clone();
    let dismissed = dismissed.iter().cloned().map(Arc::new).collect();
    project.apply(Change::ReplaceDismissedProposals(dismissed)).unwrap();
    project
}

fn words(project: &Project) -> Vec<String> {
    project.dismissed_proposals().iter().map(|one| format!("{} {}", one.words[0], one.by)).collect()
}

#[test]
fn what_either_did_not_want_is_dismissed_once_by_who_was_first() {
    let ours = dismissing(&base(), &[dismissal("ten", "Ines Varga", 5), dismissal("two", "Ines Varga", 7)]);
    let theirs = dismissing(&base(), &[dismissal("two", "Oren Tal", 6), dismissal("six", "Oren Tal", 9)]);
    for before in [Some(&base()), None] {
        assert_eq!(words(&merged(before, &ours, &theirs)), ["ten Ines Varga", "two Oren Tal", "six Oren Tal"]);
        assert_eq!(words(&merged(before, &theirs, &ours)), ["ten Ines Varga", "two Oren Tal", "six Oren Tal"]);
    }
    // Other words around it, or another rule, is another proposal.
    let elsewhere = DismissedProposal { after: " fled".to_owned(), ..dismissal("ten", "Oren Tal", 9) };
    let by_rule = DismissedProposal { rule: "passive".to_owned(), ..dismissal("ten", "Oren Tal", 9) };
    let both = merged(None, &ours, &dismissing(&base(), &[elsewhere, by_rule]));
    assert_eq!(both.dismissed_proposals().len(), 4);
}

#[test]
fn a_dismissal_that_one_took_back_is_gone_unless_the_other_renewed_it() {
    let before = dismissing(&base(), &[dismissal("ten", "Ines Varga", 5), dismissal("two", "Ines Varga", 7)]);
    let ours = dismissing(&before, &[dismissal("two", "Ines Varga", 7)]);
    assert_eq!(words(&merged(Some(&before), &ours, &before)), ["two Ines Varga"]);
    let renewed = dismissing(&before, &[dismissal("ten", "Oren Tal", 8), dismissal("two", "Ines Varga", 7)]);
    assert_eq!(merged(Some(&before), &ours, &renewed).dismissed_proposals().len(), 2);
}

#[test]
fn of_two_decisions_about_proposals_the_later_one_holds_and_four_eyes_are_kept_beside() {
    let deciding = |value, by: &str, on, four_eyes| {
        let mut project = base();
        let proposals = Some(ProposalsSetting { value, by: Person::new(by).unwrap(), on: Time(on) });
        project.apply(Change::ReplaceSettings(ProjectSettings { four_eyes, proposals })).unwrap();
        project
    };
    let told = |project: Project| {
        let settings = project.settings().clone();
        let proposals = settings.proposals.unwrap();
        (proposals.value, proposals.by.name().to_owned(), settings.four_eyes)
    };
    let (earlier, later) = (deciding(false, "Ines Varga", 5, true), deciding(true, "Oren Tal", 9, false));
    let expected = (true, "Oren Tal".to_owned(), true);
    assert_eq!(told(merged(Some(&base()), &earlier, &later)), expected);
    assert_eq!(told(merged(Some(&base()), &later, &earlier)), expected);
    // Only one decided: what the other left as it was does not undo it.
    assert_eq!(told(merged(Some(&base()), &base(), &earlier)), (false, "Ines Varga".to_owned(), true));
    assert!(told(merged(Some(&earlier), &earlier, &later)).0);
    // At one moment the one without proposals, whichever side is ours.
    let same = deciding(true, "Ines Varga", 5, true);
    assert!(!told(merged(Some(&base()), &same, &earlier)).0 && !told(merged(Some(&base()), &earlier, &same)).0);
}

#[test]
fn a_mark_keeps_where_it_came_from_whoever_changes_it() {
    let accepted = Provenance::Proposed { by: "newsmark".to_owned(), rule: "active".to_owned(), tier: Tier::Likely };
    let before = with(&base(), 1, |mark| mark.provenance = accepted.clone());
    let ours = with(&before, 1, |mark| number(mark, LOW, 12));
    let theirs = with(&before, 1, |mark| mark.note = "Who?".to_owned());
    assert_eq!(merged(Some(&before), &ours, &theirs).annotation(id(1)).unwrap().provenance, accepted);
    // Where the common past is not known, that it came from somewhere is more than that nothing is said.
    for (one, other) in [(&base(), &before), (&before, &base())] {
        let outcome = merged(None, one, other);
        assert_eq!((&outcome.annotation(id(1)).unwrap().provenance, outcome.conflicts().len()), (&accepted, 0));
    }
}
