use super::breakdown::Breakdown;
use super::conflicts::conflicts;
use super::count_statuses::{CountStatus, CountStatuses};
use super::record::{LedgerRecord, records};
use super::share::shares;
use super::tally::Tally;
use super::tellers::Tellers;
use super::wholes::Wholes;
use super::{Amount, Counted, Ledger, NotCounted, Row, Toll, Why};
use crate::model::{Project, ScopeKind, Unit};

impl Ledger {
    /// What the records of the project add up to.
    pub fn of(project: &Project) -> Ledger {
        let records = records(project);
        let facts = CountStatuses::of(project, &records);
        let mut rows = rows(&records);
        let mut places = Vec::with_capacity(records.len());
        let mut amounts = Vec::with_capacity(records.len());
        let mut cumulative = Vec::new();
        let wholes = Wholes::of(&records, &facts);
        let tellers = Tellers::of(&records, &facts);
        let tally = Tally::of(&records, &facts, &wholes, &tellers);
        let mut counted: Vec<Vec<usize>> = vec![Vec::new(); rows.len()];
        for (n, record) in records.iter().enumerate() {
            let place = rows.partition_point(|row| row_order(row.of, row.unit) < row_order(record.of, record.unit));
            places.push((record.id, place));
            let row = &mut rows[place];
            // Parts are listed under their whole even where that does not count: an editor looks for them there.
            row.parts.extend(wholes.parts_of(&records, n, tally.added[n].is_some()));
            if let Some(amount) = tally.added[n] {
                counted[place].push(n);
                amounts.push((record.id, amount));
                row.counted.push(record.id);
                continue;
            }
            let why = match facts.statuses[n] {
                CountStatus::Counts if tally.is_contradicted[n] => Why::PartsAbove,
                CountStatus::Counts => match facts.moved.get(&n).and_then(|moved| moved.first()) {
                    Some(&to) if !tally.has_passed_on[n] => Why::Replaced(records[to].id),
                    _ => Why::PassedOn,
                },
                CountStatus::Part(_) => Why::Scope(ScopeKind::PartOf),
                CountStatus::Toll => Why::Scope(ScopeKind::Cumulative),
                CountStatus::Not(why) => why,
            };
            if facts.statuses[n] == CountStatus::Toll {
                cumulative.push(Toll { id: record.id, of: record.of, unit: record.unit, amount: wholes.amounts[n] });
            }
            row.not_counted.push(NotCounted { id: record.id, scope: record.scope.kind, why });
            row.n_errors += usize::from(why.is_error());
        }
        let breakdown = Breakdown { records: &records, wholes: &wholes, tally: &tally, tellers: &tellers };
        for (row, counted) in rows.iter_mut().zip(&counted) {
            match Amount::sum(counted.iter().filter_map(|&n| tally.added[n])) {
                Ok(total) => row.total = total,
                // Beyond 64 bits there is no total, and a row without one must not look like a row without records.
                Err(_) => row.n_errors += 1,
            }
            if matches!(row.of, Counted::Harm(_)) {
                row.victims = breakdown.victims(counted);
                row.groups = breakdown.groups(counted);
            }
            row.shares = shares(&records, &tally.added, counted, row.total);
            row.n_errors += counted.iter().map(|&n| wholes.n_oversize[n]).sum::<usize>();
        }
        // Looked up by binary search.
        places.sort_unstable();
        amounts.sort_unstable();
        let n_errors = rows.iter().map(|row| row.n_errors).sum();
        let conflicts = conflicts(project, &records, &facts, &wholes);
        Ledger { rows, cumulative, conflicts, n_errors, places, amounts }
    }
}

/// A row for each harm or measure and unit that there is, in the order of the table.
fn rows(records: &[LedgerRecord<'_>]) -> Vec<Row> {
    let mut keys: Vec<(Counted, Unit)> = records.iter().map(|record| (record.of, record.unit)).collect();
    keys.sort_unstable_by_key(|&(of, unit)| row_order(of, unit));
    keys.dedup();
    keys.into_iter().map(|(of, unit)| blank(of, unit)).collect()
}

/// A row without records.
pub(super) fn blank(of: Counted, unit: Unit) -> Row {
    Row {
        of,
        unit,
        total: None,
        counted: Vec::new(),
        not_counted: Vec::new(),
        victims: Vec::new(),
        groups: Vec::new(),
        parts: Vec::new(),
        shares: Vec::new(),
        n_errors: 0,
    }
}

/// The order of a table: by what is counted, then persons, households and on; what is not known comes last.
pub fn row_order(of: Counted, unit: Unit) -> ((usize, usize), usize) {
    (of.order(), (unit as usize).checked_sub(1).unwrap_or(usize::MAX))
}
