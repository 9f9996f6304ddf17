use super::{Annotation, AnnotationId, Fingerprint, Person, Time};

/// Somebody's word that a project is done, with what it looked like then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignOff {
    /// Who signed.
    pub person: Person,
    /// When; for people to read, never to order by.
    pub time: Time,
    /// What was signed: every annotation in its place, sorted by id.
    pub seen: Vec<(AnnotationId, Fingerprint)>,
    /// Whether what was signed was made with proposals; `None` where that is not known.
    pub proposals: Option<bool>,
}

impl SignOff {
    /// Somebody's word for these annotations, in any order, of which it is not known whether they were made with
    /// proposals.
    pub fn of<'a>(person: Person, time: Time, annotations: impl IntoIterator<Item = &'a Annotation>) -> SignOff {
        let seen = annotations.into_iter().map(|annotation| (annotation.id, annotation.fingerprint()));
        let mut seen: Vec<_> = seen.collect();
        // Sorted by id, for the search below and for files that are the same whatever the order of marking.
        seen.sort_unstable();
        SignOff { person, time, seen, proposals: None }
    }

    /// Whether the annotation is as it was signed.
    pub fn has_seen(&self, annotation: &Annotation) -> bool {
        let place = self.seen.binary_search_by_key(&annotation.id, |seen| seen.0);
        place.is_ok_and(|place| self.seen[place].1 == annotation.fingerprint())
    }
}
