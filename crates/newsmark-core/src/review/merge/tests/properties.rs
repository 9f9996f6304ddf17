use std::sync::Arc;

use proptest::prelude::*;

use super::edits::{is_plain, parted, without_conflicts};
use crate::model::{
    Annotation, AnnotationId, Change, Conflict, Details, DismissedProposal, Histories, Part, Project, ProjectParts,
    Status,
};
use crate::review::merge::{MergeSide, Merged, merge, resolution};

fn merged(base: &Project, ours: &Project, theirs: &Project) -> Merged {
    merge(Some(base), ours, theirs).unwrap()
}

fn without_stories(project: &Project) -> Project {
    let mut project = project.clone();
    project.set_histories(Histories::default());
    project
}

/// The project with every conflict settled so.
fn settled(mut project: Project, side: MergeSide) -> Project {
    while !project.conflicts().is_empty() {
        let change = resolution(&project, 0, side, None).expect("ours and theirs are always known");
        project.apply(change).unwrap();
    }
    project
}

/// The project with approvals as ones that wait, and the items of lists by id.
fn compared(project: &Project) -> Project {
    let annotations = project.annotations().iter().map(|annotation| {
        let mut annotation = Annotation::clone(annotation);
        if annotation.status == Status::Approved {
            annotation.status = Status::Submitted;
            annotation.judge = None;
        }
        match &mut annotation.details {
            Details::Casualties(record) => {
                record.groups.sort_by_key(|item| item.id);
                record.named_victims.sort_by_key(|item| item.id);
            }
            Details::Claims(record) => {
                record.evidence.sort_by_key(|item| item.id);
                record.links.sort_by_key(|item| item.id);
            }
            Details::Displacement(_) | Details::Quotes(_) => {}
        }
        annotation
    });
    let parts = ProjectParts {
        settings: project.settings().clone(),
        sources: project.sources().clone(),
        annotations: annotations.collect(),
        unplaced: project.unplaced().iter().map(|kept| kept.as_ref().clone()).collect(),
        sign_offs: project.sign_offs().iter().map(|sign_off| sign_off.as_ref().clone()).collect(),
        dismissed_proposals: project.dismissed_proposals().iter().map(|one| one.as_ref().clone()).collect(),
        histories: project.histories().clone(),
        ..ProjectParts::of(project.article().clone())
    };
    Project::from_parts(parts).unwrap()
}

/// Every version of an annotation that the project holds: the standing one and those of its conflicts.
fn versions(project: &Project, id: AnnotationId) -> Vec<Arc<Annotation>> {
    let kept = project.conflicts().iter().filter_map(|conflict| match conflict {
        Conflict::Annotation { id: of, theirs: Some(theirs), .. } if *of == id => Some(theirs.clone()),
        _ => None,
    });
    project.annotation(id).cloned().into_iter().chain(kept).collect()
}

fn has(version: &Annotation, part: Part, like: &Annotation) -> bool {
    match part {
        Part::Boundary => version.spans == like.spans,
        Part::Category => version.details == like.details,
        // An approval of what has changed since waits again, or gives way to what another decided; its story tells of it.
        Part::Status => {
            let is_other = version.details != like.details || version.spans != like.spans || version.note != like.note;
            let is_void = like.status == Status::Approved && (version.status == Status::Submitted || is_other);
            version.status == like.status || is_void
        }
        Part::Field(path) => version.field(path) == like.field(path),
    }
}

