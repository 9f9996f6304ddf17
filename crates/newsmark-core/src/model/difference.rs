//! What differs between two versions of an annotation, and taking a part of one into the other.

use super::{Annotation, Details, FieldPath, FieldValue, Part, RecordList};

impl Annotation {
    /// The parts in which the two differ, in the order of a form: the boundary, the
    /// category and the status first, the note last.
    ///
    /// Where the category differs, no fields of the records are named. Items of
    /// lists are compared by id; of an item that only one has, what is known of it
    /// differs, or, where nothing is, its first field.
    pub fn differing(&self, other: &Annotation) -> Vec<Part> {
        let mut parts = Vec::new();
        if self.spans != other.spans {
            parts.push(Part::Boundary);
        }
        parts.extend(self.differing_but_place(other));
        parts
    }

    /// Takes a part of another version over, and for the status also who gave it.
    ///
    /// A field of an item that only the other has brings the item, one of an item
    /// that the other has not takes it away. A field of another category is left.
    pub fn take(&mut self, part: Part, from: &Annotation) {
        match part {
            Part::Boundary => self.spans = from.spans.clone(),
            Part::Category => self.details = from.details.clone(),
            Part::Status => {
                self.status = from.status;
                // A status without who gave it could pass for one's own.
                self.judge.clone_from(&from.judge);
            }
            Part::Field(path) => self.take_field(path, from),
        }
    }

    fn take_field(&mut self, path: FieldPath, from: &Annotation) {
        // Bringing one field of an item that is not here means bringing the item, or the value would have no place.
        if let Some(id) = path.item() {
            let has = |details: &Details| list_of(details, path).is_some();
            match list_of(&from.details, path) {
                Some(list) if !has(&self.details) => {
                    self.details.add_item(list.unknown(id));
                }
                None if self.category() == from.category() => {
                    self.details.remove_item(id);
                }
                _ => {}
            }
        }
        if let Some(value) = from.field(path) {
            // The value is of the field's kind, or the record has no such field.
            let _ = self.set_field(path, value);
        }
    }
}

impl<P> Annotation<P> {
    /// The parts in which the two differ, but for where they stand.
    pub fn differing_but_place<Q>(&self, other: &Annotation<Q>) -> Vec<Part> {
        let mut parts = Vec::new();
        if self.category() != other.category() {
            // Fields of another category are not compared: every one of them differs.
            parts.push(Part::Category);
        }
        if self.status != other.status {
            parts.push(Part::Status);
        }
        if self.category() == other.category() && self.details != other.details {
            parts.extend(differing_fields(&self.details, &other.details).into_iter().map(Part::Field));
        }
        if self.note != other.note {
            parts.push(Part::Field(FieldPath::Note));
        }
        parts
    }
}

/// The fields in which two records of one category differ.
fn differing_fields(one: &Details, other: &Details) -> Vec<FieldPath> {
    let mut differing: Vec<FieldPath> =
        FieldPath::of(one.category()).into_iter().filter(|path| !one.has_same(other, *path)).collect();
    for &list in RecordList::of(one.category()) {
        let (own, others) = (one.items(list), other.items(list));
        let new = others.iter().filter(|id| !own.contains(id));
        for &id in own.iter().chain(new) {
            let fields = list.fields(id);
            if own.contains(&id) && others.contains(&id) {
                differing.extend(fields.into_iter().filter(|path| !one.has_same(other, *path)));
                continue;
            }
            // An item that only one has differs as a whole; naming its known fields tells a person what came or went.
            let holder = if own.contains(&id) { one } else { other };
            let is_known = |path: &FieldPath| holder.field(*path).is_some_and(|value| !value.is_unknown());
            let known: Vec<FieldPath> = fields.iter().copied().filter(is_known).collect();
            if known.is_empty() { differing.extend(fields.first()) } else { differing.extend(known) }
        }
    }
    differing
}

/// The list of the record in which the item of that path stands.
fn list_of(details: &Details, path: FieldPath) -> Option<RecordList> {
    let id = path.item()?;
    RecordList::of(details.category())
        .iter()
        .copied()
        .find(|list| list.fields(id).contains(&path) && details.items(*list).contains(&id))
}

impl FieldValue {
    /// Whether a person reads the same in both: only the place of their words differs.
    pub fn reads_as(&self, other: &FieldValue) -> bool {
        match (self, other) {
            (FieldValue::Words(Some(one)), FieldValue::Words(Some(other))) => one.value == other.value,
            _ => self == other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::project;
    use crate::model::{AnnotationId, FigurePart, ItemId, Text};
    use crate::store::strategies::any_annotation;
    use proptest::prelude::*;

    #[test]
    fn an_item_differs_in_what_is_known_of_it_or_by_being_there() {
        let project = project("At least 12 died.\n^^^^^^^^^^^ Casualties");
        let before = Annotation::clone(project.annotation(AnnotationId::from_u64(1)).unwrap());
        let mut after = before.clone();
        let group = ItemId::from_u64(7);
        after.details.add_item(RecordList::Groups.unknown(group));
        let written =
            |after: &Annotation| -> Vec<String> { before.differing(after).iter().map(ToString::to_string).collect() };
        assert_eq!(written(&after), ["groups[7].who"]);
        after.set_field(FieldPath::GroupFigure(group, FigurePart::Low), FieldValue::Number(Some(5))).unwrap();
        after.note = "Who counted?".to_owned();
        assert_eq!(written(&after), ["groups[7].figure.low", "note"]);
        after.details = after.details.changed_to(crate::model::Category::Claims);
        assert_eq!(written(&after), ["category", "note"]);
    }

    proptest! {
        #[test]
        fn taking_every_differing_part_leaves_no_difference(
            one in any_annotation(Text::new("At least 12 died".to_owned())),
            other in any_annotation(Text::new("At least 12 died".to_owned())),
        ) {
            let mut taken = one.clone();
            for part in one.differing(&other) {
                taken.take(part, &other);
            }
            prop_assert_eq!(taken.differing(&other), vec![]);
            prop_assert_eq!(one.differing(&one), vec![]);
        }
    }
}
