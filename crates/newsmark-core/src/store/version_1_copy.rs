//! A project as version 1 of the format can hold it, for programs that know no other.

use std::sync::Arc;

use super::left_out::LeftOut;
use super::v2::is_later;
use crate::model::{
    Annotation, Changed, Conflict, Denominator, Details, Dimension, Event, Figure, Histories, Part, Project,
    ProjectParts, Provenance, SignOff,
};

/// The project without what version 1 of the format cannot hold, and what that is.
///
/// Nothing else differs. [`Printed`](super::Printed) writes the copy as version 1; the project itself stays as it is,
/// and the copy is not merged back: what was left out would look as if somebody had taken it out.
///
/// ```
/// use newsmark_core::interchange::import;
/// use newsmark_core::model::{Annotation, AnnotationId, Category, Person, Project, ProjectParts, Provenance, Span, Tier};
/// use newsmark_core::store::{Printed, version_1_copy};
///
/// let article = import(b"Ten died. Two fled.", "karsa.txt", None)?.article;
/// let (span, author) = (Span::new(0, 3).ok_or("empty")?, Person::new("Ines Varga").ok_or("no name")?);
/// let mut mark = Annotation::draft(AnnotationId::from_u64(1), span, Category::Casualties, author);
/// let (by, rule) = ("newsmark".to_owned(), "active".to_owned());
/// mark.provenance = Provenance::Proposed { by, rule, tier: Tier::Likely };
/// let project = Project::from_parts(ProjectParts { annotations: vec![mark], ..ProjectParts::of(article) })?;
/// assert!(Printed::of(&project).as_str().contains("version: 2"));
/// let (copy, left_out) = version_1_copy(&project);
/// assert!(Printed::of(&copy).as_str().contains("version: 1"));
/// assert_eq!(left_out.sentences(), ["Where 1 mark came from was left out"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn version_1_copy(project: &Project) -> (Project, LeftOut) {
    let mut left_out = LeftOut { n_dismissed_proposals: project.dismissed_proposals().len(), ..LeftOut::default() };
    let mut settings = project.settings().clone();
    left_out.has_proposals_setting = settings.proposals.take().is_some();
    let sign_off = |signed: &Arc<SignOff>| {
        left_out.n_sign_offs += usize::from(signed.proposals.is_some());
        SignOff { proposals: None, ..SignOff::clone(signed) }
    };
    let sign_offs = project.sign_offs().iter().map(sign_off).collect();
    let mark = |mark: &Arc<Annotation>| {
        let earlier = earlier(mark, &mut left_out);
        let was_signed = project.sign_offs().iter().any(|sign_off| sign_off.has_seen(mark));
        left_out.n_signed_marks += usize::from(was_signed && earlier.details != mark.details);
        earlier
    };
    let annotations = project.annotations().iter().map(mark).collect();
    let unplaced = project.unplaced().iter().map(|kept| earlier(kept, &mut left_out)).collect();
    let conflicts = project.conflicts().iter().filter_map(|one| earlier_conflict(one, &mut left_out)).collect();
    let parts = ProjectParts {
        settings,
        sources: project.sources().clone(),
        annotations,
        unplaced,
        sign_offs,
        conflicts,
        histories: earlier_histories(project.histories(), &mut left_out),
        ..ProjectParts::of(project.article().clone())
    };
    #[expect(clippy::expect_used, reason = "ids and places are those of a project that stands")]
    let copy = Project::from_parts::<Annotation>(parts).expect("the parts of a project make a project");
    (copy, left_out)
}