/// That each thing which the side changed is in the merged project or in its conflicts.
fn keeps(base: &Project, side: &Project, merged: &Project) -> Result<(), TestCaseError> {
    for annotation in side.annotations() {
        let versions = versions(merged, annotation.id);
        let before = base.annotation(annotation.id);
        if versions.is_empty() {
            prop_assert_eq!(before, Some(annotation), "only what was not changed can be deleted");
            continue;
        }
        let parts = match before {
            Some(before) => before.differing(annotation),
            None => annotation.fields().into_iter().map(Part::Field).chain([Part::Boundary]).collect(),
        };
        for part in parts {
            let taken_out = matches!(part, Part::Field(path) if annotation.field(path).is_none());
            let is_kept = match part {
                // Where both made it the same other record, it has what either knew.
                Part::Category => {
                    let nothing =
                        Annotation { details: annotation.category().unknown(), ..annotation.as_ref().clone() };
                    let is_said = |path: &_| {
                        let said = annotation.field(*path);
                        said != nothing.field(*path) && said != before.and_then(|before| before.field(*path))
                    };
                    let is_there = |path| versions.iter().any(|version| has(version, Part::Field(path), annotation));
                    versions.iter().any(|version| version.category() == annotation.category())
                        && annotation.fields().into_iter().filter(is_said).all(is_there)
                }
                part => taken_out || versions.iter().any(|version| has(version, part, annotation)),
            };
            prop_assert!(is_kept, "{part} of {:?} in {versions:?}", annotation);
        }
        for comment in &annotation.comments {
            let is_old = before.is_some_and(|before| before.comments.contains(comment));
            prop_assert!(is_old || versions.iter().any(|version| version.comments.contains(comment)), "{comment:?}");
        }
        for event in side.history(annotation.id) {
            prop_assert!(merged.history(annotation.id).contains(event));
        }
    }
    for source in side.sources() {
        let is_new = base.sources().get(source.id).is_none();
        prop_assert!(!is_new || merged.sources().get(source.id).is_some(), "{source:?}");
    }
    for sign_off in side.sign_offs() {
        prop_assert!(merged.sign_offs().contains(sign_off));
    }
    for dismissed in side.dismissed_proposals() {
        let is_of_it = |one: &Arc<DismissedProposal>| one.key() == dismissed.key();
        let is_new = !base.dismissed_proposals().contains(dismissed);
        prop_assert!(!is_new || merged.dismissed_proposals().iter().any(is_of_it), "{dismissed:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn merging_with_itself_or_with_the_base_changes_nothing((base, [made]) in parted(9)) {
        let same = merged(&base, &made, &made);
        prop_assert_eq!(&same.project, &made);
        prop_assert_eq!((same.n_brought, same.change), (0, Change::Batch(Vec::new())));
        let unchanged = merged(&base, &made, &base);
        prop_assert_eq!(&unchanged.project, &made);
        prop_assert_eq!((unchanged.n_brought, unchanged.change), (0, Change::Batch(Vec::new())));
        prop_assert_eq!(&merged(&base, &base, &made).project, &made);
        prop_assert_eq!(&merge(None, &made, &made).unwrap().project, &made);
    }

    #[test]
    fn what_only_one_side_changed_is_in_the_outcome((base, [ours, theirs]) in parted(6)) {
        let outcome = merged(&base, &ours, &theirs).project;
        for before in base.annotations() {
            let (here, there) = (ours.annotation(before.id), theirs.annotation(before.id));
            let (Some(here), Some(there)) = (here, there) else { continue };
            let (changed_here, changed_there) = (before.differing(here), before.differing(there));
            let stands = outcome.annotation(before.id).unwrap();
            let is_other_record = changed_here.iter().chain(&changed_there).any(|part| *part == Part::Category);
            for (own, others, side) in [(&changed_here, &changed_there, here), (&changed_there, &changed_here, there)] {
                let alone = own.iter().filter(|part| !others.contains(part)).copied();
                for part in alone {
                    match part {
                        Part::Field(path) if !is_plain(path) => {}
                        Part::Field(path) if is_other_record && path != crate::model::FieldPath::Note => {}
                        Part::Category => {}
                        part => prop_assert!(has(stands, part, side), "{part} of {side:?} in {stands:?}"),
                    }
                }
            }
        }
    }

    #[test]
    fn nothing_of_either_side_is_lost((base, [ours, theirs]) in parted(9)) {
        let outcome = merged(&base, &ours, &theirs).project;
        keeps(&base, &ours, &outcome)?;
        keeps(&base, &theirs, &outcome)?;
    }

    #[test]
    fn without_a_base_nothing_of_either_side_is_lost((base, [ours, theirs]) in parted(9)) {
        let merged = merge(None, &ours, &theirs).unwrap();
        prop_assert!(!merged.has_base);
        let nothing = Project::new(base.article().clone());
        keeps(&nothing, &ours, &merged.project)?;
        keeps(&nothing, &theirs, &merged.project)?;
    }

    #[test]
    fn the_change_turns_ours_into_the_outcome_and_back((base, [ours, theirs]) in parted(9)) {
        let merged = merged(&base, &ours, &theirs);
        let mut project = ours.clone();
        let inverse = project.apply(merged.change).unwrap();
        prop_assert_eq!(without_stories(&project), without_stories(&merged.project));
        project.apply(inverse).unwrap();
        prop_assert_eq!(project, ours);
    }

    #[test]
    fn swapping_the_sides_swaps_only_which_side_a_conflict_calls_ours((base, [ours, theirs]) in parted(9)) {
        let [base, ours, theirs] = [base, ours, theirs].map(without_conflicts);
        let (one, other) = (merged(&base, &ours, &theirs).project, merged(&base, &theirs, &ours).project);
        prop_assert_eq!(one.conflicts().len(), other.conflicts().len());
        let theirs_taken = settled(one, MergeSide::Theirs);
        prop_assert_eq!(compared(&theirs_taken), compared(&settled(other, MergeSide::Ours)));
    }

    #[test]
    fn whichever_two_of_three_meet_first_the_outcome_is_the_same_where_nothing_conflicts(
        (base, [one, two, three]) in parted(4)
    ) {
        let [base, one, two, three] = [base, one, two, three].map(without_conflicts);
        let outcome = |first: &Project, second: &Project, third: &Project| {
            let met = merged(&base, first, second).project;
            merged(&base, &met, third).project
        };
        let all = [outcome(&one, &two, &three), outcome(&two, &three, &one), outcome(&three, &one, &two)];
        prop_assume!(all.iter().all(|project| project.conflicts().is_empty()));
        prop_assert_eq!(&all[0], &all[1]);
        prop_assert_eq!(&all[0], &all[2]);
    }

    #[test]
    fn merging_again_changes_nothing((base, [ours, theirs]) in parted(9)) {
        let first = merged(&base, &ours, &theirs).project;
        prop_assert_eq!(&merged(&theirs, &first, &theirs).project, &first);
        prop_assert_eq!(&merged(&ours, &ours, &first).project, &first);
    }
}
