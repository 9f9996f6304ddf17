use super::build::blank;
use super::incident::is_of_known_incident;
use super::record::LedgerRecord;
use super::{Amount, Ledger, NotCounted, Why, row_order};
use crate::model::{Annotation, AnnotationId, Details, Project, ScopeKind};

/// What a record without a scope is in its row: nothing that counts, and no error.
const UNDECIDED: Why = Why::Scope(ScopeKind::Unspecified);

impl Ledger {
    /// Whether an annotation to which no link leads only stands by in the ledger: it
    /// counts in no total, is in no conflict and changes nothing for any other record,
    /// as it says neither what it is counted as, nor when and where it happened, nor
    /// links to another.
    pub(crate) fn is_bystander(annotation: &Annotation) -> bool {
        let details = &annotation.details;
        let links = match details {
            Details::Claims(claim) => claim.links.len(),
            _ => 0,
        };
        let has_scope = details.scope().is_some_and(|scope| scope.kind != ScopeKind::Unspecified);
        // Conflicts are looked for between records that are linked or of one time and place, so that a record with
        // neither is in none.
        links == 0 && !has_scope && !is_of_known_incident(details)
    }

    /// The ledger of `project`, where this is the one of the project before bystanders
    /// went from it and others came to it; `None` where one that went is not in this one.
    pub(crate) fn with_bystanders(
        &self,
        project: &Project,
        gone: &[&Annotation],
        come: &[&Annotation],
    ) -> Option<Ledger> {
        let mut ledger = self.clone();
        gone.iter().filter_map(|gone| record(project, gone)).try_for_each(|record| ledger.take(&record))?;
        come.iter().filter_map(|come| record(project, come)).for_each(|record| ledger.put(project, &record));
        Some(ledger)
    }

    fn take(&mut self, record: &LedgerRecord<'_>) -> Option<()> {
        // A record that is not where it must be means that this ledger is of another state: then all is added up again.
        let row = self.place_of_row(record).ok()?;
        let at = self.rows[row].not_counted.iter().position(|other| other.id == record.id)?;
        self.rows[row].not_counted.remove(at);
        self.places.remove(self.places.binary_search(&(record.id, row)).ok()?);
        // A row of no records is in no ledger that was built from the start, and this must equal such a one.
        if self.rows[row].ids().next().is_none() {
            self.rows.remove(row);
            self.places.iter_mut().filter(|(_, place)| *place > row).for_each(|(_, place)| *place -= 1);
        }
        Some(())
    }

    fn put(&mut self, project: &Project, record: &LedgerRecord<'_>) {
        let row = self.place_of_row(record).unwrap_or_else(|row| {
            self.rows.insert(row, blank(record.of, record.unit));
            self.places.iter_mut().filter(|(_, place)| *place >= row).for_each(|(_, place)| *place += 1);
            row
        });
        let others = &mut self.rows[row].not_counted;
        let own = order(project, record.id);
        // In the order that `records` gives, which is that of a ledger built from the start.
        let at = others.partition_point(|other| order(project, other.id) < own);
        others.insert(at, NotCounted { id: record.id, scope: ScopeKind::Unspecified, why: UNDECIDED });
        let place = self.places.partition_point(|(id, _)| *id < record.id);
        self.places.insert(place, (record.id, row));
    }

    /// The place of the record's row, or where it belongs.
    fn place_of_row(&self, record: &LedgerRecord<'_>) -> Result<usize, usize> {
        let wanted = row_order(record.of, record.unit);
        self.rows.binary_search_by_key(&wanted, |row| row_order(row.of, row.unit))
    }
}

fn record<'p>(project: &Project, annotation: &'p Annotation) -> Option<LedgerRecord<'p>> {
    let place = (annotation.spans.start(), annotation.spans.end());
    LedgerRecord::of(project, annotation.id, &annotation.details, annotation.status, Some(place))
}

/// The order of the records of one row; those without a place come last.
fn order(project: &Project, id: AnnotationId) -> ((usize, usize), Amount, AnnotationId) {
    let record = project.annotation(id).and_then(|annotation| record(project, annotation));
    record.map_or(((usize::MAX, usize::MAX), Amount::default(), id), |record| (record.place, record.amount, id))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Change, fixture::project};

    #[test]
    fn a_mark_that_says_no_scope_comes_and_goes_beside_the_others() {
        let before =
            project("Ten died, five died, many died.\n^^^^^^^^ Casualties\n                     ^^^^^^^^^ Casualties");
        let ledger = Ledger::of(&before);
        let mut after = before.clone();
        let first = Annotation::clone(&before.annotations()[0]);
        let middle = crate::model::Span::new(10, 19).unwrap();
        let new = Annotation { id: AnnotationId::from_u64(77), spans: middle.into(), ..first };
        assert!(Ledger::is_bystander(&new));
        after.apply(Change::Insert(Arc::new(new.clone()))).unwrap();
        assert_eq!(ledger.with_bystanders(&after, &[], &[&new]), Some(Ledger::of(&after)));
        assert_eq!(Ledger::of(&after).with_bystanders(&before, &[&new], &[]), Some(ledger));
        let alone = project("Nobody knew who they were.");
        let mut first = alone.clone();
        first.apply(Change::Insert(Arc::new(new.clone()))).unwrap();
        let of_first = Ledger::of(&alone).with_bystanders(&first, &[], &[&new]);
        assert_eq!(of_first, Some(Ledger::of(&first)), "a row begins");
        assert_eq!(of_first.unwrap().with_bystanders(&alone, &[&new], &[]), Some(Ledger::of(&alone)), "and ends");
        assert_eq!(Ledger::default().with_bystanders(&alone, &[&new], &[]), None);
    }
}