/// The mark without what version 1 cannot hold, which is counted.
fn earlier<P: Clone>(mark: &Annotation<P>, left_out: &mut LeftOut) -> Annotation<P> {
    let mut mark = mark.clone();
    let (figures, scope): (Vec<&mut Figure>, _) = match &mut mark.details {
        Details::Casualties(record) => {
            let groups = record.groups.iter_mut().map(|group| &mut group.figure);
            (groups.chain([&mut record.figure]).collect(), Some(&mut record.scope))
        }
        Details::Displacement(record) => (vec![&mut record.figure], Some(&mut record.scope)),
        Details::Quotes(_) | Details::Claims(_) => (Vec::new(), None),
    };
    for figure in figures {
        left_out.n_wholes += usize::from(std::mem::take(&mut figure.of) != Denominator::default());
    }
    if let Some(scope) = scope {
        left_out.n_dimensions += usize::from(std::mem::take(&mut scope.by) != Dimension::Unspecified);
    }
    left_out.n_origins += usize::from(std::mem::take(&mut mark.provenance) != Provenance::Hand);
    let n_said = mark.origins.len() + mark.dismissed.len();
    mark.origins.retain(|origin| !is_later(origin.part));
    mark.dismissed.retain(|dismissal| !dismissal.field.is_some_and(|field| is_later(Part::Field(field))));
    left_out.n_said += n_said - mark.origins.len() - mark.dismissed.len();
    mark
}

/// The conflict without what version 1 cannot hold; `None` where it is about nothing else.
fn earlier_conflict(conflict: &Conflict, left_out: &mut LeftOut) -> Option<Conflict> {
    // Of versions that stand in no list only that something was left out is counted, and not what.
    let mut within = LeftOut::default();
    let mut n_parts = 0;
    let mut version = |kept: &Option<Arc<Annotation>>| kept.as_ref().map(|kept| Arc::new(earlier(kept, &mut within)));
    let (is_left, conflict) = match conflict {
        Conflict::Annotation { id, parts, base, theirs } => {
            let earlier: Vec<Part> = parts.iter().copied().filter(|part| !is_later(*part)).collect();
            // Without a part it would say that theirs was deleted.
            let is_left = parts.is_empty() || !earlier.is_empty();
            n_parts = parts.len() - earlier.len();
            let (base, theirs) = (version(base), version(theirs));
            (is_left, Conflict::Annotation { id: *id, parts: earlier, base, theirs })
        }
        Conflict::DeletedHere { id, base } => (true, Conflict::DeletedHere { id: *id, base: version(base) }),
        Conflict::Source { .. } | Conflict::Card { .. } => (true, conflict.clone()),
    };
    left_out.n_conflicts += usize::from(n_parts > 0 || within != LeftOut::default());
    is_left.then_some(conflict)
}

/// The histories without what they tell of fields that version 1 has not.
fn earlier_histories(histories: &Histories, left_out: &mut LeftOut) -> Histories {
    let mut earlier_event = |event: &Event| {
        let changes: Vec<Changed> = event.changes.iter().filter(|changed| !is_later(changed.part)).cloned().collect();
        left_out.n_said += event.changes.len() - changes.len();
        // One that has nothing else to tell would read as the marking of the words.
        (event.changes.is_empty() || !changes.is_empty()).then(|| Event { changes, ..event.clone() })
    };
    let events = histories.iter().flat_map(|(id, history)| history.iter().map(move |event| (id, event)));
    events.filter_map(|(id, event)| Some((id, earlier_event(event)?))).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::store::strategies::any_project;
    use crate::store::{Printed, parse};

    proptest! {
        #[test]
        fn every_project_has_a_copy_of_version_1_that_says_the_rest(project in any_project()) {
            let (copy, left_out) = version_1_copy(&project);
            let printed = Printed::of(&copy);
            prop_assert!(printed.as_str().starts_with("(\n    version: 1,\n"), "{}", printed.as_str());
            prop_assert_eq!(&parse(printed.as_bytes()).unwrap().project, &copy);
            let was_version_1 = Printed::of(&project).as_str().starts_with("(\n    version: 1,\n");
            prop_assert_eq!(was_version_1, left_out == LeftOut::default(), "{:?}", left_out);
            prop_assert_eq!(was_version_1, copy == project);
            prop_assert_eq!(left_out.sentences().is_empty(), was_version_1);
            // A copy of the copy is the same.
            prop_assert_eq!(version_1_copy(&copy), (copy.clone(), LeftOut::default()));
            prop_assert_eq!(copy.annotations().len(), project.annotations().len());
            for (mark, earlier) in project.annotations().iter().zip(copy.annotations()) {
                let is_kept = mark.differing(earlier).into_iter().all(is_later);
                prop_assert!(is_kept && mark.comments == earlier.comments && mark.author == earlier.author);
            }
        }
    }
}
