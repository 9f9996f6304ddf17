use std::sync::Arc;

use crate::model::{Annotation, AnnotationId, ApplyError, Change, FieldPath, FieldValue, ItemId, Spans, Time};

use super::{EditError, OpenProject};

/// A change of an annotation, and of others where it is about them too, that puts a problem right: plain data, offered
/// by a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as a button says it: "Swap low and high".
    pub label: String,
    /// What becomes of the annotation.
    pub remedy: Remedy,
}

/// What becomes of an annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Its fields hold these values.
    Fields(Vec<(FieldPath, FieldValue)>),
    /// It stands there.
    Spans(Spans),
    /// An item is taken out of its list.
    RemoveItem(ItemId),
    /// The fields of several annotations, itself among them, hold these values.
    Several(Vec<(AnnotationId, Vec<(FieldPath, FieldValue)>)>),
}

impl Fix {
    /// A fix that puts values into fields.
    pub fn fields(label: impl Into<String>, values: impl Into<Vec<(FieldPath, FieldValue)>>) -> Fix {
        Fix { label: label.into(), remedy: Remedy::Fields(values.into()) }
    }

    /// The name of its step in the history: "swap low and high".
    fn step(&self) -> String {
        let mut letters = self.label.chars();
        letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
    }
}

impl OpenProject {
    /// Puts a problem of an annotation right in one step, called as the fix is.
    ///
    /// # Errors
    /// As [`OpenProject::perform`], or where the annotation has no such field; then nothing is changed.
    pub fn fix(&mut self, id: AnnotationId, fix: &Fix, time: Time) -> Result<(), EditError> {
        if self.project().annotation(id).is_none() {
            return Err(ApplyError::Absent(id).into());
        }
        // A fix never joins what was typed before it: undo takes back just the fix.
        self.seal();
        if let Remedy::Several(all) = &fix.remedy {
            return self.fix_several(&fix.step(), all, time);
        }
        self.edit(id, &fix.step(), None, time, |annotation| {
            match &fix.remedy {
                Remedy::Fields(values) => {
                    for (path, value) in values {
                        annotation.set_field(*path, value.clone())?;
                    }
                }
                Remedy::Spans(spans) => annotation.spans = spans.clone(),
                Remedy::RemoveItem(item) => {
                    annotation.details.remove_item(*item);
                }
                // Done above, as one step of several changes.
                Remedy::Several(_) => {}
            }
            Ok(())
        })
    }

    fn fix_several(
        &mut self,
        step: &str,
        all: &[(AnnotationId, Vec<(FieldPath, FieldValue)>)],
        time: Time,
    ) -> Result<(), EditError> {
        let mut changes = Vec::with_capacity(all.len());
        for (id, values) in all {
            let mut after = Annotation::clone(self.project().annotation(*id).ok_or(ApplyError::Absent(*id))?);
            for (path, value) in values {
                after.set_field(*path, value.clone())?;
            }
            changes.push(Change::Replace(Arc::new(after)));
        }
        self.perform(step, None, Change::Batch(changes), time)
    }
}
