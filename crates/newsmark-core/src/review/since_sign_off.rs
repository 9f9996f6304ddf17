use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{Annotation, AnnotationId, Project, SignOff};

/// Which annotations are not as somebody signed them; kept up from one state of a project to the next.
///
/// Fingerprints take their time, so that only what was touched since the last look is looked at again.
#[derive(Clone, Debug, Default)]
pub struct SinceSignOff {
    sign_off: Option<Arc<SignOff>>,
    looked: HashMap<AnnotationId, (Arc<Annotation>, bool)>,
    deleted: Vec<AnnotationId>,
    n_without_place: usize,
}

impl SinceSignOff {
    /// Compares the project with what was signed; without a sign-off nothing counts as changed.
    pub fn sync(&mut self, project: &Project, sign_off: Option<&Arc<SignOff>>) {
        // What was seen against another sign-off says nothing about this one.
        if self.sign_off.as_ref() != sign_off {
            *self = SinceSignOff { sign_off: sign_off.cloned(), ..SinceSignOff::default() };
        }
        let Some(sign_off) = &self.sign_off else { return };
        let mut before = std::mem::take(&mut self.looked);
        for annotation in project.annotations() {
            // An annotation that is the same allocation is unchanged: edits replace it and never write into it.
            let known = before.remove(&annotation.id).filter(|(seen, _)| Arc::ptr_eq(seen, annotation));
            let looked = known.unwrap_or_else(|| (annotation.clone(), !sign_off.has_seen(annotation)));
            self.looked.insert(annotation.id, looked);
        }
        let ids = || sign_off.seen.iter().map(|(id, _)| *id);
        // These two are asked of the sign-off and not of the project, which does not know what is missing from it.
        self.deleted = ids().filter(|id| !project.has(*id)).collect();
        self.n_without_place = ids().filter(|id| project.unplaced_one(*id).is_some()).count();
    }

    /// What was signed.
    pub fn sign_off(&self) -> Option<&Arc<SignOff>> {
        self.sign_off.as_ref()
    }

    /// Whether the annotation was made or changed since, or judged or talked about.
    pub fn has_changed(&self, id: AnnotationId) -> bool {
        self.looked.get(&id).is_some_and(|(_, has_changed)| *has_changed)
    }

    /// How many annotations were made or changed since, or lost their place.
    pub fn n_changed(&self) -> usize {
        self.looked.values().filter(|(_, has_changed)| *has_changed).count() + self.n_without_place
    }

    /// Those that were signed and have been deleted since, in the order of their ids.
    pub fn deleted(&self) -> &[AnnotationId] {
        &self.deleted
    }

    /// Whether all is as it was signed.
    pub fn is_as_signed(&self) -> bool {
        self.n_changed() == 0 && self.deleted.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::fixture::project;
    use crate::model::{Change, Person, Status, Time};

    const FIXTURE: &str = "\
Two died and three fled, he said.
^^^^^^^^ Casualties
             ^^^^^^^^^^ Displacement
^^^^^^^^^^^^^^^^^^^^^^^^ Claims
                         ^^^^^^^ Quotes";

    fn signed(project: &Project) -> Arc<SignOff> {
        let tomas = Person::new("Tomas Reed").unwrap();
        Arc::new(SignOff::of(tomas, Time(7), project.annotations().iter().map(Arc::as_ref)))
    }

    fn change(project: &mut Project, number: u64, change: impl FnOnce(&mut Annotation)) {
        let mut annotation = Annotation::clone(project.annotation(AnnotationId::from_u64(number)).unwrap());
        change(&mut annotation);
        project.apply(Change::Replace(Arc::new(annotation))).unwrap();
    }

    #[test]
    fn without_a_sign_off_nothing_counts_as_changed() {
        let mut since = SinceSignOff::default();
        since.sync(&project(FIXTURE), None);
        assert_eq!(since.n_changed(), 0);
        assert!(!since.has_changed(AnnotationId::from_u64(1)) && since.sign_off().is_none());
    }

    #[test]
    fn what_was_made_changed_or_deleted_is_told_and_what_was_put_back_is_not() {
        let mut project = project(FIXTURE);
        let new = project.annotation(AnnotationId::from_u64(4)).unwrap().clone();
        project.apply(Change::Remove(new.id)).unwrap();
        let sign_off = signed(&project);
        let mut since = SinceSignOff::default();
        since.sync(&project, Some(&sign_off));
        assert_eq!(since.n_changed(), 0);

        change(&mut project, 1, |annotation| annotation.note = "Ask the ministry".to_owned());
        project.apply(Change::Insert(new)).unwrap();
        project.apply(Change::Remove(AnnotationId::from_u64(2))).unwrap();
        since.sync(&project, Some(&sign_off));
        let changed: Vec<_> = (1..=4).filter(|number| since.has_changed(AnnotationId::from_u64(*number))).collect();
        assert_eq!((changed, since.n_changed()), (vec![1, 4], 2));
        assert_eq!(since.deleted(), [AnnotationId::from_u64(2)]);
        assert!(!since.is_as_signed());

        change(&mut project, 1, |annotation| annotation.note.clear());
        since.sync(&project, Some(&sign_off));
        assert!(!since.has_changed(AnnotationId::from_u64(1)));
        since.sync(&project, Some(&signed(&project)));
        assert_eq!(since.n_changed(), 0, "another sign-off begins anew");
    }

    proptest! {
        #[test]
        fn keeping_up_tells_the_same_as_looking_afresh(acts in prop::collection::vec((1..5u64, 0..5usize), 0..12)) {
            let mut project = project(FIXTURE);
            let sign_off = signed(&project);
            let mut since = SinceSignOff::default();
            for (number, status) in acts {
                change(&mut project, number, |annotation| annotation.status = Status::ALL[status]);
                since.sync(&project, Some(&sign_off));
                let mut fresh = SinceSignOff::default();
                fresh.sync(&project, Some(&sign_off));
                for number in 1..=4 {
                    let id = AnnotationId::from_u64(number);
                    prop_assert_eq!(since.has_changed(id), fresh.has_changed(id));
                    prop_assert_eq!(since.has_changed(id), project.annotation(id).unwrap().status != Status::Draft);
                }
            }
        }
    }
}
