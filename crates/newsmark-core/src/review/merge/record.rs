use super::choice::{Choice, choice};
use super::sequence::{ThreeWay, align3};
use crate::model::{Details, FieldPath, ItemId, Part, RecordList};

/// The record with what either side changed, and the parts that both changed,
/// where ours stands.
///
/// A record of another category is another record: where one side changed the
/// category and the other a field, the category is contested.
pub fn merged(base: Option<&Details>, ours: &Details, theirs: &Details) -> (Details, Vec<Part>) {
    let category = ours.category();
    if category != theirs.category() {
        return match choice(base, ours, theirs) {
            Choice::Ours => (ours.clone(), Vec::new()),
            Choice::Theirs => (theirs.clone(), Vec::new()),
            Choice::Contested => (ours.clone(), vec![Part::Category]),
        };
    }
    // Both sides changed the category alike: what the record had before is seen through the new one.
    let base = base.map(|base| base.changed_to(category));
    let mut merging = Merging { merged: ours.clone(), base: base.as_ref(), ours, theirs, contested: Vec::new() };
    if ours != theirs {
        FieldPath::of(category).into_iter().for_each(|path| merging.field(path));
        RecordList::of(category).iter().for_each(|list| merging.list(*list));
    }
    (merging.merged, merging.contested.into_iter().map(Part::Field).collect())
}

struct Merging<'a> {
    merged: Details,
    base: Option<&'a Details>,
    ours: &'a Details,
    theirs: &'a Details,
    contested: Vec<FieldPath>,
}

impl Merging<'_> {
    fn field(&mut self, path: FieldPath) {
        let (Some(ours), Some(theirs)) = (self.ours.field(path), self.theirs.field(path)) else { return };
        let base = self.base.and_then(|base| base.field(path));
        match choice(base.as_ref(), &ours, &theirs) {
            Choice::Ours => {}
            Choice::Theirs => {
                // The record has the field and the value is of its kind: it comes from a record of its category.
                let _ = self.merged.set_field(path, theirs);
            }
            Choice::Contested => self.contested.push(path),
        }
    }

    /// Items that one side took out are gone unless the other changed them:
    /// then ours stands, and what the other changed is contested.
    fn list(&mut self, list: RecordList) {
        let (base, ours, theirs) = (self.base, self.ours, self.theirs);
        let before = base.map(|base| base.items(list)).unwrap_or_default();
        let (here, there) = (ours.items(list), theirs.items(list));
        let (mut kept, mut shared) = (Vec::new(), Vec::new());
        for ThreeWay { base: known, ours: own, theirs: other } in
            align3(&before, &here, &there, ItemId::eq, ItemId::cmp)
        {
            let Some(&id) = own.or(other) else { continue };
            let holder = if own.is_some() { ours } else { theirs };
            let is_shared = own.is_some() && other.is_some();
            // Only for an item that one side has not does it matter whether it was there before.
            let before = base.filter(|_| known.is_some() && !is_shared);
            let is_changed = before.is_some_and(|base| base.item(list, id) != holder.item(list, id));
            if is_changed {
                self.contested.extend(said(list, id, holder));
            }
            let is_kept = before.is_none() || is_changed && own.is_some();
            kept.extend(holder.item(list, id).filter(|_| is_kept));
            shared.extend(is_shared.then_some(id));
        }
        // Taken out and put back in the merged order: a list has no way to be reordered in place.
        for id in here {
            self.merged.remove_item(id);
        }
        for item in kept {
            self.merged.add_item(item);
        }
        shared.into_iter().flat_map(|id| list.fields(id)).for_each(|path| self.field(path));
    }
}

/// The fields of an item that only one side has: what is known of it, or its first.
fn said(list: RecordList, id: ItemId, holder: &Details) -> Vec<FieldPath> {
    let fields = list.fields(id);
    let is_known = |path: &FieldPath| holder.field(*path).is_some_and(|value| !value.is_unknown());
    let known: Vec<FieldPath> = fields.iter().copied().filter(is_known).collect();
    if known.is_empty() { fields.into_iter().take(1).collect() } else { known }
}
