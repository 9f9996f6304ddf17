use std::collections::{HashMap, HashSet};

use crate::model::{Annotation, AnnotationId, Details, Project};

/// The annotation that this one is counted or stands within: its scope's, or the quote around it.
pub(super) fn leads_to(annotation: &Annotation) -> Option<AnnotationId> {
    match &annotation.details {
        Details::Quotes(quote) => quote.inside,
        details => details.scope().filter(|scope| scope.kind.needs_other())?.of,
    }
}

/// The annotations from which such links lead back to themselves. Each has at
/// most one link, so that every one is walked once.
pub(super) fn cycles(project: &Project) -> HashSet<AnnotationId> {
    let next = |id| leads_to(project.annotation(id)?);
    let mut walks: HashMap<AnnotationId, usize> = HashMap::new();
    let mut cyclic = HashSet::new();
    for (walk, annotation) in project.annotations().iter().enumerate() {
        let mut reached = annotation.id;
        while !walks.contains_key(&reached) {
            walks.insert(reached, walk);
            match next(reached) {
                Some(id) => reached = id,
                None => break,
            }
        }
        // A walk that ends in an earlier one leads into a circle at most, and that circle was found then.
        let is_back = next(reached).is_some() && walks.get(&reached) == Some(&walk);
        // Once around the circle: the insertion fails where it began.
        while is_back && cyclic.insert(reached) {
            match next(reached) {
                Some(id) => reached = id,
                None => break,
            }
        }
    }
    cyclic
}
