//! Changing a mark's category, and what that sets aside.

use crate::model::{Annotation, AnnotationId, Category, Change, Details, FieldPath, RecordList, Time};

use super::{EditError, OpenProject};

impl OpenProject {
    /// Changes the category. Fields that both categories have are kept; the others are set aside, and are back when
    /// the mark changes back.
    ///
    /// What is set aside stands nowhere but in the history, whose steps keep the record that each change of the
    /// category replaced. So it goes with undo and redo, comes back with the journal, whose entries make the history
    /// anew, and is in no file.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn change_category(&mut self, id: AnnotationId, category: Category, time: Time) -> Result<(), EditError> {
        let earlier = self.set_aside(id);
        self.edit(id, &format!("change to {}", category.noun()), None, time, |annotation| {
            annotation.details = annotation.details.changed_among(category, &earlier);
            Ok(())
        })
    }

    /// The records that a mark had in other categories before the steps that changed its category: the last of each
    /// category, in the order in which they were left.
    fn set_aside(&self, id: AnnotationId) -> Vec<Details> {
        let before = self.history().done().iter().filter_map(|step| replaced(&step.change, id));
        let records = before.chain(self.project().annotation(id).map(AsRef::as_ref)).map(|mark| &mark.details);
        let mut aside: Vec<Details> = Vec::new();
        let mut last: Option<&Details> = None;
        for record in records {
            if let Some(left) = last.filter(|last| last.category() != record.category()) {
                // The latest record of a category is what the editor last made of it.
                aside.retain(|other| other.category() != left.category());
                aside.push(left.clone());
            }
            last = Some(record);
        }
        aside
    }
}

/// The annotation as it was before a step, of which `inverse` takes it back.
fn replaced(inverse: &Change, id: AnnotationId) -> Option<&Annotation> {
    match inverse {
        Change::Replace(annotation) => (annotation.id == id).then_some(annotation),
        Change::Batch(changes) => changes.iter().rev().find_map(|change| replaced(change, id)),
        _ => None,
    }
}

/// What `before` says and a record of `category` has no field for, as labels of its form, each once.
pub fn set_aside_by(before: &Details, category: Category) -> Vec<&'static str> {
    // There and back: what is unknown then has no field in the other category.
    let kept = before.changed_to(category).changed_to(before.category());
    let is_known = |path: FieldPath| before.field(path).is_some_and(|value| !value.is_unknown());
    let mut labels = Vec::new();
    for path in before.fields().into_iter().filter(|path| is_known(*path) && !before.has_same(&kept, *path)) {
        let label = heading(before, path);
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels
}

/// What a field is told by: its label, or that of the figure, time, place or list that it is a part of.
fn heading(details: &Details, path: FieldPath) -> &'static str {
    let list = path.item().and_then(|item| {
        let mut lists = RecordList::of(details.category()).iter();
        lists.find(|list| details.items(**list).contains(&item))
    });
    match (path, list) {
        (_, Some(list)) => list.label(),
        (FieldPath::Figure(_), _) => "Figure",
        (FieldPath::When(_), _) => "When",
        (FieldPath::Where(_), _) => "Where",
        (FieldPath::From(_), _) => "From",
        (FieldPath::To(_), _) => "To",
        (path, None) => path.label(details.category()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::project;
    use crate::model::{FieldValue, Harm, ItemId, Victims};

    const NOW: Time = Time(1_773_662_400);

    fn killed() -> (OpenProject, AnnotationId) {
        let mut open = OpenProject::new(project("At least 12 died.\n^^^^^^^^^^^^^^^^ Casualties"), true);
        let id = open.project().annotations().get(0).unwrap().id;
        let values = vec![
            (FieldPath::Harm, FieldValue::Choice(Harm::VOCABULARY, Harm::Killed as usize)),
            (FieldPath::Victims, FieldValue::Choice(Victims::VOCABULARY, 1)),
        ];
        open.set_fields(id, "fill", values, NOW).unwrap();
        open.add_item(id, "group", RecordList::Groups.unknown(ItemId::from_u64(7)), NOW).unwrap();
        (open, id)
    }

    fn details(open: &OpenProject, id: AnnotationId) -> Details {
        open.project().annotation(id).unwrap().details.clone()
    }

    #[test]
    fn what_a_category_has_no_field_for_comes_back_when_it_changes_back() {
        let (mut open, id) = killed();
        let before = details(&open, id);
        for category in [Category::Quotes, Category::Claims, Category::Casualties] {
            open.change_category(id, category, NOW).unwrap();
        }
        assert_eq!(details(&open, id), before);
    }

    #[test]
    fn what_is_set_aside_survives_a_crash_and_goes_with_undo() {
        let (mut open, id) = killed();
        let before = details(&open, id);
        open.change_category(id, Category::Quotes, NOW).unwrap();
        let journal = open.take_log();
        let mut again = OpenProject::new(project("At least 12 died.\n^^^^^^^^^^^^^^^^ Casualties"), true);
        assert_eq!(again.replay(journal.clone()), journal.len());
        again.change_category(id, Category::Casualties, NOW).unwrap();
        assert_eq!(details(&again, id), before);

        open.undo(NOW).unwrap();
        assert_eq!(details(&open, id), before);
        // A record that was taken back is not brought back by changing to its category.
        let kind = FieldValue::Choice(crate::model::QuoteKind::VOCABULARY, 1);
        open.change_category(id, Category::Quotes, NOW).unwrap();
        open.set_field(id, FieldPath::Kind, kind, NOW).unwrap();
        open.undo(NOW).unwrap();
        open.undo(NOW).unwrap();
        open.change_category(id, Category::Quotes, NOW).unwrap();
        assert_eq!(details(&open, id), before.changed_to(Category::Quotes));
    }

    #[test]
    fn what_is_set_aside_is_told_by_labels() {
        let (open, id) = killed();
        assert_eq!(set_aside_by(&details(&open, id), Category::Quotes), ["Harm", "Victims"]);
        assert!(set_aside_by(&Category::Casualties.unknown(), Category::Claims).is_empty());
    }
}
