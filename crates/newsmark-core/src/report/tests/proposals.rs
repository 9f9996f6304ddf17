//! What reports say of proposals.

use std::sync::Arc;

use super::*;
use crate::model::{
    Annotation, Change, Person, Project, ProjectSettings, ProposalsSetting, Provenance, SignOff, Tier, Time,
};

#[test]
fn a_report_says_what_was_proposed_and_whether_proposals_are_on() {
    let mut project = fixture::project("Two died, nine fled.\n^^^ Casualties\n          ^^^^ Displacement\n");
    let told = |project: &Project| read(&html(&[reported(project.clone())], &[])).words;
    assert!(!told(&project).contains("proposal") && !told(&project).contains("proposed"));
    let mut mark = Annotation::clone(&project.annotations()[0]);
    mark.provenance = Provenance::Proposed { by: "<b>desk".to_owned(), rule: "=1+1".to_owned(), tier: Tier::Possible };
    project.apply(Change::Replace(mark.into())).unwrap();
    let zoe = Person::new("Zoë Adler").unwrap();
    let marks = project.annotations().iter().map(Arc::as_ref);
    let signed = SignOff { proposals: Some(false), ..SignOff::of(zoe.clone(), Time(7), marks) };
    project.apply(Change::ReplaceSignOffs(vec![Arc::new(signed)])).unwrap();
    let proposals = Some(ProposalsSetting { value: false, by: zoe, on: Time(1_773_489_900) });
    project.apply(Change::ReplaceSettings(ProjectSettings { proposals, ..ProjectSettings::default() })).unwrap();
    let words = told(&project);
    assert!(words.contains("proposed by <b>desk: =1+1"), "{words}");
    assert!(words.contains("Proposals are off, as Zoë Adler decided at 2026-03-14 12:05"), "{words}");
    assert!(words.contains("signed 2 marks, made with proposals off; none has changed since"), "{words}");
    assert_nothing_gets_out(&read(&html(&[reported(project.clone())], &[])));
    let origins: Vec<_> = rows(&csv(&[reported(project)]))
        .iter()
        .map(|row| ["origin", "origin.by", "origin.rule", "origin.tier", "origin.id"].map(|column| row[column].clone()))
        .collect();
    assert_eq!(origins, [["Proposed", "<b>desk", "'=1+1", "Possible", ""], [""; 5]]);
}
