use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{Annotation, AnnotationId, Project};

/// The annotations that stood in a project's file and do not any more, as they stood there last.
///
/// It is kept for as long as the project is open: undo may bring them back.
#[derive(Clone, Debug, Default)]
pub struct DeletedMarks(HashMap<AnnotationId, Option<Arc<Annotation>>>);

impl DeletedMarks {
    /// The file held `before` and holds `after`.
    pub fn sync(&mut self, before: &Project, after: &Project) {
        let placed =
            before.annotations().not_shared_with(after.annotations()).map(|mark| (mark.id, Some(mark.clone())));
        let unplaced = before.unplaced().iter().map(|kept| (kept.id, None));
        self.0.extend(placed.chain(unplaced).filter(|(id, _)| !after.has(*id)));
        // What undo brought back and was saved stands in the file again.
        self.0.retain(|id, _| !after.has(*id));
    }

    /// Whether an annotation of that id, placed or not, is one of them.
    pub fn has(&self, id: AnnotationId) -> bool {
        self.0.contains_key(&id)
    }

    /// The one of that id; `None` also where it had no place.
    pub fn get(&self, id: AnnotationId) -> Option<&Arc<Annotation>> {
        self.0.get(&id)?.as_ref()
    }
}
